import type { BackgroundQueue, TaskGroup } from "./background.ts";
import type { AnswerCache } from "./cache.ts";
import type { ReflexioClientOptions, ReflexioLogger } from "./client_options.ts";
import type { ScopeOptions } from "./scope.ts";

/** Options of a client that are numbers. */
export interface NumberSettings {
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
}

/** Options after defaults and checks. */
export interface ClientSettings extends NumberSettings {
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
  /** Told about repeats, and about what went wrong without failing a call. */
  readonly logger: ReflexioLogger;
  /** Told about each background call that failed, instead of the logger. */
  readonly onBackgroundError: ReflexioClientOptions["onBackgroundError"];
}

/** What the views of one client share. */
export interface Core {
  /** How to send. */
  readonly settings: ClientSettings;
  /** Runs background calls. */
  readonly queue: BackgroundQueue;
  /** Keeps answers; null for not at all. */
  readonly cache: AnswerCache | null;
  /** Set once the client refuses new calls. */
  isClosed: boolean;
}

/** What one view of a client adds to every call. */
export interface View extends ScopeOptions {
  /** Counts the view's background work. */
  readonly group: TaskGroup;
}
