/**
 * Many orgs with the same users and the same ids call everything at random; every text of an org
 * carries its marker. Any answer, header, log line or metric with a foreign marker is a leak.
 *
 * Usage: `deno run -A --unstable-kv tests/trust/isolation.ts` (options: `--orgs 50`,
 * `--calls 100000`, `--seed 1`).
 *
 * @module
 */
import { parseArgs } from "node:util";
import { createReflexio, parseApiKeys, type Reflexio } from "../../server/mod.ts";
import { seeded } from "../bench/measure.ts";
import { drawEndpoint, requestOf } from "../load/calls.ts";

/** Options of {@link checkIsolation}. */
export interface IsolationOptions {
  /** Orgs. */
  readonly orgs: number;
  /** Calls of all orgs together. */
  readonly calls: number;
  /** Seed of everything random. */
  readonly seed: number;
}

/** What a run did and found. */
export interface IsolationReport {
  readonly orgs: number;
  readonly calls: number;
  readonly seconds: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers that held the marker of their own org. */
  readonly marked: number;
  readonly leaks: readonly string[];
}

/** Fields whose texts get the marker. */
const MARKED = new Set(["content", "trigger", "rationale", "source", "session_id", "query"]);

/** Extensions that are called beside the contract's endpoints. */
const EXTENSIONS = ["/api/status", "/api/jobs", "/api/explain_declined?limit=20"];

/** Every marker has this form. */
const MARKER = /mk-(\d+)-zq/g;

/** Calls after which background work is waited for. */
const DRAIN_EVERY = 500;

/** Calls at the same time. */
const CONCURRENCY = 16;

/** The marker of an org. */
function markerOf(org: number): string {
  return `mk-${org}-zq`;
}

/** A body with the marker in its texts. */
function marked(value: unknown, marker: string): unknown {
  if (Array.isArray(value)) return value.map((part) => marked(part, marker));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      MARKED.has(key) && typeof part === "string" ? `${part} ${marker}` : marked(part, marker),
    ]),
  );
}

/** A run under way. */
class Run {
  readonly statuses: Record<string, number> = {};
  readonly leaks: string[] = [];
  marked = 0;
  readonly #reflexio: Reflexio;
  readonly #options: IsolationOptions;
  readonly #random: () => number;

  constructor(reflexio: Reflexio, options: IsolationOptions) {
    this.#reflexio = reflexio;
    this.#options = options;
    this.#random = seeded(options.seed);
  }

  /** Looks for markers that must not be in a text; `org` null: none may be. */
  look(text: string, org: number | null, place: string): void {
    for (const [found, digits] of text.matchAll(MARKER)) {
      if (org !== null && Number(digits) === org) this.marked++;
      else this.leaks.push(`${place} of org ${org} holds ${found}`);
    }
  }

  /** One random call of a random org. */
  async call(): Promise<void> {
    const random = this.#random;
    const org = Math.floor(random() * this.#options.orgs);
    const isStranger = random() < 0.01;
    const key = isStranger ? "key-of-nobody" : `key-${org}`;
    const { path, init } = this.#draw(org);
    const headers = new Headers(init.headers);
    headers.set("Authorization", `Bearer ${key}`);
    const request = new Request(`http://localhost${path}`, { ...init, headers });
    const response = await this.#reflexio.fetch(request);
    const text = await response.text();
    this.statuses[response.status] = (this.statuses[response.status] ?? 0) + 1;
    this.look(text + JSON.stringify([...response.headers]), isStranger ? null : org, path);
    if (isStranger && response.status !== 401 && path.startsWith("/api/")) {
      this.leaks.push(`${path} answered ${response.status} to an unknown key`);
    }
    // Runs over a whole org may take longer than a request may; they go on.
    if (response.status >= 500 && response.status !== 504) {
      this.leaks.push(`${path} answered ${response.status}: ${text}`);
    }
  }

  #draw(org: number): { readonly path: string; readonly init: RequestInit } {
    const random = this.#random;
    if (random() < 0.02) {
      const path = EXTENSIONS[Math.floor(random() * EXTENSIONS.length)] ?? "/api/status";
      return { path, init: {} };
    }
    const { path, init } = requestOf(drawEndpoint(random), random);
    if (typeof init.body !== "string") return { path, init };
    const body = JSON.stringify(marked(JSON.parse(init.body), markerOf(org)));
    return { path: path.replace("wait_for_response=true", ""), init: { ...init, body } };
  }
}

/** Lets all orgs call at random, and looks at everything that comes out. */
export async function checkIsolation(options: IsolationOptions): Promise<IsolationReport> {
  const keys = Array.from({ length: options.orgs }, (_, n) => `org${n}:key-${n}`).join(",");
  const lines: string[] = [];
  const env: Record<string, string> = { REFLEXIO_METRICS_TOKEN: "scraper" };
  await using reflexio = await createReflexio({
    apiKeys: await parseApiKeys(keys),
    env: (name) => env[name],
    log: (level, message) => void lines.push(`${level} ${message}`),
    onRequest: (record) => {
      if (lines.length < 10_000) lines.push(JSON.stringify(record));
    },
  });
  const run = new Run(reflexio, options);
  const startedMs = performance.now();
  let made = 0;
  const caller = async () => {
    while (made < options.calls && run.leaks.length < 20) {
      made++;
      await run.call();
      // What the calls set off is done on the way, so that runs do not wait behind thousands of jobs.
      if (made % DRAIN_EVERY === 0) await reflexio.drain();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, caller));
  for (const line of lines) run.look(line, null, "A log line");
  const scrape = new Request("http://localhost/metrics", {
    headers: { Authorization: "Bearer scraper" },
  });
  run.look(await (await reflexio.fetch(scrape)).text(), null, "/metrics");
  return {
    orgs: options.orgs,
    calls: made,
    seconds: Math.round((performance.now() - startedMs) / 100) / 10,
    statuses: run.statuses,
    marked: run.marked,
    leaks: run.leaks,
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: {
      orgs: { type: "string", default: "50" },
      calls: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
    },
  });
  const report = await checkIsolation({
    orgs: Number(values.orgs),
    calls: Number(values.calls),
    seed: Number(values.seed),
  });
  // deno-lint-ignore no-console
  console.log(JSON.stringify(report, null, 2));
  Deno.exit(report.leaks.length === 0 ? 0 : 1);
}
