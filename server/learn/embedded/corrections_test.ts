import { assertEquals } from "@std/assert";
import {
  assistant,
  TestMemory,
  type TestTurn,
  user,
} from "../../../tests/support/learning_memory.ts";

/** Request, answer, what the user says to it, and the rule it teaches. */
const CORRECTS: readonly (readonly [string, string, string, string])[] = [
  // What nobody does is a complaint, and no ban.
  [
    "Write the leaflet",
    "Contraindicated in renal failure.",
    'No patient knows what "contraindicated" means. In leaflets, use everyday words.',
    "When writing leaflets → Use everyday words",
  ],
  [
    "Write the module",
    "A pipeline.",
    "No reviewer likes that. Keep the steps as plain functions.",
    "When writing steps → Keep the steps as plain functions",
  ],
  // The rule once more is no situation of it.
  [
    "Write the release notes",
    "Refactored the parser.",
    "Release notes are for users, not for developers. Leave out refactorings.",
    "When writing release notes → Leave out refactorings",
  ],
  [
    "What is a closure?",
    "A function is a block of code.",
    "I know what a function is. Skip the basics with me.",
    "When asked about a closure → Skip the basics with the user",
  ],
  // `Only … when …` keeps its case.
  [
    "Remind the debtors",
    "Sent to all twelve.",
    "Only send reminders when a payment is two weeks late.",
    "When scheduling reminders → Send reminders only when a payment is two weeks late",
  ],
  [
    "Ring the school",
    "I rang the parents too.",
    "Only contact the parents if a child has a fever.",
    "When contacting the parents → Contact the parents only if a child has a fever",
  ],
  // A case that only points stays with its order.
  [
    "Order the soap",
    "Ordered online.",
    "Always use the local shop whenever they have it.",
    "When ordering the soap → Use the local shop whenever they have it",
  ],
  [
    "Which laptop is good?",
    "The newest one.",
    "You always recommend new stuff. I want refurbished options first unless there are none.",
    "When giving refurbished options → Give refurbished options first unless there are none",
  ],
  // What was done to a thing is no part of its name.
  [
    "When was the old organ built?",
    "In 1742.",
    "Don't guess. Say you don't know.",
    "When asked about the old organ → Do not guess; say you do not know",
  ],
  [
    "Why did the parcel arrive broken?",
    "It was dropped.",
    "Don't guess. Say you don't know.",
    "When asked about the parcel → Do not guess; say you do not know",
  ],
  [
    "Write the protocol",
    "(two pages)",
    "No attendee reads that. Our minutes have to fit on one page, decisions first.",
    "When writing the protocol → The user's minutes have to fit on one page, decisions first",
  ],
  // What is told of a source is no part of the situation.
  [
    "How much paracetamol?",
    "Wikipedia says 1 g.",
    "For drug doses Wikipedia isn't good enough, use the BNF.",
    "When it comes to drug doses → Use the BNF",
  ],
  [
    "Book the hotel in Porto",
    "Booked, non-refundable.",
    "Non-refundable?? You take the flexible rate for work trips.",
    "When booking the hotel → Take the flexible rate for work trips",
  ],
  [
    "Add a retry",
    "It retries at once.",
    "you should retry uploads with backoff",
    "When adding a retry → Retry uploads with backoff",
  ],
  [
    "How did the campaign do?",
    "Open rate 0.2134.",
    "rates as percentages, not decimals",
    "When asked about the campaign → Give rates as percentages, not decimals",
  ],
  [
    "Write the test",
    "Here, with mocks.",
    "I wanted real fixtures rather than mocks, mocks hide bugs.",
    "When writing the test → Use real fixtures rather than mocks",
  ],
  [
    "Write the ad",
    "Party time!!",
    "Our ads don't have emojis.",
    "When writing the ad → Make sure the user's ads do not have emojis",
  ],
  [
    "Give me the temperature",
    "72 F",
    "That should've been in Celsius.",
    "When giving the temperature → Give it in Celsius",
  ],
  [
    "Lower the feed bill?",
    "A table of three suppliers.",
    "Lovely, price per tonne with delivery in it, that's how I want every supplier comparison.",
    "When writing a supplier comparison → Do it this way: price per tonne with delivery in it",
  ],
  [
    "Do the lesson",
    "Done.",
    "Could lesson plans in future come with a rough time for each activity?",
    "When making lesson plans → Make sure lesson plans come with a rough time for each activity",
  ],
  [
    "Rédige un rappel",
    "Bonjour.",
    "Dans les relances, ne mets jamais le montant dans le texte.",
    "Dans les relances → Ne mets jamais le montant dans le texte",
  ],
  [
    "Schreib die Rechnung",
    "Hier.",
    "Bei Rechnungen nenn immer die Bestellnummer.",
    "Bei Rechnungen → Nenn immer die Bestellnummer",
  ],
];

/** Answers to the assistant that teach nothing. */
const QUIET: readonly (readonly [string, string, string])[] = [
  ["Find me a place", "Luigi's.", "Book a table for tonight."],
  ["What's the weather?", "Rain.", "Every morning give me the weather for Bergen."],
  ["Name the price", "20.", "No customer buys at that price. What's the margin?"],
  ["Write the sign", "Egress.", "No tenant of ours understands that."],
  ["Book a flight", "Booked at seven.", "You take good care of me, thanks."],
  ["Book a flight", "Booked for two.", "I needed three seats, not two."],
  ["Which one?", "The red one.", "tickets from Bern, not Basel"],
  ["Who wins?", "The Bulls.", "You only say that because you're a Bulls fan!"],
  ["Tell me about chess", "A game.", "Hm, but in chess you only move one piece per turn."],
  ["Translate this", "Done.", "That was supposed to be a joke."],
  ["Is it good?", "Yes.", "great, that's how I remember it too"],
  ["Review it", "Fine.", "Lovely, table for two by the window, that's how I met my wife."],
  ["Is it allowed?", "No.", "fireworks are forbidden in our town"],
  ["Write a poem", "Here.", "Our poems always win prizes."],
  ["How is it?", "Fine.", "Could prices go up in future?"],
  ["Was soll ich anziehen?", "Warm.", "In den Bergen trage immer einen Helm, sagt mein Bruder."],
];

async function rulesOf(turns: readonly TestTurn[]): Promise<string[]> {
  const memory = new TestMemory();
  await memory.publish([...turns]);
  return [...memory.playbooks.values()].map(({ row }) => `${row.trigger} → ${row.content}`);
}

for (const [request, answer, said, rule] of CORRECTS) {
  Deno.test(`EmbeddedLearner learns what is corrected: ${said}`, async () => {
    assertEquals(await rulesOf([user(request), assistant(answer), user(said)]), [rule]);
  });
}

for (const [request, answer, said] of QUIET) {
  Deno.test(`EmbeddedLearner learns no rule from: ${said}`, async () => {
    assertEquals(await rulesOf([user(request), assistant(answer), user(said)]), []);
  });
}
