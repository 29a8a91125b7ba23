import type {
  AgentPlaybookSnapshot,
  Complete,
  PlaybookAggregatorConfig,
} from "../../client/contract/mod.ts";
import type { OrgStore, Tx } from "../store/mod.ts";
import type { AgentPlaybookRow, UserPlaybookRow } from "../store/rows.ts";
import { type ClusterPlan, isSameRule, isUnchanged, planClusters } from "./aggregation_plan.ts";
import { aggregationOf, type LearnConfig } from "./extractors.ts";
import type { AggregatedPlaybook, Known, Learner } from "./learner.ts";
import { withRecords } from "./playbook_service.ts";
import { AGGREGATION, type AggregationRow, type ClusterRow } from "./records.ts";
import type { FollowUps } from "./run.ts";

/** What an aggregation is made with. */
export interface AggregationContext {
  /** The org. */
  readonly org: OrgStore;
  /** Understands language. */
  readonly learner: Learner;
  /** Configuration of the org. */
  readonly learnConfig: LearnConfig;
  /** Vectors of user playbooks, null where there is none. */
  readonly vectorsOf: (
    rows: readonly UserPlaybookRow[],
  ) => Promise<ReadonlyMap<number, Float32Array>>;
  /** Work that follows. */
  readonly followUps: Pick<FollowUps, "complete">;
  /** Aborted when the run has to stop. */
  readonly signal: AbortSignal;
  /** Commits; the work that caused the aggregation ends in the same commit. */
  readonly commit: <T>(stage: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** Which user playbooks are aggregated. */
export interface AggregationRequest {
  /** Name of the extractor. */
  readonly playbookName: string;
  /** Version of the agent. */
  readonly agentVersion: string;
  /** Whether everything is rebuilt. */
  readonly rerun: boolean;
}

/** What an aggregation did. */
export interface AggregationOutcome {
  /** Why nothing was done, null when something was. */
  readonly skipped: string | null;
  /** User playbooks read. */
  readonly read: number;
  /** Clusters found. */
  readonly clusters: number;
  /** Agent playbooks made. */
  readonly generated: number;
}

/** What one cluster became. */
interface ClusterResult {
  readonly plan: ClusterPlan;
  /** The cluster as it is remembered; null: asked again next time. */
  readonly row: ClusterRow | null;
  /** What is to be added under a fresh id, null when nothing. */
  readonly made: AggregatedPlaybook | null;
  /** Agent playbook that stays because of it, null when none. */
  readonly keptId: number | null;
  /** What the one that stays would now be written as, absent when nobody was asked. */
  readonly renewal?: AggregatedPlaybook;
}

/** An agent playbook as frozen in the change log. */
type Snapshot = Complete<AgentPlaybookSnapshot>;

function snapshotOf(row: AgentPlaybookRow): Snapshot {
  const { created_at: _at, status: _status, expanded_terms: _terms, ...snapshot } = row;
  return snapshot;
}

/** Highest id of the rows read. */
function highestId(known: readonly Known<UserPlaybookRow>[]): number {
  return known.reduce((highest, { row }) => Math.max(highest, row.user_playbook_id), 0);
}

/** Whether an agent playbook already reads as the learner would write it. */
function isEqualText(row: AgentPlaybookRow, made: AggregatedPlaybook): boolean {
  return row.content === made.content && row.trigger === made.trigger;
}

function skippedBecause(reason: string, read = 0): AggregationOutcome {
  return { skipped: reason, read, clusters: 0, generated: 0 };
}

/** Makes agent playbooks of the user playbooks of one name and agent version. */
export async function aggregate(
  context: AggregationContext,
  request: AggregationRequest,
): Promise<AggregationOutcome> {
  const { learnConfig, learner } = context;
  const extractor = (learnConfig.config.user_playbook_extractor_configs ?? []).find((one) =>
    one.extractor_name === request.playbookName
  );
  const thresholds = aggregationOf(extractor, learner);
  if (thresholds === null) {
    return skippedBecause("no aggregator config or min_cluster_size < 2");
  }
  return await new Aggregation(context, request, thresholds).run();
}

/** One aggregation. */
class Aggregation {
  readonly #context: AggregationContext;
  readonly #request: AggregationRequest;
  readonly #thresholds: Complete<PlaybookAggregatorConfig>;

  constructor(
    context: AggregationContext,
    request: AggregationRequest,
    thresholds: Complete<PlaybookAggregatorConfig>,
  ) {
    this.#context = context;
    this.#request = request;
    this.#thresholds = thresholds;
  }

  async run(): Promise<AggregationOutcome> {
    const { org } = this.#context;
    const { playbookName, agentVersion, rerun } = this.#request;
    const state = await org.read(AGGREGATION, [playbookName, agentVersion]);
    const known = await this.#userPlaybooks();
    const after = rerun ? 0 : state?.last_user_playbook_id ?? 0;
    const fresh = known.filter(({ row }) => row.user_playbook_id > after).length;
    const needed = this.#thresholds.reaggregation_trigger_count;
    if (fresh < needed) {
      return skippedBecause(`not enough new playbooks (${fresh} < ${needed})`, known.length);
    }
    const existing = await this.#agentPlaybooks();
    const plans = await this.#plan(known, existing, state);
    const isFull = rerun || state?.clusters == null;
    if (!rerun && state?.clusters != null && isUnchanged(plans, state)) {
      await this.#moveBookmark(state, known);
      return skippedBecause("no cluster changes detected", known.length);
    }
    const results = await this.#ask(plans, known, existing, isFull);
    const generated = await this.#store({ known, existing, state, results, isFull });
    return { skipped: null, read: known.length, clusters: plans.length, generated };
  }

  async #userPlaybooks(): Promise<Known<UserPlaybookRow>[]> {
    const { org } = this.#context;
    const { playbookName, agentVersion } = this.#request;
    const view = await org.view("user_playbook");
    const rows = await view.rows(view.select({
      order: "oldest",
      where: (meta) =>
        meta.status === null && meta.playbook_name === playbookName &&
        meta.agent_version === agentVersion,
    }));
    return await withRecords(org, rows);
  }

  async #agentPlaybooks(): Promise<AgentPlaybookRow[]> {
    const { playbookName, agentVersion } = this.#request;
    const view = await this.#context.org.view("agent_playbook");
    return await view.rows(view.select({
      order: "oldest",
      where: (meta) => meta.playbook_name === playbookName && meta.agent_version === agentVersion,
    }));
  }

  async #plan(
    known: readonly Known<UserPlaybookRow>[],
    existing: readonly AgentPlaybookRow[],
    state: AggregationRow | null,
  ): Promise<ClusterPlan[]> {
    const { learner, vectorsOf, signal } = this.#context;
    const vectors = await vectorsOf(known.map(({ row }) => row));
    const clusters = await learner.cluster({
      playbooks: known,
      vectorOf: (id) => vectors.get(id) ?? null,
      aggregation: this.#thresholds,
      signal,
    });
    const ids = new Set(
      existing.filter((row) => row.status === null).map((row) => row.agent_playbook_id),
    );
    const isFull = this.#request.rerun || state?.clusters == null;
    return planClusters(clusters, state, { isFull, exists: (id) => ids.has(id) });
  }

  async #moveBookmark(
    state: AggregationRow,
    known: readonly Known<UserPlaybookRow>[],
  ): Promise<void> {
    const { playbookName, agentVersion } = this.#request;
    await this.#context.commit((tx) => {
      tx.set(AGGREGATION, [playbookName, agentVersion], {
        ...state,
        last_user_playbook_id: highestId(known),
      });
      return Promise.resolve();
    });
  }

  /** Asks the learner about each cluster that is not carried over. */
  async #ask(
    plans: readonly ClusterPlan[],
    known: readonly Known<UserPlaybookRow>[],
    existing: readonly AgentPlaybookRow[],
    isFull: boolean,
  ): Promise<ClusterResult[]> {
    const members = new Map(known.map((item) => [item.row.user_playbook_id, item]));
    const carried = new Set(
      plans.filter((plan) => !plan.isRegenerated).map((plan) => plan.before?.agent_playbook_id),
    );
    // Only what will exist afterwards may stand in the way of a new playbook.
    const staying = existing.filter((row) =>
      row.playbook_status !== "pending" || (!isFull && carried.has(row.agent_playbook_id))
    );
    const results: ClusterResult[] = [];
    for (const plan of plans) {
      this.#context.signal.throwIfAborted();
      const result = plan.isRegenerated
        ? await this.#askOne(plan, { members, existing, staying })
        : {
          plan,
          row: plan.before,
          made: null,
          keptId: plan.before?.agent_playbook_id ?? null,
        };
      results.push(result);
    }
    return results;
  }

  async #askOne(
    plan: ClusterPlan,
    given: {
      readonly members: ReadonlyMap<number, Known<UserPlaybookRow>>;
      readonly existing: readonly AgentPlaybookRow[];
      readonly staying: AgentPlaybookRow[];
    },
  ): Promise<ClusterResult> {
    const { learner, learnConfig, signal } = this.#context;
    const { cluster, before } = plan;
    const row = (id: number | null): ClusterRow => ({
      fingerprint: cluster.fingerprint,
      user_playbook_ids: cluster.memberIds,
      agent_playbook_id: id,
    });
    const former = given.existing.find((one) =>
      one.agent_playbook_id === before?.agent_playbook_id
    );
    if (former?.playbook_status === "rejected") {
      return { plan, row: row(former.agent_playbook_id), made: null, keptId: null };
    }
    let made: AggregatedPlaybook | null;
    try {
      made = await learner.aggregate({
        members: cluster.memberIds.flatMap((id) => given.members.get(id) ?? []),
        existing: given.staying,
        aggregation: this.#thresholds,
        config: learnConfig.config,
        signal,
      });
    } catch {
      // A cluster that cannot be asked about keeps what it has, and is asked about next time.
      signal.throwIfAborted();
      return { plan, row: before, made: null, keptId: before?.agent_playbook_id ?? null };
    }
    if (made === null) return { plan, row: row(null), made: null, keptId: null };
    if (former !== undefined && former.status === null && isEqualText(former, made)) {
      return {
        plan,
        row: row(former.agent_playbook_id),
        made: null,
        keptId: former.agent_playbook_id,
        renewal: made,
      };
    }
    const answer = made;
    const isRejected = given.existing.some((one) =>
      one.playbook_status === "rejected" && isSameRule(answer, one)
    );
    const isApproved = given.existing.some((one) =>
      one.playbook_status === "approved" && one.status === null && isEqualText(one, answer)
    );
    if (isRejected || isApproved) return { plan, row: row(null), made: null, keptId: null };
    return { plan, row: row(null), made, keptId: null };
  }

  /** Writes everything in one commit; gives the number of agent playbooks made. */
  async #store(given: {
    readonly known: readonly Known<UserPlaybookRow>[];
    readonly existing: readonly AgentPlaybookRow[];
    readonly state: AggregationRow | null;
    readonly results: readonly ClusterResult[];
    readonly isFull: boolean;
  }): Promise<number> {
    const { org, commit, followUps } = this.#context;
    const { playbookName, agentVersion } = this.#request;
    const made = given.results.filter((result) => result.made !== null);
    const ids = await org.nextIds("agent_playbook", made.length);
    const logId = await org.nextId("aggregation_change_log");
    const idOf = new Map(made.map((result, n) => [result, ids[n] ?? 0]));
    await commit(async (tx) => {
      const doomed = await this.#doomed(tx, given);
      for (const row of doomed) tx.delete("agent_playbook", row.agent_playbook_id);
      for (const result of given.results) await this.#renew(tx, result);
      const added = new Map<ClusterResult, AgentPlaybookRow>();
      for (const result of made) {
        const row = this.#newRow(result, idOf.get(result) ?? 0, Math.floor(tx.nowSec));
        if (row === null) continue;
        tx.put("agent_playbook", row);
        added.set(result, row);
      }
      const clusters = given.results.flatMap((result) => {
        const id = idOf.get(result);
        if (result.row === null) return [];
        return [id === undefined ? result.row : { ...result.row, agent_playbook_id: id }];
      });
      tx.set(AGGREGATION, [playbookName, agentVersion], {
        last_user_playbook_id: highestId(given.known),
        clusters,
      });
      this.#log(tx, { logId, doomed, added, isFull: given.isFull });
      if (ids.length > 0) await followUps.complete(tx, "agent_playbook", ids);
    });
    return made.length;
  }

  /** Brings the reasons of an unchanged text up to date; what a person decided on stays as it is. */
  async #renew(tx: Tx, { keptId, renewal }: ClusterResult): Promise<void> {
    if (keptId === null || renewal === undefined) return;
    const row = await tx.get("agent_playbook", keptId);
    if (row?.playbook_status !== "pending" || !isEqualText(row, renewal)) return;
    tx.put("agent_playbook", {
      ...row,
      rationale: renewal.rationale,
      blocking_issue: renewal.blockingIssue,
      playbook_metadata: renewal.metadata,
    });
  }

  /** Agent playbooks that go: never approved or rejected ones, as the database has them now. */
  async #doomed(
    tx: Tx,
    { existing, state, results, isFull }: {
      readonly existing: readonly AgentPlaybookRow[];
      readonly state: AggregationRow | null;
      readonly results: readonly ClusterResult[];
      readonly isFull: boolean;
    },
  ): Promise<AgentPlaybookRow[]> {
    const kept = new Set(results.map((result) => result.keptId));
    const former = new Set((state?.clusters ?? []).map((cluster) => cluster.agent_playbook_id));
    const ids = existing.map((row) => row.agent_playbook_id).filter((id) =>
      !kept.has(id) && (isFull || former.has(id))
    );
    const rows = await tx.getMany("agent_playbook", ids);
    return rows.filter((row): row is AgentPlaybookRow => row?.playbook_status === "pending");
  }

  #newRow({ made }: ClusterResult, id: number, nowSec: number): AgentPlaybookRow | null {
    if (made === null) return null;
    return {
      agent_playbook_id: id,
      playbook_name: this.#request.playbookName,
      agent_version: this.#request.agentVersion,
      created_at: nowSec,
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
  #log(tx: Tx, given: {
    readonly logId: number;
    readonly doomed: readonly AgentPlaybookRow[];
    readonly added: ReadonlyMap<ClusterResult, AgentPlaybookRow>;
    readonly isFull: boolean;
  }): void {
    const { doomed, added, isFull } = given;
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
    tx.put("aggregation_change_log", {
      id: given.logId,
      created_at: Math.floor(tx.nowSec),
      playbook_name: this.#request.playbookName,
      agent_version: this.#request.agentVersion,
      run_mode: isFull ? "full_archive" : "incremental",
      added_agent_playbooks: news,
      removed_agent_playbooks: [...removed.values()].map(snapshotOf),
      updated_agent_playbooks: updated,
    });
  }
}
