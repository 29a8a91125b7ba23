import type { Complete, ProfileExtractorConfig } from "../../client/contract/mod.ts";
import type { OrgStore } from "../store/mod.ts";
import type { ProfileRow } from "../store/rows.ts";
import type { ItemService } from "./item_service.ts";
import type { Known, ProfileCandidate } from "./learner.ts";
import { EXPLAIN } from "./records.ts";
import type { ItemScope } from "./run.ts";
import { stageProfiles } from "./stage_profiles.ts";

/** Current (or pending) unexpired profiles of a user with their records, newest first. */
async function knownProfiles(
  org: OrgStore,
  { userId, status }: ItemScope,
  nowSec: number,
): Promise<Known<ProfileRow>[]> {
  const view = await org.view("profile");
  const ids = view.select({
    user: userId,
    where: (meta) => meta.status === status && meta.expiration_timestamp >= nowSec,
  });
  const rows = await view.rows(ids);
  const explains = await org.readMany(EXPLAIN, rows.map((row) => ["profile", row.profile_id]));
  return rows.map((row, n) => ({ row, explain: explains[n] ?? null }));
}

/** Learning of profiles. */
export const PROFILE_SERVICE: ItemService<
  Complete<ProfileExtractorConfig>,
  ProfileCandidate,
  ProfileRow,
  string
> = {
  name: "profile_generation",
  kind: "profile",
  extractors: (config) => config.profile_extractor_configs ?? [],
  isWorth: (learner, input) => learner.isWorthProfiles(input),
  extract: (learner, input) => learner.extractProfiles(input),
  reconcile: ({ learner, similar, org }, scope, input) =>
    learner.reconcileProfiles({ ...input, findSimilar: similar.profiles(org, scope) }),
  additions: (candidates) =>
    candidates.filter(({ intent }) => intent === "learn").map((candidate) => ({
      op: "add",
      candidate,
      replaces: [],
      explain: { ...candidate.explain, outcome: "added" },
    })),
  known: knownProfiles,
  idOf: (row) => row.profile_id,
  pendingIds: async (org, { userId, names }) => {
    const view = await org.view("profile");
    return view.select({
      user: userId,
      where: ({ status, extractor_names }) =>
        status === "pending" &&
        (names.length === 0 || (extractor_names ?? []).some((name) => names.includes(name))),
    });
  },
  freshIds: (_org, count) =>
    Promise.resolve(Array.from({ length: count }, () => crypto.randomUUID())),
  stage: stageProfiles,
};
