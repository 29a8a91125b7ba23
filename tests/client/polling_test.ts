import { assert, assertEquals, assertRejects } from "@std/assert";
import { type OperationStatusInfo, ReflexioClient, type ReflexioClientOptions } from "../../mod.ts";
import { type Scripted, scriptedFetch, type SeenRequest } from "./scripted_fetch.ts";

const STARTED = { success: true, msg: "started", operation_id: "rerun_profile_generation" };
const UNKNOWN = { success: false, msg: "No operation found" };

/** A state of a run as the server tells it. */
function state(
  status: OperationStatusInfo["status"],
  startedAtSec: number,
  more: Partial<OperationStatusInfo> = {},
): object {
  return {
    success: true,
    operation_status: { service_name: "s", status, started_at: startedAtSec, ...more },
  };
}

/** A client whose looks at the state are answered in turn, the last one again and again. */
function watching(
  looks: readonly Scripted[],
  { start = STARTED, ...options }: ReflexioClientOptions & { start?: Scripted } = {},
): { client: ReflexioClient; seen: SeenRequest[]; warnings: string[] } {
  let look = 0;
  const warnings: string[] = [];
  const { fetch, seen } = scriptedFetch((request) =>
    request.method === "POST" ? start : looks[Math.min(look++, looks.length - 1)] ?? UNKNOWN
  );
  const client = new ReflexioClient({
    urlEndpoint: "http://host",
    fetch,
    pollIntervalMs: 1,
    maxWaitMs: 50,
    maxRetries: 0,
    logger: { warn: (message) => warnings.push(message) },
    ...options,
  });
  return { client, seen, warnings };
}

Deno.test("a waiting rerun looks until the run is completed (W-23, D-13)", async () => {
  const { client, seen } = watching([
    UNKNOWN,
    state("in_progress", 100),
    state("completed", 100, { processed_users: 3, stats: { total_generated: 8 } }),
  ]);
  const answer = await client.rerunProfileGeneration({ userId: "u", waitForResponse: true });
  assertEquals([answer.success, answer.profiles_generated], [true, 3]);
  assertEquals(answer.operation?.stats["total_generated"], 8);
  assertEquals(seen.map((request) => request.method), ["GET", "POST", "GET", "GET"]);
});

Deno.test("reruns look at the service that runs them (W-24, D-03)", async () => {
  const profiles = watching([UNKNOWN, state("completed", 100)]);
  await profiles.client.rerunProfileGeneration({ waitForResponse: true });
  assertEquals(profiles.seen[0]?.url.search, "?service_name=profile_generation");
  const playbooks = watching([UNKNOWN, state("completed", 100, { processed_users: 2 })]);
  const answer = await playbooks.client.rerunPlaybookGeneration({ waitForResponse: true });
  assertEquals(answer.playbooks_generated, 2);
  assertEquals(playbooks.seen[0]?.url.search, "?service_name=playbook_generation");
});

Deno.test("a failed or cancelled run is success false, not an error (W-23)", async () => {
  for (
    const [last, msg] of [
      [state("failed", 100), "Run failed"],
      [state("failed", 100, { error_message: "no model" }), "no model"],
      [state("cancelled", 100), "Run cancelled"],
    ] as const
  ) {
    const { client } = watching([UNKNOWN, last]);
    const answer = await client.rerunProfileGeneration({ waitForResponse: true });
    assertEquals([answer.success, answer.msg], [false, msg]);
  }
});

Deno.test("a run that is not accepted is not watched", async () => {
  const { client, seen } = watching([UNKNOWN], { start: { success: false, msg: "busy" } });
  const answer = await client.rerunProfileGeneration({ waitForResponse: true });
  assertEquals([answer.success, answer.msg], [false, "busy"]);
  assertEquals(seen.length, 2);
});

for (
  const [title, looks] of [
    ["endless progress", [UNKNOWN, state("in_progress", 100)]],
    ["no operation at all", [UNKNOWN]],
    ["nothing but failing looks", [new TypeError("reset")]],
  ] as const
) {
  Deno.test(`a wait ends with the acknowledgement: ${title} (W-23, D-12)`, async () => {
    const { client, seen } = watching(looks, { maxWaitMs: 8 });
    const answer = await client.rerunProfileGeneration({ waitForResponse: true });
    assertEquals([answer.success, answer.msg], [true, "started"]);
    assert(seen.length > 3);
  });
}

Deno.test("an earlier run is not taken for this one (D-12)", async () => {
  const old = state("completed", 50, { processed_users: 99 });
  const { client } = watching([old, old, state("completed", 100, { processed_users: 1 })]);
  const answer = await client.rerunProfileGeneration({ waitForResponse: true });
  assertEquals(answer.profiles_generated, 1);
});

Deno.test("a run does not start in the second of the one before it", async () => {
  const nowSec = Math.floor(Date.now() / 1000);
  const startedAtMs: number[] = [];
  const { fetch } = scriptedFetch((request, index) => {
    if (request.method === "POST") startedAtMs.push(Date.now());
    if (request.method === "POST") return STARTED;
    return state("completed", index === 0 ? nowSec : nowSec + 1);
  });
  const client = new ReflexioClient({ urlEndpoint: "http://host", fetch, pollIntervalMs: 1 });
  await client.rerunProfileGeneration({ waitForResponse: true });
  assert((startedAtMs[0] ?? 0) >= (nowSec + 1) * 1000);
});

Deno.test("a failing look is logged and the next one counts (W-23)", async () => {
  const { client, warnings } = watching([UNKNOWN, new TypeError("reset"), state("completed", 100)]);
  const answer = await client.rerunProfileGeneration({ waitForResponse: true });
  assertEquals(answer.operation?.status, "completed");
  assertEquals(warnings, ["Cannot read the state of a run yet"]);
});

Deno.test("onProgress is told each new state once", async () => {
  const halfway = state("in_progress", 100, { processed_users: 1 });
  const { client } = watching([
    UNKNOWN,
    state("in_progress", 100),
    halfway,
    halfway,
    state("completed", 100),
  ]);
  const told: (readonly [string, number])[] = [];
  await client.rerunProfileGeneration({
    waitForResponse: true,
    onProgress: ({ status, processed_users }) => told.push([status, processed_users]),
  });
  assertEquals(told, [["in_progress", 0], ["in_progress", 1], ["completed", 0]]);
});

Deno.test("an abort ends the wait with the signal's reason", async () => {
  const controller = new AbortController();
  const { client } = watching([UNKNOWN, state("in_progress", 100)], { maxWaitMs: 60_000 });
  const wait = client.rerunProfileGeneration({
    waitForResponse: true,
    signal: controller.signal,
    onProgress: () => controller.abort(new Error("enough")),
  });
  await assertRejects(() => wait, Error, "enough");
});

Deno.test("a waiting aggregation is one call that waits", async () => {
  const { client, seen } = watching([UNKNOWN]);
  const answer = await client.runPlaybookAggregation({ playbookName: "p", waitForResponse: true });
  assertEquals(answer.success, true);
  assertEquals(seen.map((request) => request.url.pathname + request.url.search), [
    "/api/run_playbook_aggregation",
  ]);
});
