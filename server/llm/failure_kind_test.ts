import { assertEquals } from "@std/assert";
import { failureKindOf, LearnerOutputError, LlmConfigError, LlmError } from "./mod.ts";
import { readRefusal } from "./provider_refusal.ts";

function refused(status: number, body: unknown, headers: Record<string, string> = {}): LlmError {
  const answer = { status, headers: new Headers(headers), text: JSON.stringify(body) };
  const facts = readRefusal(answer, Date.UTC(2025, 0, 1));
  return new LlmError("API call failed", { provider: "gemini", status, ...facts });
}

Deno.test("failureKindOf() tells what passes, what waits for settings and what stays", () => {
  const cases: readonly (readonly [unknown, ReturnType<typeof failureKindOf>])[] = [
    [refused(503, {}), "retryable"],
    [refused(429, { error: { code: "rate_limit_exceeded" } }), "retryable"],
    [refused(429, { error: { code: "insufficient_quota" } }), "blocked"],
    [refused(401, {}), "blocked"],
    [refused(400, { error: { details: [{ reason: "API_KEY_INVALID" }] } }), "blocked"],
    [refused(400, { error: { type: "invalid_request_error" } }), "deterministic"],
    [new LlmConfigError("no key"), "blocked"],
    [new LearnerOutputError("openai", "profiles", ["x"]), "retryable"],
    [new TypeError("a fault of ours"), null],
  ];
  for (const [error, kind] of cases) assertEquals(failureKindOf(error), kind);
});

Deno.test("S-148 readRefusal() reads every form in which a wait is asked for", () => {
  const delayOf = (headers: Record<string, string>, body: unknown = {}) =>
    refused(429, body, headers).retryAfterMs;
  assertEquals(delayOf({ "retry-after": "3" }), 3_000);
  assertEquals(delayOf({ "retry-after": "Wed, 01 Jan 2025 00:00:09 GMT" }), 9_000);
  assertEquals(delayOf({ "retry-after-ms": "250" }), 250);
  assertEquals(delayOf({}, { error: { details: [{ retryDelay: "1.5s" }] } }), 1_500);
  assertEquals(delayOf({ "retry-after": "soon" }), null);
});

Deno.test("S-164 codes that could be an echoed key are not shown", () => {
  const { message } = refused(401, { error: { code: "sk-live4242abcdef", type: "auth_error" } });
  assertEquals(message, "API call failed: gemini says auth_error, status 401");
});
