import { assert, assertEquals } from "@std/assert";
import {
  assistant,
  learnt,
  NOW_SEC,
  storedTurn,
  TestMemory,
  user,
} from "../../../tests/support/learning_memory.ts";
import { findAll } from "./analysis/extract.ts";
import { ReadTexts } from "./analysis/read.ts";
import { EmbeddedLearner } from "./mod.ts";
import { compile } from "./rules/pattern.ts";
import { ALL_RETRACTIONS, FACT_RULES } from "./rules/index.ts";
import { hasCardNumber, passesLuhn } from "./guards/secrets.ts";
import { normalise } from "./text/normalise.ts";
import { isOneEditApart } from "./text/repair.ts";
import { rawTokens } from "./text/tokens.ts";
import type { Turn } from "./types.ts";

/** A small deterministic generator, so that a failure repeats. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Turns whose reading hangs on the ones before: a language, a role play, an answer. */
const DIALOGUE: readonly (readonly ["user" | "assistant", string])[] = [
  ["user", "Ich wohne in Vaasa und arbeite als Köchin."],
  ["user", "Ja."],
  ["assistant", "Shall I keep it short?"],
  ["user", "Yes, always keep it short, please."],
  ["user", "Let's pretend I am a pirate. I live in a cave."],
  ["user", "I am allergic to parrots."],
  ["user", "Seriously now: I am allergic to nuts."],
  ["assistant", "Done, 12 mails sent."],
  ["user", "No! Always ask before you send mails."],
  ["user", "Ja."],
];

const PIECES = [
  "I live in Vaasa",
  "always",
  "never",
  "please",
  "my",
  "dog",
  "?",
  "!",
  ".",
  ",",
  "\n",
  "\n\n",
  "```",
  "'",
  '"',
  "“",
  "”",
  "<x>",
  "</x>",
  "{",
  "}",
  "(",
  "if",
  "when",
  "you",
  "answer",
  "in French",
  "allergic to",
  "nuts",
  "我住在青岛",
  "住んで",
  "ich",
  "wohne in",
  "Passau",
  "prefer",
  "to",
  "over",
  "not",
  "1,200",
  "euros",
  "🙃",
  "\u200b",
  "e\u0301",
  "    ",
  "\t",
  "- ",
  "> ",
  "I'm",
  "don't",
  "no",
  "stop",
  "emojis",
  "too long",
  "because",
  "and",
  "so",
  "the",
  "a",
  ":",
  ";",
  "…",
];

function junk(random: () => number, pieces: number): string {
  let out = "";
  for (let count = 0; count < pieces; count++) {
    out += `${PIECES[Math.floor(random() * PIECES.length)] ?? ""}${random() < 0.8 ? " " : ""}`;
  }
  return out;
}

function turnsOf(texts: readonly string[]): Turn[] {
  return texts.map((content, index) => ({
    interactionId: index + 1,
    speaker: index % 3 === 1 ? "assistant" : "user",
    content,
    expertContent: "",
    toolsUsed: [],
  }));
}

Deno.test("findAll() never throws and keeps every span inside its turn when text is junk", () => {
  const random = generator(7);
  for (let round = 0; round < 300; round++) {
    const texts = [1, 2, 3].map(() => junk(random, 1 + Math.floor(random() * 40)));
    const found = findAll(turnsOf(texts), { nowSec: NOW_SEC });
    for (const finding of [...found.profiles, ...found.playbooks]) {
      for (const span of finding.spans) {
        const raw = texts[span.interaction_id - 1] ?? "";
        assert(span.start >= 0 && span.start <= span.end && span.end <= raw.length);
      }
    }
    assert(!found.declined.some((entry) => entry.reason === "fault"));
  }
});

Deno.test("findAll() gives the same findings when it runs twice", () => {
  const random = generator(11);
  for (let round = 0; round < 40; round++) {
    const turns = turnsOf([junk(random, 30), junk(random, 20), junk(random, 30)]);
    const first = findAll(turns, { nowSec: NOW_SEC });
    const second = findAll(turns, { nowSec: NOW_SEC });
    assertEquals(first.profiles, second.profiles);
    assertEquals(first.playbooks, second.playbooks);
  }
});

Deno.test("EmbeddedLearner keeps spans that reproduce the cue in the raw text (S-985)", async () => {
  const said =
    "So\u200b  I\u2019m allergic  to café nuts, and I live in Vaasa. Always reply in Dutch.";
  const memory = await learnt([user(said)]);
  const records = [...memory.profiles.values(), ...memory.playbooks.values()].map(({ explain }) =>
    explain
  );
  assert(records.length >= 3);
  for (const record of records) {
    const cue = record?.spans.find((span) => span.part === "cue");
    const words = said.slice(cue?.start ?? 0, cue?.end ?? 0);
    assert(/allergic|live|reply|always/i.test(words), words);
  }
});

Deno.test("findAll() drops only the turn that uses up its budget (S-907)", () => {
  const heavy = "if you when I always never please ".repeat(600);
  const found = findAll(turnsOf([heavy, "ok", "I live in Vaasa."]), { nowSec: NOW_SEC });
  assert(found.profiles.some((profile) => profile.content === "Lives in Vaasa"));
});

Deno.test("findAll() reads only the ends of a very long turn (S-905)", () => {
  const found = findAll(
    turnsOf([`I live in Vaasa. ${"word ".repeat(6_000)}I'm allergic to nuts.`]),
    { nowSec: NOW_SEC },
  );
  assertEquals(found.profiles.map((profile) => profile.content).toSorted(), [
    "Is allergic to nuts",
    "Lives in Vaasa",
  ]);
});

Deno.test("EmbeddedLearner swaps names, places and foods along with the text (S-999)", async () => {
  for (
    const [place, food] of [["Vaasa", "kiwi"], ["Zug", "rye"], ["New Plymouth", "sesame"]] as const
  ) {
    const memory = await learnt([user(`I live in ${place} and I'm allergic to ${food}.`)]);
    assertEquals(memory.facts().toSorted(), [`Is allergic to ${food}`, `Lives in ${place}`]);
  }
});

Deno.test("EmbeddedLearner changes nothing when the same window runs again (S-969)", async () => {
  const memory = new TestMemory();
  await memory.publish([user("I live in Gdynia. Always reply in Dutch."), assistant("ok")]);
  const before = JSON.stringify([[...memory.profiles], [...memory.playbooks]]);
  await memory.learn(
    memory.turns.map((interaction) => ({ interaction, sessionId: null, isNew: false })),
    NOW_SEC + 500,
  );
  assertEquals(JSON.stringify([[...memory.profiles], [...memory.playbooks]]), before);
});

Deno.test("FACT_RULES and ALL_RETRACTIONS have unique ids and cues that compile (S-997)", () => {
  const ids = [...FACT_RULES, ...ALL_RETRACTIONS].map((rule) => rule.id);
  assertEquals(new Set(ids).size, ids.length);
  for (const rule of [...FACT_RULES, ...ALL_RETRACTIONS]) {
    for (const cue of rule.cue) assert(compile(cue).length > 0);
  }
});

Deno.test("normalise() leads offsets back to the raw text when characters are dropped or composed", () => {
  const raw = "a\u200b\u200b  e\u0301x";
  const { text, toRaw } = normalise(raw);
  assertEquals(text, "a éx");
  assertEquals(raw.slice(toRaw(text.indexOf("x"))), "x");
});

Deno.test("rawTokens() cuts plain text as it cuts the same text among other scripts", () => {
  const random = generator(11);
  const pieces = [
    ..."abzAZ09 .,:;'-_&+#$%()!?\"/\\@\n\t",
    "24-hour",
    "12-hours",
    "$1,000.50",
    "30min",
    "C++",
    "can't",
    "e.g.",
    "...",
    "a_b-c",
    "5%",
  ];
  for (let run = 0; run < 2_000; run++) {
    const text = Array.from({ length: 24 }, () => pieces[Math.floor(random() * pieces.length)])
      .join("");
    const others = rawTokens(`${text} \u00e9`, 0, text.length + 2, []);
    assertEquals(rawTokens(text, 0, text.length, []), others.slice(0, -1), JSON.stringify(text));
  }
});

Deno.test("windows that overlap are read as windows that nobody read before", () => {
  const turns: Turn[] = DIALOGUE.map(([speaker, content], index) => ({
    speaker,
    content,
    interactionId: index + 1,
    expertContent: "",
    toolsUsed: [],
  }));
  const texts = new ReadTexts();
  const told = (window: readonly Turn[], options = {}) => {
    const { profiles, playbooks, retractions, declined } = findAll(window, {
      nowSec: NOW_SEC,
      ...options,
    });
    return JSON.stringify([profiles, playbooks, retractions, declined]);
  };
  for (let from = 0; from < turns.length; from++) {
    for (let to = from + 1; to <= turns.length; to++) {
      const window = turns.slice(from, to);
      assertEquals(told(window, { texts }), told(window));
    }
  }
});

Deno.test("isOneEditApart() tells one change, insertion, deletion or swap from more", () => {
  assert(isOneEditApart("always", "alwys"));
  assert(isOneEditApart("always", "alwasy"));
  assert(!isOneEditApart("always", "always"));
  assert(!isOneEditApart("always", "also"));
});

Deno.test("passesLuhn() and hasCardNumber() tell cards from other numbers", () => {
  assert(passesLuhn("4111111111111111"));
  assert(!passesLuhn("4111111111111112"));
  assert(hasCardNumber("card 5555 5555 5555 4444"));
  assert(!hasCardNumber("order 1234 5678 9012 3456"));
});

Deno.test("EmbeddedLearner.explain() shows each sentence with its mood and the rules that fired or declined", () => {
  const turns = [user("I live in Vaasa. If I lived in Oslo, would it be dearer?\n`x = 1; y();`")]
    .map((turn, index) => ({
      interaction: storedTurn(turn, index + 1),
      sessionId: null,
      isNew: true,
    }));
  const [account] = new EmbeddedLearner().explain(turns, NOW_SEC);
  assertEquals(account?.sentences.map(({ clauses }) => clauses[0]?.mood), [
    "statement",
    "hypothetical",
  ]);
  assertEquals(
    account?.sentences[0]?.rules.map((
      { rule_id, outcome, content },
    ) => [rule_id, outcome, content]),
    [["en.place.home.live_in", "learnt", "Lives in Vaasa"]],
  );
  assert(account?.hidden.some(({ kind }) => kind === "code" || kind === "inline_code"));
});

Deno.test("EmbeddedLearner keeps a record with the reason when it declines", async () => {
  const memory = await learnt([
    user("I used to live in Turku. My password is hunter2secret and I live in Vaasa."),
  ]);
  assertEquals(memory.facts(), []);
  assert(memory.declined.some((record) => record.reason === "sensitive" && record.value === null));
});

/** Words that lead in what is said, or go on without an end. */
const SAID_AGAIN =
  `and please ok no so but for all now then hi also well just only sorry thanks yes right oh wait never always again very
not my our the every some when if before because of in that it you i we is are do can should want use give make keep write
bullets one 3 10% "x" (x) x/y I'm it's let's no, so, please, ok. well; und bitte nein immer nie für por favor siempre et non
toujours e não sempre 请 不 いつも`.split(/\s+/);

Deno.test("EmbeddedLearner reads a word that is said hundreds of times without getting lost in it", async () => {
  for (const word of [...SAID_AGAIN, "from now on", "new rule", "I said", "make sure"]) {
    for (const end of ["", ": the list.", ", never x", "? no"]) {
      const { profiles } = await learnt([
        assistant("Here is the table."),
        user(`${word} `.repeat(200) + end),
      ]);
      assert(profiles.size <= 1, word);
    }
  }
});
