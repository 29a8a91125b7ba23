import type { JobHandler, JobRun } from "../jobs/mod.ts";
import type { Call, Handlers } from "./handlers.ts";
import { LEARNING_SERVICES, type LearningPayload } from "./job_kinds.ts";

/** What is said of a span; never anything that a person wrote, no id of a user, no key. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** Adds to what is said of the span at hand. */
export type NoteSpan = (attributes: SpanAttributes) => void;

/** Tells an observer what takes how long, and what led to what. */
export interface Tracing {
  /** Does work as a part of what is being done. */
  span<T>(
    name: string,
    attributes: SpanAttributes,
    work: (note: NoteSpan) => Promise<T>,
  ): Promise<T>;
  /**
   * Does work that earlier work led to, in this process or another.
   *
   * @param causes What `traceparent` gave there; none: the work stands for itself.
   */
  continuing<T>(
    causes: readonly string[],
    name: string,
    attributes: SpanAttributes,
    work: () => Promise<T>,
  ): Promise<T>;
  /** Names what is being done, as the W3C's trace context does; null when nobody observes. */
  traceparent(): string | null;
}

/** Nobody observes. */
export const NO_TRACING: Tracing = {
  span: (_name, _attributes, work) => work(() => {}),
  continuing: (_causes, _name, _attributes, work) => work(),
  traceparent: () => null,
};

/** Verbs of which the searches are spans. */
export function withSearchSpans(handlers: Handlers, tracing: Tracing): Handlers {
  if (tracing === NO_TRACING) return handlers;
  const wrapped = Object.entries(handlers).map(([name, handle]) => {
    // The table pairs each name with its own function.
    const verb = handle as (call: Call) => Promise<unknown>;
    if (!name.startsWith("search")) return [name, verb];
    const kind = name === "search" ? "all" : name.slice("search_".length);
    const attributes = { "reflexio.search.kind": kind };
    return [name, (call: Call) => tracing.span("search", attributes, () => verb(call))];
  });
  return Object.fromEntries(wrapped) as Handlers;
}

/** What led to the jobs of a run. */
function causesOf(run: JobRun): string[] {
  return run.jobs.flatMap(({ payload }) => {
    const isObject = typeof payload === "object" && payload !== null;
    // Jobs of learning say it, others have no such field.
    const { trace } = isObject ? payload as Partial<LearningPayload> : {};
    return typeof trace === "string" ? [trace] : [];
  });
}

/** Handlers of jobs whose runs are spans. */
export function withRunSpans(
  handlers: Readonly<Record<string, JobHandler>>,
  tracing: Tracing,
): Readonly<Record<string, JobHandler>> {
  if (tracing === NO_TRACING) return handlers;
  const wrapped = Object.entries(handlers).map(([kind, handle]): [string, JobHandler] => {
    const name = LEARNING_SERVICES.some((service) => service === kind)
      ? `learn ${kind}`
      : `job ${kind}`;
    return [kind, (run) => {
      const attributes = { "reflexio.job.kind": kind, "reflexio.job.count": run.jobs.length };
      return tracing.continuing(causesOf(run), name, attributes, () => handle(run));
    }];
  });
  return Object.fromEntries(wrapped);
}
