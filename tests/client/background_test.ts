import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import {
  type BackgroundInfo,
  ReflexioClient,
  type ReflexioClientOptions,
  ReflexioConnectionError,
  ReflexioError,
  ReflexioHTTPError,
} from "../../mod.ts";
import { FULL_ANSWER, type Scripted, scriptedFetch, type SeenRequest } from "./scripted_fetch.ts";

type Script = (request: SeenRequest, index: number) => Scripted | Promise<Scripted>;

function scripted(
  script?: Script,
  options: ReflexioClientOptions = {},
): { client: ReflexioClient; seen: SeenRequest[] } {
  const { fetch, seen } = scriptedFetch(script);
  const client = new ReflexioClient({
    urlEndpoint: "http://host",
    retryDelayMs: 0,
    logger: {},
    fetch,
    ...options,
  });
  return { client, seen };
}

/** The nine methods with an optional wait and the two that never wait. */
const BACKGROUND: readonly ((client: ReflexioClient) => Promise<unknown>)[] = [
  (client) => client.deleteInteraction({ userId: "u", interactionId: 1 }),
  (client) => client.deleteProfile({ userId: "u", profileId: "p" }),
  (client) => client.deleteRequest({ requestId: "r" }),
  (client) => client.deleteSession({ sessionId: "s" }),
  (client) => client.deleteAgentPlaybook({ agentPlaybookId: 1 }),
  (client) => client.deleteUserPlaybook({ userPlaybookId: 1 }),
  (client) => client.rerunProfileGeneration(),
  (client) => client.rerunPlaybookGeneration(),
  (client) => client.runPlaybookAggregation({ playbookName: "p" }),
  (client) => client.manualProfileGeneration(),
  (client) => client.manualPlaybookGeneration(),
];

for (
  const [title, answer] of [
    ["a 500", () => new Response(null, { status: 500 })],
    ["a refused connection", () => new TypeError("refused")],
    ["a redirect", () => new Response(null, { status: 307, headers: { location: "/x" } })],
    ["success false", () => ({ success: false, message: "disk full" })],
  ] as const
) {
  Deno.test(`background calls give nothing at once and report ${title} (W-13, D-08)`, async () => {
    const told: BackgroundInfo[] = [];
    const { client } = scripted(answer, {
      maxRetries: 0,
      onBackgroundError: (error, info) => {
        assert(error instanceof ReflexioError);
        told.push(info);
      },
    });
    for (const act of BACKGROUND) assertEquals(await act(client), undefined);
    const { completed, failed, unfinished } = await client.flush();
    assertEquals([completed, failed.length, unfinished], [0, 11, 0]);
    assertEquals(told.length, 11);
    assertEquals(new Set(failed.map((failure) => failure.path)).size, 11);
  });
}

Deno.test("a failure says what was called and what the server said", async () => {
  const { client } = scripted(() => ({ success: false, message: "disk full" }));
  await client.deleteRequest({ requestId: "r" });
  const { failed: [failure] } = await client.flush();
  assertEquals([failure?.method, failure?.httpMethod, failure?.path], [
    "deleteRequest",
    "DELETE",
    "/api/delete_request",
  ]);
  assert(failure?.startedAt instanceof Date);
  assertStringIncludes(String(failure?.error), "disk full");
});

Deno.test("argument errors reject also in the background (W-13)", async () => {
  const { client, seen } = scripted();
  await assertRejects(() => client.deleteRequest({ requestId: "" }));
  await assertRejects(() => client.deleteInteraction({ userId: "u", interactionId: 0 }));
  await client.flush();
  assertEquals(seen.length, 0);
});

Deno.test("work that is queued at the end of a scope of code is done (W-15)", async () => {
  const { client, seen } = scripted();
  {
    await using closing = client;
    for (const act of BACKGROUND) await act(closing);
  }
  assertEquals(seen.length, 11);
  assertEquals(client.pending, 0);
});

Deno.test("a closed client refuses calls and says so", async () => {
  const { client } = scripted();
  await client.deleteRequest({ requestId: "r" });
  assertEquals((await client.close()).completed, 1);
  const error = await assertRejects(() => client.whoami(), ReflexioError);
  assertStringIncludes(error.message, "closed");
});

Deno.test("without a hook a failure is logged; a hook that throws is logged as well", async () => {
  const said: string[] = [];
  const logger = { warn: (message: string) => said.push(message) };
  const quiet = scripted(() => new Response(null, { status: 500 }), { logger });
  await quiet.client.deleteRequest({ requestId: "r" });
  await quiet.client.flush();
  const broken = scripted(() => new Response(null, { status: 500 }), {
    logger,
    onBackgroundError: () => {
      throw new Error("hook");
    },
  });
  await broken.client.deleteRequest({ requestId: "r" });
  assertEquals((await broken.client.flush()).failed.length, 1);
  assertEquals(said, ["Background call deleteRequest failed", "onBackgroundError threw"]);
});

Deno.test("at most four calls are in flight, started in order", async () => {
  let inFlight = 0;
  let most = 0;
  const { client, seen } = scripted(async () => {
    most = Math.max(most, ++inFlight);
    await new Promise((resolve) => setTimeout(resolve));
    inFlight--;
    return FULL_ANSWER;
  });
  for (let index = 0; index < 50; index++) void client.deleteRequest({ requestId: `${index}` });
  await client.flush();
  assertEquals(most, 4);
  assertEquals(
    seen.map((request) => (request.body as { request_id: string }).request_id),
    Array.from({ length: 50 }, (_, index) => `${index}`),
  );
});

Deno.test("a full queue makes the next caller wait, and loses nothing", async () => {
  const gate = Promise.withResolvers<void>();
  const { client, seen } = scripted(async () => {
    await gate.promise;
    return FULL_ANSWER;
  }, { backgroundConcurrency: 1, maxQueued: 2 });
  for (let index = 0; index < 3; index++) await client.deleteRequest({ requestId: `${index}` });
  let isAdmitted = false;
  const fourth = client.deleteRequest({ requestId: "3" }).then(() => isAdmitted = true);
  await new Promise((resolve) => setTimeout(resolve));
  assertEquals([isAdmitted, client.pending], [false, 4]);
  gate.resolve();
  await fourth;
  assertEquals((await client.flush()).completed, 4);
  assertEquals(seen.length, 4);
});

Deno.test("flush() waits for work that is added meanwhile", async () => {
  const { client, seen } = scripted((_, index) => {
    if (index === 0) void client.deleteRequest({ requestId: "later" });
    return FULL_ANSWER;
  });
  await client.deleteRequest({ requestId: "first" });
  assertEquals((await client.flush()).completed, 2);
  assertEquals(seen.length, 2);
});

Deno.test("flush() ends at its limit or its signal, and the work goes on", async () => {
  const gate = Promise.withResolvers<void>();
  const { client } = scripted(async () => {
    await gate.promise;
    return FULL_ANSWER;
  });
  await client.deleteRequest({ requestId: "r" });
  assertEquals((await client.flush({ timeoutMs: 1 })).unfinished, 1);
  assertEquals(await client.flush({ signal: AbortSignal.abort("stop") }).catch((e) => e), "stop");
  gate.resolve();
  assertEquals(await client.flush(), { completed: 1, failed: [], unfinished: 0 });
});

Deno.test("failures are handed out once", async () => {
  const { client } = scripted(() => new Response(null, { status: 500 }));
  await client.deleteRequest({ requestId: "r" });
  assertEquals((await client.flush()).failed.length, 1);
  assertEquals((await client.flush()).failed.length, 0);
});

Deno.test("a caller's signal cancels a queued call, which counts as failed", async () => {
  const { client, seen } = scripted();
  await client.deleteRequest({ requestId: "r", signal: AbortSignal.abort("no more") });
  const { failed } = await client.flush();
  assertEquals(failed.map((failure) => failure.error), ["no more"]);
  assertEquals(seen.length, 0);
});

Deno.test("waitUntil gets a promise that never rejects before the method resolves", async () => {
  const works: Promise<unknown>[] = [];
  const { client, seen } = scripted(() => new Response(null, { status: 500 }), {
    waitUntil: (work) => void works.push(work),
  });
  let isResolved = false;
  const call = client.deleteRequest({ requestId: "r" }).then(() => isResolved = true);
  await Promise.resolve();
  assertEquals(isResolved, false);
  assertEquals(works.length, 1);
  await call;
  await works[0];
  assertEquals([seen.length, client.pending], [1, 0]);
  const own: Promise<unknown>[] = [];
  await client.deleteRequest({ requestId: "r", waitUntil: (work) => void own.push(work) });
  assertEquals([works.length, own.length], [1, 1]);
  await client.flush();
});

Deno.test("a scope counts, flushes and reports its own calls", async () => {
  const { client } = scripted((request) =>
    request.text.includes("bad") ? new Response(null, { status: 500 }) : FULL_ANSWER
  );
  const works: Promise<unknown>[] = [];
  const scope = client.scope({ waitUntil: (work) => void works.push(work) });
  await client.deleteRequest({ requestId: "client" });
  await scope.deleteRequest({ requestId: "bad" });
  await scope.deleteRequest({ requestId: "scope" });
  const own = await scope.flush();
  assertEquals([own.completed, own.failed.length], [1, 1]);
  assertEquals(works.length, 2);
  const rest = await client.flush();
  assertEquals([rest.completed, rest.failed.length], [2, 0]);
});

Deno.test("a scope is flushed when it is disposed and leaves the client open", async () => {
  const { client, seen } = scripted();
  {
    await using scope = client.scope({ userId: "u" });
    await scope.deleteProfile({ profileId: "p" });
  }
  assertEquals(seen.length, 1);
  await client.whoami();
});

Deno.test("a publish in the background is repeated under one key", async () => {
  const { client, seen } = scripted((_, index) =>
    index === 0 ? new TypeError("reset") : FULL_ANSWER
  );
  assertEquals(
    await client.publishInteractionInBackground({ userId: "u", interactions: [{}] }),
    undefined,
  );
  assertEquals((await client.flush()).completed, 1);
  assertEquals(new Set(seen.map((each) => each.headers.get("idempotency-key"))).size, 1);
  assertEquals(seen.length, 2);
});

/** A TCP server that answers by hand, refuses each hundredth call and drops each hundredth. */
async function serveBadly(listener: Deno.Listener, done: Set<string>): Promise<void> {
  const answerTo = async (connection: Deno.Conn) => {
    const decoder = new TextDecoder();
    const buffer = new Uint8Array(65_536);
    let text = "";
    try {
      while (true) {
        const size = await connection.read(buffer);
        if (size === null) break;
        text += decoder.decode(buffer.subarray(0, size));
        const match = /\r\n\r\n.*"request_id":"(\d+)"\}/s.exec(text);
        if (!match) continue;
        text = "";
        const id = Number(match[1]);
        if (id % 100 === 50) break;
        const isRefused = id % 100 === 0;
        if (!isRefused) done.add(`${id}`);
        const body = isRefused ? '{"detail":"no"}' : '{"success":true}';
        const status = isRefused ? "403 Forbidden" : "200 OK";
        await connection.write(new TextEncoder().encode(
          `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
        ));
      }
    } catch {
      // The other side went away; the client's report is what is checked.
    }
    connection.close();
  };
  const open: Promise<void>[] = [];
  try {
    for await (const connection of listener) open.push(answerTo(connection));
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
  await Promise.all(open);
}

Deno.test("of 10,000 background deletes each is done or reported once", async () => {
  const total = 10_000;
  const done = new Set<string>();
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const serving = serveBadly(listener, done);
  const httpClient = Deno.createHttpClient({});
  const reported: unknown[] = [];
  const client = new ReflexioClient({
    urlEndpoint: `http://127.0.0.1:${listener.addr.port}`,
    maxRetries: 1,
    retryDelayMs: 0,
    backgroundConcurrency: 16,
    fetch: (input, init) => fetch(input, { ...init, client: httpClient }),
    onBackgroundError: (error) => reported.push(error),
  });
  let mostPending = 0;
  for (let id = 1; id <= total; id++) {
    await client.deleteRequest({ requestId: `${id}` });
    mostPending = Math.max(mostPending, client.pending);
  }
  const { completed, failed, unfinished } = await client.flush();
  httpClient.close();
  listener.close();
  await serving;
  assertEquals(unfinished, 0);
  assertEquals(completed + failed.length, total);
  assertEquals(done.size, completed);
  assertEquals(failed.map((failure) => failure.error), reported);
  assertEquals(failed.length, 200);
  assertEquals(failed.filter(({ error }) => error instanceof ReflexioHTTPError).length, 100);
  assertEquals(failed.filter(({ error }) => error instanceof ReflexioConnectionError).length, 100);
  assert(mostPending <= 1_000 + 16 + 1, `${mostPending} calls were held at once`);
});
