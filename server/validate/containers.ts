import { EMBEDDING_DIMENSIONS } from "../../client/contract/mod.ts";
import { number } from "./numbers.ts";
import {
  type AnySchema,
  INVALID,
  type Invalid,
  type JsonSchema,
  refuse,
  refuseValue,
  type Run,
  scalar,
  type Schema,
} from "./schema.ts";

/** A value or null. */
export function nullable<Out>(schema: Schema<Out>): Schema<Out | null> {
  return {
    parse: (input, run) => input === null ? null : schema.parse(input, run),
    write: schema.write,
    json: nullableJson(schema.json),
    component: null,
    parts: [schema],
  };
}

/** The documentation of "this or null". */
function nullableJson(json: JsonSchema): JsonSchema {
  return typeof json.type === "string" && json.enum === undefined
    ? { ...json, type: [json.type, "null"] }
    : { anyOf: [json, { type: "null" }] };
}

/** Options of {@link list}. */
export interface ListOptions {
  /**
   * Least number of items.
   * @default 0
   */
  readonly min?: number;
}

/** A list; every item is checked. */
export function list<Out>(
  item: Schema<Out>,
  { min = 0 }: ListOptions = {},
): Schema<readonly Out[]> {
  const { write, text } = item;
  return {
    parse: (input, run) => {
      if (!Array.isArray(input)) {
        return refuse(run, "list_type", { msg: "Input should be a valid list", input });
      }
      const items = parseItems(item, input, run);
      return input.length < min ? refuseShort(run, input, min) : items;
    },
    write: write === null
      ? null
      : (value, keepsNulls) =>
        Array.isArray(value) ? value.map((each) => write(each, keepsNulls)) : value,
    ...text !== undefined && {
      text: (value, keepsNulls) =>
        Array.isArray(value)
          ? listText(value, (each) => text(each, keepsNulls))
          : JSON.stringify(value),
    },
    json: { type: "array", items: item.json, ...min > 0 && { minItems: min } },
    component: null,
    parts: [item],
  };
}

/** JSON text of a list. */
function listText(items: readonly unknown[], textOfItem: (item: unknown) => string): string {
  let text = "";
  for (const item of items) text += text === "" ? textOfItem(item) : `,${textOfItem(item)}`;
  return `[${text}]`;
}

/** Converts every item of a list. */
function parseItems<Out>(item: Schema<Out>, input: unknown[], run: Run): Out[] | Invalid {
  const items: Out[] = [];
  let isValid = true;
  const depth = run.path.length;
  for (let i = 0; i < input.length; i++) {
    run.path[depth] = i;
    const value = item.parse(input[i], run);
    if (value === INVALID) isValid = false;
    else items.push(value);
  }
  run.path.length = depth;
  return isValid ? items : INVALID;
}

/** Reports a list with too few items. */
function refuseShort(run: Run, input: unknown[], min: number): Invalid {
  const actual = input.length;
  return refuse(run, "too_short", {
    msg: `List should have at least ${min} item${
      min === 1 ? "" : "s"
    } after validation, not ${actual}`,
    input,
    ctx: { field_type: "List", min_length: min, actual_length: actual },
  });
}

/** A free-form map, kept as sent. */
export const map: Schema<Readonly<Record<string, unknown>>> = scalar(
  { type: "object", additionalProperties: true },
  (input, run) => {
    if (!isObject(input)) {
      return refuse(run, "dict_type", { msg: "Input should be a valid dictionary", input });
    }
    return isStorable(input, run) ? input : INVALID;
  },
);

/** Whether a value is an object with keys. */
export function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

/** Whether free-form content survives JSON and UTF-8; reports the first part that does not. */
function isStorable(input: unknown, run: Run): boolean {
  if (typeof input === "string") return input.isWellFormed() || reportUnicode(run, input);
  if (typeof input === "number") return Number.isFinite(input) || reportNonFinite(run, input);
  if (typeof input !== "object" || input === null) return true;
  const depth = run.path.length;
  for (const [key, value] of Object.entries(input)) {
    run.path[depth] = Array.isArray(input) ? Number(key) : key;
    const isFine = (key.isWellFormed() || reportUnicode(run, key)) && isStorable(value, run);
    if (!isFine) {
      run.path.length = depth;
      return false;
    }
  }
  run.path.length = depth;
  return true;
}

/** Reports half a surrogate pair. */
function reportUnicode(run: Run, input: string): false {
  const msg = "Input should be a valid string, unable to parse raw data as a unicode string";
  refuse(run, "string_unicode", { msg, input });
  return false;
}

/** Reports a number that JSON cannot write. */
function reportNonFinite(run: Run, input: number): false {
  refuse(run, "finite_number", { msg: "Input should be a finite number", input: String(input) });
  return false;
}

/** Items of a vector. */
const vectorItems: Schema<readonly number[]> = list(number());

/** A vector: empty or 512 numbers. It is checked and then dropped, since the server makes its own. */
export const ignoredVector: Schema<readonly number[]> = scalar<readonly number[]>(
  {
    type: "array",
    items: { type: "number" },
    maxItems: EMBEDDING_DIMENSIONS,
    "x-length": `0 or exactly ${EMBEDDING_DIMENSIONS}`,
  },
  (input, run) => {
    const items = vectorItems.parse(input, run);
    if (items === INVALID) return INVALID;
    return items.length === 0 || items.length === EMBEDDING_DIMENSIONS
      ? []
      : refuseValue(run, `must hold no or ${EMBEDDING_DIMENSIONS} numbers`, input);
  },
);

/** All schemas below `schema`, itself included, each once. */
export function walk(schema: AnySchema, seen: Set<AnySchema> = new Set()): Set<AnySchema> {
  if (!seen.has(schema)) {
    seen.add(schema);
    for (const part of schema.parts) walk(part, seen);
  }
  return seen;
}
