import type { MyConfigResponse } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { CliError, invalid } from "../errors.ts";
import { refusalIn, toCliError } from "../failure.ts";
import { isRecord } from "../render/fields.ts";
import { maskSetting } from "../render/mask.ts";
import type { Result } from "../result.ts";
import { parseEnvFile, readEnvText, saveEnv } from "../settings/env_file.ts";
import { reflexioHome, userEnvPath } from "../settings/settings.ts";
import { labelled } from "./status.ts";
import { join } from "../settings/path.ts";

/** Words of `--storage` and `REFLEXIO_STORAGE`. */
export const STORAGE_WORDS = ["sqlite", "supabase", "disk"] as const;

/** A storage word. */
export type StorageWord = typeof STORAGE_WORDS[number];

/** Configuration file of a server on this machine, as earlier command lines wrote it. */
export function configFilePath(context: Context): string {
  return join(reflexioHome(context.host), "configs", "config_self-host-org.json");
}

/** A text as a storage word, null when it is none. */
export function storageWord(text: string | undefined): StorageWord | null {
  const word = text?.toLowerCase();
  return STORAGE_WORDS.find((each) => each === word) ?? null;
}

/** The storage that is written in the configuration file, null when none is. */
async function persistedStorage(context: Context): Promise<StorageWord | null> {
  const text = await readEnvText(configFilePath(context));
  if (text === "") return null;
  try {
    const config: unknown = JSON.parse(text);
    const storage = isRecord(config) ? config.storage_config : null;
    if (!isRecord(storage)) return null;
    if ("db_url" in storage || "url" in storage) return "supabase";
    return "dir_path" in storage ? "disk" : "sqlite";
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw invalid(`${configFilePath(context)} is not JSON`, "Repair or remove it");
    }
    throw error;
  }
}

/** `config local`: which storage a server on this machine would use. */
export async function local(context: Context): Promise<Result> {
  const persisted = await persistedStorage(context);
  const resolved = storageWord(context.settings.get("REFLEXIO_STORAGE")) ?? persisted ?? "sqlite";
  const mode = resolved === "supabase" ? "cloud" : "local";
  const path = configFilePath(context);
  context.out.note(`Configuration file: ${path}`);
  context.out.note(`Storage: ${persisted ?? "not written down"} → ${resolved}`);
  context.out.note(`Mode: ${mode}`);
  return {
    data: {
      config_file: path,
      persisted_storage: persisted,
      resolved_storage: resolved,
      resolved_mode: mode,
    },
    keepsNulls: true,
  };
}

/** The server's storage settings. Every refusal of HTTP ends with exit code 4 here. */
async function myConfig(context: Context): Promise<MyConfigResponse> {
  try {
    const client = await context.client();
    return await client.getMyConfig();
  } catch (error) {
    const failure = toCliError(error);
    if (typeof failure.extra.status !== "number") throw failure;
    throw new CliError(failure.code === "not_found" ? "api" : failure.type, failure.message, {
      exitCode: 4,
      extra: failure.extra,
      ...failure.code === undefined ? {} : { code: failure.code },
      hint: failure.hint ?? "The server does not give its storage settings away",
    });
  }
}

/** `config storage`. */
export async function storage(context: Context): Promise<Result> {
  const { input, out, prompt } = context;
  const answer = await myConfig(context);
  const settings = answer.storage_config ?? null;
  if (answer.success && settings === null) {
    throw new CliError("general", "No storage is configured", { exitedZeroBefore: true });
  }
  let isRevealed = false;
  if (input.on("reveal") && settings !== null) {
    if (!input.on("yes") && !out.isJson) await prompt.confirm("Show secrets", "--yes");
    isRevealed = input.on("yes") || !out.isJson;
  }
  const shown = Object.entries(settings ?? {}).map(([name, value]) =>
    [name, shownValue(name, value, isRevealed)] as const
  );
  const failure = refusalIn(answer, "read the storage settings");
  if (!isRevealed && settings !== null) out.note("Secrets are masked; show them with --reveal");
  return {
    data: { storage_type: answer.storage_type ?? null, storage_config: Object.fromEntries(shown) },
    keepsNulls: true,
    ...failure ? { failure } : {},
    human: (screen) =>
      failure ? "" : labelled([
        ["kind", answer.storage_type ?? "unknown"],
        ...shown.map(([name, value]) => [name, value === null ? "<none>" : String(value)] as const),
      ], screen),
  };
}

/** A setting as it may be shown. */
function shownValue(name: string, value: unknown, isRevealed: boolean): unknown {
  return typeof value !== "string" || isRevealed ? value : maskSetting(name, value);
}

/** `config pull`: writes the server's storage settings into an environment file. */
export async function pull(context: Context): Promise<Result> {
  const { input, host, out } = context;
  const answer = await myConfig(context);
  const failure = refusalIn(answer, "read the storage settings");
  if (failure) throw failure;
  const settings = answer.storage_config ?? {};
  if (answer.storage_type !== "supabase") {
    throw invalid(
      `The storage is ${answer.storage_type ?? "unknown"}, must be supabase`,
      "Only hosted storage has settings to pull",
    );
  }
  const { url, apiKey } = context.server();
  const texts = (name: string) => typeof settings[name] === "string" ? settings[name] : "";
  const values: Record<string, string> = {
    SUPABASE_URL: texts("url"),
    SUPABASE_KEY: texts("key"),
    SUPABASE_DB_URL: texts("db_url"),
    REFLEXIO_URL: url,
    ...apiKey === undefined ? {} : { REFLEXIO_API_KEY: apiKey },
  };
  const path = input.filled("env-file") ?? userEnvPath(host);
  const present = parseEnvFile(await readEnvText(path));
  const taken = Object.keys(values).filter((name) => present.has(name));
  if (taken.length > 0 && !input.on("force")) {
    throw invalid(`${path} has ${taken.join(", ")} already`, "Replace them with --force");
  }
  await saveEnv(path, values);
  const written = Object.keys(values);
  out.note(`Wrote ${written.length} settings to ${path}`);
  for (const name of written) out.note(`  ${name}`);
  return { data: { path, written, storage_type: answer.storage_type } };
}
