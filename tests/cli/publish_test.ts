import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { Recorder, Sandbox } from "./command_line.ts";

const TURN = { role: "user", content: "I live in Bergen" };

/** A payload line for a user. */
function payload(userId: string, more: Record<string, unknown> = {}): string {
  return JSON.stringify({ user_id: userId, interactions: [TURN], ...more });
}

Deno.test("L-003 L-004 publish and interactions publish send equal bodies with every turn field", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const flags = [
    "--user-id",
    "ada",
    "--user-message",
    "hi",
    "--agent-response",
    "",
    "--session-id",
    "s1",
  ];
  const [short, long] = await Promise.all([
    box.run(["publish", ...flags], { env: server.env }),
    box.run(["interactions", "publish", ...flags], { env: server.env }),
  ]);
  assertEquals([short.code, long.code], [0, 0]);
  assertEquals(server.routes, Array(2).fill("POST /api/publish_interaction"));
  const [first, second] = server.requests.map(({ body }) => body);
  const withoutTimes = (body: unknown) => JSON.stringify(body).replaceAll(/"created_at":\d+/g, "");
  assertEquals(withoutTimes(first), withoutTimes(second));
  assertEquals(first?.user_id, "ada");
  assertEquals(first?.source, "cli");
  assertEquals(first?.agent_version, "agent-v0");
  assertEquals(first?.session_id, "s1");
  assertEquals(first?.skip_aggregation, false);
  assertEquals(first?.force_extraction, false);
  const turns = first?.interaction_data_list as Record<string, unknown>[];
  assertEquals(turns.map(({ role, content }) => [role, content]), [["user", "hi"], [
    "assistant",
    "",
  ]]);
  for (const field of ["created_at", "shadow_content", "user_action", "tools_used"]) {
    assert(turns[0] && field in turns[0], field);
  }
});

Deno.test("L-004 the waiting query is sent with --wait only", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  await box.run(["publish", "--wait", "--data", payload("ada")], { env: server.env });
  assertEquals(server.last.route, "POST /api/publish_interaction?wait_for_response=true");
});

Deno.test("L-005 L-009 notes go to stderr, name the user of the environment, warnings stay short", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({
    success: true,
    message: "odd\nnews",
    warnings: ["w".repeat(400)],
    request_id: "r-1",
    storage_type: "kv",
    storage_label: "memory.db",
    profiles_added: 2,
    playbooks_added: 0,
  }));
  const { code, stdout, stderr } = await box.run(
    ["publish", "--data", JSON.stringify({ interactions: [TURN] })],
    { env: { ...server.env, REFLEXIO_USER_ID: "ada" } },
  );
  assertEquals([code, stdout], [0, ""]);
  assertStringIncludes(stderr, "server-async");
  assertStringIncludes(stderr, "Published for ada: odd news");
  assertStringIncludes(stderr, "kv → memory.db");
  assertStringIncludes(stderr, "profiles added: 2");
  assertStringIncludes(stderr, "request: r-1");
  const warning = stderr.split("\n").find((line) => line.includes("warning:")) ?? "";
  assert(warning.trim().length <= 240 + "warning: ".length && warning.endsWith("…"), warning);
});

Deno.test("L-006 a usage error comes before any note", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const { code, stderr } = await box.run(["publish", "--user-id", "ada"], { env: server.env });
  assertEquals([code, server.requests.length], [2, 0]);
  assertMatch(stderr, /^Error: /);
});

Deno.test("L-007 one payload is an envelope, several are envelopes on lines", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const one = await box.run(["publish", "--json", "--data", payload("ada")], { env: server.env });
  assertEquals(JSON.parse(one.stdout).data.success, true);
  const three = await box.run(
    ["publish", "--json", "--data", `[${payload("a")},${payload("b")},${payload("c")}]`],
    { env: server.env },
  );
  const lines = three.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assertEquals(lines.map(({ meta }) => meta.index), [0, 1, 2]);
  assertStringIncludes(three.stderr, "3 of 3 payloads published");
});

Deno.test("L-008 success false keeps the data under ok false and exits 1; the compat switch gives 0", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({ success: false, message: "full" }));
  const args = ["publish", "--json", "--data", payload("ada")];
  const failed = await box.run(args, { env: server.env });
  assertEquals(failed.code, 1);
  assertEquals(JSON.parse(failed.stdout), {
    ok: false,
    data: { success: false, message: "full", warnings: [] },
  });
  const { error } = JSON.parse(failed.stderr.slice(failed.stderr.indexOf("{\n")));
  assertEquals([error.type, error.code], ["api", "refused"]);
  const compat = await box.run(args, { env: { ...server.env, REFLEXIO_COMPAT: "python" } });
  assertEquals(compat.code, 0);
});

Deno.test("L-030 the first input in order is used and the others are named", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const { code, stderr } = await box.run(
    ["publish", "--data", payload("from-data"), "--file", "absent.json", "--stdin"],
    { env: server.env },
  );
  assertEquals(code, 0);
  assertEquals(server.last.body.user_id, "from-data");
  assertStringIncludes(stderr, "--data is used; ignored: --file, --stdin");
});

Deno.test("L-061 L-063 L-064 L-065 wrong inputs exit 2 and send nothing", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const cases: [string[], RegExp][] = [
    [["--user-message", "hi"], /agent-response/],
    [["--data", "3"], /no payload/],
    [["--data", `"text"`], /no payload/],
    [["--data", "  "], /blank/],
    [["--data", `[${payload("a")}, 1]`], /payload 2/],
    [["--data", `{"user_id": "a"}`], /interactions/],
    [["--data", `{"interactions": []}`], /interactions/],
    [["--data", `{"interactions": [{"content": 3}]}`], /content is a number/],
    [["--data", `${payload("a")}\nnot json\n`], /Line 2/],
    [["--data", `${payload("a")}\n7\n`], /Line 2/],
  ];
  const runs = await Promise.all(
    cases.map(([args]) => box.run(["publish", "--user-id", "u", ...args], { env: server.env })),
  );
  for (const [index, { code, stderr }] of runs.entries()) {
    assertEquals(code, 2, stderr);
    assertMatch(stderr, cases[index]?.[1] ?? /$^/);
  }
  assertEquals(server.requests, []);
});

Deno.test("L-062 L-064 L-065 objects, lists, JSONL, both names of the turns, the default role", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const { env } = server;
  const empty = await box.run(["publish", "--data", "[]"], { env });
  assertEquals([empty.code, server.requests.length], [0, 0]);
  await box.run([
    "publish",
    "--data",
    `{"user_id":"a","interaction_data_list":[{"content":"x","odd":1}]}`,
  ], { env });
  const [turn] = server.last.body.interaction_data_list as Record<string, unknown>[];
  assertEquals([turn?.role, turn?.content, turn?.odd], ["User", "x", undefined]);
  await box.run(["publish", "-"], { env, stdin: `${payload("b")}\n\n${payload("c")}\n` });
  assertEquals(server.requests.map(({ body }) => body.user_id), ["a", "b", "c"]);
});

Deno.test("L-050 L-052 payload, flag, environment: the first that is there wins, null included", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const run = (data: string, flags: string[], env: Record<string, string>) =>
    box.run(["publish", "--data", data, ...flags], { env: { ...server.env, ...env } });
  await run(payload("p", { source: null, agent_version: "pv" }), [
    "--user-id",
    "f",
    "--source",
    "s",
  ], {
    REFLEXIO_USER_ID: "e",
  });
  assertEquals([server.last.body.user_id, server.last.body.agent_version], ["p", "pv"]);
  assert(!server.last.body.source, "the payload's null wins over --source");
  const bare = JSON.stringify({ interactions: [TURN] });
  await run(bare, ["--user-id", "f"], { REFLEXIO_USER_ID: "e", REFLEXIO_AGENT_VERSION: "ev" });
  assertEquals([server.last.body.user_id, server.last.body.agent_version], ["f", "ev"]);
  await run(bare, [], { REFLEXIO_USER_ID: "e" });
  assertEquals(server.last.body.user_id, "e");
  const none = await run(bare, [], { REFLEXIO_USER_ID: "" });
  assertEquals(none.code, 2);
});

Deno.test("L-066 a wrong third line sends none", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const path = await box.write("in.jsonl", `${payload("a")}\n${payload("b")}\n{"user_id":"c"}\n`);
  const { code, stderr } = await box.run(["publish", path], { env: server.env });
  assertEquals([code, server.requests.length], [2, 0]);
  assertStringIncludes(stderr, "Line 3");
});

Deno.test("L-067 absent files and folders exit 2; a dash is stdin in both forms", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const { env } = server;
  const absent = await box.run(["publish", "--data", "@nowhere.json"], { env });
  const folder = await box.run(["publish", "--file", "."], { env });
  assertEquals([absent.code, folder.code], [2, 2]);
  assertStringIncludes(folder.stderr, "folder");
  await box.run(["publish", "--data", "@-"], { env, stdin: payload("x") });
  await box.run(["publish", "--file", "-"], { env, stdin: payload("y") });
  assertEquals(server.requests.map(({ body }) => body.user_id), ["x", "y"]);
});

Deno.test("publish recognises message lists and exports of chat tools", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const exports: unknown[] = [
    [{ role: "user", content: "Hello" }, {
      role: "assistant",
      content: null,
      tool_calls: [{
        type: "function",
        function: { name: "deploy", arguments: '{"region":"eu"}' },
      }],
    }],
    { system: "Be brief", messages: [{ role: "user", content: [{ type: "text", text: "Hi" }] }] },
    [{
      title: "T",
      conversation_id: "c1",
      current_node: "b",
      mapping: {
        r: { parent: null, children: ["a"] },
        a: {
          parent: "r",
          children: ["b"],
          message: { author: { role: "user" }, content: { parts: ["Question"] } },
        },
        b: {
          parent: "a",
          children: [],
          message: { author: { role: "assistant" }, content: { parts: ["Answer"] } },
        },
      },
    }],
    {
      run_type: "chain",
      trace_id: "t1",
      inputs: { messages: [[{ id: ["x", "HumanMessage"], kwargs: { content: "Ask" } }]] },
      outputs: { output: "Reply" },
      extra: { metadata: { user_id: "smith" } },
    },
    {
      id: "l1",
      userId: "fuse",
      sessionId: "s9",
      input: "Why?",
      output: { role: "assistant", content: "So" },
    },
  ];
  for (const value of exports) {
    const { code, stderr } = await box.run(
      ["publish", "--user-id", "me", "--data", JSON.stringify(value)],
      { env: server.env },
    );
    assertEquals(code, 0, stderr);
  }
  const seen = server.requests.map(({ body }) => ({
    user: body.user_id,
    session: body.session_id ?? null,
    turns: (body.interaction_data_list as Record<string, unknown>[])
      .map(({ role, content }) => `${role}: ${content}`),
  }));
  assertEquals(seen, [
    { user: "me", session: null, turns: ["user: Hello", "assistant: (tool call)"] },
    { user: "me", session: null, turns: ["system: Be brief", "user: Hi"] },
    { user: "me", session: "c1", turns: ["user: Question", "assistant: Answer"] },
    { user: "smith", session: "t1", turns: ["user: Ask", "assistant: Reply"] },
    { user: "fuse", session: "s9", turns: ["user: Why?", "assistant: So"] },
  ]);
});
