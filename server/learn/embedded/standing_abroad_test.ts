import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Orders of other languages that last without `always`: forms of address, what was told before, `and so each time`, polite questions. */
const STANDING = `
Duz mich bitte. => Bei jeder Antwort → Duz mich
Sag ruhig du zu mir. => Bei jeder Antwort → Sag ruhig du zu mir
Wir können uns gern duzen. =>
Tutéame, por favor. => En cada respuesta → Tutéame
No me hables de usted, por favor, que me hace sentir vieja. => En cada respuesta → No me hables de usted
Mi jefe me tutea. =>
Tutoie-moi s'il te plaît. => Dans chaque réponse → Tutoie-moi
Mes élèves me vouvoient. =>
Fala comigo de um jeito informal, por favor. => Em cada resposta → Fala comigo de um jeito informal
敬語はやめてください。 => すべての回答で → 敬語はやめてください
今回だけ敬語でお願いします。 =>
Sag diesmal ruhig du zu mir. =>
A> Aquí va 😀 U> Te he dicho que sin emojis. Ni uno más. => En cada respuesta → Sin emojis
A> Aqui está 😀 U> Já disse que não quero emojis! => Em cada resposta → Não quero emojis
A> 好的😀 U> 我说过了，别用表情符号。 => 在每次回答时 → 别用表情符号
A> はい😀 U> 絵文字は使わないでください、前にも言いました。 => すべての回答で → 絵文字は使わないでください
A> Hier: 1 cup U> Ich hab dir doch schon gesagt: keine Cups! => Bei jeder Antwort → Keine Cups
A> Voici : - un U> Pas de listes à puces, je te l'ai déjà dit ! => Dans chaque réponse → Pas de listes à puces
Je t'ai dit que j'habite à Lyon. => Habite à Lyon
A> A las 7:45 de la tarde. U> En formato de 24 horas, por favor, y así cada vez que me des un horario. => Cada vez que me des un horario → En formato de 24 horas
A> 250 g. U> Auch in Tassen bitte, und das immer wenn du mir ein Backrezept gibst. => Immer wenn du mir ein Backrezept gibst → Auch in Tassen
A> 12/06. U> Avec le jour de la semaine, et comme ça à chaque fois que tu donnes une date. => À chaque fois que tu donnes une date → Avec le jour de la semaine
A> R$ 20. U> Em euros, por favor, e assim sempre que falar de preços. => Sempre que falar de preços → Em euros
Trabajo mucho y así cada vez que llego a casa me duermo. =>
Ich gehe joggen, und das immer wenn es regnet. =>
Respuestas cortas, por favor, siempre. => En cada respuesta → Respuestas cortas, siempre
箇条書きはやめて、文章でお願いします。今後もずっと。 => すべての回答で → 箇条書きはやめて、文章でお願いします
金額は今後すべて税込みで書いてください。 => 金額のとき → 金額はすべて税込みで書いてください
Könntest du mir künftig immer in Stichpunkten antworten? => Bei jeder Antwort → Mir immer in Stichpunkten antworten
Kannst du mich in Zukunft bitte duzen? => Bei jeder Antwort → Mich duzen
¿Podrías no usar nunca tablas? => En cada respuesta → No usar nunca tablas
¿Puedes decirme siempre la fuente, por favor? => En cada respuesta → Decirme siempre la fuente
Pourrais-tu désormais me répondre en une phrase ? => Dans chaque réponse → Me répondre en une phrase
Pode me responder sempre em tópicos? => Em cada resposta → Me responder sempre em tópicos
今後は短く答えてもらえますか？ => すべての回答で → 短く答えて
以后能不能都用中文回答我？ => 在每次回答时 → 都用中文回答我
Kannst du mir immer sagen, wann der Bus kommt? =>
Kannst du immer noch Deutsch? =>
¿Puedes ver siempre mis mensajes? =>
Tu peux toujours venir ? =>
Pode vir sempre à noite? =>
いつも何を食べてもらえますか？ =>
Antworte immer auf Deutsch. ## Ab jetzt bitte auf Englisch. => Bei jeder Antwort → Antworte auf Englisch
Halte Antworten immer unter 100 Wörtern. ## Ab jetzt unter 50 Wörtern. => Bei jeder Antwort → Unter 50 Wörtern
Siempre tres opciones como máximo. ## A partir de ahora solo dos opciones como máximo. => En cada respuesta → Solo dos opciones como máximo
Réponds toujours en trois phrases. ## Deux phrases maximum désormais. => Dans chaque réponse → Deux phrases maximum
Schreib Preise immer in Euro. ## Schreib Preise ab jetzt in Franken. => Wenn es um Preise geht → Schreib Preise in Franken
Fasse Artikel immer in fünf Sätzen zusammen. ## Mails bitte nie länger als drei Sätze. => Bei jeder Antwort → Fasse Artikel immer in fünf Sätzen zusammen ; Wenn es um Mails geht → Mails nie länger als drei Sätze
Duz mich bitte. ## Siez mich doch lieber. => Bei jeder Antwort → Siez mich doch lieber
必ず敬語で答えてください。 ## やっぱり敬語はやめてください。 => すべての回答で → やっぱり敬語はやめてください
A> 1,234.50 U> En España se usa la coma decimal, recuérdalo siempre. => En cada respuesta → En España se usa la coma decimal
Nos relatórios, sempre colocar a fonte. => Nos relatórios → Sempre colocar a fonte
En los informes, siempre citar la fuente. => En los informes → Siempre citar la fuente
En verano, siempre comer fruta es sano. =>
Note bien : je ne suis jamais dispo le lundi matin. =>
记住我的尺码是M。 => 用户的尺码是M
Merk dir: ich heiße jetzt Lena Vogt, hab geheiratet. => Heißt Lena Vogt
`;

for (const { said, known } of talkLines(STANDING)) {
  Deno.test(`standing order abroad: ${said}`, async () =>
    assertEquals(await knownAfter(said), known));
}
