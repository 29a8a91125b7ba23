import type {
  AgentSuccessConfig,
  BlockingIssue,
  Complete,
  Config,
  ConversationTurn,
  PlaybookAggregatorConfig,
  ProfileExtractorConfig,
  ProfileTimeToLive,
  RegularVsShadow,
  UserPlaybookExtractorConfig,
} from "../../client/contract/mod.ts";
import type {
  AgentPlaybookRow,
  InteractionRow,
  ProfileRow,
  UserPlaybookRow,
} from "../store/rows.ts";
import type { ExplainedTurn } from "./explained_turn.ts";

/** A turn as a learner sees it. */
export interface LearnTurn {
  /** The stored turn. */
  readonly interaction: InteractionRow;
  /** Session of its request, null when none. */
  readonly sessionId: string | null;
  /** Whether it was never processed before; other turns are context. */
  readonly isNew: boolean;
}

/** Where in the conversation something was read, in UTF-16 code units of the raw turn. */
export interface EvidenceSpan {
  /** The turn. */
  readonly interaction_id: number;
  /** First code unit. */
  readonly start: number;
  /** One past the last code unit. */
  readonly end: number;
  /** What the span contributed. */
  readonly part: "cue" | "value" | "condition" | "reason" | "fault" | "quote";
}

/** What became of a candidate. */
export type ExplainOutcome = "added" | "merged" | "replaced" | "retracted" | "declined";

/** Why an item was learnt, or was not. Kept beside the item, never inside it. */
export interface ExplainRecord {
  /** Rule id of the embedded learner, or `prompt:<id>.v<n>` of the model learner. */
  readonly rule_id: string;
  /** Hash of the rule set, or the model name. */
  readonly rules_version: string;
  /** What became of it. */
  readonly outcome: ExplainOutcome;
  /** For `declined`: the reason word (`question`, `hypothetical`, `sensitive`, …). */
  readonly reason: string | null;
  /** The quoted places. */
  readonly spans: readonly EvidenceSpan[];
  /** Verdicts on the clause with the cue that decided: mood, scope, owner, polarity, language. */
  readonly verdicts: Readonly<Record<string, string>>;
  /** Slot or action frame the item is filed under, null when none. */
  readonly slot: string | null;
  /** Key inside the slot (object, kind), null when none. */
  readonly key: string | null;
  /** Folded value for equality tests, null when none. */
  readonly value: string | null;
  /** Confidence in 0–100 with the adjustments that led to it. */
  readonly confidence: {
    readonly base: number;
    readonly adjust: readonly { readonly name: string; readonly points: number }[];
    readonly final: number;
  };
  /** All turns used, rising. */
  readonly interaction_ids: readonly number[];
  /** Ids of stored items it replaced or retracted. */
  readonly replaced_ids: readonly (string | number)[];
  /** Stored item it was merged into, null when none. */
  readonly merged_into: string | number | null;
  /** Where the time to live comes from, with the words. */
  readonly ttl_from: string | null;
}

/** A stored item together with the record of how it was learnt (null: made by hand). */
export interface Known<Row> {
  /** The stored row. */
  readonly row: Row;
  /** How it was learnt, null when it was added or edited by hand. */
  readonly explain: ExplainRecord | null;
}

/** A profile that a learner proposes. */
export interface ProfileCandidate {
  /** `retract` only removes what it names; `learn` adds, merges or replaces. */
  readonly intent: "learn" | "retract";
  /** Sentence in third person, such as `Lives in Bergen`; empty for a retraction. */
  readonly content: string;
  /** Lifetime class. */
  readonly timeToLive: ProfileTimeToLive;
  /** Exact end in Unix seconds where the text names one; null: from the class. */
  readonly expiresAtSec: number | null;
  /** Free-form features, null when none. */
  readonly customFeatures: Readonly<Record<string, unknown>> | null;
  /** Name of the extractor that found it. */
  readonly extractorName: string;
  /** Names of further extractors that found the same, absent when there are none. */
  readonly alsoFoundBy?: readonly string[];
  /** Turns that carry the evidence, rising. */
  readonly evidenceIds: readonly number[];
  /** Draft of the record; reconciling sets its outcome. */
  readonly explain: ExplainRecord;
}

/** A playbook that a learner proposes. */
export interface PlaybookCandidate {
  /** `retract` only removes what it names; `learn` adds, merges or replaces. */
  readonly intent: "learn" | "retract";
  /** Situation in which it applies, null when it always does. */
  readonly trigger: string | null;
  /** What to do, imperative; empty for a retraction. */
  readonly content: string;
  /** Why, null when unknown. */
  readonly rationale: string | null;
  /** What stands in the way, null when nothing does. */
  readonly blockingIssue: BlockingIssue | null;
  /** Name of the extractor that found it. */
  readonly extractorName: string;
  /** Turns that carry the evidence, rising. */
  readonly evidenceIds: readonly number[];
  /** End of a temporary rule in Unix seconds, null when it does not end. */
  readonly expiresAtSec: number | null;
  /** Draft of the record; reconciling sets its outcome. */
  readonly explain: ExplainRecord;
}

/** What a reconciliation decided about the stored items. Applied in one commit, in order. */
export type Change<Candidate, Id> =
  | {
    /** A new row; `replaces` are removed in the same commit. */
    readonly op: "add";
    readonly candidate: Candidate;
    readonly replaces: readonly Id[];
    readonly explain: ExplainRecord;
  }
  | {
    /** The stored row stays under its id: text (when given) and time are renewed, evidence united. */
    readonly op: "renew";
    readonly id: Id;
    readonly candidate: Candidate;
    readonly explain: ExplainRecord;
  }
  | {
    /** Stored rows go, nothing comes. */
    readonly op: "remove";
    readonly ids: readonly Id[];
    readonly explain: ExplainRecord;
  };

/** Result of reconciling: the changes, and the records of what was declined. */
export interface Reconciliation<Candidate, Id> {
  /** To apply, in order. */
  readonly changes: readonly Change<Candidate, Id>[];
  /** Declined candidates with their reasons. */
  readonly declined: readonly ExplainRecord[];
}

/** What every step of learning is given. */
export interface LearnInput {
  /** The user who is learnt about. */
  readonly userId: string;
  /** Version of the agent in the newest request. */
  readonly agentVersion: string;
  /** Source of the newest request, null when none. */
  readonly source: string | null;
  /** Turns of the window, oldest first. */
  readonly turns: readonly LearnTurn[];
  /** Configuration of the org. */
  readonly config: Complete<Config>;
  /** Server clock, Unix seconds. */
  readonly nowSec: number;
  /** Aborted when the run loses its lease or is cancelled. */
  readonly signal: AbortSignal;
}

/** Candidates of one extractor with the records of what it declined while reading. */
export interface Extraction<Candidate> {
  /** What was found, in order of evidence. */
  readonly candidates: readonly Candidate[];
  /** What was seen and left, with reasons. */
  readonly declined: readonly ExplainRecord[];
}

/** Input of one profile extractor. */
export interface ExtractProfilesInput extends LearnInput {
  /** The extractor. */
  readonly extractor: Complete<ProfileExtractorConfig>;
  /** Newest current profiles of the user (pending ones in a rerun), as context. */
  readonly known: readonly Known<ProfileRow>[];
  /** What earlier extractors of this run found. */
  readonly found: readonly ProfileCandidate[];
}

/** Input of one playbook extractor. */
export interface ExtractPlaybooksInput extends LearnInput {
  /** The extractor. */
  readonly extractor: Complete<UserPlaybookExtractorConfig>;
  /** What earlier extractors of this run found. */
  readonly found: readonly PlaybookCandidate[];
}

/** Finds stored items that may say the same, best first; given by the pipeline (hybrid search). */
export type FindSimilar<Row> = (
  text: string,
  options: { readonly topK: number; readonly threshold: number },
) => Promise<readonly Known<Row>[]>;

/** Input of reconciling profiles. */
export interface ReconcileProfilesInput extends LearnInput {
  /** All candidates of the run. */
  readonly candidates: readonly ProfileCandidate[];
  /** Every current, unexpired profile of the user (in a rerun: every pending one). */
  readonly known: readonly Known<ProfileRow>[];
  /** Search among `known`. */
  readonly findSimilar: FindSimilar<ProfileRow>;
}

/** Input of reconciling playbooks. */
export interface ReconcilePlaybooksInput extends LearnInput {
  /** All candidates of the run. */
  readonly candidates: readonly PlaybookCandidate[];
  /** Every current user playbook of the user and agent version (in a rerun: every pending one). */
  readonly known: readonly Known<UserPlaybookRow>[];
  /** Search among `known`. */
  readonly findSimilar: FindSimilar<UserPlaybookRow>;
}

/** One group of user playbooks that say the same. */
export interface PlaybookCluster {
  /** Ids of the members, rising. */
  readonly memberIds: readonly number[];
  /** Stable name of the member set: 16 hex digits of SHA-256 over the ids joined by commas. */
  readonly fingerprint: string;
}

/** Input of clustering. */
export interface ClusterInput {
  /** Current user playbooks of one name and agent version. */
  readonly playbooks: readonly Known<UserPlaybookRow>[];
  /** Unit vector of a playbook, null when there is none yet. */
  readonly vectorOf: (userPlaybookId: number) => Float32Array | null;
  /** Thresholds. */
  readonly aggregation: Complete<PlaybookAggregatorConfig>;
  /** Aborted when the run ends early. */
  readonly signal: AbortSignal;
}

/** Input of making one agent playbook of one cluster. */
export interface AggregateInput {
  /** Members of the cluster, by rising id. */
  readonly members: readonly Known<UserPlaybookRow>[];
  /** Agent playbooks of the same name and version that will exist afterwards. */
  readonly existing: readonly AgentPlaybookRow[];
  /** Thresholds. */
  readonly aggregation: Complete<PlaybookAggregatorConfig>;
  /** Configuration of the org. */
  readonly config: Complete<Config>;
  /** Aborted when the run ends early. */
  readonly signal: AbortSignal;
}

/** What a cluster became; null: an existing agent playbook already says it. */
export interface AggregatedPlaybook {
  /** Situation, null when it always applies. */
  readonly trigger: string | null;
  /** What to do. */
  readonly content: string;
  /** Why, with the support count. */
  readonly rationale: string | null;
  /** What stands in the way, null when nothing does. */
  readonly blockingIssue: BlockingIssue | null;
  /** Free text kept as `playbook_metadata`. */
  readonly metadata: string;
}

/** Input of one evaluator. */
export interface EvaluateInput {
  /** The session. */
  readonly sessionId: string;
  /** Version of the agent in the newest request. */
  readonly agentVersion: string;
  /** All turns of the session, oldest first. */
  readonly turns: readonly LearnTurn[];
  /** The evaluator. */
  readonly evaluator: Complete<AgentSuccessConfig>;
  /** Configuration of the org. */
  readonly config: Complete<Config>;
  /** Aborted when the run ends early. */
  readonly signal: AbortSignal;
}

/** Verdict on a session. */
export interface Verdict {
  /** Whether the session ended well. */
  readonly isSuccess: boolean;
  /** Kind of failure, empty on success. */
  readonly failureType: string;
  /** Why it failed, empty on success. */
  readonly failureReason: string;
  /** Whether the user was handed over to a person. */
  readonly isEscalated: boolean;
  /** Comparison with the shadow answers, null when there are none. */
  readonly regularVsShadow: RegularVsShadow | null;
  /** Corrections counted in the session, null: count the playbooks learnt from it. */
  readonly corrections: number | null;
  /** User turns up to the solution, null when unknown. */
  readonly userTurnsToResolution: number | null;
}

/** Input of query rewriting. */
export interface RewriteInput {
  /** The query, trimmed. */
  readonly query: string;
  /** The conversation so far, oldest first. */
  readonly history: readonly ConversationTurn[];
  /** Configuration of the org. */
  readonly config: Complete<Config>;
  /** Aborted when the search gives up. */
  readonly signal: AbortSignal;
}

/**
 * The part of the pipeline that understands language. Everything around it (gates, windows, jobs,
 * commits) is the same for every learner.
 */
export interface Learner {
  /** Which kind it is. */
  readonly kind: "embedded" | "model";
  /** Whether the interval gate and the worth-it gate exist for it: they save model calls. */
  readonly savesCalls: boolean;
  /**
   * Whether extractors look at what is known; where they do not, it is read only once something was
   * found.
   * @default true
   */
  readonly readsKnown?: boolean;
  /** Whether the window is worth a profile run; asked once for all extractors. */
  isWorthProfiles(
    input: LearnInput & { readonly extractors: readonly Complete<ProfileExtractorConfig>[] },
  ): Promise<boolean>;
  /** Whether the window is worth a playbook run; asked once for all extractors. */
  isWorthPlaybooks(
    input: LearnInput & { readonly extractors: readonly Complete<UserPlaybookExtractorConfig>[] },
  ): Promise<boolean>;
  /** Reads profiles out of a window. */
  extractProfiles(input: ExtractProfilesInput): Promise<Extraction<ProfileCandidate>>;
  /** Reads playbooks out of a window. */
  extractPlaybooks(input: ExtractPlaybooksInput): Promise<Extraction<PlaybookCandidate>>;
  /** Decides what the candidates change in the stored profiles. */
  reconcileProfiles(
    input: ReconcileProfilesInput,
  ): Promise<Reconciliation<ProfileCandidate, string>>;
  /** Decides what the candidates change in the stored playbooks. */
  reconcilePlaybooks(
    input: ReconcilePlaybooksInput,
  ): Promise<Reconciliation<PlaybookCandidate, number>>;
  /** Groups user playbooks that say the same; the same rows in any order give the same clusters. */
  cluster(input: ClusterInput): Promise<readonly PlaybookCluster[]>;
  /** Makes one agent playbook of one cluster, null when an existing one already says it. */
  aggregate(input: AggregateInput): Promise<AggregatedPlaybook | null>;
  /** Judges a session; null rather than a guess. */
  evaluate(input: EvaluateInput): Promise<Verdict | null>;
  /** A clean stand-alone query, null when nothing is to be changed. */
  rewriteQuery(input: RewriteInput): Promise<string | null>;
  /** Terms with synonyms for the text index (`term, syn; term, syn`), null when none. */
  expandDocument(
    text: string,
    options: { readonly config: Complete<Config>; readonly signal: AbortSignal },
  ): Promise<string | null>;
  /**
   * What is read in turns, sentence by sentence, oldest first; absent where the learner cannot tell.
   *
   * @param nowSec Clock, Unix seconds.
   */
  explain?(
    turns: readonly LearnTurn[],
    nowSec: number,
  ): readonly ExplainedTurn[] | Promise<readonly ExplainedTurn[]>;
}
