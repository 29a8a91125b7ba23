import type { Complete, PlaybookAggregatorConfig } from "../../client/contract/mod.ts";
import type { KindView, OrgStore } from "../store/mod.ts";
import type { AgentPlaybookRow, UserPlaybookRow } from "../store/rows.ts";
import { type ClusterPlan, isSameRule, isUnchanged, planClusters } from "./aggregation_plan.ts";
import { isEqualText, stageAggregation } from "./aggregation_stage.ts";
import type {
  AggregationContext,
  AggregationOutcome,
  AggregationRequest,
  ClusterResult,
} from "./aggregation_types.ts";
import { Breath } from "../breath.ts";
import { aggregationOf } from "./extractors.ts";
import type { AggregatedPlaybook, Known } from "./learner.ts";
import { withRecords } from "./playbook_service.ts";
import { AGGREGATION, type AggregationRow, type ClusterRow } from "./records.ts";

/** Highest id of the rows read. */
function highestId(known: readonly Known<UserPlaybookRow>[]): number {
  return known.reduce((highest, { row }) => Math.max(highest, row.user_playbook_id), 0);
}

function skippedBecause(reason: string, read = 0): AggregationOutcome {
  return { skipped: reason, read, clusters: 0, generated: 0 };
}

/** Records of rows that an aggregation has read; a row that changes is another object. */
const RECORDS = new WeakMap<UserPlaybookRow, Known<UserPlaybookRow>>();

/** Playbooks that are read at once; requests are let in between. */
const READ_AT_ONCE = 32;

/** User playbooks with their records; each record is read once, however often it is aggregated. */
async function readKnown(
  org: OrgStore,
  view: KindView<"user_playbook">,
  ids: readonly number[],
): Promise<Known<UserPlaybookRow>[]> {
  const breath = new Breath();
  const known: Known<UserPlaybookRow>[] = [];
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    await breath.take();
    const rows = await view.rows(ids.slice(at, at + READ_AT_ONCE));
    const news = rows.filter((row) => !RECORDS.has(row));
    if (news.length > 0) {
      for (const one of await withRecords(org, news)) RECORDS.set(one.row, one);
    }
    known.push(...rows.flatMap((row) => RECORDS.get(row) ?? []));
  }
  return known;
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
    const view = await org.view("user_playbook");
    const ids = view.select({
      order: "oldest",
      where: (meta) =>
        meta.status === null && meta.playbook_name === playbookName &&
        meta.agent_version === agentVersion,
    });
    const after = rerun ? 0 : state?.last_user_playbook_id ?? 0;
    const fresh = ids.filter((id) => id > after).length;
    const needed = this.#thresholds.reaggregation_trigger_count;
    if (fresh < needed) {
      return skippedBecause(`not enough new playbooks (${fresh} < ${needed})`, ids.length);
    }
    const known = await readKnown(org, view, ids);
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
    const made = given.results.filter((result) => result.made !== null);
    const ids = await org.nextIds("agent_playbook", made.length);
    const logId = await org.nextId("aggregation_change_log");
    const idOf = new Map(made.map((result, n) => [result, ids[n] ?? 0]));
    const lastUserPlaybookId = highestId(given.known);
    await commit(async (tx) => {
      await stageAggregation(tx, {
        ...given,
        request: this.#request,
        idOf,
        lastUserPlaybookId,
        logId,
      });
      if (ids.length > 0) await followUps.complete(tx, "agent_playbook", ids);
    });
    return made.length;
  }
}
