import { assertEquals } from "@std/assert";
import type { ValidationIssue } from "../../../client/contract/mod.ts";
import { validateCall } from "../validate_call.ts";

const OPTIONS = {
  maxDepth: 64,
  maxValues: 1_000_000,
  nowSec: 1_767_225_600,
  blocksPrivateUrls: false,
};

/** Validates a configuration: what comes through, or the violations. */
function check(body: unknown): {
  readonly config: Record<string, unknown>;
  readonly faults: readonly string[];
  readonly present: readonly string[];
} {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const raw = {
    name: "set_config",
    query: "",
    body: bytes,
    contentType: "application/json",
  } as const;
  const outcome = validateCall(raw, OPTIONS);
  if (outcome.kind === "valid") {
    const config = outcome.body as Record<string, unknown>;
    return { config, faults: [], present: outcome.presentKeys };
  }
  const issues: readonly ValidationIssue[] = outcome.kind === "invalid" ? outcome.issues : [];
  const faults = issues.map(({ type, loc }) => [type, ...loc.slice(1)].join(" "));
  return { config: {}, faults, present: [] };
}

/** What a storage configuration becomes. */
function storage(value: unknown): unknown {
  const { config, faults } = check({ storage_config: value });
  return faults.length > 0 ? faults : config.storage_config;
}

Deno.test("H-164 H-202 R-062 storage_config must be there as a key; everything else has a default", () => {
  assertEquals(check({}).faults, ["missing storage_config"]);
  const { config } = check({ storage_config: null });
  assertEquals(config.storage_config, null);
  assertEquals([config.batch_size, config.batch_interval], [10, 5]);
  assertEquals([config.skip_should_run_check, config.storage_config_test], [false, 0]);
});

Deno.test("H-203 R-064 batch numbers: null is absent, above 0, interval at most size", () => {
  const base = { storage_config: null };
  assertEquals(check({ ...base, batch_size: null, batch_interval: null }).config.batch_size, 10);
  assertEquals(check({ ...base, batch_size: 0 }).faults, ["greater_than batch_size"]);
  assertEquals(check({ ...base, batch_size: 4, batch_interval: 4 }).faults, []);
  assertEquals(check({ ...base, batch_size: 4, batch_interval: 5 }).faults, ["value_error"]);
  assertEquals(check({ ...base, batch_size: 2, extraction_preset: "quick_chat" }).faults, [
    "value_error",
  ]);
});

Deno.test("H-204 S-015 a preset fills in only the numbers that are absent", () => {
  const numbers = (body: object) => {
    const { config } = check({ storage_config: null, ...body });
    return [config.batch_size, config.batch_interval];
  };
  assertEquals(numbers({ extraction_preset: "quick_chat" }), [5, 3]);
  assertEquals(numbers({ extraction_preset: "standard" }), [10, 5]);
  assertEquals(numbers({ extraction_preset: "long_form" }), [25, 10]);
  assertEquals(numbers({ extraction_preset: "high_volume" }), [15, 8]);
  assertEquals(numbers({ extraction_preset: "quick_chat", batch_interval: 4 }), [5, 4]);
  assertEquals(numbers({ extraction_preset: "quick_chat", batch_size: 9, batch_interval: 9 }), [
    9,
    9,
  ]);
});

Deno.test("H-205 storage is recognised by its fields, other objects are refused", () => {
  assertEquals(storage({}), { db_path: null });
  assertEquals(storage({ db_path: "x" }), { db_path: "x" });
  assertEquals(storage({ dir_path: " d " }), { dir_path: "d", qmd_binary: "qmd" });
  assertEquals(storage({ url: "a", key: "b", db_url: "c" }), { url: "a", key: "b", db_url: "c" });
  assertEquals(storage({ db_path: "x", dir_path: "y" }), { db_path: "x" });
  assertEquals(storage({ dir_path: "y", qmd_binary: "z", db_path: null }), {
    dir_path: "y",
    qmd_binary: "z",
  });
  assertEquals(Array.isArray(storage({ url: "a" })), true);
  assertEquals(Array.isArray(storage({ zzz: 1 })), true);
  assertEquals(Array.isArray(storage({ dir_path: " " })), true);
});

Deno.test("H-206 a storage that fits no shape is refused with the issues of all shapes", () => {
  assertEquals(storage(5), [
    "model_attributes_type storage_config StorageConfigSQLite",
    "model_attributes_type storage_config StorageConfigSupabase",
    "model_attributes_type storage_config StorageConfigDisk",
  ]);
  assertEquals(storage({ db_path: 5 }), [
    "string_type storage_config StorageConfigSQLite db_path",
    "missing storage_config StorageConfigSupabase url",
    "missing storage_config StorageConfigSupabase key",
    "missing storage_config StorageConfigSupabase db_url",
    "missing storage_config StorageConfigDisk dir_path",
  ]);
});

Deno.test("H-210 R-068 provider keys, names and prompts", () => {
  const keys = (api_key_config: unknown) => check({ storage_config: null, api_key_config });
  assertEquals(keys({ openai: { api_key: " " } }).faults, ["value_error api_key_config openai"]);
  assertEquals(keys({ openai: { api_key: " k " } }).config.api_key_config !== null, true);
  const { config } = keys({ openai: { api_key: " k " }, unknown: {} });
  assertEquals((config.api_key_config as { openai: { api_key: string } }).openai.api_key, " k ");
  assertEquals(keys({ anthropic: { api_key: "" } }).faults, [
    "value_error api_key_config anthropic api_key",
  ]);
  const endpoint = { model: "m", api_key: "k", api_base: "ftp://x" };
  assertEquals(keys({ custom_endpoint: endpoint }).faults, [
    "url_scheme api_key_config custom_endpoint api_base",
  ]);
  const extractor = { extractor_name: " n ", extraction_definition_prompt: "a\u0007\n" };
  const found = check({ storage_config: null, profile_extractor_configs: [extractor] }).config;
  const [first] = found.profile_extractor_configs as Record<string, unknown>[];
  assertEquals([first?.extractor_name, first?.extraction_definition_prompt], ["n", "a"]);
});

Deno.test("H-211 null and empty extractor lists are left to the defaults", () => {
  for (const list of [null, []]) {
    const body = { storage_config: null, profile_extractor_configs: list };
    assertEquals(check(body).config.profile_extractor_configs, null);
  }
});

Deno.test("R-065 old and newer names are read when the real one is absent", () => {
  const body = {
    storage_config: null,
    extraction_window_size: 20,
    extraction_window_stride: 6,
    playbook_configs: [{
      feedback_name: "f",
      playbook_definition_prompt: "p",
      extraction_window_size_override: 3,
      feedback_aggregator_config: {
        min_feedback_threshold: 3,
        refresh_count: 4,
        similarity_threshold: 0.7,
      },
    }],
    profile_extractor_configs: [{ extractor_name: "e", profile_content_definition_prompt: "q" }],
    agent_success_configs: [{
      evaluation_name: "s",
      success_definition_prompt: "t",
      extraction_window_stride_override: 2,
    }],
  };
  const { config, present } = check(body);
  assertEquals([config.batch_size, config.batch_interval], [20, 6]);
  const [playbook] = config.user_playbook_extractor_configs as Record<string, unknown>[];
  assertEquals([playbook?.extractor_name, playbook?.batch_size_override], ["f", 3]);
  assertEquals(playbook?.aggregation_config, {
    min_cluster_size: 3,
    reaggregation_trigger_count: 4,
    clustering_similarity: 0.7,
    direction_overlap_threshold: 0.6,
  });
  assertEquals([...present].sort(), [
    "agent_success_configs",
    "batch_interval",
    "batch_size",
    "profile_extractor_configs",
    "storage_config",
    "user_playbook_extractor_configs",
  ]);
  const both = { storage_config: null, window_size: 30, batch_size: 12 };
  assertEquals(check(both).config.batch_size, 12);
  assertEquals(check({ storage_config: null, window_size: 30 }).config.batch_size, 30);
});
