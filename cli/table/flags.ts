import type { Flag, Positional } from "../command.ts";

/** A switch. */
export function toggle(name: string, summary: string, more: Partial<Flag> = {}): Flag {
  return { name, type: "switch", summary, ...more };
}

/** A flag with a text. */
export function text(name: string, summary: string, more: Partial<Flag> = {}): Flag {
  return { name, type: "text", summary, ...more };
}

/** A flag with a whole number. */
export function int(name: string, summary: string, more: Partial<Flag> = {}): Flag {
  return { name, type: "int", summary, ...more };
}

/** A flag with one of several words. */
export function word(
  name: string,
  words: readonly string[],
  summary: string,
  more: Partial<Flag> = {},
): Flag {
  return { name, type: "word", words, summary, ...more };
}

/** A word without a flag. */
export function arg(
  name: string,
  summary: string,
  more: Partial<Positional> = {},
): Positional {
  return { name, summary, ...more };
}

/** Whose memory. */
export const USER: Flag = text("user-id", "Whose memory", { value: "USER" });

/** Whose memory, `REFLEXIO_USER_ID` when absent. */
export const USER_OR_ENV: Flag = { ...USER, env: "REFLEXIO_USER_ID" };

/** Version of the agent, `REFLEXIO_AGENT_VERSION` when absent. */
export const VERSION_OR_ENV: Flag = text("agent-version", "Version of the agent", {
  value: "VERSION",
  env: "REFLEXIO_AGENT_VERSION",
});

/** Version of the agent. */
export const AGENT_VERSION: Flag = text("agent-version", "Version of the agent", {
  value: "VERSION",
});

/** Name of the extractor. */
export const PLAYBOOK_NAME: Flag = text("playbook-name", "Name of the extractor", {
  value: "NAME",
});

/** No question before something is removed. */
export const YES: Flag = toggle("yes", "Do not ask", { short: "y" });

/** Say what would happen, do nothing. */
export const DRY_RUN: Flag = toggle("dry-run", "Say what would happen, change nothing");

/** Wait for the end of the run. */
export const WAIT: Flag = toggle("wait", "Wait until it is done and show progress");

/** Live lines in place of a list. */
export const WATCH: Flag = toggle("watch", "Go on and print what comes in");

/** Whole texts in a table. */
export const WIDE: Flag = toggle("wide", "Do not cut texts to the width of the terminal");

/** Blocks in place of a table. */
export const LONG: Flag = toggle("long", "Show each item as a block with all its parts", {
  short: "l",
});

/** Lifecycle state. */
export const STATUS: Flag = word(
  "status",
  ["current", "pending", "archived"],
  "Only items in this state",
);

/** Review state of agent playbooks. */
export const REVIEW: Flag = word(
  "playbook-status",
  ["pending", "approved", "rejected"],
  "Only playbooks in this review state",
);

/** Most items. */
export function limit(count: number): Flag {
  return int("limit", "Most items", { fallback: `${count}`, value: "N" });
}

/** A JSON object for `add` and `update`. */
export const DATA: Flag = text("data", "JSON, @FILE, or @- for stdin; flags win over it", {
  value: "JSON",
});

/** Flags of a list. */
export const LIST_FLAGS: readonly Flag[] = [WIDE, LONG];

/** What to look for. */
export const QUERY: Positional = arg("query", "What to look for");

/** Flags of a command that deletes everything of a kind. */
export const DELETE_ALL: readonly Flag[] = [YES, DRY_RUN];
