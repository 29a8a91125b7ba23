import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** What is told by a name under a turn, a cleft, a few words or a case, and what only looks like it. */
const BRIEF = String.raw`
Is the office open?\n\nBest,\nMaud Teller, berth 14 => Is called Maud Teller
Can you polish this?\n\nDear Ms Osk,\nthe kiln is here.\nRegards,\nMaud Teller =>
Jigsaws, that's my cup of tea. => Likes jigsaws
I have to pick up my niece from choir at four. => Has a niece
U> Which bins? A> Where do you live? U> Out in Tiverton. => Lives in Tiverton
It's crutches for me until mid May. => Gets by on crutches until mid May
It's tea I drink, never coffee. => Prefers tea
We sold the van. It's just me and a cargo bike now. => Has a cargo bike now
I was elected treasurer of the rowing club. => Works as treasurer
We have a sauna in the garden. ## I was wrong: there's no sauna here at all. =>
Até o fim do mês estou em Braga. => Está em Braga até o fim do mês
Hasta el domingo me quedo en Vigo. => Está en Vigo hasta el domingo
U> 喝点什么? A> 来杯咖啡吗? U> 咖啡就算了。平时喝普洱茶比较多。 => 用户不喝咖啡 ; 用户平时喝普洱茶
=SUM(B2;"always round";IF(C2>65;"call first";"never mail")) gives an error, why? =>
Spelling only: im a welder from leith and i work nights =>
For argument's sake, picture a shop that takes cheques only and closes at noon. =>
Just dropping by, I'm just saying hello. =>
What I always do with invoices is dull. =>
Nobody reads a digest a week. =>
MY SON IS DEAF. TEN STAIRS ARE NOT 'STEP-FREE'! => Their son is deaf
Anything above 30 knots and the sails stay down. => In every answer → Anything above 30 knots and the sails stay down
It's time for me to go until Monday. =>
It's enough for me until Friday, thanks. =>
Is it the bridge you take in the morning? =>
It's a song I play on the piano. =>
Thanks a lot,\nBig Ben is what I meant =>
See you!\nThanks\nSent from my phone =>
U> When is high tide? A> At 06:40 UTC. U> Not UTC, we use local time. Do so whenever you give me a tide. => When asked about high tide → Use local time, not UTC
U> What did the board say? A> First the result. Then the costs. U> result, costs, dates: that order is ideal, use it for every board meeting please => When asked about the board → Result, costs, dates; That order is ideal
STOP CALLING ME 'VALUED GUEST'. MY NAME IS ADA OKORO => Is called Ada Okoro ; When answering → Do not call the user 'valued guest'
I've given up the oboe and play the lute now. => Plays lute
Our son Tarik was born in May. Which form do I need? => Has a son, Tarik
I'm fond of dark, bitter chocolate. => Likes dark, bitter chocolate
I have to collect my nephew from rugby after work. => Has a nephew
You play a lighthouse keeper and I'm a baker from Lyon with a bad heart. You start. =>
My son was born in May. => Their son was born in May
`;

for (const { said, known } of talkLines(BRIEF)) {
  Deno.test(`in brief: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
