import { assertEquals } from "@std/assert";
import { runSchema } from "../../tests/contract/run_schema.ts";
import { endsAfterStart, timeBound } from "./time_bound.ts";

/** Seconds and text of a time that is accepted. */
function read(input: unknown): [number | undefined, string | undefined] {
  const { value } = runSchema(timeBound, input);
  return [value?.epochSec, value?.text];
}

Deno.test("H-131 H-191 timeBound reads date, time, fraction and zone in every spelling", () => {
  assertEquals(read("2026-01-01T00:00:00Z"), [1_767_225_600, "2026-01-01T00:00:00+00:00"]);
  assertEquals(read("2026-01-01t00:00z"), [1_767_225_600, "2026-01-01T00:00:00+00:00"]);
  assertEquals(read("2026-01-01 05:30:00+05:30"), [1_767_225_600, "2026-01-01T05:30:00+05:30"]);
  assertEquals(read("2026-01-01_05:30:00,5+0530"), [
    1_767_225_600.5,
    "2026-01-01T05:30:00.500000+05:30",
  ]);
  assertEquals(read("2025-12-31T19:00:00.1234567-05:00"), [
    1_767_225_600.123456,
    "2025-12-31T19:00:00.123456-05:00",
  ]);
});

Deno.test("H-192 timeBound reads a bare date as midnight", () => {
  assertEquals(read("2026-01-01"), [1_767_225_600, "2026-01-01T00:00:00+00:00"]);
  assertEquals(read("0001-01-01")[0], -62_135_596_800);
  assertEquals(read("2024-02-29")[0], 1_709_164_800);
});

Deno.test("H-193 timeBound reads seconds, and milliseconds above 20,000,000,000", () => {
  assertEquals(read(1_767_225_600)[0], 1_767_225_600);
  assertEquals(read("1767225600.5")[0], 1_767_225_600.5);
  assertEquals(read("-1"), [-1, "1969-12-31T23:59:59+00:00"]);
  assertEquals(read(20_000_000_000)[0], 20_000_000_000);
  assertEquals(read(20_000_000_001)[0], 20_000_000.001);
  assertEquals(read("5.")[0], 5);
});

Deno.test("H-194 timeBound refuses booleans, lists and maps", () => {
  for (const input of [true, [], {}]) {
    assertEquals(runSchema(timeBound, input).types, ["datetime_type"]);
  }
});

Deno.test("H-195 timeBound refuses other texts and says why", () => {
  const bad = [
    "",
    "soon",
    " 2026-01-01",
    "2026-01-01 ",
    "2026-01-01T10",
    "2026-1-1",
    "2026-W01",
    "2026-02-30",
    "2026-13-01",
    "0000-01-01",
    "2026-01-01T24:00",
    "2026-01-01T10:60",
    "2026-01-01T10:00:60",
    "2026-01-01T10:00:00.",
    "2026-01-01T10:00+24:00",
    "2026-01-01T10:00+05",
    "1e3",
  ];
  for (const input of bad) {
    const [issue] = runSchema(timeBound, input).issues;
    assertEquals(issue?.type, "datetime_from_date_parsing", input);
    assertEquals(issue?.msg, `Input should be a valid datetime or date, ${issue?.ctx?.error}`);
  }
});

Deno.test("H-196 timeBound refuses numbers past the year 9999", () => {
  for (const input of [300_000_000_000_000, 1e15, -1e15, JSON.parse("1e400")]) {
    assertEquals(runSchema(timeBound, input).types, ["datetime_parsing"]);
  }
});

Deno.test("H-197 H-198 a time without a zone means UTC and compares with one that has a zone", () => {
  assertEquals(read("2026-01-01T12:00")[0], read("2026-01-01T13:00+01:00")[0]);
});

Deno.test("H-138 endsAfterStart() refuses an empty range by exact values", () => {
  const at = (epochSec: number) => ({ epochSec, text: "" });
  assertEquals(endsAfterStart({ start_time: at(1), end_time: at(1.5) }), null);
  assertEquals(endsAfterStart({ start_time: at(1), end_time: null }), null);
  assertEquals(endsAfterStart({ start_time: null, end_time: null }), null);
  assertEquals(typeof endsAfterStart({ start_time: at(1), end_time: at(1) }), "string");
  assertEquals(typeof endsAfterStart({ start_time: at(2), end_time: at(1) }), "string");
});
