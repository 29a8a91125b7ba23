import type { Status } from "../constants.ts";

/**
 * Records whose status is in the list; null inside the list selects current records. An empty list
 * disables the filter (every status).
 */
export type StatusFilter = readonly Status[];

/**
 * Time bound of a query: RFC 3339 text, a bare date, or Unix seconds (milliseconds above 2e10).
 * Compared in whole seconds, both ends inclusive; text without a zone means UTC.
 */
export type TimeFilter = string | number;

/** Who speaks: any text, of which these are the usual ones. */
export type Role = "user" | "assistant" | "system" | "User" | (string & Record<never, never>);

/** A service that learns, by name. A server may have more of them. */
export type LearningService =
  | "profile_generation"
  | "playbook_generation"
  | (string & Record<never, never>);

/** Result of deleting many records. */
export interface BulkDeleteResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Records that were deleted. */
  readonly deleted_count: number;
  /** Outcome in words. */
  readonly message: string;
}

/** Body of a plain refusal. */
export interface ErrorDetail {
  /** What was refused and why. */
  readonly detail: string;
}

/** Body of a 429. Note the key. */
export interface RateLimitError {
  /** "Rate limit exceeded: " plus the limit, for example "60 per 1 minute". */
  readonly error: string;
}

/** One violated rule. */
export interface ValidationIssue {
  /**
   * Stable machine code: missing, string_type, int_parsing, int_from_float, bool_parsing,
   * float_parsing, enum, greater_than, greater_than_equal, less_than_equal, too_short, list_type,
   * dict_type, value_error, datetime_from_date_parsing, datetime_type, url_parsing, url_scheme,
   * url_too_long, model_attributes_type, json_invalid.
   */
  readonly type: string;
  /**
   * Path: "body" or "query", then keys and list indexes. Cross-field rules point at the object
   * that holds the fields.
   */
  readonly loc: readonly (string | number)[];
  /** Readable. Own rules start with "Value error, ". */
  readonly msg: string;
  /**
   * The refused value; null for an absent body or query value, the enclosing object for an absent
   * field.
   */
  readonly input: unknown;
  /** Facts of the rule, for example {"gt": 0}; {"error": {}} for value_error. */
  readonly ctx?: Readonly<Record<string, unknown>>;
}

/** All violations of one request, in field order. */
export interface HTTPValidationError {
  /** What was refused and why. */
  readonly detail: readonly ValidationIssue[];
}
