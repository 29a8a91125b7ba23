import { assertEquals } from "@std/assert";
import { requestLine } from "./request_log.ts";

const RECORD = {
  method: "POST",
  path: "/api/search",
  status: 200,
  ms: 1.23456,
  org: "acme",
  correlationId: "0a1b2c3d",
};

Deno.test("requestLine() writes one JSON object or one line for people", () => {
  const at = Date.UTC(2026, 0, 2);
  assertEquals(JSON.parse(requestLine("json", RECORD, at)), {
    time: "2026-01-02T00:00:00.000Z",
    level: "info",
    event: "request",
    method: "POST",
    route: "/api/search",
    status: 200,
    ms: 1.235,
    org: "acme",
    request_id: "0a1b2c3d",
  });
  assertEquals(
    requestLine("pretty", { ...RECORD, path: null, org: null, status: 404 }, at),
    "2026-01-02T00:00:00.000Z 0a1b2c3d POST (no route) 404 1.235 ms",
  );
});
