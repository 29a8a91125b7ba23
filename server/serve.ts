import { ConnectionGate } from "./connection_gate.ts";
import { listOf } from "./env_values.ts";
import type { ConnectionInfo } from "./http/mod.ts";
import type { Reflexio } from "./reflexio.ts";
import type { ServeOptions } from "./server_options.ts";

/** A running server. */
export interface ReflexioServer extends AsyncDisposable {
  /** Base URL, without a trailing slash. */
  readonly url: string;
  /** Port it listens on. */
  readonly port: number;
  /**
   * The opened server: resolves when the database is open and every request is answered.
   * Rejects when it cannot be opened.
   */
  readonly ready: Promise<Reflexio>;
  /** Resolves when it has stopped. */
  readonly finished: Promise<void>;
  /** Finishes running requests, ends background work, closes the database. Safe to repeat. */
  close(): Promise<void>;
}

/** A server that may not be started as it is asked for. */
export class ServeError extends Error {
  /** Name for logs. */
  override readonly name = "ServeError";
}

/** How long running requests may take when the server closes, milliseconds. */
const CLOSE_MS = 3_000;

/** Most connections of a server that others than this machine reach, unless told otherwise. */
const MAX_CONNECTIONS = 2_000;

/** Whether an address is only reachable from this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "::1" || hostname === "[::1]" ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Whether callers have to prove who they are. */
function needsKeys(options: ServeOptions): boolean {
  return options.authenticate !== undefined || (options.apiKeys ?? []).length > 0;
}

/** Options whose default depends on the address: an open loopback server is called by no other name. */
function withHosts(options: ServeOptions, hostname: string): ServeOptions {
  const isOpen = isLoopback(hostname) && !needsKeys(options);
  const isSaid = options.allowedHosts !== undefined ||
    listOf(options.env?.("REFLEXIO_ALLOWED_HOSTS")) !== null;
  return isOpen && !isSaid ? { ...options, allowedHosts: [] } : options;
}

/** Refuses to open everything to everybody without being told so. */
function checkAccess(options: ServeOptions, hostname: string): void {
  if (needsKeys(options) || options.allowsUnauthenticated || isLoopback(hostname)) return;
  throw new ServeError(
    `Cannot serve ${hostname} without keys: anybody who reaches it could read and delete everything; ` +
      "set REFLEXIO_API_KEYS, or allow it with --allow-unauthenticated",
  );
}

/** The URL under which a person on this machine reaches an address. */
function urlOf(scheme: "http" | "https", hostname: string, port: number): string {
  const isAny = hostname === "0.0.0.0" || hostname === "::" || hostname === "[::]";
  const bare = isAny || hostname === "127.0.0.1" ? "localhost" : hostname.replace(/^\[|\]$/g, "");
  return `${scheme}://${bare.includes(":") ? `[${bare}]` : bare}:${port}`;
}

/** The answer of `/health` while the rest is still loading. */
function earlyHealth(): Response {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  const id = word.toString(16).padStart(8, "0");
  return new Response('{"status":"healthy"}', {
    headers: { "Content-Type": "application/json", "X-Correlation-ID": id },
  });
}

/** The answer to everything when the database could not be opened. */
function notOpened(): Response {
  return Response.json({ detail: "Storage could not be opened: see the log of the server" }, {
    status: 503,
  });
}

/**
 * Starts a memory server. It listens at once and answers `/health`; everything else is answered as
 * soon as the database is open.
 *
 * @throws {ServeError} If an address other than loopback is asked for without keys.
 * @throws {Deno.errors.AddrInUse} If the port is taken.
 *
 * @example A server on a free port
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { serve } from "@reflexio/client/server";
 *
 * await using server = serve({ port: 0, kv: ":memory:" });
 * const response = await fetch(`${server.url}/health`);
 * assertEquals(await response.json(), { status: "healthy" });
 * ```
 */
export function serve(options: ServeOptions = {}): ReflexioServer {
  const hostname = options.hostname ?? "127.0.0.1";
  checkAccess(options, hostname);
  const { tls } = options;
  const maxConnections = maxConnectionsOf(options, hostname);
  const opening = new Opening();
  let gate: ConnectionGate | null = null;
  const listener = Deno.serve({
    // Behind a gate only the gate is reached from elsewhere.
    hostname: maxConnections === null ? hostname : "127.0.0.1",
    port: maxConnections === null ? options.port ?? 8081 : 0,
    ...tls,
    onListen: () => {},
  }, (request, { remoteAddr }) => {
    if (gate === null) return opening.answer(request, remoteAddr.hostname);
    const { peer, leave } = gate.enter(remoteAddr.port);
    return opening.answer(request, peer ?? remoteAddr.hostname).finally(leave);
  });
  try {
    gate = maxConnections === null ? null : openGate(options, listener.addr.port, maxConnections);
  } catch (error) {
    void listener.shutdown();
    throw error;
  }
  // The rest of the program is loaded only now, so that the socket is there first.
  const metrics = () => [...options.metrics?.() ?? [], ...gate?.metrics() ?? []];
  const all = { ...withHosts(options, hostname), metrics };
  opening.begin(open(all));
  const scheme = tls === undefined ? "http" : "https";
  const { port } = (gate ?? listener).addr;
  return new RunningServer({
    listener,
    gate,
    ready: opening.opened,
    url: urlOf(scheme, hostname, port),
    port,
  });
}

/** Opens what answers. */
async function open(options: ServeOptions): Promise<Reflexio> {
  const { createReflexio } = await import("./reflexio.ts");
  const reflexio = await createReflexio(options);
  if (options.answersFirst) {
    const { answerFirst } = await import("./thread_priority.ts");
    answerFirst();
  }
  return reflexio;
}

/** Most connections by option, environment or address; null for no limit. */
function maxConnectionsOf(options: ServeOptions, hostname: string): number | null {
  const text = options.env?.("REFLEXIO_MAX_CONNECTIONS")?.trim().toLowerCase() ?? "";
  const said = text === "off" ? null : text === "" ? undefined : Number(text);
  const limit = options.maxConnections !== undefined ? options.maxConnections : said;
  if (limit === undefined) return isLoopback(hostname) ? null : MAX_CONNECTIONS;
  if (limit === null || (Number.isSafeInteger(limit) && limit > 0)) return limit;
  const origin = options.maxConnections === undefined
    ? `REFLEXIO_MAX_CONNECTIONS "${text}"`
    : `maxConnections ${limit}`;
  throw new ServeError(`Cannot use ${origin}: give a whole number from 1, or off`);
}

/** Begins to listen on the public address. */
function openGate(options: ServeOptions, innerPort: number, maxConnections: number) {
  const { hostname = "127.0.0.1", port = 8081, tls, log = () => {} } = options;
  return new ConnectionGate({
    hostname,
    port,
    maxConnections,
    innerPort,
    isPlain: tls === undefined,
    onProblem: (error) => log("warn", `A connection ended: ${String(error)}`),
  });
}

/** Answers requests from the first moment on: by itself until the server is open. */
class Opening {
  readonly #opening = Promise.withResolvers<Reflexio>();
  #reflexio: Reflexio | null = null;

  /** Resolves when the server is open. */
  get opened(): Promise<Reflexio> {
    return this.#opening.promise;
  }

  /** Waits for the server. */
  begin(server: Promise<Reflexio>): void {
    server.then((reflexio) => {
      this.#reflexio = reflexio;
      this.#opening.resolve(reflexio);
    }, this.#opening.reject);
  }

  /** Answers a request of a peer. */
  answer(request: Request, hostname: string): Promise<Response> {
    const info = { remoteAddr: { hostname } };
    return this.#reflexio?.fetch(request, info) ?? this.#answerEarly(request, info);
  }

  async #answerEarly(request: Request, info: ConnectionInfo): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/health") return earlyHealth();
    if (pathname === "/ready") return Response.json({ status: "starting" }, { status: 503 });
    const opened = await this.opened.catch(() => null);
    return opened === null ? notOpened() : await opened.fetch(request, info);
  }
}

/** What a running server is made of. */
interface RunningParts {
  readonly listener: Deno.HttpServer<Deno.NetAddr>;
  readonly gate: ConnectionGate | null;
  readonly ready: Promise<Reflexio>;
  readonly url: string;
  readonly port: number;
}

/** The one implementation of {@link ReflexioServer}. */
class RunningServer implements ReflexioServer {
  readonly url: string;
  readonly port: number;
  readonly ready: Promise<Reflexio>;
  readonly finished: Promise<void>;
  readonly #listener: Deno.HttpServer<Deno.NetAddr>;
  readonly #gate: ConnectionGate | null;
  readonly #end = Promise.withResolvers<void>();
  #closing: Promise<void> | null = null;

  constructor({ listener, gate, ready, url, port }: RunningParts) {
    this.#listener = listener;
    this.#gate = gate;
    this.ready = ready;
    // Who does not wait for it learns of a failure by the requests.
    ready.catch(() => {});
    this.url = url;
    this.port = port;
    this.finished = this.#end.promise;
  }

  close(): Promise<void> {
    return this.#closing ??= this.#close().finally(() => this.#end.resolve());
  }

  async #close(): Promise<void> {
    this.#gate?.stop();
    const opened = await this.ready.catch(() => null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => timer = setTimeout(resolve, CLOSE_MS));
    // Requests that wait for learning end while the learning of the moment does.
    await Promise.all([opened?.quiesce(), Promise.race([this.#listener.shutdown(), late])]);
    clearTimeout(timer);
    await this.#gate?.close();
    await opened?.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
