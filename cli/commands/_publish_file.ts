import type { Context } from "../context.ts";
import { CliError, invalid, usageError } from "../errors.ts";
import { refusalIn } from "../failure.ts";
import { type LineOutcome, publishLines } from "../input/bulk.ts";
import { fingerprint, Journal, journalPath, readJournal } from "../input/journal.ts";
import { type Line, parseLine, readLines } from "../input/lines.ts";
import { readPayloads } from "../input/payload.ts";
import type { Source } from "../input/source.ts";
import { formatCount, formatDuration, plural } from "../render/age.ts";
import { PRINTED, type Result } from "../result.ts";
import { announce, envelopeLine, publishCall } from "./publish.ts";

/** Refused lines that are named on stderr; the rest is only counted. */
const MAX_NAMED_ERRORS = 5;

/** Publishes a JSONL file of any size. */
export async function publishFile(
  context: Context,
  source: Extract<Source, { kind: "lines" }>,
): Promise<Result> {
  const { out, input } = context;
  const { path } = source;
  if (input.on("resume") && source.isTemporary) {
    throw usageError("--resume needs a file, not stdin", "Save the input and pass it with --file");
  }
  const isDryRun = input.on("dry-run");
  const journal = isDryRun ? null : await openJournal(context, path);
  const checked = isDryRun || !input.on("continue-on-error")
    ? await checkLines(context, path)
    : null;
  if (journal === null) {
    out.note(`Would publish ${plural(checked?.payloads ?? 0, "payload")}`);
    return { data: { ...checked, dry_run: true } };
  }
  announce(context);
  if (checked !== null) out.note(`${plural(checked.payloads, "payload")} to publish`);
  const total = checked === null ? null : checked.lines;
  const signal = context.interrupt.take();
  const run = new FileRun(context, path, journal);
  if (!source.isTemporary) await run.saveOrWarn();
  const progress = out.progress("Publishing", { startedAt: run.startedAt });
  const client = await context.client();
  const { bytes } = await fingerprint(path);
  let isWhole = false;
  try {
    isWhole = await publishLines({
      path,
      journal,
      signal,
      concurrency: Math.max(1, Math.min(64, input.number("concurrency", 8))),
      send: async (payload, idempotencyKey) =>
        await client.publishInteraction({ ...publishCall(context, payload), idempotencyKey }),
      onLine: (outcome, line) => run.take(outcome, line),
      onProgress: (done, readBytes) => {
        const all = total ?? Math.round((done + run.startedAt) * bytes / Math.max(1, readBytes));
        progress.update({ done: done + run.startedAt, total: all });
      },
    });
  } finally {
    progress.clear();
    run.close();
  }
  return await run.end(isWhole && !signal.aborted, progress.elapsedMs, source.isTemporary);
}

/** Begins a journal, or goes on with the one that is there. */
async function openJournal(context: Context, path: string): Promise<Journal> {
  const { url } = context.server();
  const state = await readJournal(path);
  if (state === null) return await Journal.begin(path, url);
  if (context.input.on("resume")) return await Journal.resume(path, state, url);
  throw invalid(
    `${journalPath(path)} says that ${formatCount(state.doneUpTo)} lines are published already`,
    "Go on with --resume, or remove that file to begin again",
  );
}

/** Reads the whole file once and checks each line, so that nothing is sent when one is wrong. */
async function checkLines(
  context: Context,
  path: string,
): Promise<{ lines: number; payloads: number }> {
  const progress = context.out.progress("Checking");
  let lines = 0;
  let payloads = 0;
  try {
    for await (const line of readLines((await Deno.open(path)).readable)) {
      const read = readPayloads(parseLine(line), `Line ${line.number}`);
      if (lines === 0) { for (const payload of read) publishCall(context, payload); }
      payloads += read.length;
      lines = line.number;
      progress.update({ done: payloads, total: null });
    }
  } finally {
    progress.clear();
  }
  return { lines, payloads };
}

/** One run over a file: counts, rejects, and what is said at the end. */
class FileRun {
  readonly #context: Context;
  readonly #path: string;
  readonly #journal: Journal;
  readonly #isLenient: boolean;
  /** Lines finished by earlier runs. */
  readonly startedAt: number;
  #rejects: Deno.FsFile | null = null;
  #named = 0;

  constructor(context: Context, path: string, journal: Journal) {
    this.#context = context;
    this.#path = path;
    this.#journal = journal;
    this.#isLenient = context.input.on("continue-on-error");
    this.startedAt = journal.published + journal.rejected;
  }

  /** Writes the journal; a folder that cannot be written only costs the way back. */
  async saveOrWarn(): Promise<void> {
    try {
      await this.#journal.save();
    } catch (error) {
      if (!(error instanceof Deno.errors.PermissionDenied)) throw error;
      this.#context.out.warn(`Cannot write ${journalPath(this.#path)}: this run cannot be resumed`);
    }
  }

  /** Takes the outcome of a line; whether it was published. */
  async take(outcome: LineOutcome, line: Line): Promise<boolean> {
    const { out } = this.#context;
    const error = outcome.error ?? this.#refusal(outcome);
    if (error === null) {
      if (out.isJson) {
        for (const answer of outcome.answers ?? []) out.line(envelopeLine(answer, line.number - 1));
      }
      return true;
    }
    const isOurFault = error.type === "network" || error.type === "auth" ||
      error.type === "rate_limit";
    if (!this.#isLenient || isOurFault) {
      throw new CliError(error.type, `Line ${line.number}: ${error.message}`, {
        hint: isOurFault
          ? "Run it again with --resume"
          : "Correct the line and run it again with --resume, or add --continue-on-error",
        ...error.code === undefined ? {} : { code: error.code },
      });
    }
    await this.#reject(line, error);
    return false;
  }

  /** An answer with `success: false`, null when all is well. */
  #refusal(outcome: LineOutcome): CliError | null {
    for (const answer of outcome.answers ?? []) {
      const refusal = refusalIn(answer, "publish");
      if (refusal !== undefined) return refusal;
    }
    return null;
  }

  /** Keeps a refused line beside the input. */
  async #reject(line: Line, error: CliError): Promise<void> {
    this.#rejects ??= await Deno.open(`${this.#path}.rejects.jsonl`, {
      create: true,
      append: true,
      mode: 0o600,
    });
    const record = JSON.stringify({ line: line.number, error: error.message, text: line.text });
    await this.#rejects.write(new TextEncoder().encode(`${record}\n`));
    if (this.#named++ < MAX_NAMED_ERRORS) this.#context.out.note(`Refused: ${error.message}`);
  }

  /** Closes the rejects file. */
  close(): void {
    this.#rejects?.close();
    this.#rejects = null;
  }

  /** Says how it went. */
  async end(isWhole: boolean, elapsedMs: number, isTemporary: boolean): Promise<Result> {
    const { out } = this.#context;
    const { published, rejected } = this.#journal;
    const done = published + rejected - this.startedAt;
    const rate = Math.round(done / Math.max(0.001, elapsedMs / 1_000));
    const figures = `${formatDuration(elapsedMs)}, ${formatCount(rate)} lines/s`;
    if (!isWhole) {
      throw new CliError("interrupted", `Stopped after ${plural(published, "line")}`, {
        hint: isTemporary
          ? "Input from stdin cannot be resumed"
          : `Go on with: reflexio publish ${this.#path} --resume`,
      });
    }
    await this.#journal.remove();
    out.note(
      `Published ${plural(published, "line")}, refused ${formatCount(rejected)} (${figures})`,
    );
    if (rejected === 0) return out.isJson ? PRINTED : { data: { published, rejected } };
    return {
      ...out.isJson ? PRINTED : { data: { published, rejected } },
      failure: new CliError("general", `${plural(rejected, "line")} refused`, {
        hint: `They are in ${this.#path}.rejects.jsonl`,
        code: "rejected",
      }),
    };
  }
}
