import type { Command, Flag } from "../command.ts";
import { ERROR_TABLE, EXIT_CODES } from "../errors.ts";
import { SECTIONS } from "../table/commands.ts";
import { GLOBAL_FLAGS } from "../table/globals.ts";
import { VARIABLE_GROUPS, type VariableGroup } from "../table/variables.ts";
import { flagForm, flagText, shownFlags, usageLine } from "./usage.ts";

/** A text for a cell of a Markdown table. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** Flags as a table. */
function flagTable(flags: readonly Flag[]): string[] {
  if (flags.length === 0) return [];
  return [
    "| option | meaning |",
    "| --- | --- |",
    ...flags.map((flag) => `| \`${cell(flagForm(flag))}\` | ${cell(flagText(flag))} |`),
    "",
  ];
}

/** One command. */
function commandPart(command: Command): string[] {
  const words = (command.positionals ?? []).map(({ name, summary }) =>
    `- \`${name.toUpperCase()}\`: ${summary}`
  );
  return [
    `### reflexio ${command.path}`,
    "",
    `${command.summary}.`,
    "",
    ...command.details === undefined ? [] : [command.details, ""],
    "```text",
    usageLine(command),
    "```",
    "",
    ...words.length === 0 ? [] : [...words, ""],
    ...flagTable(shownFlags(command.flags)),
    ...exampleBlock(command),
  ];
}

/** Examples as a block for a shell. */
function exampleBlock({ examples = [] }: Command): string[] {
  if (examples.length === 0) return [];
  return ["```sh", ...examples.flatMap(({ line, note }) => [`# ${note}`, line]), "```", ""];
}

/** Variables as a table under a heading. */
function variablePart({ title, variables }: VariableGroup): string[] {
  return [
    `### ${title}`,
    "",
    "| variable | default | meaning |",
    "| --- | --- | --- |",
    ...variables.map(({ names, summary, fallback }) =>
      `| ${names.map((name) => `\`${name}\``).join(", ")} | ${cell(fallback)} | ${cell(summary)} |`
    ),
    "",
  ];
}

/** The reference page: every command with options and examples. */
export function referencePage(): string {
  const parts = SECTIONS.flatMap((section) => [
    `## ${section.title}`,
    "",
    ...section.groups.map(({ name, summary, alone }) =>
      `- \`${name}\`: ${summary}${alone === undefined ? "" : ` (alone: \`${alone}\`)`}`
    ),
    ...section.groups.length > 0 ? [""] : [],
    ...section.commands.filter(({ hidden }) => !hidden).flatMap(commandPart),
  ]);
  return [
    "# The reflexio command",
    "",
    "Made from the command table by `deno task reflexio man --format md`; a test keeps it true.",
    "",
    "Data goes to stdout, everything else to stderr. Exit codes: 0 done, 1 failed, 2 wrong use or",
    "wrong values, 3 not allowed, 4 not reachable, 130 interrupted. Settings come from flags, then the",
    "environment, then `./.env` (names of ours only), then `~/.reflexio/.env`.",
    "",
    "## Options of every command",
    "",
    ...flagTable(shownFlags(GLOBAL_FLAGS)),
    ...parts,
    "## Environment",
    "",
    "`reflexio help environment` prints it. Settings of a server are explained in",
    "[operations.md](operations.md).",
    "",
    ...VARIABLE_GROUPS.flatMap(variablePart),
    "## Failures",
    "",
    "On stderr: `Error:` and mostly `Hint:`; with `--json` an object under `error` with `type`,",
    "`message`, `hint`, `code` and `exit_code`.",
    "",
    "| type | exit | code | when | remedy |",
    "| --- | --- | --- | --- | --- |",
    ...ERROR_TABLE.map(({ type, codes, meaning, remedy }) =>
      `| ${type} | ${EXIT_CODES[type]} | ${codes.join(", ")} | ${cell(meaning)} | ${cell(remedy)} |`
    ),
    "",
  ].join("\n").replace(/\n+$/, "\n");
}
