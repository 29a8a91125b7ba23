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

  /** Adds everything to a snapshot. */
  write(parts: PartWriter): void {
    parts.addJson([
      this.#used,
      this.#free.map((free) => free ? [...free.values.subarray(0, free.length)] : []),
    ]);
    parts.add(this.#pool.subarray(0, this.#used));
    parts.add(this.#start);
    parts.add(this.#length);
    parts.add(this.#capacityLog2);
  }

  /** Takes everything from a snapshot. */
  read(parts: PartReader): void {
    const [used, free] = parts.nextJson() as [number, number[][]];
    this.#used = used;
    this.#free = free.map((places) => {
      const list = new NumberList();
      for (const place of places) list.push(place);
      return list;
    });
    this.#pool = parts.nextUint32();
    this.#start = parts.nextUint32();
    this.#length = parts.nextUint32();
    this.#capacityLog2 = parts.next().slice();
  }

  #open(list: number): void {
    if (list >= this.#start.length) {
      this.#start = withRoom(this.#start, list + 1);
      this.#length = withRoom(this.#length, list + 1);
      this.#capacityLog2 = withRoom(this.#capacityLog2, list + 1);
    }
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
