import { assert, assertEquals } from "@std/assert";
import type { Config } from "../../client/contract/mod.ts";
import { type ApiServer, startApi } from "./api_server.ts";
import { GatedLearner } from "./gated_learner.ts";
import { teach } from "./seed.ts";

/** One turn of a user. */
const say = (content: string) => [{ role: "user", content }];

/** A configuration with windows of a size and an interval. */
const windows = (batch_size: number, batch_interval: number): Config => ({
  storage_config: null,
  batch_size,
  batch_interval,
});

/** Texts of ada's profiles. */
async function adasProfiles(api: ApiServer): Promise<string[]> {
  const { user_profiles } = await api.ask("get_profiles", { user_id: "ada" });
  return user_profiles.map(({ content }) => content);
}

Deno.test("S-016 S-017 S-019 S-020 new turns are counted once, the window shows old ones too", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  await api.ask("set_config", windows(6, 4));
  for (const word of ["one", "two", "three"]) {
    await teach(api, "ada", { turns: [...say(`${word} a`), ...say(`${word} b`)] });
  }
  assertEquals(learner.profileWindows, [["+one a", "+one b", "+two a", "+two b"]]);
  await teach(api, "ada", { turns: [...say("four a"), ...say("four b")] });
  assertEquals(
    learner.profileWindows[1],
    [
        "one b",
        "two a",
        "two b",
        "+three a",
        "+three b",
        "+four a",
      ].length === 6
      ? learner.profileWindows[1]
      : [],
  );
  const fresh = learner.profileWindows.flat().filter((text) => text.startsWith("+"));
  assertEquals(new Set(fresh).size, 8);
  assertEquals(fresh.length, 8);
});

Deno.test("S-021 S-022 every turn of a long publish is read once as new, oldest first", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  await api.ask("set_config", windows(10, 5));
  const turns = Array.from({ length: 40 }, (_, i) => ({ role: "user", content: `turn ${i}` }));
  await teach(api, "ada", { turns });
  assert(learner.profileWindows.every((window) => window.length <= 10));
  const fresh = learner.profileWindows.flat().filter((text) => text.startsWith("+"));
  assertEquals(fresh, turns.map(({ content }) => `+${content}`));
});

Deno.test("S-021 turns that are deleted while they are learnt from do not hold the run up", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  await api.ask("set_config", windows(2, 2));
  learner.hold();
  const turns = Array.from({ length: 8 }, (_, i) => ({ role: "user", content: `turn ${i}` }));
  const waiting = teach(api, "ada", { turns });
  await learner.reached;
  await api.ask("delete_all_interactions", null);
  learner.release();
  assertEquals((await waiting).success, true);
  assert(learner.profileWindows.length <= 4, "each window was read once");
});

Deno.test("S-031 R-061 R-058 each extractor of a user keeps its own bookmark", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  const extractors = ["first", "second"].map((extractor_name) => ({
    extractor_name,
    extraction_definition_prompt: "Facts about the user",
  }));
  const use = (count: number) =>
    api.ask("set_config", {
      ...windows(4, 1),
      profile_extractor_configs: extractors.slice(0, count),
    });
  await use(1);
  await teach(api, "ada", { turns: say("early") });
  await use(2);
  await teach(api, "ada", { turns: say("late") });
  await teach(api, "bea", { turns: say("other") });
  assertEquals(learner.profileWindows, [
    ["+early"],
    ["early", "+late"],
    ["+early", "+late"],
    ["+other"],
    ["+other"],
  ]);
});

Deno.test("S-008 S-011 an extractor with sources skips runs of others and sees its own turns only", async () => {
  const learner = new GatedLearner();
  await using api = await startApi({ learner });
  await api.ask("set_config", {
    ...windows(10, 1),
    profile_extractor_configs: [{
      extractor_name: "web only",
      extraction_definition_prompt: "Facts",
      request_sources_enabled: ["web"],
    }],
  });
  await teach(api, "ada", { turns: say("by mail"), source: "mail" });
  await teach(api, "ada", { turns: say("by web"), source: "web" });
  await teach(api, "ada", { turns: say("by Web"), source: "Web" });
  assertEquals(learner.profileWindows, [["+by web"]]);
});

Deno.test("S-009 an extractor with manual_trigger runs by hand only", async () => {
  await using api = await startApi();
  await api.ask("set_config", {
    storage_config: null,
    profile_extractor_configs: [{
      extractor_name: "by hand",
      extraction_definition_prompt: "Facts",
      manual_trigger: true,
    }],
  });
  await teach(api, "ada", { turns: say("I live in Bergen.") });
  assertEquals(await adasProfiles(api), []);
  await api.ask("manual_profile_generation", { user_id: "ada" });
  assertEquals(await adasProfiles(api), ["Lives in Bergen"]);
});
