import type {
  AgentPlaybookView,
  InteractionView,
  ProfileView,
  UserPlaybookView,
} from "../../client/contract/mod.ts";
import { formatAge } from "./age.ts";
import { blockingText, paintReview, paintRole, statusTag } from "./items.ts";
import type { Screen } from "./screen.ts";
import { displayWidth, padEnd, truncate, wrap, wrapWords } from "./width.ts";

/** Profiles as blocks: number, content, and where it came from. */
export function profileBlocks(items: readonly ProfileView[], screen: Screen): string {
  const { bold, cyan, dim } = screen.style;
  return items.map((item, index) => {
    const facts = [
      item.source ? `source: ${item.source}` : "",
      formatAge(item.last_modified_timestamp, screen.nowSec),
      statusTag(item.status),
      `user: ${item.user_id}`,
      `id: ${item.profile_id}`,
    ].filter((fact) => fact !== "");
    const content = screen.isTerminal
      ? wrapWords(item.content, screen.columns - 4).join("\n    ")
      : item.content;
    const under = wrapWords(facts.join(" · "), screen.columns - 4).map((line) =>
      `    ${dim(line)}`
    );
    return `${bold(cyan(`[${index + 1}]`))} ${content}\n${under.join("\n")}`;
  }).join("\n\n");
}

/** A rounded frame with a title on a terminal; title and lines on a pipe. */
export function panel(title: string, body: readonly string[], screen: Screen): string {
  if (!screen.isTerminal) return [title, ...body].join("\n");
  const inner = Math.max(8, screen.columns - 4);
  const lines = body.flatMap((line) => wrapKeeping(line, inner));
  const head = truncate(title, inner - 2);
  const rule = "─".repeat(Math.max(0, inner - displayWidth(head) - 1));
  const { dim } = screen.style;
  return [
    `${dim("╭─")} ${head} ${dim(`${rule}╮`)}`,
    ...lines.map((line) => `${dim("│")} ${padEnd(line, inner)} ${dim("│")}`),
    dim(`╰${"─".repeat(inner + 2)}╯`),
  ].join("\n");
}

/** Wraps a line that is too wide; one that fits keeps its colours. */
function wrapKeeping(line: string, cells: number): string[] {
  // deno-lint-ignore no-control-regex
  return displayWidth(line) <= cells ? [line] : wrap(line.replaceAll(/\x1b\[[0-9;]*m/g, ""), cells);
}

/** Label and text, the text wrapped behind the label. */
function labelled(label: string, text: string, screen: Screen): string[] {
  const room = screen.isTerminal
    ? Math.max(16, screen.columns - 4 - displayWidth(label) - 2)
    : Infinity;
  const lines = Number.isFinite(room) ? wrap(text, room) : [text.replaceAll("\n", " ")];
  const indent = " ".repeat(displayWidth(label) + 2);
  return lines.map((line, i) => i === 0 ? `${label}  ${line}` : `${indent}${line}`);
}

/** Turns as one panel a request, oldest request first. */
export function interactionBlocks(items: readonly InteractionView[], screen: Screen): string {
  const requests = new Map<string, InteractionView[]>();
  for (const item of items) {
    requests.set(item.request_id, [...requests.get(item.request_id) ?? [], item]);
  }
  const ordered = [...requests].map(([id, turns]) => ({
    id,
    turns: turns.sort((a, b) => a.created_at - b.created_at || a.interaction_id - b.interaction_id),
  })).sort((a, b) => (a.turns[0]?.created_at ?? 0) - (b.turns[0]?.created_at ?? 0));
  return ordered.map(({ id, turns }) => {
    const age = formatAge(turns[0]?.created_at, screen.nowSec);
    const count = turns.length === 1 ? "1 turn" : `${turns.length} turns`;
    const body = turns.flatMap((turn) => {
      const role = turn.role.charAt(0).toUpperCase() + turn.role.slice(1);
      const label = paintRole(padEnd(role, 9), screen);
      return labelled(
        `${screen.style.dim(`${turn.interaction_id}`)} ${label}`,
        turn.content,
        screen,
      );
    });
    return panel(`req: ${id.slice(0, 8)} · ${age} · ${count}`, body, screen);
  }).join(screen.isTerminal ? "\n" : "\n\n");
}

/** Trigger, rationale and obstacle, those that are there. */
function playbookParts(
  item: Pick<UserPlaybookView, "trigger" | "rationale" | "blocking_issue">,
  screen: Screen,
): string[] {
  const parts: readonly (readonly [string, string])[] = [
    ["Trigger", item.trigger ?? ""],
    ["Rationale", item.rationale ?? ""],
    ["Blocking Issue", blockingText(item.blocking_issue)],
  ];
  return parts.filter(([, text]) => text !== "")
    .flatMap(([label, text]) => labelled(screen.style.dim(padEnd(label, 14)), text, screen));
}

/** Playbooks as panels. */
function playbookPanels<T extends UserPlaybookView | AgentPlaybookView>(
  items: readonly T[],
  screen: Screen,
  of: { readonly title: (item: T) => string; readonly facts: (item: T) => readonly string[] },
): string {
  const { bold, dim, yellow } = screen.style;
  return items.map((item, index) => {
    const tag = statusTag(item.status);
    return panel(`[${index + 1}] id ${of.title(item)}${tag && ` ${yellow(tag)}`}`, [
      ...wrapContent(item.content, screen).map(bold),
      ...playbookParts(item, screen),
      dim(of.facts(item).filter((fact) => fact !== "").join(" · ")),
    ], screen);
  }).join(screen.isTerminal ? "\n" : "\n\n");
}

/** User playbooks as panels. */
export function userPlaybookBlocks(items: readonly UserPlaybookView[], screen: Screen): string {
  return playbookPanels(items, screen, {
    title: (item) => `${item.user_playbook_id}`,
    facts: (item) => [
      `source: ${item.source || "unknown"}`,
      `request: ${item.request_id.slice(0, 8)}`,
      item.user_id ? `user: ${item.user_id}` : "",
    ],
  });
}

/** Agent playbooks as panels. */
export function agentPlaybookBlocks(items: readonly AgentPlaybookView[], screen: Screen): string {
  const review = paintReview(screen);
  return playbookPanels(items, screen, {
    title: (item) =>
      `${item.agent_playbook_id} ${review(`[${item.playbook_status.toUpperCase()}]`)}`,
    facts: ({ playbook_name: name, agent_version: version, created_at: at }) => [
      name,
      /^\d/.test(version) ? `v${version}` : version,
      formatAge(at, screen.nowSec),
    ],
  });
}

/** The content in lines that fit a panel. */
function wrapContent(text: string, screen: Screen): string[] {
  return screen.isTerminal ? wrap(text, Math.max(8, screen.columns - 4)) : [text];
}
