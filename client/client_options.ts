import type { BackgroundInfo } from "./background.ts";
import type { CacheOptions } from "./cache.ts";
import type { WaitUntil } from "./options.ts";

/** Reads one environment variable by name; undefined when it is not set or may not be read. */
export type EnvReader = (name: string) => string | undefined;

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
