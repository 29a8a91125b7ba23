/** Shortest beat, milliseconds: while many users are learnt from, one run stands for all found in it. */
const MIN_BEAT_MS = 1_000;

/** Longest beat, milliseconds. */
const MAX_BEAT_MS = 32_000;

/** Parts of the time of which aggregating takes at most one. */
const SHARE = 10;

/** Most names and versions that are remembered. */
const MAX_KNOWN = 1_000;

/**
 * How often user playbooks are aggregated of themselves: at whole multiples of a beat, which is a
 * power of two of seconds, long enough for aggregating to take a tenth of the time at most. A run
 * reads all playbooks of a name and version, so without a pace a large org would do little else.
 */
export class AggregationPace {
  readonly #beatsMs = new Map<string, number>();

  /** Notes how long a run took, milliseconds; `key` names org, playbook name and version. */
  note(key: string, tookMs: number): void {
    let beatMs = MIN_BEAT_MS;
    while (beatMs < MAX_BEAT_MS && beatMs < tookMs * SHARE) beatMs *= 2;
    this.#beatsMs.delete(key);
    this.#beatsMs.set(key, beatMs);
    for (const oldest of this.#beatsMs.keys()) {
      if (this.#beatsMs.size <= MAX_KNOWN) break;
      this.#beatsMs.delete(oldest);
    }
  }

  /** When what is found now is aggregated, Unix milliseconds. */
  nextMs(key: string, nowMs: number): number {
    const beatMs = this.#beatsMs.get(key) ?? MIN_BEAT_MS;
    return Math.ceil(nowMs / beatMs) * beatMs;
  }
}
