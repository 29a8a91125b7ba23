/**
 * Checkers for what other languages tell of the user's family, sports and hours.
 *
 * @module
 */

import type { Shape, ValueRange } from "./shapes.ts";
import type { Token } from "../types.ts";
import { foreignHealth, RELATIVES } from "./shapes_phrases.ts";
import { joined, textOf, tokensIn, tokensOf } from "./value_words.ts";

const AGE_OR_SIZE =
  /^(?:kleine[rsnm]?|große[rsnm]?|ältere[rsnm]?|jüngere[rsnm]?|älteste[rsnm]?|jüngste[rsnm]?|mayor|menor|pequeñ[oa]|aînée?|cadet|cadette|petite?|grande?|mais|velh[oa]|nov[oa]|maior|pequen[oa])$/;

/** Brothers and sisters have homes of their own: what they have is not the user's. */
const SIBLING =
  /^(?:\S*bruder|\S*schwester|brüder|schwestern|herman[oa]s?|frères?|sœurs?|soeurs?|irmãos?|irmãs?)$/;

/** `Tochter`, `hija mayor`: one of the household, in one to three words. */
export const foreignKin: Shape = (value) => {
  const words = tokensOf(value).map(({ fold }) => fold);
  return words.filter((word) => RELATIVES.test(word)).length === 1 &&
      !words.some((word) => SIBLING.test(word)) &&
      words.every((word) => RELATIVES.test(word) || AGE_OR_SIZE.test(word))
    ? value
    : null;
};

/** What is about an illness without being one. */
const ABOUT =
  /\b(?:referat|vortrag|buch|film|frage|prüfung|kurs|über|angst|sobre|sur|examen|trabajo|miedo|charla|exposé|peur|livre|prova|trabalho|medo|livro|palestra|verdacht|sospecha|soupçon|suspeita)\b/;

/** An illness that somebody of the family has. */
export const foreignKinHealth: Shape = (value) =>
  ABOUT.test(textOf(value)) ? null : foreignHealth(withoutSecondVerb(value));

/** `Demenz und wohnt bei uns`: only what stands before the second verb. */
function withoutSecondVerb(value: ValueRange): ValueRange {
  const at = tokensOf(value).findIndex(({ fold }) => /^(?:und|y|e|et)$/.test(fold));
  if (at < 1) return value;
  const rest = { ...value, from: value.from + at + 1 };
  return foreignHealth(rest) === null ? { ...value, to: value.from + at } : value;
}

/** `Autist`, `asthmatique`, `diabético`: what somebody of the family is. */
export const foreignKinState: Shape = (value) =>
  /^(?:seit \S+ (?:\S+ )?|leider |stark |schwer |fast |von geburt an |très |muy |muito |un peu |medio |parcialmente )?(?:autist(?:in|isch)?|taub|blind|gehörlos|schwerhörig|sehbehindert|diabetiker(?:in)?|asthmatiker(?:in)?|epileptiker(?:in)?|allergiker(?:in)?|legastheniker(?:in)?|dement|demenzkrank|pflegebedürftig|querschnittsgelähmt|autista|sord[oa]|cieg[oa]|ceg[oa]|surd[oa]|sordomud[oa]|diabétic[oa]|asmátic[oa]|epiléptic[oa]|disléxic[oa]|celíac[oa]|celiac[oa]|hipertens[oa]|cardíac[oa]|cadeirante|asthmatique|diabétique|épileptique|dyslexique|autiste|sourde?|aveugle|malentendante?|malvoyante?|cœliaque|hypertendue?|hémophile|handicapée?|trisomique|dépendante?)(?:$|[\s,])/
      .test(textOf(value))
    ? withoutSecondVerb(value)
    : null;

const RHYTHM =
  /^(?:(?:eher|ein|eine|echter|echte|totaler|totale|absoluter|más|muy|un|una|más bien|plutôt|une|um|uma|mais|muito|bem) ){0,2}(?:nachteule|nachtmensch|nachtaktiv|abendmensch|langschläfer(?:in)?|morgenmuffel|morgenmensch|frühaufsteher(?:in)?|lerche|ave nocturna|búho|nocturn[oa]|madrugadora?|trasnochadora?|dormilona?|du soir|du matin|couche-tard|lève-tôt|oiseau de nuit|noctambule|notívag[oa]|matutin[oa]|coruja|pessoa (?:noturna|diurna|matutina|da noite|da manhã)|persona (?:nocturna|diurna|matutina|de mañanas|de noche)|personne du (?:soir|matin))(?=$|[\s,])/;

/** `Nachteule`, `du soir`, `madrugadora`: whether somebody is awake early or late. */
export const foreignRhythm: Shape = (value) => {
  const match = RHYTHM.exec(textOf(value));
  if (match === null) return null;
  return { ...value, to: value.from + match[0].trim().split(" ").length };
};

const SPORTS =
  /(?:^|[\s'])(?:yoga|ioga|pilates|judo|judô|karate|kárate|karaté|caratê|taekwondo|aikido|jiu-jitsu|jiu-jítsu|muay thai|kickboxen|kickboxing|krav maga|boxen|boxeo|boxe|capoeira|crossfit|natación|natação|escalada|senderismo|ciclismo|atletismo|remo|vela|surf|esgrima|esgrima|patinaje|patinação|equitación|equitação|hípica|triatlón|triathlon|triatlo|ballett|ballet|balé|danza|dança|flamenco|salsa|zumba|gimnasia|ginástica|musculación|musculação|bouldern|klettern|fechten|rudern|turnen|leichtathletik|kraftsport|krafttraining|tai-chi|tai chi|qigong|parkour|buceo|mergulho|cerámica|cerâmica|ganchillo|crochê|croché|tricô|bordado|costura|teatro|theater|origami|kalligrafie|caligrafía|caligrafia)(?:$|[\s,])/;
const PRACTISED_WITH =
  /\b(?:con|mit|für|para|einen|una pregunta|heute|morgen|hoy|mañana|hoje|amanhã|sentido|sinn)\b/;

/** `jiu-jítsu às segundas`, `Yoga`: a sport or a craft that somebody practises. */
export const foreignPractice: Shape = (value) =>
  SPORTS.test(textOf(value)) && !PRACTISED_WITH.test(textOf(value)) ? value : null;

/** `爸`, `女儿`: one of the family of Chinese. */
export const hanKin: Shape = (value) =>
  /^(?:的|家|家的)?[大小二]?(?:爸|妈|爸爸|妈妈|父亲|母亲|老公|老婆|丈夫|妻子|先生|太太|爱人|儿子|女儿|闺女|孩子|小孩|宝宝|娃|孙子|孙女|爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|岳父|岳母|男朋友|女朋友|男友|女友)$/
      .test(joined(value))
    ? value
    : null;

/** `息子`: one of the family of Japanese, at the end of what stands there. */
export const jaKin: Shape = (value) => {
  const text = joined(value);
  const match =
    /(?:息子|娘|子供|子ども|長男|長女|次男|次女|夫|妻|主人|旦那|家内|母|父|両親|祖母|祖父|孫|義母|義父|彼氏)$/
      .exec(text);
  return match === null || match.index > 6 || /[友客先後上]|知人|同僚|隣|他人|患者|生徒/.test(text)
    ? null
    : { ...value, from: value.from + tokensIn(value, match.index) };
};

/** `瑜伽`, `羽毛球`: a sport or an art of Chinese. */
export const hanPractice: Shape = (value) => {
  const match =
    /^[^,，。我你]{0,2}?(?:瑜伽|太极拳?|羽毛球|乒乓球|篮球|足球|网球|排球|高尔夫|吉他|钢琴|古筝|二胡|小提琴|琵琶|架子鼓|书法|拳击|跆拳道|柔道|空手道|普拉提|毛笔字|素描)/
      .exec(joined(value));
  return match === null ? null : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** `ヨガ`, `将棋`: a pastime of Japanese, in front of its verb. */
export const jaPractice: Shape = (value) => {
  const match =
    /(?:ヨガ|ピラティス|ランニング|ジョギング|登山|山登り|釣り|水泳|テニス|卓球|バドミントン|サッカー|野球|剣道|柔道|空手|合気道|弓道|茶道|華道|生け花|書道|陶芸|将棋|囲碁|麻雀|ボルダリング|サーフィン|スキー|ダンス|バレエ|フラダンス|合唱|編み物|刺繍|家庭菜園|ガーデニング|筋トレ|サイクリング|自転車|キャンプ|社交ダンス|太極拳)$/
      .exec(joined(value));
  return match === null || match.index > 8
    ? null
    : { ...value, from: value.from + tokensIn(value, match.index) };
};

const EVENT =
  /^(?:(?:la |el |o |a |os |as |un |una |um |uma |le |schweren |leichten |zweiten |zweite |segundo |segunda |deuxième |pequeño |leve )?)(?:schlaganfall|herzinfarkt|hüft-?op|knie-?op|\S*operation|op|\S*unfall|hirntumor|chemo(?:therapie)?|krebserkrankung|bandscheiben-?op|burnout|burn-out|gehirnerschütterung|ictus|infarto|operación(?: de \S+)?|accidente|cáncer(?: de \S+)?|quimio(?:terapia)?|derrame|embolia|trasplante|avc|infarctus|opération(?: d[eu] \S+)?|accident(?: de \S+)?|cancer(?: d[eu] \S+)?|chimio(?:thérapie)?|greffe|embolie|cirurgia(?: (?:de|no|na|ao) \S+)?|operação(?: (?:de|no|na|ao) \S+)?|acidente|cancro(?: d[aeo] \S+)?|câncer(?: d[aeo] \S+)?|quimioterapia|transplante)(?=$|[\s,])/;

/** `AVC`, `la vesícula`: what the body went through and still bears on what somebody can do. */
export const foreignEvent: Shape = (value) => {
  const match = EVENT.exec(textOf(value));
  return match === null ? null : { ...value, to: value.from + match[0].trim().split(" ").length };
};

const BEHIND_NAME =
  /^(?:para|pra|pour|für|zum|zur|con|com|avec|mit|en|em|no|na|y|e|et|und|desde|depuis|seit|,|\.|;|!)$/;

/** `TOConline pra faturar`: a tool by its name, in front of what it is for. */
export const foreignNamed: Shape = (value) => {
  const tokens = value.sentence.tokens.slice(value.from);
  const { lang } = value.sentence;
  const named = (token: Token | undefined) =>
    token?.kind === "word" && token.capital &&
    (lang !== "de" || /^\p{Lu}.*[\p{Lu}\d]/u.test(token.text));
  let end = 0;
  while (end < 3 && (named(tokens[end]) || end > 0 && tokens[end]?.kind === "number")) end++;
  return end > 0 && (tokens[end] === undefined || BEHIND_NAME.test(tokens[end]?.fold ?? ""))
    ? { ...value, to: value.from + end }
    : null;
};

/** `tres veces por semana`, `jeden Morgen`: how often, in what somebody does. */
export const foreignOften: Shape = (value) =>
  /(?:^|\s)(?:(?:ein|zwei|drei|vier|fünf|mehr)mal (?:die|pro|in der|im) (?:woche|monat)|jede[nsmr]? \S+|täglich|regelmäßig|(?:mon|diens|mitt|donners|frei|sams|sonn)tags|mittwochs|am wochenende|(?:una vez|dos veces|tres veces|cuatro veces|\d veces|varias veces) (?:a la semana|por semana|al mes)|cada (?!vez)\S+|todos los \S+|todas las \S+|a diario|los (?:lunes|martes|miércoles|jueves|viernes|sábados|domingos|fines)|(?:une|deux|trois|quatre|\d|plusieurs) fois par (?:semaine|mois)|tous les \S+|toutes les \S+|chaque \S+|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:uma vez|duas vezes|três vezes|quatro vezes|\d vezes|várias vezes) (?:por|na|à) (?:semana|mês)|todos os \S+|todas as \S+|todo dia|(?:às|aos|nas) (?:segundas|terças|quartas|quintas|sextas|sábados|domingos)\S*)(?:$|[\s,])/
      .test(textOf(value)) &&
    !/^(?:\p{L}+(?:er|ir|re) )|\b(?:heute|hoy|hoje|aujourd|riesgo|risco|peligro|perigo|gefahr|contra|contre|strom)\b/u
      .test(textOf(value))
    ? value
    : null;

/** `la vesícula`: a part of the body that was operated on. */
export const foreignOrgan: Shape = (value) => {
  const match =
    /^(?:la |el |o |a |os |as |del |de la |do |da )?(?:vesícula|apéndice|apêndice|amígdalas|menisco|tiroides|tireoide|tiroide|útero|próstata|baço|bazo|riñón|rim|estómago|estômago|rodilla|joelho|cadera|quadril|anca|columna|coluna|espalda|hombro|ombro|catarata|cataratas|corazón|coração)(?=$|[\s,])/
      .exec(textOf(value));
  return match === null ? null : { ...value, to: value.from + match[0].trim().split(" ").length };
};

/** `mit dem Rad`, `en métro`, `地铁`: how somebody gets to work. */
export const foreignRide: Shape = (value) =>
  /^(?:(?:meist|meistens|immer|täglich|jeden tag|jeden morgen|normalmente|siempre|todos los días|cada día|toujours|tous les jours|sempre|todos os dias|todo dia) )?(?:mit (?:dem|der) (?:\S*rad|auto|bus|\S*bahn|zug|tram|roller|e-bike|fähre|moped|motorrad)|zu fuß|en (?:bici|bicicleta|coche|carro|metro|tren|autobús|bus|moto|patinete|tranvía|voiture|métro|train|tram|vélo|scooter|trottinette|bicicleta)|a pie|andando|à (?:vélo|pied|moto)|de (?:bicicleta|bike|carro|metro|metrô|ônibus|autocarro|trem|comboio|moto|barca)|a pé)(?:$|[\s,])/
      .test(textOf(value)) ||
    /(?:地铁|公交|公交车|自行车|电动车|电瓶车|开车|骑车|走路|步行|高铁|摩托车|自転車|電車|バス|徒歩|車|バイク|地下鉄|新幹線|原付|ロードバイク)$/
      .test(joined(value))
    ? value
    : null;
