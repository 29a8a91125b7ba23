/**
 * Typed arrays that grow.
 *
 * @module
 */

/** The typed arrays an index is made of. */
export type Numbers = Uint8Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** How much longer an array becomes that is too short: each step moves it, each spare number costs. */
const GROWTH = 1.25;

/**
 * Makes room for `length` numbers: the same array when it has it, else a longer one in its place.
 *
 * @param array All of its memory; a longer one takes it over, so that it and views of it are empty then.
 */
export function withRoom<T extends Numbers>(array: T, length: number): T {
  if (length <= array.length) return array;
  const Constructor = array.constructor as new (memory: ArrayBuffer) => T;
  const room = Math.max(length, Math.ceil(array.length * GROWTH), 16);
  // The old memory is given back at once; that of a copied array waits to be collected. No array
  // of an index is shared between threads.
  const memory = array.buffer as ArrayBuffer;
  return new Constructor(memory.transfer(room * array.BYTES_PER_ELEMENT));
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
