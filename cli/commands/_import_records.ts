import type {
  AgentPlaybook,
  Config,
  InteractionData,
  Request,
  UserPlaybook,
  UserProfile,
} from "../../client/contract/mod.ts";
import type { ReflexioClient } from "../../mod.ts";
import { invalid } from "../errors.ts";
import { refusalIn } from "../failure.ts";
import { isRecord } from "../render/fields.ts";
import { EXPORT_FORMAT, type ExportRecord, RECORD_KINDS } from "./_export_records.ts";

/**
 * Checks one line of an export; null for its heading.
 *
 * @throws {CliError} `validation` when it is none.
 */
export function readExportRecord(value: unknown, line: number): ExportRecord | null {
  if (!isRecord(value)) throw invalid(`Line ${line} is no record of an export`);
  if (value.kind === "reflexio_export") {
    if (Number(value.format) <= EXPORT_FORMAT) return null;
    throw invalid(
      `The export has format ${value.format}, this program reads ${EXPORT_FORMAT}`,
      "Update reflexio",
    );
  }
  const kind = RECORD_KINDS.find((each) => each === value.kind);
  if (kind === undefined || !isRecord(value.record)) {
    throw invalid(
      `Line ${line} is no record of an export`,
      "Only files of reflexio export can be read",
    );
  }
  const { record, explicit } = value;
  return { kind, record, ...Array.isArray(explicit) ? { explicit } : {} };
}

/**
 * Stores records of one kind by the verbs of every server, which give new ids.
 *
 * @returns How many were stored; records of a kind that no server takes are not.
 */
export async function importRecords(
  client: ReflexioClient,
  kind: ExportRecord["kind"],
  records: readonly unknown[],
  runId: string,
): Promise<number> {
  switch (kind) {
    case "config":
      for (const record of records) {
        check(await client.setConfig({ config: record as Config }), "set the configuration");
      }
      return records.length;
    case "request":
      for (const record of records) await importRequest(client, record as ExportedRequest, runId);
      return records.length;
    case "profile":
      check(
        await client.addUserProfile({ userProfiles: records as readonly UserProfile[] }),
        "add profiles",
      );
      return records.length;
    case "user_playbook":
      check(
        await client.addUserPlaybook({ userPlaybooks: records as readonly UserPlaybook[] }),
        "add user playbooks",
      );
      return records.length;
    case "agent_playbook":
      check(
        await client.addAgentPlaybooks({ agentPlaybooks: records as readonly AgentPlaybook[] }),
        "add agent playbooks",
      );
      return records.length;
    case "evaluation":
    case "interaction":
    case "profile_change_log":
    case "aggregation_change_log":
    case "bookmark":
    case "explanation":
    case "aggregation":
      return 0;
  }
}

/** A request with its turns. */
interface ExportedRequest extends Request {
  readonly interactions: readonly InteractionData[];
}

/** Publishes the turns of a request without learning from them again. */
async function importRequest(
  client: ReflexioClient,
  request: ExportedRequest,
  runId: string,
): Promise<void> {
  if (!Array.isArray(request.interactions) || request.interactions.length === 0) return;
  const answer = await client.publishInteraction({
    userId: request.user_id,
    interactions: request.interactions,
    source: request.source,
    agentVersion: request.agent_version,
    sessionId: request.session_id ?? null,
    metadata: request.metadata ?? null,
    skipAggregation: true,
    evaluationOnly: true,
    idempotencyKey: `import-${runId}-${request.request_id}`,
  });
  check(answer, `publish request ${request.request_id}`);
}

/** Throws when the server refused. */
function check(answer: unknown, action: string): void {
  const failure = refusalIn(answer, action);
  if (failure) throw failure;
}
