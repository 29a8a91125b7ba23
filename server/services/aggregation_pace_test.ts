import { assertEquals } from "@std/assert";
import { AggregationPace } from "./aggregation_pace.ts";

Deno.test("AggregationPace gives beats of seconds, longer ones where a run takes long, within bounds", () => {
  const pace = new AggregationPace();
  const nextMs = (key: string) => pace.nextMs(key, 40_100);
  assertEquals(nextMs("a"), 41_000);
  assertEquals(pace.nextMs("a", 41_000), 41_000);
  pace.note("a", 100);
  assertEquals(nextMs("a"), 41_000);
  pace.note("a", 101);
  assertEquals([nextMs("a"), nextMs("b")], [42_000, 41_000]);
  pace.note("a", 350);
  assertEquals(nextMs("a"), 44_000);
  pace.note("a", 3_600_000);
  assertEquals(nextMs("a"), 64_000);
  pace.note("a", 5);
  assertEquals(nextMs("a"), 41_000);
});

Deno.test("AggregationPace forgets the oldest of many names", () => {
  const pace = new AggregationPace();
  pace.note("first", 900);
  for (let n = 0; n < 1_000; n++) pace.note(`name ${n}`, 900);
  assertEquals(pace.nextMs("first", 100), 1_000);
  assertEquals(pace.nextMs("name 0", 100), 16_000);
});
