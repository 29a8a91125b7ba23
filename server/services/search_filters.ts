import type { PlaybookStatus, StatusFilter, TimeBound } from "../../client/contract/mod.ts";
import type { ColumnFilter } from "../search/mod.ts";
import { boundSec, presentText } from "./texts.ts";

/** A time range as callers give it. */
interface TimeRange {
  readonly start_time: TimeBound | null;
  readonly end_time: TimeBound | null;
}

/** Conditions of a time range, inclusive on both sides. */
export function timeFilters(column: string, range: TimeRange): ColumnFilter[] {
  const fromSec = boundSec(range.start_time);
  const toSec = boundSec(range.end_time);
  return [
    ...fromSec === null ? [] : [{ column, op: "gte", value: fromSec } as const],
    ...toSec === null ? [] : [{ column, op: "lte", value: toSec } as const],
  ];
}

/** Condition of a status filter; an empty list admits every status. */
export function statusFilters(statuses: StatusFilter | null): ColumnFilter[] {
  if (statuses === null || statuses.length === 0) return [];
  return [{ column: "status", op: "in", value: statuses }];
}

/** Condition that a text column is equal, none for an absent value. */
function equal(column: string, value: string | null): ColumnFilter[] {
  return value === null ? [] : [{ column, op: "eq", value }];
}

/** Which profiles a profile search looks at: current, unexpired ones of a user. */
export function aliveProfileFilters(
  body: TimeRange & {
    readonly user_id: string;
    readonly source: string | null;
    readonly generated_from_request_id: string | null;
    readonly custom_feature: string | null;
    readonly extractor_name: string | null;
  },
  nowSec: number,
): ColumnFilter[] {
  const source = presentText(body.source);
  const feature = presentText(body.custom_feature);
  const extractor = presentText(body.extractor_name);
  return [
    ...currentProfileFilters(body.user_id, nowSec),
    ...timeFilters("last_modified_timestamp", body),
    ...source === null ? [] : [{ column: "source", op: "eqFold", value: source } as const],
    ...equal("generated_from_request_id", presentText(body.generated_from_request_id)),
    ...feature === null
      ? []
      : [{ column: "custom_features", op: "containsFold", value: feature } as const],
    ...extractor === null
      ? []
      : [{ column: "extractor_names", op: "has", value: extractor } as const],
  ];
}

/** Current, unexpired profiles of a user. */
export function currentProfileFilters(userId: string, nowSec: number): ColumnFilter[] {
  return [
    { column: "user_id", op: "eq", value: userId },
    { column: "status", op: "eq", value: null },
    { column: "expiration_timestamp", op: "gte", value: nowSec },
  ];
}

/** Conditions that both kinds of playbook share. */
export function playbookFilters(
  body: TimeRange & {
    readonly agent_version: string | null;
    readonly playbook_name: string | null;
    readonly status_filter: StatusFilter | null;
  },
): ColumnFilter[] {
  return [
    ...equal("agent_version", body.agent_version),
    ...equal("playbook_name", presentText(body.playbook_name)),
    ...timeFilters("created_at", body),
    ...statusFilters(body.status_filter),
  ];
}

/** Which agent playbooks a search looks at. */
export function agentPlaybookFilters(
  body: Parameters<typeof playbookFilters>[0] & {
    readonly playbook_status_filter: PlaybookStatus | null;
  },
): ColumnFilter[] {
  return [...playbookFilters(body), ...equal("playbook_status", body.playbook_status_filter)];
}
