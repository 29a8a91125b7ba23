import type { OrgStore } from "../store/mod.ts";
import { advanceBookmark, isNewSince } from "./bookmarks.ts";
import {
  type AnyExtractor,
  type Batch,
  batchOf,
  neededTurns,
  windowSources,
} from "./extractors.ts";
import { BOOKMARK, type BookmarkKey, type BookmarkRow, type LearningService } from "./records.ts";
import type { LearnContext, RunRequest } from "./run.ts";
import type { TurnRef, UserTurns } from "./user_turns.ts";
import { newestWindow, nextWindow, type Window } from "./windows.ts";

/** How far one extractor of a run has come. */
export class ExtractorState<E extends AnyExtractor> {
  readonly extractor: E;
  readonly key: BookmarkKey;
  readonly #batch: Batch;
  readonly #turns: readonly TurnRef[];
  readonly #readsAgain: boolean;
  readonly #keepsBookmark: boolean;
  /** The bookmark that the next commit expects to find. */
  stored: BookmarkRow | null;
  /** What counts as processed: the bookmark and what the run has read since; in a rerun only that. */
  seen: BookmarkRow | null;
  #isRepeated = false;
  /** Most new turns of the next window, null: as many as fit. */
  #freshLimit: number | null = null;
  #dropsContext = false;
  /** What made it give up, null while it goes on. */
  failure: unknown = null;

  private constructor(
    extractor: E,
    given: {
      readonly key: BookmarkKey;
      readonly batch: Batch;
      readonly turns: readonly TurnRef[];
      readonly bookmark: BookmarkRow | null;
      readonly request: RunRequest;
    },
  ) {
    this.extractor = extractor;
    this.key = given.key;
    this.#batch = given.batch;
    this.#turns = given.turns;
    this.stored = given.bookmark;
    this.#keepsBookmark = given.request.mode !== "rerun";
    this.seen = this.#keepsBookmark ? given.bookmark : null;
    this.#readsAgain = given.request.mode === "manual";
  }

  /** Reads where an extractor stands. */
  static async load<E extends AnyExtractor>(
    service: LearningService,
    extractor: E,
    given: {
      readonly org: OrgStore;
      readonly context: LearnContext;
      readonly request: RunRequest;
      readonly turns: UserTurns;
    },
  ): Promise<ExtractorState<E>> {
    const { org, context, request, turns } = given;
    const sources = windowSources(extractor, request.source);
    const source = sources?.length === 1 ? sources[0] ?? "" : "";
    const key: BookmarkKey = [service, request.userId, extractor.extractor_name, source];
    return new ExtractorState(extractor, {
      key,
      batch: batchOf(context.learnConfig.config, extractor),
      turns: turns.select({
        sources,
        fromSec: request.fromSec,
        toSec: request.toSec,
        agentVersion: request.ofVersionOnly ? request.agentVersion : null,
      }),
      bookmark: await org.read(BOOKMARK, key),
      request,
    });
  }

  /** Whether enough turns are new for an automatic run. */
  passesInterval(context: LearnContext): boolean {
    const isNew = isNewSince(this.seen);
    const needed = neededTurns(context.learnConfig, this.extractor, context.learner);
    let fresh = 0;
    for (const turn of this.#turns) if (isNew(turn) && ++fresh >= needed) return true;
    return false;
  }

  /** The next window, null when everything was seen. A manual run reads at least the newest one. */
  next(): Window<TurnRef> | null {
    const { size, interval } = this.#batch;
    const window = nextWindow(this.#turns, { size, interval, isNew: isNewSince(this.seen) });
    if (window === null) {
      const isWanted = this.#readsAgain && !this.#isRepeated;
      return isWanted ? newestWindow(this.#turns, size) : null;
    }
    if (this.#freshLimit === null) return window;
    const fresh = window.fresh.slice(0, this.#freshLimit);
    const last = fresh.at(-1);
    if (this.#dropsContext || last === undefined) return { turns: fresh, fresh };
    return { turns: window.turns.slice(0, window.turns.indexOf(last) + 1), fresh };
  }

  /** Whether the bookmark has to be moved; a rerun leaves it. */
  get isAhead(): boolean {
    return this.#keepsBookmark && this.seen !== this.stored;
  }

  /** Notes that the bookmark was moved. */
  saved(): void {
    this.stored = this.seen;
  }

  /** Notes that a window was read. */
  passed(window: Window<TurnRef>, turns: UserTurns): void {
    this.#isRepeated = true;
    this.#freshLimit = null;
    this.#dropsContext = false;
    this.seen = advanceBookmark(this.seen, window.fresh, (id) => turns.timeOf(id));
  }

  /**
   * Makes the next window smaller after a failure.
   *
   * @returns False when it is down to one turn without context.
   */
  shrink(window: Window<TurnRef>): boolean {
    if (window.fresh.length > 1) this.#freshLimit = Math.ceil(window.fresh.length / 2);
    else if (window.turns.length > 1 && !this.#dropsContext) {
      this.#freshLimit = 1;
      this.#dropsContext = true;
    } else return false;
    return true;
  }
}
