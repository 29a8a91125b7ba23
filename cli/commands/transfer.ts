import type { Context } from "../context.ts";
import { CliError, invalid } from "../errors.ts";
import { toCliError } from "../failure.ts";
import { parseLine, readLines } from "../input/lines.ts";
import { formatCount, formatDuration, plural } from "../render/age.ts";
import { PRINTED, type Result } from "../result.ts";
import { replaceFile } from "../settings/private_file.ts";
import {
  EXPORT_FORMAT,
  type ExportRecord,
  exportRecords,
  RECORD_KINDS,
  type RecordKind,
} from "./_export_records.ts";
import { importRecords, readExportRecord } from "./_import_records.ts";
import { exportWhole, hasWholeRecords, importWhole } from "./_whole_records.ts";
import { fileReason } from "../input/text_input.ts";

/** Words of `--kinds` with the kinds of records they stand for. */
const KIND_WORDS: Readonly<Record<string, readonly RecordKind[]>> = {
  "config": ["config"],
  "interactions": ["request", "interaction", "bookmark"],
  "profiles": ["profile"],
  "user-playbooks": ["user_playbook"],
  "agent-playbooks": ["agent_playbook", "aggregation"],
  "evaluations": ["evaluation"],
  "change-logs": ["profile_change_log", "aggregation_change_log"],
  "explanations": ["explanation"],
};

/** Most bytes of the lines that one request carries, one line excepted. */
const MAX_BATCH_BYTES = 4_000_000;

/** Where exported lines go. */
interface LineSink {
  write(text: string): Promise<void>;
  end(): Promise<void>;
  abort(): Promise<void>;
}

/** `export`: everything as JSONL. */
export async function exportAll(context: Context): Promise<Result> {
  const { input, out } = context;
  const words = input.words("kinds");
  const kinds = new Set(words?.flatMap((word) => KIND_WORDS[word] ?? []) ?? RECORD_KINDS);
  const path = input.filled("file");
  const records = await recordsOf(context, kinds);
  const sink = path === undefined || path === "-" ? stdoutSink(context) : await fileSink(path);
  const counts: Record<string, number> = {};
  const progress = out.progress("Exporting");
  let done = 0;
  try {
    await sink.write(`${JSON.stringify({ kind: "reflexio_export", format: EXPORT_FORMAT })}\n`);
    for await (const each of records) {
      await sink.write(`${JSON.stringify(each)}\n`);
      counts[each.kind] = (counts[each.kind] ?? 0) + 1;
      progress.update({ done: ++done, total: null });
    }
    await sink.end();
  } catch (error) {
    await sink.abort();
    throw error;
  } finally {
    progress.clear();
  }
  out.note(`Exported ${plural(done, "record")} in ${formatDuration(progress.elapsedMs)}`);
  for (const [kind, count] of Object.entries(counts)) out.note(`  ${kind}: ${formatCount(count)}`);
  return path === undefined || path === "-" ? PRINTED : { data: { path, counts } };
}

/** What is exported: whole records where the server gives them, else what its lists tell. */
async function recordsOf(
  context: Context,
  kinds: ReadonlySet<RecordKind>,
): Promise<AsyncGenerator<ExportRecord>> {
  const userId = context.input.filled("user-id");
  if (await hasWholeRecords(context)) return exportWhole(context, { userId, kinds });
  return exportRecords(await context.client(), {
    userId,
    kinds,
    onTruncated: (kind) => context.out.warn(`There are more rows of ${kind} than the server lists`),
  });
}

/** Lines to stdout. */
function stdoutSink({ out }: Context): LineSink {
  const nothing = () => Promise.resolve();
  return {
    write: (text) => {
      out.write(text);
      return Promise.resolve();
    },
    end: nothing,
    abort: nothing,
  };
}

/** Lines to a file that appears under its name only when it is whole. */
async function fileSink(path: string): Promise<LineSink> {
  const temporary = `${path}.part`;
  const file = await Deno.open(temporary, {
    create: true,
    truncate: true,
    write: true,
    mode: 0o600,
  });
  const writer = file.writable.getWriter();
  const encoder = new TextEncoder();
  return {
    write: (text) => writer.write(encoder.encode(text)),
    end: async () => {
      await writer.close();
      await Deno.rename(temporary, path);
    },
    abort: async () => {
      await writer.close().catch(() => {});
      await Deno.remove(temporary).catch(() => {});
    },
  };
}

/** `import`: reads what `export` wrote. */
export async function importAll(context: Context): Promise<Result> {
  const { input, out } = context;
  const path = input.required("file", "FILE");
  const isDryRun = input.on("dry-run");
  const batch = Math.max(1, Math.min(1_000, input.number("batch", 100)));
  const isLenient = input.on("continue-on-error");
  const store = isDryRun ? null : await storeOf(context);
  const counts: Record<string, number> = {};
  const rejects: string[] = [];
  const progress = out.progress("Importing");
  let done = 0;
  const flush = async (pending: readonly Pending[]) => {
    const [first] = pending;
    if (first === undefined) return;
    const { kind } = first.each;
    try {
      const records = pending.map(({ each }) => each);
      const stored = store === null ? records.length : await store(kind, records);
      counts[kind] = (counts[kind] ?? 0) + stored;
    } catch (error) {
      const failure = toCliError(error);
      if (!isLenient || failure.type === "network" || failure.type === "auth") {
        throw new CliError(
          failure.type,
          `Lines ${first.line} to ${pending.at(-1)?.line}: ${failure.message}`,
          {
            hint: failure.hint ??
              "Nothing after these lines was imported; --continue-on-error goes on",
          },
        );
      }
      for (const { line, each } of pending) {
        rejects.push(JSON.stringify({ line, error: failure.message, ...each }));
      }
    }
    done += pending.length;
    progress.update({ done, total: null });
  };
  try {
    let pending: Pending[] = [];
    let bytes = 0;
    for await (const line of readLines(await openInput(context, path))) {
      const each = readExportRecord(parseLine(line), line.number);
      if (each === null) continue;
      bytes += line.text.length;
      const isOtherKind = pending[0] !== undefined && pending[0].each.kind !== each.kind;
      if (pending.length >= batch || bytes > MAX_BATCH_BYTES || isOtherKind) {
        await flush(pending);
        pending = [];
        bytes = line.text.length;
      }
      pending.push({ line: line.number, each });
    }
    await flush(pending);
  } finally {
    progress.clear();
  }
  return await endOfImport(context, { path, counts, rejects, isDryRun });
}

/** Stores records of one kind and tells how many. */
type StoreRecords = (kind: RecordKind, records: readonly ExportRecord[]) => Promise<number>;

/** How records are stored: as they are where the server can, else as new ones. */
async function storeOf(context: Context): Promise<StoreRecords> {
  const replaces = context.input.on("replace");
  if (!context.input.on("new-ids") && await hasWholeRecords(context)) {
    return (_kind, records) => importWhole(context, records, { replaces });
  }
  const client = await context.client();
  const runId = crypto.randomUUID();
  return (kind, records) => importRecords(client, kind, records.map(({ record }) => record), runId);
}

/** A record waiting for its batch. */
interface Pending {
  readonly line: number;
  readonly each: ExportRecord;
}

/** Opens the input. */
async function openInput(
  { host }: Context,
  path: string,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  if (path === "-") return host.stdin();
  try {
    return (await Deno.open(path)).readable;
  } catch (error) {
    throw invalid(`Cannot read ${path}: ${fileReason(error)}`, "Check the path");
  }
}

/** Says how the import went. */
async function endOfImport(
  { out }: Context,
  run: {
    readonly path: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly rejects: readonly string[];
    readonly isDryRun: boolean;
  },
): Promise<Result> {
  const { counts, rejects, path, isDryRun } = run;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  out.note(`${isDryRun ? "Would import" : "Imported"} ${plural(total, "record")}`);
  for (const [kind, count] of Object.entries(counts)) {
    out.note(`  ${kind}: ${formatCount(count)}`);
  }
  if (rejects.length === 0) return { data: { counts, dry_run: isDryRun } };
  await replaceFile(`${path}.rejects.jsonl`, `${rejects.join("\n")}\n`, 0o600);
  return {
    data: { counts, rejected: rejects.length },
    failure: new CliError("general", `${plural(rejects.length, "record")} refused`, {
      hint: `They are in ${path}.rejects.jsonl`,
      code: "rejected",
    }),
  };
}
