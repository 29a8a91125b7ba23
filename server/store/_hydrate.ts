import type { Driver } from "./_driver.ts";
import { type IdOf, KINDS, type KindSpec, type ListedKind, type RowOf } from "./kinds.ts";
import { TABLE } from "./keys.ts";
import { SCAN_BATCH } from "./limits.ts";
import type { Entry } from "./_ordered.ts";
import type { Reader } from "./_reader.ts";
import type { RowSource } from "./_rows.ts";
import type { AnyChange, Change } from "./types.ts";
import type { MemoryView } from "./_view.ts";

/** What reading all rows of a kind needs. */
export interface HydrateOptions<K extends ListedKind> {
  /** The org. */
  readonly org: string;
  /** The database. */
  readonly driver: Driver;
  /** Reads rows. */
  readonly reader: Reader;
  /** Checks and caches rows. */
  readonly rows: RowSource;
  /** Makes entries. */
  readonly view: MemoryView<K>;
  /** Whether batches carry vectors. */
  readonly wantsVectors: boolean;
  /** Takes rows in batches. */
  readonly onBatch: (batch: readonly AnyChange[]) => Promise<void>;
}

/** Reads all rows of a kind; gives the entries of its view. */
export async function hydrateKind<K extends ListedKind>(
  kind: K,
  options: HydrateOptions<K>,
): Promise<Entry<K>[]> {
  const spec: KindSpec<K> = KINDS[kind];
  const { driver, reader, rows, org, view } = options;
  const entries: Entry<K>[] = [];
  let batch: Change<K>[] = [];
  let keys: Deno.KvKey[] = [];
  const flush = async () => {
    if (options.wantsVectors && spec.hasVector) batch = await withVectors(options, keys, batch);
    // A change of kind K is one of the members of AnyChange.
    await options.onBatch(batch as unknown as readonly AnyChange[]);
    batch = [];
    keys = [];
  };
  for await (const entry of driver.list({ prefix: [TABLE.entity, org, spec.code] })) {
    const decoded = reader.decode(entry);
    const read = decoded instanceof Promise ? await decoded : decoded;
    const row = rows.keep(spec, null, read, { onlyIfRoom: true });
    if (row === null) continue;
    entries.push(view.entry(row, entry.versionstamp));
    batch.push(toChange(spec, row, entry.versionstamp));
    keys.push(entry.key);
    if (batch.length >= SCAN_BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return entries;
}

/** The state of a row that exists, without its vector. */
function toChange<K extends ListedKind>(
  spec: KindSpec<K>,
  row: RowOf<K>,
  versionstamp: string,
): Change<K> {
  const id: IdOf<K> = spec.idOf(row);
  return { kind: spec.kind, id, row, vector: null, versionstamp };
}

/** Adds the vectors of a batch, read as one range. */
async function withVectors<K extends ListedKind>(
  options: HydrateOptions<K>,
  keys: readonly Deno.KvKey[],
  batch: readonly Change<K>[],
): Promise<Change<K>[]> {
  const first = keys[0];
  const last = keys.at(-1);
  if (first === undefined || last === undefined) return [...batch];
  const range = {
    start: [TABLE.vector, ...first.slice(1)],
    // Sorts right behind the last key and before every other id.
    end: [TABLE.vector, ...last.slice(1), new Uint8Array()],
  };
  const vectors = new Map<string | number, Uint8Array<ArrayBuffer>>();
  for await (const entry of options.driver.list(range)) {
    const read = await options.reader.decode(entry);
    const part = entry.key[3];
    if (!(read.value instanceof Uint8Array)) continue;
    if (typeof part === "string" || typeof part === "number") {
      vectors.set(part, read.value.slice());
    }
  }
  return batch.map((change, n) => {
    const part = keys[n]?.[3];
    const vector = typeof part === "string" || typeof part === "number" ? vectors.get(part) : null;
    return vector === undefined || vector === null ? change : { ...change, vector };
  });
}
