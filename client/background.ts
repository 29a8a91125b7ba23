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

/** One call in the queue. */
export interface BackgroundTask extends BackgroundInfo {
  /** Does the work. */
  run(): Promise<unknown>;
}

/** Failures that wait for a flush are bounded by this. */
const MAX_KEPT_FAILURES = 10_000;

/** Calls of one scope, counted apart from the others in the same queue. */
export class TaskGroup {
  /** Calls not finished yet. */
  pending = 0;
  /** Calls that succeeded since the last flush. */
  completed = 0;
  /** Called whenever a call of this group ends. */
  readonly waiters: Set<() => void> = new Set();
}

/** How a queue works. */
export interface QueueSettings {
  /** Most calls in flight. */
  readonly concurrency: number;
  /** Most calls waiting before a caller is made to wait. */
  readonly maxQueued: number;
  /** Told about each failure. Must not throw. */
  readonly onFailure: (failure: BackgroundFailure) => void;
  /** Told when work begins after a pause (true) and when there is none left (false). */
  readonly onBusy: (isBusy: boolean) => void;
}

/** One call and everybody who waits for it. */
interface Queued {
  readonly task: BackgroundTask;
  readonly groups: readonly TaskGroup[];
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
  #queue: Queued[] = [];
  #head = 0;
  #running = 0;

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
    group: TaskGroup = this.all,
  ): { readonly admitted: Promise<void>; readonly done: Promise<void> } {
    const groups = group === this.all ? [group] : [this.all, group];
    if (this.all.pending === 0) this.#settings.onBusy(true);
    for (const each of groups) each.pending++;
    const { promise: done, resolve: settle } = resolvable();
    const { promise: admitted, resolve: admit } = resolvable();
    this.#queue.push({ task, groups, settle, admit });
    this.#startNext();
    if (this.#queue.length - this.#head <= this.#settings.maxQueued) admit();
    return { admitted, done };
  }

  /** Waits until a group has no unfinished call, then hands out what happened since last time. */
  async flush(group: TaskGroup, { timeoutMs, signal }: FlushOptions = {}): Promise<FlushResult> {
    await new Promise<void>((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        group.waiters.delete(check);
        signal?.removeEventListener("abort", onAbort);
      };
      const finish = () => (stop(), resolve());
      const onAbort = () => (stop(), reject(signal?.reason));
      const check = () => group.pending === 0 && finish();
      const timer = timeoutMs === undefined ? undefined : setTimeout(finish, timeoutMs);
      group.waiters.add(check);
      signal?.addEventListener("abort", onAbort, { once: true });
      if (signal?.aborted) onAbort();
      check();
    });
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
    while (this.#running < this.#settings.concurrency && this.#head < this.#queue.length) {
      const next = this.#queue[this.#head++];
      if (this.#head > 1024 && this.#head * 2 > this.#queue.length) {
        this.#queue = this.#queue.slice(this.#head);
        this.#head = 0;
      }
      this.#queue[this.#head + this.#settings.maxQueued - 1]?.admit();
      if (next) this.#run(next);
    }
  }

  async #run({ task, groups, settle, admit }: Queued): Promise<void> {
    admit();
    this.#running++;
    try {
      await task.run();
      for (const group of groups) group.completed++;
    } catch (error) {
      const { method, httpMethod, path, startedAt } = task;
      const failure = { error, method, httpMethod, path, startedAt };
      this.#failures.push({ failure, group: groups.at(-1) ?? this.all });
      if (this.#failures.length > MAX_KEPT_FAILURES) this.#failures.shift();
      this.#settings.onFailure(failure);
    }
    this.#running--;
    for (const group of groups) group.pending--;
    this.#startNext();
    settle();
    if (this.all.pending === 0) this.#settings.onBusy(false);
    for (const group of groups) group.waiters.forEach((notify) => notify());
  }
}

/** A promise with its resolver. */
function resolvable(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => resolve = done);
  return { promise, resolve };
}
