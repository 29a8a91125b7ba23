import type { JsonSchema } from "../../validate/mod.ts";
import { escapeHtml, inlineHtml } from "./html.ts";

/** Whether a value is a JSON Schema object. */
function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Name of the model that a schema refers to, null when it is inline. */
export function modelName(schema: JsonSchema): string | null {
  return typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) ?? null : null;
}

/** Names of JSON types as people read them. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  null: "null",
  object: "map",
  array: "list",
};

/** The type of a schema as a short HTML phrase; models are links. */
export function typeHtml(schema: JsonSchema): string {
  const model = modelName(schema);
  if (model !== null) return `<a href="#model-${model}">${model}</a>`;
  const options = Array.isArray(schema.anyOf) ? schema.anyOf.filter(isSchema) : [];
  if (options.length > 0) return options.map(typeHtml).join(" or ");
  if (Array.isArray(schema.enum)) {
    return schema.enum.map((word) => `<code>${escapeHtml(JSON.stringify(word))}</code>`).join(" ");
  }
  if (schema.const !== undefined) {
    return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`;
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.map((type) =>
    type === "array" && isSchema(schema.items)
      ? `list of ${typeHtml(schema.items)}`
      : TYPE_WORDS[String(type)] ?? "anything"
  ).join(" or ");
}

/** Bounds of a schema in words. */
function boundsHtml(schema: JsonSchema): string {
  const words = [
    ["exclusiveMinimum", "above"],
    ["minimum", "at least"],
    ["maximum", "at most"],
    ["minItems", "least items:"],
    ["maxLength", "most characters:"],
  ].flatMap(([key = "", word]) => schema[key] === undefined ? [] : [`${word} ${schema[key]}`]);
  return words.length === 0 ? "" : `, ${escapeHtml(words.join(", "))}`;
}

/** One field: name, type, whether it is needed, what it means. */
export function fieldHtml(
  name: string,
  schema: JsonSchema,
  { isRequired, description }: { readonly isRequired: boolean; readonly description: string },
): string {
  const shown = schema.default === undefined ? schema["x-default"] : JSON.stringify(schema.default);
  const need = isRequired
    ? '<span class="need">required</span>'
    : shown === undefined
    ? ""
    : `<span class="default">default <code>${escapeHtml(String(shown))}</code></span>`;
  const type = `<span class="type">${typeHtml(schema)}${boundsHtml(schema)}</span>`;
  return `<dt><code>${escapeHtml(name)}</code> ${type} ${need}</dt><dd>${
    inlineHtml(description)
  }</dd>`;
}

/** The fields of a model as a list, or its words when it is no object. */
export function modelHtml(schema: JsonSchema): string {
  if (!isSchema(schema.properties)) return `<p class="type">${typeHtml(schema)}</p>`;
  const needed: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(schema.properties).map(([name, field]) => {
    const json = isSchema(field) ? field : {};
    const description = typeof json.description === "string" ? json.description : "";
    return fieldHtml(name, json, { isRequired: needed.includes(name), description });
  });
  return `<dl>${fields.join("")}</dl>`;
}
