import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { parseApiKeys, serve, ServeError } from "../../server/mod.ts";
import { startServerProcess } from "../support/server_process.ts";
import { type ApiServer, startApi } from "./api_server.ts";

/** Statuses of calls in a row of an endpoint that takes five a minute. */
async function statuses(api: ApiServer, count: number, headers: Record<string, string> = {}) {
  const seen: number[] = [];
  for (let i = 0; i < count; i++) {
    const body = { user_id: "nobody" };
    const path = "/api/manual_profile_generation";
    seen.push((await api.send("POST", path, { body, headers })).status);
  }
  return seen;
}

Deno.test("H-030 H-035 H-036 rate limits are on or off by option, each path for itself", async () => {
  await using free = await startApi();
  assertEquals(await statuses(free, 7), Array(7).fill(200));
  await using api = await startApi({ limitsRate: true });
  assertEquals(await statuses(api, 6), [200, 200, 200, 200, 200, 429]);
  const body = { user_id: "nobody" };
  const refused = await api.send("POST", "/api/manual_profile_generation", { body });
  assertEquals(refused.body, { error: "Rate limit exceeded: 5 per 1 minute" });
  assertMatch(refused.headers.get("retry-after") ?? "", /^\d+$/);
  assertEquals((await api.send("POST", "/api/get_profiles", { body })).status, 200);
});

Deno.test("H-034 H-037 refused input takes nothing from the allowance, each key has its own", async () => {
  const apiKeys = await parseApiKeys("org:key-one-12345678,org:key-two-12345678");
  await using api = await startApi({ limitsRate: true, apiKeys });
  const as = (key: string) => ({ authorization: `Bearer ${key}` });
  for (let i = 0; i < 8; i++) {
    const options = { body: [], headers: as("key-one-12345678") };
    const { status } = await api.send("POST", "/api/manual_profile_generation", options);
    assertEquals(status, 422);
  }
  assertEquals((await statuses(api, 6, as("key-one-12345678"))).at(-1), 429);
  assertEquals(await statuses(api, 5, as("key-two-12345678")), Array(5).fill(200));
});

Deno.test("H-036 REFLEXIO_RATE_LIMIT switches the limits of a started server", async () => {
  const last = async (value: string) => {
    await using server = await startServerProcess({
      kv: ":memory:",
      env: { REFLEXIO_RATE_LIMIT: value },
    });
    let status = 0;
    for (let i = 0; i < 6; i++) {
      const response = await fetch(`${server.url}/api/manual_profile_generation`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"user_id":"nobody"}',
      });
      await response.body?.cancel();
      status = response.status;
    }
    return status;
  };
  assertEquals(await Promise.all([last("on"), last("off")]), [429, 200]);
});

Deno.test("H-006 H-007 a server with keys asks for one, and for the right that a call needs", async () => {
  const apiKeys = await parseApiKeys("org:admin:key-admin-123456,org:read:key-reader-12345");
  await using api = await startApi({ apiKeys });
  const none = await api.send("POST", "/api/get_profiles", { body: { user_id: "ada" } });
  assertEquals([none.status, none.headers.get("www-authenticate")], [401, "Bearer"]);
  const reader = { authorization: "bearer key-reader-12345" };
  const read = { body: { user_id: "ada" }, headers: reader };
  assertEquals((await api.send("POST", "/api/get_profiles", read)).status, 200);
  const write = await api.send("DELETE", "/api/delete_all_profiles", { headers: reader });
  assertEquals(write.status, 403);
  assertEquals((await api.send("GET", "/health")).status, 200);
});

Deno.test("H-007 an address for everybody without keys refuses to start", () => {
  assertThrows(() => serve({ hostname: "0.0.0.0", port: 0 }), ServeError, "REFLEXIO_API_KEYS");
});
