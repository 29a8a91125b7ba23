/**
 * A time bound after validation.
 */
export interface TimeBound {
  /** Unix seconds, UTC, fraction kept. */
  readonly epochSec: number;
  /** ISO 8601 text with the offset that was sent. */
  readonly text: string;
}

/** `T` with every optional field present, at every depth; free-form maps stay as they are. */
export type Complete<T> = T extends string ? T
  : T extends readonly (infer U)[] ? readonly Complete<U>[]
  : T extends object ? string extends keyof T ? T
    : { readonly [K in keyof T]-?: Complete<T[K]> }
  : T;

/** Request `T` after validation: defaults filled in, texts trimmed, time filters parsed. */
export type Validated<T> = T extends object ? string extends keyof T ? T : {
    readonly [K in keyof T]-?: K extends "start_time" | "end_time" ? TimeBound | null
      : Complete<T[K]>;
  }
  : T;
