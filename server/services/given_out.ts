/** Most lines remembered for an org; the oldest are forgotten. */
const MAX_LINES = 5_000;

/** Most orgs with remembered lines. */
const MAX_ORGS = 100;

/** A line without what copying may change. */
function folded(line: string): string {
  return line.trim().replace(/\s+/g, " ").toLowerCase();
}

/** Fingerprint of a line, 53 bits; the text itself is not kept. */
function fingerprint(line: string): number {
  let high = 0x811c9dc5;
  let low = 0x9dc5811c;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/**
 * Fingerprints of lines that searches gave out. A host that pastes them into a turn of the user, in whatever
 * frame, must not teach them again. Kept in memory: a prompt is built moments before it comes back.
 */
export class GivenOut {
  readonly #orgs = new Map<string, Set<number>>();

  /** Remembers texts that are given out. */
  note(org: string, texts: Iterable<string>): void {
    const lines = this.#orgs.get(org) ?? new Set<number>();
    this.#orgs.delete(org);
    this.#orgs.set(org, lines);
    for (const given of texts) {
      for (const line of given.split("\n")) {
        const text = folded(line);
        if (text === "") continue;
        const print = fingerprint(text);
        lines.delete(print);
        lines.add(print);
      }
    }
    for (const oldest of lines) {
      if (lines.size <= MAX_LINES) break;
      lines.delete(oldest);
    }
    for (const oldest of this.#orgs.keys()) {
      if (this.#orgs.size <= MAX_ORGS) break;
      this.#orgs.delete(oldest);
    }
  }

  /** Whether a line is one that was given out. */
  has(org: string, line: string): boolean {
    return this.#orgs.get(org)?.has(fingerprint(folded(line))) ?? false;
  }
}
