import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";
import { thirdPersonAbroad } from "./judge/third_person_abroad.ts";
import type { Lang } from "./types.ts";

/** What is said of oneself, and how it is told of somebody; `-` where the grammar is not plain. */
const TOLD: readonly (readonly [Lang, string])[] = [
  [
    "de",
    `
Guten Tag, ich baue in Görlitz Orgeln, hauptberuflich => Baut in Görlitz Orgeln, hauptberuflich
Moin, ich fahre seit elf Jahren Müllwagen in Kiel => Fährt seit elf Jahren Müllwagen in Kiel
In Bamberg restauriere ich alte Uhren => Restauriert in Bamberg alte Uhren
Ich führe mit meiner Schwester einen Blumenladen => Führt mit ihrer Schwester einen Blumenladen
Ich sammle alte Radios und repariere sie => Sammelt alte Radios und repariert sie
Wir zeichnen unsere Comics selbst => Zeichnet ihre Comics selbst
Wir wandern jeden Sonntag => Wandert jeden Sonntag
Ich öffne den Laden um sechs => Öffnet den Laden um sechs
Mein Mann ist Bäcker => Mann ist Bäcker
Bei uns gehört der Punkt zu den Tausendern => Bei ihnen gehört der Punkt zu den Tausendern
Ich backe Brot, weil ich Allergiker bin => -
`,
  ],
  [
    "es",
    `
Construyo guitarras en Cuenca desde hace veinte años => Construye guitarras en Cuenca desde hace veinte años
Hasta el viernes estoy sin coche, lo tengo en el taller => Hasta el viernes está sin coche, lo tiene en el taller
Llevo veinte años de taxista y tengo la espalda hecha polvo => Lleva veinte años de taxista y tiene la espalda hecha polvo
Mi hijo Bruno tiene ocho años y usa gafas, busco una piscina => Su hijo Bruno tiene ocho años y usa gafas
Me levanto temprano para regar mi huerto => Se levanta temprano para regar su huerto
Entre playa y montaña elijo siempre la montaña => Entre playa y montaña elige siempre la montaña
A mí déjame perderme por los mercados => -
`,
  ],
  [
    "fr",
    `
Je fabrique des couteaux avec mon frère => Fabrique des couteaux avec son frère
Je dors mal et je n'ai pas de voiture => Dort mal et n'a pas de voiture
Nous dormons plutôt chez l'habitant => Dort plutôt chez l'habitant
On se chauffe au bois => Se chauffe au bois
Je m'occupe de mes abeilles le soir => S'occupe de ses abeilles le soir
Ma voiture est électrique => Sa voiture est électrique
`,
  ],
  [
    "pt",
    `
Não tenho forno, só fogão => Não tem forno, só fogão
Faço queijo na Serra da Canastra com meu pai => Faz queijo na Serra da Canastra com seu pai
Estou com a minha mãe em Coimbra até dia 20 => Está com a sua mãe em Coimbra até dia 20
Cuido dos meus netos às terças => Cuida dos seus netos às terças
`,
  ],
  [
    "zh",
    `
我没有烤箱 => 用户没有烤箱
我妈妈耳朵不好,和我们一起住 => 用户的妈妈耳朵不好,和用户一起住
我们家没有微波炉 => 用户家没有微波炉
`,
  ],
  [
    "ja",
    `
車を持っていないので、バスで行きたいです => ユーザーは車を持っていない
夫はグルテンがだめです => ユーザーの夫はグルテンがだめです
私は夜に働いています => ユーザーは夜に働いています
うちには電子レンジがありません => ユーザーの家には電子レンジがありません
`,
  ],
];

for (const [lang, lines] of TOLD) {
  for (const line of lines.split("\n").filter((text) => text !== "")) {
    const [said = "", expected = ""] = line.split(" => ");
    Deno.test(`in the third person (${lang}): ${said}`, () => {
      assertEquals(thirdPersonAbroad(said, lang) ?? "-", expected);
    });
  }
}

/**
 * Whole turns: what is said, `=>`, what is known afterwards, rules as `trigger | content`. ` ## `
 * stands between two publishes, `A>` before the assistant's turn and `U>` before the answer.
 */
const TURNS = `
Ab sofort wohne ich nicht mehr in Trier, sondern in Mainz. => Wohnt in Mainz
Ich lebe nicht in Kiel, sondern in Plön. => Wohnt in Plön
Ya no vivo en Gijón, sino en Vigo. => Vive en Vigo
Je n'habite plus à Lyon mais à Annecy. => Habite à Annecy
J'ai arrêté le piano, je me suis mise à l'accordéon. Un morceau ? => S'est mise à l'accordéon
Je joue du violon. Un morceau ? ## J'ai arrêté le violon, je suis passé à la contrebasse. => Est passé à la contrebasse
Toco violão. Música? ## Larguei o violão e agora toco cavaquinho. Música? => Toca cavaquinho
J'ai arrêté le gluten il y a un an. => A arrêté le gluten
Mon stage est fini et ils m'ont embauchée comme juriste ! => Travaille comme juriste
Me han contratado como camarera en un hotel. => Trabaja como camarera en un hotel
Ich wurde als Buchhalterin übernommen. => Arbeitet als Buchhalterin
Ich bin Imkerin und habe zwölf Völker am Stadtrand von Görlitz. => Arbeitet als Imkerin ; Hat zwölf Völker am Stadtrand von Görlitz
Ich halte vierzig Schafe bei Husum. => Hat vierzig Schafe bei Husum
Tengo veinte colmenas cerca de Lugo. => Tiene veinte colmenas cerca de Lugo
J'ai trente chèvres dans les Cévennes. => A trente chèvres dans les Cévennes
Tenho doze colmeias em Bragança. => Tem doze colmeias em Bragança
Cuando un cliente pregunte por un envío, avísale siempre de la aduana. Luego nos caen las quejas a nosotros. => Cuando un cliente pregunte por un envío → Avísale siempre de la aduana
Detesto coentro e não bebo leite. => Não gosta de coentro ; Não toma leite
Tampoco tomo café. => No toma café
No me gustan los viajes organizados. Prefiero ir por mi cuenta. => No le gustan los viajes organizados ; Prefiere ir por su cuenta
我爱人不吃辣。 => 用户的爱人不吃辣
我爱好摄影。 => 用户喜欢摄影
Busco un teatro para ir con mi hija. Ella es sorda y en casa hablamos con lengua de señas. => Su hija es sorda y en casa hablan con lengua de señas
Busco un hotel para ir con mi perro. ¿Alguna idea? =>
Ich such ne Wohnung für meine Tochter in Jena. =>
Estou procurando um restaurante calmo para hoje à noite. =>
Je cherche un cadeau pour ma sœur. =>
娘と行ける劇場を探しています。 =>
Wenn Kunden nach Rabatt fragen, verweise sie immer an den Vertrieb. => Wenn Kunden nach Rabatt fragen → Verweise sie immer an den Vertrieb
Cuando un huésped pregunte por el desayuno, dile siempre que es de 7 a 10. => Cuando un huésped pregunte por el desayuno → Dile siempre que es de 7 a 10
Cuando te pida una receta, pon las medidas en gramos. => Cuando te pida una receta → Pon las medidas en gramos
Antes de enviar un correo, pregúntame siempre. => Antes de enviar un correo → Pregúntame siempre
Si el cliente no contesta en dos días, avísame siempre. => Si el cliente no contesta en dos días → Avísame siempre
Avant d'envoyer un mail, demande-moi toujours. => Avant d'envoyer un mail → Demande-moi toujours
Daqui pra frente, quando eu perguntar de receita, manda as medidas em xícaras. => Quando eu perguntar de receita → Manda as medidas em xícaras
以后给我报价的时候,请把运费单独列出来。 => 给我报价的时候 → 把运费单独列出来
客户问退货的时候,一定要先道歉。 => 客户问退货的时候 → 一定要先道歉
如果客户要折扣,以后都先问我。 => 如果客户要折扣 → 都先问我
发邮件之前一定要先问我。 => 发邮件之前 → 一定要先问我
案内文を書くときは、最初に日時を入れてください。今後もずっとそうしてください。 => 案内文を書くとき → 最初に日時を入れてください
コードを書く場合は、コメントは日本語でお願いします。 => コードを書く場合 → コメントは日本語でお願いします
メールを送る前に、必ず私に確認してください。 => メールを送る前に → 必ず私に確認してください
Schreib Daten bitte immer mit ausgeschriebenem Monat. => Wenn es um Daten geht → Schreib Daten immer mit ausgeschriebenem Monat
Notiz: Preise bitte immer mit Mehrwertsteuer. => Wenn es um Preise geht → Preise immer mit Mehrwertsteuer
Pon siempre los precios con IVA. => Cuando se trate de precios → Pon siempre los precios con IVA
Écris toujours les dates en toutes lettres. => Quand il s'agit de dates → Écris toujours les dates en toutes lettres
Coloque sempre as datas no formato ISO. => Quando se trata de datas → Coloque sempre as datas no formato ISO
日期以后都写成年月日。 => 涉及日期时 → 日期都写成年月日
Wie lange? A> 190 Minuten. U> Bitte Stunden und Minuten angeben. Immer so. => Bei jeder Antwort → Stunden und Minuten angeben
¿Cuánto tarda? A> 95 minutos. U> Siempre en horas y minutos, por favor. => En cada respuesta → Siempre en horas y minutos
Resume a ata. A> A ata... U> Muito longo. Atas sempre em no máximo cinco pontos. => Quando se trata de atas → Atas sempre em no máximo cinco pontos
Odio que me llames de usted, tutéame siempre. => En cada respuesta → Tutéame siempre
Zitate gehören bei uns immer in Anführungszeichen. => Wenn es um Zitate geht → Zitate gehören bei uns immer in Anführungszeichen
Bei Terminen immer die Kalenderwoche dazuschreiben. => Bei Terminen → Bei Terminen immer die Kalenderwoche dazuschreiben
Cuando hables de distancias, usa kilómetros. => Cuando hables de distancias → Usa kilómetros
Quando falar de distâncias, use quilômetros. => Quando falar de distâncias → Use quilômetros
提到距离的时候都用公里。 => 提到距离的时候 → 都用公里
写给客户的邮件一律用“您”。 => 涉及写给客户的邮件时 → 写给客户的邮件一律用“您”
回答的时候请用简体字,以后都这样。 => 回答的时候 → 用简体字
我做过膝盖手术,不能跑步。 => 用户膝盖动过手术
下雨的时候我都坐公交。 =>
Schreib mir bitte eine Mail an Frau Kern, dass ich am Montag nicht komme. =>
Mets l'image un peu plus claire, s'il te plaît, et seulement en noir et blanc. =>
Pon la imagen más clara, por favor, y solo en blanco y negro. =>
画像を少し明るくして、白黒だけにしてください。 =>
Wenn du fertig bist, sag mir Bescheid. =>
Cuando termines, avísame. =>
Quand tu as fini, dis-le-moi. =>
Quando terminar, me avise. =>
做完的时候告诉我。 =>
今日のメールを書くときは、短くしてください。 =>
Cuando llueve, siempre voy en autobús. =>
Quand il pleut, je prends toujours le bus. =>
Schönes Wetter heute, ich könnte den ganzen Tag draußen sitzen. =>
`;

for (const { said, known } of talkLines(TURNS)) {
  Deno.test(`abroad: ${said}`, async () => {
    assertEquals(await knownAfter(said), known);
  });
}
