import { assert, assertEquals, assertThrows } from "@std/assert";
import { ReflexioClientSync } from "../../client/sync.ts";
import {
  ReflexioConnectionError,
  ReflexioError,
  ReflexioHTTPError,
  ReflexioValidationError,
} from "../../mod.ts";
import { FULL_ANSWER } from "./scripted_fetch.ts";

/** A server in a thread of its own: the thread of the test is blocked while it answers. */
async function startThreadedServer(): Promise<{ url: string; stop(): void }> {
  const source = `
    const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
      const text = await request.text();
      if (text.includes("bad")) {
        return Response.json({ detail: "no such thing" }, {
          status: 404,
          headers: { "x-correlation-id": "0badcafe" },
        });
      }
      return Response.json({ ...${JSON.stringify(FULL_ANSWER)}, message: text, msg: text });
    });
    postMessage(server.addr.port);
  `;
  const worker = new Worker(`data:text/javascript,${encodeURIComponent(source)}`, {
    type: "module",
  });
  const port = await new Promise((resolve) => worker.onmessage = ({ data }) => resolve(data));
  return { url: `http://127.0.0.1:${port}`, stop: () => worker.terminate() };
}

Deno.test({
  name: "ReflexioClientSync blocks until the answer is there",
  // The worker threads end by themselves a moment after they are told to.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(test) {
    const server = await startThreadedServer();
    const client = new ReflexioClientSync({
      urlEndpoint: server.url,
      headers: new Headers({ "x-a": "b" }),
      maxRetries: 0,
    });

    await test.step("values come back as values", () => {
      assertEquals(client.search({ query: "q", headers: { "x-b": "c" } }).profiles, []);
      assertEquals(client.context("q"), { text: "", sources: [], omittedCount: 0 });
      const startTime = new Date("2026-01-01T00:00:00Z");
      assert(client.getRequests({ startTime }).msg?.includes("2026-01-01T00:00:00.000Z"));
    });

    await test.step("errors come back as errors of their class", () => {
      const error = assertThrows(
        () => client.deleteRequest({ requestId: "bad", waitForResponse: true }),
        ReflexioHTTPError,
      );
      assertEquals([error.status, error.detail, error.correlationId], [
        404,
        "no such thing",
        "0badcafe",
      ]);
      assertEquals(error.headers.get("x-correlation-id"), "0badcafe");
      assert(error.stack && error instanceof Error && error.name === "ReflexioHTTPError");
      const refused = assertThrows(() => client.search({ query: " " }), ReflexioValidationError);
      assertEquals(refused.issues[0].path, "query");
    });

    await test.step("background calls are queued, counted and reported", () => {
      assertEquals(client.deleteRequest({ requestId: "r" }), undefined);
      client.deleteRequest({ requestId: "bad" });
      const { completed, failed, unfinished } = client.flush();
      assertEquals([completed, failed.length, unfinished], [1, 1, 0]);
      assert(failed[0]?.error instanceof ReflexioHTTPError);
      assertEquals(client.pending, 0);
    });

    await test.step("answers are kept and can be forgotten", () => {
      assertEquals(client.getProfiles({ userId: "u" }), client.getProfiles({ userId: "u" }));
      client.clearCache();
    });

    await test.step("a closed client refuses calls", () => {
      client.close();
      const error = assertThrows(() => client.whoami(), ReflexioError);
      assert(error.message.includes("closed"));
    });

    server.stop();
    await test.step("a server that is gone is a connection error", () => {
      const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
      const { port } = listener.addr;
      listener.close();
      using gone = new ReflexioClientSync({
        urlEndpoint: `http://127.0.0.1:${port}`,
        maxRetries: 0,
      });
      assertThrows(() => gone.whoami(), ReflexioConnectionError);
    });
  },
});

Deno.test("new ReflexioClientSync() refuses options that cannot work", () => {
  assertThrows(() => new ReflexioClientSync({ urlEndpoint: "ftp://x" }), ReflexioValidationError);
});

Deno.test("new ReflexioClientSync() says where it cannot run", () => {
  const scope = globalThis as { process?: unknown };
  const { process } = scope;
  scope.process = undefined;
  try {
    const error = assertThrows(() => new ReflexioClientSync(), ReflexioError);
    assert(error.message.includes("use ReflexioClient here"));
  } finally {
    scope.process = process;
  }
});
