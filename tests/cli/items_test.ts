import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import {
  agentPlaybook,
  type Answerer,
  deadUrl,
  interaction,
  profile,
  Recorder,
  Sandbox,
  userPlaybook,
} from "./command_line.ts";

/** Answers every list with one item. */
const ONE: Answerer = ({ route }) => {
  if (/interactions/.test(route)) return { success: true, interactions: [interaction()] };
  if (/profiles/.test(route)) return { success: true, user_profiles: [profile()] };
  if (/user_playbooks/.test(route)) return { success: true, user_playbooks: [userPlaybook()] };
  if (/agent_playbooks/.test(route)) return { success: true, agent_playbooks: [agentPlaybook()] };
};

/** Answers that nothing worked. */
const REFUSAL: Answerer = () => ({ success: false, message: "no", deleted_count: 0 });

Deno.test("L-017 lists without a user ask for everybody; a search without one is a plain usage error", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(ONE);
  const { env } = server;
  assertEquals((await box.run(["interactions", "list"], { env })).code, 0);
  assertEquals(server.last.route, "GET /api/get_all_interactions?limit=21");
  const search = await box.run(["interactions", "search", "x"], { env });
  assertEquals([search.code, server.requests.length], [2, 1]);
  assertMatch(search.stderr, /^Error: Missing --user-id\nHint: /);
  await box.run(["interactions", "list", "--user-id", "ada", "--limit", "3"], { env });
  assertEquals(server.last.body.top_k, 4);
});

Deno.test("L-002 L-018 ids as words; a bad id exits 2; a refused delete exits 1", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(REFUSAL);
  const { env } = server;
  const bad = await box.run(["interactions", "delete", "x", "--user-id", "ada"], { env });
  assertEquals([bad.code, server.requests.length], [2, 0]);
  const refused = await box.run(["interactions", "delete", "7", "--user-id", "ada"], { env });
  assertEquals(refused.code, 1);
  assertEquals(server.last.body, { user_id: "ada", interaction_id: 7 });
  for (const group of ["user-playbooks", "agent-playbooks"]) {
    const { code } = await box.run([group, "delete", "5"], { env });
    assertEquals(code, 1, group);
    assertEquals((await box.run([group, "delete", "--playbook-id", "x"], { env })).code, 2);
  }
  await box.run(["agent-playbooks", "update-status", "3", "approved"], { env });
  assertEquals(server.last.body, { agent_playbook_id: 3, playbook_status: "approved" });
});

Deno.test("L-019 delete-all asks on stderr: no answer and no send nothing, yes and -y send one", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const { env } = server;
  for (const group of ["interactions", "user-profiles", "user-playbooks", "agent-playbooks"]) {
    const before = server.requests.length;
    const no = await box.run([group, "delete-all"], { env, stdin: "n\n" });
    const eof = await box.run([group, "delete-all"], { env });
    assertEquals([no.code, eof.code, server.requests.length], [1, 1, before]);
    assertEquals(no.stdout, "");
    assertStringIncludes(eof.stderr, "--yes");
    const yes = await box.run([group, "delete-all"], { env, stdin: "y\n" });
    const flag = await box.run([group, "delete-all", "-y"], { env });
    assertEquals([yes.code, flag.code, server.requests.length], [0, 0, before + 2]);
    assertMatch(server.last.route, /^DELETE \/api\/delete_all_/);
    assertEquals(server.last.hasBody, false);
  }
});

Deno.test("L-020 L-021 L-024 status words become the states of the wire", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(ONE);
  const env = { ...server.env, REFLEXIO_USER_ID: "ada" };
  await box.run(["user-profiles", "list", "--status", "current"], { env });
  assertEquals(server.last.route, "GET /api/get_all_profiles?limit=21&status_filter=current");
  await box.run(["user-profiles", "list", "--user-id", "b", "--status", "current"], { env });
  assertEquals(server.last.body.status_filter, [null]);
  await box.run(["user-playbooks", "list", "--status", "current"], { env });
  assertEquals(server.last.body.status_filter, [null]);
  await box.run(["user-playbooks", "list", "--status", "archived"], { env });
  assertEquals(server.last.body.status_filter, ["archived"]);
  const bad = await box.run(["user-playbooks", "list", "--status", "archive"], { env });
  assertEquals(bad.code, 2);
  assertStringIncludes(bad.stderr, "Did you mean archived?");
});

Deno.test("L-022 L-002 user-profiles delete with and without an id; the owner is found", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(({ route }) =>
    route.startsWith("GET") ? { success: true, user_profiles: [profile()] } : undefined
  );
  const { env } = server;
  await box.run(["user-profiles", "delete", "--user-id", "ada"], { env });
  assertEquals(server.last.body, { user_id: "ada", profile_id: "", search_query: "" });
  await box.run(["user-profiles", "delete", "p-1"], { env });
  assertEquals([server.last.body.user_id, server.last.body.profile_id], ["ada", "p-1"]);
});

Deno.test("L-002 L-027 add takes flags, --data and owners", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const { env } = server;
  await box.run(["user-profiles", "add", "--user-id", "ada", "--content", "Sails"], { env });
  const [added] = server.last.body.user_profiles as Record<string, unknown>[];
  assertMatch(String(added?.profile_id), /^cli-[0-9a-f]{12}$/);
  assertEquals([added?.source, added?.generated_from_request_id, added?.profile_time_to_live], [
    "cli-manual",
    "cli-manual",
    "infinity",
  ]);
  await box.run(["user-profiles", "add", "--user-id", "ada", "--data", `{"content":"Rows"}`], {
    env,
  });
  assertEquals((server.last.body.user_profiles as Record<string, unknown>[])[0]?.content, "Rows");
  await box.run(["user-playbooks", "add", "--user-id", "ada", "--content", "c", "--trigger", "t"], {
    env,
  });
  const [rule] = server.last.body.user_playbooks as Record<string, unknown>[];
  assertEquals(
    [
      rule?.user_id,
      rule?.content,
      rule?.trigger,
      rule?.playbook_name,
      rule?.agent_version,
      rule?.request_id,
    ],
    ["ada", "c", "t", "agent_corrections", "cli", "cli-manual"],
  );
  await box.run(["agent-playbooks", "add", "--agent-version", "v2", "--content", "c"], { env });
  const [agent] = server.last.body.agent_playbooks as Record<string, unknown>[];
  assertEquals([agent?.playbook_status, agent?.playbook_metadata], [
    "pending",
    '{"source": "cli-manual"}',
  ]);
});

Deno.test("L-025 L-028 updates need a change; refusals exit 1 in both forms; words are checked first", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(REFUSAL);
  const { env } = server;
  for (const group of ["user-playbooks", "agent-playbooks"]) {
    const nothing = await box.run([group, "update", "--playbook-id", "4"], { env });
    assertEquals([nothing.code, server.requests.length], [2, 0], nothing.stderr);
  }
  const word = await box.run([
    "agent-playbooks",
    "update-status",
    "--playbook-id",
    "3",
    "--status",
    "ok",
  ], { env });
  assertEquals([word.code, server.requests.length], [2, 0]);
  const args = ["user-playbooks", "update", "--playbook-id", "4", "--content", "new"];
  const human = await box.run(args, { env });
  const json = await box.run([...args, "--json"], { env });
  assertEquals([human.code, json.code], [1, 1]);
  assertMatch(human.stderr, /^Error: Cannot update user playbook 4: no/);
  assertEquals(JSON.parse(json.stdout).ok, false);
});

Deno.test("L-023 regenerate: a dead server exits 4, a failed run exits 1 and promotes nothing", async () => {
  await using box = await Sandbox.create();
  const dead = await box.run(["user-profiles", "regenerate", "--user-id", "a"], {
    env: { REFLEXIO_URL: deadUrl() },
  });
  assertEquals(dead.code, 4);
  const now = Math.floor(Date.now() / 1_000);
  let hasStarted = false;
  await using server = new Recorder(({ route }) => {
    if (route.startsWith("POST /api/rerun")) {
      hasStarted = true;
      return undefined;
    }
    if (!route.includes("operation_status")) return undefined;
    if (!hasStarted) return { success: false };
    return {
      success: true,
      operation_status: operation({
        status: "failed",
        started_at: now + 5,
        error_message: "model down",
      }),
    };
  });
  const failed = await box.run(["user-profiles", "regenerate", "--user-id", "a", "--wait"], {
    env: server.env,
  });
  assertEquals(failed.code, 1, failed.stderr);
  assertStringIncludes(failed.stderr, "model down");
  assert(!server.routes.some((route) => route.includes("upgrade")));
});

Deno.test("L-026 waiting for playbooks looks at playbook_generation and promotes afterwards", async () => {
  await using box = await Sandbox.create();
  let hasStarted = false;
  await using server = new Recorder(({ route }) => {
    if (route.startsWith("POST /api/rerun")) {
      hasStarted = true;
      return { success: true, operation_id: "rerun_playbook_generation" };
    }
    if (!route.includes("operation_status")) return undefined;
    return hasStarted
      ? {
        success: true,
        operation_status: operation({ started_at: Math.floor(Date.now() / 1_000) + 5 }),
      }
      : { success: false };
  });
  const { code, stderr } = await box.run(
    ["user-playbooks", "regenerate", "--agent-version", "v1", "--wait"],
    { env: server.env },
  );
  assertEquals(code, 0, stderr);
  assert(server.routes.includes("GET /api/get_operation_status?service_name=playbook_generation"));
  assertEquals(server.last.route, "POST /api/upgrade_all_user_playbooks");
  assertEquals(server.last.body, {
    agent_version: "v1",
    playbook_name: null,
    archive_current: true,
  });
  assertStringIncludes(stderr, "1 person, 2 items learnt");
});

/** State of a run. */
function operation(more: Record<string, unknown>): Record<string, unknown> {
  return {
    service_name: "playbook_generation",
    status: "completed",
    total_users: 1,
    processed_users: 1,
    failed_users: 0,
    processed_user_ids: ["a"],
    failed_user_ids: [],
    request_params: {},
    stats: { total_generated: 2 },
    progress_percentage: 100,
    ...more,
  };
}

Deno.test("L-029 aggregate finds name and versions; one failure exits 1 and the rest is done", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(({ route, body }) => {
    if (route === "GET /api/get_config") {
      return {
        storage_config: null,
        user_playbook_extractor_configs: [{ extractor_name: "rules" }],
      };
    }
    if (route === "POST /api/get_user_playbooks") {
      return {
        success: true,
        user_playbooks: [
          userPlaybook({ agent_version: "v2" }),
          userPlaybook({ agent_version: "v1" }),
        ],
      };
    }
    if (route === "POST /api/run_playbook_aggregation" && body.agent_version === "v1") {
      return Response.json({ detail: "broken" }, { status: 500 });
    }
  });
  const { code, stderr } = await box.run(["agent-playbooks", "aggregate"], { env: server.env });
  assertEquals(code, 1);
  assertStringIncludes(stderr, "broken");
  const runs = server.requests.filter(({ route }) => route.includes("run_playbook_aggregation"));
  assertEquals(runs.map(({ body }) => [body.agent_version, body.playbook_name]), [
    ["v1", "rules"],
    ["v2", "rules"],
  ]);
});

Deno.test("L-036 a list knows whether there is more", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({
    success: true,
    user_profiles: [profile(), profile({ profile_id: "p-2" }), profile({ profile_id: "p-3" })],
  }));
  const run = async (limit: string) =>
    JSON.parse(
      (await box.run(["user-profiles", "list", "--limit", limit, "--json"], { env: server.env }))
        .stdout,
    );
  assertEquals((await run("2")).meta, { count: 2, limit: 2, has_more: true });
  assertEquals((await run("3")).meta, { count: 3, limit: 3, has_more: false });
});

Deno.test("L-079 lists show ids on a pipe; an empty list leaves stdout empty", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(ONE);
  for (
    const [group, id] of [
      ["interactions", "1"],
      ["user-profiles", "p-1"],
      ["user-playbooks", "12"],
      ["agent-playbooks", "3"],
    ] as const
  ) {
    const { stdout } = await box.run([group, "list"], { env: server.env });
    assertEquals(stdout.split("\t")[0], id, group);
    assertEquals(stdout.trimEnd().split("\n").length, 1);
  }
  await using empty = new Recorder();
  const { code, stdout, stderr } = await box.run(["user-profiles", "list"], { env: empty.env });
  assertEquals([code, stdout, stderr], [0, "", "0 profiles\n"]);
});

Deno.test("approve and reject change states by id; forget works with servers that have no verb for it", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(({ route }) => {
    if (route === "POST /api/get_profiles") return { success: true, user_profiles: [profile()] };
    if (route === "POST /api/get_user_playbooks") {
      return { success: true, user_playbooks: [userPlaybook()] };
    }
    if (route === "POST /api/forget_user") {
      return Response.json({ detail: "Not Found" }, { status: 404 });
    }
  });
  const { env } = server;
  await box.run(["approve", "3", "4"], { env });
  await box.run(["reject", "5"], { env });
  assertEquals(server.requests.map(({ body }) => [body.agent_playbook_id, body.playbook_status]), [
    [3, "approved"],
    [4, "approved"],
    [5, "rejected"],
  ]);
  const plan = await box.run(["forget", "ada", "--json"], { env });
  assertEquals(JSON.parse(plan.stdout).data.dry_run, true);
  assert(!server.routes.some((route) => route.startsWith("DELETE")));
  await box.run(["forget", "ada", "--yes"], { env });
  assertEquals(server.routes.filter((route) => route.startsWith("DELETE")), [
    "DELETE /api/delete_profiles_by_ids",
    "DELETE /api/delete_user_playbooks_by_ids",
  ]);
});
