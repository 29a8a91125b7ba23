import type { ProfileChangeLogRow, Tx } from "../store/mod.ts";
import type { ProfileRow } from "../store/rows.ts";
import { expiresAtSec } from "./expiry.ts";
import type { StageInput } from "./item_service.ts";
import type { Change, ExplainRecord, ProfileCandidate } from "./learner.ts";
import { EXPLAIN } from "./records.ts";
import { countFor, type LearnOutcome, NO_OUTCOME, type RowCounts } from "./run.ts";

type ProfileInput = StageInput<ProfileCandidate, string>;

/** Stored rows that a list of changes touches. */
function touchedIds(changes: readonly Change<ProfileCandidate, string>[]): string[] {
  const ids = changes.flatMap((change) =>
    change.op === "add" ? change.replaces : change.op === "renew" ? [change.id] : change.ids
  );
  return [...new Set(ids)];
}

/** A unit of work on the profiles of one user. */
class ProfileStage {
  readonly #tx: Tx;
  readonly #input: ProfileInput;
  readonly #rows: Map<string, ProfileRow>;
  readonly #learnt: ReadonlySet<string>;
  readonly added: ProfileRow[] = [];
  readonly removed: ProfileRow[] = [];
  readonly written = new Set<string>();
  readonly byRequest = new Map<string, RowCounts>();

  constructor(
    tx: Tx,
    input: ProfileInput,
    rows: Map<string, ProfileRow>,
    learnt: ReadonlySet<string>,
  ) {
    this.#tx = tx;
    this.#input = input;
    this.#rows = rows;
    this.#learnt = learnt;
  }

  apply(change: Change<ProfileCandidate, string>, freshId: string): void {
    switch (change.op) {
      case "add":
        this.#add(change, freshId);
        return;
      case "renew":
        this.#renew(change.id, change.candidate, change.explain);
        return;
      case "remove":
        for (const id of change.ids) this.#remove(id);
    }
  }

  #add(change: Change<ProfileCandidate, string> & { readonly op: "add" }, id: string): void {
    const { candidate, replaces, explain } = change;
    if (this.#isOutdated(replaces, candidate)) return;
    const row = this.#newRow(id, candidate, replaces.flatMap((old) => this.#rows.get(old) ?? []));
    for (const old of replaces) this.#remove(old);
    this.#put(row, explain, { isNew: true });
    this.added.push(row);
    this.#count(candidate, { added: 1, updated: 0 });
  }

  /** Whether one of the rows was written by hand after the evidence was given. */
  #isOutdated(ids: readonly string[], { evidenceIds }: ProfileCandidate): boolean {
    const saidAtSec = Math.max(0, ...evidenceIds.map((id) => this.#input.timeOf(id) ?? 0));
    return ids.some((id) => {
      const row = this.#rows.get(id);
      return row !== undefined && !this.#learnt.has(id) && row.last_modified_timestamp > saidAtSec;
    });
  }

  #renew(id: string, candidate: ProfileCandidate, explain: ExplainRecord): void {
    const before = this.#rows.get(id);
    if (before === undefined) return;
    const after: ProfileRow = {
      ...this.#newRow(id, candidate, [before]),
      content: candidate.content === "" ? before.content : candidate.content,
      custom_features: before.custom_features === null && candidate.customFeatures === null
        ? null
        : { ...before.custom_features, ...candidate.customFeatures },
      expanded_terms: before.expanded_terms,
    };
    this.#rows.set(id, after);
    this.#put(after, explain, { isNew: false });
    if (after.content !== before.content) {
      this.added.push(after);
      this.removed.push(before);
    }
    this.#count(candidate, { added: 0, updated: 1 });
  }

  /** The row of a candidate; the names of the extractors that found the replaced ones stay. */
  #newRow(id: string, candidate: ProfileCandidate, replaced: readonly ProfileRow[]): ProfileRow {
    const { userId, requestId, source, status, nowSec } = this.#input;
    const known = replaced.flatMap((row) => row.extractor_names ?? []);
    const names = [...known, candidate.extractorName, ...candidate.alsoFoundBy ?? []];
    return {
      profile_id: id,
      user_id: userId,
      content: candidate.content,
      last_modified_timestamp: nowSec,
      generated_from_request_id: requestId,
      profile_time_to_live: candidate.timeToLive,
      expiration_timestamp: candidate.expiresAtSec ?? expiresAtSec(candidate.timeToLive, nowSec),
      custom_features: candidate.customFeatures,
      source,
      status,
      extractor_names: [...new Set(names)],
      expanded_terms: null,
    };
  }

  #put(row: ProfileRow, explain: ExplainRecord, options: { readonly isNew: boolean }): void {
    if (options.isNew) this.#tx.put("profile", row, { isNew: true });
    else this.#tx.put("profile", row, { vector: null });
    this.#tx.set(EXPLAIN, ["profile", row.profile_id], explain, options);
    this.written.add(row.profile_id);
  }

  #remove(id: string): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    this.#rows.delete(id);
    this.#tx.delete("profile", id);
    this.#tx.remove(EXPLAIN, ["profile", id]);
    this.removed.push(row);
  }

  /** Counts for the request whose turn carries the newest evidence. */
  #count({ evidenceIds }: ProfileCandidate, counts: RowCounts): void {
    const newest = evidenceIds.at(-1);
    const requestId = newest === undefined ? null : this.#input.requestOf(newest);
    countFor(this.byRequest, requestId ?? this.#input.requestId, counts);
  }
}

/** Stages the changes of one window of profiles, with their change log and what follows. */
export async function stageProfiles(tx: Tx, input: ProfileInput): Promise<LearnOutcome> {
  const ids = touchedIds(input.changes);
  const stored = await tx.getMany("profile", ids);
  const explains = await tx.readMany(EXPLAIN, ids.map((id) => ["profile", id]));
  const rows = new Map<string, ProfileRow>();
  for (const row of stored) {
    // Only rows that still are what was compared may be touched.
    if (row?.user_id === input.userId && row.status === input.status) {
      rows.set(row.profile_id, row);
    }
  }
  const learnt = new Set(ids.filter((_, n) => explains[n] !== null));
  const stage = new ProfileStage(tx, input, rows, learnt);
  for (const id of input.clearedIds) {
    tx.delete("profile", id);
    tx.remove(EXPLAIN, ["profile", id]);
  }
  for (const [n, change] of input.changes.entries()) {
    stage.apply(change, input.freshIds[n] ?? crypto.randomUUID());
  }
  if (stage.added.length > 0 || stage.removed.length > 0) {
    tx.put("profile_change_log", changeLogRow(input, stage));
  }
  if (stage.written.size > 0) await input.followUps.complete(tx, "profile", [...stage.written]);
  return totalOf(stage.byRequest);
}

function changeLogRow(input: ProfileInput, stage: ProfileStage): ProfileChangeLogRow {
  return {
    id: input.changeLogId,
    user_id: input.userId,
    request_id: input.requestId,
    created_at: input.nowSec,
    added_profiles: stage.added.map((row) => ({ ...row, embedding: [] })),
    removed_profiles: stage.removed.map((row) => ({ ...row, embedding: [] })),
    mentioned_profiles: [],
  };
}

/** The counts of all requests as an outcome. */
export function totalOf(byRequest: ReadonlyMap<string, RowCounts>): LearnOutcome {
  let added = 0;
  let updated = 0;
  for (const counts of byRequest.values()) {
    added += counts.added;
    updated += counts.updated;
  }
  return { ...NO_OUTCOME, added, updated, byRequest };
}
