/**
 * Collects one exchange and publishes it: the part that every adapter shares, usable by itself where
 * there is no adapter.
 *
 * @module
 */
import type { InteractionData, ToolUsed } from "../contract/types/interaction.ts";
import type { PublishKeywords } from "../methods/interactions.ts";
import type { AlwaysBackgroundOptions } from "../options.ts";

/** Anything that can publish in the background, such as a client or a scope. */
export interface PublishingClient {
  /** Queues a publish. */
  publishInteractionInBackground(
    options: PublishKeywords & AlwaysBackgroundOptions,
  ): Promise<void>;
}

/** Whose exchange is recorded. */
export interface RecorderOptions {
  /** Whose conversation it is. */
  readonly userId: string;
  /** Version of the agent. Default: the server's. */
  readonly agentVersion?: string | undefined;
  /** Session of the conversation. */
  readonly sessionId?: string | undefined;
  /** Channel label. */
  readonly source?: string | undefined;
}

/** One tool call with its result. */
export interface RecordedTool {
  /** Name of the tool. */
  readonly name: string;
  /** What it was given. */
  readonly input?: unknown;
  /** What it gave back. */
  readonly output?: unknown;
}

/** Collects one exchange in order. */
export interface ReflexioRecorder extends AsyncDisposable {
  /** Adds what the user said; blank texts are skipped. */
  user(text: string): void;
  /** Adds what the agent said; blank texts are skipped. */
  assistant(text: string): void;
  /** Adds a tool call to the agent's latest turn. */
  tool(call: RecordedTool): void;
  /**
   * Queues what was collected and begins anew. Never rejects: a failure goes the way of all
   * background failures.
   */
  publish(): Promise<void>;
}

/** Text of a turn that consists of tool calls only; the server leaves out turns without text. */
const TOOL_TURN_TEXT = "(tool call)";

/**
 * Makes a recorder.
 *
 * @param client A client or a scope.
 * @param options Whose exchange it is.
 */
export function createReflexioRecorder(
  client: PublishingClient,
  options: RecorderOptions,
): ReflexioRecorder {
  let turns: InteractionData[] = [];
  const add = (role: string, content: string) => {
    if (content.trim() !== "") turns.push({ role, content, created_at: nowSec() });
  };
  const publish = async () => {
    const interactions = turns;
    turns = [];
    if (interactions.length === 0) return;
    // The client reports what goes wrong later; a refusal of the turns must not reach the agent.
    await client.publishInteractionInBackground({ ...options, interactions }).catch(() => {});
  };
  return {
    user: (text) => add("user", text),
    assistant: (text) => add("assistant", text),
    tool: (call) => turns = withTool(turns, call),
    publish,
    [Symbol.asyncDispose]: publish,
  };
}

/** The turns with a tool call added to the agent's latest turn since the user last spoke. */
function withTool(
  turns: readonly InteractionData[],
  { name, input, output }: RecordedTool,
): InteractionData[] {
  const used: ToolUsed = { tool_name: name, tool_data: plainData({ input, output }) };
  const last = turns.at(-1);
  if (last?.role === "assistant") {
    return [...turns.slice(0, -1), { ...last, tools_used: [...last.tools_used ?? [], used] }];
  }
  return [
    ...turns,
    { role: "assistant", content: TOOL_TURN_TEXT, created_at: nowSec(), tools_used: [used] },
  ];
}

/** What of a value JSON can carry; a value it cannot carry at all becomes its text. */
function plainData(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      try {
        return [name, JSON.parse(JSON.stringify(value ?? null))];
      } catch {
        return [name, String(value)];
      }
    }),
  );
}

function nowSec(): number {
  return Math.floor(Date.now() / 1000);
}
