import { assert, assertEquals } from "@std/assert";
import { cosine } from "./cosine.ts";
import { EMBEDDING_DIMENSIONS, embedText } from "./embed.ts";

const between = (a: string, b: string) => cosine(embedText(a), embedText(b));

Deno.test("embedText() gives the same vector of length 1 for the same text", () => {
  const vector = embedText("Prefers an aisle seat.");
  assertEquals(vector.length, EMBEDDING_DIMENSIONS);
  assertEquals(vector, embedText("Prefers an aisle seat."));
  assert(Math.abs(Math.hypot(...vector) - 1) < 1e-5);
});

Deno.test("embedText() puts texts of one meaning nearer than texts that share other words", () => {
  assert(
    between("missing luggage", "lost suitcase") > between("missing luggage", "missing a train"),
  );
  assert(between("physician", "doctor") > 0.4);
  assert(between("wake me early", "morning alarm") > between("wake me early", "early payment"));
});

Deno.test("embedText() tells texts in other languages and unknown names apart", () => {
  assert(between("東京のホテル", "東京 ホテル") > between("東京のホテル", "大阪の料理"));
  assert(between("xqzzt failure", "xqzzt") > between("xqzzt failure", "vbnnm"));
});

Deno.test("embedText() is not thrown off by inflection and small misspellings", () => {
  assert(between("deploying servers", "deployed the server") > 0.8);
  assert(between("greyhound", "grehound") > between("greyhound", "playground"));
});

Deno.test("embedText() gives zeros for a text without words and takes any length", () => {
  assert(embedText(" ?! ").every((value) => value === 0));
  assert(embedText("the and of").some((value) => value !== 0));
  assertEquals(embedText("word ".repeat(50_000)).length, EMBEDDING_DIMENSIONS);
});
