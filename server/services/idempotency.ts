import type { JobRef } from "../jobs/mod.ts";
import { type PlainKind, plainKind } from "../store/mod.ts";

/** A publish that may be repeated under its key. */
export interface IdempotencyRow {
  /** The request it made. */
  readonly request_id: string;
  /** SHA-256 of its body, hexadecimal. */
  readonly digest: string;
  /** The jobs it staged. */
  readonly jobs: readonly JobRef[];
  /** When, Unix seconds. */
  readonly at_sec: number;
}

/** Publishes by `Idempotency-Key`. */
export const IDEMPOTENCY: PlainKind<readonly [key: string], IdempotencyRow> = plainKind(
  "idempotency",
);

/** Text with the keys of every object in order, so that equal bodies have equal digests. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1));
  });
}

/** SHA-256 of a body, hexadecimal. */
export async function bodyDigest(body: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(body));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
