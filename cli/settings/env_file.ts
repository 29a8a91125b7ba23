import { invalid } from "../errors.ts";
import { writePrivateFile } from "./private_file.ts";

/** Reads the text of an environment file: `KEY=value`, `KEY="value"`, `# comment`. */
export function parseEnvFile(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/.exec(line);
    if (match?.[1] !== undefined) values.set(match[1], unquote(match[2] ?? ""));
  }
  return values;
}

/** The value inside its quotes, escapes undone; without quotes up to a comment. */
function unquote(raw: string): string {
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(raw);
  if (double) return (double[1] ?? "").replaceAll(/\\(["\\])/g, "$1");
  const single = /^'([^']*)'/.exec(raw);
  if (single) return single[1] ?? "";
  return raw.replace(/(^|\s)#.*$/, "").trim();
}

/**
 * The text with a variable set: an active line is replaced, else the first commented one, else a
 * line is added. Other lines stay.
 *
 * @throws {CliError} `validation` when the value has a line break.
 */
export function setEnvLine(text: string, name: string, value: string): string {
  if (/[\r\n]/.test(value)) throw invalid(`Cannot save ${name}: the value has a line break`);
  const line = `${name}="${value.replaceAll(/["\\]/g, "\\$&")}"`;
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  const active = lines.findIndex((each) =>
    new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`).test(each)
  );
  const commented = lines.findIndex((each) => new RegExp(`^\\s*#\\s*${name}\\s*=`).test(each));
  const at = active >= 0 ? active : commented;
  if (at >= 0) lines[at] = line;
  else lines.push(line);
  return `${lines.join("\n")}\n`;
}

/** The text without the active lines of a variable. */
export function removeEnvLine(text: string, name: string): string {
  const isLine = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`);
  return text.split("\n").filter((line) => !isLine.test(line)).join("\n");
}

/** Reads an environment file; empty when it is missing or may not be read. */
export async function readEnvText(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return "";
    }
    if (
      error instanceof Deno.errors.IsADirectory || error instanceof Deno.errors.PermissionDenied
    ) {
      return "";
    }
    throw error;
  }
}

/** First lines of a new environment file. */
const TEMPLATE =
  `# Settings of reflexio. One KEY="value" a line; the environment wins over this file.
# REFLEXIO_URL="http://localhost:8081"
# REFLEXIO_API_KEY=""
# REFLEXIO_USER_ID=""
# REFLEXIO_AGENT_VERSION=""
`;

/** Sets variables in an environment file, readable by its owner only. */
export async function saveEnv(
  path: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  let text = await readEnvText(path) || TEMPLATE;
  for (const [name, value] of Object.entries(values)) text = setEnvLine(text, name, value);
  await writePrivateFile(path, text);
}
