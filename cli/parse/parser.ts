import type { Command, Flag } from "../command.ts";
import { usageError } from "../errors.ts";
import { type FlagValue, Input } from "../input.ts";
import { suggest } from "./suggest.ts";
import { readFlagValue, readPositional } from "./values.ts";

/** Arguments split into the words of the command and everything else, flags still unread. */
export interface Split {
  /** Values of the global flags. */
  readonly globals: Map<string, FlagValue>;
  /** Remaining arguments in order. */
  readonly args: readonly string[];
}

/** A flag as it stands in an argument: `--name=value`, `--name`, `-x`. */
interface Written {
  readonly name: string;
  readonly value: string | undefined;
}

/** The name and value of a written flag, undefined when the argument is no flag. */
function written(arg: string): Written | undefined {
  if (!arg.startsWith("-") || arg === "-" || arg === "--") return undefined;
  if (/^-\d/.test(arg)) return undefined;
  const name = arg.startsWith("--") ? arg.slice(2) : arg.slice(1);
  const at = name.indexOf("=");
  return at < 0
    ? { name, value: undefined }
    : { name: name.slice(0, at), value: name.slice(at + 1) };
}

/** The flag that an argument names. */
function findFlag(flags: readonly Flag[], arg: string, name: string): Flag | undefined {
  return flags.find((flag) =>
    arg.startsWith("--")
      ? flag.name === name || (flag.negatable && `no-${flag.name}` === name)
      : flag.short === name
  );
}

/** Takes the value of a flag, from the argument itself or from the next one. */
function takeValue(
  flag: Flag,
  form: Written,
  next: string | undefined,
): { value: FlagValue; usesNext: boolean } {
  if (flag.type === "switch") {
    if (form.value !== undefined) {
      throw usageError(`--${flag.name} is a switch and takes no value`);
    }
    return { value: form.name !== `no-${flag.name}`, usesNext: false };
  }
  if (form.value !== undefined) {
    return { value: readFlagValue(flag, form.value), usesNext: false };
  }
  if (flag.optionalValue) return { value: true, usesNext: false };
  if (next === undefined) throw usageError(`--${flag.name} needs a value`);
  return { value: readFlagValue(flag, next), usesNext: true };
}

/**
 * Takes the global flags out of the arguments, wherever they stand before `--`.
 *
 * @param args Arguments of the process.
 * @param globals Flags that every command knows.
 * @param own Finds a flag of the command itself, which then keeps its meaning and its value.
 */
export function splitGlobals(
  args: readonly string[],
  globals: readonly Flag[],
  own: (arg: string, name: string) => Flag | undefined,
): Split {
  const values = new Map<string, FlagValue>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    if (arg === "--") return { globals: values, args: [...rest, ...args.slice(i)] };
    const form = written(arg);
    const ownFlag = form && own(arg, form.name);
    const flag = form && !ownFlag ? findFlag(globals, arg, form.name) : undefined;
    if (form && flag) {
      const { value, usesNext } = takeValue(flag, form, args[i + 1]);
      values.set(flag.name, value);
      if (usesNext) i++;
    } else {
      rest.push(arg);
      const takesNext = ownFlag && ownFlag.type !== "switch" && !ownFlag.optionalValue &&
        form?.value === undefined;
      if (takesNext && i + 1 < args.length) rest.push(args[++i] ?? "");
    }
  }
  return { globals: values, args: rest };
}

/** Finds a command's own flag by the argument that names it. */
export function ownFlagOf(
  command: Command | undefined,
): (arg: string, name: string) => Flag | undefined {
  return (arg, name) => findFlag(command?.flags ?? [], arg, name);
}

/**
 * Reads the arguments after the words of a command.
 *
 * @param command Record of the command.
 * @param args Arguments without the command's words and without global flags.
 * @param globalNames Names of the global flags, for suggestions.
 * @throws {CliError} `usage` for an unknown flag, a missing value, or a word too many.
 */
export function parseArguments(
  command: Command,
  args: readonly string[],
  globalNames: readonly string[] = [],
): Input {
  const values = new Map<string, FlagValue>();
  const words: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    if (arg === "--") {
      words.push(...args.slice(i + 1));
      break;
    }
    const form = written(arg);
    if (!form) {
      words.push(arg);
      continue;
    }
    const flag = findFlag(command.flags ?? [], arg, form.name);
    if (!flag) throw unknownFlag(command, arg, form.name, globalNames);
    const { value, usesNext } = takeValue(flag, form, args[i + 1]);
    values.set(flag.name, value);
    if (usesNext) i++;
  }
  return placeWords(command, words, values);
}

/** Gives the words without a flag to the positionals, in order. */
function placeWords(
  command: Command,
  words: readonly string[],
  values: Map<string, FlagValue>,
): Input {
  const positionals = command.positionals ?? [];
  let at = 0;
  let rest: readonly string[] = [];
  for (const positional of positionals) {
    if (positional.rest) {
      rest = words.slice(at);
      at = words.length;
      continue;
    }
    const word = words[at];
    if (word === undefined || values.has(positional.name)) continue;
    const flag = command.flags?.find((each) => each.name === positional.name);
    const text = readPositional(positional, word);
    values.set(positional.name, flag ? readFlagValue(flag, text) : text);
    at++;
  }
  if (at < words.length) {
    throw usageError(
      `Unexpected word ${JSON.stringify(words[at])} after reflexio ${command.path}`,
      positionals.length > 0 ? "Put a text of several words in quotes" : undefined,
    );
  }
  for (const { name, required } of positionals) {
    if (required && !values.has(name)) {
      const form = command.flags?.some((flag) => flag.name === name)
        ? `--${name}`
        : name.toUpperCase();
      throw usageError(`Missing ${form}`, `Run reflexio ${command.path} --help for examples`);
    }
  }
  return new Input(values, rest);
}

/** The error for a flag that nobody knows. */
function unknownFlag(
  command: Command,
  arg: string,
  name: string,
  globalNames: readonly string[],
): Error {
  const known = [...(command.flags ?? []).map((flag) => flag.name), ...globalNames];
  const near = suggest(name, known);
  const shown = arg.split("=")[0] ?? arg;
  return usageError(
    `Unknown option ${shown} of reflexio ${command.path}`,
    near === undefined
      ? `Run reflexio ${command.path} --help; text that begins with a dash goes after --`
      : `Did you mean --${near}?`,
  );
}
