import type { ExplainedTurn } from "../explained_turn.ts";
import type { AggregatedPlaybook, EvaluateInput, PlaybookCluster, Verdict } from "../learner.ts";
import type { ComparedAggregateInput } from "./aggregation/aggregate.ts";
import type { ComparedInput, ComparedPlaybook } from "./aggregation/cluster.ts";
import type { ReadableTurn } from "./turns.ts";
import type { WindowReading } from "./window_reader.ts";

/** Some of the playbooks that are to be clustered. */
export interface ClusterPart {
  /** Number of the collection that they belong to. */
  readonly collection: number;
  /** The playbooks. */
  readonly playbooks: readonly ComparedPlaybook[];
  /** Vectors by the id of the playbook. */
  readonly vectors: ReadonlyMap<number, Float32Array>;
}

/** What the thread is asked for, and what it answers. */
export interface ThreadCalls {
  /** What a window gives. */
  readonly read: {
    readonly takes: { readonly turns: readonly ReadableTurn[]; readonly nowSec: number };
    readonly gives: WindowReading;
  };
  /** Playbooks that are to be clustered, some at a time. */
  readonly collect: { readonly takes: ClusterPart; readonly gives: null };
  /** Clusters of what was collected under a number. */
  readonly cluster: {
    readonly takes: Pick<ClusterPart, "collection"> & Pick<ComparedInput, "aggregation">;
    readonly gives: readonly PlaybookCluster[];
  };
  /** Forgets what was collected under a number. */
  readonly drop: { readonly takes: Pick<ClusterPart, "collection">; readonly gives: null };
  /** One agent playbook of one cluster. */
  readonly aggregate: {
    readonly takes: Omit<ComparedAggregateInput, "signal">;
    readonly gives: AggregatedPlaybook | null;
  };
  /** Verdict on a session. */
  readonly evaluate: {
    readonly takes: Omit<EvaluateInput, "signal">;
    readonly gives: Verdict | null;
  };
  /** What is read in turns. */
  readonly explain: {
    readonly takes: { readonly turns: readonly ReadableTurn[]; readonly nowSec: number };
    readonly gives: readonly ExplainedTurn[];
  };
}

/** Names of the calls. */
export type ThreadCallName = keyof ThreadCalls;

/** A call, or the wish that one ends early. */
export type ThreadRequest =
  | {
    readonly id: number;
    readonly name: ThreadCallName;
    readonly given: ThreadCalls[ThreadCallName]["takes"];
  }
  | { readonly id: number; readonly name: "abort" };

/** What came of a call; the thread's first words have the id 0 and say that it is ready. */
export type ThreadAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: unknown };
