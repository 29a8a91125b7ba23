import type { Complete, Config } from "../../client/contract/mod.ts";
import type { OrgStore, Tx } from "../store/mod.ts";
import type { AnyExtractor } from "./extractors.ts";
import type { Change, Extraction, Known, Learner, LearnInput, Reconciliation } from "./learner.ts";
import type { LearningService } from "./records.ts";
import type {
  FollowUps,
  ItemScope,
  ItemStatus,
  LearnContext,
  LearnOutcome,
  RunRequest,
} from "./run.ts";

/** A candidate as far as the pipeline cares. */
export interface AnyCandidate {
  /** Turns that carry the evidence, rising. */
  readonly evidenceIds: readonly number[];
}

/** Everything that is staged about one window. */
export interface StageInput<C, Id> {
  /** What to apply, in order. */
  readonly changes: readonly Change<C, Id>[];
  /** A fresh id for each change, used by those that add. */
  readonly freshIds: readonly Id[];
  /** Rows of an earlier rerun that go. */
  readonly clearedIds: readonly Id[];
  /** The user. */
  readonly userId: string;
  /** Version of the agent. */
  readonly agentVersion: string;
  /** Source given to the rows, null when none. */
  readonly source: string | null;
  /** Request given to the rows. */
  readonly requestId: string;
  /** Status given to the rows. */
  readonly status: ItemStatus;
  /** Clock, whole Unix seconds. */
  readonly nowSec: number;
  /** Request of a turn, null when it is gone. */
  readonly requestOf: (interactionId: number) => string | null;
  /** When a turn was stored, Unix seconds, null when it is gone. */
  readonly timeOf: (interactionId: number) => number | null;
  /** Work that follows. */
  readonly followUps: FollowUps;
  /** Whether and for which names aggregation follows. */
  readonly aggregates: (extractorName: string) => boolean;
  /** Id for an entry of the change log. */
  readonly changeLogId: number;
}

/** What the pipeline needs to know of one kind of item. */
export interface ItemService<E extends AnyExtractor, C extends AnyCandidate, Row, Id> {
  /** Name of the service. */
  readonly name: LearningService;
  /** Kind of its items. */
  readonly kind: "profile" | "user_playbook";
  /** Its extractors, in order. */
  extractors(config: Complete<Config>): readonly E[];
  /** Asks whether a window is worth reading. */
  isWorth(
    learner: Learner,
    input: LearnInput & { readonly extractors: readonly E[] },
  ): Promise<boolean>;
  /** Reads candidates out of a window. */
  extract(
    learner: Learner,
    input: LearnInput & {
      readonly extractor: E;
      readonly known: readonly Known<Row>[];
      readonly found: readonly C[];
    },
  ): Promise<Extraction<C>>;
  /** Decides what candidates change. */
  reconcile(
    context: LearnContext,
    scope: ItemScope,
    input: LearnInput & {
      readonly candidates: readonly C[];
      readonly known: readonly Known<Row>[];
    },
  ): Promise<Reconciliation<C, Id>>;
  /** Changes that add every candidate, for a server that does not compare. */
  additions(candidates: readonly C[]): Change<C, Id>[];
  /** Items of the scope that count, newest first. */
  known(org: OrgStore, scope: ItemScope, nowSec: number): Promise<Known<Row>[]>;
  /** Id of a row. */
  idOf(row: Row): Id;
  /** Ids of pending rows that a rerun replaces. */
  pendingIds(org: OrgStore, request: RunRequest): Promise<Id[]>;
  /** Fresh ids. */
  freshIds(org: OrgStore, count: number): Promise<Id[]>;
  /** Stages the changes of a window. */
  stage(tx: Tx, input: StageInput<C, Id>): Promise<LearnOutcome>;
}
