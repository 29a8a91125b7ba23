/**
 * Builds playbook findings; every detector ends here.
 *
 * @module
 */

import type { BlockingIssue } from "../../../../client/contract/mod.ts";
import type {
  Adjustment,
  Declined,
  DeclineReason,
  EvidenceSpan,
  PlaybookFinding,
  ReadTurn,
  Sentence,
} from "../types.ts";
import { holdsSecret, isHarmfulRule, isSensitive } from "../guards/secrets.ts";
import { type Context, finalConfidence } from "./finding.ts";
import { frameOf } from "./frames.ts";
import { closedTrigger, isOpen } from "./open_content.ts";
import { supersededBy } from "./superseded.ts";
import { tidyRule } from "./tidy_rule.ts";

/** Parts of a playbook before it is checked. */
export interface PlaybookDraft {
  readonly detector: string;
  readonly read: ReadTurn;
  readonly sentence: Sentence;
  readonly trigger: string;
  readonly content: string;
  readonly rationale: string | null;
  readonly base: number;
  readonly adjust: readonly Adjustment[];
  readonly spans: readonly EvidenceSpan[];
  readonly scope: string;
  readonly change?: boolean;
  /** Rests on a weak cue and may continue the rule before it. */
  readonly weak?: boolean;
  readonly repeated?: boolean;
  readonly blockingIssue?: BlockingIssue | null;
  readonly extraIds?: readonly number[];
  readonly frame?: string;
  /** Says all that the sentence says: what was read in parts of it is dropped. */
  readonly isWhole?: boolean;
  /** What the users' firm does: no habit of theirs. */
  readonly ofHouse?: boolean;
  /** A new number for a known rule. */
  readonly limit?: PlaybookFinding["limit"];
}

const LEAST = 72;
const POINTS_AWAY =
  /^(?:use|do|keep|follow|repeat|take|stick to|stick with|stay with|go with|hold to|keep to|continue with) (?:it|this|that|them)(?: (?:for|in|with|every|each|always|whenever|from)\b|$)/i;

/** `Make sure cups are no good to the user`: what is of no use is left alone. */
const UNFIT =
  /^(?:Make sure )?((?:\S+ ){1,7})(?:is|are) (?:of )?(?:absolutely |completely |totally |really )?(?:no (?:good|use|help)|useless|worthless|pointless|hopeless)(?: (?:here|(?:to|for|in|on|at) (?:the user|us|anyone|anybody|everyone|(?:this|our|the user's|the) [\w-]+)))?$/i;

/** `Make sure news sites are no source for court dates`. */
const NO_SOURCE =
  /^Make sure ((?:\S+ ){1,4})(?:is|are) (?:no|not a) (?:source|substitute|basis) for (.+)$/;

/** What is said of a way that is another than before. */
const FROM_NOW_ON =
  /\b(?:from (?:now|today|this (?:week|month|term|year)) on|no longer|instead from)\b/;

/** Orders that are whole in one word. */
const WHOLE_WORD = /^(?:tutéame|tutéeme|tutoie|tutoyez|vouvoie|vouvoyez)(?:-moi)?$/i;

/** A finding, or null with a declined record when the draft does not hold. */
export function toPlaybook(draft: PlaybookDraft, context: Context): PlaybookFinding | null {
  const decline = (reason: DeclineReason): null => {
    context.declined.push(declinedOf(draft, reason));
    return null;
  };
  const said = withQuotesClosed(draft.content.trim());
  const tidy = draft.sentence.lang === "en" ? tidyRule(said) : null;
  // `We don't want to know, so no blue`: of what is spoken, was said before.
  if (tidy?.isDrawn === true && /^In every answer/.test(draft.trigger)) {
    return decline("unresolved");
  }
  const content = (tidy?.content ?? said).replace(
    UNFIT,
    (_, thing: string) => `Avoid ${lowerStart(thing.trim())}`,
  ).replace(NO_SOURCE, "Do not use $1for $2");
  const rationale = tidyRationale(draft.rationale ?? (tidy?.reason || null), content);
  const all = `${draft.trigger} ${content} ${rationale ?? ""}`;
  if (
    !/\s/.test(content) && !/\p{Script=Han}|\p{Script=Hiragana}/u.test(content) &&
    !WHOLE_WORD.test(content)
  ) {
    return decline("unresolved");
  }
  // `Use it for every meeting` says nothing without what `it` is.
  if (POINTS_AWAY.test(content) && !content.includes(":")) return decline("unresolved");
  if (draft.sentence.lang === "en" && isOpen(content, draft.trigger)) return decline("unresolved");
  if (isRuleOfOthers(draft.sentence)) return decline("third_person");
  // `When it comes to party, always refill the bowls`: an order swallowed by its situation.
  if (/, (?:always|never|please)\b/i.test(draft.trigger)) return decline("unresolved");
  // A rule that leans on a secret (`my pin is …, always use it`) is of no use without it.
  const { start, end } = draft.sentence;
  if (holdsSecret(draft.read.text.slice(start, end))) return decline("sensitive");
  if (isSensitive(all, draft.read.text) || isHarmfulRule(content)) return decline("sensitive");
  if (/\bnot\b.*\bdo not\b.*\bnot\b/i.test(content)) return decline("unresolved");
  if (/^(?:Tell|Show|Give|Say|Send) (?:the user )?(?:that|this|it)$/.test(content)) {
    return decline("unresolved");
  }
  // `Give short as`: cut in the middle.
  if (/ (?:as|than|the|a|an|and|or|of|my|our)$/.test(content)) return decline("unresolved");
  if (/^Give (?:something|anything) \S+$/.test(content)) return decline("unresolved");
  if (/\b(?:look|looks|read|reads|sound|sounds) like (?:this|that)$/i.test(content)) {
    return decline("unresolved");
  }
  const trigger = closedTrigger(draft.trigger, content);
  const confidence = finalConfidence(draft.base, draft.adjust);
  if (confidence < LEAST) return decline("low_confidence");
  const ids = [...new Set([draft.read.turn.interactionId, ...(draft.extraIds ?? [])])].toSorted((
    a,
    b,
  ) => a - b);
  return {
    kind: "playbook",
    ruleId: `${draft.sentence.lang}.${draft.detector.toLowerCase()}`,
    turn: draft.read.index,
    offset: draft.sentence.start,
    interactionIds: ids,
    spans: draft.spans,
    mood: "request",
    scope: draft.scope,
    owner: "user",
    negative: /^(?:do not|don't|never)\b/i.test(content),
    lang: draft.sentence.lang,
    base: draft.base,
    adjust: draft.adjust,
    confidence,
    detector: draft.detector,
    frame: draft.frame ?? frameOf(content, draft.trigger),
    trigger,
    content,
    rationale,
    blockingIssue: draft.blockingIssue ?? null,
    change: draft.change ?? FROM_NOW_ON.test(draft.sentence.said),
    repeated: draft.repeated ?? false,
    ...(draft.isWhole === true ? { isWhole: true } : {}),
    ...(draft.ofHouse === true ? { ofHouse: true } : {}),
    ...(draft.limit === undefined ? {} : { limit: draft.limit }),
    ends: supersededBy(draft.read.sentences),
  };
}

/** `My gran's rule: never …`, `the rule for the board game: …`: told of others, and of a game. */
const OTHERS_RULE =
  /(?:'s|^(?:his|her|their|its)) (?:\S+ )?(?:rules?|mottos?|advice|tips?|saying|mantra|principles?|wisdom)(?: (?:is|was|for|on|about)\b[^:]*)? ?:|\brules? (?:for|of|in) (?:the|this|that|our|my|a) (?:\S+ ){0,2}(?:game|quiz|puzzle|contest|sport|tournament|raffle|lottery) ?:/;

function isRuleOfOthers({ lang, said }: Sentence): boolean {
  return lang === "en" && said.includes(":") && OTHERS_RULE.test(said);
}

function lowerStart(text: string): string {
  return /^(?:[A-Z]{2}|[A-Z]\S*[A-Z\d])/.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}

/** `once you say 'go`: the closing mark went with the full stop. */
function withQuotesClosed(text: string): string {
  const whole = (text.match(/"/g)?.length ?? 0) % 2 === 1 ? `${text}"` : text;
  const open = (whole.match(/(?:^|\s)'(?=\S)/g)?.length ?? 0) >
    (whole.match(/\S'(?=[\s,.;:!?]|$)/g)?.length ?? 0);
  if (open) return `${whole}'`;
  // `In essence' is no good`: the opening mark was taken for one that leads in.
  return /^[^']*[^'s\s]'(?=[\s,.;:!?])[^']*$/.test(whole) ? `'${whole}` : whole;
}

/** `Only book once I say 'go'`: an objection that is the rule itself gives no reason. */
function isSameSaid(reason: string, rule: string): boolean {
  if (!reason.startsWith("The user objected")) return false;
  const words = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const told = new Set(words(reason));
  const said = words(rule).filter((word) => word !== "not");
  return said.length > 2 && said.every((word) => told.has(word));
}

function tidyRationale(text: string | null, content: string): string | null {
  if (text === null || isSameSaid(text, content)) return null;
  const tidy = text.replace(/\s+/g, " ").replace(/\s+([,;:!?]|\.(?!\w))/g, "$1").trim();
  return tidy === "" ? null : tidy.slice(0, 320);
}

/** Declined record of a playbook draft. */
export function declinedOf(
  draft: Pick<PlaybookDraft, "detector" | "read" | "sentence" | "spans">,
  reason: DeclineReason,
): Declined {
  return {
    ruleId: `${draft.sentence.lang}.${draft.detector.toLowerCase()}`,
    reason,
    turn: draft.read.index,
    spans: draft.spans,
    mood: "request",
    lang: draft.sentence.lang,
    slot: "playbook",
  };
}
