import type { TimeBound } from "../../client/contract/mod.ts";
import { named, refuse, type Run, scalar, type Schema } from "./schema.ts";

/** Numbers up to this count as seconds, above it as milliseconds. */
const MAX_SECONDS = 20_000_000_000;

/** First instant of year 1 and last whole second of year 9999, Unix seconds. */
const FIRST_SEC = -62_135_596_800;
const LAST_SEC = 253_402_300_799;

/** A reading of a time, or the reason why it is none. */
type Reading = { readonly bound: TimeBound } | { readonly reason: string };

const NUMERIC_TEXT = /^[+-]?\d+(?:\.\d*)?$/;
const DATE_TEXT = /^(\d{4})-(\d\d)-(\d\d)(.*)$/s;
const CLOCK_TEXT =
  /^[Tt _](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:([Zz])|([+\u2212-])(\d\d):?(\d\d))?$/;

/** Two digits. */
function pad(value: number): string {
  return String(value).padStart(2, "0");
}

/** ISO 8601 text of an instant, with the offset it was given in. */
function isoText(epochMs: number, micros: number, offsetMinutes: number): string {
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const fraction = micros === 0 ? "" : `.${String(micros).padStart(6, "0")}`;
  const minutes = Math.abs(offsetMinutes);
  const sign = offsetMinutes < 0 ? "-" : "+";
  return `${local}${fraction}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** A bound from whole seconds and microseconds. */
function boundOf(seconds: number, micros: number, offsetMinutes: number): Reading {
  const epochSec = seconds + micros / 1e6;
  return { bound: { epochSec, text: isoText(seconds * 1000, micros, offsetMinutes) } };
}

/** Reads Unix seconds, or milliseconds when they are too many for seconds. */
function readNumber(value: number): Reading {
  const seconds = Math.abs(value) <= MAX_SECONDS ? value : value / 1000;
  if (!(seconds < LAST_SEC + 1)) {
    return { reason: "dates after 9999 are not supported as unix timestamps" };
  }
  if (seconds < FIRST_SEC) {
    return { reason: "dates before year 1 are not supported as unix timestamps" };
  }
  const whole = Math.floor(seconds);
  const micros = Math.min(Math.round((seconds - whole) * 1e6), 999_999);
  return boundOf(whole, micros, 0);
}

/** Days of a month; 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Seconds of the clock part and its zone; midnight UTC when there is none. */
function readClock(
  rest: string,
): { seconds: number; micros: number; offsetMinutes: number } | string {
  if (rest === "") return { seconds: 0, micros: 0, offsetMinutes: 0 };
  const match = CLOCK_TEXT.exec(rest);
  if (match === null) return "the time after the date cannot be read";
  const [, hour, minute, second = "0", fraction = "", , sign, zoneHour = "0", zoneMinute = "0"] =
    match;
  if (Number(hour) > 23) return "hour value is outside expected range of 0-23";
  if (Number(minute) > 59) return "minute value is outside expected range of 0-59";
  if (Number(second) > 59) return "second value is outside expected range of 0-59";
  const offset = Number(zoneHour) * 60 + Number(zoneMinute);
  if (Number(zoneMinute) > 59 || offset >= 24 * 60) return "timezone offset is 24 hours or more";
  return {
    seconds: Number(hour) * 3600 + Number(minute) * 60 + Number(second),
    micros: Number(fraction.slice(0, 6).padEnd(6, "0")),
    offsetMinutes: sign === undefined || sign === "+" ? offset : -offset,
  };
}

/** Reads a date, with or without a time of day. */
function readText(input: string): Reading {
  if (NUMERIC_TEXT.test(input)) return readNumber(Number(input));
  const match = DATE_TEXT.exec(input);
  if (match === null) {
    return { reason: input.length < 10 ? "input is too short" : "the date cannot be read" };
  }
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  if (year === 0) return { reason: "year 0 is out of range" };
  if (month < 1 || month > 12) return { reason: "month value is outside expected range of 1-12" };
  if (day < 1 || day > daysIn(year, month)) {
    return { reason: "day value is outside expected range" };
  }
  const clock = readClock(match[4] ?? "");
  if (typeof clock === "string") return { reason: clock };
  const { seconds, micros, offsetMinutes } = clock;
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day) / 1000;
  return boundOf(midnight + seconds - offsetMinutes * 60, micros, offsetMinutes);
}

/** Reads a number or text and reports what cannot be read. */
function parseTime(input: unknown, run: Run): ReturnType<Schema<TimeBound>["parse"]> {
  if (typeof input !== "string" && typeof input !== "number") {
    return refuse(run, "datetime_type", { msg: "Input should be a valid datetime", input });
  }
  const isText = typeof input === "string";
  const reading = isText ? readText(input) : readNumber(input);
  if ("bound" in reading) return reading.bound;
  const { reason } = reading;
  return refuse(run, isText ? "datetime_from_date_parsing" : "datetime_parsing", {
    msg: `Input should be a valid ${isText ? "datetime or date" : "datetime"}, ${reason}`,
    input,
    ctx: { error: reason },
  });
}

/** A time bound of a query: RFC 3339 text, a date, or Unix seconds (milliseconds above 2e10). */
export const timeBound: Schema<TimeBound> = named(
  "TimeFilter",
  scalar(
    {
      anyOf: [
        { type: "string", format: "date-time" },
        { type: "string", format: "date" },
        { type: "number" },
      ],
    },
    parseTime,
  ),
);

/** Rule of every time range: it must not be empty. */
export function endsAfterStart(
  { start_time, end_time }: {
    readonly start_time: TimeBound | null;
    readonly end_time: TimeBound | null;
  },
): string | null {
  const isEmpty = start_time !== null && end_time !== null &&
    end_time.epochSec <= start_time.epochSec;
  return isEmpty ? "end_time must be later than start_time" : null;
}
