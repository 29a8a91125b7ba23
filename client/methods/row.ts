import {
  type Check,
  flag,
  type Model,
  nullable,
  or,
  record,
  refuse,
  ruled,
  text,
} from "../check.ts";
import type { EndpointName, QueryOf, RequestOf, ResponseOf } from "../contract/endpoint_types.ts";
import type { ReflexioIssue } from "../errors.ts";

/**
 * How a method runs: `wait` for the answer, `background` always, `optional` waiting, `rerun` with an
 * optional wait that watches the run, or `publish`.
 */
export type MethodMode = "wait" | "background" | "optional" | "rerun" | "publish";

/** Everything about a method that its call needs. */
export interface MethodRow {
  /** Where it goes. */
  readonly endpoint: EndpointName;
  /** Names of the fields it takes, as on the wire. */
  readonly fields: readonly string[];
  /** Reads the fields; null when there are none. */
  readonly input: Check | null;
  /** Reads the answer. */
  readonly answer: Check;
  /** How it runs. */
  readonly mode: MethodMode;
  /** Whether sending it twice does no more than sending it once. */
  readonly safe: boolean;
  /** Whether its answers are cached. */
  readonly cached: boolean;
  /** Whether a whole request record may be given instead of single options. */
  readonly takesRequest: boolean;
  /** Options whose wire name is not their own name in snake case. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Name of the option that is the whole body. */
  readonly wholeBody: string | null;
}

/** A rule over several fields of a request. */
type Rule = Parameters<typeof ruled>[1];

/** What {@link row} may be told besides the place and the fields. */
interface RowExtras extends Partial<Omit<MethodRow, "endpoint" | "fields" | "input" | "answer">> {
  readonly rule?: Rule;
}

/** Fields a method takes: those of the body, or of the query of an endpoint without a body. */
type InputOf<N extends EndpointName> = RequestOf<N> extends null ? QueryOf<N> : RequestOf<N>;

/** Checks of an answer's fields; those without one are passed on unread. */
type AnswerModel<N extends EndpointName> = { readonly [K in keyof ResponseOf<N>]?: Check };

/** Makes the row of one method. */
export function row<N extends EndpointName>(
  endpoint: N,
  fields: InputOf<N> extends null ? null : Model<InputOf<N>>,
  answer: AnswerModel<N>,
  { rule, ...extras }: RowExtras = {},
): MethodRow {
  const model = fields as Readonly<Record<string, Check>> | null;
  const input = model && record(model);
  return {
    endpoint,
    fields: Object.keys(model ?? {}),
    input: input && rule ? ruled(input, rule) : input,
    answer: record(answer as Readonly<Record<string, Check>>, true),
    mode: "wait",
    safe: false,
    cached: false,
    takesRequest: false,
    renamed: {},
    wholeBody: null,
    ...extras,
  };
}

/** Makes the row of a method with one option that is the whole body, sent as it was given. */
export function wholeBodyRow<N extends EndpointName>(
  endpoint: N,
  option: string,
  required: { readonly [K in keyof RequestOf<N>]?: Check },
  answer: AnswerModel<N>,
): MethodRow {
  const body = record(required as Readonly<Record<string, Check>>, true);
  const model = { [option]: body } as unknown as InputOf<N> extends null ? null : Model<InputOf<N>>;
  return row(endpoint, model, answer, { safe: true, wholeBody: option });
}

/** Field of answers that say whether it was done. */
export const success: { readonly success: Check } = { success: flag };

/** Fields of answers with a `message`. */
export const withMessage: { readonly success: Check; readonly message: Check } = {
  success: flag,
  message: or(text, ""),
};

/** Fields of answers with a `msg`. */
export const withMsg: { readonly success: Check; readonly msg: Check } = {
  success: flag,
  msg: nullable(text),
};

/** Rule: a time range must not be empty or reversed. */
export function timesInOrder(
  value: Record<string, unknown>,
  _path: string,
  issues: ReflexioIssue[],
): void {
  const [start, end] = [value["start_time"], value["end_time"]].map(toMs);
  if (start !== undefined && end !== undefined && end <= start) {
    refuse(issues, "end_time", "order", "is not later than start_time, must be later");
  }
}

/** A time filter in Unix milliseconds; undefined when absent. Large numbers are milliseconds. */
function toMs(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  const count = Number(value);
  if (Number.isNaN(count)) {
    // A time without a zone means UTC to the server, and local time to `Date`.
    const isLocal = /[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(`${value}`);
    return Date.parse(isLocal ? `${value}Z` : `${value}`);
  }
  return Math.abs(count) > 2e10 ? count : count * 1000;
}
