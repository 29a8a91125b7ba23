import type { Status } from "./contract/constants.ts";
import type { OperationStatusInfo } from "./contract/types/operation.ts";

/** A value that may be left out; null and undefined both mean "not given". */
export type Maybe<T> = T | null | undefined;

/** A point in time: a `Date`, an ISO 8601 text, or Unix seconds. */
export type TimeInput = Date | string | number;

/** A state in a filter. `"current"` is a synonym of null. */
export type StatusValue = Status | "current";

/** Hands work that outlives an answer to the platform, as edge platforms offer it. */
export type WaitUntil = (work: Promise<unknown>) => void;

/** Options of every call. */
export interface CallOptions {
  /** Cancels the call; the promise rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /** Limit for the whole call, retries included, in milliseconds. Default: the client's. */
  readonly timeoutMs?: number | undefined;
  /** Extra request headers; they win over the client's own, except for `Authorization`. */
  readonly headers?: HeadersInit | undefined;
}

/** Options of calls that always run in the background. */
export interface AlwaysBackgroundOptions extends CallOptions {
  /** Called at once with a promise that settles, and never rejects, when the work is done. */
  readonly waitUntil?: WaitUntil | undefined;
}

/** Options of calls that run in the background unless told to wait. */
export interface BackgroundOptions extends AlwaysBackgroundOptions {
  /**
   * Wait for the server's answer.
   *
   * @default false
   */
  readonly waitForResponse?: boolean | undefined;
}

/** Options of a call that watches a run on the server. */
export interface PollOptions {
  /** Longest pause between two looks, in milliseconds. Default: the client's, 3,000. */
  readonly pollIntervalMs?: number | undefined;
  /** Longest wait for the run to end, in milliseconds. Default: the client's, 600,000. */
  readonly maxWaitMs?: number | undefined;
  /** Called with each new state of the run. */
  readonly onProgress?: ((operation: OperationStatusInfo) => void) | undefined;
}

/**
 * Either single options or a whole request record, never both. A record is used as it is: explicit
 * nulls in it are sent.
 */
export type OrRequest<Keywords, Request> =
  | (Keywords & { readonly request?: undefined })
  | ({ readonly request: Request } & { readonly [K in keyof Keywords]?: undefined });

/** What sets one flavour of the client apart from another. */
export interface Variant {
  /** Whether methods block instead of returning promises. */
  readonly blocking: boolean;
  /** Names of the options that are bound already. */
  readonly bound: string;
}

/** The ordinary client. */
export interface AsyncVariant extends Variant {
  /** Methods return promises. */
  readonly blocking: false;
  /** Nothing is bound. */
  readonly bound: never;
}

/** The client that blocks. */
export interface BlockingVariant extends Variant {
  /** Methods return values. */
  readonly blocking: true;
  /** Nothing is bound. */
  readonly bound: never;
}

/** What a method of flavour `V` returns. */
export type Reply<V extends Variant, T> = V["blocking"] extends true ? T : Promise<T>;

/** The options `O` as flavour `V` takes them: bound ones optional, no callbacks when blocking. */
export type Arg<V extends Variant, O> = V["blocking"] extends true ? WithoutCallbacks<O>
  : [V["bound"]] extends [never] ? O
  : Relaxed<O, V["bound"]>;

/** Lets the whole argument be left out once `userId` is bound. */
export type OmitWhenBound<V extends Variant> = "userId" extends V["bound"] ? void : never;

/** Callbacks and signals cannot reach a blocked thread. */
export type WithoutCallbacks<O> = O extends unknown ? Omit<O, "signal" | "waitUntil" | "onProgress">
  : never;

/** Makes the options named `B` optional. */
export type Relaxed<O, B extends string> = O extends unknown
  ? Omit<O, B> & Partial<Pick<O, Extract<keyof O, B>>>
  : never;
