import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEFAULT_ORG_ID } from "../../client/contract/mod.ts";
import { type ApiServer, startApi } from "./api_server.ts";
import { JUDGING, lesson, PLAYBOOKS, teach } from "./seed.ts";

/** The people of the story, each with the version of the agent that they talk to. */
const PEOPLE = [
  { user: "ada", version: "v1", session: "ada-1" },
  { user: "bea", version: "v1", session: "bea-1" },
  { user: "cleo", version: "v2", session: "cleo-1" },
] as const;

/** What stays in the store when everything that can be deleted is deleted, with the reason. */
const STAYING: ReadonlySet<string> = new Set([
  // Logs of what learning did, which no endpoint of the contract deletes.
  "profile_change_log",
  "aggregation_change_log",
  "explain_log",
  // Verdicts, which no endpoint of the contract deletes.
  "evaluation",
  // How far learning, aggregation and judging got, so that nothing is done twice.
  "bookmark",
  "aggregation",
  "evaluation_mark",
  // Settings and the records of the last runs.
  "config",
  "operation",
  "lease",
]);

/** Tables of the database that hold no row of an org: markers, counters, the log of changes. */
const BOOKKEEPING: ReadonlySet<string> = new Set(["m", "o", "s", "w", "chg", "ver", "chg_floor"]);

/** Everybody is taught, and what comes of it can be found. */
async function learnAndSearch(api: ApiServer): Promise<void> {
  await api.ask("set_config", JUDGING);
  for (const { user, version, session } of PEOPLE) {
    const answer = await teach(api, user, { version, session, source: "chat" });
    assertEquals(answer.warnings, []);
    assert((answer.profiles_added ?? 0) > 0 && (answer.playbooks_added ?? 0) > 0);
  }
  await api.drain();
  for (const { user, version } of PEOPLE) {
    const found = await api.ask("search", {
      query: "where do I deploy",
      user_id: user,
      agent_version: version,
    });
    assertEquals(found.user_playbooks[0]?.user_id, user);
    assertStringIncludes(found.user_playbooks[0]?.content ?? "", "eu-north-1");
    const { user_profiles } = await api.ask("search_profiles", { user_id: user, query: "Bergen" });
    assertEquals(user_profiles[0]?.content, "Lives in Bergen");
  }
  const { agent_playbooks } = await api.ask("get_agent_playbooks", {});
  const versions = agent_playbooks.map(({ agent_version }) => agent_version);
  assertEquals(versions, ["v1"], "two users of v1 taught the same, one of v2 alone");
}

/** A person edits a playbook, approves the aggregated one and aggregates again. */
async function editAndReview(api: ApiServer): Promise<void> {
  const [mine] = (await api.ask("get_user_playbooks", { user_id: "cleo" })).user_playbooks;
  const user_playbook_id = mine?.user_playbook_id ?? 0;
  await api.ask("update_user_playbook", { user_playbook_id, content: "Deploy to the Oslo site." });
  const find = async (query: string) =>
    (await api.ask("search_user_playbooks", { query, search_mode: "fts" })).user_playbooks
      .some((item) => item.user_playbook_id === user_playbook_id);
  assertEquals([await find("Oslo"), await find("north")], [true, false]);
  const [proposed] = (await api.ask("get_agent_playbooks", {})).agent_playbooks;
  const agent_playbook_id = proposed?.agent_playbook_id ?? 0;
  assertEquals(proposed?.playbook_status, "pending");
  await api.ask("update_agent_playbook_status", { agent_playbook_id, playbook_status: "approved" });
  const body = { playbook_name: PLAYBOOKS, agent_version: "v1" };
  assertEquals((await api.ask("run_playbook_aggregation", body)).success, true);
  const after = (await api.ask("get_agent_playbooks", {})).agent_playbooks;
  const approved = after.filter(({ playbook_status }) => playbook_status === "approved");
  assertEquals(approved.map((item) => item.agent_playbook_id), [agent_playbook_id]);
}

/** Ids of everything in one status. */
async function idsIn(api: ApiServer, status: "current" | "pending" | "archived") {
  const { user_profiles } = await api.ask("get_all_profiles", null, { status_filter: status });
  const { user_playbooks } = await api.ask("get_user_playbooks", {
    agent_version: "v1",
    status_filter: [status === "current" ? null : status],
  });
  return {
    profiles: user_profiles.map(({ profile_id }) => profile_id).toSorted(),
    playbooks: user_playbooks.map((item) => item.user_playbook_id).toSorted(),
  };
}

/** Everything is learnt anew on the side, put in place and taken back. */
async function rerunUpgradeDowngrade(api: ApiServer): Promise<void> {
  const before = await idsIn(api, "current");
  await api.ask("rerun_profile_generation", {});
  await api.ask("rerun_playbook_generation", { agent_version: "v1" });
  await api.drain();
  const pending = await idsIn(api, "pending");
  assert(pending.profiles.length > 0 && pending.playbooks.length > 0);
  assertEquals(await idsIn(api, "current"), before);
  const upgraded = [
    await api.ask("upgrade_all_profiles", {}),
    await api.ask("upgrade_all_user_playbooks", { agent_version: "v1" }),
  ];
  assertEquals(upgraded.map(({ success }) => success), [true, true]);
  assertEquals(await idsIn(api, "current"), pending);
  assertEquals(await idsIn(api, "archived"), before);
  const downgraded = [
    await api.ask("downgrade_all_profiles", {}),
    await api.ask("downgrade_all_user_playbooks", { agent_version: "v1" }),
  ];
  assertEquals(downgraded.map(({ success }) => success), [true, true]);
  assertEquals(await idsIn(api, "current"), before);
  assertEquals(await idsIn(api, "archived"), pending);
}

/** The sessions fall silent and are judged; the figures add up. */
async function judgeAndCount(api: ApiServer): Promise<void> {
  api.advance(700);
  await api.drain();
  const { agent_success_evaluation_results: verdicts } = await api.ask(
    "get_agent_success_evaluation_results",
    {},
  );
  const sessions = verdicts.map(({ session_id }) => session_id).toSorted();
  assertEquals(sessions, PEOPLE.map(({ session }) => session));
  assert(verdicts.every(({ is_success }) => is_success));
  const { stats } = await api.ask("get_dashboard_stats", {});
  const turns = PEOPLE.length * lesson("").length;
  assertEquals(stats?.current_period.total_interactions, turns);
  assertEquals(stats?.current_period.success_rate, 100);
  assertEquals(stats?.interactions_time_series.length, turns);
  const counts = await api.ask("get_profile_statistics", null);
  assertEquals(counts.current_count, (await idsIn(api, "current")).profiles.length);
  assertEquals(counts.archived_count, (await idsIn(api, "archived")).profiles.length);
}

/** Everything that the contract can delete is deleted. */
async function deleteEverything(api: ApiServer): Promise<void> {
  const session = await api.ask("delete_session", { session_id: "ada-1" });
  assertEquals(session.deleted_requests_count, 1);
  const turns = (PEOPLE.length - 1) * lesson("").length;
  assertEquals((await api.ask("delete_all_interactions", null)).deleted_count, turns);
  for (const name of ["delete_all_profiles", "delete_all_playbooks"] as const) {
    assert(((await api.ask(name, null)).deleted_count ?? 0) > 0);
  }
  await api.drain();
  assertEquals((await api.ask("get_all_interactions", null, {})).interactions, []);
  assertEquals((await api.ask("get_requests", {})).sessions, []);
  assertEquals((await api.ask("search", { query: "deploy", user_id: "ada" })).profiles, []);
}

/** Names of the rows in a database file that hold something, tables without rows of an org apart. */
async function rowKinds(path: string): Promise<{ rows: Set<string>; tables: Set<string> }> {
  using kv = await Deno.openKv(path);
  const rows = new Set<string>();
  const tables = new Set<string>();
  for await (const { key: [table = "", , kind = ""] } of kv.list({ prefix: [] })) {
    if (table === "p") rows.add(String(kind));
    else tables.add(String(table));
  }
  return { rows, tables };
}

Deno.test("S-099 H-239 R-022 the life of three users' memory, from the first word to the last row", async (t) => {
  await using api = await startApi();
  await t.step("learn and search", () => learnAndSearch(api));
  await t.step("edit, approve, aggregate", () => editAndReview(api));
  await t.step("rerun, upgrade, downgrade", () => rerunUpgradeDowngrade(api));
  await t.step("evaluate and count", () => judgeAndCount(api));
  await t.step("delete everything", () => deleteEverything(api));
  await t.step("nothing is left but logs, marks and settings", async () => {
    const { body } = await api.send("POST", "/api/kv_check", { body: {} });
    const report = body as {
      readonly problems: readonly unknown[];
      readonly rows: Readonly<Record<string, number>>;
    };
    assertEquals(report.problems, []);
    const kinds = Object.keys(report.rows);
    assertEquals(kinds.filter((kind) => !STAYING.has(kind)), []);
    const { rows, tables } = await rowKinds(api.path);
    assertEquals([...rows].filter((kind) => !STAYING.has(kind)), []);
    const listed = [...tables].filter((table) => !BOOKKEEPING.has(table));
    assertEquals(listed.toSorted(), ["e"], "logs and verdicts are the only listed rows");
  });
  await t.step("delete the org: the store is empty", async () => {
    const { status } = await api.send("POST", "/api/delete_org", {
      body: { org_id: DEFAULT_ORG_ID },
    });
    assertEquals(status, 200);
    const { body } = await api.send("POST", "/api/kv_check", { body: {} });
    assertEquals((body as { readonly rows: unknown }).rows, {});
    using kv = await Deno.openKv(api.path);
    const left = await Array.fromAsync(kv.list({ prefix: [] }), ({ key }) => String(key[0]));
    assertEquals([...new Set(left)], ["m"], "only the marks of the layout stay");
  });
});
