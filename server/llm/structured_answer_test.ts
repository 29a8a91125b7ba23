import { assert, assertEquals, assertRejects } from "@std/assert";
import { completeStructured, failureKindOf, LearnerOutputError } from "./mod.ts";
import type { ChatModel, ChatRequest, ReadOutcome, StructuredRequest } from "./mod.ts";
import { parseLenientJson } from "./lenient_json.ts";

const REQUEST: StructuredRequest = {
  system: null,
  messages: [{ role: "user", parts: [{ type: "text", text: "count" }] }],
  schema: { name: "count", schema: { type: "object", properties: { n: { type: "integer" } } } },
};

function modelSaying(texts: readonly string[], asked: ChatRequest[]): ChatModel {
  return {
    name: "scripted",
    provider: "custom",
    complete: (request) => {
      const text = texts[asked.length] ?? "";
      asked.push(request);
      const usage = { inputTokens: 1, outputTokens: 1, cachedInputTokens: 0, costUsd: null };
      const json = parseLenientJson(text);
      return Promise.resolve({
        text,
        usage,
        requestId: null,
        ...(json === undefined ? {} : { json }),
      });
    },
  };
}

function readCount(json: unknown): ReadOutcome<number> {
  const n = typeof json === "object" && json !== null && "n" in json ? json.n : null;
  return typeof n === "number"
    ? { ok: true, value: n }
    : { ok: false, complaints: ["n must be a number"] };
}

Deno.test("S-162 completeStructured() shows a bad answer to the model once", async () => {
  const asked: ChatRequest[] = [];
  const model = modelSaying(['{"n":"two"}', '{"n":2}'], asked);
  assertEquals(await completeStructured(model, REQUEST, readCount), 2);
  const texts =
    asked[1]?.messages.flatMap(({ role, parts }) =>
      parts.map((part) => `${role}: ${part.type === "text" ? part.text : ""}`)
    ) ?? [];
  assertEquals(texts.length, 3);
  assertEquals(texts[1], 'assistant: {"n":"two"}');
  assert(texts[2]?.includes("n must be a number"));
});

Deno.test("S-162 completeStructured() fails after the second bad answer, without its text", async () => {
  const asked: ChatRequest[] = [];
  const model = modelSaying(["my secret diary", "still my secret diary"], asked);
  const error = await assertRejects(
    () => completeStructured(model, REQUEST, readCount),
    LearnerOutputError,
    "no JSON object",
  );
  assertEquals([asked.length, failureKindOf(error)], [2, "retryable"]);
  assert(!error.message.includes("diary"));
});
