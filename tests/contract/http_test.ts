import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { ENDPOINTS } from "../../client/contract/mod.ts";
import {
  apiKeyAccess,
  createHandler,
  type FailureRecord,
  type HttpOptions,
  type RequestRecord,
} from "../../server/http/mod.ts";
import { ServiceError } from "../../server/services/errors.ts";
import type { Handlers } from "../../server/services/handlers.ts";
import { EXAMPLE_BODIES } from "../../server/validate/examples.ts";
import { type FakeHandlers, makeFakeHandlers } from "./fake_handlers.ts";

/** A served handler. */
interface Served extends FakeHandlers, AsyncDisposable {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** Port. */
  readonly port: number;
  /** Access log so far. */
  readonly records: RequestRecord[];
  /** Failures so far. */
  readonly failures: FailureRecord[];
  /** Sends a JSON body. */
  send(method: string, path: string, body?: unknown, init?: RequestInit): Promise<Response>;
}

/** Serves a handler over real TCP. */
function serve(
  options: Omit<Partial<HttpOptions>, "handlers"> = {},
  overrides: Partial<Handlers> = {},
): Served {
  const fake = makeFakeHandlers(overrides);
  const records: RequestRecord[] = [];
  const failures: FailureRecord[] = [];
  const handler = createHandler({
    handlers: fake.handlers,
    onRequest: (record) => records.push(record),
    onFailure: (record) => failures.push(record),
    ...options,
  });
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
  const url = `http://127.0.0.1:${server.addr.port}`;
  return {
    ...fake,
    url,
    port: server.addr.port,
    records,
    failures,
    send: (method, path, body, init = {}) =>
      fetch(url + path, {
        method,
        ...body !== undefined && { body: JSON.stringify(body) },
        ...init,
        headers: { "Content-Type": "application/json", ...init.headers as Record<string, string> },
        redirect: "manual",
      }),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** Status and JSON body of an answer. */
async function read(response: Promise<Response> | Response): Promise<[number, unknown]> {
  const { status, text } = await drain(response);
  return [status, text === "" ? null : JSON.parse(text)];
}

/** Status, text and headers of an answer. */
async function drain(
  response: Promise<Response> | Response,
): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await response;
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

/** Sends raw bytes and gives back everything that is answered. */
async function raw(port: number, text: string): Promise<string> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const writer = connection.writable.getWriter();
  await writer.write(new TextEncoder().encode(text));
  let answer = "";
  for await (const part of connection.readable.pipeThrough(new TextDecoderStream())) {
    answer += part;
  }
  return answer;
}

const SEARCH = EXAMPLE_BODIES.search;

Deno.test("H-001 H-034 a call passes routing, access, body and rate limit in this order", async () => {
  const hash = "a".repeat(64);
  await using server = serve({
    authenticate: apiKeyAccess([{ org: "o", sha256: hash, role: "read" }]),
    rateLimitFactor: 1 / 60,
  });
  assertEquals((await read(server.send("POST", "/api/nothing", {})))[0], 404);
  assertEquals((await read(server.send("GET", "/api/search")))[0], 405);
  assertEquals((await read(server.send("POST", "/api/search", {})))[0], 401);
  assertEquals(server.calls.length, 0);
});

Deno.test("H-002 H-003 an open server lets everybody in as self-host-org", async () => {
  await using server = serve();
  const headers = { Authorization: "Bearer whatever" };
  const [status] = await read(server.send("POST", "/api/search", SEARCH, { headers }));
  assertEquals([status, server.calls[0]?.call.org], [200, "self-host-org"]);
  assertEquals(server.calls[0]?.call.canReadSecrets, false);
});

Deno.test("H-003 a custom hook may name the org or refuse in its own words", async () => {
  let isOpen = true;
  await using server = serve({
    authenticate: () =>
      isOpen
        ? { org: "acme", keyId: "k", role: "admin", canReadSecrets: true }
        : Response.json({ detail: "come back tomorrow" }, {
          status: 403,
          headers: { "X-Why": "closed" },
        }),
  });
  await read(server.send("POST", "/api/search", SEARCH));
  assertEquals([server.calls[0]?.call.org, server.calls[0]?.call.canReadSecrets], ["acme", true]);
  isOpen = false;
  const refused = await drain(server.send("POST", "/api/search", SEARCH));
  assertEquals([refused.status, refused.text], [403, '{"detail":"come back tomorrow"}']);
  assertEquals(refused.headers.get("X-Why"), "closed");
  for (const path of ["/", "/health", "/meta/version", "/docs", "/redoc", "/openapi.json"]) {
    assertEquals((await drain(server.send("GET", path))).status, 200, path);
  }
});

Deno.test("H-004 H-006 H-053 keys are asked for before the body is read", async () => {
  const sha256 = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"; // "secret"
  await using server = serve({
    authenticate: apiKeyAccess([
      { org: "one", sha256, role: "read" },
      { org: "two", sha256: "0".repeat(64), role: "admin" },
    ]),
  });
  const bad = ["", "secret", "Basic secret", "Bearer  secret", "Bearer nope", "Bearer"];
  for (const Authorization of bad) {
    const answer = await drain(
      server.send("POST", "/api/search", undefined, {
        body: "{broken",
        headers: { Authorization },
      }),
    );
    assertEquals(answer.status, 401, Authorization);
    assertEquals(answer.headers.get("WWW-Authenticate"), "Bearer");
    assertEquals(Object.keys(JSON.parse(answer.text)), ["detail"]);
  }
  const headers = { Authorization: "bEARER secret" };
  assertEquals((await read(server.send("POST", "/api/search", SEARCH, { headers })))[0], 200);
  assertEquals(server.calls[0]?.call.org, "one");
  const forbidden = await read(
    server.send("DELETE", "/api/delete_all_profiles", undefined, { headers }),
  );
  assertEquals(forbidden[0], 403);
});

Deno.test("H-008 a body over the limit is 413, with and without a length", async () => {
  await using server = serve({ maxBodyBytes: 1_000 });
  const big = { query: "x".repeat(2_000) };
  assertEquals((await read(server.send("POST", "/api/search", big)))[0], 413);
  const chunk = new TextEncoder().encode("x".repeat(400));
  let chunks = 0;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      chunks++;
      controller.enqueue(chunk);
    },
  });
  const handler = createHandler({ handlers: server.handlers, maxBodyBytes: 1_000 });
  const request = new Request(`${server.url}/api/search`, {
    method: "POST",
    body: endless,
    headers: { "Content-Type": "application/json" },
  });
  const [status, body] = await read(handler(request));
  assertEquals(status, 413);
  assertStringIncludes(JSON.stringify(body), "1000 bytes");
  assert(chunks < 10, "reading stops at the limit");
  assertEquals(server.calls.length, 0);
});

Deno.test("H-009 H-016 H-055 what is not in the table is 404", async () => {
  await using server = serve();
  for (const path of ["/metrics", "/robots.txt", "/favicon.ico", "/api", "/api/", "/api/nothing"]) {
    assertEquals(await read(server.send("GET", path)), [404, { detail: "Not Found" }], path);
  }
});

Deno.test("H-010 R-073 the public endpoints answer without a key", async () => {
  await using server = serve({ authenticate: () => new Response(null, { status: 401 }) });
  assertEquals(await read(server.send("GET", "/health")), [200, { status: "healthy" }]);
  assertEquals((await read(server.send("GET", "/")))[1], {
    service: "Reflexio API",
    docs: "/docs",
    health: "/health",
  });
  assertEquals((await read(server.send("GET", "/meta/version")))[0], 200);
});

Deno.test("H-012 paths are case-sensitive and have no empty parts", async () => {
  await using server = serve();
  for (const path of ["//api/whoami", "/API/whoami", "/api//whoami", "/Health"]) {
    assertEquals((await read(server.send("GET", path)))[0], 404, path);
  }
  assertEquals((await read(server.send("GET", "/api/who%61mi")))[0], 200);
  assertEquals((await read(server.send("GET", "/api/%zz")))[0], 404);
});

Deno.test("H-013 H-051 slashes behind a known path redirect with 307 and keep the query", async () => {
  await using server = serve();
  for (const [method, path] of [["GET", "/health/"], ["PATCH", "/health//"]] as const) {
    const answer = await drain(server.send(method, `${path}?a=1&b`));
    assertEquals([answer.status, answer.text], [307, ""]);
    assertEquals(answer.headers.get("Location"), `${server.url}/health?a=1&b`);
  }
});

Deno.test("H-014 HEAD is served outside /api and is 405 without a body elsewhere", async () => {
  await using server = serve();
  for (const path of ["/", "/health", "/meta/version", "/docs", "/openapi.json"]) {
    const answer = await drain(server.send("HEAD", path));
    assertEquals([answer.status, answer.text], [200, ""], path);
  }
  const refused = await drain(server.send("HEAD", "/api/whoami"));
  assertEquals([refused.status, refused.text, refused.headers.get("Allow")], [405, "", "GET"]);
});

Deno.test("H-015 H-056 another method is 405 and names the one that is served", async () => {
  await using server = serve();
  const answer = await drain(server.send("GET", "/api/search"));
  assertEquals([answer.status, answer.text], [405, '{"detail":"Method Not Allowed"}']);
  assertEquals(answer.headers.get("Allow"), "POST");
});

Deno.test("H-017 OPTIONS without the headers of a preflight is an ordinary 405", async () => {
  await using server = serve();
  assertEquals((await read(server.send("OPTIONS", "/api/search")))[0], 405);
  const headers = { Origin: "http://localhost:3000" };
  assertEquals((await read(server.send("OPTIONS", "/api/search", undefined, { headers })))[0], 405);
});

Deno.test("H-018 a body that is not asked for is ignored", async () => {
  await using server = serve();
  const [status] = await read(
    server.send("DELETE", "/api/delete_all_profiles?x=1", undefined, { body: "{broken" }),
  );
  assertEquals(status, 200);
});

Deno.test("H-019 H-020 H-021 H-054 the user-agent guard is an option and answers before routing", async () => {
  await using server = serve({ guardsUserAgent: true });
  const ask = (path: string, agent: string) =>
    drain(server.send("GET", path, undefined, { headers: { "User-Agent": agent } }));
  for (const agent of ["curl/8.0", "GoogleBot/2", "my-Robot", "Scraper", "wget", "spider"]) {
    const answer = await ask("/api/nothing", agent);
    assertEquals([answer.status, answer.text], [
      403,
      '{"detail":"Forbidden: Suspicious user agent"}',
    ]);
    assertMatch(answer.headers.get("X-Correlation-ID") ?? "", /^[0-9a-f]{8}$/);
  }
  for (
    const agent of ["Mozilla/5.0", "python-requests/2", "Python/3 aiohttp/3", "node", "Deno/2"]
  ) {
    assertEquals((await ask("/api/whoami", agent)).status, 200, agent);
  }
  assertEquals((await ask("/health", "curl/8.0")).status, 200);
  assertEquals((await ask("/", "curl/8.0")).status, 200);
  assertEquals((await ask("/health/", "curl/8.0")).status, 403);
  const silent = await raw(
    server.port,
    "GET /api/whoami HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
  );
  assertStringIncludes(silent, "Forbidden: Missing user agent");
  await using open = serve();
  const headers = { "User-Agent": "curl/8.0" };
  assertEquals((await read(open.send("GET", "/api/whoami", undefined, { headers })))[0], 200);
});

Deno.test("H-031 H-033 H-035 H-059 R-079 too many calls in a minute are 429 with Retry-After", async () => {
  let nowMs = 0;
  await using server = serve({ rateLimitFactor: 1, monotonicMs: () => nowMs });
  const cancel = () => drain(server.send("POST", "/api/cancel_operation", {}));
  for (let i = 0; i < 10; i++) assertEquals((await cancel()).status, 200);
  nowMs = 15_500;
  const refused = await cancel();
  assertEquals([refused.status, refused.text], [
    429,
    '{"error":"Rate limit exceeded: 10 per 1 minute"}',
  ]);
  assertEquals(refused.headers.get("Retry-After"), "45");
  assertEquals(server.calls.length, 10);
  assertEquals(
    (await read(server.send("POST", "/api/run_playbook_aggregation", {
      playbook_name: "p",
    })))[0],
    200,
  );
  nowMs = 60_000;
  assertEquals((await cancel()).status, 200);
});

Deno.test("H-034 refused calls do not count", async () => {
  await using server = serve({ rateLimitFactor: 1 });
  for (let i = 0; i < 30; i++) {
    await drain(server.send("POST", "/api/cancel_operation", { service_name: 1 }));
  }
  assertEquals((await drain(server.send("POST", "/api/cancel_operation", {}))).status, 200);
});

Deno.test("H-030 each endpoint has the limit of its class, or none", () => {
  const limits: Record<string, number> = {
    publish_interaction: 60,
    add_user_profile: 60,
    add_user_playbook: 60,
    add_agent_playbook: 60,
    search: 120,
    search_profiles: 120,
    search_interactions: 120,
    search_user_playbooks: 120,
    search_agent_playbooks: 120,
    run_playbook_aggregation: 10,
    cancel_operation: 10,
    rerun_profile_generation: 5,
    manual_profile_generation: 5,
    rerun_playbook_generation: 5,
    manual_playbook_generation: 5,
  };
  for (const { name, ratePerMinute } of Object.values(ENDPOINTS)) {
    assertEquals(ratePerMinute, limits[name] ?? null, name);
  }
});

Deno.test("H-036 factor 0 switches the limits off", async () => {
  await using server = serve();
  for (let i = 0; i < 20; i++) {
    assertEquals((await drain(server.send("POST", "/api/cancel_operation", {}))).status, 200);
  }
});

Deno.test("H-032 H-037 clients are told apart by key, else by address behind trusted proxies", async () => {
  const fake = makeFakeHandlers();
  const limited = (options: Partial<HttpOptions>) =>
    createHandler({ handlers: fake.handlers, rateLimitFactor: 0.1, ...options });
  const request = (forwardedFor: string) =>
    new Request("http://x/api/cancel_operation", {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json", "X-Forwarded-For": forwardedFor },
    });
  const info = { remoteAddr: { hostname: "10.0.0.9" } };
  const untrusting = limited({});
  assertEquals((await drain(untrusting(request("1.1.1.1"), info))).status, 200);
  assertEquals((await drain(untrusting(request("2.2.2.2"), info))).status, 429);
  const trusting = limited({ trustedProxies: ["10.0.0.9"] });
  assertEquals((await drain(trusting(request("1.1.1.1"), info))).status, 200);
  assertEquals((await drain(trusting(request("9.9.9.9, 2.2.2.2"), info))).status, 200);
  assertEquals((await drain(trusting(request("8.8.8.8, 2.2.2.2"), info))).status, 429);
  let keyId = "a";
  const keyed = limited({
    authenticate: () => ({ org: "o", keyId, role: "admin", canReadSecrets: false }),
  });
  assertEquals((await drain(keyed(request(""), info))).status, 200);
  keyId = "b";
  assertEquals((await drain(keyed(request(""), info))).status, 200);
  assertEquals((await drain(keyed(request(""), info))).status, 429);
});

Deno.test("H-038 H-040 H-061 a slow call is 504, names what is durable, and goes on", async () => {
  const finish = Promise.withResolvers<void>();
  let isFinished = false;
  await using server = serve({ timeLimits: { requestMs: 20, waitingMs: 60_000 } }, {
    publish_interaction: async ({ acknowledge }) => {
      acknowledge("5f0c9d3e");
      await finish.promise;
      isFinished = true;
      return { success: true, message: "", warnings: [] };
    },
    search: async () => {
      await finish.promise;
      return { success: true, profiles: [], agent_playbooks: [], user_playbooks: [] };
    },
  });
  assertEquals(await read(server.send("POST", "/api/search", SEARCH)), [
    504,
    { detail: "Request timeout" },
  ]);
  const body = EXAMPLE_BODIES.publish_interaction;
  assertEquals(await read(server.send("POST", "/api/publish_interaction", body)), [
    504,
    { detail: "Request timeout", request_id: "5f0c9d3e" },
  ]);
  assertEquals(isFinished, false);
  finish.resolve();
  await finish.promise;
  await Promise.resolve();
  assertEquals(isFinished, true);
});

Deno.test("H-038 a body that does not come to its end is 504", async () => {
  const fake = makeFakeHandlers();
  const handler = createHandler({
    handlers: fake.handlers,
    timeLimits: { requestMs: 20, waitingMs: 20 },
  });
  let isCancelled = false;
  const stuck = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(new TextEncoder().encode("{")),
    cancel: () => void (isCancelled = true),
  });
  const request = new Request("http://x/api/search", { method: "POST", body: stuck });
  assertEquals((await read(handler(request)))[0], 504);
  assertEquals([isCancelled, fake.calls.length], [true, 0]);
});

Deno.test("H-039 every accepted true word gives the longer limit, on any route", async () => {
  const release = Promise.withResolvers<void>();
  await using server = serve({ timeLimits: { requestMs: 15, waitingMs: 60_000 } }, {
    search: async () => {
      await release.promise;
      return { success: true, profiles: [], agent_playbooks: [], user_playbooks: [] };
    },
  });
  const words = ["true", "TRUE", "1", "yes", "On", "no&wait_for_response=y"];
  const waiting = words.map((word) =>
    read(server.send("POST", `/api/search?wait_for_response=${word}`, SEARCH))
  );
  assertEquals(
    (await read(server.send("POST", "/api/search?wait_for_response=no", SEARCH)))[0],
    504,
  );
  release.resolve();
  for (const [status] of await Promise.all(waiting)) assertEquals(status, 200);
});

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

Deno.test("H-046 health answers while other calls hang", async () => {
  const release = Promise.withResolvers<void>();
  await using server = serve({}, {
    search: async () => {
      await release.promise;
      return { success: true, profiles: [], agent_playbooks: [], user_playbooks: [] };
    },
  });
  const hanging = Array.from(
    { length: 60 },
    () => drain(server.send("POST", "/api/search", SEARCH)),
  );
  assertEquals((await read(server.send("GET", "/health")))[0], 200);
  release.resolve();
  await Promise.all(hanging);
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
