import type { Complete, UserPlaybookExtractorConfig } from "../../client/contract/mod.ts";
import type { OrgStore } from "../store/mod.ts";
import type { UserPlaybookRow } from "../store/rows.ts";
import type { ItemService } from "./item_service.ts";
import type { Known, PlaybookCandidate } from "./learner.ts";
import { EXPLAIN } from "./records.ts";
import type { ItemScope } from "./run.ts";
import { stagePlaybooks } from "./stage_playbooks.ts";

/** Current (or pending) user playbooks of a user and agent version with their records, newest first. */
async function knownPlaybooks(
  org: OrgStore,
  { userId, agentVersion, status }: ItemScope,
): Promise<Known<UserPlaybookRow>[]> {
  const view = await org.view("user_playbook");
  const ids = view.select({
    user: userId,
    where: (meta) => meta.status === status && meta.agent_version === agentVersion,
  });
  return await withRecords(org, await view.rows(ids));
}

/** User playbooks with the records of how they were learnt. */
export async function withRecords(
  org: OrgStore,
  rows: readonly UserPlaybookRow[],
): Promise<Known<UserPlaybookRow>[]> {
  const explains = await org.readMany(
    EXPLAIN,
    rows.map((row) => ["user_playbook", row.user_playbook_id]),
  );
  return rows.map((row, n) => ({ row, explain: explains[n] ?? null }));
}

/** Learning of user playbooks. */
export const PLAYBOOK_SERVICE: ItemService<
  Complete<UserPlaybookExtractorConfig>,
  PlaybookCandidate,
  UserPlaybookRow,
  number
> = {
  name: "playbook_generation",
  kind: "user_playbook",
  extractors: (config) => config.user_playbook_extractor_configs ?? [],
  isWorth: (learner, input) => learner.isWorthPlaybooks(input),
  extract: (learner, input) => learner.extractPlaybooks(input),
  reconcile: ({ learner, similar, org }, scope, input) =>
    learner.reconcilePlaybooks({ ...input, findSimilar: similar.userPlaybooks(org, scope) }),
  additions: (candidates) =>
    candidates.filter(({ intent }) => intent === "learn").map((candidate) => ({
      op: "add",
      candidate,
      replaces: [],
      explain: { ...candidate.explain, outcome: "added" },
    })),
  known: knownPlaybooks,
  idOf: (row) => row.user_playbook_id,
  pendingIds: async (org, { userId, agentVersion, names }) => {
    const view = await org.view("user_playbook");
    return view.select({
      user: userId,
      where: ({ status, agent_version, playbook_name }) =>
        status === "pending" && agent_version === agentVersion &&
        (names.length === 0 || names.includes(playbook_name)),
    });
  },
  freshIds: (org, count) => org.nextIds("user_playbook", count),
  stage: stagePlaybooks,
};
