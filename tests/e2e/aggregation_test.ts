import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { AgentPlaybookView } from "../../client/contract/mod.ts";
import { openApi, type TestApi, until } from "../support/api.ts";
import { ScriptedLearner } from "../support/scripted_learner.ts";
import { publish } from "../support/turns.ts";

const NAME = "default_playbook_extractor";

/** Current agent playbooks, oldest first. */
async function agentPlaybooks(api: TestApi): Promise<readonly AgentPlaybookView[]> {
  const { agent_playbooks } = await api.call("get_agent_playbooks", { limit: 1_000 });
  return agent_playbooks.toReversed();
}

/** Contents of the current agent playbooks. */
async function contents(api: TestApi): Promise<string[]> {
  return (await agentPlaybooks(api)).map((playbook) => playbook.content);
}

/** Teaches rules by users of their own. */
async function teach(api: TestApi, ...rules: readonly string[]): Promise<void> {
  for (const rule of rules) await publish(api, crypto.randomUUID(), [`rule ${rule}`]);
}

/** Aggregates by hand and gives the text. */
async function rebuild(api: TestApi, agent_version = ""): Promise<string> {
  const answer = await api.call("run_playbook_aggregation", { playbook_name: NAME, agent_version });
  assertEquals(answer.success, true);
  return answer.message;
}

/** The change log of aggregation, newest first. */
async function changeLog(api: TestApi) {
  const { change_logs } = await api.call("playbook_aggregation_change_logs", undefined, {
    query: { playbook_name: NAME, agent_version: "agent-v0" },
  });
  return change_logs;
}

/** Sets thresholds of aggregation. */
function configure(
  api: TestApi,
  aggregation_config: { min_cluster_size?: number; reaggregation_trigger_count?: number } | null,
) {
  return api.call("set_config", {
    storage_config: null,
    user_playbook_extractor_configs: [{
      extractor_name: NAME,
      extraction_definition_prompt: "p",
      aggregation_config,
    }],
  });
}

Deno.test("S-205 S-106 two users who taught the same give an agent playbook out of the box", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await teach(api, "mail one => be brief");
  assertEquals(await contents(api), []);
  await teach(api, "mail two => be short");
  assertEquals(await contents(api), ["be brief + be short"]);
  const [playbook] = await agentPlaybooks(api);
  assertEquals([playbook?.playbook_status, playbook?.playbook_name], ["pending", NAME]);
});

Deno.test("S-104 S-105 H-260 without thresholds a model aggregates nothing; below two nobody does", async () => {
  const learner = new ScriptedLearner({ kind: "model" });
  await using api = await openApi({ learner });
  assertEquals(await rebuild(api), "Skipped: no aggregator config or min_cluster_size < 2");
  await configure(api, { min_cluster_size: 1 });
  assertEquals(await rebuild(api), "Skipped: no aggregator config or min_cluster_size < 2");
  assertEquals(learner.callsOf("aggregate").length, 0);
});

Deno.test("S-101 skip_aggregation stops only the aggregation of that run", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  for (const user of ["ana", "bo"]) {
    await publish(api, user, [`rule mail ${user} => be brief`], { skip_aggregation: true });
  }
  assertEquals(await contents(api), []);
  await teach(api, "talk => be kind");
  assertEquals(await contents(api), ["be brief + be brief"]);
});

Deno.test("S-107 S-109 aggregation waits for enough new playbooks and says what it did", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await configure(api, { reaggregation_trigger_count: 3 });
  await teach(api, "mail one => a", "mail two => b");
  assertEquals(await contents(api), []);
  assertEquals(await rebuild(api), "Skipped: not enough new playbooks (2 < 3)");
  await teach(api, "mail three => c");
  assertEquals(await contents(api), ["a + b + c"]);
  assertEquals(
    await rebuild(api),
    "Aggregated 3 user playbook(s) in 1 cluster(s) into 0 agent playbook(s)",
  );
});

Deno.test("S-110 archived and pending user playbooks never enter; more than 100 do", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  const playbook = (content: string, status: "pending" | "archived" | null) => ({
    agent_version: "agent-v0",
    request_id: "r",
    playbook_name: NAME,
    trigger: "mail",
    content,
    status,
  });
  await api.call("add_user_playbook", {
    user_playbooks: [
      playbook("out", "pending"),
      playbook("out", "archived"),
      ...Array.from({ length: 150 }, (_, n) => playbook(`rule ${n}`, null)),
    ],
  });
  await rebuild(api);
  const turns = learner.callsOf("aggregate")[0]?.turns ?? [];
  assertEquals([turns.length, turns.includes("out")], [150, false]);
});

Deno.test("S-120 S-121 S-122 S-127 only changed clusters are asked about again", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  await teach(api, "mail one => a", "mail two => b", "talk one => c", "talk two => d");
  assertEquals((await contents(api)).sort(), ["a + b", "c + d"]);
  const before = await agentPlaybooks(api);
  learner.seen.length = 0;
  await teach(api, "mail three => e", "walk => f");
  assertEquals((await contents(api)).sort(), ["a + b + e", "c + d"]);
  assertEquals(learner.callsOf("aggregate").map((call) => call.turns), [["a", "b", "e"]]);
  const kept = before.find((one) => one.content === "c + d");
  const after = (await agentPlaybooks(api)).find((one) => one.content === "c + d");
  assertEquals(after?.agent_playbook_id, kept?.agent_playbook_id);
  learner.seen.length = 0;
  await teach(api, "run => g", "swim => h");
  assertEquals(learner.callsOf("aggregate").length, 0);
});

Deno.test("S-123 a rejected agent playbook stays and is not proposed again", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await teach(api, "mail one => a", "mail two => b");
  const [first] = await agentPlaybooks(api);
  const agent_playbook_id = first?.agent_playbook_id ?? 0;
  await api.call("update_agent_playbook_status", {
    agent_playbook_id,
    playbook_status: "rejected",
  });
  await teach(api, "mail three => c", "mail four => d");
  await rebuild(api);
  const after = await agentPlaybooks(api);
  assertEquals(after.map((one) => [one.agent_playbook_id, one.playbook_status]), [
    [agent_playbook_id, "rejected"],
  ]);
});

Deno.test("S-124 an approved playbook survives a change of its cluster and a rebuild", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await teach(api, "mail one => a", "mail two => b");
  const [first] = await agentPlaybooks(api);
  const agent_playbook_id = first?.agent_playbook_id ?? 0;
  await api.call("update_agent_playbook_status", {
    agent_playbook_id,
    playbook_status: "approved",
  });
  await teach(api, "mail three => c", "mail four => d");
  const states = (await agentPlaybooks(api)).map((one) => [one.content, one.playbook_status]);
  assertEquals(states, [["a + b", "approved"], ["a + b + c + d", "pending"]]);
  await rebuild(api);
  const rebuilt = (await agentPlaybooks(api)).map((one) => [one.content, one.playbook_status]);
  assertEquals(rebuilt, states);
});

Deno.test("S-118 S-125 a cluster that cannot be read keeps what it has and is asked again", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  await teach(api, "mail one => a", "mail two => b");
  const { user_playbooks } = await api.call("get_user_playbooks", {});
  const oldest = user_playbooks.at(-1)?.user_playbook_id ?? 0;
  await api.call("update_user_playbook", { user_playbook_id: oldest, content: "fail" });
  await teach(api, "mail three => c", "mail four => d");
  assertEquals(await contents(api), ["a + b"]);
  await api.call("update_user_playbook", { user_playbook_id: oldest, content: "fine" });
  await teach(api, "mail five => e", "mail six => f");
  assertEquals(await contents(api), ["fine + b + c + d + e + f"]);
});

Deno.test("S-126 an empty result in the middle does not shift the others", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  await teach(api, "a one => nothing", "a two => x", "b one => y", "b two => z");
  assertEquals(await contents(api), ["y + z"]);
  await teach(api, "b three => w", "q => v");
  assertEquals(await contents(api), ["y + z + w"]);
});

Deno.test("S-117 S-128 the change log pairs what follows what, approved rows are not removed", async () => {
  const learner = new ScriptedLearner();
  await using api = await openApi({ learner });
  await teach(api, "mail one => a", "mail two => b");
  await teach(api, "mail three => c", "walk => d");
  const logs = await changeLog(api);
  assertEquals(logs.map((log) => log.run_mode), ["incremental", "full_archive"]);
  assertEquals(logs[1]?.added_agent_playbooks.map((one) => one.content), ["a + b"]);
  assertEquals(
    logs[0]?.updated_agent_playbooks.map(({ before, after }) => [before.content, after.content]),
    [["a + b", "a + b + c"]],
  );
  const [playbook] = await agentPlaybooks(api);
  await api.call("update_agent_playbook_status", {
    agent_playbook_id: playbook?.agent_playbook_id ?? 0,
    playbook_status: "approved",
  });
  await teach(api, "mail four => e", "walk two => f");
  await rebuild(api);
  for (const log of await changeLog(api)) {
    assert(log.removed_agent_playbooks.every((one) => one.playbook_status === "pending"));
  }
  assert(learner.callsOf("aggregate").some((call) => call.known.includes("a + b + c")));
});

Deno.test("S-098 S-129 hand-made agent playbooks keep what a caller may decide", async () => {
  await using api = await openApi({ learner: new ScriptedLearner(), now: () => 1_800_000_000_000 });
  await api.call("add_agent_playbook", {
    agent_playbooks: [{
      agent_playbook_id: 77,
      agent_version: "v1",
      playbook_name: "n",
      content: "c",
      trigger: "t",
      rationale: "r",
      blocking_issue: { kind: "missing_tool", details: "d" },
      playbook_status: "approved",
      playbook_metadata: "m",
      created_at: 5,
      status: "archived",
      expanded_terms: "x",
    }],
  });
  const { agent_playbooks } = await api.call("get_agent_playbooks", {});
  assertEquals(agent_playbooks, [{
    agent_playbook_id: 1,
    agent_version: "v1",
    playbook_name: "n",
    content: "c",
    trigger: "t",
    rationale: "r",
    blocking_issue: { kind: "missing_tool", details: "d" },
    playbook_status: "approved",
    playbook_metadata: "m",
    created_at: 1_800_000_000,
  }]);
});

Deno.test("S-108 H-159 an empty agent_version is the server's default", async () => {
  const env = (name: string) => name === "REFLEXIO_AGENT_VERSION" ? "v9" : undefined;
  await using api = await openApi({ learner: new ScriptedLearner(), env });
  for (const n of [1, 2]) {
    await publish(api, `u${n}`, [`rule mail ${n} => a`], { skip_aggregation: true });
  }
  assertStringIncludes(await rebuild(api), "into 1 agent playbook(s)");
  assertEquals((await agentPlaybooks(api)).map((one) => one.agent_version), ["v9"]);
});

Deno.test("aggregation runs in the background when nobody waits", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  for (const n of [1, 2]) {
    await api.call("publish_interaction", {
      user_id: `u${n}`,
      interaction_data_list: [{ content: `rule mail ${n} => a` }],
    });
  }
  await until(async () => (await contents(api)).length === 1);
});
