import { assert, assertEquals, assertRejects } from "@std/assert";
import { createReflexio, type Reflexio } from "../../server/mod.ts";

/** Day in milliseconds. */
const DAY_MS = 86_400_000;

/** Calls an endpoint with JSON. */
async function call(reflexio: Reflexio, path: string, body?: unknown) {
  const response = await reflexio.fetch(
    new Request(`http://localhost${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "Content-Type": "application/json" },
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    }),
  );
  return { status: response.status, text: await response.text() };
}

/** Publishes one turn and waits until it was learnt from. */
async function publish(reflexio: Reflexio, content: string): Promise<void> {
  const { status } = await call(reflexio, "/api/publish_interaction?wait_for_response=true", {
    user_id: "ana",
    interaction_data_list: [{ role: "User", content, shadow_content: content }],
  });
  assertEquals(status, 200);
  await reflexio.drain();
}

Deno.test("redaction replaces personal texts before they are stored or learnt from", async () => {
  const text = "Write to ana@example.org or call +47 22 33 44 55, card 4111 1111 1111 1111, " +
    "case ACME-1234.";
  const env: Record<string, string> = {
    REFLEXIO_REDACT: "on",
    REFLEXIO_REDACT_PATTERNS: "ACME-\\d+",
  };
  const database = await Deno.openKv(":memory:");
  await using reflexio = await createReflexio({ database, env: (name) => env[name] });
  await publish(reflexio, text);
  const stored = await call(reflexio, "/api/get_all_interactions?limit=10");
  assert(stored.text.includes("[email] or call [phone], card [card], case [own]."), stored.text);
  for await (const { key, value } of database.list({ start: [""], end: ["\uffff"] })) {
    const raw = value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value);
    assert(!/ana@example|4111 1111|22 33 44 55|ACME-1234/.test(raw), JSON.stringify(key));
  }
});

Deno.test("redaction is off by default", async () => {
  await using reflexio = await createReflexio();
  await publish(reflexio, "Write to ana@example.org.");
  const stored = await call(reflexio, "/api/get_all_interactions?limit=10");
  assert(stored.text.includes("ana@example.org"));
});

Deno.test("REFLEXIO_RETENTION_DAYS drops what is older, by kind", async () => {
  let nowMs = Date.UTC(2026, 0, 1);
  const env: Record<string, string> = { REFLEXIO_RETENTION_DAYS: "interactions:30" };
  await using reflexio = await createReflexio({ now: () => nowMs, env: (name) => env[name] });
  await publish(reflexio, "I live in Bergen.");
  nowMs += 20 * DAY_MS;
  await publish(reflexio, "I work as a nurse.");
  nowMs += 15 * DAY_MS;
  await publish(reflexio, "I have a dog.");
  const { text } = await call(reflexio, "/api/get_all_interactions?limit=10");
  assert(!text.includes("Bergen") && text.includes("nurse") && text.includes("dog"), text);
  const requests = JSON.parse((await call(reflexio, "/api/get_requests", { user_id: "ana" })).text);
  assertEquals(requests.sessions.flatMap((one: { requests: unknown[] }) => one.requests).length, 2);
  const profiles = await call(reflexio, "/api/get_profiles", { user_id: "ana" });
  assert(profiles.text.includes("Bergen"), "kinds without days are kept");
});

Deno.test("REFLEXIO_RETENTION_DAYS says what it cannot read", async () => {
  for (const text of ["turns:3", "profiles:0", "profiles"]) {
    await assertRejects(
      () =>
        createReflexio({ env: (name) => name === "REFLEXIO_RETENTION_DAYS" ? text : undefined }),
      SyntaxError,
      "Cannot read REFLEXIO_RETENTION_DAYS",
    );
  }
});
