import { resolve } from "node:path";
import type { Handler } from "../command.ts";
import type { Context } from "../context.ts";
import { CliError, usageError } from "../errors.ts";
import {
  linkOpenClaw,
  planOpenClaw,
  requireOpenClaw,
  unlinkOpenClaw,
} from "../integrations/openclaw.ts";
import { applyChanges, effective, type FileChange } from "../integrations/plan.ts";
import { type Place, PLANNERS } from "../integrations/plans.ts";
import { plural } from "../render/age.ts";
import type { Result } from "../result.ts";
import { saveEnv } from "../settings/env_file.ts";
import { userEnvPath } from "../settings/settings.ts";
import { pathList, planResult } from "./_setup_plan.ts";

/** `setup <agent>`: connects an agent, or takes the connection away. */
export function agent(name: string): Handler {
  return async (context) => {
    const { input, prompt } = context;
    const isRemoval = input.on("uninstall");
    if (input.on("global") && input.has("project-dir")) {
      throw new CliError("general", "Give --global or --project-dir, not both");
    }
    const isOpenClaw = name === "openclaw";
    if (isOpenClaw && !input.on("dry-run")) await requireOpenClaw();
    const place = await choosePlace(context, name);
    const planner = isOpenClaw ? planOpenClaw : PLANNERS[name];
    if (planner === undefined) throw usageError(`Unknown agent ${JSON.stringify(name)}`);
    const changes = effective(await planner(place, isRemoval));
    if (input.on("dry-run")) return planResult(changes);
    if (isRemoval && prompt.isInteractive && !input.on("yes") && changes.length > 0) {
      await prompt.confirm(`Remove ${plural(changes.length, "file")} or parts of files`);
    }
    await applyChanges(changes, place.project ?? place.home);
    return isRemoval
      ? await removed(context, changes, isOpenClaw)
      : await installed(context, place, changes, isOpenClaw);
  };
}

/** Where the integration goes. On a terminal the person is asked what the flags leave open. */
async function choosePlace(context: Context, name: string): Promise<Place> {
  const { input, host, prompt, settings } = context;
  const folder = input.filled("project-dir");
  let project = folder === undefined ? null : resolve(host.cwd, folder);
  const asks = prompt.isInteractive && !input.on("yes") && !input.on("dry-run") &&
    name !== "openclaw";
  if (asks && folder === undefined && !input.on("global")) {
    const chosen = await prompt.choose("Where?", [
      { word: "all", title: "All projects of this user" },
      { word: "here", title: `This project (${host.cwd})` },
    ], "--global or --project-dir");
    if (chosen === "here") project = host.cwd;
  }
  const fallback = settings.userId ?? name;
  const userId = input.filled("user-id") ??
    (asks && !input.on("uninstall")
      ? await prompt.ask("User id", { instead: "--user-id", fallback })
      : fallback);
  return {
    home: host.home,
    project,
    userId,
    isExpert: input.on("expert"),
    captures: input.on("capture"),
    now: new Date().toISOString(),
  };
}

/** Says what was removed. */
async function removed(
  { out }: Context,
  changes: readonly FileChange[],
  isOpenClaw: boolean,
): Promise<Result> {
  if (isOpenClaw) await unlinkOpenClaw();
  out.note(changes.length === 0 ? "Nothing was installed" : "Removed; data and settings stay");
  return { data: { removed: changes.map(({ path }) => path) }, human: () => pathList(changes) };
}

/** Saves the person and says what was installed. */
async function installed(
  context: Context,
  place: Place,
  changes: readonly FileChange[],
  isOpenClaw: boolean,
): Promise<Result> {
  const { out, host, settings } = context;
  if (settings.userId !== place.userId) {
    await saveEnv(userEnvPath(host), { REFLEXIO_USER_ID: place.userId });
  }
  const problem = isOpenClaw ? await linkOpenClaw(place.home) : null;
  if (problem !== null) out.warn(`${problem}: run openclaw hooks list to see what it knows`);
  out.note(
    changes.length === 0
      ? "Everything was there already"
      : `Wrote ${plural(changes.length, "file")}`,
  );
  out.note("Start a server with: reflexio services start --detach");
  return {
    data: { user_id: place.userId, written: changes.map(({ path }) => path) },
    human: () => pathList(changes),
  };
}
