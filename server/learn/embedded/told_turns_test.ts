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
`;

for (const { said, known } of talkLines(TURNS)) {
  Deno.test(`turns: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
