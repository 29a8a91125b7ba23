import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** What others wrote, games at a table, logs and settings; and next to them what is the user's own. */
const NOTES = `
My landlord's note: please always leave the bins out on Thursday. How do I reply? =>
Sign on the door: no dogs, always ring twice. What breed exception could exist? =>
Note on the fridge: never touch my cheese. Who might that be? =>
Email from the head teacher: pupils always wear a hat. Is that allowed? =>
FAQ: Do you ship abroad? Yes, we always ship on Mondays.\\nMake this sound friendlier. =>
Terms: 1. We never share data. 2. We always reply in two days.\\nAny gaps? =>
Example sentence for the word seldom: I seldom drink coffee. Another one? =>
Schild an der Tür: bitte immer zweimal klingeln. Warum wohl? =>
Zettel von meinem Nachbarn: nie nach zehn duschen. Was antworte ich? =>
Cartel en la puerta: siempre cerrar con llave. ¿Es normal? =>
Mot de mon propriétaire : toujours fermer le portail. Que répondre ? =>
Aviso do síndico: nunca deixar lixo na escada. Posso reclamar? =>
门口牌子上写着:每次进门都要登记。这是为什么? =>
張り紙に書いてあった注意:必ず二回ノックしてください。どういう意味ですか。 =>
In our campaign I'm Yrsa the smuggler, I only trust cats and I always pay in silver. Roll for the guard! =>
In my campaign I play a dwarf cleric who hates cats. I never lie. What feat fits? =>
Roll initiative! I always strike first. =>
[2031-02-11 08:14:04] ERROR profile: write failed, always retry twice\\nwhat caused it? =>
guest:\\n  diet: kosher\\n  remark: I prefer to be called in the evening, never before\\n  city: Maribor\\nis that valid? =>
Reminder: always show prices with VAT. => When giving prices → Show prices with VAT
My rule: never book flights before nine. => When booking flights → Do not book flights before nine
Note from me: never use emojis. => When answering → Do not use emojis
`;

for (const { said, known } of talkLines(NOTES)) {
  Deno.test(`notes of others: ${said}`, async () => {
    assertEquals(await knownAfter(said), known);
  });
}
