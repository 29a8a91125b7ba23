/** Layout version of the database; a newer one is refused. */
export const SCHEMA_VERSION = 1;

/** Most bytes of a value kept in one row; the database allows 65,536. */
export const MAX_INLINE_BYTES = 60_000;

/** Most keys one read may name. */
export const MAX_KEYS_PER_READ = 10;

/** Rows a scan fetches at once; more gains nothing. */
export const SCAN_BATCH = 500;

/** Plain rows that are fetched at once while others are served: decoding more would hold them up. */
export const PLAIN_BATCH = 100;

/** Most mutations of one commit. */
export const MAX_MUTATIONS = 1_000;

/** Most checks of one commit that every backend allows. */
export const MAX_CHECKS = 10;

/** Most bytes of one commit, keys counted twice; the database allows 819,200. */
export const MAX_COMMIT_BYTES = 800_000;

/** Most key bytes of one commit; the database allows 81,920. */
export const MAX_COMMIT_KEY_BYTES = 80_000;

/** Most bytes of ids in one change-log entry, so that it fits a row. */
export const MAX_LOG_ENTRY_BYTES = 50_000;

/** Most bytes of a text part of a key; longer ones are replaced by their hash. */
export const MAX_KEY_PART_BYTES = 512;

/** Most bytes of an org's name. */
export const MAX_ORG_BYTES = 256;

/** Ids leased at once by a process. */
export const ID_BLOCK = 100;

/** Change-log entries kept an org unless told otherwise. */
export const DEFAULT_MAX_LOG_ENTRIES = 10_000;

/** Bound of the row cache unless told otherwise, bytes of encoded rows. */
export const DEFAULT_ROW_CACHE_BYTES = 33_554_432;

/** Rows of all orgs that views hold before orgs that nobody uses rest, unless told otherwise. */
export const DEFAULT_MAX_VIEW_ROWS = 1_000_000;

/** How long nobody has asked for the rows of an org before they may go, milliseconds. */
export const REST_AFTER_MS = 60_000;

/** How long opening and writing may be retried unless told otherwise, milliseconds. */
export const DEFAULT_DEADLINE_MS = 10_000;

/** Age at which the parts of a redo log that was never committed are swept, milliseconds. */
export const ABANDONED_REDO_MS = 600_000;

/** Own commits and their bytes kept in memory for the next catch-up. */
export const MAX_STASHED_CHANGES = 20_000;

/** Texts that rows of an org may share in memory; beyond it sharing begins anew. */
export const MAX_SHARED_TEXTS = 100_000;
