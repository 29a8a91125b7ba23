import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Ways that are named behind a colon, for a kind of output or for all answers; and their look-alikes. */
const SHOWN_WAYS = String.raw`
That's exactly how I want the weekly report: numbers first, then two sentences on risks. => When writing a weekly report → Numbers first, then two sentences on risks
That's how we like our quotes: net price, then tax. => When giving quotes → Net price, then tax
This is how I want the poem: roses are red. =>
Please always do it like this: short summary on top, details below. => In every answer → Short summary on top, details below
From now on do it like this: summary first, then details. => In every answer → Summary first, then details
Do it like this: cut the onions first. =>
Make it sound like this: we are always here for you. =>
In python code I want type hints everywhere and no comments. => When writing python code → Use type hints everywhere and no comments
In my travel plans I want the train times on top. => When making travel plans → Put the train times on top
In our reports we don't want any pie charts. => When writing reports → Do not use any pie charts
In code reviews I want you to be blunt. => When writing code reviews → Be blunt
In the last report I want the totals fixed today. =>
Can you shorten your answers? => When answering → Shorten answers
Could the answers be a bit less formal? => When answering → Make answers less formal
Can your replies be more to the point? => When answering → Make replies more to the point
Could your answer be wrong? =>
Can the replies be seen by others? =>
Can you shorten your last answer? =>
Put the IBAN at the bottom of each invoice. => When handling an invoice → Put the IBAN at the bottom of each invoice
Add the date at the top of every report. => When writing a report → Add the date at the top of every report
Put the flowers on each table. =>
Add 5 minutes to each stop. =>
Tell me the price of each ticket. =>
For our newsletter: British spelling, short paragraphs, and a joke at the end. => When writing a newsletter → British spelling, short paragraphs, and a joke at the end
For reports: no pie charts, one page, and always a summary on top. => When writing reports → No pie charts, one page, and always a summary on top
For emails to clients: formal tone, no emojis. => When writing emails to clients → Formal tone, no emojis
For my essay: Rome, and a bit on Carthage. =>
For dinner: rice, beans and lime. =>
When a customer asks about refunds, check the order date first. If it's over 30 days, offer store credit. => When a customer asks about refunds → Check the order date first ; When a customer asks about refunds, if it is over 30 days → Offer store credit
If a caller is angry, apologise first. If they want a manager, transfer them to Dana. => When a caller is angry → Apologise first ; When a caller is angry, if they want a manager → Transfer them to Dana
We say "guests", not "customers". => In every answer → Say "guests", not "customers"
We never write "Dear", we say "Hello". Keep it in mind for all tenants. => In every answer → Say "Hello", not "Dear"
We call them 'members', never 'users'. => In every answer → Call them 'members', not 'users'
We say it in English, not German. =>
U> Did you run the linter? A> No, I skipped it. U> Run it before every commit. => When writing a commit → Run the linter before every commit
U> Did you check the calendar? A> Not yet. U> Please check it before you book anything. => Before booking anything → Check the calendar before you book anything
U> My daughter is seven and lactose intolerant, find me a birthday cake recipe. A> With butter and milk … U> She can't have milk!! Use oat milk instead. => Their daughter is seven ; When finding a birthday cake recipe → Use oat milk instead
U> Please write the release notes. A> # Notes U> I told you before: no headings in release notes. => When writing release notes → Do not use headings in release notes
When I say "ship it" I mean deploy to production. => When the user says "ship it" → Deploy to production
Whenever I say 'the boss' I mean my wife. => When the user says 'the boss' → Take it to mean the user's wife
When I say no I mean no. =>
Next time I ask for a hotel, check if they take dogs. => When the user asks for a hotel → Check if they take dogs
Next time maybe. =>
When you explain bugs, start with the line number like you did here. => When explaining bugs → Start with the line number
From now on open a PR and let Dana review it. => When opening a PR → Open a PR and let Dana review it
If I ask for code just give me the code. => When the user asks for code → Give the user the code
`;

for (const { said, known } of talkLines(SHOWN_WAYS)) {
  Deno.test(`shown way: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** Orders and facts whose parts are easily taken for something else. */
const PARTS = String.raw`
Whenever you deploy, copy .env.example first. => When deploying → Copy .env.example first
Never touch .eslintrc without asking me. => In every answer → Do not touch .eslintrc without asking the user
This repo uses pnpm. Please use that from here on. => In every answer → Use pnpm
We switched to Linear last month. Please file bugs there from now on. => Uses Linear ; When filing bugs → File bugs in Linear
Use metric. Everything you gave me is in feet. => When answering → Use metric
Remember: invoices go to accounting, never to me. => When handling invoices → Make sure invoices go to accounting, never to the user
I love your jokes but not in emails to clients. =>
I moved from Berlin to Hamburg in January. => Lives in Hamburg
We relocated to Porto in 2021. => Lives in Porto
I'm getting married in June. => Is getting married in June
I'm now at Siemens as a data engineer. => Works at Siemens as a data engineer
I'm at home as usual. =>
I used to run marathons but since my knee surgery I swim at the lake. => Swims at the lake
We're a family of five and the youngest starts school. => Has a family of five
U> When do you want to move? A> When do you want to move? U> Sometime in March. =>
My budget for the laptop went up to 1500. => Has a budget of 1500
We charge that to everybody. =>
I go to the gym every Sunday at ten. => Goes to the gym every Sunday at ten
I go every Sunday at ten. =>
our cat died yesterday :( =>
our cat miso is 3 => Has a cat called miso
We can't, security forbids shared caches. =>
I keep kosher. => Keeps kosher
I only do nights. => Works nights
Our support hours are 9 to 5. => Their support hours are 9 to 5
Our budget is now 3000 euros. => Has a budget of 3000 euros
I can't lift anything heavy since my hernia op. => Cannot lift anything heavy
`;

for (const { said, known } of talkLines(PARTS)) {
  Deno.test(`parts: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** Who somebody says they are in one breath; and what only sounds like it. */
const INTRODUCTIONS = String.raw`
I'm Ana, PM at a fintech in Lisbon. => Is called Ana ; Works as PM at a fintech in Lisbon
Hi, I'm Tom, a nurse from Leeds. => Is called Tom ; Works as a nurse ; Comes from Leeds
Hello, Maria here, teacher in Graz. => Is called Maria ; Works as teacher in Graz
I'm Priya, head of marketing at Zalando. => Is called Priya ; Works as head of marketing at Zalando
I'm Ben, 34, dad of two. => Is called Ben ; Is 34 years old ; Has two children
I am Dr. Okafor, cardiologist at St Mary's. => Is called Dr. Okafor ; Works as cardiologist at St Mary's
I'm Taylor, a plumber. => Is called Taylor ; Works as a plumber
This is Nora, my daughter, a nurse. => Is called Nora
I'm Lena, can you help me with my tax return? =>
I'm sorry, a nurse called. =>
I'm Canadian, a bit tired. =>
`;

for (const { said, known } of talkLines(INTRODUCTIONS)) {
  Deno.test(`introduction: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
