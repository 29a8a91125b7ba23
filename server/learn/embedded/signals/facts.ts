/**
 * Steps 9 and 10 for facts: hits become profiles.
 *
 * @module
 */

import type {
  Adjustment,
  Clause,
  Declined,
  DeclineReason,
  Lifetime,
  ProfileFinding,
  ReadTurn,
  Sentence,
} from "../types.ts";
import { type Hit, hitOf, type Matched, matchesIn } from "./fact_hits.ts";
import { isOfAnother } from "./other_people.ts";
import { isSensitive } from "../guards/secrets.ts";
import { reachOf, type Scope, scopeOf } from "../analysis/scope.ts";
import { compile, matchAt, type PatternMatch } from "../rules/pattern.ts";
import type { FactRule } from "../rules/rule.ts";
import { SHAPES } from "../rules/shape_table.ts";
import type { ValueRange } from "../rules/shapes.ts";
import { textOf, valueEnd } from "../rules/values.ts";
import { domainOf, valueKey } from "../rules/domain.ts";
import { FUNCTION_WORDS } from "../lexicon/things.ts";
import { theirs } from "../rules/theirs.ts";
import { valueText } from "./value_text.ts";
import { reworded, templateOf, withOccasion } from "./wording.ts";
import {
  clauseAt,
  commonAdjustments,
  type Context,
  finalConfidence,
  isOpenFact,
  reasonOf,
  scopeFor,
  spanOf,
  thresholdOf,
} from "./finding.ts";

/** All facts of one sentence. */
export function factsOf(read: ReadTurn, sentence: Sentence, context: Context): ProfileFinding[] {
  const matches = matchesIn(sentence, context).sort((a, b) =>
    a.filed.order - b.filed.order || (a.match.cue[0] ?? 0) - (b.match.cue[0] ?? 0) ||
    b.match.cue.length - a.match.cue.length
  );
  const used = new Set<number>();
  const out: ProfileFinding[] = [];
  for (const matched of matches) {
    // Whether its values fit is asked last: an earlier rule may have its words.
    if (isCueTaken(used, matched)) continue;
    const hit = hitOf(read, sentence, matched);
    if (hit === null || isValueTaken(used, hit)) continue;
    const finding = toFinding(read, sentence, hit, context);
    if (finding === null) continue;
    if ("reason" in finding) {
      context.declined.push(finding);
      continue;
    }
    claim(used, hit);
    out.push(finding, ...besides(read, sentence, hit, finding, context));
  }
  return out;
}

/** Rules that share their cue (two facts in one clause) only need a value of their own. */
function isCueTaken(used: ReadonlySet<number>, { filed, match }: Matched): boolean {
  return filed.rule.shares !== true && match.cue.some((at) => used.has(at));
}

function isValueTaken(used: ReadonlySet<number>, { filed, values }: Hit): boolean {
  if (filed.rule.shares !== true) return false;
  const value = values.get("v");
  if (value === undefined) return true;
  for (let at = value.from; at < value.to; at++) if (used.has(at)) return true;
  return false;
}

/** Cue words, and the value of a hit, serve one rule only. */
function claim(used: Set<number>, hit: Hit): void {
  for (const at of hit.match.cue) used.add(at);
  for (const range of hit.values.values()) {
    for (let at = range.from; at < range.to; at++) used.add(at);
  }
}

function toFinding(
  read: ReadTurn,
  sentence: Sentence,
  hit: Hit,
  context: Context,
): ProfileFinding | Declined | null {
  const { rule } = hit.filed;
  const place = clauseAt(sentence, hit.match.cue[0] ?? 0);
  if (place === null || rule.retracts === true) return null;
  const { clause } = place;
  const spans = [
    spanOf(read, sentence, cueRange(hit.match), "cue"),
    ...valueSpans(read, hit),
  ];
  const decline = (reason: DeclineReason): Declined => ({
    ruleId: rule.id,
    reason,
    turn: read.index,
    spans,
    mood: clause.mood,
    lang: sentence.lang,
    slot: rule.slot,
  });
  const told = reachedScope(sentence, place.position, clause, context.nowSec);
  // `ich heiße Bjarne und lerne gerade …`: a name lasts.
  const lasts = rule.inPassing === true || rule.id === MOVED && MOVED_IN.test(told.cue) ||
    rule.slot === "name" && rule.lang !== "en";
  const scope = lasts && told.kind === "limited" ? { ...told, ...LASTING } : told;
  if (isOfAnother(read, sentence, hit.match)) return decline("third_person");
  const silent = clause.mood !== "statement" && rule.moods?.includes(clause.mood) !== true;
  if (silent) return decline(reasonOf(clause.mood));
  if (sentence.lang === "en" && isOfOnePiece(sentence)) {
    return decline("one_off");
  }
  if (isOverSince(sentence, hit)) return decline("past");
  if (rule.needsLimit === true && scope.kind !== "limited") return null;
  if (rule.noLimit === true && scope.kind === "limited" && scope.from !== GROUND) {
    return decline("one_off");
  }
  if (scope.kind === "once") return decline("one_off");
  if (isConditional(sentence, clause) && !UNCONDITIONAL.test(rule.slot)) {
    return decline("hypothetical");
  }
  const clauseText = read.text.slice(sentence.start, sentence.end);
  if (isSensitive(clauseText)) return decline("sensitive");
  const life = lifeOf(rule, scope);
  if (life === null) return decline("expired");
  const content = withOccasion(render(sentence, hit, scope, context), sentence, clause.from, {
    slot: rule.slot,
    cue: hit.match.cue[0] ?? clause.from,
  });
  if (sentence.lang === "en" && isOpenFact(content)) return decline("unresolved");
  const adjust = [...commonAdjustments(read, sentence, clause), ...ownAdjustments(sentence, hit)];
  const confidence = finalConfidence(baseOf(rule, clause), adjust);
  if (confidence < thresholdOf(rule.slot)) return decline("low_confidence");
  const value = valueText(hit.filed.rule, hit.values, "v") || content;
  return {
    kind: "profile",
    ruleId: rule.id,
    turn: read.index,
    offset: sentence.tokens[hit.match.cue[0] ?? 0]?.start ?? sentence.start,
    interactionIds: [read.turn.interactionId],
    spans,
    mood: clause.mood,
    scope: scope.cue || "none",
    owner: "user",
    negative: /(?:not|dislike|avoid|never|cannot)/i.test(content),
    lang: sentence.lang,
    base: baseOf(rule, clause),
    adjust,
    confidence,
    slot: rule.slot,
    key: keyOf(rule, hit, context),
    value,
    content,
    life: isPassing(rule, life, content) ? { ...life, ttl: "one_month" } : life,
    change: rule.change === true || isChange(sentence, clause),
  };
}

/** `I'm a teacher, or rather I was until July`: what was so, taken back in the same breath. */
const WAS_UNTIL =
  /^(?:, |- |or |rather |well |at |least |actually |that |is )*(?:i |we )?(?:was|were|did|had|used to)(?: (?:until|till|up|before|once)\b|(?: (?:one|be))?(?: [,;]|$))/;
const LONGEST_TAKING_BACK = 10;

function isOverSince({ lang, tokens }: Sentence, { values }: Hit): boolean {
  if (lang !== "en") return false;
  const to = Math.max(...[...values.values()].map((range) => range.to));
  if (!/^(?:,|-|\u2013|\u2014|or)$/.test(tokens[to]?.fold ?? "")) return false;
  return WAS_UNTIL.test(
    tokens.slice(to, to + LONGEST_TAKING_BACK).map(({ fold }) => fold).join(" "),
  );
}

/** `We moved to Ghent over the summer`: the season tells when, not for how long. */
const MOVED = "en.place.home.moved";
const MOVED_IN =
  /^(?:over|this) (?:the )?(?:summer|winter|spring|autumn|fall|week|weekend|month|year|morning|afternoon)$/;
const LASTING = { kind: "none", from: -1, to: -1, life: null } as const;

/** `My wife is away until Sunday, so I cook alone`: what follows lasts as long as its ground. */
function reachedScope(
  sentence: Sentence,
  position: number,
  clause: Clause,
  nowSec: number,
): Scope {
  const own = scopeOf(sentence, reachOf(sentence, position), nowSec);
  const [first, second] = sentence.folds.slice(clause.from);
  const isNone = first === "no" || first === "so" && second === "no";
  if (own.kind !== "none" || position === 0 || clause.opener !== "so" && !isNone) return own;
  const ground = scopeOf(sentence, reachOf(sentence, position - 1), nowSec);
  if (ground.kind === "limited") return { ...ground, from: GROUND, to: GROUND };
  if (!isNone) return own;
  if (TIRED.test(sentence.said)) return { ...own, kind: "once" };
  const treatment = TREATMENT.exec(sentence.said)?.[0];
  return treatment === undefined ? own : {
    ...own,
    kind: "limited",
    from: GROUND,
    to: GROUND,
    life: { ttl: "one_month", from: "cue", words: treatment, limited: true },
  };
}

/** `For the kids' party: no nuts`: what is left out is left out of that alone. */
const LEFT_OUT_OF_IT =
  /^for (?:the|my|our|this|his|her|their|[\w-]+'s) (?!diet |health )(?:[\w'-]+ ){1,4}: (?:no|without|only|nothing) /;

function isOfOnePiece(sentence: Sentence): boolean {
  return sentence.folds[0] === "for" &&
    LEFT_OUT_OF_IT.test(sentence.folds.slice(0, 10).join(" "));
}

/** How somebody is for an evening: `I'm tired, so no wine for me`. */
const TIRED =
  /^(?:i|we) (?:am|are) (?:so |too |a bit |very |still )?(?:tired|full|driving|hungover|ill|sick|stuffed|late|working|hungry|up early|on call)\b/;

/** Where a limit stands that is not the fact's own. */
const GROUND = -1;
/** What passes by itself: `I'm on antibiotics, so no wine for me`. */
const TREATMENT =
  /\b(?:antibiotics?|penicillin|amoxicillin|doxycycline|dry january|dry july|sober october|juice cleanse|detox|for lent)\b/;

/** Slots whose facts hold whatever condition stands before them. */
const UNCONDITIONAL =
  /^(?:name|pronouns|contact|allergy|health|access|prefer\.if|language\.speaks|job|diet|prefer|like|dislike|place\.home|budget|comm\.)/;

/** The main clause behind an `if` or `when` clause says only what happens then. */
function isConditional(sentence: Sentence, clause: Clause): boolean {
  if (sentence.lang !== "en" || clause.opener === "but" || clause.opener === "because") {
    return false;
  }
  const position = sentence.clauses.indexOf(clause);
  return /^(?:if|when|whenever|unless)$/.test(clause.opener) ||
    sentence.clauses.slice(0, position).some((before) =>
        /^(?:if|when|whenever|once|unless)$/.test(before.opener)
      ) &&
      clause.opener === "";
}

function baseOf(rule: FactRule, clause: Clause): number {
  return /^(?:because|since|as|given)$/.test(clause.opener) ? Math.min(rule.base, 84) : rule.base;
}

function cueRange(match: PatternMatch): { from: number; to: number } {
  const first = match.cue[0] ?? 0;
  let last = first;
  for (const at of match.cue) if (at <= last + 3) last = Math.max(last, at);
  return { from: first, to: last + 1 };
}

function valueSpans(read: ReadTurn, hit: Hit) {
  return [...hit.values.values()].map((range) => spanOf(read, range.sentence, range, "value"));
}

function lifeOf(rule: FactRule, scope: Scope): Lifetime | null {
  const own: Lifetime = { ttl: rule.ttl, from: "default", words: "", limited: false };
  if (scope.kind !== "limited" || scope.life === null) return own;
  return scope.life;
}

/** `Has the flu`, `Has a tooth infection`: it is over in some weeks. */
function isPassing(rule: FactRule, life: Lifetime, content: string): boolean {
  return rule.slot === "health" && life.ttl === "infinity" && PASSING_ILLNESS.test(content);
}

const PASSING_ILLNESS =
  /^Has (?:(?!chronic|recurring|frequent)\S+ ){0,3}(?:flu|covid|infection|pneumonia|concussion|shingles|food poisoning|stomach bug|tonsillitis|bronchitis|mastitis|chickenpox|norovirus|stye|a (?:bad |nasty )?cold)$/i;

function ownAdjustments(sentence: Sentence, hit: Hit): Adjustment[] {
  const out: Adjustment[] = [];
  const value = hit.values.get("v");
  const first = hit.match.cue[0] ?? 0;
  const owner = sentence.tokens.slice(Math.max(0, first - 1), first + 6).some((token) =>
    /^(?:i|we|my|our|me|us)$/.test(token.fold)
  );
  if (sentence.lang === "en" && !owner) out.push({ name: "subjectless", points: -5 });
  if (
    value !== undefined && value.to - value.from > 8 && hit.filed.rule.extent?.wholeClause !== true
  ) out.push({ name: "long value", points: -5 });
  const opening = value === undefined ? undefined : sentence.tokens[value.from];
  if (
    opening !== undefined && FUNCTION_WORDS.has(opening.fold) &&
    /^(?:the|that|this|it|some|any|so)$/.test(opening.fold)
  ) out.push({ name: "function word", points: -10 });
  return out;
}

const CHANGE =
  /\b(?:now|actually|changed|instead|any more|anymore|no longer|moved|switched|again|started|correction|new|as of|these days|nowadays|lately)\b/;

function isChange(sentence: Sentence, clause: Clause): boolean {
  return CHANGE.test(
    sentence.tokens.slice(clause.from, clause.to).map((token) => token.fold).join(" "),
  ) ||
    /^(?:actually|correction|update|small news|by the way)\b/i.test(
      sentence.said,
    );
}

/** Puts the values into the template of the rule. */
function render(sentence: Sentence, hit: Hit, scope: Scope, context: Context): string {
  const { rule } = hit.filed;
  const fill = (name: string) =>
    hit.values.has(name) ? valueText(hit.filed.rule, hit.values, name) : "";
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  let text = templateOf(rule, sentence, hit.match, hit.values)
    .replaceAll(
      /\{(\w)\}/g,
      (_, name: string) =>
        name === name.toUpperCase() ? capital(fill(name.toLowerCase())) : fill(name),
    );
  if (rule.template.startsWith("{")) text = capital(text);
  if (rule.slot === "job") text = text.replace(/^Works as (?=(?:an? )?(?:retired|former) )/, "Is ");
  const words = scope.kind === "limited" ? limitWords(sentence, scope, hit) : "";
  text = reworded(text, rule);
  context.budget.step();
  return theirs(`${text}${words}`.replace(/\s{2,}/g, " ").trim(), rule.lang);
}

/** Limiting words that the value does not already hold. */
function limitWords(sentence: Sentence, scope: Scope, hit: Hit): string {
  if (scope.from < 0) return "";
  for (const range of hit.values.values()) {
    if (scope.from >= range.from && scope.from < range.to) return "";
  }
  // `Hasta el domingo me quedo en …`: what stands in front ends where the fact begins.
  const first = hit.match.cue[0] ?? scope.to;
  const to = first > scope.from ? Math.min(first, scope.to) : scope.to;
  const words = textOf(sentence, scope.from, to).replace(/^[,\s]+|[,\s]+$/g, "");
  return words === ""
    ? ""
    : ` ${
      sentence.tokens[scope.from]?.capital === true
        ? words.charAt(0).toLowerCase() + words.slice(1)
        : words
    }`;
}

function keyOf(rule: FactRule, hit: Hit, context: Context): string {
  const v = valueText(hit.filed.rule, hit.values, "v");
  const a = valueText(hit.filed.rule, hit.values, "a");
  switch (rule.key) {
    case "one":
      return "";
    case "value":
      return valueKey(v === "" ? rule.template : v, context.stem);
    case "domain":
      return domainOf(a === "" ? v : a, a === "" ? "" : v, context.stem);
    case "subject":
      return valueKey(
        a === "" ? rule.slot === "tool.version" ? v.replace(/\d.*$/, "") : "" : a,
        context.stem,
      );
    case "kind":
      return kindKey(rule, a, v);
  }
}

function kindKey(rule: FactRule, a: string, v: string): string {
  if (rule.slot === "infra") return "deploy";
  if (rule.slot === "schedule" && a !== "") {
    return a.toLowerCase().replace(/^(?:the|their|a|an|all) /, "").replace(/([^s])s$/, "$1");
  }
  if (rule.slot === "schedule") return rule.id.split(".").at(-1)?.replace("up_by", "wakes") ?? "";
  return (a === "" ? v.split(" ").at(-1) ?? v : a).toLowerCase();
}

const FROM_PLACE = compile("(in|from|near) {v}");

/** `a radio producer from Cork`: the place beside a job. */
function besides(
  read: ReadTurn,
  sentence: Sentence,
  hit: Hit,
  job: ProfileFinding,
  context: Context,
): ProfileFinding[] {
  const value = hit.values.get("v");
  if (job.slot !== "job" || value === undefined || sentence.lang !== "en") return [];
  const scope = scopeFor(sentence, context.budget);
  if (hit.filed.rule.shape === "job_place" && value.to > jobEnd(value)) return [];
  for (let at = hit.match.from; at < Math.min(sentence.tokens.length, value.to + 5); at++) {
    for (const pattern of FROM_PLACE) {
      const match = matchAt(pattern, scope, at);
      const open = match?.values.get("v");
      if (match === null || open === undefined) continue;
      const range = SHAPES.place({
        sentence,
        from: open.from,
        to: valueEnd(sentence, open.from, { maxWords: 5 }),
      });
      if (range === null) continue;
      const word = sentence.tokens[match.cue[0] ?? 0]?.fold ?? "in";
      return [placeBeside(read, sentence, job, range, word)];
    }
  }
  return [];
}

/** End of the occupation when the value also holds a place. */
function jobEnd(value: ValueRange): number {
  return SHAPES.job(value)?.to ?? value.to;
}

function placeBeside(
  read: ReadTurn,
  sentence: Sentence,
  job: ProfileFinding,
  range: ValueRange,
  word: string,
): ProfileFinding {
  const name = textOf(sentence, range.from, range.to);
  const origin = word === "from";
  return {
    ...job,
    ruleId: origin ? "en.place.origin.job_from" : "en.place.home.job_in",
    offset: sentence.tokens[range.from]?.start ?? job.offset,
    spans: [...job.spans.slice(0, 1), spanOf(read, sentence, range, "value")],
    slot: origin ? "place.origin" : "place.home",
    key: "",
    value: name,
    content: origin ? `Comes from ${name}` : `Is based in ${name}`,
    life: { ttl: "infinity", from: "default", words: "", limited: false },
    change: false,
  };
}
