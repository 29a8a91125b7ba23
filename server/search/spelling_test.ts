import { assertEquals } from "@std/assert";
import { editDistance } from "./edit_distance.ts";
import { Lexicon } from "./lexicon.ts";
import { SpellingIndex } from "./spelling.ts";

/** The distance by the textbook, without bounds. */
function plainDistance(a: string, b: string): number {
  const at = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const same = a[i - 1] === b[j - 1];
    let cost = Math.min(
      table(i - 1, j) + 1,
      table(i, j - 1) + 1,
      table(i - 1, j - 1) + (same ? 0 : 1),
    );
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (swapped) cost = Math.min(cost, table(i - 2, j - 2) + 1);
    return cost;
  };
  const known = new Map<number, number>();
  const table = (i: number, j: number): number => {
    const key = i * 100 + j;
    const value = known.get(key) ?? at(i, j);
    known.set(key, value);
    return value;
  };
  return table(a.length, b.length);
}

Deno.test("editDistance() equals the textbook's distance up to its limit", () => {
  const words = ["", "a", "ab", "ba", "abc", "acb", "cab", "abcd", "badc", "aabb", "bbaa", "abab"];
  for (const a of words) {
    for (const b of words) {
      for (const limit of [1, 2, 3]) {
        const wanted = Math.min(plainDistance(a, b), limit + 1);
        assertEquals(editDistance(a, b, limit), wanted, `${a} ${b} ${limit}`);
      }
    }
  }
});

function spellingOf(words: readonly string[]): { lexicon: Lexicon; spelling: SpellingIndex } {
  const lexicon = new Lexicon();
  for (const word of words) lexicon.countForm(lexicon.intern(word, word), 1);
  return { lexicon, spelling: new SpellingIndex(lexicon) };
}

Deno.test("near() finds swapped, missing, doubled and wrong letters, nearest first", () => {
  const { lexicon, spelling } = spellingOf(["window", "widow", "landing", "paper", "coriander"]);
  const near = (word: string) => spelling.near(word).map(({ formId }) => lexicon.formAt(formId));
  assertEquals(near("widnow"), ["widow", "window"]);
  assertEquals(near("lannding"), ["landing"]);
  assertEquals(near("papre"), ["paper"]);
  assertEquals(near("corriandr"), ["coriander"]);
  assertEquals(near("xyzzy"), []);
});

Deno.test("near() never mends numbers and codes, nor very short words", () => {
  const { spelling } = spellingOf(["e4712", "cat", "2024"]);
  for (const word of ["e4711", "cut", "2025"]) assertEquals(spelling.near(word), []);
});

Deno.test("near() and startingWith() leave out words that no document has any more", () => {
  const { lexicon, spelling } = spellingOf(["refund", "refunding"]);
  assertEquals(spelling.startingWith("refun").length, 2);
  lexicon.countForm(0, -1);
  assertEquals(spelling.startingWith("refun"), [1]);
  assertEquals(spelling.near("refundd"), []);
});
