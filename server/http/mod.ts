/**
 * Request to Response: routes, access, limits, cross-origin rules, errors and the documentation
 * pages. It knows no store and no learner; it calls the verbs in `Handlers`.
 *
 * @example Serve the verbs on a free port
 * ```ts ignore
 * const server = Deno.serve({ port: 0 }, createHandler({ handlers }));
 * ```
 *
 * @module
 */
export {
  type ApiKey,
  apiKeyAccess,
  type Authenticate,
  type Caller,
  openAccess,
  type OpenAccessOptions,
  type Role,
} from "./access.ts";
export type { AllowedOrigins } from "./cors.ts";
export type { AllowedHosts } from "./host_check.ts";
export {
  type CreatedKey,
  createKey,
  type CreateKeyOptions,
  keysFileAccess,
  type KeysFileAccessOptions,
  KeysFileError,
  listKeys,
  revokeKey,
  rotateKey,
  type RotateKeyOptions,
  type StoredKey,
} from "./keys_file.ts";
export { type ConnectionInfo, createHandler, type RequestHandler } from "./handler.ts";
export {
  DEFAULT_MAX_BODY_BYTES,
  type FailureRecord,
  type HttpOptions,
  type RequestRecord,
} from "./options.ts";
export { RequestMetrics, type RequestMetricsOptions } from "./metrics.ts";
export { type Readiness, type WatchingOptions, withWatching } from "./watching.ts";
export {
  DEFAULT_TIME_LIMITS,
  Patience,
  type PatienceOptions,
  type TimeLimits,
} from "./time_limit.ts";
