import { describeChanges, type FileChange } from "../integrations/plan.ts";
import type { Result } from "../result.ts";

/** What would be written. */
export function planResult(changes: readonly FileChange[]): Result {
  return {
    data: {
      dry_run: true,
      changes: changes.map(({ path, before, after }) => ({ path, before, after })),
    },
    keepsNulls: true,
    human: (screen) => changes.length === 0 ? "Nothing changes" : describeChanges(changes, screen),
  };
}

/** The paths, one a line. */
export function pathList(changes: readonly FileChange[]): string {
  return changes.map(({ path }) => path).join("\n");
}
