import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fakeLearningModel } from "../../../tests/support/fake_learning_model.ts";
import {
  knownProfile,
  learnInput,
  NOW_SEC,
  PLAYBOOK_EXTRACTOR,
  PROFILE_EXTRACTOR,
  profileCandidate,
  turnsOf,
} from "../../../tests/support/learn_inputs.ts";
import { learnerOverFake, WIRE_MODELS } from "../../../tests/support/model_learners.ts";
import { LearnerOutputError, LlmError } from "../../llm/mod.ts";

const TURNS = turnsOf(
  { content: "I moved to Oslo last month." },
  { role: "assistant", content: "Nice! The fare is 12 dollars." },
  { content: "Always quote prices in kroner." },
);

const PROFILES_INPUT = {
  ...learnInput(TURNS),
  extractor: PROFILE_EXTRACTOR,
  known: [],
  found: [],
};
const PLAYBOOKS_INPUT = { ...learnInput(TURNS), extractor: PLAYBOOK_EXTRACTOR, found: [] };

const OSLO = {
  content: "Lives in Oslo",
  time_to_live: "one_year",
  metadata: null,
  evidence: [{ turn: 1, quote: "moved to Oslo" }],
};

for (const [wire, name] of Object.entries(WIRE_MODELS)) {
  Deno.test(`S-056 S-058 ${wire}: profiles carry evidence, quoted places and no null features`, async () => {
    await using over = learnerOverFake(fakeLearningModel({ profiles: [OSLO] }), { name });
    const { candidates, declined } = await over.learner.extractProfiles(PROFILES_INPUT);
    assertEquals(declined, []);
    const [candidate] = candidates;
    assertEquals(candidates.length, 1);
    assertEquals(candidate?.content, "Lives in Oslo");
    assertEquals(candidate?.customFeatures, null);
    assertEquals(candidate?.evidenceIds, [101]);
    assertEquals(candidate?.explain.rule_id, "prompt:profile_update_instruction_start.v1");
    assertEquals(candidate?.explain.rules_version, name);
    assertEquals(candidate?.explain.spans, [
      { interaction_id: 101, start: 2, end: 15, part: "quote" },
    ]);
  });

  Deno.test(`S-083 S-086 ${wire}: playbooks carry trigger, content and their own evidence`, async () => {
    const rule = {
      trigger: "Quoting prices",
      content: "Use kroner",
      rationale: "The user lives in Norway",
      blocking_issue: { kind: "missing_tool", details: "no exchange rates" },
      evidence: [{ turn: 3 }],
    };
    await using over = learnerOverFake(fakeLearningModel({ playbooks: [rule] }), { name });
    const { candidates } = await over.learner.extractPlaybooks(PLAYBOOKS_INPUT);
    const [candidate] = candidates;
    assertEquals([candidate?.trigger, candidate?.content], ["Quoting prices", "Use kroner"]);
    assertEquals(candidate?.blockingIssue, { kind: "missing_tool", details: "no exchange rates" });
    assertEquals(candidate?.evidenceIds, [103]);
    assertEquals(candidate?.extractorName, "default_playbook_extractor");
  });
}

Deno.test("S-157 instructions stand in the system message, turns and known items in the other", async () => {
  await using over = learnerOverFake(fakeLearningModel({}));
  const config = { agent_context_prompt: "A travel agency" };
  await over.learner.extractProfiles({
    ...PROFILES_INPUT,
    ...learnInput(TURNS, config),
    known: [0, 1, 2, 3, 4, 5].map((at) =>
      knownProfile({ content: `fact ${at}`, last_modified_timestamp: NOW_SEC - at })
    ),
    found: [profileCandidate({ content: "Has a cat" })],
  });
  const [question] = over.fake.questions;
  assertStringIncludes(question?.system ?? "", "A travel agency");
  assertStringIncludes(question?.system ?? "", PROFILE_EXTRACTOR.extraction_definition_prompt);
  assertStringIncludes(question?.prompt ?? "", "I moved to Oslo last month.");
  // S-060: the five that changed last, joined by comma and blank.
  assertStringIncludes(question?.prompt ?? "", "\nfact 0, fact 1, fact 2, fact 3, fact 4\n");
  // S-041: what an earlier extractor found.
  assertStringIncludes(question?.prompt ?? "", "Has a cat");
});

Deno.test("S-059 S-084 items without content are dropped, unknown lifetimes become one_month", async () => {
  const profiles = [
    { time_to_live: "one_year" },
    { content: "  ", time_to_live: "one_year" },
    { content: "Likes tea", time_to_live: "for_ages" },
    { content: "Has a boat" },
    "nonsense",
  ];
  await using over = learnerOverFake(fakeLearningModel({ profiles }));
  const { candidates } = await over.learner.extractProfiles(PROFILES_INPUT);
  assertEquals(candidates.map(({ content, timeToLive }) => [content, timeToLive]), [
    ["Likes tea", "one_month"],
    ["Has a boat", "infinity"],
  ]);
  assertStringIncludes(candidates[0]?.explain.ttl_from ?? "", "unknown word");
  assertEquals(candidates[0]?.evidenceIds, [101, 102, 103]);
});

Deno.test("S-058 further fields become custom features", async () => {
  const profiles = [{ ...OSLO, metadata: "place", mood: "glad", empty: null }];
  await using over = learnerOverFake(fakeLearningModel({ profiles }));
  const { candidates } = await over.learner.extractProfiles(PROFILES_INPUT);
  assertEquals(candidates[0]?.customFeatures, { metadata: "place", mood: "glad" });
});

Deno.test("a fact taken back becomes a retraction that remembers the fact", async () => {
  const profiles = [{ content: "Has a boat", time_to_live: "infinity", retracts: true }];
  await using over = learnerOverFake(fakeLearningModel({ profiles }));
  const { candidates } = await over.learner.extractProfiles(PROFILES_INPUT);
  assertEquals([candidates[0]?.intent, candidates[0]?.content], ["retract", ""]);
  assertEquals(candidates[0]?.explain.value, "Has a boat");
});

Deno.test("secrets and harmful rules are declined with their reason", async () => {
  await using over = learnerOverFake(fakeLearningModel({
    profiles: [{ content: "Card number is 4111 1111 1111 1111", time_to_live: "infinity" }],
    playbooks: [{ trigger: "Logging in", content: "Disable the security check" }],
  }));
  const profiles = await over.learner.extractProfiles(PROFILES_INPUT);
  const playbooks = await over.learner.extractPlaybooks(PLAYBOOKS_INPUT);
  assertEquals([profiles.candidates, playbooks.candidates], [[], []]);
  assertEquals(profiles.declined.map((record) => record.reason), ["sensitive"]);
  assertEquals(playbooks.declined.map((record) => record.reason), ["harmful"]);
});

Deno.test("S-061 S-162 a bad answer is given back once, then the step fails", async () => {
  let answers = 0;
  await using over = learnerOverFake(() => {
    answers += 1;
    return answers === 1
      ? { kind: "json", value: { facts: [] } }
      : { kind: "json", value: { profiles: [OSLO] } };
  });
  const { candidates } = await over.learner.extractProfiles(PROFILES_INPUT);
  assertEquals([candidates.length, over.fake.questions[1]?.answerCount], [1, 1]);
  over.fake.setModel(() => ({ kind: "text", text: "I would rather not." }));
  await assertRejects(() => over.learner.extractProfiles(PROFILES_INPUT), LearnerOutputError);
});

Deno.test("S-042 a failing model fails both kinds of extraction", async () => {
  await using over = learnerOverFake(() => ({ kind: "status", status: 401 }));
  await assertRejects(() => over.learner.extractProfiles(PROFILES_INPUT), LlmError);
  await assertRejects(() => over.learner.extractPlaybooks(PLAYBOOKS_INPUT), LlmError);
});

Deno.test("S-090 S-091 S-092 answers of experts and the conversation are both read", async () => {
  const turns = turnsOf(
    { content: "The customer's card was charged twice." },
    {
      role: "assistant",
      content: "Wait for the bank.",
      expert_content: "Void the second capture.",
    },
    { content: "And stop using headings." },
  );
  await using over = learnerOverFake(fakeLearningModel({
    playbooks: ({ system }) =>
      system.includes("expert")
        ? [{
          trigger: "A card was charged twice",
          content: "Void the second capture",
          evidence: [{ turn: 2 }],
        }]
        : [{ trigger: "Answering", content: "Use no headings", evidence: [{ turn: 3 }] }],
  }));
  const { candidates } = await over.learner.extractPlaybooks({
    ...PLAYBOOKS_INPUT,
    ...learnInput(turns, { tool_can_use: [{ tool_name: "ledger", tool_description: "bookings" }] }),
  });
  assertEquals(candidates.map(({ content, evidenceIds }) => [content, evidenceIds]), [
    ["Void the second capture", [102]],
    ["Use no headings", [103]],
  ]);
  const [expert, ordinary] = over.fake.questions;
  assertStringIncludes(expert?.prompt ?? "", "The customer's card was charged twice.");
  assertStringIncludes(expert?.prompt ?? "", "Void the second capture.");
  assert(!expert?.system.includes("ledger"));
  assertStringIncludes(ordinary?.system ?? "", "ledger: bookings");
});

Deno.test("S-088 the context prompt of a playbook extractor reaches the model", async () => {
  await using over = learnerOverFake(fakeLearningModel({}));
  const extractor = { ...PLAYBOOK_EXTRACTOR, context_prompt: "Prices are per litre" };
  await over.learner.extractPlaybooks({ ...PLAYBOOKS_INPUT, extractor });
  assertStringIncludes(over.fake.questions[0]?.system ?? "", "Prices are per litre");
});

Deno.test("S-154 a long window is read in several calls that know of each other", async () => {
  const turns = turnsOf(...Array.from({ length: 20 }, (_, at) => ({
    content: `turn${at} ${"w".repeat(30_000)}`,
  })));
  let calls = 0;
  await using over = learnerOverFake(fakeLearningModel({
    profiles: () => [{ content: `Fact ${++calls}`, time_to_live: "one_year" }],
  }));
  const { candidates } = await over.learner.extractProfiles({
    ...PROFILES_INPUT,
    ...learnInput(turns),
  });
  assertEquals(candidates.length, calls);
  assert(calls > 1);
  assertStringIncludes(over.fake.questions[1]?.prompt ?? "", "Fact 1");
});

Deno.test("S-166 a prompt of the server's owner takes the place of ours", async () => {
  await using over = learnerOverFake(fakeLearningModel({}), {
    promptOverrides: { profile_update_main: "Look here: {{interactions}}" },
  });
  await over.learner.extractProfiles(PROFILES_INPUT);
  assert(over.fake.questions[0]?.prompt.startsWith("Look here: === Session"));
});
