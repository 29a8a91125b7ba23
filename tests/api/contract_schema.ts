import {
  type ContractDocument,
  isJsonObject,
  type JsonObject,
  readContract,
} from "../contract/contract_document.ts";

const CONTRACT: ContractDocument = readContract();

/** Fields that later releases added and that are accepted and given back here too. */
const NEWER_FIELDS: Readonly<Record<string, readonly string[]>> = {
  InteractionView: ["retrieved_learnings", "citations", "metadata"],
  Request: ["metadata", "evaluation_only"],
};

/** Pairs of method and path of the contract, as `GET /health`. */
export const OPERATIONS: readonly string[] = Object.entries(CONTRACT.paths).flatMap((
  [path, methods],
) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));

/** Name and parts of a schema with its reference followed. */
function follow(schema: unknown): { readonly name: string; readonly own: JsonObject } {
  if (!isJsonObject(schema)) return { name: "", own: {} };
  if (typeof schema.$ref !== "string") return { name: "", own: schema };
  const name = schema.$ref.split("/").at(-1) ?? "";
  return { name, own: CONTRACT.components.schemas[name] ?? {} };
}

/** JSON Schema type of a value. */
function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}

/** Whether a value has one of the types of a schema. */
function hasType(value: unknown, types: readonly unknown[]): boolean {
  const type = typeOf(value);
  return types.includes(type) ||
    (type === "number" && types.includes("integer") && Number.isSafeInteger(value));
}

/** What is wrong with a number or a text, by the bounds of its schema. */
function boundFaults(own: JsonObject, value: unknown, place: string): string[] {
  const faults: string[] = [];
  if (typeof value === "number") {
    if (value < Number(own.minimum ?? -Infinity)) faults.push(`${place}: below its minimum`);
    if (value > Number(own.maximum ?? Infinity)) faults.push(`${place}: above its maximum`);
    if (value <= Number(own.exclusiveMinimum ?? -Infinity)) faults.push(`${place}: too small`);
  }
  if (typeof value === "string" && typeof own.pattern === "string") {
    if (!new RegExp(own.pattern, "u").test(value)) faults.push(`${place}: has another form`);
  }
  return faults;
}

/** How an answer shows fields that are null. */
type Nulls = "kept" | "omitted";

/** What is wrong with an object that has fields. */
function fieldFaults(
  schema: { readonly name: string; readonly own: JsonObject },
  value: JsonObject,
  place: string,
  nulls: Nulls,
): string[] {
  const { name, own } = schema;
  const properties = isJsonObject(own.properties) ? own.properties : {};
  const needed: readonly unknown[] = Array.isArray(own.required) ? own.required : [];
  const newer = NEWER_FIELDS[name] ?? [];
  const known = [...Object.keys(properties), ...newer];
  const isOrdered = Object.keys(value).map((key) => known.indexOf(key))
    .every((at, i, all) => i === 0 || at > (all[i - 1] ?? -1));
  const faults = isOrdered ? [] : [`${place}: fields in another order: ${Object.keys(value)}`];
  for (const field of known) {
    const isPresent = Object.hasOwn(value, field);
    if (!isPresent && needed.includes(field)) faults.push(`${place}.${field}: missing`);
    if (!isPresent && nulls === "kept" && !newer.includes(field)) {
      faults.push(`${place}.${field}: left out although nulls are kept`);
    }
    if (isPresent && nulls === "omitted" && value[field] === null) {
      faults.push(`${place}.${field}: null although nulls are left out`);
    }
    if (isPresent && Object.hasOwn(properties, field)) {
      faults.push(...valueFaults(properties[field], value[field], `${place}.${field}`, nulls));
    }
  }
  for (const field of Object.keys(value)) {
    if (!known.includes(field)) faults.push(`${place}.${field}: not in the contract`);
  }
  return faults;
}

/** What is wrong with a value, by its schema. */
function valueFaults(schema: unknown, value: unknown, place: string, nulls: Nulls): string[] {
  const { name, own } = follow(schema);
  if (Array.isArray(own.anyOf)) {
    const tries = own.anyOf.map((branch) => valueFaults(branch, value, place, nulls));
    return tries.find((faults) => faults.length === 0) ?? tries[0] ?? [];
  }
  const types = Array.isArray(own.type) ? own.type : own.type === undefined ? [] : [own.type];
  if (types.length > 0 && !hasType(value, types)) {
    return [`${place}: ${typeOf(value)} in place of ${types.join(" or ")}`];
  }
  if (Array.isArray(own.enum) && !own.enum.includes(value)) return [`${place}: not in the enum`];
  if ("const" in own && own.const !== value) return [`${place}: not ${own.const}`];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => valueFaults(own.items, item, `${place}[${i}]`, nulls));
  }
  if (isJsonObject(value) && isJsonObject(own.properties)) {
    return fieldFaults({ name, own }, value, place, nulls);
  }
  if (isJsonObject(value) && isJsonObject(own.additionalProperties)) {
    const entries = Object.entries(value);
    return entries.flatMap(([key, item]) =>
      valueFaults(own.additionalProperties, item, `${place}.${key}`, nulls)
    );
  }
  return boundFaults(own, value, place);
}

/**
 * What is wrong with a JSON answer of an operation, by the contract: unknown or missing keys, other
 * types, values outside their bounds, fields out of order, nulls where there should be none.
 */
export function answerFaults(operation: string, answer: unknown): string[] {
  const [method = "", path = ""] = operation.split(" ");
  const found = CONTRACT.paths[path]?.[method.toLowerCase()];
  const content = found?.responses["200"]?.content;
  const json = isJsonObject(content) ? content["application/json"] : undefined;
  if (!isJsonObject(json)) return [`${operation}: no JSON answer in the contract`];
  return valueFaults(
    json.schema,
    answer,
    "answer",
    found?.["x-null-fields"] === "kept" ? "kept" : "omitted",
  );
}
