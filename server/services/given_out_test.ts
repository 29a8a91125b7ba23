import { assertEquals } from "@std/assert";
import { GivenOut } from "./given_out.ts";

Deno.test("GivenOut knows each line of its org, whatever the case and the blanks", () => {
  const givenOut = new GivenOut();
  givenOut.note("acme", ["Use  metric units\nalways", ""]);
  assertEquals(
    ["use metric units", " Always ", "never", ""].map((line) => givenOut.has("acme", line)),
    [true, true, false, false],
  );
  assertEquals(givenOut.has("other", "always"), false);
});

Deno.test("GivenOut forgets the oldest lines of an org that was given many", () => {
  const givenOut = new GivenOut();
  givenOut.note("acme", ["first", "second"]);
  givenOut.note("acme", Array.from({ length: 4_998 }, (_, n) => `line ${n}`));
  givenOut.note("acme", ["first", "one more"]);
  assertEquals(["first", "second", "one more"].map((line) => givenOut.has("acme", line)), [
    true,
    false,
    true,
  ]);
});
