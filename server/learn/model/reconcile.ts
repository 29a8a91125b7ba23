import type { AnswerSchema, ChatModel, ReadOutcome } from "../../llm/mod.ts";
import { LearnerOutputError, LlmError } from "../../llm/mod.ts";
import type {
  Change,
  ExplainRecord,
  FindSimilar,
  Known,
  LearnInput,
  Reconciliation,
} from "../learner.ts";
import type { Asker } from "./ask.ts";
import { STEP_LIMITS } from "./limits.ts";
import { type Prompt, promptRuleId, type PromptVariables } from "./prompt.ts";
import { type ItemGroup, readGroups } from "./read_groups.ts";

/** What candidates of both kinds have in common. */
export interface AnyCandidate {
  readonly intent: "learn" | "retract";
  readonly content: string;
  readonly evidenceIds: readonly number[];
  readonly explain: ExplainRecord;
}

/** What differs between profiles and playbooks. */
export interface ReconcileKind<Candidate, Row, Id> {
  /** The question which items say the same. */
  readonly prompt: Prompt;
  /** Form of its answer. */
  readonly schema: AnswerSchema;
  /** Its variables: one line an item. */
  variables(candidates: readonly Candidate[], stored: readonly Known<Row>[]): PromptVariables;
  /** Text by which stored items that may say the same are searched. */
  queryOf(candidate: Candidate): string;
  /** Bounds of that search. */
  readonly search: { readonly topK: number; readonly threshold: number };
  /** Id of a stored item. */
  idOf(row: Row): Id;
  /** When a stored item last changed, Unix seconds. */
  changedAtSec(row: Row): number;
  /** Whether a stored item says the very same, apart from case and blanks. */
  isEqual(candidate: Candidate, row: Row): boolean;
  /** The one item to keep of a group; null when the answer gives none. */
  merge(
    members: readonly Candidate[],
    stored: readonly Known<Row>[],
    answer: ItemGroup["answer"],
  ): Candidate | null;
}

/** What is reconciled. */
export interface ReconcileOptions<Candidate, Row> {
  readonly input: LearnInput;
  readonly candidates: readonly Candidate[];
  readonly findSimilar: FindSimilar<Row>;
  /** Whether items are compared at all; otherwise each is added as it is. */
  readonly compares: boolean;
}

/** Decides by one question what candidates change; a failing question changes nothing stored. */
export async function reconcile<Candidate extends AnyCandidate, Row, Id>(
  asker: Asker,
  model: ChatModel,
  { kind, options }: {
    readonly kind: ReconcileKind<Candidate, Row, Id>;
    readonly options: ReconcileOptions<Candidate, Row>;
  },
): Promise<Reconciliation<Candidate, Id>> {
  const { candidates, input } = options;
  if (candidates.length === 0) return { changes: [], declined: [] };
  const stored = options.compares ? await findStored(kind, options) : [];
  const sorter = new ChangeSorter(kind, { candidates, stored, turns: input.turns });
  const isLonely = candidates.length === 1 && stored.length === 0;
  if (!options.compares || isLonely) return sorter.sort([], null);
  try {
    const groups = await asker.askStructured({
      model,
      schema: kind.schema,
      limits: { ...STEP_LIMITS, signal: input.signal },
      user: { prompt: kind.prompt, variables: kind.variables(candidates, stored) },
      read: (json): ReadOutcome<ItemGroup[]> =>
        readGroups(json, { newCount: candidates.length, existingCount: stored.length }),
    });
    return sorter.sort(groups, promptRuleId(kind.prompt));
  } catch (error) {
    if (!(error instanceof LlmError) && !(error instanceof LearnerOutputError)) throw error;
    const word = error instanceof LlmError ? error.code : "unusable_answer";
    return sorter.sortWithoutModel(`failed: ${word}`);
  }
}

/** Stored items near to any candidate, each once, best first. */
async function findStored<Candidate, Row, Id>(
  kind: ReconcileKind<Candidate, Row, Id>,
  options: ReconcileOptions<Candidate, Row>,
): Promise<Known<Row>[]> {
  const found = new Map<Id, Known<Row>>();
  for (const candidate of options.candidates) {
    for (const known of await options.findSimilar(kind.queryOf(candidate), kind.search)) {
      const id = kind.idOf(known.row);
      if (!found.has(id)) found.set(id, known);
    }
  }
  return [...found.values()];
}

interface SorterItems<Candidate, Row> {
  readonly candidates: readonly Candidate[];
  readonly stored: readonly Known<Row>[];
  readonly turns: LearnInput["turns"];
}

/** Turns groups into changes, in the order of the candidates. */
class ChangeSorter<Candidate extends AnyCandidate, Row, Id> {
  readonly #kind: ReconcileKind<Candidate, Row, Id>;
  readonly #items: SorterItems<Candidate, Row>;
  readonly #changes: Change<Candidate, Id>[] = [];
  readonly #declined: ExplainRecord[] = [];

  constructor(kind: ReconcileKind<Candidate, Row, Id>, items: SorterItems<Candidate, Row>) {
    this.#kind = kind;
    this.#items = items;
  }

  /** `asked` names the question that grouped the items, null when none was asked. */
  sort(groups: readonly ItemGroup[], asked: string | null): Reconciliation<Candidate, Id> {
    const groupOf = new Map(groups.flatMap((group) => group.newAt.map((at) => [at, group])));
    for (const [at, candidate] of this.#items.candidates.entries()) {
      const group = groupOf.get(at);
      if (group === undefined) this.#single(candidate, asked);
      else if (group.newAt[0] === at) this.#group(group, asked);
    }
    return { changes: this.#changes, declined: this.#declined };
  }

  /** Everything is kept; what is stored word for word is renewed instead of stored twice. */
  sortWithoutModel(verdict: string): Reconciliation<Candidate, Id> {
    for (const candidate of this.#items.candidates) {
      const same = this.#items.stored.find(({ row }) => this.#kind.isEqual(candidate, row));
      if (same === undefined || candidate.intent === "retract") {
        this.#single(candidate, verdict);
        continue;
      }
      const id = this.#kind.idOf(same.row);
      const explain = { ...recordOf([candidate], "merged", verdict), merged_into: toKey(id) };
      this.#changes.push({ op: "renew", id, candidate, explain });
    }
    return { changes: this.#changes, declined: this.#declined };
  }

  #single(candidate: Candidate, verdict: string | null): void {
    if (candidate.intent === "retract") {
      const record = recordOf([candidate], "declined", verdict);
      this.#declined.push({ ...record, reason: "nothing_to_retract" });
      return;
    }
    const explain = recordOf([candidate], "added", verdict);
    this.#changes.push({ op: "add", candidate, replaces: [], explain });
  }

  #group(group: ItemGroup, verdict: string | null): void {
    const members = group.newAt.flatMap((at) => this.#items.candidates[at] ?? []);
    const stored = group.existingAt.flatMap((at) => this.#items.stored[at] ?? []);
    const handMade = stored.find((known) => this.#isNewerByHand(known, members));
    if (handMade !== undefined) return this.#declineFor(handMade, members, verdict);
    const ids = stored.map(({ row }) => this.#kind.idOf(row));
    const learnt = members.filter((member) => member.intent === "learn");
    if (learnt.length === 0) return this.#retract(members, ids, verdict);
    if (members.length === 1 && ids.length === 0) {
      return members.forEach((member) => this.#single(member, verdict));
    }
    const candidate = this.#kind.merge(learnt, stored, group.answer);
    if (candidate === null) return learnt.forEach((member) => this.#single(member, verdict));
    const outcome = ids.length > 0 ? "replaced" : "merged";
    const explain = { ...recordOf(members, outcome, verdict), replaced_ids: ids.map(toKey) };
    this.#changes.push({ op: "add", candidate, replaces: ids, explain });
  }

  #retract(members: readonly Candidate[], ids: readonly Id[], verdict: string | null): void {
    if (ids.length === 0) return members.forEach((member) => this.#single(member, verdict));
    const explain = { ...recordOf(members, "retracted", verdict), replaced_ids: ids.map(toKey) };
    this.#changes.push({ op: "remove", ids, explain });
  }

  /** Marks learnt items as duplicates of a row that a person wrote later. */
  #declineFor(known: Known<Row>, members: readonly Candidate[], verdict: string | null): void {
    const merged_into = toKey(this.#kind.idOf(known.row));
    for (const member of members) {
      const record = recordOf([member], "declined", verdict);
      this.#declined.push({ ...record, reason: "edited_by_hand", merged_into });
    }
  }

  /** Whether a person made or changed a row after the newest turn the members rest on. */
  #isNewerByHand(known: Known<Row>, members: readonly Candidate[]): boolean {
    if (known.explain !== null) return false;
    const ids = new Set(members.flatMap((member) => member.evidenceIds));
    const times = this.#items.turns
      .filter(({ interaction }) => ids.has(interaction.interaction_id))
      .map(({ interaction }) => interaction.created_at);
    return this.#kind.changedAtSec(known.row) >= Math.max(...times, 0);
  }
}

function toKey(id: unknown): string | number {
  return typeof id === "number" ? id : String(id);
}

/** The record of items that became one. */
function recordOf(
  members: readonly AnyCandidate[],
  outcome: ExplainRecord["outcome"],
  verdict: string | null,
): ExplainRecord {
  const [first, ...others] = members.map((member) => member.explain);
  if (first === undefined) throw new RangeError("Cannot record an outcome: there is no candidate");
  const ids = new Set([first, ...others].flatMap((record) => record.interaction_ids));
  return {
    ...first,
    outcome,
    spans: [first, ...others].flatMap((record) => record.spans),
    interaction_ids: [...ids].toSorted((a, b) => a - b),
    verdicts: verdict === null ? first.verdicts : { ...first.verdicts, reconcile: verdict },
  };
}
