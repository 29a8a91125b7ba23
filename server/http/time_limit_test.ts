import { assertEquals } from "@std/assert";
import { TIMED_OUT, timeLimitMs, withTimeLimit } from "./time_limit.ts";

const LIMITS = { requestMs: 1, waitingMs: 2 };

Deno.test("timeLimitMs() is long only when the last word says so", () => {
  assertEquals(timeLimitMs("", LIMITS), 1);
  assertEquals(timeLimitMs("wait_for_response=true", LIMITS), 2);
  assertEquals(timeLimitMs("wait_for_response=true&wait_for_response=0", LIMITS), 1);
  assertEquals(timeLimitMs("x=wait_for_response", LIMITS), 1);
});

Deno.test("withTimeLimit() gives the value in time, else the mark", async () => {
  assertEquals(await withTimeLimit(Promise.resolve(5), 60_000), 5);
  assertEquals(await withTimeLimit(new Promise(() => {}), 1), TIMED_OUT);
});
