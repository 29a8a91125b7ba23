/**
 * Detector D7 beyond plain instructions: targets that need care, and tools that were not available.
 *
 * @module
 */

import type { BlockingIssue, BlockingIssueKind } from "../../../../client/contract/mod.ts";
import type { PlaybookFinding, ReadTurn } from "../types.ts";
import { words } from "../lexicon/words.ts";
import { type Context, spanOf } from "./finding.ts";
import { toPlaybook } from "./playbook_finding.ts";
import { pushbacksIn } from "./pushback.ts";

/** What the assistant could not do, by kind. */
const UNAVAILABLE: readonly (readonly [BlockingIssueKind, RegExp])[] = [
  [
    "permission_denied",
    /\b(?:access (?:is |was )?denied|permission denied|not authori[sz]ed|no permission|don't have (?:access|permission|the rights)|do not have (?:access|permission)|forbidden|no access|lack (?:the )?permission)\b/i,
  ],
  [
    "missing_tool",
    /\b(?:no tool (?:for|to)|don't have a (?:tool|way)|do not have a (?:tool|way)|can't (?:do that|access|open|send|search)|cannot (?:do that|access|open|send|search)|unable to|not able to|no integration|not connected)\b/i,
  ],
  [
    "external_dependency",
    /\b(?:service is (?:down|unavailable)|is (?:currently )?(?:down|unreachable|offline)|timed out|time-?out|api (?:error|limit)|rate limit|outage|not responding)\b/i,
  ],
  [
    "policy_restriction",
    /\b(?:not allowed by|against (?:the |our )?polic(?:y|ies)|policy (?:forbids|does not allow|prohibits)|not permitted|compliance rules)\b/i,
  ],
];

/** The obstacle an assistant turn names, or null. */
export function blockingIssueOf(read: ReadTurn | undefined): BlockingIssue | null {
  if (read === undefined || read.turn.speaker !== "assistant") return null;
  for (const [kind, pattern] of UNAVAILABLE) {
    const match = pattern.exec(read.text);
    if (match === null) continue;
    const start =
      Math.max(read.text.lastIndexOf(".", match.index), read.text.lastIndexOf("\n", match.index)) +
      1;
    const end = read.text.indexOf(".", match.index);
    return {
      kind,
      details: read.text.slice(start, end < 0 ? undefined : end).trim().slice(0, 200),
    };
  }
  return null;
}

const TARGETS =
  /^(?:env|environment|target|database|db|account|recipient|recipients|to|branch|table|bucket|host|server|calendar|amount|channel|list|cc|bcc|workspace|project|repo|repository|cluster|folder)$/i;

/** Surprise about a target of the tool call without a rule of the user: check it first. */
export function toolRulesOf(read: ReadTurn, context: Context): PlaybookFinding[] {
  const before = context.window[read.index - 1];
  const call = before?.turn.toolsUsed.at(-1);
  if (before?.turn.speaker !== "assistant" || call === undefined) return [];
  const out: PlaybookFinding[] = [];
  for (const push of pushbacksIn(context.window, read.index)) {
    if (push.sentence.lang !== "en" || !/[?!]/.test(push.sentence.terminator)) continue;
    const folds = push.sentence.folds;
    for (const [argument, value] of Object.entries(call.tool_data ?? {})) {
      const named = typeof value === "string" && value.length > 2 &&
        folds.includes(value.toLowerCase()) && !/\d/.test(value);
      if (!named || !TARGETS.test(argument)) continue;
      const verb = words(call.tool_name.replaceAll(/[_.\-]+/g, " ")).join(" ");
      const finding = toPlaybook({
        detector: "D7",
        read,
        sentence: push.sentence,
        trigger: `Before ${verb} calls`,
        content: `Check the ${argument} before the ${verb} call`,
        rationale: null,
        base: 80,
        adjust: [],
        scope: "none",
        spans: [spanOf(read, push.sentence, { from: 0, to: push.sentence.tokens.length }, "fault")],
        extraIds: [before.turn.interactionId],
      }, context);
      if (finding !== null) out.push(finding);
    }
  }
  const ruled = read.sentences.some((sentence) =>
    sentence.tokens.some((token) =>
      /^(?:always|never|check|ask|use|don't|verify|only|before|first|must)$/.test(token.fold)
    )
  );
  return ruled ? [] : out.slice(0, 1);
}
