import type { ChatWire, DecidedRequest, WireAnswer } from "./chat_wire.ts";
import type { EndpointQuirks } from "./endpoint_quirks.ts";
import { listOf, numberOf, objectOf, textOf } from "./json_value.ts";
import type { WireCall } from "./provider_call.ts";
import { toGeminiSchema } from "./schema_dialects.ts";
import type { ModelTarget } from "./target.ts";
import type { ContentPart, TokenUsage } from "./types.ts";

/** Chat of Gemini. */
export const GEMINI_WIRE: ChatWire = { write, read };

/** Address of a call on the target's model and the header with the key. */
export function geminiCall(target: ModelTarget, method: string, body: unknown): WireCall {
  return {
    url: `${target.baseUrl}/models/${encodeURIComponent(target.model)}:${method}`,
    headers: { "x-goog-api-key": target.apiKey },
    body,
  };
}

function write(target: ModelTarget, request: DecidedRequest, quirks: EndpointQuirks): WireCall {
  const { system, schema, seed, maxOutputTokens } = request;
  return geminiCall(target, "generateContent", {
    ...(system === null ? {} : { systemInstruction: { parts: [{ text: system }] } }),
    contents: request.messages.map(({ role, parts }) => ({
      role: role === "assistant" ? "model" : "user",
      parts: parts.map(toPart),
    })),
    generationConfig: {
      ...(quirks.sendsTemperature ? { temperature: request.temperature } : {}),
      ...(seed !== undefined && quirks.sendsSeed ? { seed } : {}),
      ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
      ...(schema === undefined ? {} : {
        responseMimeType: "application/json",
        responseSchema: toGeminiSchema(schema.schema),
      }),
    },
  });
}

/** A part; this provider does not fetch addresses, and neither do we, so those are only named. */
function toPart(part: ContentPart): Record<string, unknown> {
  if (part.type === "text") return { text: part.text };
  const { source } = part;
  return source.kind === "base64"
    ? { inlineData: { mimeType: source.mediaType, data: source.data } }
    : { text: "(an image that could not be shown)" };
}

function read(body: unknown): WireAnswer {
  const answer = objectOf(body);
  const candidate = objectOf(listOf(answer["candidates"])[0]);
  const parts = listOf(objectOf(candidate["content"])["parts"]).map(objectOf);
  const text = parts
    .filter((part) => part["thought"] !== true)
    .map((part) => textOf(part["text"]) ?? "")
    .join("");
  return {
    text,
    usage: readGeminiUsage(answer["usageMetadata"]),
    problem: problemOf(answer, candidate) ?? (text.trim() === "" ? "empty_answer" : null),
  };
}

function problemOf(
  answer: Readonly<Record<string, unknown>>,
  candidate: Readonly<Record<string, unknown>>,
): string | null {
  if (textOf(objectOf(answer["promptFeedback"])["blockReason"]) !== null) return "prompt_blocked";
  const reason = textOf(candidate["finishReason"]);
  if (reason === null || reason === "STOP") return null;
  if (reason === "MAX_TOKENS") return "truncated";
  return /^[A-Z_]{1,40}$/.test(reason) ? reason.toLowerCase() : "stopped";
}

/** Tokens in the form of Gemini; thoughts are paid like output. */
export function readGeminiUsage(value: unknown): TokenUsage {
  const usage = objectOf(value);
  return {
    inputTokens: numberOf(usage["promptTokenCount"]),
    outputTokens: numberOf(usage["candidatesTokenCount"]) + numberOf(usage["thoughtsTokenCount"]),
    cachedInputTokens: numberOf(usage["cachedContentTokenCount"]),
    costUsd: null,
  };
}
