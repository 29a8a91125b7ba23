/**
 * What the steps of the embedded learner hand to each other.
 *
 * @module
 */

import type { BlockingIssue, ProfileTimeToLive, ToolUsed } from "../../../client/contract/mod.ts";

/** Languages with rules. */
export type Lang = "en" | "de" | "es" | "fr" | "pt" | "zh" | "ja";

/** Who speaks a turn; `other` (system, tool) is never read. */
export type Speaker = "user" | "assistant" | "other";

/** One turn of the window as the pipeline reads it. */
export interface Turn {
  readonly interactionId: number;
  readonly speaker: Speaker;
  readonly content: string;
  readonly expertContent: string;
  readonly toolsUsed: readonly ToolUsed[];
}

/** Why a stretch of text is not read. */
export type MaskKind =
  | "code"
  | "inline_code"
  | "data"
  | "log"
  | "quote"
  | "blockquote"
  | "document"
  | "address"
  | "payload"
  | "fiction"
  | "sample"
  | "injected"
  | "middle";

/** A stretch of normalised text that no rule reads. */
export interface Mask {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
}

/** Word, number, punctuation mark, one CJK character, or a short masked stretch as one token. */
export type TokenKind = "word" | "number" | "punct" | "cjk" | "mask";

/** One token; offsets point into the normalised text. */
export interface Token {
  readonly fold: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly capital: boolean;
  readonly repaired: boolean;
}

/** What a clause does. */
export type Mood =
  | "statement"
  | "request"
  | "question"
  | "hypothetical"
  | "reported"
  | "past"
  | "ended"
  | "wish"
  | "sarcasm"
  | "third_person";

/** A run of tokens with one mood; `from` and `to` index the tokens of its sentence. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly mood: Mood;
  /** The words that decided the mood, for the explain record. */
  readonly moodCue: string;
  /** Opening subordinator, or "" for a main clause. */
  readonly opener: string;
}

/** One sentence of a turn. */
export interface Sentence {
  readonly turn: number;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** The folded tokens. */
  readonly folds: readonly string[];
  /** The folded tokens as a text, a blank between two. */
  readonly said: string;
  /** Whether it has a word; a number alone is none. */
  readonly hasWords: boolean;
  readonly clauses: readonly Clause[];
  readonly lang: Lang;
  readonly terminator: string;
  /** A new paragraph or list item begins here. */
  readonly opensParagraph: boolean;
  /** Lower-case chat style: capital letters say nothing about names. */
  readonly lowerCase: boolean;
  readonly shouting: boolean;
}

/** A read turn: normalised text, masks and sentences. */
export interface ReadTurn {
  readonly turn: Turn;
  readonly index: number;
  readonly text: string;
  toRaw(offset: number): number;
  readonly masks: readonly Mask[];
  readonly sentences: readonly Sentence[];
  /** Share of masked characters, 0 to 1. */
  readonly maskedShare: number;
  readonly hasLoneQuote: boolean;
}

/** Why a candidate was not learnt. */
export type DeclineReason =
  | "masked"
  | "reported"
  | "hypothetical"
  | "question"
  | "wish"
  | "past"
  | "third_person"
  | "one_off"
  | "sarcasm"
  | "no_alternative"
  | "unresolved"
  | "low_confidence"
  | "sensitive"
  | "duplicate"
  | "contradiction"
  | "limit"
  | "budget"
  | "expired"
  | "fault";

/** A stretch of raw text that carried a part of the evidence. */
export interface EvidenceSpan {
  readonly interaction_id: number;
  readonly start: number;
  readonly end: number;
  readonly part: "cue" | "value" | "condition" | "reason" | "fault";
}

/** One adjustment of a confidence. */
export interface Adjustment {
  readonly name: string;
  readonly points: number;
}

/** Life of a profile and where it came from. */
export interface Lifetime {
  readonly ttl: ProfileTimeToLive;
  readonly from: "default" | "cue" | "date";
  readonly words: string;
  /** Limited by the user's words, so it never replaces an unlimited item. */
  readonly limited: boolean;
}

/** What every finding carries. */
export interface FindingBase {
  readonly ruleId: string;
  readonly turn: number;
  readonly offset: number;
  readonly interactionIds: readonly number[];
  readonly spans: readonly EvidenceSpan[];
  readonly mood: Mood;
  readonly scope: string;
  readonly owner: string;
  readonly negative: boolean;
  readonly lang: Lang;
  readonly base: number;
  readonly adjust: readonly Adjustment[];
  readonly confidence: number;
}

/** A fact about the user. */
export interface ProfileFinding extends FindingBase {
  readonly kind: "profile";
  readonly slot: string;
  readonly key: string;
  readonly value: string;
  readonly content: string;
  readonly life: Lifetime;
  /** The clause says that something changed (`now`, `moved`, `any more`). */
  readonly change: boolean;
}

/** A rule for the assistant. */
export interface PlaybookFinding extends FindingBase {
  readonly kind: "playbook";
  readonly detector: string;
  readonly frame: string;
  readonly trigger: string;
  readonly content: string;
  readonly rationale: string | null;
  readonly blockingIssue: BlockingIssue | null;
  /** The user says that it was said before. */
  readonly repeated: boolean;
  readonly change: boolean;
  /** Words of what the user says is over: a known rule about them gives way. */
  readonly ends?: readonly string[];
  /** Says all that its sentence says: what was read in parts of it is dropped. */
  readonly isWhole?: boolean;
  /** What the users' firm does: no habit of theirs. */
  readonly ofHouse?: boolean;
  /** A new number for a known rule; `alone`: it makes a rule even when none is known. */
  readonly limit?: { readonly from: string | null; readonly to: string; readonly alone: boolean };
}

/** Something the user takes back. */
export interface RetractionFinding extends FindingBase {
  readonly kind: "retraction";
  /** Slot prefix, or "" for every slot. */
  readonly slot: string;
  /** Content words that a stored value must share; empty means any value of the slot. */
  readonly words: readonly string[];
  readonly scopeKinds: "profiles" | "playbooks" | "both";
  /** The user asked for it in so many words, so items by hand go too. */
  readonly explicit: boolean;
}

/** Anything the signal step found. */
export type Finding = ProfileFinding | PlaybookFinding | RetractionFinding;

/** A candidate that a rule saw and gave up, with the reason. */
export interface Declined {
  readonly ruleId: string;
  readonly reason: DeclineReason;
  readonly turn: number;
  readonly spans: readonly EvidenceSpan[];
  readonly mood: Mood;
  readonly lang: Lang;
  readonly slot: string;
}
