/**
 * The client: everything that `@reflexio/client` exports.
 *
 * @module
 */
export type { ContextClient } from "./adapters/context.ts";
export type { AdapterClient, AdapterOptions } from "./adapters/conversation.ts";
export type { PublishingClient, RecorderOptions } from "./adapters/recorder.ts";
export type { BackgroundFailure, BackgroundInfo, FlushOptions, FlushResult } from "./background.ts";
export type { CacheOptions } from "./cache.ts";
export { type CachedMethod, ReflexioClient } from "./client.ts";
export * from "./context.ts";
export {
  DEFAULT_AGENT_VERSION,
  DEFAULT_BATCH_INTERVAL,
  DEFAULT_BATCH_SIZE,
  EMBEDDING_DIMENSIONS,
  NEVER_EXPIRES_TIMESTAMP,
} from "./contract/constants.ts";
export * from "./contract/types/mod.ts";
export type { EnvReader } from "./env.ts";
export * from "./errors.ts";
export type * from "./methods/account.ts";
export type * from "./methods/agent_playbooks.ts";
export type * from "./methods/generation.ts";
export type * from "./methods/interactions.ts";
export type * from "./methods/profiles.ts";
export type { MethodName, ReflexioMethods } from "./methods/table.ts";
export type * from "./methods/user_playbooks.ts";
export type * from "./options.ts";
export { DEFAULT_URL, type ReflexioClientOptions, type ReflexioLogger } from "./settings.ts";
export type { BoundOptions } from "./runner.ts";
export type { BoundNames, BoundVariant, ReflexioScope, ScopeOptions } from "./view.ts";
export { ReflexioView } from "./view.ts";
export { VERSION } from "./version.ts";
