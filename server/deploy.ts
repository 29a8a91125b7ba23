/**
 * Entry for Deno Deploy, and for any host that runs many short-lived isolates over one Deno KV
 * database: no flags, no files, no memory shared between isolates, nothing that has to happen after
 * an answer. Settings come from the environment, as for `deno task start`; keys are required.
 *
 * Learning that a request sets off is done before its answer leaves, as far as it takes no longer
 * than {@link EdgeOptions.holdMs}. What is left is durable and is done by whichever isolate comes
 * next: at every request, and every minute where there is `Deno.cron`.
 *
 * @module
 */
import { parseApiKeys } from "./api_keys.ts";
import type { ReadEnv } from "./data_path.ts";
import type { ConnectionInfo } from "./http/mod.ts";
import { createReflexio, type Reflexio } from "./reflexio.ts";
import { isOn } from "./server_settings.ts";
import { ServeError } from "./serve.ts";

/** Options of {@link createEdge}. */
export interface EdgeOptions {
  /** Looks up environment variables. */
  readonly env: ReadEnv;
  /** Opens the database; called once, at the first request. */
  readonly openDatabase: () => Promise<Deno.Kv>;
  /**
   * How long an answer may be held back for work that its request set off, milliseconds.
   * @default 1_000
   */
  readonly holdMs?: number;
  /**
   * Where lines of the log go; they hold no text of a user and no secret.
   * @default nowhere
   */
  readonly log?: (level: string, message: string) => void;
}

/** A server for isolates. */
export interface Edge extends AsyncDisposable {
  /** Answers a request. */
  readonly fetch: (request: Request, info?: ConnectionInfo) => Promise<Response>;
  /** Does due background work until nothing is due. */
  readonly drain: () => Promise<void>;
}

/** Default of `holdMs`. */
const HOLD_MS = 1_000;

/** Waits for work, at most so long; a failure of it is its own jobs' and was logged. */
async function waitAtMost(work: Promise<void>, limitMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => timer = setTimeout(resolve, limitMs));
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens the server behind an edge. */
async function open(options: EdgeOptions): Promise<Reflexio> {
  const { env, log = () => {} } = options;
  const apiKeys = await parseApiKeys(env("REFLEXIO_API_KEYS") ?? "");
  if (apiKeys.length === 0 && !isOn(env("REFLEXIO_ALLOW_UNAUTHENTICATED"))) {
    throw new ServeError(
      "Cannot serve without keys: anybody could read and delete everything; set REFLEXIO_API_KEYS, " +
        "or allow it with REFLEXIO_ALLOW_UNAUTHENTICATED=1",
    );
  }
  return await createReflexio({
    kv: "Deno KV",
    database: await options.openDatabase(),
    env,
    apiKeys,
    limitsRate: env("REFLEXIO_RATE_LIMIT")?.trim().toLowerCase() !== "off",
    log,
  });
}

/**
 * Makes a server for short-lived isolates.
 *
 * @param options Environment, database and limits.
 * @returns The server; it opens the database at its first request.
 */
export function createEdge(options: EdgeOptions): Edge {
  const { holdMs = HOLD_MS } = options;
  let opening: Promise<Reflexio> | null = null;
  const opened = () => {
    opening ??= open(options).catch((error) => {
      // The next request tries again: the database may only have been away.
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    fetch: async (request, info) => {
      const reflexio = await opened();
      const response = await reflexio.fetch(request, info);
      if (request.method !== "GET") await waitAtMost(reflexio.drain(), holdMs);
      return response;
    },
    drain: async () => await (await opened()).drain(),
    [Symbol.asyncDispose]: async () => await (await opening)?.close(),
  };
}

if (import.meta.main) {
  const edge = createEdge({
    env: (name) => Deno.env.get(name),
    openDatabase: () => Deno.openKv(),
    log: (level, message) => {
      // deno-lint-ignore no-console
      console.error(JSON.stringify({ level, message }));
    },
  });
  if (typeof Deno.cron === "function") Deno.cron("reflexio jobs", "* * * * *", edge.drain);
  Deno.serve((request, info) =>
    edge.fetch(request, "hostname" in info.remoteAddr ? { remoteAddr: info.remoteAddr } : {})
  );
}
