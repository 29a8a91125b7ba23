/**
 * The Reflexio SDK: memory and self-improvement for AI agents.
 *
 * Publish what people and agents say; read back profiles of users, and playbooks of rules that the
 * agent should follow. Runs on Deno, Node, Bun, in browsers and in edge workers, without any
 * dependency.
 *
 * @example
 * ```ts ignore
 * import { ReflexioClient } from "@reflexio/client";
 *
 * await using client = new ReflexioClient({ urlEndpoint: "http://127.0.0.1:8081" });
 * const memory = client.scope({ userId: "ana", agentVersion: "v1" });
 * await memory.publishInteraction({
 *   interactions: [{ role: "user", content: "Please answer in short sentences." }],
 * });
 * const { text } = await memory.context("How should I answer?");
 * ```
 *
 * @module
 */
// Named here, the files of the client are asked for all at once instead of one round after another.
import "./client/background.ts";
import "./client/cache.ts";
import "./client/check.ts";
import "./client/contract/routes.ts";
import "./client/methods/fields.ts";
import "./client/methods/row.ts";
import "./client/methods/rows.ts";
import "./client/polling.ts";
import "./client/retry.ts";
import "./client/runner.ts";
import "./client/transport.ts";

export type { ContextClient } from "./client/adapters/context.ts";
export type { AdapterClient, AdapterOptions } from "./client/adapters/conversation.ts";
export type { PublishingClient, RecorderOptions } from "./client/adapters/recorder.ts";
export type {
  BackgroundFailure,
  BackgroundInfo,
  FlushOptions,
  FlushResult,
} from "./client/background.ts";
export type { CacheOptions } from "./client/cache.ts";
export { type CachedMethod, ReflexioClient, ReflexioView } from "./client/client.ts";
export type * from "./client/client_options.ts";
export * from "./client/context.ts";
export {
  BlockingIssueKind,
  DEFAULT_AGENT_VERSION,
  DEFAULT_BATCH_INTERVAL,
  DEFAULT_BATCH_SIZE,
  EMBEDDING_DIMENSIONS,
  ExtractionPreset,
  NEVER_EXPIRES_TIMESTAMP,
  OperationStatus,
  PlaybookStatus,
  ProfileTimeToLive,
  RegularVsShadow,
  SearchMode,
  Status,
  StorageConfigTest,
  UserActionType,
} from "./client/contract/constants.ts";
export type * from "./client/contract/types/mod.ts";
export * from "./client/errors.ts";
export type * from "./client/methods/account.ts";
export type * from "./client/methods/agent_playbooks.ts";
export type * from "./client/methods/generation.ts";
export type * from "./client/methods/interactions.ts";
export type * from "./client/methods/profiles.ts";
export type { MethodName, ReflexioMethods } from "./client/methods/table.ts";
export type * from "./client/methods/user_playbooks.ts";
export type * from "./client/options.ts";
export type * from "./client/scope.ts";
export { DEFAULT_URL, VERSION } from "./client/settings.ts";
