import { formatAge } from "../render/age.ts";
import { isRecord } from "../render/fields.ts";
import type { Screen } from "../render/screen.ts";
import { oneLine, wrap, wrapWords } from "../render/width.ts";
import type { Item } from "./_find_item.ts";

/** Label and text of one line. */
function row(label: string, text: string, screen: Screen): string[] {
  const room = Number.isFinite(screen.columns) ? Math.max(20, screen.columns - 14) : 1_000;
  return wrap(text, room).map((line, i) =>
    `${i === 0 ? screen.style.dim(label.padEnd(12)) : " ".repeat(12)}  ${line}`
  );
}

/** The records of a list. */
function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Why an item exists, for people. */
export function explanationText(
  found: Item,
  answer: Readonly<Record<string, unknown>>,
  screen: Screen,
): string {
  const { bold } = screen.style;
  const item = isRecord(answer.item) ? answer.item : {};
  const why = isRecord(answer.explain) ? answer.explain : null;
  const lines = wrapWords(oneLine(String(item.content ?? found.id)), screen.columns).map(bold);
  if (typeof item.trigger === "string") lines.push(...row("When", item.trigger, screen));
  const at = Number(item.last_modified_timestamp ?? item.created_at);
  lines.push(
    ...row("Made", `${String(answer.made ?? "unknown")}, ${formatAge(at, screen.nowSec)}`, screen),
  );
  if (why !== null) lines.push(...whyLines(why, screen));
  const turns = records(answer.interactions);
  if (turns.length > 0) {
    lines.push("", bold("From these turns"));
    lines.push(...turns.flatMap((turn) => quoteLines(turn, why, screen)));
  }
  const rules = records(answer.user_playbooks);
  if (rules.length > 0) {
    lines.push("", bold("Made of these rules"));
    lines.push(
      ...rules.flatMap((rule) =>
        row(String(rule.user_id ?? ""), oneLine(String(rule.content ?? "")), screen)
      ),
    );
  }
  return lines.join("\n");
}

/** Rule, confidence and what it replaced. */
function whyLines(why: Readonly<Record<string, unknown>>, screen: Screen): string[] {
  const verdicts = isRecord(why.verdicts) ? Object.entries(why.verdicts) : [];
  const confidence = isRecord(why.confidence) ? why.confidence : {};
  const adjust = records(confidence.adjust).map(({ name, points }) =>
    `${Number(points) >= 0 ? "+" : ""}${points} ${name}`
  );
  const replaced = Array.isArray(why.replaced_ids) ? why.replaced_ids : [];
  return [
    ...row("Rule", `${why.rule_id} (${why.rules_version})`, screen),
    ...row(
      "Confidence",
      `${confidence.final}${adjust.length ? ` = ${confidence.base} ${adjust.join(" ")}` : ""}`,
      screen,
    ),
    ...verdicts.length
      ? row("Read as", verdicts.map(([name, value]) => `${name} ${value}`).join(", "), screen)
      : [],
    ...replaced.length ? row("Replaced", replaced.join(", "), screen) : [],
    ...why.merged_into ? row("Merged into", String(why.merged_into), screen) : [],
    ...why.ttl_from ? row("Lives", String(why.ttl_from), screen) : [],
  ];
}

/** A turn with its quoted places marked. */
function quoteLines(
  turn: Readonly<Record<string, unknown>>,
  why: Readonly<Record<string, unknown>> | null,
  screen: Screen,
): string[] {
  const content = String(turn.content ?? "");
  const spans = records(why?.spans).filter((span) => span.interaction_id === turn.interaction_id)
    .map((span) => ({ start: Number(span.start), end: Number(span.end) }))
    .filter(({ start, end }) => Number.isFinite(start) && end > start)
    .sort((a, b) => b.start - a.start);
  const marked = spans.reduce(
    (text, { start, end }) =>
      text.slice(0, start) + screen.style.mark(text.slice(start, end)) + text.slice(end),
    content,
  );
  return row(String(turn.role ?? ""), oneLineKeepingMarks(marked), screen);
}

/** Line breaks as spaces; colour codes stay. */
function oneLineKeepingMarks(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
