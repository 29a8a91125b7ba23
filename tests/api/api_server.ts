import { assertEquals } from "@std/assert";
import {
  type EndpointName,
  type QueryOf,
  type RequestOf,
  type ResponseOf,
  routeOf,
} from "../../client/contract/mod.ts";
import type { PageName } from "../../server/services/mod.ts";
import { serve, type ServeOptions } from "../../server/mod.ts";
import { answerFaults } from "./contract_schema.ts";

/** Endpoints that answer JSON. */
export type AskName = Exclude<EndpointName, PageName>;

/** A raw answer. */
export interface Answer {
  /** HTTP status. */
  readonly status: number;
  /** The JSON body; the text where it is no JSON. */
  readonly body: unknown;
  /** The headers. */
  readonly headers: Headers;
}

/** What {@link ApiServer.send} sends beside method and path. */
export interface SendOptions {
  /** Value of the JSON body; absent: no body. */
  readonly body?: unknown;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A real server with a database file, and the means to use it. */
export interface ApiServer extends AsyncDisposable {
  /** Base URL. */
  readonly url: string;
  /** Path of the database file. */
  readonly path: string;
  /** Sends anything. */
  send(method: string, path: string, options?: SendOptions): Promise<Answer>;
  /** Calls an endpoint; fails unless it answers 200 with exactly what the contract says. */
  ask<N extends AskName>(
    name: N,
    body: RequestOf<N>,
    query?: QueryOf<N>,
  ): Promise<ResponseOf<N>>;
  /** Unix seconds on the server's clock. */
  nowSec(): number;
  /** Moves the server's clock on. */
  advance(seconds: number): void;
  /** Waits until no background work is due. */
  drain(): Promise<void>;
  /** Stops the server and starts another one on the same file. */
  restart(): Promise<void>;
}

/** Method and path of an endpoint with a query. */
export function addressOf(name: EndpointName, query?: object | null): [string, string] {
  const { method, path } = routeOf(name);
  const parameters = new URLSearchParams(
    Object.entries(query ?? {}).map(([key, value]) => [key, String(value)]),
  );
  return [method, parameters.size === 0 ? path : `${path}?${parameters}`];
}

/** When the server's clock starts, Unix milliseconds. */
const START_MS = Date.UTC(2026, 2, 1, 12);

/** Status, headers and body of a response. */
async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  const body: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, body, headers: response.headers };
}

/** Starts a server on a free port with a database file of its own, on a clock of its own. */
export async function startApi(options: Partial<ServeOptions> = {}): Promise<ApiServer> {
  const folder = await Deno.makeTempDir({ prefix: "reflexio-api-" });
  const path = `${folder}/api.db`;
  let aheadMs = START_MS - Date.now();
  const now = () => Date.now() + aheadMs;
  const start = () => serve({ port: 0, kv: path, now, ...options });
  let server = start();
  await server.ready;
  const send: ApiServer["send"] = async (method, address, { body, headers = {} } = {}) =>
    await read(
      await fetch(server.url + address, {
        method,
        redirect: "manual",
        headers: {
          ...body === undefined ? {} : { "content-type": "application/json" },
          ...headers,
        },
        ...body === undefined ? {} : { body: JSON.stringify(body) },
      }),
    );
  return {
    get url() {
      return server.url;
    },
    path,
    send,
    ask: async <N extends AskName>(name: N, body: RequestOf<N>, query?: QueryOf<N>) => {
      const [method, address] = addressOf(name, query);
      const answer = await send(method, address, body === null ? {} : { body });
      assertEquals(answer.status, 200, `${name}: ${JSON.stringify(answer.body)}`);
      assertEquals(answerFaults(`${method} ${routeOf(name).path}`, answer.body), [], name);
      // The contract says what this endpoint answers, and the answer was just compared with it.
      return answer.body as ResponseOf<N>;
    },
    nowSec: () => Math.floor(now() / 1_000),
    advance: (seconds) => aheadMs += seconds * 1_000,
    drain: async () => await (await server.ready).drain(),
    restart: async () => {
      await server.close();
      server = start();
      await server.ready;
    },
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
