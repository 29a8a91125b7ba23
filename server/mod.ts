/**
 * The Reflexio memory server, for programs that start or embed it: `serve` listens, `createReflexio`
 * only answers requests. Both need `--unstable-kv`.
 *
 * @example Publish to a server of your own and read back what it learnt
 * ```ts
 * import { assert } from "@std/assert";
 * import { ReflexioClient } from "@reflexio/client";
 * import { serve } from "@reflexio/client/server";
 *
 * await using server = serve({ port: 0, kv: ":memory:" });
 * const client = new ReflexioClient({ urlEndpoint: server.url });
 * await client.publishInteraction({
 *   userId: "ana",
 *   interactions: [{ role: "user", content: "I live in Bergen." }],
 *   waitForResponse: true,
 * });
 * const { user_profiles } = await client.getProfiles({ userId: "ana" });
 * assert(user_profiles.length > 0);
 * ```
 *
 * @module
 */
export { defaultKvPath, type ReadEnv } from "./data_path.ts";
export { createReflexio, type Reflexio } from "./reflexio.ts";
export { isLoopback, type ReflexioServer, serve, ServeError } from "./serve.ts";
export type { LogLevel, ReflexioOptions, ServeOptions } from "./server_options.ts";
export { parseApiKeys } from "./api_keys.ts";
export type { ApiKey, Authenticate, Caller, Role } from "./http/mod.ts";
export type { MetricFamily, MetricSample } from "./services/handlers.ts";
export type * from "./learn/explained_turn.ts";
export type * from "./learn/learner.ts";
export type {
  AgentPlaybookRow,
  InteractionRow,
  ProfileRow,
  UserPlaybookRow,
} from "./store/rows.ts";
export type {
  AllowedHosts,
  AllowedOrigins,
  ConnectionInfo,
  FailureRecord,
  RequestRecord,
} from "./http/mod.ts";
export type * from "../client/contract/types/mod.ts";
export type { Complete } from "../client/contract/validated.ts";
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
} from "./http/keys_file.ts";
export {
  migrate,
  type MigrateOptions,
  type MigrationProgress,
  type MigrationReport,
} from "./store/migrate.ts";
export {
  createCipher,
  type EncryptionKey,
  type KeyedCipher,
  parseEncryptionKeys,
} from "./store/encryption.ts";
export { type ResealOptions, type ResealReport, resealValues } from "./store/reseal.ts";
export { compactFile, type CompactReport } from "./store/compact.ts";
export type { ValueCipher } from "./store/types.ts";
