import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { type Config, ReflexioHTTPError } from "../../mod.ts";
import { say, servedClient, START_MS } from "./served_client.ts";

/** Configs that a server refuses, with the field it must name. */
const REFUSED: readonly (readonly [string, string, object])[] = [
  ["C-029 an empty provider key", "api_key", {
    api_key_config: { anthropic: { api_key: " " } },
  }],
  ["C-029 an empty storage field", "key", {
    storage_config: { url: "https://x", key: "", db_url: "y" },
  }],
  ["C-029 an empty tool name", "tool_name", {
    tool_can_use: [{ tool_name: "", tool_description: "d" }],
  }],
  ["C-037 a sampling rate of 1.5", "sampling_rate", {
    agent_success_configs: [{
      evaluation_name: "e",
      success_definition_prompt: "p",
      sampling_rate: 1.5,
    }],
  }],
  ["C-039 a cluster size of 0", "min_cluster_size", aggregation({ min_cluster_size: 0 })],
  [
    "C-039 a trigger count of 0",
    "reaggregation_trigger_count",
    aggregation({ reaggregation_trigger_count: 0 }),
  ],
  [
    "C-040 a batch size override of 0",
    "batch_size_override",
    extractor({ batch_size_override: 0 }),
  ],
  [
    "C-040 a batch interval override of -1",
    "batch_interval_override",
    extractor({ batch_interval_override: -1 }),
  ],
  ["C-047 the metadata address as endpoint", "api_base", endpoint("http://169.254.169.254/v1")],
  ["C-052 an interval above the size", "batch_interval", { batch_size: 3, batch_interval: 4 }],
  ["C-054 an OpenAI block without key and Azure", "openai", { api_key_config: { openai: {} } }],
];

Deno.test("refused configs cover keys, rates, sizes, addresses and intervals: C-029 C-037 C-039 C-040 C-047 C-052 C-054", () => {
  const ids = new Set(REFUSED.map(([title]) => title.slice(0, 5)));
  assertEquals([...ids], ["C-029", "C-037", "C-039", "C-040", "C-047", "C-052", "C-054"]);
});

/** A config with one playbook extractor that aggregates. */
function aggregation(aggregation_config: object): object {
  const base = { extractor_name: "rules", extraction_definition_prompt: "p" };
  return { user_playbook_extractor_configs: [{ ...base, aggregation_config }] };
}

/** A config with one profile extractor. */
function extractor(more: object): object {
  const base = { extractor_name: "facts", extraction_definition_prompt: "p" };
  return { profile_extractor_configs: [{ ...base, ...more }] };
}

/** A config with an endpoint of one's own. */
function endpoint(api_base: string): object {
  return { api_key_config: { custom_endpoint: { model: "m", api_key: "k", api_base } } };
}

/** A whole config from a part of one. */
function configOf(part: object): Config {
  return { storage_config: null, ...part };
}

for (const [title, field, part] of REFUSED) {
  Deno.test(`setConfig() is refused by the server: ${title}`, async () => {
    await using served = await servedClient();
    const error = await assertRejects(
      () => served.client.setConfig({ config: configOf(part) }),
      ReflexioHTTPError,
    );
    assertEquals(error.status, 422);
    assertStringIncludes(JSON.stringify(error.detail), field);
  });
}

Deno.test("setConfig() takes what is at the edge (C-040, C-048, C-052, C-054)", async () => {
  await using served = await servedClient();
  const parts = [
    extractor({ batch_size_override: null, batch_interval_override: null }),
    endpoint("http://localhost:11434/v1"),
    endpoint("http://10.0.0.5/v1"),
    { batch_size: 4, batch_interval: 4 },
    { api_key_config: { openai: { api_key: "sk" } } },
    { api_key_config: { openai: { azure_config: { api_key: "a", endpoint: "https://x.org" } } } },
  ];
  for (const part of parts) {
    assertEquals((await served.client.setConfig({ config: configOf(part) })).success, true);
  }
});

Deno.test("a strict server refuses private endpoints and pictures (C-049)", async () => {
  await using served = await servedClient({
    env: (name) => name === "REFLEXIO_BLOCK_PRIVATE_URLS" ? "true" : undefined,
  });
  for (const host of ["localhost", "127.0.0.1", "10.1.2.3"]) {
    await assertRejects(
      () => served.client.setConfig({ config: configOf(endpoint(`http://${host}/v1`)) }),
      ReflexioHTTPError,
    );
    await assertRejects(
      () =>
        served.client.publishInteraction({
          userId: "u",
          interactions: [{ interacted_image_url: `http://${host}/a.png` }],
        }),
      ReflexioHTTPError,
    );
  }
});

Deno.test("prompts lose control characters and keep tabs and line feeds (C-051)", async () => {
  await using served = await servedClient();
  await served.client.setConfig({
    config: configOf(extractor({ extraction_definition_prompt: "a\u0000b\u001b\u0007\tc\nd" })),
  });
  const { profile_extractor_configs: [first] = [] } = await configFrom(served);
  assertEquals(first?.extraction_definition_prompt, "ab\tc\nd");
});

/** The config of a server with its lists. */
async function configFrom(served: Awaited<ReturnType<typeof servedClient>>) {
  const config = await served.client.getConfig();
  return {
    ...config,
    profile_extractor_configs: config.profile_extractor_configs ?? [],
    user_playbook_extractor_configs: config.user_playbook_extractor_configs ?? [],
  };
}

Deno.test("omitted parts of a config get their defaults (C-052, C-053, C-056)", async () => {
  await using served = await servedClient();
  await served.client.setConfig({ config: { storage_config: null } });
  const config = await configFrom(served);
  assertEquals([config.batch_size, config.batch_interval], [10, 5]);
  assertEquals(config.profile_extractor_configs.map((one) => one.extractor_name), [
    "default_profile_extractor",
  ]);
  assertEquals(config.user_playbook_extractor_configs.map((one) => one.extractor_name), [
    "default_playbook_extractor",
  ]);
  await served.client.setConfig({ config: configOf(aggregation({})) });
  const [rules] = (await configFrom(served)).user_playbook_extractor_configs;
  assertEquals(rules?.aggregation_config?.direction_overlap_threshold, 0.6);
});

Deno.test("old names of config keys are understood (C-055)", async () => {
  await using served = await servedClient();
  await served.client.setConfig({
    config: configOf({
      extraction_window_size: 8,
      extraction_window_stride: 3,
      ...extractor({ extraction_window_size_override: 6 }),
      ...aggregation({ min_feedback_threshold: 4, refresh_count: 5, similarity_threshold: 0.7 }),
    }),
  });
  const config = await configFrom(served);
  assertEquals([config.batch_size, config.batch_interval], [8, 3]);
  assertEquals(config.profile_extractor_configs[0]?.batch_size_override, 6);
  const rules = config.user_playbook_extractor_configs[0]?.aggregation_config;
  assertEquals(
    [rules?.min_cluster_size, rules?.reaggregation_trigger_count, rules?.clustering_similarity],
    [4, 5, 0.7],
  );
});

Deno.test("setConfig() answers in the known words, and getConfig() gives it back (C-130)", async () => {
  await using served = await servedClient();
  const config = configOf({
    ...extractor({}),
    ...aggregation({ min_cluster_size: 7 }),
    storage_config: { db_path: "/tmp/a.db" },
  });
  assertEquals(await served.client.setConfig({ config }), {
    success: true,
    msg: "Configuration set successfully",
  });
  const seen = await configFrom(served);
  assertEquals(seen.profile_extractor_configs.map((one) => one.extractor_name), ["facts"]);
  assertEquals(seen.user_playbook_extractor_configs[0]?.aggregation_config?.min_cluster_size, 7);
  assertEquals(seen.storage_config, { db_path: "/tmp/a.db" });
});

Deno.test("the service tells what it is and that it lives (C-062)", async () => {
  await using served = await servedClient();
  assertEquals((await served.client.health()).status, "healthy");
  assertEquals((await served.client.serverVersion()).api_version, "v1");
  const card = await (await served.reflexio.fetch(new Request("http://localhost/"))).json();
  assert(card.service && card.docs);
});

Deno.test("a publish without a body and a search without one are 422 (C-065)", async () => {
  await using served = await servedClient();
  for (const path of ["/api/publish_interaction", "/api/search_profiles"]) {
    const response = await served.reflexio.fetch(
      new Request(`http://localhost${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
      }),
    );
    assertEquals(response.status, 422);
  }
});

Deno.test("whoami() names the org and hides secrets; my_config is closed unless opened (C-068, C-070)", async () => {
  await using served = await servedClient();
  const me = await served.client.whoami();
  assertEquals([me.success, me.storage_configured], [true, true]);
  assert(me.org_id !== "" && me.storage_type);
  const closed = await served.client.getMyConfig();
  assertEquals(closed.success, false);
  assertStringIncludes(closed.message, "disabled");
  await using open = await servedClient({
    env: (name) => name === "REFLEXIO_ALLOW_MY_CONFIG" ? "true" : undefined,
  });
  const shown = await open.client.getMyConfig();
  assert(shown.success && shown.storage_type);
});

Deno.test("the dashboard counts what was published and has two periods (C-035, C-038, C-132)", async () => {
  await using served = await servedClient();
  await say(served, "ana", ["fact city=Bergen", "rule always => be brief"]);
  const { success, stats } = await served.client.getDashboardStats({ daysBack: 7 });
  assertEquals([success, stats?.current_period.total_interactions], [true, 2]);
  assertEquals(stats?.previous_period.total_interactions, 0);
  const [point] = stats?.interactions_time_series ?? [];
  assertEquals([point?.timestamp, point?.value], [START_MS / 1000, 1]);
  const numbers = [...Object.values(stats?.current_period ?? {})];
  assert(
    numbers.every((number) => number >= 0) && Number(stats?.current_period.success_rate) <= 100,
  );
});

Deno.test("getProfileStatistics() counts by state", async () => {
  await using served = await servedClient();
  await say(served, "ana", ["fact city=Bergen", "fact brief=now"]);
  const counts = await served.client.getProfileStatistics();
  assertEquals([counts.success, counts.current_count, counts.expiring_soon_count], [true, 2, 1]);
});

/** A database whose reads fail once `state.isBroken` is set. */
async function breakableKv(state: { isBroken: boolean }): Promise<Deno.Kv> {
  const real = await Deno.openKv(":memory:");
  return new Proxy(real, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return state.isBroken && (name === "get" || name === "getMany")
        ? () => Promise.reject(new Error("cannot read /secret/place"))
        : member.bind(target);
    },
  });
}

Deno.test("whoami() and getMyConfig() that fail inside say so without details (C-069)", async () => {
  const state = { isBroken: false };
  await using served = await servedClient({
    database: await breakableKv(state),
    env: (name) => name === "REFLEXIO_ALLOW_MY_CONFIG" ? "true" : undefined,
  });
  state.isBroken = true;
  const me = await served.client.whoami();
  const config = await served.client.getMyConfig();
  state.isBroken = false;
  for (const { success, message } of [me, config]) {
    assertEquals([success, message], [false, "Failed to load storage configuration"]);
  }
});
