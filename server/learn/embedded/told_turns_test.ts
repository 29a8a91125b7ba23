import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Praise that names a way, changes told in passing, names, schedules, tightened limits; and what only looks like it. */
const TURNS = String.raw`
U> hey, still there? A> Yes, I'm here. U> never mind, phone rang. cya =>
U> ok? A> Yes. U> never mind, order came in. bye =>
Can you always see what my manager writes to you? =>
Will you always remember what I tell you? =>
Could you always see that the invoices carry a date? => When handling invoices → See that the invoices carry a date
Claim number 88/B: insured lives in Ghent, is a baker and never drives at night. Covered? =>
First the board decided that all the gates have to be locked at nine, and then somebody lost the key. =>
Never mind my boss, always cc the works council. => When ccing the works council → Cc the works council
U> What is on my plate? A> Urgent: tax. Later: shed. I sorted it. U> urgent, later, never is just the way I like a to-do list, keep that up => When making a to-do list → Do it this way: urgent, later, never
U> Compare the boilers. A> Sorted by running cost. U> sorted by running cost is precisely how we want our quotes, thanks => When giving quotes → Do it this way: sorted by running cost
U> Which flat? A> I sorted by commute. U> Right! By the commute, not by the rent. That's the way I want listings sorted. => When it comes to listings → Do it this way: by the commute, not by the rent
U> Recipe for dal? A> Dal ... Pan size: 24 cm. U> The pan size is so handy, include it in every recipe => When writing a recipe → Include the pan size in every recipe
U> Recipe for dal? A> Dal ... U> The pan is so handy, I use it every day. =>
U> Summarise the call. A> Summary: ... Open questions: ... U> The open questions at the end are a great help, put them in every summary please. => When writing a summary → Put the open questions at the end in every summary
U> My son has to learn twelve words. A> I asked him three at a time. U> That went well, he knew them all! Three at a time with a break, that's how I want it when we practise his vocabulary. => When practising his vocabulary → Do it this way: three at a time with a break
U> Is the pass open? A> The road authority's page says yes. U> The road authority, perfect. Always check passes there. => When checking passes → Check passes in the road authority
U> Is the bridge up? A> I looked at the harbour feed: closed. U> good that you looked at the harbour feed, the map app is always late. always go there for bridges => When working on bridges → Go to the harbour feed for bridges
U> Rate? A> 3 percent. U> Yes! That's how I get loan offers from my bank. =>
U> How warm is it? A> 68 F. U> Celsius, please. I never want Fahrenheit. => When answering → Use Celsius
U> How far is it? A> 5 miles. U> Kilometres please, miles mean nothing to me. => When answering → Use kilometres
U> How far is it? A> 5 miles. U> KM. ALWAYS KM. => When answering → Use km
ALWAYS KG NEVER POUNDS => When answering → Use kg
Celsius or Fahrenheit, which one is older? =>
Our stations span two zones, so give all departures in UTC. => Their stations span two zones ; When working on UTC → Give all departures in UTC
Give every child in the class a sticker. =>
Put every book in the box by the door. =>
Write dates the Swedish way, 2031-05-12. => When giving dates → Write dates the Swedish way, 2031-05-12
Put names in the Hungarian order, family name first. => When giving names → Put names in the Hungarian order, family name first
Do it the easy way. =>
U> Sign my letters with 'Kind regards'. A> ok ## U> Change the sign-off: from now on it's 'Warm wishes'. => When writing a sign-off → Use 'Warm wishes' as the sign-off
U> Always send the report as PDF. A> ok ## U> Drop the PDF, from Monday on it's Excel for the reports. => When writing reports → Use Excel for the reports
U> Write dates the Swedish way. A> ok ## U> The bank wants words. So drop the Swedish dates, it's month and day in words everywhere from here on. => When giving dates → Use month and day in words everywhere
Drop the parcel at the door, it's fragile. =>
Forget the umbrella, it's sunny everywhere now. =>
Cancel the meeting, we want Tuesday instead. =>
U> Keep the summaries under 150 words. A> ok ## U> 150 words still takes me ages. Get them down to 80. => When writing summaries → Keep the summaries under 80 words
U> Never send me more than 6 photos. A> ok ## U> Six is more than I can look at. Bring it down to three. => In every answer → Do not send the user more than three photos
U> Give me at most 8 hits. A> ok ## U> Eight hits are too many. Shorten the list to four please. => In every answer → Give the user at most four hits
U> When I ask for films give me five options. A> ok ## U> Five still means a whole evening of choosing. Two options at most. => When the user asks for films → Give the user two options
U> Give me at most 8 hits. A> ok ## U> Eight people still means two cars. Two pizzas at most. =>
U> How do I stop the tap? A> Taps have a history. U> WHY IS EVERY ANSWER A NOVEL??? TWO SENTENCES. NEVER MORE THAN TWO. => When answering → Answer in at most two sentences
U> Options? A> Here are nine options. U> Five options. Never more than five. => In every answer → Keep to at most five options
`;

for (const { said, known } of talkLines(TURNS)) {
  Deno.test(`turns: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
