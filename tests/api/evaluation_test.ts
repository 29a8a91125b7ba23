import { assertEquals } from "@std/assert";
import { startApi } from "./api_server.ts";
import { JUDGING, teach } from "./seed.ts";

/** One turn of a user. */
const say = (content: string) => [{ role: "user", content }];

Deno.test("S-130 S-132 S-133 S-138 S-211 a session is judged once, by its end, whoever spoke last", async () => {
  await using api = await startApi();
  await teach(api, "ada", { session: "early" });
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", { session: "s" });
  await teach(api, "ada");
  await teach(api, "bea", { turns: say("What time is it?") });
  const verdicts = async () =>
    (await api.ask("get_agent_success_evaluation_results", {})).agent_success_evaluation_results;
  api.advance(500);
  await api.drain();
  assertEquals(await verdicts(), [], "it was silent for less than ten minutes");
  api.advance(200);
  await api.drain();
  const [verdict, ...others] = await verdicts();
  assertEquals(others, []);
  assertEquals([verdict?.session_id, verdict?.is_success], ["s", true]);
  assertEquals(verdict?.evaluation_name, "solved");
  await teach(api, "ada", { session: "s", turns: say("No, that was wrong after all.") });
  api.advance(700);
  await api.drain();
  assertEquals((await verdicts()).length, 1);
});

Deno.test("S-131 a further publish moves the judging, a restart keeps it", async () => {
  await using api = await startApi();
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", { session: "s" });
  api.advance(400);
  await teach(api, "ada", { session: "s", turns: say("Perfect, thank you!") });
  api.advance(400);
  await api.drain();
  const count = async () =>
    (await api.ask("get_agent_success_evaluation_results", {})).agent_success_evaluation_results
      .length;
  assertEquals(await count(), 0);
  await api.restart();
  api.advance(300);
  await api.drain();
  assertEquals(await count(), 1);
});

Deno.test("S-131 IS_TEST_ENV shortens the silence to 30 seconds", async () => {
  await using api = await startApi({ env: (name) => name === "IS_TEST_ENV" ? "true" : undefined });
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", { session: "s" });
  api.advance(35);
  await api.drain();
  const answer = await api.ask("get_agent_success_evaluation_results", {});
  assertEquals(answer.agent_success_evaluation_results.length, 1);
});

Deno.test("S-145 a session in which no user spoke is not judged", async () => {
  await using api = await startApi();
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", {
    session: "s",
    turns: [{ role: "assistant", content: "Your report is ready." }],
  });
  api.advance(700);
  await api.drain();
  const answer = await api.ask("get_agent_success_evaluation_results", {});
  assertEquals(answer.agent_success_evaluation_results, []);
});
