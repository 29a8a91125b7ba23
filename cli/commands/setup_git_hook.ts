import { resolve } from "node:path";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { selfCommand } from "../host.ts";
import { git } from "../integrations/git.ts";
import { hookBlock, withHookBlock, withoutHookBlock } from "../integrations/git_hook.ts";
import {
  applyChanges,
  change,
  effective,
  type FileChange,
  followLink,
  readIfThere,
} from "../integrations/plan.ts";
import type { Result } from "../result.ts";
import { dirname } from "../settings/path.ts";
import { pathList, planResult } from "./_setup_plan.ts";

/** `setup git-hook`: publishes each commit of a repository, or no longer. */
export async function setupGitHook(context: Context): Promise<Result> {
  const { input, out, host, prompt } = context;
  const isRemoval = input.on("remove") || input.on("uninstall");
  const place = await hookPlace(resolve(host.cwd, input.filled("project-dir") ?? "."));
  const changes = effective([await planHook(context, place.path, isRemoval)]);
  if (place.isShared) out.warn(`${dirname(place.path)} serves other repositories too`);
  if (input.on("dry-run")) return planResult(changes);
  if (isRemoval && changes.length > 0 && prompt.isInteractive && !input.on("yes")) {
    await prompt.confirm(`Remove our lines from ${place.path}`);
  }
  await applyChanges(changes, dirname(place.path));
  if (isRemoval) {
    out.note(changes.length === 0 ? "Nothing was installed" : "Removed; other hooks stay");
    return {
      data: { removed: changes.map(({ path }) => path) },
      human: () => pathList(changes),
    };
  }
  out.note(
    changes.length === 0 ? "Everything was there already" : "Each commit is published from now on",
  );
  return { data: { written: changes.map(({ path }) => path) }, human: () => pathList(changes) };
}

/** The hook of a repository. */
interface HookPlace {
  /** Its file. */
  readonly path: string;
  /** Whether other repositories run it too. */
  readonly isShared: boolean;
}

/** Where git, or the tool that manages its hooks, looks for the hook. */
async function hookPlace(folder: string): Promise<HookPlace> {
  const [hooks = "", common = ""] = (await git(folder, [
    "rev-parse",
    "--path-format=absolute",
    "--git-path",
    "hooks",
    "--git-common-dir",
  ])).split("\n");
  // Husky writes `.husky/_` anew at each install and calls the hooks beside it.
  const husky = /^(.*[/\\]\.husky)[/\\]_$/.exec(hooks)?.[1];
  const path = await followLink(`${husky ?? hooks}/post-commit`);
  const isBare = await git(folder, ["rev-parse", "--is-bare-repository"]) === "true";
  const root = isBare ? common : await git(folder, ["rev-parse", "--show-toplevel"]);
  const isWithin = [root, common].some((each) => hooks === each || hooks.startsWith(`${each}/`));
  return { path, isShared: !isWithin };
}

/** The change of the hook. */
async function planHook(
  { input, globals }: Context,
  path: string,
  isRemoval: boolean,
): Promise<FileChange> {
  const text = await readIfThere(path);
  if (isRemoval) return await change(path, withoutHookBlock(text));
  if (text !== null) await requireRunning(path);
  const { file, args } = selfCommand();
  const given: readonly (readonly [string, string | undefined])[] = [
    ["--user-id", input.filled("user-id")],
    ["--agent-version", input.filled("agent-version")],
    ["--server-url", globals.text("server-url")],
    ["--profile", globals.text("profile")],
  ];
  const flags = given.flatMap(([flag, value]) => value ? [flag, value] : []);
  const after = withHookBlock(text, hookBlock([file, ...args], flags), path);
  return await change(path, after, { isProgram: true });
}

/**
 * Refuses a hook that git passes over: to switch it on would run lines of others.
 *
 * @throws {CliError} `validation` when it may not be run. Husky runs its hooks in any case.
 */
async function requireRunning(path: string): Promise<void> {
  const { mode } = await Deno.stat(path);
  if (mode === null || Deno.build.os === "windows" || /[/\\]\.husky[/\\]/.test(path)) return;
  if ((mode & 0o111) !== 0) return;
  throw invalid(
    `${path} is switched off: it is not executable`,
    `Remove it, or run chmod +x ${path}`,
  );
}
