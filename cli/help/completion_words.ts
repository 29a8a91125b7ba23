import type { Flag } from "../command.ts";
import { commandsOf, findCommand, findGroup, GROUPS, SECTIONS } from "../table/commands.ts";
import { GLOBAL_FLAGS } from "../table/globals.ts";
import { shownFlags } from "./usage.ts";

/** A word that may follow, with what it is. */
export interface Candidate {
  /** The word. */
  readonly word: string;
  /** What it is, empty when there is nothing to say. */
  readonly about: string;
}

/** Files may follow. */
export const FILES = "files";

/** What may follow: words, or files. */
export type Completion = readonly Candidate[] | typeof FILES;

/** Names of flags and positionals whose value is a path. */
const PATHS = new Set([
  ...["file", "kv", "env-file", "project-dir", "publish"],
  ...["cert", "key", "keys-file", "from", "to"],
]);

/**
 * What may follow on a command line.
 *
 * @param words Words after `reflexio`; the last one is being typed and may be empty.
 */
export function complete(words: readonly string[]): Completion {
  const typed = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  const bare = before.filter((word) => !word.startsWith("-"));
  const [first, second] = bare;
  const command = findCommand(`${first} ${second}`) ?? findCommand(first ?? "") ??
    findCommand(findGroup(first ?? "")?.alone ?? "");
  const flags = [...shownFlags(command?.flags), ...shownFlags(GLOBAL_FLAGS)];
  const last = before.at(-1) ?? "";
  const open = flags.find((flag) =>
    flag.type !== "switch" && !flag.optionalValue &&
    (last === `--${flag.name}` || (flag.short !== undefined && last === `-${flag.short}`))
  );
  if (open !== undefined) return valuesOf(open);
  if (typed.startsWith("-")) {
    return flags.filter(({ name }) => `--${name}`.startsWith(typed)).map(flagWord);
  }
  if (first === undefined) return firstCandidates().filter(({ word }) => word.startsWith(typed));
  const group = findGroup(first);
  if (group !== undefined && second === undefined) {
    return commandsOf(first).filter(({ hidden }) => !hidden)
      .map(({ path, summary }) => ({ word: path.slice(first.length + 1), about: summary }))
      .filter(({ word }) => word.startsWith(typed));
  }
  const depth = command?.path.split(" ").length ?? 0;
  const positional = command?.positionals?.[bare.length - depth];
  if (positional?.words) {
    return positional.words.filter((word) => word.startsWith(typed)).map((word) => ({
      word,
      about: "",
    }));
  }
  return positional !== undefined && PATHS.has(positional.name) ? FILES : [];
}

/** Values of a flag. */
function valuesOf(flag: Flag): Completion {
  if (flag.words !== undefined) return flag.words.map((word) => ({ word, about: "" }));
  return PATHS.has(flag.name) ? FILES : [];
}

/** A flag as a word. */
function flagWord(flag: Flag): Candidate {
  return { word: `--${flag.name}`, about: flag.summary };
}

/** Groups and commands that may come first. */
function firstCandidates(): Candidate[] {
  const alone = SECTIONS.flatMap(({ commands }) => commands)
    .filter(({ path, hidden }) => !hidden && !path.includes(" "))
    .map(({ path, summary }) => ({ word: path, about: summary }));
  return [...GROUPS.map(({ name, summary }) => ({ word: name, about: summary })), ...alone];
}
