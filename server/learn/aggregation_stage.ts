import type { AgentPlaybookSnapshot, Complete } from "../../client/contract/mod.ts";
import type { Tx } from "../store/mod.ts";
import type { AgentPlaybookRow } from "../store/rows.ts";
import type { AggregationRequest, ClusterResult } from "./aggregation_types.ts";
import type { AggregatedPlaybook } from "./learner.ts";
import { AGGREGATION, type AggregationRow } from "./records.ts";

/** What the clusters of an aggregation became, ready to be written. */
export interface StageAggregationInput {
  /** Which user playbooks were aggregated. */
  readonly request: AggregationRequest;
  /** Agent playbooks of the name and version as they were read. */
  readonly existing: readonly AgentPlaybookRow[];
  /** What the last run left, null before the first. */
  readonly state: AggregationRow | null;
  /** What each cluster became. */
  readonly results: readonly ClusterResult[];
  /** Fresh ids for the results that make an agent playbook. */
  readonly idOf: ReadonlyMap<ClusterResult, number>;
  /** Whether everything was rebuilt. */
  readonly isFull: boolean;
  /** Highest id of the user playbooks read. */
  readonly lastUserPlaybookId: number;
  /** Id for the entry of the change log. */
  readonly logId: number;
}

/** Whether an agent playbook already reads as the learner would write it. */
export function isEqualText(row: AgentPlaybookRow, made: AggregatedPlaybook): boolean {
  return row.content === made.content && row.trigger === made.trigger;
}

/** An agent playbook as frozen in the change log. */
type Snapshot = Complete<AgentPlaybookSnapshot>;

function snapshotOf(row: AgentPlaybookRow): Snapshot {
  const { created_at: _at, status: _status, expanded_terms: _terms, ...snapshot } = row;
  return snapshot;
}

/** Stages everything that an aggregation changes. */
export async function stageAggregation(tx: Tx, input: StageAggregationInput): Promise<void> {
  await new AggregationStage(tx, input).stage();
}

/** A unit of work on the agent playbooks of one name and version. */
class AggregationStage {
  readonly #tx: Tx;
  readonly #input: StageAggregationInput;

  constructor(tx: Tx, input: StageAggregationInput) {
    this.#tx = tx;
    this.#input = input;
  }

  async stage(): Promise<void> {
    const { request, results, idOf, lastUserPlaybookId } = this.#input;
    const doomed = await this.#doomed();
    for (const row of doomed) this.#tx.delete("agent_playbook", row.agent_playbook_id);
    for (const result of results) await this.#renew(result);
    const added = new Map<ClusterResult, AgentPlaybookRow>();
    for (const [result, id] of idOf) {
      const row = this.#newRow(result, id);
      if (row === null) continue;
      this.#tx.put("agent_playbook", row);
      added.set(result, row);
    }
    const clusters = results.flatMap((result) => {
      const id = idOf.get(result);
      if (result.row === null) return [];
      return [id === undefined ? result.row : { ...result.row, agent_playbook_id: id }];
    });
    this.#tx.set(AGGREGATION, [request.playbookName, request.agentVersion], {
      last_user_playbook_id: lastUserPlaybookId,
      clusters,
    });
    this.#log(doomed, added);
  }

  /** Brings the reasons of an unchanged text up to date; what a person decided on stays as it is. */
  async #renew({ keptId, renewal }: ClusterResult): Promise<void> {
    if (keptId === null || renewal === undefined) return;
    const row = await this.#tx.get("agent_playbook", keptId);
    if (row?.playbook_status !== "pending" || !isEqualText(row, renewal)) return;
    this.#tx.put("agent_playbook", {
      ...row,
      rationale: renewal.rationale,
      blocking_issue: renewal.blockingIssue,
      playbook_metadata: renewal.metadata,
    });
  }

  /** Agent playbooks that go: never approved or rejected ones, as the database has them now. */
  async #doomed(): Promise<AgentPlaybookRow[]> {
    const { existing, state, results, isFull } = this.#input;
    const kept = new Set(results.map((result) => result.keptId));
    const former = new Set((state?.clusters ?? []).map((cluster) => cluster.agent_playbook_id));
    const ids = existing.map((row) => row.agent_playbook_id).filter((id) =>
      !kept.has(id) && (isFull || former.has(id))
    );
    const rows = await this.#tx.getMany("agent_playbook", ids);
    return rows.filter((row): row is AgentPlaybookRow => row?.playbook_status === "pending");
  }

  #newRow({ made }: ClusterResult, id: number): AgentPlaybookRow | null {
    if (made === null) return null;
    return {
      agent_playbook_id: id,
      playbook_name: this.#input.request.playbookName,
      agent_version: this.#input.request.agentVersion,
      created_at: Math.floor(this.#tx.nowSec),
      content: made.content,
      trigger: made.trigger,
      rationale: made.rationale,
      blocking_issue: made.blockingIssue,
      playbook_status: "pending",
      playbook_metadata: made.metadata,
      expanded_terms: null,
      status: null,
    };
  }

  /** Stages the entry of the change log; a new playbook that follows an old one is an update. */
  #log(
    doomed: readonly AgentPlaybookRow[],
    added: ReadonlyMap<ClusterResult, AgentPlaybookRow>,
  ): void {
    const { request, isFull, logId } = this.#input;
    if (doomed.length === 0 && added.size === 0) return;
    const removed = new Map(doomed.map((row) => [row.agent_playbook_id, row]));
    const updated: { readonly before: Snapshot; readonly after: Snapshot }[] = [];
    const news: Snapshot[] = [];
    for (const [{ plan }, row] of added) {
      const before = isFull ? undefined : removed.get(plan.before?.agent_playbook_id ?? 0);
      if (before === undefined) news.push(snapshotOf(row));
      else {
        removed.delete(before.agent_playbook_id);
        updated.push({ before: snapshotOf(before), after: snapshotOf(row) });
      }
    }
    this.#tx.put("aggregation_change_log", {
      id: logId,
      created_at: Math.floor(this.#tx.nowSec),
      playbook_name: request.playbookName,
      agent_version: request.agentVersion,
      run_mode: isFull ? "full_archive" : "incremental",
      added_agent_playbooks: news,
      removed_agent_playbooks: [...removed.values()].map(snapshotOf),
      updated_agent_playbooks: updated,
    });
  }
}
