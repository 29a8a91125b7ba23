import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { serve } from "../../server/mod.ts";
import {
  BASE_SEC,
  makeAgentPlaybook,
  makeEvaluation,
  makeInteraction,
  makeProfile,
  makeRequest,
  makeUserPlaybook,
} from "../support/rows.ts";
import { Sandbox } from "./command_line.ts";

/** A server on a free port, and how to speak to it. */
async function start(kv = ":memory:") {
  const server = serve({ port: 0, kv });
  await server.ready;
  const post = async (path: string, body: unknown) => {
    const response = await fetch(server.url + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    post,
    url: server.url,
    options: { env: { REFLEXIO_URL: server.url } },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** Why an item was learnt. */
const REASON = {
  rule_id: "en.home",
  rules_version: "1",
  outcome: "added",
  reason: null,
  spans: [{ interaction_id: 3, start: 0, end: 6, part: "value" }],
  verdicts: { mood: "statement" },
  slot: "home",
  key: null,
  value: "bergen",
  confidence: { base: 80, adjust: [{ name: "cue", points: 5 }], final: 85 },
  interaction_ids: [3],
  replaced_ids: [2, "p-1"],
  merged_into: null,
  ttl_from: null,
};

/** Records of every kind with values that no default would give. */
function everyKind() {
  const snapshot = {
    agent_playbook_id: 7,
    playbook_name: "default_playbook_extractor",
    agent_version: "agent-v0",
    content: "Say prices with VAT",
    trigger: null,
    rationale: null,
    blocking_issue: null,
    playbook_status: "approved",
    playbook_metadata: '{"b":1,"a":2}',
  };
  const profile = makeProfile({
    profile_id: "p-archived",
    status: "archived",
    expanded_terms: "bergen, norway",
    custom_features: { b: { z: 1, a: [2] }, a: "first" },
    extractor_names: ["one", "two"],
    source: "crm",
  });
  return {
    requests: [{
      ...makeRequest({ request_id: "r-1", metadata: { z: 1, a: null }, evaluation_only: true }),
      interactions: [makeInteraction({
        interaction_id: 41,
        request_id: "r-1",
        tools_used: [{ tool_name: "search", tool_data: { q: "x" } }],
        citations: [{ b: 1, a: 2 }],
      })],
    }],
    interactions: [makeInteraction({ interaction_id: 99, request_id: "gone" })],
    profiles: [profile, makeProfile({ profile_id: "p-pending", status: "pending" })],
    user_playbooks: [
      makeUserPlaybook({ user_playbook_id: 31, status: "archived", expanded_terms: "vat" }),
    ],
    agent_playbooks: [
      makeAgentPlaybook({ agent_playbook_id: 7, playbook_status: "rejected", status: "pending" }),
    ],
    evaluations: [makeEvaluation({ result_id: 12, failure_reason: "Too slow" })],
    profile_change_logs: [{
      id: 5,
      user_id: "user",
      request_id: "r-1",
      created_at: BASE_SEC,
      added_profiles: [{ ...profile, embedding: [] }],
      removed_profiles: [],
      mentioned_profiles: [],
    }],
    aggregation_change_logs: [{
      id: 6,
      created_at: BASE_SEC,
      playbook_name: "default_playbook_extractor",
      agent_version: "agent-v0",
      run_mode: "incremental",
      added_agent_playbooks: [snapshot],
      removed_agent_playbooks: [],
      updated_agent_playbooks: [{ before: snapshot, after: { ...snapshot, content: "New" } }],
    }],
  };
}

Deno.test("export, import into an empty server, export: the same bytes after sorting, every kind", async () => {
  await using box = await Sandbox.create();
  await using first = await start();
  await using second = await start();
  assertEquals((await first.post("/api/import_records", everyKind())).status, 200);
  const chat = { user_id: "ada", interactions: [{ role: "user", content: "I live in Bergen." }] };
  await box.run(["publish", "--wait", "-"], { ...first.options, stdin: JSON.stringify(chat) });
  await box.run(["config", "set", "--data", `{"batch_size":12}`], first.options);
  const before = await box.run(["export"], first.options);
  assertEquals(before.code, 0, before.stderr);
  const kinds = new Set(
    before.stdout.trim().split("\n").map((line) => String(JSON.parse(line).kind)),
  );
  assertEquals([...kinds].sort(), [
    "agent_playbook",
    "aggregation_change_log",
    "bookmark",
    "config",
    "evaluation",
    "explanation",
    "interaction",
    "profile",
    "profile_change_log",
    "reflexio_export",
    "request",
    "user_playbook",
  ]);
  const done = await box.run(["import", "-", "--batch", "1"], {
    ...second.options,
    stdin: before.stdout,
  });
  assertEquals(done.code, 0, done.stderr);
  const after = await box.run(["export"], second.options);
  assertEquals(after.stdout.split("\n").sort(), before.stdout.split("\n").sort());
  const again = await box.run(["import", "-"], { ...second.options, stdin: before.stdout });
  assertEquals(again.code, 0, "the same records again are no conflict");
  const one = await box.run(["export", "--user-id", "ada"], first.options);
  assertStringIncludes(one.stdout, "Bergen");
  assert(!one.stdout.includes("p-archived"));
});

Deno.test("import_records keeps ids, says what changed, refuses other records with the same id", async () => {
  await using server = await start();
  const records = everyKind();
  const { body } = await server.post("/api/import_records", records);
  assertEquals(body.counts.profiles, { added: 2, changed: 0, unchanged: 0 });
  const same = await server.post("/api/import_records", records);
  for (
    const [kind, { added, changed }] of Object.entries<Record<string, number>>(
      same.body.counts,
    )
  ) {
    assertEquals([added, changed], [0, 0], kind);
  }
  const other = { profiles: [makeProfile({ profile_id: "p-pending", content: "Other" })] };
  assertEquals((await server.post("/api/import_records", other)).status, 409);
  const replaced = await server.post("/api/import_records", { ...other, replace: true });
  assertEquals(replaced.body.counts.profiles, { added: 0, changed: 1, unchanged: 0 });
  const wrong = await server.post("/api/import_records", { profiles: [{ profile_id: 1 }] });
  assertEquals(wrong.status, 422);
  assertEquals(wrong.body.detail[0].loc.slice(0, 4), ["body", "profiles", 0, "profile_id"]);
  const zero = { evaluations: [makeEvaluation({ result_id: 0 })] };
  assertEquals((await server.post("/api/import_records", zero)).status, 422);
  await server.post("/api/add_user_playbook", {
    user_playbooks: [{ agent_version: "v", request_id: "r", content: "New rule" }],
  });
  const list = await (await fetch(`${server.url}/api/export_records?kind=user_playbook`)).json();
  assertEquals(list.user_playbooks.length, 2, "ids that came in are not handed out again");
  const document = await (await fetch(`${server.url}/openapi.json`)).json();
  assert(document.paths["/api/import_records"].post && document.paths["/api/export_records"].get);
});

Deno.test("explain lists the rules behind an agent playbook, on a server it was imported to as well", async () => {
  await using box = await Sandbox.create();
  await using first = await start();
  await using second = await start();
  const said = "From now on, always show prices with VAT included.";
  const chats = ["ada", "ben"].map((user_id) =>
    JSON.stringify({ user_id, interactions: [{ role: "user", content: said }] })
  );
  await box.run(["publish", "--wait", "-"], { ...first.options, stdin: chats.join("\n") });
  await box.run(["agent-playbooks", "aggregate", "--wait"], first.options);
  const { stdout } = await box.run(["export"], first.options);
  assert(stdout.includes(`{"kind":"aggregation"`) && stdout.includes(`{"kind":"explanation"`));
  await box.run(["import", "-"], { ...second.options, stdin: stdout });
  const again = await box.run(["export"], second.options);
  assertEquals(again.stdout, stdout, "reasons and the state of aggregation are there as well");
  const reasons = await Promise.all(
    [first, second].map(({ options }) =>
      box.run(["explain", "1", "--kind", "user-playbook", "--json"], options)
    ),
  );
  const [here, there] = reasons.map(({ stdout }) => JSON.parse(stdout).data);
  assertEquals(here.made, "learnt");
  assertEquals(there, here);
  for (const { options } of [first, second]) {
    const list = await box.run(["agent-playbooks", "list", "--fields", "id"], options);
    const id = list.stdout.trim().split("\n")[0] ?? "";
    const why = await box.run(["explain", id, "--kind", "agent-playbook"], options);
    assertEquals(why.code, 0, why.stderr);
    assertStringIncludes(why.stdout, "Made of these rules");
    assert(/ada .*VAT/.test(why.stdout) && /ben .*VAT/.test(why.stdout), why.stdout);
  }
});

Deno.test("export_records gives pages by rising id, and reasons of items that are there", async () => {
  await using server = await start();
  const profiles = ["c", "a", "b"].map((profile_id) => makeProfile({ profile_id }));
  await server.post("/api/import_records", { profiles });
  const ids: string[] = [];
  for (let after = ""; after !== "end";) {
    const query = new URLSearchParams({ kind: "profile", limit: "2", after });
    const page = await (await fetch(`${server.url}/api/export_records?${query}`)).json();
    ids.push(...page.profiles.map((each: { profile_id: string }) => each.profile_id));
    after = page.next ?? "end";
  }
  assertEquals(ids, ["a", "b", "c"]);
  const orphan = {
    explanations: [{ kind: "profile", id: "gone", explanation: REASON }],
    aggregations: [],
  };
  const { body } = await server.post("/api/import_records", orphan);
  assertEquals(body.counts.explanations, { added: 0, changed: 0, unchanged: 1 });
  const owned = { explanations: [{ kind: "profile", id: "a", explanation: REASON }] };
  await server.post("/api/import_records", owned);
  const list = await (await fetch(`${server.url}/api/export_records?kind=explanation`)).json();
  assertEquals(list.explanations, owned.explanations);
  const half = { explanations: [{ kind: "profile", id: "a", explanation: { rule_id: "x" } }] };
  assertEquals((await server.post("/api/import_records", half)).status, 422);
  const unknown = await fetch(`${server.url}/api/export_records?kind=secrets`);
  assertEquals(unknown.status, 422);
  await unknown.body?.cancel();
});

Deno.test("a backup taken while somebody publishes restores to a clean store", async () => {
  await using box = await Sandbox.create();
  const kv = `${box.home}/live.db`;
  await using server = await start(kv);
  let isOver = false;
  let published = 0;
  const publishing = (async () => {
    for (; !isOver; published++) {
      await server.post("/api/publish_interaction", {
        user_id: `user-${published % 5}`,
        interaction_data_list: [{ role: "user", content: `I live in town number ${published}.` }],
      });
    }
  })();
  const made = await box.run(["backup", "load.backup", "--kv", kv]);
  const atBackup = published;
  isOver = true;
  await publishing;
  assertEquals(made.code, 0, made.stderr);
  assert(atBackup > 0, "something was published meanwhile");
  const copy = `${box.home}/copy.db`;
  assertEquals((await box.run(["restore", "load.backup", "--kv", copy])).code, 0);
  const check = await box.run(["kv", "check", "--kv", copy, "--json"]);
  assertEquals(check.code, 0, check.stdout + check.stderr);
  assertEquals(JSON.parse(check.stdout).data.problems, []);
});
