import { CliError } from "../errors.ts";

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value without null and undefined keys, at every depth; lists keep their length. */
export function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== null && each !== undefined)
      .map(([key, each]) => [key, dropNulls(each)]),
  );
}

/** Value at a dotted path, undefined when it is not there. */
export function valueAt(record: unknown, path: string): unknown {
  let value = record;
  for (const part of path.split(".")) {
    if (Array.isArray(value)) value = value[Number(part)];
    else if (isRecord(value)) value = value[part];
    else return undefined;
  }
  return value;
}

/** Names that stand for the id of a record, whatever its kind. */
const ID_FIELDS = [
  "profile_id",
  "user_playbook_id",
  "agent_playbook_id",
  "interaction_id",
  "result_id",
  "request_id",
  "id",
];

/** A field of a record; `id` means the id of whatever kind it is. */
function fieldOf(record: unknown, name: string): unknown {
  const value = valueAt(record, name);
  if (value !== undefined || name !== "id" || !isRecord(record)) return value;
  return record[ID_FIELDS.find((each) => each in record) ?? "id"];
}

/** Each record of the data with the named fields only; `undefined` keeps everything. */
export function selectFields(data: unknown, fields: readonly string[] | undefined): unknown {
  if (fields === undefined) return data;
  if (Array.isArray(data)) return data.map((each) => selectFields(each, fields));
  if (!isRecord(data)) return data;
  return Object.fromEntries(fields.map((name) => [name, fieldOf(data, name) ?? null]));
}

/** A template with each `{field}` replaced, `\n` and `\t` understood. */
export function fillTemplate(template: string, record: unknown): string {
  return template.replaceAll("\\n", "\n").replaceAll("\\t", "\t")
    .replaceAll(/\{([\w.]+)\}/g, (_, name) => {
      const value = fieldOf(record, name);
      if (value === undefined || value === null) return "";
      return typeof value === "string" ? value : JSON.stringify(value);
    });
}

/**
 * Applies a path expression: `.a.b`, `.a[0]`, `.a[]`, `keys`, `length`, joined by `|`.
 *
 * @returns Every value found, in order.
 * @throws {CliError} `usage` when the expression is outside this subset.
 */
export function applyPath(data: unknown, expression: string): unknown[] {
  return expression.split("|").reduce<unknown[]>(
    (values, step) => values.flatMap((value) => applyStep(value, step.trim())),
    [data],
  );
}

/** Applies one step between two pipes. */
function applyStep(value: unknown, step: string): unknown[] {
  if (step === "length") {
    const size = Array.isArray(value)
      ? value.length
      : isRecord(value)
      ? Object.keys(value).length
      : 0;
    return [typeof value === "string" ? value.length : size];
  }
  if (step === "keys") return [isRecord(value) ? Object.keys(value).sort() : []];
  const tokens = step.match(/\.[\w-]+|\[\d*\]|\./g) ?? [];
  if (tokens.join("") !== step.replaceAll(".[", "[") && tokens.join("") !== step) {
    throw new CliError("usage", `Cannot read the path ${JSON.stringify(step)}`, {
      hint: "Use forms such as .data[].content, .meta.count, .data | length",
    });
  }
  return tokens.reduce<unknown[]>(
    (found, token) => found.flatMap((each) => applyToken(each, token)),
    [value],
  );
}

/** Applies `.name`, `[n]` or `[]`. */
function applyToken(value: unknown, token: string): unknown[] {
  if (token === ".") return [value];
  if (token === "[]") {
    if (Array.isArray(value)) return value;
    return isRecord(value) ? Object.values(value) : [];
  }
  if (token.startsWith("[")) {
    return [Array.isArray(value) ? value[Number(token.slice(1, -1))] ?? null : null];
  }
  return [isRecord(value) ? value[token.slice(1)] ?? null : null];
}
