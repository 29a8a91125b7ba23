import { assert, assertEquals, assertMatch } from "@std/assert";
import { ReflexioClient, type ReflexioMethods, Status } from "../../mod.ts";
import { ENDPOINTS } from "../../client/contract/mod.ts";
import { METHOD_NAMES, rowOf } from "../../client/methods/rows.ts";
import { toCamel, toSnake } from "../../client/methods/row.ts";
import { METHOD_CALLS, type MethodCall } from "./method_calls.ts";
import { scriptedFetch, type SeenRequest } from "./scripted_fetch.ts";

const BASE = "http://host";

/** A client whose requests are only recorded. */
function recordingClient(): { client: ReflexioClient; seen: SeenRequest[] } {
  const { fetch, seen } = scriptedFetch();
  return { client: new ReflexioClient({ urlEndpoint: BASE, apiKey: "k", fetch }), seen };
}

/** The single request that `act` makes. */
async function requestOf(act: (client: ReflexioClient) => Promise<unknown>): Promise<SeenRequest> {
  const { client, seen } = recordingClient();
  await act(client);
  await client.flush();
  assertEquals(seen.length, 1);
  const [request] = seen;
  if (!request) throw new Error("nothing was sent");
  return request;
}

function bodyOf(request: SeenRequest): Record<string, unknown> {
  return request.body as Record<string, unknown>;
}

function call(client: ReflexioMethods, { name, options }: MethodCall): Promise<unknown> {
  return (client[name] as (options?: unknown) => Promise<unknown>).call(client, options);
}

for (const each of METHOD_CALLS) {
  Deno.test(`${each.name}() sends ${each.request} (${each.id}, W-01)`, async () => {
    const { method, url, body } = await requestOf((client) => call(client, each));
    assertEquals(`${method} ${url.href.slice(BASE.length)}`, each.request);
    assertEquals(body, each.body);
  });
}

Deno.test("METHOD_NAMES has the 47 methods and 11 extensions, each at a known endpoint", () => {
  const names = METHOD_NAMES.toSorted();
  assertEquals(names, METHOD_CALLS.map((each) => each.name).sort());
  assertEquals(METHOD_CALLS.filter((each) => each.id.startsWith("M-")).length, 47);
  for (const { name } of METHOD_CALLS) assert(ENDPOINTS[rowOf(name).endpoint], name);
});

Deno.test("toSnake() undoes toCamel() for every method and option", () => {
  for (const name of METHOD_NAMES) {
    assertEquals(toCamel(toSnake(name)), name);
    for (const [option, field] of Object.entries(rowOf(name).options)) {
      assertEquals(toCamel(toSnake(option)), option);
      if (option !== "interactions") assertEquals(toSnake(option), field);
    }
  }
});

Deno.test("publishInteraction() fills ten fields an item and asks to wait only when told (W-05)", async () => {
  const interactions = [{ content: "a", role: "assistant" }];
  const waiting = await requestOf((client) =>
    client.publishInteraction({ userId: "u", interactions, waitForResponse: true })
  );
  assertEquals(waiting.url.search, "?wait_for_response=true");
  const [item] = bodyOf(waiting)["interaction_data_list"] as Record<string, unknown>[];
  assertEquals(Object.keys(item ?? {}).length, 10);
  assertEquals(Object.keys(bodyOf(waiting)).length, 7);
  assert(Math.abs(Number(item?.["created_at"]) - Date.now() / 1000) < 60);
  const quick = await requestOf((client) =>
    client.publishInteraction({ userId: "u", interactions, waitForResponse: false })
  );
  assertEquals(quick.url.search, "");
});

Deno.test("publishInteraction() sends the newer fields only when given", async () => {
  const request = await requestOf((client) =>
    client.publishInteraction({
      userId: "u",
      metadata: { a: null },
      evaluationOnly: true,
      interactions: [{ content: "a", citations: [{ kind: "profile" }] }],
    })
  );
  const [item] = bodyOf(request)["interaction_data_list"] as Record<string, unknown>[];
  assertEquals(item?.["citations"], [{ kind: "profile" }]);
  assertEquals(bodyOf(request)["metadata"], { a: null });
  assertEquals(bodyOf(request)["evaluation_only"], true);
});

Deno.test("publishInteraction() sends each publish under a key of its own", async () => {
  const { client, seen } = recordingClient();
  const options = { userId: "u", interactions: [{ content: "a" }] };
  await client.publishInteraction(options);
  await client.publishInteraction(options);
  await client.publishInteraction({ ...options, idempotencyKey: "mine" });
  const keys = seen.map((request) => request.headers.get("idempotency-key"));
  assertMatch(keys[0] ?? "", /^[0-9a-f]{32}$/);
  assert(keys[0] !== keys[1]);
  assertEquals(keys[2], "mine");
});

Deno.test("a text id is trimmed before it is sent (W-06, C-028)", async () => {
  const request = await requestOf((client) => client.getProfiles({ userId: " u " }));
  assertEquals(bodyOf(request)["user_id"], "u");
});

Deno.test("a request record wins over single options (W-07)", async () => {
  const options = { request: { user_id: "u", query: "a" }, query: "b" };
  const request = await requestOf((client) =>
    client.searchInteractions(options as unknown as { userId: string })
  );
  assertEquals(bodyOf(request)["query"], "a");
});

Deno.test("nulls in a record are sent, nulls among options are not given (W-08)", async () => {
  const asRecord = await requestOf((client) =>
    client.searchProfiles({ request: { user_id: "u", top_k: null, threshold: null } })
  );
  assertEquals([bodyOf(asRecord)["top_k"], bodyOf(asRecord)["threshold"]], [null, null]);
  const asOptions = await requestOf((client) =>
    client.searchProfiles({ userId: "u", topK: null, threshold: undefined })
  );
  assertEquals([bodyOf(asOptions)["top_k"], bodyOf(asOptions)["threshold"]], [10, 0.4]);
});

Deno.test("time filters work, also in the background (W-09, D-01)", async () => {
  const startTime = new Date("2026-01-02T03:04:05Z");
  const blocking = await requestOf((client) =>
    client.getRequests({ startTime, endTime: "2026-02-01T00:00:00+01:00" })
  );
  assertEquals(bodyOf(blocking)["start_time"], "2026-01-02T03:04:05.000Z");
  assertEquals(bodyOf(blocking)["end_time"], "2026-02-01T00:00:00+01:00");
  const background = await requestOf((client) => client.rerunProfileGeneration({ startTime }));
  assertEquals(bodyOf(background)["start_time"], "2026-01-02T03:04:05.000Z");
});

Deno.test("current is sent as null, by constant and by word (W-10, W-11, D-02)", async () => {
  const request = await requestOf((client) =>
    client.getProfiles({ userId: "u", statusFilter: [null, "pending", Status.CURRENT, "current"] })
  );
  assertEquals(bodyOf(request)["status_filter"], [null, "pending", null, null]);
  assertEquals(Status.CURRENT, null);
});

Deno.test("query parameters are encoded and pass unchecked (W-12)", async () => {
  const profiles = await requestOf((client) =>
    client.getAllProfiles({ limit: 5, statusFilter: "weird x&y" as "current" })
  );
  assertEquals(profiles.url.search, "?limit=5&status_filter=weird+x%26y");
  const turns = await requestOf((client) => client.getAllInteractions({ limit: 0 }));
  assertEquals(turns.url.search, "?limit=0");
});

Deno.test("addUserProfile() fills what is absent (W-26)", async () => {
  const request = await requestOf((client) =>
    client.addUserProfile({ userProfiles: [{ user_id: "u", content: "tea" }] })
  );
  const [profile] = bodyOf(request)["user_profiles"] as Record<string, unknown>[];
  assertMatch(String(profile?.["profile_id"]), /^cli-[0-9a-f]{12}$/);
  assertEquals(profile?.["generated_from_request_id"], "cli-manual");
  assertEquals(profile?.["source"], "cli-manual");
  assertEquals(profile?.["expiration_timestamp"], 4102444800);
  assertEquals(profile?.["profile_time_to_live"], "infinity");
});

Deno.test("an empty agent version is sent as such by publish and replaced elsewhere (W-27)", async () => {
  const publish = await requestOf((client) =>
    client.publishInteraction({ userId: "u", interactions: [{}], agentVersion: "" })
  );
  assertEquals(bodyOf(publish)["agent_version"], "");
  for (
    const act of [
      (client: ReflexioClient) => client.rerunPlaybookGeneration({ agentVersion: "" }),
      (client: ReflexioClient) => client.manualPlaybookGeneration({ agentVersion: "" }),
      (client: ReflexioClient) =>
        client.runPlaybookAggregation({ agentVersion: "", playbookName: "p" }),
    ]
  ) assertEquals(bodyOf(await requestOf(act))["agent_version"], "agent-v0");
});

Deno.test("an empty item is sent and unknown item fields are dropped (W-28)", async () => {
  const odd = { surprise: 1 } as unknown as { content: string };
  const request = await requestOf((client) =>
    client.publishInteraction({ userId: "u", interactions: [{ content: "" }, odd] })
  );
  const items = bodyOf(request)["interaction_data_list"] as Record<string, unknown>[];
  assertEquals(items.map((item) => "surprise" in item), [false, false]);
});

Deno.test("upgrades keep the defaults of the Python client (W-25)", async () => {
  const profiles = await requestOf((client) => client.upgradeProfiles());
  assertEquals(bodyOf(profiles), { user_id: null, profile_ids: null, only_affected_users: true });
  const playbooks = await requestOf((client) => client.upgradeUserPlaybooks());
  assertEquals(bodyOf(playbooks)["archive_current"], true);
});

Deno.test("setConfig() sends what it was given (W-30, D-11)", async () => {
  const config = { storage_config: null, extraction_preset: "quick_chat" } as const;
  const request = await requestOf((client) => client.setConfig({ config }));
  assertEquals(request.body, config);
});

Deno.test("fields without an option in the Python client are reachable (D-18)", async () => {
  const bodies = await Promise.all([
    requestOf((client) => client.getRequests({ sessionId: "s", offset: 5 })),
    requestOf((client) => client.rerunPlaybookGeneration({ source: "web" })),
    requestOf((client) => client.upgradeProfiles({ profileIds: ["p"] })),
    requestOf((client) => client.upgradeUserPlaybooks({ archiveCurrent: false })),
    requestOf((client) =>
      client.updateUserPlaybook({
        userPlaybookId: 1,
        blockingIssue: { kind: "missing_tool", details: "no shell" },
      })
    ),
  ]);
  const [requests, rerun, upgrade, archive, update] = bodies.map(bodyOf);
  assertEquals([requests?.["session_id"], requests?.["offset"]], ["s", 5]);
  assertEquals(rerun?.["source"], "web");
  assertEquals(upgrade?.["profile_ids"], ["p"]);
  assertEquals(archive?.["archive_current"], false);
  assertEquals(update?.["blocking_issue"], { kind: "missing_tool", details: "no shell" });
});
