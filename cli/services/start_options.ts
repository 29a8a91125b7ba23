import { resolve } from "node:path";
import { STORAGE_WORDS, storageWord } from "../commands/config_storage.ts";
import type { Context } from "../context.ts";
import { invalid, usageError } from "../errors.ts";
import { isRecord } from "../render/fields.ts";
import { readEnvText, saveEnv } from "../settings/env_file.ts";
import { writePrivateFile } from "../settings/private_file.ts";
import { reflexioHome, userEnvPath } from "../settings/settings.ts";
import { dataFileToServe, isDataFile } from "./data_file.ts";
import { localServer } from "./run_file.ts";
import { join } from "../settings/path.ts";
import { readTlsOptions, type Tls } from "./tls.ts";

/** Port of a server when nobody says otherwise. */
export const DEFAULT_PORT = 8081;

/** How a server is started. */
export interface StartOptions {
  /** Port; 0: any free one. */
  readonly port: number;
  /** Address to listen on. */
  readonly hostname: string;
  /** Data file, `:memory:` or URL. */
  readonly kv: string;
  /** Certificate and key; null: no TLS. */
  readonly tls: Tls | null;
}

/**
 * Port of the server: the flag, then `REFLEXIO_PORT`, then `BACKEND_PORT`; a variable that is no
 * port is passed over.
 */
export function portOf(context: Context): number {
  const flag = context.input.numberIfGiven("backend-port");
  if (flag !== undefined) {
    if (flag >= 0 && flag <= 65_535) return flag;
    throw invalid(`--backend-port is ${flag}, must be 0 to 65535`);
  }
  const name = context.settings.get("REFLEXIO_PORT") === undefined
    ? "BACKEND_PORT"
    : "REFLEXIO_PORT";
  const variable = context.settings.get(name);
  if (variable === undefined) return DEFAULT_PORT;
  if (/^\d+$/.test(variable) && Number(variable) <= 65_535) return Number(variable);
  context.out.warn(`${name} is ${JSON.stringify(variable)}, no port: ${DEFAULT_PORT} is used`);
  return DEFAULT_PORT;
}

/** Port of the server that runs: as named, else that of the one that `services start` began. */
export function runningPort(context: Context): number {
  const isNamed = context.input.has("backend-port") ||
    ["REFLEXIO_PORT", "BACKEND_PORT"].some((name) => context.settings.get(name) !== undefined);
  return isNamed ? portOf(context) : localServer(context.host)?.port ?? portOf(context);
}

/** Reads how the server is to be started. */
export async function readStartOptions(context: Context): Promise<StartOptions> {
  const kv = await dataFileToServe(context);
  return {
    port: portOf(context),
    hostname: context.input.filled("host") ?? context.settings.get("REFLEXIO_HOST") ?? "127.0.0.1",
    // Other commands, run elsewhere, read this path too.
    kv: isDataFile(kv) ? resolve(context.host.cwd, kv) : kv,
    tls: await readTlsOptions(context),
  };
}

/**
 * Whether the server is among the parts that `--only` names; absent or empty: all parts.
 *
 * @throws {CliError} `usage` for an unknown part.
 */
export function wantsServer(context: Context): boolean {
  const text = context.input.filled("only");
  if (text === undefined) return true;
  const names = text.split(",").map((name) => name.trim()).filter((name) => name !== "");
  const unknown = names.find((name) => name !== "backend" && name !== "docs");
  if (unknown !== undefined) {
    throw usageError(`--only names ${JSON.stringify(unknown)}, must be backend or docs`);
  }
  return names.includes("backend");
}

/** Writes a storage word down where earlier command lines look for it. */
export async function keepStorage(context: Context): Promise<void> {
  const flag = storageWord(context.input.text("storage"));
  const variable = context.settings.get("REFLEXIO_STORAGE");
  if (flag === null) {
    if (variable !== undefined && storageWord(variable) === null) {
      context.out.warn(
        `REFLEXIO_STORAGE is ${JSON.stringify(variable)}, none of ${STORAGE_WORDS.join(", ")}`,
      );
    }
    return;
  }
  const path = join(reflexioHome(context.host), "configs", "config_self-host-org.json");
  const storage = storageSettings(context, flag);
  if (storage !== null) {
    const text = await readEnvText(path);
    const before: unknown = text === "" ? {} : JSON.parse(text);
    const config = { ...isRecord(before) ? before : {}, storage_config: storage };
    await writePrivateFile(path, `${JSON.stringify(config, null, 2)}\n`);
  }
  const env = userEnvPath(context.host);
  if (await readEnvText(env) !== "") await saveEnv(env, { REFLEXIO_STORAGE: flag });
  context.out.note(`Storage ${flag} is written down; one store serves all three`);
}

/** Settings of a storage, null when they are not complete. */
function storageSettings(
  { settings, host, out }: Context,
  word: typeof STORAGE_WORDS[number],
): Record<string, unknown> | null {
  if (word === "sqlite") return { db_path: null };
  if (word === "disk") {
    return {
      dir_path: settings.get("LOCAL_STORAGE_PATH") ?? join(reflexioHome(host), "disk-storage"),
    };
  }
  const url = settings.get("SUPABASE_URL");
  const key = settings.get("SUPABASE_KEY");
  const db_url = settings.get("SUPABASE_DB_URL");
  if (url && key && db_url) return { url, key, db_url };
  out.warn(
    "SUPABASE_URL, SUPABASE_KEY and SUPABASE_DB_URL are not all set: the storage stays as it is",
  );
  return null;
}
