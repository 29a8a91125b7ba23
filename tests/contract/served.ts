import {
  createHandler,
  type FailureRecord,
  type HttpOptions,
  type RequestRecord,
} from "../../server/http/mod.ts";
import type { Handlers } from "../../server/services/handlers.ts";
import { EXAMPLE_BODIES } from "../../server/validate/examples.ts";
import { type FakeHandlers, makeFakeHandlers } from "./fake_handlers.ts";

/** A served handler. */
export interface Served extends FakeHandlers, AsyncDisposable {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** Port. */
  readonly port: number;
  /** Access log so far. */
  readonly records: RequestRecord[];
  /** Failures so far. */
  readonly failures: FailureRecord[];
  /** Sends a JSON body. */
  send(method: string, path: string, body?: unknown, init?: RequestInit): Promise<Response>;
}

/** Serves a handler over real TCP. */
export function serve(
  options: Omit<Partial<HttpOptions>, "handlers"> = {},
  overrides: Partial<Handlers> = {},
): Served {
  const fake = makeFakeHandlers(overrides);
  const records: RequestRecord[] = [];
  const failures: FailureRecord[] = [];
  const handler = createHandler({
    handlers: fake.handlers,
    onRequest: (record) => records.push(record),
    onFailure: (record) => failures.push(record),
    ...options,
  });
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
  const url = `http://127.0.0.1:${server.addr.port}`;
  return {
    ...fake,
    url,
    port: server.addr.port,
    records,
    failures,
    send: (method, path, body, init = {}) =>
      fetch(url + path, {
        method,
        ...body !== undefined && { body: JSON.stringify(body) },
        ...init,
        headers: { "Content-Type": "application/json", ...init.headers as Record<string, string> },
        redirect: "manual",
      }),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** Status and JSON body of an answer. */
export async function read(response: Promise<Response> | Response): Promise<[number, unknown]> {
  const { status, text } = await drain(response);
  return [status, text === "" ? null : JSON.parse(text)];
}

/** Status, text and headers of an answer. */
export async function drain(
  response: Promise<Response> | Response,
): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await response;
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

/** A body that searches. */
export const SEARCH = EXAMPLE_BODIES.search;
