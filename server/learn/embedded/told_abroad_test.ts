import { assertEquals } from "@std/assert";
import {
  assistant,
  knownAfter,
  learnt,
  talkLines,
  user,
} from "../../../tests/support/learning_memory.ts";

/**
 * More of what is told in German, Spanish, French, Portuguese, Chinese and Japanese. One a line:
 * what is said, `=>`, what is known afterwards. ` ## ` stands between two publishes, `A>` before
 * the assistant's turn and `U>` before the answer.
 */
const TOLD = `
Ich bin Laborantin in einer Brauerei in Kulmbach. Was hilft gegen Rückenschmerzen? => Arbeitet als Laborantin in einer Brauerei in Kulmbach
Ich arbeite als Koch in einem kleinen Hotel auf Juist. => Arbeitet als Koch in einem kleinen Hotel auf Juist
Ich bin Hausmeister an einer Grundschule in Plauen. => Arbeitet als Hausmeister an einer Grundschule in Plauen
Ich bin Pflegerin in Teilzeit. => Arbeitet als Pflegerin
Trabajo de enfermero en el hospital de Lugo. => Trabaja como enfermero en el hospital de Lugo
Soy profesora de música en un colegio público de Badajoz. => Trabaja como profesora de música en un colegio público de Badajoz
Je suis prof de maths au lycée de Vannes. => Travaille comme prof de maths au lycée de Vannes
Je travaille comme cuisinier dans une cantine scolaire à Brest. => Travaille comme cuisinier dans une cantine scolaire à Brest
Sou professora de física do ensino médio em Recife. => Trabalha como professora de física do ensino médio em Recife
Trabalho como vigilante num museu de Lisboa. => Trabalha como vigilante num museu de Lisboa
我是昆明的小学音乐老师。 => 用户是昆明的小学音乐老师
我在一家医院做护士。 ## 我上个月辞职了,现在在一家出版社当编辑。 => 用户在一家出版社当编辑
Ich arbeite als Koch in Ulm. ## Ich habe gekündigt und arbeite jetzt in einer Druckerei in Gera. => Arbeitet in einer Druckerei in Gera
去年、大阪から福岡に引っ越しました。 => ユーザーは福岡に住んでいる
春日井に引っ越しました。 => ユーザーは春日井に住んでいる
那覇に引っ越しました。 => ユーザーは那覇に住んでいる
Meine Tochter hat das Down-Syndrom. Welche Kita passt? => Tochter hat das Down-Syndrom
Mein Vater leidet an Demenz und wohnt bei uns. => Vater hat Demenz
Ich suche ein Buch, weil meine Mutter Rheuma hat. => Mutter hat Rheuma
Mein Sohn ist Autist und liebt Züge. => Sohn ist Autist
Meine Freundin ist Veganerin. Was koche ich? => Freundin ist Veganerin
Unser Sohn ist gegen Haselnüsse allergisch. => Sohn ist allergisch gegen Haselnüsse
Mi hijo pequeño tiene TDAH. ¿Alguna idea? => Su hijo pequeño tiene TDAH
Mi mujer es celíaca y mi hija no come cerdo. => Su mujer es celíaca ; Su hija no come cerdo
A mi padre le han diagnosticado diabetes. => Su padre tiene diabetes
Mon père a la maladie de Parkinson. => Père a la maladie de Parkinson
Notre fille ne mange pas de poisson. => Fille ne mange pas de poisson
Minha mãe tem Alzheimer, como falo com ela? => Mãe tem Alzheimer
Meu filho é alérgico a amendoim. => Filho: alergia a amendoim
我爷爷去年查出糖尿病。 => 用户的爷爷有糖尿病
我女儿对鸡蛋过敏。 => 用户的女儿对鸡蛋过敏
我老婆吃素。 => 用户的老婆吃素
娘は小麦アレルギーです。 => ユーザーの娘は小麦アレルギーがある
母は高血圧なので、減塩の献立を知りたいです。 => ユーザーの母は高血圧
妻はベジタリアンです。 => ユーザーの妻はベジタリアン
娘は牛乳を飲めません。 => ユーザーの娘は牛乳がだめ
Ich brauche Tipps, weil ich Migräne habe. => Hat Migräne
Ich bin eher ein Frühaufsteher. => Ist eher ein Frühaufsteher
Soy madrugadora y prefiero entrenar por la mañana. => Es madrugadora ; Prefiere entrenar por la mañana
Je suis plutôt du soir. => Est plutôt du soir
Sou notívago. => É notívago
我是夜猫子。 => 用户是夜猫子
夜型なので、朝は苦手です。 => ユーザーは夜型 ; ユーザーは朝が苦手
Ich mache seit Jahren Yoga. => Macht seit Jahren Yoga
Practico kárate los martes. => Practica kárate los martes
Treino jiu-jítsu às segundas e uso um Garmin. => Pratica jiu-jítsu às segundas ; Usa um Garmin
我周三打羽毛球。 => 用户练羽毛球
週末はテニスをしています。 => ユーザーはテニスをしている
我平时用Python写脚本。 => 用户习惯用Python写脚本
我在上海上班,每天六点起床,周末喜欢去爬山。 => 用户在上海工作 ; 用户六点起床 ; 用户周末喜欢去爬山
Wir backen zu Hause glutenfrei. => Isst zu Hause glutenfrei
Wir wohnen seit letztem Sommer auf einem Resthof bei Husum und halten zwölf Schafe. => Wohnt seit letztem Sommer auf einem Resthof bei Husum ; Hat zwölf Schafe
Ich lerne Polnisch. ## Mit Polnisch habe ich aufgehört, ich lerne jetzt Tschechisch. => Lernt Tschechisch
Tengo una gata que se llama Nube. ## Nube murió en abril y ahora tenemos un perro. => Tiene un perro
Tenho um gato chamado Bento. ## O Bento morreu em março e adotamos uma cadela. => Tem uma cadela
J'ai un chien nommé Rex. => A un chien nommé Rex
市役所で働いています。 ## 三月に市役所を退職して、今はパン屋でアルバイトをしています。 => ユーザーはパン屋でアルバイトをしている
札幌に住んでいます。 ## 月曜の会議を辞めて、すっきりしました。 => ユーザーは札幌に住んでいる
Ich schwimme dreimal die Woche. => Schwimmt dreimal die Woche
He dejado de correr; ahora nado tres veces por semana. => Nada tres veces por semana
Je nage tous les matins avant le travail. => Nage tous les matins avant le travail
Corro todos os dias na praia. => Corre todos os dias na praia
Depuis mon AVC je n'ai plus de force dans la main gauche. => A eu : AVC
Seit meinem Schlaganfall kann ich nicht lange stehen. => Hatte: Schlaganfall ; Kann nicht lange stehen
Desde que tirei a vesícula não posso comer fritura. => Operado: a vesícula ; Não pode comer fritura
Sou contabilista por conta própria e uso o TOConline pra faturar. => Trabalha como contabilista ; Usa TOConline
J'utilise KiCad pour mes circuits. => Utilise KiCad
Las multitudes me agobian. => No soporta las multitudes
J'élève des chèvres dans la Drôme. => Élève des chèvres dans la Drôme
Vendo miel en el mercado. => Vende miel en el mercado
Ich höre am liebsten Hörbücher beim Bügeln. => Am liebsten Hörbücher beim Bügeln
Unser Budget für die Küche liegt bei 12.000 Euro. => Hat ein Budget von 12.000 Euro
J'ai un budget de 300 euros pour un vélo d'occasion. => A un budget de 300 euros pour un vélo
Trabajo de noche en una gasolinera y duermo fatal. => Trabaja en una gasolinera
Tengo intolerancia a la fructosa, ¿qué fruta puedo tomar? => Tiene intolerancia a la fructosa
Moro com os meus avós em Ponta Grossa. => Mora com os seus avós em Ponta Grossa
Jogo xadrez no clube toda quinta-feira. => Joga xadrez no clube toda quinta-feira
Não uso carro, vou de bicicleta para o trabalho. => Vai para o trabalho de bicicleta
Voy al trabajo en metro. => Va al trabajo en metro
Estoy embarazada de cinco meses. => Está embarazada
我在深圳做跨境电商。 => 用户在深圳做跨境电商
我搬家了,不在厦门了,现在住福州。 => 用户住在福州
我们一家四口住在重庆。 => 用户住在重庆
我坐地铁上班。 => 用户坐地铁上班
名古屋で小学校の教師をしています。 => ユーザーは名古屋で小学校の教師をしている
妻と娘二人の四人家族です。 => ユーザーは四人家族
仕事ではExcelとAccessを使っています。 => ユーザーはExcelとAccessを使っている
自転車で通勤しています。 => ユーザーは自転車で通勤している
我是中学物理老师,在西安教高二。 => 用户是中学物理老师 ; 用户在西安教高二
我是体育老师,去年膝盖动过手术。 => 用户是体育老师 ; 用户膝盖动过手术
右膝の手術を受けました。 => ユーザーは右膝の手術をした
朝より夜のほうが集中できます。 => ユーザーは夜のほうがよい
Mein Sohn ist zehn und Autist. => Kind (Sohn) ist zehn ; Sohn ist Autist
Mi hija tiene ocho años y es celíaca. => Su hija tiene ocho años ; Su hija es celíaca
Mon fils a six ans et il est asthmatique. => Fils a six ans ; Fils est asthmatique
Je vis à Colmar avec ma femme et nos deux fils. => Habite à Colmar avec sa femme et leurs deux fils
Pour les longs trajets j'aime mieux le train. => Préfère le train
No soporto comer al sol. => No soporta comer al sol
Trabalho na biblioteca municipal. ## Já não estou na biblioteca, agora trabalho no arquivo do porto. => Trabalha no arquivo do porto
Ich wohne zur Untermiete in Erlangen. ## Seit Mai lebe ich in Bamberg. => Wohnt in Bamberg
Eigentlich bin ich Bauingenieurin bei der Stadt Hagen. => Arbeitet als Bauingenieurin bei der Stadt Hagen
Ich mache jetzt eine Ausbildung zur Hebamme. => Macht eine Ausbildung zur Hebamme
Ich lese mit dem Screenreader. => Arbeitet mit dem Screenreader
Tengo alergia al polen y en mayo no salgo de casa. => Es alérgico a polen
Me dedico a restaurar muebles antiguos en Toledo. => Se dedica a restaurar muebles antiguos en Toledo
Mes parents vivent avec nous et mon père est diabétique. => Ses parents vivent avec eux ; Père est diabétique
Je suis devenu fleuriste. => Travaille comme fleuriste
Appelle-moi Jo, pas Joséphine. => S'appelle Jo
我以前在广州上班,现在定居成都了。 => 用户住在成都
我老家是湖南的。 => 用户来自湖南
我每天晚上十点前必须睡觉。 => 用户每天晚上十点前必须睡觉
叫我老陈就行。 => 用户叫老陈
我已经戒酒三年了。 => 用户戒酒了
横浜に住んでいましたが、今は長野に移住しました。 => ユーザーは長野に住んでいる
お酒は一切飲みません。 => ユーザーはお酒を飲まない
子供は三人で、一番下は二歳です。 => ユーザーの一番下は二歳
犬アレルギーなのに犬が大好きです。 => ユーザーは犬が好き
福岡に住んでいる大学生です。 => ユーザーは福岡に住んでいる
札幌に引っ越した後、仕事を探しています。 => ユーザーは札幌に住んでいる
Mi hijo tiene síndrome de Asperger. => Su hijo tiene síndrome de Asperger
`;

/** What is to be done, told in an objection and without an address. */
const DUTIES = `
Rédige un mot pour le gardien. A> Salut ! U> Non, trop familier : pour ce genre de mot il faut toujours vouvoyer. => Pour ce genre de mot il faut toujours vouvoyer
Schreib den Aushang. A> Hallo Leute! U> Nein, in Aushängen muss immer das Datum stehen. => In Aushängen muss immer das Datum stehen
Escribe el aviso. A> Hola, vecinos. U> No, en los avisos siempre hay que poner la fecha. => En los avisos siempre hay que poner la fecha
Mach mir eine Liste. A> - Äpfel - Brot U> Nein, nummeriert. Listen will ich immer nummeriert haben. => Listen will ich immer nummeriert haben
Cuando hables de temperaturas usa siempre grados Celsius. => Usa siempre grados Celsius
给我写周报。 A> 本周工作总结如下…… U> 太长了,周报永远不要超过五行。 => 周报永远不要超过五行
`;

/** Look-alikes: other people, orders, questions, suppositions. */
const QUIET = `
Meine Nachbarin hat Asthma.
Mein Nachbar sammelt alte Traktoren und wohnt eigentlich in Stendal.
Meine Kollegin hat drei Katzen und wohnt in Bonn.
Meine Tochter hat ein Referat über Diabetes.
Hat meine Tochter Asthma?
Wenn meine Tochter Asthma hätte, was wäre zu tun?
Mi jefe es celíaco.
Mi vecina cría gallinas y vive sola.
Mi hija tiene miedo a la epilepsia.
¿Mi hijo tiene asma si tose mucho?
Mon voisin est sourd.
Mon collègue est végétarien et habite à Lyon. Où l'inviter ?
Il faut toujours laisser reposer la pâte.
Combien de temps ? A> Dix minutes. U> Il faut toujours attendre, c'est pénible.
Minha chefe é vegana.
O meu cunhado só come comida congelada e trabalha em Setúbal.
我邻居有糖尿病。
我同事喜欢摄影,送什么礼物好?
我妈身体很好,每天六点起床。
帮我写一份在银行当柜员的简历。
友人の娘は卵アレルギーです。
長野に移住した友人に会いました。
ペットを飼っている家に住んでみたいです。
禁煙しているお店を探しています。
Wenn ich in Kiel wohne, welches Amt ist zuständig?
Warum wohne ich in Deutschland eigentlich so teuer?
Das Projekt ist gestorben.
Appelle-moi demain matin.
Mein Cousin lebt in Graz und hat Asthma.
我想定居大理。
叫我怎么办?
Schreib eine Kurzgeschichte: Meine Tochter hat Epilepsie und ich arbeite als Köchin in Rom.
Im Roman heißt es: Mein Vater leidet an Demenz.
Heute fahre ich ausnahmsweise mit dem Bus zur Arbeit.
Mein Kunde ist Diabetiker und arbeitet als Fahrer in Essen.
En la novela, mi personaje dice: soy madrugador y nado todos los días.
Hoy voy al trabajo en metro porque llueve.
¿Cuánto gana un camarero en un hotel de Ibiza?
Nado en un mar de dudas.
Dans mon scénario, ma fille est asthmatique et je suis boulanger dans un village du Jura.
Aujourd'hui je vais au travail à vélo.
No relatório está escrito: sou notívago.
Meu chefe nada todos os dias e mora em Santos.
写一篇小说:我是西安的老师,我女儿有哮喘。
我同学在上海做护士,每天六点起床。
今天我坐地铁上班,平时不坐。
友達が妊娠中です。何を贈ればいいですか。
スキーをしている人が多いと聞きました。
今日だけ電車で通勤しています。
我妈膝盖动过手术。
O trabalho no porto é duro?
Such mir ein Geburtstagsgeschenk für mich selbst aus.
Para esta carta só, use um tom bem formal.
Corro riesgo de perder el tren cada vez más.
不对,我说的是长春的朝阳区,不是北京的。
私の同僚は毎日ジムに通っています。
先輩はワインが好きで、毎週飲んでいます。
来月のイベントの案内文を書いてほしい。
英語での電話の受け方をわかりやすく教えてください。
`;

function turnsOf(publish: string) {
  return publish.split(/(?=[AU]> )/).map((turn) =>
    turn.startsWith("A> ") ? assistant(turn.slice(3).trim()) : user(turn.replace(/^U> /, "").trim())
  );
}

for (const line of TOLD.trim().split("\n")) {
  const [said = "", known = ""] = line.split(" => ");
  Deno.test(`a fact is learnt: ${said}`, async () => {
    const memory = await learnt(...said.split(" ## ").map(turnsOf));
    assertEquals(memory.facts(), known.split(" ; "));
  });
}

for (const line of DUTIES.trim().split("\n")) {
  const [said = "", known = ""] = line.split(" => ");
  Deno.test(`a rule is learnt: ${said}`, async () => {
    const memory = await learnt(turnsOf(said));
    assertEquals([...memory.playbooks.values()].map(({ row }) => row.content), [known]);
  });
}

Deno.test("EmbeddedLearner learns nothing of other people, from orders and suppositions abroad", async () => {
  for (const line of QUIET.trim().split("\n")) {
    const memory = await learnt(turnsOf(line));
    assertEquals([line, ...memory.facts(), ...memory.rules()], [line]);
  }
});

/** Orders that are told to hold always, and what was taken up or given up. */
const ECHOES = String.raw`
U> Wie lange dauert die Fahrt? A> 190 Minuten. U> Bitte Stunden und Minuten angeben. Immer so. => Bei jeder Antwort → Stunden und Minuten angeben
U> Schreib den Titel. A> Hier. U> Immer so. =>
U> Haz la lista. A> Aquí. U> Numera los puntos, por favor. Siempre así. => En cada respuesta → Numera los puntos
Mit Krimis kann ich nichts anfangen. => Kann mit Krimis nichts anfangen
J'ai arrêté le foot, je fais de l'escalade. => Fait de l'escalade
J'ai arrêté de boire du café. => Ne boit plus du café
Je me suis mise à l'accordéon, un morceau facile ? => S'est mise à l'accordéon
`;

for (const { said, known } of talkLines(ECHOES)) {
  Deno.test(`echo: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
