import { assert, assertEquals, assertRejects } from "@std/assert";
import { createEdge, type Edge } from "../../server/deploy.ts";

const ENV: Readonly<Record<string, string>> = {
  REFLEXIO_API_KEYS: "acme:admin:key-of-acme,beta:read:key-of-beta",
  REFLEXIO_RATE_LIMIT: "off",
};

/** Runs `work` with a way to make isolates that share one database and nothing else. */
async function withIsolates(work: (isolate: () => Edge) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  const edges: Edge[] = [];
  try {
    await work(() => {
      const edge = createEdge({
        env: (name) => ENV[name],
        openDatabase: () => Deno.openKv(`${folder}/kv.db`),
        holdMs: 5_000,
      });
      edges.push(edge);
      return edge;
    });
  } finally {
    for (const edge of edges) await edge[Symbol.asyncDispose]();
    await Deno.remove(folder, { recursive: true });
  }
}

/** Calls an endpoint. */
async function call(edge: Edge, path: string, body: unknown, key = "key-of-acme") {
  const response = await edge.fetch(
    new Request(`http://edge.test${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Authorization": `Bearer ${key}` },
      body: JSON.stringify(body),
    }),
  );
  return { status: response.status, body: await response.json() };
}

const PUBLISH = {
  user_id: "ana",
  interaction_data_list: [{ role: "User", content: "I live in Bergen and I am a nurse." }],
};

Deno.test("createEdge() has learnt when the answer of a publish leaves, and other isolates see it", () =>
  withIsolates(async (isolate) => {
    const published = await call(isolate(), "/api/publish_interaction", PUBLISH);
    assertEquals(published.status, 200);
    const found = await call(isolate(), "/api/search_profiles", {
      user_id: "ana",
      query: "Bergen",
    });
    assert(JSON.stringify(found.body).includes("Bergen"), JSON.stringify(found.body));
  }));

Deno.test("createEdge() keeps keys and orgs apart and asks for keys", () =>
  withIsolates(async (isolate) => {
    const edge = isolate();
    assertEquals((await call(edge, "/api/publish_interaction", PUBLISH, "nobody")).status, 401);
    assertEquals(
      (await call(edge, "/api/publish_interaction", PUBLISH, "key-of-beta")).status,
      403,
    );
    await call(edge, "/api/publish_interaction", PUBLISH);
    const foreign = await call(edge, "/api/get_profiles", { user_id: "ana" }, "key-of-beta");
    assertEquals(foreign.body.user_profiles, []);
    const open = createEdge({ env: () => undefined, openDatabase: () => Deno.openKv(":memory:") });
    await assertRejects(() => call(open, "/health", {}), Error, "set REFLEXIO_API_KEYS");
  }));

Deno.test("createEdge() tries to open the database again after it was away", async () => {
  let tries = 0;
  await using edge = createEdge({
    env: (name) => ENV[name],
    openDatabase: () => {
      if (tries++ === 0) return Promise.reject(new Error("away"));
      return Deno.openKv(":memory:");
    },
  });
  await assertRejects(() => call(edge, "/api/publish_interaction", PUBLISH), Error, "away");
  assertEquals((await call(edge, "/api/publish_interaction", PUBLISH)).status, 200);
});
