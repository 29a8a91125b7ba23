import type { ChatModel, ReadOutcome } from "../../llm/mod.ts";
import type { UserPlaybookRow } from "../../store/rows.ts";
import type { AggregatedPlaybook, AggregateInput } from "../learner.ts";
import { asObject, asRule, contentOrRest, type RuleText } from "./answer_values.ts";
import type { Asker } from "./ask.ts";
import { directionGroups } from "./directions.ts";
import { STEP_LIMITS } from "./limits.ts";
import { PLAYBOOK_AGGREGATION } from "./prompts/mod.ts";
import { AGGREGATED_PLAYBOOK_SCHEMA } from "./schemas.ts";
import { planRules } from "./plan_rules.ts";

/** Makes one rule of the rules of a cluster; null when an existing one says it. */
export async function aggregate(
  asker: Asker,
  model: ChatModel,
  input: AggregateInput,
): Promise<AggregatedPlaybook | null> {
  const rule = await asker.askStructured({
    model,
    schema: AGGREGATED_PLAYBOOK_SCHEMA,
    read: readAggregate,
    limits: { ...STEP_LIMITS, signal: input.signal },
    user: {
      prompt: PLAYBOOK_AGGREGATION,
      variables: {
        user_playbooks: memberText(input),
        existing_approved_playbooks: planRules(input.existing).join("\n"),
      },
    },
  });
  if (rule === null) return null;
  const support = supportText(input);
  return {
    trigger: rule.trigger,
    content: rule.content,
    rationale: rule.rationale === null ? support : `${rule.rationale} (${support})`,
    blockingIssue: rule.blockingIssue,
    metadata: "",
  };
}

/** Rules by direction, the largest group first; a flat list when all go one way. */
function memberText(input: AggregateInput): string {
  const rows = input.members.map(({ row }) => row);
  const leastOverlap = input.aggregation.direction_overlap_threshold;
  const groups = directionGroups(rows, (row: UserPlaybookRow) => row.content, leastOverlap);
  if (groups.length === 1) return planRules(rows).join("\n");
  return groups.map((group, at) =>
    [`Direction ${at + 1} (${group.length} rules):`, ...planRules(group)].join("\n")
  ).join("\n\n");
}

function supportText(input: AggregateInput): string {
  const users = new Set(input.members.map(({ row }) => row.user_id ?? ""));
  const count = input.members.length;
  return `Seen in ${count} ${count === 1 ? "playbook" : "playbooks"} of ${users.size} ${
    users.size === 1 ? "user" : "users"
  }`;
}

/** The rule in an answer; null is an answer too. */
function readAggregate(json: unknown): ReadOutcome<(RuleText & { content: string }) | null> {
  const object = asObject(json);
  const key = object !== null && "playbook" in object ? "playbook" : "feedback";
  if (object === null || !(key in object)) {
    return { ok: false, complaints: ["the object has no field playbook"] };
  }
  if (object[key] === null) return { ok: true, value: null };
  const fields = asObject(object[key]);
  const rule = fields === null ? null : asRule(fields);
  const content = rule === null ? null : contentOrRest(rule);
  return rule === null || content === null
    ? { ok: false, complaints: ["playbook must be null or an object with content"] }
    : { ok: true, value: { ...rule, content } };
}
