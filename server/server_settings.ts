import { DEFAULT_AGENT_VERSION } from "../client/contract/mod.ts";
import type { ReadEnv } from "./data_path.ts";
import { EMBEDDED_MIN_COSINE } from "./search/mod.ts";
import {
  parseOwnPatterns,
  parseRetentionDays,
  parseStorageLimits,
  type RedactionRules,
  type ServerSettings,
} from "./services/mod.ts";
import { countOf } from "./env_values.ts";
import { VERSION } from "./version.ts";

/** Providers whose variables are looked up. */
const PROVIDERS = [
  "ANTHROPIC",
  "DASHSCOPE",
  "DEEPSEEK",
  "GEMINI",
  "MINIMAX",
  "MOONSHOT",
  "OLLAMA",
  "OPENAI",
  "OPENROUTER",
  "XAI",
  "ZAI",
];

/** Site-wide models by role and the variable of each. */
const MODEL_ROLES = {
  generation: "REFLEXIO_GENERATION_MODEL",
  evaluation: "REFLEXIO_EVALUATION_MODEL",
  should_run: "REFLEXIO_SHOULD_RUN_MODEL",
  pre_retrieval: "REFLEXIO_PRE_RETRIEVAL_MODEL",
  embedding: "REFLEXIO_EMBEDDING_MODEL",
} as const;

/** Silence after which a session is judged, seconds; short in tests of an installation. */
const EVALUATION_DELAY_SEC = 600;
const TEST_EVALUATION_DELAY_SEC = 30;

/** Turns of an org above which the oldest are dropped, and how many of them. */
const RETENTION_THRESHOLD = 250_000;
const RETENTION_DELETE_COUNT = 50_000;

/** Entries kept of each change log of an org; answers show the newest hundred. */
const CHANGE_LOG_ENTRIES = 10_000;

/** Orgs whose search indexes are kept in memory. */
const MAX_INDEXED_ORGS = 100;

/** Memory of all search indexes above which orgs are dropped, MiB. */
const MAX_SEARCH_MEMORY_MB = 2_048;

/** Whether a switch is on. */
export function isOn(text: string | undefined): boolean {
  return ["1", "true", "yes", "on"].includes(text?.trim().toLowerCase() ?? "");
}

/** A whole number from a variable, the default when it is unset or no number. */
function numberOf(text: string | undefined, otherwise: number): number {
  const number = Number(text);
  return text === undefined || text.trim() === "" || !Number.isInteger(number) ? otherwise : number;
}

/** What the model room sees of the environment, read once. */
function modelEnv(env: ReadEnv): Record<string, string | undefined> {
  const names = [
    ...PROVIDERS.flatMap((name) => [`${name}_API_KEY`, `${name}_BASE_URL`]),
    "REFLEXIO_LEARNER",
    "REFLEXIO_LLM_SEED",
  ];
  return Object.fromEntries(names.map((name) => [name, env(name)]));
}

/** Models by role that the operator named. */
function siteModels(env: ReadEnv): ServerSettings["siteModels"] {
  const named = Object.entries(MODEL_ROLES).map(([role, variable]) =>
    [role, env(variable)?.trim()] as const
  );
  return Object.fromEntries(named.filter(([, name]) => name !== undefined && name !== ""));
}

/** What is redacted: nothing unless `REFLEXIO_REDACT` is on or patterns are given. */
function redactionOf(env: ReadEnv): RedactionRules | null {
  const ownPatterns = parseOwnPatterns(env("REFLEXIO_REDACT_PATTERNS") ?? "");
  return isOn(env("REFLEXIO_REDACT")) || ownPatterns.length > 0 ? { ownPatterns } : null;
}

/** What the environment decides about the services. */
export function settingsOf(env: ReadEnv, storageLabel: string): ServerSettings {
  return {
    version: VERSION,
    storageLabel,
    defaultAgentVersion: env("REFLEXIO_AGENT_VERSION")?.trim() || DEFAULT_AGENT_VERSION,
    env: modelEnv(env),
    siteModels: siteModels(env),
    showsSecrets: () => isOn(env("REFLEXIO_ALLOW_MY_CONFIG")),
    retention: {
      thresholdRows: numberOf(env("INTERACTION_CLEANUP_THRESHOLD"), RETENTION_THRESHOLD),
      deleteCount: numberOf(env("INTERACTION_CLEANUP_DELETE_COUNT"), RETENTION_DELETE_COUNT),
      changeLogEntries:
        countOf("REFLEXIO_CHANGE_LOG_ENTRIES", env("REFLEXIO_CHANGE_LOG_ENTRIES")) ??
          CHANGE_LOG_ENTRIES,
      days: parseRetentionDays(env("REFLEXIO_RETENTION_DAYS") ?? ""),
    },
    evaluationDelaySec: isOn(env("IS_TEST_ENV")) ? TEST_EVALUATION_DELAY_SEC : EVALUATION_DELAY_SEC,
    reevaluates: isOn(env("REFLEXIO_REEVALUATE")),
    deduplicates: env("REFLEXIO_DEDUPLICATE")?.trim().toLowerCase() !== "off",
    embeddedFloor: EMBEDDED_MIN_COSINE,
    redaction: redactionOf(env),
    storageLimits: parseStorageLimits(env("REFLEXIO_ORG_STORAGE_MB") ?? ""),
    maxIndexedOrgs: countOf("REFLEXIO_MAX_INDEXED_ORGS", env("REFLEXIO_MAX_INDEXED_ORGS")) ??
      MAX_INDEXED_ORGS,
    maxIndexBytes: 2 ** 20 *
      (countOf("REFLEXIO_SEARCH_MEMORY_MB", env("REFLEXIO_SEARCH_MEMORY_MB")) ??
        MAX_SEARCH_MEMORY_MB),
  };
}
