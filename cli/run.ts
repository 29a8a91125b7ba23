import type { Command } from "./command.ts";
import { Context } from "./context.ts";
import { type CliError, EXIT_CODES, usageError } from "./errors.ts";
import { toCliError } from "./failure.ts";
import { commandHelp, groupHelp, mainHelp } from "./help/help.ts";
import { type Host, processHost } from "./host.ts";
import { Input } from "./input.ts";
import { Interrupt } from "./interrupt.ts";
import { Output, OutputClosed, type OutputFormat, type OutputOptions } from "./output.ts";
import { ownFlagOf, parseArguments, splitGlobals } from "./parse/parser.ts";
import { findCommandWords, type Found } from "./parse/find.ts";
import { suggest } from "./parse/suggest.ts";
import { Prompt } from "./prompt.ts";
import { renderResult } from "./render/print_result.ts";
import type { Result } from "./result.ts";
import { Settings } from "./settings/settings.ts";
import { GLOBAL_FLAGS } from "./table/globals.ts";
import { VERSION } from "./version.ts";

/**
 * Runs one command line.
 *
 * @param args Arguments of the process.
 * @param host Process to run in.
 * @returns Exit code.
 */
export async function run(args: readonly string[], host: Host = processHost()): Promise<number> {
  let out = new Output(host, outputOptions(guessGlobals(args), host));
  try {
    const found = findCommandWords(args);
    const { globals, rest } = readGlobals(found, args);
    out = new Output(host, outputOptions(globals, host));
    return await dispatch(found, { globals, rest, out, host });
  } catch (error) {
    return report(error, out, host);
  }
}

/** What is known before a command is chosen. */
interface Call {
  readonly globals: Input;
  readonly rest: readonly string[];
  readonly out: Output;
  readonly host: Host;
}

/** Prints what went wrong and gives the exit code. */
function report(error: unknown, out: Output, host: Host): number {
  if (error instanceof OutputClosed) return 0;
  const failure = toCliError(error);
  out.error(failure);
  if (host.env("REFLEXIO_DEBUG") === "1" && error instanceof Error) {
    host.stderr.write(`${error.stack ?? ""}\n`);
  }
  return exitCodeOf(failure, host);
}

/** The exit code of a failure; `REFLEXIO_COMPAT=python` gives old scripts the 0 they expect. */
function exitCodeOf(failure: CliError, host: Host): number {
  const isOldZero = failure.exitedZeroBefore && host.env("REFLEXIO_COMPAT") === "python";
  return isOldZero ? 0 : failure.exitCode;
}

/** Enough of the global flags to print a usage error in the right form. */
function guessGlobals(args: readonly string[]): Input {
  const end = args.indexOf("--");
  const before = end < 0 ? args : args.slice(0, end);
  const isJson = before.some((arg) => arg === "--json" || arg.startsWith("--json="));
  const isColourless = before.includes("--no-color");
  return new Input(
    new Map([
      ...isJson ? [["json", true] as const] : [],
      ...isColourless ? [["no-color", true] as const] : [],
    ]),
  );
}

/** Reads the global flags and leaves the rest. */
function readGlobals(found: Found, args: readonly string[]): { globals: Input; rest: string[] } {
  const split = splitGlobals(args, GLOBAL_FLAGS, ownFlagOf(found.command));
  const rest = [...split.args];
  for (const word of found.words) rest.splice(rest.indexOf(word), 1);
  return { globals: new Input(split.globals), rest };
}

/** What the global flags say about printing. */
function outputOptions(globals: Input, host: Host): OutputOptions {
  const json = globals.text("json");
  const isJson = globals.has("json");
  const format = globals.text("format");
  const fields = json?.split(",").map((name) => name.trim()).filter((name) => name !== "");
  return {
    format: formatOf(isJson, format),
    fields: globals.words("fields") ?? fields,
    jq: globals.text("jq"),
    template: globals.text("template"),
    isQuiet: globals.on("quiet"),
    isVerbose: globals.on("verbose"),
    noColor: globals.on("no-color") || (host.env("NO_COLOR") ?? "") !== "",
    wide: false,
    long: false,
  };
}

/** The form of the answer. */
function formatOf(isJson: boolean, format: string | undefined): OutputFormat {
  if (format === "json" || format === "jsonl" || format === "md") return format;
  return isJson ? "json" : "human";
}

/** Does what the command line asks for. */
async function dispatch(found: Found, call: Call): Promise<number> {
  const { globals, out, host } = call;
  if (globals.on("version")) {
    out.line(`reflexio ${VERSION}`);
    return 0;
  }
  if (globals.on("help")) {
    out.line(helpPage(found, out));
    return 0;
  }
  const shell = globals.has("show-completion")
    ? "show"
    : globals.has("install-completion")
    ? "install"
    : null;
  if (shell !== null) return await runShellFlag(shell, call);
  if (found.command !== undefined) return await runCommand(found.command, call);
  if (found.group !== undefined) {
    host.stderr.write(`${groupHelp(found.group, out.screen)}\n\n`);
    throw unknownWord(found, call.rest);
  }
  if (found.unknown === undefined) {
    const stray = call.rest.find((arg) => arg.startsWith("-") && arg !== "--");
    if (stray !== undefined) throw unknownOption(stray);
    out.line(mainHelp(out.screen, VERSION));
    return EXIT_CODES.usage;
  }
  const { runExtension } = await import("./shell/extension.ts");
  const code = await runExtension(found.unknown, call);
  if (code !== null) return code;
  throw unknownWord(found, call.rest);
}

/** `--show-completion` and `--install-completion`, old forms of `completion`. */
async function runShellFlag(what: "show" | "install", call: Call): Promise<number> {
  const { findCommand } = await import("./table/commands.ts");
  const command = findCommand("completion");
  if (command === undefined) throw usageError("There is no completion command");
  const shell = call.globals.text(what === "show" ? "show-completion" : "install-completion");
  const rest = [...shell === undefined ? [] : [shell], ...what === "install" ? ["--install"] : []];
  return await runCommand(command, { ...call, rest });
}

/** The help that fits the words. */
function helpPage(found: Found, out: Output): string {
  if (found.command !== undefined && !found.isAlone) return commandHelp(found.command, out.screen);
  if (found.group !== undefined) return groupHelp(found.group, out.screen);
  return mainHelp(out.screen, VERSION);
}

/** The error for a word that is no command. */
function unknownWord(found: Found, rest: readonly string[]): CliError {
  const where = found.group === undefined ? "reflexio" : `reflexio ${found.group.name}`;
  const word = found.unknown ?? rest.find((each) => !each.startsWith("-"));
  if (word === undefined) {
    return usageError(
      `Missing command after ${where}`,
      `Choose one of the above, or ${where} --help`,
    );
  }
  return usageError(
    `Unknown command ${JSON.stringify(word)} of ${where}`,
    found.near === undefined ? `Run ${where} --help` : `Did you mean ${found.near}?`,
  );
}

/** The error for an option that stands without a command. */
function unknownOption(arg: string): CliError {
  const name = arg.split("=")[0] ?? arg;
  const near = suggest(name.replace(/^-+/, ""), GLOBAL_FLAGS.map(({ name }) => name));
  return usageError(
    `Unknown option ${name} of reflexio`,
    near === undefined ? "Run reflexio --help" : `Did you mean --${near}?`,
  );
}

/** Runs a command and prints its result. */
async function runCommand(command: Command, call: Call): Promise<number> {
  const { globals, rest, host } = call;
  const input = parseArguments(command, rest, GLOBAL_FLAGS.map(({ name }) => name));
  const wide = input.on("wide");
  const long = input.on("long");
  const out = new Output(host, { ...call.out.options, wide, long });
  const settings = await Settings.load(host, {
    serverUrl: globals.text("server-url"),
    apiKey: globals.text("api-key"),
    profile: globals.text("profile"),
  });
  const noInput = globals.on("no-input") || settings.get("REFLEXIO_NO_INPUT") === "1";
  const prompt = new Prompt(host, noInput);
  const interrupt = new Interrupt(() => {
    out.note("\nInterrupted");
    Deno.exit(EXIT_CODES.interrupted);
  });
  interrupt.listen();
  const context = new Context({ command, input, globals, settings, host, out, prompt, interrupt });
  const handler = await command.load();
  const result = await handler(context);
  await print(result, context);
  if (result.failure === undefined) return 0;
  out.error(result.failure);
  return exitCodeOf(result.failure, host);
}

/** Prints a result, through a pager when it is long and a person looks at it. */
async function print(result: Result, context: Context): Promise<void> {
  if (result.isPrinted) return;
  const { out, globals } = context;
  const text = renderResult(result, out);
  if (text === "") return;
  const lines = text.split("\n").length;
  if (result.pages && lines > out.screen.rows && !globals.on("no-pager") && !out.isJson) {
    const { page } = await import("./shell/pager.ts");
    if (await page(text, context.host)) return;
  }
  out.line(text);
}
