/**
 * Vercel AI SDK: a language model middleware that adds what is known to the prompt and publishes the
 * exchange.
 *
 * @example
 * ```ts ignore
 * import { openai } from "@ai-sdk/openai";
 * import { generateText, wrapLanguageModel } from "ai";
 * import { ReflexioClient } from "@reflexio/client";
 * import { reflexioMiddleware } from "@reflexio/client/ai-sdk";
 *
 * const client = new ReflexioClient({ urlEndpoint: "http://127.0.0.1:8081" });
 * const model = wrapLanguageModel({
 *   model: openai("gpt-5-mini"),
 *   middleware: reflexioMiddleware({ client, userId: "ana" }),
 * });
 * const { text } = await generateText({ model, prompt: "Where should I deploy this?" });
 * ```
 *
 * @module
 */
import {
  type AdapterOptions,
  contextFor,
  insertBeforeLastUser,
  type Message,
  parseLoosely,
  recordExchange,
  textOf,
} from "./conversation.ts";

/** Version of the AI SDK's model interface. */
export type ModelVersion = "v2" | "v3" | "v4";

/** Options of {@link reflexioMiddleware}. */
export interface ReflexioMiddlewareOptions extends AdapterOptions {
  /**
   * `v4` for AI SDK 7, `v3` for AI SDK 6, `v2` for AI SDK 5.
   *
   * @default "v3"
   */
  readonly specificationVersion?: ModelVersion | undefined;
  /**
   * Where the system message with the context goes. Some providers take system messages only at the
   * start.
   *
   * @default "before_last_user"
   */
  readonly position?: "before_last_user" | "start" | undefined;
}

/** A message of the AI SDK's prompt. */
export interface PromptMessage {
  /** Who speaks. */
  readonly role: string;
  /** A text or a list of parts. */
  readonly content: unknown;
}

/** Parameters of a model call. */
export interface CallParams {
  /** Messages in order. */
  readonly prompt: readonly PromptMessage[];
}

/** A part of a prompt message, of an answer or of a stream. */
interface Part {
  readonly type: string;
  readonly text?: string;
  readonly delta?: string;
  readonly toolCallId?: string;
  readonly toolName?: string;
  readonly input?: unknown;
  readonly output?: unknown;
}

/** A whole answer. */
export interface GenerateResult {
  /** Parts of the answer. */
  readonly content: readonly object[];
}

/** A streamed answer. */
export interface StreamResult {
  /** Parts of the answer as they come. */
  readonly stream: ReadableStream<object>;
}

/** A middleware as `wrapLanguageModel` takes it, with the framework's own types kept. */
export interface ReflexioMiddleware<V extends ModelVersion = "v3"> {
  /** Version of the model interface it is written for. */
  readonly specificationVersion: V;
  /** Adds what is known to the prompt. */
  transformParams<P extends CallParams>(options: { readonly params: P }): Promise<P>;
  /** Records a whole answer. */
  wrapGenerate<R extends GenerateResult>(
    options: { readonly doGenerate: () => PromiseLike<R>; readonly params: CallParams },
  ): Promise<R>;
  /** Records a streamed answer once it is complete. */
  wrapStream<R extends StreamResult>(
    options: { readonly doStream: () => PromiseLike<R>; readonly params: CallParams },
  ): Promise<R>;
}

/**
 * Makes the middleware. A failure of Reflexio never fails the model call.
 *
 * @param options Whose memories, and what to do with them.
 */
export function reflexioMiddleware<const V extends ModelVersion = "v3">(
  options: ReflexioMiddlewareOptions & { readonly specificationVersion?: V },
): ReflexioMiddleware<V> {
  return {
    specificationVersion: (options.specificationVersion ?? "v3") as V,
    async transformParams({ params }) {
      const content = await contextFor(params.prompt.map(toMessage), options);
      if (content === "") return params;
      const system = { role: "system", content };
      const prompt = options.position === "start"
        ? [system, ...params.prompt]
        : insertBeforeLastUser(params.prompt, system, (message) => message.role === "user");
      return { ...params, prompt };
    },
    async wrapGenerate({ doGenerate, params }) {
      const result = await doGenerate();
      await recordExchange(params.prompt.map(toMessage), toAnswer(result.content), options);
      return result;
    },
    async wrapStream({ doStream, params }) {
      const result = await doStream();
      const parts: Part[] = [];
      const listening = new TransformStream<object, object>({
        transform(part, controller) {
          parts.push(part as Part);
          controller.enqueue(part);
        },
        flush: () => recordExchange(params.prompt.map(toMessage), toAnswer(parts), options),
      });
      return { ...result, stream: result.stream.pipeThrough(listening) };
    },
  };
}

/** A prompt message in the shape of all adapters. */
function toMessage({ role, content }: PromptMessage): Message {
  const parts = Array.isArray(content) ? content as Part[] : [];
  return {
    role: role as Message["role"],
    text: textOf(content),
    toolCalls: parts.filter((part) => part.type === "tool-call").map(toToolCall),
    toolResults: parts.filter((part) => part.type === "tool-result")
      .map((part) => ({ id: part.toolCallId ?? "", output: part.output })),
  };
}

/** An answer, whole or in stream parts, in the shape of all adapters. */
function toAnswer(content: readonly object[]): Message {
  const parts = content as readonly Part[];
  const isText = (part: Part) => part.type === "text" || part.type === "text-delta";
  return {
    role: "assistant",
    text: parts.filter(isText).map((part) => part.text ?? part.delta ?? "").join(""),
    toolCalls: parts.filter((part) => part.type === "tool-call").map(toToolCall),
  };
}

function toToolCall({ toolCallId = "", toolName = "unknown_tool", input }: Part) {
  return { id: toolCallId, name: toolName, input: parseLoosely(input) };
}
