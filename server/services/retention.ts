import { type JobRun, stageJob } from "../jobs/mod.ts";
import { Breath } from "../breath.ts";
import { EXPLAIN_LOG, JOB_RESULT } from "../learn/records.ts";
import type { OrgStore, PlainKey, PlainKind } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { IDEMPOTENCY } from "./idempotency.ts";
import { RETENTION_JOB } from "./job_kinds.ts";
import { dropExpired } from "./retention_days.ts";

/** How often records are swept, milliseconds. */
const SWEEP_EVERY_MS = 6 * 3_600_000;

/** Rows removed in one commit. */
const ROWS_PER_COMMIT = 500;

/** Age at which records of declined candidates go, seconds. */
const EXPLAIN_LOG_AGE_SEC = 30 * 86_400;

/** Windows whose records are kept, an org. */
const MAX_EXPLAIN_LOG = 10_000;

/** What is written about changes, for people to look at. */
const CHANGE_LOGS = ["profile_change_log", "aggregation_change_log"] as const;

/** Runs of learning after which records beyond that are dropped. */
const RUNS_PER_TRIM = 1_000;

/** The jobs of an org that drop things. */
const SWEEP_ID = "sweep";
const TRIM_ID = "trim";

/** Age at which a publish cannot be repeated under its key any more, seconds. */
const IDEMPOTENCY_AGE_SEC = 7 * 86_400;

/** Age at which results that nobody fetched go, seconds. */
const JOB_RESULT_AGE_SEC = 3_600;

/** How often the number of turns is looked at, milliseconds. */
const LOOK_EVERY_MS = 5_000;

/** What this process last did for an org, Unix milliseconds. */
interface LastTimes {
  readonly lookedAtMs: number;
  readonly sweptAtMs: number;
  /** Runs of learning since records were last dropped. */
  readonly runs: number;
}

const lastTimes = new WeakMap<OrgStore, LastTimes>();

/** Has old rows dropped when there are too many, or when it was long ago; called after each run of learning. */
export async function noteForRetention(
  { settings, nowMs }: ServiceDeps,
  org: OrgStore,
): Promise<void> {
  const atMs = nowMs();
  const { thresholdRows } = settings.retention;
  const last = lastTimes.get(org) ?? { lookedAtMs: -Infinity, sweptAtMs: -Infinity, runs: 0 };
  const runs = last.runs + 1;
  lastTimes.set(org, { ...last, runs });
  if (atMs - last.lookedAtMs < LOOK_EVERY_MS) return;
  const isFull = thresholdRows > 0 && (await org.view("interaction")).size >= thresholdRows;
  const isDue = isFull || atMs - last.sweptAtMs >= SWEEP_EVERY_MS;
  const hasRecords = runs >= RUNS_PER_TRIM;
  lastTimes.set(org, {
    lookedAtMs: atMs,
    sweptAtMs: isDue ? atMs : last.sweptAtMs,
    runs: isDue || hasRecords ? 0 : runs,
  });
  if (!isDue && !hasRecords) return;
  const id = isDue ? SWEEP_ID : TRIM_ID;
  await org.write((tx) => stageJob(tx, { kind: RETENTION_JOB, scope: "org", id, payload: {} }));
}

/** Drops old turns and records of an org, slice by slice. */
export async function runRetentionJob(deps: ServiceDeps, run: JobRun): Promise<void> {
  const nowSec = deps.nowMs() / 1_000;
  await trimExplainLog(run, (nowSec - EXPLAIN_LOG_AGE_SEC) * 1_000);
  for (const kind of CHANGE_LOGS) {
    await trimChangeLog(run, kind, deps.settings.retention.changeLogEntries);
  }
  if (run.jobs.every(({ id }) => id === TRIM_ID)) return;
  await dropOldTurns(deps, run);
  await dropEmptyRequests(run, await dropExpired(run, deps.settings.retention.days, nowSec));
  await sweep(run, IDEMPOTENCY, ({ value }) => value.at_sec < nowSec - IDEMPOTENCY_AGE_SEC);
  await sweep(run, JOB_RESULT, ({ value }) => value.at_sec < nowSec - JOB_RESULT_AGE_SEC);
}

/** Drops the oldest turns of an org that has too many, and requests that are left without any. */
async function dropOldTurns({ settings }: ServiceDeps, run: JobRun): Promise<void> {
  const { thresholdRows, deleteCount } = settings.retention;
  const view = await run.org.view("interaction");
  if (thresholdRows <= 0 || view.size < thresholdRows) return;
  const doomed = view.select({ order: "oldest", limit: deleteCount });
  for (let at = 0; at < doomed.length; at += ROWS_PER_COMMIT) {
    run.signal.throwIfAborted();
    const slice = doomed.slice(at, at + ROWS_PER_COMMIT);
    const requests = new Set(slice.map((id) => view.meta(id)?.request_id ?? ""));
    await run.commit((tx) => {
      for (const id of slice) tx.delete("interaction", id);
    }, { ends: [] });
    await dropEmptyRequests(run, requests);
  }
}

/** Drops requests that have no turn any more. */
async function dropEmptyRequests(run: JobRun, requests: Set<string>): Promise<void> {
  const view = await run.org.view("interaction");
  for (const meta of view.selectMetas({ where: (one) => requests.has(one.request_id) })) {
    requests.delete(meta.request_id);
  }
  if (requests.size === 0) return;
  await run.commit((tx) => {
    for (const id of requests) tx.delete("request", id);
  }, { ends: [] });
}

/** Removes plain rows that are over. */
async function sweep<K extends PlainKey, V>(
  run: JobRun,
  kind: PlainKind<K, V>,
  isOver: (row: { readonly key: K; readonly value: V }) => boolean,
): Promise<void> {
  const over: K[] = [];
  for await (const row of run.org.list(kind)) if (isOver(row)) over.push(row.key);
  await removeAll(run, kind, over);
}

/** Removes the oldest entries of a change log beyond what is kept. */
async function trimChangeLog(
  run: JobRun,
  kind: (typeof CHANGE_LOGS)[number],
  kept: number,
): Promise<void> {
  const view = await run.org.view(kind);
  const excess = view.select({ order: "oldest", limit: Math.max(0, view.size - kept) });
  for (let at = 0; at < excess.length; at += ROWS_PER_COMMIT) {
    run.signal.throwIfAborted();
    await run.commit((tx) => {
      for (const id of excess.slice(at, at + ROWS_PER_COMMIT)) tx.delete(kind, id);
    }, { ends: [] });
  }
}

/** Removes records of before a time (Unix milliseconds), and the oldest beyond what is kept. */
async function trimExplainLog(run: JobRun, fromMs: number): Promise<void> {
  const keys: (readonly [number, string])[] = [];
  const breath = new Breath();
  for await (const { key } of run.org.list(EXPLAIN_LOG)) {
    keys.push(key);
    await breath.take();
  }
  const firstKept = keys.findIndex(([atMs]) => atMs >= fromMs);
  const expired = firstKept < 0 ? keys.length : firstKept;
  const excess = Math.max(0, keys.length - MAX_EXPLAIN_LOG);
  await removeAll(run, EXPLAIN_LOG, keys.slice(0, Math.max(expired, excess)));
}

async function removeAll<K extends PlainKey, V>(
  run: JobRun,
  kind: PlainKind<K, V>,
  keys: readonly K[],
): Promise<void> {
  for (let at = 0; at < keys.length; at += ROWS_PER_COMMIT) {
    run.signal.throwIfAborted();
    await run.commit((tx) => {
      for (const key of keys.slice(at, at + ROWS_PER_COMMIT)) tx.remove(kind, key);
    }, { ends: [] });
  }
}
