import { assertEquals, assertRejects } from "@std/assert";
import { Patience, TIMED_OUT, timeLimitMs } from "./time_limit.ts";

const LIMITS = { requestMs: 1, waitingMs: 2 };

Deno.test("timeLimitMs() is long only when the last word says so", () => {
  assertEquals(timeLimitMs("", LIMITS), 1);
  assertEquals(timeLimitMs("wait_for_response=true", LIMITS), 2);
  assertEquals(timeLimitMs("wait_for_response=true&wait_for_response=0", LIMITS), 1);
  assertEquals(timeLimitMs("x=wait_for_response", LIMITS), 1);
});

Deno.test("Patience gives the value in time, else the mark", async () => {
  const patience = new Patience();
  assertEquals(await patience.within(Promise.resolve(5), 60_000), 5);
  assertEquals(await patience.within(new Promise(() => {}), 1), TIMED_OUT);
});

Deno.test("Patience that lingers gives the same, and stops its timers when told to", async () => {
  const patience = new Patience({ lingers: true });
  // Its timers alone do not keep a process alive, as a server's socket does.
  const alive = setInterval(() => {}, 1_000);
  assertEquals(await patience.within(Promise.resolve(5), 60_000), 5);
  const late = patience.within(new Promise(() => {}), 2);
  assertEquals(await patience.within(Promise.resolve(6), 2), 6);
  assertEquals(await Promise.all([late, patience.within(new Promise(() => {}), 1)]), [
    TIMED_OUT,
    TIMED_OUT,
  ]);
  patience.end();
  clearInterval(alive);
});

Deno.test("Patience passes a failure on", async () => {
  const work = Promise.reject(new RangeError("no"));
  await assertRejects(() => new Patience().within(work, 60_000), RangeError, "no");
});

Deno.test("Patience gives up each of many works, those that came later too", async () => {
  const patience = new Patience();
  const never = new Promise<never>(() => {});
  const first = patience.within(never, 2);
  const done = patience.within(Promise.resolve("done"), 2);
  const later = patience.within(never, 2);
  assertEquals(await Promise.all([first, done, later]), [TIMED_OUT, "done", TIMED_OUT]);
});
