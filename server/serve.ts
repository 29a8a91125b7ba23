import { listOf } from "./env_list.ts";
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
  let reflexio: Reflexio | null = null;
  const opening = Promise.withResolvers<Reflexio>();
  const listener = Deno.serve({
    hostname,
    port: options.port ?? 8081,
    ...tls,
    onListen: () => {},
  }, async (request, info) => {
    if (reflexio !== null) return await reflexio.fetch(request, connectionOf(info));
    const { pathname } = new URL(request.url);
    if (pathname === "/health") return earlyHealth();
    if (pathname === "/ready") return Response.json({ status: "starting" }, { status: 503 });
    const opened = await opening.promise.catch(() => null);
    return opened === null ? notOpened() : await opened.fetch(request, connectionOf(info));
  });
  // The rest of the program is loaded only now, so that the socket is there first.
  import("./reflexio.ts").then(({ createReflexio }) => createReflexio(withHosts(options, hostname)))
    .then((opened) => {
      reflexio = opened;
      opening.resolve(opened);
    }, opening.reject);
  const scheme = tls === undefined ? "http" : "https";
  return new RunningServer(listener, opening.promise, urlOf(scheme, hostname, listener.addr.port));
}

/** The peer of a request as the HTTP room takes it. */
function connectionOf(info: Deno.ServeHandlerInfo<Deno.NetAddr>) {
  return { remoteAddr: { hostname: info.remoteAddr.hostname } };
}

/** The one implementation of {@link ReflexioServer}. */
class RunningServer implements ReflexioServer {
  readonly url: string;
  readonly port: number;
  readonly ready: Promise<Reflexio>;
  readonly finished: Promise<void>;
  readonly #listener: Deno.HttpServer<Deno.NetAddr>;
  readonly #end = Promise.withResolvers<void>();
  #closing: Promise<void> | null = null;

  constructor(listener: Deno.HttpServer<Deno.NetAddr>, ready: Promise<Reflexio>, url: string) {
    this.#listener = listener;
    this.ready = ready;
    // Who does not wait for it learns of a failure by the requests.
    ready.catch(() => {});
    this.url = url;
    this.port = listener.addr.port;
    this.finished = this.#end.promise;
  }

  close(): Promise<void> {
    return this.#closing ??= this.#close().finally(() => this.#end.resolve());
  }

  async #close(): Promise<void> {
    const opened = await this.ready.catch(() => null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => timer = setTimeout(resolve, CLOSE_MS));
    // Requests that wait for learning end while the learning of the moment does.
    await Promise.all([opened?.quiesce(), Promise.race([this.#listener.shutdown(), late])]);
    clearTimeout(timer);
    await opened?.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
