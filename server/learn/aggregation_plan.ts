import type { AgentPlaybookRow } from "../store/rows.ts";
import type { PlaybookCluster } from "./learner.ts";
import type { AggregationRow, ClusterRow } from "./records.ts";

/** Share of equal words from which two rules count as the same one. */
const SAME_RULE_SHARE = 0.9;

/** What is to be done with one cluster. */
export interface ClusterPlan {
  /** The cluster. */
  readonly cluster: PlaybookCluster;
  /** What the last run made of it, or of most of its members; null when nothing. */
  readonly before: ClusterRow | null;
  /** Whether the learner is asked. */
  readonly isRegenerated: boolean;
}

/** How many members two clusters share. */
function sharedMembers(cluster: PlaybookCluster, before: ClusterRow): number {
  const members = new Set(cluster.memberIds);
  return before.user_playbook_ids.filter((id) => members.has(id)).length;
}

/**
 * Pairs each cluster with what the last run made: the same member set first, then the largest overlap;
 * each older cluster goes to one newer at most.
 */
export function planClusters(
  clusters: readonly PlaybookCluster[],
  state: AggregationRow | null,
  options: { readonly isFull: boolean; readonly exists: (agentPlaybookId: number) => boolean },
): ClusterPlan[] {
  const free = new Set(state?.clusters ?? []);
  const paired = new Map<PlaybookCluster, ClusterRow>();
  for (const cluster of clusters) {
    const same = [...free].find(({ fingerprint }) => fingerprint === cluster.fingerprint);
    if (same === undefined) continue;
    free.delete(same);
    paired.set(cluster, same);
  }
  const overlaps = clusters.filter((cluster) => !paired.has(cluster)).flatMap((cluster) =>
    [...free].map((before) => ({ cluster, before, shared: sharedMembers(cluster, before) }))
  ).filter(({ shared }) => shared > 0).sort((a, b) => b.shared - a.shared);
  for (const { cluster, before } of overlaps) {
    if (paired.has(cluster) || !free.delete(before)) continue;
    paired.set(cluster, before);
  }
  return clusters.map((cluster) => {
    const before = paired.get(cluster) ?? null;
    const isKnown = before?.fingerprint === cluster.fingerprint &&
      (before.agent_playbook_id === null || options.exists(before.agent_playbook_id));
    return { cluster, before, isRegenerated: options.isFull || !isKnown };
  });
}

/** Whether every cluster is as the last run left it, and none is gone. */
export function isUnchanged(plans: readonly ClusterPlan[], state: AggregationRow | null): boolean {
  const count = state?.clusters?.length ?? 0;
  return plans.length === count && plans.every((plan) => !plan.isRegenerated);
}

/** Distinct words of a text, lower case. */
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Whether two rules say the same in nearly the same words. */
export function isSameRule(
  a: { readonly trigger: string | null; readonly content: string },
  b: Pick<AgentPlaybookRow, "trigger" | "content">,
): boolean {
  const left = wordsOf(`${a.trigger ?? ""} ${a.content}`);
  const right = wordsOf(`${b.trigger ?? ""} ${b.content}`);
  if (left.size === 0 || right.size === 0) return left.size === right.size;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared / (left.size + right.size - shared) >= SAME_RULE_SHARE;
}
