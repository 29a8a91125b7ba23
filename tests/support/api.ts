import {
  type EndpointName,
  ENDPOINTS,
  type QueryOf,
  type RequestOf,
  type ResponseOf,
} from "../../client/contract/mod.ts";
import { createReflexio, type Reflexio, type ReflexioOptions } from "../../server/mod.ts";

/** A server in this process, called without a socket. */
export interface TestApi extends AsyncDisposable {
  /** The server. */
  readonly reflexio: Reflexio;
  /** Calls an endpoint; fails on another status than 200. */
  call<N extends EndpointName>(
    name: N,
    body?: RequestOf<N>,
    options?: CallOptions<N>,
  ): Promise<ResponseOf<N>>;
  /** Sends anything anywhere. */
  send(method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Response>;
  /** Closes the server and opens another one on the same database file. */
  restart(options?: ReflexioOptions): Promise<void>;
}

/** Options of a call. */
export interface CallOptions<N extends EndpointName> {
  /** Query parameters. */
  readonly query?: QueryOf<N>;
  /** Headers. */
  readonly headers?: Record<string, string>;
}

/** Query string of parameters. */
function queryText(query: unknown): string {
  if (typeof query !== "object" || query === null) return "";
  const pairs = Object.entries(query).map(([key, value]) => [key, String(value)]);
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

/** Opens a server in this process. */
export async function openApi(options: ReflexioOptions = {}): Promise<TestApi> {
  let reflexio = await createReflexio(options);
  const send = (method: string, path: string, body?: unknown, headers: HeadersInit = {}) =>
    reflexio.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: {
          "Content-Type": "application/json",
          ...Object.fromEntries(new Headers(headers)),
        },
        ...body === undefined ? {} : { body: JSON.stringify(body) },
      }),
    );
  return {
    get reflexio() {
      return reflexio;
    },
    send,
    call: async <N extends EndpointName>(
      name: N,
      body?: RequestOf<N>,
      { query, headers }: CallOptions<N> = {},
    ): Promise<ResponseOf<N>> => {
      const { method, path } = ENDPOINTS[name];
      const response = await send(method, path + queryText(query), body ?? undefined, headers);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${name} answered ${response.status}: ${text}`);
      // The server writes answers by the schema of the endpoint.
      return JSON.parse(text) as ResponseOf<N>;
    },
    restart: async (other) => {
      await reflexio.close();
      reflexio = await createReflexio(other ?? options);
    },
    [Symbol.asyncDispose]: () => reflexio.close(),
  };
}

/** Longest wait for background work, milliseconds; a test that needs it has failed. */
const WAIT_LIMIT_MS = 20_000;

/**
 * Waits for a condition that background work brings about.
 *
 * @throws {Error} If it does not come true within 20 s.
 */
export async function until(isMet: () => Promise<boolean>): Promise<void> {
  const startedMs = performance.now();
  while (!await isMet()) {
    if (performance.now() - startedMs > WAIT_LIMIT_MS) throw new Error("It did not come true");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A folder that is removed at the end. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await Deno.makeTempDir({ prefix: "reflexio-test-" });
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}
