import { basename } from "node:path";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { complete, ENVIRONMENT, FILES } from "../help/completion_words.ts";
import { COMPLETION_SCRIPTS, type Shell } from "../help/completion_scripts.ts";
import { commandHelp, environmentHelp, groupHelp, mainHelp } from "../help/help.ts";
import { manPage } from "../help/man.ts";
import { referencePage } from "../help/reference.ts";
import type { Host } from "../host.ts";
import { PRINTED, type Result } from "../result.ts";
import { readEnvText } from "../settings/env_file.ts";
import { replaceFile } from "../settings/private_file.ts";
import { findCommandWords } from "../parse/find.ts";
import { VERSION } from "../version.ts";
import { dirname, join } from "../settings/path.ts";

/** Line that marks what we added to a shell's own file. */
const MARK = "# reflexio completion";

/** `completion`: prints or installs the script of a shell. */
export async function completion(context: Context): Promise<Result> {
  const shell = asShell(context.input.text("shell") ?? shellOf(context.host));
  const script = COMPLETION_SCRIPTS[shell];
  if (!context.input.on("install")) {
    return { data: { shell, script }, human: () => script.trimEnd() };
  }
  const path = await install(context.host, shell, script);
  context.out.note("It works in new shells");
  return { data: { shell, path }, human: () => `Installed in ${path}` };
}

/** The shell around us by its variable. */
function shellOf(host: Host): string {
  if (host.os === "windows") return "pwsh";
  return basename(host.env("SHELL") ?? "");
}

/** A word as a shell. */
function asShell(word: string): Shell {
  if (word === "bash" || word === "zsh" || word === "fish" || word === "pwsh") return word;
  throw usageError(
    `Cannot tell your shell${word && ` from ${JSON.stringify(word)}`}`,
    "Name it: bash, zsh, fish or pwsh",
  );
}

/** Puts the script where the shell looks for it. */
async function install(host: Host, shell: Shell, script: string): Promise<string> {
  const config = host.env("XDG_CONFIG_HOME") || join(host.home, ".config");
  if (shell === "bash") {
    // Not the folder of bash-completion: that package is often not there.
    const path = await write(join(host.home, ".reflexio", "completion.bash"), script);
    await addLine(join(host.home, ".bashrc"), `source "${path}"`);
    return path;
  }
  if (shell === "fish") {
    return await write(join(config, "fish", "completions", "reflexio.fish"), script);
  }
  if (shell === "zsh") {
    const path = await write(join(host.home, ".reflexio", "completion.zsh"), script);
    await addLine(join(host.env("ZDOTDIR") || host.home, ".zshrc"), `source "${path}"`);
    return path;
  }
  const path = await write(join(host.home, ".reflexio", "completion.ps1"), script);
  const profile = host.os === "windows"
    ? join(host.home, "Documents", "PowerShell", "Microsoft.PowerShell_profile.ps1")
    : join(config, "powershell", "Microsoft.PowerShell_profile.ps1");
  await addLine(profile, `. "${path}"`);
  return path;
}

/** Writes a script. */
async function write(path: string, script: string): Promise<string> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await replaceFile(path, script, 0o644);
  return path;
}

/** Adds a line to a file of the user, once. */
async function addLine(path: string, line: string): Promise<void> {
  const text = await readEnvText(path);
  if (text.includes(MARK)) return;
  await Deno.mkdir(dirname(path), { recursive: true });
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  await replaceFile(path, `${text}${gap}${line} ${MARK}\n`);
}

/** `__complete`: what may follow, for the scripts. */
export function candidates({ input, out }: Context): Promise<Result> {
  const found = complete(input.rest);
  const lines = found === FILES ? [":files"] : found.map(({ word, about }) => `${word}\t${about}`);
  if (lines.length > 0) out.line(lines.join("\n"));
  return Promise.resolve(PRINTED);
}

/** `man`: the manual page; with `--format md` the reference. */
export function man({ out }: Context): Promise<Result> {
  out.write(out.options.format === "md" ? referencePage() : manPage(VERSION));
  return Promise.resolve(PRINTED);
}

/** `help`: the page of a command. */
export function help({ input, out }: Context): Promise<Result> {
  const { screen } = out;
  if (input.rest.join(" ") === ENVIRONMENT) {
    const text = environmentHelp(screen);
    return Promise.resolve({ data: { text }, human: () => text, pages: true });
  }
  const found = findCommandWords(input.rest);
  if (found.unknown !== undefined) {
    throw usageError(
      `Unknown command ${JSON.stringify(input.rest.join(" "))}`,
      found.near === undefined ? "Run reflexio --help" : `Did you mean ${found.near}?`,
    );
  }
  const text = found.command && !found.isAlone
    ? commandHelp(found.command, screen)
    : found.group
    ? groupHelp(found.group, screen)
    : mainHelp(screen, VERSION);
  return Promise.resolve({ data: { text }, human: () => text, pages: true });
}
