import { formatCount, formatDuration } from "./age.ts";
import type { Style } from "./style.ts";
import { displayWidth, truncate } from "./width.ts";

/** Where a progress line is drawn. */
export interface ProgressTarget {
  /** Colours and weights. */
  readonly style: Style;
  /** Whether lines may be redrawn; without it nothing is drawn. */
  readonly isLive: boolean;
  /** Cells of a line. */
  readonly columns: number;
  /** Writes text as it is. */
  write(text: string): void;
}

/** State of a long work. */
export interface ProgressState {
  /** Units done. */
  readonly done: number;
  /** Units in all, null when nobody knows. */
  readonly total: number | null;
  /** Short text after the figures. */
  readonly note?: string;
}

/** Least time between two drawings, milliseconds. */
const REDRAW_MS = 80;

const SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

/** One line that shows how far a work is, with rate and time left. */
export class Progress {
  readonly #target: ProgressTarget;
  readonly #label: string;
  readonly #now: () => number;
  readonly #startedMs: number;
  readonly #startedAt: number;
  #drawnMs = -Infinity;
  #frame = 0;
  #isDrawn = false;

  /**
   * @param target Where it is drawn.
   * @param label What is going on.
   * @param options `startedAt`: units that were done before; `now`: clock in milliseconds.
   */
  constructor(
    target: ProgressTarget,
    label: string,
    options: { readonly startedAt?: number; readonly now?: () => number } = {},
  ) {
    this.#target = target;
    this.#label = label;
    this.#now = options.now ?? (() => performance.now());
    this.#startedMs = this.#now();
    this.#startedAt = options.startedAt ?? 0;
  }

  /** Milliseconds since the start. */
  get elapsedMs(): number {
    return this.#now() - this.#startedMs;
  }

  /** Units a second since the start. */
  ratePerSec(done: number): number {
    return (done - this.#startedAt) / Math.max(0.001, this.elapsedMs / 1_000);
  }

  /** Draws the state, unless the last drawing was a moment ago. */
  update(state: ProgressState): void {
    if (!this.#target.isLive) return;
    const nowMs = this.#now();
    if (nowMs - this.#drawnMs < REDRAW_MS && state.done !== state.total) return;
    this.#drawnMs = nowMs;
    this.#frame++;
    this.#isDrawn = true;
    this.#target.write(`\r\x1b[2K${this.line(state)}`);
  }

  /** Removes the line. */
  clear(): void {
    if (this.#isDrawn) this.#target.write("\r\x1b[2K");
    this.#isDrawn = false;
  }

  /** The line for a state, fitted to the width. */
  line({ done, total, note }: ProgressState): string {
    const { style, columns } = this.#target;
    const rate = this.ratePerSec(done);
    const left = total === null || rate <= 0 || done >= total
      ? ""
      : `, ${formatDuration((total - done) / rate * 1_000)} left`;
    const figures = total === null
      ? `${formatCount(done)} · ${formatCount(rate)}/s`
      : `${formatCount(done)}/${formatCount(total)} · ${formatCount(rate)}/s${left}`;
    const tail = note ? `${figures} · ${note}` : figures;
    const head = total === null ? SPINNER[this.#frame % SPINNER.length] ?? "" : "";
    const room = columns - displayWidth(this.#label) - displayWidth(tail) - 3;
    const bar = total === null || room < 8
      ? style.cyan(head)
      : drawBar(Math.min(30, room), total === 0 ? 1 : done / total, style);
    const used = displayWidth(this.#label) + displayWidth(bar) + 2;
    return [this.#label, bar, style.dim(truncate(tail, Math.max(0, columns - used - 1)))]
      .filter((part) => part !== "").join(" ");
  }
}

/** A bar of `cells` that is filled up to `share`. */
function drawBar(cells: number, share: number, style: Style): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * cells);
  return style.cyan("━".repeat(full)) + style.dim("─".repeat(cells - full));
}
