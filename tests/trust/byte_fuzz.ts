/**
 * Calls of every endpoint with bytes flipped, cut, doubled and put in: no answer may be 5xx, none
 * may be missing, and memory must not grow. Memory is compared after a warm-up, in which code is
 * compiled and bounded caches fill, and with garbage collected first: otherwise the figure says how
 * lazy the collector is.
 *
 * Usage: `deno run -A --unstable-kv --v8-flags=--expose-gc tests/trust/byte_fuzz.ts` (options:
 * `--calls 200000`, `--warm-up 50000`, `--seed 1`).
 *
 * @module
 */
import { parseArgs } from "node:util";
import { createReflexio } from "../../server/mod.ts";
import { seeded } from "../bench/measure.ts";
import { LOAD_TABLE, type LoadName, requestOf } from "../load/calls.ts";

/** Options of {@link fuzzBytes}. */
export interface ByteFuzzOptions {
  /** Calls. */
  readonly calls: number;
  /**
   * Calls before memory is first looked at.
   * @default a quarter of all
   */
  readonly warmUpCalls?: number;
  /** Seed of everything random. */
  readonly seed: number;
}

/** What a run did and found. */
export interface ByteFuzzReport {
  readonly calls: number;
  readonly seconds: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Resident memory after the warm-up and at the end, MiB. */
  readonly rssMib: readonly [warm: number, end: number];
  /** Heap in use, likewise. */
  readonly heapMib: readonly [warm: number, end: number];
  /** Growth of the resident memory, percent. */
  readonly growthPercent: number;
  /** Whether garbage was collected before each look. */
  readonly isCollected: boolean;
  /** Answers that must not be, each with what repeats it. */
  readonly failures: readonly string[];
}

/** Growth of the memory from which a run counts as failed, percent. */
const MOST_GROWTH_PERCENT = 20;

/** Longest wait for an answer, milliseconds. */
const ANSWER_MS = 20_000;

/** Texts that parsers and stores trip over. */
const NASTY: readonly string[] = [
  "\u0000",
  "\ud800",
  "\\ud800",
  "\u202e",
  "1e999",
  "-0",
  "9007199254740993",
  "__proto__",
  "constructor",
  "[".repeat(200),
  '{"a":'.repeat(100),
  "\uffff#",
  "%00",
  "../../etc/passwd",
  "a".repeat(5_000),
];

const NAMES = Object.keys(LOAD_TABLE) as LoadName[];

/** Makes mutated requests from a seed. */
class Mutator {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #pick<T>(values: readonly T[], otherwise: T): T {
    return values[this.#below(values.length)] ?? otherwise;
  }

  /** Bytes with one to four changes. */
  bytes(original: Uint8Array): Uint8Array<ArrayBuffer> {
    let bytes = new Uint8Array(original);
    for (let n = this.#below(4); n >= 0; n--) bytes = this.#change(bytes);
    return bytes;
  }

  #change(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    const at = this.#below(bytes.length + 1);
    const to = at + this.#below(Math.min(40, bytes.length - at + 1));
    const head = bytes.subarray(0, at);
    const tail = bytes.subarray(to);
    switch (this.#below(6)) {
      case 0: {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << this.#below(8));
        return flipped;
      }
      case 1:
        return joined(head, tail);
      case 2:
        return joined(head, bytes.subarray(at, to), bytes.subarray(at));
      case 3:
        return joined(head, new TextEncoder().encode(this.#pick(NASTY, "")), tail);
      case 4:
        return joined(head, Uint8Array.from({ length: 4 }, () => this.#below(256)), tail);
      default:
        return head.slice();
    }
  }

  /** A request that was one of an endpoint. */
  request(): Request {
    const { path, init } = requestOf(this.#pick(NAMES, "health"), this.#random);
    const headers = new Headers(init.headers);
    if (this.#random() < 0.05) {
      headers.set(
        "Content-Type",
        this.#pick(["text/plain", "application/x-www-form-urlencoded"], ""),
      );
    }
    if (this.#random() < 0.1) {
      headers.set("Idempotency-Key", this.#pick(["k", "x".repeat(3_000)], ""));
    }
    const encoded = new TextEncoder().encode(path.replace("wait_for_response=true", ""));
    const target = this.#random() < 0.15
      ? encodeURI(new TextDecoder().decode(this.bytes(encoded)).toWellFormed()).replace(/^\/*/, "/")
      : path.replace("wait_for_response=true", "");
    const method = init.method ?? "GET";
    const body = typeof init.body === "string"
      ? this.bytes(new TextEncoder().encode(init.body))
      : undefined;
    const url = URL.canParse(`http://localhost${target}`) ? target : "/";
    return new Request(`http://localhost${url}`, {
      method,
      headers,
      ...body === undefined ? {} : { body },
    });
  }
}

/** Byte arrays one after another. */
function joined(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** Collects garbage, where the runtime was started with `--expose-gc`. */
const collect: unknown = Reflect.get(globalThis, "gc");

/** Resident memory and heap in use, MiB. */
function memoryMib(): { readonly rss: number; readonly heap: number } {
  if (typeof collect === "function") collect();
  const { rss, heapUsed } = Deno.memoryUsage();
  return { rss: Math.round(rss / 1_048_576), heap: Math.round(heapUsed / 1_048_576) };
}

/** Sends mutated calls, one after another, to a server in memory. */
export async function fuzzBytes(options: ByteFuzzOptions): Promise<ByteFuzzReport> {
  const statuses: Record<string, number> = {};
  const failures: string[] = [];
  const mutator = new Mutator(seeded(options.seed));
  await using reflexio = await createReflexio({
    onFailure: ({ path, error }) => {
      failures.push(`${path}: ${error instanceof Error ? error.stack : String(error)}`);
    },
  });
  const startedMs = performance.now();
  const warmUpCalls = options.warmUpCalls ?? Math.floor(options.calls / 4);
  let warm = memoryMib();
  for (let n = 0; n < options.calls && failures.length < 10; n++) {
    const request = mutator.request();
    const place = `call ${n} of seed ${options.seed}: ${request.method} ${
      request.url.slice(0, 200)
    }`;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>((resolve) => timer = setTimeout(() => resolve(null), ANSWER_MS));
    const response = await Promise.race([reflexio.fetch(request), late]);
    clearTimeout(timer);
    if (response === null) failures.push(`${place} was not answered`);
    else {
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      const text = await response.text();
      if (response.status >= 500) {
        failures.push(`${place}: ${response.status} ${text.slice(0, 300)}`);
      }
    }
    if (n === warmUpCalls) warm = memoryMib();
  }
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  const end = memoryMib();
  return {
    calls: options.calls,
    seconds,
    statuses,
    rssMib: [warm.rss, end.rss],
    heapMib: [warm.heap, end.heap],
    growthPercent: Math.round((end.rss / warm.rss - 1) * 1_000) / 10,
    isCollected: typeof collect === "function",
    failures,
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: {
      calls: { type: "string", default: "200000" },
      "warm-up": { type: "string", default: "50000" },
      seed: { type: "string", default: "1" },
    },
  });
  const report = await fuzzBytes({
    calls: Number(values.calls),
    warmUpCalls: Number(values["warm-up"]),
    seed: Number(values.seed),
  });
  // deno-lint-ignore no-console
  console.log(JSON.stringify(report, null, 2));
  const isFlat = !report.isCollected || report.growthPercent < MOST_GROWTH_PERCENT;
  Deno.exit(report.failures.length === 0 && isFlat ? 0 : 1);
}
