/**
 * Masks of what is noted about others, or said by them, within a line.
 *
 * @module
 */

import type { Mask } from "../types.ts";
import { matchesOf } from "./matches.ts";

/** `Ute (keine Nüsse), Jens (Vegetarier)`: people, each with a remark in brackets. */
const NOTED_PEOPLE =
  /(?<![\p{L}.-])\p{Lu}\p{Ll}+(?: \p{Lu}[\p{Ll}.]*)? \([^()\n]{2,60}\)(?:(?: ?[,;&/]| (?:and|und|y|et|e|plus|or|oder|o|ou))+ ?\p{Lu}\p{Ll}+(?: \p{Lu}[\p{Ll}.]*)?(?: \([^()\n]{2,60}\))?){1,40}/gu;
/** The user in front of it: the remarks are about what is theirs. */
const OF_SELF =
  /(?<!\p{L})(?:i|i'm|we|we're|ich|wir|yo|uso|usamos|tengo|tenemos|je|j'\p{L}+|nous|eu|nós|tenho|temos)(?!\p{L})/iu;

/** A letter written in one line to somebody with a title, up to its end. */
const INLINE_LETTER =
  /(?<!\p{L})(?:dear (?:mr|mrs|ms|dr|prof|professor|sir|madam|sirs|customer)\b|sehr geehrte[rs]? |(?:hallo|guten tag|liebe[r]?) (?:frau|herr) |estimad[oa]s? |(?:hola|buenos días),? (?:señora?|don|doña) |(?:bonjour|chère?|bonsoir),? (?:madame|monsieur)|prezad[oa]s? |(?:olá|car[oa]|bom dia),? (?:senhora?|sr|sra)(?!\p{L}))[^\n]{0,800}?(?<!\p{L})(?:(?:kind|best|warm) regards|(?:yours )?sincerely|yours faithfully|(?:mit )?(?:freundlichen|viele|liebe|beste) grü(?:ß|ss)en?|atentamente|(?:un )?saludos?|un cordial saludo|cordialement|bien à vous|salutations|atenciosamente|(?:com os )?melhores cumprimentos)(?:,? \p{Lu}\p{L}+){0,3}/giu;

/** Words without which there is none. */
const GREETS =
  /dear |geehrte|frau |herr |estimad|hola|buen|bonjour|ch[eè]re? |bonsoir|prezad|olá|car[oa] |bom dia/i;

/** `sagt die Heldin: …`, `en el cartel pone: …`: who said or wrote it stands in front of a colon. */
const SAID_ABROAD =
  /(?<!\p{L})(?:laut|gemäß|según|segundo|conforme|selon|d'après) (?!mir|mí|mim|moi)[^:.?!\n]{2,40} ?: ?(?=[\p{L}¡¿])|(?<!\p{L})(?:(?:sagt|sagte|schreibt|schrieb|meint|meinte|steht|stand|heißt es|ruft|fragt|dice|dijo|decía|pone|escribió|dit|disait|écrit|est écrit|a écrit|diz|disse|dizia|escreveu|está escrito)(?: (?!mir(?!\p{L})|uns(?!\p{L}))[^:.?!\n ]{1,20}){0,4}) ?: ?(?=[\p{L}¡¿])/giu;
/** `My flatmate texted: …`, `the narrator says: …`. */
const SAID =
  /\b(?:the|a|an|my|our|his|her|their|some) (?!(?:\w+ )?(?:rules?|guide|guidelines?|guidebook|manual|policy|policies|brief|contract|handbook|checklist|spec|style|house|team|company|standard)\b)\w+(?: (?!guide\b|rules?\b|policy\b|manual\b)\w+)? (?:says?|said|writes?|wrote|texted|shouts?|shouted|whispers?|sings?|goes) ?: ?(?=[\w'])/gi;
/** `客户说：…`, `お客様からのメール：…`: the same in Chinese and Japanese. */
const SAID_HAN =
  /(?<![我想要请])(?:说|写道|问|留言|回复|来信)(?:了|道)?[:：]|(?:客户|顾客|客人|房东|同事|老板|朋友|老师|邻居|对方|别人)(?:的|发来的)?(?:邮件|短信|留言|消息|评价|评论|微信)[:：]|(?:から|より)(?:の)?(?:メール|手紙|メッセージ|連絡|返信|コメント|手紙)[:：]|(?:と|って)(?:言って|書いて|連絡が|メールが)(?:い|あ|き)[^。]{0,12}[:：]|(?:评价|评论|例句|个人简介|简历|求职信|谜语|歌词|笑话|名言|广告|文案|标题|朋友圈|タイトル|口コミ|レビュー|例文|自己紹介文|プロフィール文?|なぞなぞ|歌詞|名言|応募文|志望動機)[:：]/gu;
/** Somebody's own rule, however it is told: `meine Regel sagt: …`. */
const OWN_RULE =
  /(?<!\p{L})(?:mein|meine|unser|unsere|unserem|unserer|mi|nuestr[oa]|mon|ma|notre|minha|meu|noss[oa]) (?:\p{L}+ )?(?:regel|hausregel|leitfaden|styleguide|stilrichtlinie|richtlinie|vorlage|regla|norma|guía|règle|charte|guide|regra|guia)(?!\p{L})/iu;

/** `Sag dem Kunden, dass …`, `escreve para o síndico que …`: a message to somebody, and what it says. */
const RELAYED_ABROAD =
  /(?<!\p{L}|ich |wir |yo |je |eu )(?:(?:schreib|sag|antworte|mail|teile?)e? (?:bitte |doch |mal )?(?:dem|der|den|meine[mrn]|unsere[mrn]|ihm|ihr|ihnen|frau|herrn|(?!mir|dir|uns|euch|bitte)\p{L}{3,})(?: \p{L}+){0,3}, dass|(?:dile|diles|escríbele|escríbeles|escribe|contéstale|respóndele|avisa|cuéntale|mándale)(?: \p{L}+){0,3}? (?:al?|a (?:la|mis?|los|las|nuestr[oa]s?)) \p{L}+(?: \p{L}+){0,2} que|(?:écris|dis|réponds|préviens|explique|annonce)(?:-lui|-leur)?(?: \p{L}+){0,3}? (?:à|au|aux)(?: \p{L}+){1,3} qu(?:e |')|(?:escreve|escreva|diga|diz|avise|avisa|responda|responde|manda|mande)(?: \p{L}+){0,3}? (?:para|pro|pra|ao|à|aos|às)(?: \p{L}+){1,3} que)[^.!?\n]{0,300}/giu;
/** Words without which there is none. */
const RELAYS = /, dass | que | qu'/;
/** What makes such an order a rule, or a part of one. */
const STANDING =
  /(?<!\p{L})(?:immer|nie|stets|jede[rmn]?|wenn|falls|sobald|siempre|nunca|cada|cuando|si|toujours|jamais|chaque|quand|lorsque|sempre|quando|se|ab jetzt|künftig|a partir de|désormais)(?!\p{L})/iu;

/** Whether an order to tell somebody something, or its sentence before it, speaks of every time. */
function isStanding(text: string, index: number, found: string): boolean {
  const opens = Math.max(...[".", "!", "?", "\n"].map((mark) => text.lastIndexOf(mark, index - 1)));
  const order = /^.*?(?:, dass| que| qu')/u.exec(found)?.[0] ?? found;
  return STANDING.test(text.slice(opens + 1, index)) || STANDING.test(order);
}

/** Masks of what is of others in a text without their own lines. */
export function maskOthers(text: string): Mask[] {
  const out: Mask[] = [];
  const hasRemarks = text.indexOf("(") !== text.lastIndexOf("(");
  for (const { index, 0: found } of hasRemarks ? matchesOf(NOTED_PEOPLE, text) : []) {
    const line = text.slice(text.lastIndexOf("\n", index) + 1, index);
    if (found.split("(").length < 3 || OF_SELF.test(line)) continue;
    out.push({ start: index, end: index + found.length, kind: "document" });
  }
  for (const { index, 0: found } of GREETS.test(text) ? matchesOf(INLINE_LETTER, text) : []) {
    out.push({ start: index, end: index + found.length, kind: "document" });
  }
  for (const { index, 0: found } of RELAYS.test(text) ? matchesOf(RELAYED_ABROAD, text) : []) {
    if (isStanding(text, index, found)) continue;
    out.push({ start: index, end: index + found.length, kind: "payload" });
  }
  for (const pattern of text.includes(":") ? [SAID, SAID_ABROAD] : []) {
    pushSaid(out, text, pattern);
  }
  for (const { index, 0: found } of /[:：]/.test(text) ? matchesOf(SAID_HAN, text) : []) {
    out.push({ start: index + found.length, end: beforeLastQuestion(text), kind: "payload" });
  }
  return out.filter(({ start, end }) => end > start);
}

/** What stands behind the colon, up to the end of its sentence. */
function pushSaid(out: Mask[], text: string, pattern: RegExp): void {
  for (const { index, 0: found } of matchesOf(pattern, text)) {
    if (OWN_RULE.test(text.slice(Math.max(0, index - 60), index + found.length))) continue;
    const start = index + found.length;
    const end = /[.!?](?=\s|$)|\n/.exec(text.slice(start));
    out.push({ start, end: end === null ? text.length : start + end.index, kind: "payload" });
  }
}

/** Where the question to the assistant begins that stands behind a text; else the end. */
function beforeLastQuestion(text: string): number {
  return /(?<=[。！？!?」\n])[^。！？!?\n]*(?:[？?]|か。?)\s*$/u.exec(text)?.index ?? text.length;
}
