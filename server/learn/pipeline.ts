import type { Tx } from "../store/mod.ts";
import { failureKindOf, LearnerOutputError } from "../llm/mod.ts";
import { isSameBookmark } from "./bookmarks.ts";
import { aggregationOf, type AnyExtractor, selectExtractors } from "./extractors.ts";
import { ExtractorState } from "./extractor_state.ts";
import type { AnyCandidate, ItemService } from "./item_service.ts";
import { LearningFailure } from "./learning_failure.ts";
import {
  emptyReading,
  faultRecord,
  readWindow,
  type Task,
  type WindowReading,
} from "./read_window.ts";
import { BOOKMARK, countOutcomes, EXPLAIN_LOG, type ExplainLogRow } from "./records.ts";
import {
  addOutcome,
  type ItemStatus,
  type LearnContext,
  type LearnOutcome,
  NO_OUTCOME,
  type RunRequest,
} from "./run.ts";
import { UserTurns } from "./user_turns.ts";

/** Thrown when another run moved a bookmark meanwhile; the run then looks anew. */
class StaleBookmark extends Error {}

/** Whether a failure comes from the turns that were read, not from the way to a model. */
function isOfTheTurns(error: unknown): boolean {
  return error instanceof LearnerOutputError ||
    (failureKindOf(error) ?? "deterministic") === "deterministic";
}

/** How often a run looks anew before it gives up. */
const MAX_STALE = 5;

/** Most windows that share a commit: what a crash makes a run read again. */
const MAX_HELD = 16;

/** A window that was read and is not committed yet. */
interface Held<C, Id> {
  /** Its new turns. */
  readonly freshIds: readonly number[];
  /** What it gave. */
  readonly reading: WindowReading<C, Id>;
}

/**
 * Learns from the turns of one user: window by window, oldest new turn first. Where reading is paid
 * for, each window is a commit; else those in which nothing has to be compared join the one before.
 * Safe to repeat at any point.
 *
 * @returns What it did, in all windows.
 * @throws {LearningFailure} When an extractor failed; what the others found is committed.
 */
export async function learn<
  E extends AnyExtractor,
  C extends AnyCandidate,
  Row,
  Id extends string | number,
>(
  service: ItemService<E, C, Row, Id>,
  context: LearnContext,
  request: RunRequest,
): Promise<LearnOutcome> {
  const extractors = selectExtractors(service.extractors(context.learnConfig.config), request);
  if (extractors.length === 0) return NO_OUTCOME;
  let outcome = NO_OUTCOME;
  for (let attempt = 1;; attempt++) {
    const run = await Run.open(service, context, request, extractors, outcome);
    try {
      return await run.finish();
    } catch (error) {
      outcome = run.outcome;
      if (!(error instanceof StaleBookmark) || attempt >= MAX_STALE) throw error;
    }
  }
}

/** One pass over the new turns of a user. */
class Run<E extends AnyExtractor, C extends AnyCandidate, Row, Id extends string | number> {
  readonly #service: ItemService<E, C, Row, Id>;
  readonly #context: LearnContext;
  readonly #request: RunRequest;
  readonly #turns: UserTurns;
  readonly #states: readonly ExtractorState<E>[];
  readonly #status: ItemStatus;
  #clearedIds: readonly Id[];
  /** Windows of the next commit; one of them at most has changes. */
  #held: readonly Held<C, Id>[] = [];
  outcome: LearnOutcome;

  private constructor(given: {
    readonly service: ItemService<E, C, Row, Id>;
    readonly context: LearnContext;
    readonly request: RunRequest;
    readonly turns: UserTurns;
    readonly states: readonly ExtractorState<E>[];
    readonly clearedIds: readonly Id[];
    readonly outcome: LearnOutcome;
  }) {
    this.#service = given.service;
    this.#context = given.context;
    this.#request = given.request;
    this.#turns = given.turns;
    this.#states = given.states;
    this.#clearedIds = given.clearedIds;
    this.#status = given.request.mode === "rerun" ? "pending" : null;
    this.outcome = given.outcome;
  }

  static async open<
    E extends AnyExtractor,
    C extends AnyCandidate,
    Row,
    Id extends string | number,
  >(
    service: ItemService<E, C, Row, Id>,
    context: LearnContext,
    request: RunRequest,
    extractors: readonly E[],
    outcome: LearnOutcome,
  ): Promise<Run<E, C, Row, Id>> {
    const { org } = context;
    const turns = await UserTurns.load(org, request.userId);
    const loaded: ExtractorState<E>[] = [];
    for (const extractor of extractors) {
      loaded.push(
        await ExtractorState.load(service.name, extractor, { org, context, request, turns }),
      );
    }
    const isGated = request.mode === "automatic" && !request.force;
    const states = isGated ? loaded.filter((state) => state.passesInterval(context)) : loaded;
    const clearedIds = request.mode === "rerun" ? await service.pendingIds(org, request) : [];
    return new Run({ service, context, request, turns, states, clearedIds, outcome });
  }

  async finish(): Promise<LearnOutcome> {
    while (await this.#step());
    this.#throwFailures();
    return this.outcome;
  }

  /**
   * Reads the next window; with the last one commits what is left.
   *
   * @returns Whether there is more to read.
   */
  async #step(): Promise<boolean> {
    using _place = await this.#context.enter();
    this.#context.signal.throwIfAborted();
    const tasks = this.#nextTasks();
    if (tasks.length > 0) await this.#window(tasks);
    if (this.#nextTasks().length > 0) return true;
    if (this.#held.length > 0 || this.#clearedIds.length > 0) await this.#commit();
    return false;
  }

  #nextTasks(): Task<E>[] {
    const tasks: Task<E>[] = [];
    for (const state of this.#states) {
      const window = state.failure === null ? state.next() : null;
      if (window !== null) tasks.push({ state, window });
    }
    return tasks;
  }

  async #window(tasks: readonly Task<E>[]): Promise<void> {
    const { reading, failed } = await readWindow({
      service: this.#service,
      context: this.#context,
      request: this.#request,
      turns: this.#turns,
      status: this.#status,
      hiddenIds: () => new Set(this.#clearedIds),
      tasks,
      beforeKnown: () => this.#commitChanges(),
    });
    const passed = tasks.filter((task) => !failed.has(task));
    const skipped: Task<E>[] = [];
    for (const [task, error] of failed) {
      this.#context.signal.throwIfAborted();
      if (!this.#request.isLastChance || !isOfTheTurns(error)) task.state.failure = error;
      else if (!task.state.shrink(task.window)) skipped.push(task);
    }
    const done = [...passed, ...skipped];
    if (done.length === 0) return;
    const faults = skipped.map(({ window }) => faultRecord(window));
    const freshIds = done.flatMap(({ window }) => window.fresh.map((turn) => turn.interaction_id));
    const records = [...reading.records, ...faults];
    this.#held = [...this.#held, { freshIds, reading: { ...reading, records } }];
    for (const { state, window } of done) state.passed(window, this.#turns);
    const isPaidFor = this.#context.learner.savesCalls;
    if (isPaidFor || this.#held.length >= MAX_HELD) await this.#commit();
  }

  /** Commits held changes, which the next window is going to be compared with. */
  async #commitChanges(): Promise<void> {
    if (this.#held.some(({ reading }) => reading.changes.length > 0)) await this.#commit();
  }

  /** Commits the held windows with everything they change. */
  async #commit(): Promise<void> {
    const { org, commit } = this.#context;
    const held = this.#held;
    const cleared = this.#clearedIds;
    const reading = held.find(({ reading }) => reading.changes.length > 0)?.reading ??
      held.at(-1)?.reading ?? emptyReading<C, Id>(this.#request.agentVersion);
    const freshIds = await this.#service.freshIds(org, reading.changes.length);
    const changeLogId = reading.changes.length > 0 ? await org.nextId("profile_change_log") : 0;
    const isLast = this.#states.every((state) => state.failure === null && state.next() === null);
    const moved = this.#states.filter((state) => state.isAhead);
    const reads = moved.map(({ key }) => ({ kind: BOOKMARK, key }));
    const turns = new Set(held.flatMap((window) => window.freshIds)).size;
    this.outcome = await commit(async (tx) => {
      await this.#moveBookmarks(tx, moved);
      const outcome = await this.#service.stage(tx, {
        changes: reading.changes,
        freshIds,
        clearedIds: cleared,
        userId: this.#request.userId,
        agentVersion: reading.agentVersion,
        source: reading.source,
        requestId: this.#request.requestId ?? reading.requestId,
        status: this.#status,
        nowSec: Math.floor(tx.nowSec),
        requestOf: reading.requestOf,
        timeOf: (id) => this.#turns.timeOf(id),
        followUps: this.#context.followUps,
        aggregates: (name) => this.#aggregates(name),
        changeLogId,
      });
      for (const window of held) this.#logOutcomes(tx, window.reading);
      const total = addOutcome(this.outcome, { ...outcome, turns });
      await this.#context.stageProgress?.(tx, total, isLast);
      return total;
    }, { isLast, reads });
    for (const state of moved) state.saved();
    this.#held = [];
    this.#clearedIds = [];
  }

  async #moveBookmarks(tx: Tx, states: readonly ExtractorState<E>[]): Promise<void> {
    for (const { key, stored, seen } of states) {
      if (seen === null) continue;
      if (!isSameBookmark(await tx.read(BOOKMARK, key), stored)) {
        throw new StaleBookmark("Another run moved the bookmark");
      }
      tx.set(BOOKMARK, key, seen);
    }
  }

  #aggregates(extractorName: string): boolean {
    if (this.#request.skipAggregation || this.#request.mode === "rerun") return false;
    const { learnConfig: { config }, learner } = this.#context;
    const extractor = (config.user_playbook_extractor_configs ?? []).find((one) =>
      one.extractor_name === extractorName
    );
    return aggregationOf(extractor, learner) !== null;
  }

  #logOutcomes(tx: Tx, reading: WindowReading<C, Id>): void {
    const outcomes = countOutcomes([
      ...reading.records,
      // Records of removals are among the others already.
      ...reading.changes.filter(({ op }) => op !== "remove").map(({ explain }) => explain),
    ]);
    if (outcomes.length === 0) return;
    const row: ExplainLogRow = {
      service: this.#service.name,
      user_id: this.#request.userId,
      request_id: this.#request.requestId ?? reading.requestId,
      records: reading.records,
      outcomes,
    };
    tx.set(EXPLAIN_LOG, [Math.round(tx.nowSec * 1_000), crypto.randomUUID()], row, { isNew: true });
  }

  /** Throws what made extractors give up. */
  #throwFailures(): void {
    const failed = this.#states.filter((state) => state.failure !== null);
    const first = failed[0];
    if (first === undefined) return;
    const isAll = failed.length === this.#states.length;
    const cause = first.failure;
    const said = cause instanceof Error ? cause.message : String(cause);
    const lead = isAll
      ? `All extractors failed for ${this.#service.name}`
      : `Extractor ${first.extractor.extractor_name} failed`;
    throw new LearningFailure(`${lead}: ${said}`, { cause });
  }
}
