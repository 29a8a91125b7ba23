import type { Check, Driver, Mutation } from "./_driver.ts";
import { TABLE } from "./keys.ts";
import type { LogEntry } from "./_unit.ts";

/** One entry of the change log. */
export interface LogItem {
  /** Stamp of the commit. */
  readonly versionstamp: string;
  /** What it changed. */
  readonly entry: LogEntry;
}

/** Entries after a position. */
export interface LogRead {
  /** In order of commits. */
  readonly items: readonly LogItem[];
  /** Whether entries after the position were trimmed before they could be read. */
  readonly hasGap: boolean;
}

/** Sorts behind every stamp (hex digits). */
const LOG_END = "g";

/** Entries removed by one trimming commit. */
const TRIM_BATCH = 400;

/** Entries read at a time to be counted or removed: a millisecond or so. */
const READ_BATCH = 40;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Range of log entries from a stamp on. */
function logRange(org: string, fromStamp: string): Deno.KvListSelector {
  return { start: [TABLE.log, org, fromStamp], end: [TABLE.log, org, LOG_END] };
}

/** Stamp of a log entry. */
function stampOf(key: Deno.KvKey): string {
  return String(key[2]);
}

/** Key of the head of an org's log. */
export function headKey(org: string): Deno.KvKey {
  return [TABLE.head, org];
}

/** Mutations that put an entry at the end of the log and move the head. */
export function logMutations(driver: Driver, org: string, entry: LogEntry | null): Mutation[] {
  const head: Mutation = { key: headKey(org), value: 1 };
  if (entry === null) return [head];
  const key = [TABLE.log, org, driver.commitStamp()];
  return [head, { key, value: encoder.encode(JSON.stringify(entry)) }];
}

/** Whether a parsed entry has one of the two forms. */
function isLogEntry(value: unknown): value is LogEntry {
  return typeof value === "object" && value !== null && ("redo" in value || "rows" in value);
}

/** Reads an entry; a damaged one counts as a gap, so that everything is read anew. */
function parseEntry(value: unknown): LogEntry | null {
  if (!(value instanceof Uint8Array)) return null;
  try {
    const parsed: unknown = JSON.parse(decoder.decode(value));
    return isLogEntry(parsed) ? parsed : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** Stamp of the newest trimmed entry, null when nothing was trimmed. */
async function readFloor(
  driver: Driver,
  org: string,
): Promise<{ stamp: string | null; check: Check }> {
  const key = [TABLE.floor, org];
  const { value, versionstamp } = await driver.get(key);
  const stamp = value instanceof Uint8Array ? decoder.decode(value) : null;
  return { stamp, check: { key, versionstamp } };
}

/**
 * Reads the entries after a position. The entry at the position is read along: while it is there,
 * nothing after it was trimmed, and the floor need not be asked for.
 */
export async function readLog(driver: Driver, org: string, after: string): Promise<LogRead> {
  const items: LogItem[] = [];
  let isContinuous = false;
  for await (const { key, value } of driver.list(logRange(org, after))) {
    const versionstamp = stampOf(key);
    if (versionstamp === after) {
      isContinuous = true;
      continue;
    }
    const entry = parseEntry(value);
    if (entry === null) return { items: [], hasGap: true };
    items.push({ versionstamp, entry });
  }
  if (isContinuous) return { items, hasGap: false };
  const { stamp } = await readFloor(driver, org);
  const hasGap = after === "" ? stamp !== null : stamp === null || stamp > after;
  return { items, hasGap };
}

/** Stamp of the newest entry, empty when the log is. */
export async function logHead(driver: Driver, org: string): Promise<string> {
  for await (const entry of driver.list(logRange(org, ""), { limit: 1, reverse: true })) {
    return stampOf(entry.key);
  }
  return "";
}

/** What is known of a log that is trimmed. */
export interface TrimOptions {
  /** Entries to keep. */
  readonly maxEntries: number;
  /** Entries it has, null when they are to be counted. */
  readonly count: number | null;
}

/**
 * Removes the oldest entries beyond a number. The floor moves in the same commit, so a reader that
 * misses them notices. Entries are read a few at a time, so that requests are let in between.
 *
 * @returns Entries left.
 */
export async function trimLog(
  driver: Driver,
  org: string,
  { maxEntries, count: known }: TrimOptions,
): Promise<number> {
  const count = known ?? await countEntries(driver, org);
  const excess = count - maxEntries;
  if (excess <= 0) return count;
  const keys: Deno.KvKey[] = [];
  const oldest = driver.list(logRange(org, ""), { limit: excess, batchSize: READ_BATCH });
  for await (const { key } of oldest) keys.push(key);
  for (let at = 0; at < keys.length; at += TRIM_BATCH) {
    const batch = keys.slice(at, at + TRIM_BATCH);
    const last = batch.at(-1);
    const floor = await readFloor(driver, org);
    if (last === undefined || (floor.stamp !== null && floor.stamp >= stampOf(last))) continue;
    const mutations: Mutation[] = batch.map((key) => ({ key }));
    mutations.push({ key: [TABLE.floor, org], value: encoder.encode(stampOf(last)) });
    if (await driver.commit(mutations, [floor.check]) === null) break;
  }
  return maxEntries;
}

async function countEntries(driver: Driver, org: string): Promise<number> {
  let count = 0;
  for await (const _ of driver.list(logRange(org, ""), { batchSize: READ_BATCH })) count++;
  return count;
}
