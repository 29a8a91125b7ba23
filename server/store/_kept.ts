import type { Mutation } from "./_driver.ts";
import { keyText, plainKey, TABLE } from "./keys.ts";
import type { PlainKey, PlainKind } from "./plain.ts";

/** Rows of plain kinds of one org that stay in memory while this process is alone on the database. */
export class KeptRows {
  readonly #isAlone: () => boolean;
  readonly #rows: Map<string, unknown> = new Map();
  #commits = 0;

  /** @param isAlone Whether no other process can change the rows. */
  constructor(isAlone: () => boolean) {
    this.#isAlone = isAlone;
  }

  /** A kept row, or what `read` finds. */
  async read<K extends PlainKey, V>(
    kind: PlainKind<K, V>,
    key: K,
    read: () => Promise<V | null>,
  ): Promise<V | null> {
    if (!this.#isAlone()) return await read();
    const name = keyText(plainKey("", kind.name, key));
    // Under the name of a key stands only what was read of its kind.
    if (this.#rows.has(name)) return this.#rows.get(name) as V | null;
    const commits = this.#commits;
    const row = await read();
    // A commit meanwhile may have changed it.
    if (commits === this.#commits) this.#rows.set(name, row);
    return row;
  }

  /** Takes note of what this process wrote. */
  noteCommit(mutations: readonly Mutation[]): void {
    this.#commits++;
    if (this.#rows.size === 0) return;
    for (const { key: [table, , name = "", ...key] } of mutations) {
      if (table === TABLE.plain) this.#rows.delete(keyText([table, "", name, ...key]));
    }
  }

  /** Drops everything. */
  forget(): void {
    this.#commits++;
    this.#rows.clear();
  }
}
