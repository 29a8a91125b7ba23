import { type EndpointName, ENDPOINTS } from "../../client/contract/mod.ts";
import { type ApiDocument, openApiDocument } from "../../server/validate/mod.ts";
import { isJsonObject, type JsonObject } from "./contract_document.ts";

/** What must become of a case: `either` where rules over several fields may have a say. */
export type Expectation = "accepted" | "refused" | "either";

/** One call with something odd in it. */
export interface FuzzCase {
  /** The endpoint. */
  readonly name: EndpointName;
  /** What was done to a good body. */
  readonly change: string;
  /** JSON text of the body. */
  readonly text: string;
  /** Place of the change, names and indexes. */
  readonly place: readonly (string | number)[];
  /** What must become of it. */
  readonly expected: Expectation;
}

/** A stream of numbers in [0, 1) that repeats for equal seeds (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Stands in a value for a number that JavaScript cannot write as JSON. */
const HUGE_NUMBER = "@1e400@";

/** JSON text of a value; {@link HUGE_NUMBER} becomes `1e400`. */
export function toText(value: unknown): string {
  return JSON.stringify(value).replaceAll(`"${HUGE_NUMBER}"`, "1e400");
}

/** Values of every JSON type, with the troublemakers among them. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  2 ** 53,
  -(2 ** 53),
  1e20,
  HUGE_NUMBER,
  "",
  " ",
  "\u00a0\u2028",
  "x",
  "1",
  "1.5",
  "true",
  "None",
  "null",
  "NaN",
  "Infinity",
  "2026-01-01T00:00:00Z",
  "\ud800",
  "\0",
  "x".repeat(5_000),
  [],
  [null],
  [1],
  ["x"],
  [[]],
  {},
  { a: 1 },
  { __proto__: null, constructor: 1, toString: 2 },
];

/** A description with its models at hand. */
class Model {
  readonly #models: Readonly<Record<string, JsonObject>>;

  constructor(document: ApiDocument) {
    this.#models = document.components.schemas;
  }

  /** A schema with its reference followed. */
  follow(schema: unknown): JsonObject {
    if (!isJsonObject(schema)) return {};
    const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
    return name === undefined ? schema : { ...this.#models[name], ...without(schema, "$ref") };
  }

  /** The branches of a schema, followed. */
  branches(schema: unknown): JsonObject[] {
    const own = this.follow(schema);
    if (Array.isArray(own.anyOf)) return own.anyOf.flatMap((each) => this.branches(each));
    if (!Array.isArray(own.type)) return [own];
    return own.type.map((type) => ({ ...own, type }));
  }
}

/** An object without one key. */
function without(value: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
}

/** Good values of fields that a type alone does not give. */
const GOOD_VALUES: Readonly<Record<string, unknown>> = {
  start_time: "2026-01-01",
  end_time: "2026-02-01T00:00:00Z",
  api_base: "https://models.example/v1",
  endpoint: "https://models.example/v1",
  interacted_image_url: "https://images.example/a.png",
  batch_size: 10,
  batch_interval: 5,
  embedding: [],
};

/** A value that a schema takes, with every optional field present. */
function goodValue(model: Model, schema: unknown, name = ""): unknown {
  if (Object.hasOwn(GOOD_VALUES, name)) return GOOD_VALUES[name];
  const branches = model.branches(schema).filter(({ type }) => type !== "null");
  const branch = branches[0] ?? {};
  if (Array.isArray(branch.enum)) return branch.enum.find((word) => word !== null);
  if (isJsonObject(branch.properties)) {
    return Object.fromEntries(
      Object.entries(branch.properties).map((
        [field, each],
      ) => [field, goodValue(model, each, field)]),
    );
  }
  switch (branch.type) {
    case "string":
      return "some text";
    case "integer":
      return Math.max(2, Number(branch.minimum ?? 0));
    case "number":
      return 0.5;
    case "boolean":
      return true;
    case "array":
      return [goodValue(model, branch.items)];
    default:
      return { any: [1, null] };
  }
}

/** Whether a text reads as an integer in the lax way. */
const INTEGER_TEXT = /^\s*[+-]?\d+(_\d+)*(\.0+)?\s*$/;

/** Whether a text reads as a number in the lax way. */
const NUMBER_TEXT = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

const BOOLEAN_WORDS = /^(true|t|yes|y|on|1|false|f|no|n|off|0)$/i;

/** A value as a number in the lax way, null when it is none. */
function laxNumber(value: unknown, pattern: RegExp): number | null {
  if (value === HUGE_NUMBER) return Infinity;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" && pattern.test(value) ? Number(value) : null;
}

/** What a branch does with a value, written apart from the validators. */
function expectBranch(model: Model, branch: JsonObject, value: unknown): Expectation {
  if (Array.isArray(branch.enum)) {
    if (branch.type === "integer") {
      const number = laxNumber(value, INTEGER_TEXT);
      return branch.enum.includes(number) ? "accepted" : "refused";
    }
    const isStatus = branch.enum.includes(null);
    return branch.enum.includes(value) || (isStatus && value === "None") ? "accepted" : "refused";
  }
  switch (branch.type) {
    case "null":
      return value === null ? "accepted" : "refused";
    case "boolean":
      if (typeof value === "boolean" || value === 0 || value === 1) return "accepted";
      return typeof value === "string" && BOOLEAN_WORDS.test(value) ? "accepted" : "refused";
    case "string":
      return expectText(branch, value);
    case "integer":
    case "number":
      return expectNumber(branch, value);
    case "array": {
      if (!Array.isArray(value) || value.length < Number(branch.minItems ?? 0)) return "refused";
      if (typeof branch["x-length"] === "string" && value.length > 0) return "refused";
      return worst(value.map((item) => expectValue(model, branch.items, item)));
    }
    default:
      return expectObject(model, branch, value);
  }
}

/** What a text schema does with a value. */
function expectText(branch: JsonObject, value: unknown): Expectation {
  if (typeof value !== "string" || value === HUGE_NUMBER || !value.isWellFormed()) return "refused";
  if (branch.format === "date-time") return /^\d{4}-/.test(value) ? "accepted" : "refused";
  if (branch.format === "date") return "refused";
  if (branch.format === "uri") return "refused";
  if (branch.pattern === "\\S") return value.trim() === "" ? "refused" : "either";
  if (typeof branch.pattern === "string") return value === "" ? "accepted" : "refused";
  return "accepted";
}

/** What a number schema does with a value. */
function expectNumber(branch: JsonObject, value: unknown): Expectation {
  const isInteger = branch.type === "integer";
  const number = laxNumber(value, isInteger ? INTEGER_TEXT : NUMBER_TEXT);
  if (number === null || !Number.isFinite(number)) return "refused";
  if (isInteger && !Number.isInteger(number)) return "refused";
  const isCapped = branch["x-cap"] !== undefined;
  if (isInteger && !isCapped && !Number.isSafeInteger(number)) return "refused";
  const isInside = number >= Number(branch.minimum ?? -Infinity) &&
    number <= Number(branch.maximum ?? Infinity) &&
    number > Number(branch.exclusiveMinimum ?? -Infinity);
  return isInside ? "accepted" : "refused";
}

/** What an object or map schema does with a value. */
function expectObject(model: Model, branch: JsonObject, value: unknown): Expectation {
  if (!isJsonObject(value)) return "refused";
  if (!isJsonObject(branch.properties)) return "accepted";
  const needed: readonly unknown[] = Array.isArray(branch.required) ? branch.required : [];
  return worst(
    Object.entries(branch.properties).map(([field, schema]) =>
      Object.hasOwn(value, field)
        ? expectValue(model, schema, value[field])
        : needed.includes(field)
        ? "refused"
        : "either"
    ),
  );
}

/** The strictest of several expectations. */
function worst(all: readonly Expectation[]): Expectation {
  if (all.includes("refused")) return "refused";
  return all.includes("either") ? "either" : "accepted";
}

/** What a schema does with a value: the kindest of its branches. */
function expectValue(model: Model, schema: unknown, value: unknown): Expectation {
  // Booleans and text that look like a number are no times; numbers are.
  const branches = model.branches(schema);
  const isTime = branches.some(({ format }) => format === "date-time");
  if (isTime && typeof value === "boolean") return "refused";
  if (isTime && typeof value === "number") return Math.abs(value) < 2e14 ? "either" : "refused";
  const all = branches.map((branch) => expectBranch(model, branch, value));
  if (all.includes("accepted")) return isTime ? "either" : "accepted";
  return all.includes("either") ? "either" : "refused";
}

/** A place inside a good body with its schema. */
interface Spot {
  readonly place: readonly (string | number)[];
  readonly schema: unknown;
  readonly isRequired: boolean;
}

/** Every place below a schema. */
function spots(model: Model, schema: unknown, place: readonly (string | number)[]): Spot[] {
  const branch = model.branches(schema).find(({ type }) => type !== "null") ?? {};
  if (branch.type === "array" && branch["x-length"] === undefined) {
    const item: Spot = { place: [...place, 0], schema: branch.items, isRequired: false };
    return [item, ...spots(model, branch.items, item.place)];
  }
  if (!isJsonObject(branch.properties)) return [];
  const needed: readonly unknown[] = Array.isArray(branch.required) ? branch.required : [];
  return Object.entries(branch.properties).flatMap(([field, each]) => {
    const spot: Spot = {
      place: [...place, field],
      schema: each,
      isRequired: needed.includes(field),
    };
    return [spot, ...spots(model, each, spot.place)];
  });
}

/** Values around the bounds of a schema, on both sides. */
function boundaryValues(model: Model, schema: unknown): unknown[] {
  return model.branches(schema).flatMap((branch) => {
    const { minimum, maximum, exclusiveMinimum, minItems, maxLength } = branch;
    const step = branch.type === "integer" ? 1 : 0.001;
    const around = (bound: unknown) =>
      typeof bound === "number" ? [bound - step, bound, bound + step] : [];
    return [
      ...around(minimum),
      ...around(maximum),
      ...around(exclusiveMinimum),
      ...minItems === 1 ? [[]] : [],
      ...typeof maxLength === "number" ? ["h".repeat(maxLength), "h".repeat(maxLength + 1)] : [],
    ];
  });
}

/** A deep copy with one place changed; `undefined` removes it. */
function changed(body: unknown, place: readonly (string | number)[], value: unknown): unknown {
  const [head, ...rest] = place;
  if (head === undefined) return value;
  if (Array.isArray(body)) {
    return body.map((item, index) => index === head ? changed(item, rest, value) : item);
  }
  if (!isJsonObject(body)) return body;
  if (rest.length === 0 && value === undefined) return without(body, String(head));
  return { ...body, [head]: changed(body[head], rest, value) };
}

/** An endpoint that takes a body, with a good one. */
interface Subject {
  readonly name: EndpointName;
  readonly schema: unknown;
  readonly body: unknown;
  readonly spots: readonly Spot[];
}

/** Fields whose value another field has to agree with. */
const LINKED: ReadonlySet<string> = new Set([
  "start_time",
  "end_time",
  "batch_size",
  "batch_interval",
  "extraction_preset",
  "storage_config",
  "db_path",
  "openai",
  "api_key",
  "azure_config",
  "content",
  "trigger",
  "user_profiles",
  "user_playbooks",
  "profile_extractor_configs",
  "user_playbook_extractor_configs",
]);

/** Makes cases from the schemas that validate. */
export class Fuzzer {
  readonly #model: Model;
  /** Endpoints that take a body, each with a good one. */
  readonly subjects: readonly Subject[];

  /** Reads the schemas. */
  constructor() {
    const document = openApiDocument({ requiresKey: false });
    this.#model = new Model(document);
    this.subjects = Object.values(ENDPOINTS).flatMap(({ name, path, method }) => {
      const operation = document.paths[path]?.[method.toLowerCase()];
      const schema = operation?.requestBody?.content["application/json"].schema;
      if (schema === undefined) return [];
      const body = goodValue(this.#model, schema);
      return [{ name, schema, body, spots: spots(this.#model, schema, []) }];
    });
  }

  /** One changed place. */
  #case({ name, body }: Subject, { place, schema, isRequired }: Spot, value: unknown): FuzzCase {
    const isLinked = place.some((part) => typeof part === "string" && LINKED.has(part));
    const expected = value === undefined
      ? isRequired ? "refused" : "accepted"
      : expectValue(this.#model, schema, value);
    const what = value === undefined ? "missing" : toText(value).slice(0, 60);
    return {
      name,
      change: `${place.join(".")} = ${what}`,
      text: toText(changed(body, place, value)),
      place,
      expected: isLinked && !(value === undefined && isRequired) ? "either" : expected,
    };
  }

  /** Every field missing, of every wrong type and on both sides of every bound. */
  *systematic(): Generator<FuzzCase> {
    for (const subject of this.subjects) {
      for (const value of ODD_VALUES) {
        const isObject = isJsonObject(value);
        yield {
          name: subject.name,
          change: `body = ${toText(value).slice(0, 60)}`,
          text: toText(value),
          place: [],
          expected: isObject ? "either" : "refused",
        };
      }
      for (const spot of subject.spots) {
        if (typeof spot.place.at(-1) === "string") yield this.#case(subject, spot, undefined);
        for (const value of [...ODD_VALUES, ...boundaryValues(this.#model, spot.schema)]) {
          yield this.#case(subject, spot, value);
        }
      }
    }
  }

  /** Bodies with several random changes. */
  *random(random: () => number): Generator<FuzzCase> {
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    while (true) {
      const subject = pick(this.subjects);
      let { body } = subject;
      const changes: string[] = [];
      for (let i = 0; i < 1 + random() * 3; i++) {
        const { place } = pick(subject.spots);
        const value = random() < 0.2 ? undefined : pick(ODD_VALUES);
        body = changed(body, place, value);
        changes.push(place.join("."));
      }
      const change = changes.join(", ");
      yield { name: subject.name, change, text: toText(body), place: [], expected: "either" };
    }
  }

  /** Good bodies with single characters removed, doubled, swapped or replaced. */
  *broken(random: () => number): Generator<FuzzCase> {
    const alphabet = '{}[]",:\\0123456789eE+-.truefalsn \t\n\0\u00e9';
    while (true) {
      const subject = this.subjects[Math.floor(random() * this.subjects.length)];
      if (subject === undefined) return;
      let text = toText(subject.body);
      for (let i = 0; i < 1 + random() * 4; i++) {
        const at = Math.floor(random() * text.length);
        const char = alphabet[Math.floor(random() * alphabet.length)] ?? "";
        text = text.slice(0, at) + char + text.slice(at + Math.floor(random() * 3));
      }
      yield { name: subject.name, change: "characters", text, place: [], expected: "either" };
    }
  }
}
