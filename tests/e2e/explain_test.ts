import { assert, assertEquals } from "@std/assert";
import { openApi, type TestApi } from "../support/api.ts";
import { publish } from "../support/turns.ts";

/** JSON of an extension. */
async function get(api: TestApi, path: string) {
  const response = await api.send("GET", path);
  return { status: response.status, body: await response.json() };
}

Deno.test("explain shows rule, quoted places and turns of a learnt item", async () => {
  await using api = await openApi();
  await publish(api, "ana", ["I live in Bergen."]);
  const { user_profiles } = await api.call("get_profiles", { user_id: "ana" });
  const id = user_profiles[0]?.profile_id ?? "";
  const { status, body } = await get(api, `/api/explain?kind=profile&id=${id}`);
  assertEquals([status, body.made, body.item.content], [200, "learnt", "Lives in Bergen"]);
  const [span] = body.explain.spans;
  const turn = body.interactions.find((one: { interaction_id: number }) =>
    one.interaction_id === span.interaction_id
  );
  assert(turn.content.slice(span.start, span.end).length > 0);
  await api.call("update_user_profile", { user_id: "ana", profile_id: id, content: "By hand" });
  assertEquals((await get(api, `/api/explain?kind=profile&id=${id}`)).body.made, "by hand");
});

Deno.test("explain refuses unknown kinds and ids and names the parameter", async () => {
  await using api = await openApi();
  for (
    const [path, status] of [
      ["/api/explain?kind=turn&id=1", 422],
      ["/api/explain?kind=profile", 422],
      ["/api/explain?kind=user_playbook&id=x", 422],
      ["/api/explain?kind=user_playbook&id=4", 404],
    ] as const
  ) {
    assertEquals((await get(api, path)).status, status, path);
  }
});

Deno.test("explain_publish says what would be learnt and stores nothing", async () => {
  await using api = await openApi();
  const response = await api.send("POST", "/api/explain_publish", {
    user_id: "ana",
    interaction_data_list: [{ role: "User", content: "I live in Bergen. Is it far?" }],
  });
  const body = await response.json();
  assertEquals(body.learner, "embedded");
  assertEquals(body.profiles.changes.map((change: { op: string }) => change.op), ["add"]);
  assertEquals((await api.call("get_all_interactions")).interactions, []);
  assertEquals((await api.call("get_all_profiles")).user_profiles, []);
  for (const bad of [{}, { user_id: "ana" }, { user_id: "ana", interaction_data_list: [1] }]) {
    assertEquals((await api.send("POST", "/api/explain_publish", bad)).status, 422);
  }
});

Deno.test("status and kv_check show rows, queue and a healthy store", async () => {
  await using api = await openApi();
  await publish(api, "ana", ["I live in Bergen."]);
  const { body } = await get(api, "/api/status");
  assertEquals([body.rows.interactions, body.rows.profiles, body.jobs.poisoned], [1, 1, 0]);
  assertEquals([body.storage.corrupt_rows, body.learner.kind], [0, "embedded"]);
  const check = await (await api.send("POST", "/api/kv_check", {})).json();
  assertEquals([check.success, check.problems], [true, []]);
  assertEquals((await api.send("POST", "/api/kv_check", { repair: "yes" })).status, 422);
});

Deno.test("jobs are listed by kind and state, a bad state is refused", async () => {
  await using api = await openApi({ runsJobs: false });
  await api.call("publish_interaction", {
    user_id: "ana",
    interaction_data_list: [{ content: "hi" }],
  });
  const { body } = await get(api, "/api/jobs?kind=profile_generation");
  assertEquals(body.jobs.map((job: { state: string; scope: string }) => [job.state, job.scope]), [
    ["waiting", "ana"],
  ]);
  assertEquals((await get(api, "/api/jobs?state=odd")).status, 422);
  assertEquals((await get(api, "/api/jobs?limit=0")).status, 422);
  const missing = await api.send("POST", "/api/retry_job", { kind: "a", scope: "b", id: "c" });
  assertEquals(missing.status, 404);
});
