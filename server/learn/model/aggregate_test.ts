import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fakeLearningModel } from "../../../tests/support/fake_learning_model.ts";
import { knownPlaybook, learnInput } from "../../../tests/support/learn_inputs.ts";
import { learnerOverFake, WIRE_MODELS } from "../../../tests/support/model_learners.ts";
import type { AgentPlaybookRow } from "../../store/rows.ts";
import { LlmError } from "../../llm/mod.ts";
import type { AggregateInput } from "../learner.ts";
import { directionGroups } from "./directions.ts";

const AGGREGATION = {
  min_cluster_size: 2,
  reaggregation_trigger_count: 2,
  clustering_similarity: 0.5,
  direction_overlap_threshold: 0.6,
};

const EXISTING: AgentPlaybookRow = {
  agent_playbook_id: 4,
  playbook_name: "default_playbook_extractor",
  agent_version: "agent-v0",
  created_at: 1_700_000_000,
  content: "Greet by name",
  trigger: "Starting a chat",
  rationale: null,
  blocking_issue: null,
  playbook_status: "approved",
  playbook_metadata: "",
  status: null,
  expanded_terms: null,
};

const INPUT: AggregateInput = {
  members: [
    knownPlaybook({ user_playbook_id: 1, user_id: "ada", content: "use euros for all prices" }),
    knownPlaybook({ user_playbook_id: 2, user_id: "bob", content: "use euros for prices" }),
    knownPlaybook({ user_playbook_id: 3, user_id: "bob", content: "never mention money" }),
  ],
  existing: [EXISTING],
  aggregation: AGGREGATION,
  config: learnInput([]).config,
  signal: new AbortController().signal,
};

const RULE = { trigger: "Quoting prices", content: "Use euros", rationale: "Agreed" };

for (const [wire, name] of Object.entries(WIRE_MODELS)) {
  Deno.test(`S-116 ${wire}: a cluster becomes one rule with its support, or nothing`, async () => {
    await using over = learnerOverFake(fakeLearningModel({ playbook: RULE }), { name });
    assertEquals(await over.learner.aggregate(INPUT), {
      trigger: "Quoting prices",
      content: "Use euros",
      rationale: "Agreed (Seen in 3 playbooks of 2 users)",
      blockingIssue: null,
      metadata: "",
    });
    over.fake.setModel(fakeLearningModel({ playbook: null }));
    assertEquals(await over.learner.aggregate(INPUT), null);
  });
}

Deno.test("S-116 the old key feedback is read too", async () => {
  await using over = learnerOverFake(() => ({ kind: "json", value: { feedback: RULE } }));
  assertEquals((await over.learner.aggregate(INPUT))?.content, "Use euros");
});

Deno.test("S-115 S-117 S-210 the question holds every member's content by direction, and existing rules", async () => {
  await using over = learnerOverFake(fakeLearningModel({}));
  await over.learner.aggregate(INPUT);
  const prompt = over.fake.questions[0]?.prompt ?? "";
  assertStringIncludes(prompt, "Direction 1 (2 rules):\n- ");
  assertStringIncludes(prompt, '"content":"use euros for all prices"');
  assertStringIncludes(prompt, "Direction 2 (1 rules):");
  assertStringIncludes(prompt, '"content":"never mention money"');
  assertStringIncludes(prompt, '"content":"Greet by name"');
  await over.learner.aggregate({ ...INPUT, members: INPUT.members.slice(0, 2) });
  assert(!over.fake.questions[1]?.prompt.includes("Direction 1"));
});

Deno.test("S-118 a failing model fails the cluster", async () => {
  await using over = learnerOverFake(() => ({ kind: "status", status: 403 }));
  await assertRejects(() => over.learner.aggregate(INPUT), LlmError);
});

Deno.test("S-115 directionGroups() is greedy by words in common and puts the largest first", () => {
  const groups = directionGroups(
    ["say no", "use tables always", "Use tables", "use long tables always"],
    (text) => text,
    0.6,
  );
  assertEquals(groups, [["use tables always", "Use tables", "use long tables always"], ["say no"]]);
});
