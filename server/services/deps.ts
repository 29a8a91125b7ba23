import type { JobRunner } from "../jobs/mod.ts";
import type { Complete, Config } from "../../client/contract/mod.ts";
import type { Learner, WindowCache } from "../learn/mod.ts";
import type { LearnerChoice, LlmRuntime } from "../llm/mod.ts";
import type { Store } from "../store/mod.ts";
import type { AggregationPace } from "./aggregation_pace.ts";
import type { Embedders } from "./embedders.ts";
import type { GivenOut } from "./given_out.ts";
import type { IndexPool } from "./index_pool.ts";
import type { LearningGate } from "./learning_gate.ts";
import type { ServerSettings } from "./settings.ts";
import type { StorageGuard } from "./storage_limit.ts";
import type { Tracing } from "./tracing.ts";

/** Finds the learner of an org by its configuration, at every run anew. */
export interface Learners {
  /** Which learner serves a configuration, and why. */
  choose(config: Complete<Config>): LearnerChoice;
  /** The learner. */
  of(config: Complete<Config>): Promise<Learner>;
  /** Tells that the server is in use, so that a learner that takes long to load is loaded in time. */
  prepare(config: Complete<Config>): void;
  /** Ends what learners have started, once no work runs any more. */
  close(): Promise<void>;
}

/** What the verbs are made with. */
export interface ServiceDeps {
  /** The durable state. */
  readonly store: Store;
  /** What the operator decided. */
  readonly settings: ServerSettings;
  /** Learners by configuration. */
  readonly learners: Learners;
  /** Vectors by configuration. */
  readonly embedders: Embedders;
  /** Search indexes by org. */
  readonly indexes: IndexPool;
  /** Keeps orgs within their storage. */
  readonly storage: StorageGuard;
  /** Windows that were read a moment ago. */
  readonly windows: WindowCache;
  /** Learning that computes here gives way to requests. */
  readonly learningGate: LearningGate;
  /** How often user playbooks are aggregated of themselves. */
  readonly pace: AggregationPace;
  /** Lines of items that were given out a moment ago. */
  readonly givenOut: GivenOut;
  /** What all models share. */
  readonly llm: LlmRuntime;
  /** Does the durable work; null where another process does. */
  readonly runner: () => JobRunner | null;
  /** Tells an observer what takes how long. */
  readonly tracing: Tracing;
  /** Clock, Unix milliseconds. */
  readonly nowMs: () => number;
}
