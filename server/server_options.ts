import type {
  AllowedHosts,
  AllowedOrigins,
  ApiKey,
  Authenticate,
  FailureRecord,
  RequestRecord,
} from "./http/mod.ts";
import type { Learner } from "./learn/learner.ts";
import type { ReadEnv } from "./data_path.ts";
import type { MetricFamily } from "./services/handlers.ts";

/** How important a line of the log is. */
export type LogLevel = "info" | "warn" | "error";

/** Options of `createReflexio`. */
export interface ReflexioOptions {
  /**
   * Path of the data file, `:memory:`, or the URL of a KV Connect server.
   * @default ":memory:"
   */
  readonly kv?: string;
  /** An open database to use in place of `kv`; it is closed with the server. */
  readonly database?: Deno.Kv;
  /**
   * Environment: provider keys, `REFLEXIO_LEARNER`, `REFLEXIO_AGENT_VERSION`, retention, encryption
   * keys and so on. A program that embeds the server decides itself what of its environment counts.
   * @default nothing is set
   */
  readonly env?: ReadEnv;
  /**
   * Keys that may call. Without keys everybody may.
   * @default []
   */
  readonly apiKeys?: readonly ApiKey[];
  /** Finds out who is calling, in place of `apiKeys`. */
  readonly authenticate?: Authenticate;
  /**
   * Web pages that may call from another origin.
   * @default "loopback"
   */
  readonly allowedOrigins?: AllowedOrigins;
  /**
   * Names that requests may be addressed to, beside loopback; a server without keys refuses others,
   * since a web page could have made its own name lead here.
   * @default any name, or loopback alone where `serve` listens on loopback without keys
   */
  readonly allowedHosts?: AllowedHosts;
  /**
   * Whether the contract's rate limits hold.
   * @default false
   */
  readonly limitsRate?: boolean;
  /**
   * Addresses of proxies whose `X-Forwarded-For` counts.
   * @default `REFLEXIO_TRUSTED_PROXIES`, else none
   */
  readonly trustedProxies?: readonly string[];
  /**
   * Most bytes of a body.
   * @default 10_485_760
   */
  readonly maxBodyBytes?: number;
  /**
   * How long opening and each write may wait for a database that another program holds locked,
   * milliseconds.
   * @default 10_000
   */
  readonly lockWaitMs?: number;
  /** A learner of your own, for every org. */
  readonly learner?: Learner;
  /**
   * Whether the embedded learner reads in a thread of its own, so that requests never wait for it.
   * Without threads, or without the right to start one, it reads where it is.
   * @default false
   */
  readonly learnsInThread?: boolean;
  /**
   * Whether this process does background work. Switch it off where requests are cut off soon, as on
   * an edge, and let another process on the same database learn.
   * @default true
   */
  readonly runsJobs?: boolean;
  /**
   * Most runs of background work at once.
   * @default `REFLEXIO_JOBS`, else 4
   */
  readonly jobConcurrency?: number;
  /**
   * Most runs of background work of one org at once.
   * @default `REFLEXIO_JOBS_PER_ORG`, else one less than all where there may be several orgs
   */
  readonly jobConcurrencyPerOrg?: number;
  /**
   * Clock, Unix milliseconds.
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Where lines of the log go; they hold no text of a user and no secret.
   * @default nowhere
   */
  readonly log?: (level: LogLevel, message: string) => void;
  /**
   * What the program around the server measures, for `/metrics`.
   * @default nothing
   */
  readonly metrics?: () => readonly MetricFamily[];
  /**
   * Called after every answer.
   * @default nothing
   */
  readonly onRequest?: (record: RequestRecord) => void;
  /**
   * Called for every failure that the caller was not told about.
   * @default a line of the log
   */
  readonly onFailure?: (record: FailureRecord) => void;
}

/** Options of `serve`. */
export interface ServeOptions extends ReflexioOptions {
  /**
   * Address to bind.
   * @default "127.0.0.1"
   */
  readonly hostname?: string;
  /**
   * Port to bind; 0: any free one.
   * @default 8081
   */
  readonly port?: number;
  /**
   * Whether an address other than loopback may be served without keys.
   * @default false
   */
  readonly allowsUnauthenticated?: boolean;
  /**
   * Certificate chain and private key, both PEM.
   * @default no TLS
   */
  readonly tls?: { readonly cert: string; readonly key: string };
  /**
   * Most connections at once, null for no limit: one over it is answered 503 and closed, one that is
   * quiet or slow to send a request is closed. All bytes then pass through one more step.
   * @default `REFLEXIO_MAX_CONNECTIONS`, else no limit on loopback and 2_000 elsewhere
   */
  readonly maxConnections?: number | null;
  /**
   * Whether the thread that answers goes before those that store and those that help the engine, so
   * that searches keep their speed while much is published. For a process that is this server and
   * nothing else; on Linux only, elsewhere nothing changes.
   * @default false
   */
  readonly answersFirst?: boolean;
}
