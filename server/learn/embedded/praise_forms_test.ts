import { assertEquals } from "@std/assert";
import { assistant, learnt, type TestTurn, user } from "../../../tests/support/learning_memory.ts";

/** A request, its answer, what the user says of it, and the rule. */
const PRAISE: readonly (readonly [readonly TestTurn[], readonly string[]])[] = [
  [[
    user("Check my budget"),
    assistant("I grouped the costs by month and put the totals on top."),
    user(
      "Costs grouped by month and totals on top, that's exactly how I want it. Please keep preparing my budgets like that.",
    ),
  ], ["When preparing the user's budgets → Group costs by month and totals on top"]],
  [[
    user("fix the crash"),
    assistant("I wrote a failing test before the fix."),
    user("a failing test before the fix, yes! work like that on every bug"),
  ], ["When working on a bug → Write a failing test before the fix"]],
  [[
    user("where can i eat"),
    assistant("Two places. I put the prices next to each dish."),
    user("love that the prices are next to each dish. always list menus like this please"),
  ], ["When listing menus → Put the prices next to each dish"]],
  [[
    user("Is it raining?"),
    assistant("It is."),
    user("I love that it rains. It always feels like this here."),
  ], []],
  [[user("Metric please! Always give me distances that way.")], [
    "When giving distances → Give the user distances in metric",
  ]],
  [[user("Always write reports like that.")], []],
  [[user("From now on every new recipe gets its allergens listed, no exceptions.")], [
    "When writing a new recipe → Make sure every new recipe gets its allergens listed",
  ]],
  [[user("Going forward each invoice gets a purchase number.")], [
    "When handling an invoice → Make sure each invoice gets a purchase number",
  ]],
  [[user("Always answer in French, no exceptions.")], ["In every answer → Answer in French"]],
  [[user("Every child gets a present at our school.")], []],
  [[user("No exceptions!")], []],
  [[user("Siempre dos opciones como máximo.")], [
    "En cada respuesta → Siempre dos opciones como máximo",
  ]],
  [[user("Toujours trois enfants dans la cour.")], []],
];

for (const [turns, expected] of PRAISE) {
  Deno.test(`EmbeddedLearner reads rules told beside the order: ${turns.at(-1)?.content ?? ""}`, async () => {
    const memory = await learnt(turns);
    assertEquals([...memory.facts(), ...memory.rules()], [...expected]);
  });
}
