import type { OrgStore, PlainRef, Tx } from "../store/mod.ts";
import type { LearnConfig, RunMode } from "./extractors.ts";
import type { FindSimilar, Learner } from "./learner.ts";
import type { ProfileRow, UserPlaybookRow } from "../store/rows.ts";
import type { FollowUpRef } from "./records.ts";
import type { WindowCache } from "./window_cache.ts";

/** Status of the items a run reads and writes. */
export type ItemStatus = null | "pending";

/** Whose items are compared. */
export interface ItemScope {
  /** The user. */
  readonly userId: string;
  /** Version of the agent; only playbooks are kept apart by it. */
  readonly agentVersion: string;
  /** Current items, or the pending ones of a rerun. */
  readonly status: ItemStatus;
}

/** Search among stored items, for reconciling. */
export interface SimilarSearch {
  /** Search among a user's profiles. */
  profiles(org: OrgStore, scope: ItemScope): FindSimilar<ProfileRow>;
  /** Search among a user's playbooks. */
  userPlaybooks(org: OrgStore, scope: ItemScope): FindSimilar<UserPlaybookRow>;
}

/** Durable work that learning sets off; staged in the same commit as its cause. */
export interface FollowUps {
  /** Aggregates the user playbooks of a name and version. */
  aggregate(tx: Tx, playbookName: string, agentVersion: string): Promise<FollowUpRef>;
  /** Completes rows whose texts are new: vectors of a provider, synonyms. */
  complete(
    tx: Tx,
    kind: "profile" | "user_playbook" | "agent_playbook",
    ids: readonly (
      string | number
    )[],
  ): Promise<void>;
  /** Archives a temporary user playbook when its time is over. */
  archiveAt(tx: Tx, userPlaybookId: number, atSec: number): Promise<void>;
}

/** What a run is made with. */
export interface LearnContext {
  /** The org. */
  readonly org: OrgStore;
  /** Understands language. */
  readonly learner: Learner;
  /** Configuration of the org. */
  readonly learnConfig: LearnConfig;
  /** Search among stored items. */
  readonly similar: SimilarSearch;
  /** Work that follows. */
  readonly followUps: FollowUps;
  /** Windows that were read a moment ago. */
  readonly windows: WindowCache;
  /** Waits until there is room for one more window; disposing of the place gives it back. */
  readonly enter: () => Promise<Disposable>;
  /** Whether a line is the text of an item that was given out a moment ago. */
  readonly isGivenOut: (line: string) => boolean;
  /** Whether candidates are compared with what is known. */
  readonly deduplicates: boolean;
  /** Aborted when the run has to stop. */
  readonly signal: AbortSignal;
  /** Clock, Unix seconds with fraction. */
  readonly nowSec: () => number;
  /**
   * Commits a window. With `isLast` the work that caused the run ends in the same commit; `reads` are
   * rows that the commit is going to read.
   */
  readonly commit: <T>(
    stage: (tx: Tx) => Promise<T>,
    options: { readonly isLast: boolean; readonly reads: readonly PlainRef[] },
  ) => Promise<T>;
  /** Staged with every commit, told what the run has done so far. */
  readonly stageProgress?: (tx: Tx, outcome: LearnOutcome, isLast: boolean) => Promise<void>;
}

/** What is to be learnt, and from which turns. */
export interface RunRequest {
  /** What starts it. */
  readonly mode: RunMode;
  /** The user. */
  readonly userId: string;
  /** Source of the request, null when none. */
  readonly source: string | null;
  /** Version of the agent, given to the items. */
  readonly agentVersion: string;
  /** Only extractors of these names; empty: all. */
  readonly names: readonly string[];
  /** Whether the interval gate is skipped. */
  readonly force: boolean;
  /** Whether no aggregation follows. */
  readonly skipAggregation: boolean;
  /** Request id given to the items, null: the newest request of the window. */
  readonly requestId: string | null;
  /** Earliest time of turns, Unix seconds; null: none. */
  readonly fromSec: number | null;
  /** Latest time of turns, Unix seconds; null: none. */
  readonly toSec: number | null;
  /** Whether only turns of the agent version are read. */
  readonly ofVersionOnly: boolean;
  /**
   * Whether a window that fails is halved down to the turn that fails, which is then passed over: the
   * last attempt before the job is given up.
   */
  readonly isLastChance: boolean;
}

/** Rows that a publish caused. */
export interface RowCounts {
  /** Rows added. */
  readonly added: number;
  /** Rows changed. */
  readonly updated: number;
}

/** What a run has done so far. */
export interface LearnOutcome extends RowCounts {
  /** Turns that were new. */
  readonly turns: number;
  /** Counts by the request that carries the newest evidence. */
  readonly byRequest: ReadonlyMap<string, RowCounts>;
  /** Work it set off. */
  readonly followUps: readonly FollowUpRef[];
}

/** Nothing yet. */
export const NO_OUTCOME: LearnOutcome = {
  added: 0,
  updated: 0,
  turns: 0,
  byRequest: new Map(),
  followUps: [],
};

/** Adds counts of one request. */
export function countFor(
  byRequest: Map<string, RowCounts>,
  requestId: string,
  { added, updated }: RowCounts,
): void {
  const before = byRequest.get(requestId) ?? { added: 0, updated: 0 };
  byRequest.set(requestId, { added: before.added + added, updated: before.updated + updated });
}

/** Both outcomes together. */
export function addOutcome(a: LearnOutcome, b: LearnOutcome): LearnOutcome {
  const byRequest = new Map(a.byRequest);
  for (const [requestId, counts] of b.byRequest) countFor(byRequest, requestId, counts);
  return {
    added: a.added + b.added,
    updated: a.updated + b.updated,
    turns: a.turns + b.turns,
    byRequest,
    followUps: [...a.followUps, ...b.followUps],
  };
}
