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
Ich wohne in Köln und arbeite als Köchin. => Wohnt in Köln ; Arbeitet als Köchin
Write to our customers in short sentences from now on. => When answering → Write to the user's customers in short sentences
`;

for (const { said, known } of talkLines(TASKS)) {
  Deno.test(`tasks: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
