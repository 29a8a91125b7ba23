/** A span as it came in. */
export interface CollectedSpan {
  readonly name: string;
  /** Who made it. */
  readonly scope: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty when it has none. */
  readonly parentSpanId: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly links: readonly string[];
}

/** A place that takes traces, metrics and logs by OTLP over HTTP. */
export interface OtlpCollector extends AsyncDisposable {
  /** Base URL for `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly url: string;
  /** Spans so far. */
  readonly spans: readonly CollectedSpan[];
  /** Everything that came in, as text. */
  readonly texts: readonly string[];
  /** Waits until the spans that came in satisfy a condition. */
  until(holds: (spans: readonly CollectedSpan[]) => boolean): Promise<void>;
}

/** A span of the JSON form of OTLP. */
interface WireSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes?: readonly {
    readonly key: string;
    readonly value: Readonly<Record<string, unknown>>;
  }[];
  readonly links?: readonly { readonly spanId: string }[];
}

/** A request of the JSON form of OTLP. */
interface WireTraces {
  readonly resourceSpans?: readonly {
    readonly scopeSpans: readonly {
      readonly scope: { readonly name: string };
      readonly spans: readonly WireSpan[];
    }[];
  }[];
}

function spansOf(text: string): CollectedSpan[] {
  const { resourceSpans = [] } = JSON.parse(text) as WireTraces;
  return resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ scope, spans }) =>
      spans.map((span) => ({
        name: span.name,
        scope: scope.name,
        traceId: span.traceId,
        spanId: span.spanId,
        parentSpanId: span.parentSpanId ?? "",
        attributes: Object.fromEntries(
          (span.attributes ?? []).map(({ key, value }) => [key, String(Object.values(value)[0])]),
        ),
        links: (span.links ?? []).map(({ spanId }) => spanId),
      }))
    )
  );
}

/** Starts a collector on a free port of the loopback. */
export function startOtlpCollector(): OtlpCollector {
  const spans: CollectedSpan[] = [];
  const texts: string[] = [];
  let changed = Promise.withResolvers<void>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const text = new TextDecoder("latin1").decode(await request.bytes());
      texts.push(text);
      const isJson = request.headers.get("content-type") === "application/json";
      if (isJson && new URL(request.url).pathname === "/v1/traces") {
        // Names and attributes of ours are ASCII; the latin1 text is as good.
        spans.push(...spansOf(text));
      }
      changed.resolve();
      changed = Promise.withResolvers();
      return Response.json({});
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    spans,
    texts,
    until: async (holds) => {
      while (!holds(spans)) await changed.promise;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
