/**
 * Standing instructions in the languages beside English: the user's clause, less its politeness.
 *
 * @module
 */

import type { Lang, PlaybookFinding, ReadTurn, Sentence } from "../types.ts";
import { strongCue } from "../analysis/scope.ts";
import { type Context, spanOf } from "./finding.ts";
import { INSTRUCTION_WORDS, type InstructionWords } from "../rules/languages/instructions.ts";
import { toPlaybook } from "./playbook_finding.ts";

/** Standing instructions of one turn in another language. */
export function languageRulesOf(read: ReadTurn, context: Context): PlaybookFinding[] {
  const out: PlaybookFinding[] = [];
  for (const sentence of read.sentences) {
    const words = INSTRUCTION_WORDS[sentence.lang];
    if (words === undefined || sentence.terminator === "?") continue;
    if (
      sentence.clauses.some((clause) =>
        clause.mood === "hypothetical" || clause.mood === "reported"
      )
    ) continue;
    const draft = instructionOf(read, sentence, words);
    if (draft === null) continue;
    const finding = toPlaybook({
      detector: "D1",
      read,
      sentence,
      trigger: words.trigger,
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

function instructionOf(
  read: ReadTurn,
  sentence: Sentence,
  words: InstructionWords,
): { content: string; reason: string | null; cue: string } | null {
  const folds = sentence.tokens.map((token) => token.fold);
  const cue = strongCue(folds, sentence.lang) ||
    words.bans.exec(joined(folds, sentence.lang))?.[0] || "";
  if (cue === "") return null;
  const raw = read.text.slice(sentence.start, sentence.tokens.at(-1)?.end ?? sentence.end);
  const [main = "", reason = null] = splitReason(raw, words);
  const content = stripped(main, words);
  if (words.ownSubject.test(content) || !words.order.test(content) && !LIMIT.test(content)) {
    return null;
  }
  return { content: content.charAt(0).toUpperCase() + content.slice(1), reason, cue };
}

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
