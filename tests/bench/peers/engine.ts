import type { LabelledItem, LabelledQuery } from "../retrieval_set.ts";

/** A search engine under comparison: the same rows in, the ten best as `kind:id` out. */
export interface Engine {
  /** Name in the table. */
  readonly name: string;
  /** Takes all rows once. */
  index(items: readonly LabelledItem[]): void | Promise<void>;
  /** The ten best rows of all kinds; rows of another user never count. */
  search(query: LabelledQuery): string[] | Promise<string[]>;
}

/** Whether `query` may see a row: agent playbooks always, others only of its own user. */
export function isVisible(item: LabelledItem, query: LabelledQuery): boolean {
  return query.user_id === undefined || item.userId === null || item.userId === query.user_id;
}

/** One text of a row: all its fields. */
export function textOf(item: LabelledItem): string {
  return Object.values(item.fields).join("\n");
}

/** Name of a row in the labels. */
export function nameOf(item: LabelledItem): string {
  return `${item.kind}:${item.id}`;
}
