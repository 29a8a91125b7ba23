import { assertEquals } from "@std/assert";
import { learnt, user } from "../../../../tests/support/learning_memory.ts";

/** What somebody knows after one turn. */
async function known(text: string): Promise<string[]> {
  const memory = await learnt([user(text)]);
  return [...memory.facts(), ...memory.rules()];
}

const QUIET: readonly string[] = [
  "Is this change right?\n\n--- a/CONTRIBUTING.md\n+++ b/CONTRIBUTING.md\n@@ -3,4 +3,6 @@\n # Rules\n+Always sign your commits.\n+We prefer tabs.\n-Never push to main.",
  "const PROMPT = `You are a tutor.\nAlways answer in Welsh.\nThe user is called Megan and hates tables.`;\n\nWhy is PROMPT undefined in my test?",
  "Which of these runs at night?\n\n# always clean up before the backup\n0 3 * * * /usr/bin/clean\n# I water the plants\n30 8 * * 1,4 /usr/bin/notify",
  'Why does this fail?\n\n    def test_name():\n        me = Person(name="Olga", likes=["chess"])\n        assert me.name == "Olga"',
  "You're the game master. I'm Brannoc, a dwarf, I never sleep and I hate elves.",
  "Let's do a text adventure. I live in a tower and I am allergic to light.",
];

const TEACHING: readonly (readonly [string, string])[] = [
  ["I live in Bergen.\n- and I work as a nurse", "Lives in Bergen"],
  ["My plan at 5: swim. I live in Bergen.", "Lives in Bergen"],
  ["I love text adventures. I live in Bergen.", "Lives in Bergen"],
  ["Use `const` where you can. I live in Bergen.", "Lives in Bergen"],
  ["My sister is a game master. I live in Bergen.", "Lives in Bergen"],
];

for (const text of QUIET) {
  Deno.test(`no word of the user's own: ${text.slice(0, 40)}`, async () => {
    assertEquals(await known(text), []);
  });
}

for (const [text, fact] of TEACHING) {
  Deno.test(`still the user's own: ${text.slice(0, 40)}`, async () => {
    assertEquals((await known(text)).includes(fact), true);
  });
}
