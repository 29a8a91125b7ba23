import type { Context } from "../context.ts";
import { refusalIn } from "../failure.ts";
import { isRecord } from "../render/fields.ts";
import { oneLine } from "../render/width.ts";
import type { Result } from "../result.ts";

/** Words around the answer of a verb that changes something. */
export interface Acknowledgement {
  /** What was asked for, behind "Cannot": a refusal is told with it. */
  readonly action: string;
  /** What to say when it is done. */
  readonly done: string;
}

/** The result of a verb that changes something: its answer, told or refused. */
export function acknowledge(
  context: Context,
  answer: unknown,
  { action, done }: Acknowledgement,
): Result {
  const failure = refusalIn(answer, action);
  if (failure !== undefined) return { data: answer, failure };
  context.out.note(done);
  return { data: answer };
}

/** The result of deleting one item. The server says it: that there was none is a success too. */
export function acknowledgeDeletion(context: Context, answer: unknown, item: string): Result {
  const said = isRecord(answer) && typeof answer.message === "string" ? answer.message : "";
  const done = oneLine(said) || `Deleted ${item}`;
  return acknowledge(context, answer, { action: `delete ${item}`, done });
}
