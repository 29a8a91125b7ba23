import type { BlockingIssue, ProfileTimeToLive } from "../../../client/contract/mod.ts";
import {
  BlockingIssueKind,
  ProfileTimeToLive as TimesToLive,
} from "../../../client/contract/mod.ts";

/** An object of an answer whose values are still to be looked at. */
export type AnswerObject = Readonly<Record<string, unknown>>;

/** The value as an object, null when it is none. */
export function asObject(value: unknown): AnswerObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? value as AnswerObject
    : null;
}

/** The value as a list; null and absent count as empty; anything else is null. */
export function asList(value: unknown): readonly unknown[] | null {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : null;
}

/** The value as a text without blanks around it, null when it is none or blank. */
export function asText(value: unknown): string | null {
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? null : text;
}

/** The value as a lifetime, null when it is none. */
export function asTimeToLive(value: unknown): ProfileTimeToLive | null {
  return Object.values(TimesToLive).find((known) => known === value) ?? null;
}

/** The value as an obstacle, null when it is none or of an unknown kind. */
export function asBlockingIssue(value: unknown): BlockingIssue | null {
  const object = asObject(value);
  const kind = Object.values(BlockingIssueKind).find((known) => known === object?.["kind"]);
  return kind === undefined ? null : { kind, details: asText(object?.["details"]) ?? "" };
}

/** A turn that an item rests on, as the model names it. */
export interface CitedTurn {
  /** Number of the turn in the rendered conversation. */
  readonly turn: number;
  /** Words of the turn, null when none were given. */
  readonly quote: string | null;
}

/** The evidence of an item; entries of another form are left out. */
export function asEvidence(value: unknown): CitedTurn[] {
  return (asList(value) ?? []).flatMap((entry) => {
    const object = asObject(entry);
    const turn = object === null ? entry : object["turn"];
    return typeof turn === "number" && Number.isInteger(turn)
      ? [{ turn, quote: asText(object?.["quote"]) }]
      : [];
  });
}

/** A rule as the model writes it. */
export interface RuleText {
  /** Situation, null when it always applies. */
  readonly trigger: string | null;
  /** What to do; null when the model gave none. */
  readonly content: string | null;
  /** Why, null when unknown. */
  readonly rationale: string | null;
  /** Obstacle, null when none. */
  readonly blockingIssue: BlockingIssue | null;
}

/** The rule in an object. */
export function asRule(object: AnswerObject): RuleText {
  return {
    trigger: asText(object["trigger"]),
    content: asText(object["content"]),
    rationale: asText(object["rationale"]),
    blockingIssue: asBlockingIssue(object["blocking_issue"]),
  };
}

/** Content of a rule; made from its other fields when it has none, null when it has nothing. */
export function contentOrRest(rule: RuleText): string | null {
  if (rule.content !== null) return rule.content;
  const lines = [
    ...(rule.trigger === null ? [] : [`Trigger: "${rule.trigger}"`]),
    ...(rule.rationale === null ? [] : [`Rationale: "${rule.rationale}"`]),
    ...(rule.blockingIssue === null
      ? []
      : [`Blocked by: [${rule.blockingIssue.kind}] ${rule.blockingIssue.details}`]),
  ];
  return lines.length === 0 ? null : lines.join("\n");
}
