import { Buffer } from "node:buffer";
import { assertEquals } from "@std/assert";
import { questionShare } from "./conversation.ts";
import { embedText } from "./embed.ts";
import { SearchIndex } from "./search_index.ts";
import { speakerOf } from "./talk_cues.ts";

/** A turn: who speaks, and what. */
type Turn = readonly [speaker: string, content: string];

function add(index: SearchIndex, id: number, user: string, [speaker, content]: Turn): void {
  index.upsert({
    id,
    fields: { content },
    columns: {
      user,
      at: id,
      asks: questionShare(content),
      speaker: speakerOf(speaker, content),
    },
    vector: embedText(content),
  });
}

/** An index of turns of one talk, ids from 1. */
function talk(turns: readonly Turn[]): SearchIndex {
  const index = new SearchIndex({
    fields: { content: 1 },
    columns: { user: "keyword", at: "number", asks: "number", speaker: "keyword" },
    conversation: { group: "user", order: "at", asks: "asks", speaker: "speaker" },
  });
  for (const [i, turn] of turns.entries()) add(index, i + 1, "u1", turn);
  return index;
}

function first(index: SearchIndex, text: string, user = "u1"): string | number | undefined {
  const filters = [{ column: "user", op: "eq", value: user }] as const;
  return index.search({ text, vector: embedText(text), filters })[0]?.id;
}

const SPACER: Turn = [
  "Cleo",
  "The harbour was closed because of the storm that came in overnight.",
];

const GARDEN: readonly Turn[] = [
  ["Ada", "I planted three rows of tomatoes behind the garden shed and watered them all."],
  SPACER,
  SPACER,
  ["Bo", "I planted three rows of carrots behind the garden shed and watered them all."],
];

Deno.test("search() prefers the turns of whom the query names first", () => {
  const index = talk(GARDEN);
  assertEquals(first(index, "What was planted by Ada?"), 1);
  assertEquals(first(index, "What was planted by Bo?"), 4);
  assertEquals(first(index, "What did Bo tell Ada about what was planted?"), 4);
  assertEquals(first(index, "What did Ada tell Bo about what was planted?"), 1);
  index.close();
});

Deno.test("search() prefers nobody when a name is only that of a speaker of other rows", () => {
  const index = talk(GARDEN);
  const before = first(index, "What did Zoe plant?");
  add(index, 90, "u2", ["Zoe", "I planted nothing at all."]);
  assertEquals(first(index, "What did Zoe plant?"), before);
  assertEquals(first(index, "What did Zoe plant?", "u2"), 90);
  index.remove(90);
  assertEquals(first(index, "What did Zoe plant?"), before);
  index.close();
});

Deno.test("search() prefers turns that tell a time when a time is asked for", () => {
  const index = talk([
    ["Ada", "We visited the old lighthouse together with our cousins and climbed all the steps."],
    SPACER,
    SPACER,
    ["Ada", "We visited the old lighthouse together with our cousins on the second last Tuesday."],
  ]);
  assertEquals(first(index, "When did they visit the lighthouse?"), 4);
  index.close();
});

Deno.test("search() prefers turns that say something to short ones with the same words", () => {
  const index = talk([
    ["Ada", "The lighthouse trip!"],
    SPACER,
    SPACER,
    [
      "Bo",
      "On the lighthouse trip we climbed the steps, ate cold soup, and saw two seals on the rocks below.",
    ],
  ]);
  assertEquals(first(index, "lighthouse trip soup"), 4);
  index.close();
});

Deno.test("search() ranks turns alike after a snapshot", () => {
  const index = talk(GARDEN);
  const restored = SearchIndex.restore(
    new Uint8Array(Buffer.concat([...index.snapshot()])),
    index.schema,
  );
  const text = "What was planted by Bo?";
  const query = { text, vector: embedText(text) };
  assertEquals(restored.search(query), index.search(query));
  index.close();
  restored.close();
});
