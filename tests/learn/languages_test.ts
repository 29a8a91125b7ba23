import { assert, assertEquals } from "@std/assert";
import { learnt, user } from "../support/learning_memory.ts";

interface Row {
  /** Sentence and a part of what is learnt from it. */
  readonly learns: readonly (readonly [string, string])[];
  /** Sentences from which nothing is learnt. */
  readonly quiet: readonly string[];
}

const LANGUAGES: Readonly<Record<string, Row>> = {
  de: {
    learns: [
      ["Ich wohne in Passau und suche eine Werkstatt.", "Wohnt in Passau"],
      ["Ich arbeite als Hebamme im Schichtdienst.", "Hebamme"],
      ["Ich bin Tischlerin.", "Tischlerin"],
      ["Ich heiße Roswitha.", "Roswitha"],
      ["Ich bin allergisch gegen Erdbeeren.", "Erdbeeren"],
      ["Ich bin Vegetarier.", "Vegetarier"],
      ["Ich esse kein Lammfleisch.", "kein Lammfleisch"],
      ["Ich bin nach Erfurt gezogen.", "Wohnt in Erfurt"],
      ["Ich mag keine Oliven.", "Oliven"],
      ["Antworte ab jetzt immer in Stichpunkten.", "Stichpunkten"],
      ["Bitte keine Abkürzungen mehr.", "Abkürzungen"],
      ["Schreib künftig immer die Quelle dazu.", "Quelle"],
    ],
    quiet: [
      "Wo wohnt man in Passau am günstigsten?",
      "Wenn ich Arzt wäre, würde ich weniger arbeiten.",
      "Mein Bruder ist allergisch gegen Nüsse.",
      "Die Kundin wohnt in Erfurt.",
      "Übersetze: „Ich wohne in Rom und bin Lehrerin.“",
      "Kannst du mir bitte den Fahrplan schicken?",
      "Das ist mir zu lang.",
      "Buche einen Tisch für vier Personen.",
      "Ich habe eine Frage zur Rechnung.",
      "Danke, das hilft mir sehr!",
      "Ist es immer so kalt hier?",
      "Warum fährt der Bus nie pünktlich?",
      "Früher habe ich in Köln gewohnt.",
      "Ich bin müde.",
      "Ich bin gleich wieder da.",
      "Meine Nachbarin mag keine Hunde.",
      "Stell dir vor, du bist Kapitän.",
      "Schreib ein Gedicht über einen Matrosen, der in Kiel wohnt.",
      "Mach den zweiten Absatz kürzer.",
      "Was heißt „ich bin satt“ auf Spanisch?",
    ],
  },
  es: {
    learns: [
      ["Vivo en Oviedo desde hace años.", "Vive en Oviedo"],
      ["Trabajo como carpintero.", "carpintero"],
      ["Soy enfermera.", "enfermera"],
      ["Me llamo Nuria.", "Nuria"],
      ["Soy alérgico a las avellanas.", "avellanas"],
      ["Soy vegetariana.", "vegetariana"],
      ["Me mudé a Gijón.", "Vive en Gijón"],
      ["No me gusta el cilantro.", "cilantro"],
      ["Prefiero el autobús al coche.", "autobús"],
      ["A partir de ahora responde siempre en gallego.", "gallego"],
      ["Nunca uses tablas, por favor.", "tablas"],
      ["De ahora en adelante escribe siempre la fecha.", "fecha"],
    ],
    quiet: [
      "¿Dónde vive la gente en Oviedo?",
      "Si yo fuera médico, trabajaría menos.",
      "Mi hermana es alérgica a los gatos.",
      "El cliente vive en Vigo.",
      "Traduce: «Soy profesora y vivo en Roma».",
      "¿Puedes enviarme el horario?",
      "Es demasiado largo.",
      "Reserva una mesa para cuatro.",
      "Tengo una pregunta sobre la factura.",
      "Gracias, me ayuda mucho.",
      "¿Siempre hace tanto frío aquí?",
      "El autobús nunca llega a tiempo.",
      "Antes vivía en Madrid.",
      "Estoy cansada.",
      "Vuelvo en un minuto.",
      "A mi vecino no le gustan los perros.",
      "Imagina que eres capitán.",
      "Escribe un poema sobre un marinero que vive en Cádiz.",
      "Haz más corto el segundo párrafo.",
      "¿Cómo se dice «tengo hambre» en alemán?",
    ],
  },
  fr: {
    learns: [
      ["J'habite à Rennes depuis deux ans.", "Rennes"],
      ["Je travaille comme menuisier.", "menuisier"],
      ["Je suis infirmière.", "infirmière"],
      ["Je m'appelle Solène.", "Solène"],
      ["Je suis allergique aux fraises.", "fraises"],
      ["Je suis végétarienne.", "végétarienne"],
      ["J'ai déménagé à Brest.", "Brest"],
      ["Je n'aime pas la coriandre.", "coriandre"],
      ["Je préfère le train à la voiture.", "train"],
      ["Réponds toujours en breton.", "breton"],
      ["Désormais, écris toujours la date.", "date"],
      ["Ne mets plus jamais de tableaux.", "tableaux"],
    ],
    quiet: [
      "Où habite-t-on le mieux à Rennes ?",
      "Si j'étais médecin, je travaillerais moins.",
      "Ma sœur est allergique aux chats.",
      "Le client habite à Lille.",
      "Traduis : « Je suis professeur et j'habite à Rome. »",
      "Peux-tu m'envoyer les horaires ?",
      "C'est trop long.",
      "Réserve une table pour quatre.",
      "J'ai une question sur la facture.",
      "Merci, ça m'aide beaucoup !",
      "Est-ce qu'il fait toujours aussi froid ?",
      "Le bus n'est jamais à l'heure.",
      "Avant, je vivais à Paris.",
      "Je suis fatiguée.",
      "Je reviens tout de suite.",
      "Mon voisin n'aime pas les chiens.",
      "Imagine que tu es capitaine.",
      "Écris un poème sur un marin qui habite à Brest.",
      "Raccourcis le deuxième paragraphe.",
      "Comment dit-on « j'ai faim » en allemand ?",
    ],
  },
  pt: {
    learns: [
      ["Moro em Braga há dez anos.", "Mora em Braga"],
      ["Trabalho como carpinteiro.", "carpinteiro"],
      ["Sou enfermeira.", "enfermeira"],
      ["Meu nome é Jacira.", "Jacira"],
      ["Sou alérgico a amendoim.", "amendoim"],
      ["Sou vegetariana.", "vegetariana"],
      ["Mudei-me para Aveiro.", "Aveiro"],
      ["Não gosto de coentro.", "coentro"],
      ["Prefiro o trem ao avião.", "trem"],
      ["A partir de agora responda sempre em tópicos.", "tópicos"],
      ["Nunca use tabelas.", "tabelas"],
      ["De agora em diante escreva sempre a data.", "data"],
    ],
    quiet: [
      "Onde se mora melhor em Braga?",
      "Se eu fosse médico, trabalharia menos.",
      "Minha irmã é alérgica a gatos.",
      "O cliente mora em Lisboa.",
      "Traduza: “Sou professora e moro em Roma.”",
      "Você pode me enviar o horário?",
      "Está muito longo.",
      "Reserve uma mesa para quatro.",
      "Tenho uma pergunta sobre a fatura.",
      "Obrigada, isso ajuda muito!",
      "Aqui faz sempre tanto frio?",
      "O ônibus nunca chega na hora.",
      "Antes eu morava no Porto.",
      "Estou cansada.",
      "Volto já.",
      "Meu vizinho não gosta de cães.",
      "Imagine que você é capitão.",
      "Escreva um poema sobre um marinheiro que mora em Santos.",
      "Encurte o segundo parágrafo.",
      "Como se diz “estou com fome” em alemão?",
    ],
  },
  zh: {
    learns: [
      ["我住在苏州。", "苏州"],
      ["我是护士。", "护士"],
      ["我叫王小梅。", "王小梅"],
      ["我对芒果过敏。", "芒果"],
      ["我吃素。", "素"],
      ["我搬到了杭州。", "杭州"],
      ["我喜欢游泳。", "游泳"],
      ["我不喜欢香菜。", "香菜"],
      ["以后请用表格回答。", "表格"],
      ["不要再用英文缩写。", "英文缩写"],
      ["从现在起每次都写上日期。", "日期"],
      ["我更喜欢坐火车。", "火车"],
    ],
    quiet: [
      "苏州住在哪里比较好?",
      "如果我是医生,我会少工作。",
      "我妹妹对猫过敏。",
      "客户住在北京。",
      "翻译:“我住在罗马,是老师。”",
      "你能把时间表发给我吗?",
      "太长了。",
      "订一张四人桌。",
      "我有一个关于发票的问题。",
      "谢谢,很有帮助!",
      "这里总是这么冷吗?",
      "公交车从来不准时。",
      "我累了。",
      "我马上回来。",
      "邻居不喜欢狗。",
      "写一首关于水手的诗。",
      "把第二段缩短。",
      "“我饿了”德语怎么说?",
      "今天天气怎么样?",
      "他叫什么名字?",
    ],
  },
  ja: {
    learns: [
      ["金沢に住んでいます。", "金沢"],
      ["看護師として働いています。", "看護師"],
      ["私は大工です。", "大工"],
      ["佐藤と申します。", "佐藤"],
      ["卵アレルギーがあります。", "卵アレルギー"],
      ["私はベジタリアンです。", "ベジタリアン"],
      ["仙台に引っ越しました。", "仙台"],
      ["登山が好きです。", "登山"],
      ["パクチーが苦手です。", "パクチー"],
      ["今後は表で答えてください。", "表"],
      ["いつも日付を書いてください。", "日付"],
      ["これからは短く答えてください。", "短く"],
    ],
    quiet: [
      "金沢ではどこに住むのがいいですか?",
      "もし医者だったら、もっと休みます。",
      "妹は猫アレルギーです。",
      "お客様は東京に住んでいます。",
      "次を訳して:「私はローマに住んでいます。」",
      "時刻表を送ってもらえますか?",
      "長すぎます。",
      "四人で席を予約して。",
      "請求書について質問があります。",
      "ありがとう、助かりました!",
      "ここはいつもこんなに寒いですか?",
      "バスは時間通りに来ません。",
      "疲れました。",
      "すぐ戻ります。",
      "隣の人は犬が苦手です。",
      "船乗りの詩を書いて。",
      "二段落目を短くして。",
      "「お腹が空いた」はドイツ語で何ですか?",
      "今日の天気は?",
      "彼の名前は何ですか?",
    ],
  },
};

for (const [lang, row] of Object.entries(LANGUAGES)) {
  Deno.test(`S-998 ${lang} learns from twelve sentences and is quiet at twenty`, async () => {
    const missed: string[] = [];
    let learntItems = 0;
    for (const [sentence, part] of row.learns) {
      const memory = await learnt([user(sentence)]);
      const items = [...memory.facts(), ...memory.rules()];
      learntItems += items.length;
      if (!items.some((item) => item.includes(part))) {
        missed.push(`${sentence} -> ${items.join(" | ")}`);
      }
    }
    const leaked: string[] = [];
    for (const sentence of row.quiet) {
      const memory = await learnt([user(sentence)]);
      leaked.push(
        ...[...memory.facts(), ...memory.rules()].map((item) => `${sentence} -> ${item}`),
      );
    }
    assertEquals(leaked, []);
    assertEquals(missed, []);
    assert(row.learns.length >= 12 && row.quiet.length >= 20 && learntItems >= 12);
  });
}
