/**
 * Many growing lists of numbers in one typed array, without an object a list.
 *
 * @module
 */
import { NumberList, withRoom } from "./growable.ts";
import type { PartReader, PartWriter } from "./snapshot_parts.ts";

/** Lists of unsigned 32-bit numbers, numbered from 0. Room comes in powers of two and is reused. */
export class PostingLists {
  #pool: Uint32Array = new Uint32Array(256);
  #used = 0;
  /** One more than the greatest list that has numbers. */
  #count = 0;
  #start: Uint32Array = new Uint32Array(64);
  #length: Uint32Array = new Uint32Array(64);
  #capacityLog2: Uint8Array = new Uint8Array(64);
  #free: NumberList[] = [];

  /** All numbers of all lists; read with {@link startOf} and {@link lengthOf}, never written. */
  get pool(): Uint32Array {
    return this.#pool;
  }

  /** Where a list starts in the pool. */
  startOf(list: number): number {
    return this.#start[list] ?? 0;
  }

  /** How many numbers a list has. */
  lengthOf(list: number): number {
    return this.#length[list] ?? 0;
  }

  /** Memory held, in bytes. */
  get memoryBytes(): number {
    return this.#pool.byteLength + this.#start.byteLength * 2 + this.#capacityLog2.byteLength;
  }

  /** Adds a number at the end of a list, which comes to be when new. */
  push(list: number, value: number): void {
    const length = this.lengthOf(list);
    if (length === 0) this.#open(list);
    else if (length === 1 << (this.#capacityLog2[list] ?? 0)) this.#double(list, length);
    this.#pool[this.startOf(list) + length] = value;
    this.#length[list] = length + 1;
  }

  /** Adds everything to a snapshot: how long lists are, then their numbers without the room between. */
  write(parts: PartWriter): void {
    const lengths = this.#length.slice(0, this.#count);
    let total = 0;
    for (const length of lengths) total += length;
    const numbers = new Uint32Array(total);
    let at = 0;
    for (const [list, length] of lengths.entries()) {
      const start = this.startOf(list);
      numbers.set(this.#pool.subarray(start, start + length), at);
      at += length;
    }
    parts.add(lengths);
    parts.add(numbers);
  }

  /** Takes everything from a snapshot. */
  read(parts: PartReader): void {
    this.#length = parts.nextUint32();
    const numbers = parts.nextUint32();
    this.#count = this.#length.length;
    this.#start = new Uint32Array(this.#count);
    this.#capacityLog2 = new Uint8Array(this.#count);
    this.#used = 0;
    for (const [list, length] of this.#length.entries()) {
      if (length === 0) continue;
      const log2 = 32 - Math.clz32(length - 1);
      this.#capacityLog2[list] = log2;
      this.#start[list] = this.#used;
      this.#used += 1 << log2;
    }
    this.#pool = new Uint32Array(this.#used);
    let at = 0;
    for (const [list, length] of this.#length.entries()) {
      this.#pool.set(numbers.subarray(at, at + length), this.startOf(list));
      at += length;
    }
  }

  #open(list: number): void {
    if (list >= this.#start.length) {
      this.#start = withRoom(this.#start, list + 1);
      this.#length = withRoom(this.#length, list + 1);
      this.#capacityLog2 = withRoom(this.#capacityLog2, list + 1);
    }
    this.#count = Math.max(this.#count, list + 1);
    this.#start[list] = this.#take(0);
    this.#capacityLog2[list] = 0;
  }

  #double(list: number, length: number): void {
    const log2 = this.#capacityLog2[list] ?? 0;
    const from = this.startOf(list);
    const to = this.#take(log2 + 1);
    this.#pool.copyWithin(to, from, from + length);
    (this.#free[log2] ??= new NumberList()).push(from);
    this.#start[list] = to;
    this.#capacityLog2[list] = log2 + 1;
  }

  #take(log2: number): number {
    const free = this.#free[log2];
    if (free && free.length > 0) return free.pop();
    const at = this.#used;
    this.#used += 1 << log2;
    this.#pool = withRoom(this.#pool, this.#used);
    return at;
  }
}
