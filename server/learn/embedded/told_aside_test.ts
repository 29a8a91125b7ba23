import { assertEquals } from "@std/assert";
import { learnt, type TestTurn, user } from "../../../tests/support/learning_memory.ts";

/** Facts told beside a request, and what is known after the last publish. */
const FACTS: readonly (readonly [readonly (readonly TestTurn[])[], readonly string[]])[] = [
  [[[user("We have our grandson with us every weekend.")]], [
    "Their grandson is with them every weekend",
  ]],
  [[[user("My stepdaughter comes to us every Friday.")]], [
    "Their stepdaughter is with them every Friday",
  ]],
  [[[user("We have our meeting with us every week.")]], []],
  [[[user("Tuesdays and Thursdays I'm at the clinic.")]], [
    "Is at the clinic on Tuesdays and Thursdays",
  ]],
  [[[user("Fridays I'm out on the boat.")]], ["Is out on the boat on Fridays"]],
  [[[user("Mondays I am tired.")]], []],
  [[[user("I've never cared for musicals.")]], ["Dislikes musicals"]],
  [[[user("We have never trusted cash-only garages.")]], ["Dislikes cash-only garages"]],
  [[[user("I've never enjoyed it.")]], []],
  [[[user("After the surgery I can only eat purees for the next two weeks.")]], [
    "Can only eat purees for the next two weeks",
  ]],
  [[[user("I can only have two.")]], []],
  [[[user("I do prefer window seats.")]], ["Prefers window seats"]],
  [[[user("I live in Cork.")], [user("We moved to Ghent over the winter, Cork is behind us.")]], [
    "Lives in Ghent",
  ]],
  [
    [[user("We use Jira.")], [user("We've since moved to Linear. Jira is history.")]],
    ["Uses Linear"],
  ],
];

for (const [publishes, expected] of FACTS) {
  const said = publishes.at(-1)?.[0]?.content ?? "";
  Deno.test(`facts told aside are ${expected.length === 0 ? "quiet" : "learnt"}: ${said}`, async () => {
    const memory = await learnt(...publishes);
    assertEquals([...memory.facts(), ...memory.rules()], [...expected]);
  });
}
