import type { Check, Mutation } from "./_driver.ts";
import { mutationBytes } from "./_driver.ts";
import type { IdOf, ListedKind, RowOf } from "./kinds.ts";
import { keyBytes, utf8Bytes } from "./keys.ts";
import {
  MAX_CHECKS,
  MAX_COMMIT_BYTES,
  MAX_COMMIT_KEY_BYTES,
  MAX_LOG_ENTRY_BYTES,
  MAX_MUTATIONS,
} from "./limits.ts";
import type { PlainChange } from "./types.ts";

/** What a staged unit of work does to one row of a listed kind. */
export interface StagedRow<K extends ListedKind = ListedKind> {
  /** Kind of the row. */
  readonly kind: K;
  /** Kind in keys. */
  readonly code: string;
  /** Its id. */
  readonly id: IdOf<K>;
  /** The row, null when removed, undefined when only its vector changed. */
  readonly row: RowOf<K> | null | undefined;
  /** The vector, null when none, undefined when it stays as it is. */
  readonly vector: Uint8Array<ArrayBuffer> | null | undefined;
  /** Bytes of the encoded row. */
  readonly bytes: number;
}

/** Sums that a commit's limits are about. */
export interface Weight {
  /** Mutations. */
  mutations: number;
  /** Bytes of values and, twice, of keys. */
  bytes: number;
  /** Bytes of keys. */
  keyBytes: number;
  /** Bytes of the change-log entry. */
  logBytes: number;
}

/** A unit of work, staged and ready to commit. */
export interface Unit {
  /** The org written to. */
  readonly org: string;
  /** Changes of keys, each key once. */
  readonly mutations: readonly Mutation[];
  /** Conditions: rows that were read. */
  readonly checks: readonly Check[];
  /** Rows of listed kinds that change. */
  readonly rows: readonly StagedRow[];
  /** Changes to plain rows that listeners are told of. */
  readonly notes: readonly PlainChange[];
  /** Sums for the limits. */
  readonly weight: Weight;
  /** Texts of all keys read or written. */
  readonly touched: ReadonlySet<string>;
}

/** What every commit adds for each org: head, log entry, marker. */
const FIXED: Weight = { mutations: 3, bytes: 2_000, keyBytes: 900, logBytes: 0 };

/** Bytes an id takes in a log entry. */
export function logIdBytes(id: string | number): number {
  return typeof id === "number" ? 17 : 2 * utf8Bytes(id) + 4;
}

/** Weight of mutations and of the log entry of their rows. */
export function weigh(
  mutations: readonly Mutation[],
  rows: readonly { readonly id: string | number }[],
): Weight {
  const weight: Weight = { mutations: mutations.length, bytes: 0, keyBytes: 0, logBytes: 0 };
  for (const mutation of mutations) {
    weight.bytes += mutationBytes(mutation);
    weight.keyBytes += keyBytes(mutation.key);
  }
  for (const row of rows) weight.logBytes += logIdBytes(row.id);
  return weight;
}

/** The sum of two weights. */
export function addWeights(a: Weight, b: Weight): Weight {
  return {
    mutations: a.mutations + b.mutations,
    bytes: a.bytes + b.bytes,
    keyBytes: a.keyBytes + b.keyBytes,
    logBytes: a.logBytes + b.logBytes,
  };
}

/** Whether mutations of `orgs` orgs fit one commit, with what every commit adds. */
export function fitsOneCommit(weight: Weight, orgs = 1): boolean {
  return weight.mutations + orgs * FIXED.mutations <= MAX_MUTATIONS &&
    weight.bytes + weight.logBytes + orgs * FIXED.bytes <= MAX_COMMIT_BYTES &&
    weight.keyBytes + orgs * FIXED.keyBytes <= MAX_COMMIT_KEY_BYTES &&
    weight.logBytes <= MAX_LOG_ENTRY_BYTES;
}

/** Whether a unit reads more than one commit can check (two checks are kept for the redo log). */
export function isWide(unit: Unit): boolean {
  return unit.checks.length > MAX_CHECKS - 2;
}

/** A change-log entry: ids by kind code, or the id of a redo log whose effects follow. */
export type LogEntry = { readonly redo: string } | {
  readonly rows: Readonly<Record<string, readonly (string | number)[]>>;
};

/** The log entry of rows, null when there are none. */
export function toLogEntry(
  rows: readonly { readonly code: string; readonly id: string | number }[],
): LogEntry | null {
  if (rows.length === 0) return null;
  const byCode: Record<string, (string | number)[]> = {};
  for (const { code, id } of rows) (byCode[code] ??= []).push(id);
  return { rows: byCode };
}
