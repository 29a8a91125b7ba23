import { invalid } from "../errors.ts";
import { isRecord } from "../render/fields.ts";

/** Events of Claude Code that we answer, with our name for each. */
export const CLAUDE_EVENTS: Readonly<Record<string, string>> = {
  SessionStart: "session-start",
  UserPromptSubmit: "user-prompt-submit",
  Stop: "stop",
};

/** Hooks that earlier installations wrote, by the files they call. */
const OLD_HOOKS = ["session_start_hook.sh", "search_hook.js", "stop_hook.js", "publish_hook.js"];

/** Whether a command line is one of ours, or one of an earlier installation of ours. */
export function isOurHook(command: unknown): boolean {
  if (typeof command !== "string") return false;
  const events = Object.values(CLAUDE_EVENTS).join("|");
  if (new RegExp(`(reflexio|main\\.ts)\\S* hook claude-code (${events})$`).test(command)) {
    return true;
  }
  return OLD_HOOKS.some((file) =>
    new RegExp(`reflexio\\S*[/\\\\]${file.replace(".", "\\.")}"?$`).test(command)
  );
}

/**
 * Parses the settings.
 *
 * @throws {CliError} `validation` when they are no JSON object: they are not ours to replace.
 */
function parseSettings(text: string | null, path: string): Record<string, unknown> {
  if (text === null || text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalid(`${path} is no JSON object`, "Repair it first; it was left as it is");
}

/** The entries of an event without ours. */
function foreignEntries(entries: unknown): unknown[] {
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry) => {
    if (!isRecord(entry) || !Array.isArray(entry.hooks)) return [entry];
    const kept = entry.hooks.filter((hook) => !isRecord(hook) || !isOurHook(hook.command));
    if (kept.length === entry.hooks.length) return [entry];
    return kept.length === 0 ? [] : [{ ...entry, hooks: kept }];
  });
}

/** Settings as text in the indentation that they have. */
function print(settings: Record<string, unknown>, before: string | null): string {
  const indent = /^\{\n(\s+)"/.exec(before ?? "")?.[1] ?? "  ";
  return `${JSON.stringify(settings, null, indent)}\n`;
}

/**
 * The settings with our hooks in; foreign hooks stay, ours are there once.
 *
 * @param commands Command line for each event.
 */
export function withHooks(
  text: string | null,
  path: string,
  commands: Readonly<Record<string, string>>,
): string {
  const settings = parseSettings(text, path);
  const hooks = isRecord(settings.hooks) ? settings.hooks : {};
  const merged: Record<string, unknown> = { ...hooks };
  for (const event of Object.keys(CLAUDE_EVENTS)) {
    const foreign = foreignEntries(hooks[event]);
    const command = commands[event];
    const ours = command === undefined
      ? []
      : [{ matcher: "", hooks: [{ type: "command", command }] }];
    if (foreign.length + ours.length > 0) merged[event] = [...foreign, ...ours];
    else delete merged[event];
  }
  return print({ ...settings, hooks: merged }, text);
}

/** The settings without our hooks; null when nothing else is left. */
export function withoutHooks(text: string | null, path: string): string | null {
  if (text === null) return null;
  const settings = parseSettings(text, path);
  if (!isRecord(settings.hooks)) return text;
  const rest: Record<string, unknown> = { ...settings.hooks };
  let isTouched = false;
  for (const event of Object.keys(CLAUDE_EVENTS)) {
    if (!(event in rest)) continue;
    const foreign = foreignEntries(rest[event]);
    if (JSON.stringify(foreign) === JSON.stringify(rest[event])) continue;
    isTouched = true;
    if (foreign.length > 0) rest[event] = foreign;
    else delete rest[event];
  }
  if (!isTouched) return text;
  const { hooks: _, ...others } = settings;
  const left = Object.keys(rest).length > 0 ? { ...settings, hooks: rest } : others;
  return Object.keys(left).length === 0 ? null : print(left, text);
}
