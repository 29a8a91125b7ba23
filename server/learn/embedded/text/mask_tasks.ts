/**
 * Masks of what a text task is about: text to translate or correct, messages to others, fiction.
 *
 * @module
 */

import type { Mask } from "../types.ts";
import { type MaskCue, mayHold } from "./mask_cues.ts";
import { matchesOf } from "./matches.ts";

const TEXT_VERBS =
  "translate|rewrite|rephrase|reword|paraphrase|proofread|proof-read|summari[sz]e|shorten|correct|fix|improve|polish|tighten|edit|convert|simplify|expand|condense|spell-?check|grammar-?check|check|review|classify|analy[sz]e|label|sort|transcribe|format|punctuate|put|turn|say|render|übersetze?|übersetzen|korrigiere|korrigier|traduce|traduzca|traduire|traduis|traduisez|corrige|corrigez|résume|traduza|traduz|corrija|resuma|resume";
/** Verb … colon: the rest of the turn is the payload. */
const WITH_COLON = new RegExp(
  `(?:^|[.!?\\n]\\s*|\\b(?:please|pls|can you|could you|now|and|then|bitte|por favor|s'il te plaît)\\s)(?:${TEXT_VERBS})\\b[^.!?\\n:]{0,100}:`,
  "gi",
);
/** `Punctuation only, leave the words alone: …`: what is to be looked at in the text behind the colon. */
const ASPECT =
  /(?:^|[.!?\n]\s*)(?:please |just |only )*(?:punctuation|spelling|grammar|commas|typos|capitals|capitalisation|capitalization|orthography|line breaks)(?: and \w{3,16})?(?: only| please)?\b[^.!?\n:]{0,60}:/gi;
/** `Which is right: …`, `¿cuál es correcto: …`. */
const WHICH =
  /(?<!\p{L})(?:which (?:one |sentence |version )?(?:is|sounds|looks) (?:right|correct|better|more (?:natural|polite|formal)|best)|was (?:ist|klingt) (?:richtig|besser|natürlicher|korrekt)|(?:cuál|qué) (?:es|está|suena) (?:correcto|bien|mejor)|(?:lequel|laquelle|qu'est-ce qui) (?:est|sonne) (?:correcte?|juste|mieux)|qual (?:é|está|soa) (?:o )?(?:certo|correto|melhor)) ?:/giu;
/** `Into English please: …`. */
const INTO =
  /(?:^|[.!?\n]\s*)(?:(?:now|and|please|same|the same|this) )*(?:in(?:to)?|auf|ins|en|em|para o|al|au) (?:english|german|french|spanish|portuguese|italian|dutch|swedish|polish|turkish|arabic|japanese|chinese|korean|danish|norwegian|finnish|greek|welsh|russian|ukrainian|deutsch|englisch|französisch|spanisch|inglés|alemán|francés|español|anglais|allemand|espagnol|français|inglês|alemão|espanhol|português)\b[^.!?\n:]{0,30}:/gi;
/** A request about `this` text, with the text behind a colon. */
const ABOUT_THIS =
  /\b(?:make|turn|put|get|change|word|phrase|clean up|help me|explain|interpret|decipher|decode|describe|is|does|do|how does|how is|what about|thoughts on|feedback on|opinion on|check|have a look at|look at|rate|judge|summari[sz]e|here is|here's)\b[^.!?\n:]{0,60}\b(?:this|these|the following|my (?:text|mail|email|message|draft|post|letter|sentence|bio|cv|note|reply|answer|paragraph|intro|tweet|caption)|sound|sounds)\b[^.!?\n:]{0,60}:(?=\s)/gi;
/** The text stands on the lines below. */
const WITH_BREAK = new RegExp(
  `(?:^|[.!?\\n]\\s*|\\b(?:please|pls|can you|could you|now|and|then)\\s)(?:${TEXT_VERBS})\\b[^.!?\\n:]{0,80}(?:\\b(?:this|these|below|following|text|paragraph|mail|email|message|draft|it|sentences?)\\b)[^.!?\\n:]{0,60}[.!]?\\n`,
  "gi",
);
/** Verbs whose object needs no mark. */
const WITHOUT_MARK =
  /\b(?:translate|how (?:do|would|can) (?:you|i|we|one) (?:say|write|spell|pronounce)|what(?:'s| is) the \w{3,20} (?:word |translation )?for|wie sagt man|cómo se dice|comment (?:dit-on|dire)|como se diz|übersetze?|traduce|traduis|traduza)\b[^.!?\n]{0,300}/gi;
const CJK_TEXT_TASK =
  /(?:翻译|翻譯|译成|改写|改成|改为|整理成|归纳|总结|概括|缩写|校对|润色|分类|提取|訳して|翻訳して|添削して|要約して|まとめて|校正して|直して)[^\n。]{0,10}[:：][^\n]*|(?:「[^」]{2,200}」を?(?:訳|翻訳|(?:英|日本|中国|フランス|ドイツ|スペイン|韓国|ポルトガル|イタリア)語に)[^。\n]{0,12})/g;
/** A message to somebody else, with its content in a clause. */
const RELAYED = new RegExp(
  "\\b(?:(?:write|draft|compose|prepare|send|post|phrase|word|type)\\b[^.!?\\n]{0,100}?\\b(?:that (?:i|we|he|she|they|my|our|the)|saying|explaining|telling|stating|asking|announcing|where i|in which)\\b" +
    "|(?:tell|inform|notify|remind|let|text|message|email|reply to|answer|write to) (?:him|her|them|everyone|everybody|people|my|our|the (?!user)|mr|mrs|ms|dr)\\b(?! (?:the way|as|like) )[^.!?\\n]{0,60}?\\b(?:that|know|about|saying|to|i|we)\\b)[^.!?\\n]{0,400}",
  "giu",
);
/** `Reply to ticket 5521 and say the blue one is back`. */
const RELAYED_AFTER =
  /\b(?:reply|respond|answer|write|get back) (?:back )?(?:to )?[^.!?\n]{0,40}?\b(?:and|to) (?:say|mention|explain|add|tell (?:him|her|them|everyone)|let (?:him|her|them|everyone) know)\b[^.!?\n]{0,300}/gi;
/** The same with the receiver's name. */
const RELAYED_BY_NAME = new RegExp(
  "\\b(?:[Tt]ell|[Ii]nform|[Nn]otify|[Rr]emind|[Ll]et|[Tt]ext|[Mm]essage|[Ee]mail|[Rr]eply to|[Aa]nswer|[Ww]rite to) (?!I\\b)[A-Z]\\p{L}+\\b[^.!?\\n]{0,60}?\\b(?:that|know|about|saying|to|I|i|we)\\b[^.!?\\n]{0,400}",
  "gu",
);
const SAY_THAT =
  /(?:^|[.!?\n]\s*|\bplease |\bjust )(?:say|reply|answer|respond|write|tell (?:him|her|them)) that\b[^.!?\n]{0,300}/gi;
const FICTION =
  /(?<!\p{L})(?:write|continue|compose|make up|invent|create|give me|tell me|draft|finish|imagine|generate|come up with|schreib\p{L}*|erzähl\p{L}*|erfinde?|dichte|escribe\p{L}*|escríbe\p{L}*|cuénta\p{L}*|cuenta|continúa|sigue|inventa|écris|écrivez|raconte|invente|imagine|escreva|escreve|conte|crie|continua|continuez|setze?)(?!\p{L})[^.!?\n]{0,60}?(?<!\p{L})(?:(?:short |bedtime |ghost |love |fairy ?)?stor(?:y|ies)|poem|scene|haiku|limerick|sonnet|song|lyrics|novel|chapter|chorus|refrain|hymn|jingle|ode|dialogue|monologue|soliloquy|screenplay|persona|personas|fairy ?tale|characters?|fictional|fable|sketch|ballad|rap|diary entry|backstory|fan ?fic\p{L}*|\p{L}*gedicht|[vz]\p{L}*zeiler|strophe|reim|\p{L}*geschichte|\p{L}*märchen|monolog|dialog|szene|lied|fabel|roman|drehbuch|cuento|poema|monólogo|diálogo|escena|canción|fábula|novela|relato|guion|poème|histoire|chanson|scène|récit|conto|história|canção|cena|roteiro|romance|fictitious|imaginary|made-up)(?!\p{L})/giu;
/** `Need a fake customer for a sales training`. */
const MADE_UP =
  /\b(?:need|want|give me|make|create|build|prepare|would like|looking for|i'd like)\b[^.!?\n]{0,20}? (?:fake|made-?up|fictional|fictitious|invented|imaginary|pretend|dummy|mock) (?:\w+ ){0,2}?(?:customers?|clients?|persons?|people|personas?|patients?|users?|characters?|profiles?|guests?|candidates?|applicants?|employees?|students?|pupils?|compan(?:y|ies)|buyers?|callers?|famil(?:y|ies)|reviews?|letters?|cvs?|biograph(?:y|ies))\b/giu;
/** `Invent a detective for a radio play`. */
const INVENTED =
  /\binvent (?:me |us )?(?:a|an|some|two|three) (?!rules?\b|names?\b|excuses?\b|reasons?\b)/giu;
const CJK_FICTION =
  /(?:[写编想作]一?[首个篇段句].{0,16}(?:诗|故事|小说|对话|台词|歌词|剧本|童话|笑话)|虚构|架空の|(?:物語|お話|詩|小説|台詞|セリフ|歌詞|脚本|童話|川柳|俳句|怪談)(?:の続き)?を(?:一つ|ひとつ|一句|二つ)?(?:書|考え|作|つく|お願い))/g;
/** `aus der Sicht einer Kartoffel`: told by somebody who is not there. */
const VIEWPOINT =
  /(?<!\p{L})(?:aus (?:der )?(?:sicht|perspektive) (?:eine[rs]|des|der)|from the (?:point of view|perspective|viewpoint) of (?:a|an|the)|through the eyes of (?:a|an|the)|desde (?:el punto de vista|la perspectiva) de (?:un|una|el|la)|du point de vue d'une?|do ponto de vista de (?:um|uma)|da perspectiva de (?:um|uma))(?!\p{L})/giu;
const ROLE_PLAY =
  /\b(?:let's (?:play|pretend|role-?play)|let us (?:play|pretend|role[- ]?play|improvise)|let's improvise|role[- ]?play|rollenspiel|pretend (?:to be|that (?:you|i)|you(?:'re| are)|i(?:'m| am))|you(?:'re| are) (?:now )?(?:an?|the|my) [^.!?\n]{1,50}(?:,| and) i(?:'m| am) (?:an?|the|your|my)\b|you (?:play|be|are playing) (?:an?|the) [^.!?\n]{1,60}(?:,| and) i(?:'m| am|'ll be| will be|'ll play| play)? (?:an?|the)\b|you be (?:an?|the) |(?:^|[.!?\n]\s*|please |now )(?:act|pose|behave) as (?:if you|an? |my |the )|my character\b|\bi (?:cast \w+ (?:on|at|over) (?:the|a|an|my)|attack (?:the|him|her|them)|draw my (?:sword|bow|dagger|blade|axe|wand)|roll (?:for|a d\d+|initiative|persuasion|stealth|perception))\b|i(?:'ll| will) (?:be|play) the |(?:lass uns|wir) spielen|juguemos|jouons|vamos brincar)/iu;
/** `You're the dungeon master`, `let's do a text adventure`: who tells the story is the assistant. */
const GAME_MASTER =
  /\byou(?:'re| are) (?:now )?(?:the|a|my|our) (?:dungeon ?master|game ?master|dm|gm|narrator|storyteller)\b|\b(?:let's|let us|can we|could we|i want to|i'd like to) (?:do|play|start|try|run|have) (?:a |an |another |some )?(?:\w+ )?(?:text[- ](?:based )?adventure|interactive (?:fiction|story)|choose[- ]your[- ]own[- ]adventure|d&d|dungeons (?:and|&) dragons)/i;

/** `In our campaign I'm Yrsa the smuggler`, `Roll for the guard`: a game at a table. */
const TABLE_GAME =
  /\bin (?:our|my|the|this) (?:[\w&-]+ ){0,2}(?:campaign|larp|one-?shot|adventure|rpg|dungeon|session)\b,? (?:[^.!?\n]{0,30}, )?i(?:'m| am|'ll be| play)(?: an?| the)? (?:\p{Lu}\p{Ll}+ (?:the|of)\b|[^.!?,\n]{0,20}\b(?:smuggler|bard|wizard|witch|rogue|thief|knight|paladin|cleric|druid|ranger|warlock|sorcerer|sorceress|barbarian|monk|elf|half-elf|dwarf|halfling|orc|goblin|pirate|assassin|necromancer|alchemist|bounty hunter|mercenary)\b)|(?:^|[.!?] )roll (?:for (?:the|a|an|his|her|their|initiative|damage|stealth|perception|us|me)|initiative|a d\d+)\b/imu;
/** `We're playing shop: I'm the baker, …, and you're the customer`: both parts are dealt out. */
const PARTS_DEALT =
  /\b(?:(?:we(?:'re| are)|let's|let us) (?:all |just |only )?(?:playing|play|pretending|pretend|acting|improvising|doing (?:a |an |some |our )?(?:\w+ )?(?:improv|role|roles|scene|sketch|skit|larp))|in (?:our|this|the|my) (?:\w+ )?(?:game|scene|play|sketch|larp|campaign))\b[^.!?\n]{0,60}?\bi(?:'m| am|'ll be| will be| play)\b[^.!?\n]{1,160}?\byou(?:'re| are|'ll be| will be| play)? (?:an?|the|my|his|her|our) \w/i;
const END_OF_PLAY =
  /\b(?:stop(?: the (?:game|story|play))?|out of character|ooc|end of (?:the )?(?:game|story|scene)|game over|seriously|back to (?:work|reality|business)|new (?:topic|task|question)|enough (?:of the )?(?:play|game|fun))\b/i;

/** `Always do it like this: …`: a way is told, and no text is given. */
function isWayForGood(text: string, start: number, end: number): boolean {
  return /\blike (?:this|that|so)\b/i.test(text.slice(start, end)) &&
    /\b(?:always|from now on|every time|each time|in future|in the future|next time|by default)\b[^.!?\n]*$/i
      .test(text.slice(Math.max(0, start - 60), end));
}

/** What stands behind a colon as the text of a task. */
function pushAnnounced(out: Mask[], text: string, quotes: readonly Mask[]): void {
  for (const pattern of [WITH_COLON, ASPECT, WHICH, INTO, ABOUT_THIS]) {
    for (const match of matchesOf(pattern, text)) {
      const from = match.index + match[0].length;
      if (
        pattern === ABOUT_THIS &&
        (/\b(?:remember|rule|note)\b/i.test(match[0]) || isWayForGood(text, match.index, from))
      ) continue;
      out.push({ start: from, end: payloadEnd(text, from, quotes), kind: "payload" });
    }
  }
}

/** `My landlord's note: …`, `Schild an der Tür: …`: what somebody else wrote, without quotes. */
const NOTES_OF_OTHERS =
  /(?<!\p{L})(?:(?:my|our|the|his|her|their) (?:\w+ )?\w+'s (?:note|sign|text|message|e-?mail|mail|letter|notice|post|reply|answer|instructions?|advice)|(?:note|sign|notice|poster|sticker|plaque|letter|message|text|e-?mail|memo|reminder|voicemail|leaflet) (?:on|from|at|outside|above|by|under|beside|in) (?!me\b|us\b|myself\b)[^:.?!\n]{2,40}|(?:notiz|zettel|schild|aushang|nachricht|brief|mail|sms|hinweis) (?:von|meine[sr]|unsere[sr]|an|am|im|in|vom|aus) (?!mir(?!\p{L})|uns(?!\p{L}))[^:.?!\n]{2,40}|(?:nota|cartel|letrero|mensaje|carta|aviso|correo|bilhete|placa|mensagem|recado) (?:de|del|en|do|da|na|no|dos|das) (?!m[ií]m?(?!\p{L}))[^:.?!\n]{2,40}|(?:mot|panneau|message|lettre|affiche|avis|note|mail|sms) (?:de|du|des|sur|dans|d') ?(?!moi(?!\p{L}))[^:.?!\n]{2,40}?) ?:(?=\s)|(?:门口|墙上|房东|物业|学校|公司|超市)[^:：。\n]{0,12}(?:写着|牌子|通知|留言|纸条|短信)[^:：。\n]{0,4}[:：]|(?:張り紙|貼り紙|看板|掲示|お知らせ)[^:：。\n]{0,14}[:：]/giu;
/** `FAQ: …`, `Terms: 1. …`, `Example sentence for …: …`: a text to look at, up to the end of its line. */
const HEADED =
  /(?:^|[\n.!?] ?)(?:faqs?|terms(?: and conditions| of \w+)?|t&cs?|(?:example|sample|model) (?:sentences?|text|answer|letter|review)(?: (?:for|of|with) [^:\n]{1,40})?|(?:customer|guest|client) (?:review|testimonial)|kund(?:en|innen)(?:bewertung|rezension|stimme)|gästebewertung|rezension|bewertung|(?:beispiel|muster|test|übungs)?satz(?: (?:für|aus) [^:\n]{1,40})?|reseña|frase(?: (?:de|do|del) [^:\n]{1,30})?|ejemplo (?:de|del) [^:\n]{1,30}|avis (?:de )?clients?|phrase(?: (?:de|du) [^:\n]{1,30})?|exemple (?:de|du) [^:\n]{1,30}|avaliação(?: d[eo] cliente)?|resenha|exemplo d[eo] [^:\n]{1,30}|lyrics|title|titel|überschrift|título|titre|mein text|mi texto|mon texte|(?:o )?meu texto|poll|survey|riddle|quote of the day|(?:cover|motivation) letter|(?:dating )?(?:bio|profile text)(?: (?:for|on) [^:\n]{1,30})?|umfrage|rätsel|quiz|witz|zitat|sprichwort|songtext|liedtext|bewerbung(?:stext|sschreiben)?|motivationsschreiben|anschreiben|steckbrief|(?:stellen|kontakt)anzeige|profiltext|(?:bio|text) für [^:\n]{1,30}|adivinanza|encuesta|chiste|refrán|carta de (?:presentación|motivación)|(?:bio|texto|anuncio|perfil)(?: (?:para|de|del|do) [^:\n]{1,30})?|devinette|sondage|blague|proverbe|lettre de motivation|(?:bio|texte|annonce|profil) (?:pour|de|du) [^:\n]{1,30}|paroles|adivinha|charada|enquete|piada|provérbio|carta de (?:apresentação|motivação)|slogan|tagline|headline|caption|blurb|product description|horoscope|fortune cookie) ?:(?=\s)/gi;

/** Masks of what others wrote, named in front of a colon. */
function pushNoted(out: Mask[], text: string, quotes: readonly Mask[]): void {
  for (const match of matchesOf(NOTES_OF_OTHERS, text)) {
    if (isConditional(text, match.index)) continue;
    const from = match.index + match[0].length;
    out.push({ start: from, end: fictionEnd(text, from, quotes), kind: "payload" });
  }
  for (const match of matchesOf(HEADED, text)) {
    const from = match.index + match[0].length;
    const end = text.indexOf("\n", from);
    out.push({ start: from, end: end < 0 ? text.length : end, kind: "payload" });
  }
}

/** Tasks of which the text is somebody else's, by what they cannot do without. */
export const PAYLOADS: readonly (readonly [MaskCue, RegExp])[] = [
  ["withoutMark", WITHOUT_MARK],
  ["relayed", RELAYED],
  ["relayedAfter", RELAYED_AFTER],
  ["relayed", RELAYED_BY_NAME],
  ["thatClause", SAY_THAT],
  ["abroad", CJK_TEXT_TASK],
];
/** Tasks to make something up. */
export const FICTIONS: readonly (readonly [MaskCue, RegExp])[] = [
  ["fiction", FICTION],
  ["madeUp", MADE_UP],
  ["invented", INVENTED],
  ["viewpoint", VIEWPOINT],
  ["abroad", CJK_FICTION],
];

/** Masks of payloads and fiction in one turn. */
export function maskTasks(text: string, quotes: readonly Mask[]): Mask[] {
  const out: Mask[] = [];
  if (/[:：]/.test(text)) {
    pushAnnounced(out, text, quotes);
    pushNoted(out, text, quotes);
  }
  for (const match of text.includes("\n") ? text.matchAll(WITH_BREAK) : []) {
    const from = match.index + match[0].length;
    out.push({ start: from, end: text.length, kind: "payload" });
  }
  for (const [cue, pattern] of PAYLOADS) {
    if (!mayHold(text, cue)) continue;
    for (const match of matchesOf(pattern, text)) {
      if (isConditional(text, match.index)) continue;
      out.push({ start: match.index, end: match.index + match[0].length, kind: "payload" });
    }
  }
  for (const [cue, pattern] of FICTIONS) {
    if (!mayHold(text, cue)) continue;
    for (const match of matchesOf(pattern, text)) {
      if (isConditional(text, match.index)) continue;
      out.push({ start: match.index, end: fictionEnd(text, match.index, quotes), kind: "fiction" });
    }
  }
  return out;
}

/** Whether a turn opens a role play. */
export function opensRolePlay(text: string): boolean {
  const maySayParts = mayHold(text, "rolePlay") ||
    mayHold(text, "spokenTo") && mayHold(text, "speaker");
  return maySayParts && ROLE_PLAY.test(text) ||
    GAME_MASTER.test(text) ||
    /\b(?:i'm|i am|i play|i'll|roll)\b/i.test(text) && TABLE_GAME.test(text) ||
    /\b(?:play|pretend|act|improv|doing|in)/i.test(text) &&
      PARTS_DEALT.test(text);
}

/** `Translate what I write next`, `corrige mi texto`: the text comes in the turn that follows. */
const ANNOUNCES_TEXT =
  /^(?:(?:hi|hey|hello|hallo|hola|salut|oi|olá)[,!]? )?(?:please |can you |could you |kannst du |bitte |puedes |podrías |peux-tu |pode |podes )*(?:me )?(?:translate|correct|proofread|summari[sz]e|rewrite|rephrase|edit|polish|übersetze?|korrigiere?|traduce|corrige|resume|traduis|résume|corrige[sr]?|traduire|traduz(?:ir)?|traduza|corrigir|corrija)(?:-moi)? (?:me )?(?:bitte )?(?:what(?:ever)?|everything|(?:the|my|a|some|two|three) (?:next |following )?(?:texts?|sentences?|messages?|mails?|emails?|letters?|essay|paragraphs?)|the following|was ich|(?:den|die|meinen?|folgenden?|die folgenden) (?:nächsten |folgenden )?(?:texte?|sätze|satz|mail|brief|nachricht)|lo que|(?:el|mi|las|los|la|mis) (?:siguientes? )?(?:textos?|frases?|mensajes?|cartas?|correos?)|ce que|(?:le|mon|les|mes|la) (?:texte|phrases?|lettre|message|mail)|o que|(?:o|meu|as|os|a) (?:meu )?(?:textos?|frases?|mensagens?|cartas?))(?!\p{L})[^:\n?]{0,40}[?.! ]*$/iu;
/** `Sure, send it`. */
const AWAITS_TEXT =
  /^.{0,60}(?<!\p{L})(?:sure|ok|okay|send|paste|share|go ahead|ready|klar|gern|gerne|schick\p{L}*|her damit|nur zu|claro|adelante|env[ií]a\p{L}*|mánda\p{L}*|pásame\p{L}*|vale|oui|envoie\p{L}*|vas-y|bien sûr|d'accord|manda|mande|envie|cole|pode mandar)(?!\p{L}).{0,60}$/iu;

/** Words without which there is no such task. */
const TEXT_TASK =
  /transl|correct|proofr|summar|rewri|rephr|edit|polish|bersetz|korrig|tradu|corri|resum|résum/i;

/** Whether the turn behind an answer is the text that a task is about. */
export function announcesText(task: string, answer: string): boolean {
  return task.length < 90 && answer.length < 120 && TEXT_TASK.test(task) &&
    ANNOUNCES_TEXT.test(task.trim()) &&
    AWAITS_TEXT.test(answer.trim());
}

/** Whether a turn ends a running role play. */
export function endsRolePlay(text: string): boolean {
  return END_OF_PLAY.test(text);
}

/** `Whenever you write to them …` is a rule about the task, not the task itself. */
function isConditional(text: string, at: number): boolean {
  return /\b(?:when(?:ever)?|while|unless|until|if|before|after|every time|each time|always|never|don't|do not|all|any)\b[^.!?\n]{0,30}$/i
    .test(text.slice(Math.max(0, at - 40), at));
}

/** A quoted payload ends with its quote, another one with the turn. */
function payloadEnd(text: string, from: number, quotes: readonly Mask[]): number {
  const quote = quotes.find((mask) => mask.start >= from);
  if (quote !== undefined && text.slice(from, quote.start).trim() === "") return quote.end;
  return text.length;
}

/** Fiction covers its sentence with the quotes in it. */
function fictionEnd(text: string, from: number, quotes: readonly Mask[]): number {
  for (let at = from; at < text.length; at++) {
    const quote = quotes.find((mask) => at >= mask.start && at < mask.end);
    if (quote !== undefined) {
      at = quote.end - 1;
      continue;
    }
    if (text[at] === "\n" && text[at + 1] === "\n") return at;
    if (/[.!?]/.test(text[at] ?? "") && /\s/.test(text[at + 1] ?? " ")) return at + 1;
  }
  return text.length;
}
