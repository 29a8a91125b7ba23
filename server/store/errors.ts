/** Why the store refused; services turn it into an answer. */
export type StoreErrorKind =
  | "unsupported"
  | "busy"
  | "full"
  | "read_only"
  | "corrupt"
  | "unavailable"
  | "conflict"
  | "too_large"
  | "schema"
  | "closed";

/** Options of {@link StoreError}. */
export interface StoreErrorOptions {
  /** What the database said. */
  readonly cause?: unknown;
}

/** A failure of the store. Nothing was acknowledged when it is thrown. */
export class StoreError extends Error {
  /** Name for logs. */
  override readonly name = "StoreError";
  /** What went wrong. */
  readonly kind: StoreErrorKind;

  /** Makes an error of `kind`; `message` says state, then remedy. */
  constructor(kind: StoreErrorKind, message: string, options: StoreErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
  }

  /** Whether the same call may succeed later without anybody changing it. */
  get isRetryable(): boolean {
    return this.kind === "busy" || this.kind === "full" || this.kind === "unavailable" ||
      this.kind === "conflict";
  }
}

/** Words of the database and what they mean, first match wins. */
const RULES: readonly (readonly [RegExp, StoreErrorKind, string])[] = [
  [/locked|busy/i, "busy", "another program holds the database locked; try again, or stop it"],
  [/disk is full|no space left|database or disk/i, "full", "the disk is full; free some space"],
  [
    /readonly|read-only|permission denied|access is denied/i,
    "read_only",
    "the database file cannot be written; check its owner and permissions",
  ],
  [
    /malformed|not a database|corrupt/i,
    "corrupt",
    "the file is damaged or not a database; restore a backup or name another file",
  ],
  [/unable to open|no such file/i, "unavailable", "the file cannot be opened; check its folder"],
  [
    /access.token|401|403/i,
    "unavailable",
    "the KV server did not accept the token; set DENO_KV_ACCESS_TOKEN to that of the server",
  ],
  [
    /failed to connect|error sending request|metadata endpoint/i,
    "unavailable",
    "the KV server cannot be reached; check its address and whether it runs",
  ],
  [/disk i\/o|file too large/i, "full", "the disk refused a write; check its space and health"],
  [/bad resource|closed|resource id/i, "closed", "it was closed"],
  [/too large|too many/i, "too_large", "it is over a limit of the database"],
];

/** Turns what the database threw into a {@link StoreError}; passes on what is one already. */
export function toStoreError(action: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  for (const [pattern, kind, remedy] of RULES) {
    if (pattern.test(said)) return new StoreError(kind, `Cannot ${action}: ${remedy}`, { cause });
  }
  return new StoreError("unavailable", `Cannot ${action}: the database failed`, { cause });
}

/** Whether a thrown commit surely wrote nothing and may be sent again. */
export function isLocked(cause: unknown): boolean {
  return cause instanceof Error && /locked|busy/i.test(cause.message);
}
