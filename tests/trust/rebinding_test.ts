import { assertEquals, assertStringIncludes } from "@std/assert";
import { createReflexio, serve, type ServeOptions } from "../../server/mod.ts";

/** What a server says to a request with headers as a browser would set them; status and text. */
async function ask(
  port: number,
  headers: Readonly<Record<string, string>>,
  line = "GET /api/get_all_profiles HTTP/1.1",
): Promise<[status: number, text: string]> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = `${line}\r\n${lines.join("")}Connection: close\r\nContent-Length: 0\r\n\r\n`;
  await connection.write(new TextEncoder().encode(text));
  const answer = await new Response(connection.readable).text();
  return [Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), answer];
}

/** Statuses of requests that name these hosts. */
async function statuses(options: ServeOptions, hosts: readonly string[]): Promise<number[]> {
  await using server = serve({ port: 0, kv: ":memory:", ...options });
  await server.ready;
  const answers = await Promise.all(hosts.map((Host) => ask(server.port, { Host })));
  return answers.map(([status]) => status);
}

const OWN = ["localhost", "LOCALHOST:8081", "127.0.0.1:1", "[::1]:9", "app.localhost", "127.1.2.3"];
const FOREIGN = [
  "evil.example",
  "localhost.evil.example:8081",
  "127.0.0.1.evil.example",
  "evil.example#localhost",
  "localhost@evil.example",
  "10.0.0.7",
  "169.254.169.254",
];

Deno.test("an open loopback server answers to names of this machine alone", async () => {
  assertEquals(await statuses({}, OWN), OWN.map(() => 200));
  assertEquals(await statuses({}, FOREIGN), FOREIGN.map(() => 403));
  await using server = serve({ port: 0, kv: ":memory:" });
  const { hostname } = new URL(server.url);
  assertEquals(hostname, "localhost");
  const [status, text] = await ask(server.port, { Host: "evil.example" });
  assertEquals(status, 403);
  assertStringIncludes(text, "REFLEXIO_ALLOWED_HOSTS");
  const direct = await fetch(`http://127.0.0.1:${server.port}/api/whoami`);
  assertEquals((await direct.json()).success, true);
});

Deno.test("names can be allowed, and a server with keys or an address of its own takes any", async () => {
  const names = ["memory.lan:8081", "proxy.example", "evil.example"];
  const listed = (name: string) =>
    name === "REFLEXIO_ALLOWED_HOSTS" ? "memory.lan, Proxy.Example:443" : undefined;
  assertEquals(await statuses({ env: listed }, names), [200, 200, 403]);
  assertEquals(await statuses({ allowedHosts: ["evil.example"] }, names), [403, 403, 200]);
  const apiKeys = [{ org: "acme", sha256: "0".repeat(64), role: "read" as const }];
  assertEquals(await statuses({ apiKeys }, names), [401, 401, 401]);
  const everywhere = { hostname: "0.0.0.0", allowsUnauthenticated: true };
  assertEquals(await statuses(everywhere, names), [200, 200, 200]);
  await using inProcess = await createReflexio();
  const answer = await inProcess.fetch(new Request("https://any.example/health"));
  assertEquals(answer.status, 200);
});

Deno.test("pages from elsewhere cannot call an open server, not even with a simple request", async () => {
  await using server = serve({ port: 0, kv: ":memory:" });
  await server.ready;
  const host = `localhost:${server.port}`;
  const line = "POST /api/rerun_profile_generation HTTP/1.1";
  for (const Origin of ["https://evil.example", "null", "http://localhost.evil.example"]) {
    for (const each of [line, "GET /api/get_all_profiles HTTP/1.1", "DELETE /api/x HTTP/1.1"]) {
      const [status, text] = await ask(server.port, { Host: host, Origin }, each);
      assertEquals(status, 403, `${Origin} ${each}`);
      assertStringIncludes(text, "REFLEXIO_ALLOWED_ORIGINS");
    }
  }
  for (const Origin of ["http://localhost:3000", `http://${host}`, "https://app.localhost"]) {
    const [status] = await ask(server.port, { Host: host, Origin });
    assertEquals(status, 200, Origin);
  }
});

Deno.test("pages of the server itself and of listed origins may call", async () => {
  const env = (name: string) =>
    name === "REFLEXIO_ALLOWED_ORIGINS" ? "https://app.example,https://b.example" : undefined;
  await using listed = serve({ port: 0, kv: ":memory:", env });
  await using open = serve({
    port: 0,
    kv: ":memory:",
    hostname: "0.0.0.0",
    allowsUnauthenticated: true,
  });
  await Promise.all([listed.ready, open.ready]);
  const status = async (port: number, Host: string, Origin: string) =>
    (await ask(port, { Host, Origin }))[0];
  assertEquals(await status(listed.port, "localhost", "https://b.example"), 200);
  assertEquals(await status(listed.port, "localhost", "https://c.example"), 403);
  assertEquals(await status(open.port, "memory.lan:81", "http://memory.lan:81"), 200);
  assertEquals(await status(open.port, "memory.lan:81", "http://memory.lan"), 403);
});
