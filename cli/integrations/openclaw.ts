import { CliError } from "../errors.ts";
import { change, type FileChange, readIfThere } from "./plan.ts";
import type { Place } from "./plans.ts";
import { AGGREGATE_TEXT, extractText, rulesText, skillText } from "./texts.ts";
import { join } from "../settings/path.ts";

/** Name of the hook as OpenClaw lists it. */
export const OPENCLAW_HOOK = "reflexio-context";

/** What OpenClaw reads about the hook. */
const HOOK_TEXT = `---
name: ${OPENCLAW_HOOK}
description: Puts what earlier conversations taught into the context, and stores conversations.
metadata: { "openclaw": { "emoji": "🧠", "events": ["agent:bootstrap", "message:received", "message:sent", "command:new", "command:reset"] } }
---

# Reflexio context

Asks the Reflexio server of this machine (http://127.0.0.1:8081) for what is known and hands finished
conversations to it. Does nothing while the server is down.
`;

/** The hook itself: plain JavaScript, HTTP only. */
const HANDLER_TEXT = `const BASE = process.env.REFLEXIO_URL || "http://127.0.0.1:8081";
const USER = process.env.REFLEXIO_USER_ID || "openclaw";
const MAX_TURNS = 200;
const turns = new Map();

async function call(path, body) {
  const key = process.env.REFLEXIO_API_KEY;
  const response = await fetch(BASE + path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "reflexio-openclaw",
      ...(key ? { authorization: "Bearer " + key } : {}),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5000),
  });
  return response.ok ? await response.json() : null;
}

function remember(session, role, content) {
  const kept = turns.get(session) ?? [];
  kept.push({ role, content: String(content).slice(0, 10000) });
  turns.set(session, kept.slice(-MAX_TURNS));
}

async function store(session) {
  const kept = turns.get(session) ?? [];
  turns.delete(session);
  if (kept.length < 2) return;
  await call("/api/publish_interaction", {
    user_id: USER,
    interaction_data_list: kept,
    source: "openclaw",
    agent_version: "openclaw",
    session_id: session,
  });
}

async function recall(event) {
  const files = event.context?.bootstrapFiles;
  if (!Array.isArray(files)) return;
  const found = await call("/api/search", { query: "preferences and corrections", user_id: USER, top_k: 10 });
  if (!found) return;
  const lines = [
    ...(found.profiles ?? []).map((item) => item.content),
    ...(found.agent_playbooks ?? []).map((item) => item.content),
    ...(found.user_playbooks ?? []).map((item) => item.content),
  ].map((text) => "- " + String(text).replace(/\\s+/g, " "));
  if (lines.length === 0) return;
  files.push({
    path: "REFLEXIO.md",
    content: "# IMPORTANT: Apply These Corrections (from Reflexio)\\n\\n" + lines.join("\\n") + "\\n",
  });
}

export default async function handler(event) {
  const session = String(event.sessionKey ?? "main");
  const text = event.context?.content ?? event.context?.text;
  try {
    if (event.type === "agent") await recall(event);
    else if (event.type === "command") await store(session);
    else if (event.action === "received" && text) remember(session, "user", text);
    else if (event.action === "sent" && text) remember(session, "assistant", text);
  } catch {
    // The server is down or slow: the agent goes on without it.
  }
}
`;

/** Package file by which OpenClaw finds the hook. */
const PACKAGE_TEXT = `${
  JSON.stringify(
    {
      name: OPENCLAW_HOOK,
      version: "1.0.0",
      type: "module",
      openclaw: { hooks: [`./${OPENCLAW_HOOK}`] },
    },
    null,
    2,
  )
}\n`;

/** Folder that OpenClaw links to. */
export function openClawFolder(home: string): string {
  return join(home, ".reflexio", "integrations", "openclaw");
}

/** Files of the OpenClaw integration. A skill that came from its store (\`_meta.json\`) is left alone. */
export async function planOpenClaw(place: Place, isRemoval: boolean): Promise<FileChange[]> {
  const folder = openClawFolder(place.home);
  const skills = join(place.home, ".openclaw", "skills");
  const isFromStore = await readIfThere(join(skills, "reflexio", "_meta.json")) !== null;
  const files: readonly (readonly [string, string])[] = [
    [join(folder, "package.json"), PACKAGE_TEXT],
    [join(folder, OPENCLAW_HOOK, "HOOK.md"), HOOK_TEXT],
    [join(folder, OPENCLAW_HOOK, "handler.js"), HANDLER_TEXT],
    ...isFromStore
      ? []
      : [[join(skills, "reflexio", "SKILL.md"), skillText(place.userId, false)] as const],
    [join(skills, "reflexio-extract", "SKILL.md"), extractText(place.userId)],
    [join(skills, "reflexio-aggregate", "SKILL.md"), AGGREGATE_TEXT],
    [join(place.home, ".openclaw", "workspace", "reflexio.md"), rulesText(place.userId)],
  ];
  return await Promise.all(files.map(([path, text]) => change(path, isRemoval ? null : text)));
}

/**
 * Checks that OpenClaw is there before anything is asked or written.
 *
 * @throws {CliError} `general` when it is not on the search path.
 */
export async function requireOpenClaw(): Promise<void> {
  if (await runOpenClaw(["--version"]) !== null) return;
  throw new CliError("general", "openclaw is not on the search path", {
    hint: "Install OpenClaw first, then run this again",
  });
}

/** Runs OpenClaw; its output, null when it cannot be started or fails. */
async function runOpenClaw(args: readonly string[]): Promise<string | null> {
  try {
    const { success, stdout } = await new Deno.Command("openclaw", {
      args: [...args],
      stdin: "null",
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout) : null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Makes OpenClaw know the hook. Returns what went wrong, null when all is well. */
export async function linkOpenClaw(home: string): Promise<string | null> {
  const isInstalled = await runOpenClaw(["plugins", "install", openClawFolder(home), "--link"]);
  if (isInstalled === null) return "openclaw plugins install failed";
  if (await runOpenClaw(["hooks", "enable", OPENCLAW_HOOK]) === null) {
    return "openclaw hooks enable failed";
  }
  const list = await runOpenClaw(["hooks", "list"]);
  return list?.includes(OPENCLAW_HOOK)
    ? null
    : `openclaw hooks list does not name ${OPENCLAW_HOOK}`;
}

/** Makes OpenClaw forget the hook. */
export async function unlinkOpenClaw(): Promise<void> {
  await runOpenClaw(["hooks", "disable", OPENCLAW_HOOK]);
  await runOpenClaw(["plugins", "uninstall", OPENCLAW_HOOK]);
}
