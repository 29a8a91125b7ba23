/** What is wrong with the data, as far as it was met while reading. */
export interface StoreHealth {
  /** Rows that could not be read and were left out. */
  readonly corruptRows: number;
  /** Keys of the first 20 of them: org, kind and id. */
  readonly corruptKeys: readonly string[];
  /** Commits that were sent again because the database was locked. */
  readonly lockRetries: number;
  /** Why the last write failed, null when it did not. */
  readonly lastWriteError: string | null;
}

/** Latency of one operation. Bounds of the buckets are {@link StoreMetrics.bucketsMs}. */
export interface OperationMetrics {
  /** Calls that ended. */
  readonly count: number;
  /** Calls that threw. */
  readonly errors: number;
  /** Sum of their durations, milliseconds. */
  readonly totalMs: number;
  /** Longest, milliseconds. */
  readonly maxMs: number;
  /** Calls per bucket, not cumulated; one more than there are bounds. */
  readonly buckets: readonly number[];
}

/** Counts and latencies of database operations since opening. */
export interface StoreMetrics {
  /** Upper bounds of the latency buckets, milliseconds. */
  readonly bucketsMs: readonly number[];
  /** By operation: `get`, `list`, `commit`, `catch_up`, `hydrate`. */
  readonly operations: Readonly<Record<string, OperationMetrics>>;
  /** Units of work committed. */
  readonly units: number;
  /** Database commits they took; less than `units` when concurrent ones were joined. */
  readonly commits: number;
  /** Lost races (a checked row had changed). */
  readonly conflicts: number;
  /** Rows served from the cache. */
  readonly cacheHits: number;
  /** Rows read for want of a cached one. */
  readonly cacheMisses: number;
  /** Bytes of encoded rows in the cache. */
  readonly cacheBytes: number;
}

/** Options of checking an org. */
export interface CheckOrgOptions {
  /**
   * Whether problems are repaired. Unreadable rows are set aside under their key, never destroyed.
   * @default false
   */
  readonly repair?: boolean;
}

/** What can be wrong with an org. */
export type ProblemKind =
  | "corrupt_row"
  | "broken_chunks"
  | "orphan_chunk"
  | "orphan_vector"
  | "id_behind"
  | "unfinished_redo"
  | "abandoned_redo"
  | "missing_marker";

/** One thing that is wrong. */
export interface OrgProblem {
  /** What. */
  readonly kind: ProblemKind;
  /** Key it was found at, parts joined by `/`. */
  readonly key: string;
  /** Whether it was repaired. */
  readonly repaired: boolean;
}

/** Result of checking an org. */
export interface OrgReport {
  /** The org. */
  readonly org: string;
  /** Keys walked. */
  readonly keys: number;
  /** Stored bytes walked, without keys. */
  readonly bytes: number;
  /** Readable rows by kind (listed and plain). */
  readonly rows: Readonly<Record<string, number>>;
  /** What is wrong, in key order. */
  readonly problems: readonly OrgProblem[];
  /** Keys set aside as unreadable by earlier repairs. */
  readonly quarantined: number;
}
