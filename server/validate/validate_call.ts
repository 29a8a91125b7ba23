import {
  CONFIG_KEY_ALIASES,
  type EndpointName,
  type ValidationIssue,
} from "../../client/contract/mod.ts";
import { isObject } from "./containers.ts";
import { echoIssue } from "./echo.ts";
import { ENDPOINT_SCHEMAS } from "./endpoint_schemas.ts";
import { type JsonLimits, readJson } from "./json_body.ts";
import { textOf } from "./kept_text.ts";
import { renameKeys } from "./object.ts";
import { type AnySchema, INVALID, startRun } from "./schema.ts";

/** A call as it came in. */
export interface RawCall {
  /** The endpoint. */
  readonly name: EndpointName;
  /** Query string without the question mark. */
  readonly query: string;
  /** Bytes of the body. */
  readonly body: Uint8Array;
  /** Value of `Content-Type`, null when absent. */
  readonly contentType: string | null;
}

/** Options of {@link validateCall}. */
export interface ValidateOptions extends JsonLimits {
  /** Server clock, Unix seconds. */
  readonly nowSec: number;
  /** Whether private, loopback and link-local addresses are refused in URLs. */
  readonly blocksPrivateUrls: boolean;
}

/** A call that may be made, or what to answer instead. */
export type ValidatedCall =
  | {
    readonly kind: "valid";
    readonly body: unknown;
    readonly query: unknown;
    readonly presentKeys: readonly string[];
  }
  | { readonly kind: "invalid"; readonly issues: readonly ValidationIssue[] }
  | { readonly kind: "unreadable"; readonly reason: string }
  | { readonly kind: "too_wide"; readonly reason: string };

/** Query parameters by name; a repeated one counts with its last value. */
function queryRecord(query: string): Readonly<Record<string, string>> {
  return query === "" ? {} : Object.fromEntries(new URLSearchParams(query));
}

/** Whether a `Content-Type` says JSON. */
function isJsonType(contentType: string | null): boolean {
  if (contentType === "application/json") return true;
  return contentType !== null &&
    /^\s*application\/(?:[^;\s]+\+)?json\s*(?:;|$)/i.test(contentType);
}

/** Most bytes of a body of another type that an answer repeats. */
const MAX_ECHO_BYTES = 1_000;

/** A body that was read, or what to answer instead. */
export type BodyValue =
  | { readonly kind: "value"; readonly value: unknown; readonly isMissing: boolean }
  | Exclude<ValidatedCall, { kind: "valid" }>;

/** A body as it came in. */
export type RawBody = Pick<RawCall, "body" | "contentType">;

/** Reads a body that has to be JSON; one without bytes, and null, count as missing. */
export function readJsonBody({ body, contentType }: RawBody, limits: JsonLimits): BodyValue {
  if (body.length === 0) return { kind: "value", value: null, isMissing: true };
  if (!isJsonType(contentType)) {
    const echo = body.subarray(0, MAX_ECHO_BYTES);
    return { kind: "value", value: new TextDecoder().decode(echo), isMissing: false };
  }
  const reading = readJson(body, limits);
  switch (reading.kind) {
    case "value":
      return { kind: "value", value: reading.value, isMissing: reading.value === null };
    case "empty":
      return { kind: "value", value: null, isMissing: true };
    case "invalid": {
      const { position, reason } = reading;
      const loc = ["body", position];
      const ctx = { error: reason };
      return {
        kind: "invalid",
        issues: [{ type: "json_invalid", loc, msg: "JSON decode error", input: {}, ctx }],
      };
    }
    default:
      return reading;
  }
}

/** Top-level keys of a body, old names as the new ones; null batch numbers count as absent. */
function presentKeysOf(name: EndpointName, value: unknown): readonly string[] {
  if (!isObject(value)) return [];
  if (name !== "set_config") return Object.keys(value);
  const renamed = renameKeys(value, CONFIG_KEY_ALIASES.Config);
  return Object.keys(renamed).filter((key) => !key.startsWith("batch_") || renamed[key] !== null);
}

/** Checks a call against the schemas of its endpoint. Every violation is reported at once. */
export function validateCall(call: RawCall, options: ValidateOptions): ValidatedCall {
  const schemas: { readonly request: AnySchema | null; readonly query: AnySchema | null } =
    ENDPOINT_SCHEMAS[call.name];
  const run = startRun(options);
  let query: unknown = null;
  if (schemas.query !== null) {
    run.path.push("query");
    query = schemas.query.parse(queryRecord(call.query), run);
    run.path.length = 0;
  }
  let body: unknown = null;
  let presentKeys: readonly string[] = [];
  if (schemas.request !== null) {
    const read = readJsonBody(call, options);
    if (read.kind !== "value") return read;
    run.path.push("body");
    if (read.isMissing) {
      run.issues.push({ type: "missing", loc: ["body"], msg: "Field required", input: null });
    } else body = schemas.request.parse(read.value, run);
    presentKeys = presentKeysOf(call.name, read.value);
  }
  if (run.issues.length === 0 && query !== INVALID && body !== INVALID) {
    return { kind: "valid", body, query, presentKeys };
  }
  // Keys cannot be masked in a text that nobody parsed, so such a configuration is not repeated.
  const isOpaque = call.name === "set_config" && !isJsonType(call.contentType);
  const issues = isOpaque ? run.issues.map((issue) => ({ ...issue, input: null })) : run.issues;
  return { kind: "invalid", issues: issues.map(echoIssue) };
}

/** Whether the body of a call matters. */
export function takesBody(name: EndpointName): boolean {
  return ENDPOINT_SCHEMAS[name].request !== null;
}

/** JSON text of an answer: fields in schema order, unknown ones dropped, nulls dropped or kept. */
export function writeAnswer(name: EndpointName, value: unknown, keepsNulls: boolean): string {
  const response: AnySchema | null = ENDPOINT_SCHEMAS[name].response;
  return response === null ? JSON.stringify(value) : textOf(response, value, keepsNulls);
}
