import { assertEquals } from "@std/assert";
import { questionShare } from "./conversation.ts";
import { embedText } from "./embed.ts";
import { SearchIndex } from "./search_index.ts";

Deno.test("questionShare() is the share of words in questions, of texts that end in one", () => {
  assertEquals(questionShare("How old is Mira?"), 1);
  assertEquals(questionShare("She is six. Why do you ask?"), 4 / 7);
  assertEquals(questionShare("Why? Because she is six."), 0);
  assertEquals(questionShare("Version 1.2 is out. Did v1.3 fix it?"), 4 / 8);
  assertEquals(questionShare("元気ですか？"), 1);
  assertEquals(questionShare("?!"), 0);
  assertEquals(questionShare(""), 0);
});

/** A talk of these turns, numbered from 1, and one of somebody else after it. */
function talk(turns: readonly string[]): SearchIndex {
  const index = new SearchIndex({
    fields: { content: 1 },
    columns: { user: "keyword", talk: "keyword", at: "number", asks: "number" },
    conversation: { group: "talk", order: "at", asks: "asks" },
  });
  for (const [user, first] of [["ana", 1], ["bo", 101]] as const) {
    for (const [i, content] of turns.entries()) {
      const columns = { user, talk: user, at: i, asks: questionShare(content) };
      index.upsert({ id: first + i, fields: { content }, columns, vector: embedText(content) });
    }
  }
  return index;
}

const TURNS = [
  "Good morning to everybody here.",
  "Which pet lives in your flat?",
  "Fourteen years of purring, and deaf.",
  "The weather will turn on Sunday.",
];

Deno.test("search() finds an answer by its question, within the filters and the talk", () => {
  const index = talk(TURNS);
  const text = "pet in the flat";
  const filters = [{ column: "user", op: "eq", value: "ana" }] as const;
  const ids = (mode: "hybrid" | "fts" | "vector") =>
    index.search({ text, vector: embedText(text), mode, filters, minCosine: 0.5 })
      .map(({ id }) => id);
  assertEquals(ids("hybrid").slice(0, 2).sort(), [2, 3]);
  assertEquals(ids("hybrid").some((id) => Number(id) > 100), false);
  assertEquals(ids("fts"), [2]);
  assertEquals(ids("vector"), [2]);
  assertEquals(ids("hybrid"), ids("hybrid"));
  index.close();
});
