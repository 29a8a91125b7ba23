import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** What takes the place of something else, and what goes with it. */
const SWAPS = String.raw`
I've got plot 12 on the allotments, heavy clay. ## They've moved me to plot 31, it's all sand there. => Has moved to plot 31
I've got desk 3 by the window. ## I've been moved to desk 40, next to the printer. => Has moved to desk 40, next to the printer
My berth is B7 at the marina. ## The harbour has moved us to berth D2. => Has moved to berth D2
I've been given locker 12 instead. => Has moved to locker 12
I've got desk 3 by the window. ## They've moved me to plot 31. => Has desk 3 by the window ; Has moved to plot 31
They've moved me to seat 14C, is that the window? =>
They moved the meeting to room 5. =>
I have plot 3 of the novel to fix. =>
I have office 365. =>
My desk is 120 cm wide in the drawing. =>
We have room 12 until Friday. =>
I live in Lyon. ## We've packed up and settled in Nantes for good. => Lives in Nantes
My house in Bergen has a wet cellar. ## We've relocated to Oslo for good. => Lives in Oslo
We have a house in Vigo. ## I've now settled in Porto. => Has a house in Vigo ; Lives in Porto
I've settled in nicely, thanks. =>
I edit in Lightroom. ## I've ditched Lightroom, it's all Darktable for me now. => Uses Darktable
I write in Scrivener. ## I've dropped Scrivener, it's Obsidian all the way now. => Uses Obsidian
We use Slack at work. ## We've binned Slack, it's Zulip for everything these days. => Uses Zulip
I do my accounts in Excel. ## No more Excel for me, it's all GnuCash now. => Uses GnuCash
I've ditched dairy, it's all oat milk for me now. => Has oat milk instead of dairy
It's all Greek to me now. =>
I take my tea with milk. ## I've gone off milk in my tea, I have it with lemon these days. => Takes it with lemon, without milk
I've given up sugar, I take it black now. => Takes it black, without sugar
I like my steak rare. ## I've gone off rare meat, I have it well done these days. => Has gone off rare meat
I play tennis three times a week. ## I've had to give up tennis, my elbow is gone. =>
I cycle to work every day. ## I had to stop cycling after the accident. =>
I go climbing every weekend. ## The doctor made me give up climbing. =>
I go running four times a week. ## I had to give up my seat on the bus. => Goes running four times a week
I had to give up running because of my knee. => Has given up running
I've got a six-metre Quicksilver with an outboard. ## You can forget about my boat by the way, I sold it last week. =>
I've got a Vespa and need a new tyre. ## Forget about my scooter, I sold it last week. =>
I drive a Skoda estate. ## I've sold the car. =>
I've got a Vespa. ## My sister sold her boat. => Uses a Vespa
Merino is the only yarn I enjoy knitting with. ## I can't bear wool. => Dislikes wool
I like chicken. ## I don't eat meat. => Does not eat meat
I love salmon. ## I dislike the smell of fish. => Likes salmon ; Dislikes the smell of fish
Ping me two days ahead of every choir rehearsal. ## Two days is cutting it fine for the choir, make it five. => Before every choir rehearsal → Ping the user five days ahead of every choir rehearsal
Remind me one day before every deadline. ## One day is too short for deadlines, make it three. => Before every deadline → Remind the user three days before every deadline
Remind me before the match. =>
Two days is cutting it fine for the parcel, make it five. =>
I'm behind the wheel of the 41 bus six days a week. => Works behind the wheel of the 41 bus
I'm behind the wheel of the 41 bus six days a week. ## From this week I teach the new drivers at the depot. => Teaches the new drivers at the depot
I work at Siemens. ## I've left Siemens for Bosch. => Has left Siemens for Bosch
I'm married. ## My husband and I have split up. =>
I study physics at ETH. ## I graduated last week. =>
I'm training for a marathon. ## I ran the marathon, it was great. =>
I have a dog. ## We had to give the dog away. =>
I'm on lisinopril. ## They've taken me off lisinopril. =>
I wear size 40. ## I'm a size 42 these days. => Wears size 42
I work part-time. ## I'm full-time since April. => Works full-time
I'm on the early shift. ## I swapped to lates. => Works lates
Rehearsals are on Wednesdays. ## Rehearsals have moved to Tuesdays. => Rehearsal days are Tuesdays
I've swapped day shifts for nights. => Works nights
I've swapped my car for a van. =>
I have a dog. ## I lost the dog's lead. => Has a dog
I sing in a choir. ## I had to quit the app. => Sings in a choir
My goal is to read 50 books. ## I finished the book. => Wants to read 50 books
`;

for (const { said, known } of talkLines(SWAPS)) {
  Deno.test(`swaps: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
