import type { Extensions, Handlers } from "../services/handlers.ts";
import { type Authenticate, openAccess } from "./access.ts";
import type { AllowedOrigins } from "./cors.ts";
import type { AllowedHosts } from "./host_check.ts";
import { DEFAULT_TIME_LIMITS, Patience, type TimeLimits } from "./time_limit.ts";

/** A line of the access log; it holds nothing that a person wrote. */
export interface RequestRecord {
  /** HTTP method. */
  readonly method: string;
  /** Path of the endpoint, null when no endpoint has the requested path. */
  readonly path: string | null;
  /** HTTP status of the answer. */
  readonly status: number;
  /** Time from arrival to answer, milliseconds. */
  readonly ms: number;
  /** The tenant, null when nobody had to say who they are. */
  readonly org: string | null;
  /** Id of the request in headers and logs. */
  readonly correlationId: string;
}

/** A failure that the caller was not told about. */
export interface FailureRecord {
  /** Id of the request in headers and logs. */
  readonly correlationId: string;
  /** Path of the endpoint. */
  readonly path: string;
  /** What was thrown. */
  readonly error: unknown;
}

/** Options of `createHandler`. */
export interface HttpOptions {
  /** The verbs. */
  readonly handlers: Handlers;
  /**
   * Endpoints beside those of the contract.
   * @default none
   */
  readonly extensions?: Extensions;
  /**
   * Finds out who is calling.
   * @default openAccess()
   */
  readonly authenticate?: Authenticate;
  /**
   * Whether the documentation says that a key is needed.
   * @default false
   */
  readonly requiresKey?: boolean;
  /**
   * Web pages that may call.
   * @default "loopback"
   */
  readonly allowedOrigins?: AllowedOrigins;
  /**
   * Whether requests of other web pages are refused rather than only left without the headers that
   * let a page read the answer; for servers without keys, where the page needs no secret.
   * @default false
   */
  readonly refusesOtherPages?: boolean;
  /**
   * Names that requests may be addressed to, beside loopback.
   * @default "any"
   */
  readonly allowedHosts?: AllowedHosts;
  /**
   * Whether callers without a user agent, or with one of a crawler or of curl, are refused.
   * @default false
   */
  readonly guardsUserAgent?: boolean;
  /**
   * Most bytes of a body.
   * @default 10_485_760
   */
  readonly maxBodyBytes?: number;
  /**
   * Most nested lists and objects of a body.
   * @default 64
   */
  readonly maxJsonDepth?: number;
  /**
   * Most values of a body.
   * @default 1_000_000
   */
  readonly maxJsonValues?: number;
  /**
   * How long a request may take.
   * @default 60 s, 600 s for calls that wait for learning
   */
  readonly timeLimits?: TimeLimits;
  /**
   * Keeps the time of requests.
   * @default one whose timers run only while a request does
   */
  readonly patience?: Patience;
  /**
   * Multiplies the calls a minute that each endpoint allows; 0: no limits.
   * @default 0
   */
  readonly rateLimitFactor?: number;
  /**
   * Addresses of proxies whose `X-Forwarded-For` counts.
   * @default []
   */
  readonly trustedProxies?: readonly string[];
  /**
   * Whether private, loopback and link-local addresses are refused in URLs; asked for every call.
   * @default () => false
   */
  readonly blocksPrivateUrls?: () => boolean;
  /**
   * Clock, Unix milliseconds.
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Monotonic clock, milliseconds.
   * @default performance.now
   */
  readonly monotonicMs?: () => number;
  /**
   * Called after every answer.
   * @default nothing
   */
  readonly onRequest?: (record: RequestRecord) => void;
  /**
   * Called for every failure of ours.
   * @default nothing
   */
  readonly onFailure?: (record: FailureRecord) => void;
}

/** Default of `maxBodyBytes`: 10 MiB. */
export const DEFAULT_MAX_BODY_BYTES = 10 * 1024 * 1024;

/** Options with every default filled in. */
export type ResolvedHttpOptions = Required<HttpOptions>;

/** Fills in the defaults. */
export function resolveOptions(options: HttpOptions): ResolvedHttpOptions {
  return {
    extensions: {},
    authenticate: openAccess(),
    requiresKey: false,
    allowedOrigins: "loopback",
    refusesOtherPages: false,
    allowedHosts: "any",
    guardsUserAgent: false,
    maxBodyBytes: DEFAULT_MAX_BODY_BYTES,
    maxJsonDepth: 64,
    maxJsonValues: 1_000_000,
    timeLimits: DEFAULT_TIME_LIMITS,
    patience: new Patience(),
    rateLimitFactor: 0,
    trustedProxies: [],
    blocksPrivateUrls: () => false,
    now: Date.now,
    monotonicMs: () => performance.now(),
    onRequest: () => {},
    onFailure: () => {},
    ...options,
  };
}
