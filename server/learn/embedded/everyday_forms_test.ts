import { assertEquals } from "@std/assert";
import { assistant, learnt, type TestTurn, user } from "../../../tests/support/learning_memory.ts";

/** Publishes, and everything that is known after the last one. */
const LEARNS: readonly (readonly [readonly (readonly TestTurn[])[], readonly string[]])[] = [
  [[[user("Please give measurements in metric units.")]], [
    "When giving measurements → Give measurements in metric units",
  ]],
  [[[user("Please give times in 24-hour format.")]], [
    "When giving times → Give times in 24-hour format",
  ]],
  [[[user("Please stop ending every message with a question.")]], [
    "When writing a message → Do not end every message with a question",
  ]],
  [[[user("Use plain language, I'm not a lawyer.")]], ["When answering → Use plain language"]],
  [[[user("In code, use tabs rather than spaces.")]], [
    "When writing code → Use tabs rather than spaces",
  ]],
  [[[user("After every workout plan, add a stretching section.")]], [
    "After every workout plan → Add a stretching section",
  ]],
  [[[user("When you're summarising a meeting, lead with the decisions.")]], [
    "When summarising a meeting → Lead with the decisions",
  ]],
  [[[user("Always answer in Spanish, even if I write in English.")]], [
    "In every answer → Answer in Spanish, even if the user writes in English",
  ]],
  [[[user("My rule: no meetings before ten.")]], [
    "When scheduling meetings → Do not schedule meetings before ten",
  ]],
  [[[user("Going forward I'd like all tickets tagged with the region.")]], [
    "When handling tickets → Make sure all tickets are tagged with the region",
  ]],
  [[[user("Only suggest restaurants that are open on Mondays, always.")]], [
    "When suggesting restaurants → Suggest only restaurants that are open on Mondays",
  ]],
  [[[user("For bookings over 300 euros I want to be asked first.")]], [
    "When it comes to bookings over 300 euros → Ask the user first",
  ]],
  [[[user("Could you please make sure every quote shows the delivery time?")]], [
    "When giving a quote → Make sure that every quote shows the delivery time",
  ]],
  [[[user("As soon as a payment fails, let me know.")]], [
    "After a payment fails → Let the user know",
  ]],
  [[[user("My emails should sound warm but professional.")]], [
    "When writing emails → Make sure the user's emails sound warm but professional",
  ]],
  [[[user("I want my code commented in English.")]], [
    "When writing code → Make sure the user's code is commented in English",
  ]],
  [[[user("Rule number one: never touch the production database.")]], [
    "When touching the production database → Do not touch the production database",
  ]],
  [[[user("I'm tired of the disclaimers, leave them out.")]], [
    "In every answer → Leave out disclaimers",
  ]],
  [[[
    user("Refactor the parser."),
    assistant("Done, I also renamed the public API."),
    user("You changed the public API. Don't do that, ever."),
  ]], ["When refactoring the parser → Do not change the public API"]],
  [[[user("Convert the price."), assistant("40 dollars."), user("In euros, please. Always.")]], [
    "When answering → Use euros",
  ]],
  [[[
    user("Fix the bug."),
    assistant("Fixed, and I updated the lockfile."),
    user("Why did you touch the lockfile? Leave it alone unless I ask."),
  ]], ["Unless the user asks → Leave the lockfile alone"]],
  [[[
    user("List the open tickets."),
    assistant("#12, #15, #19"),
    user("Next time sort them by age, oldest first."),
  ]], ["When listing open tickets → Sort open tickets by age, oldest first"]],
  [[[
    user("Update the wiki."),
    assistant("Updated 12 pages.", {
      tools: [{ "tool_name": "wiki_edit", "tool_data": { "n": 12 } }],
    }),
    user("I asked for one page. Please only change the page I name."),
  ]], ["When changing the page → Change only the page the user names"]],
  [[[
    user("Get the rate."),
    assistant("1.08.", { tools: [{ "tool_name": "web_search", "tool_data": { "q": "eur usd" } }] }),
    user("Take exchange rates from the central bank feed."),
  ]], ["When getting the rate → Take exchange rates from the central bank feed"]],
  [[[
    user("Deploy it."),
    assistant("Deployed on Friday 17:00.", { tools: [{ "tool_name": "deploy", "tool_data": {} }] }),
    user("No deploys on Fridays, ever."),
  ]], ["When deploying on Fridays → Do not deploy on Fridays"]],
  [[[
    user("Review my essay."),
    assistant("I started with what works, then three fixes."),
    user("Starting with what works is great, please do that each time."),
  ]], ["When reviewing the user's essay → Start with what works"]],
  [[[
    user("Answer the tenant."),
    assistant("I quoted the clause."),
    user("Good that you quoted the clause. Do that whenever you answer tenants."),
  ]], ["When answering tenants → Quote the clause"]],
  [[[
    user("Where can I buy ski boots?"),
    assistant("At the market.", {
      expert:
        "I live in Bergen. Ask at the sports shop by the harbour, they rent boots by the day.",
    }),
  ]], [
    "When asked where to buy ski boots → Ask at the sports shop by the harbour, they rent boots by the day",
  ]],
  [[[user("I'm flying to Tokyo on 3 July.")]], ["Travels to Tokyo on 3 July"]],
  [[[user("Mondays are my day off.")]], ["Is off on Mondays"]],
  [[[user("I have a dog, a cat and two parrots.")]], ["Has a dog, a cat and two parrots"]],
  [[[user("I build violins from local spruce.")]], ["Builds violins from local spruce"]],
  [[[user("I make my living restoring old pianos.")]], ["Makes their living restoring old pianos"]],
  [[[user("I drive an old Volvo estate.")]], ["Drives an old Volvo estate"]],
  [[[user("We're a Rust shop.")]], ["Uses Rust"]],
  [[[user("I don't have a printer at home.")]], ["Has no printer at home"]],
  [[[user("My wife is away until Sunday, so I cook for the kids alone.")]], [
    "Cooks for the kids alone",
  ]],
  [[[user("My phone is a Pixel 6.")], [user("I have a new phone, an iPhone 15.")]], [
    "Uses an iPhone 15 as phone",
  ]],
  [[[user("I use Windows.")], [user("I've moved to Linux.")]], ["Uses Linux"]],
  [[[user("My deadline is 20 June.")], [user("The deadline has been moved to 30 June.")]], [
    "Has the deadline 30 June",
  ]],
  [[[user("My budget is 900 euros.")], [user("Let's raise the budget to 1,200 euros.")]], [
    "Has a budget of 1,200 euros",
  ]],
  [[[user("I have a hamster called Momo.")], [user("Momo died last week.")]], []],
  [[[user("Don't use tables.")], [user("Tables are fine again.")]], []],
  [[[user("Always answer in German.")], [user("From now on in English again please.")]], [
    "In every answer → Answer in English",
  ]],
];

for (const [publishes, expected] of LEARNS) {
  const name = publishes.map((turns) => turns.at(-1)?.content ?? "").join(" … ");
  Deno.test(`EmbeddedLearner learns: ${name}`, async () => {
    const memory = await learnt(...publishes.map((turns) => [...turns]));
    assertEquals([...memory.facts(), ...memory.rules()], [...expected]);
  });
}
