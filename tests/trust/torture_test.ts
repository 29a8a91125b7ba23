import { assertEquals } from "@std/assert";
import { seeded } from "../bench/measure.ts";
import { DENOKV_MISSING, findDenokv, startDenokv } from "./denokv_server.ts";
import { faultsOf, torture } from "./torture.ts";

/** Length of the run, seconds; a full one is `deno run -A --unstable-kv tests/trust/torture.ts`. */
const SECONDS = Number(Deno.env.get("REFLEXIO_TORTURE_SECONDS") ?? 6);

const DENOKV = findDenokv();
const SEED = Number(Deno.env.get("REFLEXIO_SEED") ?? 7);

/** Clients and pace of a run that shares the machine with other tests. */
const PACE = { seconds: SECONDS, clients: 8, seed: SEED, pauseMs: 150, faultEveryMs: 600 };

Deno.test({
  name:
    "three servers on one file lose, double and half-write nothing under kill, stop and full disk",
  // Stopping processes and limiting files are Linux's.
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const folder = await Deno.makeTempDir();
    const report = await torture({ ...PACE, kv: `${folder}/kv.db`, servers: 3 });
    assertEquals(report.violations, [], `seed ${SEED}`);
    assertEquals(report.published > 0, true);
    await Deno.remove(folder, { recursive: true });
  },
});

Deno.test({
  name: "two servers on a denokv server lose and double nothing when either of them is hurt" +
    (DENOKV === null ? ` (skipped: ${DENOKV_MISSING})` : ""),
  ignore: DENOKV === null || Deno.build.os !== "linux",
  // The KV client keeps timers of its own after closing.
  sanitizeOps: false,
  sanitizeResources: false,
  fn: async () => {
    await using server = await startDenokv(DENOKV ?? "");
    const databaseFaults = faultsOf(server, seeded(SEED));
    const report = await torture({ ...PACE, kv: server.url, servers: 2, databaseFaults });
    assertEquals(report.violations, [], `seed ${SEED}`);
    assertEquals(report.published > 0, true);
  },
});
