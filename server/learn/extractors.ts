import {
  type Complete,
  type Config,
  DEFAULT_BATCH_INTERVAL,
  DEFAULT_BATCH_SIZE,
  type PlaybookAggregatorConfig,
  type ProfileExtractorConfig,
  type UserPlaybookExtractorConfig,
} from "../../client/contract/mod.ts";
import type { Learner } from "./learner.ts";

/** A stored configuration with the keys that somebody chose. */
export interface LearnConfig {
  /** The whole configuration; its extractor lists are never empty. */
  readonly config: Complete<Config>;
  /** Top-level keys that came in by `set_config`. */
  readonly explicit: readonly string[];
}

/** Either kind of extractor. */
export type AnyExtractor = Complete<ProfileExtractorConfig> | Complete<UserPlaybookExtractorConfig>;

/** What starts a run. `automatic` passes every gate, the others pass only the source gate. */
export type RunMode = "automatic" | "manual" | "rerun";

/** What decides which extractors run. */
export interface SelectionOptions {
  /** What starts the run. */
  readonly mode: RunMode;
  /** Source of the request, null when none. */
  readonly source: string | null;
  /** Only extractors of these names; empty: all. */
  readonly names: readonly string[];
}

/** The extractors that take part, in the order of the configuration. */
export function selectExtractors<E extends AnyExtractor>(
  extractors: readonly E[],
  { mode, source, names }: SelectionOptions,
): E[] {
  return extractors.filter((extractor) => {
    const enabled = extractor.request_sources_enabled ?? [];
    if (enabled.length > 0 && source !== null && !enabled.includes(source)) return false;
    if (names.length > 0 && !names.includes(extractor.extractor_name)) return false;
    return mode !== "automatic" || !("manual_trigger" in extractor && extractor.manual_trigger);
  });
}

/** Sources whose turns an extractor sees in a run, null: all. */
export function windowSources(
  extractor: AnyExtractor,
  source: string | null,
): readonly string[] | null {
  const enabled = extractor.request_sources_enabled ?? [];
  if (enabled.length === 0) return null;
  return source === null ? enabled : [source];
}

/** Turns of a window and new turns that start one. */
export interface Batch {
  /** Most turns of a window. */
  readonly size: number;
  /** New turns that start a run. */
  readonly interval: number;
}

/** Size and interval of an extractor: its own, else the config's. */
export function batchOf(config: Complete<Config>, extractor: AnyExtractor): Batch {
  return {
    size: extractor.batch_size_override ?? config.batch_size ?? DEFAULT_BATCH_SIZE,
    interval: extractor.batch_interval_override ?? config.batch_interval ??
      DEFAULT_BATCH_INTERVAL,
  };
}

/**
 * New turns an automatic run needs. The gate saves model calls, so a learner that makes none ignores
 * it unless somebody chose an interval.
 */
export function neededTurns(
  { config, explicit }: LearnConfig,
  extractor: AnyExtractor,
  learner: Learner,
): number {
  const isChosen = extractor.batch_interval_override !== null ||
    explicit.includes("batch_interval");
  if (!learner.savesCalls && !isChosen) return 1;
  return Math.max(1, batchOf(config, extractor).interval);
}

/** Thresholds of aggregation where an extractor names none. */
export const DEFAULT_AGGREGATION: Complete<PlaybookAggregatorConfig> = {
  min_cluster_size: 2,
  reaggregation_trigger_count: 2,
  clustering_similarity: 0.5,
  direction_overlap_threshold: 0.6,
};

/** Smallest cluster that can be aggregated; a lower setting switches aggregation off. */
const MIN_CLUSTER_SIZE = 2;

/**
 * Thresholds by which an extractor's playbooks are aggregated, null when they are not. Without
 * thresholds of its own an extractor aggregates only with a learner that costs nothing.
 */
export function aggregationOf(
  extractor: Complete<UserPlaybookExtractorConfig> | undefined,
  learner: Learner,
): Complete<PlaybookAggregatorConfig> | null {
  if (extractor === undefined) return null;
  const thresholds = extractor.aggregation_config ??
    (learner.kind === "embedded" ? DEFAULT_AGGREGATION : null);
  return thresholds !== null && thresholds.min_cluster_size >= MIN_CLUSTER_SIZE ? thresholds : null;
}
