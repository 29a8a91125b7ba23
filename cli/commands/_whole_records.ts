import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { isRecord } from "../render/fields.ts";
import {
  type ExportRecord,
  type ExportScope,
  RECORD_KINDS,
  type RecordKind,
} from "./_export_records.ts";

/** Lists of records on the wire. */
const LISTS: Readonly<Record<RecordKind, string>> = {
  config: "config",
  request: "requests",
  interaction: "interactions",
  profile: "profiles",
  user_playbook: "user_playbooks",
  agent_playbook: "agent_playbooks",
  evaluation: "evaluations",
  profile_change_log: "profile_change_logs",
  aggregation_change_log: "aggregation_change_logs",
  bookmark: "bookmarks",
  explanation: "explanations",
  aggregation: "aggregations",
};

/** Kinds that belong to nobody. */
const OWNERLESS: ReadonlySet<RecordKind> = new Set<RecordKind>([
  "config",
  "agent_playbook",
  "evaluation",
  "aggregation_change_log",
  "aggregation",
]);

/** Answers that mean: this server, or this key, cannot move whole records. */
const UNKNOWN = ["not_found", "method_not_allowed", "not_implemented", "forbidden"];

/** Whether the server moves whole records, with ids, times and states. */
export async function hasWholeRecords(context: Context): Promise<boolean> {
  try {
    const { body } = await context.request("GET /api/export_records?kind=config");
    return isRecord(body) && isRecord(body.config);
  } catch (error) {
    if (!(error instanceof CliError) || !UNKNOWN.includes(error.code ?? "")) throw error;
    if (error.code === "forbidden") {
      context.out.warn("The key lacks the role admin: ids and some fields are not kept");
    }
    return false;
  }
}

/** Every record with every field, kind by kind, each by rising id. */
export async function* exportWhole(
  context: Context,
  { userId, kinds }: Pick<ExportScope, "userId" | "kinds">,
): AsyncGenerator<ExportRecord> {
  for (const kind of RECORD_KINDS) {
    if (!kinds.has(kind) || (userId !== undefined && OWNERLESS.has(kind))) continue;
    const query = new URLSearchParams({ kind });
    if (userId !== undefined) query.set("user_id", userId);
    for (let next: unknown = ""; next !== null;) {
      if (typeof next === "string" && next !== "") query.set("after", next);
      const { body } = await context.request(`GET /api/export_records?${query}`);
      if (!isRecord(body)) throw new CliError("validation", "The server sent no records");
      const list = body[LISTS[kind]];
      if (kind === "config") {
        const explicit = body.explicit_config_keys;
        yield { kind, record: list, ...Array.isArray(explicit) ? { explicit } : {} };
      }
      for (const record of Array.isArray(list) ? list : []) yield { kind, record };
      next = body.next ?? null;
    }
  }
}

/** Stores records of one kind as they are. Returns how many. */
export async function importWhole(
  context: Context,
  records: readonly ExportRecord[],
  options: { readonly replaces: boolean },
): Promise<number> {
  const [first] = records;
  if (first === undefined) return 0;
  const config = records.at(-1);
  const sent = first.kind === "config"
    ? { config: config?.record, explicit_config_keys: config?.explicit ?? [] }
    : { [LISTS[first.kind]]: records.map(({ record }) => record), replace: options.replaces };
  await context.request("POST /api/import_records", { body: sent });
  return records.length;
}
