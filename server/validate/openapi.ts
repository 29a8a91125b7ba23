import { type Endpoint, ENDPOINTS } from "../../client/contract/mod.ts";
import { isObject, walk } from "./containers.ts";
import { ENDPOINT_SCHEMAS } from "./endpoint_schemas.ts";
import { EXAMPLE_BODIES } from "./examples.ts";
import { FIELD_DESCRIPTIONS } from "./field_descriptions.ts";
import { MODEL_FIELD_DESCRIPTIONS } from "./model_field_descriptions.ts";
import { errorDetail, httpValidationError, rateLimitError } from "./models/service.ts";
import type { AnySchema, Component, JsonSchema } from "./schema.ts";

/** An endpoint beside those of the table. */
export interface ApiExtension {
  /** The one method served. */
  readonly method: "GET" | "POST";
  /** Absolute path. */
  readonly path: string;
  /** One line that says what it does. */
  readonly summary: string;
  /** What it takes: in the query of a GET, in the body of a POST. */
  readonly parameters: readonly {
    readonly name: string;
    readonly type: string;
    readonly description: string;
    readonly isRequired: boolean;
  }[];
}

/** Options of {@link openApiDocument}. */
export interface OpenApiOptions {
  /** Whether calls need a key. */
  readonly requiresKey: boolean;
  /**
   * Endpoints beside those of the table, by name.
   * @default {}
   */
  readonly extensions?: Readonly<Record<string, ApiExtension>>;
}

/** Group of the endpoints beside those of the table. */
const EXTENSION_TAG = "extensions";

/** A query or header parameter in the description. */
export interface ApiParameter {
  readonly name: string;
  readonly in: "query" | "header";
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
}

/** One endpoint in the description. */
export interface ApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters?: readonly ApiParameter[];
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: {
      readonly "application/json": { readonly schema: JsonSchema; readonly example: unknown };
    };
  };
  readonly responses: Readonly<Record<string, JsonSchema>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly "x-rate-limit"?: string;
  readonly "x-null-fields"?: "kept" | "omitted";
  readonly "x-background"?: string;
}

/** The description of the API. */
export interface ApiDocument {
  readonly openapi: string;
  readonly info: JsonSchema & { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: JsonSchema & { readonly schemas: Readonly<Record<string, JsonSchema>> };
  readonly [part: string]: unknown;
}

const INTRODUCTION = "Memory for AI agents: publish conversations, get back what was learnt from " +
  "them. Unknown fields are ignored, numbers and booleans are also read from text. Every time in " +
  "a record is an integer of Unix seconds, UTC. A null field is left out of answers unless the " +
  "operation says `x-null-fields: kept`. Look at `success`: some failures are answered with 200.";

const CORRELATION_HEADER = {
  "X-Correlation-ID": {
    description: "Eight hexadecimal digits, new for each request.",
    schema: { type: "string", pattern: "^[0-9a-f]{8}$" },
  },
};

/** Description and body schema of each refusal. */
const REFUSALS: readonly {
  readonly status: string;
  readonly name: string;
  readonly description: string;
  readonly schema: AnySchema;
}[] = [
  {
    status: "400",
    name: "UnreadableBody",
    description: "The body is not UTF-8 or nested too deeply.",
    schema: errorDetail,
  },
  {
    status: "401",
    name: "Unauthorized",
    description: "The key is missing or unknown, on servers with keys.",
    schema: errorDetail,
  },
  {
    status: "403",
    name: "Forbidden",
    description: "The key may not do this, or the user agent is refused.",
    schema: errorDetail,
  },
  {
    status: "404",
    name: "NotFound",
    description: "Nothing has this id.",
    schema: errorDetail,
  },
  {
    status: "409",
    name: "Conflict",
    description: "The `Idempotency-Key` was used for another body. Nothing was done.",
    schema: errorDetail,
  },
  {
    status: "413",
    name: "TooLarge",
    description: "The body is too large.",
    schema: errorDetail,
  },
  {
    status: "422",
    name: "ValidationError",
    description: "The input was refused; every violation is listed. Nothing was done.",
    schema: httpValidationError,
  },
  {
    status: "429",
    name: "RateLimited",
    description: "Too many calls in a minute; see `Retry-After`.",
    schema: rateLimitError,
  },
  {
    status: "500",
    name: "InternalError",
    description: "A fault of the server; the log names it under `correlation_id`.",
    schema: errorDetail,
  },
  {
    status: "503",
    name: "Unavailable",
    description: "The storage cannot be used now. Nothing was acknowledged; try again later.",
    schema: errorDetail,
  },
  {
    status: "504",
    name: "Timeout",
    description: "The call took too long; its work goes on.",
    schema: errorDetail,
  },
];

/** Statuses that an endpoint may refuse with. */
function refusalsOf({ name, path, ratePerMinute }: Endpoint, takesInput: boolean): string[] {
  const isApi = path.startsWith("/api/");
  return [
    ...takesInput ? ["400", "413", "422"] : [],
    ...isApi ? ["401", "403", "503", "504"] : [],
    ...name === "publish_interaction" ? ["409"] : [],
    ...ratePerMinute === null ? [] : ["429"],
    "500",
  ].sort();
}

/** A schema's field with its description. */
function describeField(model: string | null, name: string, json: unknown): unknown {
  const text = MODEL_FIELD_DESCRIPTIONS[`${model ?? ""}.${name}`] ?? FIELD_DESCRIPTIONS[name];
  return isObject(json) && text !== undefined ? { ...json, description: text } : json;
}

/** A named schema with descriptions of its fields. */
function describeComponent({ name, json }: Component): JsonSchema {
  if (!isObject(json.properties)) return json;
  const properties = Object.entries(json.properties).map((
    [field, schema],
  ) => [field, describeField(name, field, schema)]);
  return { ...json, properties: Object.fromEntries(properties) };
}

/** Query parameters of an endpoint. */
function parametersOf(query: AnySchema | null): ApiParameter[] {
  if (query === null || !isObject(query.json.properties)) return [];
  const needed = Array.isArray(query.json.required) ? query.json.required : [];
  return Object.entries(query.json.properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: needed.includes(name),
    description: QUERY_DESCRIPTIONS[name] ?? FIELD_DESCRIPTIONS[name] ?? "",
    schema: isObject(schema) ? schema : {},
  }));
}

/** What the parameters mean that are no fields of a model. */
const QUERY_DESCRIPTIONS: Readonly<Record<string, string>> = {
  wait_for_response: "Whether to learn first and answer then; waits up to 600 s.",
  limit: "Most records to return, above 0.",
  status_filter: "Lifecycle state; any other word counts as `current`.",
};

/** The header that makes a publish safe to repeat. */
const IDEMPOTENCY_PARAMETER: ApiParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "A text of the caller; a publish with the same one is stored once.",
  schema: { type: "string" },
};

const EXAMPLES: Readonly<Record<string, unknown>> = EXAMPLE_BODIES;

/** The description of one endpoint. */
function operation(endpoint: Endpoint): ApiOperation {
  const { name, tag, summary, path, mode, ratePerMinute, keepsNulls } = endpoint;
  const schemas: {
    readonly request: AnySchema | null;
    readonly query: AnySchema | null;
    readonly response: AnySchema | null;
  } = ENDPOINT_SCHEMAS[name];
  const parameters = parametersOf(schemas.query);
  if (name === "publish_interaction") parameters.push(IDEMPOTENCY_PARAMETER);
  const refusals = refusalsOf(endpoint, schemas.request !== null || schemas.query !== null);
  const mediaType = name === "openapi_json" || mode !== "page" ? "application/json" : "text/html";
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...parameters.length > 0 && { parameters },
    ...schemas.request !== null && {
      requestBody: {
        required: true,
        content: {
          "application/json": { schema: schemas.request.json, example: EXAMPLES[name] },
        },
      },
    },
    responses: {
      "200": {
        description: mode === "page" ? "The document." : "The outcome; look at `success`.",
        headers: CORRELATION_HEADER,
        content: { [mediaType]: { schema: schemas.response?.json ?? {} } },
      },
      ...refusalReferences(refusals),
    },
    ...!path.startsWith("/api/") && { security: [] },
    ...ratePerMinute !== null && { "x-rate-limit": `${ratePerMinute}/minute` },
    ...mode !== "page" && { "x-null-fields": keepsNulls ? "kept" : "omitted" },
    ...mode === "background" && { "x-background": "always" },
    ...mode === "optional_wait" && { "x-background": "unless wait_for_response=true" },
  };
}

/** The description of an endpoint beside those of the table. */
function extensionOperation(
  name: string,
  { method, summary, parameters }: ApiExtension,
): ApiOperation {
  const needed = parameters.filter(({ isRequired }) => isRequired).map((each) => each.name);
  const fields = parameters.map((each) => [
    each.name,
    { type: each.type, description: each.description },
  ]);
  const query = parameters.map((each): ApiParameter => ({
    name: each.name,
    in: "query",
    required: each.isRequired,
    description: each.description,
    schema: { type: each.type },
  }));
  const schema = {
    type: "object",
    ...needed.length > 0 && { required: needed },
    properties: Object.fromEntries(fields),
  };
  const statuses = ["400", "401", "403", "404", "413", "422", "500", "503", "504"];
  return {
    operationId: name,
    tags: [EXTENSION_TAG],
    summary,
    ...method === "GET" && query.length > 0 && { parameters: query },
    ...method === "POST" && {
      requestBody: {
        required: needed.length > 0,
        content: { "application/json": { schema, example: {} } },
      },
    },
    responses: {
      "200": {
        description: "The outcome.",
        headers: CORRELATION_HEADER,
        content: { "application/json": { schema: {} } },
      },
      ...refusalReferences(statuses),
    },
  };
}

/** References to refusals by status. */
function refusalReferences(statuses: readonly string[]): Record<string, JsonSchema> {
  return Object.fromEntries(statuses.map((status) => {
    const refusal = REFUSALS.find((each) => each.status === status);
    return [status, { $ref: `#/components/responses/${refusal?.name ?? ""}` }];
  }));
}

/** Every named schema that the endpoints use. */
function components(): Record<string, JsonSchema> {
  const seen = new Set<AnySchema>();
  for (const { request, query, response } of Object.values(ENDPOINT_SCHEMAS)) {
    for (const schema of [request, query, response]) if (schema !== null) walk(schema, seen);
  }
  for (const { schema } of REFUSALS) walk(schema, seen);
  const named: [string, JsonSchema][] = [];
  for (const { component } of seen) {
    if (component !== null) named.push([component.name, describeComponent(component)]);
  }
  return Object.fromEntries(named.sort(([a], [b]) => a < b ? -1 : 1));
}

/** Refusals that operations refer to. */
function responses(): JsonSchema {
  return Object.fromEntries(REFUSALS.map(({ name, description, schema }) => [name, {
    description,
    headers: CORRELATION_HEADER,
    content: { "application/json": { schema: schema.json } },
  }]));
}

/** The description of the whole API, made from the schemas that validate and write. */
export function openApiDocument(options: OpenApiOptions): ApiDocument {
  const endpoints: readonly Endpoint[] = Object.values(ENDPOINTS);
  const paths = endpoints.map((endpoint) => [
    endpoint.path,
    { [endpoint.method.toLowerCase()]: operation(endpoint) },
  ]);
  const extensions = Object.entries(options.extensions ?? {}).map(([name, extension]) => [
    extension.path,
    { [extension.method.toLowerCase()]: extensionOperation(name, extension) },
  ]);
  const tags = new Set(endpoints.map(({ tag }) => tag));
  if (extensions.length > 0) tags.add(EXTENSION_TAG);
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Reflexio API",
      version: "v1",
      description: INTRODUCTION,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: options.requiresKey ? [{ BearerAuth: [] }] : [{}, { BearerAuth: [] }],
    tags: [...tags].map((name) => ({ name })),
    paths: Object.fromEntries([...paths, ...extensions]),
    components: {
      schemas: components(),
      responses: responses(),
      securitySchemes: {
        BearerAuth: {
          type: "http",
          scheme: "bearer",
          description: "An API key. Servers without keys ignore it.",
        },
      },
    },
  };
}
