import { isRecord, refuse, toUrl } from "./check.ts";
import type { ReflexioClientOptions } from "./client_options.ts";
import type { ClientSettings, NumberSettings } from "./core.ts";
import { type ReflexioIssue, ReflexioValidationError } from "./errors.ts";

/** Version of this package, equal to the one in `deno.json`. */
export const VERSION = "0.1.0";

/** Address that is used when neither an option nor the environment names one. */
export const DEFAULT_URL = "https://www.reflexio.ai/";

/** The globals some runtimes have and others lack. */
interface RuntimeGlobals {
  readonly Deno?: {
    readonly env: { get(name: string): string | undefined };
    readonly stdin?: { isTerminal(): boolean };
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
    // Only at a terminal would Deno ask, so only there it is looked up first, which is slow.
    const mayAsk = Deno.stdin?.isTerminal() &&
      Deno.permissions.querySync({ name: "env", variable: name }).state !== "granted";
    return mayAsk ? undefined : Deno.env.get(name);
  } catch {
    return undefined;
  }
}

/** Words in a `User-Agent` that servers refuse. */
const REFUSED_AGENT = /bot|crawler|spider|scraper|curl|wget/i;

/** Numeric options: the value where nothing is said, and the least one. */
const NUMBERS: { readonly [K in keyof NumberSettings]: readonly [number, number] } = {
  timeoutMs: [300_000, 1],
  attemptTimeoutMs: [Infinity, 1],
  maxRetries: [2, 0],
  retryDelayMs: [500, 0],
  backgroundConcurrency: [4, 1],
  maxQueued: [1000, 1],
  pollIntervalMs: [3_000, 1],
  maxWaitMs: [600_000, 1],
  exitFlushMs: ["Deno" in globalThis ? 0 : 2_000, 0],
};

/**
 * Checks options and fills in what is missing, from the environment first.
 *
 * @throws {ReflexioValidationError} Naming everything that is wrong.
 */
export function readSettings(given: ReflexioClientOptions): ClientSettings {
  const issues: ReflexioIssue[] = [];
  const options: ReflexioClientOptions = isRecord(given) ? given : {};
  if (options !== given) refuse(issues, "options", "must be an object");
  const env = options.env ?? readEnv;
  const numbers = readNumbers(options, issues);
  const apiKey = options.apiKey || env("REFLEXIO_API_KEY") || "";
  if (apiKey) checkKey(apiKey, issues);
  const baseUrl = readUrl(
    `${options.urlEndpoint ?? ""}` || env("REFLEXIO_API_URL") || DEFAULT_URL,
    issues,
  );
  const { userAgent } = options;
  if (userAgent && REFUSED_AGENT.test(userAgent)) {
    refuse(issues, "userAgent", `matches ${REFUSED_AGENT}, which servers refuse`);
  }
  if (issues.length > 0) throw new ReflexioValidationError("create ReflexioClient", issues);
  return {
    ...numbers,
    baseUrl,
    apiKey,
    headers: options.headers,
    // Looked up at each call, so that a replaced global is used.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    // Browsers name themselves, and refuse or preflight a name given by a page.
    userAgent: globalThis.navigator?.userAgent?.startsWith("Mozilla")
      ? null
      : userAgent || `reflexio-ts/${VERSION}`,
    // deno-lint-ignore no-console
    logger: options.logger ?? { warn: (...said) => console.warn(...said) },
    onBackgroundError: options.onBackgroundError,
  };
}

/** Refuses a key that cannot be sent; `fetch` would print it in its own error. */
export function checkKey(apiKey: unknown, issues: ReflexioIssue[]): void {
  if (typeof apiKey !== "string" || /[^\x21-\x7e]/.test(apiKey)) {
    refuse(issues, "apiKey", "must be printable ASCII without spaces");
  }
}

/** Reads the numeric options. */
function readNumbers(options: ReflexioClientOptions, issues: ReflexioIssue[]): NumberSettings {
  const numbers: Record<string, unknown> = {};
  for (const [name, [fallback, least]] of Object.entries(NUMBERS)) {
    const value = options[name as keyof NumberSettings] ?? fallback;
    if (!(typeof value === "number" && value >= least)) {
      refuse(issues, name, `must be a number of at least ${least}`);
    }
    numbers[name] = value;
  }
  return numbers as unknown as NumberSettings;
}

/** An address that needs no parsing, which the first `URL` of a program makes slow. */
const PLAIN_URL = /^(https?:\/\/[a-z][a-z.-]*(?::\d{1,4})?)\/?$/;

/** The address without trailing slashes, query and fragment. */
function readUrl(given: string, issues: ReflexioIssue[]): string {
  const plain = PLAIN_URL.exec(given)?.[1];
  if (plain) return plain;
  const address = /^https?:\/\/[^/?#@]+\/[^?#]*/.exec(toUrl(given)?.href ?? "")?.[0];
  if (!address) {
    refuse(issues, "urlEndpoint", "must be an http: or https: address without credentials");
  }
  return address?.replace(/\/+$/, "") ?? "";
}
