/**
 * Typed arrays that grow.
 *
 * @module
 */

/** The typed arrays an index is made of. */
export type Numbers = Uint8Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** Makes room for `length` numbers: the same array when it has it, else a larger copy. */
export function withRoom<T extends Numbers>(array: T, length: number): T {
  if (length <= array.length) return array;
  const Constructor = array.constructor as new (size: number) => T;
  const grown = new Constructor(Math.max(length, Math.ceil(array.length * 1.5), 16));
  grown.set(array);
  return grown;
}

/** A list of unsigned 32-bit numbers in one typed array. */
export class NumberList {
  /** The numbers; only the first `length` count. */
  values: Uint32Array = new Uint32Array(16);
  /** How many numbers there are. */
  length = 0;

  /** Adds a number at the end. */
  push(value: number): void {
    if (this.length === this.values.length) this.values = withRoom(this.values, this.length + 1);
    this.values[this.length++] = value;
  }

  /** Takes the last number off; 0 when there is none. */
  pop(): number {
    return this.length === 0 ? 0 : this.values[--this.length] ?? 0;
  }
}
