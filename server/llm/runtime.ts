import { BoundedMap } from "./bounded_map.ts";
import { CircuitBreaker } from "./circuit_breaker.ts";
import { type EndpointQuirks, newQuirks, type StructureMode } from "./endpoint_quirks.ts";
import { resolveBySystem } from "./outgoing.ts";
import { UsageMeter } from "./usage_meter.ts";

/** Sends a request; the part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Calls `fire` after `ms` milliseconds, unless the returned function is called before. */
export type StartTimer = (ms: number, fire: () => void) => () => void;

/** Options of {@link createLlmRuntime}. */
export interface CreateLlmRuntimeOptions {
  /**
   * Why a host must not be contacted, null when it may. Asked before every request with the host of
   * the parsed URL (lower case, IPv6 in brackets).
   */
  readonly refusedAddress: (host: string) => string | null;
  /** Origins that the operator named and that may be contacted whatever they are. @default none */
  readonly allowedOrigins?: readonly string[];
  /**
   * Whether requests leave by a proxy, which then finds the addresses of names, and decides on them.
   * @default false
   */
  readonly isProxied?: boolean;
  /** Finds the addresses of a name. @default the system */
  readonly resolveHost?: (host: string) => Promise<readonly string[]>;
  /** Sends requests. @default globalThis.fetch */
  readonly fetch?: Fetch;
  /** Clock, milliseconds. @default Date.now */
  readonly now?: () => number;
  /** Number in [0, 1), for the spread of pauses. @default Math.random */
  readonly random?: () => number;
  /** Starts the timers of limits and pauses. @default setTimeout */
  readonly startTimer?: StartTimer;
  /** Counts calls and tokens. @default a new meter */
  readonly meter?: UsageMeter;
}

/** What all models of a server share: the outside world, and what was learnt about endpoints. */
export interface LlmRuntime {
  /** Sends a request. */
  readonly fetch: Fetch;
  /** Clock, milliseconds. */
  readonly now: () => number;
  /** Number in [0, 1). */
  readonly random: () => number;
  /** Starts a timer. */
  readonly startTimer: StartTimer;
  /** Why a host must not be contacted, null when it may. */
  readonly refusedAddress: (host: string) => string | null;
  /** Origins that may be contacted whatever they are. */
  readonly allowedOrigins: ReadonlySet<string>;
  /** Whether requests leave by a proxy. */
  readonly isProxied: boolean;
  /** Finds the addresses of a name. */
  readonly resolveHost: (host: string) => Promise<readonly string[]>;
  /** Counts calls and tokens. */
  readonly meter: UsageMeter;
  /** Breaker of an endpoint, named by its base URL. */
  breakerOf(baseUrl: string): CircuitBreaker;
  /** What an endpoint takes, by base URL and model; `structure` is assumed at first. */
  quirksOf(baseUrl: string, model: string, structure: StructureMode): EndpointQuirks;
}

/** Most endpoints that are remembered. */
const MAX_ENDPOINTS = 1_000;

function startTimeout(ms: number, fire: () => void): () => void {
  const timer = setTimeout(fire, ms);
  return () => clearTimeout(timer);
}

/** Makes the runtime of a server. One is enough for all orgs. */
export function createLlmRuntime(options: CreateLlmRuntimeOptions): LlmRuntime {
  const now = options.now ?? Date.now;
  const breakers = new BoundedMap<CircuitBreaker>(MAX_ENDPOINTS);
  const quirks = new BoundedMap<EndpointQuirks>(MAX_ENDPOINTS);
  return {
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    now,
    random: options.random ?? Math.random,
    startTimer: options.startTimer ?? startTimeout,
    refusedAddress: options.refusedAddress,
    allowedOrigins: new Set(options.allowedOrigins),
    isProxied: options.isProxied ?? false,
    resolveHost: options.resolveHost ?? resolveBySystem,
    meter: options.meter ?? new UsageMeter(),
    breakerOf: (baseUrl) => breakers.getOrMake(baseUrl, () => new CircuitBreaker(now)),
    quirksOf: (baseUrl, model, structure) =>
      quirks.getOrMake(`${baseUrl} ${model}`, () => newQuirks(structure)),
  };
}
