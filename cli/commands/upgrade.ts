import type { Context } from "../context.ts";
import { CliError, invalid, usageError } from "../errors.ts";
import type { Result } from "../result.ts";
import { exists } from "../services/data_file.ts";
import { compareVersions, fetchBinary, findRelease, type Release } from "../services/release.ts";
import { keptPath, removeIfThere, replaceProgram } from "../services/replace_program.ts";
import { isSameProcess, listRunFiles } from "../services/run_file.ts";
import { dirname, join } from "../settings/path.ts";

/** `upgrade`: puts the newest release in place of this program. */
export async function upgrade(context: Context): Promise<Result> {
  const { input } = context;
  const named = input.filled("path");
  if (named === undefined && !Deno.build.standalone) return fromSource(context);
  const path = await programPath(named);
  if (input.on("rollback")) return await rollback(context, path);
  const current = await versionOf(path);
  const release = await findRelease(context, baseUrl(context), input.filled("release"));
  const isNewer = current === null || compareVersions(release.version, current) > 0;
  const facts = { path, current, release: release.version, newer: isNewer };
  if (input.on("check")) {
    return { data: facts, keepsNulls: true, human: () => checkText(facts) };
  }
  if (!isNewer && !input.has("release") && !input.on("force")) {
    context.out.note("--force installs it anew");
    return {
      data: { ...facts, upgraded: false },
      human: () => `reflexio ${current} is the newest`,
    };
  }
  await install(context, path, release);
  restartNote(context);
  const was = current === null ? "" : ` (before: ${current})`;
  return {
    data: { ...facts, upgraded: true, kept: keptPath(path) },
    keepsNulls: true,
    human: () => `Installed reflexio ${release.version} in ${path}${was}`,
  };
}

/** What `--check` says. */
function checkText(facts: { current: string | null; release: string; newer: boolean }): string {
  const { current, release, newer } = facts;
  if (newer) return `reflexio ${release} is there; this is ${current ?? "unknown"}`;
  return compareVersions(release, current ?? release) === 0
    ? `reflexio ${current} is the newest`
    : `reflexio ${current} is newer than ${release}`;
}

/** A program that is run from its source is not replaced: the source is. */
function fromSource({ out }: Context): Result {
  const root = new URL("../../", import.meta.url);
  const command = root.protocol === "file:"
    ? `git -C ${decodeURIComponent(root.pathname).replace(/\/$/, "")} pull`
    : `deno cache --reload ${root.href}cli/main.ts`;
  out.note("It runs from its source, which is updated with:");
  return {
    data: { from_source: true, command },
    human: () => command,
  };
}

/** Where the releases are. */
function baseUrl({ input, settings }: Context): string {
  const url = input.filled("base-url") ?? settings.get("REFLEXIO_INSTALL_URL");
  if (url) return url;
  throw usageError(
    "No address of the releases",
    "Pass --base-url URL or set REFLEXIO_INSTALL_URL",
  );
}

/** The program that is replaced, with links resolved. */
async function programPath(named: string | undefined): Promise<string> {
  try {
    return await Deno.realPath(named ?? Deno.execPath());
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw invalid(`There is no ${named}`, "Name the program with --path FILE");
  }
}

/** The version that a program says, null when it says none. */
async function versionOf(path: string): Promise<string | null> {
  try {
    const { success, stdout } = await new Deno.Command(path, {
      args: ["--version"],
      stdin: "null",
      stderr: "null",
    }).output();
    const said = /^reflexio (\S+)/.exec(new TextDecoder().decode(stdout));
    return success ? said?.[1] ?? null : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Fetches, verifies, tries and puts in place; nothing is changed before all that went well. */
async function install(context: Context, path: string, release: Release): Promise<void> {
  const tail = Deno.build.os === "windows" ? ".exe" : "";
  const fresh = join(dirname(path), `.reflexio-${Deno.pid}.new${tail}`);
  const signal = context.interrupt.take();
  try {
    await fetchBinary(context, release, fresh, signal);
    const version = await versionOf(fresh);
    if (version !== release.version) {
      throw new CliError("general", "The binary does not run here: nothing was changed", {
        code: "failed",
        hint: `It should say reflexio ${release.version}, it said ${version ?? "nothing"}`,
      });
    }
    await replaceProgram(path, fresh);
  } catch (error) {
    throw refusedWrite(path, error);
  } finally {
    await removeIfThere(fresh);
  }
}

/** Says of a refused write what to do; any other failure is passed on. */
function refusedWrite(path: string, error: unknown): unknown {
  if (!(error instanceof Deno.errors.PermissionDenied)) return error;
  return new CliError("general", `Cannot write in ${dirname(path)}: it may not be changed`, {
    hint: "Run it as the owner of that folder, or install for yourself with install.sh",
    cause: error,
  });
}

/** Puts back the program that the last upgrade replaced, which is kept in turn. */
async function rollback(context: Context, path: string): Promise<Result> {
  const kept = keptPath(path);
  if (!await exists(kept)) {
    throw invalid(`There is no ${kept} to go back to`, "The last upgrade leaves it there");
  }
  const before = await versionOf(path);
  const fresh = join(dirname(path), `.reflexio-${Deno.pid}.new`);
  try {
    await Deno.rename(kept, fresh);
    await replaceProgram(path, fresh).catch(async (error) => {
      await Deno.rename(fresh, kept);
      throw error;
    });
  } catch (error) {
    throw refusedWrite(path, error);
  }
  const version = await versionOf(path);
  restartNote(context);
  return {
    data: { path, current: version, before },
    keepsNulls: true,
    human: () => `Back to reflexio ${version ?? "?"} in ${path} (before: ${before ?? "unknown"})`,
  };
}

/** Servers that run keep the program that they were started with. */
function restartNote({ host, out }: Context): void {
  for (const { port } of listRunFiles(host).filter((run) => isSameProcess(run))) {
    out.note(`The server on port ${port} takes it after: ${restartCommand(port)}`);
  }
}

function restartCommand(port: number): string {
  return `reflexio services restart${port === 8081 ? "" : ` --backend-port ${port}`}`;
}
