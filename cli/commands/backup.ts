import type { Context } from "../context.ts";
import { CliError, invalid } from "../errors.ts";
import { formatCount, formatDuration } from "../render/age.ts";
import { isRecord } from "../render/fields.ts";
import type { Result } from "../result.ts";
import {
  dataFilePath,
  exists,
  isDataFile,
  requireDataFile,
  unservedDataFile,
} from "../services/data_file.ts";
import { VERSION } from "../version.ts";
import { fileReason } from "../input/text_input.ts";
import { dirname } from "../settings/path.ts";

/** Format of a backup; a newer one is refused. */
const FORMAT = 1;

/** Longest first line of a backup, bytes. */
const MAX_HEAD_BYTES = 4_096;

/** First line of a backup; the packed data file follows. */
interface BackupHead {
  /** Format. */
  readonly reflexio_backup: number;
  /** Version of the program that wrote it. */
  readonly version: string;
  /** When, ISO 8601. */
  readonly created_at: string;
  /** Size of the data file, bytes. */
  readonly bytes: number;
  /** SHA-256 of the data file, hex. */
  readonly sha256: string;
}

/** SHA-256 and size of a file, read as a stream. */
async function digestOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of (await Deno.open(path)).readable) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** `backup`: a consistent copy of the data file. */
export async function backup(context: Context): Promise<Result> {
  const { input, out } = context;
  const target = input.required("file", "FILE");
  const kv = await dataFilePath(context);
  if (!isDataFile(kv)) {
    throw invalid(
      `Cannot copy the data of ${kv}: that is no file`,
      "Use reflexio export for other stores",
    );
  }
  await requireDataFile(kv);
  if (!input.on("force") && await exists(target)) {
    throw invalid(`${target} exists already`, "Replace it with --force");
  }
  const folder = dirname(target);
  if (!await exists(folder)) throw invalid(`Cannot write ${target}: there is no folder ${folder}`);
  const startedMs = performance.now();
  const copy = `${target}.copy`;
  const part = `${target}.part`;
  try {
    await copyDatabase(kv, copy);
    const { sha256, bytes } = await digestOf(copy);
    const head: BackupHead = {
      reflexio_backup: FORMAT,
      version: VERSION,
      created_at: new Date().toISOString(),
      bytes,
      sha256,
    };
    await Deno.writeFile(part, new TextEncoder().encode(`${JSON.stringify(head)}\n`), {
      mode: 0o600,
    });
    const packed = (await Deno.open(copy)).readable.pipeThrough(new CompressionStream("gzip"));
    await packed.pipeTo((await Deno.open(part, { append: true })).writable);
    await Deno.rename(part, target);
    const size = (await Deno.stat(target)).size;
    out.note(
      `Copied ${kv}: ${formatCount(bytes)} bytes, packed ${formatCount(size)}, ` +
        `${formatDuration(performance.now() - startedMs)}`,
    );
    return { data: { path: target, kv, bytes, packed_bytes: size, sha256 }, human: () => target };
  } finally {
    for (const path of [copy, part]) await removeIfThere(path);
  }
}

/** Copies a database as it is at one moment, whoever writes to it meanwhile. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const { DatabaseSync } = await import("node:sqlite");
  await removeIfThere(to);
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    database.exec("PRAGMA busy_timeout = 10000");
    database.prepare("VACUUM INTO ?").run(to);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new CliError("general", `Cannot copy ${from}: ${error.message}`, { cause: error });
  } finally {
    database.close();
  }
}

/** `restore`: puts a backup in place of the data file. */
export async function restore(context: Context): Promise<Result> {
  const { input, out, prompt } = context;
  const source = input.required("file", "FILE");
  const kv = await unservedDataFile(context);
  if (!isDataFile(kv)) throw invalid(`Cannot restore into ${kv}: that is no file`);
  const { head, body } = await openBackup(source);
  const fresh = `${kv}.restore`;
  await Deno.mkdir(dirname(kv), { recursive: true, mode: 0o700 });
  try {
    await body.pipeThrough(new DecompressionStream("gzip"))
      .pipeTo(
        (await Deno.open(fresh, { create: true, truncate: true, write: true, mode: 0o600 }))
          .writable,
      )
      .catch((error: unknown) => {
        throw invalid(`${source} is damaged: ${error instanceof Error ? error.message : error}`);
      });
    const { sha256, bytes } = await digestOf(fresh);
    if (sha256 !== head.sha256) throw invalid(`${source} is damaged: its checksum does not fit`);
    out.note(`Backup of ${head.created_at}, ${formatCount(bytes)} bytes, checksum right`);
    if (input.on("dry-run")) return { data: { ...head, kv, dry_run: true } };
    const isThere = await exists(kv);
    if (isThere && !input.on("yes")) await prompt.confirm(`Replace ${kv}`);
    const kept = isThere ? await setAside(kv) : null;
    await Deno.rename(fresh, kv);
    if (kept !== null) out.note(`The old file is ${kept}`);
    return { data: { ...head, kv, kept }, human: () => `Restored ${kv}` };
  } finally {
    await removeIfThere(fresh);
  }
}

/** Reads the first line of a backup and leaves the rest as a stream. */
async function openBackup(
  path: string,
): Promise<{ head: BackupHead; body: ReadableStream<Uint8Array<ArrayBuffer>> }> {
  const file = await openToRead(path);
  const start = new Uint8Array(MAX_HEAD_BYTES);
  let filled = 0;
  for (let count = await file.read(start); count; count = await file.read(start.subarray(filled))) {
    filled += count;
    if (filled >= start.length) break;
  }
  const end = start.subarray(0, filled).indexOf(10);
  const head = end < 0 ? null : parseHead(new TextDecoder().decode(start.subarray(0, end)));
  if (head === null) {
    file.close();
    throw invalid(`${path} is no backup of reflexio`);
  }
  if (head.reflexio_backup > FORMAT) {
    file.close();
    throw invalid(
      `${path} was written by version ${head.version}, this is ${VERSION}`,
      "Update reflexio",
    );
  }
  await file.seek(end + 1, Deno.SeekMode.Start);
  return { head, body: file.readable };
}

/** Opens a file to read it. */
async function openToRead(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path);
  } catch (error) {
    throw invalid(`Cannot read ${path}: ${fileReason(error)}`, "Check the path");
  }
}

/** The first line as a record, null when it is none. */
function parseHead(line: string): BackupHead | null {
  try {
    const value: unknown = JSON.parse(line);
    const isHead = isRecord(value) && typeof value.reflexio_backup === "number" &&
      typeof value.sha256 === "string";
    return isHead ? value as unknown as BackupHead : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Gives the present file another name, its companions too. Returns the name. */
async function setAside(kv: string): Promise<string> {
  const kept = `${kv}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  await Deno.rename(kv, kept);
  for (const tail of ["-wal", "-shm"]) {
    if (await exists(kv + tail)) await Deno.rename(kv + tail, kept + tail);
  }
  return kept;
}

/** Removes a file that may not be there. */
async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
