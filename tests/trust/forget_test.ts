import { assert, assertEquals } from "@std/assert";
import { createReflexio, type Reflexio } from "../../server/mod.ts";
import { compactFile } from "../../server/store/mod.ts";

/** Id and words of the person who is to be forgotten; both are looked for in the raw file. */
const USER = "zoë-marker-7f3a";
const WORD = "Quetzaltenango";
const OTHER = "other-person-11";

/** Calls an endpoint with JSON. */
async function call(reflexio: Reflexio, path: string, body?: unknown, key?: string) {
  const response = await reflexio.fetch(
    new Request(`http://localhost${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        "Content-Type": "application/json",
        ...key === undefined ? {} : { "Idempotency-Key": key },
      },
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    }),
  );
  return { status: response.status, body: await response.json() };
}

/** Publishes turns of a user and learns from them. */
async function publish(reflexio: Reflexio, user: string, texts: readonly string[]) {
  const { status } = await call(reflexio, "/api/publish_interaction?wait_for_response=true", {
    user_id: user,
    session_id: `session-of-${user}`,
    interaction_data_list: texts.map((content) => ({ role: "User", content })),
  }, `key-of-${user}-${texts.length}`);
  assertEquals(status, 200);
}

/** Whether any byte sequence of the database files is the text. */
async function isInFiles(path: string, text: string): Promise<boolean> {
  const wanted = new TextEncoder().encode(text);
  for (const file of [path, `${path}-wal`]) {
    const bytes = await Deno.readFile(file).catch(() => new Uint8Array());
    for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0;) {
      if (wanted.every((byte, n) => bytes[at + n] === byte)) return true;
      at = bytes.indexOf(wanted[0] ?? 0, at + 1);
    }
  }
  return false;
}

const RULES = [
  "Please always answer in metric units.",
  "No, that is wrong. Never push to main without a review.",
];

/** A server on a file with two people who taught the same rule. */
async function fill(reflexio: Reflexio): Promise<void> {
  const configured = await call(reflexio, "/api/set_config", {
    storage_config: null,
    agent_success_configs: [{ evaluation_name: "ok", success_definition_prompt: "It was done" }],
  });
  assertEquals(configured.status, 200, JSON.stringify(configured.body));
  await publish(reflexio, USER, [`I live in ${WORD} and work as a nurse.`, ...RULES]);
  await publish(reflexio, OTHER, ["I live in Bergen and work as a pilot.", ...RULES]);
  await call(reflexio, "/api/run_playbook_aggregation?wait_for_response=true", {
    playbook_name: "default_playbook_extractor",
    agent_version: "agent-v0",
  });
  await reflexio.drain();
}

Deno.test("forget_user removes every trace of a user and nothing of others", async () => {
  const folder = await Deno.makeTempDir();
  const kv = `${folder}/kv.db`;
  {
    await using reflexio = await createReflexio({ kv });
    await fill(reflexio);
    const dry = await call(reflexio, "/api/forget_user", { user_id: USER, dry_run: true });
    assert(dry.body.would_remove.profiles > 0, JSON.stringify(dry.body));
    assert(dry.body.would_remove.jobs > 0, "the judging of the session waits");
    assertEquals(dry.body.would_remove.idempotency_records, 1);

    const { body } = await call(reflexio, "/api/forget_user", { user_id: USER });
    assertEquals([body.success, body.report.left], [true, {}], body.message);
    assertEquals(body.report.removed.interactions, 3);
    assertEquals(body.report.removed.agent_playbook_references, 2);
    assert(!JSON.stringify(body).includes(USER), "the report itself is no trace");
    const again = await call(reflexio, "/api/forget_user", { user_id: USER });
    assertEquals(again.body.report.removed, {});

    const found = await call(reflexio, "/api/search_profiles", { user_id: USER, query: "nurse" });
    assertEquals(found.body.user_profiles, []);
    const kept = await call(reflexio, "/api/get_profiles", { user_id: OTHER });
    assert(JSON.stringify(kept.body).includes("Bergen"), JSON.stringify(kept.body));
    const all = await Promise.all(
      ["interactions?limit=1000", "profiles?limit=1000"].map((path) =>
        call(reflexio, `/api/get_all_${path}`)
      ),
    );
    assert(!JSON.stringify(all).includes(WORD));
  }
  await compactFile(kv);
  for (const text of [USER, WORD]) assert(!await isInFiles(kv, text), `${text} is in the file`);
  assert(await isInFiles(kv, OTHER));
  await using reflexio = await createReflexio({ kv });
  const kept = await call(reflexio, "/api/get_profiles", { user_id: OTHER });
  assert(JSON.stringify(kept.body).includes("Bergen"));
  await reflexio.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("forget_user leaves no word in an index that was saved", async () => {
  const folder = await Deno.makeTempDir();
  const kv = `${folder}/kv.db`;
  const word = "Quetzaltenango";
  const rows = Array.from({ length: 1_100 }, (_, n) => ({
    user_id: n === 0 ? USER : OTHER,
    profile_id: `p${n}`,
    content: n === 0 ? `Lives in ${word}` : `Owns item number ${n}`,
    last_modified_timestamp: 1_700_000_000 + n,
    generated_from_request_id: "r",
  }));
  const search = (reflexio: Reflexio) =>
    call(reflexio, "/api/search_profiles", { user_id: OTHER, query: "item number 700" });
  {
    await using reflexio = await createReflexio({ kv });
    await call(reflexio, "/api/add_user_profile", { user_profiles: rows });
    await search(reflexio);
  }
  assert(await isInFiles(kv, "quetzaltenango"), "the saved index holds the folded word");
  const before = await createReflexio({ kv });
  const found = await search(before);
  const { body } = await call(before, "/api/forget_user", { user_id: USER });
  assertEquals(body.report.left, {});
  assertEquals((await search(before)).body, found.body);
  await before.close();
  await compactFile(kv);
  for (const text of [word, word.toLowerCase(), word.toLowerCase().slice(0, 10)]) {
    assert(!await isInFiles(kv, text), `${text} is in the file`);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("verify_forget_report knows its own reports and no others", async () => {
  await using reflexio = await createReflexio();
  await fill(reflexio);
  const { report } = (await call(reflexio, "/api/forget_user", { user_id: USER })).body;
  const verify = async (given: unknown, user_id = USER) =>
    (await call(reflexio, "/api/verify_forget_report", { report: given, user_id })).body;
  assertEquals(await verify(report), { success: true, signed: true, of_user: true });
  assertEquals((await verify(report, OTHER)).of_user, false);
  const forged = { ...report, removed: { ...report.removed, profiles: 99 } };
  assertEquals((await verify(forged)).signed, false);
  await using other = await createReflexio();
  const foreign = await call(other, "/api/verify_forget_report", { report, user_id: USER });
  assertEquals([foreign.body.signed, foreign.body.of_user], [false, false]);
});

Deno.test("forget_user takes along the jobs that wait", async () => {
  await using reflexio = await createReflexio({ runsJobs: false });
  await call(reflexio, "/api/publish_interaction", {
    user_id: USER,
    interaction_data_list: [{ role: "User", content: `I live in ${WORD}.` }],
  });
  const { body } = await call(reflexio, "/api/forget_user", { user_id: USER });
  assertEquals([body.report.removed.jobs, body.report.left], [2, {}]);
});

Deno.test("forget_user tells an id from a longer one that begins or ends with it", async () => {
  await using reflexio = await createReflexio({ kv: ":memory:" });
  for (const user of ["person-10", "person-100", "a-person-10"]) {
    await publish(reflexio, user, [`I am ${user}\nperson-1000 and I live in ${WORD}.`]);
  }
  const long = await call(reflexio, "/api/forget_user", { user_id: "person-100" });
  assertEquals(long.body.report.left, {});
  const inside = await call(reflexio, "/api/forget_user", { user_id: "person-10" });
  assert(!inside.body.success, "a-person-10 has the id of the forgotten one in it");
  await call(reflexio, "/api/forget_user", { user_id: "a-person-10" });
  const again = await call(reflexio, "/api/forget_user", { user_id: "person-10" });
  assertEquals(again.body.report.left, {});
  await publish(reflexio, "teller", ["I know\nperson-10 well."]);
  const told = await call(reflexio, "/api/forget_user", { user_id: "person-10" });
  assert(!told.body.success, "an id at the start of a line is found too");
});

Deno.test("forget_user of nobody and without a user", async () => {
  await using reflexio = await createReflexio();
  const nobody = await call(reflexio, "/api/forget_user", { user_id: "nobody" });
  assertEquals([nobody.body.success, nobody.body.report.removed], [true, {}]);
  assertEquals((await call(reflexio, "/api/forget_user", { user_id: " " })).status, 422);
  assertEquals((await call(reflexio, "/api/forget_user", {})).status, 422);
});
