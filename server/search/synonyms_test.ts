import { assert, assertEquals } from "@std/assert";
import { abbreviationsIn, synonymsOf } from "./mod.ts";

Deno.test("synonymsOf() gives few and near words, none for unknown ones or other forms", () => {
  assert(synonymsOf("Luggage").includes("baggage"));
  assert(synonymsOf("physician").includes("doctor"));
  assert(!synonymsOf("pregnant").includes("pregnancy"));
  assertEquals([synonymsOf("xqzzt"), synonymsOf("Monday"), synonymsOf("cheap")], [[], [], []]);
  for (const word of ["car", "deploy", "Monday", "run"]) assert(synonymsOf(word).length <= 3);
});

Deno.test("abbreviationsIn() learns what a text explains and nothing else", () => {
  assertEquals(abbreviationsIn("We use continuous integration (CI) and CD."), [
    { short: "CI", long: "continuous integration" },
  ]);
  assertEquals(abbreviationsIn("Ask the DRI (directly responsible individual)."), [
    { short: "DRI", long: "directly responsible individual" },
  ]);
  assertEquals(abbreviationsIn("the Department of Defense (DOD) and the terms of use (TU)"), [
    { short: "DOD", long: "department of defense" },
    { short: "TU", long: "terms of use" },
  ]);
  assertEquals(abbreviationsIn("see the appendix (PDF) and API (v2)"), []);
});
