import type { BackgroundFailure, BackgroundInfo } from "./background.ts";
import type { CacheOptions } from "./cache.ts";
import { isRecord, refuse, toUrl } from "./check.ts";
import { type ReflexioIssue, ReflexioValidationError } from "./errors.ts";
import type { WaitUntil } from "./options.ts";

/** Version of this package, equal to the one in `deno.json`. */
export const VERSION = "0.1.0";

/** Reads one environment variable by name; undefined when it is not set or may not be read. */
export type EnvReader = (name: string) => string | undefined;

/** The globals some runtimes have and others lack. */
interface RuntimeGlobals {
  readonly Deno?: {
    readonly env: { get(name: string): string | undefined };
    readonly permissions: {
      querySync(wish: { name: "env"; variable: string }): { readonly state: string };
    };
  };
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/**
 * Reads the environment of Deno, Node or Bun. Never throws and never asks for permission: browsers,
 * workers and programs that may not read a variable have an empty environment.
 *
 * @param name Name of the variable.
 */
export function readEnv(name: string): string | undefined {
  const globals = globalThis as unknown as RuntimeGlobals;
  const { Deno } = globals;
  try {
    // Deno has `process` as well, but takes long to load it.
    if (!Deno) return globals.process?.env?.[name];
    const { state } = Deno.permissions.querySync({ name: "env", variable: name });
    return state === "granted" ? Deno.env.get(name) : undefined;
  } catch {
    return undefined;
  }
}

/** Address that is used when neither an option nor the environment names one. */
export const DEFAULT_URL = "https://www.reflexio.ai/";

/** Where the client says what is not an error of a call. */
export interface ReflexioLogger {
  /** Called for repeats. */
  debug?(message: string, cause?: unknown): void;
  /** Called for background failures that nobody else is told about, and for failed looks at a run. */
  warn?(message: string, cause?: unknown): void;
}

/** Options of a client. Empty texts count as not given. */
export interface ReflexioClientOptions {
  /** Key of the server. Default: `REFLEXIO_API_KEY`, else none. */
  readonly apiKey?: string | undefined;
  /** Address of the server, with a path prefix if it has one. Default: `REFLEXIO_API_URL`, else the managed service. */
  readonly urlEndpoint?: string | URL | undefined;
  /**
   * Limit for a whole call, repeats included, in milliseconds.
   *
   * @default 300_000
   */
  readonly timeoutMs?: number | undefined;
  /** Limit for one attempt in milliseconds. Default: none of its own. */
  readonly attemptTimeoutMs?: number | undefined;
  /**
   * Most repeats of a call that is safe to repeat, after no answer or 408, 429, 502, 503 or 504.
   *
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * Pause before the first repeat in milliseconds; it doubles. `Retry-After` wins.
   *
   * @default 500
   */
  readonly retryDelayMs?: number | undefined;
  /** Sends requests. Default: the runtime's `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Extra headers of every request, of the lowest priority. */
  readonly headers?: HeadersInit | undefined;
  /** Value of `User-Agent`, except in browsers. Default: `reflexio-ts/` and the version. */
  readonly userAgent?: string | undefined;
  /** How answers of `getProfiles` and `getAgentPlaybooks` are kept; false for not at all. */
  readonly cache?: false | CacheOptions | undefined;
  /**
   * Most background calls in flight.
   *
   * @default 4
   */
  readonly backgroundConcurrency?: number | undefined;
  /**
   * Background calls that may wait in the queue before the promise of the next one waits for room.
   *
   * @default 1000
   */
  readonly maxQueued?: number | undefined;
  /** Hands background work to the platform. */
  readonly waitUntil?: WaitUntil | undefined;
  /** Told about every background call that failed. */
  readonly onBackgroundError?: ((error: unknown, info: BackgroundInfo) => void) | undefined;
  /** Where to log. Default: warnings on the console. */
  readonly logger?: ReflexioLogger | undefined;
  /**
   * Longest pause between two looks at a run, in milliseconds.
   *
   * @default 3_000
   */
  readonly pollIntervalMs?: number | undefined;
  /**
   * Longest wait for a run, in milliseconds.
   *
   * @default 600_000
   */
  readonly maxWaitMs?: number | undefined;
  /**
   * How long SIGINT and SIGTERM are held while background calls are unfinished, in milliseconds; 0
   * for not at all. Default: 2,000 on Node and Bun; 0 on Deno, which does not tell whether the
   * program handles the signal itself.
   */
  readonly exitFlushMs?: number | undefined;
  /** Reads environment variables. Default: those the runtime has and permits. */
  readonly env?: EnvReader | undefined;
}

/** Options after defaults and checks. */
export interface ClientSettings {
  /** Address without a trailing slash. */
  readonly baseUrl: string;
  /** Key, empty for none. May change between calls. */
  apiKey: string;
  /** Sends requests. Never called as a method. */
  readonly fetch: typeof fetch;
  /** Extra headers of the lowest priority. */
  readonly headers: HeadersInit | undefined;
  /** Value of `User-Agent`; null leaves it to the runtime. */
  readonly userAgent: string | null;
  /** Limit for a whole call. */
  readonly timeoutMs: number;
  /** Limit for one attempt. */
  readonly attemptTimeoutMs: number;
  /** Most repeats after the first attempt. */
  readonly maxRetries: number;
  /** First pause between attempts. */
  readonly retryDelayMs: number;
  /** Most background calls in flight. */
  readonly backgroundConcurrency: number;
  /** Most background calls waiting before a caller is made to wait. */
  readonly maxQueued: number;
  /** Longest pause between two looks at a run. */
  readonly pollIntervalMs: number;
  /** Longest wait for a run. */
  readonly maxWaitMs: number;
  /** How long signals are held for background calls. */
  readonly exitFlushMs: number;
  /** Told about things that went wrong without failing a call. */
  readonly warn: (message: string, cause?: unknown) => void;
  /** Told about repeats. */
  readonly debug: (message: string, cause?: unknown) => void;
  /** Told about each background call that failed. Does not throw. */
  readonly onFailure: (failure: BackgroundFailure) => void;
}

/** Words in a `User-Agent` that servers refuse. */
const REFUSED_AGENT = /bot|crawler|spider|scraper|curl|wget/i;

/** Warnings on the console. */
const CONSOLE: ReflexioLogger = {
  // deno-lint-ignore no-console
  warn: (...said) => console.warn(...said),
};

/** Numeric options: name, default, least value, and whether it must be whole. */
const NUMBERS = {
  timeoutMs: [300_000, 1],
  attemptTimeoutMs: [Infinity, 1],
  maxRetries: [2, 0],
  retryDelayMs: [500, 0],
  backgroundConcurrency: [4, 1],
  maxQueued: [1000, 1],
  pollIntervalMs: [3_000, 1],
  maxWaitMs: [600_000, 1],
  exitFlushMs: ["Deno" in globalThis ? 0 : 2_000, 0],
} as const;

/**
 * Checks options and fills in what is missing, from the environment first.
 *
 * @throws {ReflexioValidationError} Naming everything that is wrong.
 */
export function readSettings(options: ReflexioClientOptions): ClientSettings {
  const issues: ReflexioIssue[] = [];
  if (!isRecord(options as unknown)) refuse(issues, "options", "must be an object");
  const env = options.env ?? readEnv;
  const numbers = readNumbers(options, issues);
  const apiKey = options.apiKey || env("REFLEXIO_API_KEY") || "";
  checkKey(apiKey, issues);
  const baseUrl = readUrl(
    `${options.urlEndpoint ?? ""}` || env("REFLEXIO_API_URL") || DEFAULT_URL,
    issues,
  );
  const userAgent = options.userAgent || `reflexio-ts/${VERSION}`;
  if (REFUSED_AGENT.test(userAgent)) {
    refuse(issues, "userAgent", `matches ${REFUSED_AGENT}, which servers refuse`);
  }
  if (issues.length > 0) throw new ReflexioValidationError("create ReflexioClient", issues);
  const logger = options.logger ?? CONSOLE;
  const warn = (message: string, cause?: unknown) => logger.warn?.(message, cause);
  return {
    ...numbers,
    baseUrl,
    apiKey,
    headers: options.headers,
    // Looked up at each call, so that a replaced global is used.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    // Browsers name themselves, and refuse or preflight a name given by a page.
    userAgent: /^Mozilla/.test(globalThis.navigator?.userAgent) ? null : userAgent,
    warn,
    debug: (message, cause) => logger.debug?.(message, cause),
    onFailure: ({ error, ...info }) => {
      try {
        if (options.onBackgroundError) options.onBackgroundError(error, info);
        else warn(`Background call ${info.method} failed`, error);
      } catch (cause) {
        warn("onBackgroundError threw", cause);
      }
    },
  };
}

/** Refuses a key that cannot be sent; `fetch` would print it in its own error. */
export function checkKey(apiKey: unknown, issues: ReflexioIssue[]): void {
  if (typeof apiKey !== "string" || !/^[\x21-\x7e]*$/.test(apiKey)) {
    refuse(issues, "apiKey", "must be printable ASCII without spaces");
  }
}

/** Reads the numeric options. */
function readNumbers(
  options: ReflexioClientOptions,
  issues: ReflexioIssue[],
): { [K in keyof typeof NUMBERS]: number } {
  const entries = Object.entries(NUMBERS).map(([name, [fallback, least]]) => {
    const value = options[name as keyof typeof NUMBERS] ?? fallback;
    if (!(typeof value === "number" && value >= least)) {
      refuse(issues, name, `must be a number of at least ${least}`);
    }
    return [name, value];
  });
  return Object.fromEntries(entries);
}

/** An address that needs no parsing, which the first `URL` of a program makes slow. */
const PLAIN_URL = /^https?:\/\/(?:[a-z][a-z\d-]*\.)*[a-z][a-z\d-]*(?::\d{1,4})?\/?$/;

/** The address without trailing slashes, query and fragment. */
function readUrl(given: string, issues: ReflexioIssue[]): string {
  const address = PLAIN_URL.test(given)
    ? given
    : /^https?:\/\/[^/?#@]+\/[^?#]*/.exec(toUrl(given)?.href ?? "")?.[0];
  if (!address) {
    refuse(issues, "urlEndpoint", "must be an http: or https: address without credentials");
  }
  return address?.replace(/\/+$/, "") ?? "";
}
