import { adaptToRefusal } from "./endpoint_quirks.ts";
import { LlmError } from "./errors.ts";
import { geminiCall } from "./gemini_wire.ts";
import { listOf, numberOf, objectOf } from "./json_value.ts";
import { openAiCall, readOpenAiUsage } from "./openai_wire.ts";
import { callProvider, type WireCall } from "./provider_call.ts";
import type { LlmRuntime } from "./runtime.ts";
import type { ModelTarget } from "./target.ts";
import { cutEnd, estimateTokens } from "./tokens.ts";
import type { CallLimits, EmbeddingModel, EmbeddingPurpose, TokenUsage } from "./types.ts";

/** Numbers in a vector. */
export const EMBEDDING_LENGTH = 512;

/** Longest text, in estimated tokens; the rest is cut off. */
const MAX_TEXT_TOKENS = 8_000;

/** Most estimated tokens of one request. */
const MAX_BATCH_TOKENS = 100_000;

/** Most texts of one request. */
const MAX_BATCH_TEXTS = { openai: 256, gemini: 100 };

const PREFIXES: Readonly<Record<EmbeddingPurpose, string>> = {
  document: "search_document: ",
  query: "search_query: ",
};

interface Answer {
  readonly vectors: readonly (readonly unknown[])[];
  readonly usage: TokenUsage;
}

/** Makes an embedding model of a target. */
export function createEmbeddingModel(target: ModelTarget, runtime: LlmRuntime): EmbeddingModel {
  return {
    name: target.name,
    provider: target.provider,
    embed: async (texts, purpose, limits = {}) => {
      const inputs = texts.map((text) => cutEnd(PREFIXES[purpose] + text, MAX_TEXT_TOKENS));
      const vectors: Float32Array[] = [];
      for (const batch of toBatches(target, inputs)) {
        vectors.push(...await embedBatch(target, runtime, { batch, purpose, limits }));
      }
      return vectors;
    },
  };
}

/** Parts of the list that fit into one request each. */
function toBatches(target: ModelTarget, inputs: readonly string[]): string[][] {
  const maxTexts = target.wire === "gemini" ? MAX_BATCH_TEXTS.gemini : MAX_BATCH_TEXTS.openai;
  const batches: string[][] = [];
  let batch: string[] = [];
  let tokens = 0;
  for (const input of inputs) {
    const size = estimateTokens(input);
    if (batch.length >= maxTexts || (batch.length > 0 && tokens + size > MAX_BATCH_TOKENS)) {
      batches.push(batch);
      batch = [];
      tokens = 0;
    }
    batch.push(input);
    tokens += size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

interface BatchRequest {
  readonly batch: readonly string[];
  readonly purpose: EmbeddingPurpose;
  readonly limits: CallLimits;
}

async function embedBatch(
  target: ModelTarget,
  runtime: LlmRuntime,
  { batch, purpose, limits }: BatchRequest,
): Promise<Float32Array[]> {
  const { provider, name, baseUrl } = target;
  const quirks = runtime.quirksOf(baseUrl, target.model, target.structure);
  const lead = batch.length > 1
    ? "Batch embedding generation failed"
    : "Embedding generation failed";
  return await callProvider(runtime, {
    provider,
    model: name,
    baseUrl,
    leadOf: () => lead,
    write: () =>
      target.wire === "gemini"
        ? writeGemini(target, batch, purpose)
        : writeOpenAi(target, batch, quirks.sendsDimensions),
    adapt: (refusal) => adaptToRefusal(quirks, refusal),
    read: (body, requestId) => {
      const answer = target.wire === "gemini" ? readGemini(body, batch) : readOpenAi(body);
      runtime.meter.addCall(provider, name, answer.usage);
      const problem = problemOf(answer.vectors, batch.length);
      if (problem === null) return answer.vectors.map(toUnitVector);
      throw new LlmError(lead, {
        provider,
        status: 200,
        code: problem,
        requestId,
        retryable: problem === "missing_vectors",
        retryAfterMs: null,
      });
    },
  }, limits);
}

function writeOpenAi(
  target: ModelTarget,
  input: readonly string[],
  sendsDimensions: boolean,
): WireCall {
  return openAiCall(target, "embeddings", {
    model: target.model,
    input,
    ...(sendsDimensions ? { dimensions: EMBEDDING_LENGTH } : {}),
    encoding_format: "float",
  });
}

function readOpenAi(body: unknown): Answer {
  const rows = listOf(objectOf(body)["data"]).map(objectOf);
  const sorted = rows.toSorted((a, b) => numberOf(a["index"]) - numberOf(b["index"]));
  return {
    vectors: sorted.map((row) => listOf(row["embedding"])),
    usage: readOpenAiUsage(objectOf(body)["usage"]),
  };
}

function writeGemini(
  target: ModelTarget,
  texts: readonly string[],
  purpose: EmbeddingPurpose,
): WireCall {
  return geminiCall(target, "batchEmbedContents", {
    requests: texts.map((text) => ({
      model: `models/${target.model}`,
      content: { parts: [{ text }] },
      taskType: purpose === "document" ? "RETRIEVAL_DOCUMENT" : "RETRIEVAL_QUERY",
      outputDimensionality: EMBEDDING_LENGTH,
    })),
  });
}

/** This provider does not count the tokens of embeddings, so they are estimated. */
function readGemini(body: unknown, texts: readonly string[]): Answer {
  return {
    vectors: listOf(objectOf(body)["embeddings"]).map((row) => listOf(objectOf(row)["values"])),
    usage: {
      inputTokens: texts.reduce((sum, text) => sum + estimateTokens(text), 0),
      outputTokens: 0,
      cachedInputTokens: 0,
      costUsd: null,
    },
  };
}

function problemOf(vectors: readonly (readonly unknown[])[], count: number): string | null {
  if (vectors.length !== count) return "missing_vectors";
  if (vectors.some((vector) => vector.length < EMBEDDING_LENGTH)) return "vector_too_short";
  const isNumeric = vectors.every((vector) => vector.every(Number.isFinite));
  return isNumeric ? null : "malformed_vector";
}

/** The first 512 numbers at length 1; cut vectors are not of unit length. */
function toUnitVector(values: readonly unknown[]): Float32Array {
  const vector = Float32Array.from(values.slice(0, EMBEDDING_LENGTH), numberOf);
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return vector;
  const factor = 1 / Math.sqrt(square);
  return vector.map((value) => value * factor);
}
