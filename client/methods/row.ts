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
import type { MethodExtras, RowDraft } from "./table.ts";

/** Fields a method takes: those of the body, or of the query of an endpoint without a body. */
type InputOf<N extends EndpointName> = RequestOf<N> extends null ? QueryOf<N> : RequestOf<N>;

/** Checks of an answer's fields; those without one are passed on unread. */
type AnswerModel<N extends EndpointName> = { readonly [K in keyof ResponseOf<N>]?: Check };

/** Makes the row of one method, which goes to endpoint `N`. */
export function row<N extends EndpointName>(
  fields: InputOf<N> extends null ? null : Model<InputOf<N>>,
  answer: AnswerModel<N>,
  extras?: MethodExtras,
): RowDraft {
  const model = fields as Readonly<Record<string, Check>> | null;
  return {
    options: Object.fromEntries(Object.keys(model ?? {}).map((field) => [optionOf(field), field])),
    input: model && readerOf(model),
    answer: record(() => answer as Readonly<Record<string, Check>>, true),
    ...extras,
  };
}

/** Reads the fields of a request, and their rule. */
function readerOf(model: Readonly<Record<string, Check>>): Check {
  const fields = record(() => model);
  return "start_time" in model ? ruled(fields, timesInOrder) : fields;
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
function timesInOrder(
  value: Record<string, unknown>,
  _path: string,
  issues: ReflexioIssue[],
): void {
  const [start, end] = [value["start_time"], value["end_time"]].map(toMs);
  if (start !== undefined && end !== undefined && end <= start) {
    refuse(issues, "end_time", "must be later than the start");
  }
}

/** A time filter in Unix milliseconds; undefined when absent. Large numbers are milliseconds. */
function toMs(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  const count = Number(value);
  if (Number.isNaN(count)) {
    // A time without a zone means UTC to the server, and local time to `Date`.
    const isLocal = /[Tt ][\d:.]+$/.test(`${value}`);
    return Date.parse(isLocal ? `${value}Z` : `${value}`);
  }
  return Math.abs(count) > 2e10 ? count : count * 1000;
}

/** Name of the option for a field: the same word in camel case, but the turns of a publish are `interactions`. */
export function optionOf(field: string): string {
  return field === "interaction_data_list" ? "interactions" : toCamel(field);
}

/** `mostRecentK` to `most_recent_k`: an option or a method as it is called on the wire. */
export function toSnake(name: string): string {
  // The first pattern of a program is slow to compile; capitals come before small letters.
  return Array.from(name, (letter) => letter < "a" ? `_${letter.toLowerCase()}` : letter).join("");
}

/** `most_recent_k` to `mostRecentK`. */
export function toCamel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
