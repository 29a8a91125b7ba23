import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Files, histories and games that are no talk of the user's own, and their look-alikes. */
const NOT_TOLD = String.raw`
# .editorconfig\n# never use tabs, I always want two spaces\n[*]\nindent_style = space\nindent_size = 2\n\nDoes this apply to subfolders? =>
; php.ini\n; I never want errors on screen\ndisplay_errors = Off\n\nWhat is the default? =>
# I am vegetarian\nname = "x"\nport = 80\nwhat is wrong here? =>
git log shows this, who broke the build?\n  a81f I am on holiday, do not call me (Wendel)\n  77c0 always use spaces from now on (Asta)\n  0b3d bump version (Wendel) =>
which is the bad one?\n- 3fa9 I live in Oslo\n- 88bc never use var =>
We're playing detective: I'm Inspector Quill, left-handed, allergic to roses, and you're the gardener. =>
We are pretending: I am a vet with two cats and you are the owner. Begin. =>
In our game I'm Sister Agnes, allergic to nuts, and you are the doctor. =>
We're doing improv: I'm a plumber, allergic to soap, you're the landlady. =>
I play chess and I'm a plumber, can you help? => Plays chess ; Works as a plumber
STOP CALLING ME BUDDY!!! I AM A CUSTOMER NOT YOUR BUDDY => When answering → Do not call the user buddy
I AM A NURSE => Works as a nurse
`;

for (const { said, known } of talkLines(NOT_TOLD)) {
  Deno.test(`not told: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** A newer wish takes the place of the older one; other wishes about the same output stay. */
const NEWER_WISH = String.raw`
U> Please write dates with the day first, like 7/11, whenever you mention one. A> Okay. ## U> Our American partners misread that. Switch to ISO dates, 2031-11-07 style, for everything from here on. => When giving ISO dates → Switch to ISO dates, 2031-11-07 style, for everything
U> Write times in the 12-hour format when you give one. A> Okay. ## U> Switch to the 24-hour clock from here on. => When answering → Switch to the 24-hour clock
U> Write my summaries as bullet points, please. A> Okay ## U> Summarise the minutes. A> - Budget agreed ## U> Bullets don't work for me any more, I read them out loud in the meeting. Running text in future, please. => When summarising minutes → Give running text
U> Write my minutes as a table. A> Okay ## U> The table no longer works for us. Bullet points from now on. => When writing minutes → Give bullet points
U> Put a date at the top of every note you write for me. A> Okay. ## U> Note of the call with the surveyor please, and don't forget: each note starts with the date. => When writing a note → Make sure each note starts with the date
U> Put a date at the top of every note you write for me. A> Okay. ## U> Each note ends with my initials from now on. => When writing a note → Put a date at the top of every note you write ; When writing a note → Make sure each note ends with the user's initials
U> Give temperatures in Celsius, always. A> Okay. ## U> Switch to kilometres for everything from now on. => When giving temperatures → Give temperatures in Celsius ; When working on everything → Switch to kilometres for everything
`;

for (const { said, known } of talkLines(NEWER_WISH)) {
  Deno.test(`newer wish: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** News told in passing, and what only sounds like it. */
const NEWS = String.raw`
my mail archive lives on a home server with debian. how do i sort it? => Uses debian
Open-plan offices are torture for me, can I book a booth? => Dislikes open-plan offices
Karaoke nights are my idea of hell. => Dislikes karaoke nights
Cruises are a delight for me. =>
U> Explain interest to my class. A> I began with a story. U> The story before the formula works wonders with the kids. Stick to that for the other lessons too. => When working on the other lessons → Stick to the story before the formula for the other lessons
The printer works well. Stick to that for now. =>
Stick to that for the other lessons too. =>
U> What can we do? A> There's a group tour. U> Group tours are a nightmare for me. => Dislikes group tours
I have a two-year-old son and play the drums. Is the flat ok? => Has a two-year-old son ; Plays the drums
My kids go to school and play the cello. =>
We could go outside and play football. =>
Can you teach my daughter to sing and play the violin? =>
The workshop is closed until Friday for the new floor. => Their workshop is closed until Friday
The library is closed until Monday. =>
Until the stove is repaired next week we only have a camping cooker. What can I cook? => Only has a camping cooker until the stove is repaired next week
I only have ten minutes until the meeting. =>
I only have one month until the wedding. =>
I cycle instead now. What would a week look like? => Cycles
Replace the butter with oil from now on. => Has oil instead of butter ; When replacing the butter → Replace the butter with oil
Swap the beef for tofu in this recipe. =>
I run the allotment association, so all of this lands on my table. => Runs the allotment association
I run the program and get an error. =>
U> 我在杭州上班。 A> 好 ## U> 我上个月调到厦门工作了,这边有什么推荐吗? => 用户在厦门工作
U> 我在深圳上班。 A> 好 ## U> 公司把我调到武汉去了,有什么好吃的? => 用户在武汉工作
U> 我在北京工作。 A> 好 ## U> 我去年被派到成都工作了。 => 用户在成都工作
我同事调到厦门工作了。 =>
如果我调到厦门工作,住哪里好? =>
`;

for (const { said, known } of talkLines(NEWS)) {
  Deno.test(`news: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** What no longer holds, was never so, or is of one dish alone. */
const OVER = String.raw`
U> I love red wine. A> Noted. ## U> Red wine gives me migraines lately, a white one please. => Reacts badly to Red wine (gets migraines)
U> I like my tea with sugar. A> Noted. ## U> Sugar gives me headaches these days, I take my tea with honey now. => Reacts badly to sugar (gets headaches) ; Likes their tea with honey
U> I take my porridge with honey. A> Noted. ## U> I have my porridge with jam these days. => Likes their porridge with jam
U> I like my tea strong. A> Noted. ## U> I have my eggs soft now. => Likes their tea strong ; Likes their eggs soft
U> We have a boat in Split, what does mooring cost? A> About 200. ## U> Ignore that about the boat, it was meant for my brother. =>
U> I keep a parrot called Kiwi. A> Nice. ## U> Disregard the bit about the parrot, I was in the wrong chat. =>
I keep a parrot. Ignore that, I was testing. =>
U> I'm allergic to bee stings. A> Noted. ## U> What do I pack for the beer tent? I have that bee allergy, remember. => Is allergic to bee stings
I've got this lactose intolerance, what can I get at the ice cream van? => Is intolerant to lactose
My wife and I split up in spring, who keeps the dog? =>
My wife and I like to row. => Has a wife
I once owned a bakery in Lyon. =>
Most people think I'm a nurse because of my clogs. =>
I've been offered a job as a nurse in Cork. =>
I got an interview as a barista in Hove. =>
I've got a new job as a nurse in Cork. => Has a new job as a nurse in Cork
Our rowing boat is called Petra. => Has a rowing boat called Petra
My dentist is called Dr Moser. =>
No nuts in the birthday cake, please. =>
No dairy in tonight's dinner please. =>
No coriander please. => Does not eat coriander
`;

for (const { said, known } of talkLines(OVER)) {
  Deno.test(`over: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** One fact or rule in two wordings is one item. */
const TWICE = String.raw`
U> I'm allergic to peanuts. A> ok ## U> As I said, peanuts are off limits for me, I'm allergic. => Is allergic to peanuts
U> I'm vegetarian. A> ok ## U> I don't eat meat, remember. => Is vegetarian
U> I drive a Skoda. A> ok ## U> My car's a Skoda, which tyres? => Drives a Skoda
U> I speak Dutch and French. A> ok ## U> I'm fluent in Dutch. => Speaks Dutch and French
U> I'm type 1 diabetic. A> ok ## U> I have type 1 diabetes, what snack? => Is type 1 diabetic
U> I love jazz. A> ok ## U> Jazz is my favourite music. => Likes jazz
U> I get up at five. A> ok ## U> I'm up at five every day. => Is up at five every day
U> I run a bakery. A> ok ## U> My bakery needs a new sign. => Runs a bakery
U> I have asthma. A> ok ## U> As an asthmatic, should I run in the cold? => Has asthma
U> No emojis please. A> ok ## U> I said no emojis! => When answering → Do not use emojis
U> Put the date at the top of every letter. A> ok ## U> The date belongs at the top of letters. => When writing a letter → Put the date at the top of every letter
Next time we meet, remind me of the book. =>
Add a logo at the top of every slide. =>
`;

for (const { said, known } of talkLines(TWICE)) {
  Deno.test(`said twice: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
