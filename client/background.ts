import type { ClientSettings } from "./core.ts";
import { untilAborted } from "./retry.ts";

/** Which background call it was. */
export interface BackgroundInfo {
  /** Name of the method that was called. */
  readonly method: string;
  /** HTTP method. */
  readonly httpMethod: string;
  /** Path on the server. */
  readonly path: string;
  /** When it was put in the queue. */
  readonly startedAt: Date;
}

/** A background call that did not succeed. */
export interface BackgroundFailure extends BackgroundInfo {
  /** What went wrong. */
  readonly error: unknown;
}

/** How background work stands after a flush. */
export interface FlushResult {
  /** Calls that succeeded since the last flush. */
  readonly completed: number;
  /** Calls that failed since the last flush; each is given once, the newest 10,000 at most. */
  readonly failed: readonly BackgroundFailure[];
  /** Calls still unfinished, above 0 only when the time limit was reached. */
  readonly unfinished: number;
}

/** Options of a flush. */
export interface FlushOptions {
  /** Longest wait in milliseconds. Default: no limit. */
  readonly timeoutMs?: number | undefined;
  /** Ends the wait; the promise rejects with the signal's reason. The calls go on. */
  readonly signal?: AbortSignal | undefined;
}

/** One call for the queue. */
export interface BackgroundTask {
  /** Which call it is. */
  readonly info: BackgroundInfo;
  /** Does the work. */
  run(): Promise<unknown>;
}

/** Failures that wait for a flush are bounded by this. */
const MAX_KEPT_FAILURES = 10_000;

/** Calls that are counted and waited for together; those of a scope count for its client too. */
export class TaskGroup {
  /** Calls not finished yet. */
  pending = 0;
  /** Calls that succeeded since the last flush. */
  completed = 0;
  /** Called whenever a call of this group ends. */
  readonly waiters: Set<() => void> = new Set();

  /** @param parent Group that counts the same calls and others. */
  constructor(readonly parent?: TaskGroup) {}

  /** Counts a call that begins. */
  begin(): void {
    this.pending++;
    this.parent?.begin();
  }

  /** Counts a call that ended, 1 for a success and 0 for a failure. */
  end(successes: number): void {
    this.pending--;
    this.completed += successes;
    this.parent?.end(successes);
    this.waiters.forEach((notify) => notify());
  }
}

/** How a queue works. */
export type QueueSettings = Pick<
  ClientSettings,
  "backgroundConcurrency" | "maxQueued" | "exitFlushMs" | "logger" | "onBackgroundError"
>;

/** One call and everybody who waits for it. */
interface Queued {
  readonly task: BackgroundTask;
  readonly group: TaskGroup;
  readonly settle: () => void;
  readonly admit: () => void;
}

/** A failure that waits for a flush of its group or of all. */
interface KeptFailure {
  readonly failure: BackgroundFailure;
  readonly group: TaskGroup;
}

/** Runs calls in order, a few at a time, and forgets no failure. */
export class BackgroundQueue {
  /** All calls. */
  readonly all: TaskGroup = new TaskGroup();
  readonly #settings: QueueSettings;
  #failures: KeptFailure[] = [];
  readonly #queue: Queued[] = [];
  #running = 0;
  /** Lets go of the end of the program, which is held while there is work. */
  #letExit: (() => void) | undefined;

  /** @param settings How it works. */
  constructor(settings: QueueSettings) {
    this.#settings = settings;
  }

  /**
   * Takes a call. It is never refused.
   *
   * @returns `admitted` resolves at once, or when there is room again; `done` when the call ended,
   * well or not.
   */
  add(
    task: BackgroundTask,
    group: TaskGroup,
  ): { readonly admitted: Promise<void>; readonly done: Promise<void> } {
    if (this.all.pending === 0) this.#holdExit();
    group.begin();
    let admit = () => {};
    const admitted = new Promise<void>((resolve) => admit = resolve);
    const done = new Promise<void>((settle) => this.#queue.push({ task, group, settle, admit }));
    this.#startNext();
    if (this.#queue.length <= this.#settings.maxQueued) admit();
    return { admitted, done };
  }

  /** Waits until a group has no unfinished call, then hands out what happened since last time. */
  async flush(group: TaskGroup, { timeoutMs, signal }: FlushOptions = {}): Promise<FlushResult> {
    let check = () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    const drained = new Promise<void>((resolve) => {
      check = () => group.pending === 0 && resolve();
      if (timeoutMs !== undefined) timer = setTimeout(resolve, timeoutMs);
    });
    group.waiters.add(check);
    check();
    try {
      await untilAborted(drained, signal);
    } finally {
      group.waiters.delete(check);
      clearTimeout(timer);
    }
    const { completed, pending: unfinished } = group;
    group.completed = 0;
    return { completed, failed: this.#takeFailures(group), unfinished };
  }

  #takeFailures(group: TaskGroup): BackgroundFailure[] {
    const isTaken = (each: KeptFailure) => group === this.all || each.group === group;
    const taken = this.#failures.filter(isTaken).map((each) => each.failure);
    this.#failures = this.#failures.filter((each) => !isTaken(each));
    return taken;
  }

  #startNext(): void {
    const { backgroundConcurrency, maxQueued } = this.#settings;
    while (this.#running < backgroundConcurrency) {
      const next = this.#queue.shift();
      if (!next) return;
      this.#queue[maxQueued - 1]?.admit();
      this.#run(next);
    }
  }

  async #run({ task, group, settle, admit }: Queued): Promise<void> {
    let successes = 0;
    admit();
    this.#running++;
    try {
      await task.run();
      successes = 1;
    } catch (error) {
      this.#failures.push({ failure: { ...task.info, error }, group });
      if (this.#failures.length > MAX_KEPT_FAILURES) this.#failures.shift();
      this.#report(error, task.info);
    }
    this.#running--;
    this.#startNext();
    settle();
    group.end(successes);
    if (this.all.pending === 0) this.#letExit?.();
  }

  #holdExit(): void {
    const { exitFlushMs: timeoutMs } = this.#settings;
    if (timeoutMs > 0) this.#letExit = holdExit(() => this.flush(this.all, { timeoutMs }));
  }

  #report(error: unknown, info: BackgroundInfo): void {
    const { logger, onBackgroundError } = this.#settings;
    try {
      if (onBackgroundError) onBackgroundError(error, info);
      else logger.warn?.(`Background call ${info.method} failed`, error);
    } catch (cause) {
      logger.warn?.("onBackgroundError threw", cause);
    }
  }
}

/** What of `process` is used here; Node, Bun and Deno have it. */
interface ProcessSignals {
  on(signal: string, listener: () => void): void;
  off(signal: string, listener: () => void): void;
  exit(code: number): void;
  listenerCount(signal: string): number;
}

/** Signals that end a program, with their numbers. */
const SIGNALS: readonly (readonly [string, number])[] = [["SIGINT", 2], ["SIGTERM", 15]];

/**
 * While it is held, SIGINT and SIGTERM first let `flush` finish and then end the program, unless the
 * program listens to the signal itself: then it is left to end by itself.
 *
 * @param flush Finishes open work within its own time limit; must not reject.
 * @returns A function that lets go of the signals; undefined where there are none.
 */
function holdExit(flush: () => Promise<unknown>): (() => void) | undefined {
  const { process } = globalThis as unknown as { readonly process?: ProcessSignals };
  if (!process?.on) return undefined;
  const releases = SIGNALS.map(([signal, number]) => {
    const onSignal = async () => {
      await flush();
      release();
      if (process.listenerCount(signal) === 0) process.exit(128 + number);
    };
    process.on(signal, onSignal);
    return () => process.off(signal, onSignal);
  });
  const release = () => releases.forEach((each) => each());
  return release;
}
