import type { MetricFamily, MetricSample } from "../services/handlers.ts";
import type { RequestRecord } from "./options.ts";

/** Upper bounds of the latency buckets, seconds. */
const BUCKETS_SEC: readonly number[] = [
  0.001,
  0.0025,
  0.005,
  0.01,
  0.025,
  0.05,
  0.1,
  0.25,
  0.5,
  1,
  2.5,
  10,
  60,
];

/** Most combinations of labels a family keeps; later ones are counted together under `other`. */
const MAX_SERIES = 5_000;

/** Content type of Prometheus text. */
export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Answers of one route, method and status. */
interface CountedAnswers extends MetricSample {
  value: number;
}

/** Methods that are counted by name. */
const METHODS: ReadonlySet<string> = new Set([
  "GET",
  "POST",
  "HEAD",
  "OPTIONS",
  "DELETE",
  "PUT",
  "PATCH",
]);

/** Calls and durations of one route. */
class RouteCounter {
  count = 0;
  totalSec = 0;
  /** Calls above the bound before and up to this one. */
  readonly buckets: number[] = BUCKETS_SEC.map(() => 0);
  /** Answers by method and status. */
  readonly samples: Map<string, Map<number, CountedAnswers>> = new Map();

  add(sec: number): void {
    this.count++;
    this.totalSec += sec;
    const bucket = BUCKETS_SEC.findIndex((bound) => sec <= bound);
    if (bucket >= 0) this.buckets[bucket] = (this.buckets[bucket] ?? 0) + 1;
  }
}

/** Options of {@link RequestMetrics}. */
export interface RequestMetricsOptions {
  /**
   * Whether requests are also counted by org. The names of orgs are then visible to whoever may
   * read the metrics.
   * @default false
   */
  readonly byOrg?: boolean;
}

/** Counts requests by route, method and status. Paths are those of the route table, never as sent. */
export class RequestMetrics {
  readonly #byOrg: boolean;
  readonly #routes: Map<string, RouteCounter> = new Map();
  /** By route, method and status, in the order of their first answer. */
  readonly #answers: CountedAnswers[] = [];
  readonly #orgs: Map<string, number> = new Map();

  constructor(options: RequestMetricsOptions = {}) {
    this.#byOrg = options.byOrg ?? false;
  }

  /** Counts an answer. */
  record({ method, path, status, ms, org }: RequestRecord): void {
    const route = path ?? "other";
    let counter = this.#routes.get(route);
    if (counter === undefined) this.#routes.set(route, counter = new RouteCounter());
    counter.add(ms / 1_000);
    this.#answersOf(counter, { route, method, status }).value++;
    if (this.#byOrg && org !== null) {
      const name = this.#orgs.has(org) || this.#orgs.size < MAX_SERIES ? org : "other";
      this.#orgs.set(name, (this.#orgs.get(name) ?? 0) + 1);
    }
  }

  /** The count of a route's answers to a method with a status. */
  #answersOf(
    { samples }: RouteCounter,
    { route, method, status }: Pick<RequestRecord, "method" | "status"> & {
      readonly route: string;
    },
  ): CountedAnswers {
    const known = METHODS.has(method) ? method : "other";
    let byStatus = samples.get(known);
    if (byStatus === undefined) samples.set(known, byStatus = new Map());
    let counted = byStatus.get(status);
    if (counted === undefined) {
      counted = { labels: { route, method: known, status: `${status}` }, value: 0 };
      byStatus.set(status, counted);
      this.#answers.push(counted);
    }
    return counted;
  }

  /** What was counted. */
  families(): MetricFamily[] {
    const families: MetricFamily[] = [
      {
        name: "reflexio_http_requests_total",
        help: "Answers by route, method and status",
        type: "counter",
        samples: [...this.#answers],
      },
      {
        name: "reflexio_http_request_duration_seconds",
        help: "Time from arrival to answer by route",
        type: "histogram",
        samples: [...this.#routes].flatMap(([route, counter]) => durationSamples(route, counter)),
      },
    ];
    if (!this.#byOrg) return families;
    return [...families, {
      name: "reflexio_http_requests_by_org_total",
      help: "Answers by org",
      type: "counter",
      samples: [...this.#orgs].map(([org, value]) => ({ labels: { org }, value })),
    }];
  }
}

/** The samples of one histogram. */
function durationSamples(route: string, counter: RouteCounter): MetricSample[] {
  let value = 0;
  const buckets = BUCKETS_SEC.map((bound, n): MetricSample => {
    value += counter.buckets[n] ?? 0;
    return { suffix: "_bucket", labels: { route, le: `${bound}` }, value };
  });
  return [
    ...buckets,
    { suffix: "_bucket", labels: { route, le: "+Inf" }, value: counter.count },
    { suffix: "_sum", labels: { route }, value: counter.totalSec },
    { suffix: "_count", labels: { route }, value: counter.count },
  ];
}

/** A label's value as the text format wants it. */
function escapeLabel(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

/** One line. */
function sampleLine(name: string, { suffix, labels, value }: MetricSample): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escapeLabel(text)}"`);
  return `${name}${suffix ?? ""}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}`;
}

/** Metrics in the text format of Prometheus. */
export function metricsText(families: readonly MetricFamily[]): string {
  return families.map(({ name, help, type, samples }) =>
    [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map((sample) => sampleLine(name, sample)),
      "",
    ].join("\n")
  ).join("");
}
