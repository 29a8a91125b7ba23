import { assertEquals } from "@std/assert";
import { type GivenItem, givenItem, GivenOut } from "./given_out.ts";

/** Items of these texts. */
function itemsOf(...texts: readonly string[]): GivenItem[] {
  return texts.map(givenItem);
}

Deno.test("GivenOut knows each line of its org, whatever the case and the blanks", () => {
  const givenOut = new GivenOut();
  givenOut.note("acme", itemsOf("Use  metric units\nalways", ""));
  assertEquals(
    ["use metric units", " Always ", "never", ""].map((line) => givenOut.has("acme", line)),
    [true, true, false, false],
  );
  assertEquals(givenOut.has("other", "always"), false);
});

Deno.test("GivenOut forgets the oldest lines of an org that was given many", () => {
  const givenOut = new GivenOut();
  givenOut.note("acme", itemsOf("first", "second"));
  givenOut.note("acme", itemsOf(...Array.from({ length: 4_998 }, (_, n) => `line ${n}`)));
  givenOut.note("acme", itemsOf("first", "one more"));
  assertEquals(["first", "second", "one more"].map((line) => givenOut.has("acme", line)), [
    true,
    false,
    true,
  ]);
});

Deno.test("GivenOut knows an item that is given out again and again between many others", () => {
  const givenOut = new GivenOut();
  const [often] = itemsOf("often");
  for (let turn = 0; turn < 12; turn++) {
    if (often !== undefined) givenOut.note("acme", [often]);
    givenOut.note("acme", itemsOf(...Array.from({ length: 2_499 }, (_, n) => `line ${turn} ${n}`)));
  }
  assertEquals(["often", "line 11 0", "line 0 0"].map((line) => givenOut.has("acme", line)), [
    true,
    true,
    false,
  ]);
});
