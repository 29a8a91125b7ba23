/**
 * The other side of `ReflexioClientSync`: runs an ordinary client and answers one request at a time.
 *
 * @module
 */
import { ReflexioClient } from "./client.ts";
import type { ReflexioClientOptions } from "./client_options.ts";
import { packError, type SentError } from "./sync_errors.ts";

/** First message to the worker. */
export interface SyncStart {
  /** Where requests come from and answers go. */
  readonly port: SyncPort;
  /** One 32-bit integer that becomes 1 when an answer is there. */
  readonly signal: SharedArrayBuffer;
  /** Options of the client. */
  readonly options: ReflexioClientOptions;
}

/** A request to the worker. */
export interface SyncRequest {
  /** Name of the client's method or property. */
  readonly name: string;
  /** Arguments of the method. */
  readonly args: readonly unknown[];
}

/** Answer of the worker. */
export type SyncAnswer =
  | { readonly value: unknown }
  | { readonly error: SentError };

/** What is used of a message port. */
export interface SyncPort {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

/** What is used of the thread functions. */
interface ThreadInbox {
  readonly parentPort: { once(event: "message", listener: (message: unknown) => void): void };
}

/** Carries out one request. */
async function answer(client: ReflexioClient, { name, args }: SyncRequest): Promise<SyncAnswer> {
  try {
    const member: unknown = Reflect.get(client, name);
    const value: unknown = typeof member === "function" ? await member.apply(client, args) : member;
    return { value: name === "flush" || name === "close" ? packFailures(value) : value };
  } catch (error) {
    return { error: packError(error) };
  }
}

/** The result of a flush with errors that can travel. */
function packFailures(value: unknown): unknown {
  const result = value as { readonly failed: readonly { readonly error: unknown }[] };
  return {
    ...result,
    failed: result.failed.map((failure) => ({ ...failure, error: packError(failure.error) })),
  };
}

/** Begins to serve. */
function start({ port, signal, options }: SyncStart): void {
  const flag = new Int32Array(signal);
  const client = new ReflexioClient(options);
  const say = (message: SyncAnswer) => {
    port.postMessage(message);
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  };
  port.onmessage = async ({ data }) => say(await answer(client, data as SyncRequest));
  say({ value: null });
}

const { process } = globalThis as unknown as {
  readonly process: { getBuiltinModule(name: "node:worker_threads"): ThreadInbox };
};
process.getBuiltinModule("node:worker_threads").parentPort
  .once("message", (message) => start(message as SyncStart));
