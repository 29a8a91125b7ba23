import type { ReflexioView } from "./client.ts";
import type { ReflexioMethods } from "./methods/table.ts";
import type { WaitUntil } from "./options.ts";

/** Options that a scope repeats in every call that takes them. */
export interface BoundOptions {
  /** User of every call. */
  readonly userId?: string | undefined;
  /** Session of every call. */
  readonly sessionId?: string | undefined;
  /** Agent version of every call. */
  readonly agentVersion?: string | undefined;
}

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
