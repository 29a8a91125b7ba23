import type { ReflexioClient } from "../../mod.ts";
import type { Context } from "../context.ts";
import { plural } from "../render/age.ts";
import type { Result } from "../result.ts";
import { acknowledge } from "./_acknowledge.ts";

/** Most items that are counted before they would be deleted. */
const MAX_COUNTED = 10_000;

/** Everything of one kind. */
export interface WholeKind {
  /** Name of one item. */
  readonly noun: string;
  /** All of them, for the question. */
  readonly all: string;
  /** Counts them, at most `limit`. */
  readonly count: (client: ReflexioClient, limit: number) => Promise<number>;
  /** Deletes them. */
  readonly remove: (client: ReflexioClient) => Promise<{ readonly deleted_count: number }>;
}

/** `… delete-all`: counts with `--dry-run`, else asks and deletes. */
export async function deleteAll(context: Context, kind: WholeKind): Promise<Result> {
  const client = await context.client();
  if (context.input.on("dry-run")) {
    const count = await kind.count(client, MAX_COUNTED);
    context.out.note(`Would delete ${plural(count, kind.noun)}`);
    return { data: { would_delete: count } };
  }
  await confirmRemoval(context, kind.all);
  const answer = await kind.remove(client);
  return acknowledge(context, answer, {
    action: `delete ${kind.all}`,
    done: `Deleted ${plural(answer.deleted_count, kind.noun)}`,
  });
}

/** Asks before many items are removed, unless `--yes`. */
export async function confirmRemoval(context: Context, what: string): Promise<void> {
  if (context.input.on("yes")) return;
  if (context.prompt.isInteractive) context.out.note("A copy first: reflexio backup FILE");
  await context.prompt.confirm(`Delete ${what}`, "--yes");
}
