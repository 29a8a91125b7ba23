/** A part of a JSON Schema or OpenAPI document. */
export type JsonObject = { readonly [key: string]: unknown };

/** One operation of the contract. */
export interface ContractOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly JsonObject[];
  readonly requestBody?: {
    readonly content: { readonly "application/json": { schema: JsonObject } };
  };
  readonly responses: Readonly<Record<string, JsonObject>>;
  readonly "x-rate-limit"?: string;
  readonly "x-null-fields"?: string;
  readonly "x-background"?: string;
}

/** The contract as it was agreed on. */
export interface ContractDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonObject>> };
}

/** Whether a value is an object with keys. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads the contract. */
export function readContract(): ContractDocument {
  return JSON.parse(Deno.readTextFileSync(new URL("./data/openapi.json", import.meta.url)));
}
