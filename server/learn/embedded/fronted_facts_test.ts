import { assertEquals } from "@std/assert";
import { learnt, user } from "../../../tests/support/learning_memory.ts";

/** What one turn of a user teaches. */
const LEARNS: readonly (readonly [string, readonly string[]])[] = [
  ["Tigrinya is what I speak at home, can you keep it simple?", ["Speaks Tigrinya"]],
  ["Welsh is spoken at home. Which school is near?", ["Speaks Welsh"]],
  ["Brass bands are exactly my thing.", ["Likes brass bands"]],
  ["Karaoke is not really my cup of tea, what else is on?", ["Dislikes Karaoke"]],
  ["Historical novels are what I prefer nowadays.", ["Prefers historical novels"]],
  ["The seed library is my responsibility. How dry must beans be?", [
    "Is responsible for the seed library",
  ]],
  ["I'm in charge of the youth choir, which songs fit?", ["Is responsible for the youth choir"]],
  ["Ladders are rather troublesome for me.", ["Has difficulty with ladders"]],
  ["You're talking to me: Ottoline Brackwater. Where's my parcel?", [
    "Is called Ottoline Brackwater",
  ]],
  ["A table for two under Evander Quill please", ["Is called Evander Quill"]],
  ["I look after the mill and I'm its miller.", ["Looks after the mill", "Works as miller"]],
  ["I've gone fully vegetarian since June.", ["Is vegetarian"]],
  ["900 euros is all that's in the pot.", ["Has a budget of 900 euros"]],
  ["All day long I'm in Figma.", ["Uses Figma"]],
  ["The site's on Shopify. Where do I add a banner?", ["Uses Shopify"]],
  ["We've moved everything over to Linear. Does the hook work?", ["Uses Linear"]],
  ["Our accounts are done in GnuCash.", ["Keeps their accounts in GnuCash"]],
  ["I climb, and my shoes are worn. Which resoler is good?", ["Climbs"]],
  ["I keep the Sabbath.", ["Keeps Sabbath"]],
  ["And there's our old tortoise too.", ["Has a tortoise"]],
];

/** Sentences beside these that teach nothing. */
const QUIET: readonly string[] = [
  "Is Tigrinya what they speak in Asmara?",
  "Farsi is what he speaks at home.",
  "This is exactly my thing!",
  "If brass bands were my thing, where would I go?",
  "That's my responsibility, sorry.",
  "Who is responsible for the seed library?",
  "You're talking to me like a child.",
  "Is the table under the window free?",
  "The parcel is under the stairs.",
  "Should I go fully vegan?",
  "The site is on fire.",
  "We've moved everything over to Tuesday.",
  "Do you climb?",
  "I keep the receipt.",
  "There is our bus.",
  "It is too much for me.",
  "My sister rows, and she lives in Sligo.",
];

for (const [text, expected] of LEARNS) {
  Deno.test(`EmbeddedLearner learns what stands in front: ${text}`, async () => {
    assertEquals((await learnt([user(text)])).facts(), [...expected]);
  });
}

Deno.test("EmbeddedLearner learns nothing from what only looks like such a fact", async () => {
  for (const text of QUIET) {
    const memory = await learnt([user(text)]);
    assertEquals([...memory.facts(), ...memory.rules()], [], text);
  }
});
