import type { Context } from "../context.ts";
import { toCliError } from "../failure.ts";
import { readTranscript } from "../integrations/transcript.ts";
import { contextBlock } from "../render/context_block.ts";
import { isRecord } from "../render/fields.ts";
import { request } from "../request.ts";
import { PRINTED, type Result } from "../result.ts";
import { spawnDetached } from "../services/spawn.ts";
import { readEnvText } from "../settings/env_file.ts";
import { writePrivateFile } from "../settings/private_file.ts";
import { reflexioHome } from "../settings/settings.ts";
import { readStdin } from "../input/text_input.ts";
import { dirname, join } from "../settings/path.ts";
import {
  hookAgent,
  hookServer,
  hookUser,
  hookVersion,
  logHook,
  PUBLISH_TIMEOUT_MS,
} from "./_hook_parts.ts";
import { publishCommit } from "./hook_git.ts";

/** Longest wait for a search, milliseconds. */
const SEARCH_TIMEOUT_MS = 5_000;

/** Longest wait for `/health`, milliseconds. */
const HEALTH_TIMEOUT_MS = 2_000;

/** Most turns that are published at once; the newest stay. */
const MAX_TURNS = 200;

/** Age at which the guard of a start counts as left behind, milliseconds. */
const GUARD_STALE_MS = 120_000;

/** Words that ask for nothing. */
const ACKNOWLEDGEMENT =
  /^(ok(ay)?|yes|yep|no|nope|thanks?( you)?|thx|sure|go( ahead| on)?|continue|done|great|good|perfect|cool|right)[.! ]*$/i;

/** `hook`: answers an event of an agent. Never fails and never holds the agent up. */
export async function hook(context: Context): Promise<Result> {
  const event = (context.input.text("event") ?? "").toLowerCase();
  try {
    if (hookAgent(context) === "git") {
      if (event === "post-commit") await publishCommit(context);
      return PRINTED;
    }
    const text = context.host.stdinIsTerminal ? "" : await readStdin(context.host);
    const payload = parseEvent(text);
    if (event === "session-start") {
      context.out.line("{}");
      await startIfDown(context);
    } else if (event === "user-prompt-submit") {
      await recall(context, payload);
    } else if (event === "stop") {
      await capture(context, payload);
      context.out.line("{}");
    }
  } catch (error) {
    await logHook(context, `${event}: ${toCliError(error).message}`);
    if (event === "stop") context.out.line("{}");
  }
  return PRINTED;
}

/** The event as an object, empty when it is none. */
function parseEvent(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Prints what is known about a prompt. */
async function recall(
  context: Context,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const prompt = typeof payload.prompt === "string" ? payload.prompt.trim() : "";
  if (prompt.length < 5 || ACKNOWLEDGEMENT.test(prompt)) return;
  try {
    const { body } = await request(hookServer(context), "POST /api/search", {
      timeoutMs: SEARCH_TIMEOUT_MS,
      body: { query: prompt.slice(0, 4_000), user_id: hookUser(context), top_k: 5, threshold: 0.4 },
    });
    if (!isRecord(body)) return;
    const list = <T>(value: unknown) => (Array.isArray(value) ? value : []) as readonly T[];
    const block = contextBlock({
      profiles: list(body.profiles),
      agent_playbooks: list(body.agent_playbooks),
      user_playbooks: list(body.user_playbooks),
    });
    if (block !== "") context.out.line(block);
  } catch (error) {
    if (toCliError(error).code !== "unreachable") throw error;
    await startIfDown(context);
  }
}

/** Starts a server of this machine when none answers; one start at a time. */
async function startIfDown(context: Context): Promise<void> {
  const server = hookServer(context);
  const { hostname, port } = new URL(server.url);
  if (!["localhost", "127.0.0.1", "[::1]"].includes(hostname)) return;
  try {
    await request(server, "GET /health", { timeoutMs: HEALTH_TIMEOUT_MS });
    return;
  } catch (error) {
    if (toCliError(error).code !== "unreachable") throw error;
  }
  const guard = join(reflexioHome(context.host), "logs", ".server-starting");
  if (!await takeGuard(guard)) return;
  spawnDetached(["services", "start", "--detach", "--backend-port", port || "80"], {});
  await logHook(context, `session: started a server on port ${port || "80"}`);
}

/** Whether we are the one who starts; a guard that is too old is taken over. */
async function takeGuard(path: string): Promise<boolean> {
  await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const { mtime } = await Deno.stat(path);
    if (mtime !== null && Date.now() - mtime.getTime() > GUARD_STALE_MS) await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  try {
    await Deno.writeTextFile(path, `${Deno.pid}\n`, { createNew: true, mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) return false;
    throw error;
  }
}

/** Publishes the transcript of a conversation that has ended. */
async function capture(
  context: Context,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (payload.stop_hook_active === true || typeof payload.transcript_path !== "string") return;
  const session = typeof payload.session_id === "string" ? payload.session_id : null;
  const place = sessionFile(context, session ?? payload.transcript_path);
  const skip = Number(await readEnvText(place)) || 0;
  const fresh = readTranscript(await Deno.readTextFile(payload.transcript_path), skip);
  const turns = fresh.slice(-MAX_TURNS);
  if (turns.length < 2) return;
  await request(hookServer(context), "POST /api/publish_interaction", {
    timeoutMs: PUBLISH_TIMEOUT_MS,
    body: {
      user_id: hookUser(context),
      interaction_data_list: turns,
      source: hookAgent(context),
      agent_version: hookVersion(context),
      session_id: session,
    },
  });
  await writePrivateFile(place, `${skip + fresh.length}\n`);
}

/** File that says how many turns of a conversation were published: the event comes after each answer. */
function sessionFile({ host }: Context, session: string): string {
  const name = session.replaceAll(/[^A-Za-z0-9_-]/g, "_").slice(-100);
  return join(reflexioHome(host), "hook-sessions", name);
}
