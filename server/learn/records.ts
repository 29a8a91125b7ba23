import type { PlainKind } from "../store/mod.ts";
import type { ExplainOutcome, ExplainRecord } from "./learner.ts";

/** The two services that learn from turns. */
export type LearningService = "profile_generation" | "playbook_generation";

/** Kinds of items that have an explain record. */
export type ExplainedKind = "profile" | "user_playbook" | "agent_playbook";

/** What an extractor has processed: every turn older than the watermark, and the named ones. */
export interface BookmarkRow {
  /** Turns created before this second are processed, Unix seconds. */
  readonly watermark_sec: number;
  /** Processed turns at or after the watermark. */
  readonly processed_ids: readonly number[];
}

/** Key of a bookmark; the source is empty when the extractor reads every source. */
export type BookmarkKey = readonly [
  service: LearningService,
  userId: string,
  extractorName: string,
  source: string,
];

/** How far extractors have read. */
export const BOOKMARK: PlainKind<BookmarkKey, BookmarkRow> = {
  name: "bookmark",
  scope: "org",
  encoding: "json",
  isLarge: true,
  notify: false,
};

/** Key of an explain record. */
export type ExplainKey = readonly [kind: ExplainedKind, id: string | number];

/** How stored items were learnt; absent for items made or edited by hand. */
export const EXPLAIN: PlainKind<ExplainKey, ExplainRecord> = {
  name: "explain",
  scope: "org",
  encoding: "json",
  isLarge: true,
  notify: false,
};

/** How often the findings of a rule or prompt came to the same end. */
export interface OutcomeCount {
  /** The rule or prompt. */
  readonly rule_id: string;
  /** What became of them. */
  readonly outcome: ExplainOutcome;
  /** How many, at least 1. */
  readonly count: number;
}

/** Records of one window that belong to no stored item: what was declined or taken away. */
export interface ExplainLogRow {
  /** Who looked. */
  readonly service: LearningService;
  /** Whose turns. */
  readonly user_id: string;
  /** Newest request of the window. */
  readonly request_id: string;
  /** The records. */
  readonly records: readonly ExplainRecord[];
  /** What became of everything that was found in the window. */
  readonly outcomes: readonly OutcomeCount[];
}

/** Counts records by rule and outcome, in order of first occurrence. */
export function countOutcomes(
  records: readonly Pick<ExplainRecord, "rule_id" | "outcome">[],
): OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const { rule_id, outcome } of records) addCount(counts, { rule_id, outcome, count: 1 });
  return [...counts.values()];
}

/** Adds a count to those of the same rule and outcome. */
export function addCount(counts: Map<string, OutcomeCount>, more: OutcomeCount): void {
  const key = `${more.rule_id} ${more.outcome}`;
  const count = (counts.get(key)?.count ?? 0) + more.count;
  counts.set(key, { ...more, count });
}

/** What windows led to: declined candidates, removed items and counts; oldest first. */
export const EXPLAIN_LOG: PlainKind<readonly [atMs: number, id: string], ExplainLogRow> = {
  name: "explain_log",
  scope: "org",
  encoding: "json",
  isLarge: true,
  notify: false,
};

/** Names a job that was staged as a follow-up. */
export interface FollowUpRef {
  /** The org. */
  readonly org: string;
  /** What is to be done. */
  readonly kind: string;
  /** What it is done to. */
  readonly scope: string;
  /** Id inside the scope. */
  readonly id: string;
}

/** What became of a job that somebody waits for. */
export interface JobResultRow {
  /** Rows added. */
  readonly added: number;
  /** Rows changed. */
  readonly updated: number;
  /** Outcome in words, null when there is nothing to say. */
  readonly note: string | null;
  /** Work that the job set off. */
  readonly follow_ups: readonly FollowUpRef[];
  /** When it was written, Unix seconds; results that nobody fetched are swept. */
  readonly at_sec: number;
}

/** Results of jobs that somebody waits for, by job id. */
export const JOB_RESULT: PlainKind<readonly [jobId: string], JobResultRow> = {
  name: "job_result",
  scope: "org",
  encoding: "json",
  isLarge: true,
  notify: false,
};

/** One cluster of user playbooks as the last aggregation left it. */
export interface ClusterRow {
  /** Name of the member set. */
  readonly fingerprint: string;
  /** Members, rising. */
  readonly user_playbook_ids: readonly number[];
  /** What it became; null: another agent playbook already says it, or it was rejected before. */
  readonly agent_playbook_id: number | null;
}

/** What the last aggregation of a name and version left. */
export interface AggregationRow {
  /** Highest id of the user playbooks it read. */
  readonly last_user_playbook_id: number;
  /** Its clusters, null before the first run that made any. */
  readonly clusters: readonly ClusterRow[] | null;
}

/** Bookmarks and fingerprints of aggregation by playbook name and agent version. */
export const AGGREGATION: PlainKind<
  readonly [playbookName: string, agentVersion: string],
  AggregationRow
> = {
  name: "aggregation",
  scope: "org",
  encoding: "json",
  isLarge: true,
  notify: false,
};

/** That a session was evaluated. */
export interface EvaluationMarkRow {
  /** When, Unix seconds. */
  readonly evaluated_at: number;
}

/** Sessions that were evaluated. */
export const EVALUATION_MARK: PlainKind<
  readonly [userId: string, sessionId: string],
  EvaluationMarkRow
> = {
  name: "evaluation_mark",
  scope: "org",
  encoding: "json",
  isLarge: false,
  notify: false,
};
