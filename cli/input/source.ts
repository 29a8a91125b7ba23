import { fileReason, jsonReason, readTextInput } from "./text_input.ts";
import type { Context } from "../context.ts";
import { invalid, usageError } from "../errors.ts";
import { MAX_LINE_BYTES, parseLine, readLines } from "./lines.ts";
import { type Payload, readPayloads } from "./payload.ts";

/** What is to be published: payloads in memory, or a JSONL file to stream. */
export type Source =
  | { readonly kind: "payloads"; readonly payloads: readonly Payload[]; readonly isSingle: boolean }
  | { readonly kind: "lines"; readonly path: string; readonly isTemporary: boolean };

/** Input flags in order of priority. */
const INPUTS = ["user-message", "data", "file", "stdin"] as const;

/**
 * Finds what is to be published: `--user-message`, then `--data`, then `--file`, then stdin.
 *
 * @throws {CliError} `usage` without any, `validation` when it cannot be read.
 */
export async function readSource(context: Context): Promise<Source> {
  const { input, host, out } = context;
  const given = INPUTS.filter((name) =>
    name === "stdin" ? input.on(name) : input.filled(name) !== undefined
  );
  const [chosen, ...ignored] = given;
  if (ignored.length > 0) {
    out.warn(`--${chosen} is used; ignored: ${ignored.map((name) => `--${name}`).join(", ")}`);
  }
  switch (chosen) {
    case "user-message":
      return singleTurn(input.text("user-message") ?? "", input.text("agent-response"));
    case "data": {
      const data = input.text("data") ?? "";
      const path = data.startsWith("@") ? data.slice(1) : null;
      return path === null ? fromText(data, "--data") : await fromPath(path, context);
    }
    case "file":
      return await fromPath(input.text("file") ?? "", context);
    case "stdin":
      return await fromStream(host.stdin(), "stdin", null);
    default:
      throw usageError(
        "Nothing to publish",
        "Add --user-message and --agent-response, or --file, --data or --stdin",
      );
  }
}

/** One exchange from flags. */
function singleTurn(message: string, response: string | undefined): Source {
  if (response === undefined) {
    throw usageError("--user-message needs --agent-response", "Add --agent-response TEXT");
  }
  const interactions = [{ role: "user", content: message }, {
    role: "assistant",
    content: response,
  }];
  return { kind: "payloads", payloads: [{ interactions }], isSingle: true };
}

/** Payloads of a text in memory. */
function fromText(text: string, what: string): Source {
  if (text.trim() === "") throw invalid(`${what} is blank`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const lines = text.split("\n");
    if (lines.filter((line) => line.trim() !== "").length < 2) {
      throw invalid(`${what} is not JSON: ${jsonReason(error)}`);
    }
    const payloads = lines.flatMap((line, i) =>
      line.trim() === ""
        ? []
        : readPayloads(parseLine({ number: i + 1, text: line, endByte: 0 }), `Line ${i + 1}`)
    );
    return { kind: "payloads", payloads, isSingle: false };
  }
  const payloads = readPayloads(value, what);
  return { kind: "payloads", payloads, isSingle: false };
}

/** Payloads of a file; `-` is stdin. */
async function fromPath(path: string, context: Context): Promise<Source> {
  if (path === "-") return await fromStream(context.host.stdin(), "stdin", null);
  let file: Deno.FsFile;
  try {
    const { isDirectory } = await Deno.stat(path);
    if (isDirectory) throw invalid(`Cannot read ${path}: it is a folder`);
    file = await Deno.open(path);
  } catch (error) {
    if (error instanceof Error && error.name === "CliError") throw error;
    const isText = path.includes(" ") && error instanceof Deno.errors.NotFound;
    throw invalid(
      `Cannot read ${path}: ${fileReason(error)}`,
      isText ? "Put what was said behind --user-message" : "Check the path",
    );
  }
  const isLines = await looksLikeLines(file.readable);
  if (isLines) return { kind: "lines", path, isTemporary: false };
  return fromText(await readTextInput(context.host, path), path);
}

/** Payloads of a stream; one that looks like JSONL is kept in a temporary file first. */
async function fromStream(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  what: string,
  folder: string | null,
): Promise<Source> {
  const path = await Deno.makeTempFile({
    prefix: "reflexio-",
    suffix: ".jsonl",
    ...folder === null ? {} : { dir: folder },
  });
  try {
    const file = await Deno.open(path, { write: true });
    await stream.pipeTo(file.writable);
    const isLines = await looksLikeLines((await Deno.open(path)).readable);
    if (isLines) return { kind: "lines", path, isTemporary: true };
    const text = await Deno.readTextFile(path);
    await Deno.remove(path);
    return fromText(text, what);
  } catch (error) {
    await Deno.remove(path).catch(() => {});
    throw error;
  }
}

/** Whether the first line is a whole JSON object and another line follows. */
async function looksLikeLines(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<boolean> {
  const lines = readLines(stream);
  try {
    const first = await lines.next();
    if (first.done) return false;
    if (first.value.text.length > MAX_LINE_BYTES || !isJson(first.value.text)) return false;
    return !(await lines.next()).done;
  } catch (error) {
    // A line that cannot be read is reported by whoever reads the whole file.
    if (error instanceof Error && error.name === "CliError") return false;
    throw error;
  } finally {
    await lines.return(undefined);
  }
}

/** Whether a text is whole JSON. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
