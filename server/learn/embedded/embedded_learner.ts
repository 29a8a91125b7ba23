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
import { aggregatePlaybooks } from "./aggregation/aggregate.ts";
import { clusterPlaybooks } from "./aggregation/cluster.ts";
import { findAll, type Findings } from "./analysis/extract.ts";
import { evaluateSession } from "./evaluation/evaluate.ts";
import { explainWindow } from "./explain/explain.ts";
import { hasOwnHeadings } from "./guards/injected.ts";
import {
  declinedRecord,
  MAX_PLAYBOOKS,
  MAX_PROFILES,
  playbookCandidate,
  playbookRetraction,
  profileCandidate,
  profileRetraction,
  withinLimit,
} from "./reconcile/candidates.ts";
import { reconcilePlaybookCandidates } from "./reconcile/playbooks.ts";
import { reconcileProfileCandidates } from "./reconcile/profiles.ts";
import { expandText } from "./search_help/expand_document.ts";
import { rewriteQueryText } from "./search_help/rewrite_query.ts";
import { ruleLimitDays } from "./signals/rule_limit.ts";
import { lightStem, type Stem } from "./text/stem.ts";
import { turnsOf } from "./turns.ts";

/** Options of {@link EmbeddedLearner}. */
export interface EmbeddedLearnerOptions {
  /** Stemmer for comparing items. @default a light one of its own */
  readonly stem?: Stem;
  /** Recognises a turn that is, as a whole, context given out by this system. */
  readonly isOwnContext?: (text: string) => boolean;
}

/**
 * Learns by rules: no model, no network, no randomness. The same window, store and clock give the
 * same result; in doubt it says nothing.
 */
export class EmbeddedLearner implements Learner {
  /** Which kind of learner it is. */
  readonly kind = "embedded";
  /** Rules cost nothing, so no gate saves anything. */
  readonly savesCalls = false;
  readonly #stem: Stem;
  readonly #isOwnContext: (text: string) => boolean;
  readonly #read = new WeakMap<LearnInput["turns"], Findings>();

  /** @param options Stemmer and guard; both have defaults. */
  constructor(options: EmbeddedLearnerOptions = {}) {
    this.#stem = options.stem ?? lightStem;
    this.#isOwnContext = options.isOwnContext ?? ((text) => hasOwnHeadings(text.slice(0, 200)));
  }

  /** Always worth it: reading costs less than deciding. */
  isWorthProfiles(): Promise<boolean> {
    return Promise.resolve(true);
  }

  /** Always worth it: reading costs less than deciding. */
  isWorthPlaybooks(): Promise<boolean> {
    return Promise.resolve(true);
  }

  /** Facts and retractions of a window, with records of what was declined. */
  extractProfiles(input: ExtractProfilesInput): Promise<Extraction<ProfileCandidate>> {
    const findings = this.#findings(input);
    const name = input.extractor.extractor_name;
    const { kept, dropped } = withinLimit(
      findings.profiles,
      MAX_PROFILES,
    );
    const facts = kept.map((finding) => ({
      finding,
      candidate: profileCandidate(finding, name, this.#stem),
    }));
    const back = findings.retractions.filter((finding) => finding.scopeKinds !== "playbooks")
      .map((finding) => ({ finding, candidate: profileRetraction(finding, name) }));
    return Promise.resolve({
      candidates: [...facts, ...back].toSorted((a, b) => byEvidence(a.finding, b.finding)).map((
        { candidate },
      ) => candidate),
      declined: [
        ...findings.declined.filter((entry) => entry.slot !== "playbook").map((entry) =>
          declinedRecord(entry, findings.window)
        ),
        ...dropped.map((finding) => ({
          ...profileCandidate(finding, name, this.#stem).explain,
          outcome: "declined" as const,
          reason: "limit",
        })),
      ],
    });
  }

  /** Rules and retractions of a window, with records of what was declined. */
  extractPlaybooks(input: ExtractPlaybooksInput): Promise<Extraction<PlaybookCandidate>> {
    const findings = this.#findings(input);
    const name = input.extractor.extractor_name;
    const { kept, dropped } = withinLimit(
      findings.playbooks,
      MAX_PLAYBOOKS,
    );
    const toCandidate = (finding: (typeof kept)[number]) =>
      playbookCandidate(
        finding,
        name,
        ruleLimitDays(finding, findings.window, input.nowSec),
        input.nowSec,
      );
    const rules = kept.map((finding) => ({ finding, candidate: toCandidate(finding) }));
    const back = findings.retractions.filter((finding) => finding.scopeKinds !== "profiles")
      .map((finding) => ({ finding, candidate: playbookRetraction(finding, name) }));
    return Promise.resolve({
      candidates: [...rules, ...back].toSorted((a, b) => byEvidence(a.finding, b.finding)).map((
        { candidate },
      ) => candidate),
      declined: [
        ...findings.declined.filter((entry) => entry.slot === "playbook").map((entry) =>
          declinedRecord(entry, findings.window)
        ),
        ...dropped.map((finding) => ({
          ...toCandidate(finding).explain,
          outcome: "declined" as const,
          reason: "limit",
        })),
      ],
    });
  }

  /** Decides what the candidates change in the stored profiles. */
  reconcileProfiles(
    input: ReconcileProfilesInput,
  ): Promise<Reconciliation<ProfileCandidate, string>> {
    return Promise.resolve(
      reconcileProfileCandidates(input.candidates, input.known, {
        stem: this.#stem,
        nowSec: input.nowSec,
      }),
    );
  }

  /** Decides what the candidates change in the stored playbooks. */
  reconcilePlaybooks(
    input: ReconcilePlaybooksInput,
  ): Promise<Reconciliation<PlaybookCandidate, number>> {
    return Promise.resolve(
      reconcilePlaybookCandidates(input.candidates, input.known, { stem: this.#stem }),
    );
  }

  /** Groups user playbooks that say the same. */
  cluster(input: ClusterInput): Promise<readonly PlaybookCluster[]> {
    return clusterPlaybooks(input, this.#stem);
  }

  /** Text of the most typical member of a cluster, with its support. */
  aggregate(input: AggregateInput): Promise<AggregatedPlaybook | null> {
    return aggregatePlaybooks(input, this.#stem);
  }

  /** Judges a session by corrections, repeats, thanks and what an expert adds. */
  evaluate(input: EvaluateInput): Promise<Verdict | null> {
    return Promise.resolve(evaluateSession(input, this.#stem));
  }

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
  explain(turns: readonly LearnTurn[], nowSec: number): readonly ExplainedTurn[] {
    return explainWindow(this.#findAll(turns, nowSec), turns);
  }

  /** The extractors of a run, and the two kinds of run about one publish, read a window once. */
  #findings(input: LearnInput): Findings {
    const known = this.#read.get(input.turns);
    if (known !== undefined) return known;
    const findings = this.#findAll(input.turns, input.nowSec, freshTurns(input));
    this.#read.set(input.turns, findings);
    return findings;
  }

  #findAll(
    turns: readonly LearnTurn[],
    nowSec: number,
    isFresh: (turn: number) => boolean = () => true,
  ): Findings {
    return findAll(turnsOf(turns), {
      nowSec,
      isFresh,
      stem: this.#stem,
      isOwnContext: this.#isOwnContext,
    });
  }
}

/** Only new turns carry evidence; in a rerun, where none is new, all do. */
function freshTurns(input: LearnInput): (turn: number) => boolean {
  const isRerun = input.turns.every((turn) => !turn.isNew);
  return (turn) => isRerun || input.turns[turn]?.isNew === true;
}

interface Placed {
  readonly turn: number;
  readonly offset: number;
  readonly ruleId: string;
}

function byEvidence(a: Placed, b: Placed): number {
  return a.turn - b.turn || a.offset - b.offset ||
    (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
}
