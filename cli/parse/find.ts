import type { Command, Group } from "../command.ts";
import { commandsOf, findCommand, findGroup, firstWords } from "../table/commands.ts";
import { GLOBAL_FLAGS } from "../table/globals.ts";
import { suggest } from "./suggest.ts";

/** What the words of a command line call. */
export interface Found {
  /** The command, undefined when the words call none. */
  readonly command?: Command;
  /** The group of the first word. */
  readonly group?: Group;
  /** Words that belong to the command, in order. */
  readonly words: readonly string[];
  /** Whether the command runs because its group stands alone. */
  readonly isAlone: boolean;
  /** The word that is no command. */
  readonly unknown?: string;
  /** What was probably meant by it. */
  readonly near?: string;
}

/** Words before `--` that are neither flags nor values of global flags. */
function bareWords(args: readonly string[]): string[] {
  const words: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    if (arg === "--") break;
    if (!arg.startsWith("-") || arg === "-") {
      words.push(arg);
      continue;
    }
    const flag = GLOBAL_FLAGS.find(({ name }) => arg === `--${name}`);
    if (flag && flag.type !== "switch" && !flag.optionalValue) i++;
  }
  return words;
}

/** Finds the command that the arguments call. */
export function findCommandWords(args: readonly string[]): Found {
  const [first, second] = bareWords(args);
  if (first === undefined) return { words: [], isAlone: false };
  const group = findGroup(first);
  if (group === undefined) {
    const command = findCommand(first);
    if (command) return { command, words: [first], isAlone: false };
    const near = suggest(first, firstWords());
    return { words: [], isAlone: false, unknown: first, ...near === undefined ? {} : { near } };
  }
  const command = second === undefined ? undefined : findCommand(`${first} ${second}`);
  if (command && second !== undefined) {
    return { command, group, words: [first, second], isAlone: false };
  }
  const alone = group.alone === undefined ? undefined : findCommand(group.alone);
  if (second === undefined) {
    return { group, words: [first], isAlone: true, ...alone ? { command: alone } : {} };
  }
  const names = commandsOf(first).map(({ path }) => path.slice(first.length + 1));
  const near = suggest(second, names);
  // A word of the top, as in `agent-playbooks approve`.
  const isOfTop = second !== "help" && findCommand(second) !== undefined;
  const meant = isOfTop
    ? `reflexio ${second}`
    : near === undefined
    ? undefined
    : `${first} ${near}`;
  return {
    group,
    words: [first],
    isAlone: false,
    unknown: second,
    ...meant === undefined ? {} : { near: meant },
  };
}
