import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fakeLearningModel } from "../../../tests/support/fake_learning_model.ts";
import type { FakeModel } from "../../../tests/support/fake_providers.ts";
import {
  explainOf,
  knownPlaybook,
  knownProfile,
  learnInput,
  NOW_SEC,
  PLAYBOOK_EXTRACTOR,
  playbookCandidate,
  profileCandidate,
  turnsOf,
} from "../../../tests/support/learn_inputs.ts";
import { learnerOverFake } from "../../../tests/support/model_learners.ts";
import type { Known, ProfileCandidate } from "../learner.ts";
import type { ProfileRow } from "../../store/rows.ts";

const TURNS = turnsOf({ content: "I moved to Oslo." }, { content: "I sold the boat." });

interface ProfileCase {
  readonly model: FakeModel;
  readonly candidates: readonly ProfileCandidate[];
  readonly stored?: readonly Known<ProfileRow>[];
  readonly deduplicates?: boolean;
}

async function profiles({ model, candidates, stored = [], deduplicates = true }: ProfileCase) {
  await using over = learnerOverFake(model, { deduplicates });
  const result = await over.learner.reconcileProfiles({
    ...learnInput(TURNS),
    candidates,
    known: stored,
    findSimilar: () => Promise.resolve(stored),
  });
  return { ...result, questions: over.fake.questions };
}

function group(
  item_ids: readonly unknown[],
  merged_content: unknown,
  merged_time_to_live = "one_year",
) {
  return { item_ids, merged_content, merged_time_to_live, reasoning: "same" };
}

const OSLO = profileCandidate({ content: "Lives in Oslo" });
const BOAT = profileCandidate({ content: "Has a boat", evidenceIds: [102] });

Deno.test("S-069 the question lists items with lifetime, source and last change", async () => {
  const { questions } = await profiles({
    model: fakeLearningModel({}),
    candidates: [OSLO],
    stored: [knownProfile({ last_modified_timestamp: 1_700_000_000 })],
  });
  const prompt = questions[0]?.prompt ?? "";
  assertStringIncludes(
    prompt,
    'NEW-0: "Lives in Oslo" (time_to_live: one_year, source: "chat", last change: 2025-10-09',
  );
  assertStringIncludes(prompt, 'EXISTING-0: "Lives in Bergen" (time_to_live: one_year');
  assertStringIncludes(prompt, "last change: 2023-11-14 22:13 UTC)");
});

Deno.test("S-070 S-208 a group becomes one row, with the features of all its members", async () => {
  const { changes } = await profiles({
    model: fakeLearningModel({
      groups: [group(["NEW-0", "EXISTING-0"], "Lives in Oslo since May", "infinity")],
    }),
    candidates: [{ ...OSLO, customFeatures: { mood: "new" } }],
    stored: [knownProfile({ custom_features: { mood: "old", since: 2019 } })],
  });
  assertEquals(changes.length, 1);
  const [change] = changes;
  if (change?.op !== "add") throw new Error("not added");
  assertEquals(change.replaces, ["p1"]);
  assertEquals(change.candidate.content, "Lives in Oslo since May");
  assertEquals(change.candidate.timeToLive, "infinity");
  assertEquals(change.candidate.customFeatures, { mood: "new", since: 2019 });
  assertEquals([change.explain.outcome, change.explain.replaced_ids], ["replaced", ["p1"]]);
  assertEquals(change.explain.verdicts["reconcile"], "prompt:profile_deduplication.v1");
});

Deno.test("S-071 forgotten items are added, ids of a wrong form or range ignored", async () => {
  const { changes } = await profiles({
    model: fakeLearningModel({
      groups: [group(["NEW-9", "new-0", "EXISTING-0", 7, "NEW-0"], "Lives in Oslo")],
    }),
    candidates: [OSLO, BOAT],
    stored: [knownProfile({})],
  });
  assertEquals(
    changes.map((change) => change.op === "add" ? [change.candidate.content, change.replaces] : []),
    [["Lives in Oslo", ["p1"]], ["Has a boat", []]],
  );
});

Deno.test("S-065 an unknown merged lifetime falls back to the first new item's", async () => {
  const { changes } = await profiles({
    model: fakeLearningModel({ groups: [group(["NEW-0", "NEW-1"], "Both", "forever")] }),
    candidates: [{ ...OSLO, timeToLive: "one_quarter" }, BOAT],
  });
  const [change] = changes;
  assertEquals(change?.op === "add" ? change.candidate.timeToLive : null, "one_quarter");
  assertEquals(change?.op === "add" ? change.candidate.evidenceIds : null, [101, 102]);
});

Deno.test("S-072 a failing question keeps every new item and removes nothing", async () => {
  for (
    const model of [
      (() => ({ kind: "status", status: 500 })) satisfies FakeModel,
      (() => ({ kind: "text", text: "no idea" })) satisfies FakeModel,
    ]
  ) {
    const { changes } = await profiles({
      model,
      candidates: [OSLO, profileCandidate({ content: "lives in  bergen" })],
      stored: [knownProfile({})],
    });
    assertEquals(changes.map((change) => change.op), ["add", "renew"]);
    assertEquals(
      changes.some((change) => change.op === "add" && change.replaces.length > 0),
      false,
    );
  }
});

Deno.test("S-073 S-209 a group of stored items only changes nothing", async () => {
  const { changes } = await profiles({
    model: fakeLearningModel({ groups: [group(["EXISTING-0", "EXISTING-1"], "Lives somewhere")] }),
    candidates: [OSLO],
    stored: [knownProfile({}), knownProfile({ profile_id: "p2" })],
  });
  assertEquals(changes.map((change) => change.op === "add" && change.replaces.length), [0]);
});

Deno.test("S-208 an item in two groups gives one row", async () => {
  const { changes } = await profiles({
    model: fakeLearningModel({
      groups: [
        group(["NEW-0", "EXISTING-0"], "Lives in Oslo"),
        group(["NEW-0", "NEW-1"], "Lives in Oslo with a boat"),
      ],
    }),
    candidates: [OSLO, BOAT],
    stored: [knownProfile({})],
  });
  assertEquals(changes.map((change) => change.op === "add" ? change.candidate.content : ""), [
    "Lives in Oslo",
    "Has a boat",
  ]);
});

Deno.test("S-067 nothing is asked when comparing is off or there is nothing to compare", async () => {
  const off = await profiles({
    model: fakeLearningModel({ groups: [group(["NEW-0", "EXISTING-0"], "x")] }),
    candidates: [OSLO],
    stored: [knownProfile({})],
    deduplicates: false,
  });
  const alone = await profiles({ model: fakeLearningModel({}), candidates: [OSLO] });
  const none = await profiles({ model: fakeLearningModel({}), candidates: [] });
  assertEquals([off, alone, none].map((result) => result.questions.length), [0, 0, 0]);
  assertEquals([off, alone, none].map((result) => result.changes.length), [1, 1, 0]);
});

Deno.test("S-082 a row written by hand after the evidence is kept, the learnt item its duplicate", async () => {
  const byHand = knownProfile({ last_modified_timestamp: NOW_SEC }, null);
  const model = fakeLearningModel({ groups: [group(["NEW-0", "EXISTING-0"], "Lives in Oslo")] });
  const late = await profiles({ model, candidates: [OSLO], stored: [byHand] });
  assertEquals(late.changes, []);
  assertEquals(late.declined.map(({ reason, merged_into }) => [reason, merged_into]), [
    ["edited_by_hand", "p1"],
  ]);
  const early = await profiles({ model, candidates: [OSLO], stored: [knownProfile({}, null)] });
  assertEquals(early.changes.map((change) => change.op === "add" && change.replaces), [["p1"]]);
});

Deno.test("a retraction removes what it names, and is declined when there is nothing", async () => {
  const retraction = profileCandidate({
    intent: "retract",
    content: "",
    evidenceIds: [102],
    explain: explainOf({ value: "Has a boat", outcome: "retracted" }),
  });
  const gone = await profiles({
    model: fakeLearningModel({ groups: [group(["NEW-0", "EXISTING-0"], "")] }),
    candidates: [retraction],
    stored: [knownProfile({ content: "Has a sailing boat" })],
  });
  assertEquals(gone.changes.map((change) => change.op === "remove" ? change.ids : null), [["p1"]]);
  assertStringIncludes(gone.questions[0]?.prompt ?? "", '"Has a boat"');
  assertStringIncludes(gone.questions[0]?.prompt ?? "", "retraction)");
  const nothing = await profiles({ model: fakeLearningModel({}), candidates: [retraction] });
  assertEquals(nothing.changes, []);
  assertEquals(nothing.declined.map((record) => record.reason), ["nothing_to_retract"]);
});

Deno.test("an aborted run does not fall back to keeping everything", async () => {
  const gate = Promise.withResolvers<void>();
  await using over = learnerOverFake(() => {
    gate.resolve();
    return { kind: "hang" };
  });
  const run = new AbortController();
  const result = over.learner.reconcileProfiles({
    ...learnInput(TURNS),
    signal: run.signal,
    candidates: [OSLO],
    known: [],
    findSimilar: () => Promise.resolve([knownProfile({})]),
  });
  await gate.promise;
  run.abort(new RangeError("lease lost"));
  await assertRejects(() => result, RangeError, "lease lost");
});

Deno.test("S-093 S-094 S-095 playbooks merge as whole rules, evidence united, searched by trigger", async () => {
  const merged = { trigger: "Quoting prices", content: "Use kroner", rationale: "Norway" };
  const searches: unknown[] = [];
  await using over = learnerOverFake(fakeLearningModel({
    groups: [group(["NEW-0", "EXISTING-0"], merged)],
  }));
  const { changes } = await over.learner.reconcilePlaybooks({
    ...learnInput(TURNS, {
      user_playbook_extractor_configs: [{
        ...PLAYBOOK_EXTRACTOR,
        deduplication_config: { search_threshold: 0.7, search_top_k: 3 },
      }],
    }),
    candidates: [
      playbookCandidate({ evidenceIds: [102] }),
      playbookCandidate({ trigger: null, content: "Be brief" }),
    ],
    known: [],
    findSimilar: (text, options) => {
      searches.push([text, options]);
      return Promise.resolve([knownPlaybook({ rationale: "old" })]);
    },
  });
  assertEquals(searches, [
    ["Quoting prices", { topK: 3, threshold: 0.7 }],
    ["Be brief", { topK: 3, threshold: 0.7 }],
  ]);
  const [change, other] = changes;
  if (change?.op !== "add") throw new Error("not added");
  assertEquals(change.replaces, [1]);
  assertEquals([change.candidate.content, change.candidate.rationale], ["Use kroner", "Norway"]);
  assertEquals(change.candidate.evidenceIds, [7, 102]);
  assertEquals(other?.op === "add" && other.candidate.content, "Be brief");
});

Deno.test("S-085 S-096 a merged rule without content is made from its other fields, or the new one stays", async () => {
  const answers = [
    { trigger: "Quoting", content: "", blocking_issue: { kind: "missing_tool", details: "rates" } },
    { content: " " },
  ];
  const contents: string[] = [];
  for (const merged of answers) {
    await using over = learnerOverFake(fakeLearningModel({
      groups: [group(["NEW-0", "EXISTING-0"], merged)],
    }));
    const { changes } = await over.learner.reconcilePlaybooks({
      ...learnInput(TURNS),
      candidates: [playbookCandidate({})],
      known: [],
      findSimilar: () => Promise.resolve([knownPlaybook({})]),
    });
    const [change] = changes;
    contents.push(change?.op === "add" ? change.candidate.content : "");
  }
  assertEquals(contents, ['Trigger: "Quoting"\nBlocked by: [missing_tool] rates', "Use euros"]);
});
