import type { Complete, TimeBound } from "../../client/contract/mod.ts";
import { isObject } from "./containers.ts";
import { textOf } from "./kept_text.ts";
import {
  type AnySchema,
  INVALID,
  type Invalid,
  type JsonSchema,
  refuse,
  refuseValue,
  type Run,
  type Schema,
} from "./schema.ts";

/** What one field of contract type `T` is after validation. */
type FieldValue<T, K extends keyof T> = K extends "start_time" | "end_time" ? TimeBound | null
  : Complete<Exclude<T[K], undefined>>;

/** Contract type `T` after validation: every field present. */
export type Parsed<T> = { readonly [K in keyof T]-?: FieldValue<T, K> };

/** A field that must be sent. */
export interface RequiredField<Out> {
  readonly presence: "required";
  readonly schema: Schema<Out>;
  /** What a reader fills in when an answer lacks it; undefined: nothing. */
  readonly readerDefault?: unknown;
}

/** A field that may be left out. */
export interface OptionalField<Out> {
  readonly presence: "optional";
  readonly schema: Schema<Out>;
  /** Its value when it was left out. */
  readonly fill: (run: Run) => Out;
  /** The default as the documentation shows it. */
  readonly defaultJson: JsonSchema;
}

/** One field for each field of `T`: optional exactly where the contract says so. */
export type FieldsOf<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? OptionalField<FieldValue<T, K>>
    : RequiredField<FieldValue<T, K>>;
};

/** A field that must be sent. */
export function required<Out>(schema: Schema<Out>): RequiredField<Out> {
  return { presence: "required", schema };
}

/** A field that answers always hold; a reader of an older answer fills in `readerDefault`. */
export function sent<Out>(schema: Schema<Out>, readerDefault: Out): RequiredField<Out> {
  return { presence: "required", schema, readerDefault };
}

/** A field that counts as `value` when it is left out. */
export function optional<Out>(schema: Schema<Out>, value: Out): OptionalField<Out> {
  const json = isObject(value) && value.constructor === Object ? { ...value } : value;
  return { presence: "optional", schema, fill: () => value, defaultJson: { default: json } };
}

/** A time that counts as the server's clock when it is left out. */
export function optionalNow(schema: Schema<number>): OptionalField<number> {
  const defaultJson = { "x-default": "current time" };
  return { presence: "optional", schema, fill: (run) => run.nowSec, defaultJson };
}

/** Options of {@link object}. */
export interface ObjectOptions<T> {
  /** A rule over several fields; says what is wrong, null when nothing is. */
  readonly check?: (value: Parsed<T>) => string | null;
  /** Older and newer key names, each with the name it stands for when that one is absent. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Changes the input before it is looked at, after the aliases. */
  readonly prepare?: (
    input: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>>;
  /** Whether this is a query string, where an absent value has no enclosing object. */
  readonly isQuery?: boolean;
}

/** A field ready for the loop. */
interface Slot {
  readonly name: string;
  /** The name as JSON begins a field with it. */
  readonly key: string;
  readonly field: RequiredField<unknown> | OptionalField<unknown>;
}

/** An object with the fields of contract type `T`. A name gives it its own documentation entry. */
export function object<T extends object>(
  name: string | null,
  fields: FieldsOf<T>,
  options: ObjectOptions<T> = {},
): Schema<Parsed<T>> {
  const slots = Object.entries(fields).map(([key, field]) =>
    ({ name: key, key: `${JSON.stringify(key)}:`, field }) as Slot
  );
  const full = objectJson(slots, options.aliases);
  const isKeptInPart = slots.some(({ field }) => field.schema.text !== undefined);
  return {
    parse: (input, run) => parseObject<T>(slots, input, run, options),
    write: (value, keepsNulls) => isObject(value) ? writeObject(slots, value, keepsNulls) : value,
    ...isKeptInPart && { text: (value, keepsNulls) => objectText(slots, value, keepsNulls) },
    json: name === null ? full : { $ref: `#/components/schemas/${name}` },
    component: name === null ? null : { name, json: full },
    parts: slots.map(({ field }): AnySchema => field.schema),
  };
}

/** `input` with every alias replaced, unless the real name is there too. */
export function renameKeys(
  input: Readonly<Record<string, unknown>>,
  aliases: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const old = Object.keys(aliases).filter((key) => Object.hasOwn(input, key));
  if (old.length === 0) return input;
  const renamed: Record<string, unknown> = { ...input };
  for (const key of old) {
    const name = aliases[key] ?? key;
    if (!Object.hasOwn(renamed, name)) renamed[name] = input[key];
    delete renamed[key];
  }
  return renamed;
}

/** Checks and converts an object. */
function parseObject<T>(
  slots: readonly Slot[],
  input: unknown,
  run: Run,
  { check, aliases, prepare, isQuery = false }: ObjectOptions<T>,
): Parsed<T> | Invalid {
  if (!isObject(input)) {
    const msg = "Input should be a valid dictionary or object to extract fields from";
    return refuse(run, "model_attributes_type", { msg, input });
  }
  const renamed = aliases === undefined ? input : renameKeys(input, aliases);
  const source = prepare === undefined ? renamed : prepare(renamed);
  const value = parseFields(slots, source, run, isQuery);
  if (value === INVALID) return INVALID;
  // The type of `fields` says that every slot produces the type of its field.
  const parsed = value as Parsed<T>;
  const said = check === undefined ? null : check(parsed);
  return said === null ? parsed : refuseValue(run, said, source);
}

/** Converts every field. */
function parseFields(
  slots: readonly Slot[],
  source: Readonly<Record<string, unknown>>,
  run: Run,
  isQuery: boolean,
): Record<string, unknown> | Invalid {
  const value: Record<string, unknown> = {};
  let isValid = true;
  const depth = run.path.length;
  for (const { name, field } of slots) {
    const given = source[name];
    run.path[depth] = name;
    if (given === undefined) {
      if (field.presence === "optional") {
        value[name] = field.fill(run);
        continue;
      }
      refuse(run, "missing", { msg: "Field required", input: isQuery ? null : source });
      isValid = false;
      continue;
    }
    const result = field.schema.parse(given, run);
    if (result === INVALID) isValid = false;
    else value[name] = result;
  }
  run.path.length = depth;
  return isValid ? value : INVALID;
}

/** Writes known fields in their order; others are dropped. */
function writeObject(
  slots: readonly Slot[],
  value: Record<string, unknown>,
  keepsNulls: boolean,
): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const { name, field } of slots) {
    const given = value[name];
    if (given === undefined || given === null) {
      if (keepsNulls) written[name] = null;
      continue;
    }
    const { write } = field.schema;
    written[name] = write === null ? given : write(given, keepsNulls);
  }
  return written;
}

/** JSON text of what {@link writeObject} gives. */
function objectText(slots: readonly Slot[], value: unknown, keepsNulls: boolean): string {
  if (!isObject(value)) return JSON.stringify(value);
  let text = "";
  for (const { key, name, field } of slots) {
    const given = value[name];
    const isNull = given === undefined || given === null;
    if (isNull && !keepsNulls) continue;
    text += (text === "" ? key : `,${key}`) +
      (isNull ? "null" : textOf(field.schema, given, keepsNulls));
  }
  return `{${text}}`;
}

/** The documentation of an object. */
function objectJson(
  slots: readonly Slot[],
  aliases: Readonly<Record<string, string>> | undefined,
): JsonSchema {
  const names = slots.filter(({ field }) => field.presence === "required").map(({ name }) => name);
  const properties = slots.map(({ name, field }) => {
    const extra = field.presence === "optional"
      ? field.defaultJson
      : field.readerDefault === undefined
      ? {}
      : { default: field.readerDefault };
    return [name, { ...field.schema.json, ...extra }];
  });
  return {
    type: "object",
    ...names.length > 0 && { required: names },
    properties: Object.fromEntries(properties),
    ...aliases !== undefined && { "x-legacy-keys": aliases },
  };
}
