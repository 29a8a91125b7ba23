import { assert, assertEquals, assertMatch } from "@std/assert";
import { createReflexio, type Reflexio } from "../../server/mod.ts";
import { parseApiKeys } from "../../server/mod.ts";
import { faultyKv } from "../support/faulty_kv.ts";

/** Sends a request without a socket. */
async function ask(reflexio: Reflexio, path: string, init: RequestInit = {}) {
  const response = await reflexio.fetch(new Request(`http://localhost${path}`, init));
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** A publish. */
function publish(text: string, key?: string): RequestInit {
  return {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...key === undefined ? {} : { Authorization: `Bearer ${key}` },
    },
    body: JSON.stringify({
      user_id: "ana",
      interaction_data_list: [{ role: "User", content: text }],
    }),
  };
}

Deno.test("/metrics counts requests by route in a text that a scraper can read", async () => {
  await using reflexio = await createReflexio();
  await ask(reflexio, "/api/publish_interaction", publish("I live in Bergen"));
  await ask(reflexio, "/api/get_all_profiles");
  await ask(reflexio, "/nowhere/marker-in-a-path");
  await reflexio.drain();
  const { status, text, headers } = await ask(reflexio, "/metrics");
  assertEquals([status, headers.get("content-type")], [
    200,
    "text/plain; version=0.0.4; charset=utf-8",
  ]);
  for (const line of text.trim().split("\n")) {
    assertMatch(line, /^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{[^{}]*\})? [\d.e+-]+)$/);
  }
  const sample = (start: string) => text.split("\n").find((line) => line.startsWith(start));
  assertEquals(
    sample('reflexio_http_requests_total{route="/api/publish_interaction"'),
    'reflexio_http_requests_total{route="/api/publish_interaction",method="POST",status="200"} 1',
  );
  assertEquals(
    sample('reflexio_http_requests_total{route="other"'),
    'reflexio_http_requests_total{route="other",method="GET",status="404"} 1',
  );
  assert(Number(sample('reflexio_job_runs_total{outcome="succeeded"')?.split(" ")[1]) >= 2);
  assert(Number(sample("reflexio_store_commits_total")?.split(" ")[1]) > 0);
  assert(!/ana|Bergen|marker|self-host-org/.test(text));
});

Deno.test("/metrics of a server with keys asks for its token and names orgs only when wanted", async () => {
  const apiKeys = await parseApiKeys("acme:key-of-acme");
  const env: Record<string, string> = {};
  {
    await using reflexio = await createReflexio({ apiKeys, env: (name) => env[name] });
    const refused = await ask(reflexio, "/metrics", {
      headers: { Authorization: "Bearer key-of-acme" },
    });
    assertEquals(refused.status, 401);
    assert(refused.text.includes("set REFLEXIO_METRICS_TOKEN"));
  }
  env["REFLEXIO_METRICS_TOKEN"] = "token-of-the-scraper";
  env["REFLEXIO_METRICS_BY_ORG"] = "on";
  await using reflexio = await createReflexio({ apiKeys, env: (name) => env[name] });
  await ask(reflexio, "/api/publish_interaction", publish("hello", "key-of-acme"));
  assertEquals((await ask(reflexio, "/metrics")).status, 401);
  const headers = { Authorization: "Bearer token-of-the-scraper" };
  const { text } = await ask(reflexio, "/metrics", { headers });
  assert(text.includes('reflexio_http_requests_by_org_total{org="acme"} 1'));
  assert(!/token-of|key-of/.test(text));
});

Deno.test("/ready tells when the database takes no writes, and when it does again", async () => {
  let isFull = false;
  const database = faultyKv(await Deno.openKv(":memory:"), {
    before: () => {
      if (isFull) throw new TypeError("database or disk is full");
    },
  });
  await using reflexio = await createReflexio({ database });
  assertEquals(await ask(reflexio, "/ready").then(({ status }) => status), 200);
  isFull = true;
  const full = await ask(reflexio, "/ready");
  assertEquals(full.status, 503);
  assertEquals(JSON.parse(full.text), {
    status: "unavailable",
    reason: "Cannot write: the disk is full; free some space",
  });
  isFull = false;
  assertEquals(JSON.parse((await ask(reflexio, "/ready")).text), { status: "ready" });
});
