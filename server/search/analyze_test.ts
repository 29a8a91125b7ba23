import { assert, assertEquals } from "@std/assert";
import { analyze } from "./analyze.ts";

const terms = (text: string) => analyze(text).map((token) => token.term);

Deno.test("analyze() keeps apostrophes inside words and stems the possessive away", () => {
  assertEquals(terms("Don’t touch the user's dog"), ["don't", "touch", "the", "user's", "dog"]);
  assertEquals(analyze("user's")[0]?.stem, "user");
});

Deno.test("analyze() keeps identifiers whole and in parts", () => {
  assertEquals(terms("src/main.ts"), ["src/main.ts", "src", "main", "ts"]);
  assertEquals(terms("ERR_CONN_RESET"), ["err_conn_reset", "err", "conn", "reset"]);
  assertEquals(terms("--no-verify"), ["--no-verify", "no", "verify"]);
  assertEquals(terms("v1.2.3"), ["v1.2.3", "v1"]);
  assertEquals(terms("readFile"), ["readfile", "read", "file"]);
  assertEquals(terms("E4711"), ["e4711"]);
  assertEquals(terms("C++ and C#"), ["c++", "and", "c#"]);
});

Deno.test("analyze() gives the place of each token in the text", () => {
  const text = "say naïve, 東京 ok";
  for (const { start, end, kind, term } of analyze(text)) {
    if (kind !== "accented") continue;
    assertEquals(text.slice(start, end).toLowerCase(), term);
  }
  assertEquals(analyze(text).at(-1), { term: "ok", stem: "ok", start: 14, end: 16, kind: "word" });
});

Deno.test("analyze() folds accents and keeps the accented spelling too", () => {
  assertEquals(terms("Café"), ["cafe", "café"]);
  assertEquals(terms("cafe\u0301"), terms("café"));
  assertEquals(terms("ﬁne"), ["fine"]);
});

Deno.test("analyze() cuts scripts without blanks into characters and pairs", () => {
  assertEquals(terms("我喜欢"), ["我", "我喜", "喜", "喜欢", "欢"]);
  assertEquals(terms("ok東京2"), ["ok", "東", "東京", "京", "2"]);
});

Deno.test("analyze() keeps vowel signs of Hindi and drops those of Arabic", () => {
  assertEquals(terms("हिन्दी में"), ["हिन्दी", "में"]);
  assertEquals(terms("مُحَمَّد")[0], "محمد");
});

Deno.test("analyze() shortens a word of 50 KB and tells two of them apart", () => {
  const [long] = terms("x".repeat(50_000));
  const [other] = terms(`${"x".repeat(50_000)}y`);
  assert(long !== undefined && long.length <= 64);
  assert(long !== other);
});

Deno.test("analyze() files irregular forms under their base form", () => {
  assertEquals(analyze("went children taught").map((token) => token.stem), [
    "go",
    "child",
    "teach",
  ]);
});

Deno.test("analyze() gives nothing for blanks and punctuation, and takes emoji as words", () => {
  assertEquals(terms(" \n\t.,;:!?()[]{}\"'`~@#$%^&*+=<>|/\\"), []);
  assertEquals(terms("🎉 done 👩‍💻"), ["🎉", "done", "👩‍💻"]);
});
