import type { CommitEvent, Store, StoreLog } from "../store/mod.ts";
import { Breath, nextRound } from "../breath.ts";
import { SYSTEM_CLOCK } from "./clock.ts";
import { JobAborted } from "./errors.ts";
import { toRunFailure } from "./_failure.ts";
import { Liveness } from "./_liveness.ts";
import { LaterJobs } from "./_later.ts";
import { type ReadyScope, ReadyScopes } from "./_ready.ts";
import { DUE, type DueKey, HEARTBEAT_MS, isDue, JOB, jobKey, scopeText } from "./_rows.ts";
import { type Claim, claimAll, type ClaimedRun } from "./_run.ts";
import type {
  JobClock,
  JobHandler,
  JobRef,
  JobRow,
  JobRunnerOptions,
  JobRunnerStats,
} from "./types.ts";

/** Rows of the due index read in one look; the next one goes on from there, this much later. */
const MAX_SCANNED = 10_000;
const GO_ON_MS = 50;

/** Rows of it that are fetched at once: decoding many would hold up requests. */
const SCANNED_AT_ONCE = 50;

/** Rows of a later time that are read when the clock may have gone back. */
const MAX_AHEAD = 1_000;

/** Steps back of the wall clock that are no matter, milliseconds. */
const CLOCK_SLACK_MS = 500;

/** How long running jobs may take to end when the runner closes unless told otherwise, milliseconds. */
const DEFAULT_CLOSE_MS = 10_000;

/** How long a handler that was told to stop is waited for, milliseconds. */
const STOP_MS = 1_000;

/** A scope in work; without a run while it is being claimed. */
interface Running extends ReadyScope {
  readonly run: ClaimedRun | null;
}

/** Text that names a scope, for maps. */
function textOf({ org, kind, scope }: ReadyScope): string {
  return scopeText(org, kind, scope);
}

/**
 * Runs due jobs of all orgs: those staged by this process at once, those of other processes, of
 * dead ones and of a later hour when they are found in the due index.
 */
export class JobRunner implements AsyncDisposable {
  readonly #store: Store;
  readonly #handlers: Readonly<Record<string, JobHandler>>;
  readonly #concurrency: number;
  readonly #perOrg: number;
  readonly #clock: JobClock;
  readonly #random: () => number;
  readonly #pollMs: number;
  readonly #closeMs: number;
  readonly #log: StoreLog;
  readonly #liveness: Liveness;
  readonly #ready: ReadyScopes = new ReadyScopes();
  readonly #running: Map<string, Running> = new Map();
  readonly #work: Set<Promise<void>> = new Set();
  readonly #later: LaterJobs = new LaterJobs();
  #cancelLater: () => void = () => {};
  /** When the timer of jobs for later ends, Unix milliseconds. */
  #laterAtMs = Infinity;
  #cancelPoll: () => void = () => {};
  #cancelHeartbeat: () => void = () => {};
  #unlisten: () => void = () => {};
  #nextPollMs = Infinity;
  #scanning: Promise<void> | null = null;
  /** Whether a look was asked for while one was under way, which may be past what is due now. */
  #isLateForScan = false;
  #scanFrom: DueKey | null = null;
  /** Wall clock less steady clock at the last look. */
  #offsetMs = Infinity;
  #isOpen = false;
  #isPumping = false;
  #closing: Promise<void> | null = null;
  #succeeded = 0;
  #failed = 0;
  #poisoned = 0;

  /** Makes a runner; nothing happens before `start`. */
  constructor(options: JobRunnerOptions) {
    this.#store = options.store;
    this.#handlers = options.handlers;
    this.#concurrency = options.concurrency ?? 4;
    this.#perOrg = options.concurrencyPerOrg ?? this.#concurrency;
    this.#clock = options.clock ?? SYSTEM_CLOCK;
    this.#random = options.random ?? Math.random;
    this.#pollMs = options.pollMs ?? 5_000;
    this.#closeMs = options.closeMs ?? DEFAULT_CLOSE_MS;
    this.#log = options.log ?? (() => {});
    this.#liveness = new Liveness(this.#clock, options.store.instanceId);
  }

  /** Begins to take jobs; those left by a dead process of this machine are taken at once. */
  start(): void {
    if (this.#isOpen || this.#closing !== null) return;
    this.#isOpen = true;
    this.#unlisten = this.#store.onCommit((event) => this.#noteCommit(event));
    this.#beat();
    this.#poll();
  }

  /** What it is doing. */
  stats(): JobRunnerStats {
    return {
      running: this.#running.size,
      ready: this.#ready.size,
      succeeded: this.#succeeded,
      failed: this.#failed,
      poisoned: this.#poisoned,
    };
  }

  /** Looks for due jobs now and waits until nothing due is left to start here. */
  async drain(): Promise<void> {
    // A look that is under way may be past what became due since it began.
    await this.#scanning;
    this.#poll();
    while (this.#work.size > 0) await Promise.all(this.#work);
  }

  #noteCommit({ changes }: CommitEvent): void {
    for (const { kind, value } of changes) {
      if (kind !== JOB.name || value === null) continue;
      // Only stageJob and its like write rows of this kind.
      const job = value as JobRow;
      if (job.cancel_requested) this.#cancel(job);
      if (this.#handlers[job.kind] === undefined || job.state === "poisoned") continue;
      const waitMs = isDue(job, this.#clock.nowMs()) ? 0 : job.due_at_ms - this.#clock.nowMs();
      if (waitMs === 0) this.#ready.add(job);
      else if (waitMs > this.#pollMs || !this.#later.add(job)) {
        this.#armPoll(Math.min(waitMs, this.#pollMs));
      }
    }
    this.#awaitLater();
    this.#pump();
  }

  /** Lets jobs of this process start at their time. */
  #awaitLater(): void {
    const dueAtMs = this.#later.nextMs;
    if (!this.#isOpen || dueAtMs >= this.#laterAtMs) return;
    this.#cancelLater();
    this.#laterAtMs = dueAtMs;
    const waitMs = Math.max(dueAtMs - this.#clock.nowMs(), 0);
    this.#cancelLater = this.#clock.schedule(waitMs, () => {
      this.#laterAtMs = Infinity;
      for (const job of this.#later.takeDue(this.#clock.nowMs())) this.#ready.add(job);
      this.#awaitLater();
      this.#pump();
    });
  }

  #cancel(job: JobRow): void {
    const run = this.#running.get(scopeText(job.org, job.kind, job.scope))?.run;
    if (run?.has(job.id)) run.abort("cancelled");
  }

  /**
   * Starts what there is room for, a round of the event loop later: runs that end together leave
   * their places together, and what is staged together is claimed in one commit.
   */
  #pump(): void {
    const hasRoom = this.#running.size < this.#concurrency;
    if (!this.#isOpen || this.#isPumping || this.#ready.size === 0 || !hasRoom) return;
    this.#isPumping = true;
    this.#track(
      nextRound().then(() => {
        this.#isPumping = false;
        this.#start();
      }),
    );
  }

  #start(): void {
    if (!this.#isOpen) return;
    const taken: ReadyScope[] = [];
    while (this.#running.size < this.#concurrency) {
      const scope = this.#ready.take({
        org: (org) => this.#runsOf(org) < this.#perOrg,
        scope: (text) => !this.#running.has(text),
      });
      if (scope === null) break;
      this.#running.set(textOf(scope), { ...scope, run: null });
      taken.push(scope);
      if (this.#ready.hasRoomAgain(scope)) this.#poll();
    }
    for (const [org, scopes] of Map.groupBy(taken, ({ org }) => org)) {
      this.#track(this.#runScopes(org, scopes));
    }
  }

  #runsOf(org: string): number {
    let runs = 0;
    for (const running of this.#running.values()) if (running.org === org) runs++;
    return runs;
  }

  /** Keeps work until it ends, so that closing can wait for it. */
  #track(work: Promise<void>): void {
    const kept = work.finally(() => this.#work.delete(kept));
    this.#work.add(kept);
  }

  /** Claims scopes of one org together; each is a run of its own then. */
  async #runScopes(org: string, scopes: readonly ReadyScope[]): Promise<void> {
    try {
      const claims = await claimAll(scopes, {
        org: this.#store.org(org),
        instanceId: this.#store.instanceId,
        liveness: this.#liveness,
        clock: this.#clock,
        random: this.#random,
      });
      for (const [n, claimed] of claims.entries()) {
        const scope = scopes[n];
        if (scope !== undefined) this.#track(this.#runClaimed(scope, claimed));
      }
    } catch (cause) {
      this.#log("warn", `Jobs of ${org} could not be taken: ${toRunFailure(cause).message}`);
      this.#armPoll(this.#pollMs);
      for (const scope of scopes) this.#running.delete(textOf(scope));
      this.#pump();
    }
  }

  async #runClaimed(scope: ReadyScope, claimed: Claim): Promise<void> {
    const { kind } = scope;
    try {
      if (claimed.state === "given_up") {
        this.#poisoned += claimed.jobs;
        this.#log("warn", `Gave up ${claimed.jobs} ${kind} jobs: their process kept ending`);
      }
      if (claimed.state === "claimed") {
        this.#running.set(textOf(scope), { ...scope, run: claimed.run });
        await this.#handle(claimed.run);
      }
    } catch (cause) {
      this.#log("warn", `A ${kind} run could not be put away: ${toRunFailure(cause).message}`);
      this.#armPoll(this.#pollMs);
    } finally {
      this.#running.delete(textOf(scope));
      this.#pump();
    }
  }

  async #handle(run: ClaimedRun): Promise<void> {
    const handler = this.#handlers[run.kind];
    try {
      if (!this.#isOpen) throw run.abort("stopping");
      await handler?.(run);
      await run.succeed();
      this.#succeeded++;
    } catch (cause) {
      if (cause instanceof JobAborted && cause.reason === "lease_lost") return;
      const { poisoned, counts } = await run.fail(cause);
      this.#poisoned += poisoned;
      if (!counts) return;
      this.#failed++;
      const { message } = toRunFailure(cause);
      this.#log("warn", `A ${run.kind} run of ${run.jobs.length} jobs failed: ${message}`);
    }
  }

  /** Renews the leases of all runs. */
  #beat(): void {
    this.#cancelHeartbeat = this.#clock.schedule(HEARTBEAT_MS, () => {
      for (const { run } of this.#running.values()) {
        if (run !== null) this.#track(this.#renew(run));
      }
      if (this.#isOpen || this.#running.size > 0) this.#beat();
    });
  }

  async #renew(run: ClaimedRun): Promise<void> {
    try {
      await run.renew();
    } catch (cause) {
      if (cause instanceof JobAborted) return;
      this.#log("warn", `A lease could not be renewed: ${toRunFailure(cause).message}`);
    }
  }

  #armPoll(delayMs: number): void {
    if (!this.#isOpen) return;
    const atMs = this.#clock.monotonicMs() + delayMs;
    if (atMs >= this.#nextPollMs) return;
    this.#cancelPoll();
    this.#nextPollMs = atMs;
    this.#cancelPoll = this.#clock.schedule(delayMs, () => this.#poll());
  }

  /** Looks into the due index, one look at a time. */
  #poll(): void {
    if (!this.#isOpen) return;
    this.#cancelPoll();
    this.#nextPollMs = Infinity;
    if (this.#scanning !== null) {
      this.#isLateForScan = true;
      return;
    }
    this.#isLateForScan = false;
    this.#scanning = this.#scan().catch((cause) => {
      this.#log("warn", `Due jobs could not be read: ${toRunFailure(cause).message}`);
      return this.#pollMs;
    }).then((delayMs) => {
      this.#scanning = null;
      this.#armPoll(delayMs);
      if (this.#isLateForScan) this.#poll();
      this.#pump();
    });
    this.#track(this.#scanning);
  }

  /** Whether the wall clock may have gone back since the last look; nobody knows at the first. */
  #mayHaveGoneBack(): boolean {
    const offsetMs = this.#clock.nowMs() - this.#clock.monotonicMs();
    const hasGoneBack = offsetMs < this.#offsetMs - CLOCK_SLACK_MS;
    this.#offsetMs = offsetMs;
    return hasGoneBack;
  }

  /** Notes scopes whose jobs were to start at once, at a time that is yet to come. */
  async #scanAhead(): Promise<void> {
    const start: DueKey = [this.#clock.nowMs(), "", "", "", ""];
    for await (const row of this.#store.list(DUE, { start, limit: MAX_AHEAD })) {
      const { org, kind } = row.value;
      if (this.#handlers[kind] === undefined) continue;
      const job = await this.#store.org(org).read(JOB, jobKey(row.value));
      if (job !== null && isDue(job, this.#clock.nowMs())) this.#ready.add(job);
    }
  }

  /** Notes what may start; gives the milliseconds until the next look. */
  async #scan(): Promise<number> {
    const hasGoneBack = this.#mayHaveGoneBack();
    const delayMs = await this.#scanDue();
    if (hasGoneBack) await this.#scanAhead();
    return delayMs;
  }

  /** Whether a run under way ends the job; another job of its scope has to wait for its turn. */
  #isInWork({ org, kind, scope, id }: JobRef): boolean {
    const running = this.#running.get(scopeText(org, kind, scope));
    return running?.run?.has(id) ?? running?.ids.has(id) ?? false;
  }

  /** Notes due scopes; gives the milliseconds until the next look. */
  async #scanDue(): Promise<number> {
    const from = this.#scanFrom;
    this.#scanFrom = null;
    let scanned = 0;
    const breath = new Breath();
    const range = from === null ? {} : { start: from };
    for await (const row of this.#store.list(DUE, { ...range, batchSize: SCANNED_AT_ONCE })) {
      await breath.take();
      const dueAtMs = row.key[0];
      const waitMs = dueAtMs - this.#clock.nowMs();
      if (waitMs > 0) return Math.min(waitMs, this.#pollMs);
      if (++scanned > MAX_SCANNED) {
        this.#scanFrom = row.key;
        return GO_ON_MS;
      }
      const { org, kind } = row.value;
      if (this.#handlers[kind] === undefined || this.#isInWork(row.value)) continue;
      if (this.#ready.has(row.value) || this.#ready.isFull(row.value)) continue;
      const job = await this.#store.org(org).read(JOB, jobKey(row.value));
      if (job?.due_at_ms !== dueAtMs) await this.#store.removeListed(DUE, row);
      else this.#ready.add(job);
    }
    return this.#pollMs;
  }

  /**
   * Takes no further jobs, gives running ones some seconds to end, then tells them to stop and hands their
   * leases back, so that another process can go on at once.
   */
  close(): Promise<void> {
    return this.#closing ??= this.#close();
  }

  async #close(): Promise<void> {
    this.#isOpen = false;
    this.#cancelPoll();
    this.#cancelLater();
    this.#unlisten();
    this.#ready.clear();
    this.#later.clear();
    await this.#settle(this.#closeMs);
    for (const { run } of this.#running.values()) run?.abort("stopping");
    await this.#settle(STOP_MS);
    this.#cancelHeartbeat();
    const stopped = new JobAborted("stopping");
    for (const { run } of this.#running.values()) await run?.fail(stopped);
    this.#liveness.close();
  }

  /** Waits for all work, at most so long. */
  async #settle(limitMs: number): Promise<void> {
    if (this.#work.size === 0) return;
    const all = Promise.allSettled([...this.#work]);
    let cancel = () => {};
    const late = new Promise<void>((resolve) => cancel = this.#clock.schedule(limitMs, resolve));
    await Promise.race([all, late]);
    cancel();
  }

  /** As `close`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
