/** Most lines remembered for an org; the oldest are forgotten. */
const MAX_LINES = 5_000;

/** Lines within which an item that is given out again is not remembered anew: it still is. */
const FRESH_LINES = 2_500;

/** Most orgs with remembered lines. */
const MAX_ORGS = 100;

/** What is given out. */
export interface GivenItem {
  /** Its text, one line or several. */
  readonly content: string;
  /** Fingerprints of its lines, null before it is given out first. Like the rest nobody else's business. */
  prints: readonly number[] | null;
  /** Where they are remembered, null: nowhere. */
  notedIn: Lines | null;
  /** Their time there. */
  notedAt: number;
}

const SPACE = 0x20;

/** Fingerprint of a line, 53 bits, without what copying may change; 0 for an empty one. */
function fingerprint(line: string): number {
  let high = 0x811c9dc5;
  let low = 0x9dc5811c;
  let isEmpty = true;
  let isAfterBlank = false;
  const text = line.toLowerCase();
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= SPACE || unit === 0xa0) {
      isAfterBlank = !isEmpty;
      continue;
    }
    if (isAfterBlank) {
      high = Math.imul(high ^ SPACE, 0x01000193);
      low = Math.imul(low ^ SPACE, 0x85ebca6b);
      isAfterBlank = false;
    }
    isEmpty = false;
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  return isEmpty ? 0 : (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** Fingerprints of the lines of a text that are not empty. */
function printsOf(text: string): number[] {
  const lines = text.includes("\n") ? text.split("\n") : [text];
  return lines.map(fingerprint).filter((print) => print !== 0);
}

/** An item with a text that was not given out yet. */
export function givenItem(content: string): GivenItem {
  return { content, prints: null, notedIn: null, notedAt: 0 };
}

/** Lines given out by one org, by when they were last. */
class Lines {
  /** Number of the last time, by fingerprint. */
  readonly #timeOf = new Map<number, number>();
  #time = 0;

  note(item: GivenItem): void {
    if (item.notedIn === this && this.#time - item.notedAt < FRESH_LINES) return;
    item.prints ??= printsOf(item.content);
    for (const print of item.prints) this.#timeOf.set(print, ++this.#time);
    item.notedIn = this;
    item.notedAt = this.#time;
    // Sorting costs, so it is left until there are twice as many, or somebody asks.
    if (this.#timeOf.size >= 2 * MAX_LINES) this.#forgetOldest();
  }

  has(print: number): boolean {
    if (this.#timeOf.size > MAX_LINES) this.#forgetOldest();
    return this.#timeOf.has(print);
  }

  #forgetOldest(): void {
    const byAge = [...this.#timeOf].sort(([, a], [, b]) => a - b);
    for (const [print] of byAge.slice(0, byAge.length - MAX_LINES)) this.#timeOf.delete(print);
  }
}

/**
 * Fingerprints of lines that searches gave out. A host that pastes them into a turn of the user, in whatever
 * frame, must not teach them again. Kept in memory: a prompt is built moments before it comes back.
 */
export class GivenOut {
  readonly #orgs = new Map<string, Lines>();

  /** Remembers items that are given out. */
  note(org: string, ...found: readonly (readonly GivenItem[])[]): void {
    const lines = this.#orgs.get(org) ?? new Lines();
    this.#orgs.delete(org);
    this.#orgs.set(org, lines);
    for (const items of found) {
      for (const item of items) lines.note(item);
    }
    for (const oldest of this.#orgs.keys()) {
      if (this.#orgs.size <= MAX_ORGS) break;
      this.#orgs.delete(oldest);
    }
  }

  /** Whether a line is one that was given out. */
  has(org: string, line: string): boolean {
    return this.#orgs.get(org)?.has(fingerprint(line)) ?? false;
  }
}
