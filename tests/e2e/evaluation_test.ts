import { assertEquals } from "@std/assert";
import type { AgentSuccessConfig } from "../../client/contract/mod.ts";
import { samplingDraw } from "../../server/learn/mod.ts";
import type { Verdict } from "../../server/learn/learner.ts";
import { openApi, temporaryFolder, type TestApi } from "../support/api.ts";
import { ScriptedLearner } from "../support/scripted_learner.ts";
import { publish } from "../support/turns.ts";

const SUCCESS: Verdict = {
  isSuccess: true,
  failureType: "",
  failureReason: "",
  isEscalated: false,
  regularVsShadow: null,
  corrections: null,
  userTurnsToResolution: null,
};

/** A server that judges sessions, with a clock that the test moves. */
async function openJudge(
  configs: readonly AgentSuccessConfig[] = [{
    evaluation_name: "overall",
    success_definition_prompt: "solved",
  }],
  env: Readonly<Record<string, string>> = {},
) {
  const learner = new ScriptedLearner();
  learner.verdict = SUCCESS;
  const clock = { nowMs: 1_800_000_000_000 };
  const api = await openApi({ learner, now: () => clock.nowMs, env: (name) => env[name] });
  await api.call("set_config", { storage_config: null, agent_success_configs: configs });
  /** Moves the clock and does what is due. */
  const pass = async (seconds: number) => {
    clock.nowMs += seconds * 1_000;
    await api.reflexio.drain();
  };
  return { api, learner, pass, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
}

/** Verdicts, newest first. */
async function verdicts(api: TestApi) {
  const answer = await api.call("get_agent_success_evaluation_results", {});
  return answer.agent_success_evaluation_results;
}

Deno.test("S-130 no success config or no session means no evaluation", async () => {
  await using judge = await openJudge([]);
  await publish(judge.api, "ana", ["hi"], { session_id: "s" });
  await judge.pass(700);
  await using other = await openJudge();
  await publish(other.api, "ana", ["hi"]);
  await other.pass(700);
  assertEquals(judge.learner.callsOf("evaluate").length, 0);
  assertEquals(other.learner.callsOf("evaluate").length, 0);
});

Deno.test("S-131 S-132 S-135 a later publish moves the due time; all requests are one conversation", async () => {
  await using judge = await openJudge();
  const { api, learner, pass } = judge;
  await publish(api, "ana", ["one"], { session_id: "s" });
  await pass(400);
  await publish(api, "ana", ["two"], { session_id: "s" });
  await publish(api, "bo", ["other"], { session_id: "s" });
  await pass(400);
  assertEquals(learner.callsOf("evaluate").length, 0);
  await pass(201);
  const turns = learner.callsOf("evaluate").map((call) => call.turns);
  assertEquals(turns.toSorted((a, b) => a.length - b.length), [["other"], ["one", "two"]]);
});

Deno.test("S-131 the due time survives a restart, and IS_TEST_ENV shortens it to 30 s", async () => {
  await using folder = await temporaryFolder();
  const learner = new ScriptedLearner();
  learner.verdict = SUCCESS;
  let nowMs = 1_800_000_000_000;
  const options = {
    learner,
    kv: `${folder.path}/x.db`,
    now: () => nowMs,
    env: (name: string) => name === "IS_TEST_ENV" ? "true" : undefined,
  };
  await using api = await openApi(options);
  await api.call("set_config", {
    storage_config: null,
    agent_success_configs: [{ evaluation_name: "e", success_definition_prompt: "p" }],
  });
  await publish(api, "ana", ["hi"], { session_id: "s" });
  await api.restart();
  nowMs += 31_000;
  await api.reflexio.drain();
  assertEquals((await verdicts(api)).length, 1);
});

Deno.test("S-133 S-134 an evaluated session is not judged again, a failed one is retried", async () => {
  await using judge = await openJudge();
  const { api, learner, pass } = judge;
  await publish(api, "ana", ["boom"], { session_id: "s", evaluation_only: true });
  await pass(601);
  assertEquals(learner.callsOf("evaluate").length, 1);
  assertEquals(await verdicts(api), []);
  await pass(10);
  assertEquals(learner.callsOf("evaluate").length, 2);
  await publish(api, "bo", ["fine"], { session_id: "t" });
  await pass(601);
  await publish(api, "bo", ["more"], { session_id: "t" });
  await pass(601);
  assertEquals((await verdicts(api)).filter((one) => one.session_id === "t").length, 1);
});

Deno.test("S-136 sampling draws by hash: rate 0 never, rate 1 always, between by the draw", async () => {
  const draw = await samplingDraw("self-host-org", { userId: "ana", sessionId: "s" }, "half");
  const config = (evaluation_name: string, sampling_rate: number) => ({
    evaluation_name,
    success_definition_prompt: "p",
    sampling_rate,
  });
  await using judge = await openJudge([
    config("never", 0),
    config("always", 1),
    config("half", Math.min(1, draw + 0.01)),
  ]);
  await publish(judge.api, "ana", ["hi"], { session_id: "s" });
  await judge.pass(601);
  const names = (await verdicts(judge.api)).map((one) => one.evaluation_name).sort();
  assertEquals(names, ["always", "half"]);
});

Deno.test("S-103 S-143 the row counts corrections and user turns", async () => {
  await using judge = await openJudge();
  const { api, pass } = judge;
  await api.call("publish_interaction", {
    user_id: "ana",
    session_id: "s",
    agent_version: "v3",
    interaction_data_list: [
      { role: "User", content: "rule mail => be brief" },
      { role: "Assistant", content: "fine" },
      { role: "customer", content: "thanks" },
    ],
  }, { query: { wait_for_response: true } });
  await pass(601);
  assertEquals(await verdicts(api), [{
    result_id: 1,
    agent_version: "v3",
    session_id: "s",
    is_success: true,
    failure_type: "",
    failure_reason: "",
    evaluation_name: "overall",
    created_at: 1_800_000_601,
    number_of_correction_per_session: 1,
    user_turns_to_resolution: 2,
    is_escalated: false,
  }]);
});

Deno.test("S-145 an ambiguous session yields no row and is not asked about again", async () => {
  await using judge = await openJudge();
  judge.learner.verdict = null;
  await publish(judge.api, "ana", ["hi"], { session_id: "s" });
  await judge.pass(601);
  await judge.pass(601);
  assertEquals(judge.learner.callsOf("evaluate").length, 1);
  assertEquals(await verdicts(judge.api), []);
});

Deno.test("REFLEXIO_REEVALUATE judges a session again after new turns", async () => {
  await using judge = await openJudge(undefined, { REFLEXIO_REEVALUATE: "on" });
  for (const text of ["one", "two"]) {
    await publish(judge.api, "ana", [text], { session_id: "s" });
    await judge.pass(601);
  }
  assertEquals((await verdicts(judge.api)).length, 2);
});
