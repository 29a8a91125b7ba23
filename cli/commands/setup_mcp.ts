import { resolve } from "node:path";
import type { Context } from "../context.ts";
import { CliError, invalid, usageError } from "../errors.ts";
import { readEntry, withEntry, withoutEntry } from "../integrations/json_entry.ts";
import {
  ENTRY_NAME,
  isOurEntry,
  MCP_CLIENTS,
  type McpClientProgram,
  serverEntry,
} from "../integrations/mcp_clients.ts";
import {
  applyChanges,
  change,
  effective,
  type FileChange,
  followLink,
  readIfThere,
} from "../integrations/plan.ts";
import type { Result } from "../result.ts";
import { saveEnv } from "../settings/env_file.ts";
import { join } from "../settings/path.ts";
import { userEnvPath } from "../settings/settings.ts";
import { pathList, planResult } from "./_setup_plan.ts";

/** `setup mcp`: makes a client start `reflexio mcp`, or no longer. */
export async function setupMcp(context: Context): Promise<Result> {
  const { input, out, prompt } = context;
  const program = await chooseProgram(context);
  const isRemoval = input.on("remove") || input.on("uninstall");
  const { root, file } = settingsFile(context, program);
  const path = await followLink(file);
  const changes = effective([await planEntry(context, program, path, isRemoval)]);
  if (input.on("dry-run")) return planResult(changes);
  if (isRemoval && changes.length > 0 && prompt.isInteractive && !input.on("yes")) {
    await prompt.confirm(`Remove the server from ${path}`);
  }
  await applyChanges(changes, root);
  if (isRemoval) {
    out.note(changes.length === 0 ? "Nothing was installed" : `Removed from ${program.title}`);
    return {
      data: { client: program.name, removed: changes.map((each) => each.path) },
      human: () => pathList(changes),
    };
  }
  await saveUser(context, program);
  out.note(
    changes.length === 0
      ? "Everything was there already"
      : `Wrote the server; restart ${program.title} to load it`,
  );
  return {
    data: { client: program.name, written: changes.map((each) => each.path) },
    human: () => pathList(changes),
  };
}

/** The client that was named, or is chosen on a terminal. */
async function chooseProgram({ input, prompt }: Context): Promise<McpClientProgram> {
  const names = MCP_CLIENTS.map(({ name }) => name);
  let name = input.filled("client");
  if (name === undefined && prompt.isInteractive && !input.on("yes")) {
    const choices = MCP_CLIENTS.map(({ name, title }) => ({ word: name, title }));
    name = await prompt.choose("Which client?", choices, "CLIENT");
  }
  const program = MCP_CLIENTS.find((each) => each.name === name);
  if (program === undefined) throw usageError("Missing CLIENT", `Name one: ${names.join(", ")}`);
  return program;
}

/** The settings that are written: of the project where the client has such, else of the user. */
function settingsFile(
  { input, host }: Context,
  program: McpClientProgram,
): { readonly root: string; readonly file: string } {
  const folder = input.filled("project-dir");
  if (input.on("global") && folder !== undefined) {
    throw new CliError("general", "Give --global or --project-dir, not both");
  }
  if (program.projectFile === null && folder !== undefined) {
    throw invalid(`${program.title} has no settings of a project`, "Leave --project-dir out");
  }
  if (program.projectFile === null || input.on("global")) {
    return { root: host.home, file: program.userFile(host) };
  }
  const root = resolve(host.cwd, folder ?? ".");
  return { root, file: join(root, ...program.projectFile) };
}

/** The change of the settings. An entry of the same name that is not ours is left alone. */
async function planEntry(
  context: Context,
  program: McpClientProgram,
  path: string,
  isRemoval: boolean,
): Promise<FileChange> {
  const text = await readIfThere(path);
  const place = { file: path, group: program.group, name: ENTRY_NAME };
  const present = readEntry(text, place);
  if (present !== undefined && !isOurEntry(present)) {
    throw invalid(
      `${path}: the server ${ENTRY_NAME} starts another program`,
      "Rename or remove it first; it was left as it is",
    );
  }
  const after = isRemoval
    ? withoutEntry(text, place)
    : withEntry(text, place, serverEntry(program, serverFlags(context), present));
  return await change(path, after, { keepsCopy: path === program.userFile(context.host) });
}

/** Flags that the entry carries: those that were given. A key stays in the user's own file. */
function serverFlags({ input, globals, out }: Context): string[] {
  if (globals.has("api-key")) {
    out.warn("The key is not written into the settings: save it with reflexio auth login");
  }
  const given: readonly (readonly [string, string | undefined])[] = [
    ["--user-id", input.filled("user-id")],
    ["--agent-version", input.filled("agent-version")],
    ["--server-url", globals.text("server-url")],
    ["--profile", globals.text("profile")],
  ];
  return given.flatMap(([flag, value]) => value ? [flag, value] : []);
}

/** Without a known user the client's own name becomes one, so that each call need not name it. */
async function saveUser(
  { input, settings, host, prompt, out }: Context,
  program: McpClientProgram,
) {
  if (input.has("user-id") || settings.userId !== undefined) return;
  const fallback = program.name;
  const asks = prompt.isInteractive && !input.on("yes");
  const userId = asks ? await prompt.ask("User id", { instead: "--user-id", fallback }) : fallback;
  await saveEnv(userEnvPath(host), { REFLEXIO_USER_ID: userId });
  out.note(`Memory of ${userId}, saved in ${userEnvPath(host)}`);
}
