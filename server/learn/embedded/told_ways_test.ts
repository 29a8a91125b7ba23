import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Forms of address, sources that are trusted, meals of weekdays, what is gone back to; and what only looks like it. */
const WAYS = String.raw`
Please don't call me 'mate'. => When answering → Do not call the user 'mate'
Stop with the 'yes sir'. => When answering → Do not call the user 'yes sir'
Don't call me back today. =>
Don't call me about this again. =>
First name is enough, it's Ottilie. => Is called Ottilie
U> How long was line 2 down? A> The controller log says 37 minutes. U> Very good, the controller log is the one to trust. Keep taking downtimes from there. => When taking downtimes → Take downtimes from the controller log
U> Is the spray still permitted? A> According to the register it is not. U> Right, only the register is binding. Always check approvals there. => When checking approvals → Check approvals in the register
Until the office move is over on the 19th, have every parcel delivered to Dock Street. => Until the office move is over on the 19th → Have every parcel delivered to Dock Street
Have the car washed, please. =>
Send me the German version by tonight. =>
I was hoping you could leave the calories out of the recipes in future. => When writing recipes → Leave the calories out of the recipes
I was hoping you could help me with a letter. =>
Weekday suppers have to be on the table in twenty minutes. => Weekday suppers have to be on the table in twenty minutes
On weekdays dinner mustn't take longer than half an hour. => On weekdays, dinner must not take longer than half an hour
On weekdays the office must be locked at six. =>
At gigs I want to stand, but for classical music I'd like a seat in the balcony. => For classical music, wants a seat in the balcony
I prefer audiobooks. ## I've gone back to printed books, the headphones hurt. => Prefers printed books
Always do my weekly report in bullet points. ## From this week on the weekly report is written in full paragraphs. => When answering → From this week on the weekly report is written in full paragraphs
Always do my weekly report in bullet points. ## From now on put the totals of the weekly report in a table. => When answering → Do the user's weekly report in bullet points ; When giving totals → Put the totals of the weekly report in a table
Always answer in bullet points. ## From now on answer in full sentences. => When answering → Answer in full sentences
Always give me the minutes as a numbered list. ## Minutes as prose from now on, please. => When giving minutes → Give minutes as prose
Bright ukuleles have never done anything for me. => Dislikes bright ukuleles
I loathe it when the audience has to join in. => Dislikes it when the audience has to join
Spaghetti westerns, I can't get enough of them. => Likes spaghetti westerns
We keep the shop in Odoo and all I've got is a Chromebook. => Uses Odoo ; Uses a Chromebook
I shoe horses for a living, mostly in and around Kilkenny. => Shoes horses for a living, mostly in and around Kilkenny
I form oxalate kidney stones and my urologist put spinach on the forbidden list. => Has oxalate kidney stones ; Does not have spinach
Since the stroke I've only had the left hand to work with. => Only has left hand to use
Third year of my electrician apprenticeship here, quiz me. ## I'm a qualified electrician now. => Works as a qualified electrician
I keep bees just outside Hereford. => Has bees ; Is based just outside Hereford
Our son stammers, which books? => Their son stammers
I'm a cook on a supply ship, two weeks aboard, two weeks at home. => Works as a cook on a supply ship ; Alternates two weeks on, two weeks off
Give it two weeks on low heat, two weeks off. =>
Anything over a fiver for lunch is a no from me. => Has a budget of at most a fiver
i'm an elektrician => Works as an electrician
If somebody asks for a discount, don't offer anything, hand them over to me. => When somebody asks for a discount → Do not offer anything, hand them over to the user
If somebody gave you a million, what would you buy? =>
Outside office hours use the scheduled send, always. => When outside office hours → Use the scheduled send
Nothing leaves this house to a journalist until I have read it. => In every answer → Make sure nothing leaves this house to a journalist until the user has read it
For the record, everything we run is on OpenShift. => Everything they run is on OpenShift
I'm left-handed and the usual ones pinch. => Is left-handed
Now a bread knife. Left-handed here, remember. =>
U> Eight exercises on fractions. A> 1) 1/4 + 2/4 = ? Answer: 3/4 U> You can't print the answer beside the exercise. On worksheets the answers go on a page of their own. => When on worksheets → Make sure the answers go on a page of their own
I'm left-handed. ## Left-handed here, remember. => Is left-handed
U> What do they want? A> Deadline: 9 August. Then the steps. U> Deadline at the top, then what I need to do, then the rest. Lovely, please stick to that with all official letters. => When writing official letters → Keep deadline at the top, then what the user needs to do, then the rest
I adore restaurants where it's quiet enough to have a conversation. => Likes restaurants where it is quiet enough to have a conversation
Horror is out, I lie awake for days after it. => Does not want Horror
Tuesday is out, I have the dentist. =>
I'm allergic to cats. ## You can strike the cat allergy off. The test came back. =>
My phone is a Pixel 4. ## The Pixel gave up for good, I've got a Fairphone now. => Uses a Fairphone
I'm on call every third week and PagerNorth wakes me for every disk. => Is on call every third week
They put me on warfarin last year. => Takes warfarin
My right knee is done for. => Their right knee is done
Stairs and I no longer get along. => Dislikes stairs
My wife and I have put 9,500 francs aside for it. => Has a wife ; Has a budget of 9,500 francs
Where do people swim around Ljubljana? I'm here for a conference till Sunday. => Is in Ljubljana for a conference till Sunday
I cast Gloomlight on the troll and shout: I eat no meat and I never pay tolls! =>
Give me a chorus where the singer hates telephones and always comes home on a Sunday. =>
I'm after a second-hand trailer. Seen any? =>
Brief me on the three filings in the harbour case. =>
Sundays are another matter. =>
I mix these two up all the time. =>
I have to take something back, by the way. =>
Invent a detective for a radio play: lives on a houseboat, was once a dentist. =>
Commit messages carry the ticket number. Please stick to that in all of our repositories. => When writing messages → Commit messages carry the ticket number
`;

for (const { said, known } of talkLines(WAYS)) {
  Deno.test(`ways: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
