import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Short answers in other languages to a question of the assistant, what is left out of meals, and changes. */
const ANSWERS = `
A> ¿Vives en Madrid? U> No, en Getafe. => Vive en Getafe
A> ¿Dónde vives? U> En Las Palmas. => Vive en Las Palmas
A> ¿A qué te dedicas? U> Enfermera. => Trabaja como enfermera
A> ¿A qué te dedicas? U> A nada. =>
A> ¿Tienes alguna alergia? U> Sí, a los cacahuetes. => Es alérgico a cacahuetes
A> ¿Tienes alguna alergia? U> No. =>
A> ¿Comes carne? U> No. => No come carne
A> ¿Prefieres café o té? U> Té. => Prefiere té
A> ¿Prefieres el pasillo o la ventana mañana? U> La ventana. =>
A> Wo wohnst du? U> In Frankfurt am Main. => Wohnt in Frankfurt am Main
A> Wohnst du in Kassel? U> Ja. => Wohnt in Kassel
A> Was machst du beruflich? U> Lokführerin. => Arbeitet als Lokführerin
A> Wie heißt du? U> Ansgar => Heißt Ansgar
A> Trinkst du lieber Kaffee oder Tee? U> Tee. => Mag lieber Tee
A> Hast du Allergien? U> Ja, gegen Nüsse und Sellerie. => Ist allergisch gegen Nüsse und Sellerie
A> Hast du Allergien? U> Keine. =>
A> Isst du Fleisch? U> Nein. => Isst kein Fleisch
A> Où habitez-vous ? U> À Saint-Malo. => Habite à Saint-Malo
A> Tu as des allergies ? U> Oui, aux arachides. => Est allergique aux arachides
A> Tu manges de la viande ? U> Non. => Ne mange pas de viande
A> Tu préfères le thé ou le café ? U> Le thé. => Préfère le thé
A> Onde você mora? U> Em Belo Horizonte. => Mora em Belo Horizonte
A> Você come carne? U> Não. => Não come carne
A> Qual é a sua profissão? U> Professora. => Trabalha como professora
A> 您住在哪里？ U> 昆明。 => 用户住在昆明
A> 您有没有食物过敏？ U> 花生 => 用户对花生过敏
A> 您有没有食物过敏？ U> 没有。 =>
A> お住まいはどちらですか？ U> 仙台です。 => ユーザーは仙台に住んでいる
A> お肉は食べますか？ U> いいえ。 => ユーザーは肉を食べない
A> アレルギーはありますか？ U> 卵です。 => ユーザーは卵アレルギーがある
A> アレルギーはありますか？ U> 特にないです。 =>
A> Soll ich den Text kürzen? U> Nein. =>
A> Welche Stadt ist größer? U> Köln. =>
A> ¿Quieres que reserve en Madrid? U> No, en Toledo. =>
Tenho pressão alta e cozinho sem sal, que tempero uso? => Tem pressão alta ; Cozinha sem sal
Cocino sin sal y sin azúcar. => Cocina sin sal y sin azúcar
Como sin parar cuando estoy nervioso. =>
Je mange sans gluten. => Mange sans gluten
我住在南京。 ## 我下个月搬到杭州。 => 用户住在南京 ; 用户下个月搬到杭州
Trabajo en un banco. ## Me han despedido del banco, ahora busco trabajo. =>
コーヒーが好きです。 ## もうコーヒーは飲んでいません。 =>
Responde siempre con listas. ## Ya no uses listas, mejor párrafos. => En cada respuesta → Responde siempre con listas
Je suis au boulot là, je te redis. =>
`;

for (const { said, known } of talkLines(ANSWERS)) {
  Deno.test(`short answer abroad: ${said}`, async () =>
    assertEquals(await knownAfter(said), known));
}
