/**
 * Mastra: a processor that adds what is known to the system messages of an agent and publishes the
 * exchange. Give the same object as input and as output processor.
 *
 * @example
 * ```ts ignore
 * import { Agent } from "@mastra/core/agent";
 * import { ReflexioClient } from "@reflexio/client";
 * import { reflexioProcessor } from "@reflexio/client/mastra";
 *
 * const client = new ReflexioClient({ urlEndpoint: "http://127.0.0.1:8081" });
 * const memory = reflexioProcessor({ client, userId: "ana" });
 * const agent = new Agent({
 *   id: "helper",
 *   name: "Helper",
 *   instructions: "You help.",
 *   model: "openai/gpt-5-mini",
 *   inputProcessors: [memory],
 *   outputProcessors: [memory],
 * });
 * ```
 *
 * @module
 */
import {
  type AdapterOptions,
  contextFor,
  type Message,
  recordExchange,
  textOf,
} from "./conversation.ts";

/** A message as Mastra stores it. */
export interface StoredMessage {
  /** Who speaks. */
  readonly role: string;
  /** Parts and text, in a form of Mastra's own. */
  readonly content: unknown;
}

/** What Mastra hands to an input processor. */
export interface InputArguments<M extends StoredMessage, S extends object> {
  /** The conversation. */
  readonly messages: M[];
  /** The system messages. */
  readonly systemMessages: S[];
  /** Kept for the processor during one run. */
  readonly state: Record<string, unknown>;
}

/** One step of an agent's run. */
export interface RunStep {
  /** Results of the tools of this step. */
  readonly toolResults?: readonly unknown[];
}

/** What Mastra hands to an output processor. */
export interface OutputArguments<M extends StoredMessage> {
  /** What the agent said. */
  readonly messages: M[];
  /** Kept for the processor during one run. */
  readonly state: Record<string, unknown>;
  /** The outcome of the run, in newer versions. */
  readonly result?: { readonly text: string; readonly steps?: readonly RunStep[] };
}

/** A processor as Mastra's agents take it. */
export interface ReflexioProcessor {
  /** Id of the processor. */
  readonly id: "reflexio";
  /** Name for people. */
  readonly name: string;
  /** Adds what is known to the system messages. */
  processInput<M extends StoredMessage, S extends object>(
    input: InputArguments<M, S>,
  ): Promise<{ messages: M[]; systemMessages: S[] }>;
  /** Publishes the exchange. */
  processOutputResult<M extends StoredMessage>(output: OutputArguments<M>): Promise<M[]>;
}

/** Where the input part leaves the conversation for the output part. */
const STATE_KEY = "reflexioConversation";

/**
 * Makes the processor. A failure of Reflexio never fails the agent.
 *
 * @param options Whose memories, and what to do with them.
 */
export function reflexioProcessor(options: AdapterOptions): ReflexioProcessor {
  return {
    id: "reflexio",
    name: "Reflexio memory",
    async processInput<M extends StoredMessage, S extends object>(
      { messages, systemMessages, state }: InputArguments<M, S>,
    ) {
      const conversation = messages.map(toMessage);
      state[STATE_KEY] = conversation;
      const content = await contextFor(conversation, options);
      // A system message has this shape in every version; S is the framework's own name for it.
      const added = content === "" ? [] : [{ role: "system", content } as unknown as S];
      return { messages, systemMessages: [...systemMessages, ...added] };
    },
    async processOutputResult({ messages, state, result }) {
      const heard = (state[STATE_KEY] ?? []) as readonly Message[];
      const used = (result?.steps ?? []).flatMap((step) => step.toolResults ?? []).map(toToolTurns);
      const answer = result?.text ?? messages.map((message) => toMessage(message).text).join("\n");
      await recordExchange(
        [...heard, ...used.flat()],
        { role: "assistant", text: answer },
        options,
      );
      return messages;
    },
  };
}

/** A stored message in the shape of all adapters. */
function toMessage({ role, content }: StoredMessage): Message {
  const { parts, content: plain } = (content ?? {}) as {
    readonly parts?: unknown;
    readonly content?: unknown;
  };
  return {
    role: role === "user" || role === "assistant" ? role : "system",
    text: textOf(content) || textOf(parts) || textOf(plain),
  };
}

/** A tool result of a step as the call and its answer. */
function toToolTurns(result: unknown): Message[] {
  // Newer versions wrap the facts in a payload.
  const outer = result as { readonly payload?: unknown };
  const { toolCallId = "", toolName = "unknown_tool", args, result: output } = (outer.payload ??
    outer) as {
      readonly toolCallId?: string;
      readonly toolName?: string;
      readonly args?: unknown;
      readonly result?: unknown;
    };
  const call = { id: toolCallId, name: toolName, input: args };
  return [
    { role: "assistant", text: "", toolCalls: [call] },
    { role: "tool", text: "", toolResults: [{ id: toolCallId, output }] },
  ];
}
