import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { ENDPOINTS } from "../../client/contract/mod.ts";
import { ServiceError } from "../../server/services/errors.ts";
import { openApiDocument } from "../../server/validate/mod.ts";
import { EXAMPLE_BODIES } from "../../server/validate/examples.ts";
import { answerIssues } from "./answer_issues.ts";
import { drain, read, SEARCH, serve } from "./served.ts";

Deno.test("H-044 every answer has a new correlation id, whatever was sent", async () => {
  await using server = serve({}, { whoami: () => Promise.reject(new Error("boom")) });
  const ids = new Set<string>();
  for (const path of ["/health", "/nothing", "/api/whoami", "/health/"]) {
    const headers = { "X-Correlation-ID": "mine" };
    const answer = await drain(server.send("GET", path, undefined, { headers }));
    const id = answer.headers.get("X-Correlation-ID") ?? "";
    assertMatch(id, /^[0-9a-f]{8}$/);
    ids.add(id);
    if (answer.status === 500) {
      assertEquals(JSON.parse(answer.text), {
        detail: "Internal Server Error",
        correlation_id: id,
      });
    }
  }
  assertEquals(ids.size, 4);
});

Deno.test("H-045 JSON answers are compact UTF-8 without a charset or cache headers", async () => {
  await using server = serve({}, {
    whoami: () =>
      Promise.resolve({ success: true, org_id: "ö", storage_configured: true, message: "漢" }),
  });
  const answer = await drain(server.send("GET", "/api/whoami"));
  assertEquals(answer.headers.get("Content-Type"), "application/json");
  assertEquals(answer.headers.get("Cache-Control"), null);
  assertEquals(
    answer.text,
    '{"success":true,"org_id":"ö","storage_configured":true,"message":"漢"}',
  );
});

Deno.test("H-050 a handled outcome is 200, good or bad", async () => {
  await using server = serve();
  assertEquals(await read(server.send("GET", "/api/get_operation_status")), [
    200,
    { success: false, msg: "No operation found" },
  ]);
});

Deno.test("H-052 a body that cannot be decoded is 400", async () => {
  await using server = serve();
  const [status, body] = await read(
    server.send("POST", "/api/search", undefined, { body: new Uint8Array([0xff, 0xfe, 0x7b]) }),
  );
  assertEquals(status, 400);
  assertStringIncludes(JSON.stringify(body), "There was an error parsing the body");
  assertEquals(
    (await read(server.send("POST", "/api/search", undefined, { body: "[".repeat(200) })))[0],
    400,
  );
});

Deno.test("H-057 H-060 H-062 what services throw becomes the status of its kind", async () => {
  let thrown: unknown = null;
  await using server = serve({}, { whoami: () => Promise.reject(thrown) });
  const statusOf = async (error: unknown) => {
    thrown = error;
    return await drain(server.send("GET", "/api/whoami"));
  };
  assertEquals((await statusOf(new ServiceError("not_found", "m"))).text, '{"detail":"m"}');
  const kinds = [
    ["unauthorized", 401],
    ["forbidden", 403],
    ["not_found", 404],
    ["conflict", 409],
    ["too_large", 413],
    ["invalid", 422],
    ["internal", 500],
    ["busy", 503],
    ["unavailable", 503],
    ["timeout", 504],
  ] as const;
  for (const [kind, status] of kinds) {
    assertEquals((await statusOf(new ServiceError(kind, "m"))).status, status, kind);
  }
  const full = await statusOf(
    new ServiceError("unavailable", "Cannot write: the disk is full", { retryAfterMs: 2_500 }),
  );
  assertEquals([full.text, full.headers.get("Retry-After")], [
    '{"detail":"Cannot write: the disk is full"}',
    "3",
  ]);
  const invalid = await statusOf(new ServiceError("invalid", "no such unit", { field: ["a", 0] }));
  assertEquals(JSON.parse(invalid.text).detail[0].loc, ["body", "a", 0]);
  const secret = new Error("password is hunter2 in /home/ada/db");
  const fault = await statusOf(secret);
  assertEquals([fault.status, fault.text.includes("hunter2")], [500, false]);
  assertEquals(server.failures.at(-1)?.error, secret);
});

Deno.test("H-058 H-063 a refused body is 422 and nothing is called", async () => {
  await using server = serve();
  const [status, body] = await read(server.send("POST", "/api/search", { top_k: 0 }));
  assertEquals(status, 422);
  assertEquals(body, {
    detail: [
      { type: "missing", loc: ["body", "query"], msg: "Field required", input: { top_k: 0 } },
      {
        type: "greater_than",
        loc: ["body", "top_k"],
        msg: "Input should be greater than 0",
        input: 0,
        ctx: { gt: 0 },
      },
    ],
  });
  assertEquals(server.calls.length, 0);
});

Deno.test("H-120 Idempotency-Key and present keys reach the verb", async () => {
  await using server = serve();
  const headers = { "Idempotency-Key": "k1" };
  await drain(server.send("POST", "/api/search", { ...SEARCH, extra: 1 }, { headers }));
  const [{ call } = { call: null }] = server.calls;
  assertEquals(call?.idempotencyKey, "k1");
  assertEquals(call?.presentKeys, ["query", "user_id", "top_k", "extra"]);
});

Deno.test("the access log names endpoints, never what was asked", async () => {
  await using server = serve();
  await drain(server.send("POST", "/api/search?secret=1", SEARCH));
  await drain(server.send("GET", "/api/secret-path"));
  assertEquals(server.records.map(({ method, path, status, org }) => [method, path, status, org]), [
    ["POST", "/api/search", 200, "self-host-org"],
    ["GET", null, 404, null],
  ]);
  assert(server.records.every(({ ms }) => ms >= 0));
});

Deno.test("every endpoint answers its example call with 200 and the shape of its schema", async () => {
  await using server = serve();
  const bodies: Readonly<Record<string, unknown>> = EXAMPLE_BODIES;
  for (const { name, method, path, mode } of Object.values(ENDPOINTS)) {
    const query = name === "playbook_aggregation_change_logs"
      ? "?playbook_name=p&agent_version=v"
      : "";
    const answer = await drain(server.send(method, path + query, bodies[name]));
    assertEquals(answer.status, 200, name);
    if (mode !== "page") assertEquals(answerIssues(name, JSON.parse(answer.text)), [], name);
  }
});

Deno.test("H-011 /openapi.json is made from the table and has every path", async () => {
  await using server = serve();
  const [status, document] = await read(server.send("GET", "/openapi.json"));
  const { paths, info } = document as { paths: object; info: { title: string } };
  assertEquals([status, Object.keys(paths).length, info.title], [200, 62, "Reflexio API"]);
});

Deno.test("H-079 the text of an answer is message or msg, as each endpoint has it", () => {
  const withMsg = new Set<string>();
  const { paths, components } = openApiDocument({ requiresKey: false });
  for (const [path, methods] of Object.entries(paths)) {
    for (const { responses } of Object.values(methods)) {
      const name = JSON.stringify(responses["200"]).match(/schemas\/(\w+)/)?.[1] ?? "";
      const fields = components.schemas[name]?.properties;
      if (JSON.stringify(fields ?? {}).includes('"msg":')) withMsg.add(path.replace("/api/", ""));
    }
  }
  for (const name of Object.keys(ENDPOINTS)) {
    const isMsg = /^(search|get_(?!config)|update_|rerun_|manual_|cancel_|set_config)/.test(name);
    assertEquals(withMsg.has(name), isMsg, name);
  }
});

Deno.test("H-200 the configuration has two endpoints and no partial update", async () => {
  await using server = serve();
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    assertEquals((await read(server.send(method, "/api/set_config", {})))[0], 405);
    assertEquals((await read(server.send(method, "/api/get_config", {})))[0], 405);
  }
});

Deno.test("H-201 get_config answers the bare configuration with its nulls", async () => {
  await using server = serve();
  const [status, config] = await read(server.send("GET", "/api/get_config"));
  assertEquals(status, 200);
  assertEquals(Object.keys(config as object).length, 14);
  assertEquals((config as { api_key_config: unknown }).api_key_config, null);
});

Deno.test("H-220 a stored address is given back whatever the address rules say now", async () => {
  const interaction = {
    interaction_id: 1,
    user_id: "u",
    request_id: "r",
    created_at: 1,
    role: "User",
    content: "",
    user_action: "none" as const,
    user_action_description: "",
    interacted_image_url: "http://169.254.169.254/x",
    shadow_content: "",
    expert_content: "",
    tools_used: [],
  };
  await using server = serve({ blocksPrivateUrls: () => true }, {
    get_interactions: () => Promise.resolve({ success: true, interactions: [interaction] }),
  });
  const answer = await read(server.send("POST", "/api/get_interactions", { user_id: "u" }));
  assertEquals(answer, [200, { success: true, interactions: [interaction] }]);
});

Deno.test("H-265 H-264 sessions hold plain requests beside views of turns", async () => {
  const request = { request_id: "r", user_id: "u", created_at: 1, source: "", agent_version: "v" };
  await using server = serve({}, {
    get_requests: () =>
      Promise.resolve({
        success: true,
        sessions: [{
          session_id: "",
          requests: [{ request: { ...request, session_id: null }, interactions: [] }],
        }],
        has_more: false,
      }),
  });
  assertEquals((await read(server.send("POST", "/api/get_requests", {})))[1], {
    success: true,
    sessions: [{ session_id: "", requests: [{ request, interactions: [] }] }],
    has_more: false,
  });
});

Deno.test("H-267 H-270 numbers are plain and null facts of whoami are left out", async () => {
  await using server = serve({}, {
    whoami: () =>
      Promise.resolve({
        success: true,
        org_id: "o",
        storage_type: null,
        storage_label: null,
        storage_configured: false,
        message: "",
      }),
  });
  assertEquals(
    (await drain(server.send("GET", "/api/whoami"))).text,
    '{"success":true,"org_id":"o","storage_configured":false,"message":""}',
  );
});

Deno.test("H-268 statistics that failed have no stats", async () => {
  await using server = serve({}, {
    get_dashboard_stats: () =>
      Promise.resolve({ success: false, stats: null, msg: "Failed to get statistics" }),
  });
  assertEquals((await read(server.send("POST", "/api/get_dashboard_stats", {})))[1], {
    success: false,
    msg: "Failed to get statistics",
  });
});

Deno.test("H-271 there is no dashboard page", async () => {
  await using server = serve();
  assertEquals((await read(server.send("GET", "/dashboard")))[0], 404);
});
