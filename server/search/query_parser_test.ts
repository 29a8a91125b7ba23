import { assertEquals } from "@std/assert";
import { parseQuery } from "./query_parser.ts";

const words = (text: string) => parseQuery(text).words.map((word) => word.token.term);

/** Alternatives with words in place of numbers. */
function alternatives(text: string) {
  const parsed = parseQuery(text);
  const spell = (places: readonly number[]) => places.map((p) => parsed.words[p]?.token.term);
  return parsed.alternatives?.map(({ all, none }) => ({ all: spell(all), none: spell(none) }));
}

Deno.test("R-024 parseQuery() joins words by OR and lets them be stemmed", () => {
  assertEquals(parseQuery("logged errors").alternatives, undefined);
  assertEquals(parseQuery("logged errors").words.map((w) => w.token.stem), ["log", "error"]);
});

Deno.test("R-025 parseQuery() keeps capital operators once and drops stray ones and NEAR", () => {
  const one = (all: string[], none: string[] = []) => ({ all, none });
  assertEquals(alternatives("cat OR dog"), [one(["cat"]), one(["dog"])]);
  assertEquals(alternatives("cat OR OR dog"), [one(["cat"]), one(["dog"])]);
  assertEquals(alternatives("OR cat AND dog NOT"), [one(["cat", "dog"])]);
  assertEquals(alternatives("cat NOT dog bird"), [one(["cat", "bird"], ["dog"])]);
  assertEquals(alternatives("cat NEAR dog"), undefined);
  assertEquals(words("cat NEAR dog"), ["cat", "dog"]);
  assertEquals(alternatives("cat or dog"), undefined);
});

Deno.test("R-026 parseQuery() marks the last word as unfinished, unless something follows it", () => {
  assertEquals(parseQuery("ask refun").words.map((w) => w.isLast), [false, true]);
  assertEquals(parseQuery("ask refun?").words.map((w) => w.isLast), [false, false]);
});

Deno.test("R-027 parseQuery() finds no word in empty input, punctuation or operators alone", () => {
  for (const text of ["", "   ", "?!...", "()[]{}\"'", "AND", "OR NOT", "NEAR"]) {
    assertEquals(words(text), [], text);
  }
  assertEquals(words(`"it's (a [trap`), ["trap"]);
});

Deno.test("parseQuery() drops stop words only while others remain", () => {
  assertEquals(words("what is the budget"), ["budget"]);
  assertEquals(words("who are you"), ["who", "are", "you"]);
});

Deno.test("parseQuery() asks for pairs of characters where a script has no blanks", () => {
  assertEquals(words("東京都"), ["東京", "京都"]);
  assertEquals(words("猫"), ["猫"]);
});
