import { chunkHeader } from "./codec.ts";
import type { Driver, Mutation } from "./_driver.ts";
import { KINDS, type KindSpec, LISTED_KINDS, type ListedKind } from "./kinds.ts";
import { chunkOwner, entityKey, keyLabel, keyText, TABLE } from "./keys.ts";
import { logMutations } from "./_log.ts";
import type { Reader, ReadRow } from "./_reader.ts";
import type { RedoLog } from "./_redo.ts";
import type { OrgProblem, OrgReport, ProblemKind } from "./report_types.ts";
import { isRowOf } from "./_rows.ts";

/** What checking an org needs. */
export interface OrgCheckOptions {
  /** The org. */
  readonly org: string;
  /** Its redo logs. */
  readonly redo: RedoLog;
  /** The database. */
  readonly driver: Driver;
  /** Reads rows. */
  readonly reader: Reader;
  /** Every key of the org; rows before vectors and parts. */
  readonly entries: () => AsyncIterable<Deno.KvEntry<unknown>>;
  /** Whether to repair. */
  readonly repair: boolean;
}

/** Entries whose owner is looked up together. */
const OWNER_BATCH = 100;

/** Walks an org once: decodes every row and compares what stands beside it. */
export class OrgCheck {
  readonly #options: OrgCheckOptions;
  readonly #problems: OrgProblem[] = [];
  readonly #rows: Record<string, number> = {};
  readonly #maxIds: Map<string, number> = new Map();
  readonly #counters: Map<string, number> = new Map();
  readonly #setAside: Set<string> = new Set();
  #owned: Deno.KvEntry<unknown>[] = [];
  #keys = 0;
  #bytes = 0;
  #quarantined = 0;
  #hasMarker = false;

  constructor(options: OrgCheckOptions) {
    this.#options = options;
  }

  /** Walks and reports. */
  async run(): Promise<OrgReport> {
    await this.#checkRedo();
    for await (const entry of this.#options.entries()) {
      this.#keys++;
      if (entry.value instanceof Uint8Array) this.#bytes += entry.value.length;
      await this.#visit(entry);
    }
    await this.#checkOwners();
    await this.#checkCounters();
    if (this.#keys > 0 && !this.#hasMarker) {
      const key = [TABLE.org, this.#options.org];
      await this.#found("missing_marker", key, () => this.#commit([{ key, value: 1 }], null));
    }
    return {
      org: this.#options.org,
      keys: this.#keys,
      bytes: this.#bytes,
      rows: this.#rows,
      problems: this.#problems,
      quarantined: this.#quarantined,
    };
  }

  async #found(
    kind: ProblemKind,
    key: Deno.KvKey,
    repair: () => Promise<boolean>,
  ): Promise<void> {
    const repaired = this.#options.repair ? await repair() : false;
    this.#problems.push({ kind, key: keyLabel(key), repaired });
  }

  async #commit(
    mutations: readonly Mutation[],
    seen: Deno.KvEntryMaybe<unknown> | null,
  ): Promise<boolean> {
    const checks = seen === null ? [] : [{ key: seen.key, versionstamp: seen.versionstamp }];
    return await this.#options.driver.commit(mutations, checks) !== null;
  }

  async #visit(entry: Deno.KvEntry<unknown>): Promise<void> {
    switch (entry.key[0]) {
      case TABLE.entity:
        return await this.#visitEntity(entry);
      case TABLE.plain:
        return await this.#visitPlain(entry);
      case TABLE.vector:
      case TABLE.chunk:
        this.#owned.push(entry);
        if (this.#owned.length >= OWNER_BATCH) await this.#checkOwners();
        return;
      case TABLE.counter:
        if (typeof entry.value === "number") {
          this.#counters.set(String(entry.key[2]), entry.value);
        }
        return;
      case TABLE.quarantine:
        this.#quarantined++;
        return;
      case TABLE.org:
        this.#hasMarker = true;
    }
  }

  async #visitEntity(entry: Deno.KvEntry<unknown>): Promise<void> {
    const kind = LISTED_KINDS.find((name) => KINDS[name].code === entry.key[2]);
    const read = await this.#options.reader.decode(entry);
    // Only used to look at a value that is checked against it first.
    const spec = kind === undefined ? null : KINDS[kind] as unknown as KindSpec<ListedKind>;
    if (spec === null || !isRowOf(spec, read.value)) return await this.#unreadable(entry, read);
    this.#rows[spec.kind] = (this.#rows[spec.kind] ?? 0) + 1;
    const id = spec.idOf(read.value);
    if (typeof id !== "number") return;
    this.#maxIds.set(spec.code, Math.max(this.#maxIds.get(spec.code) ?? 0, id));
  }

  async #visitPlain(entry: Deno.KvEntry<unknown>): Promise<void> {
    const read = await this.#options.reader.decode(entry);
    if (read.value === undefined) return await this.#unreadable(entry, read);
    const name = String(entry.key[2]);
    this.#rows[name] = (this.#rows[name] ?? 0) + 1;
  }

  /** Sets an unreadable row aside under its key. */
  async #unreadable(entry: Deno.KvEntry<unknown>, read: ReadRow): Promise<void> {
    const { org, driver, reader } = this.#options;
    const { key, value } = entry;
    const kind: ProblemKind = isChunked(value) && read.value === undefined
      ? "broken_chunks"
      : "corrupt_row";
    await this.#found(kind, key, async () => {
      this.#setAside.add(keyText(key));
      const [table = "", , ...rest] = key;
      const stored = value instanceof Uint8Array || typeof value === "number"
        ? new Uint8Array(value instanceof Uint8Array ? value : [])
        : new TextEncoder().encode(JSON.stringify(value) ?? "");
      const code = String(key[2]);
      const id = key[3];
      const isNamed = table === TABLE.entity && (typeof id === "string" || typeof id === "number");
      const done = await this.#commit([
        { key: [TABLE.quarantine, org, table, ...rest], value: stored },
        { key },
        ...logMutations(driver, org, isNamed ? { rows: { [code]: [id] } } : null),
      ], entry);
      if (done) reader.forgetCorrupt(key);
      return done;
    });
  }

  /** Vectors without their row, parts without their value. */
  async #checkOwners(): Promise<void> {
    const { org, driver } = this.#options;
    const owned = this.#owned;
    this.#owned = [];
    const owners = await driver.getMany(
      owned.map(({ key }) =>
        key[0] === TABLE.chunk
          ? chunkOwner(key)
          : entityKey(org, String(key[2]), key[3] as string | number)
      ),
    );
    for (const [n, entry] of owned.entries()) {
      const owner = owners[n];
      if (owner === undefined || isOwned(entry.key, owner)) continue;
      const isPart = entry.key[0] === TABLE.chunk;
      await this.#found(isPart ? "orphan_chunk" : "orphan_vector", entry.key, () => {
        const mutations: Mutation[] = [{ key: entry.key }];
        if (this.#setAside.has(keyText(owner.key)) && entry.value instanceof Uint8Array) {
          const key = [TABLE.quarantine, org, TABLE.chunk, ...entry.key.slice(2)];
          mutations.push({ key, value: new Uint8Array(entry.value) });
        }
        return this.#commit(mutations, entry);
      });
    }
  }

  /** Counters that would hand out an id twice. */
  async #checkCounters(): Promise<void> {
    for (const [code, maxId] of this.#maxIds) {
      if ((this.#counters.get(code) ?? 1) > maxId) continue;
      const key = [TABLE.counter, this.#options.org, code];
      await this.#found("id_behind", key, async () => {
        const entry = await this.#options.driver.get(key);
        return await this.#commit([{ key, value: maxId + 1 }], entry);
      });
    }
  }

  async #checkRedo(): Promise<void> {
    const { org, redo } = this.#options;
    const key = [TABLE.redo, org];
    if (await redo.isPending()) {
      await this.#found("unfinished_redo", key, async () => {
        await redo.finish();
        return true;
      });
    }
    for (const id of await redo.abandoned()) {
      await this.#found("abandoned_redo", [...key, id], async () => {
        await redo.remove(id);
        return true;
      });
    }
  }
}

/** Whether a stored value says that it is in parts. */
function isChunked(value: unknown): boolean {
  return value instanceof Uint8Array && value[0] === 1;
}

/** Whether a vector or part belongs to the row found at its owner's key. */
function isOwned(key: Deno.KvKey, owner: Deno.KvEntryMaybe<unknown>): boolean {
  if (key[0] === TABLE.vector) return owner.versionstamp !== null;
  if (!(owner.value instanceof Uint8Array)) return false;
  try {
    const header = chunkHeader(owner.value);
    return header !== null && Number(key.at(-1)) < header.chunks;
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof SyntaxError) return true;
    throw cause;
  }
}
