import type { Command, Flag, Group } from "../command.ts";
import type { Screen } from "../render/screen.ts";
import { displayWidth, padEnd, wrap, wrapWords } from "../render/width.ts";
import { commandsOf, SECTIONS } from "../table/commands.ts";
import { GLOBAL_FLAGS } from "../table/globals.ts";
import { VARIABLE_GROUPS, variableText } from "../table/variables.ts";
import { flagForm, flagText, shownFlags, usageLine } from "./usage.ts";

/** Widest first column of a list. */
const MAX_LEFT = 34;

/** Narrowest first column, in a narrow terminal. */
const MIN_LEFT = 6;

/** What the exit codes mean. */
const EXIT_CODES_TEXT =
  "Exit codes: 0 done, 1 failed, 2 wrong use, 3 not allowed, 4 not reachable, 130 interrupted";

/** Cells of a line of running text. */
function textColumns(screen: Screen): number {
  return Number.isFinite(screen.columns) ? screen.columns : 100;
}

/** Running text in lines that fit. */
function paragraph(text: string, screen: Screen): string {
  return wrapWords(text, textColumns(screen)).join("\n");
}

/** Pairs as two columns; the right one is wrapped. */
function pairs(rows: readonly (readonly [string, string])[], screen: Screen): string[] {
  const columns = textColumns(screen);
  const widest = Math.max(0, ...rows.map(([left]) => left.length));
  const longestWord = Math.max(
    0,
    ...rows.flatMap(([, text]) => text.split(/\s+/)).map(displayWidth),
  );
  const left = Math.min(
    MAX_LEFT,
    widest,
    Math.max(12, Math.floor(columns * 0.45)),
    // Names of variables stay whole, so that they can be copied.
    Math.max(MIN_LEFT, columns - 4 - longestWord),
  );
  const room = Math.max(16, columns - left - 4);
  return rows.flatMap(([name, text]) => {
    const [first = "", ...more] = wrap(text, room);
    const tail = more.map((line) => `${" ".repeat(left + 4)}${line}`);
    const shown = `  ${screen.style.cyan(name)}`;
    if (name.length > left) return [shown, `${" ".repeat(left + 4)}${first}`, ...tail];
    return [`  ${padEnd(screen.style.cyan(name), left)}  ${first}`.trimEnd(), ...tail];
  });
}

/** Flags as pairs. */
function flagPairs(flags: readonly Flag[], screen: Screen): string[] {
  return pairs(flags.map((flag) => [flagForm(flag), flagText(flag)] as const), screen);
}

/** The first page: what there is. */
export function mainHelp(screen: Screen, version: string): string {
  const { bold, dim } = screen.style;
  const lines = [
    paragraph(`${bold("reflexio")} ${version}  memory that learns, for AI agents`, screen),
    "",
    `${bold("Usage")}  reflexio COMMAND [options]`,
  ];
  for (const section of SECTIONS) {
    const alone = section.commands.filter(({ path, hidden }) => !hidden && !path.includes(" "))
      .map(({ path, summary }) => [path, summary] as const);
    const groups = section.groups.map(({ name, summary }) => [`${name} …`, summary] as const);
    lines.push("", bold(section.title), ...pairs([...groups, ...alone], screen));
  }
  lines.push(
    "",
    bold("Options everywhere"),
    ...flagPairs(shownFlags(GLOBAL_FLAGS), screen),
    "",
    bold("Begin"),
    ...pairs([
      ["reflexio demo", "see it learn in a few seconds"],
      ["reflexio services start", "run your own memory server"],
      ["reflexio COMMAND --help", "options and examples of a command"],
      ["reflexio help environment", "variables that set what flags do not"],
    ], screen),
    "",
    dim(paragraph(EXIT_CODES_TEXT, screen)),
  );
  return lines.join("\n");
}

/** The page of the variables. */
export function environmentHelp(screen: Screen): string {
  const { bold, dim } = screen.style;
  const origin = "Flags win over the environment, the environment over ./.env, that over " +
    "~/.reflexio/.env.";
  const groups = VARIABLE_GROUPS.flatMap(({ title, variables }) => [
    "",
    bold(title),
    ...pairs(
      variables.flatMap((each) =>
        each.names.map((name, index) =>
          [name, index === 0 ? variableText(each) : `As ${each.names[0]}`] as const
        )
      ),
      screen,
    ),
  ]);
  return [
    paragraph(`${bold("reflexio help environment")}  Variables that it reads`, screen),
    ...groups,
    "",
    dim(paragraph(origin, screen)),
  ].join("\n");
}

/** The page of a group: its commands. */
export function groupHelp(group: Group, screen: Screen): string {
  const { bold, dim } = screen.style;
  const commands = commandsOf(group.name).filter(({ hidden }) => !hidden);
  return [
    paragraph(`${bold(`reflexio ${group.name}`)}  ${group.summary}`, screen),
    "",
    paragraph(`${bold("Usage")}  reflexio ${group.name} COMMAND [options]`, screen),
    "",
    bold("Commands"),
    ...pairs(
      commands.map(({ path, summary }) => [path.slice(group.name.length + 1), summary] as const),
      screen,
    ),
    "",
    dim(paragraph(`reflexio ${group.name} COMMAND --help shows options and examples`, screen)),
  ].join("\n");
}

/** The page of a command. */
export function commandHelp(command: Command, screen: Screen): string {
  const { bold, dim } = screen.style;
  const lines = [
    paragraph(`${bold(`reflexio ${command.path}`)}  ${command.summary}`, screen),
    "",
    paragraph(`${bold("Usage")}  ${usageLine(command)}`, screen),
  ];
  if (command.details !== undefined) {
    lines.push("", ...wrap(command.details.replaceAll("\n", " "), textColumns(screen)));
  }
  const words = (command.positionals ?? []).map((positional) =>
    [positional.name.toUpperCase(), wordsText(positional.summary, positional.words)] as const
  );
  if (words.length > 0) lines.push("", bold("Arguments"), ...pairs(words, screen));
  const flags = shownFlags(command.flags);
  if (flags.length > 0) lines.push("", bold("Options"), ...flagPairs(flags, screen));
  const examples = command.examples ?? [];
  if (examples.length > 0) {
    const shown = examples.flatMap(({ line, note }) => [
      ...wrapWords(`# ${note}`, textColumns(screen) - 2).map((part, i) =>
        `  ${dim(i === 0 ? part : `# ${part}`)}`
      ),
      ...wrap(line, textColumns(screen) - 6).map((part, i, parts) =>
        `  ${i === 0 ? "" : "  "}${part}${i < parts.length - 1 ? " \\" : ""}`
      ),
    ]);
    lines.push("", bold("Examples"), ...shown);
  }
  lines.push("", dim(paragraph("Options of every command: reflexio --help", screen)));
  return lines.join("\n");
}

/** A summary with the allowed words. */
function wordsText(summary: string, words: readonly string[] | undefined): string {
  return words === undefined || words.every((word) => summary.includes(word))
    ? summary
    : `${summary} (${words.join(", ")})`;
}
