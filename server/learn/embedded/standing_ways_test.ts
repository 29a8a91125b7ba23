import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Rules that are told without an order, kindly, or by pointing at what was done, and what only sounds like one. */
const WAYS = String.raw`
Always end the status mails with the list of open points. ## Change of plan for the status mails: nobody scrolls down, so the open points go at the very top from now on. => When writing status mails → Make sure the open points go at the very top
Start every report with the weather. ## Small change for the reports: the weather goes at the end from now on. => When writing reports → Make sure the weather goes at the end
Put the total at the bottom of every invoice. ## From now on put the delivery date at the top of every invoice. => When handling an invoice → Put the total at the bottom of every invoice ; When handling an invoice → Put the delivery date at the top of every invoice
Close each letter with a greeting from the choir. ## From now on the letters start with the greeting, not the other way round. => When writing letters → Make sure the letters start with the greeting, not the other way round
Draw up a packing list for one night in a mountain hut, five bullets. =>
Until Easter keep replies free of appeals. => Until Easter → Keep replies free of appeals
U> Sort these: 8, 31, 4. A> 31, 8, 4 U> now put them in brackets separated by semicolons =>
U> Give me three names for the boat. A> Ada, Bo, Cy U> ok now write them in capitals =>
[warn] user.locale unsupported\n[warn] please always set TZ before start\n\nWhich line matters? =>
# CONTRIBUTING.md\n- Use tabs, never spaces.\n- Always sign your commits.\n\nDoes this render correctly? =>
# Team notes\nAlways use tabs in our code. => When writing code → Use tabs in the user's code
U> Walk me through the movement. A> Bars 12 to 16 modulate, bar 31 brings the theme back. U> With bar numbers! Now I can find the spots. Stay with that whenever we go through a score. => When going through a score → Do it this way: with bar numbers
U> Plan the week. A> Monday: soup ... U> One pot, four portions, nothing fried. Exactly. Keep to that for all dinner plans. => When making dinner plans → Do it this way: one pot, four portions, nothing fried
U> Who is on duty? A> Pia until noon. U> Thanks. Stick with it for today. =>
U> Draft the offer. A> Here it is. U> I am staying in Graz with friends. We love it. Stick to that for all bookings. => Is staying in Graz with friends
Thank you so much for the newsletter draft. Might you keep the sentences a little shorter in the next ones? => When writing a newsletter → Keep the sentences a little shorter
I wonder if I might trouble you to tell me the bus line too when you send me somewhere? => When sending the user somewhere → Tell the user the bus line
Might I ask you to look up the number of the vet? =>
Might you know a good plumber? =>
U> Where is the container? A> It left Rotterdam yesterday. U> I don't care when it left. If I ask where a shipment is, I want to know when it gets to our yard. => When the user asks where a shipment is → Say when it gets to the user's yard
If I ask my boss for a raise, I want to be prepared. => When they ask their boss for a raise, wants to be prepared
When I ask the kids to tidy up, I want them to do it. =>
U> Scale the goulash. A> 14 cups of onions. U> Cups are no use here. We weigh everything in this kitchen, so give me grams and kilos. => Weighs everything in this kitchen ; When asked to scale the goulash → Give the user grams and kilos
When I say ship it, I mean push to staging, not production. => When the user says "ship it" → Push to staging, not production
When I say no I mean no. =>
Subject lines: under 50 characters, no emojis. => When writing subject lines → Follow this for subject lines: under 50 characters, no emojis
Ticket format: title first, then steps, then the expected result. => When handling a ticket → Follow this ticket format: title first, then steps, then the expected result
Commit subject lines in the imperative, always. => When writing commit subject lines → Give commit subject lines in the imperative
U> Could you summarise this article? A> It is long. U> bullets next time, max five => When summarising an article → Give bullets, max five
U> Could you summarise this article? A> It is long. U> Next time just three sentences, please. => When summarising an article → Give just three sentences
Just the code, no explanations, unless I ask. => Unless the user asks → Give just the code, no explanations
Use "they" for Alex. => When writing about Alex → Use "they" for Alex
Use them for Monday. =>
I hate it when you apologise. => In every answer → Do not apologise
It drives me mad when you answer with a question. => In every answer → Do not answer with a question
I like it when you start with the price. => In every answer → Start with the price
I love when you come home. =>
We don't do exclamation marks. => In every answer → Do not use exclamation marks
No need to explain basic git commands to me. => In every answer → Do not explain basic git commands to the user
No need to hurry. =>
When I'm stuck, give me hints rather than solutions. => When the user is stuck → Give the user hints rather than solutions
When I'm tired, I read. =>
U> What's on tonight? A> A film at the Roxy. U> You always suggest cinemas. I'm into concerts, suggest those. => Likes concerts
Ping me two days ahead of every choir rehearsal. ## Two days is cutting it fine for the choir, make it five. => Before every choir rehearsal → Ping the user five days ahead of every choir rehearsal
Remind me to call mum. =>
U> Draft the duty roster. A> Monday: Ann. U> No, a roster must be by ward, not by day. => When drafting the duty roster → Make sure every roster is by ward, not by day
Something to remember for all my matters: if a deadline lands on a bank holiday, diarise it for the last working day before, never the one after. => When a deadline lands on a bank holiday → Diarise it for the last working day before, never the one after
In the logbook tables, dates go year first, as in 2031-04-09. Do it like that from here on. => When making logbook tables → Make sure dates go year first, as in 2031-04-09
Do it like the neighbours did. =>
Recipes for me in grams, please, never in cups. => When giving recipes → Give recipes in grams, never in cups
Remember to feed the cat. =>
Remember to add the VAT to every quote. => When giving a quote → Add the VAT to every quote
Please remember that invoices need a PO number. => When handling invoices → Make sure invoices have a PO number
Note for the future: we don't deliver on Mondays. => Does not deliver on Mondays
Again no sources. I want a link behind every claim. =>
How often do I have to say it? No sugar in recipes, I'm diabetic. => Is diabetic ; When writing recipes → Do not use sugar in recipes
Never again will I fly with them. =>
Could you from now on only reply in bullet points? => When answering → Reply only in bullet points
Use pnpm, not npm, in this repo. => When using pnpm → Use pnpm, not npm, in this repo
U> Send the newsletter. A> Sent to 4,000 people. U> You should have sent me a test first. Do that every time. => When sending the newsletter → Send the user a test first
U> Move my 3pm. A> Moved, and all are told. U> Don't notify people about moves, I'd rather do that in person. => When notifying people about moves → Do not notify people about moves
List prices without VAT, always. ## Change of mind about the prices: with VAT please, from now on. => When giving prices → Give the prices with VAT
Put the date at the top of the log, always. ## From now on the date goes at the bottom of the log. => When writing a log → Make sure the date goes at the bottom of the log
U> Summarise my inbox. A> You have 14 mails. U> Leave out newsletters and anything from the shop. => When summarising the user's inbox → Leave out newsletters and anything from the shop
U> Book me a train. A> Seat 44, aisle. U> I always want a window seat, facing forward. => When booking a train → Give a window seat, facing forward
NEVER EVER DELETE MY DRAFTS => When deleting the user's drafts → Do not delete the user's drafts
My emails can be a bit more relaxed from now on. => When writing emails → Make the user's emails a bit more relaxed
I learn much better from a worked example with real numbers, definitions don't stick with me. => Prefers a worked example with real numbers
I understand things better when I see them drawn. =>
U> Get me into the castle. A> Booked a guided tour. U> The plain ticket will do. =>
Only the bank calls me that, Bron will do. =>
`;

for (const { said, known } of talkLines(WAYS)) {
  Deno.test(`a standing way: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
