import { chunkHeader, decodeValue, encodeValue, joinChunks } from "./codec.ts";
import { Driver, type Mutation, mutationBytes } from "./_driver.ts";
import { type KeyedCipher, sealedBy } from "./encryption.ts";
import { chunkKey, STORE_TABLE, TABLE } from "./keys.ts";
import { MAX_COMMIT_BYTES } from "./limits.ts";
import { Counters } from "./_metrics.ts";
import { openDatabase, openStore, toLabel } from "./open.ts";

/** Options of {@link resealValues}. */
export interface ResealOptions {
  /** Path or URL of the database. */
  readonly url: string;
  /** Seals with its newest key and opens what older ones sealed. */
  readonly cipher: KeyedCipher;
}

/** What resealing did. */
export interface ResealReport {
  /** Values that were sealed anew. */
  readonly resealed: number;
  /** Values that already were. */
  readonly kept: number;
  /**
   * Values that could not be: unreadable, too large for one commit, or changed meanwhile. While
   * there are any, old keys must be kept.
   */
  readonly left: number;
}

/** Tables whose values are sealed. */
const TABLES: readonly string[] = [TABLE.entity, TABLE.vector, TABLE.plain, STORE_TABLE];

/** First byte of a sealed value. */
const SEALED = 2;

/** The whole value of an entry, null when a part is missing. */
async function bodyOf(
  driver: Driver,
  key: Deno.KvKey,
  head: Uint8Array,
): Promise<{ readonly body: Uint8Array; readonly chunks: number } | null> {
  const header = chunkHeader(head);
  if (header === null) return { body: head, chunks: 0 };
  const keys = Array.from({ length: header.chunks }, (_, n) => chunkKey(key, n));
  const parts = (await driver.getMany(keys)).map(({ value }) =>
    value instanceof Uint8Array ? value : null
  );
  const body = joinChunks(header, parts);
  return body === null ? null : { body, chunks: header.chunks };
}

/** Seals one value anew. */
async function resealOne(
  driver: Driver,
  entry: Deno.KvEntry<unknown>,
  cipher: KeyedCipher,
): Promise<keyof ResealReport> {
  const { key, value, versionstamp } = entry;
  if (!(value instanceof Uint8Array)) return "kept";
  const whole = await bodyOf(driver, key, value);
  if (whole === null) return "left";
  const { body, chunks } = whole;
  if (body[0] === SEALED && sealedBy(body.subarray(1)) === cipher.keyId) return "kept";
  const decoded = decodeValue(body, cipher);
  const encoding = decoded instanceof Uint8Array ? "bytes" : "json";
  const next = encodeValue(decoded, encoding, cipher);
  const mutations: Mutation[] = [{ key, value: next.head }];
  for (const [n, part] of next.chunks.entries()) {
    mutations.push({ key: chunkKey(key, n), value: part });
  }
  for (let n = next.chunks.length; n < chunks; n++) mutations.push({ key: chunkKey(key, n) });
  const bytes = mutations.reduce((sum, mutation) => sum + mutationBytes(mutation), 0);
  if (bytes > MAX_COMMIT_BYTES) return "left";
  const stamp = await driver.commit(mutations, [{ key, versionstamp }]);
  return stamp === null ? "left" : "resealed";
}

/**
 * Seals every value with the newest key: after a rotation, so that the old key can be thrown away,
 * or after setting a first key, so that nothing readable is left. Saved states of indexes are
 * removed; they are made anew. Run `compactFile` after it: a file keeps old bytes in free pages.
 *
 * @throws {StoreError} If the database cannot be opened with the keys, or a write fails.
 */
export async function resealValues({ url, cipher }: ResealOptions): Promise<ResealReport> {
  // Opening with the cipher proves that its keys are those of the database.
  await (await openStore({ url, cipher })).close();
  const kv = await openDatabase(url, toLabel(url), { url });
  const driver = new Driver({
    kv,
    random: Math.random,
    deadlineMs: 10_000,
    counters: new Counters(),
  });
  const report = { resealed: 0, kept: 0, left: 0 };
  try {
    for (const table of TABLES) {
      for await (const entry of driver.list({ prefix: [table] })) {
        const outcome = await resealOne(driver, entry, cipher).catch((cause: unknown) => {
          if (cause instanceof TypeError || cause instanceof SyntaxError) return "left" as const;
          throw cause;
        });
        report[outcome]++;
      }
    }
    for await (const { key } of driver.list({ prefix: [TABLE.snapshot] })) {
      await driver.commit([{ key }]);
    }
    return report;
  } finally {
    driver.close();
  }
}
