import { Buffer } from "node:buffer";
import { assertEquals } from "@std/assert";
import { abbreviationsIn } from "./abbreviations.ts";
import { embedText } from "./embed.ts";
import { SearchIndex } from "./search_index.ts";

/** As `short=long` texts. */
function found(text: string): string[] {
  return abbreviationsIn(text).map(({ short, long }) => `${short}=${long}`);
}

Deno.test("abbreviationsIn() finds short forms explained before or in brackets, by their initials", () => {
  assertEquals(found("We run continuous integration (CI) on every push."), ["ci=continu integr"]);
  assertEquals(found("CI (continuous integration) is slow."), ["ci=continu integr"]);
  assertEquals(found("a point of sale (POS) and a return on investment (RoI)"), [
    "pos=point sale",
    "roi=return invest",
  ]);
  assertEquals(found("the point of (POS)"), []);
  assertEquals(found("in the new office (CI) today"), []);
  assertEquals(found("CI (runs on the big machine) is slow"), []);
  assertEquals(found("see the note (see A) (Ab) (2024)"), []);
  assertEquals(found("(".repeat(50_000)), []);
});

const TEXTS = [
  "We run continuous integration (CI) on every push.",
  "The CI was red on Monday because a disk was full.",
  "Continuous integration must be green before a release.",
  "The garden needs continuous care in the summer.",
  "Lunch is at noon in the canteen.",
];

function indexOf(texts: readonly (readonly [number, string])[]): SearchIndex {
  const index = new SearchIndex({ fields: { content: 1 }, columns: {} });
  for (const [id, content] of texts) index.upsert({ id, fields: { content } });
  return index;
}

/** Hits by words and abbreviations alone: all vectors are the same. */
function search(index: SearchIndex, text: string, expandAbbreviations = true) {
  const vector = embedText("unrelated");
  return index.search({ text, vector, expandAbbreviations, expandMeaning: false })
    .map(({ id, score }) => [id, score]);
}

const ENTRIES = TEXTS.map((text, i) => [i, text] as const);

Deno.test("search() finds the long form by the short one and the short by the long one", () => {
  const index = indexOf(ENTRIES);
  assertEquals(search(index, "CI").map(([id]) => id).sort(), [0, 1, 2, 3]);
  assertEquals(search(index, "CI").at(-1)?.[0], 3);
  assertEquals(search(index, "CI", false).map(([id]) => id).sort(), [0, 1]);
  const ids = search(index, "continuous integration").map(([id]) => id);
  assertEquals(ids.includes(1), true);
  assertEquals(ids.at(-1), 3);
  assertEquals(search(index, "continuous integration", false).some(([id]) => id === 1), false);
  index.close();
});

Deno.test("search() forgets an abbreviation with the last document that explains it", () => {
  const index = indexOf(ENTRIES);
  index.remove(0);
  assertEquals(search(index, "CI").map(([id]) => id), [1]);
  index.upsert({ id: 9, fields: { content: "CI (continuous integration) is new here." } });
  assertEquals(search(index, "CI").map(([id]) => id).sort(), [1, 2, 3, 9]);
  index.close();
});

Deno.test("search() answers alike whatever the order of arrival, after compacting and from a snapshot", () => {
  const extra = [
    [10, "Ask customer insights (CI) first."],
    [11, "The customer insights team moved."],
  ] as const;
  const all = [...ENTRIES, ...extra];
  const index = indexOf(all);
  const reversed = indexOf([...all, [50, "A cold inlet (CI) leaks."] as const].toReversed());
  reversed.remove(50);
  const expected = search(index, "CI");
  assertEquals(search(reversed, "CI"), expected);
  reversed.compact();
  assertEquals(search(reversed, "CI"), expected);
  const restored = SearchIndex.restore(
    new Uint8Array(Buffer.concat([...reversed.snapshot()])),
    reversed.schema,
  );
  assertEquals(search(restored, "CI"), expected);
  for (const each of [index, reversed, restored]) each.close();
});
