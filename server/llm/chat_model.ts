import { ANTHROPIC_WIRE } from "./anthropic_wire.ts";
import type { ChatWire, DecidedRequest } from "./chat_wire.ts";
import { adaptToRefusal } from "./endpoint_quirks.ts";
import { LlmError } from "./errors.ts";
import { GEMINI_WIRE } from "./gemini_wire.ts";
import { parseLenientJson } from "./lenient_json.ts";
import { OPENAI_WIRE } from "./openai_wire.ts";
import { callProvider } from "./provider_call.ts";
import type { LlmRuntime } from "./runtime.ts";
import type { ModelTarget, WireKind } from "./target.ts";
import type { ChatAnswer, ChatModel, ChatRequest, ContentPart } from "./types.ts";

const WIRES: Readonly<Record<WireKind, ChatWire>> = {
  openai: OPENAI_WIRE,
  azure: OPENAI_WIRE,
  anthropic: ANTHROPIC_WIRE,
  gemini: GEMINI_WIRE,
};

/** Randomness where the request names none. */
const DEFAULT_TEMPERATURE = 0.7;

/** Models that take one temperature only, by the start of their name after the last slash. */
const FIXED_TEMPERATURE_MODELS = /^(?:gpt-5|gemini-3-flash-preview|gemini-3-pro-preview)/;
const FIXED_TEMPERATURE = 1;

/** Problems that another attempt of the same call may not have. */
const PASSING_PROBLEMS: ReadonlySet<string> = new Set([
  "empty_answer",
  "malformed_function_call",
  "provider_error",
]);

/** Options of {@link createChatModel}. */
export interface CreateChatModelOptions {
  /**
   * Seed of every request that names none; makes answers repeatable where the provider can.
   * @default none
   */
  readonly seed?: number;
}

/** Makes a chat model of a target. */
export function createChatModel(
  target: ModelTarget,
  runtime: LlmRuntime,
  options: CreateChatModelOptions = {},
): ChatModel {
  return {
    name: target.name,
    provider: target.provider,
    complete: (request) => {
      const messages = request.messages.map((message) => ({
        ...message,
        parts: message.parts.map((part) => withoutRefusedImage(part, runtime)),
      }));
      const decided = decide(target, { ...request, messages }, options.seed);
      return complete(target, runtime, decided);
    },
  };
}

/** The provider would fetch the address for us; what we may not contact, it may not either. */
function withoutRefusedImage(part: ContentPart, runtime: LlmRuntime): ContentPart {
  if (part.type === "text" || part.source.kind === "base64") return part;
  const url = URL.parse(part.source.url);
  const isAllowed = url !== null && runtime.refusedAddress(url.hostname) === null;
  return isAllowed ? part : { type: "text", text: "(an image that could not be shown)" };
}

function decide(
  target: ModelTarget,
  request: ChatRequest,
  defaultSeed: number | undefined,
): DecidedRequest {
  const seed = request.seed ?? defaultSeed;
  const lastName = target.name.slice(target.name.lastIndexOf("/") + 1);
  const wished = request.temperature ?? (seed === undefined ? DEFAULT_TEMPERATURE : 0);
  const temperature = FIXED_TEMPERATURE_MODELS.test(lastName) ? FIXED_TEMPERATURE : wished;
  return { ...request, temperature, ...(seed === undefined ? {} : { seed }) };
}

async function complete(
  target: ModelTarget,
  runtime: LlmRuntime,
  request: DecidedRequest,
): Promise<ChatAnswer> {
  const wire = WIRES[target.wire];
  const quirks = runtime.quirksOf(target.baseUrl, target.model, target.structure);
  const { provider, name, baseUrl } = target;
  return await callProvider(runtime, {
    provider,
    model: name,
    baseUrl,
    leadOf: (attempts) =>
      attempts === null ? "API call failed" : `API call failed after ${attempts} retries`,
    write: () => wire.write(target, request, quirks),
    adapt: (refusal) => adaptToRefusal(quirks, refusal),
    read: (body, requestId) => {
      const { text, json, usage, problem } = wire.read(body);
      runtime.meter.addCall(provider, name, usage);
      if (problem !== null) {
        throw new LlmError("API call failed", {
          provider,
          status: 200,
          code: problem,
          requestId,
          retryable: PASSING_PROBLEMS.has(problem),
          retryAfterMs: null,
        });
      }
      const value = request.schema === undefined ? undefined : json ?? parseLenientJson(text);
      return { text, usage, requestId, ...(value === undefined ? {} : { json: value }) };
    },
  }, request);
}
