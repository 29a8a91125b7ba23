import { EXPLAIN } from "../learn/records.ts";
import type { IdOf, OrgStore, Tx } from "../store/mod.ts";

/** Kinds of learnt items. */
export type ItemKind = "profile" | "user_playbook" | "agent_playbook";

/** Stages the end of an item together with the record of how it was learnt. */
export function stageItemDelete<K extends ItemKind>(tx: Tx, kind: K, id: IdOf<K>): void {
  tx.delete(kind, id);
  tx.remove(EXPLAIN, [kind, id]);
}

/** What deleting one row by its id answers: that there was none is a success, but it is said. */
export function deletionAnswer(
  what: string,
  wasThere: boolean,
): { success: true; message: string } {
  const message = wasThere ? `Deleted ${what}` : `There is no ${what}, so nothing was deleted`;
  return { success: true, message };
}

/** What deleting any number of rows answers. */
export function deletedCount(
  count: number,
  noun: string,
): { success: true; deleted_count: number; message: string } {
  return { success: true, deleted_count: count, message: `Deleted ${count} ${noun}(s)` };
}

/**
 * Removes items in one commit.
 *
 * @returns How many there were.
 */
export async function deleteItems<K extends ItemKind>(
  org: OrgStore,
  kind: K,
  wanted: readonly IdOf<K>[],
): Promise<number> {
  const view = await org.view(kind);
  const ids = [...new Set(wanted)].filter((id) => view.meta(id) !== undefined);
  if (ids.length === 0) return 0;
  const { result } = await org.write(async (tx) => {
    const rows = await tx.getMany(kind, ids);
    for (const id of ids) stageItemDelete(tx, kind, id);
    return rows.filter((row) => row !== null).length;
  });
  return result;
}

/** Removes every item of some kinds in one commit; gives how many there were. */
export async function deleteAllItems(org: OrgStore, kinds: readonly ItemKind[]): Promise<number> {
  const ids: { readonly kind: ItemKind; readonly ids: readonly (string | number)[] }[] = [];
  for (const kind of kinds) ids.push({ kind, ids: (await org.view(kind)).ids() });
  await org.write((tx) => {
    for (const entry of ids) for (const id of entry.ids) stageAny(tx, entry.kind, id);
  });
  return ids.reduce((sum, entry) => sum + entry.ids.length, 0);
}

/** As `stageItemDelete` for an id whose kind is only known at run time. */
function stageAny(tx: Tx, kind: ItemKind, id: string | number): void {
  if (kind === "profile") stageItemDelete(tx, kind, String(id));
  else stageItemDelete(tx, kind, Number(id));
}
