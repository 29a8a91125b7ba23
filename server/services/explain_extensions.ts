import {
  addCount,
  AGGREGATION,
  EXPLAIN,
  EXPLAIN_LOG,
  type ExplainedKind,
  type OutcomeCount,
} from "../learn/mod.ts";
import type { AgentPlaybookRow, InteractionRow, OrgStore } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { ServiceError } from "./errors.ts";
import { dryRun } from "./explain_publish.ts";
import { invalid, queryInteger, queryText } from "./extension_input.ts";
import type { Extension, ExtensionCall } from "./handlers.ts";
import { agentPlaybookView, interactionView, profileView, userPlaybookView } from "./views.ts";

const DAY_MS = 86_400_000;

/** Kinds that can be explained. */
const KINDS: readonly ExplainedKind[] = ["profile", "user_playbook", "agent_playbook"];

/** An item as it is shown, with the turns and user playbooks it comes from. */
async function itemOf(org: OrgStore, kind: ExplainedKind, id: string) {
  if (kind === "profile") {
    const row = await org.get("profile", id);
    return row && { item: profileView(row), turnIds: [], playbookIds: [] };
  }
  const number = Number(id);
  if (!Number.isSafeInteger(number)) throw invalid("id", "must be a whole number for playbooks");
  if (kind === "user_playbook") {
    const row = await org.get("user_playbook", number);
    return row &&
      { item: userPlaybookView(row), turnIds: row.source_interaction_ids, playbookIds: [] };
  }
  const row = await org.get("agent_playbook", number);
  return row && {
    item: agentPlaybookView(row),
    turnIds: [],
    playbookIds: await memberIds(org, row),
  };
}

/** Ids of the user playbooks that an agent playbook was made of, none when it was made by hand. */
async function memberIds(org: OrgStore, row: AgentPlaybookRow): Promise<readonly number[]> {
  const state = await org.read(AGGREGATION, [row.playbook_name, row.agent_version]);
  const cluster = state?.clusters?.find((one) => one.agent_playbook_id === row.agent_playbook_id);
  return cluster?.user_playbook_ids ?? memberIdsIn(row.playbook_metadata);
}

/** Ids of user playbooks that the metadata of an agent playbook names: those it was made of. */
function memberIdsIn(metadata: string): readonly number[] {
  try {
    const value: unknown = JSON.parse(metadata);
    if (typeof value !== "object" || value === null || !("member_ids" in value)) return [];
    const ids: unknown = value.member_ids;
    return Array.isArray(ids) ? ids.filter((id) => Number.isSafeInteger(id)) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Why an item exists: its record and the turns it quotes. */
async function explainItem({ store }: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const org = store.org(call.org);
  const kind = KINDS.find((one) => one === queryText(call, "kind"));
  const id = queryText(call, "id");
  if (kind === undefined) throw invalid("kind", `must be one of ${KINDS.join(", ")}`);
  if (id === null) throw invalid("id", "it is required");
  const found = await itemOf(org, kind, id);
  if (found === null) throw new ServiceError("not_found", `No ${kind} has the id ${id}`);
  const record = await org.read(EXPLAIN, [kind, kind === "profile" ? id : Number(id)]);
  const turnIds = new Set([...found.turnIds, ...record?.interaction_ids ?? []]);
  const turns = await org.getMany("interaction", [...turnIds].sort((a, b) => a - b));
  const playbooks = await org.getMany("user_playbook", found.playbookIds);
  return {
    success: true,
    item: found.item,
    made: record === null && found.playbookIds.length === 0 ? "by hand" : "learnt",
    explain: record,
    interactions: turns.filter((row): row is InteractionRow => row !== null).map(interactionView),
    user_playbooks: playbooks.flatMap((row) => row === null ? [] : [userPlaybookView(row)]),
  };
}

/** What was seen and not learnt, newest first. */
async function declined({ store }: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const user = queryText(call, "user_id");
  const limit = queryInteger(call, "limit", { atLeast: 1, atMost: 1_000, ifAbsent: 100 });
  const records: unknown[] = [];
  for await (const { key, value } of store.org(call.org).list(EXPLAIN_LOG, { reverse: true })) {
    if (user !== null && value.user_id !== user) continue;
    for (const record of value.records) {
      records.push({
        user_id: value.user_id,
        request_id: value.request_id,
        service: value.service,
        at: Math.floor(key[0] / 1_000),
        explain: record,
      });
    }
    if (records.length >= limit) break;
  }
  return { success: true, records: records.slice(0, limit) };
}

/** What became of the findings of each rule, day by day (UTC), newest day first. */
async function outcomes({ store, nowMs }: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const days = queryInteger(call, "days", { atLeast: 1, atMost: 30, ifAbsent: 7 });
  const fromMs = nowMs() - days * DAY_MS;
  const byDay = new Map<string, Map<string, OutcomeCount>>();
  for await (const { key, value } of store.org(call.org).list(EXPLAIN_LOG, { reverse: true })) {
    if (key[0] < fromMs) break;
    const day = new Date(key[0]).toISOString().slice(0, 10);
    const counts = byDay.get(day) ?? new Map<string, OutcomeCount>();
    for (const count of value.outcomes) addCount(counts, count);
    byDay.set(day, counts);
  }
  return {
    success: true,
    days: [...byDay].map(([day, counts]) => ({
      day,
      outcomes: [...counts.values()].toSorted((a, b) =>
        b.count - a.count || (a.rule_id < b.rule_id ? -1 : 1)
      ),
    })),
  };
}

/** The endpoints that say why something was learnt, or was not. */
export function explainExtensions(deps: ServiceDeps): Readonly<Record<string, Extension>> {
  return {
    explain: {
      method: "GET",
      path: "/api/explain",
      summary: "Why an item was learnt: rule, quoted places, turns",
      role: "read",
      parameters: [
        { name: "kind", type: "string", description: KINDS.join(", "), isRequired: true },
        { name: "id", type: "string", description: "Id of the item", isRequired: true },
      ],
      handle: (call) => explainItem(deps, call),
    },
    explain_declined: {
      method: "GET",
      path: "/api/explain_declined",
      summary: "What was seen and not learnt, with the reason",
      role: "read",
      parameters: [
        { name: "user_id", type: "string", description: "Only this user", isRequired: false },
        { name: "limit", type: "integer", description: "Most records (100)", isRequired: false },
      ],
      handle: (call) => declined(deps, call),
    },
    explain_outcomes: {
      method: "GET",
      path: "/api/explain_outcomes",
      summary: "How often each rule led to an item, or was declined, by day",
      role: "read",
      parameters: [
        { name: "days", type: "integer", description: "How many days back (7)", isRequired: false },
      ],
      handle: (call) => outcomes(deps, call),
    },
    explain_publish: {
      method: "POST",
      path: "/api/explain_publish",
      summary: "What a publish would teach; nothing is stored",
      role: "read",
      parameters: [
        { name: "user_id", type: "string", description: "The user", isRequired: true },
        {
          name: "interaction_data_list",
          type: "array",
          description: "Turns as in publish_interaction",
          isRequired: true,
        },
        {
          name: "agent_version",
          type: "string",
          description: "Version of the agent; empty: the server's default",
          isRequired: false,
        },
      ],
      handle: (call) => dryRun(deps, call),
    },
  };
}
