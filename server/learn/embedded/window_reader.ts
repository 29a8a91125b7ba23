import type { ExplainedTurn } from "../explained_turn.ts";
import type { ExplainRecord, Extraction, PlaybookCandidate, ProfileCandidate } from "../learner.ts";
import { findAll, type Findings } from "./analysis/extract.ts";
import { ReadTexts } from "./analysis/read.ts";
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
  type Unnamed,
  withinLimit,
} from "./reconcile/candidates.ts";
import { ruleLimitDays } from "./signals/rule_limit.ts";
import { lightStem, type Stem } from "./text/stem.ts";
import { type ReadableTurn, turnsOf } from "./turns.ts";

/** Options of {@link WindowReader}. */
export interface WindowReaderOptions {
  /** Stemmer for comparing items. @default a light one of its own */
  readonly stem?: Stem;
  /** Recognises a turn that is, as a whole, context given out by this system. */
  readonly isOwnContext?: (text: string) => boolean;
}

/** What a window gives both kinds of extractors. */
export interface WindowReading {
  /** Facts and retractions, with records of what was declined. */
  readonly profiles: Extraction<Unnamed<ProfileCandidate>>;
  /** Rules and retractions, with records of what was declined. */
  readonly playbooks: Extraction<Unnamed<PlaybookCandidate>>;
}

/** Runs the rules over windows of turns. */
export class WindowReader {
  readonly #stem: Stem;
  readonly #texts: ReadTexts;

  /** @param options Stemmer and guard; both have defaults. */
  constructor(options: WindowReaderOptions = {}) {
    this.#stem = options.stem ?? lightStem;
    this.#texts = new ReadTexts({
      isOwnContext: options.isOwnContext ?? ((text) => hasOwnHeadings(text.slice(0, 200))),
    });
  }

  /**
   * Reads a window.
   *
   * @param turns The turns, oldest first.
   * @param nowSec Server clock, Unix seconds.
   */
  read(turns: readonly ReadableTurn[], nowSec: number): WindowReading {
    const findings = this.#findAll(turns, nowSec, freshTurns(turns));
    return { profiles: this.#profiles(findings), playbooks: playbooksOf(findings, nowSec) };
  }

  /**
   * What is read in turns, sentence by sentence.
   *
   * @param turns The turns, oldest first.
   * @param nowSec Clock, Unix seconds.
   */
  explain(turns: readonly ReadableTurn[], nowSec: number): readonly ExplainedTurn[] {
    return explainWindow(this.#findAll(turns, nowSec, () => true), turns);
  }

  #profiles(findings: Findings): WindowReading["profiles"] {
    const { kept, dropped } = withinLimit(findings.profiles, MAX_PROFILES);
    const facts = kept.map((finding) => ({
      finding,
      candidate: profileCandidate(finding, this.#stem),
    }));
    const back = findings.retractions.filter((finding) => finding.scopeKinds !== "playbooks")
      .map((finding) => ({ finding, candidate: profileRetraction(finding) }));
    return {
      candidates: inOrder([...facts, ...back]),
      declined: [
        ...findings.declined.filter((entry) => entry.slot !== "playbook").map((entry) =>
          declinedRecord(entry, findings.window)
        ),
        ...dropped.map((finding) => overLimit(profileCandidate(finding, this.#stem))),
      ],
    };
  }

  #findAll(
    turns: readonly ReadableTurn[],
    nowSec: number,
    isFresh: (turn: number) => boolean,
  ): Findings {
    return findAll(turnsOf(turns), {
      nowSec,
      isFresh,
      stem: this.#stem,
      texts: this.#texts,
    });
  }
}

function playbooksOf(findings: Findings, nowSec: number): WindowReading["playbooks"] {
  const { kept, dropped } = withinLimit(findings.playbooks, MAX_PLAYBOOKS);
  const toCandidate = (finding: (typeof kept)[number]) =>
    playbookCandidate(finding, ruleLimitDays(finding, findings.window, nowSec), nowSec);
  const rules = kept.map((finding) => ({ finding, candidate: toCandidate(finding) }));
  const back = findings.retractions.filter((finding) => finding.scopeKinds !== "profiles")
    .map((finding) => ({ finding, candidate: playbookRetraction(finding) }));
  return {
    candidates: inOrder([...rules, ...back]),
    declined: [
      ...findings.declined.filter((entry) => entry.slot === "playbook").map((entry) =>
        declinedRecord(entry, findings.window)
      ),
      ...dropped.map((finding) => overLimit(toCandidate(finding))),
    ],
  };
}

/** The record of a candidate that is one too many. */
function overLimit({ explain }: { readonly explain: ExplainRecord }): ExplainRecord {
  return { ...explain, outcome: "declined", reason: "limit" };
}

/** Only new turns carry evidence; in a rerun, where none is new, all do. */
function freshTurns(turns: readonly ReadableTurn[]): (turn: number) => boolean {
  const isRerun = turns.every((turn) => !turn.isNew);
  return (turn) => isRerun || turns[turn]?.isNew === true;
}

interface Placed<Candidate> {
  readonly finding: { readonly turn: number; readonly offset: number; readonly ruleId: string };
  readonly candidate: Candidate;
}

/** Candidates in the order of their evidence. */
function inOrder<Candidate>(placed: readonly Placed<Candidate>[]): Candidate[] {
  return placed.toSorted(({ finding: a }, { finding: b }) =>
    a.turn - b.turn || a.offset - b.offset ||
    (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  ).map(({ candidate }) => candidate);
}
