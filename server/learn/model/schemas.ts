import type { AnswerSchema, JsonSchema } from "../../llm/mod.ts";

const EVIDENCE: JsonSchema = {
  type: "array",
  description: "Turns it rests on",
  items: {
    type: "object",
    properties: {
      turn: { type: "integer", description: "Number of the turn" },
      quote: { type: "string", description: "The decisive words, copied letter by letter" },
    },
    required: ["turn"],
  },
};

const TIME_TO_LIVE: JsonSchema = {
  type: "string",
  enum: ["one_day", "one_week", "one_month", "one_quarter", "one_year", "infinity"],
};

const BLOCKING_ISSUE: JsonSchema = {
  type: "object",
  description: "What kept the assistant from doing its work",
  properties: {
    kind: {
      type: "string",
      enum: ["missing_tool", "permission_denied", "external_dependency", "policy_restriction"],
    },
    details: { type: "string" },
  },
  required: ["kind", "details"],
};

const RULE_PROPERTIES: Readonly<Record<string, JsonSchema>> = {
  rationale: { type: "string", description: "Why" },
  trigger: { type: "string", description: "Situation in which the rule applies" },
  content: { type: "string", description: "What to do, as an order" },
  blocking_issue: BLOCKING_ISSUE,
};

function listSchema(name: string, key: string, items: JsonSchema): AnswerSchema {
  return {
    name,
    schema: {
      type: "object",
      properties: { [key]: { type: "array", items } },
      required: [key],
    },
  };
}

/** Answer of profile extraction. */
export const PROFILES_SCHEMA: AnswerSchema = listSchema("profiles", "profiles", {
  type: "object",
  properties: {
    content: { type: "string", description: "The fact, in third person, without a subject" },
    time_to_live: TIME_TO_LIVE,
    metadata: { type: "string", description: "Metadata, where the instructions ask for it" },
    retracts: { type: "boolean", description: "Whether the fact is taken back" },
    evidence: EVIDENCE,
  },
  required: ["content", "time_to_live"],
});

/** Answer of playbook extraction. */
export const PLAYBOOKS_SCHEMA: AnswerSchema = listSchema("playbooks", "playbooks", {
  type: "object",
  properties: { ...RULE_PROPERTIES, evidence: EVIDENCE },
  required: ["content"],
});

function groupsSchema(name: string, merged: Readonly<Record<string, JsonSchema>>): AnswerSchema {
  const labels: JsonSchema = { type: "array", items: { type: "string" } };
  return {
    name,
    schema: {
      type: "object",
      properties: {
        duplicate_groups: {
          type: "array",
          items: {
            type: "object",
            properties: { item_ids: labels, ...merged, reasoning: { type: "string" } },
            required: ["item_ids", ...Object.keys(merged)],
          },
        },
        unique_ids: labels,
      },
      required: ["duplicate_groups", "unique_ids"],
    },
  };
}

/** Answer of comparing profiles. */
export const PROFILE_GROUPS_SCHEMA: AnswerSchema = groupsSchema("profile_groups", {
  merged_content: { type: "string", description: "The one statement to keep" },
  merged_time_to_live: TIME_TO_LIVE,
});

/** Answer of comparing playbooks. */
export const PLAYBOOK_GROUPS_SCHEMA: AnswerSchema = groupsSchema("playbook_groups", {
  merged_content: {
    type: "object",
    description: "The one rule to keep",
    properties: RULE_PROPERTIES,
    required: ["content"],
  },
});

/** Answer of aggregation. */
export const AGGREGATED_PLAYBOOK_SCHEMA: AnswerSchema = {
  name: "aggregated_playbook",
  schema: {
    type: "object",
    properties: {
      playbook: {
        type: "object",
        description: "The rule; null when an existing one says the same",
        properties: RULE_PROPERTIES,
        required: ["content", "trigger"],
      },
    },
  },
};

const VERDICT_PROPERTIES: Readonly<Record<string, JsonSchema>> = {
  is_success: { type: "boolean" },
  failure_type: {
    type: "string",
    enum: ["missing_tool", "wrong_tool", "insufficient_info_from_tool", "wrong_answer"],
  },
  failure_reason: { type: "string" },
  is_escalated: { type: "boolean" },
};

/** Answer of judging a session. */
export const VERDICT_SCHEMA: AnswerSchema = {
  name: "verdict",
  schema: { type: "object", properties: VERDICT_PROPERTIES, required: ["is_success"] },
};

/** Answer of judging a session against its shadow. */
export const COMPARISON_SCHEMA: AnswerSchema = {
  name: "comparison",
  schema: {
    type: "object",
    properties: {
      ...VERDICT_PROPERTIES,
      better_request: { type: "string", enum: ["1", "2", "tie"] },
      is_significantly_better: { type: "boolean" },
      comparison_reason: { type: "string" },
    },
    required: ["is_success", "better_request", "is_significantly_better"],
  },
};

/** Answer of naming synonyms. */
export const EXPANSION_SCHEMA: AnswerSchema = listSchema("expansion", "terms", {
  type: "object",
  properties: {
    term: { type: "string" },
    synonyms: { type: "array", items: { type: "string" } },
  },
  required: ["term", "synonyms"],
});
