import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import {
  ReflexioAPIError,
  ReflexioClient,
  type ReflexioClientOptions,
  ReflexioConnectionError,
  ReflexioError,
  ReflexioHTTPError,
  type ReflexioIssue,
  ReflexioRedirectError,
  ReflexioResponseError,
  ReflexioTimeoutError,
  VERSION,
} from "../../mod.ts";
import { startRecordingServer } from "./recording_server.ts";
import {
  FULL_ANSWER,
  never,
  type Scripted,
  scriptedFetch,
  type SeenRequest,
} from "./scripted_fetch.ts";

/** A client that talks to a script, with repeats that do not wait. */
function scripted(
  script?: (request: SeenRequest, index: number) => Scripted | Promise<Scripted>,
  options: ReflexioClientOptions = {},
): { client: ReflexioClient; seen: SeenRequest[] } {
  const { fetch, seen } = scriptedFetch(script);
  const client = new ReflexioClient({
    urlEndpoint: "http://host/",
    retryDelayMs: 0,
    logger: {},
    fetch,
    ...options,
  });
  return { client, seen };
}

/** Header names and values of the single request. */
async function headersOf(options: ReflexioClientOptions): Promise<Headers> {
  const { client, seen } = scripted(undefined, options);
  await client.whoami();
  return seen[0]?.headers ?? new Headers();
}

Deno.test("the base address keeps its path and loses its trailing slashes (W-02, D-10)", async () => {
  for (
    const [urlEndpoint, expected] of [
      ["http://host", "http://host/api/whoami"],
      ["http://host/", "http://host/api/whoami"],
      ["http://host/pre/fix//?a=1#b", "http://host/pre/fix/api/whoami"],
      [new URL("http://host:81/x"), "http://host:81/x/api/whoami"],
    ] as const
  ) {
    const { client, seen } = scripted(undefined, { urlEndpoint });
    await client.whoami();
    assertEquals(seen[0]?.url.href, expected);
  }
});

Deno.test("the key is sent as a bearer token, or not at all (W-03)", async () => {
  assertEquals(
    (await headersOf({ apiKey: "k", env: () => undefined })).get("authorization"),
    "Bearer k",
  );
  assertEquals((await headersOf({ env: () => undefined })).get("authorization"), null);
});

Deno.test("options win over the environment, empty texts do not (W-04)", () => {
  const values: Record<string, string> = {
    REFLEXIO_API_URL: "http://from-env/",
    REFLEXIO_API_KEY: "env-key",
  };
  const env = (name: string) => values[name];
  const explicit = new ReflexioClient({ urlEndpoint: "http://mine", apiKey: "mine", env });
  assertEquals([explicit.baseUrl, explicit.apiKey], ["http://mine", "mine"]);
  const empty = new ReflexioClient({ urlEndpoint: "", apiKey: "", env });
  assertEquals([empty.baseUrl, empty.apiKey], ["http://from-env", "env-key"]);
  const bare = new ReflexioClient({ env: () => undefined });
  assertEquals([bare.baseUrl, bare.apiKey], ["https://www.reflexio.ai", ""]);
});

Deno.test("a changed key is used from the next call on and never printed", async () => {
  const { client, seen } = scripted(undefined, { apiKey: "old-secret" });
  client.apiKey = "new-secret";
  await client.whoami();
  assertEquals(seen[0]?.headers.get("authorization"), "Bearer new-secret");
  assert(!Deno.inspect(client).includes("secret"));
  assert(!JSON.stringify(client).includes("secret"));
});

Deno.test("a user agent of its own is always sent (D-09)", async () => {
  assertEquals((await headersOf({})).get("user-agent"), `reflexio-ts/${VERSION}`);
  assertEquals((await headersOf({ userAgent: "my-app/1" })).get("user-agent"), "my-app/1");
});

Deno.test("Content-Type is sent only with a body (D-20)", async () => {
  const { client, seen } = scripted();
  await client.whoami();
  await client.deleteAllProfiles();
  await client.search({ query: "q" });
  assertEquals(seen.map((request) => request.headers.get("content-type")), [
    null,
    null,
    "application/json",
  ]);
  assertEquals(
    seen.map((request) => request.headers.get("accept")),
    Array(3).fill("application/json"),
  );
});

Deno.test("headers of the call win over those of the client, the key over all", async () => {
  const { client, seen } = scripted(undefined, {
    apiKey: "k",
    headers: { "x-a": "client", "x-b": "client", accept: "text/plain" },
  });
  await client.whoami({ headers: [["X-B", "call"], ["Authorization", "other"]] });
  const headers = seen[0]?.headers;
  assertEquals(headers?.get("x-a"), "client");
  assertEquals(headers?.get("x-b"), "call");
  assertEquals(headers?.get("accept"), "application/json");
  assertEquals(headers?.get("authorization"), "Bearer k");
});

for (const status of [400, 401, 403, 404, 422, 429, 500, 504]) {
  Deno.test(`a ${status} answer is a ReflexioHTTPError with its detail (W-16)`, async () => {
    const { client } = scripted(
      () =>
        Response.json({ detail: "not so" }, {
          status,
          headers: { "x-correlation-id": "0badcafe" },
        }),
      { maxRetries: 0 },
    );
    const error = await assertRejects(
      () => client.getProfiles({ userId: "ana" }),
      ReflexioHTTPError,
    );
    assertEquals(error.status, status);
    assertEquals(error.detail, "not so");
    assertEquals(error.bodyText, '{"detail":"not so"}');
    assertEquals(error.correlationId, "0badcafe");
    assertEquals([error.method, error.url], ["POST", "http://host/api/get_profiles"]);
    assertEquals(error.name, "ReflexioHTTPError");
    for (const part of [`${status}`, "not so", 'user_id "ana"']) {
      assertStringIncludes(error.message, part);
    }
  });
}

for (
  const [status, remedy] of [
    [400, "correct the request"],
    [401, "pass a valid apiKey"],
    [404, "check urlEndpoint"],
    [413, "send less"],
    [429, "call less often"],
    [500, "try again later"],
    [504, "the work may go on"],
    [507, "delete what is no longer needed"],
  ] as const
) {
  Deno.test(`a ${status} answer says what to do: ${remedy}`, async () => {
    const { client } = scripted(() => Response.json({}, { status }), { maxRetries: 0 });
    const error = await assertRejects(() => client.whoami(), ReflexioHTTPError);
    assertStringIncludes(error.message, `; ${remedy}`);
  });
}

Deno.test("the issues of a 422 are given without the refused values", async () => {
  const issue = {
    type: "missing",
    loc: ["body", "user_id"],
    msg: "Field required",
    input: "SECRET",
  };
  const { client } = scripted(() => Response.json({ detail: [issue] }, { status: 422 }));
  const error = await assertRejects(() => client.search({ query: "q" }), ReflexioHTTPError);
  assertEquals(error.detail, [issue]);
  assertStringIncludes(error.message, "body.user_id: Field required");
  assert(!error.message.includes("SECRET"));
});

Deno.test("an error that the server sends as text or under error is understood", async () => {
  const limit = scripted(() => Response.json({ error: "Rate limit exceeded" }, { status: 429 }), {
    maxRetries: 0,
  });
  const limited = await assertRejects(() => limit.client.whoami(), ReflexioHTTPError);
  assertEquals(limited.detail, "Rate limit exceeded");
  const plain = scripted(() => new Response("Internal Server Error", { status: 500 }));
  const broken = await assertRejects(() => plain.client.whoami(), ReflexioHTTPError);
  assertEquals([broken.detail, broken.bodyText], [null, "Internal Server Error"]);
});

Deno.test("no more than 64 KiB of an error body are read", async () => {
  await using server = startRecordingServer(() =>
    new Response("x".repeat(1_000_000), { status: 500 })
  );
  const client = new ReflexioClient({ urlEndpoint: server.url });
  const error = await assertRejects(() => client.whoami(), ReflexioHTTPError);
  assertEquals(error.bodyText.length, 65_536);
});

Deno.test("the key is taken out of what a server echoes", async () => {
  const { client } = scripted(() => Response.json({ detail: "bad key sk-12" }, { status: 401 }), {
    apiKey: "sk-12",
  });
  const error = await assertRejects(() => client.whoami(), ReflexioHTTPError);
  assert(!`${error.message} ${error.bodyText} ${Deno.inspect(error)}`.includes("sk-12"));
  const html = scripted(
    () => new Response("sk-12 <html>", { headers: { "content-type": "text/html" } }),
    {
      apiKey: "sk-12",
    },
  );
  const odd = await assertRejects(() => html.client.whoami(), ReflexioAPIError);
  assert(!`${odd.message} ${odd.bodyPreview}`.includes("sk-12"));
});

Deno.test("an empty body is an empty object (W-17)", async () => {
  const { client } = scripted(() => new Response(null, { status: 204 }));
  assertEquals(await client.setConfig({ config: { storage_config: null } }) as unknown, {});
  const error = await assertRejects(() => client.whoami(), ReflexioResponseError);
  assertEquals(error.issues.map((issue: ReflexioIssue) => issue.path), ["success", "org_id"]);
});

Deno.test("an answer that is not JSON is a ReflexioAPIError (W-18)", async () => {
  const html = scripted(() =>
    new Response("<html>" + "y".repeat(500), { headers: { "content-type": "text/html" } })
  );
  const error = await assertRejects(() => html.client.whoami(), ReflexioAPIError);
  assertEquals([error.status, error.contentType], [200, "text/html"]);
  assertEquals(error.bodyPreview.length, 200);
  assertStringIncludes(error.message, "urlEndpoint");
  const broken = scripted(() =>
    new Response("{", { headers: { "content-type": "application/json" } })
  );
  const parse = await assertRejects(() => broken.client.whoami(), ReflexioAPIError);
  assert(parse.cause instanceof SyntaxError);
});

Deno.test("JSON without a content type, and problem+json, are read (W-18, C-017)", async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(FULL_ANSWER));
  const bare = scripted(() => new Response(bytes));
  assertEquals((await bare.client.whoami()).org_id, "org");
  const problem = scripted(() =>
    new Response(JSON.stringify(FULL_ANSWER), {
      headers: { "content-type": "Application/Problem+JSON; charset=utf-8" },
    })
  );
  assertEquals((await problem.client.whoami()).org_id, "org");
});

Deno.test("success false is returned, unknown fields are kept, defaults are filled (W-19, D-17)", async () => {
  const { client } = scripted(() => ({ success: false, msg: "no", novel: 1, profiles: [] }));
  const answer = await client.search({ query: "q" });
  assertEquals(answer as unknown, {
    success: false,
    msg: "no",
    novel: 1,
    profiles: [],
    agent_playbooks: [],
    user_playbooks: [],
    reformulated_query: null,
  });
});

Deno.test("JSON of the wrong shape is a ReflexioResponseError (W-19)", async () => {
  for (
    const [body, path] of [
      [{ profiles: [] }, "success"],
      [{ success: true, profiles: [{ profile_id: 3 }] }, "profiles[0].profile_id"],
      [{ success: true, profiles: "none" }, "profiles"],
      [[], ""],
    ] as const
  ) {
    const { client } = scripted(() => body);
    const error = await assertRejects(() => client.search({ query: "q" }), ReflexioResponseError);
    assertEquals(error.issues[0]?.path, path);
    assertEquals(error.body, body);
  }
});

for (const status of [301, 302, 303, 307, 308, 304]) {
  Deno.test(`a ${status} is refused after one request, waiting or not (W-14, D-06)`, async () => {
    await using server = startRecordingServer(() =>
      new Response(null, status === 304 ? { status } : { status, headers: { location: "/else" } })
    );
    const client = new ReflexioClient({ urlEndpoint: server.url, logger: {} });
    const error = await assertRejects(
      () => client.deleteRequest({ requestId: "r", waitForResponse: true }),
      ReflexioRedirectError,
    );
    assertEquals([error.status, error.location], [status, status === 304 ? null : "/else"]);
    await client.deleteRequest({ requestId: "r" });
    const { failed } = await client.flush();
    assert(failed[0]?.error instanceof ReflexioRedirectError);
    assertEquals(server.seen.length, 2);
  });
}

Deno.test("a refused connection is a ReflexioConnectionError with its cause", async () => {
  const { client } = scripted(() => new TypeError("connection refused"), { maxRetries: 0 });
  const error = await assertRejects(() => client.search({ query: "q" }), ReflexioConnectionError);
  assert(error.cause instanceof TypeError);
  assertStringIncludes(error.message, "connection refused");
  assert(error instanceof ReflexioError);
});

Deno.test("timeoutMs limits the whole call, waiting or not (D-07, D-16)", async () => {
  const { client } = scripted(never, { timeoutMs: 5, maxRetries: 3 });
  const error = await assertRejects(() => client.search({ query: "q" }), ReflexioTimeoutError);
  assertEquals(error.timeoutMs, 5);
  await client.deleteSession({ sessionId: "s" });
  const { failed } = await client.flush();
  assert(failed[0]?.error instanceof ReflexioTimeoutError);
});

Deno.test("timeoutMs of a call wins over the client's", async () => {
  const { client } = scripted(never, { timeoutMs: 100_000 });
  await assertRejects(() => client.whoami({ timeoutMs: 5 }), ReflexioTimeoutError);
});

Deno.test("attemptTimeoutMs limits one attempt, and the next may succeed", async () => {
  const { client, seen } = scripted((_, index) => index === 0 ? never() : FULL_ANSWER, {
    attemptTimeoutMs: 5,
  });
  assertEquals((await client.whoami()).success, true);
  assertEquals(seen.length, 2);
});

Deno.test("an abort rejects with the signal's own reason and is not repeated", async () => {
  const { client, seen } = scripted(never);
  const controller = new AbortController();
  const reason = new Error("changed my mind");
  const call = client.whoami({ signal: controller.signal });
  controller.abort(reason);
  assertEquals(await call.catch((error) => error), reason);
  assertEquals(seen.length, 1);
  const aborted = await client.whoami({ signal: AbortSignal.abort(reason) }).catch((e) => e);
  assertEquals(aborted, reason);
  assertEquals(seen.length, 1);
});

Deno.test("an abort ends the pause between attempts", async () => {
  const controller = new AbortController();
  const { client, seen } = scripted(
    () => {
      queueMicrotask(() => controller.abort("enough"));
      return new Response(null, { status: 503, headers: { "retry-after": "30" } });
    },
  );
  assertEquals(await client.whoami({ signal: controller.signal }).catch((e) => e), "enough");
  assertEquals(seen.length, 1);
});

for (const status of [408, 429, 502, 503, 504]) {
  Deno.test(`a read is repeated after ${status}, and the next answer is given`, async () => {
    const { client, seen } = scripted((_, index) =>
      index < 2 ? new Response(null, { status }) : FULL_ANSWER
    );
    assertEquals((await client.search({ query: "q" })).success, true);
    assertEquals(seen.length, 3);
    assertEquals(new Set(seen.map((request) => request.text)).size, 1);
  });
}

Deno.test("repeats end after maxRetries with the last error", async () => {
  const { client, seen } = scripted(() => new Response(null, { status: 503 }), { maxRetries: 4 });
  await assertRejects(() => client.whoami(), ReflexioHTTPError);
  assertEquals(seen.length, 5);
});

Deno.test("what is not safe to repeat is sent once", async () => {
  const { client, seen } = scripted(() => new TypeError("reset"));
  const playbook = { agent_version: "v", request_id: "r", content: "c" };
  const acts: (() => Promise<unknown>)[] = [
    () => client.addUserPlaybook({ userPlaybooks: [playbook] }),
    () => client.addAgentPlaybooks({ agentPlaybooks: [playbook] }),
    () => client.upgradeProfiles(),
    () => client.downgradeProfiles(),
    () => client.upgradeUserPlaybooks(),
    () => client.downgradeUserPlaybooks(),
    () => client.runPlaybookAggregation({ playbookName: "p", waitForResponse: true }),
  ];
  for (const act of acts) await assertRejects(act, ReflexioConnectionError);
  assertEquals(seen.length, acts.length);
});

Deno.test("a 400 or 500 is not repeated", async () => {
  for (const status of [400, 401, 404, 422, 500]) {
    const { client, seen } = scripted(() => new Response(null, { status }));
    await assertRejects(() => client.whoami(), ReflexioHTTPError);
    assertEquals(seen.length, 1);
  }
});

Deno.test("a publish is repeated under one key when the connection fails", async () => {
  const { client, seen } = scripted((_, index) =>
    index === 0 ? new TypeError("reset") : FULL_ANSWER
  );
  await client.publishInteraction({ userId: "u", interactions: [{}] });
  const keys = seen.map((request) => request.headers.get("idempotency-key"));
  assertEquals(keys.length, 2);
  assertEquals(keys[0], keys[1]);
});

Deno.test("a publish is not repeated after a 504 or a timeout: its work goes on", async () => {
  const late = scripted(() => new Response(null, { status: 504 }));
  const publish = { userId: "u", interactions: [{}] };
  await assertRejects(() => late.client.publishInteraction(publish), ReflexioHTTPError);
  assertEquals(late.seen.length, 1);
  const slow = scripted(never, { attemptTimeoutMs: 5 });
  await assertRejects(() => slow.client.publishInteraction(publish), ReflexioTimeoutError);
  assertEquals(slow.seen.length, 1);
});

Deno.test("Retry-After is obeyed, and given up on when it is too far away", async () => {
  const soon = scripted(
    (_, index) =>
      index === 0
        ? new Response(null, { status: 429, headers: { "retry-after": "0" } })
        : FULL_ANSWER,
    {
      retryDelayMs: 60_000,
    },
  );
  await soon.client.whoami();
  assertEquals(soon.seen.length, 2);
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  for (const wish of ["3600", date]) {
    const { client, seen } = scripted(() =>
      new Response(null, { status: 429, headers: { "retry-after": wish } })
    );
    const error = await assertRejects(() => client.whoami(), ReflexioHTTPError);
    assertEquals(seen.length, 1);
    assert(Math.abs((error.retryAfterMs ?? 0) - 3_600_000) < 5_000);
  }
});

Deno.test("a pause that the time limit does not allow is not begun", async () => {
  const { client, seen } = scripted(
    () => new Response(null, { status: 503, headers: { "retry-after": "5" } }),
    { timeoutMs: 1_000 },
  );
  await assertRejects(() => client.whoami(), ReflexioHTTPError);
  assertEquals(seen.length, 1);
});

Deno.test("repeats are told to the logger", async () => {
  const said: string[] = [];
  const { client } = scripted((_, index) => index === 0 ? new TypeError("reset") : FULL_ANSWER, {
    logger: { debug: (message) => said.push(message) },
  });
  await client.whoami();
  assertMatch(said[0] ?? "", /Attempt 1 of GET \/api\/whoami failed/);
});

Deno.test("an injected fetch is called as a plain function", async () => {
  let receiver: unknown = "not called";
  const fetch = function (this: unknown) {
    receiver = this;
    return Promise.resolve(Response.json(FULL_ANSWER));
  };
  await new ReflexioClient({ urlEndpoint: "http://host", fetch: fetch as never }).whoami();
  assertEquals(receiver, undefined);
});
