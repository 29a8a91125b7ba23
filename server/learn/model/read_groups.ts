import type { ReadOutcome } from "../../llm/mod.ts";
import { type AnswerObject, asList, asObject } from "./answer_values.ts";
import { readList } from "./read_items.ts";

/** Items of which one is to be kept. */
export interface ItemGroup {
  /** Positions among the new items, rising; at least one. */
  readonly newAt: readonly number[];
  /** Positions among the stored items, rising. */
  readonly existingAt: readonly number[];
  /** The group as the model wrote it, with what is to be kept. */
  readonly answer: AnswerObject;
}

/** How many items there are. */
export interface ItemCounts {
  /** New items. */
  readonly newCount: number;
  /** Stored items. */
  readonly existingCount: number;
}

const LABEL = /^(NEW|EXISTING)-(\d{1,6})$/;

/**
 * Reads which items say the same. Labels of another form or out of range are left out, an item
 * belongs to the first group that names it, and a group without a new item is no group.
 */
export function readGroups(json: unknown, counts: ItemCounts): ReadOutcome<ItemGroup[]> {
  const list = readList(json, "duplicate_groups");
  if (!list.ok) return list;
  const taken = new Set<string>();
  const groups: ItemGroup[] = [];
  for (const entry of list.value) {
    const answer = asObject(entry);
    const group = answer === null ? null : toGroup(answer, counts, taken);
    if (group !== null) groups.push(group);
  }
  return { ok: true, value: groups };
}

function toGroup(answer: AnswerObject, counts: ItemCounts, taken: Set<string>): ItemGroup | null {
  const newAt = new Set<number>();
  const existingAt = new Set<number>();
  for (const label of asList(answer["item_ids"]) ?? []) {
    const match = typeof label === "string" ? LABEL.exec(label.trim()) : null;
    if (match === null || taken.has(match[0])) continue;
    const isNew = match[1] === "NEW";
    const at = Number(match[2]);
    if (at < (isNew ? counts.newCount : counts.existingCount)) (isNew ? newAt : existingAt).add(at);
  }
  if (newAt.size === 0) return null;
  for (const at of newAt) taken.add(`NEW-${at}`);
  for (const at of existingAt) taken.add(`EXISTING-${at}`);
  return { newAt: rising(newAt), existingAt: rising(existingAt), answer };
}

function rising(numbers: ReadonlySet<number>): number[] {
  return [...numbers].toSorted((a, b) => a - b);
}
