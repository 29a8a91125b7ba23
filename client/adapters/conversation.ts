/**
 * Conversations of any framework in one shape, so that each adapter only translates.
 *
 * @module
 */
import { CONTEXT_MARKER } from "../contract/context_text.ts";
import { type ContextClient, getReflexioContext } from "./context.ts";
import { createReflexioRecorder, type PublishingClient, type RecorderOptions } from "./recorder.ts";

/** What adapters need of a client; a client and a scope have it. */
export interface AdapterClient extends ContextClient, PublishingClient {}

/** Options that all adapters share. */
export interface AdapterOptions extends RecorderOptions {
  /** A client or a scope. */
  readonly client: AdapterClient;
  /**
   * Most items of each kind in the context.
   *
   * @default 5
   */
  readonly topK?: number | undefined;
  /**
   * Add what is known to the prompt.
   *
   * @default true
   */
  readonly inject?: boolean | undefined;
  /**
   * Publish the exchange.
   *
   * @default true
   */
  readonly capture?: boolean | undefined;
  /**
   * Limit for looking up what is known, in milliseconds; after it the model is called without.
   *
   * @default 5_000
   */
  readonly contextTimeoutMs?: number | undefined;
}

/** A tool call that a model asked for. */
export interface ToolCall {
  /** Ties the call to its result. */
  readonly id: string;
  /** Name of the tool. */
  readonly name: string;
  /** What the tool is given. */
  readonly input: unknown;
}

/** One message of a conversation. */
export interface Message {
  /** Who speaks. */
  readonly role: "system" | "user" | "assistant" | "tool";
  /** Its text parts joined. */
  readonly text: string;
  /** Tool calls that an assistant message asks for. */
  readonly toolCalls?: readonly ToolCall[] | undefined;
  /** Results that a tool message carries, by the id of the call. */
  readonly toolResults?: readonly { readonly id: string; readonly output: unknown }[] | undefined;
}

/** Joins the text parts of a content that is a text or a list of parts. */
export function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part: unknown) => {
    if (typeof part === "string") return part;
    const { text } = (part ?? {}) as { readonly text?: unknown };
    return typeof text === "string" ? text : "";
  }).filter(Boolean).join("\n");
}

/**
 * Text to put in front of the last user message; empty when nothing is known or the look-up failed.
 *
 * @param conversation Messages in order; the last user message is what is looked for.
 */
export async function contextFor(
  conversation: readonly Message[],
  options: AdapterOptions,
): Promise<string> {
  const query = conversation.findLast((message) => message.role === "user")?.text.trim();
  if (!query || options.inject === false) return "";
  const { client, userId, agentVersion, topK, contextTimeoutMs = 5_000 } = options;
  const text = await getReflexioContext(client, {
    query,
    userId,
    agentVersion,
    topK,
    timeoutMs: contextTimeoutMs,
  });
  return text && `${CONTEXT_MARKER}\n\n${text}`;
}

/**
 * A copy of `list` with an item before the last one that `isUser` accepts.
 *
 * @param list Messages of a framework.
 * @param item What to insert.
 */
export function insertBeforeLastUser<T>(
  list: readonly T[],
  item: T,
  isUser: (message: T) => boolean,
): T[] {
  const at = list.findLastIndex(isUser);
  return at < 0 ? [...list] : list.toSpliced(at, 0, item);
}

/**
 * Publishes an exchange: what was said since the agent last finished a turn, and its answer. An
 * answer that asks for tools is not the end of the exchange, so it is left for the next call.
 *
 * @param conversation Messages that the model was given, in order.
 * @param answer What the model answered.
 */
export async function recordExchange(
  conversation: readonly Message[],
  answer: Message,
  options: AdapterOptions,
): Promise<void> {
  if (options.capture === false || answer.toolCalls?.length) return;
  const { client, userId, agentVersion, sessionId, source } = options;
  const recorder = createReflexioRecorder(client, { userId, agentVersion, sessionId, source });
  const calls = new Map<string, ToolCall>();
  const lastTurnEnd = conversation.findLastIndex((message) =>
    message.role === "assistant" && !message.toolCalls?.length
  );
  for (const message of conversation.slice(lastTurnEnd + 1)) {
    if (message.role === "user") recorder.user(message.text);
    if (message.role === "assistant") recorder.assistant(message.text);
    for (const call of message.toolCalls ?? []) calls.set(call.id, call);
    for (const { id, output } of message.toolResults ?? []) {
      const call = calls.get(id);
      recorder.tool({ name: call?.name ?? "unknown_tool", input: call?.input, output });
    }
  }
  recorder.assistant(answer.text);
  await recorder.publish();
}

/** Parses JSON that a model wrote; what is not JSON stays a text. */
export function parseLoosely(text: unknown): unknown {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
