import type { Complete, Config } from "../../../client/contract/mod.ts";
import type { UserPlaybookRow } from "../../store/rows.ts";
import type { Known, PlaybookCandidate } from "../learner.ts";
import { asObject, asRule, contentOrRest } from "./answer_values.ts";
import { minuteText } from "./context_lines.ts";
import { refusedRule } from "./guards.ts";
import { PLAYBOOK_DEDUPLICATION } from "./prompts/mod.ts";
import type { ItemGroup } from "./read_groups.ts";
import type { ReconcileKind } from "./reconcile.ts";
import { PLAYBOOK_GROUPS_SCHEMA } from "./schemas.ts";

/** Bounds of the search where no extractor sets them. */
const DEFAULT_SEARCH = { topK: 5, threshold: 0.4 };

/** How playbooks are reconciled at a time. The first extractor with search bounds sets them. */
export function playbookKind(
  nowSec: number,
  config: Complete<Config>,
): ReconcileKind<PlaybookCandidate, UserPlaybookRow, number> {
  const bounds = (config.user_playbook_extractor_configs ?? [])
    .find((extractor) => extractor.deduplication_config !== null)?.deduplication_config;
  return {
    prompt: PLAYBOOK_DEDUPLICATION,
    schema: PLAYBOOK_GROUPS_SCHEMA,
    search: bounds === undefined || bounds === null
      ? DEFAULT_SEARCH
      : { topK: bounds.search_top_k, threshold: bounds.search_threshold },
    queryOf: (candidate) => candidate.trigger ?? candidate.content,
    idOf: (row) => row.user_playbook_id,
    changedAtSec: (row) => row.created_at,
    isEqual: (candidate, row) => ruleKey(candidate) === ruleKey(row),
    variables: (candidates, stored) => ({
      new_playbook_count: String(candidates.length),
      new_playbooks: candidates.map((candidate, at) =>
        ruleLine(`NEW-${at}`, {
          trigger: candidate.trigger,
          content: candidate.content,
          rationale: candidate.rationale,
          blocking_issue: candidate.blockingIssue,
          last_change: minuteText(nowSec),
        })
      ).join("\n"),
      existing_playbook_count: String(stored.length),
      existing_playbooks: stored.map(({ row }, at) =>
        ruleLine(`EXISTING-${at}`, {
          trigger: row.trigger,
          content: row.content,
          rationale: row.rationale,
          blocking_issue: row.blocking_issue,
          last_change: minuteText(row.created_at),
        })
      ).join("\n"),
    }),
    merge: mergePlaybooks,
  };
}

function ruleKey(rule: { readonly trigger: string | null; readonly content: string }): string {
  return `${rule.trigger ?? ""}\n${rule.content}`.toLowerCase().replace(/[^\S\n]+/g, " ").trim();
}

/** One rule on one line, as JSON without its empty fields. */
function ruleLine(label: string, fields: Readonly<Record<string, unknown>>): string {
  const filled = Object.entries(fields).filter(([, value]) => value !== null && value !== "");
  return `${label}: ${JSON.stringify(Object.fromEntries(filled))}`;
}

/** The merged rule of the answer; evidence of new and stored members united. */
function mergePlaybooks(
  members: readonly PlaybookCandidate[],
  stored: readonly Known<UserPlaybookRow>[],
  answer: ItemGroup["answer"],
): PlaybookCandidate | null {
  const [first] = members;
  const object = asObject(answer["merged_content"]);
  const rule = object === null ? null : asRule(object);
  const content = rule === null ? null : contentOrRest(rule);
  if (first === undefined || rule === null || content === null) return null;
  if (refusedRule({ trigger: rule.trigger, content }, "") !== null) return null;
  const ids = new Set([
    ...members.flatMap((member) => member.evidenceIds),
    ...stored.flatMap(({ row }) => row.source_interaction_ids),
  ]);
  return {
    ...first,
    trigger: rule.trigger,
    content,
    rationale: rule.rationale,
    blockingIssue: rule.blockingIssue,
    expiresAtSec: null,
    evidenceIds: [...ids].toSorted((a, b) => a - b),
  };
}
