import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** What is lacking today, what is left open, and what is of the answer: none of it is learnt. */
const OF_THE_MOMENT = String.raw`
no baking soda left, only vinegar. =>
no eggs left sorry =>
no butter at home, just oil =>
no milk left until friday =>
no flour left, what else? =>
no garlic at the moment =>
no onions please => Does not eat onions
no raw onions for me => Does not eat raw onions
its tiny and gets like 3 hours of sun =>
its my knee that hurts most days =>
we're more jokey with each other. =>
we're pretty honest with one another =>
I rent here so I don't want trouble. =>
And please no "every baby is different" stuff =>
please no "you got this" lines =>
yes but only ones where you don't need a car =>
only the ones with a garden =>
never on Sundays =>
I've been knitting since I was a kid. => Has been knitting since they were a kid
I've been riding horses since I was six. => Has been riding horses
I quit smoking 3 weeks ago. => Has given up smoking
I gave up drinking two years ago. => Has given up drinking
I quit vaping last month. => Has given up vaping
i've celiac, is soy sauce ok => Has celiac
i've asthma, is mate tea ok => Has asthma
`;

for (const { said, known } of talkLines(OF_THE_MOMENT)) {
  Deno.test(`of the moment: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** Medicine is taken, and not eaten. */
const TAKEN = String.raw`
I can't take ibuprofen because of my stomach ulcer. => Does not take ibuprofen
I can't take aspirin. => Does not take aspirin
we don't take sugar => Does not take sugar
I can't have gluten. => Does not eat gluten
I can't take the bus today. =>
I can't take it anymore. =>
`;

for (const { said, known } of talkLines(TAKEN)) {
  Deno.test(`taken: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** Rules without the verdict in front of them and the `next time` behind them, in a situation that can be read. */
const RULES = String.raw`
U> Write a birthday message for my sister. A> Dear sister … U> keep it short next time and no "wishing you" => When writing a birthday message for the user's sister → Keep it short and no "wishing you"
U> What should I pack for her first day? A> A snack box. U> good list, but she's allergic to nuts so no nut bars next time pls =>
U> What colours suit a nursery? A> Pink. U> We don't want to know the gender so no pink or blue. => When asked what colours suit a nursery → No pink or blue
U> my landlord wont fix the heating, what can i do? A> Write a letter. U> write me the letter then. dont make it sound angry =>
next time you mention a food tell me straight away if it's gluten free => When mentioning a food → Tell the user straight away if it is gluten free
next time you suggest a walk give me the distance too => When suggesting a walk → Give the user the distance
next time i ask for a recipe tell me the calories => When the user asks for a recipe → Tell the user the calories
next time you see her tell her hi =>
put a shopping list at the end whenever you do meal plans => When making meal plans → Put a shopping list at the end
whenever you do a packing list group it by category => When making a packing list → Group it by category
whenever you do not know, say so => When the assistant does not know → Say so
pls correct my mistakes after every message, but in english => When answering → Correct the user's mistakes after every message, but in english
`;

for (const { said, known } of talkLines(RULES)) {
  Deno.test(`rule of talk: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
