import { assertEquals } from "@std/assert";
import { expiresAtSec } from "./expiry.ts";

Deno.test("S-062 S-063 expiresAtSec() adds the lifetime of the class, never ends for infinity", () => {
  const days = (["one_day", "one_week", "one_month", "one_quarter", "one_year"] as const)
    .map((word) => expiresAtSec(word, 1_000) - 1_000)
    .map((seconds) => seconds / 86_400);
  assertEquals(days, [1, 7, 30, 90, 365]);
  assertEquals(expiresAtSec("infinity", 1_000), 4_102_444_800);
});
