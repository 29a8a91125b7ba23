import type { Driver } from "./_driver.ts";
import { plainKey, storeKey } from "./keys.ts";
import { PLAIN_BATCH } from "./limits.ts";
import type { PlainKey, PlainKind } from "./plain.ts";
import type { Reader } from "./_reader.ts";
import type { ListOptions, PlainRow } from "./types.ts";

/** Key of a plain row; `org` is not used by kinds of the whole store. */
function fullKey<K extends PlainKey, V>(
  kind: PlainKind<K, V>,
  org: string,
  key: PlainKey,
): Deno.KvKey {
  return kind.scope === "org" ? plainKey(org, kind.name, key) : storeKey(kind.name, key);
}

/** Plain rows in the order of keys. */
export async function readPlain<K extends PlainKey, V>(
  reader: Reader,
  kind: PlainKind<K, V>,
  org: string,
  keys: readonly K[],
): Promise<(V | null)[]> {
  const rows = await reader.many(keys.map((key) => fullKey(kind, org, key)));
  // Keys of a plain kind hold only values that were set through the kind.
  return rows.map((row) => row.value === undefined ? null : row.value as V);
}

/** The selector of a prefix with optional bounds. */
function toSelector(
  prefix: Deno.KvKey,
  start: Deno.KvKey | undefined,
  end: Deno.KvKey | undefined,
): Deno.KvListSelector {
  if (start !== undefined && end !== undefined) return { start, end };
  if (start !== undefined) return { prefix, start };
  return end === undefined ? { prefix } : { prefix, end };
}

/** Plain rows by key. */
export async function* listPlain<K extends PlainKey, V>(
  driver: Driver,
  reader: Reader,
  kind: PlainKind<K, V>,
  org: string,
  options: ListOptions,
): AsyncGenerator<PlainRow<K, V>> {
  const prefix = fullKey(kind, org, options.prefix ?? []);
  const base = fullKey(kind, org, []).length;
  const start = options.start && fullKey(kind, org, options.start);
  const end = options.end && fullKey(kind, org, options.end);
  const selector = toSelector(prefix, start, end);
  const { limit = Infinity, reverse = false, batchSize = Math.min(limit, PLAIN_BATCH) } = options;
  let given = 0;
  if (limit <= 0) return;
  const listing = { reverse, batchSize, ...Number.isFinite(limit) ? { limit } : {} };
  for await (const entry of driver.list(selector, listing)) {
    const row = await reader.decode(entry);
    if (row.value === undefined) continue;
    // Keys and values of a plain kind were set through the kind.
    yield {
      key: entry.key.slice(base) as unknown as K,
      value: row.value as V,
      versionstamp: entry.versionstamp,
    };
    if (++given >= limit) return;
  }
}
