import type { AnyExtractor } from "./extractors.ts";
import { takeTurn } from "../breath.ts";
import type { ExtractorState } from "./extractor_state.ts";
import type { AnyCandidate, ItemService } from "./item_service.ts";
import type {
  Change,
  ExplainRecord,
  Known,
  LearnInput,
  LearnTurn,
  Reconciliation,
} from "./learner.ts";
import { withoutOwnTurns } from "./own_lines.ts";
import type { ItemScope, ItemStatus, LearnContext, RunRequest } from "./run.ts";
import type { TurnRef, UserTurns } from "./user_turns.ts";
import type { Window } from "./windows.ts";

/** One extractor with the window it reads next. */
export interface Task<E extends AnyExtractor> {
  /** Where the extractor stands. */
  readonly state: ExtractorState<E>;
  /** What it reads. */
  readonly window: Window<TurnRef>;
}

/** What a window gave. */
export interface WindowReading<C, Id> {
  /** Changes of the stored items. */
  readonly changes: readonly Change<C, Id>[];
  /** Records of declined candidates and removed items. */
  readonly records: readonly ExplainRecord[];
  /** Version of the agent given to the items. */
  readonly agentVersion: string;
  /** Source given to the items, null when none. */
  readonly source: string | null;
  /** Newest request of the window. */
  readonly requestId: string;
  /** Request of a turn of the window, null for others. */
  readonly requestOf: (interactionId: number) => string | null;
}

/** What is read. */
export interface ReadWindowOptions<E extends AnyExtractor, C extends AnyCandidate, Row, Id> {
  /** Kind of item. */
  readonly service: ItemService<E, C, Row, Id>;
  /** The run. */
  readonly context: LearnContext;
  /** What it is for. */
  readonly request: RunRequest;
  /** All turns of the user. */
  readonly turns: UserTurns;
  /** Status of the items. */
  readonly status: ItemStatus;
  /** Stored items that count as gone. */
  readonly hiddenIds: () => ReadonlySet<Id>;
  /** The extractors with their windows, at least one. */
  readonly tasks: readonly Task<E>[];
  /** Awaited before known items are read. */
  readonly beforeKnown: () => Promise<void>;
}

/** Longest time of one extractor, milliseconds. */
const EXTRACTOR_TIMEOUT_MS = 300_000;

/** Known items that an extractor is shown as context. */
const KNOWN_SHOWN = 5;

/** A reading without anything in it. */
export function emptyReading<C, Id>(agentVersion: string): WindowReading<C, Id> {
  return {
    changes: [],
    records: [],
    agentVersion,
    source: null,
    requestId: "",
    requestOf: () => null,
  };
}

/** The record of a turn that was passed over because reading it fails. */
export function faultRecord(window: Window<TurnRef>): ExplainRecord {
  return {
    rule_id: "pipeline.fault",
    rules_version: "1",
    outcome: "declined",
    reason: "fault",
    spans: [],
    verdicts: {},
    slot: null,
    key: null,
    value: null,
    confidence: { base: 0, adjust: [], final: 0 },
    interaction_ids: window.fresh.map((turn) => turn.interaction_id),
    replaced_ids: [],
    merged_into: null,
    ttl_from: null,
  };
}

/**
 * Reads a window with every extractor, one after another, and reconciles what they found.
 *
 * @returns The reading, and the error of each extractor that failed.
 */
export async function readWindow<E extends AnyExtractor, C extends AnyCandidate, Row, Id>(
  options: ReadWindowOptions<E, C, Row, Id>,
): Promise<{ readonly reading: WindowReading<C, Id>; readonly failed: Map<Task<E>, unknown> }> {
  const { service, context, request, tasks } = options;
  await takeTurn();
  const facts = factsOf(options);
  const failed = new Map<Task<E>, unknown>();
  const input = await inputOf(options, facts.agentVersion, facts.source);
  const nothing: WindowReading<C, Id> = { ...emptyReading<C, Id>(facts.agentVersion), ...facts };
  if (!await isWorthIt(options, input)) return { reading: nothing, failed };
  const scope: ItemScope = {
    userId: request.userId,
    agentVersion: facts.agentVersion,
    status: options.status,
  };
  const readKnown = async () => {
    await options.beforeKnown();
    const hidden = options.hiddenIds();
    return (await service.known(context.org, scope, input.nowSec))
      .filter(({ row }) => !hidden.has(service.idOf(row)));
  };
  const shown = context.learner.readsKnown === false ? null : await readKnown();
  const { candidates, declined } = await extractAll(options, {
    input,
    known: shown ?? [],
    failed,
  });
  if (candidates.length === 0) return { reading: { ...nothing, records: declined }, failed };
  const known = shown ?? await readKnown();
  try {
    const result = await reconcile(options, scope, { ...input, candidates, known });
    const removed = result.changes.filter(({ op }) => op === "remove").map(({ explain }) =>
      explain
    );
    const records = [...declined, ...result.declined, ...removed];
    return { reading: { ...nothing, changes: result.changes, records }, failed };
  } catch (error) {
    context.signal.throwIfAborted();
    for (const task of tasks) if (!failed.has(task)) failed.set(task, error);
    return { reading: { ...nothing, records: declined }, failed };
  }
}

/** What the newest turn of the windows says about the items. */
function factsOf<E extends AnyExtractor, C extends AnyCandidate, Row, Id>(
  { request, tasks }: ReadWindowOptions<E, C, Row, Id>,
) {
  const requests = new Map<number, string>();
  let newest: TurnRef | undefined;
  for (const { window } of tasks) {
    for (const turn of window.turns) requests.set(turn.interaction_id, turn.request.request_id);
    const last = window.fresh.at(-1);
    if (last && (newest === undefined || isAfter(last, newest))) newest = last;
  }
  return {
    agentVersion: request.mode === "automatic" && newest !== undefined
      ? newest.request.agent_version
      : request.agentVersion,
    source: newest?.request.source || null,
    requestId: newest?.request.request_id ?? "",
    requestOf: (interactionId: number) => requests.get(interactionId) ?? null,
  };
}

/** Whether a turn comes after another. */
function isAfter(a: TurnRef, b: TurnRef): boolean {
  return a.created_at - b.created_at > 0 ||
    (a.created_at === b.created_at && a.interaction_id > b.interaction_id);
}

/** The turns of all windows together as input of every step. */
async function inputOf<E extends AnyExtractor, C extends AnyCandidate, Row, Id>(
  { context, request, turns, tasks }: ReadWindowOptions<E, C, Row, Id>,
  agentVersion: string,
  source: string | null,
): Promise<LearnInput> {
  const all = new Map<number, TurnRef>();
  const fresh = new Set<number>();
  for (const { window } of tasks) {
    for (const turn of window.turns) all.set(turn.interaction_id, turn);
    for (const turn of window.fresh) fresh.add(turn.interaction_id);
  }
  const ordered = [...all.values()].sort((a, b) => isAfter(a, b) ? 1 : -1);
  const nowSec = Math.floor(context.nowSec());
  const marks = ordered.map(({ interaction_id: id }) => fresh.has(id) ? `${id}+` : `${id}`);
  const key = JSON.stringify([context.org.name, marks.join()]);
  return {
    userId: request.userId,
    agentVersion,
    source,
    turns: await context.windows.take(
      key,
      nowSec,
      async () => withoutOwnTurns(await turns.read(ordered, fresh), context.isGivenOut),
    ),
    config: context.learnConfig.config,
    nowSec,
    signal: context.signal,
  };
}

/** Asks the learner whether the window is worth reading; a failing question means yes. */
async function isWorthIt<E extends AnyExtractor, C extends AnyCandidate, Row, Id>(
  { service, context, request, tasks }: ReadWindowOptions<E, C, Row, Id>,
  input: LearnInput,
): Promise<boolean> {
  const { learner, learnConfig, signal } = context;
  if (request.mode !== "automatic" || !learner.savesCalls) return true;
  if (learnConfig.config.skip_should_run_check) return true;
  if (input.turns.length === 0) return false;
  try {
    const extractors = tasks.map(({ state }) => state.extractor);
    return await service.isWorth(learner, { ...input, extractors });
  } catch {
    signal.throwIfAborted();
    return true;
  }
}

/** The turns of one window; the same list when it covers all turns. */
function turnsOf(window: Window<TurnRef>, input: LearnInput): readonly LearnTurn[] {
  const ids = new Set(window.turns.map((turn) => turn.interaction_id));
  const fresh = new Set(window.fresh.map((turn) => turn.interaction_id));
  const isAll = input.turns.every(({ interaction: { interaction_id: id }, isNew }) =>
    ids.has(id) && isNew === fresh.has(id)
  );
  if (isAll) return input.turns;
  return input.turns.filter(({ interaction }) => ids.has(interaction.interaction_id))
    .map((turn) => ({ ...turn, isNew: fresh.has(turn.interaction.interaction_id) }));
}

/** Candidates of all extractors; an extractor that fails is noted and the others go on. */
async function extractAll<E extends AnyExtractor, C extends AnyCandidate, Row, Id>(
  { service, context, tasks }: ReadWindowOptions<E, C, Row, Id>,
  given: {
    readonly input: LearnInput;
    readonly known: readonly Known<Row>[];
    readonly failed: Map<Task<E>, unknown>;
  },
): Promise<{ readonly candidates: readonly C[]; readonly declined: readonly ExplainRecord[] }> {
  const candidates: C[] = [];
  const declined: ExplainRecord[] = [];
  for (const task of tasks) {
    const timeLimit = new AbortController();
    const timer = setTimeout(
      () => timeLimit.abort(new Error(`It took longer than ${EXTRACTOR_TIMEOUT_MS / 1000} s`)),
      EXTRACTOR_TIMEOUT_MS,
    );
    try {
      const signal = AbortSignal.any([context.signal, timeLimit.signal]);
      const found = await service.extract(context.learner, {
        ...given.input,
        turns: turnsOf(task.window, given.input),
        extractor: task.state.extractor,
        known: given.known.slice(0, KNOWN_SHOWN),
        found: [...candidates],
        signal,
      });
      signal.throwIfAborted();
      candidates.push(...found.candidates);
      declined.push(...found.declined);
    } catch (error) {
      context.signal.throwIfAborted();
      given.failed.set(task, error);
    } finally {
      clearTimeout(timer);
    }
  }
  return { candidates, declined };
}

/** Compares candidates with what is known, or takes them all when that is switched off. */
async function reconcile<E extends AnyExtractor, C extends AnyCandidate, Row, Id>(
  { service, context }: ReadWindowOptions<E, C, Row, Id>,
  scope: ItemScope,
  input: LearnInput & { readonly candidates: readonly C[]; readonly known: readonly Known<Row>[] },
): Promise<Reconciliation<C, Id>> {
  if (context.deduplicates) return await service.reconcile(context, scope, input);
  const changes = service.additions(input.candidates);
  return { changes, declined: [] };
}
