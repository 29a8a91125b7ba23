import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Facts as a reader expects them: no fragment, no abbreviation, no typo, no reason glued on. */
const WORDED = String.raw`
I've got a latex allergy, which of your gloves are ok? => Is allergic to latex
I have got a severe peanut allergy so no satay. => Is allergic to peanuts
got a bad dust allergy, what hoover? => Is allergic to dust
I developed a nickel allergy a while back, which watch straps work? => Is allergic to nickel
I've got a bit of a pollen allergy going on => Is allergic to pollen
My daughter's got a cat allergy. =>
We're a tiny studio and use Figma for everything => Their organisation is a tiny studio ; Uses Figma for everything
we're a family farm, mostly sheep => Their organisation is a family farm
we're a startup of four people and everything runs on Postgres => Their organisation is a startup of four people ; Runs on Postgres
we're a bit late =>
I've moved the workshop up to Inverness, the rent in the old place was daft. Who collects foam? => Has moved the workshop up to Inverness
my bf n i are vegan => Has a boyfriend ; Is vegan
I live w my gf and her mum => Lives with their girlfriend
im a firefigter => Works as a firefighter
hi i'm a electrican in Hull => Works as an electrician ; Is based in Hull
I'm a retierd techer => Is a retired teacher
helo im a farier, which boots? => Works as a farrier
I'm a furrier in Leeds => Works as a furrier ; Is based in Leeds
My name is Plummer. => Is called Plummer
im alergic to penuts => Is allergic to peanuts
I look after my mother these days. => Cares for their mother
My kids are with me every other week. => Their kids are with them every other week
I've given up coffee, my heart was racing all day. => Does not drink coffee
No sugar in my coffee please. => Does not take sugar in their coffee
Can't stand the heat? =>
No perfume in it please. =>
I've got a pacemaker, can I use an induction hob? => Has a pacemaker
I've got two hip replacements, so no jumping. => Has two hip replacements
I've got arthritis in both hands and 14 kilometres to the next shop. => Has arthritis in both hands
I'm left-handed and every pair of scissors pinches. => Is left-handed
I'm left-handed and the blades sit the wrong way round. => Is left-handed
I'm blind and use NVDA, is this page readable? => Is blind ; Uses NVDA
I've been in a wheelchair since the accident => Uses a wheelchair
I'm from Ghana originally but I grew up in Bremen => Comes from Ghana ; Grew up in Bremen
I'm a night owl. => Is a night owl
I had a stroke last year. => Has had a stroke
`;

for (const { said, known } of talkLines(WORDED)) {
  Deno.test(`worded: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** What is minded, given up and taken up, and who corrects themself in the same breath. */
const TURNED = String.raw`
Till Sunday I'm minding my cousin's dogs in Ljubljana. => Is looking after their cousin's dogs in Ljubljana till Sunday
I'm babysitting my niece until Friday => Is looking after their niece until Friday
I'm looking after my sister's cat until Friday => Is looking after their sister's cat until Friday
I'm feeding the neighbours' rabbits until the 14th => Is looking after the neighbours' rabbits until the 14th
I'm watching my neighbour's kids this week => Is looking after their neighbour's kids this week
I'm watching a film until ten =>
My husband and I foster two teenage boys and the agency wants proof of it. => Has a husband ; Fosters two teenage boys
We foster greyhounds => Fosters greyhounds
I gave up smoking in March and took up knitting instead => Has given up smoking ; Has taken up knitting
I quit smoking last year, any snacks? => Has given up smoking
I've given up trying to fix it =>
I took up the banjo last winter, best thing I ever did. => Has taken up the banjo
I used to run but now I swim => Swims
I switched from coffee to matcha => Has matcha instead of coffee
These days sencha is my favourite. => Likes sencha best
Can't stand horror films, anything else? => Dislikes horror films
A colleague keeps ducks and can't stand roosters. =>
She has lived there for years. Can't stand visitors. =>
Group sessions put me right off. => Dislikes group sessions
Anything with mushrooms is a no from me => Dislikes mushrooms
I do so much prefer sitting in the open air. => Prefers sitting in the open air
It's for my daughter Mirela, she's mad about beetles. => Has a daughter called Mirela
We can't go above 1,400 for it. => Has a budget of 1,400
I live in Derby, no sorry, Doncaster now => Lives in Doncaster
I'm allergic to bee stings, well, wasps actually => Is allergic to wasps
I live in Derby, sorry for the late reply. => Lives in Derby
I'm from Turin, I mean, Trieste. => Comes from Trieste
I live in Derby, well, it rains. => Lives in Derby
I teach Portuguese at the prison in Hull, and half of them left school at twelve. => Teaches Portuguese at the prison in Hull
I was in prison for two years. =>
`;

for (const { said, known } of talkLines(TURNED)) {
  Deno.test(`turned to: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
