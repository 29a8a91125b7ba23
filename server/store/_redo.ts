import type { CommitQueue, OrgFrame } from "./_commits.ts";
import { type Check, type Driver, type Mutation, mutationBytes } from "./_driver.ts";
import { entityKey, keyBytes, keyText, TABLE, vectorKey } from "./keys.ts";
import { ABANDONED_REDO_MS, MAX_COMMIT_BYTES, MAX_INLINE_BYTES } from "./limits.ts";
import { headKey, logMutations } from "./_log.ts";
import { readRedo, type RedoStep, writeRedo } from "./_redo_codec.ts";
import {
  addWeights,
  fitsOneCommit,
  isWide,
  logIdBytes,
  toLogEntry,
  type Unit,
  type Weight,
} from "./_unit.ts";

/** The redo log that is being applied, as the gate row tells it. */
interface PendingRedo {
  /** Its id. */
  readonly id: string;
  /** Number of its parts. */
  readonly parts: number;
}

/** What the head row of a redo log tells. */
interface RedoHeader {
  /** Process that writes it. */
  readonly owner: string;
  /** When it began, Unix milliseconds. */
  readonly started_at_ms: number;
}

/** What redo logs of an org need. */
export interface RedoOptions {
  /** The org. */
  readonly org: string;
  /** The database. */
  readonly driver: Driver;
  /** Turns for commits that must see no other commit of this process. */
  readonly queue: CommitQueue;
  /** Frame of the org. */
  readonly frame: () => OrgFrame;
  /** Name of this process. */
  readonly instanceId: string;
  /** Clock, Unix milliseconds. */
  readonly now: () => number;
  /** Told of a redo log that cannot be read. */
  readonly onDamage: (key: Deno.KvKey) => void;
  /** Runs commits that change rows which nobody is told of one by one. */
  readonly whileChanging: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Parts written by one commit. */
const PARTS_PER_COMMIT = Math.floor(MAX_COMMIT_BYTES / (MAX_INLINE_BYTES + 1_000));

/** Keys removed by one commit. */
const REMOVE_BATCH = 500;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A small JSON row. */
function toRow(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(value));
}

/** Parses a small JSON row, null when it is none or damaged. */
function fromRow(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return null;
  try {
    return JSON.parse(decoder.decode(value));
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** Reads the gate's value. */
function toPending(value: unknown): PendingRedo | null {
  const parsed = fromRow(value);
  if (typeof parsed !== "object" || parsed === null) return null;
  if (!("id" in parsed) || !("parts" in parsed)) return null;
  const { id, parts } = parsed;
  return typeof id === "string" && typeof parts === "number" ? { id, parts } : null;
}

/** Reads a header's value. */
function toHeader(value: unknown): RedoHeader | null {
  const parsed = fromRow(value);
  if (typeof parsed !== "object" || parsed === null) return null;
  if (!("owner" in parsed) || !("started_at_ms" in parsed)) return null;
  const { owner, started_at_ms } = parsed;
  if (typeof owner !== "string" || typeof started_at_ms !== "number") return null;
  return { owner, started_at_ms };
}

/**
 * Units of work over one commit's limits. Their changes are first written as a log in parts, which
 * nobody reads; one commit that sets the gate is the durable switch; then the changes are applied
 * in as many commits as it takes, by this process or by any other that meets the gate. Applying is
 * idempotent and each of its commits checks the gate, so helpers cannot disturb later writes.
 */
export class RedoLog {
  readonly #options: RedoOptions;
  readonly #gateKey: Deno.KvKey;
  readonly #active: Set<string> = new Set();
  #gate: string | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: RedoOptions) {
    this.#options = options;
    this.#gateKey = [TABLE.redo, options.org];
  }

  /** Condition that the gate is as it was when no redo log was pending. */
  get gate(): Check {
    return { key: this.#gateKey, versionstamp: this.#gate };
  }

  #key(id: string): Deno.KvKey {
    return [TABLE.redo, this.#options.org, id];
  }

  /** Applies what is pending; afterwards the gate is known and open. */
  async finish(): Promise<void> {
    const { driver } = this.#options;
    for (;;) {
      const entry = await driver.get(this.#gateKey);
      const pending = toPending(entry.value);
      if (pending === null) {
        this.#gate = entry.versionstamp;
        return;
      }
      if (entry.versionstamp !== null) await this.#apply(pending, entry.versionstamp);
    }
  }

  /** Checks that stand for more reads than one commit can check: nothing changed since they were compared. */
  async wideChecks(unit: Unit): Promise<Check[] | null> {
    const { driver, org } = this.#options;
    const head = await driver.get(headKey(org));
    const entries = await driver.getMany(unit.checks.map((check) => check.key));
    const isSame = entries.every((entry, n) => entry.versionstamp === unit.checks[n]?.versionstamp);
    return isSame ? [{ key: head.key, versionstamp: head.versionstamp }, this.gate] : null;
  }

  /** Commits a unit of any size; gives its stamp, or null when a check failed. One at a time. */
  run(unit: Unit): Promise<string | null> {
    const result = this.#turn.then(() => this.#run(unit));
    this.#turn = result.catch(() => {});
    return result;
  }

  async #run(unit: Unit): Promise<string | null> {
    const { driver, queue, org, instanceId, now } = this.#options;
    const id = crypto.randomUUID();
    this.#active.add(id);
    try {
      const header: RedoHeader = { owner: instanceId, started_at_ms: now() };
      const started = await driver.commit([{ key: this.#key(id), value: toRow(header) }]);
      const parts = writeRedo(toSteps(unit));
      for (let at = 0; at < parts.length; at += PARTS_PER_COMMIT) {
        const batch = parts.slice(at, at + PARTS_PER_COMMIT);
        await driver.commit(
          batch.map((value, n) => ({ key: [...this.#key(id), at + n], value })),
        );
      }
      const own = { key: this.#key(id), versionstamp: started };
      const marked = await queue.exclusive(async () => {
        const checks = isWide(unit) ? await this.wideChecks(unit) : [...unit.checks, this.gate];
        if (checks === null) return null;
        const gate: PendingRedo = { id, parts: parts.length };
        const { marker } = this.#options.frame();
        return await driver.commit([
          { key: this.#gateKey, value: toRow(gate) },
          ...marker === null ? [] : [marker],
          ...logMutations(driver, org, { redo: id }),
        ], [...checks, own]);
      });
      if (marked === null) {
        await this.remove(id);
        return null;
      }
      return await this.#apply({ id, parts: parts.length }, marked) ?? marked;
    } finally {
      this.#active.delete(id);
    }
  }

  /** Applies a redo log; gives the stamp of its last commit, null when another process ended it. */
  #apply(pending: PendingRedo, gateStamp: string): Promise<string | null> {
    return this.#options.whileChanging(() => this.#applyAll(pending, gateStamp));
  }

  async #applyAll(pending: PendingRedo, gateStamp: string): Promise<string | null> {
    const { driver, org } = this.#options;
    const parts: Uint8Array[] = [];
    for await (const { value } of driver.list({ prefix: this.#key(pending.id) })) {
      if (value instanceof Uint8Array) parts.push(value);
    }
    const gate: Check = { key: this.#gateKey, versionstamp: gateStamp };
    const steps = parts.length === pending.parts ? tryReadRedo(parts) : null;
    if (steps === null) return await this.#giveUp(gate);
    const batches = toBatches(steps);
    let stamp: string | null = null;
    for (const [n, batch] of batches.entries()) {
      const mutations: Mutation[] = batch.map((step) => step.mutation);
      const rows = batch.flatMap((step) => step.row === null ? [] : [step.row]);
      mutations.push(...logMutations(driver, org, toLogEntry(rows)));
      if (n === batches.length - 1) mutations.push({ key: this.#gateKey, value: 0 });
      stamp = await driver.commit(mutations, [gate]);
      if (stamp === null) return null;
    }
    this.#gate = stamp;
    await this.remove(pending.id);
    return stamp;
  }

  /**
   * Opens the gate without applying: parts of the log are damaged, and an org that answers without
   * one write is better than one that does not answer. Nothing happens when another process has
   * finished and removed the log between our reads.
   */
  async #giveUp(gate: Check): Promise<null> {
    const opened = await this.#options.driver.commit([{ key: this.#gateKey, value: 0 }], [gate]);
    if (opened !== null) this.#options.onDamage(this.#gateKey);
    return null;
  }

  /** Removes the parts of a redo log, its header last. */
  async remove(id: string): Promise<void> {
    const { driver } = this.#options;
    let batch: Mutation[] = [];
    for await (const { key } of driver.list({ prefix: this.#key(id) })) {
      batch.push({ key });
      if (batch.length === REMOVE_BATCH) {
        await driver.commit(batch);
        batch = [];
      }
    }
    await driver.commit([...batch, { key: this.#key(id) }]);
  }

  /** Ids of redo logs that were begun and never committed: by this process, or long ago. */
  async abandoned(): Promise<string[]> {
    const { driver, instanceId, now } = this.#options;
    const pending = toPending((await driver.get(this.#gateKey)).value);
    const found: string[] = [];
    for await (const { key, value } of driver.list({ prefix: this.#gateKey })) {
      const id = String(key[2]);
      if (key.length !== 3 || id === pending?.id || this.#active.has(id)) continue;
      const header = toHeader(value);
      const isOld = header === null || now() - header.started_at_ms > ABANDONED_REDO_MS;
      if (isOld || header.owner === instanceId) found.push(id);
    }
    return found;
  }

  /** Applies what is pending and removes what was abandoned. */
  async recover(): Promise<void> {
    await this.finish();
    for (const id of await this.abandoned()) await this.remove(id);
  }

  /** Whether a redo log is waiting to be applied. */
  async isPending(): Promise<boolean> {
    return toPending((await this.#options.driver.get(this.#gateKey)).value) !== null;
  }

  /** Forgets the gate (the org was removed). */
  forget(): void {
    this.#gate = null;
  }
}

/** The steps of a redo log, null when they cannot be read. */
function tryReadRedo(parts: readonly Uint8Array[]): RedoStep[] | null {
  try {
    return readRedo(parts);
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) return null;
    throw cause;
  }
}

/** The changes of a unit, each with the row whose log entry it makes. */
function toSteps(unit: Unit): RedoStep[] {
  const rows = new Map<string, { code: string; id: string | number }>();
  for (const { code, id, row } of unit.rows) {
    const key = row === undefined ? vectorKey(unit.org, code, id) : entityKey(unit.org, code, id);
    rows.set(keyText(key), { code, id });
  }
  return unit.mutations.map((mutation) => ({
    mutation,
    row: rows.get(keyText(mutation.key)) ?? null,
  }));
}

/** Cuts steps into commits. */
function toBatches(steps: readonly RedoStep[]): RedoStep[][] {
  const batches: RedoStep[][] = [];
  let batch: RedoStep[] = [];
  let weight: Weight = { mutations: 0, bytes: 0, keyBytes: 0, logBytes: 0 };
  for (const step of steps) {
    const own: Weight = {
      mutations: 1,
      bytes: mutationBytes(step.mutation),
      keyBytes: keyBytes(step.mutation.key),
      logBytes: step.row === null ? 0 : logIdBytes(step.row.id),
    };
    const sum = addWeights(weight, own);
    if (batch.length > 0 && !fitsOneCommit(sum)) {
      batches.push(batch);
      batch = [];
      weight = own;
    } else weight = sum;
    batch.push(step);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
