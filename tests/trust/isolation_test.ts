import { assert, assertEquals } from "@std/assert";
import { checkIsolation } from "./isolation.ts";

Deno.test("twenty orgs that call everything at random never see each other", async () => {
  const seed = Number(Deno.env.get("REFLEXIO_SEED") ?? 3);
  const report = await checkIsolation({ orgs: 20, calls: 2_500, seed });
  assertEquals(report.leaks, [], `seed ${seed}`);
  assert(report.marked > 1_000, `only ${report.marked} markers came back`);
  assert((report.statuses["401"] ?? 0) > 0);
});
