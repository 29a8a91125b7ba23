import type { MigrationProgress, MigrationReport } from "../../server/mod.ts";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { formatCount, formatDuration, plural } from "../render/age.ts";
import { maskUrl } from "../render/mask.ts";
import type { Progress } from "../render/progress.ts";
import type { Result } from "../result.ts";
import { cipherOf, refuseWhileServed, requireDataFile } from "../services/data_file.ts";
import { loadServer } from "../services/server_code.ts";

/** `migrate`: copies a whole database to another place and compares both. */
export async function migrate(context: Context): Promise<Result> {
  const { out, interrupt } = context;
  const from = place(context, "from");
  const to = place(context, "to");
  await requireDataFile(from, "Name it with --from PATH");
  const cipher = await cipherOf(context);
  const signal = interrupt.take();
  const progress = new MigrationLine(context);
  const startedMs = performance.now();
  const server = await loadServer();
  let report: MigrationReport;
  try {
    report = await server.migrate({
      from,
      to,
      cipher,
      signal,
      onProgress: (state) => progress.show(state),
    });
  } catch (error) {
    if (signal.aborted) out.note("Run it again: it goes on where it was");
    throw error;
  } finally {
    progress.clear();
  }
  const { orgs, keys, bytes, tables, changed } = report;
  out.note(
    `${formatCount(changed)} of ${plural(keys, "key")} written in ${
      formatDuration(performance.now() - startedMs)
    }, ${formatCount(bytes)} bytes in all`,
  );
  out.note(`Both sides hold the same keys and values: SHA-256 ${report.targetSha256}`);
  const [source, target] = [maskUrl(from), maskUrl(to)];
  return {
    data: {
      from: source,
      to: target,
      orgs,
      keys,
      bytes,
      tables,
      changed,
      source_sha256: report.sourceSha256,
      target_sha256: report.targetSha256,
    },
    human: () => `Migrated ${plural(keys, "key")} of ${plural(orgs, "org")} to ${target}`,
  };
}

/** One of the two databases: a file that no server uses, or an address. */
function place(context: Context, flag: "from" | "to"): string {
  const kv = context.input.required(flag);
  if (kv === ":memory:") {
    throw invalid(`--${flag} is :memory:, which nobody else sees`, "Name a file or a URL");
  }
  refuseWhileServed(context, kv);
  return kv;
}

/** What is done at the moment, as one line on a terminal. */
class MigrationLine {
  readonly #context: Context;
  #line: Progress | null = null;
  #phase = "";
  #total: number | null = null;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Draws the state; a new line for each pass. */
  show({ phase, round, keys, changed }: MigrationProgress): void {
    const name = `${phase} ${round}`;
    if (name !== this.#phase) {
      this.clear();
      this.#phase = name;
      this.#line = this.#context.out.progress(phase === "copy" ? "Copying" : "Comparing");
    }
    const total = phase === "verify" ? this.#total : null;
    this.#line?.update({ done: keys, total, note: `${formatCount(changed)} differed` });
    if (phase === "copy") this.#total = keys;
  }

  /** Removes it. */
  clear(): void {
    this.#line?.clear();
  }
}
