/**
 * Step 11 for playbooks.
 *
 * @module
 */

import type {
  Change,
  ExplainRecord,
  Known,
  PlaybookCandidate,
  Reconciliation,
} from "../../learner.ts";
import type { UserPlaybookRow } from "../../../store/rows.ts";
import { holdsDenial, isNegative, similarity, type Stem } from "../text/stem.ts";
import { comparableStems, isContained } from "./items.ts";
import { newest, union } from "./profiles.ts";
import {
  isMoved,
  isOneClass,
  isRelaid,
  isSamePlace,
  isSwitched,
  LAYOUT,
  saysNoMore,
  saysOther,
} from "./same_rule.ts";
import { isOneKindAbroad } from "./same_rule_abroad.ts";
import { tightened } from "./tighten.ts";

interface Entry {
  readonly id: number | null;
  explain: ExplainRecord | null;
  candidate: PlaybookCandidate | null;
  readonly name: string;
  content: string;
  trigger: string;
  readonly rationale: string | null;
  readonly replaces: number[];
  removed: boolean;
}

const SAME_CONTENT = 600;
const NEAR_CONTENT = 400;
const NEAR_TRIGGER = 450;
/** Enough for two answers of experts to the same kind of question. */
const EXPERT_CONTENT = 350;
const EXPERT_TRIGGER = 80;
/** The same answer, whatever was asked (a peacock in the car park, a flamingo at the gate). */
const EXPERT_SAME = 500;
/** Triggers under which rules about anything stand together. */
const GENERAL_TRIGGER =
  /^(?:When answering|In every answer|Bei jeder Antwort|En cada respuesta|Dans chaque réponse|Em cada resposta|在每次回答时|すべての回答で)$/;
/** The making of a kind of output, and not what was once asked. */
const SITUATION = /^When (?:giving|writing|making|handling|scheduling) /;
/** Another closing line, and a rule that sets one. */
const CLOSING =
  /^Use .+ as the (?:closing|closing line|sign-off|signature|closing formula|complimentary close)$/;
const CLOSES =
  /^(?:Always )?(?:sign|close|end|finish|put|use|write) .*(?:['"\u201c\u2018]|\bas\b)/i;
/** Words of rules that say nothing of what they are about. */
const GENERAL: ReadonlySet<string> = new Set([
  "use",
  "give",
  "put",
  "add",
  "writ",
  "write",
  "user",
]);
const LAYOUTS = new RegExp(LAYOUT, "gi");
/** `the totals of the report`: not the whole of it. */
const PART_OF = /\bof (?:the|every|each|all)\b/i;
/** Share of the words that a reminder has in common with the known rule. */
const REMINDED = 0.6;
/** Enough when the user says that it was said before. */
const REPEATED_CONTENT = 250;
/** The same, in the same situation. */
const REPEATED_TOPIC = 140;

/** Decides what the candidates change in the stored playbooks. */
export function reconcilePlaybookCandidates(
  candidates: readonly PlaybookCandidate[],
  known: readonly Known<UserPlaybookRow>[],
  options: { readonly stem: Stem },
): Reconciliation<PlaybookCandidate, number> {
  const state = new PlaybookState(known, options.stem);
  for (const candidate of candidates) {
    if (candidate.intent === "retract") state.retract(candidate);
    else state.learn(candidate);
  }
  return state.result();
}

class PlaybookState {
  readonly #entries: Entry[];
  readonly #declined: ExplainRecord[] = [];
  readonly #removals: Change<PlaybookCandidate, number>[] = [];
  readonly #stem: Stem;

  constructor(known: readonly Known<UserPlaybookRow>[], stem: Stem) {
    this.#stem = stem;
    this.#entries = known.map(({ row, explain }) => ({
      id: row.user_playbook_id,
      explain,
      candidate: null,
      name: row.playbook_name,
      content: row.content,
      trigger: row.trigger ?? "",
      rationale: row.rationale,
      replaces: [],
      removed: false,
    }));
  }

  retract(candidate: PlaybookCandidate): void {
    const words = comparableStems(candidate.explain.value ?? "", this.#stem);
    const explicit = candidate.explain.verdicts["explicit"] === "yes";
    const ids: number[] = [];
    for (const entry of this.#living()) {
      if (
        entry.explain === null && !explicit || newest(entry.explain) > newest(candidate.explain)
      ) continue;
      // `Scrap the bullets, it's prose from now on`: what is said in the same breath stays.
      if (
        entry.id === null && entry.explain?.rule_id.endsWith(".d1") === true &&
        entry.explain.verdicts["change"] === "yes" &&
        newest(entry.explain) === newest(candidate.explain)
      ) continue;
      const stems = comparableStems(`${entry.content} ${entry.trigger}`, this.#stem);
      const shared = words.filter((word) => stems.includes(word)).length;
      if (shared === 0 || shared * 2 < words.length) continue;
      if (entry.id !== null) ids.push(entry.id);
      entry.removed = true;
    }
    if (ids.length > 0) {
      this.#removals.push({
        op: "remove",
        ids,
        explain: { ...candidate.explain, outcome: "retracted", replaced_ids: ids },
      });
    }
  }

  learn(candidate: PlaybookCandidate): void {
    const living = this.#living().filter((entry) =>
      entry.name === "" || entry.name === candidate.extractorName
    );
    if (living.some((entry) => this.#isRepeat(entry, candidate))) {
      return this.#decline(candidate, "duplicate");
    }
    if (candidate.explain.verdicts["limit_to"] !== undefined) {
      const framed = living.some((entry) =>
        entry.explain?.slot === candidate.explain.slot && candidate.explain.slot !== "limit" &&
        tightened(entry.content, candidate.explain.verdicts["limit_from"] || null, "") !== null
      );
      const alone = candidate.explain.verdicts["limit_alone"] === "yes";
      if (!(framed && alone) && this.#tighten(living, candidate)) return;
      if (candidate.explain.verdicts["limit_alone"] !== "yes") {
        return this.#decline(candidate, "one_off");
      }
    }
    const frame = candidate.explain.slot ?? "";
    const framed = living.find((entry) =>
      frame !== "" && frame !== "expert" && entry.explain?.slot === frame &&
      // Degrees say nothing against kilometres.
      (frame !== "units" || isOneClass(entry.content, candidate.content)) &&
      sameScope(entry, candidate)
    );
    if (framed !== undefined && isReminder(candidate)) return this.#merge(framed, candidate);
    if (framed !== undefined) return this.#replace(framed, candidate);
    const scored = living.filter((entry) => sameScope(entry, candidate))
      .map((entry) => ({ entry, score: this.#score(entry, candidate) })).filter((
        { score },
      ) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    const best = scored[0]?.entry;
    if (best !== undefined) return this.#merge(best, candidate);
    const ended = living.findLast((entry) => this.#isEnded(entry, candidate));
    if (ended !== undefined) return this.#replace(ended, candidate);
    const other = living.find((entry) => this.#isOtherSide(entry, candidate));
    if (other !== undefined) {
      return isNegative(candidate.content)
        ? this.#decline(candidate, "duplicate", other.id)
        : this.#replace(other, candidate);
    }
    const opposed = living.find((entry) =>
      this.#isOpposed(entry, candidate) ||
      isOneKindAbroad(entry, candidate)
    );
    if (opposed !== undefined) return this.#replace(opposed, candidate);
    this.#add(candidate, []);
  }

  /** Puts the new number into the newest known rule that sets such a limit. */
  #tighten(living: readonly Entry[], candidate: PlaybookCandidate): boolean {
    const from = candidate.explain.verdicts["limit_from"] || null;
    const to = candidate.explain.verdicts["limit_to"] ?? "";
    for (const entry of living.toReversed()) {
      if (entry.explain === null || !sameScope(entry, candidate)) continue;
      const content = tightened(entry.content, from, to);
      if (content === null) continue;
      if (candidate.evidenceIds.every((id) => entry.explain?.interaction_ids.includes(id))) {
        this.#decline(candidate, "duplicate", entry.id);
        return true;
      }
      this.#replace(entry, {
        ...candidate,
        content,
        trigger: entry.trigger,
        explain: {
          ...candidate.explain,
          slot: entry.explain.slot,
          key: entry.trigger,
          value: content.toLowerCase(),
        },
      });
      return true;
    }
    const same = living.findLast((entry) => tightened(entry.content, to, to) !== null);
    if (from === null || same === undefined) return false;
    this.#decline(candidate, "duplicate", same.id);
    return true;
  }

  #living(): Entry[] {
    return this.#entries.filter((entry) => !entry.removed);
  }

  #isRepeat(entry: Entry, candidate: PlaybookCandidate): boolean {
    const ids = entry.explain?.interaction_ids;
    return entry.candidate === null && ids !== undefined &&
      candidate.evidenceIds.every((id) => ids.includes(id)) &&
      similarity(this.#stems(entry.content), this.#stems(candidate.content)) >= REPEATED_CONTENT;
  }

  #stems(text: string): string[] {
    return comparableStems(text, this.#stem);
  }

  /** How well two rules agree; 0 when they are not the same rule. */
  #score(entry: Entry, candidate: PlaybookCandidate): number {
    const reminded = isReminder(candidate) && this.#isReminded(entry, candidate);
    const experts = candidate.explain.slot === "expert" && entry.explain?.slot === "expert";
    // `If not, …` further down in an expert's answer is no denial of the whole.
    const said = (text: string) => experts ? text.split(";")[0] ?? "" : text;
    if (
      !reminded &&
      isNegative(said(entry.content)) !== isNegative(said(candidate.content)) &&
      !(candidate.explain.verdicts["repeated"] === "yes" && holdsDenial(entry.content) &&
        holdsDenial(candidate.content))
    ) return 0;
    const content = similarity(this.#stems(entry.content), this.#stems(candidate.content));
    const trigger = similarity(this.#stems(entry.trigger), this.#stems(candidate.trigger ?? ""));
    const expert = experts &&
      (content >= EXPERT_SAME || trigger >= NEAR_TRIGGER ||
        content >= EXPERT_CONTENT && trigger >= EXPERT_TRIGGER);
    const repeated = candidate.explain.verdicts["repeated"] === "yes" &&
      (content >= REPEATED_CONTENT || content >= REPEATED_TOPIC && trigger >= SAME_CONTENT);
    // `Dates go year-month-day, as I said`: said again of the same kind, in other words.
    const again = (candidate.explain.verdicts["repeated"] === "yes" ||
      isSamePlace(entry.content, candidate.content)) &&
      entry.trigger === candidate.trigger && !GENERAL_TRIGGER.test(entry.trigger) &&
      this.#sharesMore(entry, candidate);
    const same = again || this.#isSaidAgain(entry, candidate) || content >= SAME_CONTENT ||
      reminded ||
      content >= NEAR_CONTENT && (trigger >= NEAR_TRIGGER || entry.trigger === candidate.trigger) ||
      expert || repeated;
    return same ? content + trigger : 0;
  }

  /** `I told you, every link gets a description`: the only rule there is for links, in other words. */
  #isSaidAgain(entry: Entry, candidate: PlaybookCandidate): boolean {
    return candidate.explain.verdicts["repeated"] === "yes" && SITUATION.test(entry.trigger) &&
      entry.trigger === candidate.trigger &&
      this.#living().filter(({ trigger }) => trigger === entry.trigger).length === 1;
  }

  /** Whether two rules share a word that is not one of their situation. */
  #sharesMore(entry: Entry, candidate: PlaybookCandidate): boolean {
    const situation = this.#stems(entry.trigger);
    const known = this.#stems(entry.content);
    return this.#stems(candidate.content).some((stem) =>
      known.includes(stem) && !situation.includes(stem) && !GENERAL.has(stem)
    );
  }

  /** All of the known rule is said again, or most of the new words are those of it and its situation. */
  #isReminded(entry: Entry, candidate: PlaybookCandidate): boolean {
    const told = this.#stems(candidate.content);
    const rule = this.#stems(entry.content).filter((stem) => !GENERAL.has(stem));
    if (isContained(rule, told)) return true;
    const known = this.#stems(`${entry.content} ${entry.trigger}`);
    return entry.trigger === candidate.trigger &&
      told.filter((stem) => known.includes(stem)).length >= REMINDED * told.length;
  }

  /** The user says that what the known rule asks for is over (S-972). */
  #isEnded(entry: Entry, candidate: PlaybookCandidate): boolean {
    const ends = candidate.explain.verdicts["ends"];
    if (entry.explain === null || !sameScope(entry, candidate)) return false;
    if (newest(entry.explain) >= newest(candidate.explain)) return false;
    const isChanged = candidate.explain.verdicts["change"] === "yes" &&
      entry.trigger === candidate.trigger && !GENERAL_TRIGGER.test(entry.trigger);
    if (isChanged && isOneClass(entry.content, candidate.content)) return true;
    if (isSwitched(entry, candidate) || this.#isMovedTo(entry, candidate)) return true;
    if (this.#isLaidOutAnew(entry, candidate)) return true;
    if (CLOSING.test(candidate.content) && CLOSES.test(entry.content)) return true;
    if (ends === undefined) return false;
    const over = this.#stems(ends);
    const known = this.#stems(entry.content);
    if (!over.some((stem) => known.includes(stem))) return false;
    // `Bullets don't work for me any more. Running text, please`: one layout for the other.
    if (isRelaid(entry.content, candidate.content, ends)) return true;
    const topic = this.#stems(`${entry.content} ${entry.trigger}`);
    const wanted = this.#stems(`${candidate.content} ${candidate.trigger ?? ""}`);
    return entry.trigger === candidate.trigger || isOneClass(entry.content, candidate.content) ||
      wanted.some((stem) => topic.includes(stem) && !over.includes(stem));
  }

  /** `The open points go at the very top from now on`, after `End the mails with the open points`. */
  #isMovedTo(entry: Entry, candidate: PlaybookCandidate): boolean {
    return candidate.explain.verdicts["change"] === "yes" &&
      isMoved(entry.content, candidate.content) &&
      similarity(this.#stems(entry.trigger), this.#stems(candidate.trigger ?? "")) >= 1000 &&
      this.#sharesMore(entry, candidate);
  }

  /** `From this week on the report is written in full paragraphs`, after `… in bullet points`. */
  #isLaidOutAnew(entry: Entry, candidate: PlaybookCandidate): boolean {
    if (candidate.explain.verdicts["change"] !== "yes" || PART_OF.test(candidate.content)) {
      return false;
    }
    if (!LAYOUT.test(entry.content) || !LAYOUT.test(candidate.content)) return false;
    const told = this.#stems(candidate.content.replaceAll(LAYOUTS, ""));
    const topic = this.#stems(entry.content.replaceAll(LAYOUTS, ""))
      .filter((stem) => !GENERAL.has(stem));
    // `Answer in full sentences`, after `Answer in bullet points`: all answers.
    return topic.every((stem) => told.includes(stem)) &&
      (topic.length > 0 || told.length === 0 && entry.trigger === candidate.trigger);
  }

  /** `Write minutes as prose` beside `Do not use bullets for the minutes`: one layout wanted, the other banned. */
  #isOtherSide(entry: Entry, candidate: PlaybookCandidate): boolean {
    if (
      entry.explain === null || isNegative(entry.content) === isNegative(candidate.content) ||
      entry.trigger !== candidate.trigger || PART_OF.test(candidate.content)
    ) return false;
    const layout = (text: string) => LAYOUT.exec(text)?.[0].toLowerCase().slice(0, 4);
    const [known, told] = [layout(entry.content), layout(candidate.content)];
    return known !== undefined && told !== undefined && known !== told;
  }

  /** The same deed once ordered and once forbidden. */
  #isOpposed(entry: Entry, candidate: PlaybookCandidate): boolean {
    if (entry.explain === null || isNegative(entry.content) === isNegative(candidate.content)) {
      return false;
    }
    return similarity(this.#stems(entry.content), this.#stems(candidate.content)) >= 750;
  }

  #merge(entry: Entry, candidate: PlaybookCandidate): void {
    if (entry.explain === null && entry.candidate === null) {
      return this.#decline(candidate, "duplicate", entry.id);
    }
    const ids = union(entry.explain?.interaction_ids ?? [], candidate.explain.interaction_ids);
    const isExpert = candidate.explain.slot === "expert";
    const known = this.#stems(entry.content);
    const told = this.#stems(candidate.content);
    // The fuller wording stays only when the newer one says nothing else.
    const older = isReminder(candidate) || known.length > told.length && !isExpert &&
        !(candidate.explain.verdicts["change"] === "yes" &&
          candidate.explain.verdicts["repeated"] !== "yes") &&
        (told.every((stem) => known.includes(stem)) || !saysOther(known, told)) ||
      saysNoMore(known, told, candidate);
    const content = isExpert
      ? this.#withMissingSteps(entry.content, candidate.content)
      : older
      ? entry.content
      : candidate.content;
    const rationale =
      [entry.candidate?.rationale ?? entry.rationale, candidate.rationale].filter((text) =>
        text !== null
      )
        .toSorted((a, b) => b.length - a.length)[0] ?? null;
    const explain: ExplainRecord = {
      ...candidate.explain,
      interaction_ids: ids,
      spans: [...(entry.explain?.spans ?? []), ...candidate.explain.spans],
      outcome: entry.id === null ? "added" : "merged",
      merged_into: entry.id,
    };
    entry.content = content;
    if (!older && candidate.trigger !== null) {
      entry.trigger = entry.trigger.length > candidate.trigger.length
        ? entry.trigger
        : candidate.trigger;
    }
    entry.explain = explain;
    entry.candidate = {
      ...candidate,
      content,
      trigger: entry.trigger,
      rationale,
      evidenceIds: ids,
      explain,
    };
  }

  /** The newer wording with the steps of the older one that it lacks (S-960). */
  #withMissingSteps(older: string, newer: string): string {
    const known = this.#stems(newer);
    const missing = older.split("; ").slice(1).filter((step) => {
      const stems = this.#stems(step);
      return stems.filter((stem) => known.includes(stem)).length * 2 < stems.length;
    });
    const joined = [newer, ...missing].join("; ");
    return joined.length <= 320 ? joined : newer;
  }

  #replace(entry: Entry, candidate: PlaybookCandidate): void {
    if (newest(entry.explain) > newest(candidate.explain)) {
      return this.#decline(candidate, "contradiction");
    }
    const mine = candidate.content.toLowerCase() === entry.content.toLowerCase();
    if (mine) return this.#merge(entry, candidate);
    const replaces = [...entry.replaces, ...(entry.id === null ? [] : [entry.id])];
    entry.removed = true;
    this.#add(candidate, replaces);
  }

  #add(candidate: PlaybookCandidate, replaces: number[]): void {
    const explain: ExplainRecord = {
      ...candidate.explain,
      outcome: replaces.length > 0 ? "replaced" : "added",
      replaced_ids: replaces,
    };
    this.#entries.push({
      id: null,
      explain,
      candidate: { ...candidate, explain },
      name: candidate.extractorName,
      content: candidate.content,
      trigger: candidate.trigger ?? "",
      rationale: candidate.rationale,
      replaces,
      removed: false,
    });
  }

  #decline(candidate: PlaybookCandidate, reason: string, into: number | null = null): void {
    this.#declined.push({ ...candidate.explain, outcome: "declined", reason, merged_into: into });
  }

  result(): Reconciliation<PlaybookCandidate, number> {
    const changes: Change<PlaybookCandidate, number>[] = [...this.#removals];
    for (const entry of this.#living()) {
      if (entry.candidate === null || entry.explain === null) continue;
      changes.push(
        entry.id === null
          ? {
            op: "add",
            candidate: entry.candidate,
            replaces: entry.replaces,
            explain: entry.explain,
          }
          : { op: "renew", id: entry.id, candidate: entry.candidate, explain: entry.explain },
      );
    }
    const lost = this.#entries.filter((entry) =>
      entry.removed && entry.id === null && entry.replaces.length > 0 && entry.explain !== null
    );
    const covered = new Set(
      changes.flatMap((change) => change.op === "add" ? change.replaces : []),
    );
    for (const entry of lost) {
      const ids = entry.replaces.filter((id) => !covered.has(id));
      if (ids.length > 0 && entry.explain !== null) {
        changes.unshift({
          op: "remove",
          ids,
          explain: { ...entry.explain, outcome: "retracted", replaced_ids: ids },
        });
      }
    }
    return { changes, declined: this.#declined };
  }
}

/** Said in words that no rule reads: where it is known already, the known wording stays. */
function isReminder({ explain }: PlaybookCandidate): boolean {
  return explain.rule_id.endsWith(".d9") &&
    (explain.verdicts["repeated"] === "yes" || explain.verdicts["change"] !== "yes");
}

/** A limited rule does not replace an unlimited one (S-974). */
function sameScope(entry: Entry, candidate: PlaybookCandidate): boolean {
  return candidate.expiresAtSec === null ||
    entry.explain?.ttl_from !== null && entry.explain?.ttl_from !== undefined;
}
