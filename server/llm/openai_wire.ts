import type { ChatWire, DecidedRequest, WireAnswer } from "./chat_wire.ts";
import type { EndpointQuirks } from "./endpoint_quirks.ts";
import { isObject, listOf, numberOf, objectOf, textOf } from "./json_value.ts";
import type { WireCall } from "./provider_call.ts";
import { toJsonSchema, toStrictSchema } from "./schema_dialects.ts";
import type { ModelTarget } from "./target.ts";
import type { AnswerSchema, ChatMessage, ContentPart, TokenUsage } from "./types.ts";

/** Models that call the limit of the answer `max_completion_tokens`. */
const COMPLETION_TOKENS_MODELS = /(?:^|\/)(?:gpt-5|o\d)/i;

/** Chat of OpenAI, of Azure, and of all servers made in their likeness. */
export const OPENAI_WIRE: ChatWire = { write, read };

/** Address of a call and the header with the key. */
export function openAiCall(target: ModelTarget, path: string, body: unknown): WireCall {
  if (target.wire === "azure") {
    const deployment = encodeURIComponent(target.model);
    const version = encodeURIComponent(target.apiVersion);
    return {
      url: `${target.baseUrl}/openai/deployments/${deployment}/${path}?api-version=${version}`,
      headers: { "api-key": target.apiKey },
      body,
    };
  }
  const headers: Record<string, string> = target.apiKey === ""
    ? {}
    : { authorization: `Bearer ${target.apiKey}` };
  return { url: `${target.baseUrl}/${path}`, headers, body };
}

function write(target: ModelTarget, request: DecidedRequest, quirks: EndpointQuirks): WireCall {
  const { schema, seed, maxOutputTokens } = request;
  const system = systemText(request, quirks);
  const limitField = COMPLETION_TOKENS_MODELS.test(target.model)
    ? "max_completion_tokens"
    : quirks.maxTokensField;
  return openAiCall(target, "chat/completions", {
    model: target.model,
    messages: [
      ...(system === null ? [] : [{ role: "system", content: system }]),
      ...request.messages.map(toMessage),
    ],
    ...(quirks.sendsTemperature ? { temperature: request.temperature } : {}),
    ...(seed !== undefined && quirks.sendsSeed ? { seed } : {}),
    ...(maxOutputTokens === undefined ? {} : { [limitField]: maxOutputTokens }),
    ...(schema === undefined ? {} : responseFormat(schema, quirks)),
  });
}

/** The instructions; with the form of the answer where the endpoint does not take it apart. */
function systemText(request: DecidedRequest, quirks: EndpointQuirks): string | null {
  const { system, schema } = request;
  if (schema === undefined || quirks.structure === "json_schema") return system;
  const form = JSON.stringify(toJsonSchema(schema.schema));
  const demand =
    `Answer with one JSON object and nothing else. It must follow this schema:\n${form}`;
  return system === null ? demand : `${system}\n\n${demand}`;
}

function responseFormat(schema: AnswerSchema, quirks: EndpointQuirks): Record<string, unknown> {
  if (quirks.structure === "none") return {};
  if (quirks.structure === "json_object") return { response_format: { type: "json_object" } };
  return {
    response_format: {
      type: "json_schema",
      json_schema: { name: schema.name, strict: true, schema: toStrictSchema(schema.schema) },
    },
  };
}

/** A message; plain text stays a string, since not every server knows parts. */
function toMessage(message: ChatMessage): Record<string, unknown> {
  const isPlain = message.parts.every((part) => part.type === "text");
  const content = isPlain
    ? message.parts.map((part) => part.type === "text" ? part.text : "").join("\n\n")
    : message.parts.map(toPart);
  return { role: message.role, content };
}

function toPart(part: ContentPart): Record<string, unknown> {
  if (part.type === "text") return { type: "text", text: part.text };
  const { source } = part;
  const url = source.kind === "url" ? source.url : `data:${source.mediaType};base64,${source.data}`;
  return { type: "image_url", image_url: { url } };
}

const STOP_PROBLEMS: Readonly<Record<string, string>> = {
  length: "truncated",
  content_filter: "content_filter",
};

function read(body: unknown): WireAnswer {
  const choice = objectOf(listOf(objectOf(body)["choices"])[0]);
  const message = objectOf(choice["message"]);
  const refusal = textOf(message["refusal"]);
  const text = contentText(message["content"]);
  // OpenRouter reports failures of the model behind it with status 200.
  const problem = isObject(objectOf(body)["error"])
    ? "provider_error"
    : refusal !== null && refusal !== ""
    ? "refusal"
    : STOP_PROBLEMS[textOf(choice["finish_reason"]) ?? ""] ?? null;
  return {
    text,
    usage: readOpenAiUsage(objectOf(body)["usage"]),
    problem: problem ?? (text.trim() === "" ? "empty_answer" : null),
  };
}

/** The text of a message; some servers answer in parts. */
function contentText(content: unknown): string {
  if (typeof content === "string") return content;
  return listOf(content).map((part) => textOf(objectOf(part)["text"]) ?? "").join("");
}

/** Tokens in the form of OpenAI; OpenRouter adds what it charged. */
export function readOpenAiUsage(value: unknown): TokenUsage {
  const usage = objectOf(value);
  const cost = usage["cost"];
  return {
    inputTokens: numberOf(usage["prompt_tokens"]),
    outputTokens: numberOf(usage["completion_tokens"]),
    cachedInputTokens: numberOf(objectOf(usage["prompt_tokens_details"])["cached_tokens"]),
    costUsd: typeof cost === "number" ? cost : null,
  };
}
