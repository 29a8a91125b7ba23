import { createMcpTools, type McpClient } from "../../client/adapters/mcp.ts";
import type { ReflexioClient } from "../../mod.ts";
import type { Context } from "../context.ts";
import { toCliError } from "../failure.ts";
import { pauseMs } from "../interrupt.ts";
import { messageLines } from "../mcp/lines.ts";
import { McpSession } from "../mcp/session.ts";
import { OutputClosed } from "../output.ts";
import { PRINTED, type Result } from "../result.ts";
import { VERSION } from "../version.ts";

/** How long running calls may take to end after Ctrl-C, milliseconds. */
const GRACE_MS = 2_000;

/** What a model should know of the tools as a whole. */
const INSTRUCTIONS =
  "Memory of earlier conversations with the user. Call reflexio_context before " +
  "a task whose outcome may depend on the user's preferences, circumstances or earlier " +
  "corrections. Call reflexio_remember when the user asks to remember something or corrects you.";

/** `mcp`: the tools for any client of the Model Context Protocol, over stdin and stdout. */
export async function mcp(context: Context): Promise<Result> {
  const { input, settings, host, out, interrupt } = context;
  const ended = new AbortController();
  const signal = AbortSignal.any([interrupt.take(), ended.signal]);
  const userId = input.filled("user-id") ?? input.filled("user") ?? settings.userId;
  const memory = lazyClient(context);
  const session = new McpSession({
    tools: createMcpTools({
      client: memory.client,
      userId,
      allUsers: input.on("all-users"),
      agentVersion: input.filled("agent-version") ?? settings.agentVersion,
    }),
    serverInfo: { name: "reflexio", title: "Reflexio memory", version: VERSION },
    instructions: INSTRUCTIONS,
    write: (message) => {
      try {
        out.line(JSON.stringify(message));
      } catch (error) {
        if (!(error instanceof OutputClosed)) throw error;
        ended.abort();
      }
    },
    log: (line) => out.note(line),
  });
  out.note(
    userId === undefined
      ? "MCP server on stdin and stdout; each call names the user"
      : `MCP server on stdin and stdout; memory of ${userId}`,
  );
  if (host.stdinIsTerminal) out.note("An agent starts it: see reflexio setup mcp --help");
  for await (const line of messageLines(host.stdin(), signal)) await session.receive(line);
  await finish(session, signal);
  await memory.flush();
  return PRINTED;
}

/** Waits for the calls that run; after Ctrl-C only for a moment. */
async function finish(session: McpSession, signal: AbortSignal): Promise<void> {
  const cutOff = (async () => {
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await pauseMs(GRACE_MS);
    session.cancelAll();
    await session.idle();
  })();
  await Promise.race([session.idle(), cutOff]);
}

/**
 * A client that looks for its server at each call until it has one, so that the agent may be
 * started first. Its errors carry the remedy.
 */
function lazyClient(
  context: Context,
): { readonly client: McpClient; readonly flush: () => Promise<void> } {
  let made: ReflexioClient | undefined;
  const call = async <T>(run: (client: ReflexioClient) => Promise<T>): Promise<T> => {
    try {
      made ??= await context.client();
      return await run(made);
    } catch (error) {
      const { message, hint } = toCliError(error);
      throw new Error(hint === undefined ? message : `${message}. ${hint}`, { cause: error });
    }
  };
  return {
    client: {
      search: (options) => call((client) => client.search(options)),
      getProfiles: (options) => call((client) => client.getProfiles(options)),
      addUserProfile: (options) => call((client) => client.addUserProfile(options)),
      getUserPlaybooks: (options) => call((client) => client.getUserPlaybooks(options)),
      getAgentPlaybooks: (options) => call((client) => client.getAgentPlaybooks(options)),
      publishInteraction: (options) => call((client) => client.publishInteraction(options)),
    },
    flush: async () => {
      await made?.close();
    },
  };
}
