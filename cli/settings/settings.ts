import { CliError } from "../errors.ts";
import type { Host } from "../host.ts";
import { parseEnvFile, readEnvText } from "./env_file.ts";
import { join } from "./path.ts";

/** Public address that is used when nobody named one. */
export const DEFAULT_URL = "https://www.reflexio.ai";

/** Provider keys that a project's own `.env` may hand over. */
export const PROVIDER_KEYS: readonly string[] = [
  "OPENAI_API_KEY",
  "ANTHROPIC_API_KEY",
  "GEMINI_API_KEY",
  "DEEPSEEK_API_KEY",
  "OPENROUTER_API_KEY",
  "MINIMAX_API_KEY",
  "DASHSCOPE_API_KEY",
  "XAI_API_KEY",
  "MOONSHOT_API_KEY",
  "ZAI_API_KEY",
];

/** Further names that a project's own `.env` may hand over. */
const DOCUMENTED = new Set([
  ...PROVIDER_KEYS,
  "BACKEND_PORT",
  "DOCS_PORT",
  "API_BACKEND_URL",
  "SUPABASE_URL",
  "SUPABASE_KEY",
  "SUPABASE_DB_URL",
  "LOCAL_STORAGE_PATH",
]);

/** A value and where it came from. */
export interface Sourced {
  /** The value, never empty. */
  readonly value: string;
  /** `--flag`, `environment`, or the path of a file. */
  readonly origin: string;
}

/** Flags that stand above the environment. */
export interface SettingFlags {
  /** `--server-url`. */
  readonly serverUrl?: string | undefined;
  /** `--api-key`. */
  readonly apiKey?: string | undefined;
  /** `--profile`. */
  readonly profile?: string | undefined;
}

/** Settings of one run: flag, then environment, then the `.env` files, key by key. */
export class Settings {
  readonly #flags: SettingFlags;
  readonly #host: Host;
  readonly #files: readonly { readonly path: string; readonly values: Map<string, string> }[];

  private constructor(
    host: Host,
    flags: SettingFlags,
    files: readonly { readonly path: string; readonly values: Map<string, string> }[],
  ) {
    this.#host = host;
    this.#flags = flags;
    this.#files = files;
  }

  /**
   * Reads the files: those of a profile and the user with `--profile` or `REFLEXIO_PROFILE`, else
   * `./.env` (our names only) and the user's.
   *
   * @throws {CliError} `validation` when the profile does not exist.
   */
  static async load(host: Host, flags: SettingFlags): Promise<Settings> {
    const user = userEnvPath(host);
    const profile = flags.profile ?? host.env("REFLEXIO_PROFILE");
    const userFile = { path: user, values: parseEnvFile(await readEnvText(user)) };
    if (profile) {
      const path = profilePath(host, profile);
      const text = await readEnvText(path);
      if (text === "") {
        throw new CliError("validation", `There is no profile ${JSON.stringify(profile)}`, {
          hint: "Run reflexio profile list, or reflexio profile add NAME --server-url URL",
        });
      }
      return new Settings(host, flags, [{ path, values: parseEnvFile(text) }, userFile]);
    }
    const local = join(host.cwd, ".env");
    const ours = new Map(
      [...parseEnvFile(await readEnvText(local))].filter(([name]) =>
        name.startsWith("REFLEXIO_") || DOCUMENTED.has(name)
      ),
    );
    return new Settings(host, flags, [{ path: local, values: ours }, userFile]);
  }

  /** A variable of the environment or a file; empty counts as absent. */
  find(name: string): Sourced | undefined {
    const own = this.#host.env(name);
    if (own) return { value: own, origin: "environment" };
    for (const { path, values } of this.#files) {
      const value = values.get(name);
      if (value) return { value, origin: path };
    }
    return undefined;
  }

  /** The value of a variable, undefined when absent or empty. */
  get(name: string): string | undefined {
    return this.find(name)?.value;
  }

  /** Server address and where it was named; undefined when nobody named one. */
  findUrl(): Sourced | undefined {
    const flag = this.#flags.serverUrl;
    return flag ? { value: flag, origin: "--server-url" } : this.find("REFLEXIO_URL");
  }

  /** API key and where it came from; undefined without one. */
  findKey(): Sourced | undefined {
    const flag = this.#flags.apiKey;
    return flag ? { value: flag, origin: "--api-key" } : this.find("REFLEXIO_API_KEY");
  }

  /** Whose conversations, from `REFLEXIO_USER_ID`. */
  get userId(): string | undefined {
    return this.get("REFLEXIO_USER_ID");
  }

  /** Version of the agent, from `REFLEXIO_AGENT_VERSION`. */
  get agentVersion(): string | undefined {
    return this.get("REFLEXIO_AGENT_VERSION");
  }

  /** Our variables from the files, for a server that this process starts. */
  fileValues(): Record<string, string> {
    const names = new Set(this.#files.flatMap(({ values }) => [...values.keys()]));
    const found: Record<string, string> = {};
    for (const name of names) {
      const value = this.get(name);
      if (value !== undefined) found[name] = value;
    }
    return found;
  }
}

/** Folder of settings, logs and run files. */
export function reflexioHome(host: Host): string {
  return join(host.home, ".reflexio");
}

/** The user's environment file. */
export function userEnvPath(host: Host): string {
  return join(reflexioHome(host), ".env");
}

/**
 * Environment file of a profile.
 *
 * @throws {CliError} `validation` when the name could leave the folder.
 */
export function profilePath(host: Host, name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) {
    throw new CliError(
      "validation",
      `Profile name ${JSON.stringify(name)} must be letters, digits, dots, dashes`,
    );
  }
  return join(reflexioHome(host), "profiles", `${name}.env`);
}
