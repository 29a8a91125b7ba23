import { assertEquals } from "@std/assert";
import { knownAfter, learnt, talkLines, user } from "../../../tests/support/learning_memory.ts";

/** What is mentioned on the way to a question, said twice in other words, or holds for a while. */
const MENTIONED = String.raw`
I'm a freelance sign painter, some months it's 900 and some it's 4,000. => Works as a freelance sign painter ; Earns 900 in some months and 4,000 in others
How do I save when my income jumps about? => Their income jumps about
My income varies from month to month. => Their income varies from month to month
some days it's 30 and some it's 5 =>
My sister's income varies. =>
My son Ivo is allergic to tree nuts, we never leave home without the EpiPen. => Their son Ivo is allergic to tree nuts ; Never leaves home without the EpiPen
Hm no, my daughter can't have eggs. => Their daughter cannot have eggs
My husband Tom is diabetic. => Their husband Tom is diabetic
My friend Ivo is allergic to nuts. =>
My son's teacher is allergic to cats. =>
It's k3s on three old NUCs in the cellar, and everything is rolled out with ansible => Uses k3s on three old NUCs in the cellar ; Deploys with ansible
everything is rolled out by the infra team =>
the game is built in godot 4 and all my sprites come out of aseprite => Uses godot 4 ; Uses aseprite for their sprites
the house is built in brick =>
it's a mess on three levels =>
Bronagh Tierney on the account, but only the bank calls me that, Bron will do. => Is called Bron
My full name is Alexander but Sasha will do. => Is called Sasha
It says Wilhelmina in my passport, Mina is fine. => Is called Mina
Any hotel will do. The bank calls me that. =>
Tuesday will do. =>
I've had an allotment just outside Carlisle, heavy clay, facing north. => Has an allotment just outside Carlisle, heavy clay, facing north
I've had a workshop near Delft since 2019. => Has a workshop near Delft
I've had a cold since we were in Leeds. =>
i learn much better from a worked example with real numbers => Prefers a worked example with real numbers
I learn best by doing. => Learns best by doing
I take things in better when I hear them. => Takes things in better when they hear them
Names don't stick with me. => Has trouble remembering names
Labels don't stick with this glue. =>
Tennis is my sport. ## Padel is my sport now. => Their sport is Padel
I can't bear wool, so cotton is my yarn now. => Dislikes wool ; Their yarn is cotton
i olny shoot flim, got a smal darkrom in the bassment => Prefers film
I like reading on paper much better than on a screen. ## I prefer paper to e-readers. => Prefers paper to e-readers
I prefer paper bags. ## I prefer printed books. => Prefers paper bags ; Prefers printed books
I use a wheelchair. ## Two tickets please, and don't forget that I'm a wheelchair user. => Uses a wheelchair
I use crutches. ## Bear in mind that I'm on crutches. => Uses crutches
Don't forget that I need the report by Friday. =>
I have two kids. ## I've got two children. => Has two kids
I'm afraid stairs and I don't get along any more. => Dislikes stairs
My boss and I don't get along. =>
My left Achilles plays up. => Their left Achilles plays up
My knee plays up on stairs. => Their knee plays up on stairs
My printer plays up. =>
Recipes for me in grams, please, never in cups. ## That's cups again... grams, for every recipe! => When giving recipes → Give recipes in grams, never in cups
U> Where is it? A> I'm so sorry! In the folder. U> You don't have to apologise each time. A> My apologies. U> There you go again. Drop the apologies for good, they cost me time. => When answering → Drop the apologies
I'm not a morning person. => Is not a morning person
I'm the treasurer of our rowing club. => Is the treasurer of their rowing club
I write my letters in LibreOffice. => Uses LibreOffice
I can't have caffeine after noon. => Does not have caffeine after noon
I'm not allowed to lift anything for six weeks. => Must not lift anything for six weeks
I've given up the bees. =>
I don't drink alcohol. ## I'm teetotal. => Does not drink alcohol
I play chess. ## I'm a chess player. => Plays chess
My son is called Max. ## We have a son. => Has a son called Max
I'm in a choir. ## I sing in a choir. => Sings in a choir
I work for Nokia. ## I got laid off last month. =>
I work at the bakery. ## The bakery let me go. =>
I drink three coffees a day. I run twice a day. ## I'm down to one coffee a day. => Runs twice a day ; Is down to one coffee a day
I hate it when people call me. => Dislikes it when people call them
When people ring me at work, tell them I'm out. => When people ring the user at work → Tell them the user is out
i drve a van for a living => Drives a van for a living
i cnt eat glutin im coelic => Does not eat gluten ; Is coeliac
I've worn contact lenses for twenty years. => Uses contact lenses
I've used Emacs for ten years. => Uses Emacs
I've used Emacs for an hour. =>
I'm on the keto diet. => Is on a keto diet
I'm more of a cat person. => Is a cat person
My partner has coeliac disease. => Their partner has coeliac disease
My husband has a meeting at nine. =>
It's Python on the exam, what should I study? =>
The song is composed in C minor. =>
My friend's game is built in Unity. =>
Some days I get 20 mails and some 200. =>
My son is allergic to homework. =>
In my novel my son is allergic to bees. =>
I'm tired, so no wine for me. =>
I have a meeting outside London. =>
I only shoot on manual. =>
I've got Crohn's. => Has Crohn's
We're three in the flat: me, Jo and the baby. =>
I've been a member of the choir for ten years. => Is a member of the choir
`;

for (const { said, known } of talkLines(MENTIONED)) {
  Deno.test(`mentioned: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** What is given up for a treatment lasts as long as that. */
const FOR_A_WHILE: readonly (readonly [string, string, string])[] = [
  [
    "I'm on antibiotics for the next ten days, so no wine for me.",
    "Does not drink wine",
    "one_month",
  ],
  ["I'm on antibiotics, so no wine for me.", "Does not drink wine", "one_month"],
  [
    "I'm on a low-fibre diet for the next three days, no nuts for me.",
    "Does not eat nuts",
    "one_week",
  ],
  ["I'm doing dry January, so no beer for me.", "Does not drink beer", "one_month"],
  ["I'm on warfarin, so no grapefruit for me.", "Does not eat grapefruit", "infinity"],
  ["I have a tooth infection.", "Has a tooth infection", "one_month"],
  ["I have a chronic sinus infection.", "Has a chronic sinus infection", "infinity"],
];

for (const [said, content, life] of FOR_A_WHILE) {
  Deno.test(`mentioned, and for how long: ${said}`, async () => {
    const memory = await learnt([user(said)]);
    const known = [...memory.profiles.values()].map(({ row }) => row);
    assertEquals(known.find((row) => row.content === content)?.profile_time_to_live, life);
  });
}
