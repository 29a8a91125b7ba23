import { BackgroundQueue, type FlushOptions, type FlushResult, TaskGroup } from "./background.ts";
import { AnswerCache } from "./cache.ts";
import type { ReflexioClientOptions } from "./client_options.ts";
import { buildContext, type ContextOptions, type ReflexioContext } from "./context.ts";
import type { UnifiedSearchViewResponse } from "./contract/types/search.ts";
import type { Core, View } from "./core.ts";
import { type ReflexioIssue, ReflexioValidationError } from "./errors.ts";
import { installMethods } from "./methods/rows.ts";
import type { ReflexioMethods } from "./methods/table.ts";
import { runMethod } from "./runner.ts";
import type { BoundNames, ReflexioScope, ScopeOptions } from "./scope.ts";
import { checkKey, readSettings } from "./settings.ts";

/** What clients and scopes have in common besides the methods that talk to the server. */
export class ReflexioView {
  readonly #core: Core;
  readonly #view: View;

  /**
   * Made by clients and by {@link ReflexioView.scope}.
   *
   * @ignore
   * @param core What the views of one client share.
   * @param view What is added to each call.
   */
  constructor(core: Core, view: View) {
    this.#core = core;
    this.#view = view;
  }

  static {
    installMethods(
      this.prototype,
      (self, method, options) => runMethod(self.#core, self.#view, method, options),
    );
  }

  /** Background calls that are not finished. */
  get pending(): number {
    return this.#view.group.pending;
  }

  /**
   * Waits for the background calls, also for those added meanwhile. A failed call does not make it
   * reject; failures are in the result, each once.
   *
   * @param options Limits of the wait.
   */
  flush(options?: FlushOptions): Promise<FlushResult> {
    return this.#core.queue.flush(this.#view.group, options);
  }

  /**
   * Makes a view that repeats options in every call that takes them, and carries the hooks of one
   * request.
   *
   * @param options What to bind.
   */
  scope<O extends ScopeOptions>(options: O): ReflexioScope<BoundNames<O>> {
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    const group = new TaskGroup(this.#core.queue.all);
    const view = { ...this.#view, ...Object.fromEntries(given), group };
    const scope = new ReflexioView(this.#core, view);
    return scope as ReflexioScope<BoundNames<O>>;
  }

  /**
   * Looks up what is known and gives it as text for a prompt, with its sources. Never longer than
   * `maxChars`; the headings are always the same.
   *
   * @param query What the conversation is about.
   * @param options Limits and filters.
   * @throws {ReflexioError} If the search fails; `getReflexioContext` gives an empty text instead.
   */
  async context(query: string, options: ContextOptions = {}): Promise<ReflexioContext> {
    const { maxChars = 8000, maxItems, ...filters } = options;
    const found = await runMethod(this.#core, this.#view, "search", { ...filters, query });
    return buildContext(found as UnifiedSearchViewResponse, { maxChars, maxItems });
  }

  /** Waits for the background calls. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.flush();
  }
}

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
    const queue = new BackgroundQueue(settings);
    const cache = options.cache === false ? null : new AnswerCache(options.cache ?? {});
    const core = { settings, queue, cache, isClosed: false };
    super(core, { group: queue.all, waitUntil: options.waitUntil });
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
