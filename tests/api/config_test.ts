import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Config } from "../../client/contract/mod.ts";
import { type ApiServer, startApi } from "./api_server.ts";
import { PLAYBOOKS, teach } from "./seed.ts";

/** A marked key, as a provider would give one out. */
const KEY = "sk-marked-0123456789";

/** Reads, changes and writes back the whole configuration, as clients do. */
async function change(api: ApiServer, given: Partial<Config>) {
  return await api.ask("set_config", { ...await api.ask("get_config", null), ...given });
}

Deno.test("R-062 R-063 an untouched org has the default configuration with both default extractors", async () => {
  await using api = await startApi();
  const config = await api.ask("get_config", null);
  assertEquals([config.batch_size, config.batch_interval], [10, 5]);
  assertEquals(
    config.profile_extractor_configs?.map(({ extractor_name }) => extractor_name),
    ["default_profile_extractor"],
  );
  assertEquals(
    config.user_playbook_extractor_configs?.map(({ extractor_name }) => extractor_name),
    [PLAYBOOKS],
  );
  assertEquals((await api.ask("set_config", config)).success, true);
  assertEquals(await api.ask("get_config", null), config);
});

Deno.test("R-062 R-066 R-067 a configuration is kept across a restart", async () => {
  await using api = await startApi();
  const answer = await api.ask("set_config", {
    storage_config: { db_path: "some/where.db" },
    batch_size: 20,
    batch_interval: 7,
    llm_config: { pre_retrieval_model_name: "small-model" },
  });
  assertEquals(answer.msg, "Configuration set successfully");
  await api.restart();
  const config = await api.ask("get_config", null);
  assertEquals([config.batch_size, config.batch_interval], [20, 7]);
  assertEquals(config.llm_config?.pre_retrieval_model_name, "small-model");
  assertEquals(config.storage_config, { db_path: "some/where.db" });
});

Deno.test("H-201 H-202 a key left out goes back to its default, null keeps the storage", async () => {
  await using api = await startApi();
  await api.ask("set_config", {
    storage_config: { dir_path: "some/where" },
    agent_context_prompt: "A shop",
    skip_should_run_check: true,
  });
  await api.ask("set_config", { storage_config: null, batch_size: 12 });
  const config = await api.ask("get_config", null);
  assertEquals([config.agent_context_prompt, config.skip_should_run_check], [null, false]);
  assertEquals(config.storage_config, { dir_path: "some/where", qmd_binary: "qmd" });
  assertEquals(config.batch_size, 12);
});

Deno.test("H-201 H-065 secrets are masked when read and kept when the mask comes back", async () => {
  const settings: Record<string, string> = {};
  await using api = await startApi({ env: (name) => settings[name], runsJobs: false });
  await api.ask("set_config", {
    storage_config: null,
    api_key_config: { anthropic: { api_key: KEY } },
  });
  const masked = await api.ask("get_config", null);
  assertEquals(masked.api_key_config?.anthropic, { api_key: "sk-m...89" });
  await change(api, { batch_size: 30 });
  settings["REFLEXIO_ALLOW_MY_CONFIG"] = "true";
  const raw = await api.ask("get_config", null);
  assertEquals([raw.api_key_config?.anthropic?.api_key, raw.batch_size], [KEY, 30]);
  delete settings["REFLEXIO_ALLOW_MY_CONFIG"];
  await change(api, { api_key_config: null });
  assertEquals((await api.ask("get_config", null)).api_key_config, null);
});

Deno.test("H-207 R-066 a storage path moves nothing", async () => {
  await using api = await startApi();
  await teach(api, "ada");
  const before = await api.ask("get_profiles", { user_id: "ada" });
  const answer = await api.ask("set_config", { storage_config: { db_path: "/nowhere/x.db" } });
  assertEquals(answer.success, true);
  assertEquals(await api.ask("get_profiles", { user_id: "ada" }), before);
});

Deno.test("H-208 H-097 R-066 an incomplete storage is refused and nothing is saved", async () => {
  await using api = await startApi();
  const storage_config = { url: "https://x.example", key: "k-12345678", db_url: "postgres://x" };
  const answer = await api.ask("set_config", { storage_config, batch_size: 33 });
  assertEquals([answer.success, answer.msg], [false, "Storage configuration is incomplete"]);
  assertEquals((await api.ask("get_config", null)).batch_size, 10);
});

Deno.test("H-209 S-204 a new configuration counts from the next call on", async () => {
  await using api = await startApi();
  const turns = [{ role: "user", content: "I live in Bergen." }];
  await api.ask("set_config", { storage_config: null, batch_size: 20, batch_interval: 10 });
  assertEquals((await teach(api, "ada", { turns })).profiles_added, 0);
  await api.ask("set_config", { storage_config: null });
  assertEquals((await teach(api, "bea", { turns })).profiles_added, 1);
});

Deno.test("H-213 R-077 H-098 my_config is closed unless the operator opens it", async () => {
  const settings: Record<string, string> = {};
  await using api = await startApi({ env: (name) => settings[name] });
  await api.ask("set_config", { storage_config: { db_path: "x.db" } });
  const closed = await api.ask("my_config", null);
  assertEquals(closed.success, false);
  assertStringIncludes(closed.message, "disabled");
  settings["REFLEXIO_ALLOW_MY_CONFIG"] = "yes";
  assertEquals(await api.ask("my_config", null), {
    success: true,
    storage_config: { db_path: "x.db" },
    storage_type: "sqlite",
    message: "",
  });
});

Deno.test("H-213 R-077 my_config is open to a key that may read secrets", async () => {
  const { parseApiKeys } = await import("../../server/mod.ts");
  const apiKeys = await parseApiKeys("org:admin:key-admin-123456,org:read:key-reader-12345");
  await using api = await startApi({ apiKeys });
  const ask = (key: string) =>
    api.send("GET", "/api/my_config", { headers: { authorization: `Bearer ${key}` } });
  const { status, body } = await ask("key-admin-123456");
  assertEquals([status, (body as { readonly success: boolean }).success], [200, true]);
  const refused = await ask("key-reader-12345");
  assertEquals([refused.status, typeof (refused.body as { detail: unknown }).detail], [
    403,
    "string",
  ]);
});

Deno.test("H-212 of two writers of the configuration the last one wins, whole", async () => {
  await using api = await startApi();
  const sizes = Array.from({ length: 8 }, (_, i) => 20 + i);
  await Promise.all(
    sizes.map((size) =>
      api.ask("set_config", { storage_config: null, batch_size: size, batch_interval: size })
    ),
  );
  const { batch_size, batch_interval } = await api.ask("get_config", null);
  assertEquals(batch_size, batch_interval);
  assert(sizes.includes(batch_size ?? 0));
});

Deno.test("R-076 R-069 whoami tells the org and where its data are, masked", async () => {
  await using api = await startApi();
  const answer = await api.ask("whoami", null);
  assertEquals([answer.org_id, answer.storage_type], ["self-host-org", "kv"]);
  assertEquals([answer.storage_configured, answer.message], [true, ""]);
  await using inMemory = await startApi({ kv: ":memory:" });
  assertEquals((await inMemory.ask("whoami", null)).storage_label, "<memory>");
  await api.ask("set_config", { storage_config: null, storage_config_test: 2 });
  assertEquals((await api.ask("whoami", null)).storage_configured, false);
});

Deno.test("S-013 S-014 empty extractor lists become the default ones, overrides are kept", async () => {
  await using api = await startApi();
  await api.ask("set_config", {
    storage_config: null,
    profile_extractor_configs: [],
    user_playbook_extractor_configs: [{
      extractor_name: "own",
      extraction_definition_prompt: "Rules",
      batch_size_override: 3,
    }],
  });
  const config = await api.ask("get_config", null);
  const names = config.profile_extractor_configs?.map(({ extractor_name }) => extractor_name);
  assertEquals(names, ["default_profile_extractor"]);
  assertEquals(config.user_playbook_extractor_configs?.[0]?.batch_size_override, 3);
});
