/**
 * One cluster of user playbooks becomes one agent playbook: the medoid's text with its support.
 *
 * @module
 */

import type { BlockingIssue } from "../../../../client/contract/mod.ts";
import type { AggregatedPlaybook, AggregateInput } from "../../learner.ts";
import { comparableStems } from "../reconcile/items.ts";
import { isNegative, similarity, type Stem } from "../text/stem.ts";
import { agreement, type ComparedPlaybook, countOf, type Member, membersOf } from "./cluster.ts";

/** Version of the algorithm, kept in the metadata. */
const ALGORITHM = "medoid-1";
const COVERED = 900;

/** {@link AggregateInput} with members as they are compared. */
export interface ComparedAggregateInput extends Omit<AggregateInput, "members"> {
  readonly members: readonly ComparedPlaybook[];
}

/** Makes an agent playbook of a cluster; null when an existing one already says it. */
export async function aggregatePlaybooks(
  input: ComparedAggregateInput,
  stem: Stem,
): Promise<AggregatedPlaybook | null> {
  const members = await membersOf({
    playbooks: input.members,
    vectorOf: () => null,
    aggregation: input.aggregation,
    signal: input.signal,
  }, stem);
  const ranked = members.map((member) => ({
    member,
    score: members.reduce(
      (sum, other) =>
        sum +
        (other === member ? other.rows.length - 1 : other.rows.length * agreement(member, other)),
      0,
    ),
  }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ member }) => member);
  const medoid = ranked.find((member) => isPlain(member, members)) ?? ranked[0];
  if (medoid === undefined || isCovered(medoid, input, stem)) return null;
  const content = withCommonCondition(medoid, members, stem);
  const support = {
    rules: input.members.length,
    users: new Set(input.members.map(({ row }) => row.user_id)).size,
  };
  return {
    trigger: medoid.row.trigger,
    content,
    rationale: rationaleOf(medoid, support),
    blockingIssue: blockingIssueOf(input.members),
    metadata: JSON.stringify({
      algorithm: ALGORITHM,
      support,
      member_ids: input.members.map(({ row }) => row.user_playbook_id).toSorted((a, b) => a - b),
      opposes: opposedIds(medoid, input, stem),
    }),
  };
}

const NAME = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/u;

/** Without a personal name or a number that the other members do not share. */
function isPlain(member: Member, members: readonly Member[]): boolean {
  const name = NAME.exec(member.row.content)?.[0];
  const half = countOf(members) / 2;
  const shares = (piece: string) =>
    countOf(members.filter((other) => other.row.content.includes(piece))) > half;
  if (name !== undefined && !shares(name)) return false;
  return (member.row.content.match(/\d[\d.,]*/g) ?? []).every(shares);
}

/** A condition that at least half of the members hold is appended when the medoid lacks it. */
function withCommonCondition(medoid: Member, members: readonly Member[], stem: Stem): string {
  const own = comparableStems(medoid.row.content, stem);
  const all = countOf(members);
  const conditions = members.flatMap(({ row }) =>
    row.content.match(
      /\b(?:unless|except|only when|only if|before|after|at most|at least|within)\b[^,;]{3,60}/gi,
    ) ?? []
  );
  for (const condition of conditions) {
    const stems = comparableStems(condition, stem);
    const holders = countOf(
      members.filter((member) => stems.every((word) => member.contentWords.has(word))),
    );
    const missing = stems.some((word) => !own.includes(word));
    if (
      missing && stems.length > 0 && holders * 2 >= all && all > 2
    ) return `${medoid.row.content}, ${condition.trim()}`;
  }
  return medoid.row.content;
}

function rationaleOf(
  medoid: Member,
  support: { readonly rules: number; readonly users: number },
): string {
  const seen = `Seen in ${support.rules} rules of ${support.users} ${
    support.users === 1 ? "user" : "users"
  }`;
  const why = medoid.row.rationale;
  return why === null || why === "" || NAME.test(why) || /^The user objected/.test(why)
    ? seen
    : `${seen}. ${why}`;
}

/** The most frequent obstacle when at least half of the members have one. */
function blockingIssueOf(members: readonly ComparedPlaybook[]): BlockingIssue | null {
  const issues = members.map(({ row }) => row.blocking_issue).filter((issue) => issue !== null);
  if (issues.length * 2 < members.length) return null;
  const counts = new Map<string, number>();
  for (const issue of issues) counts.set(issue.kind, (counts.get(issue.kind) ?? 0) + 1);
  const kind = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  return issues.find((issue) => issue.kind === kind) ?? null;
}

function isCovered(medoid: Member, input: ComparedAggregateInput, stem: Stem): boolean {
  const mine = comparableStems(`${medoid.row.trigger ?? ""} ${medoid.row.content}`, stem);
  return input.existing.some((row) =>
    isNegative(row.content) === medoid.negative &&
    similarity(mine, comparableStems(`${row.trigger ?? ""} ${row.content}`, stem)) >= COVERED
  );
}

/** Existing rules of the same situation that say the opposite. */
function opposedIds(medoid: Member, input: ComparedAggregateInput, stem: Stem): number[] {
  const mine = comparableStems(medoid.row.content, stem);
  return input.existing.filter((row) =>
    isNegative(row.content) !== medoid.negative &&
    similarity(mine, comparableStems(row.content, stem)) >= 600
  )
    .map((row) => row.agent_playbook_id).toSorted((a, b) => a - b);
}
