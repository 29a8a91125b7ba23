import type { OrgStore, Tx } from "../store/mod.ts";
import type { UserPlaybookRow } from "../store/rows.ts";
import type { ClusterPlan } from "./aggregation_plan.ts";
import type { LearnConfig } from "./extractors.ts";
import type { AggregatedPlaybook, Learner } from "./learner.ts";
import type { ClusterRow } from "./records.ts";
import type { FollowUps } from "./run.ts";

/** What an aggregation is made with. */
export interface AggregationContext {
  /** The org. */
  readonly org: OrgStore;
  /** Understands language. */
  readonly learner: Learner;
  /** Configuration of the org. */
  readonly learnConfig: LearnConfig;
  /** Vectors of user playbooks, null where there is none. */
  readonly vectorsOf: (
    rows: readonly UserPlaybookRow[],
  ) => Promise<ReadonlyMap<number, Float32Array>>;
  /** Work that follows. */
  readonly followUps: Pick<FollowUps, "complete">;
  /** Aborted when the run has to stop. */
  readonly signal: AbortSignal;
  /** Commits; the work that caused the aggregation ends in the same commit. */
  readonly commit: <T>(stage: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** Which user playbooks are aggregated. */
export interface AggregationRequest {
  /** Name of the extractor. */
  readonly playbookName: string;
  /** Version of the agent. */
  readonly agentVersion: string;
  /** Whether everything is rebuilt. */
  readonly rerun: boolean;
}

/** What an aggregation did. */
export interface AggregationOutcome {
  /** Why nothing was done, null when something was. */
  readonly skipped: string | null;
  /** User playbooks read. */
  readonly read: number;
  /** Clusters found. */
  readonly clusters: number;
  /** Agent playbooks made. */
  readonly generated: number;
}

/** What one cluster became. */
export interface ClusterResult {
  readonly plan: ClusterPlan;
  /** The cluster as it is remembered; null: asked again next time. */
  readonly row: ClusterRow | null;
  /** What is to be added under a fresh id, null when nothing. */
  readonly made: AggregatedPlaybook | null;
  /** Agent playbook that stays because of it, null when none. */
  readonly keptId: number | null;
  /** What the one that stays would now be written as, absent when nobody was asked. */
  readonly renewal?: AggregatedPlaybook;
}
