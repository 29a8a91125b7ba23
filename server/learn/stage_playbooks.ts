import type { SetOptions, Tx } from "../store/mod.ts";
import type { UserPlaybookRow } from "../store/rows.ts";
import type { StageInput } from "./item_service.ts";
import type { Change, ExplainRecord, PlaybookCandidate } from "./learner.ts";
import { EXPLAIN, type FollowUpRef } from "./records.ts";
import { countFor, type LearnOutcome, type RowCounts } from "./run.ts";
import { totalOf } from "./stage_profiles.ts";

type PlaybookInput = StageInput<PlaybookCandidate, number>;

/** Stored rows that a list of changes touches. */
function touchedIds(changes: readonly Change<PlaybookCandidate, number>[]): number[] {
  const ids = changes.flatMap((change) =>
    change.op === "add" ? change.replaces : change.op === "renew" ? [change.id] : change.ids
  );
  return [...new Set(ids)];
}

/** Turn ids united in order. */
function unite(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

/** A unit of work on the user playbooks of one user. */
class PlaybookStage {
  readonly #tx: Tx;
  readonly #input: PlaybookInput;
  readonly #rows: Map<number, UserPlaybookRow>;
  readonly written = new Set<number>();
  readonly names = new Set<string>();
  readonly ends: { readonly id: number; readonly atSec: number }[] = [];
  readonly byRequest = new Map<string, RowCounts>();

  constructor(tx: Tx, input: PlaybookInput, rows: Map<number, UserPlaybookRow>) {
    this.#tx = tx;
    this.#input = input;
    this.#rows = rows;
  }

  apply(change: Change<PlaybookCandidate, number>, freshId: number): void {
    switch (change.op) {
      case "add": {
        const { candidate, explain, replaces } = change;
        // A merged rule keeps the evidence of what it merges; a contradicting one does not.
        const merged = explain.outcome === "merged" ? replaces : [];
        const before = merged.flatMap((id) => this.#rows.get(id) ?? []);
        for (const id of replaces) this.#remove(id);
        this.#put(this.#newRow(freshId, candidate, before), explain, { isNew: true });
        this.#note(freshId, candidate, { added: 1, updated: 0 });
        return;
      }
      case "renew":
        this.#renew(change.id, change.candidate, change.explain);
        return;
      case "remove":
        for (const id of change.ids) this.#remove(id);
    }
  }

  #renew(id: number, candidate: PlaybookCandidate, explain: ExplainRecord): void {
    const before = this.#rows.get(id);
    if (before === undefined) return;
    const after: UserPlaybookRow = {
      ...this.#newRow(id, candidate, [before]),
      content: candidate.content === "" ? before.content : candidate.content,
      trigger: candidate.trigger ?? before.trigger,
      rationale: candidate.rationale ?? before.rationale,
      blocking_issue: candidate.blockingIssue ?? before.blocking_issue,
      playbook_name: before.playbook_name,
      expanded_terms: before.expanded_terms,
    };
    this.#rows.set(id, after);
    this.#put(after, explain, { isNew: false });
    this.#note(id, candidate, { added: 0, updated: 1 });
  }

  #newRow(
    id: number,
    candidate: PlaybookCandidate,
    replaced: readonly UserPlaybookRow[],
  ): UserPlaybookRow {
    const { userId, agentVersion, requestId, source, status, nowSec } = this.#input;
    return {
      user_playbook_id: id,
      user_id: userId,
      agent_version: agentVersion,
      request_id: requestId,
      playbook_name: candidate.extractorName,
      created_at: nowSec,
      content: candidate.content,
      trigger: candidate.trigger,
      rationale: candidate.rationale,
      blocking_issue: candidate.blockingIssue,
      status,
      source,
      source_interaction_ids: unite(
        candidate.evidenceIds,
        replaced.flatMap((row) => row.source_interaction_ids),
      ),
      expanded_terms: null,
    };
  }

  #put(row: UserPlaybookRow, explain: ExplainRecord, options: SetOptions): void {
    this.#tx.put("user_playbook", row, { vector: null });
    this.#tx.set(EXPLAIN, ["user_playbook", row.user_playbook_id], explain, options);
    this.written.add(row.user_playbook_id);
    this.names.add(row.playbook_name);
  }

  #remove(id: number): void {
    if (!this.#rows.delete(id)) return;
    this.#tx.delete("user_playbook", id);
    this.#tx.remove(EXPLAIN, ["user_playbook", id]);
  }

  /** Counts a written row and notes when it ends. */
  #note(id: number, { evidenceIds, expiresAtSec }: PlaybookCandidate, counts: RowCounts): void {
    const newest = evidenceIds.at(-1);
    const requestId = newest === undefined ? null : this.#input.requestOf(newest);
    countFor(this.byRequest, requestId ?? this.#input.requestId, counts);
    if (expiresAtSec !== null) this.ends.push({ id, atSec: expiresAtSec });
  }
}

/** Stages the changes of one window of user playbooks and what follows. */
export async function stagePlaybooks(tx: Tx, input: PlaybookInput): Promise<LearnOutcome> {
  const rows = new Map<number, UserPlaybookRow>();
  for (const row of await tx.getMany("user_playbook", touchedIds(input.changes))) {
    // Only rows that still are what was compared may be touched.
    if (row?.user_id === input.userId && row.status === input.status) {
      rows.set(row.user_playbook_id, row);
    }
  }
  const stage = new PlaybookStage(tx, input, rows);
  for (const id of input.clearedIds) {
    tx.delete("user_playbook", id);
    tx.remove(EXPLAIN, ["user_playbook", id]);
  }
  for (const [n, change] of input.changes.entries()) {
    stage.apply(change, input.freshIds[n] ?? 0);
  }
  const followUps: FollowUpRef[] = [];
  if (stage.written.size > 0) {
    await input.followUps.complete(tx, "user_playbook", [...stage.written]);
  }
  for (const { id, atSec } of stage.ends) await input.followUps.archiveAt(tx, id, atSec);
  for (const name of stage.names) {
    if (!input.aggregates(name)) continue;
    followUps.push(await input.followUps.aggregate(tx, name, input.agentVersion));
  }
  return { ...totalOf(stage.byRequest), followUps };
}
