import type { Context } from "../context.ts";
import type { ServerAddress } from "../request.ts";
import { appendLog } from "../services/spawn.ts";
import { join } from "../settings/path.ts";
import { reflexioHome } from "../settings/settings.ts";

/** Server that hooks talk to when nobody named one. */
const LOCAL_URL = "http://127.0.0.1:8081";

/** Longest wait for a publish, milliseconds. */
export const PUBLISH_TIMEOUT_MS = 20_000;

/** Server of hooks: the one that was named, else the usual one of this machine. */
export function hookServer({ settings }: Context): ServerAddress {
  const named = settings.findUrl();
  return {
    url: named?.value ?? LOCAL_URL,
    apiKey: settings.findKey()?.value,
    origin: named?.origin ?? "default",
  };
}

/** The agent that calls. */
export function hookAgent({ input }: Context): string {
  return input.text("agent") ?? "claude-code";
}

/** Whose memory: the flag, then `REFLEXIO_USER_ID`, else the agent's own name. */
export function hookUser(context: Context): string {
  return context.input.filled("user-id") ?? context.settings.userId ?? hookAgent(context);
}

/** Version of the agent: the flag, then `REFLEXIO_AGENT_VERSION`, else the agent's own name. */
export function hookVersion(context: Context): string {
  return context.input.filled("agent-version") ?? context.settings.agentVersion ??
    hookAgent(context);
}

/** Notes what went wrong where a person can find it. */
export async function logHook({ host }: Context, line: string): Promise<void> {
  await appendLog(join(reflexioHome(host), "logs", "hook.log"), line);
}
