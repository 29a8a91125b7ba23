import type { Command, Flag } from "../command.ts";
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

/** Word behind `help` that is no command: the page of the variables. */
export const ENVIRONMENT = "environment";

/** What may follow: words, or files. */
export type Completion = readonly Candidate[] | typeof FILES;

/** Names of flags and positionals whose value is a path. */
const PATHS = new Set([
  ...["file", "kv", "env-file", "project-dir", "publish"],
  ...["cert", "key", "keys-file", "from", "to"],
]);

/** What of a command line is known before the word that is being typed. */
interface Typed {
  /** Words that are neither flags nor values of flags. */
  readonly bare: readonly string[];
  /** The command, as far as it can be told. */
  readonly command: Command | undefined;
  /** Its flags and those of every command. */
  readonly flags: readonly Flag[];
  /** The flag whose value comes next. */
  readonly open: Flag | undefined;
}

/**
 * What may follow on a command line.
 *
 * @param words Words after `reflexio`; the last one is being typed and may be empty.
 */
export function complete(words: readonly string[]): Completion {
  const typed = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  if (before[0] === "help") return helpTopics(words.slice(1));
  const { bare, command, flags, open } = readWords(before);
  if (open !== undefined) return valuesOf(open, typed);
  const [name, value] = splitFlag(typed);
  if (value !== undefined) {
    const found = flags.find((flag) => `--${flag.name}` === name && flag.type !== "switch");
    const values = found === undefined ? [] : valuesOf(found, value);
    return values === FILES ? FILES : values.map(({ word, about }) => ({
      word: `${name}=${word}`,
      about,
    }));
  }
  if (typed.startsWith("-")) return startingWith(typed, flags.flatMap(flagWords));
  const [first, second] = bare;
  if (first === undefined) return startingWith(typed, firstCandidates());
  if (findGroup(first) !== undefined && second === undefined) {
    return startingWith(typed, groupCandidates(first));
  }
  return command === undefined ? [] : operands(command, bare, typed);
}

/** What may follow `help`: what may be run, and the page of the variables. */
function helpTopics(words: readonly string[]): Completion {
  const commands = complete(words);
  if (words.length > 1 || commands === FILES) return commands;
  const page = { word: ENVIRONMENT, about: "Variables that set what flags do not" };
  return [...commands, ...startingWith(words[0] ?? "", [page])];
}

/** Reads the words before the one that is being typed. */
function readWords(before: readonly string[]): Typed {
  const bare: string[] = [];
  let open: Flag | undefined;
  for (const word of before) {
    if (open !== undefined) open = undefined;
    else if (word.startsWith("-")) open = takesNextWord(word, flagsOf(commandOf(bare)));
    else bare.push(word);
  }
  const command = commandOf(bare);
  return { bare, command, flags: flagsOf(command), open };
}

/** The command that words call. */
function commandOf([first = "", second = ""]: readonly string[]): Command | undefined {
  return findCommand(`${first} ${second}`) ?? findCommand(first) ??
    findCommand(findGroup(first)?.alone ?? "");
}

/** The flags that may stand behind a command. */
function flagsOf(command: Command | undefined): Flag[] {
  return [...shownFlags(command?.flags), ...shownFlags(GLOBAL_FLAGS)];
}

/** The flag that a word is when its value is the next word. */
function takesNextWord(word: string, flags: readonly Flag[]): Flag | undefined {
  return flags.find((flag) =>
    flag.type !== "switch" && !flag.optionalValue &&
    (word === `--${flag.name}` || (flag.short !== undefined && word === `-${flag.short}`))
  );
}

/** A word like `--name=value` in two. */
function splitFlag(word: string): [name: string, value: string | undefined] {
  const at = word.startsWith("--") ? word.indexOf("=") : -1;
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

/** Candidates that begin as typed. */
function startingWith(typed: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ word }) => word.startsWith(typed));
}

/** Words as candidates without a text. */
function plain(words: readonly string[]): Candidate[] {
  return words.map((word) => ({ word, about: "" }));
}

/** Values of a flag; of a list of words the member that is being typed. */
function valuesOf(flag: Flag, typed: string): Completion {
  if (flag.words === undefined) return PATHS.has(flag.name) ? FILES : [];
  const before = flag.type === "words" ? typed.slice(0, typed.lastIndexOf(",") + 1) : "";
  const taken = before.split(",");
  const left = flag.words.filter((word) => !taken.includes(word));
  return startingWith(typed, plain(left.map((word) => before + word)));
}

/** What may stand behind a whole command: its words or files, else its flags. */
function operands(command: Command, bare: readonly string[], typed: string): Completion {
  const given = bare.length - command.path.split(" ").length;
  const positional = command.positionals?.[Math.max(0, given)];
  const words = positional?.words ??
    command.flags?.find(({ name }) => name === positional?.name)?.words;
  if (words !== undefined) return startingWith(typed, plain(words));
  if (positional !== undefined && PATHS.has(positional.name)) return FILES;
  const isFree = positional !== undefined || typed !== "";
  return isFree ? [] : shownFlags(command.flags).flatMap(flagWords);
}

/** A flag as words: it, and what switches it off. */
function flagWords({ name, summary, negatable }: Flag): Candidate[] {
  const off = negatable ? [{ word: `--no-${name}`, about: `Not: ${summary}` }] : [];
  return [{ word: `--${name}`, about: summary }, ...off];
}

/** Commands of a group. */
function groupCandidates(group: string): Candidate[] {
  return commandsOf(group).filter(({ hidden }) => !hidden)
    .map(({ path, summary }) => ({ word: path.slice(group.length + 1), about: summary }));
}

/** Groups and commands that may come first. */
function firstCandidates(): Candidate[] {
  const alone = SECTIONS.flatMap(({ commands }) => commands)
    .filter(({ path, hidden }) => !hidden && !path.includes(" "))
    .map(({ path, summary }) => ({ word: path, about: summary }));
  return [...GROUPS.map(({ name, summary }) => ({ word: name, about: summary })), ...alone];
}
