/**
 * The client that blocks, for scripts, notebooks and prompts: the same methods, without promises.
 * Works on Deno, Node and Bun; a worker does the talking while the caller's thread waits.
 *
 * @example
 * ```ts ignore
 * import { ReflexioClientSync } from "@reflexio/client/sync";
 *
 * using client = new ReflexioClientSync({ urlEndpoint: "http://127.0.0.1:8081" });
 * const { profiles } = client.search({ query: "Where do we deploy?", userId: "ana" });
 * console.log(profiles.map((profile) => profile.content));
 * ```
 *
 * @module
 */
import type { BackgroundFailure, FlushResult } from "./background.ts";
import type { CachedMethod } from "./client.ts";
import type { ReflexioClientOptions } from "./client_options.ts";
import type { ContextOptions, ReflexioContext } from "./context.ts";
import { ReflexioError } from "./errors.ts";
import { installMethods } from "./methods/rows.ts";
import type { ReflexioMethods } from "./methods/table.ts";
import type { BlockingVariant } from "./options.ts";
import { readEnv, readSettings } from "./settings.ts";
import { type SentError, unpackError } from "./sync_errors.ts";
import type { SyncAnswer, SyncPort, SyncRequest, SyncStart } from "./sync_worker.ts";

/** How long the worker may take to start, in milliseconds. */
const START_TIMEOUT_MS = 30_000;

/** Options of a blocking client: those of the ordinary one that are not functions. */
export interface SyncClientOptions extends
  Omit<
    ReflexioClientOptions,
    "fetch" | "waitUntil" | "onBackgroundError" | "logger" | "env" | "exitFlushMs"
  > {
  /**
   * How long the end of the program is held for unfinished background calls, in milliseconds.
   *
   * @default 10_000
   */
  readonly exitFlushMs?: number | undefined;
}

/** What is used of `node:worker_threads`. */
interface WorkerThreads {
  readonly Worker: WorkerConstructor;
  readonly MessageChannel: new () => { readonly port1: SyncPort; readonly port2: SyncPort };
  receiveMessageOnPort(port: SyncPort): { readonly message: unknown } | undefined;
}

/** A worker of any runtime. */
interface AnyWorker {
  postMessage(message: SyncStart, transfer: readonly unknown[]): void;
  terminate(): unknown;
  unref(): void;
}

/** Makes a worker. */
type WorkerConstructor = new (url: URL) => AnyWorker;

/** What is used of `process`. */
interface ProcessModules {
  getBuiltinModule?(name: "node:worker_threads"): WorkerThreads;
  on(event: "exit", listener: () => void): void;
  off(event: "exit", listener: () => void): void;
}

/** A started worker. */
interface Line {
  readonly worker: AnyWorker;
  readonly port: SyncPort;
  readonly flag: Int32Array;
  readonly threads: WorkerThreads;
}

/** Every method that talks to the server, returning values. */
export interface ReflexioClientSync extends ReflexioMethods<BlockingVariant> {}

/**
 * A client whose methods block until they are done. Background calls return at once, as in
 * `ReflexioClient`; {@link ReflexioClientSync.flush} waits for them, and so does the end of the
 * program.
 */
export class ReflexioClientSync {
  readonly #options: ReflexioClientOptions;
  readonly #exitFlushMs: number;
  readonly #onExit = () => void this.flush({ timeoutMs: this.#exitFlushMs });
  #line: Line | null = null;
  #isClosed = false;

  static {
    installMethods(this.prototype, (self, method, options) => self.#ask(method, options));
  }

  /**
   * Makes a client. The worker starts with the first call.
   *
   * @param options Where the server is and how to talk to it.
   * @throws {ReflexioValidationError} If an option cannot be used.
   * @throws {ReflexioError} If this runtime cannot block.
   */
  constructor({ exitFlushMs = 10_000, ...options }: SyncClientOptions = {}) {
    readSettings(options);
    findThreads();
    this.#exitFlushMs = exitFlushMs;
    this.#options = {
      ...options,
      // The worker may not see the environment of this thread.
      apiKey: options.apiKey || readEnv("REFLEXIO_API_KEY"),
      urlEndpoint: `${options.urlEndpoint ?? ""}` || readEnv("REFLEXIO_API_URL"),
      headers: options.headers && [...new Headers(options.headers)],
      exitFlushMs: 0,
      logger: undefined,
    };
  }

  /** Background calls that are not finished. */
  get pending(): number {
    return this.#line ? this.#ask("pending") as number : 0;
  }

  /**
   * Looks up what is known and gives it as text for a prompt, with its sources.
   *
   * @param query What the conversation is about.
   * @param options Limits and filters.
   */
  context(query: string, options: Omit<ContextOptions, "signal"> = {}): ReflexioContext {
    return this.#ask("context", query, options) as ReflexioContext;
  }

  /**
   * Forgets kept answers.
   *
   * @param method Only those of this method.
   */
  clearCache(method?: CachedMethod): void {
    if (this.#line) this.#ask("clearCache", method);
  }

  /**
   * Waits for the background calls and hands out their failures, each once.
   *
   * @param options `timeoutMs`: longest wait in milliseconds; no limit when left out.
   */
  flush(options: { readonly timeoutMs?: number } = {}): FlushResult {
    if (!this.#line) return { completed: 0, failed: [], unfinished: 0 };
    const result = this.#ask("flush", options) as FlushResult;
    return { ...result, failed: result.failed.map(unpackFailure) };
  }

  /** Waits for the background calls, then stops the worker and refuses new calls. */
  close(): FlushResult {
    const result = this.flush();
    this.#isClosed = true;
    if (this.#line) {
      runtimeProcess()?.off("exit", this.#onExit);
      this.#line.worker.terminate();
      this.#line = null;
    }
    return result;
  }

  /** Closes the client: `using client = new ReflexioClientSync()`. */
  [Symbol.dispose](): void {
    this.close();
  }

  /** Sends a request to the worker and blocks until its answer is there. */
  #ask(name: string, ...args: readonly unknown[]): unknown {
    if (this.#isClosed) {
      throw new ReflexioError(`Cannot ${name}: the client is closed; make a new one`);
    }
    const line = this.#line ??= this.#start();
    const request: SyncRequest = { name, args: args.map(withPlainHeaders) };
    Atomics.store(line.flag, 0, 0);
    line.port.postMessage(request);
    const answer = receive(line);
    if (!answer) throw new ReflexioError(`Cannot ${name}: the worker gave no answer`);
    if ("error" in answer) throw unpackError(answer.error);
    return answer.value;
  }

  #start(): Line {
    const threads = findThreads();
    const { port1, port2 } = new threads.MessageChannel();
    const signal = new SharedArrayBuffer(4);
    const worker = new threads.Worker(workerUrl());
    worker.unref();
    worker.postMessage({ port: port2, signal, options: this.#options }, [port2]);
    const line: Line = { worker, port: port1, flag: new Int32Array(signal), threads };
    const answer = receive(line, START_TIMEOUT_MS);
    if (!answer) {
      worker.terminate();
      throw new ReflexioError(
        `Cannot start the worker: it did not report within ${START_TIMEOUT_MS} ms; ` +
          "check that the program may read the files of this package",
      );
    }
    runtimeProcess()?.on("exit", this.#onExit);
    return line;
  }
}

/** Where the worker's code is. Threads only start from files, so a remote one is imported by a file of one line. */
function workerUrl(): URL {
  const url = new URL("./sync_worker.ts", import.meta.url);
  return url.protocol === "file:"
    ? url
    : new URL(`data:text/javascript,import ${encodeURIComponent(JSON.stringify(url.href))}`);
}

/** Blocks until an answer is there; null when the limit passes first. */
function receive({ port, flag, threads }: Line, limitMs = Infinity): SyncAnswer | null {
  Atomics.wait(flag, 0, 0, limitMs);
  return (threads.receiveMessageOnPort(port)?.message ?? null) as SyncAnswer | null;
}

/** The thread functions of this runtime. */
function findThreads(): WorkerThreads {
  const threads = runtimeProcess()?.getBuiltinModule?.("node:worker_threads");
  if (!threads?.receiveMessageOnPort) {
    throw new ReflexioError(
      "Cannot block in this runtime: ReflexioClientSync needs Deno, Node 20.16 or newer, or Bun; " +
        "use ReflexioClient here",
    );
  }
  return threads;
}

function runtimeProcess(): ProcessModules | undefined {
  return (globalThis as unknown as { readonly process?: ProcessModules }).process;
}

/** Headers objects cannot be copied between threads. */
function withPlainHeaders(value: unknown): unknown {
  const { headers, ...rest } = (value ?? {}) as { readonly headers?: HeadersInit };
  return headers ? { ...rest, headers: [...new Headers(headers)] } : value;
}

/** A failure with its error made again. */
function unpackFailure(failure: BackgroundFailure): BackgroundFailure {
  return { ...failure, error: unpackError(failure.error as SentError) };
}
