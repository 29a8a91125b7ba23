import { invalid } from "../errors.ts";
import type { Host } from "../host.ts";
import { isRecord } from "../render/fields.ts";

/** Reads stdin to its end as text. */
export async function readStdin(host: Host): Promise<string> {
  return await new Response(host.stdin()).text();
}

/**
 * Reads a text file; `-` is stdin.
 *
 * @throws {CliError} `validation` when it is missing, a folder, or not UTF-8.
 */
export async function readTextInput(host: Host, path: string): Promise<string> {
  if (path === "-") return await readStdin(host);
  try {
    const bytes = await Deno.readFile(path);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw invalid(`Cannot read ${path}: ${fileReason(error)}`, "Check the path");
  }
}

/** Why a file could not be read. */
export function fileReason(error: unknown): string {
  if (error instanceof Deno.errors.NotFound) return "there is no such file";
  if (error instanceof Deno.errors.IsADirectory) return "it is a folder";
  if (error instanceof Deno.errors.PermissionDenied) return "it may not be read";
  if (error instanceof TypeError) return "it is not UTF-8 text";
  return error instanceof Error ? error.message : String(error);
}

/** The text of a `--data` value: itself, or a file's after `@`. */
export async function readDataText(host: Host, data: string): Promise<string> {
  return data.startsWith("@") ? await readTextInput(host, data.slice(1)) : data;
}

/** What is wrong with a text that is no JSON, without a piece of the text itself. */
export function jsonReason(error: SyntaxError): string {
  return error.message.split(/, ["'.]|\n/)[0] ?? "it cannot be read";
}

/**
 * Parses JSON.
 *
 * @throws {CliError} `validation` that names `what` when it is none.
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalid(`${what} is not JSON: ${jsonReason(error)}`);
  }
}

/** A `--data` value that must be an object. */
export async function readDataObject(host: Host, data: string): Promise<Record<string, unknown>> {
  const value = parseJson(await readDataText(host, data), "--data");
  if (!isRecord(value)) throw invalid("--data must be a JSON object");
  return value;
}
