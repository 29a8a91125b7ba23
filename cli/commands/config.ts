import type { Config } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { CliError, EXIT_CODES, invalid, usageError } from "../errors.ts";
import { dropNulls, isRecord, valueAt } from "../render/fields.ts";
import { maskSecrets } from "../render/mask.ts";
import type { Screen } from "../render/screen.ts";
import type { Result } from "../result.ts";
import { configProblems, type Difference, differences, withValueAt } from "./_config_values.ts";
import { parseJson, readDataText, readTextInput } from "../input/text_input.ts";
import { acknowledge } from "./_acknowledge.ts";

/** `config show`. */
export async function show(context: Context): Promise<Result> {
  const { input, out } = context;
  const client = await context.client();
  const config = await client.getConfig();
  const shown = input.on("reveal") ? config : maskSecrets(config);
  out.note("Configuration:");
  const keepsNulls = input.on("all");
  return {
    data: shown,
    keepsNulls,
    human: () => JSON.stringify(keepsNulls ? shown : dropNulls(shown), null, 2),
    pages: true,
  };
}

/** `config get`: one setting. */
export async function get(context: Context): Promise<Result> {
  const { input } = context;
  const path = input.required("path", "PATH");
  const client = await context.client();
  const config = await client.getConfig();
  const value = valueAt(input.on("reveal") ? config : maskSecrets(config), path);
  if (value === undefined) {
    throw new CliError("general", `There is no setting ${path}`, {
      code: "not_found",
      hint: "reflexio config show --all lists all of them",
    });
  }
  return {
    data: value,
    keepsNulls: true,
    human: () => typeof value === "string" ? value : JSON.stringify(value, null, 2),
  };
}

/** `config set`: one setting, some settings, or everything. */
export async function set(context: Context): Promise<Result> {
  const { input } = context;
  const path = input.filled("path");
  const isPath = path !== undefined;
  const inputs = [isPath, input.has("data"), input.has("file")].filter(Boolean).length;
  if (inputs !== 1) {
    throw usageError(
      "Give one of PATH VALUE, --data or --file",
      "For example: reflexio config set batch_size 20",
    );
  }
  const client = await context.client();
  const before = await client.getConfig();
  let after: unknown;
  if (path !== undefined) {
    after = withValueAt(before, path, readValue(input.required("value", "VALUE")));
  } else {
    const given = await readConfig(context);
    after = "storage_config" in given ? given : { ...before, ...given };
  }
  return await apply(context, before, after);
}

/** A value as JSON where it is JSON, else as text. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

/** The configuration of `--data` or `--file`. */
async function readConfig({ input, host }: Context): Promise<Record<string, unknown>> {
  const data = input.text("data");
  const path = input.text("file");
  const text = data === undefined
    ? await readTextInput(host, path ?? "")
    : await readDataText(host, data);
  return asObject(parseJson(text, data === undefined ? path ?? "" : "--data"));
}

/** A configuration must be an object. */
function asObject(value: unknown): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw invalid("The configuration must be a JSON object");
}

/** Sends a configuration, or only says how it differs. */
async function apply(context: Context, before: Config, after: unknown): Promise<Result> {
  const { out, input } = context;
  const wanted = asObject(after);
  const problems = configProblems(wanted);
  if (problems.length > 0) {
    throw invalid(`The configuration is wrong:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  }
  const changes = differences(dropNulls(before), dropNulls(wanted));
  const lines = changes.map((change) => changeLine(change, out.screen));
  for (const line of lines) out.note(line);
  if (changes.length === 0) out.note("Nothing changes");
  if (input.on("dry-run")) return { data: { dry_run: true, changes: asJson(changes) } };
  const client = await context.client();
  const answer = await client.setConfig({
    config: { storage_config: before.storage_config ?? null, ...wanted } as Config,
  });
  return acknowledge(context, answer, {
    action: "change the configuration",
    done: "Configuration updated",
  });
}

/** Differences with secrets masked. */
function asJson(changes: readonly Difference[]): unknown {
  return changes.map(({ path, before, after }) => ({
    path,
    before: maskedAt(path, before) ?? null,
    after: maskedAt(path, after) ?? null,
  }));
}

/** A value with its secrets masked, as its path tells. */
function maskedAt(path: string, value: unknown): unknown {
  return maskSecrets(value, path.split(".").at(-1));
}

/** A difference as a line. */
function changeLine({ path, before, after }: Difference, screen: Screen): string {
  const { red, green } = screen.style;
  const text = (value: unknown) => JSON.stringify(maskedAt(path, value)) ?? "default";
  return `  ${path}: ${red(text(before))} → ${green(text(after))}`;
}

/** `config edit`: in the user's editor, checked before it is sent; a person may mend what is wrong. */
export async function edit(context: Context): Promise<Result> {
  const { out, prompt } = context;
  const client = await context.client();
  const before = await client.getConfig();
  const path = await Deno.makeTempFile({ prefix: "reflexio-config-", suffix: ".json" });
  try {
    await Deno.writeTextFile(path, `${JSON.stringify(dropNulls(before), null, 2)}\n`);
    for (;;) {
      await openEditor(context, path);
      try {
        const text = await Deno.readTextFile(path);
        const after = asObject(parseJson(text, "The edited text"));
        if (differences(dropNulls(before), after).length > 0) {
          return await apply(context, before, after);
        }
        out.note("Nothing changes");
        return { data: { changes: [] } };
      } catch (error) {
        const isWrongText = error instanceof CliError && error.exitCode === EXIT_CODES.validation;
        if (!isWrongText || !prompt.isInteractive) throw error;
        out.error(error);
        if (await prompt.letter("Edit again? [Y/n] ") === "n") {
          throw new CliError("general", "Aborted: nothing was changed", { code: "aborted" });
        }
      }
    }
  } finally {
    await Deno.remove(path);
  }
}

/** Opens the user's editor and waits for its end. */
async function openEditor({ host }: Context, path: string): Promise<void> {
  const [file = "vi", ...args] = (host.env("VISUAL") ?? host.env("EDITOR") ?? "vi").split(/\s+/);
  const { success } = await runEditor(file, [...args, path]);
  if (!success) throw new CliError("general", `${file} ended with an error: nothing was changed`);
}

/** Runs an editor on our terminal. */
async function runEditor(file: string, args: string[]): Promise<Deno.CommandStatus> {
  try {
    return await new Deno.Command(file, {
      args,
      stdin: "inherit",
      stdout: "inherit",
      stderr: "inherit",
    }).spawn().status;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new CliError("general", `Cannot start the editor ${file}: it is not installed`, {
      hint: "Name one with EDITOR",
      cause: error,
    });
  }
}

/** `config diff`: how a file differs. */
export async function diff(context: Context): Promise<Result> {
  const path = context.input.required("file", "FILE");
  const wanted = asObject(parseJson(await readTextInput(context.host, path), path));
  const client = await context.client();
  const before = dropNulls(await client.getConfig());
  const whole = isRecord(before) && !("storage_config" in wanted)
    ? { ...before, ...wanted }
    : wanted;
  const changes = differences(before, dropNulls(whole));
  context.out.note(
    changes.length === 0
      ? "No difference"
      : changes.length === 1
      ? "1 setting differs"
      : `${changes.length} settings differ`,
  );
  return {
    data: asJson(changes),
    keepsNulls: true,
    human: (screen) => changes.map((change) => changeLine(change, screen)).join("\n"),
  };
}

/** `config validate`: a file, without a server. */
export async function validate(context: Context): Promise<Result> {
  const path = context.input.required("file", "FILE");
  const problems = configProblems(
    asObject(parseJson(await readTextInput(context.host, path), path)),
  );
  if (problems.length === 0) {
    return { data: { valid: true, problems }, human: () => `${path} is valid` };
  }
  const lines = problems.map((line) => `  ${line}`).join("\n");
  return { data: { valid: false, problems }, failure: invalid(`${path} is wrong:\n${lines}`) };
}
