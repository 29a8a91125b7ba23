import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fakeLearningModel } from "../../../tests/support/fake_learning_model.ts";
import {
  learnInput,
  PLAYBOOK_EXTRACTOR,
  PROFILE_EXTRACTOR,
  turnsOf,
} from "../../../tests/support/learn_inputs.ts";
import { learnerOverFake, WIRE_MODELS } from "../../../tests/support/model_learners.ts";

const TURNS = turnsOf({ content: "I live in Oslo." });
const EXPERT_TURNS = turnsOf(
  { content: "Charged twice." },
  { role: "agent", content: "Wait.", expert_content: "Void it." },
);
const PROFILE_INPUT = { ...learnInput(TURNS), extractors: [PROFILE_EXTRACTOR] };
const PLAYBOOK_INPUT = { ...learnInput(TURNS), extractors: [PLAYBOOK_EXTRACTOR] };

for (const [wire, name] of Object.entries(WIRE_MODELS)) {
  Deno.test(`S-026 ${wire}: the gate opens when the answer contains true`, async () => {
    await using over = learnerOverFake(() => ({ kind: "text", text: "I say TRUE." }), { name });
    assertEquals(await over.learner.isWorthProfiles(PROFILE_INPUT), true);
    assertEquals(await over.learner.isWorthPlaybooks(PLAYBOOK_INPUT), true);
    over.fake.setModel(() => ({ kind: "text", text: "no" }));
    assertEquals(await over.learner.isWorthProfiles(PROFILE_INPUT), false);
    assertEquals(await over.learner.isWorthPlaybooks(PLAYBOOK_INPUT), false);
  });
}

Deno.test("S-026 a failing call means go", async () => {
  await using over = learnerOverFake(() => ({ kind: "status", status: 500 }));
  assertEquals(await over.learner.isWorthProfiles(PROFILE_INPUT), true);
  assertEquals(await over.learner.isWorthPlaybooks(PLAYBOOK_INPUT), true);
});

Deno.test("S-025 without turns the gate stays shut, without criteria or on demand it opens unasked", async () => {
  await using over = learnerOverFake(() => ({ kind: "text", text: "false" }));
  const { learner, fake } = over;
  assertEquals(await learner.isWorthProfiles({ ...PROFILE_INPUT, turns: [] }), false);
  assertEquals(await learner.isWorthProfiles({ ...PROFILE_INPUT, extractors: [] }), true);
  assertEquals(await learner.isWorthPlaybooks({ ...PLAYBOOK_INPUT, extractors: [] }), true);
  const config = { ...PROFILE_INPUT.config, skip_should_run_check: true };
  assertEquals(await learner.isWorthProfiles({ ...PROFILE_INPUT, config }), true);
  assertEquals(fake.questions.length, 0);
});

Deno.test("S-025 S-027 one question lists definition and condition of every extractor", async () => {
  await using over = learnerOverFake(fakeLearningModel({ isWorth: false }));
  await over.learner.isWorthProfiles({
    ...PROFILE_INPUT,
    extractors: [
      { ...PROFILE_EXTRACTOR, extraction_definition_prompt: "pets" },
      {
        ...PROFILE_EXTRACTOR,
        extraction_definition_prompt: "homes",
        should_extract_profile_prompt_override: "a city is named",
      },
    ],
  });
  assertEquals(over.fake.questions.length, 1);
  const prompt = over.fake.questions[0]?.prompt ?? "";
  assertStringIncludes(
    prompt,
    "1. definition: pets\n2. definition: homes; condition: a city is named",
  );
  assertStringIncludes(prompt, "I live in Oslo.");
});

Deno.test("S-028 answers of experts are asked about by comparison, then the conversation", async () => {
  await using over = learnerOverFake(fakeLearningModel({ isWorth: false }));
  const input = { ...PLAYBOOK_INPUT, ...learnInput(EXPERT_TURNS) };
  assertEquals(await over.learner.isWorthPlaybooks(input), false);
  const [expert, ordinary] = over.fake.questions;
  assertStringIncludes(expert?.prompt ?? "", "Void it.");
  assert(!ordinary?.prompt.includes("Void it."));
  over.fake.setModel(fakeLearningModel({ isWorth: true }));
  assertEquals(await over.learner.isWorthPlaybooks(input), true);
  assertEquals(over.fake.questions.length, 3);
});
