import type { Complete, Config, SetConfigResponse } from "../../client/contract/mod.ts";
import { CONFIG, type ConfigRow, type OrgStore, type Store } from "../store/mod.ts";
import { DEFAULT_CONFIG, withDefaultExtractors } from "./default_config.ts";
import type { Call, Handlers } from "./handlers.ts";
import { keepMaskedSecrets, maskSecrets } from "./secret_mask.ts";

/** Told after a configuration was replaced, so that what was derived from it can be dropped. */
export type ConfigListener = (org: string) => void;

/** What the configuration verbs need. */
export interface ConfigurationDeps {
  /** The durable state. */
  readonly store: Store;
  /** Called after every replacement. */
  readonly onChange?: ConfigListener;
}

/** Kinds of storage a caller may describe; only our own is ever used. */
type StorageConfig = Complete<Config>["storage_config"];

/** The row of an org that never set a configuration. */
const UNSET: ConfigRow = { config: DEFAULT_CONFIG, explicit: [] };

/** The configuration of an org; the default where none was ever set. */
export async function loadConfig(org: OrgStore): Promise<ConfigRow> {
  const row = await org.read(CONFIG, []);
  return row === null ? UNSET : { ...row, config: withDefaultExtractors(row.config) };
}

/** Whether a described storage could never be used here. */
function isIncomplete(storage: StorageConfig): boolean {
  return storage !== null && "db_url" in storage;
}

/** The configuration verbs. */
export function createConfigurationHandlers(
  deps: ConfigurationDeps,
): Pick<Handlers, "get_config" | "set_config"> {
  return {
    get_config: async ({ org, canReadSecrets }) => {
      const { config } = await loadConfig(deps.store.org(org));
      return canReadSecrets ? config : maskSecrets(config);
    },
    set_config: async (call: Call<"set_config">): Promise<SetConfigResponse> => {
      const { org, body, presentKeys } = call;
      if (isIncomplete(body.storage_config)) {
        return { success: false, msg: "Storage configuration is incomplete" };
      }
      await deps.store.org(org).write(async (tx) => {
        const before = await tx.read(CONFIG, []) ?? UNSET;
        const config = keepMaskedSecrets(body, before.config);
        const storage = config.storage_config ?? before.config.storage_config;
        const next = withDefaultExtractors({ ...config, storage_config: storage });
        tx.set(CONFIG, [], { config: next, explicit: explicitKeys(body, { before, presentKeys }) });
      });
      deps.onChange?.(org);
      return { success: true, msg: "Configuration set successfully" };
    },
  };
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
