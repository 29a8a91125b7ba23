import type { ServiceDeps } from "./deps.ts";
import type { Handlers } from "./handlers.ts";
import { readConfig } from "./org_config.ts";
import { maskUrl } from "./secret_mask.ts";

/** Kind of our storage on the wire. */
const STORAGE_TYPE = "kv";

/** Text of every failure to load an account, whatever the cause. */
const LOAD_FAILURE = "Failed to load storage configuration";

/** Where the data are, as anybody may see it: path with the home shortened, or masked host. */
export function storageLabel(url: string, homeFolder?: string): string {
  if (url === ":memory:") return "<memory>";
  if (/^https?:\/\//i.test(url)) return maskUrl(url);
  return homeFolder && url.startsWith(`${homeFolder}/`) ? `~${url.slice(homeFolder.length)}` : url;
}

/** Kind of a described storage: by the fields that only it has. */
function storageKind(storage: Readonly<Record<string, unknown>>): string {
  if ("db_url" in storage) return "supabase";
  return "dir_path" in storage ? "disk" : "sqlite";
}

/** The verbs about the service and the caller's account. */
export function createAccountHandlers(
  { store, settings }: ServiceDeps,
): Pick<Handlers, "root" | "health" | "meta_version" | "whoami" | "my_config"> {
  return {
    root: () =>
      Promise.resolve({ service: "Reflexio API", docs: "/docs", health: "/health" } as const),
    health: () => Promise.resolve({ status: "healthy" } as const),
    meta_version: () =>
      Promise.resolve(
        {
          server_version: settings.version,
          api_version: "v1",
          min_client_version: "0.1.0",
        } as const,
      ),
    whoami: async ({ org }) => {
      try {
        const { config } = await readConfig(store.org(org));
        return {
          success: true,
          org_id: org,
          storage_type: STORAGE_TYPE,
          storage_label: settings.storageLabel,
          storage_configured: config.storage_config_test !== 2,
          message: "",
        };
      } catch {
        return { success: false, org_id: org, storage_configured: false, message: LOAD_FAILURE };
      }
    },
    my_config: async ({ org, canReadSecrets }) => {
      if (!canReadSecrets && !settings.showsSecrets()) {
        return {
          success: false,
          message: "Reading the raw storage configuration is disabled; " +
            "set REFLEXIO_ALLOW_MY_CONFIG=true on the server to allow it",
        };
      }
      try {
        const { config } = await readConfig(store.org(org));
        const storage = config.storage_config;
        return storage === null
          ? { success: true, storage_config: {}, storage_type: STORAGE_TYPE, message: "" }
          : {
            success: true,
            storage_config: { ...storage },
            storage_type: storageKind({ ...storage }),
            message: "",
          };
      } catch {
        return { success: false, message: LOAD_FAILURE };
      }
    },
  };
}
