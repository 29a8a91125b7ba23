import { invalid } from "../errors.ts";
import { isRecord } from "../render/fields.ts";
import type { Line } from "./lines.ts";

/** Format of the file; a newer one is refused. */
const FORMAT = 1;

/** Bytes at the start of a file that tell it from another one. */
const HEAD_BYTES = 65_536;

/** State of a bulk publish, beside its input. */
export interface JournalState {
  /** Format of the file. */
  readonly format: number;
  /** Name of the run; part of every idempotency key, so that a line sent twice is stored once. */
  readonly run: string;
  /** What the input was. */
  readonly input: { readonly bytes: number; readonly sha256: string };
  /** Server it went to. */
  readonly server: string;
  /** Every line up to this number is finished. */
  readonly doneUpTo: number;
  /** Bytes of the input up to the end of that line. */
  readonly doneBytes: number;
  /** Finished lines after it. */
  readonly doneBeyond: readonly number[];
  /** Lines that were published. */
  readonly published: number;
  /** Lines that were refused. */
  readonly rejected: number;
}

/** Where the journal of an input is. */
export function journalPath(input: string): string {
  return `${input}.reflexio-journal`;
}

/** Size and the hash of the first bytes of a file. */
export async function fingerprint(path: string): Promise<JournalState["input"]> {
  using file = await Deno.open(path);
  const head = new Uint8Array(HEAD_BYTES);
  let filled = 0;
  for (let count = await file.read(head); count; count = await file.read(head.subarray(filled))) {
    filled += count;
    if (filled >= head.length) break;
  }
  const hash = await crypto.subtle.digest("SHA-256", head.subarray(0, filled));
  const { size } = await file.stat();
  return { bytes: size, sha256: new Uint8Array(hash).toHex() };
}

/** Reads a journal, null when there is none. */
export async function readJournal(input: string): Promise<JournalState | null> {
  try {
    const value: unknown = JSON.parse(await Deno.readTextFile(journalPath(input)));
    if (!isRecord(value) || typeof value.format !== "number") {
      throw invalid(`${journalPath(input)} is no journal`, "Remove it to begin again");
    }
    if (value.format > FORMAT) {
      throw invalid(`${journalPath(input)} was written by a newer version`, "Update reflexio");
    }
    return value as unknown as JournalState;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    if (error instanceof SyntaxError) {
      throw invalid(`${journalPath(input)} is damaged`, "Remove it to begin again");
    }
    throw error;
  }
}

/** Keeps track of which lines are finished, and writes it down from time to time. */
export class Journal {
  readonly #path: string;
  readonly #base: Pick<JournalState, "run" | "input" | "server">;
  #doneUpTo: number;
  #doneBytes: number;
  readonly #beyond = new Map<number, number>();
  readonly #skipped: Set<number>;
  #lastSeen: number;
  #published: number;
  #rejected: number;
  #saving: Promise<void> = Promise.resolve();

  private constructor(path: string, state: JournalState) {
    this.#path = path;
    this.#base = { run: state.run, input: state.input, server: state.server };
    this.#doneUpTo = state.doneUpTo;
    this.#doneBytes = state.doneBytes;
    this.#skipped = new Set(state.doneBeyond);
    this.#lastSeen = state.doneUpTo;
    for (const line of state.doneBeyond) this.#beyond.set(line, 0);
    this.#published = state.published;
    this.#rejected = state.rejected;
  }

  /** Begins a journal for an input. */
  static async begin(input: string, server: string): Promise<Journal> {
    const state: JournalState = {
      format: FORMAT,
      run: crypto.randomUUID(),
      input: await fingerprint(input),
      server,
      doneUpTo: 0,
      doneBytes: 0,
      doneBeyond: [],
      published: 0,
      rejected: 0,
    };
    return new Journal(journalPath(input), state);
  }

  /**
   * Goes on with a journal.
   *
   * @throws {CliError} `validation` when the input or the server is another one.
   */
  static async resume(input: string, state: JournalState, server: string): Promise<Journal> {
    const now = await fingerprint(input);
    if (now.sha256 !== state.input.sha256 || now.bytes < state.doneBytes) {
      throw invalid(`${input} has changed since the run that the journal is about`);
    }
    if (state.server !== server) {
      throw invalid(
        `The journal of ${input} is about ${state.server}, not ${server}`,
        "Pass the same --server-url, or remove the journal to begin again",
      );
    }
    return new Journal(journalPath(input), state);
  }

  /** Lines that were published, earlier runs included. */
  get published(): number {
    return this.#published;
  }

  /** Lines that were refused, earlier runs included. */
  get rejected(): number {
    return this.#rejected;
  }

  /** Name of the run. */
  get run(): string {
    return this.#base.run;
  }

  /** Whether a line was finished by an earlier run. */
  isDone(line: number): boolean {
    return line <= this.#doneUpTo || this.#skipped.has(line);
  }

  /** Notes that lines up to `line` were read; blank ones among them count as finished. */
  see(line: number, endByte: number): void {
    for (let skipped = this.#lastSeen + 1; skipped < line; skipped++) {
      this.#beyond.set(skipped, this.#doneBytes);
    }
    this.#lastSeen = Math.max(this.#lastSeen, line);
    if (this.#beyond.has(line)) this.#beyond.set(line, endByte);
  }

  /** Notes that a line is finished and counts it, in one step, so that no state lies between. */
  finish(line: Line, isPublished: boolean): void {
    if (isPublished) this.#published++;
    else this.#rejected++;
    this.#beyond.set(line.number, line.endByte);
    for (let next = this.#doneUpTo + 1; this.#beyond.has(next); next++) {
      this.#doneBytes = Math.max(this.#doneBytes, this.#beyond.get(next) ?? 0);
      this.#doneUpTo = next;
      this.#beyond.delete(next);
    }
  }

  /** Writes the state down, one writer at a time; who comes meanwhile waits for the next state. */
  async save(): Promise<void> {
    const before = this.#saving;
    const own = before.then(() => this.#write());
    this.#saving = own.catch(() => {});
    await own;
  }

  async #write(): Promise<void> {
    const state: JournalState = {
      format: FORMAT,
      ...this.#base,
      doneUpTo: this.#doneUpTo,
      doneBytes: this.#doneBytes,
      doneBeyond: [...this.#beyond.keys()],
      published: this.#published,
      rejected: this.#rejected,
    };
    // One name for every attempt, so that a killed run leaves nothing that nobody removes.
    const temporary = `${this.#path}.tmp`;
    await Deno.writeTextFile(temporary, JSON.stringify(state), { mode: 0o600 });
    await Deno.rename(temporary, this.#path);
  }

  /** Removes the journal: everything is finished. */
  async remove(): Promise<void> {
    for (const path of [this.#path, `${this.#path}.tmp`]) {
      await Deno.remove(path).catch((error) => {
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      });
    }
  }
}
