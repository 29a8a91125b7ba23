import { assertEquals } from "@std/assert";
import { newestWindow, nextWindow } from "./windows.ts";

/** Turns 1 to `count` of which those above `processed` are new. */
const window = (count: number, processed: number, options: { size: number; interval: number }) =>
  nextWindow(Array.from({ length: count }, (_, n) => n + 1), {
    ...options,
    isNew: (turn) => turn > processed,
  });

/** First and last turn of a window with the number of new ones. */
const shape = (cut: ReturnType<typeof window>) =>
  cut && [cut.turns[0], cut.turns.at(-1), cut.fresh.length];

Deno.test("nextWindow() gives nothing when no turn is new", () => {
  assertEquals(window(5, 5, { size: 10, interval: 5 }), null);
  assertEquals(window(0, 0, { size: 10, interval: 5 }), null);
});

Deno.test("S-020 nextWindow() gives the newest turns when all new ones fit", () => {
  assertEquals(shape(window(12, 10, { size: 10, interval: 5 })), [3, 12, 2]);
  assertEquals(shape(window(4, 2, { size: 10, interval: 5 })), [1, 4, 2]);
});

Deno.test("S-021 nextWindow() begins with the oldest new turn and leads it by context", () => {
  assertEquals(shape(window(40, 0, { size: 10, interval: 5 })), [1, 10, 10]);
  assertEquals(shape(window(40, 10, { size: 10, interval: 5 })), [6, 15, 5]);
  assertEquals(shape(window(40, 10, { size: 10, interval: 10 })), [11, 20, 10]);
});

Deno.test("nextWindow() steps through every turn whatever size and interval are", () => {
  for (const [size, interval] of [[1, 1], [2, 1], [3, 9], [5, 3], [10, 5], [25, 10]] as const) {
    let processed = 0;
    const seen: number[] = [];
    for (;;) {
      const cut = window(31, processed, { size, interval });
      if (cut === null) break;
      seen.push(...cut.fresh);
      processed = cut.fresh.at(-1) ?? processed;
    }
    assertEquals(seen, Array.from({ length: 31 }, (_, n) => n + 1));
  }
});

Deno.test("newestWindow() takes the last turns, all as new", () => {
  assertEquals(newestWindow([1, 2, 3, 4], 3), { turns: [2, 3, 4], fresh: [2, 3, 4] });
  assertEquals(newestWindow([], 3), null);
});
