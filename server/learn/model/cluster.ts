import type { ClusterInput, PlaybookCluster } from "../learner.ts";
import { fingerprintOf } from "../embedded/aggregation/cluster.ts";
import { averageLinkage } from "../average_linkage.ts";
import { wordSet } from "./directions.ts";

/** Rows up to which every pair is compared. */
const MAX_LINKED = 2_000;

/** A playbook as clustering sees it. */
interface Item {
  readonly id: number;
  readonly vector: Float32Array | null;
  readonly words: ReadonlySet<string>;
}

/** Clusters of playbooks that say the same, by vectors and shared words; small ones are left out. */
export async function clusterPlaybooks(input: ClusterInput): Promise<PlaybookCluster[]> {
  const items = input.playbooks
    .map(({ row }): Item => ({
      id: row.user_playbook_id,
      vector: input.vectorOf(row.user_playbook_id),
      words: wordSet(`${row.trigger ?? ""} ${row.content}`),
    }))
    .toSorted((a, b) => a.id - b.id);
  const { clustering_similarity, min_cluster_size } = input.aggregation;
  const groups = items.length <= MAX_LINKED
    ? await averageLinkage({
      count: items.length,
      distance: pairDistance(items),
      cut: 1 - clustering_similarity,
    })
    : leaderGroups(items, clustering_similarity);
  input.signal.throwIfAborted();
  const large = groups.filter((group) => group.length >= Math.max(min_cluster_size, 1));
  return await Promise.all(large.map(async (group) => {
    const memberIds = group.flatMap((at) => items[at]?.id ?? []);
    return { memberIds, fingerprint: await fingerprintOf(memberIds) };
  }));
}

function pairDistance(items: readonly Item[]): (a: number, b: number) => number {
  return (a, b) => {
    const [first, second] = [items[a], items[b]];
    return first === undefined || second === undefined ? 1 : 1 - similarity(first, second);
  };
}

/** The nearer of meaning and wording: cosine of the vectors, share of common words. */
function similarity(a: Item, b: Item): number {
  const cosine = a.vector === null || b.vector === null ? 0 : dot(a.vector, b.vector);
  return Math.min(1, Math.max(0, cosine, sharedWords(a.words, b.words)));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Each item joins the nearest earlier leader that is near enough, or becomes one. */
function leaderGroups(items: readonly Item[], leastSimilarity: number): number[][] {
  const groups: { readonly leader: Item; readonly members: number[] }[] = [];
  for (const [at, item] of items.entries()) {
    let best: number[] | null = null;
    let highest = leastSimilarity;
    for (const { leader, members } of groups) {
      const value = similarity(leader, item);
      if (value > highest || (best === null && value === highest)) {
        best = members;
        highest = value;
      }
    }
    if (best === null) groups.push({ leader: item, members: [at] });
    else best.push(at);
  }
  return groups.map(({ members }) => members);
}
