/** A map that forgets its oldest entries: its keys come from configurations, which may be many. */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #capacity: number;

  /** Makes an empty map of at most `capacity` entries, at least 1. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The value, made and kept when there is none. */
  getOrMake(key: string, make: () => Value): Value {
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const value = make();
    if (this.#entries.size >= this.#capacity) {
      const oldest = this.#entries.keys().next();
      if (!oldest.done) this.#entries.delete(oldest.value);
    }
    this.#entries.set(key, value);
    return value;
  }

  /** All values, oldest first. */
  values(): Value[] {
    return [...this.#entries.values()];
  }
}
