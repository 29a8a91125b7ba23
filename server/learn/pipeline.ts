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

/**
 * Learns from the turns of one user: window by window, oldest new turn first, one commit a window
 * with everything it changes. Safe to repeat at any point.
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
    for (;;) {
      this.#context.signal.throwIfAborted();
      const tasks = this.#nextTasks();
      if (tasks.length === 0) break;
      await this.#window(tasks);
    }
    if (this.#clearedIds.length > 0) {
      await this.#commit([], emptyReading(this.#request.agentVersion));
    }
    this.#throwFailures();
    return this.outcome;
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
      hiddenIds: new Set(this.#clearedIds),
      tasks,
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
    await this.#commit(done, { ...reading, records: [...reading.records, ...faults] });
    for (const { state, window } of done) state.passed(window, this.#turns);
  }

  async #commit(done: readonly Task<E>[], reading: WindowReading<C, Id>): Promise<void> {
    const { org, commit } = this.#context;
    const cleared = this.#clearedIds;
    const freshIds = await this.#service.freshIds(org, reading.changes.length);
    const changeLogId = reading.changes.length > 0 ? await org.nextId("profile_change_log") : 0;
    const isLast = done.length === 0 ? true : this.#willBeLast(done);
    const reads = done.map(({ state }) => ({ kind: BOOKMARK, key: state.key }));
    const staged = await commit(async (tx) => {
      await this.#moveBookmarks(tx, done);
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
      this.#logOutcomes(tx, reading);
      const turns = new Set(
        done.flatMap(({ window }) => window.fresh.map((t) => t.interaction_id)),
      );
      const total = addOutcome(this.outcome, { ...outcome, turns: turns.size });
      await this.#context.stageProgress?.(tx, total, isLast);
      return total;
    }, { isLast, reads });
    this.outcome = staged;
    this.#clearedIds = [];
  }

  /** Whether nothing will be left to do once these tasks are committed. */
  #willBeLast(done: readonly Task<E>[]): boolean {
    const finished = new Map(done.map(({ state, window }) => [state, window]));
    return this.#states.every((state) => {
      if (state.failure !== null) return false;
      const window = finished.get(state);
      return window === undefined ? state.next() === null : state.isLast(window, this.#turns);
    });
  }

  async #moveBookmarks(tx: Tx, done: readonly Task<E>[]): Promise<void> {
    for (const { state, window } of done) {
      const after = state.bookmarkAfter(window, this.#turns);
      if (after === null) continue;
      if (!isSameBookmark(await tx.read(BOOKMARK, state.key), state.bookmark)) {
        throw new StaleBookmark("Another run moved the bookmark");
      }
      tx.set(BOOKMARK, state.key, after);
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
