import { assertEquals } from "@std/assert";
import { ENDPOINTS } from "../../client/contract/mod.ts";
import { createHandler, type HttpOptions } from "../../server/http/mod.ts";
import { makeFakeHandlers } from "./fake_handlers.ts";
import { drain, read, serve } from "./served.ts";

Deno.test("H-031 H-033 H-035 H-059 R-079 too many calls in a minute are 429 with Retry-After", async () => {
  let nowMs = 0;
  await using server = serve({ rateLimitFactor: 1, monotonicMs: () => nowMs });
  const cancel = () => drain(server.send("POST", "/api/cancel_operation", {}));
  for (let i = 0; i < 10; i++) assertEquals((await cancel()).status, 200);
  nowMs = 15_500;
  const refused = await cancel();
  assertEquals([refused.status, refused.text], [
    429,
    '{"error":"Rate limit exceeded: 10 per 1 minute"}',
  ]);
  assertEquals(refused.headers.get("Retry-After"), "45");
  assertEquals(server.calls.length, 10);
  assertEquals(
    (await read(server.send("POST", "/api/run_playbook_aggregation", {
      playbook_name: "p",
    })))[0],
    200,
  );
  nowMs = 60_000;
  assertEquals((await cancel()).status, 200);
});

Deno.test("H-034 refused calls do not count", async () => {
  await using server = serve({ rateLimitFactor: 1 });
  for (let i = 0; i < 30; i++) {
    await drain(server.send("POST", "/api/cancel_operation", { service_name: 1 }));
  }
  assertEquals((await drain(server.send("POST", "/api/cancel_operation", {}))).status, 200);
});

Deno.test("H-030 each endpoint has the limit of its class, or none", () => {
  const limits: Record<string, number> = {
    publish_interaction: 60,
    add_user_profile: 60,
    add_user_playbook: 60,
    add_agent_playbook: 60,
    search: 120,
    search_profiles: 120,
    search_interactions: 120,
    search_user_playbooks: 120,
    search_agent_playbooks: 120,
    run_playbook_aggregation: 10,
    cancel_operation: 10,
    rerun_profile_generation: 5,
    manual_profile_generation: 5,
    rerun_playbook_generation: 5,
    manual_playbook_generation: 5,
  };
  for (const { name, ratePerMinute } of Object.values(ENDPOINTS)) {
    assertEquals(ratePerMinute, limits[name] ?? null, name);
  }
});

Deno.test("H-036 factor 0 switches the limits off", async () => {
  await using server = serve();
  for (let i = 0; i < 20; i++) {
    assertEquals((await drain(server.send("POST", "/api/cancel_operation", {}))).status, 200);
  }
});

Deno.test("H-032 H-037 clients are told apart by key, else by address behind trusted proxies", async () => {
  const fake = makeFakeHandlers();
  const limited = (options: Partial<HttpOptions>) =>
    createHandler({ handlers: fake.handlers, rateLimitFactor: 0.1, ...options });
  const request = (forwardedFor: string) =>
    new Request("http://x/api/cancel_operation", {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json", "X-Forwarded-For": forwardedFor },
    });
  const info = { remoteAddr: { hostname: "10.0.0.9" } };
  const untrusting = limited({});
  assertEquals((await drain(untrusting(request("1.1.1.1"), info))).status, 200);
  assertEquals((await drain(untrusting(request("2.2.2.2"), info))).status, 429);
  const trusting = limited({ trustedProxies: ["10.0.0.9"] });
  assertEquals((await drain(trusting(request("1.1.1.1"), info))).status, 200);
  assertEquals((await drain(trusting(request("9.9.9.9, 2.2.2.2"), info))).status, 200);
  assertEquals((await drain(trusting(request("8.8.8.8, 2.2.2.2"), info))).status, 429);
  let keyId = "a";
  const keyed = limited({
    authenticate: () => ({ org: "o", keyId, role: "admin", canReadSecrets: false }),
  });
  assertEquals((await drain(keyed(request(""), info))).status, 200);
  keyId = "b";
  assertEquals((await drain(keyed(request(""), info))).status, 200);
  assertEquals((await drain(keyed(request(""), info))).status, 429);
});
