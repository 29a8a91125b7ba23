import { assertEquals } from "@std/assert";
import { assistant, learnt, type TestTurn, user } from "../../../tests/support/learning_memory.ts";

const U = user;
const A = assistant;

/** What is said → the rules learnt from it. */
const FORMS: readonly (readonly [string, readonly TestTurn[], readonly string[]])[] = [
  ["an output that the assistant makes", [
    U("In every tasting note you write for me, name the vintage."),
  ], ["When writing a tasting note → Name the vintage"]],
  ["a task with its object before the comma", [
    U("Whenever you prepare a feed plan for me, list the protein share."),
  ], ["When preparing a feed plan → List the protein share"]],
  ["a polite gerund", [
    U("Would you mind always adding the tide table when you plan a dive?"),
  ], ["When planning a dive → Add the tide table"]],
  ["an obligation about a kind of output", [
    U("Write a commit message."),
    A("Fixed stuff."),
    U("Too vague. Commit messages have to start with the ticket key."),
  ], ["When writing commit messages → Make sure commit messages start with the ticket key"]],
  ["a wish about every output", [
    U("I want every recipe you give me to list allergens at the top."),
  ], [
    "When writing a recipe → Make sure every recipe you give the user lists allergens at the top",
  ]],
  ["something forbidden", [
    U("Sentences longer than 20 words are forbidden in our leaflets."),
  ], ["When answering → Do not use sentences longer than 20 words in the user's leaflets"]],
  ["a contrast after an answer", [
    U("Make a seating plan for the gala."),
    A("Table 1: alphabetical."),
    U("Group guests by company rather than by surname."),
  ], ["When making a seating plan for the gala → Group guests by company rather than by surname"]],
  ["an inverted condition", [
    U("Should a delivery be late, inform the depot first."),
  ], ["When a delivery is late → Inform the depot first"]],
  ["what to do in doubt", [
    U("When in doubt, ask me instead of guessing."),
  ], ["When in doubt → Ask the user instead of guessing"]],
  ["a thing that was forgotten", [
    U("Send the invoice."),
    A("Sent."),
    U("You forgot the order number. It has to be on every invoice."),
  ], ["When handling an invoice → Put the order number on every invoice"]],
  ["what an output always needs, after one that lacked it", [
    U("Draft the tasting menu list."),
    A("Sole, lamb, figs."),
    U("You left out the allergens. A menu list always needs the allergens and the wine."),
  ], ["When making a menu list → Include the allergens and the wine in every menu list"]],
  ["a wish to be talked to like somebody", [
    U("Speak to me like a fellow surgeon, not like a patient."),
  ], ["In every answer → Speak to the user like a fellow surgeon, not like a patient"]],
  ["a place to look, after a complaint", [
    U("What was the meter reading?"),
    A("Please send it to me."),
    U("Why do you keep asking me for the meter readings? They are in the readings sheet."),
  ], [
    "When asked about the meter reading → Do not ask the user for the meter readings; look in the readings sheet instead",
  ]],
  ["a condition of the world", [
    U("When the tide table shows low water, list beach walks first."),
  ], ["When the tide table shows low water → List beach walks first"]],
  ["a condition of one day, which is none", [
    U("If the forecast says rain, move the picnic indoors."),
  ], []],
  ["a role for the moment, which is none", [U("Talk to me like a pirate for this chat.")], []],
  ["a need of one dish, which is none", [
    U("Write it up."),
    A("Done."),
    U("You forgot the salt. The soup needs salt."),
  ], []],
];

for (const [name, turns, rules] of FORMS) {
  Deno.test(`EmbeddedLearner learns a rule told as ${name}`, async () => {
    assertEquals((await learnt(turns)).rules(), rules);
  });
}

/** Sentences next to those forms that teach nothing. */
const QUIET: readonly (readonly TestTurn[])[] = [
  [U("Do commit messages have to start with a verb?")],
  [U("Grant applications have to be in by noon, can you help me finish?")],
  [U("Prices must have gone up again.")],
  [U("Invoices are always late in our industry.")],
  [U("Flights must be booked via the portal, the memo says.")],
  [U("Applications need to be signed. Where do I sign this one?")],
  [U("A letter should arrive tomorrow.")],
  [U("Would you mind adding a page number to this letter?")],
  [U("Did you use type hints in all the Python you wrote for me?")],
  [U("Show me three tents."), A("Here are three tents."), U("Sort them by price instead.")],
  [U("Book the hall."), A("Booked for Monday."), U("Put it on Tuesday, not on Monday.")],
  [U("Set a timer for 45 minutes."), A("Timer set."), U("Make it 60.")],
  [U("Here is my bio: I paint."), A("Ok."), U("Make this shorter, 60 words max.")],
];

for (const turns of QUIET) {
  const said = turns.at(-1)?.content ?? "";
  Deno.test(`EmbeddedLearner learns nothing when the user says "${said}"`, async () => {
    const memory = await learnt(turns);
    assertEquals([...memory.facts(), ...memory.rules()], []);
  });
}

for (
  const [rule, update, after] of [
    [
      "Always answer in at most 200 words.",
      "200 is still too long. At most 60 words from now on.",
      "When answering → Answer in at most 60 words",
    ],
    [
      "Keep summaries under 150 words.",
      "Make it 90 from now on.",
      "When writing summaries → Keep summaries under 90 words",
    ],
    [
      "Never give me more than five options.",
      "Five is still too many. Three from now on.",
      "When giving options → Do not give the user more than three options",
    ],
  ] as const
) {
  Deno.test(`EmbeddedLearner puts the new limit into the known rule when the user says "${update}" (S-973)`, async () => {
    const memory = await learnt([U(rule)]);
    await memory.publish([U("And now?"), A("A long answer."), U(update)]);
    assertEquals(memory.rules(), [after]);
    await memory.publish([U(update)]);
    assertEquals(memory.rules(), [after]);
  });
}
