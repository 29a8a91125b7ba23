import { assertEquals } from "@std/assert";
import { isSameRule, isUnchanged, planClusters } from "./aggregation_plan.ts";
import type { AggregationRow } from "./records.ts";

/** A cluster of user playbooks. */
const cluster = (fingerprint: string, ...memberIds: number[]) => ({ fingerprint, memberIds });

const STATE: AggregationRow = {
  last_user_playbook_id: 9,
  clusters: [
    { fingerprint: "a", user_playbook_ids: [1, 2], agent_playbook_id: 11 },
    { fingerprint: "b", user_playbook_ids: [3, 4, 5], agent_playbook_id: 12 },
    { fingerprint: "c", user_playbook_ids: [6, 7], agent_playbook_id: null },
  ],
};

const options = { isFull: false, exists: () => true };

Deno.test("S-120 S-121 planClusters() carries known member sets over and asks about the rest", () => {
  const plans = planClusters(
    [cluster("a", 1, 2), cluster("d", 3, 4, 8), cluster("c", 6, 7), cluster("e", 20, 21)],
    STATE,
    options,
  );
  assertEquals(plans.map((plan) => [plan.before?.fingerprint ?? null, plan.isRegenerated]), [
    ["a", false],
    ["b", true],
    ["c", false],
    [null, true],
  ]);
});

Deno.test("S-128 planClusters() pairs by the largest overlap, each older cluster once", () => {
  const plans = planClusters([cluster("x", 3), cluster("y", 4, 5)], STATE, options);
  assertEquals(plans.map((plan) => plan.before?.agent_playbook_id ?? null), [null, 12]);
});

Deno.test("planClusters() asks again when the agent playbook is gone, or for a full run", () => {
  const gone = planClusters([cluster("a", 1, 2)], STATE, { isFull: false, exists: () => false });
  const full = planClusters([cluster("a", 1, 2)], STATE, { isFull: true, exists: () => true });
  assertEquals([gone[0]?.isRegenerated, full[0]?.isRegenerated], [true, true]);
});

Deno.test("S-122 isUnchanged() needs every cluster of the last run, and no other", () => {
  const same = [cluster("a", 1, 2), cluster("b", 3, 4, 5), cluster("c", 6, 7)];
  assertEquals(isUnchanged(planClusters(same, STATE, options), STATE), true);
  assertEquals(isUnchanged(planClusters(same.slice(1), STATE, options), STATE), false);
});

Deno.test("S-123 isSameRule() wants nearly the same words", () => {
  const rule = { trigger: "When deploying", content: "Use eu-west-1" };
  assertEquals(isSameRule(rule, { ...rule }), true);
  assertEquals(isSameRule(rule, { trigger: "when deploying", content: "use EU-west-1!" }), true);
  assertEquals(isSameRule(rule, { ...rule, content: "Use us-east-1" }), false);
  assertEquals(isSameRule({ trigger: null, content: "" }, { trigger: null, content: "" }), true);
});
