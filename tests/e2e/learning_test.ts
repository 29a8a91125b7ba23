import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { openApi, temporaryFolder, until } from "../support/api.ts";
import { ScriptedLearner } from "../support/scripted_learner.ts";
import { playbooksOf, profilesOf, publish, said } from "../support/turns.ts";

/** Texts of numbered small talk. */
const talk = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `talk ${from + n}`);

Deno.test("S-001 S-002 publishes get ids of their own, one time for all turns, order by id", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  const first = await publish(api, "ana", ["one", "two", "three"]);
  const second = await publish(api, "ana", ["one", "two", "three"]);
  assert(first.request_id !== second.request_id);
  const { interactions } = await api.call("get_interactions", { user_id: "ana" });
  assertEquals(interactions.length, 6);
  const ofFirst = interactions.filter((turn) => turn.request_id === first.request_id);
  assertEquals(ofFirst.map((turn) => turn.content), ["one", "two", "three"]);
  assertEquals(new Set(ofFirst.map((turn) => turn.created_at)).size, 1);
});

Deno.test("S-001 H-120 an Idempotency-Key stores once, another body under it is refused", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  const body = { user_id: "ana", interaction_data_list: said("fact city=Oslo") };
  const headers = { "Idempotency-Key": "k1" };
  const first = await api.call("publish_interaction", body, { headers });
  const again = await api.call("publish_interaction", body, {
    headers,
    query: { wait_for_response: true },
  });
  assertEquals(again.request_id, first.request_id);
  const { interactions } = await api.call("get_interactions", { user_id: "ana" });
  assertEquals(interactions.length, 1);
  const other = { user_id: "ana", interaction_data_list: said("fact city=Rome") };
  const refused = await api.send("POST", "/api/publish_interaction", other, headers);
  assertEquals(refused.status, 409);
  assertStringIncludes(await refused.text(), "Idempotency-Key");
});

Deno.test("S-003 S-188 a failure of one service leaves the other's items and yields a warning", async () => {
  const learner = new ScriptedLearner();
  learner.beforeRead = (_, step) => {
    if (step === "profiles") throw new Error("No profiles today");
  };
  await using api = await openApi({ learner });
  const answer = await publish(api, "ana", ["fact city=Oslo", "rule mail => be brief"]);
  assertEquals(answer.success, true);
  assertEquals(answer.warnings.length, 1);
  assertStringIncludes(answer.warnings[0] ?? "", "profile_generation failed: ");
  assertEquals(answer.message, "Interaction published successfully with 1 warning(s)");
  assertEquals(answer.playbooks_added, 1);
  assertEquals(await playbooksOf(api), ["be brief"]);
  assertEquals(await profilesOf(api, "ana"), []);
});

Deno.test("S-004 S-041 items of a run are saved together, extractors run one after another", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  await api.call("set_config", {
    storage_config: null,
    profile_extractor_configs: ["first", "second"].map((extractor_name) => ({
      extractor_name,
      extraction_definition_prompt: "facts",
    })),
  });
  let savedBefore: readonly string[] = [];
  learner.beforeRead = async (input, step) => {
    if (step === "profiles" && learner.callsOf("profiles").length === 2) {
      savedBefore = await profilesOf(api, input.userId);
    }
  };
  await publish(api, "ana", ["fact city=Oslo"]);
  assertEquals(learner.callsOf("profiles").map((call) => call.extractor), ["first", "second"]);
  assertEquals(savedBefore, []);
  assertEquals(await profilesOf(api, "ana"), ["city is Oslo"]);
});

Deno.test("S-005 the agent version resolves: given, environment, agent-v0", async () => {
  const env = (name: string) => name === "REFLEXIO_AGENT_VERSION" ? "v7" : undefined;
  for (const [options, expected] of [[{ env }, "v7"], [{}, "agent-v0"]] as const) {
    await using api = await openApi({ learner: new ScriptedLearner(), ...options });
    await publish(api, "ana", ["rule a => b"]);
    await publish(api, "ana", ["rule c => d"], { agent_version: "mine" });
    const { user_playbooks } = await api.call("get_user_playbooks", {});
    assertEquals(user_playbooks.map((one) => one.agent_version).sort(), [expected, "mine"].sort());
  }
});

Deno.test("S-006 H-118 counts in the answer are those of this publish only", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  const [ana, bo] = await Promise.all([
    publish(api, "ana", ["fact city=Oslo", "fact pet=cat"]),
    publish(api, "bo", ["fact city=Rome", "rule mail => be brief"]),
  ]);
  assertEquals([ana.profiles_added, ana.playbooks_added], [2, 0]);
  assertEquals([bo.profiles_added, bo.playbooks_added], [1, 1]);
  const merged = await publish(api, "ana", ["fact city=Oslo"]);
  assertEquals([merged.profiles_added, merged.profiles_updated], [0, 1]);
  const replaced = await publish(api, "ana", ["fact city=Bergen"]);
  assertEquals([replaced.profiles_added, replaced.profiles_updated], [1, 0]);
});

Deno.test("S-007 H-102 the message texts are verbatim", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  const waited = await publish(api, "ana", ["hi"]);
  assertEquals(waited.message, "Interaction published successfully");
  const queued = await api.call("publish_interaction", {
    user_id: "ana",
    interaction_data_list: said("hi"),
  });
  assertEquals(queued.message, "Interaction queued for processing");
  assertEquals(queued.warnings, []);
  assert(queued.request_id);
});

Deno.test("S-008 S-011 sources filter exactly, and a sourced run sees only its own turns", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  await api.call("set_config", {
    storage_config: null,
    profile_extractor_configs: [{
      extractor_name: "chat",
      extraction_definition_prompt: "facts",
      request_sources_enabled: ["chat", "mail"],
    }],
  });
  await publish(api, "ana", ["fact a=1"], { source: "Chat" });
  assertEquals(learner.callsOf("profiles").length, 0);
  await publish(api, "ana", ["fact b=2"], { source: "mail" });
  await publish(api, "ana", ["fact c=3"], { source: "chat" });
  assertEquals(learner.callsOf("profiles").map((call) => call.turns), [["fact b=2"], ["fact c=3"]]);
  assertEquals(await profilesOf(api, "ana"), ["b is 2", "c is 3"]);
});

Deno.test("S-009 S-010 S-012 manual_trigger extractors run only by hand, names restrict", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  await api.call("set_config", {
    storage_config: null,
    profile_extractor_configs: [
      { extractor_name: "auto", extraction_definition_prompt: "p", manual_trigger: true },
      { extractor_name: "hand", extraction_definition_prompt: "p", manual_trigger: true },
    ],
  });
  await publish(api, "ana", ["fact city=Oslo"]);
  assertEquals(learner.callsOf("profiles").length, 0);
  const run = await api.call("manual_profile_generation", {
    user_id: "ana",
    extractor_names: ["hand"],
  });
  assertEquals([run.success, run.profiles_generated], [true, 1]);
  assertEquals(learner.callsOf("profiles").map((call) => call.extractor), ["hand"]);
});

Deno.test("S-016 S-017 S-206 with a model the interval gate holds: the third pair learns", async () => {
  const learner = new ScriptedLearner({ kind: "model" });
  await using api = await openApi({ learner });
  await publish(api, "ana", ["fact a=1", "x"]);
  await publish(api, "ana", ["fact b=2", "x"]);
  assertEquals(learner.callsOf("profiles").length, 0);
  await publish(api, "ana", ["fact c=3", "x"]);
  assertEquals(learner.callsOf("profiles").length, 1);
  assertEquals(await profilesOf(api, "ana"), ["a is 1", "b is 2", "c is 3"]);
  await publish(api, "ana", ["fact d=4"]);
  assertEquals(learner.callsOf("profiles").length, 1);
});

Deno.test("S-014 overrides win over the config, and S-018 force skips only the interval gate", async () => {
  const learner = new ScriptedLearner({ kind: "model" });
  learner.isWorth = false;
  await using api = await openApi({ learner });
  await api.call("set_config", {
    storage_config: null,
    batch_size: 4,
    batch_interval: 4,
    profile_extractor_configs: [{
      extractor_name: "p",
      extraction_definition_prompt: "p",
      batch_interval_override: 2,
      batch_size_override: 3,
    }],
  });
  await publish(api, "ana", ["fact a=1"]);
  assertEquals(learner.seen.length, 0);
  await publish(api, "ana", ["fact b=2"], { force_extraction: true });
  assertEquals(learner.callsOf("gate").length, 2);
  assertEquals(learner.callsOf("profiles").length, 0);
  learner.isWorth = true;
  await publish(api, "ana", ["c", "d"]);
  assertEquals(learner.callsOf("profiles").map((call) => call.turns), [["fact b=2", "c", "d"]]);
});

Deno.test("S-020 S-022 S-023 the window spans sessions and is cut by turn order", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  for (const [n, session_id] of ["s1", "s2", "s3"].entries()) {
    await publish(api, "ana", talk(n * 4 + 1, n * 4 + 4), { session_id });
  }
  const last = learner.callsOf("profiles").at(-1);
  assertEquals(last?.turns, talk(3, 12));
  assertEquals(last?.fresh, talk(9, 12));
});

Deno.test("S-021 S-207 every turn of a large publish is new exactly once", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  const answer = await publish(api, "ana", [...talk(1, 39), "fact city=Oslo"]);
  const calls = learner.callsOf("profiles");
  assertEquals(calls.flatMap((call) => call.fresh), [...talk(1, 39), "fact city=Oslo"]);
  assert(calls.every((call) => call.turns.length <= 10));
  assert(calls.slice(1).every((call) => call.turns.length - call.fresh.length === 5));
  assertEquals(answer.profiles_added, 1);
});

Deno.test("S-025 S-026 S-029 the worth-it gate is asked once a service; no means read", async () => {
  const learner = new ScriptedLearner({ kind: "model" });
  learner.isWorth = false;
  await using api = await openApi({ learner });
  await publish(api, "ana", ["fact a=1", "b", "c", "d", "e"]);
  assertEquals(learner.callsOf("gate").length, 2);
  await publish(api, "ana", ["f"]);
  assertEquals(learner.callsOf("gate").length, 2);
  await api.call("set_config", { storage_config: null, skip_should_run_check: true });
  await publish(api, "ana", ["g", "h", "i", "fact j=1"]);
  assertEquals(learner.callsOf("gate").length, 2);
  assertEquals(await profilesOf(api, "ana"), ["j is 1"]);
});

Deno.test("S-030 S-204 the embedded learner has no gates unless an interval is chosen", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  await publish(api, "ana", ["fact a=1", "x"]);
  assertEquals(await profilesOf(api, "ana"), ["a is 1"]);
  assertEquals(learner.callsOf("gate").length, 0);
  await api.call("set_config", { storage_config: null, batch_interval: 5 });
  await publish(api, "ana", ["fact b=2", "x"]);
  assertEquals(await profilesOf(api, "ana"), ["a is 1"]);
});

Deno.test("S-032 S-033 S-187 a bookmark moves with the items, also when nothing was found", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  await publish(api, "ana", ["nothing here"]);
  await publish(api, "ana", ["fact a=1"]);
  assertEquals(learner.callsOf("profiles").map((call) => call.fresh), [
    ["nothing here"],
    ["fact a=1"],
  ]);
});

Deno.test("S-035 S-037 two users who publish at once both get what they taught", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await Promise.all(
    ["ana", "bo", "cy", "di"].map((user) => publish(api, user, [`rule ${user} => do ${user}`])),
  );
  assertEquals(await playbooksOf(api), ["do ana", "do bo", "do cy", "do di"]);
});

Deno.test("S-036 S-038 S-039 S-178 quick publishes of one user share a run, waiters get their part", async () => {
  const learner = new ScriptedLearner();
  const open = Promise.withResolvers<void>();
  learner.beforeRead = (_, step) => step === "profiles" ? open.promise : undefined;
  await using api = await openApi({ learner });
  const first = publish(api, "ana", ["fact n0=0"]);
  await until(() => Promise.resolve(learner.callsOf("profiles").length === 1));
  const rest = Array.from({ length: 9 }, (_, n) => publish(api, "ana", [`fact n${n + 1}=1`]));
  await until(async () => {
    const { interactions } = await api.call("get_interactions", { user_id: "ana" });
    return interactions.length === 10;
  });
  open.resolve();
  const answers = await Promise.all([first, ...rest]);
  assertEquals(answers.map((answer) => answer.profiles_added), Array(10).fill(1));
  assert(learner.callsOf("profiles").length <= 4);
  assertEquals((await profilesOf(api, "ana")).length, 10);
});

Deno.test("S-040 when one extractor fails the others' items stay; when all fail the text says so", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  const extractor = (extractor_name: string) => ({
    extractor_name,
    extraction_definition_prompt: "p",
  });
  await api.call("set_config", {
    storage_config: null,
    profile_extractor_configs: [extractor("bad"), extractor("good")],
  });
  learner.beforeRead = (input) => {
    if ("extractor" in input && learner.seen.at(-1)?.extractor === "bad") throw new Error("No");
  };
  await publish(api, "ana", ["fact city=Oslo"]);
  assertEquals(await profilesOf(api, "ana"), ["city is Oslo"]);
  const failing = await publish(api, "bo", ["boom"]);
  assertStringIncludes(
    failing.warnings.join("\n"),
    "All extractors failed for profile_generation identifier=bo",
  );
  assertEquals(failing.success, true);
});

Deno.test("S-056 S-058 S-062 a profile row has id, times, request, extractor and expiry", async () => {
  await using api = await openApi({ learner: new ScriptedLearner(), now: () => 1_800_000_000_000 });
  const { request_id } = await publish(api, "ana", ["fact brief=x"], { source: "chat" });
  const { user_profiles } = await api.call("get_profiles", { user_id: "ana" });
  assertEquals(user_profiles.map(({ profile_id: _, ...profile }) => profile), [{
    user_id: "ana",
    content: "brief is x",
    last_modified_timestamp: 1_800_000_000,
    generated_from_request_id: request_id ?? "",
    profile_time_to_live: "one_day",
    expiration_timestamp: 1_800_086_400,
    source: "chat",
    extractor_names: ["default_profile_extractor"],
  }]);
  assertEquals(user_profiles[0]?.profile_id.length, 36);
});

Deno.test("S-057 S-076 S-077 supersession and retraction remove rows and are logged", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await publish(api, "ana", ["fact city=Oslo"]);
  const moved = await publish(api, "ana", ["fact city=Rome"]);
  await publish(api, "ana", ["forget city"]);
  assertEquals(await profilesOf(api, "ana"), []);
  const { profile_change_logs: logs } = await api.call("profile_change_log");
  const contents = logs.map((log) => [
    log.added_profiles.map((profile) => profile.content),
    log.removed_profiles.map((profile) => profile.content),
  ]);
  assertEquals(contents, [
    [[], ["city is Rome"]],
    [["city is Rome"], ["city is Oslo"]],
    [["city is Oslo"], []],
  ]);
  assertEquals(logs[1]?.request_id, moved.request_id);
  assertEquals(logs.every((log) => log.mentioned_profiles.length === 0), true);
});

Deno.test("S-060 up to five known profiles are shown, newest change first", async () => {
  let nowMs = 1_800_000_000_000;
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner, now: () => nowMs });
  for (let n = 1; n <= 7; n++) {
    nowMs += 1_000;
    await publish(api, "ana", [`fact f${n}=${n}`]);
  }
  const known = learner.callsOf("profiles").at(-1)?.known;
  assertEquals(known, ["f6 is 6", "f5 is 5", "f4 is 4", "f3 is 3", "f2 is 2"]);
});

Deno.test("S-082 a profile edited by hand is not overwritten by older evidence", async () => {
  let nowMs = 1_800_000_000_000;
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner, now: () => nowMs });
  await publish(api, "ana", ["fact city=Oslo"]);
  const { user_profiles } = await api.call("get_profiles", { user_id: "ana" });
  const profile_id = user_profiles[0]?.profile_id ?? "";
  nowMs += 10_000;
  learner.beforeRead = async (_, step) => {
    if (step !== "profiles") return;
    nowMs += 10_000;
    await api.call("update_user_profile", {
      user_id: "ana",
      profile_id,
      content: "city is Bergen, by hand",
    });
  };
  await publish(api, "ana", ["fact city=Rome"]);
  assert((await profilesOf(api, "ana")).includes("city is Bergen, by hand"));
});

Deno.test("S-086 S-094 playbooks carry the evidence turns", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await publish(api, "ana", ["hello", "rule mail => be brief"]);
  const { user_playbooks } = await api.call("get_user_playbooks", {});
  const { interactions } = await api.call("get_interactions", { user_id: "ana" });
  const evidence = interactions.find((turn) => turn.content.startsWith("rule"))?.interaction_id;
  assertEquals(user_playbooks[0]?.source_interaction_ids, [evidence]);
  assertEquals(user_playbooks[0]?.playbook_name, "default_playbook_extractor");
});

Deno.test("S-093 S-095 S-100 playbooks are compared within user and agent version", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await publish(api, "ana", ["rule mail => be brief"], { agent_version: "v1" });
  await publish(api, "ana", ["rule mail => be long"], { agent_version: "v2" });
  await publish(api, "bo", ["rule mail => be kind"], { agent_version: "v1" });
  await publish(api, "ana", ["rule mail => be briefer"], { agent_version: "v1" });
  assertEquals(await playbooksOf(api), ["be briefer", "be kind", "be long"]);
});

Deno.test("S-042 S-182 S-188 a failing run waits with its error and is visible", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  const failing = await publish(api, "ana", ["boom"]);
  assertStringIncludes(failing.warnings.join("\n"), "playbook_generation failed: ");
  const { jobs } = await (await api.send("GET", "/api/jobs")).json();
  assertEquals(jobs.map((job: { state: string; attempts: number }) => [job.state, job.attempts]), [
    ["waiting", 1],
    ["waiting", 1],
  ]);
  assertStringIncludes(jobs[0].last_error, "The turn cannot be read");
  const other = await publish(api, "bo", ["fact city=Oslo"]);
  assertEquals(other.warnings, []);
});

Deno.test("S-183 S-184 a turn that always fails is passed over at last, its neighbours are learnt", async () => {
  let nowMs = 1_800_000_000_000;
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner, now: () => nowMs });
  await publish(api, "ana", ["fact a=1", "boom", "fact b=2"]);
  assertEquals(await profilesOf(api, "ana"), []);
  for (let attempt = 2; attempt <= 3; attempt++) {
    nowMs += 3_600_000;
    await api.reflexio.drain();
  }
  assertEquals(await profilesOf(api, "ana"), ["a is 1", "b is 2"]);
  const { jobs } = await (await api.send("GET", "/api/jobs")).json();
  assertEquals(jobs, []);
  const { records } = await (await api.send("GET", "/api/explain_declined?user_id=ana")).json();
  const reasons = records.map((record: { explain: { reason: string } }) => record.explain.reason);
  assertEquals(reasons, ["fault", "fault"]);
  await publish(api, "ana", ["fact c=3"]);
  assertEquals(await profilesOf(api, "ana"), ["a is 1", "b is 2", "c is 3"]);
});

Deno.test("S-045 S-162 a failed run is taken up without another publish", async () => {
  const learner = new ScriptedLearner();
  let isDown = true;
  learner.beforeRead = () => {
    if (isDown) throw new Error("Down");
  };
  await using api = await openApi({ learner });
  await publish(api, "ana", ["fact city=Oslo"]);
  isDown = false;
  const { jobs } = await (await api.send("GET", "/api/jobs")).json();
  for (const { kind, scope, id } of jobs) {
    await api.send("POST", "/api/retry_job", { kind, scope, id });
  }
  await until(async () => (await profilesOf(api, "ana")).length === 1);
});

Deno.test("S-177 S-180 H-048 what was queued is learnt after a restart", async () => {
  await using folder = await temporaryFolder();
  const kv = `${folder.path}/x.db`;
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner, kv, runsJobs: false });
  await api.call("publish_interaction", {
    user_id: "ana",
    interaction_data_list: said("fact city=Oslo", "rule mail => be brief"),
  });
  assertEquals(learner.seen.length, 0);
  await api.restart({ learner, kv });
  await until(async () =>
    (await profilesOf(api, "ana")).length === 1 && (await playbooksOf(api)).length === 1
  );
});

Deno.test("S-189 a plain publish leaves no operation record", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await publish(api, "ana", ["fact city=Oslo"]);
  const status = await api.call("get_operation_status", undefined, {
    query: { service_name: "profile_generation" },
  });
  assertEquals(status.success, false);
  assertStringIncludes(status.msg ?? "", "No operation found");
});

Deno.test("evaluation_only turns are kept and never learnt from", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  await publish(api, "ana", ["fact city=Oslo"], { evaluation_only: true });
  await publish(api, "ana", ["fact pet=cat"]);
  assertEquals(await profilesOf(api, "ana"), ["pet is cat"]);
  assertEquals(learner.callsOf("profiles").at(-1)?.turns, ["fact pet=cat"]);
});
