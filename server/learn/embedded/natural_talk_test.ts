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

/** What somebody made is meant by `it`; for whom or of what is the case. */
const OF_MADE = String.raw`
U> can you make a packing list for hiking? A> Boots. U> group it by category next time => When making a packing list for hiking → Group it by category
U> give me a meal plan A> Mon: curry U> put it in a table next time => When giving a meal plan → Put it in a table
U> write a budget for our holiday A> Rent … U> next time, split it by month please => When writing a budget for the user's holiday → Split it by month
U> can you make a shopping list? A> Eggs U> from now on sort it by aisle => When making a shopping list → Sort it by aisle
U> can you make a shopping list? A> Eggs U> sort it by aisle =>
Always use the informal form when it's for my grandma. => When it is for the user's grandma → Use the informal form
Never use slang when it's for clients. => When it is for clients → Do not use slang
use euros if it's for the house => When it is for the house → Use euros
when its about my meds always tell me to ask the pharmacist => When it is about the user's meds → Tell the user to ask the pharmacist
For my mum's recipes always leave out the salt. => When writing the user's mum's recipes → Leave out the salt
For our gran's letters always use big print. => When writing the user's gran's letters → Use big print
For my recipes always leave out the salt. => When writing recipes → Leave out the salt
`;

for (const { said, known } of talkLines(OF_MADE)) {
  Deno.test(`of what was made: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** Plain facts between asides. */
const ASIDES = String.raw`
i live in a flat in Manchester w/ two housemates => Lives in a flat in Manchester with two housemates
I share a house w/ my brother => Lives with their brother
I'm in my third year of therapy =>
im 82kg and lift 4 times a week => Is 82kg and lifts 4 times a week
we've got a caravan n go camping most weekends => Has a caravan; goes camping most weekends
I'm in second year of nursing school => Studies at nursing school
I'm in my 2nd year of law => Studies law
I'm in the final year of biology => Studies biology
I'm in the first year of my new job =>
I've only got a 2 ring hob and no oven => Uses a 2 ring hob
(we're both students, tiny flat) => They are both students, tiny flat
explain how mortgages work, we're first time buyers in Ireland => They are first time buyers in Ireland
5 is too much, I've two toddlers. => Has two toddlers
Our dog Pepper is ill => Has a dog called Pepper
my dog Rex won't eat => Has a dog called Rex
our cat Miso loves tuna => Has a cat called Miso
my dog is ill => Has a dog
We're moving to Leeds next month => Is moving to Leeds next month
We're moving to a bigger flat next week =>
We're moving to gas next year =>
`;

for (const { said, known } of talkLines(ASIDES)) {
  Deno.test(`aside: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
