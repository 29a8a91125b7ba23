import { assert, assertEquals, assertGreater } from "@std/assert";
import { assistant, learnt, user } from "../../../../tests/support/learning_memory.ts";
import { readWindow } from "../analysis/read.ts";
import { codeOf } from "./feature_sink.ts";
import { featureCodes, featureNames } from "./features.ts";
import { judge } from "./judge.ts";
import { unitsOf } from "./units.ts";

/** The units of one turn as they are judged. */
function placesOf(content: string) {
  const window = readWindow([
    { interactionId: 1, speaker: "user", content, expertContent: "", toolsUsed: [] },
  ]);
  return window.flatMap((read) =>
    read.sentences.flatMap((sentence) =>
      unitsOf(sentence).map((unit) => ({ read, sentence, unit, window }))
    )
  );
}

/** The words of each unit of a turn. */
function unitTexts(content: string): string[] {
  return placesOf(content).map(({ sentence, unit }) =>
    sentence.tokens.slice(unit.from, unit.to).map(({ text }) => text).join(" ")
  );
}

/** What is learnt of things that no rule reads; `A>` stands before an answer. */
const FACTS: readonly (readonly [string, string])[] = [
  ["There's a kiln in our shed, we fire twice a month.", "kiln"],
  ["I shoe horses for three riding schools along the coast.", "riding schools"],
  ["Mushrooms bring me out in a rash every time.", "ushrooms"],
  ["My left hand doesn't close any more since the accident.", "left hand"],
];

for (const [said, expected] of FACTS) {
  Deno.test(`the judge learns a fact that no rule reads: ${said}`, async () => {
    const facts = (await learnt([user(said)])).facts();
    assert(facts.some((fact) => fact.includes(expected)), JSON.stringify(facts));
  });
}

const RULES: readonly (readonly [string, string, string, string])[] = [
  [
    "When is the tide?",
    "At 4 pm.",
    "Hours on the 24-hour clock, I keep mixing them up.",
    "24-hour",
  ],
  ["Post it.", "Posted in #all.", "Anything about wages goes to the person alone!", "wages"],
  ["Sum it up.", "A long text.", "Whatever you sum up for the board fits on one page.", "one page"],
];

for (const [asked, answer, said, expected] of RULES) {
  Deno.test(`the judge learns a rule from a reaction: ${said}`, async () => {
    const memory = await learnt([user(asked), assistant(answer), user(said)]);
    assert(memory.rules().some((rule) => rule.includes(expected)), JSON.stringify(memory.rules()));
  });
}

Deno.test("the judge learns nothing of the moment, of others, of stories and of manners", async () => {
  const quiet = [
    "The train is standing in a field and my battery is nearly gone.",
    "Bed 4, Mrs Lind: no milk. Which tray is hers?",
    "Candidate C speaks Finnish and would rather start in May.",
    "Picture a baker in Graz with two sons. What would insurance cost him?",
    "My neighbour's cousin breeds alpacas, apparently.",
    "Sorry to be a pain, the second link is dead too.",
    "# Settings",
  ];
  for (const said of quiet) {
    const memory = await learnt([user(said)]);
    assertEquals([...memory.facts(), ...memory.rules()], [], said);
  }
});

Deno.test("a fact that the judge learns replaces what was told before about the same thing", async () => {
  const memory = await learnt(
    [user("Our stock list sits in a ring binder at the counter.")],
    [user("The ring binder's gone, our stock list sits in a spreadsheet now.")],
  );
  const facts = memory.facts().join(" | ");
  assert(facts.includes("spreadsheet"), facts);
  assertEquals(memory.facts().length, 1, facts);
});

Deno.test("a rule that is said again in other words stays one rule", async () => {
  const memory = await learnt(
    [user("Never use emojis."), assistant("Okay."), user("Emojis have no place in our letters.")],
  );
  assertEquals(memory.rules(), ["When answering → Do not use emojis"]);
});

Deno.test("what the judge learns carries its rule, its span and its confidence", async () => {
  const said = "There's a kiln in our shed, we fire twice a month.";
  const memory = await learnt([user(said)]);
  const [known] = [...memory.profiles.values()];
  assertEquals(known?.explain?.rule_id, "en.told.fact");
  assertGreater(known?.explain?.confidence.final ?? 0, 79);
  const quoted = known?.explain?.spans.map(({ start, end }) => said.slice(start, end));
  assertEquals(quoted?.[0], "There's a kiln in our shed");
});

Deno.test("unitsOf() cuts where something else is said", () => {
  assertEquals(unitTexts("I drive a tram, where do I park?"), [
    "I drive a tram ,",
    "where do I park",
  ]);
  assertEquals(unitTexts("In my novel, my aunt is a spy"), ["In my novel , my aunt is a spy"]);
  assertEquals(unitTexts("Stairs and I are no friends"), ["Stairs and I are no friends"]);
});

Deno.test("the numbers of features are those of their names", () => {
  for (const said of ["I keep four goats near Ghent", "Ich halte vier Ziegen bei Gent"]) {
    for (const place of placesOf(said)) {
      assertEquals(new Set(featureCodes(place)), new Set(featureNames(place).map(codeOf)));
    }
  }
});

Deno.test("judge() gives probabilities, whatever the features", () => {
  for (const codes of [[], [codeOf("bias:")], [codeOf("no such feature"), codeOf("w:keep")]]) {
    const { fact, passing, rule, nothing } = judge(codes);
    assert(Math.abs(fact + passing + rule + nothing - 1) < 1e-9);
    assertGreater(Math.min(fact, passing, rule, nothing), 0);
  }
  const twice = judge([codeOf("w:keep"), codeOf("w:keep")]);
  assertEquals(twice, judge([codeOf("w:keep")]));
});
