import { assert, assertEquals } from "@std/assert";
import { fuzzBytes } from "./byte_fuzz.ts";

Deno.test("calls with damaged bytes are refused or served, never failed", async () => {
  const seed = Number(Deno.env.get("REFLEXIO_SEED") ?? 11);
  const report = await fuzzBytes({ calls: 2_000, seed });
  assertEquals(report.failures, [], `seed ${seed}`);
  assert((report.statuses["422"] ?? 0) > 100);
  assert((report.statuses["200"] ?? 0) > 100);
});
