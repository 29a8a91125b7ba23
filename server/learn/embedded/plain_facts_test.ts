import { assertEquals } from "@std/assert";
import { learnt, user } from "../../../tests/support/learning_memory.ts";

/** What one turn of a user teaches. */
const LEARNS: readonly (readonly [string, readonly string[]])[] = [
  ["I host a podcast about moths, which microphone is good?", ["Hosts a podcast about moths"]],
  ["I chair a residents' association.", ["Chairs a residents' association"]],
  ["I belong to a rowing club.", ["Belongs to a rowing club"]],
  ["We bakers go to bed at six.", ["Is one of the bakers"]],
  ["Is my orchard too wet for plums?", ["Has their own orchard"]],
];

/** Sentences beside these that teach nothing. */
const QUIET: readonly string[] = [
  "I host a party tonight, what do I cook?",
  "I chair a meeting tomorrow.",
  "My aunt hosts a podcast about moths.",
  "Do I host a podcast in the story?",
  "If I hosted a podcast, which microphone would be good?",
  "I drive a tractor in this game.",
  "I run a query and it fails.",
  "I hold a ticket for this train.",
  "He said: I belong to a rowing club.",
  "We wait a moment.",
];

for (const [text, expected] of LEARNS) {
  Deno.test(`EmbeddedLearner learns of a plain clause: ${text}`, async () => {
    assertEquals((await learnt([user(text)])).facts(), [...expected]);
  });
}

Deno.test("EmbeddedLearner learns nothing of plain clauses about the moment or others", async () => {
  for (const text of QUIET) {
    const memory = await learnt([user(text)]);
    assertEquals([...memory.facts(), ...memory.rules()], [], text);
  }
});
