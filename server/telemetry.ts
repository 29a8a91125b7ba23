import type { SpanAttributes, Tracing } from "./services/mod.ts";

/** Where a span is in its trace. */
interface SpanContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
  readonly isRemote?: boolean;
}

/** The part of a span that is used. */
interface Span {
  spanContext(): SpanContext;
  setAttributes(attributes: SpanAttributes): unknown;
  setStatus(status: { readonly code: number }): unknown;
  end(): void;
}

/** What surrounds work: the span at hand, among others. */
interface TelemetryContext {
  getValue(key: symbol): unknown;
  setValue(key: symbol, value: unknown): TelemetryContext;
  deleteValue(key: symbol): TelemetryContext;
}

/** Options of a new span. */
interface SpanOptions {
  readonly attributes?: SpanAttributes;
  readonly links?: readonly { readonly context: SpanContext }[];
}

/** Makes spans. */
interface Tracer {
  startSpan(name: string): Span;
  startActiveSpan<T>(
    name: string,
    options: SpanOptions,
    context: TelemetryContext,
    work: (span: Span) => T,
  ): T;
}

/** What the runtime offers; it is OpenTelemetry's interface. */
interface Telemetry {
  readonly tracerProvider: { getTracer(name: string, version?: string): Tracer };
  readonly contextManager: { active(): TelemetryContext };
}

/** Key of the span at hand in a context, as OpenTelemetry names it. */
const SPAN = Symbol.for("OpenTelemetry Context Key SPAN");

/** Status of a span that failed. */
const FAILED = 2;

/** Most causes a span links to. */
const MAX_LINKS = 32;

/** A variable of the process, undefined when it may not be read. */
function processEnv(name: string): string | undefined {
  try {
    return Deno.env.get(name);
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) return undefined;
    throw error;
  }
}

/** The runtime's telemetry when it was switched on at the start of the process, else null. */
function runtimeTelemetry(): Telemetry | null {
  // Asking for a span while it is off ends the process on older versions, so nothing is tried.
  if (processEnv("OTEL_DENO")?.toLowerCase() !== "true") return null;
  if (processEnv("OTEL_SDK_DISABLED")?.toLowerCase() === "true") return null;
  // Older versions have none, and the types of newer ones say nothing of it.
  const { telemetry } = Deno as unknown as { readonly telemetry?: Telemetry };
  try {
    telemetry?.tracerProvider.getTracer("reflexio").startSpan("probe");
    return telemetry ?? null;
  } catch {
    // Switched off in another way, such as by a variable of a later version.
    return null;
  }
}

/** Reads a `traceparent`, null when it is none. */
function parseTraceparent(text: string): SpanContext | null {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(text) ??
      [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  return { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true };
}

/** Spans of this server by the runtime's own OpenTelemetry. */
class RuntimeTracing implements Tracing {
  readonly #telemetry: Telemetry;
  readonly #tracer: Tracer;

  constructor(telemetry: Telemetry, version: string) {
    this.#telemetry = telemetry;
    this.#tracer = telemetry.tracerProvider.getTracer("reflexio", version);
  }

  span: Tracing["span"] = (name, attributes, work) =>
    this.#run(name, { attributes }, this.#telemetry.contextManager.active(), work);

  continuing: Tracing["continuing"] = (causes, name, attributes, work) => {
    const parents = causes.map(parseTraceparent).filter((parent) => parent !== null);
    const [first, ...others] = parents;
    // Whatever span happens to be at hand here did not lead to this work.
    const bare = this.#telemetry.contextManager.active().deleteValue(SPAN);
    const context = first === undefined
      ? bare
      : bare.setValue(SPAN, { spanContext: () => first, isRecording: () => false });
    const links = others.slice(0, MAX_LINKS).map((parent) => ({ context: parent }));
    return this.#run(name, { attributes, links }, context, work);
  };

  traceparent(): string | null {
    const span = this.#telemetry.contextManager.active().getValue(SPAN) as Span | undefined;
    if (span === undefined) return null;
    const { traceId, spanId, traceFlags } = span.spanContext();
    return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
  }

  #run<T>(
    name: string,
    options: SpanOptions,
    context: TelemetryContext,
    work: (note: (attributes: SpanAttributes) => void) => Promise<T>,
  ): Promise<T> {
    return this.#tracer.startActiveSpan(name, options, context, async (span) => {
      try {
        return await work((attributes) => span.setAttributes(attributes));
      } catch (error) {
        // The message of an error may quote what a person wrote.
        span.setAttributes({ "error.type": error instanceof Error ? error.name : "unknown" });
        span.setStatus({ code: FAILED });
        throw error;
      } finally {
        span.end();
      }
    });
  }
}

/**
 * Spans by the runtime's own OpenTelemetry.
 *
 * @returns Null when it is off, or the runtime has none.
 */
export function runtimeTracing(version: string): Tracing | null {
  const telemetry = runtimeTelemetry();
  return telemetry === null ? null : new RuntimeTracing(telemetry, version);
}
