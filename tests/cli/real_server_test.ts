import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { serve } from "../../server/mod.ts";
import { Sandbox } from "./command_line.ts";

/** Two people who teach the same rule, and facts. */
const CONVERSATIONS = [
  ["ada", "I live in Bergen.", "Noted."],
  [
    "ada",
    "From now on, always show prices with VAT included.",
    "Understood.",
  ],
  [
    "ben",
    "From now on, always show prices with VAT included.",
    "Understood.",
  ],
] as const;

/** The conversations as JSONL. */
function jsonLines(): string {
  return CONVERSATIONS.map(([user_id, said, answer]) =>
    JSON.stringify({
      user_id,
      interactions: [{ role: "user", content: said }, { role: "assistant", content: answer }],
    })
  ).join("\n");
}

Deno.test("L-177 every line that skills and rules teach exits 0; L-178 the hook's HTTP calls work", async () => {
  await using box = await Sandbox.create();
  await using server = serve({ port: 0, kv: ":memory:" });
  await server.ready;
  const env = { REFLEXIO_URL: server.url };
  await box.write("chats.jsonl", jsonLines());
  const lines = [
    "status check",
    "publish --agent-version agent-v0 --source test --skip-aggregation --force-extraction --file chats.jsonl --wait",
    "search prices",
    "user-profiles list --user-id ada --limit 5",
    "user-playbooks list --user-id ada --limit 5",
    "agent-playbooks aggregate --agent-version agent-v0 --wait",
    "agent-playbooks list --agent-version agent-v0",
    `config set --data {"batch_size":12}`,
    "stats",
    "diff",
    "evaluate",
    "doctor",
    "watch --since 1h --count 1",
  ];
  const outputs: string[] = [];
  for (const line of lines) {
    const { code, stdout, stderr } = await box.run(line.split(" "), { env });
    assertEquals(code, 0, `${line}: ${stderr}`);
    outputs.push(stdout);
  }
  assertStringIncludes(outputs[3] ?? "", "Lives in Bergen");
  assertStringIncludes(outputs[6] ?? "", "VAT");
  const post = async (path: string, body: unknown) => {
    const response = await fetch(server.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "reflexio-openclaw" },
      body: JSON.stringify(body),
    });
    assertEquals(response.status, 200);
    return await response.json();
  };
  await post("/api/publish_interaction", {
    user_id: "ada",
    interaction_data_list: [{ role: "user", content: "hi" }],
  });
  assertEquals((await post("/api/search", { query: "prices", user_id: "ada" })).success, true);
});

Deno.test("show and explain find an item by the first letters of its id and say why it was learnt", async () => {
  await using box = await Sandbox.create();
  await using server = serve({ port: 0, kv: ":memory:" });
  await server.ready;
  const env = { REFLEXIO_URL: server.url };
  await box.run(["publish", "--wait", "-"], { env, stdin: jsonLines() });
  const list = await box.run(["user-profiles", "list", "--fields", "id"], { env });
  const id = list.stdout.trim().slice(0, 8);
  const shown = await box.run(["show", id, "--json"], { env });
  const { data } = JSON.parse(shown.stdout);
  assertEquals([data.kind, data.item.content], ["profile", "Lives in Bergen"]);
  assertEquals(data.history[0].what, "added");
  const why = await box.run(["explain", id], { env });
  assertStringIncludes(why.stdout, "I live in Bergen.");
  assert(/Rule +\S+/.test(why.stdout), why.stdout);
  const dry = await box.run(["explain", "--text", "I live in Oslo now"], { env });
  assertStringIncludes(dry.stdout, "Lives in Oslo");
  const after = await box.run(["user-profiles", "list", "--fields", "content"], { env });
  assertEquals(after.stdout, "Lives in Bergen\n", "a dry run stores nothing");
  assertEquals((await box.run(["explain", "ffffffff"], { env })).code, 1);
});

Deno.test("export, import into an empty server: profiles and rules come back as they were", async () => {
  await using box = await Sandbox.create();
  await using first = serve({ port: 0, kv: ":memory:" });
  await using second = serve({ port: 0, kv: ":memory:" });
  await Promise.all([first.ready, second.ready]);
  const from = { env: { REFLEXIO_URL: first.url } };
  const to = { env: { REFLEXIO_URL: second.url } };
  await box.run(["publish", "--wait", "-"], { ...from, stdin: jsonLines() });
  assertEquals((await box.run(["export", "all.jsonl"], from)).code, 0);
  const dry = await box.run(["import", "all.jsonl", "--dry-run", "--json"], to);
  assertEquals(JSON.parse(dry.stdout).data.counts.profile, 1);
  const done = await box.run(["import", "all.jsonl"], to);
  assertEquals(done.code, 0, done.stderr);
  const [before, after] = await Promise.all(
    [from, to].map((options) => box.run(["export", "--kinds", "profiles"], options)),
  );
  assertEquals(after?.stdout, before?.stdout);
  const rules = async (options: typeof from) =>
    (await box.run([
      "user-playbooks",
      "list",
      "--fields",
      "user_id,trigger,content,request_id,created_at",
    ], options)).stdout
      .split("\n").sort();
  assertEquals(await rules(to), await rules(from));
  const turns = async (options: typeof from) =>
    (await box.run(["interactions", "list", "--fields", "user_id,role,content"], options)).stdout
      .split("\n").sort();
  assertEquals(await turns(to), await turns(from));
  const bad = await box.run(["import", "-"], {
    ...to,
    stdin: `{"kind":"reflexio_export","format":99}\n`,
  });
  assertEquals(bad.code, 2);
});

Deno.test("backup while a server runs, restore elsewhere, kv check is clean; a damaged one is refused", async () => {
  await using box = await Sandbox.create();
  const kv = `${box.home}/live.db`;
  await using server = serve({ port: 0, kv });
  await server.ready;
  const env = { REFLEXIO_URL: server.url };
  await box.run(["publish", "--wait", "-"], { env, stdin: jsonLines() });
  const made = await box.run(["backup", "b.backup", "--kv", kv]);
  assertEquals(made.code, 0, made.stderr);
  assertEquals(
    (await box.run(["backup", "b.backup", "--kv", kv])).code,
    2,
    "never replaced unasked",
  );
  const restored = await box.run(["restore", "b.backup", "--kv", `${box.home}/copy.db`]);
  assertEquals(restored.code, 0, restored.stderr);
  const check = await box.run(["kv", "check", "--kv", `${box.home}/copy.db`, "--json"]);
  assertEquals(check.code, 0, check.stdout + check.stderr);
  const { rows, problems } = JSON.parse(check.stdout).data;
  assertEquals([rows.profile, problems], [1, []]);
  const live = await box.run(["kv", "check", "--json"], { env });
  assertEquals(JSON.parse(live.stdout).data.rows.profile, 1);
  const bytes = await Deno.readFile(`${box.home}/b.backup`);
  const at = bytes.length - 20;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  await Deno.writeFile(`${box.home}/damaged.backup`, bytes);
  const damaged = await box.run(["restore", "damaged.backup", "--kv", `${box.home}/other.db`]);
  assertEquals(damaged.code, 2);
  assert(!box.files().some((path) => path.includes("other.db") || path.endsWith(".restore")));
  assertEquals((await box.run(["kv", "check", "--kv", "absent.db"])).code, 2);
  const path = await box.run(["kv", "path"], { env: { XDG_DATA_HOME: `${box.home}/data` } });
  if (Deno.build.os === "linux") {
    assertEquals(path.stdout, `${box.home}/data/reflexio/reflexio.db\n`);
  }
});

Deno.test("forget leaves nothing of a person", async () => {
  await using box = await Sandbox.create();
  await using server = serve({ port: 0, kv: ":memory:" });
  await server.ready;
  const env = { REFLEXIO_URL: server.url };
  await box.run(["publish", "--wait", "-"], { env, stdin: jsonLines() });
  const { code, stdout, stderr } = await box.run(["forget", "ada", "--yes", "--json"], { env });
  assertEquals(code, 0, stderr);
  const { data } = JSON.parse(stdout);
  assertEquals([data.left, data.removed.requests, data.removed.profiles], [{}, 2, 1]);
  assert(/^[0-9a-f]{64}$/.test(data.signature), "the report is signed");
  const rest = await box.run(["export"], { env });
  assert(!rest.stdout.includes("Bergen"));
  assertStringIncludes(rest.stdout, `"ben"`);
});

Deno.test("demo learns from 60 conversations and says what", async () => {
  await using box = await Sandbox.create();
  const { code, stdout, stderr } = await box.run(["demo"]);
  assertEquals(code, 0, stderr);
  for (
    const part of [
      "Facts about people",
      "Rules for the agent",
      "Three questions",
      "taught by",
      "Timings",
      "Next",
    ]
  ) {
    assertStringIncludes(stdout, part);
  }
  assertStringIncludes(stdout, "Is allergic to peanuts");
  assert(stdout.split("\n").every((line) => line.length <= 80), "80 columns");
  assertEquals(box.files(), []);
});

Deno.test("deleting what is gone says so, a run that finds nothing ends well", async () => {
  await using box = await Sandbox.create();
  await using server = serve({ port: 0, kv: ":memory:" });
  await server.ready;
  const env = { REFLEXIO_URL: server.url };
  await box.run(["user-playbooks", "add", "--content", "Use eu-north-1"], { env });
  const [, id = ""] =
    /^ *(\d+)/m.exec((await box.run(["user-playbooks", "list"], { env })).stdout) ??
      [];
  const first = await box.run(["user-playbooks", "delete", id], { env });
  assertEquals([first.code, first.stderr], [0, `Deleted user playbook ${id}\n`]);
  for (
    const [group, ...more] of [
      ["user-playbooks"],
      ["agent-playbooks"],
      ["interactions", "--user-id", "ada"],
      ["user-profiles", "--user-id", "ada"],
    ]
  ) {
    const again = await box.run([group ?? "", "delete", "4711", ...more], { env });
    assertEquals(again.code, 0, again.stderr);
    assertStringIncludes(again.stderr, "4711");
    assertStringIncludes(again.stderr, "There is no ");
  }
  const none = await box.run(["user-playbooks", "regenerate", "--agent-version", "x", "--wait"], {
    env,
  });
  assertEquals(none.code, 0, none.stderr);
  assertStringIncludes(none.stderr, "Nothing new is there to promote");
});

Deno.test("context without a query gives what is newest, stats say when nothing was judged", async () => {
  await using box = await Sandbox.create();
  await using server = serve({ port: 0, kv: ":memory:" });
  await server.ready;
  const env = { REFLEXIO_URL: server.url };
  const args = ["context", "--user-id", "ada", "--agent-version", "agent-v0"];
  const empty = await box.run(args, { env });
  assertEquals([empty.code, empty.stdout], [0, ""]);
  assertStringIncludes(empty.stderr, "nothing is known of ada and agent-v0 yet");
  await box.run(["publish", "--wait", "-"], { env, stdin: jsonLines() });
  const newest = await box.run(args, { env });
  assertStringIncludes(newest.stdout, "Lives in Bergen");
  const far = await box.run([...args, "--query", "zebra crossings"], { env });
  assertStringIncludes(far.stderr, "leave --query out");
  const turns = await box.run(["interactions", "list", "--user-id", "ada", "--json"], { env });
  const rows: { request_id: string; content: string }[] = JSON.parse(turns.stdout).data;
  const request = rows.find(({ content }) => content === "I live in Bergen.")?.request_id;
  const shown = await box.run(["show", request?.slice(0, 8) ?? ""], { env });
  assert(/Learnt from it\n.*Lives in Bergen/.test(shown.stdout), shown.stdout);
  const { stdout } = await box.run(["stats", "--days", "7"], { env });
  assert(/^Last 7 days, each bar a day\nInteractions .* ▁{6}█\n/.test(stdout), stdout);
  assertStringIncludes(stdout, "Success %          –  none judged");
});
