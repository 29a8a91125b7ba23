import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { plural } from "../render/age.ts";
import type { Screen } from "../render/screen.ts";
import type { Result } from "../result.ts";

/** How a kind of item is shown. */
export interface Listing<T> {
  /** Name of one item, for notes. */
  readonly noun: string;
  /** As a table. */
  readonly table: (items: readonly T[], screen: Screen) => string;
  /** As blocks. */
  readonly blocks: (items: readonly T[], screen: Screen) => string;
}

/** Most items a person asked for, at least 1. */
export function limitOf(context: Context, fallback: number): number {
  const limit = context.input.number("limit", fallback);
  if (limit < 1) throw invalid(`--limit is ${limit}, must be at least 1`);
  return limit;
}

/**
 * The result of a list command. Fetch one item more than `limit` to know whether there are more.
 *
 * @param items Items in order.
 * @param listing How they are shown.
 * @param limit Most items shown.
 */
export function listResult<T>(
  context: Context,
  items: readonly T[],
  { listing, limit }: { readonly listing: Listing<T>; readonly limit: number },
): Result {
  const shown = items.slice(0, limit);
  const hasMore = items.length > limit;
  const tail = hasMore ? `; more with --limit ${limit * 2}` : "";
  context.out.note(`${plural(shown.length, listing.noun)}${tail}`);
  return {
    data: shown,
    meta: { count: shown.length, limit, has_more: hasMore },
    human: (screen) =>
      shown.length === 0
        ? ""
        : screen.long
        ? listing.blocks(shown, screen)
        : listing.table(shown, screen),
    pages: true,
  };
}
