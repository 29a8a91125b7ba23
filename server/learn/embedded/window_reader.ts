import type { ExplainedTurn } from "../explained_turn.ts";
import type { Extraction, PlaybookCandidate, ProfileCandidate } from "../learner.ts";
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

/** A window to read. */
export interface WindowRequest {
  /** Turns, oldest first. The same list is read once, whatever is asked about it. */
  readonly turns: readonly ReadableTurn[];
  /** Server clock, Unix seconds. */
  readonly nowSec: number;
  /** Name given to what is found. */
  readonly extractorName: string;
}

/** Runs the rules over windows of turns. */
export class WindowReader {
  readonly #stem: Stem;
  readonly #texts: ReadTexts;
  readonly #read = new WeakMap<readonly ReadableTurn[], Findings>();

  /** @param options Stemmer and guard; both have defaults. */
  constructor(options: WindowReaderOptions = {}) {
    this.#stem = options.stem ?? lightStem;
    this.#texts = new ReadTexts({
      isOwnContext: options.isOwnContext ?? ((text) => hasOwnHeadings(text.slice(0, 200))),
    });
  }

  /** Facts and retractions of a window, with records of what was declined. */
  profiles(request: WindowRequest): Extraction<ProfileCandidate> {
    const findings = this.#findings(request);
    const name = request.extractorName;
    const { kept, dropped } = withinLimit(findings.profiles, MAX_PROFILES);
    const facts = kept.map((finding) => ({
      finding,
      candidate: profileCandidate(finding, name, this.#stem),
    }));
    const back = findings.retractions.filter((finding) => finding.scopeKinds !== "playbooks")
      .map((finding) => ({ finding, candidate: profileRetraction(finding, name) }));
    return {
      candidates: inOrder([...facts, ...back]),
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
    };
  }

  /** Rules and retractions of a window, with records of what was declined. */
  playbooks(request: WindowRequest): Extraction<PlaybookCandidate> {
    const findings = this.#findings(request);
    const { extractorName: name, nowSec } = request;
    const { kept, dropped } = withinLimit(findings.playbooks, MAX_PLAYBOOKS);
    const toCandidate = (finding: (typeof kept)[number]) =>
      playbookCandidate(finding, name, ruleLimitDays(finding, findings.window, nowSec), nowSec);
    const rules = kept.map((finding) => ({ finding, candidate: toCandidate(finding) }));
    const back = findings.retractions.filter((finding) => finding.scopeKinds !== "profiles")
      .map((finding) => ({ finding, candidate: playbookRetraction(finding, name) }));
    return {
      candidates: inOrder([...rules, ...back]),
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
    };
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

  #findings({ turns, nowSec }: WindowRequest): Findings {
    const known = this.#read.get(turns);
    if (known !== undefined) return known;
    const findings = this.#findAll(turns, nowSec, freshTurns(turns));
    this.#read.set(turns, findings);
    return findings;
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
