/**
 * Runs all detectors over a window.
 *
 * @module
 */

import type {
  Declined,
  PlaybookFinding,
  ProfileFinding,
  ReadTurn,
  RetractionFinding,
  Turn,
} from "../types.ts";
import { BudgetError, StepBudget } from "../rules/pattern.ts";
import { TurnCues } from "../rules/turn_cues.ts";
import { complaintsOf } from "../signals/forms/forms.ts";
import { confirmationsOf } from "../signals/confirmation.ts";
import { expertOf } from "../signals/expert.ts";
import { factsOf } from "../signals/facts.ts";
import type { Context } from "../signals/finding.ts";
import { instructionsOf } from "../signals/instructions.ts";
import { introduced } from "../signals/introduced.ts";
import { languageRulesOf } from "../signals/language_rules.ts";
import { nameSaid } from "../signals/name_said.ts";
import { retractionsOf } from "../signals/retractions.ts";
import { shortAnswersOf } from "../signals/short_answers.ts";
import { shortAnswersAbroad } from "../signals/short_answers_abroad.ts";
import { EVERY_ANSWER } from "../signals/topic.ts";
import { signatureOf } from "../signals/signature.ts";
import { toolRulesOf } from "../signals/tool_rules.ts";
import { toldBeside } from "../judge/told.ts";
import { CURRENCIES } from "../lexicon/things.ts";
import { UNIT_WORDS } from "../rules/shapes_things.ts";
import { lightStem, type Stem } from "../text/stem.ts";
import { readWindow, type ReadWindowOptions } from "./read.ts";

/** Everything that was found in a window. */
export interface Findings {
  readonly window: readonly ReadTurn[];
  readonly profiles: readonly ProfileFinding[];
  readonly playbooks: readonly PlaybookFinding[];
  readonly retractions: readonly RetractionFinding[];
  readonly declined: readonly Declined[];
}

/** Options of {@link findAll}. */
export interface FindAllOptions extends ReadWindowOptions {
  /** Server clock, Unix seconds. */
  readonly nowSec: number;
  readonly stem?: Stem;
  /** Which turns may carry evidence; the others are context. @default all */
  readonly isFresh?: (turn: number) => boolean;
}

/** Steps a turn may cost per character of its text (S-907). */
const STEPS_PER_CHARACTER = 200;
/** Share of masked text above which only sure facts count (S-909). */
const MOSTLY_MASKED = 0.6;
const SURE = 80;

/** Reads a window and collects facts, rules and retractions in order of evidence. */
export function findAll(turns: readonly Turn[], options: FindAllOptions): Findings {
  const { nowSec, stem = lightStem } = options;
  const window = readWindow(turns, options);
  const out = {
    profiles: [] as ProfileFinding[],
    playbooks: [] as PlaybookFinding[],
    retractions: [] as RetractionFinding[],
    declined: [] as Declined[],
  };
  for (const read of window) {
    if (options.isFresh?.(read.index) === false) continue;
    const steps = STEPS_PER_CHARACTER * Math.max(400, read.text.length);
    const budget = new StepBudget(steps);
    const cues = new TurnCues();
    const context: Context = { window, nowSec, stem, budget, declined: [], cues };
    try {
      collect(read, context, out);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      out.declined.push(faultOf(read, error instanceof BudgetError ? "budget" : "fault"));
      continue;
    }
    out.declined.push(...context.declined);
  }
  return { window, ...out };
}

interface Collected {
  readonly profiles: ProfileFinding[];
  readonly playbooks: PlaybookFinding[];
  readonly retractions: RetractionFinding[];
}

function collect(read: ReadTurn, context: Context, out: Collected): void {
  if (read.turn.speaker === "assistant") {
    out.playbooks.push(...expertOf(read, context));
    return;
  }
  if (read.turn.speaker !== "user") return;
  const told = instructionsOf(read, context);
  const complaints = complaintsOf(read, context);
  const instructions = [
    // `Shorten the list to four`: a new number for a known rule, and no rule of its own.
    ...told.filter((finding) =>
      !complaints.some((other) => other.offset === finding.offset && isAnew(other))
    ),
    ...complaints.filter((finding) => !isToldAlready(finding, told)),
    ...toolRulesOf(read, context),
    ...languageRulesOf(read, context),
  ];
  const kept = instructions.filter((finding) =>
    !isOtherHalf(finding, instructions) && !isPartOf(finding, instructions) &&
    !isGround(finding, instructions, read)
  );
  const playbooks = [...(kept.length > 0 ? kept : confirmationsOf(read, context))];
  const profiles = [
    ...read.sentences.flatMap((sentence) => factsOf(read, sentence, context)),
    ...shortAnswersOf(read, context),
    ...shortAnswersAbroad(read, context),
    ...signatureOf(read),
    ...nameSaid(read),
  ];
  profiles.push(...introduced(read, profiles));
  const retractions = read.sentences.flatMap((sentence) => retractionsOf(read, sentence, context));
  if (isTakenBack(read)) return;
  const beside = toldBeside(read, [...profiles, ...playbooks, ...retractions], context);
  profiles.push(...beside.profiles);
  for (const { offset, ofHouse } of playbooks) {
    if (ofHouse !== true) continue;
    const sentence = read.sentences.find(({ start }) => start === offset);
    // `We never quote without a date`: the way of the firm is no habit as well.
    const isHabit = (fact: ProfileFinding) =>
      sentence !== undefined && fact.offset >= offset && fact.offset < sentence.end &&
      /^en\.(?:habit|told|dislike|prefer)\./.test(fact.ruleId);
    for (let at = profiles.findIndex(isHabit); at >= 0; at = profiles.findIndex(isHabit)) {
      profiles.splice(at, 1);
    }
  }
  // `No sugar in recipes`: what is not to stand somewhere is no diet.
  for (const { offset, content } of playbooks) {
    const at = profiles.findIndex((fact) =>
      fact.offset === offset && / in \S+$/.test(fact.content) &&
      content === fact.content.replace(/^Does not (?:eat|drink|use) /, "Do not use ")
    );
    if (at >= 0) profiles.splice(at, 1);
  }
  // `If I ask where it is, I want to know when it comes`: a correction is no wish of theirs as well.
  for (const { offset, detector } of playbooks) {
    const at = profiles.findIndex((fact) =>
      fact.offset === offset && /^en\.prefer\.if\./.test(fact.ruleId)
    );
    if (at >= 0 && /^D[4567]$/.test(detector)) profiles.splice(at, 1);
  }
  playbooks.push(...beside.playbooks);
  const { fuller } = beside;
  if (fuller !== null) {
    playbooks.splice(playbooks.findIndex((rule) => rule === fuller.instead), 1, fuller.rule);
  }
  retractions.push(...beside.retractions);
  const sure = (finding: { readonly confidence: number }) =>
    read.maskedShare <= MOSTLY_MASKED || finding.confidence >= SURE;
  out.profiles.push(...profiles.filter(sure));
  out.playbooks.push(...playbooks.filter(sure));
  out.retractions.push(...retractions);
}

/** All that a sentence says, or a new number, or a new way, for a known rule. */
function isAnew({ limit, detector, change, isWhole }: PlaybookFinding): boolean {
  return isWhole === true || limit !== undefined || detector === "D1" && change;
}

/** A sentence that is an instruction is not read as a wish once more. */
function isToldAlready(finding: PlaybookFinding, told: readonly PlaybookFinding[]): boolean {
  return finding.isWhole !== true && finding.trigger !== EVERY_ANSWER &&
    finding.detector === "D3" &&
    told.some((rule) => rule.offset === finding.offset);
}

/** `Give a list` beside `At the end of each plan, give a list`: the same with less. */
function isPartOf(finding: PlaybookFinding, all: readonly PlaybookFinding[]): boolean {
  const part = finding.content.toLowerCase();
  return all.some((other) =>
    other !== finding && other.turn === finding.turn && other.offset === finding.offset &&
    other.content.length > finding.content.length && other.content.toLowerCase().includes(part)
  );
}

/** What does not suit, told as it is. */
const UNFIT =
  /^(?!avoid\b).*\b(?:is|are) (?:of )?(?:absolutely |completely |totally |really |just |simply )?(?:no (?:good|use|help)|useless|worthless|pointless|hopeless|confusing|unreadable|misleading|unusable|illegible)\b/;

/** `Cups are no use here. Give me grams`: the complaint is the ground of the order beside it. */
function isGround(
  finding: PlaybookFinding,
  all: readonly PlaybookFinding[],
  read: ReadTurn,
): boolean {
  return all.some((other) => other.offset !== finding.offset && !other.negative) &&
    UNFIT.test(read.sentences.find(({ start }) => start === finding.offset)?.said ?? "") &&
    !/^Do not /.test(finding.content);
}

/** `Quote in euros now, no dollars any more`: the ban is the other half of the same change. */
function isOtherHalf(finding: PlaybookFinding, all: readonly PlaybookFinding[]): boolean {
  const banned = /^Do not use (.+)$/.exec(finding.content)?.[1]?.toLowerCase();
  return banned !== undefined && banned.split(" ").length <= 4 &&
    // `Celsius, please. I never want Fahrenheit.`
    (isUnit(banned.split(" ")[0]) &&
        all.some((other) => other.turn === finding.turn && isUnitRule(other.content)) ||
      all.some((other) =>
        other !== finding && !other.negative && other.turn === finding.turn &&
        ((other.ends ?? []).some((word) => banned.split(/\s+/).includes(word)) ||
          other.offset === finding.offset &&
            new RegExp(`\\b(?:not|no|never) (?:\\w+ )?${escaped(banned)}`, "i").test(other.content))
      ));
}

function isUnitRule(content: string): boolean {
  return isUnit(/^Use ([\w-]+)$/.exec(content)?.[1]?.toLowerCase());
}

function isUnit(word = ""): boolean {
  return UNIT_WORDS.has(word) || CURRENCIES.has(word);
}

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N}\s-]/gu, ".");
}

const JOKE =
  /\b(?:i'm (?:just |only )?(?:kidding|joking)|just (?:kidding|joking)|jk|only (?:joking|testing|kidding)|(?:please )?(?:ignore|scratch) that(?! (?:about|on|bit|part|one|thing)\b)|kidding|forget i said that|april fool)\b/i;

/** A joke or a test takes back everything in its turn (S-923). */
function isTakenBack(read: ReadTurn): boolean {
  return JOKE.test(read.text);
}

function faultOf(read: ReadTurn, reason: "budget" | "fault"): Declined {
  return {
    ruleId: "pipeline",
    reason,
    turn: read.index,
    spans: [],
    mood: "statement",
    lang: "en",
    slot: "",
  };
}
