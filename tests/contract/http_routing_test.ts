import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { createHandler } from "../../server/http/mod.ts";
import { drain, read, serve } from "./served.ts";

Deno.test("H-008 a body over the limit is 413, with and without a length", async () => {
  await using server = serve({ maxBodyBytes: 1_000 });
  const big = { query: "x".repeat(2_000) };
  assertEquals((await read(server.send("POST", "/api/search", big)))[0], 413);
  const chunk = new TextEncoder().encode("x".repeat(400));
  let chunks = 0;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      chunks++;
      controller.enqueue(chunk);
    },
  });
  const handler = createHandler({ handlers: server.handlers, maxBodyBytes: 1_000 });
  const request = new Request(`${server.url}/api/search`, {
    method: "POST",
    body: endless,
    headers: { "Content-Type": "application/json" },
  });
  const [status, body] = await read(handler(request));
  assertEquals(status, 413);
  assertStringIncludes(JSON.stringify(body), "1000 bytes");
  assert(chunks < 10, "reading stops at the limit");
  assertEquals(server.calls.length, 0);
});

Deno.test("H-009 H-016 H-055 what is not in the table is 404", async () => {
  await using server = serve();
  for (const path of ["/metrics", "/robots.txt", "/favicon.ico", "/api", "/api/", "/api/nothing"]) {
    assertEquals(await read(server.send("GET", path)), [404, { detail: "Not Found" }], path);
  }
});

Deno.test("H-010 R-073 the public endpoints answer without a key", async () => {
  await using server = serve({ authenticate: () => new Response(null, { status: 401 }) });
  assertEquals(await read(server.send("GET", "/health")), [200, { status: "healthy" }]);
  assertEquals((await read(server.send("GET", "/")))[1], {
    service: "Reflexio API",
    docs: "/docs",
    health: "/health",
  });
  assertEquals((await read(server.send("GET", "/meta/version")))[0], 200);
});

Deno.test("H-012 paths are case-sensitive and have no empty parts", async () => {
  await using server = serve();
  for (const path of ["//api/whoami", "/API/whoami", "/api//whoami", "/Health"]) {
    assertEquals((await read(server.send("GET", path)))[0], 404, path);
  }
  assertEquals((await read(server.send("GET", "/api/who%61mi")))[0], 200);
  assertEquals((await read(server.send("GET", "/api/%zz")))[0], 404);
});

Deno.test("H-013 H-051 slashes behind a known path redirect with 307 and keep the query", async () => {
  await using server = serve();
  for (const [method, path] of [["GET", "/health/"], ["PATCH", "/health//"]] as const) {
    const answer = await drain(server.send(method, `${path}?a=1&b`));
    assertEquals([answer.status, answer.text], [307, ""]);
    assertEquals(answer.headers.get("Location"), `${server.url}/health?a=1&b`);
  }
});

Deno.test("H-014 HEAD is served outside /api and is 405 without a body elsewhere", async () => {
  await using server = serve();
  for (const path of ["/", "/health", "/meta/version", "/docs", "/openapi.json"]) {
    const answer = await drain(server.send("HEAD", path));
    assertEquals([answer.status, answer.text], [200, ""], path);
  }
  const refused = await drain(server.send("HEAD", "/api/whoami"));
  assertEquals([refused.status, refused.text, refused.headers.get("Allow")], [405, "", "GET"]);
});

Deno.test("H-015 H-056 another method is 405 and names the one that is served", async () => {
  await using server = serve();
  const answer = await drain(server.send("GET", "/api/search"));
  assertEquals([answer.status, answer.text], [405, '{"detail":"Method Not Allowed"}']);
  assertEquals(answer.headers.get("Allow"), "POST");
});

Deno.test("H-017 OPTIONS without the headers of a preflight is an ordinary 405", async () => {
  await using server = serve();
  assertEquals((await read(server.send("OPTIONS", "/api/search")))[0], 405);
  const headers = { Origin: "http://localhost:3000" };
  assertEquals((await read(server.send("OPTIONS", "/api/search", undefined, { headers })))[0], 405);
});

Deno.test("H-018 a body that is not asked for is ignored", async () => {
  await using server = serve();
  const [status] = await read(
    server.send("DELETE", "/api/delete_all_profiles?x=1", undefined, { body: "{broken" }),
  );
  assertEquals(status, 200);
});
