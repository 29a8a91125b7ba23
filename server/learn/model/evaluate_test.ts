import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fakeLearningModel } from "../../../tests/support/fake_learning_model.ts";
import type { FakeQuestion } from "../../../tests/support/fake_providers.ts";
import { learnInput, turnsOf } from "../../../tests/support/learn_inputs.ts";
import { learnerOverFake, WIRE_MODELS } from "../../../tests/support/model_learners.ts";
import { LearnerOutputError } from "../../llm/mod.ts";
import type { EvaluateInput } from "../learner.ts";

const TOOL = { tool_name: "search", tool_data: { query: "rota" } };
const TURNS = turnsOf(
  { content: "Who is on call?" },
  { role: "assistant", content: "Lena.", tools_used: [TOOL] },
  { content: "Thanks, solved." },
);
const SHADOW_TURNS = turnsOf(
  { content: "Who is on call?" },
  { role: "assistant", content: "Lena.", shadow_content: "Omar.", tools_used: [TOOL] },
  { content: "Thanks." },
);

function input(turns: EvaluateInput["turns"], sessionId = "s1"): EvaluateInput {
  return {
    sessionId,
    agentVersion: "agent-v0",
    turns,
    evaluator: {
      evaluation_name: "solved",
      success_definition_prompt: "The question is answered",
      metadata_definition_prompt: null,
      sampling_rate: 1,
      batch_size_override: null,
      batch_interval_override: null,
    },
    config: {
      ...learnInput([]).config,
      tool_can_use: [{ tool_name: "search", tool_description: "finds things" }],
    },
    signal: new AbortController().signal,
  };
}

for (const [wire, name] of Object.entries(WIRE_MODELS)) {
  Deno.test(`S-137 S-143 ${wire}: a session is judged by one question`, async () => {
    await using over = learnerOverFake(fakeLearningModel({}), { name });
    assertEquals(await over.learner.evaluate(input(TURNS)), {
      isSuccess: true,
      failureType: "",
      failureReason: "",
      isEscalated: false,
      regularVsShadow: null,
      corrections: null,
      userTurnsToResolution: 2,
    });
    over.fake.setModel(fakeLearningModel({
      verdict: {
        is_success: false,
        failure_type: "wrong_tool",
        failure_reason: "Old rota",
        is_escalated: true,
      },
    }));
    const verdict = await over.learner.evaluate(input(TURNS));
    assertEquals([verdict?.isSuccess, verdict?.failureType, verdict?.failureReason], [
      false,
      "wrong_tool",
      "Old rota",
    ]);
    assertEquals([verdict?.isEscalated, verdict?.userTurnsToResolution], [true, null]);
  });
}

Deno.test("S-136 S-137 the question holds criterion, tools, tool calls and turns", async () => {
  await using over = learnerOverFake(fakeLearningModel({}));
  await over.learner.evaluate(input(TURNS));
  const prompt = over.fake.questions[0]?.prompt ?? "";
  assertStringIncludes(prompt, "The question is answered");
  assertStringIncludes(prompt, "search: finds things");
  assertStringIncludes(prompt, 'search({"query":"rota"})');
  assertStringIncludes(prompt, "Thanks, solved.");
});

Deno.test("S-144 an unusable answer is repaired once, then the step fails", async () => {
  await using over = learnerOverFake(fakeLearningModel({ verdict: { is_success: "maybe" } }));
  await assertRejects(() => over.learner.evaluate(input(TURNS)), LearnerOutputError);
  assertEquals(over.fake.questions.length, 2);
});

Deno.test("a session without turns is not judged", async () => {
  await using over = learnerOverFake(fakeLearningModel({}));
  assertEquals(await over.learner.evaluate(input([])), null);
  assertEquals(over.fake.questions.length, 0);
});

/** Which of the two sessions in a question is the regular one. */
function regularOf({ prompt }: FakeQuestion): "1" | "2" {
  return prompt.indexOf("Lena.") < prompt.indexOf("Omar.") ? "1" : "2";
}

Deno.test("S-139 S-140 all outcomes of a comparison map the same in both orders", async () => {
  const cases = [
    ["regular", true, "regular_is_better"],
    ["regular", false, "regular_is_slightly_better"],
    ["shadow", true, "shadow_is_better"],
    ["shadow", false, "shadow_is_slightly_better"],
    ["tie", false, "tied"],
  ] as const;
  await using over = learnerOverFake(fakeLearningModel({}));
  const orders = new Set<string>();
  for (const [winner, is_significantly_better, expected] of cases) {
    over.fake.setModel(fakeLearningModel({
      verdict: (question: FakeQuestion) => {
        const regular = regularOf(question);
        orders.add(regular);
        const shadow = regular === "1" ? "2" : "1";
        const better_request = winner === "tie" ? "tie" : winner === "regular" ? regular : shadow;
        return { is_success: true, better_request, is_significantly_better };
      },
    }));
    for (const sessionId of ["s1", "s2", "s3", "s4", "s5", "s6"]) {
      const verdict = await over.learner.evaluate(input(SHADOW_TURNS, sessionId));
      assertEquals(verdict?.regularVsShadow, expected);
    }
  }
  assertEquals(orders.size, 2);
});

Deno.test("S-139 S-141 S-142 success is asked for the regular course, tools are shown in both", async () => {
  await using over = learnerOverFake(fakeLearningModel({
    verdict: { is_success: false, better_request: 1, is_significantly_better: true },
  }));
  for (const sessionId of ["s1", "s2", "s3", "s4", "s5", "s6"]) {
    await over.learner.evaluate(input(SHADOW_TURNS, sessionId));
  }
  for (const question of over.fake.questions) {
    const regular = regularOf(question);
    assertStringIncludes(question.prompt, `are about session ${regular} only`);
    assertEquals(question.prompt.split('search({"query":"rota"})').length, 3);
  }
  const order = over.fake.questions.map(regularOf);
  await over.learner.evaluate(input(SHADOW_TURNS, "s1"));
  assertEquals(over.fake.questions.map(regularOf).at(-1), order[0]);
  assert(new Set(order).size === 2);
});
