import type { Context } from "../context.ts";
import { isSameProcess, listRunFiles, type RunFile } from "./run_file.ts";
import { loadServer } from "./server_code.ts";

/**
 * Where the data file is: `--kv`, then `REFLEXIO_KV`, then the user's data folder. Always a path of
 * its own: in a compiled program a database without one would not last.
 */
export async function dataFilePath(context: Context): Promise<string> {
  const named = context.input.filled("kv") ?? context.settings.get("REFLEXIO_KV");
  if (named !== undefined) return named;
  const { defaultKvPath } = await loadServer();
  return defaultKvPath((name) => context.host.env(name));
}

/** Whether a data "file" is a file: not memory, not a server. */
export function isDataFile(kv: string): boolean {
  return kv !== ":memory:" && !/^https?:\/\//.test(kv);
}

/** The server of this machine that has the file open, null when none is known. */
export function serverOf(context: Context, kv: string): RunFile | null {
  const resolved = realPath(kv);
  const run = listRunFiles(context.host).find((each) => realPath(each.kv) === resolved);
  return run && isSameProcess(run) ? run : null;
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
