import type { Screen } from "./screen.ts";
import { displayWidth, padEnd, padStart } from "./width.ts";

const BARS = "▁▂▃▄▅▆▇█";

/** A line of small bars, one a value; 0 is the lowest bar. */
export function sparkline(values: readonly number[]): string {
  const top = Math.max(...values, 0);
  return values.map((value) => {
    const level = top === 0 ? 0 : Math.round(value / top * (BARS.length - 1));
    return BARS[level] ?? BARS[0];
  }).join("");
}

/** Counts of time stamps in equal spans of time. */
export function bucketCounts(
  atSec: readonly number[],
  range: { readonly fromSec: number; readonly toSec: number; readonly buckets: number },
): number[] {
  const counts = new Array<number>(range.buckets).fill(0);
  const span = Math.max(1, range.toSec - range.fromSec);
  for (const at of atSec) {
    const index = Math.floor((at - range.fromSec) / span * range.buckets);
    const place = Math.min(range.buckets - 1, Math.max(0, index));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Labels, values and bars whose length shows the value. */
export function barChart(
  rows: readonly (readonly [label: string, value: number])[],
  screen: Screen,
): string {
  const top = Math.max(...rows.map(([, value]) => value), 1);
  const labelCells = Math.max(...rows.map(([label]) => displayWidth(label)));
  const valueCells = Math.max(...rows.map(([, value]) => `${value}`.length));
  const columns = Number.isFinite(screen.columns) ? screen.columns : 80;
  const room = Math.max(4, Math.min(40, columns - labelCells - valueCells - 4));
  return rows.map(([label, value]) => {
    const bar = "█".repeat(value === 0 ? 0 : Math.max(1, Math.round(value / top * room)));
    return `${padEnd(label, labelCells)}  ${padStart(`${value}`, valueCells)}  ${
      screen.style.cyan(bar)
    }`.trimEnd();
  }).join("\n");
}
