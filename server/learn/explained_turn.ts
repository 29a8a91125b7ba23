/** One clause of a sentence with the verdict on it. */
export interface ExplainedClause {
  /** The words as they were read. */
  readonly text: string;
  /** `statement`, `request`, `question`, `hypothetical` and so on. */
  readonly mood: string;
  /** The words that decided the mood, empty for a plain statement. */
  readonly cue: string;
}

/** A rule that fired on a sentence, or was given up. */
export interface ExplainedRule {
  /** Id of the rule. */
  readonly rule_id: string;
  /** Whether something came of it. */
  readonly outcome: "learnt" | "declined";
  /** For `declined`: why; else null. */
  readonly reason: string | null;
  /** What would be stored, null when declined. */
  readonly content: string | null;
  /** Final confidence, 0–100, null when declined. */
  readonly confidence: number | null;
}

/** One sentence of a user turn. */
export interface ExplainedSentence {
  /** The turn. */
  readonly interaction_id: number;
  /** The words as they were read. */
  readonly text: string;
  /** Language it was taken for, two letters. */
  readonly language: string;
  /** Its clauses in order. */
  readonly clauses: readonly ExplainedClause[];
  /** Rules that had something to say about it. */
  readonly rules: readonly ExplainedRule[];
}

/** A stretch of a turn that no rule reads, in UTF-16 code units of the raw turn. */
export interface HiddenStretch {
  /** `code`, `quote`, `injected` and so on. */
  readonly kind: string;
  /** First code unit. */
  readonly start: number;
  /** One past the last code unit. */
  readonly end: number;
}

/** One turn: what was hidden from the rules, and its sentences. */
export interface ExplainedTurn {
  /** The turn. */
  readonly interaction_id: number;
  /** Who spoke, as sent. */
  readonly role: string;
  /** What no rule reads. */
  readonly hidden: readonly HiddenStretch[];
  /** Sentences of a user turn; other turns have none. */
  readonly sentences: readonly ExplainedSentence[];
}
