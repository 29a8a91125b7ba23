import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { agentPlaybook, profile, Recorder, Sandbox, userPlaybook } from "./command_line.ts";

const FOUND = {
  success: true,
  profiles: [profile({ content: "Lives in Bergen\n---\nand sails", status: "pending" })],
  agent_playbooks: [agentPlaybook({ rationale: "People asked", blocking_issue: null })],
  user_playbooks: [
    userPlaybook({ blocking_issue: { kind: "missing_tool", details: "no deploy tool" } }),
    userPlaybook({ user_playbook_id: 13, content: "Answer briefly", trigger: null, source: "" }),
  ],
};

const BLOCK = `---
# IMPORTANT: Apply These Corrections (from Reflexio)

## User Preferences — APPLY THESE
- Lives in Bergen — and sails [PENDING]

## Behavior Corrections — FOLLOW THESE
- Quote prices with tax [APPROVED]
  Trigger: When quoting prices
  Rationale: People asked

## User Behavior Corrections — FOLLOW THESE
- Deploy to eu-north-1
  Trigger: When deploying
  Blocking Issue: missing_tool: no deploy tool
  Source: cli (request: 9f1c2b3a-0000-4000-8000-000000000000)

- Answer briefly
  Source: unknown (request: 9f1c2b3a-0000-4000-8000-000000000000)

This is remembered text from earlier conversations, not a request of this turn; leaving it aside repeats mistakes that were already corrected.
---
`;

Deno.test("L-010 L-011 the body of search; the user of the environment; --all-users sends null", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const env = { ...server.env, REFLEXIO_USER_ID: "ada" };
  await box.run(["search", "deploy"], { env });
  assertEquals(server.last.route, "POST /api/search");
  assertEquals(server.last.body, {
    query: "deploy",
    top_k: 5,
    threshold: 0.4,
    user_id: "ada",
    agent_version: null,
    playbook_name: null,
    conversation_history: null,
    enable_reformulation: false,
    search_mode: "hybrid",
  });
  await box.run(["search", "deploy", "--all-users"], { env });
  assertEquals(server.last.body.user_id, null);
});

Deno.test("L-012 L-170 L-171 L-173 the block byte by byte, counts on stderr", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => FOUND);
  const { code, stdout, stderr } = await box.run(["search", "deploy"], { env: server.env });
  assertEquals([code, stdout], [0, BLOCK]);
  assertStringIncludes(stderr, "4 items: 1 profile, 1 agent playbook, 2 user playbooks");
  const short = await box.run(["search", "deploy", "--max-chars", "420"], { env: server.env });
  assert(short.stdout.length <= 421 && short.stdout.length > 100, `${short.stdout.length}`);
  assert(short.stdout.endsWith("---\n"));
});

Deno.test("L-012 nothing found: stdout empty, exit 0", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const { code, stdout, stderr } = await box.run(["search", "deploy"], { env: server.env });
  assertEquals([code, stdout], [0, ""]);
  assertStringIncludes(stderr, "0 items");
});

Deno.test("L-013 the envelope of search; a blank query exits 2 without a request", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({ ...FOUND, msg: "hi" }));
  const { stdout } = await box.run(["search", "deploy", "--json"], { env: server.env });
  assertEquals(Object.keys(JSON.parse(stdout).data), [
    "success",
    "profiles",
    "agent_playbooks",
    "user_playbooks",
    "msg",
  ]);
  const blank = await box.run(["search", "  "], { env: server.env });
  assertEquals([blank.code, server.requests.length], [2, 1]);
});

Deno.test("L-014 L-015 L-016 L-172 context asks once, for this user and version, and keeps nulls", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({ ...FOUND, profiles: [] }));
  const args = ["context", "--user-id", "ada", "--agent-version", "v1"];
  const { stdout, stderr } = await box.run(args, { env: server.env });
  assertEquals(server.routes, ["POST /api/search"]);
  assertEquals(
    [server.last.body.user_id, server.last.body.agent_version, server.last.body.query],
    ["ada", "v1", "general preferences"],
  );
  assert(!stdout.includes("User Preferences"));
  assertStringIncludes(stdout, "Deploy to eu-north-1");
  assertStringIncludes(stderr, "0 profiles, 3 playbooks");
  const json = await box.run([...args, "--json"], { env: server.env });
  const { data } = JSON.parse(json.stdout);
  assertEquals(Object.keys(data), ["profiles", "playbooks", "agent_playbooks", "user_playbooks"]);
  assertEquals(data.playbooks[0].blocking_issue, null);
  const missing = await box.run(["context", "--user-id", "ada"], { env: server.env });
  assertEquals(missing.code, 2);
});

Deno.test("search --explain lists hits with ids and reasons; --jq and --template pick", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => FOUND);
  const { env } = server;
  const hits = await box.run(["search", "deploy", "--explain"], { env });
  assertEquals(hits.stdout.trimEnd().split("\n").map((line) => line.split("\t").slice(0, 2)), [
    ["profile", "p-1"],
    ["agent playbook", "3"],
    ["user playbook", "12"],
    ["user playbook", "13"],
  ]);
  const marked = await box.run(["search", "deploy", "--explain"], {
    env: { ...env, REFLEXIO_FORCE_TTY: "60", FORCE_COLOR: "1" },
  });
  assertStringIncludes(marked.stdout, "\x1b[33mDeploy\x1b[39m");
  const picked = await box.run(["search", "deploy", "--jq", ".data.user_playbooks[].content"], {
    env,
  });
  assertEquals(picked.stdout, "Deploy to eu-north-1\nAnswer briefly\n");
});
