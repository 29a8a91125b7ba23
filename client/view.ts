import { type FlushOptions, type FlushResult, TaskGroup } from "./background.ts";
import { buildContext, type ContextOptions, type ReflexioContext } from "./context.ts";
import type { UnifiedSearchViewResponse } from "./contract/types/search.ts";
import { installMethods, type ReflexioMethods } from "./methods/table.ts";
import type { WaitUntil } from "./options.ts";
import { type BoundOptions, type Core, runMethod, type View } from "./runner.ts";

/** What a scope binds, and the hooks of the request it belongs to. */
export interface ScopeOptions extends BoundOptions {
  /** Hands background work to the platform. */
  readonly waitUntil?: WaitUntil | undefined;
  /** Cancels every call of the scope. */
  readonly signal?: AbortSignal | undefined;
  /** Extra headers of every call. */
  readonly headers?: HeadersInit | undefined;
}

/** Names of the options that `O` binds. */
export type BoundNames<O extends ScopeOptions> = {
  [K in keyof BoundOptions]-?: O[K] extends string ? K : never;
}[keyof BoundOptions];

/** The flavour of a scope that binds `B`. */
export interface BoundVariant<B extends string> {
  /** Methods return promises. */
  readonly blocking: false;
  /** What is bound. */
  readonly bound: B;
}

/**
 * A light view of a client: it shares configuration, cache and queue, and adds bound options and the
 * hooks of one request.
 */
export type ReflexioScope<B extends string = never> =
  & ReflexioView
  & ReflexioMethods<BoundVariant<B>>;

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
  scope<const O extends ScopeOptions>(options: O): ReflexioScope<BoundNames<O>> {
    const view = this.#view;
    const {
      userId = view.bound.userId,
      sessionId = view.bound.sessionId,
      agentVersion = view.bound.agentVersion,
      waitUntil = view.waitUntil,
      signal = view.signal,
      headers = view.headers,
    }: ScopeOptions = options;
    const bound = { userId, sessionId, agentVersion };
    const group = new TaskGroup(this.#core.queue.all);
    const scope = new ReflexioView(this.#core, { bound, group, waitUntil, signal, headers });
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
  async context(
    query: string,
    { maxChars = 8000, maxItems, ...filters }: ContextOptions = {},
  ): Promise<ReflexioContext> {
    const found = await runMethod(this.#core, this.#view, "search", { ...filters, query });
    return buildContext(found as UnifiedSearchViewResponse, { maxChars, maxItems });
  }

  /** Waits for the background calls. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.flush();
  }
}
