import { assert, assertEquals } from "@std/assert";
import { seeded } from "../bench/measure.ts";
import { soak, soakCsv, soakPlot } from "./soak.ts";
import { SoakMix } from "./soak_calls.ts";

Deno.test("a soak of seconds calls, samples and draws", async () => {
  const report = await soak({ seconds: 2, rate: 60, people: 2, sampleSec: 0.5, seed: 3 });
  assertEquals(report.failures, []);
  assert(report.calls >= 120);
  assert(report.samples.length >= 3);
  assert(report.samples.every(({ rows, p50Ms }) => rows > 0 && p50Ms > 0));
  const [head, ...lines] = soakCsv(report.samples).trimEnd().split("\n");
  assertEquals(head, "atSec,calls,p50Ms,p99Ms,cpuMs,load,rssMib,handles,rows,fileMib");
  assertEquals(lines.length, report.samples.length);
  assertEquals(soakPlot(report.samples, "t").match(/<polyline/g)?.length, 7);
});

Deno.test("SoakMix lets as many leave as come, and what is known of them goes", () => {
  const mix = new SoakMix(seeded(1), 5);
  const counts: Record<string, number> = {};
  const users = new Set<unknown>();
  for (let n = 0; n < 4_000; n++) {
    const call = mix.next();
    counts[call.kind] = (counts[call.kind] ?? 0) + 1;
    if (call.kind === "publish") users.add((call.body as { user_id: string }).user_id);
    mix.noteAnswer(call, { request_id: `r${n}` });
  }
  assertEquals(Object.keys(counts).sort(), [
    "context",
    "delete",
    "forget",
    "list",
    "publish",
    "search",
  ]);
  // A hundred came, all but five left: one in ten is forgotten, of the others rows are deleted.
  assert(users.size > 95 && users.size <= 100, `${users.size} people`);
  assert((counts["forget"] ?? 0) >= 9);
  assert((counts["delete"] ?? 0) > 100);
});
