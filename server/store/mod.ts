/**
 * The only room that touches Deno KV: durable rows by org, atomic units of work of any size,
 * leased ids, and views in memory that follow a change log.
 *
 * @module
 */
export type * from "./rows.ts";
export type * from "./types.ts";
export type * from "./report_types.ts";
export * from "./kinds.ts";
export * from "./plain.ts";
export { StoreError, type StoreErrorKind, type StoreErrorOptions } from "./errors.ts";
export { openStore } from "./open.ts";
export {
  createCipher,
  type EncryptionKey,
  type KeyedCipher,
  parseEncryptionKeys,
} from "./encryption.ts";
export {
  migrate,
  type MigrateOptions,
  type MigrationProgress,
  type MigrationReport,
} from "./migrate.ts";
export { type ResealOptions, type ResealReport, resealValues } from "./reseal.ts";
export { compactFile, type CompactReport } from "./compact.ts";
