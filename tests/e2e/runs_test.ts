import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { OperationStatusInfo } from "../../client/contract/mod.ts";
import { openApi, type TestApi, until } from "../support/api.ts";
import { ScriptedLearner } from "../support/scripted_learner.ts";
import { playbooksOf, profilesOf, publish } from "../support/turns.ts";

/** The record of a service, null when there is none. */
async function recordOf(api: TestApi, service_name: string): Promise<OperationStatusInfo | null> {
  const answer = await api.call("get_operation_status", undefined, { query: { service_name } });
  return answer.operation_status ?? null;
}

/** Waits until the run of a service has ended and gives its record. */
async function ended(api: TestApi, service: string): Promise<OperationStatusInfo | null> {
  await until(async () => (await recordOf(api, service))?.status !== "in_progress");
  return await recordOf(api, service);
}

/** Contents of pending profiles, in alphabetical order. */
async function pendingProfiles(api: TestApi): Promise<string[]> {
  const { user_profiles } = await api.call("get_all_profiles", undefined, {
    query: { status_filter: "pending" },
  });
  return user_profiles.map((profile) => profile.content).sort();
}

Deno.test("S-024 S-053 S-054 a rerun reads all history again into pending, current rows stay", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  const texts = Array.from({ length: 25 }, (_, n) => `fact f${n}=${n}`);
  await publish(api, "ana", texts);
  const before = await profilesOf(api, "ana");
  learner.seen.length = 0;
  const started = await api.call("rerun_profile_generation", {});
  assertEquals([started.success, started.msg, started.operation_id], [
    true,
    "Profile generation started",
    "rerun_profile_generation",
  ]);
  const record = await ended(api, "profile_generation");
  assertEquals([record?.status, record?.stats["total_generated"]], ["completed", 25]);
  assertEquals(record?.stats["total_interactions_processed"], 25);
  assertEquals(await profilesOf(api, "ana"), before);
  assertEquals(await pendingProfiles(api), before);
  assertEquals(learner.callsOf("profiles").flatMap((call) => call.fresh), texts);
  assert(learner.callsOf("profiles")[0]?.known.length === 0);
});

Deno.test("S-052 H-243 two reruns leave one set of pending profiles under rerun ids", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await publish(api, "ana", ["fact city=Oslo"]);
  for (let n = 0; n < 2; n++) {
    await api.call("rerun_profile_generation", { user_id: "ana" });
    await ended(api, "profile_generation");
  }
  assertEquals(await pendingProfiles(api), ["city is Oslo"]);
  const { user_profiles } = await api.call("get_profiles", {
    user_id: "ana",
    status_filter: ["pending"],
  });
  assert(/^rerun_[0-9a-f]{8}$/.test(user_profiles[0]?.generated_from_request_id ?? ""));
});

Deno.test("S-049 H-249 a rerun that matches nothing says so and leaves a completed record", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await publish(api, "ana", ["fact city=Oslo"]);
  const answer = await api.call("rerun_profile_generation", { source: "nowhere" });
  assertEquals([answer.success, answer.msg], [
    true,
    "No interactions found matching the specified filters",
  ]);
  const record = await recordOf(api, "profile_generation");
  assertEquals([record?.status, record?.total_users], ["completed", 0]);
});

Deno.test("S-048 S-192 H-250 H-256 a second run is refused, a run can be cancelled, the record is there at once", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  for (const user of ["ana", "bo", "cy"]) await publish(api, user, ["fact city=Oslo"]);
  const open = Promise.withResolvers<void>();
  learner.beforeRead = () => open.promise;
  await api.call("rerun_profile_generation", {});
  assertEquals((await recordOf(api, "profile_generation"))?.status, "in_progress");
  const second = await api.call("rerun_profile_generation", {});
  assertEquals([second.success, second.msg], [
    false,
    "A profile_generation operation is already in progress. Please wait for it to complete.",
  ]);
  const manual = await api.call("manual_profile_generation", {});
  assertStringIncludes(manual.msg ?? "", "already in progress");
  const cancelled = await api.call("cancel_operation", { service_name: "profile_generation" });
  assertEquals(cancelled.cancelled_services, ["profile_generation"]);
  open.resolve();
  const record = await ended(api, "profile_generation");
  assertEquals([record?.status, record?.total_users], ["cancelled", 3]);
  assert((record?.processed_users ?? 3) < 3);
  assertEquals(record?.progress_percentage === 100, false);
});

Deno.test("S-046 R-057 cancelling with nothing running is success with an empty list", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  const answer = await api.call("cancel_operation", {});
  assertEquals([answer.success, answer.cancelled_services], [true, []]);
  assertStringIncludes(answer.msg ?? "", "No in-progress");
});

Deno.test("S-050 S-055 H-245 H-258 a manual run without a user processes everybody and counts its own rows", async () => {
  const learner = new ScriptedLearner({ kind: "model" });
  await using api = await openApi({ learner });
  await publish(api, "ana", ["fact city=Oslo"]);
  await publish(api, "bo", ["fact city=Rome", "fact pet=cat"]);
  assertEquals(await profilesOf(api, "ana"), []);
  const run = await api.call("manual_profile_generation", {});
  assertEquals([run.success, run.profiles_generated], [true, 3]);
  const again = await api.call("manual_profile_generation", {});
  assertEquals([again.success, again.profiles_generated], [true, 0]);
  assertEquals(await profilesOf(api, "bo"), ["city is Rome", "pet is cat"]);
  const record = await recordOf(api, "profile_generation");
  assertEquals(record?.request_params["mode"], "manual_regular");
  assertEquals(record?.processed_user_ids, ["ana", "bo"]);
});

Deno.test("S-049 H-259 manual runs without users, or of a stranger, succeed with zero", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  const profiles = await api.call("manual_profile_generation", {});
  assertEquals([profiles.success, profiles.msg], [true, "No users found to process"]);
  const playbooks = await api.call("manual_playbook_generation", {});
  assertEquals([playbooks.success, playbooks.msg], [true, "No interactions found to process"]);
  assertEquals(playbooks.playbooks_generated, 0);
  const stranger = await api.call("manual_profile_generation", { user_id: "nobody" });
  assertEquals([stranger.success, stranger.profiles_generated], [true, 0]);
  assertEquals((await recordOf(api, "profile_generation"))?.processed_user_ids, ["nobody"]);
});

Deno.test("S-051 H-246 playbook_name restricts a manual playbook run", async () => {
  const learner = new ScriptedLearner({ kind: "model" });
  await using api = await openApi({ learner });
  const extractor = (extractor_name: string) => ({
    extractor_name,
    extraction_definition_prompt: "p",
  });
  await api.call("set_config", {
    storage_config: null,
    user_playbook_extractor_configs: [extractor("one"), extractor("two")],
  });
  await publish(api, "ana", ["rule mail => be brief"]);
  const run = await api.call("manual_playbook_generation", { playbook_name: "two" });
  assertEquals([run.success, run.playbooks_generated], [true, 1]);
  assertEquals(learner.callsOf("playbooks").map((call) => call.extractor), ["two"]);
  assertEquals(await playbooksOf(api), ["be brief"]);
});

Deno.test("H-244 a playbook rerun makes pending playbooks of the version only", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await publish(api, "ana", ["rule mail => be brief"], { agent_version: "v1" });
  await publish(api, "ana", ["rule talk => be kind"], { agent_version: "v2" });
  for (let n = 0; n < 2; n++) {
    await api.call("rerun_playbook_generation", { agent_version: "v2" });
    const record = await ended(api, "playbook_generation");
    assertEquals([record?.status, record?.stats["total_generated"]], ["completed", 1]);
  }
  const { user_playbooks } = await api.call("get_user_playbooks", { status_filter: ["pending"] });
  assertEquals(user_playbooks.map((one) => [one.content, one.agent_version]), [["be kind", "v2"]]);
  assert(/^rerun_playbook_[0-9a-f]{8}$/.test(user_playbooks[0]?.request_id ?? ""));
  assertEquals(await playbooksOf(api), ["be brief", "be kind"]);
});

Deno.test("S-190 S-047 H-251 H-252 a batch with one failing user completes and lists that user", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  for (const user of ["ana", "bo", "cy"]) await publish(api, user, [`fact city=${user}`]);
  learner.beforeRead = (input) => {
    if (input.userId === "bo") throw new Error("Not this one");
  };
  await api.call("rerun_profile_generation", {});
  const record = await ended(api, "profile_generation");
  assertEquals(record?.status, "completed");
  assertEquals(record?.processed_user_ids, ["ana", "cy"]);
  assertEquals(record?.failed_user_ids.map((entry) => entry["user_id"]), ["bo"]);
  assertStringIncludes(String(record?.failed_user_ids[0]?.["error"]), "Not this one");
  assertEquals(record?.progress_percentage, 100);
  assertEquals(record?.stats["total_interactions_processed"], 2);
});

Deno.test("H-248 R-055 status names have aliases, unknown ones are told apart", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await publish(api, "ana", ["rule a => b"]);
  await api.call("manual_playbook_generation", {});
  for (const name of ["playbook_generation", "feedback_generation", "rerun_playbook_generation"]) {
    assertEquals((await recordOf(api, name))?.service_name, "playbook_generation");
  }
  const unknown = await api.call("get_operation_status", undefined, {
    query: { service_name: "x" },
  });
  assertEquals([unknown.success, unknown.msg], [false, "No operation found for service: x"]);
});

Deno.test("R-004 H-239 H-240 S-079 S-099 upgrade and downgrade move profiles and count the steps", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  const nothing = await api.call("upgrade_all_profiles", {});
  assertEquals([nothing.success, nothing.message], [false, "No pending items found to upgrade"]);
  const none = await api.call("downgrade_all_profiles", {});
  assertEquals([none.success, none.message], [false, "No archived items found to restore"]);
  await publish(api, "ana", ["fact city=Oslo", "fact pet=cat"]);
  await api.call("rerun_profile_generation", {});
  await ended(api, "profile_generation");
  const first = await api.call("upgrade_all_profiles", {});
  assertEquals(first, {
    success: true,
    profiles_archived: 2,
    profiles_promoted: 2,
    profiles_deleted: 0,
    message: "Upgraded: 2 promoted, 2 archived, 0 old archived deleted",
  });
  const down = await api.call("downgrade_all_profiles", {});
  assertEquals(down, {
    success: true,
    profiles_demoted: 2,
    profiles_restored: 2,
    message: "Downgraded: 2 archived, 2 restored",
  });
  await api.call("rerun_profile_generation", {});
  await ended(api, "profile_generation");
  const second = await api.call("upgrade_all_profiles", {});
  assertEquals([second.profiles_archived, second.profiles_promoted, second.profiles_deleted], [
    2,
    2,
    2,
  ]);
  const statistics = await api.call("get_profile_statistics");
  assertEquals([statistics.current_count, statistics.archived_count, statistics.pending_count], [
    2,
    2,
    0,
  ]);
});

Deno.test("S-080 H-241 user_id, ids and only_affected_users limit every step of an upgrade", async () => {
  const profile = (user_id: string, profile_id: string, status: "pending" | "archived" | null) => ({
    user_id,
    profile_id,
    status,
    content: profile_id,
    last_modified_timestamp: 1_800_000_000,
    generated_from_request_id: "r",
  });
  await using api = await openApi({ learner: new ScriptedLearner() });
  await api.call("add_user_profile", {
    user_profiles: [
      profile("ana", "a-pending", "pending"),
      profile("ana", "a-current", null),
      profile("ana", "a-archived", "archived"),
      profile("bo", "b-current", null),
      profile("bo", "b-archived", "archived"),
      profile("cy", "c-pending", "pending"),
    ],
  });
  const ofBo = await api.call("upgrade_all_profiles", { user_id: "bo" });
  assertEquals(ofBo.success, false);
  const affected = await api.call("upgrade_all_profiles", { only_affected_users: true });
  assertEquals(
    [affected.profiles_promoted, affected.profiles_archived, affected.profiles_deleted],
    [2, 1, 1],
  );
  const { user_profiles } = await api.call("get_profiles", {
    user_id: "bo",
    status_filter: [],
  });
  assertEquals(user_profiles.map((one) => one.profile_id).sort(), ["b-archived", "b-current"]);
});

Deno.test("S-099 H-242 playbook moves obey version, name and archive_current; two at once never half-move", async () => {
  const playbook = (agent_version: string, content: string, status: "pending" | null) => ({
    agent_version,
    content,
    status,
    request_id: "r",
    playbook_name: "p",
  });
  await using api = await openApi({ learner: new ScriptedLearner() });
  await api.call("add_user_playbook", {
    user_playbooks: [
      playbook("v1", "v1 old", null),
      playbook("v1", "v1 new", "pending"),
      playbook("v2", "v2 old", null),
      playbook("v2", "v2 new", "pending"),
    ],
  });
  const both = await Promise.all([
    api.call("upgrade_all_user_playbooks", { agent_version: "v1" }),
    api.call("upgrade_all_user_playbooks", { agent_version: "v1" }),
  ]);
  assertEquals(both.map((answer) => answer.user_playbooks_promoted).sort(), [0, 1]);
  assertEquals(await playbooksOf(api), ["v1 new", "v2 old"]);
  const kept = await api.call("upgrade_all_user_playbooks", {
    agent_version: "v2",
    playbook_name: "p",
    archive_current: false,
  });
  assertEquals([kept.user_playbooks_promoted, kept.user_playbooks_archived], [1, 0]);
  assertEquals(await playbooksOf(api), ["v1 new", "v2 new", "v2 old"]);
  const down = await api.call("downgrade_all_user_playbooks", { agent_version: "v1" });
  assertEquals([down.user_playbooks_demoted, down.user_playbooks_restored], [1, 1]);
  assertEquals(await playbooksOf(api), ["v1 old", "v2 new", "v2 old"]);
});

Deno.test("S-047 H-254 a manual run and a publish of one user at once learn each turn once", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  await publish(api, "ana", ["hello"]);
  learner.seen.length = 0;
  const open = Promise.withResolvers<void>();
  learner.beforeRead = (_, step) => step === "profiles" ? open.promise : undefined;
  const published = publish(api, "ana", ["fact city=Oslo"]);
  await until(() => Promise.resolve(learner.callsOf("profiles").length === 1));
  const manual = api.call("manual_profile_generation", { user_id: "ana" });
  await until(() => Promise.resolve(learner.callsOf("profiles").length === 2));
  open.resolve();
  const [publishAnswer, manualAnswer] = await Promise.all([published, manual]);
  assertEquals(await profilesOf(api, "ana"), ["city is Oslo"]);
  const added = (publishAnswer.profiles_added ?? 0) + (manualAnswer.profiles_generated ?? 0);
  assertEquals([publishAnswer.warnings, manualAnswer.success, added], [[], true, 1]);
});
