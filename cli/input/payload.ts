import type { InteractionData } from "../../client/contract/mod.ts";
import { invalid } from "../errors.ts";
import { isRecord } from "../render/fields.ts";
import { fromChatExport } from "./chat_exports.ts";

/** One conversation to publish; what it leaves open is filled in from flags and environment. */
export interface Payload {
  /** The person. */
  readonly userId?: string;
  /** Turns, at least one. */
  readonly interactions: readonly InteractionData[];
  /** Channel; null wins over the flag. */
  readonly source?: string | null;
  /** Version of the agent; null wins over the flag. */
  readonly agentVersion?: string | null;
  /** Session; null wins over the flag. */
  readonly sessionId?: string | null;
  /** Learn without making agent playbooks. */
  readonly skipAggregation?: boolean | null;
  /** Learn at once. */
  readonly forceExtraction?: boolean | null;
  /** Free-form map of the caller. */
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}

/** Fields of a turn that must be texts. */
const TEXT_FIELDS = [
  "role",
  "content",
  "shadow_content",
  "expert_content",
  "user_action",
  "user_action_description",
  "interacted_image_url",
  "image_encoding",
] as const;

const TEXTS: ReadonlySet<string> = new Set(TEXT_FIELDS);

/** Fields of a turn that are sent. */
const TURN_FIELDS = [
  ...TEXT_FIELDS,
  "tools_used",
  "retrieved_learnings",
  "citations",
  "metadata",
] as const;

/** The payloads of a parsed JSON value: one, a list of them, or an export of a chat tool. */
export function readPayloads(value: unknown, where: string): Payload[] {
  const chats = fromChatExport(value);
  if (chats !== null) return chats.map((chat) => readPayload(chat, where));
  if (Array.isArray(value)) {
    return value.map((each, i) => readPayload(each, `${where}, payload ${i + 1}`));
  }
  return [readPayload(value, where)];
}

/**
 * Checks one payload.
 *
 * @param where Where it stands, for messages.
 * @throws {CliError} `validation` that names the field.
 */
export function readPayload(value: unknown, where: string): Payload {
  if (!isRecord(value)) {
    throw invalid(
      `${where}: ${describe(value)} is no payload, must be an object with "interactions"`,
    );
  }
  const turns = value.interactions ?? value.interaction_data_list;
  if (!Array.isArray(turns) || turns.length === 0) {
    throw invalid(`${where}: "interactions" must be a list with at least one turn`);
  }
  const userId = optionalText(value, "user_id", where);
  return {
    interactions: turns.map((turn, i) => readTurn(turn, `${where}, interactions[${i}]`)),
    ...userId ? { userId } : {},
    ..."source" in value ? { source: optionalText(value, "source", where) ?? null } : {},
    ..."agent_version" in value
      ? { agentVersion: optionalText(value, "agent_version", where) ?? null }
      : {},
    ..."session_id" in value ? { sessionId: optionalText(value, "session_id", where) ?? null } : {},
    ..."skip_aggregation" in value
      ? { skipAggregation: optionalFlag(value, "skip_aggregation", where) }
      : {},
    ..."force_extraction" in value
      ? { forceExtraction: optionalFlag(value, "force_extraction", where) }
      : {},
    ...isRecord(value.metadata) ? { metadata: value.metadata } : {},
  };
}

/** Checks one turn; unknown keys are left out. */
function readTurn(turn: unknown, where: string): InteractionData {
  if (!isRecord(turn)) throw invalid(`${where}: ${describe(turn)} is no turn, must be an object`);
  const kept: Record<string, unknown> = { role: "User" };
  for (const field of TURN_FIELDS) {
    const value = turn[field];
    if (value === undefined || value === null) continue;
    if (TEXTS.has(field) && typeof value !== "string") {
      throw invalid(`${where}.${field} is ${describe(value)}, must be a text`);
    }
    if (field === "tools_used" && !(Array.isArray(value) && value.every(isTool))) {
      throw invalid(`${where}.tools_used must be a list of {"tool_name", "tool_data"}`);
    }
    kept[field] = value;
  }
  return kept;
}

/** Whether a value is a tool call. */
function isTool(value: unknown): boolean {
  return isRecord(value) && typeof value.tool_name === "string";
}

/** A text or null. */
function optionalText(
  value: Readonly<Record<string, unknown>>,
  field: string,
  where: string,
): string | null | undefined {
  const found = value[field];
  if (found === undefined || found === null || typeof found === "string") return found;
  throw invalid(`${where}: ${field} is ${describe(found)}, must be a text`);
}

/** A truth value or null. */
function optionalFlag(
  value: Readonly<Record<string, unknown>>,
  field: string,
  where: string,
): boolean | null {
  const found = value[field];
  if (found === null || found === undefined) return null;
  if (typeof found === "boolean") return found;
  throw invalid(`${where}: ${field} is ${describe(found)}, must be true or false`);
}

/** The kind of a value, never its content. */
function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
