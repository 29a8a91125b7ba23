import type { BlockingIssue } from "../../../client/contract/mod.ts";
import { cutMiddle, estimateTokens } from "../../llm/mod.ts";
import { TURN_BUDGET_TOKENS } from "./window_plan.ts";

/** Longest text of one field of a rule, in estimated tokens. */
const MAX_FIELD_TOKENS = 1_000;

/** A stored rule. */
interface StoredRule {
  readonly trigger: string | null;
  readonly content: string;
  readonly rationale: string | null;
  readonly blocking_issue: BlockingIssue | null;
}

/** One line of JSON a rule, as many as half a call's budget holds; the rest is only counted. */
export function planRules(rules: readonly StoredRule[]): string[] {
  const lines: string[] = [];
  let tokens = 0;
  for (const [at, rule] of rules.entries()) {
    const line = `- ${ruleJson(rule)}`;
    tokens += estimateTokens(line);
    if (tokens > TURN_BUDGET_TOKENS / 2) {
      lines.push(`- (and ${rules.length - at} more)`);
      break;
    }
    lines.push(line);
  }
  return lines;
}

function ruleJson(rule: StoredRule): string {
  const { trigger, content, rationale, blocking_issue } = rule;
  const fields = { trigger, content, rationale, blocking_issue };
  const filled = Object.entries(fields)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => [
      name,
      typeof value === "string" ? cutMiddle(value, MAX_FIELD_TOKENS, " … ") : value,
    ]);
  return JSON.stringify(Object.fromEntries(filled));
}
