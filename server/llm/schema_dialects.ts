import type { JsonSchema } from "./types.ts";

/** Standard JSON schema; closed objects, optional properties absent from `required`. */
export function toJsonSchema(schema: JsonSchema): Record<string, unknown> {
  return {
    ...scalarFacts(schema),
    type: schema.type,
    ...(schema.items === undefined ? {} : { items: toJsonSchema(schema.items) }),
    ...(schema.properties === undefined ? {} : {
      properties: mapProperties(schema, (property) => toJsonSchema(property)),
      required: schema.required ?? [],
      additionalProperties: false,
    }),
  };
}

/** The strict dialect of OpenAI: every property required, optional ones may be null. */
export function toStrictSchema(schema: JsonSchema): Record<string, unknown> {
  return {
    ...scalarFacts(schema),
    type: schema.type,
    ...(schema.items === undefined ? {} : { items: toStrictSchema(schema.items) }),
    ...(schema.properties === undefined ? {} : {
      properties: mapProperties(schema, (property, isRequired) => {
        const strict = toStrictSchema(property);
        return isRequired ? strict : { anyOf: [strict, { type: "null" }] };
      }),
      required: Object.keys(schema.properties),
      additionalProperties: false,
    }),
  };
}

/** The subset of Gemini: upper-case types, `nullable`, order of properties, no closing of objects. */
export function toGeminiSchema(schema: JsonSchema): Record<string, unknown> {
  return {
    ...scalarFacts(schema),
    type: schema.type.toUpperCase(),
    ...(schema.items === undefined ? {} : { items: toGeminiSchema(schema.items) }),
    ...(schema.properties === undefined ? {} : {
      properties: mapProperties(schema, (property, isRequired) => ({
        ...toGeminiSchema(property),
        ...(isRequired ? {} : { nullable: true }),
      })),
      required: schema.required ?? [],
      propertyOrdering: Object.keys(schema.properties),
    }),
  };
}

function scalarFacts(schema: JsonSchema): Record<string, unknown> {
  return {
    ...(schema.description === undefined ? {} : { description: schema.description }),
    ...(schema.enum === undefined ? {} : { enum: schema.enum }),
  };
}

function mapProperties(
  schema: JsonSchema,
  map: (property: JsonSchema, isRequired: boolean) => Record<string, unknown>,
): Record<string, unknown> {
  const required = new Set(schema.required ?? []);
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [
      name,
      map(property, required.has(name)),
    ]),
  );
}
