import type { OrgStore, ProfileMeta, Tx, UserPlaybookMeta } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { failureText } from "./failures.ts";
import type { Call, Handlers } from "./handlers.ts";
import { stageItemDelete } from "./item_deletes.ts";

/** Nothing is there to upgrade. */
const NOTHING_PENDING = "No pending items found to upgrade";

/** Nothing is there to downgrade. */
const NOTHING_ARCHIVED = "No archived items found to restore";

/** Counts of an upgrade. */
interface Upgraded {
  readonly deleted: number;
  readonly archived: number;
  readonly promoted: number;
}

/** Counts of a downgrade. */
interface Downgraded {
  readonly demoted: number;
  readonly restored: number;
}

/** Which profiles a move concerns. */
function profileScope(body: Call<"upgrade_all_profiles">["body"]): (meta: ProfileMeta) => boolean {
  const { user_id: user, profile_ids: ids } = body;
  const wanted = ids === null ? null : new Set(ids);
  return (meta) =>
    (user === null || user === "" || meta.user_id === user) &&
    (wanted === null || wanted.has(meta.profile_id));
}

/** Profiles by status, as the database has them. */
async function profilesByStatus(tx: Tx, ids: readonly string[]) {
  const rows = (await tx.getMany("profile", ids)).filter((row) => row !== null);
  return {
    current: rows.filter((row) => row.status === null),
    pending: rows.filter((row) => row.status === "pending"),
    archived: rows.filter((row) => row.status === "archived"),
  };
}

/** Ids of profiles that a move may touch: in scope, and of affected users when only those count. */
async function profileIds(
  org: OrgStore,
  body: Call<"upgrade_all_profiles">["body"],
  moving: "pending" | "archived",
): Promise<readonly string[]> {
  const view = await org.view("profile");
  const isInScope = profileScope(body);
  const metas = view.selectMetas({ where: isInScope });
  if (!body.only_affected_users) return metas.map((meta) => meta.profile_id);
  const affected = new Set(
    metas.filter((meta) => meta.status === moving).map((meta) => meta.user_id),
  );
  return metas.filter((meta) => affected.has(meta.user_id)).map((meta) => meta.profile_id);
}

/** Pending profiles become current, current ones archived, archived ones are removed. */
async function upgradeProfiles(
  org: OrgStore,
  body: Call<"upgrade_all_profiles">["body"],
): Promise<Upgraded | null> {
  const ids = await profileIds(org, body, "pending");
  const { result } = await org.write(async (tx): Promise<Upgraded | null> => {
    const { current, pending, archived } = await profilesByStatus(tx, ids);
    if (pending.length === 0) return null;
    const last_modified_timestamp = Math.floor(tx.nowSec);
    for (const row of archived) stageItemDelete(tx, "profile", row.profile_id);
    for (const row of current) {
      tx.put("profile", { ...row, status: "archived", last_modified_timestamp });
    }
    for (const row of pending) tx.put("profile", { ...row, status: null, last_modified_timestamp });
    return { deleted: archived.length, archived: current.length, promoted: pending.length };
  });
  return result;
}

/** Archived profiles become current again, current ones archived. */
async function downgradeProfiles(org: OrgStore, body: Call<"downgrade_all_profiles">["body"]) {
  const ids = await profileIds(org, body, "archived");
  const { result } = await org.write(async (tx) => {
    const { current, archived } = await profilesByStatus(tx, ids);
    if (archived.length === 0) return null;
    const last_modified_timestamp = Math.floor(tx.nowSec);
    for (const row of current) {
      tx.put("profile", { ...row, status: "archived", last_modified_timestamp });
    }
    for (const row of archived) {
      tx.put("profile", { ...row, status: null, last_modified_timestamp });
    }
    return { demoted: current.length, restored: archived.length };
  });
  return result;
}

/** Ids of user playbooks of a version and name. */
async function playbookIds(
  org: OrgStore,
  body: { readonly agent_version: string | null; readonly playbook_name: string | null },
): Promise<readonly number[]> {
  const view = await org.view("user_playbook");
  const isInScope = (meta: UserPlaybookMeta) =>
    (body.agent_version === null || meta.agent_version === body.agent_version) &&
    (body.playbook_name === null || meta.playbook_name === body.playbook_name);
  return view.select({ where: isInScope });
}

/** Pending user playbooks become current; the others make room unless they are to stay. */
async function upgradePlaybooks(
  org: OrgStore,
  body: Call<"upgrade_all_user_playbooks">["body"],
): Promise<Upgraded | null> {
  const ids = await playbookIds(org, body);
  const { result } = await org.write(async (tx): Promise<Upgraded | null> => {
    const rows = (await tx.getMany("user_playbook", ids)).filter((row) => row !== null);
    const pending = rows.filter((row) => row.status === "pending");
    if (pending.length === 0) return null;
    const archived = body.archive_current ? rows.filter((row) => row.status === "archived") : [];
    const current = body.archive_current ? rows.filter((row) => row.status === null) : [];
    for (const row of archived) stageItemDelete(tx, "user_playbook", row.user_playbook_id);
    for (const row of current) tx.put("user_playbook", { ...row, status: "archived" });
    for (const row of pending) tx.put("user_playbook", { ...row, status: null });
    return { deleted: archived.length, archived: current.length, promoted: pending.length };
  });
  return result;
}

/** Archived user playbooks become current again, current ones archived. */
async function downgradePlaybooks(
  org: OrgStore,
  body: Call<"downgrade_all_user_playbooks">["body"],
) {
  const ids = await playbookIds(org, body);
  const { result } = await org.write(async (tx) => {
    const rows = (await tx.getMany("user_playbook", ids)).filter((row) => row !== null);
    const archived = rows.filter((row) => row.status === "archived");
    if (archived.length === 0) return null;
    const current = rows.filter((row) => row.status === null);
    for (const row of current) tx.put("user_playbook", { ...row, status: "archived" });
    for (const row of archived) tx.put("user_playbook", { ...row, status: null });
    return { demoted: current.length, restored: archived.length };
  });
  return result;
}

/** Outcome of an upgrade in words. */
function upgradeText({ promoted, archived, deleted }: Upgraded): string {
  return `Upgraded: ${promoted} promoted, ${archived} archived, ${deleted} old archived deleted`;
}

/** What became of a move. */
type Moved<T> =
  | { readonly counts: T; readonly message: null }
  | { readonly counts: null; readonly message: string };

/** Runs a move; nothing to move and a failing store become words. */
async function moved<T extends object>(
  verb: string,
  nothing: string,
  move: () => Promise<T | null>,
): Promise<Moved<T>> {
  try {
    const counts = await move();
    return counts === null ? { counts: null, message: nothing } : { counts, message: null };
  } catch (error) {
    return { counts: null, message: `Failed to ${verb}: ${failureText(error)}` };
  }
}

/** Outcome of a downgrade in words. */
function downgradeText({ demoted, restored }: Downgraded): string {
  return `Downgraded: ${demoted} archived, ${restored} restored`;
}

/** Upgrades with counts as words; a move that did nothing counts 0 everywhere. */
async function upgrade(move: () => Promise<Upgraded | null>) {
  const { counts, message } = await moved("upgrade", NOTHING_PENDING, move);
  return {
    success: counts !== null,
    counts: counts ?? { deleted: 0, archived: 0, promoted: 0 },
    message: counts === null ? message : upgradeText(counts),
  };
}

/** Downgrades with counts as words; a move that did nothing counts 0 everywhere. */
async function downgrade(move: () => Promise<Downgraded | null>) {
  const { counts, message } = await moved("downgrade", NOTHING_ARCHIVED, move);
  return {
    success: counts !== null,
    counts: counts ?? { demoted: 0, restored: 0 },
    message: counts === null ? message : downgradeText(counts),
  };
}

/** The verbs that move whole sets of items between their states. */
export function createStatusMoveHandlers(
  { store }: ServiceDeps,
): Pick<
  Handlers,
  | "upgrade_all_profiles"
  | "downgrade_all_profiles"
  | "upgrade_all_user_playbooks"
  | "downgrade_all_user_playbooks"
> {
  return {
    upgrade_all_profiles: async ({ org, body }) => {
      const done = await upgrade(() => upgradeProfiles(store.org(org), body));
      const { archived, promoted, deleted } = done.counts;
      return {
        success: done.success,
        profiles_archived: archived,
        profiles_promoted: promoted,
        profiles_deleted: deleted,
        message: done.message,
      };
    },
    downgrade_all_profiles: async ({ org, body }) => {
      const done = await downgrade(() => downgradeProfiles(store.org(org), body));
      const { demoted, restored } = done.counts;
      return {
        success: done.success,
        profiles_demoted: demoted,
        profiles_restored: restored,
        message: done.message,
      };
    },
    upgrade_all_user_playbooks: async ({ org, body }) => {
      const done = await upgrade(() => upgradePlaybooks(store.org(org), body));
      const { archived, promoted, deleted } = done.counts;
      return {
        success: done.success,
        user_playbooks_deleted: deleted,
        user_playbooks_archived: archived,
        user_playbooks_promoted: promoted,
        message: done.message,
      };
    },
    downgrade_all_user_playbooks: async ({ org, body }) => {
      const done = await downgrade(() => downgradePlaybooks(store.org(org), body));
      const { demoted, restored } = done.counts;
      return {
        success: done.success,
        user_playbooks_demoted: demoted,
        user_playbooks_restored: restored,
        message: done.message,
      };
    },
  };
}
