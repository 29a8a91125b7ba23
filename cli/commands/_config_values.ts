import type { Config } from "../../client/contract/mod.ts";
import { invalid } from "../errors.ts";
import { suggest } from "../parse/suggest.ts";
import { isRecord } from "../render/fields.ts";

/** One setting that differs. */
export interface Difference {
  /** Dotted path. */
  readonly path: string;
  /** Value now, undefined when it is not there. */
  readonly before: unknown;
  /** Value wanted, undefined when it goes. */
  readonly after: unknown;
}

/** Settings that differ between two values, by path. */
export function differences(before: unknown, after: unknown, path = ""): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isRecord(before) || !isRecord(after)) return [{ path: path || "(all)", before, after }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    differences(before[name], after[name], path === "" ? name : `${path}.${name}`)
  );
}

/**
 * The value with one place changed.
 *
 * @throws {CliError} `validation` when the path leads through a text or number.
 */
export function withValueAt(target: unknown, path: string, value: unknown): unknown {
  const [head = "", ...tail] = path.split(".");
  const rest = tail.join(".");
  if (Array.isArray(target)) {
    const at = Number(head);
    if (!Number.isSafeInteger(at) || at < 0 || at > target.length) {
      throw invalid(`${JSON.stringify(head)} is no place in a list of ${target.length}`);
    }
    return target.with === undefined || at === target.length
      ? [...target, rest === "" ? value : withValueAt(undefined, rest, value)]
      : target.with(at, rest === "" ? value : withValueAt(target[at], rest, value));
  }
  if (target !== undefined && target !== null && !isRecord(target)) {
    throw invalid(`Cannot set ${path}: there is a ${typeof target} on the way`);
  }
  const record = target ?? {};
  return {
    ...record,
    [head]: rest === ""
      ? value
      : withValueAt((record as Record<string, unknown>)[head], rest, value),
  };
}

/** Names of settings at the top. */
const KNOWN: ReadonlySet<string> = new Set<keyof Config>([
  "storage_config",
  "storage_config_test",
  "agent_context_prompt",
  "tool_can_use",
  "profile_extractor_configs",
  "user_playbook_extractor_configs",
  "agent_success_configs",
  "extraction_preset",
  "batch_size",
  "batch_interval",
  "api_key_config",
  "llm_config",
  "skip_should_run_check",
  "enable_document_expansion",
]);

/** Settings that are whole numbers above 0. */
const COUNTS = ["batch_size", "batch_interval"];

/** Settings that are lists of named records, with the fields each record needs. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  profile_extractor_configs: ["extractor_name", "extraction_definition_prompt"],
  user_playbook_extractor_configs: ["extractor_name", "extraction_definition_prompt"],
  agent_success_configs: ["evaluation_name", "success_definition_prompt"],
  tool_can_use: ["tool_name", "tool_description"],
};

/** What is wrong with a configuration, as far as it can be told without the server. */
export function configProblems(config: Readonly<Record<string, unknown>>): string[] {
  const problems: string[] = [];
  for (const name of Object.keys(config)) {
    if (KNOWN.has(name)) continue;
    const near = suggest(name, [...KNOWN]);
    problems.push(`${name}: unknown setting${near === undefined ? "" : `, did you mean ${near}?`}`);
  }
  for (const name of COUNTS) {
    const value = config[name];
    if (value === undefined || value === null) continue;
    if (!Number.isSafeInteger(value) || Number(value) < 1) {
      problems.push(`${name}: must be a whole number above 0`);
    }
  }
  const { batch_size: size, batch_interval: interval } = config;
  if (typeof size === "number" && typeof interval === "number" && interval > size) {
    problems.push(`batch_interval: ${interval} is more than batch_size ${size}`);
  }
  const preset = config.extraction_preset;
  const presets = ["quick_chat", "standard", "long_form", "high_volume"];
  if (preset !== undefined && preset !== null && !presets.includes(String(preset))) {
    problems.push(`extraction_preset: must be one of ${presets.join(", ")}`);
  }
  for (const [name, needed] of Object.entries(LISTS)) {
    problems.push(...listProblems(name, config[name], needed));
  }
  return problems;
}

/** What is wrong with a list of records. */
function listProblems(name: string, value: unknown, needed: readonly string[]): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [`${name}: must be a list`];
  return value.flatMap((item, index) => {
    if (!isRecord(item)) return [`${name}.${index}: must be an object`];
    return needed.filter((field) => typeof item[field] !== "string" || item[field] === "")
      .map((field) => `${name}.${index}.${field}: must be a text that is not empty`);
  });
}
