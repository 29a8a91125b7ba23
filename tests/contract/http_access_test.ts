import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { apiKeyAccess } from "../../server/http/mod.ts";
import { drain, read, SEARCH, serve } from "./served.ts";

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
