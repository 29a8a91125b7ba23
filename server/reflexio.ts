import { JobRunner, SYSTEM_CLOCK } from "./jobs/mod.ts";
import {
  apiKeyAccess,
  type Authenticate,
  type ConnectionInfo,
  createHandler,
  openAccess,
  Patience,
  RequestMetrics,
  withWatching,
} from "./http/mod.ts";
import { WindowCache } from "./learn/mod.ts";
import { createLlmRuntime } from "./llm/mod.ts";
import {
  createCipher,
  openStore,
  type OpenStoreOptions,
  parseEncryptionKeys,
  type Store,
} from "./store/mod.ts";
import {
  AggregationPace,
  createExtensions,
  createHandlers,
  createJobHandlers,
  DEFAULT_CONFIG,
  Embedders,
  GivenOut,
  IndexPool,
  LearningGate,
  NO_TRACING,
  probeServer,
  serverMetrics,
  type ServiceDeps,
  StorageGuard,
  storageLabel,
  type Tracing,
} from "./services/mod.ts";
import { refusedAddress } from "./validate/mod.ts";
import type { ReadEnv } from "./data_path.ts";
import { countOf, listOf } from "./env_values.ts";
import { LearnerPool, singleLearner } from "./learner_pool.ts";
import type { ReflexioOptions } from "./server_options.ts";
import { isOn, settingsOf } from "./server_settings.ts";
import { runtimeTracing } from "./telemetry.ts";
import { tracedRequests, tracedStore } from "./traced_parts.ts";
import { VERSION } from "./version.ts";

/** A memory server without a socket. */
export interface Reflexio extends AsyncDisposable {
  /** Answers a request; never rejects. */
  readonly fetch: (request: Request, info?: ConnectionInfo) => Promise<Response>;
  /** Which learner serves an org that configured none, in words. */
  readonly learner: string;
  /** Where the data lives, as it may be shown. */
  readonly storageLabel: string;
  /** Waits until no background work is due. */
  drain(): Promise<void>;
  /** Starts no further background work and waits for what runs, some seconds at most. */
  quiesce(): Promise<void>;
  /** Ends background work, writes what is pending and closes the database. Safe to repeat. */
  close(): Promise<void>;
}

/** How long running background work may take when the server closes, milliseconds. */
const CLOSE_MS = 3_000;

/** Runs of background work at once unless told otherwise. */
const JOBS = 4;

/** Variables by which requests to the outside are sent through a proxy. */
const PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];

/** Origins of the addresses that the operator gave to providers. */
function operatorOrigins(env: ServiceDeps["settings"]["env"]): string[] {
  const addresses = Object.entries(env).filter(([name]) => name.endsWith("_BASE_URL"));
  return addresses.flatMap(([, address]) => URL.parse(address ?? "")?.origin ?? []);
}

/** Who may call, by the options. */
function accessOf(options: ReflexioOptions): Authenticate {
  if (options.authenticate !== undefined) return options.authenticate;
  const keys = options.apiKeys ?? [];
  return keys.length > 0 ? apiKeyAccess(keys) : openAccess();
}

/** How much background work is done at once. One place is kept for orgs that have none in work. */
function jobLimits(options: ReflexioOptions, env: ReadEnv) {
  const concurrency = options.jobConcurrency ?? countOf("REFLEXIO_JOBS", env("REFLEXIO_JOBS")) ??
    JOBS;
  const orgs = new Set((options.apiKeys ?? []).map(({ org }) => org));
  const hasOthers = options.authenticate !== undefined || orgs.size > 1;
  const concurrencyPerOrg = options.jobConcurrencyPerOrg ??
    countOf("REFLEXIO_JOBS_PER_ORG", env("REFLEXIO_JOBS_PER_ORG")) ??
    Math.max(1, hasOthers ? concurrency - 1 : concurrency);
  return { concurrency, concurrencyPerOrg };
}

/** The learner of an org without a configuration of its own, in words. */
function describeLearner({ learners }: ServiceDeps): string {
  const { kind, reason } = learners.choose(DEFAULT_CONFIG);
  return kind === "embedded" ? `embedded, ${reason}` : reason;
}

/** What the database is opened with. */
function openOptions(options: ReflexioOptions, env: ReadEnv): OpenStoreOptions {
  const { kv = ":memory:", database, now, log, lockWaitMs } = options;
  const keys = parseEncryptionKeys(env("REFLEXIO_ENCRYPTION_KEYS") ?? "");
  const cipher = createCipher(keys);
  return {
    url: kv,
    ...database === undefined ? {} : { kv: database },
    ...cipher === null ? {} : { cipher },
    ...now === undefined ? {} : { now },
    ...lockWaitMs === undefined ? {} : { deadlineMs: lockWaitMs },
    ...log === undefined ? {} : { log },
  };
}

/** Everything the verbs are made with, over an open store. */
function makeDeps(
  options: ReflexioOptions,
  { store, tracing }: { readonly store: Store; readonly tracing: Tracing },
  runner: () => JobRunner | null,
): ServiceDeps {
  const { env = () => undefined, now = Date.now } = options;
  const settings = settingsOf(env, storageLabel(store.url, env("HOME")));
  const llm = createLlmRuntime({
    now,
    allowedOrigins: operatorOrigins(settings.env),
    isProxied: PROXIES.some((name) => (env(name) ?? env(name.toLowerCase()) ?? "") !== ""),
    refusedAddress: (host) =>
      refusedAddress(host, { blocksPrivate: isOn(env("REFLEXIO_BLOCK_PRIVATE_URLS")) }),
  });
  const learners = options.learner === undefined
    ? new LearnerPool(settings, llm, {
      usesThread: options.learnsInThread ?? false,
      log: options.log ?? (() => {}),
    })
    : singleLearner(options.learner);
  return {
    store,
    settings,
    learners,
    embedders: new Embedders(settings, llm),
    indexes: new IndexPool(store, {
      maxOrgs: settings.maxIndexedOrgs,
      maxBytes: settings.maxIndexBytes,
    }),
    storage: new StorageGuard(store, {
      limits: settings.storageLimits,
      maxOrgs: settings.maxIndexedOrgs,
    }),
    windows: new WindowCache(),
    learningGate: new LearningGate(jobLimits(options, env).concurrency),
    pace: new AggregationPace(),
    givenOut: new GivenOut(),
    llm,
    runner,
    tracing,
    nowMs: now,
  };
}

/** The function that answers requests. */
function makeFetch(
  options: ReflexioOptions,
  deps: ServiceDeps,
  patience: Patience,
): Reflexio["fetch"] {
  const { env = () => undefined, log = () => {} } = options;
  const hasKeys = options.authenticate !== undefined || (options.apiKeys ?? []).length > 0;
  const requests = new RequestMetrics({ byOrg: isOn(env("REFLEXIO_METRICS_BY_ORG")) });
  const token = env("REFLEXIO_METRICS_TOKEN")?.trim() ?? "";
  const extensions = createExtensions(deps);
  const handler = createHandler({
    handlers: createHandlers(deps),
    extensions,
    patience,
    authenticate: accessOf(options),
    requiresKey: hasKeys,
    allowedOrigins: options.allowedOrigins ?? listOf(env("REFLEXIO_ALLOWED_ORIGINS")) ?? "loopback",
    refusesOtherPages: !hasKeys,
    allowedHosts: options.allowedHosts ?? listOf(env("REFLEXIO_ALLOWED_HOSTS")) ?? "any",
    guardsUserAgent: isOn(env("REFLEXIO_GUARD_USER_AGENT")),
    rateLimitFactor: options.limitsRate ? 1 : 0,
    trustedProxies: options.trustedProxies ?? listOf(env("REFLEXIO_TRUSTED_PROXIES")) ?? [],
    blocksPrivateUrls: () => isOn(env("REFLEXIO_BLOCK_PRIVATE_URLS")),
    now: deps.nowMs,
    ...options.maxBodyBytes === undefined ? {} : { maxBodyBytes: options.maxBodyBytes },
    onRequest: (record) => {
      requests.record(record);
      deps.learningGate.noteAnswer();
      if (record.path !== "/health") deps.learners.prepare(DEFAULT_CONFIG);
      options.onRequest?.(record);
    },
    onFailure: options.onFailure ?? (({ correlationId, path, error }) => {
      const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      log("error", `${correlationId} ${path} failed: ${said}`);
    }),
  });
  const isObserved = deps.tracing !== NO_TRACING;
  const observed = isObserved ? tracedRequests(handler, deps.tracing, extensions) : handler;
  return withWatching(observed, {
    metrics: () => [
      ...requests.families(),
      ...serverMetrics(deps),
      ...options.metrics?.() ?? [],
    ],
    readiness: () => probeServer(deps),
    metricsAccess: token !== "" ? { token } : hasKeys ? "closed" : "open",
  });
}

/**
 * Opens a memory server without a socket: for tests, for an edge runtime, for a program that has a
 * server of its own.
 *
 * @throws {StoreError} If the database cannot be opened.
 *
 * @example A server in memory answers
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { createReflexio } from "@reflexio/client/server";
 *
 * await using reflexio = await createReflexio({ kv: ":memory:" });
 * const response = await reflexio.fetch(new Request("http://localhost/health"));
 * assertEquals(await response.json(), { status: "healthy" });
 * ```
 */
export async function createReflexio(options: ReflexioOptions = {}): Promise<Reflexio> {
  const env = options.env ?? (() => undefined);
  const opened = await openStore(openOptions(options, env));
  const tracing = runtimeTracing(VERSION) ?? NO_TRACING;
  const store = tracing === NO_TRACING ? opened : tracedStore(opened, tracing);
  let runner: JobRunner | null = null;
  try {
    const deps = makeDeps(options, { store, tracing }, () => runner);
    runner = new JobRunner({
      store,
      handlers: createJobHandlers(deps),
      ...jobLimits(options, env),
      clock: { ...SYSTEM_CLOCK, nowMs: deps.nowMs },
      closeMs: CLOSE_MS,
      log: options.log ?? (() => {}),
    });
    const patience = new Patience({ lingers: true });
    const fetch = makeFetch(options, deps, patience);
    if (options.runsJobs ?? true) runner.start();
    return new OpenReflexio({ deps, runner, patience, fetch });
  } catch (error) {
    await runner?.close();
    await store.close();
    throw error;
  }
}

/** The one implementation of {@link Reflexio}. */
class OpenReflexio implements Reflexio {
  readonly fetch: Reflexio["fetch"];
  readonly learner: string;
  readonly storageLabel: string;
  readonly #deps: ServiceDeps;
  readonly #runner: JobRunner;
  readonly #patience: Patience;
  #closing: Promise<void> | null = null;

  constructor({ deps, runner, patience, fetch }: {
    readonly deps: ServiceDeps;
    readonly runner: JobRunner;
    readonly patience: Patience;
    readonly fetch: Reflexio["fetch"];
  }) {
    this.#deps = deps;
    this.#runner = runner;
    this.#patience = patience;
    this.fetch = fetch;
    this.learner = describeLearner(deps);
    this.storageLabel = deps.settings.storageLabel;
  }

  drain(): Promise<void> {
    return this.#runner.drain();
  }

  quiesce(): Promise<void> {
    return this.#runner.close();
  }

  close(): Promise<void> {
    return this.#closing ??= this.#close();
  }

  async #close(): Promise<void> {
    await this.#runner.close();
    await this.#deps.learners.close();
    await this.#deps.indexes.save();
    this.#deps.indexes.close();
    this.#deps.storage.close();
    this.#patience.end();
    await this.#deps.store.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
