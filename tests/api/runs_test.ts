import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Learner } from "../../server/mod.ts";
import { type ApiServer, startApi } from "./api_server.ts";
import { GatedLearner } from "./gated_learner.ts";
import { lesson, PLAYBOOKS, profile, teach, userPlaybook } from "./seed.ts";

/** Record of the last run of a service. */
async function statusOf(api: ApiServer, service_name = "profile_generation") {
  return (await api.ask("get_operation_status", null, { service_name })).operation_status;
}

/** A server on which two users were taught, whose learner may be held back. */
async function startTaught(learner?: Learner): Promise<ApiServer> {
  const api = await startApi(learner === undefined ? {} : { learner });
  await teach(api, "ada", { version: "v1", source: "chat" });
  await teach(api, "bea", { version: "v2" });
  await api.drain();
  return api;
}

Deno.test("H-243 H-248 S-192 R-055 a rerun of profiles answers at once, its record is there by then", async () => {
  const gate = new GatedLearner();
  await using api = await startTaught(gate);
  gate.hold();
  const answer = await api.ask("rerun_profile_generation", {});
  assertEquals(answer, {
    success: true,
    msg: "Profile generation started",
    operation_id: "rerun_profile_generation",
  });
  const running = await statusOf(api);
  assertEquals([running?.status, running?.total_users], ["in_progress", 2]);
  await gate.reached;
  const alias = await statusOf(api, "rerun_profile_generation");
  assertEquals(alias?.current_user_id, "ada");
  gate.release();
  await api.drain();
  const done = await statusOf(api);
  assertEquals([done?.status, done?.processed_users, done?.progress_percentage], [
    "completed",
    2,
    100,
  ]);
  const { user_profiles } = await api.ask("get_all_profiles", null, { status_filter: "pending" });
  assert(user_profiles.length > 0);
  for (const item of user_profiles) {
    assertMatch(item.generated_from_request_id, /^rerun_[0-9a-f]{8}$/);
  }
});

Deno.test("H-244 S-010 a rerun of playbooks is of one version and drops its older pending ones", async () => {
  await using api = await startTaught();
  await api.ask("add_user_playbook", {
    user_playbooks: [
      userPlaybook({ status: "pending", content: "Old and pending" }),
      userPlaybook({ status: "pending", agent_version: "v2", content: "Of another version" }),
    ],
  });
  const answer = await api.ask("rerun_playbook_generation", { agent_version: "v1" });
  assertEquals(answer.operation_id, "rerun_playbook_generation");
  await api.drain();
  const { user_playbooks } = await api.ask("get_user_playbooks", { status_filter: ["pending"] });
  const texts = user_playbooks.map(({ content }) => content);
  assertEquals(texts.includes("Old and pending"), false);
  assertEquals(texts.includes("Of another version"), true);
  const made = user_playbooks.filter(({ agent_version }) => agent_version === "v1");
  assert(made.length > 0);
  for (const item of made) assertMatch(item.request_id, /^rerun_playbook_[0-9a-f]{8}$/);
  const record = await statusOf(api, "playbook_generation");
  assertEquals(record?.processed_user_ids, ["ada"]);
});

Deno.test("H-245 H-258 S-050 S-055 a manual run makes current profiles of one user or of all", async () => {
  await using api = await startApi({ runsJobs: true });
  await api.ask("set_config", { storage_config: null, batch_size: 20, batch_interval: 20 });
  const nobody = await api.ask("manual_profile_generation", {});
  assertEquals([nobody.success, nobody.profiles_generated], [true, 0]);
  await teach(api, "ada");
  await teach(api, "bea");
  await api.ask("add_user_profile", { user_profiles: [profile({ profile_id: "by-hand" })] });
  const one = await api.ask("manual_profile_generation", { user_id: "ada" });
  const mine = (await api.ask("get_profiles", { user_id: "ada" })).user_profiles;
  assertEquals(one.profiles_generated, mine.length - 1);
  assert(mine.length > 1);
  const all = await api.ask("manual_profile_generation", {});
  const theirs = (await api.ask("get_profiles", { user_id: "bea" })).user_profiles;
  assertEquals(all.profiles_generated, theirs.length);
  for (const item of theirs) assertMatch(item.generated_from_request_id, /^manual_[0-9a-f]{8}$/);
});

Deno.test("H-246 S-051 a manual run of playbooks learns by name only", async () => {
  await using api = await startApi();
  await api.ask("set_config", {
    storage_config: null,
    batch_size: 20,
    batch_interval: 20,
    user_playbook_extractor_configs: ["first", "second"].map((extractor_name) => ({
      extractor_name,
      extraction_definition_prompt: "Rules for the agent",
    })),
  });
  await teach(api, "ada", { version: "v1" });
  const body = { agent_version: "v1", playbook_name: "second" };
  const { playbooks_generated, success } = await api.ask("manual_playbook_generation", body);
  assertEquals(success, true);
  const { user_playbooks } = await api.ask("get_user_playbooks", {});
  assertEquals(new Set(user_playbooks.map((item) => item.playbook_name)), new Set(["second"]));
  assertEquals(playbooks_generated, user_playbooks.length);
});

Deno.test("H-247 H-260 S-104 S-107 S-108 S-109 aggregation answers what it did or why not", async () => {
  await using api = await startApi();
  const body = { playbook_name: PLAYBOOKS, agent_version: "v1" };
  const none = await api.ask("run_playbook_aggregation", body);
  assertEquals(none.success, true);
  assertMatch(none.message ?? "", /^Skipped: /);
  await api.ask("add_user_playbook", {
    user_playbooks: [userPlaybook({}), userPlaybook({ user_id: "bea" })],
  });
  const done = await api.ask("run_playbook_aggregation", body);
  assertEquals(
    done.message,
    "Aggregated 2 user playbook(s) in 1 cluster(s) into 1 agent playbook(s)",
  );
  const other = await api.ask("run_playbook_aggregation", { ...body, playbook_name: "unknown" });
  assertMatch(other.message ?? "", /^Skipped: /);
  const { operation_status } = await api.ask("get_operation_status", null, {});
  assertEquals(operation_status, undefined, "aggregation leaves no record of a run");
});

Deno.test("H-248 the names that callers use for a service all mean its record", async () => {
  await using api = await startTaught();
  await api.ask("rerun_playbook_generation", { agent_version: "v1" });
  await api.drain();
  const record = await statusOf(api, "playbook_generation");
  assertEquals(record?.status, "completed");
  for (const name of ["rerun_playbook_generation", "feedback_generation"]) {
    assertEquals(await statusOf(api, name), record);
  }
});

Deno.test("H-249 S-049 S-192 a rerun that finds nobody leaves a finished record", async () => {
  await using api = await startTaught();
  await api.ask("rerun_profile_generation", {});
  await api.drain();
  const nobody = await api.ask("rerun_profile_generation", { user_id: "zoe" });
  assertEquals(nobody.msg, "No interactions found matching the specified filters");
  const record = await statusOf(api);
  assertEquals([record?.status, record?.total_users], ["completed", 0]);
  assertEquals(record?.request_params["user_id"], "zoe");
});

Deno.test("H-250 H-092 S-048 runs of one service exclude each other, those of two do not", async () => {
  const gate = new GatedLearner();
  await using api = await startTaught(gate);
  gate.hold();
  await api.ask("rerun_profile_generation", {});
  const again = await api.ask("rerun_profile_generation", {});
  const manual = await api.ask("manual_profile_generation", { user_id: "ada" });
  for (const { success, msg } of [again, manual]) {
    assertEquals(success, false);
    assertStringIncludes(msg ?? "", "already in progress");
  }
  const other = await api.ask("rerun_playbook_generation", { agent_version: "v1" });
  assertEquals(other.success, true);
  const body = { user_id: "cleo", interaction_data_list: lesson("eu-north-1") };
  assertEquals((await api.ask("publish_interaction", body)).success, true);
  gate.release();
  await api.drain();
});

Deno.test("H-251 H-252 S-190 a run with failing users ends completed and names them", async () => {
  const gate = new GatedLearner();
  await using api = await startTaught(gate);
  gate.failFor("ada");
  await api.ask("rerun_profile_generation", {});
  await api.drain();
  const record = await statusOf(api);
  assertEquals([record?.status, record?.processed_users, record?.failed_users], [
    "completed",
    1,
    1,
  ]);
  assertEquals(record?.failed_user_ids.map((entry) => entry["user_id"]), ["ada"]);
  assertEquals(typeof record?.failed_user_ids[0]?.["error"], "string");
  assertEquals(record?.progress_percentage, 100);
});

Deno.test("H-253 S-190 a finished run counts turns and new rows", async () => {
  await using api = await startTaught();
  await api.ask("rerun_profile_generation", {});
  await api.drain();
  const record = await statusOf(api);
  assertEquals(record?.stats["total_interactions_processed"], 10);
  const { user_profiles } = await api.ask("get_all_profiles", null, { status_filter: "pending" });
  assertEquals(record?.stats["total_generated"], user_profiles.length);
  await api.ask("rerun_profile_generation", { user_id: "ada" });
  await api.drain();
  assertEquals((await statusOf(api))?.stats["total_interactions_processed"], 5);
});

Deno.test("H-255 R-056 S-191 a long run that is alive stays in progress", async () => {
  const gate = new GatedLearner();
  await using api = await startTaught(gate);
  gate.hold();
  await api.ask("rerun_profile_generation", {});
  api.advance(900);
  assertEquals((await statusOf(api))?.status, "in_progress");
  assertEquals((await api.ask("rerun_profile_generation", {})).success, false);
  gate.release();
  await api.drain();
  assertEquals((await statusOf(api))?.status, "completed");
});

Deno.test("H-256 R-057 S-046 S-185 a run is cancelled after the user in work", async () => {
  const gate = new GatedLearner();
  await using api = await startTaught(gate);
  gate.hold();
  await api.ask("rerun_profile_generation", {});
  await gate.reached;
  const answer = await api.ask("cancel_operation", {});
  assertEquals(answer.cancelled_services, ["profile_generation"]);
  gate.release();
  await api.drain();
  const record = await statusOf(api);
  assertEquals(record?.status, "cancelled");
  assertEquals(typeof record?.completed_at, "number");
  const again = await api.ask("cancel_operation", { service_name: "profile_generation" });
  assertEquals([again.success, again.cancelled_services], [true, []]);
  assertStringIncludes(again.msg ?? "", "No in-progress");
  const unknown = await api.ask("cancel_operation", { service_name: "unknown" });
  assertEquals([unknown.success, unknown.cancelled_services], [true, []]);
});

Deno.test("H-094 H-102 R-055 S-189 without a run there is no operation, publishes leave none", async () => {
  await using api = await startTaught();
  const answer = await api.ask("get_operation_status", null, {
    service_name: "profile_generation",
  });
  assertEquals(answer.success, false);
  assertStringIncludes(answer.msg ?? "", "No operation found");
});

Deno.test("H-259 a manual run of a stranger is one user with nothing to learn from", async () => {
  await using api = await startTaught();
  const answer = await api.ask("manual_profile_generation", { user_id: "zoe" });
  assertEquals([answer.success, answer.profiles_generated], [true, 0]);
  assertEquals((await statusOf(api))?.processed_user_ids, ["zoe"]);
  await using empty = await startApi();
  const none = await empty.ask("manual_playbook_generation", {});
  assertEquals([none.success, none.playbooks_generated], [true, 0]);
  assertEquals(await statusOf(empty, "playbook_generation"), undefined);
});

Deno.test("H-257 H-261 a run refused for a busy service leaves the record alone", async () => {
  const gate = new GatedLearner();
  await using api = await startTaught(gate);
  gate.hold();
  await api.ask("rerun_profile_generation", { user_id: "ada" });
  const before = await statusOf(api);
  await api.ask("rerun_profile_generation", { user_id: "bea" });
  const after = await statusOf(api);
  assertEquals(after?.request_params, before?.request_params);
  assertEquals(typeof after?.started_at, "number");
  gate.release();
  await api.drain();
});

Deno.test("S-052 S-053 S-054 a second rerun leaves one set of pending profiles and no current one changed", async () => {
  await using api = await startTaught();
  const current = (await api.ask("get_all_profiles", null, {})).user_profiles;
  const pending = async () =>
    (await api.ask("get_all_profiles", null, { status_filter: "pending" })).user_profiles
      .map(({ user_id, content }) => `${user_id}: ${content}`).toSorted();
  await api.ask("rerun_profile_generation", {});
  await api.drain();
  const once = await pending();
  await api.ask("rerun_profile_generation", {});
  await api.drain();
  assertEquals(await pending(), once);
  assertEquals((await api.ask("get_all_profiles", null, {})).user_profiles, current);
});

Deno.test("S-024 a rerun reads every turn of its range, however long ago", async () => {
  await using api = await startApi();
  await api.ask("set_config", { storage_config: null, batch_size: 4, batch_interval: 4 });
  await teach(api, "ada", { turns: [{ role: "user", content: "I live in Bergen." }] });
  const chat = Array.from(
    { length: 20 },
    (_, i) => ({ role: "user", content: `What is ${i} plus 1?` }),
  );
  await teach(api, "ada", { turns: chat });
  await api.ask("delete_all_profiles", null);
  await api.ask("rerun_profile_generation", {});
  await api.drain();
  const { user_profiles } = await api.ask("get_all_profiles", null, { status_filter: "pending" });
  assertEquals(user_profiles.map(({ content }) => content), ["Lives in Bergen"]);
  assertEquals((await statusOf(api))?.stats["total_interactions_processed"], 21);
});

Deno.test("S-010 S-012 a rerun with unknown extractor names learns nothing and says completed", async () => {
  await using api = await startTaught();
  await api.ask("rerun_profile_generation", { extractor_names: ["unknown"] });
  await api.drain();
  assertEquals((await statusOf(api))?.stats["total_generated"], 0);
  const { user_profiles } = await api.ask("get_all_profiles", null, { status_filter: "pending" });
  assertEquals(user_profiles, []);
});
