/**
 * Where features go: to their names, for training and to be looked at, or to numbers, to be looked up fast.
 *
 * @module
 */

/** Takes the features of a unit; a feature is a kind with one or two words. */
export interface FeatureSink {
  /** Adds a feature, once or more. */
  add(kind: string, first: string, second?: string): void;
}

/** Collects the names of features, each once. */
export class FeatureNames implements FeatureSink {
  readonly #names = new Set<string>();
  readonly #prefix: string;

  /** @param prefix What each name begins with. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  add(kind: string, first: string, second?: string): void {
    const name = `${this.#prefix}${kind}:${first}`;
    this.#names.add(second === undefined ? name : `${name} ${second}`);
  }

  /** The names, in the order in which they came. */
  all(): string[] {
    return [...this.#names];
  }
}

/** Start and factor of FNV-1a with 32 bits (Fowler, Noll and Vo, 1991). */
const FNV_START = 0x811c9dc5;
const FNV_FACTOR = 0x01000193;

/** Goes on with a number over the characters of a text. */
function hashed(number: number, text: string): number {
  let out = number;
  for (let at = 0; at < text.length; at++) {
    out = Math.imul(out ^ text.charCodeAt(at), FNV_FACTOR);
  }
  return out;
}

/** The number of a name; the same as that of its parts in {@link FeatureCodes}. */
export function codeOf(name: string): number {
  return hashed(FNV_START, name);
}

/** Collects the numbers of features; no text is made on the way. */
export class FeatureCodes implements FeatureSink {
  readonly #codes: number[] = [];
  /** Begins each name. */
  readonly #start: number;

  /** @param prefix What each name begins with. */
  constructor(prefix: string) {
    this.#start = hashed(FNV_START, prefix);
  }

  add(kind: string, first: string, second?: string): void {
    let code = hashed(hashed(hashed(this.#start, kind), ":"), first);
    if (second !== undefined) code = hashed(hashed(code, " "), second);
    this.#codes.push(code);
  }

  /** The numbers, in the order in which they came. */
  all(): readonly number[] {
    return this.#codes;
  }
}
