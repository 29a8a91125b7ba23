import { assert, assertEquals } from "@std/assert";
import type { Verdict } from "../../server/learn/learner.ts";
import { contents, say, type ServedClient, servedClient, START_MS } from "./served_client.ts";

const NAME = "default_playbook_extractor";

/** Playbooks to add by hand. */
function rows(count: number, more: object = {}) {
  return Array.from({ length: count }, (_, index) => ({
    agent_version: "v1",
    request_id: "r",
    playbook_name: "rules",
    content: `rule ${index}`,
    ...more,
  }));
}

Deno.test("learnt playbooks carry their extractor, source, trigger and content (C-106, C-119, C-120)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await say(served, "ana", ["rule asked for a price => quote euros"], { source: "shop" });
  const [playbook] = (await client.getUserPlaybooks()).user_playbooks;
  assertEquals(
    [playbook?.playbook_name, playbook?.source, playbook?.trigger, playbook?.content],
    [NAME, "shop", "asked for a price", "quote euros"],
  );
  const found = await client.searchUserPlaybooks({ query: "asked for a price" });
  assertEquals(found.user_playbooks[0]?.user_playbook_id, playbook?.user_playbook_id);
  for (const gone of ["instruction", "pitfall"]) assertEquals(gone in (playbook ?? {}), false);
});

Deno.test("extractors run for their sources only (C-088, C-107)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await client.setConfig({
    config: {
      storage_config: null,
      user_playbook_extractor_configs: [
        { extractor_name: "all", extraction_definition_prompt: "p" },
        {
          extractor_name: "mail only",
          extraction_definition_prompt: "p",
          request_sources_enabled: ["mail"],
        },
      ],
    },
  });
  await say(served, "ana", ["rule a => b"], { source: "chat" });
  const names = async () =>
    (await client.getUserPlaybooks()).user_playbooks.map((one) => one.playbook_name).sort();
  assertEquals(await names(), ["all"]);
  await say(served, "bo", ["rule c => d"], { source: "mail" });
  assert((await names()).includes("mail only"));
  const { agent_success_evaluation_results: verdicts } = await client
    .getAgentSuccessEvaluationResults();
  assertEquals(verdicts, []);
});

Deno.test("user playbooks are added, filtered and kept apart (C-108, C-109, C-110)", async () => {
  await using served = await servedClient();
  const { client } = served;
  const added = await client.addUserPlaybook({ userPlaybooks: rows(3, { user_id: "ana" }) });
  assertEquals([added.success, added.added_count], [true, 3]);
  const one = await client.addUserPlaybook({
    userPlaybooks: rows(1, { user_id: "bo", status: "pending" }),
  });
  assertEquals(one.added_count, 1);
  assertEquals((await client.getUserPlaybooks()).user_playbooks.length, 4);
  assertEquals((await client.getUserPlaybooks({ statusFilter: [null] })).user_playbooks.length, 3);
  assertEquals((await client.getUserPlaybooks({ userId: "bo" })).user_playbooks.length, 1);
  const none = await client.getUserPlaybooks({ userId: "nobody" });
  assertEquals([none.success, none.user_playbooks], [true, []]);
});

Deno.test("user playbooks are upgraded and downgraded (C-111)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await client.addUserPlaybook({
    userPlaybooks: [
      ...rows(3, { content: "current" }),
      ...rows(2, { content: "pending", status: "pending" }),
      ...rows(2, { content: "archived", status: "archived" }),
    ],
  });
  const up = await client.upgradeUserPlaybooks();
  assertEquals(
    [up.user_playbooks_deleted, up.user_playbooks_archived, up.user_playbooks_promoted],
    [2, 3, 2],
  );
  const down = await client.downgradeUserPlaybooks();
  assertEquals([down.user_playbooks_demoted, down.user_playbooks_restored], [2, 3]);
  const current = await client.getUserPlaybooks({ statusFilter: [null] });
  assertEquals(contents(current.user_playbooks), ["current", "current", "current"]);
});

Deno.test("a rerun writes pending playbooks (C-112, C-113)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await say(served, "ana", ["rule a => b"], { source: "chat" });
  const current = async () =>
    (await client.getUserPlaybooks({ statusFilter: [null] })).user_playbooks.length;
  const before = await current();
  await served.pass(5);
  for (
    const options of [
      {},
      { source: "chat" },
      { playbookName: NAME },
      { request: { agent_version: "agent-v0" } },
    ]
  ) {
    const answer = await client.rerunPlaybookGeneration({ waitForResponse: true, ...options });
    assertEquals([answer.success, answer.playbooks_generated], [true, 1], JSON.stringify(options));
    await served.pass(5);
  }
  assertEquals(await current(), before);
  const pending = await client.getUserPlaybooks({ statusFilter: ["pending"] });
  assert(pending.user_playbooks.length > 0);
  const future = new Date(START_MS + 1e9);
  const none = await client.rerunPlaybookGeneration({
    startTime: future,
    waitForResponse: true,
    maxWaitMs: 100,
  });
  assertEquals(Number(none.operation?.stats["total_generated"] ?? 0), 0);
});

Deno.test("manual generation learns into current playbooks (C-114)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await say(served, "ana", ["rule a => b"]);
  await client.manualPlaybookGeneration();
  await client.manualPlaybookGeneration({ playbookName: NAME });
  await client.manualPlaybookGeneration({ request: { source: null } });
  await client.flush();
  await served.pass(1);
  const pending = await client.getUserPlaybooks({ statusFilter: ["pending"] });
  assertEquals(pending.user_playbooks, []);
});

Deno.test("aggregation makes pending agent playbooks and keeps its sources (C-115, C-116, C-119)", async () => {
  await using served = await servedClient();
  const { client } = served;
  const empty = await client.getAgentPlaybooks();
  assertEquals([empty.success, empty.agent_playbooks], [true, []]);
  await client.setConfig({
    config: {
      storage_config: null,
      user_playbook_extractor_configs: [{
        extractor_name: "rules",
        extraction_definition_prompt: "p",
        aggregation_config: {},
      }],
    },
  });
  await client.addUserPlaybook({ userPlaybooks: rows(20, { content: "same", trigger: "t" }) });
  const answer = await client.runPlaybookAggregation({
    playbookName: "rules",
    agentVersion: "v1",
    waitForResponse: true,
  });
  assertEquals(answer.success, true);
  assertEquals((await client.getUserPlaybooks()).user_playbooks.length, 20);
  const { agent_playbooks } = await client.getAgentPlaybooks();
  assert(agent_playbooks.length >= 1);
  assert(agent_playbooks.every((one) => one.playbook_status === "pending" && one.content));
});

/** Adds agent playbooks of each review state. */
async function addReviewed({ client }: ServedClient): Promise<void> {
  await client.addAgentPlaybooks({
    agentPlaybooks: (["approved", "rejected", "pending"] as const).map((playbook_status) => ({
      agent_version: "v1",
      content: playbook_status,
      playbook_status,
    })),
  });
}

Deno.test("agent playbooks are reviewed and filtered (C-117, C-118)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await addReviewed(served);
  const list = async (playbookStatusFilter?: "approved" | "rejected" | "pending") =>
    (await client.getAgentPlaybooks({ playbookStatusFilter })).agent_playbooks;
  assertEquals(contents(await list()), ["approved", "pending", "rejected"]);
  assertEquals(contents(await list("rejected")), ["rejected"]);
  const [pending] = await list("pending");
  const change = await client.updateAgentPlaybookStatus({
    agentPlaybookId: pending?.agent_playbook_id ?? 0,
    playbookStatus: "approved",
  });
  assertEquals(change.success, true);
  assertEquals(contents(await list("approved")), ["approved", "pending"]);
  const unknown = await client.updateAgentPlaybookStatus({
    agentPlaybookId: 999_999,
    playbookStatus: "approved",
  });
  assertEquals(unknown.success, false);
});

Deno.test("a conversation that was blocked yields a playbook (C-121)", async () => {
  await using served = await servedClient();
  await say(served, "ana", ["rule no shell => say that there is no shell"]);
  const [playbook] = (await served.client.getUserPlaybooks()).user_playbooks;
  assert(playbook?.content && playbook.trigger);
});

Deno.test("unified search finds both kinds, shares one, and puts the best first (C-122, C-123, C-124)", async () => {
  await using served = await servedClient();
  const { client } = served;
  await client.addAgentPlaybooks({
    agentPlaybooks: [{ agent_version: "v1", content: "Quote prices in euros" }],
  });
  await client.addUserPlaybook({
    userPlaybooks: [
      ...rows(1, { user_id: "ana", content: "Greet with the first name" }),
      ...rows(1, { user_id: "ana", content: "Round prices up to whole euros" }),
      ...rows(1, { user_id: "bo", content: "Prices of tea are secret" }),
    ],
  });
  const query = "prices in euros";
  const ana = await client.search({ query, userId: "ana", threshold: 0 });
  const bo = await client.search({ query, userId: "bo", threshold: 0 });
  assertEquals(ana.agent_playbooks, bo.agent_playbooks);
  assertEquals(contents(ana.agent_playbooks), ["Quote prices in euros"]);
  assertEquals(ana.user_playbooks[0]?.content, "Round prices up to whole euros");
  assertEquals(contents(bo.user_playbooks), ["Prices of tea are secret"]);
});

Deno.test("searching an empty server gives empty lists (C-125)", async () => {
  await using served = await servedClient();
  const found = await served.client.search({ query: "anything", userId: "ana" });
  assertEquals(
    [found.success, found.profiles, found.user_playbooks, found.agent_playbooks],
    [true, [], [], []],
  );
});

const VERDICT: Verdict = {
  isSuccess: true,
  failureType: "",
  failureReason: "",
  isEscalated: false,
  regularVsShadow: null,
  corrections: null,
  userTurnsToResolution: 2,
};

Deno.test("sessions are judged, by version, with and without a shadow (C-060, C-126, C-127, C-128, C-129)", async () => {
  await using served = await servedClient();
  const { client, learner } = served;
  await client.setConfig({
    config: {
      storage_config: null,
      agent_success_configs: [{ evaluation_name: "solved", success_definition_prompt: "p" }],
    },
  });
  learner.verdict = VERDICT;
  await say(served, "ana", ["hi"], { sessionId: "one", agentVersion: "v1" });
  await served.pass(700);
  learner.verdict = { ...VERDICT, isSuccess: false, regularVsShadow: "tied" };
  await client.publishInteraction({
    userId: "bo",
    interactions: [{ content: "hi" }, { role: "assistant", content: "a", shadow_content: "b" }],
    sessionId: "two",
    agentVersion: "v2",
    waitForResponse: true,
  });
  await served.pass(700);
  const list = async (options: object = {}) =>
    (await client.getAgentSuccessEvaluationResults(options)).agent_success_evaluation_results;
  const [second, first] = await list();
  assertEquals([first?.session_id, first?.agent_version, first?.is_success], ["one", "v1", true]);
  assertEquals([first?.regular_vs_shadow, first?.is_escalated], [null, false]);
  assert(
    Number.isInteger(first?.number_of_correction_per_session) && first && first.created_at > 0,
  );
  assertEquals([second?.is_success, second?.user_turns_to_resolution], [false, null]);
  assertEquals(second?.regular_vs_shadow, "tied");
  assertEquals("embedding" in (first ?? {}), false);
  assertEquals((await list({ agentVersion: "v1" })).map((one) => one.session_id), ["one"]);
  assertEquals((await list({ agentVersion: "v2" })).map((one) => one.session_id), ["two"]);
  assertEquals(await list({ agentVersion: "v9" }), []);
  assertEquals((await list({ request: { limit: 1 } })).length, 1);
});
