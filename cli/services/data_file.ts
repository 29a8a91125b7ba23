import type { KeyedCipher } from "../../server/mod.ts";
import type { Context } from "../context.ts";
import { CliError, invalid } from "../errors.ts";
import { isSameProcess, listRunFiles, localServer, type RunFile } from "./run_file.ts";
import { loadServer } from "./server_code.ts";

/**
 * Where a new server keeps its data: `--kv`, then `REFLEXIO_KV`, then the user's data folder. Always
 * a path of its own: in a compiled program a database without one would not last.
 */
export async function dataFileToServe(context: Context): Promise<string> {
  const named = namedDataFile(context);
  if (named !== undefined) return named;
  const { defaultKvPath } = await loadServer();
  return defaultKvPath((name) => context.host.env(name));
}

/** Where the data are that a command works on: as named, else those of the server that runs. */
export async function dataFilePath(context: Context): Promise<string> {
  const server = namedDataFile(context) === undefined ? localServer(context.host) : null;
  if (server === null) return await dataFileToServe(context);
  context.out.detail(`Data file ${server.kv} (of the server at ${server.url})`);
  return server.kv;
}

/** The data file of `--kv`, then of `REFLEXIO_KV`; undefined when none is named. */
export function namedDataFile({ input, settings }: Context): string | undefined {
  return input.filled("kv") ?? settings.get("REFLEXIO_KV");
}

/** Whether a data "file" is a file: not memory, not a server. */
export function isDataFile(kv: string): boolean {
  return kv !== ":memory:" && !/^https?:\/\//.test(kv);
}

/** The server of this machine that has the file open, null when none is known. */
export function serverOf(context: Context, kv: string): RunFile | null {
  if (kv === ":memory:") return null;
  const resolved = realPath(kv);
  const run = listRunFiles(context.host).find((each) => realPath(each.kv) === resolved);
  return run && isSameProcess(run) ? run : null;
}

/**
 * The data that a command works on when no server may have them open.
 *
 * @throws {CliError} `general` that names the server that has.
 */
export async function unservedDataFile(context: Context): Promise<string> {
  const kv = await dataFilePath(context);
  // Once the server is stopped, nothing else tells which file was meant.
  const next = namedDataFile(context) === undefined ? `, then add --kv ${kv}` : "";
  refuseWhileServed(context, kv, next);
  return kv;
}

/**
 * Refuses while a server of this machine has the file open.
 *
 * @param next What is to be done once it is stopped, behind a comma.
 * @throws {CliError} `general` that names the server.
 */
export function refuseWhileServed(context: Context, kv: string, next = ""): void {
  const server = serverOf(context, kv);
  if (server === null) return;
  throw new CliError("general", `A server uses ${kv} (pid ${server.pid})`, {
    hint: `Stop it first: reflexio services stop --backend-port ${server.port}${next}`,
  });
}

/** Whether a file is there. */
export async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/**
 * Refuses when there is no data file, which opening would make; anything but files passes.
 *
 * @throws {CliError} `validation`.
 */
export async function requireDataFile(kv: string, hint = "Name it with --kv PATH"): Promise<void> {
  if (!isDataFile(kv) || await exists(kv)) return;
  throw invalid(`There is no data file ${kv}`, hint);
}

/** The keys that seal values, of `REFLEXIO_ENCRYPTION_KEYS`; null when none are set. */
export async function cipherOf({ settings }: Context): Promise<KeyedCipher | null> {
  const { createCipher, parseEncryptionKeys } = await loadServer();
  return createCipher(parseEncryptionKeys(settings.get("REFLEXIO_ENCRYPTION_KEYS") ?? ""));
}

/** A path with links resolved; itself when it does not exist. */
function realPath(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return path;
    throw error;
  }
}
