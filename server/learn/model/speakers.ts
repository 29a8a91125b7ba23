import type { LearnTurn } from "../learner.ts";

const OTHER_ROLES: ReadonlySet<string> = new Set([
  "agent",
  "assistant",
  "system",
  "tool",
  "internal",
]);

/** Whether a role is the person's: any word that names no part of the machine. */
export function isUserRole(role: string): boolean {
  return !OTHER_ROLES.has(role.trim().toLowerCase());
}

/** The turns with those marked new that carry evidence: all in a rerun, where none is new. */
export function withEvidenceMarked(turns: readonly LearnTurn[]): readonly LearnTurn[] {
  return turns.some((turn) => turn.isNew) ? turns : turns.map((turn) => ({ ...turn, isNew: true }));
}
