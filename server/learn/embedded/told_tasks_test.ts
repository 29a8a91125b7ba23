import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Texts that are worked on, made-up people, headings and what is left out for once; and their look-alikes. */
const TASKS = String.raw`
Bitte nur die Kommas prüfen: „Ich bewerbe mich als Köchin weil ich gern im Team arbeite und nie zu spät komme." =>
Setze ins Passiv: „Ich füttere den Hund immer abends." =>
Please check “I always work nights and live in Leeds" for mistakes. =>
「明日の会議は10時からに変更になりました」を丁寧なメールの文にしてください =>
「会議を欠席します、子供が熱を出しました」をもっと丁寧にしてください =>
Need a fake customer for a sales training: owner of a bakery, stingy, only talks by phone. =>
Create three fictional patients for our course: one is diabetic, one lives alone, one hates needles. =>
I need a made-up family for the budget exercise: two kids, one income, lives in Graz. =>
Escribe el monólogo de un pirata jubilado que ya no soporta el ron y vive con siete loros =>
Écris-moi une chanson sur un marin qui déteste la mer et vit avec trois chats =>
Schreib mir ein Märchen über einen Bäcker, der nachts arbeitet und kein Brot mag =>
Escreva um monólogo de um pescador que odeia peixe =>
Revenue per quarter from the sheet: Q1 118,400, Q2 121,950, Q3 99,700, Q4 140,020. Which quarter grew the most? =>
U> Hazme una lista para una paella A> Arroz, pollo, conejo. U> sin conejo, que no hay en la tienda =>
U> Liste de courses pour un gratin ? A> Pommes de terre, crème, beurre. U> sans beurre, il n'y en a plus =>
下面是客服聊天记录,客户的主要问题是什么?\n客户:我住在五楼,没有电梯,以后请都送上门。\n客服:好的。 =>
Label each line as complaint, question or other:\n[10:02] maya_k: i hate the new menu\n[10:03] maya_k: i always use the keyboard =>
What does clause 9 mean?\n9. The Employee shall always notify the Company before 9 a.m. of any absence and shall never disclose client names. =>
Explain this comment from the repo: // HACK: I know, I know. Never call this twice. Prefer init2() in new code. =>
Reply to ticket 5521 and say the blue one is back in stock from the 18th and we hold one for her for five days. =>
Number 7 and 8 are both in the kitchen, change 8 =>
U> Omelette or slaw. A> Both need stock. U> no stock in the house, does water really work? =>
Resident in bed 12: diabetic, no sugar, prefers tea at 4. Which of these snacks fits? =>
勇者が魔王に向かって言う台詞を一つ考えて。勇者は甘いものが嫌い。 =>
给一家虚构的面馆起个名字 =>
Pour un gâteau de 26 cm au lieu de 20, je multiplie les quantités par combien ? =>
Schreib einen Vierzeiler aus der Sicht einer Kartoffel, die nie geschält werden will. =>
até a tabela ficou bonita rs =>
Transpose these chords down a whole tone: G  D/F#  Em  C  Am7  D =>
U> Is it in stock? A> The code ran out at midnight. U> ok whatever, just take the order without it =>
U> And the receipt? A> A card statement is often enough. U> thanks, helpful =>
U> Why null? A> Either no row matches or all scores are 0. U> no rows. its 'hawks' in the table =>
U> Turn it into CSV. A> a,b U> and semicolons instead of commas =>
Failing CI log, can you spot the cause? =>
Kannst du den Satz kürzen: „Ich möchte Sie höflichst darum bitten.“ Kommt in eine Sammlung mit Musterbriefen. =>
Voici le mot affiché dans l'ascenseur : « Je suis fatigué, ne me surchargez jamais. Merci de toujours me laisser respirer. » Il y a une faute ? =>
U> Combien font 17 % de 3 480 ? A> 591,60. U> Et si on retire d'abord les 80 de port =>
Pour la fiche de l'exercice : Mme Bardot, 81 ans, vit seule, n'aime pas les visites le matin. Dans quelle rubrique ? =>
U> Termina com quantos pontos? A> Com 38 pontos. U> Mesmo sem nunca perder, que loucura =>
帮我把这段会议记录改成要点:王经理喜欢用表格,要求以后报告都提前一天发;李工下周二出差。 =>
Perhaps abbreviations could be written out the first time they come up, if it isn't a bother? => In every answer → Perhaps abbreviations could be written out the first time they come up
I'm allergic to latex, so please order other gloves. ## The test came back: no latex allergy after all. Strike that from your notes, please. =>
I'm allergic to nuts. ## No nut allergy after all. =>
Please always answer in bullet points. ## Bullet points don't work for me after all. From now on write normal paragraphs. => When answering → Write normal paragraphs
Please always answer in German. ## Bullet points don't work for me after all. => In every answer → Answer in German
We keep the sensor data in MongoDB. ## We've thrown MongoDB out, it's all in SQLite now. => Uses SQLite
We keep the sensor data in MongoDB. ## We've thrown the old sofa out. => Uses MongoDB
Oh great, I adore silent films. Two tickets please. => Likes silent films
Oh great, I love waiting in line. =>
No cake after all, thanks. =>
Ich wohne in Köln und arbeite als Köchin. => Wohnt in Köln ; Arbeitet als Köchin
Write to our customers in short sentences from now on. => When answering → Write to the user's customers in short sentences
`;

for (const { said, known } of talkLines(TASKS)) {
  Deno.test(`tasks: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** Rules that leave open what they speak of, and others that name it. */
const OPEN = String.raw`
U> Post the notice. A> Posted. U> Never send it to them. =>
U> Post the notice. A> Posted. U> Never send notices to customers. => When sending notices to customers → Do not send notices to customers
U> Mail the plan. A> Sent. U> When I send you a draft, never rewrite it. => When the user sends you a draft → Do not rewrite it
U> Summarise this. A> Here. U> Leave that out in future. =>
U> Pick a hotel. A> Hotel Adler. U> From now on use the one I showed you. =>
U> Write the report. A> Here. U> Always use the second version. =>
U> Make an invoice. A> Here it is. U> Put the number there, always. =>
U> Give me the forecast. A> Sunny. U> Always check there first. =>
U> Write a poem. A> Roses. U> Less of that in future please. =>
U> Format the list. A> Done. U> I always want these with it. =>
U> Tidy the code. A> Done. U> Never touch that file again. =>
U> Who is on shift? A> Ann. U> Always give me the first names only for those. =>
U> Convert this. A> 3.2 U> Round it like before, every time. =>
U> Order the flowers. A> Roses. U> Never there again, always from the other shop. =>
U> Draw the map. A> Done. U> Always show them in green. =>
U> Tidy the code. A> Done. U> Next time leave mine alone. =>
U> Run the job. A> Done. U> Make sure to tell me next time. =>
U> Run the job. A> Done. U> Always tell me how long it took. => When answering → Tell the user how long it took
U> Plan the tour. A> Here. U> Always start with the hard one. =>
U> Make a pizza list. A> Here. U> Never put it on mine. =>
U> Count the votes. A> 12. U> Always count them twice. => When counting votes twice → Count votes twice
U> Write the label. A> Here. U> Put the weight on the label, always. => When writing a label → Put the weight on the label
`;

for (const { said, known } of talkLines(OPEN)) {
  Deno.test(`left open: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** What is looked into first, and what is of one day or for others. */
const FIRST = String.raw`
Yesterday I rode 80 km and my knees hurt. =>
I'm vegan this January. => Is vegan this January
I have two dogs to walk today for the neighbour. =>
I look after my sister's cat. =>
I look after my mother. => Cares for their mother
Quote me a price. =>
Send me three options. =>
Always quote me a price with VAT. => When giving a price → Quote the user a price with VAT
U> Name the file. A> report_final.txt U> No 'final' in there. =>
You must never book a room without a budget code. Look at the code list first, each time. => When writing budget code → Do not book a room without a budget code; look at the code list first
Never merge with red tests. Check the pipeline first, every time. => When writing red tests → Do not merge with red tests; check the pipeline first
Don't ever quote a price from memory. Open the price list first, always. => When giving a price → Do not quote a price from memory; open the price list first
Never promise a date to a customer. Ask the workshop first, every time. => When giving a date → Do not promise a date to a customer; ask the workshop first
U> Do we have the red one? A> I think so. U> Always check the stock sheet first. => In every answer → Check the stock sheet first
Read the brief first, each time. => In every answer → Read the brief first
`;

for (const { said, known } of talkLines(FIRST)) {
  Deno.test(`at first: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
