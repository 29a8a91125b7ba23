/**
 * How long ago, as people say it: `8s ago`, `3m ago`, `2h ago`, `5d ago`, from 30 days on the date.
 *
 * @param atSec Unix seconds; 0 or absent: `unknown`.
 * @param nowSec Unix seconds.
 */
export function formatAge(atSec: number | null | undefined, nowSec: number): string {
  if (!atSec || !Number.isFinite(atSec) || atSec < 0) return "unknown";
  const ageSec = Math.max(0, Math.floor(nowSec - atSec));
  if (ageSec < 60) return `${ageSec}s ago`;
  if (ageSec < 3_600) return `${Math.floor(ageSec / 60)}m ago`;
  if (ageSec < 86_400) return `${Math.floor(ageSec / 3_600)}h ago`;
  if (ageSec < 30 * 86_400) return `${Math.floor(ageSec / 86_400)}d ago`;
  const date = new Date(atSec * 1_000);
  return Number.isNaN(date.getTime()) ? "unknown" : date.toISOString().slice(0, 10);
}

/** A duration in milliseconds: `12 ms`, `3.4 s`, `2 min 5 s`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor(seconds % 3_600 / 60)} min`;
}

/** A whole number with a comma between thousands. */
export function formatCount(count: number): string {
  return Math.round(count).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** `1 turn`, `2 turns`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
