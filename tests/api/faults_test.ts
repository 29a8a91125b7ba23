import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { type EndpointName, routeOf } from "../../client/contract/mod.ts";
import { EXAMPLE_BODIES } from "../../server/validate/examples.ts";
import { type ApiServer, startApi } from "./api_server.ts";
import { answerFaults } from "./contract_schema.ts";
import { teach } from "./seed.ts";

/** What a broken disk says, with a path that must not travel. */
const CAUSE = "database or disk is full: /secret/place/data.db near SELECT";

/** A database whose reads and commits fail while `isBroken` is set. */
interface BreakableKv {
  readonly kv: Deno.Kv;
  isBroken: boolean;
}

/** What does not touch the storage, and so never fails with it. */
const SAFE: readonly (string | symbol)[] = ["close", "atomic", "commitVersionstamp"];

/** Wraps a database in memory. */
async function openBreakable(): Promise<BreakableKv> {
  const real = await Deno.openKv(":memory:");
  const state: BreakableKv = { kv: real, isBroken: false };
  const guarded = (target: object, name: string | symbol) => {
    const value: unknown = Reflect.get(target, name, target);
    return typeof value !== "function" ? value : (...args: unknown[]) => {
      if (!state.isBroken || SAFE.includes(name)) {
        return value.apply(target, args);
      }
      return Promise.reject(new Error(CAUSE));
    };
  };
  const transaction = (tx: Deno.AtomicOperation): Deno.AtomicOperation =>
    new Proxy(tx, {
      get(target, name, self) {
        if (name === "commit") return guarded(target, name);
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          value.apply(target, args);
          return self;
        };
      },
    });
  const kv = new Proxy(real, {
    get(target, name) {
      if (name === "atomic") return () => transaction(target.atomic());
      if (name === "list") {
        return (...args: Parameters<Deno.Kv["list"]>) => {
          if (state.isBroken) throw new Error(CAUSE);
          return target.list(...args);
        };
      }
      return guarded(target, name);
    },
  });
  return Object.assign(state, { kv });
}

/** Runs a check against a server whose database then fails. */
async function withBroken(check: (api: ApiServer) => Promise<void>): Promise<void> {
  const database = await openBreakable();
  await using api = await startApi({ database: database.kv, runsJobs: true });
  await teach(api, "ada", { session: "deploy-42" });
  await api.drain();
  database.isBroken = true;
  try {
    await check(api);
  } finally {
    database.isBroken = false;
  }
}

/** Calls an endpoint with its example. */
async function call(api: ApiServer, name: EndpointName, query = "") {
  const { method, path } = routeOf(name);
  const body = (EXAMPLE_BODIES as Readonly<Record<string, unknown>>)[name];
  return await api.send(method, path + query, body === undefined ? {} : { body });
}

/** Routes that say it inside a 200, with the key of the text and what it holds. */
const IN_ANSWER: Readonly<Partial<Record<EndpointName, readonly [string, string]>>> = {
  add_user_profile: ["message", "Storage"],
  add_user_playbook: ["message", "Storage"],
  add_agent_playbook: ["message", "Storage"],
  search_user_playbooks: ["msg", "Storage"],
  search_agent_playbooks: ["msg", "Storage"],
  get_user_playbooks: ["msg", "Storage"],
  get_agent_playbooks: ["msg", "Storage"],
  get_requests: ["msg", "Storage"],
  get_agent_success_evaluation_results: ["msg", "Storage"],
  search: ["msg", "Search failed"],
  delete_interaction: ["message", "Storage"],
  delete_request: ["message", "Storage"],
  delete_session: ["message", "Storage"],
  delete_requests_by_ids: ["message", "Storage"],
  delete_all_interactions: ["message", "Storage"],
  delete_profile: ["message", "Storage"],
  delete_profiles_by_ids: ["message", "Storage"],
  delete_all_profiles: ["message", "Storage"],
  delete_user_playbook: ["message", "Storage"],
  delete_user_playbooks_by_ids: ["message", "Storage"],
  delete_all_user_playbooks: ["message", "Storage"],
  delete_agent_playbook: ["message", "Storage"],
  delete_agent_playbooks_by_ids: ["message", "Storage"],
  delete_all_agent_playbooks: ["message", "Storage"],
  delete_all_playbooks: ["message", "Storage"],
  update_user_profile: ["msg", "Storage"],
  update_user_playbook: ["msg", "Storage"],
  update_agent_playbook: ["msg", "Storage"],
  update_agent_playbook_status: ["msg", "Storage"],
  upgrade_all_profiles: ["message", "Failed to upgrade: "],
  downgrade_all_profiles: ["message", "Failed to downgrade: "],
  upgrade_all_user_playbooks: ["message", "Failed to upgrade: "],
  downgrade_all_user_playbooks: ["message", "Failed to downgrade: "],
  manual_profile_generation: ["msg", "Failed to "],
  manual_playbook_generation: ["msg", "Failed to "],
  run_playbook_aggregation: ["message", "Storage"],
  get_operation_status: ["msg", "Failed to get operation status: "],
  cancel_operation: ["msg", "Failed to cancel operation: "],
  get_profile_statistics: ["msg", "Failed to get "],
  get_dashboard_stats: ["msg", "Failed to get "],
  set_config: ["msg", "Failed to set configuration"],
  whoami: ["message", "Failed to load storage configuration"],
};

/** Routes that answer 503. */
const UNAVAILABLE: readonly EndpointName[] = [
  "publish_interaction",
  "search_profiles",
  "search_interactions",
  "get_interactions",
  "get_profiles",
  "get_all_interactions",
  "get_all_profiles",
  "profile_change_log",
  "get_config",
  "rerun_profile_generation",
  "rerun_playbook_generation",
];

Deno.test("H-079 H-080 H-081 H-084 H-085 H-086 H-087 H-088 H-089 H-091 a failing storage inside a 200", async () => {
  await withBroken(async (api) => {
    for (const [key, [field, text]] of Object.entries(IN_ANSWER)) {
      const name = key as EndpointName;
      const { method, path } = routeOf(name);
      const { status, body } = await call(api, name);
      assertEquals(status, 200, `${name}: ${JSON.stringify(body)}`);
      assertEquals(answerFaults(`${method} ${path}`, body), [], name);
      const answer = body as Readonly<Record<string, unknown>>;
      assertEquals(answer["success"], false, name);
      assertStringIncludes(String(answer[field]), text, name);
      assertEquals(/secret|SELECT|\n| at /.test(JSON.stringify(answer)), false, name);
      for (const value of Object.values(answer)) {
        if (typeof value === "number") assertEquals(value, 0, name);
        if (Array.isArray(value)) assertEquals(value, [], name);
      }
    }
  });
});

Deno.test("H-062 H-057 H-082 a failing storage is 503 where the answer has no word for it", async () => {
  await withBroken(async (api) => {
    const calls = [
      ...UNAVAILABLE.map((name) => [name, ""] as const),
      ["publish_interaction", "?wait_for_response=true"],
      ["playbook_aggregation_change_logs", "?playbook_name=x&agent_version=y"],
    ] as const;
    for (const [name, query] of calls) {
      const { status, body, headers } = await call(api, name, query);
      assertEquals(status, 503, `${name}: ${JSON.stringify(body)}`);
      const { detail } = body as { readonly detail: string };
      assertMatch(detail, /^Storage is full: /, name);
      assertMatch(headers.get("retry-after") ?? "", /^\d+$/, name);
      assertEquals(/secret|SELECT/.test(JSON.stringify(body)), false, name);
    }
  });
});

Deno.test("H-092 H-093 H-094 H-095 H-096 H-097 H-098 R-053 R-054 R-057 R-066 work goes on when the storage is back", async () => {
  const database = await openBreakable();
  await using api = await startApi({ database: database.kv });
  database.isBroken = true;
  const names: readonly EndpointName[] = [
    "manual_profile_generation",
    "run_playbook_aggregation",
    "get_operation_status",
    "cancel_operation",
    "get_dashboard_stats",
    "get_requests",
    "set_config",
    "whoami",
  ];
  const succeeds = async (name: EndpointName) =>
    ((await call(api, name)).body as { readonly success: boolean }).success;
  for (const name of names) assertEquals(await succeeds(name), false, name);
  assertEquals((await call(api, "publish_interaction")).status, 503);
  assertEquals((await call(api, "health")).status, 200);
  database.isBroken = false;
  for (const name of names) {
    const isRecord = name === "get_operation_status";
    if (!isRecord) assertEquals(await succeeds(name), true, name);
  }
  const requests = await api.ask("get_requests", {});
  assertEquals(requests.sessions, [], "what was refused was not stored");
  assert((await teach(api, "ada")).success);
});

Deno.test("H-099 H-100 R-051 there is always a storage, so nothing answers that none is configured", async () => {
  await using api = await startApi({ kv: ":memory:" });
  for (
    const name of ["get_requests", "get_dashboard_stats", "search", "add_user_profile"] as const
  ) {
    const { body } = await call(api, name);
    assertEquals((body as { readonly success: boolean }).success, true, name);
    assertEquals(JSON.stringify(body).includes("not configured"), false);
  }
});

Deno.test("H-049 H-117 S-003 S-040 S-188 a failing learner is a warning, never a failed publish", async () => {
  const { GatedLearner } = await import("./gated_learner.ts");
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  learner.failFor("ada");
  const answer = await teach(api, "ada");
  assertEquals(answer.success, true);
  assertEquals(answer.message, "Interaction published successfully with 2 warning(s)");
  assertMatch(answer.warnings[0] ?? "", /^profile_generation failed: /);
  assertMatch(answer.warnings[1] ?? "", /^playbook_generation failed: /);
  const { jobs } = (await api.send("GET", "/api/jobs")).body as {
    readonly jobs: readonly { readonly kind: string; readonly last_error: string | null }[];
  };
  const failed = jobs.filter(({ last_error }) => last_error !== null);
  assertEquals(failed.map(({ kind }) => kind).toSorted(), [
    "playbook_generation",
    "profile_generation",
  ]);
});

Deno.test("S-044 S-045 S-182 a failed run is tried again by itself, with what was said meanwhile", async () => {
  const { GatedLearner } = await import("./gated_learner.ts");
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  learner.failFor("ada");
  await teach(api, "ada", { turns: [{ role: "user", content: "I live in Bergen." }] });
  learner.failFor();
  api.advance(60);
  await api.drain();
  const { user_profiles } = await api.ask("get_profiles", { user_id: "ada" });
  assertEquals(user_profiles.map(({ content }) => content), ["Lives in Bergen"]);
});

Deno.test("H-041 a long run that was waited for goes on after 504 and is found by its status", async () => {
  const { GatedLearner } = await import("./gated_learner.ts");
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  await teach(api, "ada");
  learner.hold();
  const waiting = api.ask("manual_profile_generation", { user_id: "ada" });
  await learner.reached;
  const running = await api.ask("get_operation_status", null, {});
  assertEquals(running.operation_status?.status, "in_progress");
  assertEquals(running.operation_status?.request_params["mode"], "manual_regular");
  learner.release();
  assertEquals((await waiting).success, true);
});

Deno.test("H-043 an answer waits for learning, a queued one does not", async () => {
  const { GatedLearner } = await import("./gated_learner.ts");
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  learner.hold();
  const body = { user_id: "ada", interaction_data_list: [{ content: "I live in Bergen." }] };
  assertEquals((await api.ask("publish_interaction", body)).success, true);
  const waiting = api.ask("publish_interaction", body, { wait_for_response: true });
  await learner.reached;
  assertEquals((await api.ask("health", null)).status, "healthy");
  learner.release();
  assertEquals((await waiting).success, true);
});
