import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fakeLearningModel } from "../../../tests/support/fake_learning_model.ts";
import type { FakeModel } from "../../../tests/support/fake_providers.ts";
import { learnInput } from "../../../tests/support/learn_inputs.ts";
import { learnerOverFake, WIRE_MODELS } from "../../../tests/support/model_learners.ts";
import { LlmConfigError } from "../../llm/mod.ts";
import { expansionText } from "./expand_document.ts";
import { ModelLearner } from "./mod.ts";
import { cleanQuery, historyBlock } from "./rewrite_query.ts";

const { config } = learnInput([]);
const signal = new AbortController().signal;
const REWRITE = { query: "fix it", history: [], config, signal };
const FAILING: FakeModel = () => ({ kind: "status", status: 500 });

for (const [wire, name] of Object.entries(WIRE_MODELS)) {
  Deno.test(`R-042 R-043 ${wire}: rewriteQuery() gives the model's query, null when it fails`, async () => {
    await using over = learnerOverFake(fakeLearningModel({ query: "`fix the  login error`" }), {
      name,
    });
    const history = [{ role: "user", content: "login fails" }];
    assertEquals(await over.learner.rewriteQuery({ ...REWRITE, history }), "fix the login error");
    assertStringIncludes(over.fake.questions[0]?.prompt ?? "", "[user]: login fails");
    await over.learner.rewriteQuery(REWRITE);
    assert(!over.fake.questions[1]?.prompt.includes("The conversation it comes from"));
    over.fake.setModel(FAILING);
    assertEquals(await over.learner.rewriteQuery(REWRITE), null);
  });

  Deno.test(`R-047 S-167 ${wire}: expandDocument() gives terms with synonyms, null when it fails`, async () => {
    const terms = [
      { term: "backup", synonyms: ["sync", "replication"] },
      { term: "deploy", synonyms: ["release"] },
    ];
    await using over = learnerOverFake(fakeLearningModel({ terms }), { name });
    assertEquals(
      await over.learner.expandDocument("Back up before you deploy", { config, signal }),
      "backup, sync, replication; deploy, release",
    );
    over.fake.setModel(FAILING);
    assertEquals(await over.learner.expandDocument("x", { config, signal }), null);
    over.fake.setModel(() => ({ kind: "text", text: "no JSON here" }));
    assertEquals(await over.learner.expandDocument("x", { config, signal }), null);
  });
}

Deno.test("R-044 cleanQuery() takes the first line and refuses what is no query", () => {
  assertEquals(cleanQuery('\n  "Who is on  call?" \nsecond'), "Who is on call?");
  assertEquals(cleanQuery("`plain`"), "plain");
  const refused = [
    "",
    "  \n ",
    "x".repeat(513),
    "?!…",
    "Here is the query",
    "Output: tea",
    'json {"q":1}',
    "```json\ntea\n```",
    "I cannot do that",
    "I can't say",
    "tea {1}",
    "tea [1]",
  ];
  assertEquals(refused.map(cleanQuery), refused.map(() => null));
});

Deno.test("R-045 historyBlock() holds the last ten turns up to 4,000 characters", () => {
  assertEquals(historyBlock([]), null);
  const turns = Array.from({ length: 12 }, (_, n) => ({ role: "user", content: `t${n}` }));
  assertEquals(historyBlock(turns)?.split("\n").length, 10);
  assert(historyBlock(turns)?.endsWith("[user]: t11"));
  const long = turns.map(({ role }) => ({ role, content: "x".repeat(1_500) }));
  assertEquals(historyBlock(long)?.split("\n").length, 2);
});

Deno.test("R-047 expansionText() reads both forms and drops what is no text", () => {
  assertEquals(
    expansionText({ backup: ["sync", 4, " ", "copy"], bad: "x", none: [] }),
    "backup, sync, copy",
  );
  assertEquals(expansionText({ a: ["b"], c: ["d, e; f"] }), "a, b; c, d e f");
  assertEquals(
    expansionText({ terms: [{ term: "a", synonyms: ["b"] }, { term: 3 }, null] }),
    "a, b",
  );
  assertEquals(expansionText(null), "");
  assertEquals(expansionText({}), "");
});

Deno.test("an empty text is not expanded, a long one is cut", async () => {
  await using over = learnerOverFake(fakeLearningModel({}));
  assertEquals(await over.learner.expandDocument("  ", { config, signal }), null);
  assertEquals(over.fake.questions.length, 0);
  await over.learner.expandDocument("y".repeat(9_000), { config, signal });
  assertEquals(over.fake.questions[0]?.prompt.match(/y{100,}/)?.[0].length, 4_000);
});

Deno.test("R-043 without a callable model search goes on with the query as it is", async () => {
  const learner = new ModelLearner({
    chatModel: () => {
      throw new LlmConfigError("Cannot call x: no key");
    },
  });
  assertEquals(await learner.rewriteQuery(REWRITE), null);
  assertEquals(await learner.expandDocument("text", { config, signal }), null);
  await assertRejects(
    () =>
      learner.aggregate({
        members: [],
        existing: [],
        aggregation: {
          min_cluster_size: 2,
          reaggregation_trigger_count: 2,
          clustering_similarity: 0.5,
          direction_overlap_threshold: 0.6,
        },
        config,
        signal,
      }),
    LlmConfigError,
  );
});
