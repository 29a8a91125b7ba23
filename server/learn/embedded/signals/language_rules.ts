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
import { splitFront } from "../rules/languages/fronts.ts";
import { toPlaybook } from "./playbook_finding.ts";

/** Standing instructions of one turn in another language. */
export function languageRulesOf(read: ReadTurn, context: Context): PlaybookFinding[] {
  const out: PlaybookFinding[] = [];
  const objects = context.window[read.index - 1]?.turn.speaker === "assistant";
  for (const sentence of read.sentences) {
    const words = INSTRUCTION_WORDS[sentence.lang];
    if (words === undefined || sentence.terminator === "?") continue;
    const draft = ECHO.test(sentence.said)
      ? echoed(read, sentence, words)
      : instructionOf(read, sentence, words, objects);
    if (draft === null) continue;
    const opensInTime = draft.trigger !== "" && WHEN.test(draft.trigger);
    if (
      sentence.clauses.some((clause, index) =>
        clause.mood === "reported" ||
        clause.mood === "hypothetical" && !(opensInTime && index === 0)
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

/** `Immer so`, `siempre así`: what was asked for before it holds always. */
const ECHO =
  /^(?:(?:bitte|und|das|y|et|e|,) )*(?:ab jetzt immer|ab jetzt|jedes mal|immer|siempre|toujours|sempre|a partir de ahora|à chaque fois|cada vez|sempre)(?: (?:so|as[ií]|comme (?:ça|cela|ceci)|assim))?(?: ,? ?(?:bitte|por favor|s' ?il (?:te|vous) pla[iî]t))?(?: [!.])?$/;

/** The order in front of such an echo. */
function echoed(
  read: ReadTurn,
  sentence: Sentence,
  words: InstructionWords,
): { content: string; reason: null; cue: string; trigger: string } | null {
  const before = read.sentences[read.sentences.indexOf(sentence) - 1];
  if (before === undefined || before.lang !== sentence.lang || before.terminator === "?") {
    return null;
  }
  const raw = read.text.slice(before.start, before.tokens.at(-1)?.end ?? before.end);
  // `…, mit Minuten kann ich nichts anfangen`: why, and no part of the order.
  const order = [raw, raw.split(",")[0] ?? ""].map((text) => stripped(text, words)).find((text) =>
    text !== "" && words.order.test(text) && !words.ownSubject.test(text)
  );
  return order === undefined ? null : {
    content: order.charAt(0).toUpperCase() + order.slice(1),
    reason: null,
    cue: sentence.said,
    trigger: "",
  };
}

function instructionOf(
  read: ReadTurn,
  sentence: Sentence,
  words: InstructionWords,
  objects: boolean,
): { content: string; reason: string | null; cue: string; trigger: string } | null {
  const folds = sentence.folds;
  const raw = read.text.slice(sentence.start, sentence.tokens.at(-1)?.end ?? sentence.end);
  const placed = splitFront(stripped(raw, words), sentence.lang);
  const isPlaced = placed !== null && words.order.test(stripped(placed.order, words));
  const cue = strongCue(folds, sentence.lang) ||
    words.bans.exec(joined(folds, sentence.lang))?.[0] ||
    (isPlaced && (placed.every || isAsking(placed.front, sentence.lang)) ? placed.front : "");
  const wanted = placed === null ? null : wantedWhenAsked(placed, words, sentence.lang);
  if (wanted !== null) return wanted;
  if (cue === "") return null;
  const [main = "", reason = null] = splitReason(isPlaced ? placed.order : raw, words);
  const content = stripped(main, words);
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
    !words.order.test(content) && !LIMIT.test(content)
  ) {
    return null;
  }
  return {
    content: content.charAt(0).toUpperCase() + content.slice(1),
    reason,
    cue,
    trigger: isPlaced ? placed.front.charAt(0).toUpperCase() + placed.front.slice(1) : "",
  };
}

/** `wenn ich nach Terminen frage`: what the user asks for. */
const ASKING: Readonly<Partial<Record<Lang, RegExp>>> = {
  de: /(?<!\p{L})ich (?:\p{L}+ )?(?:nach|um) .{3,} (?:frage|bitte)$/iu,
  fr: /(?<!\p{L})je (?:te |vous |t')?(?:demande|pose) .{3,}$/iu,
  es: /(?<!\p{L})(?:te |le )?(?:pregunto|pido) .{3,}$/iu,
  pt: /(?<!\p{L})(?:te |lhe )?(?:pergunto|peço) .{3,}$/iu,
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
): { content: string; reason: null; cue: string; trigger: string } | null {
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
  /^(?:wenn|sobald|bevor|quand|lorsque|dès|chaque|cuando|siempre|cada|quando|sempre|jedes|immer)/iu;

/** `Toujours trois phrases maximum`: a limit told without a verb. */
const LIMIT =
  /^(?:toujours|siempre|sempre|immer) (?:(?:höchstens|maximal|au plus|como máximo|no máximo) )?(?:\d+|une?|deux|trois|quatre|cinq|six|dix|una?|dos|tres|cuatro|cinco|uma?|duas|dois|três|quatro|eine?|zwei|drei|vier|fünf|sechs|zehn) \p{L}+ (?:maximum|max|au plus|como máximo|máximo|no máximo|maximal|höchstens)(?!\p{L})/iu;

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
function stripped(text: string, words: InstructionWords): string {
  let out = text.trim();
  for (let guard = 0; guard < 6; guard++) {
    const next = out.replace(words.politeness, " ").replace(words.lead, "").replace(/\s+/g, " ")
      .replace(/^[,，、\s]+|[,，、.。!！\s]+$/g, "");
    if (next === out) break;
    out = next;
  }
  return out;
}
