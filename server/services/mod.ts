/**
 * The verbs of the API, and the durable work behind them. HTTP validates before them and writes
 * their answers; they know stores, indexes, learners and jobs.
 *
 * @module
 */
export { storageLabel } from "./account.ts";
export { AggregationPace } from "./aggregation_pace.ts";
export { LearningGate } from "./learning_gate.ts";
export { createHandlers } from "./create_handlers.ts";
export type { Learners, ServiceDeps } from "./deps.ts";
export { DEFAULT_CONFIG } from "./org_config.ts";
export { type Embedder, Embedders } from "./embedders.ts";
export { ServiceError, type ServiceErrorKind, type ServiceErrorOptions } from "./errors.ts";
export { createExtensions } from "./extensions.ts";
export type {
  Call,
  Extension,
  ExtensionCall,
  Extensions,
  Handlers,
  MetricFamily,
  MetricSample,
  PageName,
  ServiceName,
} from "./handlers.ts";
export { GivenOut } from "./given_out.ts";
export { IndexPool } from "./index_pool.ts";
export { createJobHandlers } from "./job_handlers.ts";
export { NO_TRACING, type NoteSpan, type SpanAttributes, type Tracing } from "./tracing.ts";
export { probeServer, serverMetrics } from "./watching.ts";
export { parseOwnPatterns, type RedactionRules } from "./redaction.ts";
export { parseStorageLimits, StorageGuard } from "./storage_limit.ts";
export { parseRetentionDays, type RetentionDays } from "./retention_days.ts";
export type { RetentionSettings, ServerSettings } from "./settings.ts";
