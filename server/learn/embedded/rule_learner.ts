import type { Complete, Config } from "../../../client/contract/mod.ts";
import type { ExplainedTurn } from "../explained_turn.ts";
import type {
  AggregatedPlaybook,
  AggregateInput,
  ClusterInput,
  EvaluateInput,
  Extraction,
  ExtractPlaybooksInput,
  ExtractProfilesInput,
  Learner,
  LearnInput,
  LearnTurn,
  PlaybookCandidate,
  PlaybookCluster,
  ProfileCandidate,
  ReconcilePlaybooksInput,
  ReconcileProfilesInput,
  Reconciliation,
  RewriteInput,
  Verdict,
} from "../learner.ts";
import { reconcilePlaybookCandidates } from "./reconcile/playbooks.ts";
import { reconcileProfileCandidates } from "./reconcile/profiles.ts";
import { expandText } from "./search_help/expand_document.ts";
import { rewriteQueryText } from "./search_help/rewrite_query.ts";
import { lightStem, type Stem } from "./text/stem.ts";
import type { WindowReading } from "./window_reader.ts";

/**
 * Learns by rules: no model, no network, no randomness. The same window, store and clock give the
 * same result; in doubt it says nothing. What is quick is done here, reading is left to those who
 * extend it, so that it can be done elsewhere.
 */
export abstract class RuleLearner implements Learner {
  /** Which kind of learner it is. */
  readonly kind = "embedded";
  /** Rules cost nothing, so no gate saves anything. */
  readonly savesCalls = false;
  /** Rules look at the window alone. */
  readonly readsKnown = false;
  /** Stemmer for comparing items. */
  protected readonly stem: Stem;
  readonly #readings = new WeakMap<readonly LearnTurn[], Promise<WindowReading>>();

  /** @param stem Stemmer for comparing items; a light one of its own unless given. */
  constructor(stem: Stem = lightStem) {
    this.stem = stem;
  }

  /** Always worth it: reading costs less than deciding. */
  isWorthProfiles(): Promise<boolean> {
    return Promise.resolve(true);
  }

  /** Always worth it: reading costs less than deciding. */
  isWorthPlaybooks(): Promise<boolean> {
    return Promise.resolve(true);
  }

  /** Reads a window for both kinds of extractors. */
  protected abstract read(turns: readonly LearnTurn[], nowSec: number): Promise<WindowReading>;

  /** Facts and retractions of a window, with records of what was declined. */
  async extractProfiles(input: ExtractProfilesInput): Promise<Extraction<ProfileCandidate>> {
    const { profiles } = await this.#readOnce(input);
    return named(profiles, input.extractor.extractor_name);
  }

  /** Rules and retractions of a window, with records of what was declined. */
  async extractPlaybooks(input: ExtractPlaybooksInput): Promise<Extraction<PlaybookCandidate>> {
    const { playbooks } = await this.#readOnce(input);
    return named(playbooks, input.extractor.extractor_name);
  }

  /** A list of turns is read once, whoever asks; one who stops waiting stops alone. */
  #readOnce({ turns, nowSec, signal }: LearnInput): Promise<WindowReading> {
    signal.throwIfAborted();
    let reading = this.#readings.get(turns);
    if (reading === undefined) {
      reading = this.read(turns, nowSec);
      this.#readings.set(turns, reading);
      reading.catch(() => this.#readings.delete(turns));
    }
    return unlessAborted(reading, signal);
  }

  /** Decides what the candidates change in the stored profiles. */
  reconcileProfiles(
    input: ReconcileProfilesInput,
  ): Promise<Reconciliation<ProfileCandidate, string>> {
    const { stem } = this;
    const { candidates, known, nowSec } = input;
    return Promise.resolve(reconcileProfileCandidates(candidates, known, { stem, nowSec }));
  }

  /** Decides what the candidates change in the stored playbooks. */
  reconcilePlaybooks(
    input: ReconcilePlaybooksInput,
  ): Promise<Reconciliation<PlaybookCandidate, number>> {
    const { stem } = this;
    return Promise.resolve(reconcilePlaybookCandidates(input.candidates, input.known, { stem }));
  }

  /** Groups user playbooks that say the same. */
  abstract cluster(input: ClusterInput): Promise<readonly PlaybookCluster[]>;

  /** Text of the most typical member of a cluster, with its support. */
  abstract aggregate(input: AggregateInput): Promise<AggregatedPlaybook | null>;

  /** Judges a session by corrections, repeats, thanks and what an expert adds. */
  abstract evaluate(input: EvaluateInput): Promise<Verdict | null>;

  /** A stand-alone query, null when nothing is to be changed. */
  rewriteQuery(input: RewriteInput): Promise<string | null> {
    return Promise.resolve(rewriteQueryText(input));
  }

  /** Synonyms for the text index, null when none are known. */
  expandDocument(
    text: string,
    _options: { readonly config: Complete<Config>; readonly signal: AbortSignal },
  ): Promise<string | null> {
    return Promise.resolve(expandText(text));
  }

  /**
   * A dry run: what would be read in these turns, sentence by sentence. Nothing is stored.
   *
   * @param turns The turns, oldest first.
   * @param nowSec Clock, Unix seconds.
   */
  abstract explain(
    turns: readonly LearnTurn[],
    nowSec: number,
  ): readonly ExplainedTurn[] | Promise<readonly ExplainedTurn[]>;
}

/** Puts the name of an extractor on what was found for its kind. */
function named<Candidate>(
  { candidates, declined }: Extraction<Candidate>,
  extractorName: string,
): Extraction<Candidate & { readonly extractorName: string }> {
  return {
    candidates: candidates.map((candidate) => ({ ...candidate, extractorName })),
    declined,
  };
}

/** The value, or the reason of the signal where that comes first. */
async function unlessAborted<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
  });
  try {
    return await Promise.race([value, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
