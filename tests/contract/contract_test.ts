import { assertEquals } from "@std/assert";
import * as contract from "../../client/contract/mod.ts";
import { openApiDocument } from "../../server/validate/mod.ts";
import { isJsonObject, type JsonObject, readContract } from "./contract_document.ts";

const CONTRACT = readContract();
const OURS = openApiDocument({ requiresKey: false });

/** Fields that later releases added and that are accepted here too. */
const NEWER_FIELDS: ReadonlySet<string> = new Set([
  "retrieved_learnings",
  "citations",
  "metadata",
  "evaluation_only",
]);

/** Keys that describe and do not decide. */
const WORDS: ReadonlySet<string> = new Set([
  "description",
  "title",
  "examples",
  "x-view",
  "x-view-drops",
  "x-also-accepted",
  "x-note",
  "x-cap",
  "x-legacy-keys",
]);

/** A schema without the keys that only describe, keys sorted. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare);
  if (!isJsonObject(schema)) return schema;
  const keys = Object.keys(schema).filter((key) => !WORDS.has(key)).sort();
  return Object.fromEntries(keys.map((key) => [key, bare(schema[key])]));
}

/** Places where our schema says more than the contract, each with what it says. */
const STRICTER: Readonly<Record<string, JsonObject>> = {
  "UserProfile.last_modified_timestamp": { minimum: 0, maximum: 253_402_300_799 },
  "UserProfile.expiration_timestamp": { minimum: 0, maximum: 253_402_300_799 },
  "UserPlaybook.created_at": { minimum: 0, maximum: 253_402_300_799 },
  "AgentPlaybook.created_at": { minimum: 0, maximum: 253_402_300_799 },
};

/** Keys of the contract that our schema leaves out, by place. */
const LOOSER: Readonly<Record<string, readonly string[]>> = {
  // Stored addresses were checked when they came in.
  "InteractionView.interacted_image_url": ["pattern"],
  // The server stamps times; a reader has nothing to fill in.
  "InteractionView.created_at": ["x-default"],
  "Request.created_at": ["x-default"],
  "UserPlaybookView.created_at": ["x-default"],
  "AgentPlaybookView.created_at": ["x-default"],
  "EvaluationResultView.created_at": ["x-default"],
  "ProfileChangeLogView.created_at": ["x-default"],
  "PlaybookAggregationChangeLog.created_at": ["x-default"],
  // Null stands for the default lists, which services know.
  "Config.profile_extractor_configs": ["x-default"],
  "Config.user_playbook_extractor_configs": ["x-default"],
};

/** What our schema of a field should be, going by the contract. */
function expectedField(model: string, field: string, schema: unknown): unknown {
  const place = `${model}.${field}`;
  const left = LOOSER[place] ?? [];
  const kept = isJsonObject(schema)
    ? Object.fromEntries(Object.entries(schema).filter(([key]) => !left.includes(key)))
    : {};
  const isDefaultList = place.startsWith("Config.") && left.includes("x-default");
  return bare({ ...kept, ...STRICTER[place], ...isDefaultList && { default: null } });
}

/** Names of the models that travel. */
const ON_WIRE = Object.entries(CONTRACT.components.schemas)
  .filter(([, schema]) => schema["x-on-wire"] !== false)
  .map(([name]) => name);

Deno.test("ENDPOINTS has every path and method of the contract and no other", () => {
  const pairs = Object.entries(CONTRACT.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) =>
      `${method.toUpperCase()} ${path} ${operationId}`
    )
  );
  const ours = Object.values(contract.ENDPOINTS).map(({ method, path, name }) =>
    `${method} ${path} ${name}`
  );
  assertEquals(pairs.length, 62);
  assertEquals(ours.toSorted(), pairs.toSorted());
});

Deno.test("ENDPOINTS has the rate class, null rule, mode and group of the contract", () => {
  for (const endpoint of Object.values(contract.ENDPOINTS)) {
    const operation = CONTRACT.paths[endpoint.path]?.[endpoint.method.toLowerCase()];
    const rate = endpoint.ratePerMinute;
    const label = endpoint.name;
    assertEquals(operation?.["x-rate-limit"], rate === null ? undefined : `${rate}/minute`, label);
    assertEquals(operation?.["x-null-fields"] === "kept", endpoint.keepsNulls, label);
    const background = operation?.["x-background"];
    const mode = background === "always"
      ? "background"
      : background !== undefined
      ? "optional_wait"
      : operation !== undefined && "x-framework-page" in operation
      ? "page"
      : "answer";
    assertEquals(endpoint.mode, mode, label);
    assertEquals(operation?.tags, [endpoint.tag], label);
  }
});

Deno.test("schemas have the fields, optionality, types, bounds and defaults of the contract", () => {
  assertEquals(Object.keys(OURS.components.schemas), ON_WIRE.toSorted());
  for (const name of ON_WIRE) {
    const theirs = CONTRACT.components.schemas[name] ?? {};
    const ours = OURS.components.schemas[name] ?? {};
    const { properties: theirFields = {}, required: theirNeeds = [], ...theirRest } = theirs;
    const { properties: ourFields = {}, required: ourNeeds = [], ...ourRest } = ours;
    assertEquals(bare(ourRest), bare(theirRest), name);
    assertEquals(ourNeeds, theirNeeds, `${name}: required`);
    const fields = isJsonObject(ourFields) ? ourFields : {};
    const expected = isJsonObject(theirFields) ? theirFields : {};
    const known = Object.keys(fields).filter((field) => !NEWER_FIELDS.has(field));
    assertEquals(known, Object.keys(expected), `${name}: names and order`);
    for (const [field, schema] of Object.entries(expected)) {
      assertEquals(bare(fields[field]), expectedField(name, field, schema), `${name}.${field}`);
    }
  }
});

Deno.test("operations take and give the schemas of the contract", () => {
  for (const [path, methods] of Object.entries(CONTRACT.paths)) {
    for (const [method, theirs] of Object.entries(methods)) {
      const ours = OURS.paths[path]?.[method];
      const body = (operation: typeof theirs | typeof ours) =>
        operation?.requestBody?.content["application/json"].schema;
      assertEquals(body(ours), body(theirs), path);
      const names = (parameters: readonly unknown[] = []) =>
        parameters.filter(isJsonObject).filter((each) => each.in === "query").map((each) => [
          each.name,
          each.required,
        ]);
      assertEquals(names(ours?.parameters), names(theirs.parameters), path);
      if (contract.ENDPOINTS[theirs.operationId as contract.EndpointName].mode === "page") continue;
      const answer = (responses: Readonly<Record<string, JsonObject>>) => {
        const content = responses["200"]?.content;
        const json = isJsonObject(content) ? content["application/json"] : undefined;
        return isJsonObject(json) ? json.schema : undefined;
      };
      assertEquals(answer(ours?.responses ?? {}), answer(theirs.responses), path);
    }
  }
});

Deno.test("H-005 the document of a server with keys asks for one on every path but the public ones", () => {
  const document = openApiDocument({ requiresKey: true });
  assertEquals(document.security, [{ BearerAuth: [] }]);
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const operation of Object.values(methods)) {
      assertEquals(operation.security, path.startsWith("/api/") ? undefined : [], path);
    }
  }
});

/** Fields of every interface in the type files: name to type text and whether it is optional. */
function readTypes(): Map<string, Map<string, { type: string; isOptional: boolean }>> {
  const types = new Map<string, Map<string, { type: string; isOptional: boolean }>>();
  const folder = new URL("../../client/contract/types/", import.meta.url);
  for (const { name } of Deno.readDirSync(folder)) {
    const source = Deno.readTextFileSync(new URL(name, folder));
    for (const match of source.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms)) {
      const fields = new Map<string, { type: string; isOptional: boolean }>();
      const lines = match[2]?.matchAll(/^ {2}readonly (\w+)(\??):\s+([^;]+);/gm) ?? [];
      for (const [, field = "", mark, type = ""] of lines) {
        fields.set(field, { type, isOptional: mark === "?" });
      }
      types.set(match[1] ?? "", fields);
    }
  }
  return types;
}

/** Whether a schema of the contract takes null. */
function takesNull(schema: unknown): boolean {
  if (!isJsonObject(schema)) return false;
  const options = Array.isArray(schema.anyOf) ? schema.anyOf : [];
  const isStatus = schema.$ref === "#/components/schemas/Status";
  return isStatus || (Array.isArray(schema.type) && schema.type.includes("null")) ||
    options.some((option) => isJsonObject(option) && option.type === "null");
}

Deno.test("types have the fields, optionality and nulls of the contract", () => {
  const types = readTypes();
  for (const [name, schema] of Object.entries(CONTRACT.components.schemas)) {
    if (!isJsonObject(schema.properties)) continue;
    const fields = types.get(name);
    const known = [...fields?.keys() ?? []].filter((field) => !NEWER_FIELDS.has(field));
    assertEquals(known, Object.keys(schema.properties), name);
    const needed: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
    for (const [field, json] of Object.entries(schema.properties)) {
      const ours = fields?.get(field);
      assertEquals(ours?.isOptional, !needed.includes(field), `${name}.${field}`);
      const hasNull = ours?.type === "Status" || /\bnull$/.test(ours?.type ?? "");
      assertEquals(hasNull, takesNull(json), `${name}.${field}`);
    }
  }
});

Deno.test("constants of enums hold the values of the contract", () => {
  const constants: Readonly<Record<string, unknown>> = { ...contract };
  for (const [name, schema] of Object.entries(CONTRACT.components.schemas)) {
    if (!Array.isArray(schema.enum)) continue;
    const values = constants[name];
    assertEquals(Object.values(values ?? {}), schema.enum, name);
    for (const [key, value] of Object.entries(values ?? {})) {
      const word = name === "StorageConfigTest" ? key : String(value ?? "current").toUpperCase();
      assertEquals(key, word, name);
    }
  }
});
