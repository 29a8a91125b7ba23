import type { ExplainedTurn } from "../explained_turn.ts";
import type {
  AggregatedPlaybook,
  AggregateInput,
  ClusterInput,
  EvaluateInput,
  LearnTurn,
  PlaybookCluster,
  Verdict,
} from "../learner.ts";
import { aggregatePlaybooks } from "./aggregation/aggregate.ts";
import { clusterPlaybooks } from "./aggregation/cluster.ts";
import { evaluateSession } from "./evaluation/evaluate.ts";
import { RuleLearner } from "./rule_learner.ts";
import { WindowReader, type WindowReaderOptions, type WindowReading } from "./window_reader.ts";

/** Options of {@link EmbeddedLearner}. */
export type EmbeddedLearnerOptions = WindowReaderOptions;

/** Learns by rules, in the thread that asks. */
export class EmbeddedLearner extends RuleLearner {
  readonly #reader: WindowReader;

  /** @param options Stemmer and guard; both have defaults. */
  constructor(options: EmbeddedLearnerOptions = {}) {
    super(options.stem);
    this.#reader = new WindowReader(options);
  }

  protected override read(
    turns: readonly LearnTurn[],
    nowSec: number,
  ): Promise<WindowReading> {
    return Promise.resolve(this.#reader.read(turns, nowSec));
  }

  override cluster(input: ClusterInput): Promise<readonly PlaybookCluster[]> {
    return clusterPlaybooks(input, this.stem);
  }

  override aggregate(input: AggregateInput): Promise<AggregatedPlaybook | null> {
    return aggregatePlaybooks(input, this.stem);
  }

  override evaluate(input: EvaluateInput): Promise<Verdict | null> {
    return Promise.resolve(evaluateSession(input, this.stem));
  }

  override explain(turns: readonly LearnTurn[], nowSec: number): readonly ExplainedTurn[] {
    return this.#reader.explain(turns, nowSec);
  }
}
