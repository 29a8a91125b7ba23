import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { displayWidth } from "../../cli/render/width.ts";
import {
  agentPlaybook,
  interaction,
  profile,
  Recorder,
  Sandbox,
  userPlaybook,
} from "./command_line.ts";

const NOW = Math.floor(Date.now() / 1_000);

Deno.test("L-070 profile blocks: number, whole content, facts below", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({
    success: true,
    user_profiles: [
      profile({
        content: "x".repeat(200),
        status: "archived",
        last_modified_timestamp: NOW - 7_300,
      }),
    ],
  }));
  const { stdout } = await box.run(["user-profiles", "list", "--long"], { env: server.env });
  assertEquals(
    stdout,
    `[1] ${"x".repeat(200)}\n    source: cli · 2h ago · [ARCHIVED] · user: ada · id: p-1\n`,
  );
});

Deno.test("L-071 panels by request, oldest first, turns by time", async () => {
  await using box = await Sandbox.create();
  const turns = [
    interaction({
      interaction_id: 4,
      request_id: "bbbbbbbb-1",
      created_at: NOW - 10,
      role: "assistant",
      content: "Second",
    }),
    interaction({
      interaction_id: 3,
      request_id: "bbbbbbbb-1",
      created_at: NOW - 10,
      content: "First",
    }),
    interaction({
      interaction_id: 1,
      request_id: "aaaaaaaa-1",
      created_at: NOW - 7_200,
      content: "Old",
    }),
  ];
  await using server = new Recorder(() => ({ success: true, interactions: turns }));
  const { stdout } = await box.run(["interactions", "list", "--long"], { env: server.env });
  assertEquals(
    stdout.split("\n").map((line) => line.trimEnd()),
    [
      "req: aaaaaaaa · 2h ago · 1 turn",
      "1 User       Old",
      "",
      "req: bbbbbbbb · 10s ago · 2 turns",
      "3 User       First",
      "4 Assistant  Second",
      "",
    ].map((line) => line.replace(/\d+s ago/, stdout.match(/\d+s ago/)?.[0] ?? "")),
  );
});

Deno.test("L-072 L-073 L-080 playbook panels with tags, obstacles and one v", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(({ route }) =>
    route.includes("agent")
      ? { success: true, agent_playbooks: [agentPlaybook({ status: "archived" })] }
      : {
        success: true,
        user_playbooks: [userPlaybook({
          status: "pending",
          rationale: "Said so",
          blocking_issue: { kind: "permission_denied", details: "no rights" },
        })],
      }
  );
  const user = await box.run(["user-playbooks", "list", "--long"], { env: server.env });
  assertStringIncludes(user.stdout, "[1] id 12 [PENDING]\nDeploy to eu-north-1\n");
  assertStringIncludes(user.stdout, "Blocking Issue  permission_denied: no rights");
  assertStringIncludes(user.stdout, "source: cli · request: 9f1c2b3a · user: ada");
  const agent = await box.run(["agent-playbooks", "list", "--long"], { env: server.env });
  assertStringIncludes(agent.stdout, "[1] id 3 [APPROVED] [ARCHIVED]");
  assertStringIncludes(agent.stdout, "default_playbook_extractor · v1 · 1m ago");
  assert(!agent.stdout.includes("vv1"));
});

Deno.test("L-038 a pipe gets no escape codes, no boxes, no wrapping; NO_COLOR keeps weights only", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({
    success: true,
    user_playbooks: [userPlaybook({ content: "word ".repeat(60).trim(), status: "pending" })],
  }));
  const piped = await box.run(["user-playbooks", "list"], { env: server.env });
  assert(!["\x1b", "╭", "│", "─"].some((part) => `${piped.stdout}${piped.stderr}`.includes(part)));
  assertEquals(piped.stdout.trimEnd().split("\n").length, 1);
  const terminal = { ...server.env, REFLEXIO_FORCE_TTY: "60", FORCE_COLOR: "1" };
  const coloured = await box.run(["user-playbooks", "list", "--long"], { env: terminal });
  assert(coloured.stdout.includes("\x1b[33m"), "colours");
  const plain = await box.run(["user-playbooks", "list", "--long"], {
    env: { ...terminal, NO_COLOR: "1" },
  });
  assert(!plain.stdout.includes("\x1b[3"), "no colours");
  assert(plain.stdout.includes("\x1b[1m"), "but weights");
  const dumb = await box.run(["user-playbooks", "list"], {
    env: { ...server.env, REFLEXIO_FORCE_TTY: "60", TERM: "dumb" },
  });
  assert(!dumb.stdout.includes("\x1b"));
});

Deno.test("tables fit 40, 80 and 120 columns, wide characters included", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({
    success: true,
    user_profiles: [
      profile({ content: "住在台北,喜欢喝茶和写程序,每天早上七点起床去跑步", user_id: "美玲" }),
      profile({
        profile_id: "p-2",
        content: "Has a cat 🐈 called Yuzu, and a very long text that must be cut somewhere",
      }),
    ],
  }));
  for (const columns of [40, 80, 120]) {
    const { stdout } = await box.run(["user-profiles", "list"], {
      env: { ...server.env, REFLEXIO_FORCE_TTY: `${columns}` },
    });
    const lines = stdout.trimEnd().split("\n");
    assertEquals(lines.length, 3);
    for (const line of lines) assert(displayWidth(line) <= columns, `${columns}: ${line}`);
    const starts = lines.map((line) => displayWidth(line.slice(0, line.indexOf("  "))));
    assert(starts.every((cells) => cells <= 3), "ids keep their column");
  }
});

Deno.test("L-035 the envelope keeps letters, drops nulls of models and keeps those of maps", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(({ route }) =>
    route.includes("whoami")
      ? { success: true, org_id: "Jörg", a: { b: null }, storage_configured: true, message: "" }
      : { success: true, user_profiles: [profile({ content: "Wohnt in Köln", status: null })] }
  );
  const list = await box.run(["user-profiles", "list", "--json"], { env: server.env });
  assertStringIncludes(list.stdout, "Wohnt in Köln");
  assert(!("status" in JSON.parse(list.stdout).data[0]));
  assert(list.stdout.startsWith('{\n  "ok": true,\n  "data": ['));
  assert(list.stdout.endsWith("}\n"));
  const api = await box.run(["api", "GET", "/api/whoami", "--json"], { env: server.env });
  assertEquals(JSON.parse(api.stdout).data.a, { b: null });
});

Deno.test("--fields, --json=fields, --format jsonl and md, --template", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({
    success: true,
    user_profiles: [profile(), profile({ profile_id: "p-2", content: "Sails | rows" })],
  }));
  const run = async (...args: string[]) =>
    (await box.run(["user-profiles", "list", ...args], { env: server.env })).stdout;
  assertEquals(JSON.parse(await run("--json=id,content")).data[0], {
    id: "p-1",
    content: "Lives in Bergen",
  });
  assertEquals(await run("--fields", "id,user_id"), "p-1\tada\np-2\tada\n");
  assertEquals((await run("--format", "jsonl")).trimEnd().split("\n").length, 2);
  assertEquals(
    await run("--format", "md", "--fields", "id,content"),
    "| id | content |\n| --- | --- |\n| p-1 | Lives in Bergen |\n| p-2 | Sails \\| rows |\n",
  );
  assertEquals(
    await run("--template", "{id}: {content}"),
    "p-1: Lives in Bergen\np-2: Sails | rows\n",
  );
});

Deno.test("--fields says when a name is probably misspelt, never when a field may be empty", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({ success: true, user_profiles: [profile({})] }));
  const run = (fields: string) =>
    box.run(["user-profiles", "list", "--fields", fields], { env: server.env });
  const [wrong, right] = await Promise.all([run("id,contnt"), run("id,content,custom_features.x")]);
  assertStringIncludes(wrong.stderr, "No record has the field contnt: did you mean content?");
  assertEquals(wrong.code, 0);
  assert(!right.stderr.includes("Warning"), right.stderr);
});
