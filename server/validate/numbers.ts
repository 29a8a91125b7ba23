import { type Invalid, type JsonSchema, refuse, type Run, scalar, type Schema } from "./schema.ts";
import { joinWords } from "./text.ts";

/** Bounds of a number; an absent one does not apply. */
export interface Bounds {
  /** The number must be greater. */
  readonly above?: number;
  /** The number must not be less. */
  readonly atLeast?: number;
  /** The number must not be greater. */
  readonly atMost?: number;
}

/** Digits that the text form of an integer may have. */
const MAX_INTEGER_DIGITS = 4_300;

const INTEGER_TEXT = /^[+-]?\d+(?:_\d+)*(?:\.0+)?$/;
const NUMBER_TEXT =
  /^[+-]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const NON_FINITE_TEXT = /^[+-]?(?:nan|inf|infinity)$/i;

/** Reports the first bound that `value` crosses, in the order that the wire is used to. */
function checkBounds(value: number, bounds: Bounds, run: Run, input: unknown): number | Invalid {
  const { above, atLeast, atMost } = bounds;
  if (atMost !== undefined && !(value <= atMost)) {
    const msg = `Input should be less than or equal to ${atMost}`;
    return refuse(run, "less_than_equal", { msg, input, ctx: { le: atMost } });
  }
  if (atLeast !== undefined && !(value >= atLeast)) {
    const msg = `Input should be greater than or equal to ${atLeast}`;
    return refuse(run, "greater_than_equal", { msg, input, ctx: { ge: atLeast } });
  }
  if (above !== undefined && !(value > above)) {
    const msg = `Input should be greater than ${above}`;
    return refuse(run, "greater_than", { msg, input, ctx: { gt: above } });
  }
  return value;
}

/** Bounds as the documentation shows them. */
function boundsJson({ above, atLeast, atMost }: Bounds): JsonSchema {
  return {
    ...above !== undefined && { exclusiveMinimum: above },
    ...atLeast !== undefined && { minimum: atLeast },
    ...atMost !== undefined && { maximum: atMost },
  };
}

/** The integer in a text, null when there is none, "long" when it has too many digits. */
function integerInText(input: string): number | "long" | null {
  const trimmed = input.trim();
  if (trimmed.length > MAX_INTEGER_DIGITS) return /^[+-]?\d+$/.test(trimmed) ? "long" : null;
  return INTEGER_TEXT.test(trimmed) ? Number(trimmed.replaceAll("_", "")) : null;
}

/** Converts what counts as an integer: whole numbers, booleans, digits as text. */
function toInteger(input: unknown, run: Run): number | Invalid {
  if (typeof input === "number") {
    if (Number.isInteger(input)) return input;
    if (!Number.isFinite(input)) {
      return refuse(run, "finite_number", { msg: "Input should be a finite number", input });
    }
    const msg = "Input should be a valid integer, got a number with a fractional part";
    return refuse(run, "int_from_float", { msg, input });
  }
  if (typeof input === "boolean") return input ? 1 : 0;
  if (typeof input !== "string") {
    return refuse(run, "int_type", { msg: "Input should be a valid integer", input });
  }
  const value = integerInText(input);
  if (value === null) {
    const msg = "Input should be a valid integer, unable to parse string as an integer";
    return refuse(run, "int_parsing", { msg, input });
  }
  if (value === "long") {
    const msg = "Unable to parse input string as an integer, exceeded maximum size";
    return refuse(run, "int_parsing_size", { msg, input });
  }
  return value;
}

/** An integer that a double holds exactly, within `bounds`. */
export function integer(bounds: Bounds = {}): Schema<number> {
  const lower = bounds.above === undefined && bounds.atLeast === undefined
    ? { atLeast: Number.MIN_SAFE_INTEGER }
    : {};
  const whole = { ...lower, atMost: Number.MAX_SAFE_INTEGER, ...bounds };
  return scalar({ type: "integer", ...boundsJson(bounds) }, (input, run) => {
    const value = toInteger(input, run);
    return typeof value === "number" ? checkBounds(value, whole, run, input) : value;
  });
}

/** An integer above 0 of which everything over `max` counts as `max`. */
export function cappedSize(max: number): Schema<number> {
  return scalar({ type: "integer", exclusiveMinimum: 0, "x-cap": max }, (input, run) => {
    const value = toInteger(input, run);
    if (typeof value !== "number") return value;
    const size = checkBounds(value, { above: 0 }, run, input);
    return typeof size === "number" ? Math.min(size, max) : size;
  });
}

/** A finite number within `bounds`. */
export function number(bounds: Bounds = {}): Schema<number> {
  return scalar({ type: "number", ...boundsJson(bounds) }, (input, run) => {
    const value = toNumber(input, run);
    if (typeof value !== "number") return value;
    const inside = checkBounds(value, bounds, run, input);
    return Number.isFinite(inside) || typeof inside !== "number"
      ? inside
      : refuse(run, "finite_number", { msg: "Input should be a finite number", input });
  });
}

/** Converts what counts as a number: numbers, booleans, decimals as text. */
function toNumber(input: unknown, run: Run): number | Invalid {
  if (typeof input === "number") return input;
  if (typeof input === "boolean") return input ? 1 : 0;
  if (typeof input !== "string") {
    return refuse(run, "float_type", { msg: "Input should be a valid number", input });
  }
  const trimmed = input.trim();
  if (NUMBER_TEXT.test(trimmed)) return Number(trimmed.replaceAll("_", ""));
  if (NON_FINITE_TEXT.test(trimmed)) return NaN;
  const msg = "Input should be a valid number, unable to parse string as a number";
  return refuse(run, "float_parsing", { msg, input });
}

const TRUE_WORDS: ReadonlySet<string> = new Set(["true", "t", "yes", "y", "on", "1"]);
const FALSE_WORDS: ReadonlySet<string> = new Set(["false", "f", "no", "n", "off", "0"]);

/** What a text means as a boolean, null when nothing. */
export function booleanInText(input: string): boolean | null {
  const word = input.toLowerCase();
  return TRUE_WORDS.has(word) ? true : FALSE_WORDS.has(word) ? false : null;
}

/** A boolean, or the numbers and words that count as one. */
export const boolean: Schema<boolean> = scalar({ type: "boolean" }, (input, run) => {
  if (typeof input === "boolean") return input;
  if (input === 1) return true;
  if (input === 0) return false;
  if (typeof input === "string" || Number.isInteger(input)) {
    const value = typeof input === "string" ? booleanInText(input) : null;
    if (value !== null) return value;
    const msg = "Input should be a valid boolean, unable to interpret input";
    return refuse(run, "bool_parsing", { msg, input });
  }
  return refuse(run, "bool_type", { msg: "Input should be a valid boolean", input });
});

/** One of a few integers, in every form that counts as an integer. */
export function oneOfIntegers<Value extends number>(values: readonly Value[]): Schema<Value> {
  const expected = joinWords(values.map(String));
  return scalar({ type: "integer", enum: values }, (input, run) => {
    const value = typeof input === "string"
      ? integerInText(input)
      : typeof input === "boolean"
      ? Number(input)
      : input;
    return values.find((known) => known === value) ??
      refuse(run, "enum", { msg: `Input should be ${expected}`, input, ctx: { expected } });
  });
}
