import type { JobRun } from "../jobs/mod.ts";
import type { ListedKind } from "../store/mod.ts";
import { stageItemDelete } from "./item_deletes.ts";

/** Kinds that may be kept for a number of days, as the environment names them. */
const RETAINED_KINDS = {
  interactions: "interaction",
  profiles: "profile",
  user_playbooks: "user_playbook",
  agent_playbooks: "agent_playbook",
  evaluations: "evaluation",
  profile_change_logs: "profile_change_log",
  aggregation_change_logs: "aggregation_change_log",
} as const satisfies Readonly<Record<string, ListedKind>>;

/** A kind that may be kept for a number of days. */
export type RetainedKind = (typeof RETAINED_KINDS)[keyof typeof RETAINED_KINDS];

/** Days a kind is kept; kinds without an entry are kept for good. */
export type RetentionDays = Readonly<Partial<Record<RetainedKind, number>>>;

/** Rows removed in one commit. */
const ROWS_PER_COMMIT = 500;

/** Whether a word names a kind. */
function isKindName(word: string): word is keyof typeof RETAINED_KINDS {
  return Object.hasOwn(RETAINED_KINDS, word);
}

/**
 * Reads days by kind from a text such as `interactions:90,profiles:365`.
 *
 * @throws {SyntaxError} If a kind is unknown or its days are no whole number above 0.
 */
export function parseRetentionDays(text: string): RetentionDays {
  const days: Partial<Record<RetainedKind, number>> = {};
  for (const part of text.split(",").map((one) => one.trim()).filter((one) => one !== "")) {
    const [name = "", amount = ""] = part.split(":").map((one) => one.trim());
    if (!isKindName(name)) {
      const known = Object.keys(RETAINED_KINDS).join(", ");
      throw new SyntaxError(`Cannot read REFLEXIO_RETENTION_DAYS: "${name}" is none of ${known}`);
    }
    if (!/^[1-9]\d{0,5}$/.test(amount)) {
      throw new SyntaxError(
        `Cannot read REFLEXIO_RETENTION_DAYS: ${name} needs a whole number of days above 0`,
      );
    }
    days[RETAINED_KINDS[name]] = Number(amount);
  }
  return days;
}

/** Drops rows of a kind that are older than they may be; gives the requests of dropped turns. */
async function dropKind(run: JobRun, kind: RetainedKind, toSec: number): Promise<Set<string>> {
  const requests = new Set<string>();
  for (;;) {
    run.signal.throwIfAborted();
    const view = await run.org.view(kind);
    const ids = view.select({ toSec, order: "oldest", limit: ROWS_PER_COMMIT });
    if (ids.length === 0) return requests;
    if (kind === "interaction") {
      const turns = await run.org.view("interaction");
      for (const id of ids) requests.add(turns.meta(Number(id))?.request_id ?? "");
    }
    await run.commit((tx) => {
      for (const id of ids) {
        if (kind === "profile") stageItemDelete(tx, kind, String(id));
        else if (kind === "user_playbook" || kind === "agent_playbook") {
          stageItemDelete(tx, kind, Number(id));
        } else tx.delete(kind, Number(id));
      }
    }, { ends: [] });
  }
}

/**
 * Drops what is older than its kind is kept.
 *
 * @returns Requests that lost turns.
 */
export async function dropExpired(
  run: JobRun,
  days: RetentionDays,
  nowSec: number,
): Promise<Set<string>> {
  let requests = new Set<string>();
  for (const kind of Object.values(RETAINED_KINDS)) {
    const kept = days[kind];
    if (kept === undefined) continue;
    const dropped = await dropKind(run, kind, nowSec - kept * 86_400);
    if (dropped.size > 0) requests = dropped;
  }
  return requests;
}
