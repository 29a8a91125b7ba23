import type { PublishUserInteractionRequest, Validated } from "../../client/contract/mod.ts";
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

/**
 * SHA-256 of a publish, hexadecimal. Times of turns are left out: they default to the clock and are
 * replaced by the server's, so they differ between two sendings of one publish.
 */
export async function publishDigest(
  body: Validated<PublishUserInteractionRequest>,
): Promise<string> {
  const turns = body.interaction_data_list.map(({ created_at: _, ...turn }) => turn);
  const text = canonical({ ...body, interaction_data_list: turns });
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
