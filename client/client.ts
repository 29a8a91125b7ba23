import { BackgroundQueue, type FlushResult } from "./background.ts";
import { AnswerCache } from "./cache.ts";
import type { ReflexioIssue } from "./errors.ts";
import { ReflexioValidationError } from "./errors.ts";
import { holdExit } from "./exit_hook.ts";
import type { ReflexioMethods } from "./methods/table.ts";
import { Runner } from "./runner.ts";
import { checkKey, readSettings, type ReflexioClientOptions } from "./settings.ts";
import { Transport, type TransportSettings } from "./transport.ts";
import { ReflexioView } from "./view.ts";

/** Methods whose answers are kept. */
export type CachedMethod = "getProfiles" | "getAgentPlaybooks";

/** Every method that talks to the server, returning promises. */
export interface ReflexioClient extends ReflexioMethods {}

/**
 * Talks to a Reflexio server: publishes conversations, and reads what was learned from them.
 *
 * Nine deleting and learning methods run in the background unless told to wait; two always do. Their
 * failures go to `onBackgroundError` and to {@link ReflexioClient.flush}.
 *
 * @example Publish a conversation and use what was learned
 * ```ts ignore
 * import { ReflexioClient } from "@reflexio/client";
 *
 * await using client = new ReflexioClient({ urlEndpoint: "http://127.0.0.1:8081" });
 * await client.publishInteraction({
 *   userId: "ana",
 *   interactions: [
 *     { role: "user", content: "I live in Bergen and deploy to eu-north-1." },
 *     { role: "assistant", content: "Noted." },
 *   ],
 *   waitForResponse: true,
 * });
 * const { text } = await client.context("Where do we deploy?", { userId: "ana" });
 * console.log(text);
 * ```
 */
export class ReflexioClient extends ReflexioView {
  readonly #runner: Runner;
  readonly #settings: TransportSettings;
  readonly #cache: AnswerCache | null;

  /**
   * @param options Where the server is and how to talk to it. Explicit values win over the
   * environment.
   * @throws {ReflexioValidationError} If an option cannot be used.
   */
  constructor(options: ReflexioClientOptions = {}) {
    const settings = readSettings(options);
    const { warn, debug, onFailure, exitFlushMs } = settings;
    const transport = new Transport({
      ...settings,
      headers: options.headers,
      // Looked up at each call, so that a replaced global is used; never called as a method.
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      onRetry: debug,
    });
    let release: (() => void) | null = null;
    const queue = new BackgroundQueue({
      concurrency: settings.backgroundConcurrency,
      maxQueued: settings.maxQueued,
      onFailure,
      onBusy: (isBusy) => {
        release?.();
        release = isBusy && exitFlushMs > 0
          ? holdExit(() => queue.flush(queue.all, { timeoutMs: exitFlushMs }))
          : null;
      },
    });
    const cache = options.cache === false ? null : new AnswerCache(options.cache ?? {});
    const { pollIntervalMs, maxWaitMs } = settings;
    const runner = new Runner({ transport, queue, cache, pollIntervalMs, maxWaitMs, warn });
    super(runner, { bound: {}, group: queue.all, waitUntil: options.waitUntil });
    this.#runner = runner;
    this.#settings = transport.settings;
    this.#cache = cache;
  }

  /** Address of the server without a trailing slash. */
  get baseUrl(): string {
    return this.#settings.baseUrl;
  }

  /** Limit for a whole call in milliseconds. */
  get timeoutMs(): number {
    return this.#settings.timeoutMs;
  }

  /** Key that is sent, empty for none. */
  get apiKey(): string {
    return this.#settings.apiKey;
  }

  /** Uses another key from the next call on, and forgets kept answers. */
  set apiKey(apiKey: string) {
    const issues: ReflexioIssue[] = [];
    checkKey(apiKey, issues);
    if (issues.length > 0) throw new ReflexioValidationError("set apiKey", issues);
    this.#settings.apiKey = apiKey;
    this.clearCache();
  }

  /**
   * Forgets kept answers.
   *
   * @param method Only those of this method.
   */
  clearCache(method?: CachedMethod): void {
    this.#cache?.clear(method);
  }

  /** Refuses new calls and waits for the background calls. */
  close(): Promise<FlushResult> {
    this.#runner.isClosed = true;
    return this.flush();
  }

  /** Closes the client: `await using client = new ReflexioClient()`. */
  override async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
