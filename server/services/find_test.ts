import { assertAlmostEquals, assertEquals } from "@std/assert";
import { minCosine } from "./find.ts";

Deno.test("R-112 minCosine() maps 0, the default and 1 to 0, the floor and 1, and rises between", () => {
  const options = { defaultThreshold: 0.4, embeddedFloor: 0.12 };
  assertEquals(minCosine(0, options), 0);
  assertAlmostEquals(minCosine(0.4, options), 0.12);
  assertAlmostEquals(minCosine(1, options), 1);
  let before = -1;
  for (let threshold = 0; threshold <= 1; threshold += 0.05) {
    const cosine = minCosine(threshold, options);
    assertEquals(cosine > before, true);
    before = cosine;
  }
});
