/**
 * How the template of a rule is worded for what was said: articles, plurals, what is eaten or drunk.
 *
 * @module
 */

import { baseForm } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import type { PatternMatch } from "../rules/pattern.ts";
import type { FactRule } from "../rules/rule.ts";
import type { ValueRange } from "../rules/shapes.ts";
import type { Sentence } from "../types.ts";

/** What is drunk, where it ends a value. */
const DRUNK =
  /^(?:(?!in|with|from|of\b)\S+ )*?(?:coffee|tea|alcohol|beer|wine|juice|milk|cola|coke|soda|espresso|decaf|spirits|lemonade|gin|whisky|whiskey|vodka|rum|champagne|prosecco|cider|drinks?|booze|kombucha|lattes?|cappuccinos?|smoothies)$/;
const IN_A_DRINK = /\bin (?:my|our|the|any) (?:coffee|tea|espresso|latte|drinks?)$/;

/** What one has had rather than has. */
const HAPPENED = /\b(?:stroke|concussion|heart attack|seizure|fracture)$/;

/** The template of a rule, with the article that its cue took and in the number that was said. */
export function templateOf(
  rule: FactRule,
  sentence: Sentence,
  match: PatternMatch,
  values: ReadonlyMap<string, ValueRange>,
): string {
  const { template } = rule;
  const value = values.get("v");
  if (sentence.lang !== "en" || value === undefined) return template;
  const owner = values.get("a");
  if (owner !== undefined && sentence.tokens[owner.to]?.fold === "are") {
    return template.replace(/(\{a\}) is /i, "$1 are ");
  }
  const said = value.sentence.tokens.slice(value.from, value.to).map(({ fold }) => fold).join(" ");
  if (rule.slot === "diet.avoid" && template === "Does not eat {v}") {
    if (IN_A_DRINK.test(said)) return "Does not take {v}";
    if (/^caffeine\b/.test(said)) return "Does not have {v}";
    return DRUNK.test(said) ? "Does not drink {v}" : template;
  }
  if (
    rule.slot === "place.dwelling" &&
    /\b(?:floor|boat|houseboat|narrowboat|barge|farm|estate)\b/.test(said) &&
    sentence.tokens[value.from - 1]?.fold === "on"
  ) {
    return template.replace("Lives in ", "Lives on ");
  }
  // `I'm not allowed to lift anything`, beside `no cycling`.
  if (
    template === "Must avoid {v}" && !/^(?:use|work)$/.test(said) &&
    baseForm(said.split(" ")[0] ?? "") === said.split(" ")[0]
  ) return "Must not {v}";
  // `I had a stroke last year`: it happened.
  if (rule.id === "en.health.have" && HAPPENED.test(said)) {
    return match.cue.some((at) => sentence.tokens[at]?.fold === "had") ? "Has had a {v}" : template;
  }
  return withArticle(rule, match, value);
}

const SEVERAL = wordSet("two three four five six seven eight nine ten twelve several");

function isSeveral({ sentence, from }: ValueRange): boolean {
  const first = sentence.tokens[from];
  return first !== undefined && (SEVERAL.has(first.fold) || /^(?:[2-9]|\d\d+)$/.test(first.fold));
}

const LOOKS_AFTER = "en.team.looks_after";

/** `I look after my mother`: whose she is, where the cue has taken the word. */
function withArticle(rule: FactRule, match: PatternMatch, value: ValueRange): string {
  const { template } = rule;
  const before = value.sentence.tokens[value.from - 1]?.fold ?? "";
  const isOfCue = match.cue.includes(value.from - 1);
  // `our two cats`: several need no article.
  if (template.includes(" a {v}") && isSeveral(value)) return template.replace(" a {v}", " {v}");
  if (/^(?:my|our)$/.test(before)) {
    const last = value.sentence.tokens[value.to - 1]?.fold ?? "";
    if (rule.id === "en.health.bad_part" && !/(?:[^s]s|feet|teeth)$/.test(last)) {
      return template.replace("Has {v}", "Has a {v}");
    }
    return template.replace(/\b(with|for|of) \{v\}/, "$1 their {v}");
  }
  if (isOfCue && rule.id === LOOKS_AFTER && /^(?:a|an|the)$/.test(before)) {
    return template.replace("of {v}", `of ${before} {v}`);
  }
  if (
    isOfCue && rule.slot !== "tool.stack" && /^an?$/.test(before) &&
    /^(?:Has|Uses|Only has) \{v\}/.test(template)
  ) {
    return template.replace("{v}", `${before} {v}`);
  }
  return template;
}

/** `a nut allergy`: allergens that are said in the singular there. */
const ONE_OF_MANY =
  /( to (?:(?:tree|pine|brazil) )?(?:(?:pea|wal|hazel|chest)?nut|wasp|bee|egg|cat|dog|horse|almond|cashew|pistachio|prawn|oyster|mushroom|lentil|chickpea))$/i;

/** The filled template without what does not belong into the third person. */
export function reworded(text: string, rule: FactRule): string {
  if (rule.lang !== "en") return text;
  if (rule.slot === "job") return text.replace(/\ba (?=[aio][a-z]{3}|e[a-tv-z])(?!one\b)/, "an ");
  if (rule.slot === "pet") return text.replace(/\ba (?=[aio][a-z]{2}|e[a-tv-z])/, "an ");
  // `Rehearsals have moved to Tuesdays`.
  if (rule.slot === "schedule") {
    return text.replace(/^(\S*[^\ss])s days are /, "$1 days are ").replace(/\ba (?=early )/, "an ");
  }
  // `I've got Crohn's`: the ending is a token of its own.
  if (rule.slot === "health") text = text.replace(/\bcrohn$/i, "Crohn's");
  if (rule.slot === "allergy") return text.replace(/ here$/, "").replace(ONE_OF_MANY, "$1s");
  // `I'm in my second year of nursing school`; `a hob and no oven` is not used.
  if (rule.slot === "studies") {
    return text.replace(/^Studies (?=(?:\S+ )?(?:school|college|university|uni)\b)/, "Studies at ");
  }
  if (rule.slot.startsWith("device")) return text.replace(/^(Uses .+?) and no \w.*$/, "$1");
  return /^(?:health|diet|circumstance)/.test(rule.slot) ? text.replace(/ for them$/, "") : text;
}

/** `In winter I prefer the bus`: when a taste holds belongs to it. */
const OCCASION =
  /^(?:(?:and|but|so|also|yes|no|well|ok|,) )*((?:in|at|on|during|over|after|before) (?:the |my |our |long |short |cold |hot |rainy |sunny )*(?:weekends?|weekdays|mornings?|afternoons?|evenings?|nights?|winter|summer|spring|autumn|fall|work|bed|breakfast|lunch|dinner|holidays?|working days|work days|week|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|trips|journeys|flights|walks|runs|rides|drives))(?: ,)?$/;

/** A taste with when it holds, where that stands in front of it. */
export function withOccasion(
  content: string,
  sentence: Sentence,
  from: number,
  told: { readonly slot: string; readonly cue: number },
): string {
  if (sentence.lang !== "en" || !/^(?:like|dislike|prefer)$/.test(told.slot)) {
    return content;
  }
  const front = sentence.tokens.slice(from, told.cue);
  const match = OCCASION.exec(front.map(({ fold }) => fold).join(" "));
  if (match === null) return content;
  const words = (match[1] ?? "").split(" ").length;
  const at = front.findLastIndex(({ kind }) => kind === "word") + 1;
  const said = front.slice(at - words, at).map(({ text }) => text).join(" ")
    .replace(/\b(?:my|our)\b/i, "their");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}, ${content.charAt(0).toLowerCase()}${
    content.slice(1)
  }`;
}
