/** Text of a schema. */
interface TextSchema {
  readonly type: "string";
  readonly description: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
}

/** Whole number of a schema. */
interface IntegerSchema {
  readonly type: "integer";
  readonly description: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
}

/** List of a schema. */
interface ListSchema {
  readonly type: "array";
  readonly description: string;
  readonly items: Schema;
  readonly minItems: number;
}

/** Object of a schema; nothing else may be given. A type, so that any schema type takes it. */
export type ObjectSchema = {
  readonly type: "object";
  readonly properties: Record<string, Schema>;
  readonly required?: string[];
  readonly additionalProperties: false;
};

/** The part of JSON Schema that tools are described with. */
export type Schema = TextSchema | IntegerSchema | ListSchema | ObjectSchema;

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is wrong with a value, with the path of the argument; null when nothing is. */
export function findFault(schema: Schema, value: unknown, path: string): string | null {
  switch (schema.type) {
    case "string":
      return textFault(schema, value, path);
    case "integer": {
      const { minimum, maximum } = schema;
      const isFine = Number.isInteger(value) && Number(value) >= minimum &&
        Number(value) <= maximum;
      return isFine ? null : `${path} must be a whole number from ${minimum} to ${maximum}`;
    }
    case "array": {
      if (!Array.isArray(value)) return `${path} must be a list`;
      if (value.length < schema.minItems) return `${path} is empty, must have an item`;
      return firstFault(
        value.map((item, index) => () => findFault(schema.items, item, `${path}[${index}]`)),
      );
    }
    case "object":
      return objectFault(schema, value, path);
  }
}

/** What is wrong with a text. */
function textFault(schema: TextSchema, value: unknown, path: string): string | null {
  if (typeof value !== "string") return `${path} must be a text`;
  if (schema.minLength !== undefined && value.trim().length < schema.minLength) {
    return `${path} is blank, must be a text`;
  }
  if (schema.enum === undefined || schema.enum.includes(value)) return null;
  return `${path} must be one of ${schema.enum.join(", ")}`;
}

/** What is wrong with an object: unknown fields first, then missing ones, then wrong ones. */
function objectFault(schema: ObjectSchema, value: unknown, path: string): string | null {
  if (!isObject(value)) return `${path || "The input"} must be an object`;
  const at = (name: string) => path === "" ? name : `${path}.${name}`;
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(schema.properties, name));
  if (unknown !== undefined) {
    const known = Object.keys(schema.properties).join(", ") || "none";
    return `${at(unknown)} is not known, arguments are: ${known}`;
  }
  const missing = schema.required?.find((name) => value[name] === undefined);
  if (missing !== undefined) return `${at(missing)} is missing`;
  return firstFault(
    Object.entries(schema.properties)
      .filter(([name]) => value[name] !== undefined)
      .map(([name, each]) => () => findFault(each, value[name], at(name))),
  );
}

/** The first fault that is found. */
function firstFault(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const fault = check();
    if (fault !== null) return fault;
  }
  return null;
}
