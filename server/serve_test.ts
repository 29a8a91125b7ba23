import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { isLoopback, serve, ServeError } from "./serve.ts";
import { StoreError } from "./store/mod.ts";

Deno.test("serve() answers on a free port, is ready, and closes once", async () => {
  const server = serve({ port: 0, kv: ":memory:" });
  const early = await fetch(`${server.url}/health`);
  assertEquals(await early.json(), { status: "healthy" });
  assertEquals((await server.ready).learner.startsWith("embedded"), true);
  const who = await fetch(`${server.url}/api/whoami`);
  assertEquals((await who.json()).storage_label, "<memory>");
  await Promise.all([server.close(), server.close()]);
  await server.finished;
  await assertRejects(() => fetch(`${server.url}/health`), TypeError);
});

Deno.test("serve() refuses other addresses than loopback without keys", () => {
  const error = assertThrows(() => serve({ hostname: "0.0.0.0", port: 0 }), ServeError);
  assertEquals(error.message.includes("REFLEXIO_API_KEYS"), true);
});

Deno.test("serve() answers 503 when the storage cannot be opened, and says why by ready", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/x.db`, "no database, but long enough ".repeat(200));
    await using server = serve({ port: 0, kv: `${folder}/x.db` });
    await assertRejects(() => server.ready, StoreError);
    const refused = await fetch(`${server.url}/api/whoami`);
    assertEquals(refused.status, 503);
    assertEquals((await refused.json()).detail.startsWith("Storage"), true);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("serve() tells callers behind a proxy apart when REFLEXIO_TRUSTED_PROXIES names it", async () => {
  const statuses = async (proxies: string | undefined) => {
    await using server = serve({
      port: 0,
      kv: ":memory:",
      limitsRate: true,
      env: (name) => name === "REFLEXIO_TRUSTED_PROXIES" ? proxies : undefined,
    });
    const cancel = async (forwardedFor: string) => {
      const response = await fetch(`${server.url}/api/cancel_operation`, {
        method: "POST",
        body: "{}",
        headers: { "Content-Type": "application/json", "X-Forwarded-For": forwardedFor },
      });
      await response.body?.cancel();
      return response.status;
    };
    for (let i = 0; i < 10; i++) await cancel("192.0.2.1");
    return [await cancel("192.0.2.1"), await cancel("192.0.2.2")];
  };
  assertEquals(await statuses("10.0.0.9, 127.0.0.1"), [429, 200]);
  assertEquals(await statuses(undefined), [429, 429]);
});

Deno.test("isLoopback() knows the addresses of this machine", () => {
  const all = ["127.0.0.1", "127.8.9.1", "::1", "[::1]", "localhost", "0.0.0.0", "::", "10.0.0.1"];
  assertEquals(all.filter(isLoopback), all.slice(0, 5));
});
