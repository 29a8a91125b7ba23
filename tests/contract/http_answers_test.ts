import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { ENDPOINTS } from "../../client/contract/mod.ts";
import { ServiceError } from "../../server/services/errors.ts";
import { EXAMPLE_BODIES } from "../../server/validate/examples.ts";
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
  for (const { name, method, path } of Object.values(ENDPOINTS)) {
    const query = name === "playbook_aggregation_change_logs"
      ? "?playbook_name=p&agent_version=v"
      : "";
    const answer = await drain(server.send(method, path + query, bodies[name]));
    assertEquals(answer.status, 200, name);
  }
});
