import { listOf, objectOf } from "./fake_provider_requests.ts";
import type { FakeQuestion, FakeReply, FakeWire } from "./fake_providers.ts";

/** Replies that are answers of the model. */
export type AnswerReply = Extract<
  FakeReply,
  { kind: "json" } | { kind: "text" } | { kind: "truncated" } | { kind: "refusal" }
>;

/** A refusal in the form of the provider. */
export function failureAnswer(
  wire: FakeWire,
  { status, code = "server_error", message = "The fake failed", headers = {} }: {
    readonly status: number;
    readonly code?: string;
    readonly message?: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Response {
  const bodies = {
    openai: { error: { message, type: code, param: null, code } },
    anthropic: { type: "error", error: { type: code, message }, request_id: "req_fake_body" },
    gemini: { error: { code: status, message, status: code } },
  };
  const id: Record<string, string> = wire === "openai" ? { "x-request-id": "req_fake" } : {};
  return Response.json(bodies[wire], { status, headers: { ...id, ...headers } });
}

/** An answer of the model in the form of the provider. */
export function goodAnswer(question: FakeQuestion, reply: AnswerReply): Response {
  const build = { openai: openAiBody, anthropic: anthropicBody, gemini: geminiBody };
  return Response.json(build[question.wire](question, reply), {
    headers: question.wire === "anthropic"
      ? { "request-id": "req_fake" }
      : { "x-request-id": "req_fake" },
  });
}

function textOf(reply: AnswerReply): string {
  if (reply.kind === "json") return JSON.stringify(reply.value);
  return reply.kind === "refusal" ? "" : reply.text;
}

function openAiBody(question: FakeQuestion, reply: AnswerReply): unknown {
  const isRefusal = reply.kind === "refusal";
  return {
    id: "chatcmpl-fake",
    object: "chat.completion",
    created: 1_700_000_000,
    model: question.model,
    choices: [{
      index: 0,
      message: {
        role: "assistant",
        content: isRefusal ? null : textOf(reply),
        refusal: isRefusal ? "I can't help with that." : null,
      },
      logprobs: null,
      finish_reason: reply.kind === "truncated" ? "length" : "stop",
    }],
    usage: {
      prompt_tokens: 120,
      completion_tokens: 30,
      total_tokens: 150,
      prompt_tokens_details: { cached_tokens: 20 },
    },
  };
}

function anthropicBody(question: FakeQuestion, reply: AnswerReply): unknown {
  const isTool = reply.kind === "json" && question.body["tool_choice"] !== undefined;
  const stop = { json: isTool ? "tool_use" : "end_turn", text: "end_turn" };
  return {
    id: "msg_fake",
    type: "message",
    role: "assistant",
    model: question.model,
    content: isTool
      ? [{ type: "tool_use", id: "toolu_fake", name: "answer", input: reply.value }]
      : reply.kind === "refusal"
      ? []
      : [{ type: "text", text: textOf(reply) }],
    stop_reason: reply.kind === "truncated"
      ? "max_tokens"
      : reply.kind === "refusal"
      ? "refusal"
      : stop[reply.kind],
    stop_sequence: null,
    usage: {
      input_tokens: 100,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 20,
      output_tokens: 30,
    },
  };
}

function geminiBody(question: FakeQuestion, reply: AnswerReply): unknown {
  if (reply.kind === "refusal") {
    return { promptFeedback: { blockReason: "SAFETY" }, usageMetadata: { promptTokenCount: 120 } };
  }
  return {
    candidates: [{
      content: {
        role: "model",
        parts: [{ text: "Let me think.", thought: true }, { text: textOf(reply) }],
      },
      finishReason: reply.kind === "truncated" ? "MAX_TOKENS" : "STOP",
      index: 0,
    }],
    usageMetadata: {
      promptTokenCount: 120,
      cachedContentTokenCount: 20,
      candidatesTokenCount: 25,
      thoughtsTokenCount: 5,
      totalTokenCount: 150,
    },
    modelVersion: question.model,
  };
}

/** Vectors that depend on the text alone; not of unit length. */
export function embeddingAnswer(question: FakeQuestion, length: number): Response {
  const { body } = question;
  if (question.wire === "gemini") {
    const embeddings = listOf(body["requests"]).map((request) => {
      const [part] = listOf(objectOf(request["content"])["parts"]);
      return { values: fakeVector(String(part?.["text"]), length) };
    });
    return Response.json({ embeddings });
  }
  const input = Array.isArray(body["input"]) ? body["input"] : [body["input"]];
  const data = input.map((text, index) => ({
    object: "embedding",
    index,
    embedding: fakeVector(String(text), length),
  }));
  return Response.json({
    object: "list",
    data: data.toReversed(),
    model: question.model,
    usage: { prompt_tokens: 10 * input.length, total_tokens: 10 * input.length },
  });
}

function fakeVector(text: string, length: number): number[] {
  const vector = Array<number>(length).fill(0);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    let hash = 7;
    for (const char of word) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
    const at = hash % length;
    vector[at] = (vector[at] ?? 0) + 2;
  }
  return vector;
}
