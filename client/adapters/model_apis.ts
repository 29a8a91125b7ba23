/**
 * The three model APIs that the `fetch` wrapper understands, read by shape.
 *
 * @module
 */
import {
  insertBeforeLastUser,
  type Message,
  parseLoosely,
  textOf,
  type ToolCall,
} from "./conversation.ts";

/** A request to a model and how to deal with it. */
export interface ModelApi {
  /** The messages of the request. */
  readonly conversation: readonly Message[];
  /** The body with a context added. */
  withContext(context: string): object;
  /** Reads the answer from a JSON body or from server-sent events. */
  readAnswer(text: string): Message;
}

/** Fields of JSON that is only known by shape. */
type Json = Readonly<Record<string, unknown>>;

/**
 * The API that a request speaks; null for any other.
 *
 * @param url Address of the request.
 * @param body Its JSON body.
 */
export function modelApiOf(url: string, body: Json): ModelApi | null {
  const path = url.replace(/[?#].*$/, "");
  if (path.endsWith("/chat/completions") && isList(body["messages"])) return chatCompletions(body);
  if (path.endsWith("/messages") && isList(body["messages"])) return anthropicMessages(body);
  const { input } = body;
  if (path.endsWith("/responses") && (typeof input === "string" || isList(input))) {
    return openAiResponses(body);
  }
  return null;
}

/** OpenAI chat completions. */
function chatCompletions(body: Json): ModelApi {
  const messages = listOf(body["messages"]);
  return {
    conversation: messages.map((message) => ({
      role: roleOf(message["role"]),
      text: textOf(message["content"]),
      toolCalls: listOf(message["tool_calls"]).map(chatToolCall),
      toolResults: message["role"] === "tool"
        ? [{ id: String(message["tool_call_id"]), output: textOf(message["content"]) }]
        : [],
    })),
    withContext: (content) => ({
      ...body,
      messages: insertBeforeLastUser(messages, { role: "system", content }, isUser),
    }),
    readAnswer: (text) => {
      const events = eventsIn(text);
      const choices = events.flatMap((event) => listOf(event["choices"]).slice(0, 1));
      const parts = choices.map((choice) => recordOf(choice["message"] ?? choice["delta"]));
      return {
        role: "assistant",
        text: parts.map((part) => textOf(part["content"])).join(""),
        toolCalls: parts.flatMap((part) => listOf(part["tool_calls"])).map(chatToolCall),
      };
    },
  };
}

function chatToolCall(call: Json): ToolCall {
  const called = recordOf(call["function"]);
  return {
    id: String(call["id"]),
    name: String(called["name"]),
    input: parseLoosely(called["arguments"]),
  };
}

/** OpenAI responses. */
function openAiResponses(body: Json): ModelApi {
  const { input } = body;
  const items = typeof input === "string" ? [{ role: "user", content: input }] : listOf(input);
  return {
    conversation: items.map((item) => ({
      role: item["type"] === "function_call"
        ? "assistant"
        : item["type"] === "function_call_output"
        ? "tool"
        : roleOf(item["role"]),
      text: textOf(item["content"]),
      toolCalls: item["type"] === "function_call" ? [responsesToolCall(item)] : [],
      toolResults: item["type"] === "function_call_output"
        ? [{ id: String(item["call_id"]), output: item["output"] }]
        : [],
    })),
    withContext: (content) => ({
      ...body,
      input: insertBeforeLastUser(items, { role: "system", content }, isUser),
    }),
    readAnswer: (text) => {
      const events = eventsIn(text);
      // A stream ends with an event that holds the whole response.
      const last = events.findLast((event) => event["response"] || event["output"]) ?? {};
      const output = listOf(recordOf(last["response"] ?? last)["output"]);
      return {
        role: "assistant",
        text: output.map((item) => textOf(item["content"])).filter(Boolean).join("\n"),
        toolCalls: output.filter((item) => item["type"] === "function_call").map(responsesToolCall),
      };
    },
  };
}

function responsesToolCall(item: Json): ToolCall {
  return {
    id: String(item["call_id"]),
    name: String(item["name"]),
    input: parseLoosely(item["arguments"]),
  };
}

/** Anthropic messages. */
function anthropicMessages(body: Json): ModelApi {
  const messages = listOf(body["messages"]);
  return {
    conversation: messages.map((message) => {
      const parts = listOf(message["content"]);
      const toolResults = parts.filter((part) => part["type"] === "tool_result")
        .map((part) => ({ id: String(part["tool_use_id"]), output: textOf(part["content"]) }));
      return {
        role: toolResults.length > 0 ? "tool" : roleOf(message["role"]),
        text: textOf(message["content"]),
        toolCalls: parts.filter((part) => part["type"] === "tool_use").map(anthropicToolCall),
        toolResults,
      };
    }),
    withContext: (text) => ({ ...body, system: withSystem(body["system"], text) }),
    readAnswer: (text) => {
      const events = eventsIn(text);
      const whole = events.flatMap((event) => listOf(event["content"]));
      const begun = events.map((event) => recordOf(event["content_block"]));
      const deltas = events.map((event) => recordOf(event["delta"]));
      return {
        role: "assistant",
        text: [...whole, ...begun, ...deltas].map((part) => part["text"] ?? "").join(""),
        toolCalls: [...whole, ...begun].filter((part) => part["type"] === "tool_use")
          .map(anthropicToolCall),
      };
    },
  };
}

function anthropicToolCall(part: Json): ToolCall {
  return { id: String(part["id"]), name: String(part["name"]), input: part["input"] };
}

/** The system prompt, a text or a list of blocks, with a text added. */
function withSystem(system: unknown, text: string): unknown {
  if (isList(system)) return [...system, { type: "text", text }];
  return typeof system === "string" && system !== "" ? `${system}\n\n${text}` : text;
}

/** The JSON values in a body: the body itself, or the data of its server-sent events. */
function eventsIn(text: string): Json[] {
  const whole = parseLoosely(text);
  if (typeof whole === "object" && whole !== null) return [whole as Json];
  return text.split(/\r?\n/).filter((line) => line.startsWith("data:"))
    .map((line) => parseLoosely(line.slice(5).trim()))
    .filter((event): event is Json => typeof event === "object" && event !== null);
}

function isUser(message: Json): boolean {
  return message["role"] === "user";
}

function roleOf(role: unknown): Message["role"] {
  if (role === "user" || role === "assistant" || role === "tool") return role;
  return role === "function" ? "tool" : "system";
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function listOf(value: unknown): Json[] {
  return isList(value)
    ? value.filter((item): item is Json => typeof item === "object" && !!item)
    : [];
}

function recordOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? value as Json : {};
}
