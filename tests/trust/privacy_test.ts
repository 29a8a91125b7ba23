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

/** Everything a database holds, as text. */
async function everything(database: Deno.Kv): Promise<string> {
  const texts: string[] = [];
  for await (const { key, value } of database.list({ start: [""], end: ["\uffff"] })) {
    const raw = value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value);
    texts.push(`${JSON.stringify(key)} ${raw}`);
  }
  return texts.join("\n");
}

const PERSONAL = "ana@example.org, +47 22 33 44 55, 4111 1111 1111 1111";
const REPLACED = "[email], [phone], [card]";

Deno.test("redaction also replaces what is added, changed and imported by hand, in every field", async () => {
  const database = await Deno.openKv(":memory:");
  const env = (name: string) => name === "REFLEXIO_REDACT" ? "on" : undefined;
  await using reflexio = await createReflexio({ database, env });
  const user_id = "boss@work.example";
  const post = async (path: string, body: unknown, method = "POST") => {
    const response = await reflexio.fetch(
      new Request(`http://localhost/api/${path}`, {
        method,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
    const text = await response.text();
    assertEquals([path, response.status, text.includes('"success":true')], [path, 200, true], text);
    return text;
  };
  const texts = {
    content: `c ${PERSONAL}`,
    trigger: `t ${PERSONAL}`,
    rationale: `r ${PERSONAL}`,
    blocking_issue: { kind: "missing_tool", details: `d ${PERSONAL}` },
  };
  await post("publish_interaction", {
    user_id,
    source: "chat",
    metadata: { user_name: PERSONAL, deep: [{ user_id: PERSONAL }] },
    interaction_data_list: [{
      role: "User",
      content: PERSONAL,
      expert_content: PERSONAL,
      tools_used: [{ tool_name: "mail", tool_data: { role: PERSONAL } }],
    }],
  });
  await post("add_user_profile", {
    user_profiles: [{
      user_id,
      profile_id: "p1",
      content: PERSONAL,
      custom_features: { source: PERSONAL },
      last_modified_timestamp: 1_700_000_000,
      generated_from_request_id: "r",
    }],
  });
  await post("add_user_playbook", {
    user_playbooks: [{ user_id, agent_version: "v", request_id: "r", ...texts }],
  });
  await post("add_agent_playbook", { agent_playbooks: [{ agent_version: "v", ...texts }] });
  await post(
    "update_user_profile",
    { user_id, profile_id: "p1", content: `new ${PERSONAL}` },
    "PUT",
  );
  await post("update_user_playbook", { user_playbook_id: 1, ...texts }, "PUT");
  await post("update_agent_playbook", { agent_playbook_id: 1, ...texts }, "PUT");
  await post("import_records", {
    profiles: [{
      user_id,
      profile_id: "p2",
      content: PERSONAL,
      last_modified_timestamp: 1_700_000_000,
      generated_from_request_id: "r",
    }],
  });
  await reflexio.drain();
  const stored = await everything(database);
  assertEquals(/ana@example|4111 1111|22 33 44 55/.exec(stored), null);
  assertEquals(stored.split(REPLACED).length > 15, true);
  assert((await post("get_profiles", { user_id })).includes(`new ${REPLACED}`), "ids stay");
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

Deno.test("REFLEXIO_CHANGE_LOG_ENTRIES bounds what is kept of a change log", async () => {
  let nowMs = Date.UTC(2026, 0, 1);
  const env: Record<string, string> = { REFLEXIO_CHANGE_LOG_ENTRIES: "2" };
  await using reflexio = await createReflexio({ now: () => nowMs, env: (name) => env[name] });
  // Profiles and playbooks are learnt side by side and the first of them that is done has the logs
  // trimmed, so a last publish that teaches nothing lets the entry before it be seen.
  for (const said of ["I live in Bergen.", "I work as a nurse.", "I have a dog.", "Thanks!"]) {
    await publish(reflexio, said);
    nowMs += DAY_MS;
  }
  const { text } = await call(reflexio, "/api/profile_change_log");
  const { profile_change_logs } = JSON.parse(text);
  assertEquals(profile_change_logs.length, 2);
  assert(text.includes("nurse") && text.includes("dog") && !text.includes("Bergen"), text);
  const profiles = await call(reflexio, "/api/get_profiles", { user_id: "ana" });
  assert(profiles.text.includes("Bergen"), "what was learnt stays");
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
