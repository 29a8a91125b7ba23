import { assert, assertEquals } from "@std/assert";
import { startApi } from "./api_server.ts";
import { JUDGING, lesson } from "./seed.ts";

Deno.test("H-073 R-065 fields of later releases are kept and given back, absent where they were not sent", async () => {
  await using api = await startApi({ runsJobs: false });
  const newer = {
    retrieved_learnings: [{ id: "p-1", kind: "profile", nested: { score: 0.5, none: null } }],
    citations: [{ id: "p-1", quote: "Lives in Bergen" }],
    metadata: { channel: "voice", none: null },
  };
  const sent = {
    user_id: "ada",
    metadata: { build: 7, tags: ["a", null] },
    evaluation_only: false,
    interaction_data_list: [{ content: "with", ...newer }, { content: "without" }],
    from_the_future: { ignored: true },
  };
  const { status } = await api.send("POST", "/api/publish_interaction", { body: sent });
  assertEquals(status, 200);
  await api.ask("publish_interaction", { user_id: "ada", interaction_data_list: [{}] });
  const { interactions } = await api.ask("get_interactions", { user_id: "ada" });
  const [with_, without] = ["with", "without"].map((text) =>
    interactions.find(({ content }) => content === text)
  );
  assertEquals(
    [with_?.retrieved_learnings, with_?.citations, with_?.metadata],
    [newer.retrieved_learnings, newer.citations, newer.metadata],
  );
  for (const field of Object.keys(newer)) assertEquals(field in (without ?? {}), false, field);
  const { sessions } = await api.ask("get_requests", { user_id: "ada" });
  const requests = sessions.flatMap((session) => session.requests);
  const kept = requests.map(({ request }) => request).find((request) => request.metadata);
  assertEquals([kept?.metadata, kept?.evaluation_only], [sent.metadata, false]);
  assert(requests.some(({ request }) => !("metadata" in request || "evaluation_only" in request)));
  const found = await api.ask("search_interactions", { user_id: "ada", most_recent_k: 10 });
  assertEquals(found.interactions.filter(({ metadata }) => metadata !== undefined).length, 1);
});

Deno.test("H-073 a publish that is there for judging only is judged and not learnt from", async () => {
  await using api = await startApi();
  await api.ask("set_config", JUDGING);
  await api.ask("publish_interaction", {
    user_id: "ada",
    session_id: "s",
    evaluation_only: true,
    interaction_data_list: lesson("eu-north-1"),
  }, { wait_for_response: true });
  assertEquals((await api.ask("get_all_profiles", null, {})).user_profiles, []);
  assertEquals((await api.ask("get_user_playbooks", {})).user_playbooks, []);
  api.advance(700);
  await api.drain();
  const answer = await api.ask("get_agent_success_evaluation_results", {});
  assertEquals(answer.agent_success_evaluation_results.length, 1);
});

Deno.test("R-065 window_size and stride_size are other names of the batch numbers", async () => {
  await using api = await startApi();
  const body = { storage_config: null, window_size: 21, stride_size: 9 };
  assertEquals((await api.send("POST", "/api/set_config", { body })).status, 200);
  const { batch_size, batch_interval } = await api.ask("get_config", null);
  assertEquals([batch_size, batch_interval], [21, 9]);
  const old = { storage_config: null, extraction_window_size: 31, extraction_window_stride: 8 };
  await api.send("POST", "/api/set_config", { body: old });
  const config = await api.ask("get_config", null);
  assertEquals([config.batch_size, config.batch_interval], [31, 8]);
});
