/**
 * Standing instructions in the languages beside English: the user's clause, less its politeness.
 *
 * @module
 */

import type { Lang, PlaybookFinding, ReadTurn, Sentence } from "../types.ts";
import { strongCue } from "../analysis/scope.ts";
import { type Context, spanOf } from "./finding.ts";
import {
  dutyOf,
  INSTRUCTION_WORDS,
  type InstructionWords,
} from "../rules/languages/instructions.ts";
import { splitFront, topicAbroad } from "../rules/languages/fronts.ts";
import {
  addressIn,
  andSo,
  askedPolitely,
  isBareBan,
  toldAgain,
} from "../rules/languages/standing.ts";
import { toPlaybook } from "./playbook_finding.ts";

/** Standing instructions of one turn in another language. */
export function languageRulesOf(read: ReadTurn, context: Context): PlaybookFinding[] {
  const out: PlaybookFinding[] = [];
  const objects = context.window[read.index - 1]?.turn.speaker === "assistant";
  for (const [index, sentence] of read.sentences.entries()) {
    const words = INSTRUCTION_WORDS[sentence.lang];
    if (words === undefined || isEcho(read, sentence)) continue;
    const echoed = isEcho(read, read.sentences[index + 1]);
    const draft = sentence.terminator === "?"
      ? politelyAsked(read, sentence, words)
      : instructionOf({ read, sentence, words, objects, echoed });
    if (draft === null) continue;
    const opensInTime = draft.trigger !== "" && WHEN.test(draft.trigger);
    if (
      sentence.clauses.some((clause) =>
        clause.mood === "reported" && !draft.isAgain ||
        clause.mood === "hypothetical" && !opensInTime
      )
    ) continue;
    const finding = toPlaybook({
      detector: "D1",
      read,
      sentence,
      trigger: draft.trigger || words.trigger,
      content: draft.content,
      rationale: draft.reason,
      base: 92,
      adjust: [{ name: `standing: ${draft.cue}`, points: 10 }],
      scope: draft.cue,
      change: /\b(?:wieder|doch|ahora|maintenant|agora)\b|改/.test(draft.content),
      spans: [spanOf(read, sentence, { from: 0, to: sentence.tokens.length }, "cue")],
    }, context);
    if (finding !== null) out.push(finding);
  }
  return out;
}

/** `Immer so`, `今後もずっとそうしてください`: what was asked for beside it holds from now on. */
const ECHO =
  /^(?:(?:und |also |bitte )*(?:ab jetzt |künftig |in zukunft )?(?:bitte )?immer(?: bitte)? so|(?:y |por favor |a partir de ahora )*(?:siempre así|así siempre|hazlo siempre así)|(?:et |s'il te plaît |à l'avenir )*(?:fais )?toujours (?:comme ça|comme cela|ainsi)|(?:e |por favor |daqui pra frente )*(?:faz |faça )?(?:sempre assim|assim sempre)|(?:以后|今后)(?:也|都|就|请)*(?:这样|这么|照这样|按这个)(?:做|来|写)?|(?:每次|一直)都?这样|(?:今後|これから)も(?:ずっと|必ず|常に|いつも)?(?:で)?(?:お願いします|よろしく)?|(?:今後も?|これからも?|いつも|毎回|必ず)(?:ずっと|必ず|常に|いつも)?(?:そう|このように|同じように|そのように)(?:して|する)(?:ね|よ)?|(?:今後|これから)も?(?:ずっと|必ず|常に|いつも)?(?:そう|このように|同じように|そのように|それで|お願い)(?:し(?:て|ます))?(?:ください|お願いします)?)(?: bitte| por favor| s'il te plaît)?[.!。！]*$/iu;

function isEcho(read: ReadTurn, sentence: Sentence | undefined): boolean {
  return sentence !== undefined && sentence.tokens.length < 24 &&
    ECHO.test(read.text.slice(sentence.start, sentence.end).trim());
}

/** A sentence that may be an order, and what stands around it. */
interface Asked {
  readonly read: ReadTurn;
  readonly sentence: Sentence;
  readonly words: InstructionWords;
  /** Whether it stands behind an answer. */
  readonly objects: boolean;
  /** Whether what follows makes it last. */
  readonly echoed: boolean;
}

/** `Könntest du mir künftig in Stichpunkten antworten?`: an order that lasts, as a question. */
function politelyAsked(
  read: ReadTurn,
  sentence: Sentence,
  words: InstructionWords,
): Draft | null {
  const cue = strongCue(sentence.folds, sentence.lang);
  if (cue === "") return null;
  const raw = read.text.slice(sentence.start, sentence.end).replace(/[?？\s]+$/u, "");
  const order = askedPolitely(stripped(raw, words), sentence.lang);
  if (order === null) return null;
  const content = stripped(order, words);
  return {
    content: content.charAt(0).toUpperCase() + content.slice(1),
    reason: null,
    cue,
    trigger: topicAbroad(content, sentence.lang),
  };
}

/** What an order says. */
interface Draft {
  readonly content: string;
  readonly reason: string | null;
  readonly cue: string;
  readonly trigger: string;
  /** Whether the user says that it was told before. */
  readonly isAgain?: boolean;
}

function instructionOf(
  { read, sentence, words, objects, echoed }: Asked,
): Draft | null {
  const folds = sentence.folds;
  const ends = sentence.tokens.at(-1)?.end ?? sentence.end;
  // The mark that closes a quote is no token.
  const said = read.text.slice(
    sentence.start,
    /[”」』»]/.test(read.text[ends] ?? "") ? ends + 1 : ends,
  );
  const repeated = andSo(said, sentence.lang);
  if (repeated !== null && !words.ownSubject.test(stripped(repeated.order, words))) {
    return toldForEach(repeated, words);
  }
  const again = toldAgain(said, sentence.lang);
  const raw = again?.order ?? said;
  const placed = splitFront(stripped(raw, words), sentence.lang);
  const told = placed === null ? "" : stripped(placed.order, words);
  const isPlaced = placed !== null && (words.order.test(told) || INFINITIVE.test(told)) &&
    !NOTE_IT.test(told);
  const cue = strongCue(folds, sentence.lang) ||
    words.bans.exec(joined(folds, sentence.lang))?.[0] || again?.cue ||
    addressIn(raw, sentence.lang) || (echoed ? "immer so" : "") ||
    (isPlaced && (placed.every || isAsking(placed.front, sentence.lang)) ? placed.front : "");
  const wanted = placed === null ? null : wantedWhenAsked(placed, words, sentence.lang);
  if (wanted !== null) return wanted;
  if (cue === "") return null;
  const [main = "", reason = null] = splitReason(isPlaced ? placed.order : raw, words);
  const content = languageWanted(
    orderBehind(stripped(main, words), words).replace(/[,，] ?[都也]?这样$/u, ""),
    sentence.lang,
  ).replace(NOTED, "");
  const duty = objects ? dutyOf(raw, sentence.lang, read.text) : null;
  if (duty !== null && !SAYS.test(raw)) {
    const told = stripped(duty, words);
    return {
      content: told.charAt(0).toUpperCase() + told.slice(1),
      reason: null,
      cue,
      trigger: "",
    };
  }
  if (
    SAYS.test(raw) || words.ownSubject.test(content) ||
    !words.order.test(content) && !LIMIT.test(content) && !(isPlaced && INFINITIVE.test(content)) &&
      !NOTED.test(main) && !(objects && isManner(raw, content)) &&
      !(again !== null && isBareBan(content, sentence.lang)) && !isAnswerManner(raw, content)
  ) {
    return null;
  }
  const capitalised = content.charAt(0).toUpperCase() + content.slice(1);
  return {
    content: capitalised,
    reason,
    cue,
    isAgain: again !== null,
    trigger: isPlaced
      ? placed.front.charAt(0).toUpperCase() + placed.front.slice(1)
      : topicAbroad(capitalised, sentence.lang),
  };
}

/** `En formato de 24 horas, por favor, y así cada vez que me des un horario`. */
function toldForEach(
  { order, when }: { readonly order: string; readonly when: string },
  words: InstructionWords,
): Draft {
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    content: capital(stripped(order, words)),
    reason: null,
    cue: when,
    trigger: capital(stripped(when, words)),
  };
}

/** `Odio que me llames de usted, tutéame siempre`: the order behind why it is given. */
function orderBehind(text: string, words: InstructionWords): string {
  if (words.order.test(text) || /\p{Script=Han}/u.test(text)) return text;
  const behind = /, ((?:[^,]| ,)+)$/.exec(text)?.[1] ?? "";
  return words.order.test(behind) && !NOTE_IT.test(behind) &&
      strongCue(behind.toLowerCase().split(" "), "es") !== ""
    ? behind
    : text;
}

/** `Sempre colocar a fonte`, behind where it holds. */
const INFINITIVE =
  /^(?!.* (?:es|son|é|são|est|sont)(?: |$))(?:siempre|nunca|sempre|toujours|jamais) (?:se )?\p{L}{2,}(?:[aei]r|re)(?!\p{L})/iu;
/** `…, recuérdalo siempre`: what stands in front is to be kept in mind. */
const NOTE_IT =
  /^(?:y |und |et |e )?(?:recuérdalo|tenlo en cuenta|no lo olvides|merk dir das|denk (?:bitte )?(?:dar|d)an|retiens-le|ne l'oublie pas|souviens-t'en|lembre-se disso|lembra disso|não (?:se )?esque[çc]as?)(?: (?:siempre|immer|toujours|sempre))?$/iu;
const NOTED =
  /[,;] (?:y |und |et |e )?(?:recuérdalo|tenlo en cuenta|no lo olvides|merk dir das|denk (?:bitte )?(?:dar|d)an|retiens-le|ne l'oublie pas|souviens-t'en|lembre-se disso|lembra disso|não (?:se )?esque[çc]as?)(?: (?:siempre|immer|toujours|sempre))?$/iu;

/** `Ab jetzt bitte auf Englisch`: in which language to answer, with its verb. */
const LANGUAGE_ONLY =
  /^(?:(?:wieder|doch|lieber|solo|só) )?(?:auf|in|en|em) (?:\p{L}+isch|español|inglés|francés|alemán|portugués|italiano|catalán|français|anglais|allemand|espagnol|italien|português|inglês|alemão|espanhol|francês)$/iu;
const ANSWERS: Readonly<Partial<Record<Lang, string>>> = {
  de: "Antworte",
  es: "Responde",
  fr: "Réponds",
  pt: "Responda",
};

function languageWanted(content: string, lang: Lang): string {
  const verb = ANSWERS[lang];
  return verb !== undefined && LANGUAGE_ONLY.test(content)
    ? `${verb} ${content.charAt(0).toLowerCase()}${content.slice(1)}`
    : content;
}

/** `Siempre en horas y minutos, por favor`: how, and no verb. */
const MANNER =
  /^(?:immer|nur|siempre|solo|toujours|sempre|só) (?:in|mit|als|ohne|auf|en|con|sin|como|avec|sans|em|com|sem) .{3,60}$/iu;
/** `Atas sempre em no máximo cinco pontos`. */
const KIND_MANNER =
  /^(?:(?:die|l[oa]s|les|[oa]s) )?\p{L}{3,}(?:s|e|en|er)(?: de \p{L}+)?,? (?:siempre|sempre|toujours|immer) (?:en|con|em|com|in|mit|als|avec|sans|sin|sem|ohne|como|comme) .{3,60}$/iu;
const ASKS = /(?<!\p{L})(?:bitte|por favor|s'il te pla[iî]t|s'il vous pla[iî]t|stp|svp)(?!\p{L})/iu;

function isManner(raw: string, content: string): boolean {
  return ASKS.test(raw) && MANNER.test(content) || KIND_MANNER.test(content);
}

/** `Respuestas cortas, por favor, siempre`: how answers are to be, and no verb. */
const ANSWER_MANNER =
  /^(?:immer |siempre |sempre |toujours )?(?:kurze |knappe |kürzere |einfache |klare )?(?:antworten|respuestas|réponses|respostas)(?: (?!s[oã]n|est|sind)\p{L}+){0,3},? ?(?:immer|siempre|sempre|toujours)?$/iu;

function isAnswerManner(raw: string, content: string): boolean {
  return ASKS.test(raw) && ANSWER_MANNER.test(content);
}

/** `wenn ich nach Terminen frage`: what the user asks for. */
const ASKING: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /(?<!\p{L})ich (?:\p{L}+ )?(?:nach|um) .{3,} (?:frage|bitte)$|(?<!\p{L})du (?!.*(?<!\p{L})(?:den|das|dem|die|diese\p{L}?)(?!\p{L})).{3,40} (?:schreibst|vorschlägst|nennst|gibst|empfiehlst|zusammenfasst|erklärst|übersetzt|antwortest|rechnest|planst|auflistest|zitierst|erstellst|formulierst|sprichst|redest|erwähnst)$/iu,
  fr:
    /(?<!\p{L})je (?:te |vous |t')?(?:demande|pose|envoie) (?!l[ea] |l')(?:[^,]){3,}$|(?<!\p{L})tu (?:me |m'|nous )?(?:écris|donnes|proposes|recommandes|conseilles|réponds|fais|envoies|expliques|traduis|résumes|listes|suggères|cites|calcules|cherches|rédiges|parles|mentionnes) (?!l[ea] |l'|ce)/iu,
  es:
    /(?<!\p{L})(?:te |le )?(?:pregunto|pido) .{3,}$|(?<!\p{L})te (?:pida|pregunte|mande|envíe|pase) (?!el |la )|(?<!\p{L})(?:me |nos )?(?:escribas|des|recomiendes|propongas|respondas|hagas|mandes|envíes|expliques|traduzcas|resumas|listes|sugieras|pongas|cites|calcules|planifiques|busques|redactes|hables|menciones) (?!el |la |este )/iu,
  pt:
    /(?<!\p{L})(?:te |lhe )?(?:pergunto|peço) .{3,}$|(?:^quando |(?<!\p{L})(?:eu |você |me |te |lhe ))+(?:perguntar|pedir|mandar|enviar|passar|escrever|der|recomendar|sugerir|responder|fizer|explicar|traduzir|resumir|listar|propuser|citar|calcular|procurar|redigir|falar|mencionar) (?!o |a |est[ea] )/iu,
};

/** `will ich nur die Termine`: what is wanted then. */
const WANTED: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /^(?:dann )?(?:will|möchte|brauche|erwarte) ich (.{4,})$/iu,
  fr: /^(?:alors )?je (?:ne )?(?:veux|voudrais|souhaite|préfère|attends) (.{4,})$/iu,
  es: /^(?:solo )?(?:quiero|necesito|prefiero|espero) (.{4,})$/iu,
  pt: /^(?:só )?(?:quero|preciso de|prefiro|espero) (.{4,})$/iu,
};

function isAsking(front: string, lang: Lang): boolean {
  return ASKING[lang]?.test(front) === true;
}

/** `Wenn ich nach Terminen frage, will ich nur die Termine`. */
function wantedWhenAsked(
  placed: { readonly front: string; readonly order: string },
  words: InstructionWords,
  lang: Lang,
): Draft | null {
  const wanted = isAsking(placed.front, lang)
    ? WANTED[lang]?.exec(stripped(placed.order, words))?.[1]
    : undefined;
  if (wanted === undefined) return null;
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    content: capital(wanted.replace(/[.!\s]+$/, "")),
    reason: null,
    cue: placed.front,
    trigger: capital(placed.front),
  };
}

/** `…, sagt mein Bruder`: somebody else's order. */
const SAYS = /, (?:so )?(?:sagt|sagte|meint|meinte|dit|dice|dijo|diz|disse) \p{L}/iu;

/** Openers of a time, which no supposition has. */
const WHEN =
  /^(?:wenn|falls|sobald|bevor|quand|lorsque|dès|chaque|si|s'ils?|cuando|siempre|cada|quando|sempre|se|jedes|immer)(?!\p{L})|^(?:如果|要是|一旦|凡是|只要|遇到|每次)|場合$/iu;

/** `Toujours trois phrases maximum`: a limit told without a verb. */
const LIMIT =
  /^(?:unter|höchstens|maximal|bis zu|menos de|máximo|como máximo|moins de|maximum|au plus|no máximo) (?:\d+|eine?|zwei|drei|vier|fünf|zehn|una?|dos|tres|cuatro|cinco|diez|une|deux|trois|quatre|cinq|dix|uma?|duas|dois|três|quatro|dez) \p{L}+(?: \p{L}+)?$|^(?:(?:toujours|siempre|sempre|immer|solo|sólo|só|nur|seulement|uniquement) )?(?:(?:höchstens|maximal|au plus|como máximo|no máximo) )?(?:\d+|une?|deux|trois|quatre|cinq|six|dix|una?|dos|tres|cuatro|cinco|uma?|duas|dois|três|quatro|eine?|zwei|drei|vier|fünf|sechs|zehn) \p{L}+ (?:maximum|max|au plus|como máximo|máximo|no máximo|maximal|höchstens)(?!\p{L})/iu;

function joined(folds: readonly string[], lang: Lang): string {
  return folds.join(lang === "zh" || lang === "ja" ? "" : " ");
}

function splitReason(raw: string, words: InstructionWords): [string, string | null] {
  const match = words.reason.exec(raw);
  if (match === null || match.index < 4) return [raw, null];
  const reason = raw.slice(match.index).replace(/^[,，、\s]+/, "");
  return [raw.slice(0, match.index), reason.charAt(0).toUpperCase() + reason.slice(1)];
}

/** Without address, politeness and `from now on`. */
export function stripped(text: string, words: InstructionWords): string {
  let out = text.trim();
  for (let guard = 0; guard < 6; guard++) {
    const next = out.replace(words.politeness, " ").replace(words.lead, "").replace(/\s+/g, " ")
      .replace(/ ?, ?(?=,)/g, "").replace(/ +(?=,)/g, "")
      .replace(/,? (?:und|y|et|e)(?: auch| también| aussi| também)?[.! ]*$/iu, "")
      .replace(/^[,，、\s]+|[,，、.。!！\s]+$/g, "");
    if (next === out) break;
    out = next;
  }
  return out.replace(
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
    "",
  );
}
