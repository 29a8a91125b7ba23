import { parseArgs } from "node:util";
import { defaultKvPath, type ReadEnv } from "./data_path.ts";

/** What the command line and the environment decide about a server. */
export interface StartOptions {
  /** Address to bind. */
  readonly host: string;
  /** Port to bind; 0: any free one. */
  readonly port: number;
  /** Path of the data file, `:memory:`, or the URL of a KV Connect server. */
  readonly kv: string;
  /** Whether an address other than loopback may be served without keys. */
  readonly allowsUnauthenticated: boolean;
  /** Keys that may call, as `org:key` or `org:role:key`, comma-separated; empty: open server. */
  readonly apiKeys: string;
  /** Whether rate limits are on; null: only where the address is not loopback. */
  readonly rateLimit: boolean | null;
  /** Which learner is used; null: a model when a key is configured, else the embedded one. */
  readonly learner: "embedded" | "model" | null;
  /** Files of the certificate and its key, both PEM; null: no TLS. */
  readonly tls: { readonly certPath: string; readonly keyPath: string } | null;
}

/** What was asked for on the command line. */
export type StartRequest =
  | { readonly kind: "start"; readonly options: StartOptions }
  | { readonly kind: "help" }
  | { readonly kind: "version" };

/** Bad flags or environment; the message says which and what to do. */
export class StartOptionsError extends Error {
  override readonly name: string = "StartOptionsError";
}

/** Default port of the API. */
export const DEFAULT_PORT = 8081;

/** Text of `--help`. */
export const START_HELP: string = `Starts the Reflexio memory server.

Usage: deno task start [options]

  --port N                 port; 0 for any free one          REFLEXIO_PORT  (${DEFAULT_PORT})
  --host ADDRESS           address to bind                   REFLEXIO_HOST  (127.0.0.1)
  --kv PATH|:memory:|URL   where the data are                REFLEXIO_KV    (your data folder)
  --cert FILE --key FILE   serve TLS (PEM)         REFLEXIO_TLS_CERT, REFLEXIO_TLS_KEY
  --allow-unauthenticated  serve other addresses than loopback without keys
  --help                   this text
  --version                the version

Keys: REFLEXIO_API_KEYS=org:key,org:role:key or REFLEXIO_KEYS_FILE=path.
Encryption at rest: REFLEXIO_ENCRYPTION_KEYS. Learner: REFLEXIO_LEARNER=embedded|model.
Names it may be called by without keys: REFLEXIO_ALLOWED_HOSTS; web pages: REFLEXIO_ALLOWED_ORIGINS.
Limits: REFLEXIO_RATE_LIMIT=on|off, REFLEXIO_MAX_CONNECTIONS=N|off, REFLEXIO_ORG_STORAGE_MB.
A .env file in this folder is read; the environment wins.`;

/** A port number from text. */
function portOf(text: string, origin: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new StartOptionsError(
      `Cannot use ${origin} "${text}": give a whole number from 0 to 65535`,
    );
  }
  return port;
}

/** One of the words, null when empty; anything else is an error. */
function wordOf<W extends string>(
  text: string | undefined,
  words: readonly W[],
  origin: string,
): W | null {
  if (text === undefined || text === "") return null;
  const word = words.find((known) => known === text.toLowerCase());
  if (word === undefined) {
    throw new StartOptionsError(`Cannot use ${origin} "${text}": give ${words.join(" or ")}`);
  }
  return word;
}

/** The files of TLS: both or none. */
function tlsOf(certPath: string, keyPath: string): StartOptions["tls"] {
  if (certPath === "" && keyPath === "") return null;
  if (certPath !== "" && keyPath !== "") return { certPath, keyPath };
  const missing = certPath === "" ? "--cert FILE" : "--key FILE";
  throw new StartOptionsError(`Cannot serve TLS: ${missing} is missing; give both, or neither`);
}

/** Flags by name; unknown ones are an error with the remedy. */
function flagsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.filter((arg, i) => !(i === 0 && arg === "--")),
      options: {
        port: { type: "string" },
        host: { type: "string" },
        kv: { type: "string" },
        cert: { type: "string" },
        key: { type: "string" },
        "allow-unauthenticated": { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
      strict: true,
    }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new StartOptionsError(`${reason}; see --help`, { cause });
  }
}

/**
 * Reads flags and environment; a flag wins over its variable.
 *
 * @param args Command-line arguments; one leading `--` is tolerated.
 * @param env Looks up environment variables.
 * @throws {StartOptionsError} If a flag is unknown or a value cannot be used.
 */
export function parseStartOptions(args: readonly string[], env: ReadEnv): StartRequest {
  const flags = flagsOf(args);
  if (flags.help) return { kind: "help" };
  if (flags.version) return { kind: "version" };
  const portText = env("REFLEXIO_PORT") || env("BACKEND_PORT");
  const rate = wordOf(env("REFLEXIO_RATE_LIMIT"), ["on", "off"], "REFLEXIO_RATE_LIMIT");
  return {
    kind: "start",
    options: {
      host: flags.host || env("REFLEXIO_HOST") || "127.0.0.1",
      port: flags.port !== undefined
        ? portOf(flags.port, "--port")
        : portText
        ? portOf(portText, "REFLEXIO_PORT")
        : DEFAULT_PORT,
      kv: flags.kv || env("REFLEXIO_KV") || defaultKvPath(env),
      allowsUnauthenticated: flags["allow-unauthenticated"] ?? false,
      apiKeys: env("REFLEXIO_API_KEYS") ?? "",
      rateLimit: rate === null ? null : rate === "on",
      learner: wordOf(env("REFLEXIO_LEARNER"), ["embedded", "model"], "REFLEXIO_LEARNER"),
      tls: tlsOf(
        flags.cert || env("REFLEXIO_TLS_CERT") || "",
        flags.key || env("REFLEXIO_TLS_KEY") || "",
      ),
    },
  };
}
