import type { Complete, Config, SetConfigResponse } from "../../client/contract/mod.ts";
import { releaseBlockedJobs } from "../jobs/mod.ts";
import { CONFIG, type ConfigRow } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { answeringFailure } from "./failures.ts";
import type { Handlers } from "./handlers.ts";
import { DEFAULT_CONFIG, readConfig, withDefaultExtractors } from "./org_config.ts";
import { keepMaskedSecrets, maskSecrets } from "./secret_mask.ts";

/** Kinds of storage a caller may describe; only our own is ever used. */
type StorageConfig = Complete<Config>["storage_config"];

/** The row of an org that never set a configuration. */
const UNSET: ConfigRow = { config: DEFAULT_CONFIG, explicit: [] };

/** Whether a described storage could never be used here. */
function isIncomplete(storage: StorageConfig): boolean {
  return storage !== null && "db_url" in storage;
}

/** The configuration verbs. */
export function createConfigurationHandlers(
  { store, settings, embedders }: ServiceDeps,
): Pick<Handlers, "get_config" | "set_config"> {
  return {
    get_config: async ({ org, canReadSecrets }) => {
      const { config } = await readConfig(store.org(org));
      return canReadSecrets || settings.showsSecrets() ? config : maskSecrets(config);
    },
    set_config: answeringFailure<"set_config">(async (call): Promise<SetConfigResponse> => {
      const { org, body, presentKeys } = call;
      if (isIncomplete(body.storage_config)) {
        return { success: false, msg: "Storage configuration is incomplete" };
      }
      const problem = await newModelProblem(embedders, body, await readConfig(store.org(org)));
      if (problem !== null) return { success: false, msg: problem };
      await store.org(org).write(async (tx) => {
        const before = await tx.read(CONFIG, []) ?? UNSET;
        const config = keepMaskedSecrets(body, before.config);
        const storage = config.storage_config ?? before.config.storage_config;
        const next = withDefaultExtractors({ ...config, storage_config: storage });
        tx.set(CONFIG, [], { config: next, explicit: explicitKeys(body, { before, presentKeys }) });
      });
      // What waits for other settings, such as a valid key, may go on now.
      await releaseBlockedJobs(store.org(org));
      return { success: true, msg: "Configuration set successfully" };
    }, (text) => ({ success: false, msg: `Failed to set configuration: ${text}` })),
  };
}

/** Why an embedding model that was not configured before can't be, null when it can. */
async function newModelProblem(
  embedders: ServiceDeps["embedders"],
  sent: Complete<Config>,
  { config: before }: ConfigRow,
): Promise<string | null> {
  const isSame = sent.llm_config?.embedding_model_name === before.llm_config?.embedding_model_name;
  return isSame ? null : await embedders.problemOf(keepMaskedSecrets(sent, before));
}

/** Numbers that a preset may stand for. */
const BATCH_KEYS: readonly (keyof Config)[] = ["batch_size", "batch_interval"];

/**
 * Keys that somebody chose by now. A caller who reads the whole configuration, changes one thing and
 * writes everything back has not chosen a batch number that is still as it was.
 */
function explicitKeys(
  sent: Complete<Config>,
  options: { readonly before: ConfigRow; readonly presentKeys: readonly string[] },
): string[] {
  const { before, presentKeys } = options;
  const isWriteBack = Object.keys(DEFAULT_CONFIG).every((key) => presentKeys.includes(key));
  const untouched = BATCH_KEYS.filter((key) =>
    isWriteBack && sent[key] === before.config[key] && !before.explicit.includes(key)
  );
  const chosen = presentKeys.filter((key) => !untouched.some((name) => name === key));
  const isByPreset = sent.extraction_preset !== null && untouched.length === 0;
  return [...new Set(isByPreset ? [...chosen, ...BATCH_KEYS] : chosen)];
}
