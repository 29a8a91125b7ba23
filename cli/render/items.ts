import type {
  AgentPlaybookView,
  BlockingIssue,
  EvaluationResultView,
  InteractionView,
  ProfileView,
  UserPlaybookView,
} from "../../client/contract/mod.ts";
import { formatAge } from "./age.ts";
import type { Screen } from "./screen.ts";
import { type Column, renderTable } from "./table.ts";

/** State in brackets, empty for current items. */
export function statusTag(status: string | null | undefined): string {
  return status === null || status === undefined ? "" : `[${status.toUpperCase()}]`;
}

/** What stood in the way, as one line; empty without it. */
export function blockingText(issue: BlockingIssue | null | undefined): string {
  return issue ? `${issue.kind}: ${issue.details}` : "";
}

/** Dresses a review state. */
export function paintReview(screen: Screen): (text: string) => string {
  const { green, yellow, red } = screen.style;
  return (text) => {
    const word = text.trim().toLowerCase().replaceAll(/[[\]]/g, "");
    if (word.startsWith("approved")) return green(text);
    return word.startsWith("rejected") ? red(text) : yellow(text);
  };
}

/** Dresses a lifecycle state: what is not current stands out. */
function paintStatus({ style }: Screen): (text: string) => string {
  return (text) => text.trim() === "current" ? style.dim(text) : style.yellow(text);
}

/** The column of ids. */
function idColumn(screen: Screen): Column {
  return { title: "ID", paint: screen.style.cyan };
}

/** The column of ages. */
function ageColumn(screen: Screen): Column {
  return { title: "AGE", paint: screen.style.dim, dropOrder: 1 };
}

/** A flexible column of text. */
function textColumn(title: string): Column {
  return { title, flexible: true };
}

/** Profiles as a table. */
export function profileTable(items: readonly ProfileView[], screen: Screen): string {
  const columns: Column[] = [
    idColumn(screen),
    textColumn("CONTENT"),
    { title: "USER", dropOrder: 2 },
    { title: "STATUS", dropOrder: 3, paint: paintStatus(screen) },
    ageColumn(screen),
    { title: "SOURCE", dropOrder: 4, paint: screen.style.dim },
  ];
  const rows = items.map((item) => [
    screen.isTerminal && !screen.wide ? shortId(item.profile_id) : item.profile_id,
    item.content,
    item.user_id,
    item.status ?? "current",
    formatAge(item.last_modified_timestamp, screen.nowSec),
    item.source ?? "",
  ]);
  return renderTable(columns, rows, screen);
}

/** The part of an id that people type; other commands accept it. */
export function shortId(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? id.slice(0, 8) : id;
}

/** Turns as a table, oldest first within a request. */
export function interactionTable(items: readonly InteractionView[], screen: Screen): string {
  const columns: Column[] = [
    idColumn(screen),
    { title: "ROLE", paint: (text) => paintRole(text, screen) },
    textColumn("CONTENT"),
    { title: "USER", dropOrder: 2 },
    ageColumn(screen),
    { title: "REQUEST", dropOrder: 3, paint: screen.style.dim },
  ];
  const rows = items.map((item) => [
    `${item.interaction_id}`,
    item.role,
    item.content,
    item.user_id,
    formatAge(item.created_at, screen.nowSec),
    screen.isTerminal ? item.request_id.slice(0, 8) : item.request_id,
  ]);
  return renderTable(columns, rows, screen);
}

/** Dresses who spoke. */
export function paintRole(text: string, screen: Screen): string {
  const role = text.trim().toLowerCase();
  if (role === "user") return screen.style.cyan(text);
  if (role === "assistant") return screen.style.magenta(text);
  return role === "system" ? screen.style.dim(text) : text;
}

/** User playbooks as a table. */
export function userPlaybookTable(items: readonly UserPlaybookView[], screen: Screen): string {
  const columns: Column[] = [
    idColumn(screen),
    textColumn("CONTENT"),
    { title: "TRIGGER", flexible: true, dropOrder: 2, paint: screen.style.dim },
    { title: "USER", dropOrder: 3 },
    { title: "STATUS", dropOrder: 4, paint: paintStatus(screen) },
    ageColumn(screen),
    { title: "SOURCE", dropOrder: 5, paint: screen.style.dim },
  ];
  const rows = items.map((item) => [
    `${item.user_playbook_id}`,
    item.content,
    item.trigger ?? "",
    item.user_id ?? "",
    item.status ?? "current",
    formatAge(item.created_at, screen.nowSec),
    item.source ?? "",
  ]);
  return renderTable(columns, rows, screen);
}

/** Agent playbooks as a table. */
export function agentPlaybookTable(items: readonly AgentPlaybookView[], screen: Screen): string {
  const columns: Column[] = [
    idColumn(screen),
    textColumn("CONTENT"),
    { title: "TRIGGER", flexible: true, dropOrder: 3, paint: screen.style.dim },
    { title: "REVIEW", paint: paintReview(screen) },
    { title: "VERSION", dropOrder: 2 },
    ageColumn(screen),
    { title: "NAME", dropOrder: 4, paint: screen.style.dim },
  ];
  const rows = items.map((item) => [
    `${item.agent_playbook_id}`,
    item.content,
    item.trigger ?? "",
    [item.playbook_status, item.status].filter(Boolean).join(" "),
    item.agent_version,
    formatAge(item.created_at, screen.nowSec),
    item.playbook_name,
  ]);
  return renderTable(columns, rows, screen);
}

/** Verdicts as a table. */
export function evaluationTable(items: readonly EvaluationResultView[], screen: Screen): string {
  const { green, red } = screen.style;
  const columns: Column[] = [
    idColumn(screen),
    { title: "SESSION", flexible: true },
    { title: "VERDICT", paint: (text) => text.startsWith("success") ? green(text) : red(text) },
    textColumn("REASON"),
    { title: "CORRECTIONS", right: true, dropOrder: 3 },
    { title: "VERSION", dropOrder: 2 },
    ageColumn(screen),
  ];
  const rows = items.map((item) => [
    `${item.result_id}`,
    item.session_id,
    item.is_success ? "success" : item.failure_type || "failure",
    item.failure_reason ?? "",
    `${item.number_of_correction_per_session}`,
    item.agent_version,
    formatAge(item.created_at, screen.nowSec),
  ]);
  return renderTable(columns, rows, screen);
}
