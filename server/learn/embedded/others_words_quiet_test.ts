import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Notes about others, transcripts, letters in one line, what somebody says behind a colon, texts of tasks and stories; and next to them what is the user's own. */
const OTHERS = `
Guest list: Aurelio (no nuts), Prisca (vegetarian), Bogdan (arrives late). How many need a special plate? =>
Hedda (left-handed), Momo (allergic to bees) and Rudi (lives in Kiel) - who needs an epipen? =>
Gästeliste: Ute (keine Nüsse), Jens (Vegetarier), Kai (kommt später). Wie viele brauchen einen Sonderteller? =>
We use Notion (docs) and Linear (tickets). Which has the better API? => Uses Notion
TRANSCRIPT 00:04:12\\nSPEAKER A: I only drink decaf, always have.\\nSPEAKER B: And I moved here from Gdansk.\\n\\nWho talks first? =>
INTERVIEWER: Where do you live?\\nGUEST: I live on a boat in Bristol.\\n\\nCorrect the punctuation. =>
Person A: Ich esse kein Fleisch.\\nPerson B: Ich wohne in Trier.\\n\\nWer redet mehr? =>
Cliente: soy celíaca, siempre pido sin gluten.\\nCamarero: vale.\\n\\n¿Está bien puntuado? =>
Dear Ms Novak, I live in Graz and I am allergic to cats. Kind regards, Ida. Too formal? =>
Estimado señor: vivo en Cádiz y soy alérgico al látex. Atentamente, Luis. ¿Está bien escrito? =>
Bonjour Madame, je suis allergique au gluten et j'habite à Metz. Cordialement, Paul — tu peux corriger ? =>
In dem Roman sagt die Heldin: ich esse nie Fisch und schlafe im Zelt. =>
Auf dem Schild steht: Bitte immer Tür schließen. Ist das richtig? =>
Mein Chef schreibt: ab jetzt immer alles in Excel. Was heißt das für mich? =>
A placa diz: sempre fechar o portão. Está certo? =>
客户说：我对海鲜过敏，以后别给我打电话。我该怎么回？ =>
我想问：我住在成都，去稻城怎么走？ => 用户住在成都
お客様からのメール：私は卵アレルギーです。いつも窓側をお願いします。どう返信すればいいですか。 =>
翻译成英文：我住在北京，是一名医生。 =>
次の文を英語に訳してください：私は東京に住んでいて、猫を飼っています。 =>
Kundenbewertung: Ich komme jeden Freitag her und liebe den Kuchen! Soll ich antworten? =>
Avis client : je viens tous les jeudis, j'adore la tarte. Que répondre ? =>
Satz für die Klassenarbeit: Ich spiele jeden Tag Fußball. Welcher Kasus? =>
Finge que sou um detetive e moro numa ilha. =>
Continua a história: eu moro numa torre e tenho um dragão. =>
小説の続きを書いて：俺は毎晩屋根の上で寝ている。 =>
Meine Figur heißt Rolf, ist Metzger und lebt in Wien. Was fehlt ihr? =>
El hijo de mi vecino tiene nueve años y es celíaco. =>
FEHLER 2201: Benutzer ist nicht angemeldet, immer zuerst anmelden\\nWas tun? =>
Truly an inspiration to us all =>
Three answers from our feedback box, which is about staffing? =>
I write reviews on our blog every Sunday. => Writes reviews on their blog every Sunday
やっと金曜日だ。 =>
Por fin es viernes. =>
今週末は京都にいます。 => ユーザーは京都にいる 今週
The narrator says: I have not slept in years and I keep seven cats. =>
My flatmate texted: I never do dishes on Mondays. Passive aggressive? =>
which is right: I live in London or I am living in London =>
quote of the day: never stop learning =>
just this once, no bullet points =>
Lyrics: I walk alone, I never cry. Who sang it? =>
Poll: cats or dogs? A: I have three cats. B: I hate dogs. Count the votes. =>
Corrige mi texto A> Envíamelo. U> Vivo en Cuenca y tengo dos perros que ladra mucho. =>
Translate what I write next A> Sure. U> Ich wohne in Trier und habe Angst vor Hunden. =>
traduis les phrases suivantes A> Oui, envoie. U> J'habite à Lille et je suis boulanger. =>
Corrige siempre mis textos. A> Claro. U> Vivo en Cuenca. => Vive en Cuenca
En la carta pone que soy alérgico, pero es un error. =>
Segundo o manual: nunca ligar sem água. =>
Laut Aushang: ab sofort immer Licht ausmachen. Gilt das? =>
Bewerbung: Ich bin belastbar, arbeite gern im Team und spreche drei Sprachen. Zu abgedroschen? =>
Bio para Instagram: vivo en Cádiz, amo el mar. ¿Mejorable? =>
Texte pour Tinder : j'aime la rando et j'ai un chat. Trop banal ? =>
Perfil do app: moro em Natal, adoro forró. Ficou bom? =>
个人简介：我住在杭州，喜欢爬山。帮我润色。 =>
自己紹介文：私は札幌に住んでいて、猫が好きです。直してください。 =>
Adivinanza: vivo en el agua y nunca me mojo. =>
なぞなぞ：私は毎日顔を洗いません。なんでしょう。 =>
Mi regla: siempre dos opciones. => En cada respuesta → Siempre dos opciones
Our style guide says: never use the passive voice. =>
Não entendi, explica de novo. =>
日本人はいつもお辞儀をします。 =>
Escreve para o síndico que eu moro no 302 e tenho um gato. =>
Sag dem Kunden, dass wir montags nie liefern. =>
Dile al cliente que siempre cerramos los lunes. =>
Écris à ma prof que je suis malade et que j'habite loin. =>
Sag Kunden immer, dass die Lieferung zwei Wochen dauert. => Wenn es um Kunden geht → Sag Kunden immer, dass die Lieferung zwei Wochen dauert
Mein Text: Immer wenn ich traurig bin, trinke ich Tee. Wie klingt das? =>
Título: Por qué ya no como carne. ¿Vende? =>
Titre : Pourquoi je vis sans voiture. Accrocheur ? =>
标题：我为什么不吃早饭。吸引人吗？ =>
Ich sage dir, dass ich in Bonn wohne. =>
`;

for (const { said, known } of talkLines(OTHERS)) {
  Deno.test(`words of others: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
