import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** What is only mentioned, what is proposed for both, and leave that is given. */
const TALK = String.raw`
My dog Juno is at the vet until Friday. => Has a dog called Juno
My rabbit Bean has a cold this week. => Has a rabbit called Bean
Our three cats are at my sister's this month. => Has three cats
Our twins have swimming tomorrow. => Has twins
My iPhone is at the repair shop this week. => Their iPhone is at the repair shop this week
Our Postgres cluster is at AWS. => Uses Postgres
My piano teacher is off this week. =>
My heating is off this week. => Their heating is turned off this week
I've taken over the night shift at the bakery. => Has taken over the night shift at the bakery
I took over my uncle's bike shop last year. => Owns their uncle's bike shop
I manage a small guesthouse in Ghent. => Manages a small guesthouse in Ghent
We opened a second bakery in June. => Runs a second bakery
Three of us are in Porto. => Three of them are in Porto
For the record, two of us are in Lisbon. => Two of them are in Lisbon
By the way, our cellar floods every spring. => Their cellar floods every spring
For context, I do the bookkeeping for three cafés. => Does the bookkeeping for three cafés
If I ever ask for a flight, look for one without a stop. => When the user asks for a flight → Look for one without a stop
If anyone ever asks for our prices, send them the list. => When anyone asks for the user's prices → Send them the list
Never post anything on the blog without my OK. => When working on the blog → Do not post anything on the blog without the user's OK
Never post anything on the blog, okay? => When working on the blog → Do not post anything on the blog
Let's use metric from now on. => When answering → Use metric
Let's always write amounts in euros. => When giving amounts → Write amounts in euros
Let us never use red in charts. => When making charts → Do not use red in charts
Let's use the blue one for this slide. =>
Let's keep in touch! =>
Let's switch to the next topic. =>
Let's skip the second example. =>
Let's write a story about a dragon. =>
U> plot the results A> Here is the table with 40 rows. U> Too much. Let's keep tables to ten rows at most. => When making tables → Keep tables to ten rows at most
I hate it when people call me Bobby, it's Robert. => Is called Robert
I don't like it when you call me Katie. My name is Katherine. => Is called Katherine ; In every answer → Do not call the user Katie
When people call me Bobby I cringe. =>
When guests arrive late, give them the side door code. => When guests arrive late → Give them the side door code
I chair the parents' council, so most of what I send you is about school. => Chairs the parents' council
U> write the invoice A> Here it is, due in 14 days. U> Too short. Same for every invoice. =>
I'd rather you didn't use the word "journey" in our copy. => When answering → Do not use the word "journey" in the user's copy
I would prefer you didn't mention prices in mails. => When writing mails → Do not mention prices in mails
Mark anything you're unsure of with a question mark. => In every answer → Mark anything you are unsure of with a question mark
Flag whatever you are not sure about. => In every answer → Flag whatever you are not sure about
Highlight everything you've changed, always. => In every answer → Highlight everything you have changed
U> order the paint A> Ordered. U> Wait, from now on get two offers before ordering anything above 500. => Before ordering anything above 500 → Get two offers before ordering anything above 500
For the kids' party: no nuts, one of them is allergic. =>
For the office lunch: no pork. =>
For the record: I live in Ghent. => Lives in Ghent
U> reply to the council A> Here is your reply. U> It's too long. Council replies should be one page at most. => When answering → Make sure council replies are one page at most
U> add the meeting A> Added it for 12 May. U> No, the 5th of December. We write day first here. Remember that please. => When adding the meeting → Write day first here
I'm trilingual: Basque, Spanish and English. => Is trilingual; Basque, Spanish and English
My husband handles the travel side so cc him, Karim, on bookings. =>
On my blog I go by "Saltmarsh". => On their blog they go by "Saltmarsh"
I'm on a low-salt diet since my diagnosis in May. => Is on a low-salt diet
Treat me like a beginner, I've never done this before. => In every answer → Treat the user like a beginner, the user has never done this before
Remind me to attach the file whenever I say "attached". => When the user says "attached" → Remind the user to attach the file
Tell me the price first, before anything else, whenever you suggest something to buy. => When suggesting something to buy → Tell the user the price first, before anything else
I do night shifts in week two and four of each month. => Works night shifts
If a parcel is damaged, photograph it before anything else. => When a parcel is damaged → Photograph it before anything else
If a test is flaky, quarantine it, don't delete it. => When a test is flaky → Quarantine it, do not delete it
When I got home, somebody ate it. =>
Our CI runs on Woodpecker. => Their CI runs on Woodpecker
U> answer her A> I answered in English. U> She wrote in Dutch. Always answer in the language of the customer. => When answering → Answer in the language of the customer
`;

for (const { said, known } of talkLines(TALK)) {
  Deno.test(`said in passing: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** Facts told while something is asked for: what stands in front, beside and behind them. */
const WHILE_ASKING = String.raw`
Since my knee operation in May I can't run any more, so what cardio would you suggest? => Can not run any more since their knee operation in May
Given that I only have a microwave in my dorm room, what can I make for dinner? => Only has a microwave in their dorm room
Having just had a baby, I don't get much sleep. What helps? => Has just had a baby; does not get much sleep
Before I switched to Linux I used Photoshop for everything, what's close to it? => Uses Linux
As kitchen staff I'm on my feet all day. => Works as kitchen staff
As far as I know, I have no allergies. =>
yo just moved to cardiff w my bro, whats the best bus to the arena => Lives in cardiff
lol just moved to the sofa =>
My son Tom is four and has a stoma. Any tips for swimming? => Their son Tom is four ; Their son Tom has a stoma
My niece is a nurse and has a car. =>
My boyfriend is from Ecuador and we're visiting his family at Christmas. => Their boyfriend is from Ecuador; they are visiting his family at Christmas
My ex-husband has the kids at weekends, so I'd like to do something with my Saturdays. => Their ex-husband has the kids at weekends
My grandson Emil, who's three, comes to us every Wednesday, so what can we do when it rains? => Has a grandson called Emil
I teach Year 4 and one boy in my class has ADHD. => Teaches Year 4
I have a Labrador and my girlfriend a cat. => Has a Labrador
I've never flown before and on Friday I'm flying to Malta. => Has never flown before
I'm a nurse, or was until last year. =>
I work at Siemens, or at least I did until Friday. =>
I'm a baker, or rather a pastry chef. => Works as a pastry chef
I start at Deloitte on Monday as an auditor! => Works at Deloitte
I'm on my husband's Mac and can't find the screenshot key. =>
My old dog sleeps all day. => Has an old dog
We had to put our old dog down last week. =>
I stopped smoking and I'm constantly hungry, what snacks are light? =>
I don't speak a word, which phrases do I need? =>
And tea for me on the train please, I like it better than coffee. =>
I don't drive, so anything in walking distance would be best. => Does not drive
I'm colour-blind, so please don't use red and green in the charts. => Is colour-blind ; When making charts → Do not use red and green in the charts
Our landlord lets us keep one cat, but no dogs. How do I convince him? =>
Not that it matters, but I'm actually Scottish, not English. => Is actually Scottish
My wife and I both work shifts, so we hardly see each other. => Has a wife
Last time you suggested a bakery on Rue Cler; I went and it was lovely. =>
U> I rent a shop in Ghent. A> Noted. U> After twelve years I've quit and opened my own bike shop in Ghent. => Has a shop in Ghent ; Their own bike shop is in Ghent
`;

for (const { said, known } of talkLines(WHILE_ASKING)) {
  Deno.test(`while asking: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
