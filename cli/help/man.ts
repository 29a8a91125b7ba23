import type { Command, Flag } from "../command.ts";
import { COMMANDS, GROUPS } from "../table/commands.ts";
import { GLOBAL_FLAGS } from "../table/globals.ts";
import { VARIABLE_GROUPS, variableText } from "../table/variables.ts";
import { flagForm, flagText, shownFlags, usageLine } from "./usage.ts";

/** A text that groff takes as it is. */
function escaped(text: string): string {
  return text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replaceAll(/^([.'])/gm, "\\&$1");
}

/** Flags as a list of tagged paragraphs. */
function flagLines(flags: readonly Flag[]): string[] {
  return flags.flatMap((flag) => [
    ".TP",
    `\\fB${escaped(flagForm(flag))}\\fR`,
    escaped(flagText(flag)),
  ]);
}

/** A command as a sub-section. */
function commandLines(command: Command): string[] {
  return [
    `.SS ${escaped(`reflexio ${command.path}`)}`,
    `${escaped(command.summary)}.`,
    ".PP",
    escaped(usageLine(command)),
    ...command.details === undefined ? [] : [".PP", escaped(command.details)],
    ...flagLines(shownFlags(command.flags)),
    ...(command.examples ?? []).flatMap(({ line, note }) => [
      ".PP",
      `${escaped(note)}:`,
      ".PP",
      ".RS 4",
      escaped(line),
      ".RE",
    ]),
  ];
}

/** The manual page, in the language of `man`. */
export function manPage(version: string): string {
  const shown = COMMANDS.filter(({ hidden }) => !hidden);
  return [
    `.TH REFLEXIO 1 "" "reflexio ${version}" "Reflexio"`,
    ".SH NAME",
    "reflexio \\- memory that learns, for AI agents",
    ".SH SYNOPSIS",
    ".B reflexio",
    "COMMAND [options]",
    ".SH DESCRIPTION",
    "Stores conversations, learns profiles of people and playbooks for agents from them, and gives",
    "them back when they matter. Server, client and tools are one program.",
    ".SH OPTIONS OF EVERY COMMAND",
    ...flagLines(shownFlags(GLOBAL_FLAGS)),
    ".SH GROUPS",
    ...GROUPS.flatMap(({ name, summary }) => [".TP", `\\fB${escaped(name)}\\fR`, escaped(summary)]),
    ".SH COMMANDS",
    ...shown.flatMap(commandLines),
    ".SH EXIT STATUS",
    "0 done; 1 failed; 2 wrong use or wrong values; 3 not allowed; 4 not reachable; 130 interrupted.",
    ".SH ENVIRONMENT",
    ...VARIABLE_GROUPS.flatMap(({ title, variables }) => [
      `.SS ${title}`,
      ...variables.flatMap((each) => [
        ".TP",
        each.names.map((name) => `\\fB${escaped(name)}\\fR`).join(", "),
        escaped(variableText(each)),
      ]),
    ]),
    ".SH FILES",
    ".TP",
    "\\fI~/.reflexio/.env\\fR",
    'Address, key and other settings, one KEY="value" a line.',
    ".TP",
    "\\fI~/.reflexio/run/\\fR",
    "Servers that services start began.",
    "",
  ].join("\n");
}
