/**
 * The wire's inputs and outputs as schemas: a call is checked once at the door, every violation is
 * reported with its place, and what comes through has exactly the contract's type.
 *
 * @example A body without its required field is refused
 * ```ts ignore
 * const call = { name: "delete_request", query: "", body: new Uint8Array(), contentType: null };
 * validateCall(call, options).kind; // "invalid"
 * ```
 *
 * @module
 */
export type { JsonLimits } from "./json_body.ts";
export {
  type BodyValue,
  type RawBody,
  type RawCall,
  readJsonBody,
  takesBody,
  validateCall,
  type ValidatedCall,
  type ValidateOptions,
  writeAnswer,
} from "./validate_call.ts";
export { validateRecords, writeRecords } from "./records.ts";
export { booleanInText } from "./numbers.ts";
export { type AddressOptions, refusedAddress } from "./url_address.ts";
export {
  type ApiDocument,
  type ApiExtension,
  type ApiOperation,
  type ApiParameter,
  openApiDocument,
  type OpenApiOptions,
} from "./openapi.ts";
export type { JsonSchema } from "./schema.ts";
