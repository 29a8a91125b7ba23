import { assertEquals } from "@std/assert";
import { createHandler } from "../../server/http/mod.ts";
import { EXAMPLE_BODIES } from "../../server/validate/examples.ts";
import { makeFakeHandlers } from "./fake_handlers.ts";
import { drain, read, SEARCH, serve } from "./served.ts";

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
