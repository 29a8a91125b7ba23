/**
 * Groups user playbooks that say the same, by average linkage.
 *
 * @module
 */

import type { ClusterInput, ExplainRecord, PlaybookCluster } from "../../learner.ts";
import type { UserPlaybookRow } from "../../../store/rows.ts";
import { averageLinkage } from "../../average_linkage.ts";
import { Breath } from "../../../breath.ts";
import { comparableStems } from "../reconcile/items.ts";
import { isNegative, type Stem } from "../text/stem.ts";

/** What is looked at of a playbook. */
export interface ComparedPlaybook {
  readonly row: Pick<
    UserPlaybookRow,
    "user_playbook_id" | "user_id" | "trigger" | "content" | "rationale" | "blocking_issue"
  >;
  readonly explain: Pick<ExplainRecord, "slot"> | null;
}

/** A playbook without what is not looked at: less to send to another thread. */
export function compared({ row, explain }: ComparedPlaybook): ComparedPlaybook {
  const { user_playbook_id, user_id, trigger, content, rationale, blocking_issue } = row;
  return {
    row: { user_playbook_id, user_id, trigger, content, rationale, blocking_issue },
    explain: explain === null ? null : { slot: explain.slot },
  };
}

/** {@link ClusterInput} with playbooks as they are compared. */
export interface ComparedInput extends Omit<ClusterInput, "playbooks"> {
  readonly playbooks: readonly ComparedPlaybook[];
}

/** Playbooks that say the same in the same words, as the clustering sees them. */
export interface Member {
  /** The one with the lowest id. */
  readonly row: ComparedPlaybook["row"];
  /** All of them, one a user. */
  readonly rows: readonly ComparedPlaybook["row"][];
  readonly weights: ReadonlyMap<string, number>;
  /** Sum of the weights. */
  readonly weight: number;
  readonly contentStems: readonly string[];
  readonly contentWords: ReadonlySet<string>;
  readonly negative: boolean;
  /** Action frame whose rules exclude each other, null when none. */
  readonly exclusiveFrame: string | null;
  /** What the rule sets: its numbers or its rarest words. */
  readonly frameValue: string;
  readonly vector: Float32Array | null;
}

/** Number of members above which every pair is no longer compared. */
const MAX_PAIRWISE = 2_000;
/** With at least this many rows, words in more than {@link COMMON_SHARE} of them count nothing. */
const MIN_FOR_COMMON = 10;
const COMMON_SHARE = 0.4;
/** What vectors that are the same count for. */
const VECTOR_SHARE = 0.8;
/** Frames of which a user has one value: rules with other values do not agree. */
const EXCLUSIVE_FRAME = /^(?:language|length|units|address)/;

/** Members in an order that does not follow their arrival; equal text of one user counts once. */
export async function membersOf(input: ComparedInput, stem: Stem): Promise<Member[]> {
  const byText = new Map<string, Map<string, ComparedPlaybook>>();
  for (const known of input.playbooks) {
    const { row, explain } = known;
    const text = JSON.stringify([row.trigger ?? "", row.content, explain?.slot ?? ""]);
    const byUser = byText.get(text) ?? new Map<string, ComparedPlaybook>();
    byText.set(text, byUser);
    const before = byUser.get(row.user_id ?? "");
    if (before === undefined || row.user_playbook_id < before.row.user_playbook_id) {
      byUser.set(row.user_id ?? "", known);
    }
  }
  const ordered = [...byText].toSorted(([a], [b]) => a < b ? -1 : 1);
  const breath = new Breath();
  const read: ReadRow[] = [];
  for (const [, byUser] of ordered) {
    if (breath.isDue()) await breath.take();
    read.push(readRow([...byUser.values()], stem));
  }
  const common = commonWords(read);
  return read.map((row) => toMember(row, common, input));
}

/** How many playbooks members stand for. */
export function countOf(members: readonly Member[]): number {
  return members.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Playbooks of one text with the stems of its parts. */
interface ReadRow {
  /** The one with the lowest id. */
  readonly known: ComparedPlaybook;
  readonly rows: readonly ComparedPlaybook["row"][];
  readonly triggerStems: readonly string[];
  readonly contentStems: readonly string[];
}

function readRow(same: readonly ComparedPlaybook[], stem: Stem): ReadRow {
  const known = same.reduce((low, one) =>
    one.row.user_playbook_id < low.row.user_playbook_id ? one : low
  );
  return {
    known,
    rows: same.map(({ row }) => row),
    triggerStems: comparableStems(known.row.trigger ?? "", stem),
    contentStems: comparableStems(known.row.content, stem),
  };
}

function commonWords(rows: readonly ReadRow[]): ReadonlySet<string> {
  const all = rows.reduce((sum, { rows: { length } }) => sum + length, 0);
  if (all < MIN_FOR_COMMON) return new Set();
  const counts = new Map<string, number>();
  for (const { rows: { length }, triggerStems, contentStems } of rows) {
    for (const word of new Set([...triggerStems, ...contentStems])) {
      counts.set(word, (counts.get(word) ?? 0) + length);
    }
  }
  return new Set(
    [...counts].filter(([, count]) => count > COMMON_SHARE * all).map(([word]) => word),
  );
}

function toMember(
  { known, rows, triggerStems, contentStems }: ReadRow,
  common: ReadonlySet<string>,
  input: ComparedInput,
): Member {
  const { row, explain } = known;
  const weights = new Map<string, number>();
  const add = (words: readonly string[], weight: number) => {
    for (const word of words) {
      if (!common.has(word)) weights.set(word, Math.max(weights.get(word) ?? 0, weight));
    }
  };
  const frame = explain?.slot ?? "";
  // What nearly all rules say tells none of them from another, unless a rule says nothing else.
  const telling = contentStems.filter((word) => !common.has(word));
  const compared = telling.length > 0 ? telling : contentStems;
  add(triggerStems, 1);
  add(contentStems, 2);
  if (frame !== "" && frame !== "expert") weights.set(`frame ${frame}`, 3);
  return {
    row,
    rows,
    weights,
    weight: weights.values().reduce((sum, weight) => sum + weight, 0),
    contentStems: compared,
    contentWords: new Set(compared),
    negative: isNegative(row.content),
    exclusiveFrame: EXCLUSIVE_FRAME.test(frame) ? frame : null,
    frameValue: frameValue(row.content, contentStems),
    vector: input.vectorOf(row.user_playbook_id),
  };
}

/** Agreement of two rules, 0 to 1; opposed rules agree in nothing. */
export function agreement(a: Member, b: Member): number {
  if (a.negative !== b.negative) return 0;
  if (
    a.exclusiveFrame !== null && a.exclusiveFrame === b.exclusiveFrame &&
    a.frameValue !== b.frameValue
  ) return 0;
  let shared = 0;
  for (const [word, weight] of a.weights) shared += Math.min(weight, b.weights.get(word) ?? 0);
  const all = a.weight + b.weight - shared;
  const words = all === 0 ? 0 : shared / all;
  const overlap = overlapOf(a, b);
  const said = Math.max(words, overlap >= 0.5 ? 0.5 * words + 0.5 * overlap : 0);
  // Vectors are the long part; they are not asked where they could add nothing.
  return said >= VECTOR_SHARE ? said : Math.max(said, vectorAgreement(a, b, overlap));
}

/** What a framed rule sets: its numbers or its rarest words. */
function frameValue(content: string, stems: readonly string[]): string {
  const numbers = content.match(/\d+/g);
  return numbers === null
    ? stems.filter((word) => !/^(?:answer|repl|us|alway|word)$/.test(word)).toSorted().join(" ")
    : numbers.join(" ");
}

function overlapOf(a: Member, b: Member): number {
  const least = Math.min(a.contentStems.length, b.contentStems.length);
  if (least === 0) return 0;
  let shared = 0;
  for (const word of a.contentStems) if (b.contentWords.has(word)) shared++;
  return shared / least;
}

/** Vectors help only where the words already point the same way. */
function vectorAgreement(a: Member, b: Member, overlap: number): number {
  if (a.vector === null || b.vector === null || overlap < 0.34) return 0;
  let dot = 0;
  for (let at = 0; at < a.vector.length; at++) dot += (a.vector[at] ?? 0) * (b.vector[at] ?? 0);
  return Math.min(1, dot) * VECTOR_SHARE;
}

/** Clusters of at least `min_cluster_size`, in order of their lowest member. */
export async function clusterPlaybooks(
  input: ComparedInput,
  stem: Stem,
): Promise<PlaybookCluster[]> {
  const members = await membersOf(input, stem);
  const groups = members.length > MAX_PAIRWISE
    ? await leaders(members, input)
    : await linked(members, input);
  const kept = groups.map((group) => directed(group, input.aggregation.direction_overlap_threshold))
    .filter((group) => countOf(group) >= Math.max(2, input.aggregation.min_cluster_size))
    .map((group) =>
      group.flatMap(({ rows }) => rows.map((row) => row.user_playbook_id)).toSorted((a, b) => a - b)
    )
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  return await Promise.all(
    kept.map(async (memberIds) => ({ memberIds, fingerprint: await fingerprintOf(memberIds) })),
  );
}

/** 16 hex digits of SHA-256 over the ids joined by commas. */
export async function fingerprintOf(ids: readonly number[]): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(ids.join(",")));
  return [...new Uint8Array(digest)].slice(0, 8).map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** Groups by mean agreement of their members. */
async function linked(members: readonly Member[], input: ComparedInput): Promise<Member[][]> {
  const distance = (a: number, b: number) => {
    const [one, other] = [members[a], members[b]];
    return one === undefined || other === undefined ? 1 : 1 - agreement(one, other);
  };
  const cut = 1 - input.aggregation.clustering_similarity;
  const groups = await averageLinkage({
    count: members.length,
    sizes: members.map(({ rows }) => rows.length),
    distance,
    // Rules without a common word agree in nothing.
    ...cut < 1 ? { neighbours: sharingWords(members) } : {},
    cut,
  });
  input.signal.throwIfAborted();
  return groups.map((group) => group.flatMap((at) => members[at] ?? []));
}

/** Gives, for a member, those above it that have a word in common with it. */
function sharingWords(members: readonly Member[]): (a: number) => Iterable<number> {
  const holders = new Map<string, number[]>();
  for (const [at, member] of members.entries()) {
    for (const word of wordsOf(member)) {
      const list = holders.get(word) ?? [];
      list.push(at);
      holders.set(word, list);
    }
  }
  return (a) => {
    const member = members[a];
    const found = new Set<number>();
    for (const word of member === undefined ? [] : wordsOf(member)) {
      for (const at of holders.get(word) ?? []) if (at > a) found.add(at);
    }
    return found;
  };
}

/** Words by which a rule can agree with another. */
function wordsOf(member: Member): Iterable<string> {
  return new Set([...member.weights.keys(), ...member.contentWords]);
}

/** Above the pairwise limit: each member joins the first leader it agrees with. */
async function leaders(members: readonly Member[], input: ComparedInput): Promise<Member[][]> {
  const breath = new Breath();
  const groups: Member[][] = [];
  for (const member of members) {
    if (breath.isDue()) await breath.take();
    input.signal.throwIfAborted();
    const group = groups.find(([leader]) =>
      leader !== undefined && agreement(leader, member) >= input.aggregation.clustering_similarity
    );
    if (group === undefined) groups.push([member]);
    else group.push(member);
  }
  return groups;
}

/** Members whose content shares too little with the rest leave. */
function directed(group: readonly Member[], threshold: number): Member[] {
  const counts = new Map<string, number>();
  for (const { contentStems, rows } of group) {
    for (const word of contentStems) counts.set(word, (counts.get(word) ?? 0) + rows.length);
  }
  const all = countOf(group);
  const common = new Set(
    [...counts].filter(([, count]) => count * 2 >= all && count > 1).map(([word]) => word),
  );
  return group.filter((member) => {
    const shared = member.contentStems.filter((word) => common.has(word)).length;
    return shared >= threshold * Math.min(member.contentStems.length, Math.max(1, common.size));
  });
}
