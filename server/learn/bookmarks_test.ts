import { assertEquals } from "@std/assert";
import { advanceBookmark, isNewSince, isSameBookmark } from "./bookmarks.ts";

/** Turn `id` stored at second `at`. */
const turn = (id: number, at: number) => ({ interaction_id: id, created_at: at });

/** When a turn of the tests was stored: its id is its second. */
const timeOf = (id: number) => id;

Deno.test("S-019 isNewSince() takes every turn without a bookmark", () => {
  assertEquals(isNewSince(null)(turn(1, 1)), true);
});

Deno.test("S-207 advanceBookmark() remembers each turn of a crowded second", () => {
  const crowd = Array.from({ length: 30 }, (_, n) => turn(n + 1, 1_000));
  const after = advanceBookmark(null, crowd.slice(0, 20), () => 1_000);
  assertEquals(crowd.filter(isNewSince(after)).map((one) => one.interaction_id), [
    21,
    22,
    23,
    24,
    25,
    26,
    27,
    28,
    29,
    30,
  ]);
});

Deno.test("advanceBookmark() still finds a turn that was stored a little late", () => {
  const after = advanceBookmark(null, [turn(100, 100), turn(110, 110)], timeOf);
  assertEquals(isNewSince(after)(turn(105, 105)), true);
  assertEquals(isNewSince(after)(turn(110, 110)), false);
  assertEquals(isNewSince(after)(turn(1, 1)), false);
});

Deno.test("advanceBookmark() forgets ids that the watermark has passed and never goes back", () => {
  const first = advanceBookmark(null, [turn(100, 100)], timeOf);
  const second = advanceBookmark(first, [turn(500, 500)], timeOf);
  assertEquals(second.processed_ids, [500]);
  const third = advanceBookmark(second, [turn(450, 450)], timeOf);
  assertEquals([third.watermark_sec, third.processed_ids], [440, [450, 500]]);
});

Deno.test("isSameBookmark() compares watermark and ids", () => {
  const one = { watermark_sec: 1, processed_ids: [1, 2] };
  assertEquals(isSameBookmark(null, null), true);
  assertEquals(isSameBookmark(one, null), false);
  assertEquals(isSameBookmark(one, { ...one }), true);
  assertEquals(isSameBookmark(one, { watermark_sec: 1, processed_ids: [1, 3] }), false);
});
