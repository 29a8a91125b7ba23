import { ENGINE_FLAGS } from "../engine_flags.ts";
import { selfCommand } from "../host.ts";
import { makePrivateFolder } from "../settings/private_file.ts";
import { dirname } from "../settings/path.ts";

/**
 * Starts this same program again in the background, cut off from our streams and our terminal. What
 * it writes goes to its log file, which it opens itself.
 *
 * @param args Arguments after the program's own.
 * @param env Variables added to ours.
 * @returns Its process id, and a promise of its exit code for as long as we live.
 */
export function spawnDetached(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): { readonly pid: number; readonly ended: Promise<number> } {
  const self = selfCommand();
  const child = new Deno.Command(self.file, {
    args: [...self.args, ...args],
    stdin: "null",
    stdout: "null",
    stderr: "null",
    detached: true,
    env: { DENO_V8_FLAGS: Deno.env.get("DENO_V8_FLAGS") || ENGINE_FLAGS, ...env },
  }).spawn();
  const ended = child.status.then(({ code }) => code);
  child.unref();
  return { pid: child.pid, ended };
}

/** A log file that is opened for each part, so that it may be moved away meanwhile. */
export class LogFile {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Makes its folder. */
  static async open(path: string): Promise<LogFile> {
    await makePrivateFolder(dirname(path));
    return new LogFile(path);
  }

  /** Adds text to the end. */
  write(text: string): void {
    Deno.writeTextFileSync(this.#path, text, { append: true, create: true, mode: 0o600 });
  }
}

/** Appends a line with a time stamp to a log; a log that cannot be written is no failure. */
export async function appendLog(path: string, line: string): Promise<void> {
  try {
    const log = await LogFile.open(path);
    log.write(`${new Date().toISOString()} ${line}\n`);
  } catch (error) {
    const isRefused = error instanceof Deno.errors.PermissionDenied ||
      error instanceof Deno.errors.NotADirectory;
    if (!isRefused) throw error;
  }
}
