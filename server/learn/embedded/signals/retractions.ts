/**
 * Retractions: what the user takes back (S-971).
 *
 * @module
 */

import type { ReadTurn, RetractionFinding, Sentence } from "../types.ts";
import { kindsOf, membersOf } from "../lexicon/kinds.ts";
import { matchAt } from "../rules/pattern.ts";
import type { RetractRule } from "../rules/retract_rule.ts";
import { valueEnd } from "../rules/values.ts";
import { contentStems } from "../text/stem.ts";
import { clauseAt, type Context, scopeFor, spanOf } from "./finding.ts";

/** All retractions of one sentence. */
export function retractionsOf(
  read: ReadTurn,
  sentence: Sentence,
  context: Context,
): RetractionFinding[] {
  const out: RetractionFinding[] = [];
  if (!sentence.hasWords) return out;
  const cues = context.cues.retractions(sentence);
  const ends = context.cues.facts(sentence);
  if (cues === null && ends === null) return out;
  const scope = scopeFor(sentence, context.budget);
  sentence.tokens.forEach((token, at) => {
    for (const filed of cues?.at(token) ?? []) {
      const match = matchAt(filed.pattern, scope, at);
      const value = match?.values.get("v");
      if (
        match === null || value === undefined ||
        !isStated(sentence, match.cue[0] ?? at, filed.rule)
      ) continue;
      const to = value.to < 0
        ? valueEnd(sentence, value.from, {
          maxWords: 8,
          ...filed.rule.endsBefore === undefined ? {} : { stopBefore: filed.rule.endsBefore },
        })
        : value.to;
      if (to - value.from > (filed.rule.maxWords ?? Number.POSITIVE_INFINITY)) continue;
      push(
        out,
        read,
        sentence,
        { rule: filed.rule, from: value.from, to, cue: match.cue[0] ?? at },
        context,
      );
    }
    for (const filed of ends?.at(token) ?? []) {
      if (filed.rule.retracts !== true) continue;
      const match = matchAt(filed.pattern, scope, at);
      const value = match?.values.get("v");
      if (match === null || value === undefined || !isStated(sentence, match.cue[0] ?? at)) {
        continue;
      }
      const to = value.to < 0 ? valueEnd(sentence, value.from, { maxWords: 6 }) : value.to;
      const rule = {
        id: filed.rule.id,
        lang: filed.rule.lang,
        cue: [],
        scope: "profiles",
        explicit: false,
        slots: ["tool.stack", "tool.editor", "tool.version", "infra", "device"],
      } as const;
      push(out, read, sentence, { rule, from: value.from, to, cue: match.cue[0] ?? at }, context);
    }
  });
  return out;
}

function isStated(
  sentence: Sentence,
  at: number,
  { reported = false, past = false }: Pick<RetractRule, "reported" | "past"> = {},
): boolean {
  // `you forget the unit` complains, `don't forget the unit` reminds.
  if (
    sentence.tokens[at]?.fold === "forget" &&
    /^(?:you|i|we|they|always|never|not|often|keep|to)$/.test(sentence.tokens[at - 1]?.fold ?? "")
  ) return false;
  // `the permanent delete on our pages`: a noun.
  if (
    /^(?:delete|remove|drop|scrap|erase)$/.test(sentence.tokens[at]?.fold ?? "") &&
    (sentence.tokens[at - 1]?.fold === "the" || sentence.tokens[at - 2]?.fold === "the")
  ) return false;
  const mood = clauseAt(sentence, at)?.clause.mood ?? "statement";
  return mood === "statement" || mood === "ended" || reported && mood === "reported" ||
    past && mood === "past";
}

interface Part {
  readonly rule: RetractRule;
  readonly from: number;
  readonly to: number;
  readonly cue: number;
}

function push(
  out: RetractionFinding[],
  read: ReadTurn,
  sentence: Sentence,
  part: Part,
  context: Context,
): void {
  if (part.to <= part.from) return;
  const text = sentence.tokens.slice(part.from, part.to).map((token) => token.fold).join(
    sentence.lang === "zh" || sentence.lang === "ja" ? "" : " ",
  );
  const stems = contentStems(`${text} ${kindsOf(text)} ${membersOf(text)}`, {
    stem: context.stem,
    keepTemplates: true,
  });
  const { only, whole } = part.rule;
  // `I've quit and opened my own shop`: of what, is not said.
  if (
    sentence.lang === "en" &&
    /^(?:and|but|or|so|because)$/.test(sentence.tokens[part.from]?.fold ?? "")
  ) return;
  // `I lost the dog's lead`: the dog is still there.
  if (only?.test(text) === false || / 's (?!(?:at|in|on|for|last|this|now)\b)/.test(text)) return;
  if (whole !== undefined ? !whole.test(text) : stems.length === 0) return;
  for (const slot of part.rule.slots ?? [""]) {
    out.push({
      kind: "retraction",
      ruleId: part.rule.id,
      turn: read.index,
      offset: sentence.tokens[part.cue]?.start ?? sentence.start,
      interactionIds: [read.turn.interactionId],
      spans: [
        spanOf(read, sentence, { from: part.cue, to: part.cue + 1 }, "cue"),
        spanOf(read, sentence, part, "value"),
      ],
      mood: "ended",
      scope: "none",
      owner: "user",
      negative: true,
      lang: sentence.lang,
      base: 86,
      adjust: [],
      confidence: 86,
      slot,
      words: whole === undefined ? stems : [],
      scopeKinds: part.rule.scope,
      explicit: part.rule.explicit,
    });
  }
}
