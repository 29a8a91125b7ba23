import type { Command, Group, Section } from "../command.ts";
import { DATA_SECTION } from "./data.ts";
import { INSIGHT } from "./insight.ts";
import { ITEMS } from "./items.ts";
import { KEYS } from "./keys.ts";
import { MEMORY } from "./memory.ts";
import { SERVER } from "./server.ts";
import { SETTINGS } from "./settings.ts";
import { TOOL } from "./tool.ts";

/** All parts of the tool, in the order of help. */
export const SECTIONS: readonly Section[] = [
  MEMORY,
  ITEMS,
  INSIGHT,
  DATA_SECTION,
  SERVER,
  KEYS,
  SETTINGS,
  TOOL,
];

/** All commands. */
export const COMMANDS: readonly Command[] = SECTIONS.flatMap(({ commands }) => commands);

/** All words with commands below them. */
export const GROUPS: readonly Group[] = SECTIONS.flatMap(({ groups }) => groups);

/** The command called by `path`. */
export function findCommand(path: string): Command | undefined {
  return COMMANDS.find((command) => command.path === path);
}

/** The group of a word. */
export function findGroup(name: string): Group | undefined {
  return GROUPS.find((group) => group.name === name);
}

/** Words that may come first on a command line. */
export function firstWords(): string[] {
  const words = COMMANDS.filter(({ hidden }) => !hidden).map(({ path }) =>
    path.split(" ")[0] ?? ""
  );
  return [...new Set(words)];
}

/** The commands below a group. */
export function commandsOf(group: string): readonly Command[] {
  return COMMANDS.filter(({ path }) => path.startsWith(`${group} `));
}
