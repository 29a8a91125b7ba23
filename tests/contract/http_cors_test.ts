import { assertEquals } from "@std/assert";
import { createHandler, type HttpOptions } from "../../server/http/mod.ts";
import { makeFakeHandlers } from "./fake_handlers.ts";

/** Headers about origins in an answer. */
const NAMES = ["Allow-Origin", "Allow-Credentials", "Allow-Methods", "Allow-Headers", "Max-Age"];

/** Asks a handler and gives back status, text and the cross-origin headers. */
async function ask(
  init: { method?: string; path?: string; headers?: Record<string, string> },
  options: Partial<HttpOptions> = {},
): Promise<{ status: number; text: string; cors: Record<string, string>; headers: Headers }> {
  const handler = createHandler({
    handlers: makeFakeHandlers({ whoami: () => Promise.reject(new Error("boom")) }).handlers,
    ...options,
  });
  const { method = "GET", path = "/health", headers = {} } = init;
  const response = await handler(new Request(`http://127.0.0.1${path}`, { method, headers }));
  const cors = NAMES.flatMap((name) => {
    const value = response.headers.get(`Access-Control-${name}`);
    return value === null ? [] : [[name, value]];
  });
  return {
    status: response.status,
    text: await response.text(),
    cors: Object.fromEntries(cors),
    headers: response.headers,
  };
}

const LOOPBACK = "http://localhost:3000";

Deno.test("H-022 without an origin there are no cross-origin headers", async () => {
  const { cors, headers } = await ask({});
  assertEquals([cors, headers.get("Vary")], [{}, null]);
});

Deno.test("H-023 H-026 an allowed origin is echoed, without credentials unless it is listed", async () => {
  const open = await ask({ headers: { Origin: LOOPBACK } });
  assertEquals(open.cors, { "Allow-Origin": LOOPBACK });
  assertEquals(open.headers.get("Vary"), "Origin");
  assertEquals(open.headers.get("Access-Control-Expose-Headers"), "X-Correlation-ID, Retry-After");
  const allowedOrigins = ["https://app.example"];
  const listed = await ask({ headers: { Origin: "https://app.example" } }, { allowedOrigins });
  assertEquals(listed.cors["Allow-Credentials"], "true");
  const any = await ask({ headers: { Origin: "https://x.y" } }, { allowedOrigins: ["*"] });
  assertEquals(any.cors, { "Allow-Origin": "https://x.y" });
});

Deno.test("H-024 a preflight is answered for every path and method that pages use", async () => {
  for (const method of ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]) {
    const { status, text, cors } = await ask({
      method: "OPTIONS",
      path: "/no/such/path",
      headers: {
        Origin: LOOPBACK,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "content-type, authorization",
      },
    });
    assertEquals([status, text], [200, "OK"]);
    assertEquals(cors, {
      "Allow-Origin": LOOPBACK,
      "Allow-Methods": "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
      "Allow-Headers": "content-type, authorization",
      "Max-Age": "600",
    });
  }
});

Deno.test("H-025 a preflight for another method is 400", async () => {
  const headers = { Origin: LOOPBACK, "Access-Control-Request-Method": "BREW" };
  const { status, text } = await ask({ method: "OPTIONS", headers });
  assertEquals([status, text], [400, "Disallowed CORS method"]);
});

Deno.test("H-027 H-028 refusals and failures carry the headers too", async () => {
  const headers = { Origin: LOOPBACK };
  const answers = [
    await ask({ path: "/nothing", headers }),
    await ask({ path: "/api/search", headers }),
    await ask({ path: "/api/search", method: "POST", headers }),
    await ask({ path: "/health/", headers }),
    await ask({ path: "/api/whoami", headers }),
    await ask({ path: "/api/whoami", headers }, { guardsUserAgent: true }),
  ];
  assertEquals(answers.map(({ status }) => status), [404, 405, 422, 307, 500, 403]);
  for (const { cors } of answers) assertEquals(cors, { "Allow-Origin": LOOPBACK });
});

Deno.test("H-029 pages from elsewhere get neither headers nor a preflight", async () => {
  for (const Origin of ["https://evil.example", "null", "http://localhost.evil.example", "x"]) {
    assertEquals((await ask({ headers: { Origin } })).cors, {});
    const preflight = { Origin, "Access-Control-Request-Method": "POST" };
    const { status, cors } = await ask({ method: "OPTIONS", headers: preflight });
    assertEquals([status, cors], [400, {}]);
  }
  for (const Origin of ["http://127.0.0.1:5", "http://[::1]:5", "https://app.localhost"]) {
    assertEquals((await ask({ headers: { Origin } })).cors, { "Allow-Origin": Origin });
  }
});
