/** Most lines remembered for an org; the oldest are forgotten. */
const MAX_LINES = 5_000;

/** Most orgs with remembered lines. */
const MAX_ORGS = 100;

/** A line without what copying may change. */
function folded(line: string): string {
  return line.trim().replace(/\s+/g, " ").toLowerCase();
}

/**
 * Lines of items that searches gave out. A host that pastes them into a turn of the user, in whatever
 * frame, must not teach them again. Kept in memory: a prompt is built moments before it comes back.
 */
export class GivenOut {
  readonly #orgs = new Map<string, Set<string>>();

  /** Remembers texts that are given out. */
  note(org: string, texts: Iterable<string>): void {
    const lines = this.#orgs.get(org) ?? new Set<string>();
    this.#orgs.delete(org);
    this.#orgs.set(org, lines);
    for (const text of texts) {
      for (const line of text.split("\n")) {
        const key = folded(line);
        if (key === "") continue;
        lines.delete(key);
        lines.add(key);
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
    return this.#orgs.get(org)?.has(folded(line)) ?? false;
  }
}
