import { BackgroundQueue, type FlushResult, holdExit } from "./background.ts";
import { AnswerCache } from "./cache.ts";
import type { ReflexioIssue } from "./errors.ts";
import { ReflexioValidationError } from "./errors.ts";
import type { ReflexioMethods } from "./methods/table.ts";
import type { Core } from "./runner.ts";
import { checkKey, readSettings, type ReflexioClientOptions } from "./settings.ts";
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
  readonly #core: Core;

  /**
   * Makes a client. Nothing is sent yet.
   *
   * @param options Where the server is and how to talk to it. Explicit values win over the
   * environment.
   * @throws {ReflexioValidationError} If an option cannot be used.
   */
  constructor(options: ReflexioClientOptions = {}) {
    const settings = readSettings(options);
    let release: (() => void) | undefined;
    const queue = new BackgroundQueue(settings, (isBusy) => {
      release?.();
      release = isBusy && settings.exitFlushMs > 0
        ? holdExit(() => queue.flush(queue.all, { timeoutMs: settings.exitFlushMs }))
        : undefined;
    });
    const cache = options.cache === false ? null : new AnswerCache(options.cache ?? {});
    const core = { settings, queue, cache, isClosed: false };
    super(core, { bound: {}, group: queue.all, waitUntil: options.waitUntil });
    this.#core = core;
  }

  /** Address of the server without a trailing slash. */
  get baseUrl(): string {
    return this.#core.settings.baseUrl;
  }

  /** Limit for a whole call in milliseconds. */
  get timeoutMs(): number {
    return this.#core.settings.timeoutMs;
  }

  /** Key that is sent, empty for none. */
  get apiKey(): string {
    return this.#core.settings.apiKey;
  }

  /** Uses another key from the next call on, and forgets kept answers. */
  set apiKey(apiKey: string) {
    const issues: ReflexioIssue[] = [];
    checkKey(apiKey, issues);
    if (issues.length > 0) throw new ReflexioValidationError("set apiKey", issues);
    this.#core.settings.apiKey = apiKey;
    this.clearCache();
  }

  /**
   * Forgets kept answers.
   *
   * @param method Only those of this method.
   */
  clearCache(method?: CachedMethod): void {
    this.#core.cache?.clear(method);
  }

  /** Refuses new calls and waits for the background calls. */
  close(): Promise<FlushResult> {
    this.#core.isClosed = true;
    return this.flush();
  }

  /** Closes the client: `await using client = new ReflexioClient()`. */
  override async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
