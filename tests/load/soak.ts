/**
 * Calls a server process at a steady rate for many minutes: people come, publish, search, build
 * prompts and leave again, so that the data stay of one size. Every ten seconds memory, latencies,
 * open handles and rows are noted; they end as a CSV and a plot. Ends with 1 when an answer was no
 * success, or when memory grew.
 *
 * Usage: `deno task soak 30` (minutes; options: `--rate 25` calls a second, `--people 200`,
 * `--sample 10` seconds, `--seed 1`, `--out docs/soak`). Less than 20 minutes see data grow.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { seeded } from "../bench/measure.ts";
import { residentMib, type ServerProcess, startServerProcess } from "../support/server_process.ts";
import { plotSvg } from "./line_plot.ts";
import { type SoakCall, SoakMix } from "./soak_calls.ts";

/** Options of {@link soak}. */
export interface SoakOptions {
  /** How long, seconds. */
  readonly seconds: number;
  /** Calls a second. */
  readonly rate: number;
  /** People who are there at once. */
  readonly people: number;
  /** Time between two samples, seconds. */
  readonly sampleSec: number;
  /** Seed of everything random. */
  readonly seed: number;
  /** Told each sample. */
  readonly onSample?: (sample: SoakSample) => void;
}

/** What was seen in one stretch of time. */
export interface SoakSample {
  /** End of the stretch, seconds since the start. */
  readonly atSec: number;
  readonly calls: number;
  /** From the moment a call was due to its whole answer, milliseconds; forgetting not counted. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the server a call, milliseconds: unlike latency not that of other programs. */
  readonly cpuMs: number;
  /** Load of the machine, over a minute. */
  readonly load: number;
  /** Resident memory of the server. */
  readonly rssMib: number;
  /** Open files and sockets of the server. */
  readonly handles: number;
  /** Rows of all kinds. */
  readonly rows: number;
  /** Size of the database file and its log. */
  readonly fileMib: number;
}

/** What a run saw. */
export interface SoakReport {
  readonly samples: readonly SoakSample[];
  readonly calls: number;
  /** Answers that were no success, at most twenty. */
  readonly failures: readonly string[];
  /** Last third against the middle third, percent. */
  readonly growth: {
    readonly rss: number;
    readonly p50: number;
    readonly p99: number;
    readonly cpu: number;
  };
}

/**
 * Most growth of memory, percent. People who leave take what they left with them, so the data stay
 * of one size once the first of them have left (8,000 calls, of 25 a second the first six minutes).
 * Latencies are told, not judged: others use the machine too.
 */
const MOST_GROWTH_PERCENT = 5;

/** Unit of processor times. */
const MS_PER_TICK = 10;

/** A percentile, as a share from 0 to 1. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Entries of a folder, NaN where there is no such folder. */
async function countEntries(path: string): Promise<number> {
  try {
    return (await Array.fromAsync(Deno.readDir(path))).length;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return NaN;
    throw error;
  }
}

/** Processor time a process has taken, milliseconds (Linux); NaN elsewhere. */
async function processorMs(pid: number): Promise<number> {
  try {
    const [, rest = ""] = (await Deno.readTextFile(`/proc/${pid}/stat`)).split(") ");
    const [userTicks, systemTicks] = rest.split(" ").slice(11, 13).map(Number);
    return ((userTicks ?? NaN) + (systemTicks ?? NaN)) * MS_PER_TICK;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return NaN;
    throw error;
  }
}

/** Calls a server and notes what comes of it. */
class Soaker {
  readonly failures: string[] = [];
  calls = 0;
  readonly #server: ServerProcess;
  readonly #kv: string;
  readonly #mix: SoakMix;
  readonly #running: Set<Promise<void>> = new Set();
  #ms: number[] = [];
  #callsBefore = 0;
  #cpuMsBefore = 0;

  constructor(server: ServerProcess, kv: string, mix: SoakMix) {
    this.#server = server;
    this.#kv = kv;
    this.#mix = mix;
  }

  /** Begins the next call, which was due at a moment. */
  begin(dueMs: number): void {
    const work = this.#answer(this.#mix.next(), dueMs).finally(() => this.#running.delete(work));
    this.#running.add(work);
  }

  async #answer(call: SoakCall, dueMs: number): Promise<void> {
    const response = await fetch(this.#server.url + call.path, {
      method: call.method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(call.body),
    });
    const text = await response.text();
    this.calls++;
    if (call.kind !== "forget") this.#ms.push(performance.now() - dueMs);
    const answer: unknown = JSON.parse(text);
    const isGood = response.ok && typeof answer === "object" && answer !== null &&
      "success" in answer && answer.success === true;
    this.#mix.noteAnswer(call, answer);
    const following = this.#mix.follow(call, answer);
    if (!isGood && following.length === 0 && this.failures.length < 20) {
      this.failures.push(`${call.path} ${response.status} ${text.slice(0, 200)}`);
    }
    for (const next of following) await this.#answer(next, performance.now());
  }

  /** What was seen since the last sample. */
  async sample(atSec: number): Promise<SoakSample> {
    const ms = this.#ms;
    const calls = this.calls - this.#callsBefore;
    this.#ms = [];
    this.#callsBefore = this.calls;
    const { pid, url } = this.#server;
    const cpuMs = await processorMs(pid);
    const spentMs = cpuMs - this.#cpuMsBefore;
    this.#cpuMsBefore = cpuMs;
    const sizes = await Promise.all(
      [this.#kv, `${this.#kv}-wal`].map((file) =>
        Deno.stat(file).then(({ size }) => size, () => 0)
      ),
    );
    const status = await (await fetch(`${url}/api/status`)).json();
    const rows = Object.values<number>(status.rows).reduce((sum, count) => sum + count, 0);
    return {
      atSec,
      calls,
      p50Ms: percentile(ms, 0.5),
      p99Ms: percentile(ms, 0.99),
      cpuMs: spentMs / calls,
      load: Deno.loadavg()[0] ?? NaN,
      rssMib: await residentMib(pid) ?? NaN,
      handles: await countEntries(`/proc/${pid}/fd`),
      rows,
      fileMib: Math.round(sizes.reduce((sum, size) => sum + size, 0) / 104_857.6) / 10,
    };
  }

  /** Waits for all calls. */
  async settle(): Promise<void> {
    await Promise.all(this.#running);
  }
}

/** Growth of the median of the last third against that of the middle one, percent. */
function growthOf(samples: readonly SoakSample[], value: (sample: SoakSample) => number): number {
  const third = Math.floor(samples.length / 3);
  const middle = percentile(samples.slice(third, 2 * third).map(value), 0.5);
  const last = percentile(samples.slice(2 * third).map(value), 0.5);
  return Math.round((last / middle - 1) * 1_000) / 10;
}

/** Waits until a moment of the steady clock. */
function until(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms - performance.now())));
}

/** Runs a soak. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { seconds, rate, people, sampleSec, seed } = options;
  const folder = await Deno.makeTempDir({ prefix: "reflexio-soak-" });
  const kv = `${folder}/soak.db`;
  const sampling: Promise<SoakSample>[] = [];
  try {
    await using server = await startServerProcess({ kv });
    const soaker = new Soaker(server, kv, new SoakMix(seeded(seed), people));
    const startMs = performance.now();
    for (let n = 0, nextSec = sampleSec; n / rate < seconds; n++) {
      const dueMs = startMs + n * 1_000 / rate;
      await until(dueMs);
      soaker.begin(dueMs);
      if (n / rate < nextSec) continue;
      // Looking takes time too, and must not hold back the next call.
      const sample = soaker.sample(Math.round(nextSec * 10) / 10);
      sampling.push(sample.then((seen) => {
        options.onSample?.(seen);
        return seen;
      }));
      nextSec += sampleSec;
    }
    await soaker.settle();
    const samples = await Promise.all(sampling);
    return {
      samples,
      calls: soaker.calls,
      failures: soaker.failures,
      growth: {
        rss: growthOf(samples, ({ rssMib }) => rssMib),
        p50: growthOf(samples, ({ p50Ms }) => p50Ms),
        p99: growthOf(samples, ({ p99Ms }) => p99Ms),
        cpu: growthOf(samples, ({ cpuMs }) => cpuMs),
      },
    };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Columns of the CSV. */
const COLUMNS = [
  "atSec",
  "calls",
  "p50Ms",
  "p99Ms",
  "cpuMs",
  "load",
  "rssMib",
  "handles",
  "rows",
  "fileMib",
] as const;

/** Samples as CSV. */
export function soakCsv(samples: readonly SoakSample[]): string {
  const lines = samples.map((sample) =>
    COLUMNS.map((column) => Number(sample[column].toFixed(2))).join(",")
  );
  return [COLUMNS.join(","), ...lines, ""].join("\n");
}

/** Samples as a plot. */
export function soakPlot(samples: readonly SoakSample[], title: string): string {
  const line = (label: string, value: (sample: SoakSample) => number) => ({
    label,
    values: samples.map(value),
  });
  return plotSvg({
    title,
    timesSec: samples.map(({ atSec }) => atSec),
    panels: [
      { title: "Resident memory", unit: "MiB", lines: [line("server", ({ rssMib }) => rssMib)] },
      {
        title: "Time from due to answered",
        unit: "ms",
        lines: [line("p50", ({ p50Ms }) => p50Ms), line("p99", ({ p99Ms }) => p99Ms)],
      },
      {
        title: "Processor time a call",
        unit: "ms",
        lines: [line("server", ({ cpuMs }) => cpuMs)],
      },
      { title: "Load of the machine", unit: "processes", lines: [line("all", ({ load }) => load)] },
      { title: "Open handles", unit: "count", lines: [line("server", ({ handles }) => handles)] },
      { title: "Rows stored", unit: "count", lines: [line("all kinds", ({ rows }) => rows)] },
    ],
  });
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    allowPositionals: true,
    options: {
      rate: { type: "string", default: "25" },
      people: { type: "string", default: "200" },
      sample: { type: "string", default: "10" },
      seed: { type: "string", default: "1" },
      out: { type: "string", default: "docs/soak" },
    },
  });
  const minutes = Number(positionals[0] ?? 30);
  const rate = Number(values.rate);
  // deno-lint-ignore no-console
  const print = console.log;
  const report = await soak({
    seconds: minutes * 60,
    rate,
    people: Number(values.people),
    sampleSec: Number(values.sample),
    seed: Number(values.seed),
    onSample: (sample) => print(JSON.stringify(sample)),
  });
  await Deno.mkdir(values.out, { recursive: true });
  await Deno.writeTextFile(`${values.out}/soak.csv`, soakCsv(report.samples));
  const title = `Soak: ${minutes} minutes at ${rate} calls a second, Deno ${Deno.version.deno}`;
  await Deno.writeTextFile(`${values.out}/soak.svg`, soakPlot(report.samples, title));
  const { calls, failures, growth } = report;
  print(JSON.stringify({ calls, failures, growthPercent: growth, seed: values.seed }, null, 2));
  Deno.exit(failures.length === 0 && !(growth.rss >= MOST_GROWTH_PERCENT) ? 0 : 1);
}
