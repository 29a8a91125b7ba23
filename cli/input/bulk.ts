import type { CliError } from "../errors.ts";
import { toCliError } from "../failure.ts";
import type { Journal } from "./journal.ts";
import { type Line, parseLine, readLines } from "./lines.ts";
import { type Payload, readPayloads } from "./payload.ts";

/** Lines that may wait for a worker. */
const QUEUE_LINES = 32;

/** Least time between two writes of the journal, milliseconds. */
const SAVE_MS = 250;

/** How a line went. */
export interface LineOutcome {
  /** Its number. */
  readonly line: number;
  /** The server's answers, one a payload; null when it was refused. */
  readonly answers: readonly unknown[] | null;
  /** Why it was refused. */
  readonly error: CliError | null;
}

/** What {@link publishLines} needs. */
export interface BulkOptions {
  /** The JSONL file. */
  readonly path: string;
  /** Which lines are finished. */
  readonly journal: Journal;
  /** Requests at the same time. Turns of one person are sent in order. */
  readonly concurrency: number;
  /** Stops reading; what is under way is finished. */
  readonly signal: AbortSignal;
  /** Sends one payload; the key names it for repeats. */
  readonly send: (payload: Payload, idempotencyKey: string) => Promise<unknown>;
  /** Told about each line, says whether it counts as published. An error that is thrown ends the run. */
  readonly onLine: (outcome: LineOutcome, line: Line) => Promise<boolean>;
  /** Told how many bytes of the file are read and how many lines are finished. */
  readonly onProgress: (doneLines: number, readBytes: number) => void;
}

/** A line waiting for its worker. */
interface Task {
  readonly line: Line;
  readonly payloads: readonly Payload[];
}

/** A queue with room for few; the writer waits for room, the reader for a task. */
class TaskQueue {
  readonly #tasks: Task[] = [];
  #wake: (() => void)[] = [];
  #isClosed = false;

  /** Adds a task once there is room. */
  async push(task: Task): Promise<void> {
    while (this.#tasks.length >= QUEUE_LINES && !this.#isClosed) await this.#change();
    this.#tasks.push(task);
    this.#signal();
  }

  /** The next task, null when the queue is closed and empty. */
  async next(): Promise<Task | null> {
    while (this.#tasks.length === 0 && !this.#isClosed) await this.#change();
    const task = this.#tasks.shift() ?? null;
    this.#signal();
    return task;
  }

  /** No more tasks come. */
  close(dropTasks = false): void {
    this.#isClosed = true;
    if (dropTasks) this.#tasks.length = 0;
    this.#signal();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  #signal(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const resolve of waiting) resolve();
  }
}

/** The worker of a person, so that their turns keep their order. */
function workerOf(payloads: readonly Payload[], workers: number): number {
  const user = payloads[0]?.userId ?? "";
  let hash = 2_166_136_261;
  for (let i = 0; i < user.length; i++) {
    hash = Math.imul(hash ^ user.charCodeAt(i), 16_777_619);
  }
  return (hash >>> 0) % workers;
}

/**
 * Publishes the lines of a JSONL file: read as a stream, sent by several workers, written down in
 * the journal so that an interrupted run can go on.
 *
 * @returns Whether the whole file was read.
 */
export async function publishLines(options: BulkOptions): Promise<boolean> {
  const { journal, signal } = options;
  const queues = Array.from({ length: options.concurrency }, () => new TaskQueue());
  let fatal: unknown = null;
  let finished = 0;
  let savedMs = performance.now();
  const finish = async (line: Line, outcome: LineOutcome) => {
    const isPublished = await options.onLine(outcome, line);
    journal.finish(line, isPublished);
    finished++;
    options.onProgress(finished, line.endByte);
    if (performance.now() - savedMs < SAVE_MS) return;
    savedMs = performance.now();
    await journal.save();
  };
  const work = async (queue: TaskQueue) => {
    for (let task = await queue.next(); task !== null; task = await queue.next()) {
      if (fatal !== null) continue;
      try {
        await finish(task.line, await sendLine(task, options));
      } catch (error) {
        fatal ??= error;
        for (const each of queues) each.close(true);
      }
    }
  };
  const workers = queues.map(work);
  let isWhole = true;
  try {
    for await (const line of readLines((await Deno.open(options.path)).readable)) {
      if (signal.aborted || fatal !== null) {
        isWhole = false;
        break;
      }
      journal.see(line.number, line.endByte);
      if (journal.isDone(line.number)) continue;
      const read = readLine(line);
      if (read.error !== null) {
        await finish(line, { line: line.number, answers: null, error: read.error });
      } else {
        await queues[workerOf(read.payloads, queues.length)]?.push({
          line,
          payloads: read.payloads,
        });
      }
    }
  } catch (error) {
    fatal ??= error;
  }
  for (const queue of queues) queue.close(signal.aborted);
  await Promise.all(workers);
  await journal.save();
  if (fatal !== null) throw fatal;
  return isWhole;
}

/** A line as payloads, or why it is none. */
function readLine(line: Line): { payloads: readonly Payload[]; error: CliError | null } {
  try {
    return { payloads: readPayloads(parseLine(line), `Line ${line.number}`), error: null };
  } catch (error) {
    return { payloads: [], error: toCliError(error) };
  }
}

/** Sends the payloads of a line in order. */
async function sendLine(task: Task, options: BulkOptions): Promise<LineOutcome> {
  const { number } = task.line;
  const answers: unknown[] = [];
  try {
    for (const [index, payload] of task.payloads.entries()) {
      const key = `cli-${options.journal.run}-${number}-${index}`;
      answers.push(await options.send(payload, key));
    }
    return { line: number, answers, error: null };
  } catch (error) {
    return { line: number, answers: null, error: toCliError(error) };
  }
}
