import { CliError } from "../errors.ts";

/** Longest wait for git, milliseconds. */
const GIT_TIMEOUT_MS = 60_000;

/**
 * Runs git and gives what it prints, without the last line break.
 *
 * @param folder Folder to run in.
 * @param args Its arguments.
 * @throws {CliError} `general` when there is no git, or it refuses.
 */
export async function git(folder: string, args: readonly string[]): Promise<string> {
  try {
    const { success, stdout, stderr } = await new Deno.Command("git", {
      args: ["--no-pager", ...args],
      cwd: folder,
      env: { LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" },
      stdin: "null",
      signal: AbortSignal.timeout(GIT_TIMEOUT_MS),
    }).output();
    const decoder = new TextDecoder();
    if (success) return decoder.decode(stdout).replace(/\n$/, "");
    const said = decoder.decode(stderr).trim().split("\n")[0];
    throw new CliError("general", `git ${args[0]}: ${said || "it failed"}`);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new CliError("general", `Cannot run git in ${folder}: git or the folder is missing`, {
      hint: "Install git, or correct --project-dir",
      cause: error,
    });
  }
}
