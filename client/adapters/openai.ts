/**
 * A `fetch` for model SDKs: it adds what is known to OpenAI chat completions and responses and to
 * Anthropic messages, and publishes the exchange. Other requests pass untouched.
 *
 * @example
 * ```ts ignore
 * import OpenAI from "openai";
 * import { ReflexioClient } from "@reflexio/client";
 * import { withReflexioFetch } from "@reflexio/client/openai";
 *
 * const client = new ReflexioClient({ urlEndpoint: "http://127.0.0.1:8081" });
 * const openai = new OpenAI({ fetch: withReflexioFetch(fetch, { client, userId: "ana" }) });
 * await openai.chat.completions.create({
 *   model: "gpt-5-mini",
 *   messages: [{ role: "user", content: "Where should I deploy this?" }],
 * });
 * ```
 *
 * @module
 */
import { type AdapterOptions, contextFor, recordExchange } from "./conversation.ts";
import { type ModelApi, modelApiOf } from "./model_apis.ts";
import { createReflexioTool, type QuerySchema, type ReflexioToolOptions } from "./tool.ts";

/** A tool as OpenAI's chat completions take it. */
export interface OpenAiFunctionTool {
  /** Always a function. */
  readonly type: "function";
  /** What the model is told. */
  readonly function: {
    /** Name that the model calls. */
    readonly name: string;
    /** When to call it. */
    readonly description: string;
    /** Input as JSON Schema. */
    readonly parameters: QuerySchema;
  };
}

/** Tools and the function that carries them out. */
export interface OpenAiTools {
  /** For the `tools` of a request. */
  readonly tools: OpenAiFunctionTool[];
  /** Carries out a tool call; null when the name is not one of ours. */
  run(name: string, argumentsText: string): Promise<string> | null;
}

/**
 * Makes tools for chat completions.
 *
 * @param options Where and whose memories to look up.
 */
export function createOpenAiTools(options: ReflexioToolOptions): OpenAiTools {
  const tool = createReflexioTool(options);
  const { name, description, parameters } = tool;
  return {
    tools: [{ type: "function", function: { name, description, parameters } }],
    run: (called, argumentsText) => called === name ? tool.invoke(queryIn(argumentsText)) : null,
  };
}

/**
 * Wraps a `fetch`. A failure of Reflexio never fails the model call, and no input is changed.
 *
 * @param send The `fetch` that reaches the model.
 * @param options Whose memories, and what to do with them.
 */
export function withReflexioFetch(send: typeof fetch, options: AdapterOptions): typeof fetch {
  const wrapped = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = await readRequest(input, init);
    const api = request && modelApiOf(request.url, request.body);
    if (!api) return await send(input, init);
    const context = await contextFor(api.conversation, options);
    const response = context === ""
      ? await send(input, init)
      : await send(...withBody(input, init, api.withContext(context)));
    return response.ok ? listen(response, api, options) : response;
  };
  return wrapped as typeof fetch;
}

/** Address and parsed body of a request; null when it is not a JSON object that was posted. */
async function readRequest(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<{ readonly url: string; readonly body: Record<string, unknown> } | null> {
  const isRequest = input instanceof Request;
  const method = init?.method ?? (isRequest ? input.method : "GET");
  if (method.toUpperCase() !== "POST") return null;
  const text = init?.body ?? (isRequest ? await input.clone().text() : undefined);
  if (typeof text !== "string") return null;
  try {
    const body: unknown = JSON.parse(text);
    const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
    if (!isObject) return null;
    return { url: isRequest ? input.url : String(input), body: body as Record<string, unknown> };
  } catch {
    return null;
  }
}

/** The same request with another body, and without a length that no longer fits. */
function withBody(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  body: object,
): [RequestInfo | URL, RequestInit] {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : {}));
  headers.delete("content-length");
  return [input, { ...init, headers, body: JSON.stringify(body) }];
}

/** Lets the answer through and records it once it is complete. */
function listen(response: Response, api: ModelApi, options: AdapterOptions): Response {
  if (options.capture === false || !response.body) return response;
  const decoder = new TextDecoder();
  let text = "";
  const listening = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, controller) {
      text += decoder.decode(bytes, { stream: true });
      controller.enqueue(bytes);
    },
    flush: () => recordExchange(api.conversation, api.readAnswer(text), options),
  });
  const { status, statusText, headers } = response;
  const copy = new Response(response.body.pipeThrough(listening), { status, statusText, headers });
  Object.defineProperty(copy, "url", { value: response.url });
  return copy;
}

/** The query among the arguments that a model wrote, which may be no JSON at all. */
function queryIn(argumentsText: string): string {
  try {
    const { query } = JSON.parse(argumentsText) as { readonly query?: unknown };
    return typeof query === "string" ? query : argumentsText;
  } catch {
    return argumentsText;
  }
}
