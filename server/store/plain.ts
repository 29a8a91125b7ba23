import type { ConfigRow } from "./rows.ts";

/** Parts of a plain row's key after its kind. */
export type PlainKey = readonly (string | number)[];

/** How a plain row is stored: JSON, or bytes as they are. */
export type PlainEncoding = "json" | "bytes";

/** Options of {@link plainKind}. */
export interface PlainKindOptions {
  /**
   * Whether rows belong to an org or to the whole store (indexes over all orgs).
   * @default "org"
   */
  readonly scope?: "org" | "store";
  /**
   * JSON, or bytes as they are (`Uint8Array`).
   * @default "json"
   */
  readonly encoding?: PlainEncoding;
  /**
   * Whether values may be over 60,000 bytes; replacing one unseen then costs a read.
   * @default false
   */
  readonly large?: boolean;
  /**
   * Whether commits that touch it are told to listeners of `Store.onCommit`.
   * @default false
   */
  readonly notify?: boolean;
  /**
   * Whether read rows are kept in memory while no other process uses the database: for few small
   * rows that nearly every call needs.
   * @default false
   */
  readonly kept?: boolean;
}

/** A kind of row that is not replicated in memory: read by key or by a scan of keys. */
export interface PlainKind<Key extends PlainKey, Value> {
  /** First part of its keys; unique in the program. */
  readonly name: string;
  /** Whether rows belong to an org or to the whole store. */
  readonly scope: "org" | "store";
  /** How values are stored. */
  readonly encoding: PlainEncoding;
  /** Whether values may be over 60,000 bytes. */
  readonly isLarge: boolean;
  /** Whether commits that touch it are told to listeners. */
  readonly notify: boolean;
  /** Whether read rows are kept in memory while this process is alone; absent: they are not. */
  readonly isKept?: boolean;
  /** Carries the types only; never present at run time. */
  readonly types?: { readonly key: Key; readonly value: Value };
}

/** Names a plain row of any kind. */
export interface PlainRef {
  /** Its kind. */
  readonly kind: Pick<PlainKind<PlainKey, unknown>, "name" | "scope">;
  /** Its key. */
  readonly key: PlainKey;
}

/** Options of `Tx.set`. */
export interface SetOptions {
  /**
   * Whether the caller vouches that no row has this key (a fresh UUID is in it); saves a read where
   * values may be large.
   * @default false
   */
  readonly isNew?: boolean;
}

/**
 * Declares a kind of plain row.
 *
 * @param name First part of its keys; short, unique in the program.
 */
export function plainKind<Key extends PlainKey, Value>(
  name: string,
  options: PlainKindOptions = {},
): PlainKind<Key, Value> {
  return {
    name,
    scope: options.scope ?? "org",
    encoding: options.encoding ?? "json",
    isLarge: options.large ?? false,
    notify: options.notify ?? false,
    isKept: options.kept ?? false,
  };
}

/** The configuration of an org, one row. */
export const CONFIG: PlainKind<readonly [], ConfigRow> = plainKind<readonly [], ConfigRow>(
  "config",
  { large: true, kept: true },
);
