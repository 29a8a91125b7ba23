/**
 * Step 11 for profiles: add, merge, replace, retract, or nothing.
 *
 * @module
 */

import { kindsOf } from "../lexicon/kinds.ts";
import { SPOTS } from "../lexicon/places.ts";
import { toolKind } from "../lexicon/things.ts";
import type {
  Change,
  ExplainRecord,
  Known,
  ProfileCandidate,
  Reconciliation,
} from "../../learner.ts";
import type { ProfileRow } from "../../../store/rows.ts";
import { daysOfClass } from "../analysis/scope.ts";
import { isNegative, similarity, type Stem } from "../text/stem.ts";
import { comparableStems, foldedValue, isContained, isReplacing, slotFamily } from "./items.ts";

/** Chinese and Japanese: the words around two values are alike, so only the values are compared. */
const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether one value holds the other. */
function sharesValue(a: string | null, b: string | null): boolean {
  const one = (a ?? "").replaceAll(" ", "");
  const other = (b ?? "").replaceAll(" ", "");
  return one !== "" && other !== "" && (one.includes(other) || other.includes(one));
}

/** Whether a value is told of in signs: one of them alone says nothing (`三月` and `月曜`). */
function sharesSigns(entry: Pick<Entry, "content" | "explain">, words: readonly string[]): boolean {
  const signs = (text: string) =>
    [...text].filter((sign) => !/[\p{Script=Hiragana}\s]/u.test(sign));
  const over = signs(words.join(""));
  const value = signs(entry.explain?.value ?? "");
  return value.length > 0 && value.every((sign) => over.includes(sign)) ||
    over.length > 0 && over.every((sign) => entry.content.includes(sign));
}

interface Entry {
  readonly id: string | null;
  readonly row: ProfileRow | null;
  explain: ExplainRecord | null;
  content: string;
  candidate: ProfileCandidate | null;
  readonly replaces: string[];
  state: "kept" | "renewed" | "removed";
}

/** Input of {@link reconcileProfileCandidates}. */
export interface ReconcileOptions {
  readonly stem: Stem;
  readonly nowSec: number;
}

/** Slots whose values may become more exact (`asthma` → `severe asthma`). */
const GROWING = /^(?:health|access|pet|family|allergy|device|diet\.avoid)$/;
const WEEKDAY = /(?:mon|tues|wednes|thurs|fri|satur|sun)da(?:y|i)/i;
const SAME_TEXT = 700;
const SURE = 76;

/** Decides what the candidates change in the stored profiles. */
export function reconcileProfileCandidates(
  candidates: readonly ProfileCandidate[],
  known: readonly Known<ProfileRow>[],
  options: ReconcileOptions,
): Reconciliation<ProfileCandidate, string> {
  const state = new ProfileState(known, options);
  for (const candidate of candidates) {
    if (candidate.intent === "retract") state.retract(candidate);
    else state.learn(candidate);
  }
  return state.result();
}

class ProfileState {
  readonly #entries: Entry[];
  readonly #declined: ExplainRecord[] = [];
  readonly #removals: Change<ProfileCandidate, string>[] = [];
  readonly #stem: Stem;
  readonly #nowSec: number;

  constructor(known: readonly Known<ProfileRow>[], options: ReconcileOptions) {
    this.#stem = options.stem;
    this.#nowSec = options.nowSec;
    this.#entries = known
      .filter(({ row }) => row.expiration_timestamp >= options.nowSec)
      .map(({ row, explain }) => ({
        id: row.profile_id,
        row,
        explain,
        content: row.content,
        candidate: null,
        replaces: [],
        state: "kept",
      }));
  }

  retract(candidate: ProfileCandidate): void {
    const words = (candidate.explain.value ?? "").split(" ").filter((word) => word !== "");
    const explicit = candidate.explain.verdicts["explicit"] === "yes";
    const slot = candidate.explain.slot ?? "";
    const signs = words.some((word) => WITHOUT_BLANKS.test(word));
    const named = words.filter((word) => comparableStems(word, this.#stem).length > 0);
    // The words are stems already, as the value of an item is: both are looked up as they are and once more stemmed.
    const holds = (entry: Entry, word: string) => {
      const stems = comparableStems(`${entry.content} ${entry.explain?.value ?? ""}`, this.#stem);
      return stems.includes(word) ||
        comparableStems(word, this.#stem).some((stem) => stems.includes(stem));
    };
    const touched = this.#living().filter((entry) =>
      (slot === "" || entry.explain?.slot === slot) && (entry.explain !== null || explicit) &&
      this.#isOlder(entry, candidate) &&
      (signs
        ? sharesSigns(entry, words)
        : slot !== "" && words.length === 0 || named.some((word) => holds(entry, word)))
    );
    const exact = explicit || words.length === 0
      ? []
      : touched.filter((entry) => named.every((word) => holds(entry, word)));
    const hits = exact.length > 0 ? exact : touched;
    const ids: string[] = [];
    for (const entry of hits) {
      if (entry.id !== null && entry.state !== "removed") ids.push(entry.id);
      entry.state = "removed";
    }
    if (ids.length === 0) return;
    this.#removals.push({
      op: "remove",
      ids,
      explain: { ...candidate.explain, outcome: "retracted", replaced_ids: ids },
    });
  }

  /** An item from the same or a later turn is not what a retraction speaks of. */
  #isOlder(entry: Entry, candidate: ProfileCandidate): boolean {
    const last = newest(entry.explain);
    const mine = newest(candidate.explain);
    if (last === mine && entry.candidate !== null) return false;
    return last <= mine;
  }

  learn(candidate: ProfileCandidate): void {
    const { explain } = candidate;
    if (this.#isRepeat(candidate)) return this.#decline(candidate, "duplicate");
    if (this.#isPartOfWork(candidate)) return this.#decline(candidate, "duplicate");
    if (this.#isSaidBySurer(candidate)) return this.#decline(candidate, "duplicate");
    const same = this.#living().find((entry) => this.#saysTheSame(entry, candidate));
    if (same !== undefined) return this.#merge(same, candidate);
    const rivals = this.#living().filter((entry) => this.#isRival(entry, candidate));
    if (rivals.some((entry) => newest(entry.explain) > newest(explain))) {
      return this.#decline(candidate, "contradiction");
    }
    if (rivals.length > 0 && explain.confidence.final < SURE) {
      return this.#decline(candidate, "low_confidence");
    }
    const weaker = rivals.some((entry) =>
      entry.candidate !== null && newest(entry.explain) === newest(explain) &&
      entry.explain !== null &&
      explain.verdicts["change"] !== "yes" &&
      explain.confidence.final < entry.explain.confidence.final - 10
    );
    if (weaker) return this.#decline(candidate, "contradiction");
    this.#add(candidate, rivals);
  }

  #living(): Entry[] {
    return this.#entries.filter((entry) => entry.state !== "removed");
  }

  /** All evidence was used before for the same value (S-969). */
  #isRepeat(candidate: ProfileCandidate): boolean {
    return this.#living().some((entry) =>
      entry.candidate === null && entry.explain !== null &&
      entry.explain.slot === candidate.explain.slot &&
      candidate.evidenceIds.every((id) => entry.explain?.interaction_ids.includes(id)) &&
      this.#saysTheSame(entry, candidate)
    );
  }

  /** `as a vet from Utrecht`: the place is already told with the work. */
  #isPartOfWork(candidate: ProfileCandidate): boolean {
    if (!/\.job_(?:in|from)$/.test(candidate.explain.rule_id)) return false;
    const place = candidate.explain.value ?? "";
    return this.#living().some((entry) =>
      entry.explain?.slot === "job" && ` ${entry.explain.value ?? ""} `.includes(` ${place} `)
    );
  }

  /** `Does not eat peanuts` beside `Is allergic to peanuts`, `Has their own bakery` beside `Runs a bakery`. */
  #isSaidBySurer({ content, explain }: ProfileCandidate): boolean {
    const slot = explain.slot ?? "";
    const value = foldedValue(explain.value ?? "", this.#stem);
    if (isLimited(explain)) return false;
    return this.#living().some((entry) => {
      const other = entry.explain?.slot ?? "";
      const theirs = foldedValue(entry.explain?.value ?? "", this.#stem);
      if (impliedBy(content, entry.content)) return true;
      if (slot === "diet.avoid") {
        return other === "allergy" && value === theirs ||
          other === "diet" && /^Is (?:a )?(?:vegan|vegetarian)\b/.test(entry.content) &&
            /^Does not eat (?:any )?meat$/.test(content);
      }
      if (explain.rule_id === "en.ownership.own_place") {
        return /^(?:job|business)/.test(other) && ` ${theirs} `.includes(` ${value} `);
      }
      return slot === "language.speaks" && other === slot && /^Speaks /.test(content) &&
        /^Speaks /.test(entry.content) && theirs.split(" ").includes(value);
    });
  }

  #saysTheSame(entry: Entry, candidate: ProfileCandidate): boolean {
    const mine = comparableStems(candidate.content, this.#stem);
    const theirs = comparableStems(entry.content, this.#stem);
    const negative = isNegative(entry.content) === isNegative(candidate.content);
    if (entry.explain === null) return negative && similarity(mine, theirs) >= SAME_TEXT;
    const { slot, key, value } = entry.explain;
    const other = candidate.explain;
    if (slotFamily(slot ?? "") !== slotFamily(other.slot ?? "") || !negative) return false;
    const equal = value !== null && value === other.value;
    if (isLimited(other) !== isLimited(entry.explain)) return false;
    if (WITHOUT_BLANKS.test(candidate.content)) {
      return slot === other.slot && sharesValue(value, other.value);
    }
    if (
      slot === other.slot && key === other.key &&
      (equal || isContained(theirs, mine) || isContained(mine, theirs))
    ) return true;
    const growing = slot === other.slot && GROWING.test(slot ?? "");
    if (growing && (isContained(theirs, mine) || isContained(mine, theirs))) return true;
    if (equal && slotFamily(slot ?? "") === "place") return true;
    // `Likes jazz`, `Likes Jazz best`; `Drives a Skoda`, `Uses a Skoda as car`.
    if (
      value !== null && other.value !== null &&
      (slotFamily(slot ?? "") === "taste" && slot !== "dislike" && other.slot !== "dislike" ||
        slot === "device" && other.slot === slot) &&
      foldedValue(value, this.#stem) === foldedValue(other.value, this.#stem)
    ) return true;
    return similarity(mine, theirs) >= (slot === other.slot ? 600 : SAME_TEXT);
  }

  #isRival(entry: Entry, candidate: ProfileCandidate): boolean {
    if (entry.explain === null) return false;
    const slot = candidate.explain.slot ?? "";
    const other = entry.explain.slot ?? "";
    if (isLimited(candidate.explain) && !isLimited(entry.explain)) return false;
    if (isReplacing(slot) && slot === other && candidate.explain.key === entry.explain.key) {
      return true;
    }
    if (candidate.explain.verdicts["change"] === "yes" && slot === other) {
      if (slot === "body.size" && candidate.explain.key === entry.explain.key) return true;
      if (slot === "device" && candidate.explain.key === entry.explain.key) return true;
      if (
        slot === "like" && candidate.explain.key === entry.explain.key &&
        /^Favourite\b|\bbest$/.test(entry.content)
      ) return true;
      const kind = toolKind(candidate.content);
      if (slot === "tool.stack" && kind >= 0 && toolKind(entry.content) === kind) {
        return true;
      }
    }
    if (candidate.explain.verdicts["change"] === "yes" && this.#isOver(entry, candidate)) {
      return true;
    }
    if (
      slot === "place.home" && candidate.explain.verdicts["change"] === "yes" &&
      isFormerHome(entry.explain, entry.content)
    ) return newest(entry.explain) < newest(candidate.explain);
    // `Has a son called Max` after `Has a son`.
    if (impliedBy(entry.content, candidate.content)) return true;
    if (slot === "place.home" && other === "timezone") return entry.candidate === null;
    // `Works behind the wheel of the 41 bus`: it names the work, and not for whom.
    if (
      slot === "job" && candidate.explain.verdicts["change"] === "yes" &&
      entry.explain.rule_id === "en.employer.behind_bar"
    ) return newest(entry.explain) < newest(candidate.explain);
    if (slot === "employer" && other === "team") return entry.candidate === null;
    if (slot === "infra" && other === "infra") return true;
    if (slot === "access" && other === slot && isOtherHand(entry.content, candidate.content)) {
      return newest(entry.explain) < newest(candidate.explain);
    }
    const isNewer = newest(entry.explain) < newest(candidate.explain);
    if (
      isNewer && candidate.explain.verdicts["change"] === "yes" &&
      /^(?:like|prefer\.way)$/.test(slot)
    ) {
      const thing = takenSo(candidate.content);
      if (thing !== "" && thing === takenSo(entry.content)) return true;
    }
    const opposed = slot === "like" && other === "dislike" ||
      slot === "dislike" && /^(?:like|prefer)$/.test(other) ||
      // `Black coffee gives me heartburn`: who likes it black does so no longer.
      isNewer && /^(?:allergy|diet\.avoid)$/.test(slot) && /^(?:like|prefer\.way)$/.test(other);
    if (!opposed) return false;
    const mine = foldedValue(candidate.explain.value ?? "", this.#stem).replace("¬ ", "");
    const theirs = foldedValue(entry.explain.value ?? "", this.#stem).replace("¬ ", "");
    // `I can't bear wool`: whoever liked merino best does so no longer.
    return mine === theirs || isNewer && slot !== "like" && !/\bsmell\b/.test(mine) &&
        kindsOf(entry.content).split(" ").some((kind) =>
          kind !== "" && mine.split(" ").includes(this.#stem(kind))
        );
  }

  /** `Drinks coffee again` after `Does not drink coffee`; Thursdays after Mondays of the same choir. */
  #isOver(entry: Entry, candidate: ProfileCandidate): boolean {
    if (newest(entry.explain) >= newest(candidate.explain)) return false;
    if (isOtherSpot(entry.content, candidate.content)) return true;
    const mine = comparableStems(candidate.content, this.#stem);
    const theirs = comparableStems(entry.content, this.#stem);
    const shared = mine.filter((stem) => theirs.includes(stem) && !WEEKDAY.test(stem));
    if (shared.length === 0) return false;
    if (/\bagain\b/.test(candidate.content)) {
      return isNegative(entry.content) && !isNegative(candidate.content);
    }
    return WEEKDAY.test(candidate.content) && WEEKDAY.test(entry.content);
  }

  #merge(entry: Entry, candidate: ProfileCandidate): void {
    if (entry.explain === null && entry.candidate === null) {
      return this.#decline(candidate, "duplicate", entry.id);
    }
    const mine = comparableStems(candidate.content, this.#stem);
    const theirs = comparableStems(entry.content, this.#stem);
    const longer = isContained(theirs, mine) && mine.length > theirs.length &&
      entry.explain?.slot === candidate.explain.slot;
    const content = longer ? candidate.content : entry.content;
    const base = entry.candidate ?? candidate;
    const before = entry.explain ?? candidate.explain;
    const ids = union(before.interaction_ids, candidate.explain.interaction_ids);
    const ttl = isLimited(candidate.explain)
      ? candidate.timeToLive
      : longerClass(entry.row?.profile_time_to_live ?? base.timeToLive, candidate.timeToLive);
    entry.content = content;
    entry.explain = {
      ...(longer ? candidate.explain : before),
      interaction_ids: ids,
      spans: [...before.spans, ...candidate.explain.spans],
      outcome: entry.id === null ? "added" : "merged",
      merged_into: entry.id,
    };
    entry.candidate = {
      ...candidate,
      content,
      timeToLive: ttl,
      evidenceIds: ids,
      explain: entry.explain,
    };
    entry.state = "renewed";
  }

  #add(candidate: ProfileCandidate, rivals: readonly Entry[]): void {
    const replaces: string[] = [];
    for (const entry of rivals) {
      if (entry.id !== null) replaces.push(entry.id);
      replaces.push(...entry.replaces);
      entry.state = "removed";
    }
    const explain: ExplainRecord = {
      ...candidate.explain,
      outcome: replaces.length > 0 ? "replaced" : "added",
      replaced_ids: replaces,
    };
    this.#entries.push({
      id: null,
      row: null,
      explain,
      content: candidate.content,
      candidate: { ...candidate, explain },
      replaces,
      state: "renewed",
    });
  }

  #decline(candidate: ProfileCandidate, reason: string, into: string | null = null): void {
    this.#declined.push({ ...candidate.explain, outcome: "declined", reason, merged_into: into });
  }

  result(): Reconciliation<ProfileCandidate, string> {
    const changes: Change<ProfileCandidate, string>[] = [...this.#removals];
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
    const orphaned = this.#entries.filter((entry) => entry.state === "removed" && entry.id === null)
      .flatMap((entry) => entry.replaces);
    const covered = new Set(
      changes.flatMap((change) =>
        change.op === "add" ? change.replaces : change.op === "remove" ? change.ids : []
      ),
    );
    const left = orphaned.filter((id) => !covered.has(id));
    const lost = this.#entries.find((entry) => entry.state === "removed" && entry.id === null);
    if (left.length > 0 && lost?.explain) {
      changes.unshift({
        op: "remove",
        ids: left,
        explain: { ...lost.explain, outcome: "retracted", replaced_ids: left },
      });
    }
    return { changes, declined: this.#declined };
  }
}

/** `Likes their tea with honey`: the thing that is taken in one way or another. */
function takenSo(content: string): string {
  return /^Likes their ([\p{L}-]+) \S/u.exec(content)?.[1]?.toLowerCase() ?? "";
}

/** Whether a fact says no more than a known one in other words. */
function impliedBy(told: string, known: string): boolean {
  if (known.startsWith(`${told} called `)) return true;
  if (/^Is teetotal$/.test(told)) return /^Does not drink alcohol$/.test(known);
  if (/^Does not drink (?:alcohol|wine|beer)$/.test(told)) return /^Is teetotal$/.test(known);
  const played = /^Is an? (?:keen |avid )?(\S+) player$/.exec(told)?.[1];
  if (played !== undefined) return `${known} `.startsWith(`Plays ${played} `);
  const group = /^Is in (an? (?:choir|band|orchestra|quartet))$/.exec(told)?.[1];
  return group !== undefined && /^(?:Sings|Plays) /.test(known) && known.includes(` in ${group}`);
}

/** `plot 31` after `plot 12`: somebody has one of them. */
function isOtherSpot(one: string, other: string): boolean {
  const [known, told] = [numberedSpot(one), numberedSpot(other)];
  return known !== null && told !== null && known.noun === told.noun &&
    known.number !== told.number;
}

/** A desk or plot with its number that a text names. */
function numberedSpot(text: string): { noun: string; number: string } | null {
  const words = text.toLowerCase().split(/[^\p{L}\d]+/u);
  const at = words.findIndex((word) => SPOTS.has(word));
  const number = words.slice(at + 1, at + 4).find((word) => /\d/.test(word));
  return at < 0 || number === undefined ? null : { noun: words[at] ?? "", number };
}

/** `Their flat is in Leeds` after a move to another town: the home was there. */
function isFormerHome(entry: ExplainRecord, content: string): boolean {
  return entry.rule_id === "en.ownership.place.in_town" &&
    /^Their (?:flat|house|home|apartment) is in /.test(content);
}

/** `right-handed` after `left-handed`: one of the two only. */
function isOtherHand(one: string, other: string): boolean {
  const hand = (text: string) => /\b(left|right)-handed\b/.exec(text)?.[1];
  const [known, told] = [hand(one), hand(other)];
  return known !== undefined && told !== undefined && known !== told;
}

/** Newest turn of a record, -1 when there is none. */
export function newest(explain: ExplainRecord | null): number {
  return explain?.interaction_ids.at(-1) ?? -1;
}

/** Whether a time word of the user limits the item. */
export function isLimited(explain: ExplainRecord): boolean {
  return explain.ttl_from !== null && explain.ttl_from !== "default";
}

/** Union of two rising id lists, rising. */
export function union(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])].toSorted((x, y) => x - y);
}

function longerClass(
  a: ProfileCandidate["timeToLive"],
  b: ProfileCandidate["timeToLive"],
): ProfileCandidate["timeToLive"] {
  const days = (ttl: ProfileCandidate["timeToLive"]) =>
    daysOfClass(ttl) ?? Number.POSITIVE_INFINITY;
  return days(a) >= days(b) ? a : b;
}
