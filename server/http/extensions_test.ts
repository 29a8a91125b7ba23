import { assertEquals } from "@std/assert";
import { makeFakeHandlers } from "../../tests/contract/fake_handlers.ts";
import { ServiceError } from "../services/errors.ts";
import type { ExtensionCall, Extensions } from "../services/handlers.ts";
import { createHandler } from "./handler.ts";
import type { Caller } from "./access.ts";

/** Asks a handler with two extensions. */
async function ask(
  path: string,
  init: RequestInit = {},
  caller: Partial<Caller> = {},
): Promise<{ status: number; body: unknown; calls: ExtensionCall[]; paths: (string | null)[] }> {
  const calls: ExtensionCall[] = [];
  const paths: (string | null)[] = [];
  const handle = (call: ExtensionCall) => {
    calls.push(call);
    if (call.query.has("bad")) throw new ServiceError("invalid", "no", { field: ["bad"] });
    return Promise.resolve({ org: call.org });
  };
  const extensions: Extensions = {
    look: { method: "GET", path: "/api/look", summary: "", role: "read", parameters: [], handle },
    work: { method: "POST", path: "/api/work", summary: "", role: "admin", parameters: [], handle },
  };
  const handler = createHandler({
    handlers: makeFakeHandlers().handlers,
    extensions,
    maxBodyBytes: 100,
    authenticate: () => ({
      org: "o",
      keyId: null,
      role: "admin",
      canReadSecrets: false,
      ...caller,
    }),
    onRequest: (record) => paths.push(record.path),
  });
  const response = await handler(new Request(`http://x${path}`, init));
  return { status: response.status, body: await response.json(), calls, paths };
}

const JSON_TYPE = { "Content-Type": "application/json" };

Deno.test("an extension is called with its org, query and body", async () => {
  const looked = await ask("/api/look?a=1");
  assertEquals([looked.status, looked.body], [200, { org: "o" }]);
  assertEquals([looked.calls[0]?.query.get("a"), looked.calls[0]?.body], ["1", null]);
  assertEquals(looked.paths, ["/api/look"]);
  const worked = await ask("/api/work", { method: "POST", body: '{"b":2}', headers: JSON_TYPE });
  assertEquals(worked.calls[0]?.body, { b: 2 });
});

Deno.test("an extension obeys methods, roles and the limits of bodies", async () => {
  assertEquals((await ask("/api/look", { method: "POST" })).status, 405);
  assertEquals((await ask("/api/work", { method: "POST" }, { role: "write" })).status, 403);
  const post = (body: string) => ask("/api/work", { method: "POST", body, headers: JSON_TYPE });
  assertEquals((await post("x".repeat(200))).status, 413);
  assertEquals((await post("{")).status, 422);
  assertEquals((await post("[".repeat(80))).status, 400);
});

Deno.test("a refused parameter of an extension is named at its place", async () => {
  const { status, body } = await ask("/api/look?bad=1");
  assertEquals(status, 422);
  assertEquals((body as { detail: { loc: string[] }[] }).detail[0]?.loc, ["query", "bad"]);
});
