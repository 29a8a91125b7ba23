import type { Driver } from "./_driver.ts";
import { type IdOf, KINDS, type KindSpec, type ListedKind } from "./kinds.ts";
import { entityKey, vectorKey } from "./keys.ts";
import type { Reader } from "./_reader.ts";
import type { RowSource } from "./_rows.ts";
import type { AnyChange, Change } from "./types.ts";
import type { StagedRow } from "./_unit.ts";

/** A row that the change log names, with what this process itself wrote if it was the last to. */
export interface NamedRow {
  /** Kind of the row. */
  readonly kind: ListedKind;
  /** Its id. */
  readonly id: string | number;
  /** Stamp of the newest entry that names it. */
  readonly versionstamp: string;
  /** What this process wrote in that commit, null when another one did. */
  readonly staged: StagedRow | null;
}

/** What finding out the state of named rows needs. */
export interface ResolveOptions {
  /** The org. */
  readonly org: string;
  /** The database. */
  readonly driver: Driver;
  /** Reads rows. */
  readonly reader: Reader;
  /** Checks and caches rows. */
  readonly rows: RowSource;
  /** Whether changes carry vectors. */
  readonly wantsVectors: boolean;
}

/** Keys to read for one row. */
interface Wanted {
  readonly named: NamedRow;
  readonly rowAt: number | null;
  readonly vectorAt: number | null;
}

/**
 * The state of named rows, in their order. Rows of other processes are read as they are now, which
 * may be newer than the entry: telling a state twice or early is harmless, telling an old one late
 * is not.
 */
export async function resolveChanges(
  options: ResolveOptions,
  named: readonly NamedRow[],
): Promise<AnyChange[]> {
  const { org, reader, wantsVectors } = options;
  const keys: Deno.KvKey[] = [];
  const wanted = named.map((row): Wanted => {
    const { code, hasVector } = KINDS[row.kind];
    const { staged } = row;
    const readsRow = staged === null || staged.row === undefined;
    const readsVector = wantsVectors && hasVector &&
      (staged === null || (staged.row !== null && staged.vector === undefined));
    return {
      named: row,
      rowAt: readsRow ? keys.push(entityKey(org, code, row.id)) - 1 : null,
      vectorAt: readsVector ? keys.push(vectorKey(org, code, row.id)) - 1 : null,
    };
  });
  const reads = await reader.many(keys);
  return wanted.map(({ named: row, rowAt, vectorAt }) => {
    const spec: KindSpec<ListedKind> = specOf(row.kind);
    const read = rowAt === null ? null : reads[rowAt] ?? null;
    const found = read === null
      ? row.staged?.row ?? null
      : options.rows.keep(spec, row.id as IdOf<ListedKind>, read);
    const vector = vectorAt === null ? row.staged?.vector : reads[vectorAt]?.value;
    const change: Change = {
      kind: row.kind,
      id: row.id as IdOf<ListedKind>,
      row: found,
      vector: found !== null && vector instanceof Uint8Array ? vector.slice() : null,
      versionstamp: (found === null ? null : read?.versionstamp) ?? row.versionstamp,
    };
    // Kind, id and row belong together: the kind chose the key they were read from.
    return change as AnyChange;
  });
}

/** The description of a kind that is only known at run time. */
function specOf(kind: ListedKind): KindSpec<ListedKind> {
  // Its functions are only given rows that were read or staged under the same kind.
  return KINDS[kind] as unknown as KindSpec<ListedKind>;
}
