import { assertEquals } from "@std/assert";
import { torture } from "./torture.ts";

/** Length of the run, seconds; a full one is `deno run -A --unstable-kv tests/trust/torture.ts`. */
const SECONDS = Number(Deno.env.get("REFLEXIO_TORTURE_SECONDS") ?? 6);

Deno.test({
  name:
    "three servers on one file lose, double and half-write nothing under kill, stop and full disk",
  // Stopping processes and limiting files are Linux's.
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const folder = await Deno.makeTempDir();
    const seed = Number(Deno.env.get("REFLEXIO_SEED") ?? 7);
    const report = await torture({
      kv: `${folder}/kv.db`,
      seconds: SECONDS,
      clients: 8,
      servers: 3,
      seed,
      pauseMs: 150,
      faultEveryMs: 600,
    });
    assertEquals(report.violations, [], `seed ${seed}`);
    assertEquals(report.published > 0, true);
    await Deno.remove(folder, { recursive: true });
  },
});
