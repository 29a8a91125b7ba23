import type { LlmRuntime } from "./runtime.ts";

/** Why an address was not contacted. */
export class AddressRefused extends Error {
  /** Name for logs. */
  override readonly name = "AddressRefused";
}

/** Whether the host of a parsed URL always means the same: an address, or this machine by its name. */
function isFixed(host: string): boolean {
  return host.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(host) || host === "localhost";
}

/** An address as the host of a parsed URL has it: IPv6 shortened and in brackets. */
function asHost(address: string): string {
  return URL.parse(address.includes(":") ? `http://[${address}]` : `http://${address}`)?.hostname ??
    address;
}

/** Addresses of a name, as the system finds them. */
export async function resolveBySystem(host: string): Promise<readonly string[]> {
  const { lookup } = await import("node:dns/promises");
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

/**
 * Sends a request if its address may be contacted, whatever form it has: of a name, all addresses
 * must be allowed. The answer to a redirect is given back, never followed.
 *
 * A name could mean another address a moment later. Over TLS the certificate must be that of the
 * name, so no other server is ever sent the request; without TLS the address that was checked is
 * the one that is called.
 *
 * @throws {AddressRefused} If the address must not be contacted.
 */
export async function sendOutside(
  runtime: LlmRuntime,
  url: URL,
  init: RequestInit,
): Promise<Response> {
  const options: RequestInit = { ...init, redirect: "manual" };
  if (runtime.allowedOrigins.has(url.origin)) return await runtime.fetch(url.href, options);
  const { hostname } = url;
  const said = runtime.refusedAddress(hostname);
  if (said !== null) throw new AddressRefused(said);
  if (isFixed(hostname) || runtime.isProxied) return await runtime.fetch(url.href, options);
  const addresses = await unlessAborted(runtime.resolveHost(hostname), init.signal);
  for (const address of addresses) {
    const refused = runtime.refusedAddress(asHost(address));
    if (refused !== null) throw new AddressRefused(refused);
  }
  return url.protocol === "http:"
    ? await fetchAtAny(addresses, url, options)
    : await runtime.fetch(url.href, options);
}

/** Waits for work, at most until a signal. */
async function unlessAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | null | undefined,
): Promise<T> {
  if (!signal) return await work;
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** Whether an error says that nobody listens at an address, so that another may be tried. */
function isUnreached(error: unknown): boolean {
  return error instanceof Error && "code" in error &&
    ["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH"].includes(String(error.code));
}

/** Sends a request without TLS to the first address that somebody listens at. */
async function fetchAtAny(
  addresses: readonly string[],
  url: URL,
  init: RequestInit,
): Promise<Response> {
  let last: unknown = new TypeError("Cannot resolve name: it has no address");
  for (const address of addresses) {
    try {
      return await fetchAt(address, url, init);
    } catch (error) {
      if (!isUnreached(error)) throw error;
      last = error;
    }
  }
  throw last;
}

/** Sends a request without TLS to one address of the host that its URL names. */
async function fetchAt(address: string, url: URL, init: RequestInit): Promise<Response> {
  const [{ request }, { Readable }] = await Promise.all([
    import("node:http"),
    import("node:stream"),
  ]);
  const body = typeof init.body === "string" ? init.body : "";
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const outgoing = request({
    host: address,
    port: url.port === "" ? 80 : Number(url.port),
    path: `${url.pathname}${url.search}`,
    method: init.method ?? "GET",
    headers: {
      ...Object.fromEntries(new Headers(init.headers)),
      host: url.host,
      "content-length": new TextEncoder().encode(body).length,
    },
    ...init.signal ? { signal: init.signal } : {},
  }, (incoming) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) {
      headers.set(name, String(value));
    }
    const status = incoming.statusCode ?? 502;
    const isBare = status === 204 || status === 205 || status === 304;
    if (isBare) incoming.resume();
    // Node's types of the stream differ from the web's in name only.
    const stream = isBare ? null : Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
    resolve(new Response(stream, { status, headers }));
  });
  outgoing.on("error", reject);
  outgoing.end(body);
  return await promise;
}
