import { invalid } from "../errors.ts";

/** Seconds of each unit. */
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/**
 * A point in time as Unix seconds: a distance such as `10m`, `2h`, `7d`, or a date.
 *
 * @throws {CliError} `validation` when the text is neither.
 */
export function readSince(text: string, nowSec: number): number {
  const distance = /^(\d+)([smhdw])$/.exec(text.trim());
  if (distance) return nowSec - Number(distance[1]) * (UNITS[distance[2] ?? "s"] ?? 1);
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs)) {
    throw invalid(`--since is ${JSON.stringify(text)}, must be like 10m, 2h, 7d or 2026-01-31`);
  }
  return Math.floor(atMs / 1_000);
}
