import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Config } from "../../client/contract/mod.ts";
import { parseApiKeys } from "../../server/mod.ts";
import { openApi } from "../support/api.ts";
import { FAKE_KEY, startFakeProviders } from "../support/fake_providers.ts";
import { ScriptedLearner } from "../support/scripted_learner.ts";
import { profilesOf, publish } from "../support/turns.ts";

const SECRET = "sk-1234567890abcdef";

Deno.test("R-062 R-063 S-013 the default config is complete, empty extractor lists are the defaults", async () => {
  await using api = await openApi();
  const config = await api.call("get_config");
  assertEquals([config.batch_size, config.batch_interval], [10, 5]);
  await api.call("set_config", {
    storage_config: null,
    profile_extractor_configs: [],
    user_playbook_extractor_configs: null,
  });
  const after = await api.call("get_config");
  for (const one of [config, after]) {
    assertEquals(one.profile_extractor_configs?.map((each) => each.extractor_name), [
      "default_profile_extractor",
    ]);
    assertEquals(one.user_playbook_extractor_configs?.map((each) => each.extractor_name), [
      "default_playbook_extractor",
    ]);
  }
});

Deno.test("S-015 H-204 presets set only what is not given", async () => {
  await using api = await openApi();
  const numbers = async (config: Omit<Config, "storage_config">) => {
    await api.call("set_config", { storage_config: null, ...config });
    const { batch_size, batch_interval } = await api.call("get_config");
    return [batch_size, batch_interval];
  };
  assertEquals(await numbers({ extraction_preset: "quick_chat" }), [5, 3]);
  assertEquals(await numbers({ extraction_preset: "standard" }), [10, 5]);
  assertEquals(await numbers({ extraction_preset: "long_form" }), [25, 10]);
  assertEquals(await numbers({ extraction_preset: "high_volume" }), [15, 8]);
  assertEquals(await numbers({ extraction_preset: "quick_chat", batch_interval: 4 }), [5, 4]);
  assertEquals(await numbers({}), [10, 5]);
});

Deno.test("H-202 H-207 R-066 set_config replaces the whole, null storage keeps the present one", async () => {
  await using api = await openApi();
  const first = await api.call("set_config", {
    storage_config: { dir_path: "/somewhere" },
    agent_context_prompt: "here",
  });
  assertEquals([first.success, first.msg], [true, "Configuration set successfully"]);
  await api.call("set_config", { storage_config: null, batch_size: 20 });
  const config = await api.call("get_config");
  assertEquals(config.agent_context_prompt, null);
  assertEquals([config.batch_size, config.batch_interval], [20, 5]);
  assert(config.storage_config !== null && "dir_path" in config.storage_config);
});

Deno.test("H-208 R-066 a storage that cannot be used is refused and nothing is saved", async () => {
  await using api = await openApi();
  const answer = await api.call("set_config", {
    storage_config: { url: "https://x.example", key: "k", db_url: "d" },
    agent_context_prompt: "lost",
  });
  assertEquals([answer.success, answer.msg], [false, "Storage configuration is incomplete"]);
  assertEquals((await api.call("get_config")).agent_context_prompt, null);
});

Deno.test("H-201 R-069 secrets are masked on read and kept when the mask is written back", async () => {
  await using api = await openApi({ env: () => undefined });
  await api.call("set_config", {
    storage_config: null,
    api_key_config: {
      openai: { api_key: SECRET },
      custom_endpoint: {
        model: "m",
        api_key: "short",
        api_base: "http://127.0.0.1:9/v1",
      },
    },
  });
  const masked = await api.call("get_config");
  assertEquals(masked.api_key_config?.openai?.api_key, "sk-1...ef");
  assertEquals(masked.api_key_config?.custom_endpoint?.api_key, "*****");
  assertEquals(JSON.stringify(masked).includes(SECRET), false);
  await api.call("set_config", { ...masked, agent_context_prompt: "changed" });
  const again = await api.call("get_config");
  assertEquals(again.api_key_config?.openai?.api_key, "sk-1...ef");
  assertEquals(again.agent_context_prompt, "changed");
});

Deno.test("R-077 H-213 my_config and clear secrets open by variable or by an admin key", async () => {
  const env: Record<string, string> = {};
  await using api = await openApi({ env: (name) => env[name] });
  await api.call("set_config", {
    storage_config: null,
    api_key_config: { anthropic: { api_key: SECRET } },
  });
  const closed = await api.call("my_config");
  assertEquals(closed.success, false);
  assertStringIncludes(closed.message, "disabled");
  env["REFLEXIO_ALLOW_MY_CONFIG"] = "true";
  const open = await api.call("my_config");
  assertEquals([open.success, open.message, open.storage_config], [true, "", { db_path: null }]);
  const apiKeys = await parseApiKeys("acme:read:r1,acme:a1");
  await using keyed = await openApi({ apiKeys });
  const admin = { headers: { Authorization: "Bearer a1" } };
  await keyed.call("set_config", {
    storage_config: null,
    api_key_config: { anthropic: { api_key: SECRET } },
  }, admin);
  const asAdmin = await keyed.call("get_config", undefined, admin);
  assertEquals(asAdmin.api_key_config?.anthropic?.api_key, SECRET);
  const reader = { headers: { Authorization: "Bearer r1" } };
  const asReader = await keyed.call("get_config", undefined, reader);
  assertEquals(asReader.api_key_config?.anthropic?.api_key, "sk-1...ef");
});

Deno.test("R-076 H-270 whoami names the storage and whether it is configured", async () => {
  await using api = await openApi();
  assertEquals(await api.call("whoami"), {
    success: true,
    org_id: "self-host-org",
    storage_type: "kv",
    storage_label: "<memory>",
    storage_configured: true,
    message: "",
  });
  await api.call("set_config", { storage_config: null, storage_config_test: 2 });
  assertEquals((await api.call("whoami")).storage_configured, false);
});

Deno.test("S-204 a config that is read and written back whole does not choose an interval", async () => {
  await using api = await openApi({ learner: new ScriptedLearner() });
  const config = await api.call("get_config");
  await api.call("set_config", { ...config, agent_context_prompt: "changed" });
  await publish(api, "ana", ["fact city=Oslo"]);
  assertEquals(await profilesOf(api, "ana"), ["city is Oslo"]);
  await api.call("set_config", { ...config, batch_interval: 4 });
  await publish(api, "ana", ["fact pet=cat"]);
  assertEquals(await profilesOf(api, "ana"), ["city is Oslo"]);
});

Deno.test("S-165 H-209 a key in the config switches to the model without a restart; a refused key waits for the next config", async () => {
  await using fake = startFakeProviders((question) =>
    question.task === "embeddings"
      ? { kind: "vectors", length: 512 }
      : { kind: "json", value: { profiles: [], playbooks: [] } }
  );
  const env: Readonly<Record<string, string>> = { OPENAI_BASE_URL: `${fake.url}/v1` };
  await using api = await openApi({ env: (name) => env[name] });
  const status = async () => (await (await api.send("GET", "/api/status")).json()).learner.kind;
  assertEquals(await status(), "embedded");
  await api.call("set_config", {
    storage_config: null,
    api_key_config: { openai: { api_key: "a-wrong-key" } },
  });
  assertEquals(await status(), "model");
  const failing = await publish(api, "ana", ["I live in Bergen."], { force_extraction: true });
  assertStringIncludes(failing.warnings.join("\n"), "profile_generation failed");
  assertEquals(failing.warnings.join("\n").includes("a-wrong-key"), false);
  const listed = await (await api.send("GET", "/api/jobs?state=blocked")).json();
  assertEquals(listed.jobs.length > 0, true);
  await api.call("set_config", {
    storage_config: null,
    api_key_config: { openai: { api_key: FAKE_KEY } },
    skip_should_run_check: true,
  });
  await api.reflexio.drain();
  const after = await (await api.send("GET", "/api/jobs?state=blocked")).json();
  assertEquals(after.jobs, []);
  await api.call("set_config", { storage_config: null });
  assertEquals(await status(), "embedded");
  await publish(api, "bo", ["I live in Bergen."]);
  assertEquals((await profilesOf(api, "bo")).length, 1);
});

Deno.test("R-035 R-039 R-049 S-152 vectors of a provider are made in the background, its failure degrades to words", async () => {
  await using fake = startFakeProviders(() => ({ kind: "vectors", length: 512 }));
  const env: Readonly<Record<string, string>> = {
    ...fake.env,
    REFLEXIO_LEARNER: "embedded",
    REFLEXIO_EMBEDDING_MODEL: "text-embedding-3-small",
  };
  await using api = await openApi({ env: (name) => env[name] });
  await api.call("add_user_profile", {
    user_profiles: [{
      user_id: "ana",
      profile_id: "tea",
      content: "Drinks green tea",
      last_modified_timestamp: 1,
      generated_from_request_id: "r",
    }],
  });
  await api.reflexio.drain();
  const search = () =>
    api.call("search_profiles", { user_id: "ana", query: "tea", search_mode: "hybrid" });
  assertEquals((await search()).user_profiles.length, 1);
  const tasks = fake.questions.map((question) => question.task);
  assert(tasks.length >= 2 && tasks.every((task) => task === "embeddings"));
  const stats = await (await api.send("GET", "/api/status")).json();
  assertEquals([stats.vectors, stats.search.org.profile.vectors], ["text-embedding-3-small", 1]);
  fake.setModel(() => ({ kind: "status", status: 400 }));
  const degraded = await api.call("search", { query: "green", user_id: "ana" });
  assertEquals([degraded.success, degraded.profiles.length], [true, 1]);
});
