import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { ReflexioHTTPError } from "../../mod.ts";
import { contents, say, servedClient, START_MS } from "./served_client.ts";

Deno.test("a waiting publish stores, learns and says so (C-063, C-071, C-072, C-073, C-075, C-076)", async () => {
  await using served = await servedClient();
  const { client } = served;
  const answer = await client.publishInteraction({
    userId: "ana",
    interactions: [{ content: "fact city=Bergen" }, { content: "rule greeting => say hei" }],
    agentVersion: "v1",
    sessionId: "s",
    waitForResponse: true,
  });
  assertEquals([answer.success, answer.message, answer.warnings], [
    true,
    "Interaction published successfully",
    [],
  ]);
  assertEquals([answer.profiles_added, answer.playbooks_added], [1, 1]);
  const { interactions } = await client.getAllInteractions();
  assertEquals(contents(interactions), ["fact city=Bergen", "rule greeting => say hei"]);
  const { sessions } = await client.getRequests();
  const request = sessions[0]?.requests[0]?.request;
  assertEquals([request?.request_id, request?.user_id, request?.agent_version], [
    answer.request_id,
    "ana",
    "v1",
  ]);
  assertEquals((await client.getProfileChangeLog()).profile_change_logs.length, 1);
  assertEquals((await say(served, "ana", ["one turn"])).success, true);
});

Deno.test("a publish that does not wait is acknowledged and learnt from later (C-064)", async () => {
  await using served = await servedClient();
  const answer = await served.client.publishInteraction({
    userId: "ana",
    interactions: [{ content: "fact city=Bergen" }],
  });
  assertEquals(answer.success, true);
  assertStringIncludes(answer.message, "queued");
  await served.pass(1);
  assertEquals(contents((await served.client.getProfiles({ userId: "ana" })).user_profiles), [
    "city is Bergen",
  ]);
});

Deno.test("learning obeys the batch interval (C-074)", async () => {
  await using served = await servedClient({ learner: undefined as never });
  const { client } = served;
  await client.setConfig({ config: { storage_config: null, batch_size: 10, batch_interval: 5 } });
  const answer = await say(served, "ana", ["Hello there"]);
  assertEquals([answer.success, answer.playbooks_added], [true, 0]);
  assertEquals((await client.getInteractions({ userId: "ana" })).interactions.length, 1);
});

Deno.test("turns are found, listed and kept apart (C-066, C-077, C-078, C-079, C-086)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await say(served, "ana", ["I brew green tea", "and coffee"]);
  await say(served, "bo", ["I brew beer"]);
  const found = await client.searchInteractions({ userId: "ana", query: "green tea" });
  assertEquals(found.interactions[0]?.content, "I brew green tea");
  const { interactions } = await client.getInteractions({ userId: "ana" });
  assertEquals(interactions.length, 2);
  assert(interactions.every((turn) => turn.user_id === "ana" && turn.request_id && turn.content));
  for (const userId of ["nobody"]) {
    const turns = await client.searchInteractions({ userId, query: "x" });
    const profiles = await client.searchProfiles({ userId, query: "x" });
    assertEquals([turns.success, turns.interactions], [true, []]);
    assertEquals([profiles.success, profiles.user_profiles], [true, []]);
  }
});

Deno.test("views have every field but the internal ones (C-057, C-058, C-059, C-061)", async () => {
  await using served = await servedClient();
  const { client } = served;
  const tools_used = [{ tool_name: "shell", tool_data: { input: { a: null } } }];
  await client.publishInteraction({
    userId: "ana",
    interactions: [{ content: "fact city=Bergen", image_encoding: "AAAA", tools_used }],
    waitForResponse: true,
  });
  const [turn] = (await client.getInteractions({ userId: "ana" })).interactions;
  assertEquals(turn?.tools_used, tools_used);
  await client.addUserPlaybook({
    userPlaybooks: [{
      agent_version: "v",
      request_id: "r",
      content: "c",
      trigger: "t",
      rationale: "why",
      blocking_issue: { kind: "missing_tool", details: "d" },
      embedding: new Array(512).fill(0),
    }],
  });
  const [playbook] = (await client.getUserPlaybooks()).user_playbooks;
  assertEquals([playbook?.trigger, playbook?.rationale, playbook?.blocking_issue?.details], [
    "t",
    "why",
    "d",
  ]);
  const [profile] = (await client.getProfiles({ userId: "ana" })).user_profiles;
  const [change] = (await client.getProfileChangeLog()).profile_change_logs;
  assertEquals(contents(change?.added_profiles ?? []), ["city is Bergen"]);
  assertEquals([change?.removed_profiles, change?.mentioned_profiles], [[], []]);
  for (const view of [turn, playbook, profile, change?.added_profiles[0]]) {
    for (const hidden of ["embedding", "expanded_terms", "image_encoding"]) {
      assertEquals(hidden in (view ?? {}), false, hidden);
    }
  }
});

Deno.test("a session holds its publishes, and both can be deleted (C-081, C-082, C-083)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await say(served, "ana", ["one", "two"], { sessionId: "s" });
  const second = await say(served, "ana", ["three"], { sessionId: "s" });
  const [session] = (await client.getRequests({ sessionId: "s" })).sessions;
  assertEquals(session?.requests.map((each) => each.interactions.length).sort(), [1, 2]);
  const [turn] = (await client.searchInteractions({ userId: "ana", query: "two" })).interactions;
  const gone = await client.deleteInteraction({
    userId: "ana",
    interactionId: turn?.interaction_id ?? 0,
    waitForResponse: true,
  });
  assertEquals(gone.success, true);
  assertEquals((await client.getInteractions({ userId: "ana" })).interactions.length, 2);
  await client.deleteRequest({ requestId: second.request_id ?? "", waitForResponse: true });
  assertEquals((await client.getRequests({ sessionId: "s" })).sessions[0]?.requests.length, 1);
  const ended = await client.deleteSession({ sessionId: "s", waitForResponse: true });
  assertEquals(ended.deleted_requests_count, 1);
  assertEquals((await client.getRequests()).sessions, []);
});

Deno.test("sizes and time windows limit lists, which are newest first (C-084, C-085)", async () => {
  await using served = await servedClient();
  const { client } = served;
  for (const slot of ["a", "b", "c"]) {
    await say(served, "ana", [`fact ${slot}=1`]);
    await served.pass(10);
  }
  assertEquals((await client.getInteractions({ userId: "ana", topK: 2 })).interactions.length, 2);
  assertEquals((await client.getProfiles({ userId: "ana", topK: 1 })).user_profiles.length, 1);
  const around = {
    userId: "ana",
    startTime: new Date(START_MS - 1_000),
    endTime: new Date(START_MS + 60_000),
  };
  assertEquals((await client.getInteractions(around)).interactions.length, 3);
  assertEquals((await client.getProfiles(around)).user_profiles.length, 3);
  const turns = (await client.getAllInteractions()).interactions.map((turn) => turn.created_at);
  const times = (await client.getAllProfiles()).user_profiles.map((one) =>
    one.last_modified_timestamp
  );
  assertEquals(turns, turns.toSorted((a, b) => b - a));
  assertEquals(times, times.toSorted((a, b) => b - a));
});

Deno.test("a learnt profile says whose it is and where it comes from (C-087, C-092, C-096)", async () => {
  await using served = await servedClient();
  const { client } = served;
  const { request_id } = await say(served, "ana", ["fact city=Bergen"]);
  const [profile] = (await client.getProfiles({ userId: "ana" })).user_profiles;
  assertEquals([profile?.content, profile?.user_id, profile?.generated_from_request_id], [
    "city is Bergen",
    "ana",
    request_id,
  ]);
  assertEquals(profile?.status, null);
  const found = await client.searchProfiles({ userId: "ana", query: "Bergen city" });
  assertEquals(found.user_profiles[0]?.profile_id, profile?.profile_id);
  const [change] = (await client.getProfileChangeLog()).profile_change_logs;
  assertEquals([change?.user_id, change?.request_id, change?.added_profiles.length], [
    "ana",
    request_id,
    1,
  ]);
});

/** Profiles to move between states. */
function profileRows(states: Readonly<Record<string, number>>) {
  return Object.entries(states).flatMap(([state, count]) =>
    Array.from({ length: count }, (_, index) => ({
      profile_id: `${state}-${index}`,
      user_id: "ana",
      content: `${state} ${index}`,
      status: state === "current" ? null : state as "pending" | "archived",
    }))
  );
}

Deno.test("states of profiles are filtered (C-089, C-090, C-091, C-093, C-094, C-095)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await client.addUserProfile({
    userProfiles: profileRows({ current: 2, pending: 1, archived: 1 }),
  });
  const list = async (statusFilter?: (null | "pending")[] | null) =>
    contents((await client.getProfiles({ userId: "ana", statusFilter })).user_profiles);
  assertEquals(await list(), ["current 0", "current 1"]);
  assertEquals(await list(null), ["current 0", "current 1"]);
  assertEquals(await list([null]), ["current 0", "current 1"]);
  assertEquals(await list(["pending"]), ["pending 0"]);
  assertEquals(await list([null, "pending"]), ["current 0", "current 1", "pending 0"]);
  const found = await client.searchProfiles({ userId: "ana", query: "current pending archived" });
  assert(found.user_profiles.every((profile) => profile.status === null));
  assertEquals((await client.getAllProfiles()).user_profiles.length, 2);
  for (const statusFilter of ["pending", "archived"] as const) {
    assertEquals((await client.getAllProfiles({ statusFilter })).user_profiles.length, 1);
  }
  const both = { request: { user_id: "ana", status_filter: ["pending"] }, statusFilter: [null] };
  const record = await client.getProfiles(both as unknown as { userId: string });
  assertEquals(contents(record.user_profiles), ["pending 0"]);
  await client.deleteProfile({ userId: "ana", profileId: "current-0", waitForResponse: true });
  assertEquals(await list(), ["current 1"]);
});

Deno.test("profiles are upgraded and downgraded (C-101, C-102, C-103)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await client.addUserProfile({
    userProfiles: profileRows({ current: 3, pending: 2, archived: 2 }),
  });
  const up = await client.upgradeProfiles();
  assertEquals([up.profiles_deleted, up.profiles_archived, up.profiles_promoted], [2, 3, 2]);
  const list = async (statusFilter?: "archived" | "pending") =>
    contents((await client.getAllProfiles({ statusFilter })).user_profiles);
  assertEquals(await list(), ["pending 0", "pending 1"]);
  assertEquals((await list("archived")).length, 3);
  assertEquals(await list("pending"), []);
  const down = await client.downgradeProfiles();
  assertEquals([down.profiles_demoted, down.profiles_restored], [2, 3]);
  assertEquals(await list(), ["current 0", "current 1", "current 2"]);
});

Deno.test("a rerun writes pending profiles and leaves the rest alone (C-097, C-099, C-100)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await say(served, "ana", ["fact city=Bergen", "rule always => be brief"], { source: "chat" });
  const before = {
    profiles: (await client.getProfiles({ userId: "ana" })).user_profiles,
    turns: (await client.getAllInteractions()).interactions,
    playbooks: (await client.getUserPlaybooks()).user_playbooks,
  };
  await served.pass(5);
  for (
    const options of [
      {},
      { source: "chat" },
      { startTime: new Date(START_MS - 1_000) },
      { extractorNames: ["default_profile_extractor"] },
    ]
  ) {
    const answer = await client.rerunProfileGeneration({
      userId: "ana",
      waitForResponse: true,
      ...options,
    });
    assertEquals([answer.success, answer.profiles_generated], [true, 1], JSON.stringify(options));
    await served.pass(5);
  }
  const pending = await client.getProfiles({ userId: "ana", statusFilter: ["pending"] });
  assert(pending.user_profiles.some((profile) => profile.content === "city is Bergen"));
  assertEquals({
    profiles: (await client.getProfiles({ userId: "ana" })).user_profiles,
    turns: (await client.getAllInteractions()).interactions,
    playbooks: (await client.getUserPlaybooks()).user_playbooks,
  }, before);
  const status = await client.getOperationStatus({ serviceName: "profile_generation" });
  assertEquals(status.operation_status?.service_name, "profile_generation");
  const unknown = await client.rerunProfileGeneration({
    userId: "ana",
    extractorNames: ["unknown"],
    waitForResponse: true,
    maxWaitMs: 200,
  });
  const generated = Number(unknown.operation?.stats["total_generated"] ?? 0);
  assert(unknown.success === false || generated === 0);
});

Deno.test("a rerun that matches nothing does not claim to have worked (C-098)", async () => {
  await using served = await servedClient();
  await say(served, "ana", ["fact city=Bergen"]);
  const answer = await served.client.rerunProfileGeneration({
    userId: "ana",
    source: "unknown",
    waitForResponse: true,
    maxWaitMs: 100,
  });
  assertEquals(Number(answer.operation?.stats["total_generated"] ?? 0), 0);
  const pending = await served.client.getProfiles({ userId: "ana", statusFilter: ["pending"] });
  assertEquals(pending.user_profiles, []);
});

Deno.test("manual generation learns into current profiles (C-104)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await say(served, "ana", ["fact city=Bergen"], { source: "chat" });
  await client.deleteAllProfiles();
  await client.manualProfileGeneration();
  await client.manualProfileGeneration({ source: "chat" });
  await client.manualProfileGeneration({ request: { user_id: "ana" } });
  await client.flush();
  await served.pass(1);
  const pending = await client.getProfiles({ userId: "ana", statusFilter: ["pending"] });
  assertEquals(pending.user_profiles, []);
});

Deno.test("a later conversation wins over an earlier one (C-105)", async () => {
  await using served = await servedClient();
  await say(served, "ana", ["fact city=Bergen"]);
  await say(served, "ana", ["fact city=Oslo"]);
  assertEquals(contents((await served.client.getProfiles({ userId: "ana" })).user_profiles), [
    "city is Oslo",
  ]);
});

Deno.test("updateUserProfile() changes a profile; without an id it is 422 (C-067)", async () => {
  await using served = await servedClient();
  const { client, reflexio } = served;
  await client.addUserProfile({ userProfiles: profileRows({ current: 1 }) });
  const changed = await client.updateUserProfile({
    userId: "ana",
    profileId: "current-0",
    content: "new",
  });
  assertEquals(changed.success, true);
  assertEquals(contents((await client.getProfiles({ userId: "ana" })).user_profiles), ["new"]);
  const response = await reflexio.fetch(
    new Request("http://localhost/api/update_user_profile", {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: '{"user_id":"ana"}',
    }),
  );
  assertEquals(response.status, 422);
});

Deno.test("a key that a server does not know is told as such", async () => {
  await using served = await servedClient({
    authenticate: () => Response.json({ detail: "no" }, { status: 401 }),
  });
  const error = await assertRejects(() => served.client.whoami(), ReflexioHTTPError);
  assertEquals(error.status, 401);
  assertStringIncludes(error.message, "apiKey");
});
