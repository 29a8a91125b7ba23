import type { ProfileTimeToLive } from "../../../client/contract/mod.ts";
import type { ReadOutcome } from "../../llm/mod.ts";
import {
  type AnswerObject,
  asEvidence,
  asList,
  asObject,
  asRule,
  asText,
  asTimeToLive,
  type CitedTurn,
  type RuleText,
} from "./answer_values.ts";

/** A profile in an answer. */
export interface ProfileAnswer {
  /** The fact. */
  readonly content: string;
  /** Lifetime; `one_month` where the model gave an unknown word. */
  readonly timeToLive: ProfileTimeToLive;
  /** Whether the lifetime word was unknown. */
  readonly hasUnknownLifetime: boolean;
  /** Further fields without nulls, null when there are none. */
  readonly customFeatures: Readonly<Record<string, unknown>> | null;
  /** Whether the fact is taken back. */
  readonly retracts: boolean;
  /** Turns it rests on. */
  readonly evidence: readonly CitedTurn[];
}

/** A playbook in an answer. */
export interface PlaybookAnswer extends RuleText {
  /** What to do. */
  readonly content: string;
  /** Turns it rests on. */
  readonly evidence: readonly CitedTurn[];
}

/** Fields of a profile answer that are no custom features. */
const PROFILE_FIELDS: ReadonlySet<string> = new Set([
  "content",
  "time_to_live",
  "retracts",
  "evidence",
]);

/** Lifetime in place of an unknown word. */
const FALLBACK_LIFETIME: ProfileTimeToLive = "one_month";

function featuresOf(item: AnswerObject): Readonly<Record<string, unknown>> | null {
  const entries = Object.entries(item).filter(([name, value]) =>
    !PROFILE_FIELDS.has(name) && value !== null && value !== ""
  );
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function profileOf(item: unknown): ProfileAnswer[] {
  const object = asObject(item);
  const content = asText(object?.["content"]);
  if (object === null || content === null) return [];
  const word = object["time_to_live"] ?? "infinity";
  const known = asTimeToLive(word);
  return [{
    content,
    timeToLive: known ?? FALLBACK_LIFETIME,
    hasUnknownLifetime: known === null,
    customFeatures: featuresOf(object),
    retracts: object["retracts"] === true,
    evidence: asEvidence(object["evidence"]),
  }];
}

function playbookOf(item: unknown): PlaybookAnswer[] {
  const object = asObject(item);
  if (object === null) return [];
  const rule = asRule(object);
  const { content } = rule;
  return content === null ? [] : [{ ...rule, content, evidence: asEvidence(object["evidence"]) }];
}

/** The list under a key of an answer, or the complaint that there is none. */
export function readList(json: unknown, key: string): ReadOutcome<readonly unknown[]> {
  const object = asObject(json);
  if (object === null || !(key in object)) {
    return { ok: false, complaints: [`the object has no field ${key}`] };
  }
  const list = asList(object[key]);
  return list === null
    ? { ok: false, complaints: [`${key} must be a list`] }
    : { ok: true, value: list };
}

/** Reads profiles; items without content are left out. */
export function readProfiles(json: unknown): ReadOutcome<ProfileAnswer[]> {
  const list = readList(json, "profiles");
  return list.ok ? { ok: true, value: list.value.flatMap(profileOf) } : list;
}

/** Reads playbooks; entries without content are left out, unknown fields at the top refused. */
export function readPlaybooks(json: unknown): ReadOutcome<PlaybookAnswer[]> {
  const unknown = Object.keys(asObject(json) ?? {}).find((key) => key !== "playbooks");
  if (unknown !== undefined) {
    return { ok: false, complaints: ["the object has a field beside playbooks"] };
  }
  const list = readList(json, "playbooks");
  return list.ok ? { ok: true, value: list.value.flatMap(playbookOf) } : list;
}
