import { ServiceError } from "./errors.ts";
import type { ExtensionCall } from "./handlers.ts";

/** A refusal that names the parameter. */
export function invalid(name: string, reason: string): ServiceError {
  return new ServiceError("invalid", `Cannot use ${name}: ${reason}`, { field: [name] });
}

/** A text parameter of the query, null when absent or empty. */
export function queryText(call: ExtensionCall, name: string): string | null {
  return call.query.get(name) || null;
}

/** A whole-number parameter of the query within bounds. */
export function queryInteger(
  call: ExtensionCall,
  name: string,
  bounds: { readonly atLeast: number; readonly atMost: number; readonly ifAbsent: number },
): number {
  const text = queryText(call, name);
  if (text === null) return bounds.ifAbsent;
  const number = Number(text);
  const isIn = Number.isInteger(number) && number >= bounds.atLeast && number <= bounds.atMost;
  if (isIn) return number;
  throw invalid(name, `must be a whole number from ${bounds.atLeast} to ${bounds.atMost}`);
}

/** The fields of a body; an absent body has none. */
export function bodyFields(call: ExtensionCall): Readonly<Record<string, unknown>> {
  const { body } = call;
  if (body === null || body === undefined) return {};
  if (typeof body !== "object" || Array.isArray(body)) {
    throw new ServiceError("invalid", "Body must be an object");
  }
  return Object.fromEntries(Object.entries(body));
}

/** A text field of a body. */
export function bodyText(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  ifAbsent?: string,
): string {
  const value = fields[name];
  if (typeof value === "string") return value;
  if ((value === undefined || value === null) && ifAbsent !== undefined) return ifAbsent;
  throw invalid(name, value === undefined ? "it is required" : "must be a text");
}

/** A switch of a body, off when absent. */
export function bodySwitch(fields: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = fields[name] ?? false;
  if (typeof value === "boolean") return value;
  throw invalid(name, "must be true or false");
}
