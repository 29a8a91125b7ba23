import { StoreError, toStoreError } from "./errors.ts";

/** What compacting did. */
export interface CompactReport {
  /** Bytes of the file and its log before. */
  readonly bytesBefore: number;
  /** Bytes after. */
  readonly bytesAfter: number;
}

/** Bytes of a file, 0 when it is missing. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await Deno.stat(path)).size;
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return 0;
    throw cause;
  }
}

/** Bytes of a database with its write-ahead log. */
async function totalSize(path: string): Promise<number> {
  return await sizeOf(path) + await sizeOf(`${path}-wal`);
}

/**
 * Rewrites a database file without what was removed. Until then SQLite keeps removed rows in free
 * pages of the file and in its write-ahead log; afterwards their bytes are in neither. Stop the
 * servers on the file first. Blocks of the disk that the file gave up are the file system's.
 *
 * @param path The database file.
 * @throws {StoreError} `unavailable` if there is no such file, `busy` if a server has it open.
 */
export async function compactFile(path: string): Promise<CompactReport> {
  if (await sizeOf(path) === 0) {
    throw new StoreError("unavailable", `Cannot compact ${path}: there is no such database file`);
  }
  const bytesBefore = await totalSize(path);
  const { DatabaseSync } = await import("node:sqlite");
  try {
    const database = new DatabaseSync(path);
    try {
      database.exec("PRAGMA busy_timeout = 5000");
      database.exec("PRAGMA secure_delete = ON");
      database.exec("VACUUM");
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      database.close();
    }
  } catch (cause) {
    throw toStoreError(`compact ${path}`, cause);
  }
  return { bytesBefore, bytesAfter: await totalSize(path) };
}
