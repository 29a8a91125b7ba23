import type { ChatWire, DecidedRequest, WireAnswer } from "./chat_wire.ts";
import type { EndpointQuirks } from "./endpoint_quirks.ts";
import { isObject, listOf, numberOf, objectOf, textOf } from "./json_value.ts";
import type { WireCall } from "./provider_call.ts";
import { toJsonSchema } from "./schema_dialects.ts";
import type { ModelTarget } from "./target.ts";
import type { ContentPart, TokenUsage } from "./types.ts";

/** Version of the interface that is spoken here. */
const INTERFACE_VERSION = "2023-06-01";

/** Most tokens of an answer where the request names none; the provider demands a number. */
const DEFAULT_MAX_OUTPUT_TOKENS = 8_192;

/** Name of the tool whose input is the structured answer. */
const ANSWER_TOOL = "answer";

/** Highest temperature this provider takes. */
const MAX_TEMPERATURE = 1;

/** Chat of Anthropic. */
export const ANTHROPIC_WIRE: ChatWire = { write, read };

function write(target: ModelTarget, request: DecidedRequest, quirks: EndpointQuirks): WireCall {
  const { system, schema } = request;
  return {
    url: `${target.baseUrl}/messages`,
    headers: { "x-api-key": target.apiKey, "anthropic-version": INTERFACE_VERSION },
    body: {
      model: target.model,
      max_tokens: request.maxOutputTokens ?? DEFAULT_MAX_OUTPUT_TOKENS,
      ...(system === null
        ? {}
        : { system: [{ type: "text", text: system, cache_control: { type: "ephemeral" } }] }),
      messages: request.messages.map(({ role, parts }) => ({ role, content: parts.map(toPart) })),
      ...(quirks.sendsTemperature
        ? { temperature: Math.min(request.temperature, MAX_TEMPERATURE) }
        : {}),
      ...(schema === undefined ? {} : {
        tools: [{
          name: ANSWER_TOOL,
          description: `Gives the answer as ${schema.name}`,
          input_schema: toJsonSchema(schema.schema),
        }],
        tool_choice: { type: "tool", name: ANSWER_TOOL },
      }),
    },
  };
}

function toPart(part: ContentPart): Record<string, unknown> {
  if (part.type === "text") return part;
  const { source } = part;
  return {
    type: "image",
    source: source.kind === "url"
      ? { type: "url", url: source.url }
      : { type: "base64", media_type: source.mediaType, data: source.data },
  };
}

const STOP_PROBLEMS: Readonly<Record<string, string>> = {
  max_tokens: "truncated",
  model_context_window_exceeded: "truncated",
  refusal: "refusal",
};

function read(body: unknown): WireAnswer {
  const answer = objectOf(body);
  const blocks = listOf(answer["content"]).map(objectOf);
  const tool = blocks.find((block) => block["type"] === "tool_use");
  const input = tool?.["input"];
  const text = isObject(input)
    ? JSON.stringify(input)
    : blocks.map((block) => textOf(block["text"]) ?? "").join("");
  const problem = STOP_PROBLEMS[textOf(answer["stop_reason"]) ?? ""] ?? null;
  return {
    text,
    ...(isObject(input) ? { json: input } : {}),
    usage: readUsage(answer["usage"]),
    problem: problem ?? (text.trim() === "" ? "empty_answer" : null),
  };
}

/** Tokens; this provider counts what comes from and goes to its cache apart. */
function readUsage(value: unknown): TokenUsage {
  const usage = objectOf(value);
  const cached = numberOf(usage["cache_read_input_tokens"]);
  const written = numberOf(usage["cache_creation_input_tokens"]);
  return {
    inputTokens: numberOf(usage["input_tokens"]) + cached + written,
    outputTokens: numberOf(usage["output_tokens"]),
    cachedInputTokens: cached,
    costUsd: null,
  };
}
