import { assert, assertEquals } from "@std/assert";
import type { AggregateInput, ClusterInput, Known } from "../../learner.ts";
import type { UserPlaybookRow } from "../../../store/rows.ts";
import { EmbeddedLearner } from "../mod.ts";

const AGGREGATION = {
  min_cluster_size: 2,
  reaggregation_trigger_count: 2,
  clustering_similarity: 0.5,
  direction_overlap_threshold: 0.6,
};
const learner = new EmbeddedLearner();
const signal = new AbortController().signal;

function known(
  id: number,
  userId: string,
  trigger: string,
  content: string,
): Known<UserPlaybookRow> {
  return {
    explain: null,
    row: {
      user_playbook_id: id,
      user_id: userId,
      agent_version: "v1",
      request_id: "r",
      playbook_name: "p",
      created_at: id,
      content,
      trigger,
      rationale: null,
      blocking_issue: null,
      status: null,
      source: null,
      source_interaction_ids: [],
      expanded_terms: null,
    },
  };
}

const RULES = [
  known(1, "a", "When writing a commit message", "Put the ticket key into every commit message"),
  known(2, "b", "When writing commit messages", "Add the ticket key to commit messages"),
  known(3, "c", "When writing a commit message", "Always put the ticket key in the commit message"),
  known(4, "a", "When answering", "Do not use emojis"),
  known(5, "d", "When answering", "Do not use any emojis"),
  known(6, "e", "When answering", "Use emojis"),
  known(7, "f", "When giving prices", "Give prices with VAT included"),
];

function input(playbooks: readonly Known<UserPlaybookRow>[]): ClusterInput {
  return {
    playbooks,
    vectorOf: () => null,
    aggregation: AGGREGATION as ClusterInput["aggregation"],
    signal,
  };
}

function aggregateInput(
  members: readonly Known<UserPlaybookRow>[],
  existing: AggregateInput["existing"] = [],
): AggregateInput {
  return {
    members,
    existing,
    aggregation: AGGREGATION as AggregateInput["aggregation"],
    config: {} as AggregateInput["config"],
    signal,
  };
}

Deno.test("cluster() groups rules that say the same and keeps opposed ones apart (S-990)", async () => {
  const clusters = await learner.cluster(input(RULES));
  assertEquals(clusters.map(({ memberIds }) => memberIds), [[1, 2, 3], [4, 5]]);
  assert(clusters.every(({ fingerprint }) => /^[0-9a-f]{16}$/.test(fingerprint)));
});

Deno.test("cluster() keeps rules of one wording about different things apart", async () => {
  const things = ["invoice", "refund", "region", "allergy", "window", "summary"];
  const rules = things.flatMap((thing, n) =>
    [1, 2, 3].map((copy) =>
      known(n * 3 + copy, `u${copy}`, "When answering", `Mention the ${thing} in answers`)
    )
  );
  // Sentences that differ in one word are near in meaning by their vectors.
  const vectorOf = () => new Float32Array([1]);
  const clusters = await learner.cluster({ ...input(rules), vectorOf });
  assertEquals(
    clusters.map(({ memberIds }) => memberIds).toSorted(([a = 0], [b = 0]) => a - b),
    things.map((_, n) => [n * 3 + 1, n * 3 + 2, n * 3 + 3]),
  );
});

Deno.test("cluster() gives the same clusters in any order of arrival (S-989)", async () => {
  const forward = await learner.cluster(input(RULES));
  const backward = await learner.cluster(input(RULES.toReversed()));
  assertEquals(forward, backward);
});

Deno.test("aggregate() takes a member's text and counts rules and users (S-119)", async () => {
  const made = await learner.aggregate(aggregateInput(RULES.slice(0, 3)));
  assert(RULES.slice(0, 3).some(({ row }) => row.content === made?.content));
  assertEquals(made?.rationale, "Seen in 3 rules of 3 users");
  assertEquals(JSON.parse(made?.metadata ?? "{}").member_ids, [1, 2, 3]);
});

Deno.test("aggregate() is null when an existing rule already says it", async () => {
  const made = await learner.aggregate(aggregateInput(RULES.slice(3, 5)));
  const row = {
    agent_playbook_id: 9,
    playbook_name: "p",
    agent_version: "v1",
    created_at: 1,
    content: made?.content ?? "",
    trigger: made?.trigger ?? null,
    rationale: null,
    blocking_issue: null,
    playbook_status: "approved",
    playbook_metadata: "",
    expanded_terms: null,
    status: null,
  } as AggregateInput["existing"][number];
  assertEquals(await learner.aggregate(aggregateInput(RULES.slice(3, 5), [row])), null);
});

Deno.test("aggregate() prefers a member without a name that the others do not share", async () => {
  const made = await learner.aggregate(aggregateInput([
    known(1, "a", "When sending invoices", "Send invoices above 900 to Bertil first"),
    known(2, "b", "When sending invoices", "Send invoices to accounting first"),
    known(3, "c", "When sending invoices", "Send invoices first to accounting"),
  ]));
  assert(made !== null && !made.content.includes("Bertil"));
});
