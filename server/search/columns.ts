/**
 * Filter columns as typed arrays over document slots.
 *
 * @module
 */
import { withRoom } from "./growable.ts";
import { normalise } from "./fold.ts";
import type { PartReader, PartWriter } from "./snapshot_parts.ts";
import type { ColumnFilter, ColumnType, ColumnValue } from "./types.ts";

/** Code of an absent value. */
const ABSENT = 0;

/** Clears the marks of slots that fail a condition. */
type Sieve = (passing: Uint8Array) => void;

/** A column of texts, or of lists of texts, each distinct value kept once. */
class KeywordColumn {
  #codes: Uint32Array = new Uint32Array(16);
  readonly #values: (string | readonly string[] | null)[] = [null];
  readonly #codeOfKey = new Map<string, number>();
  /** How many slots have each code. */
  #slotsOfCode: Uint32Array = new Uint32Array(16);

  get memoryBytes(): number {
    return this.#codes.byteLength + this.#slotsOfCode.byteLength + this.#values.length * 100;
  }

  /** Sets the value of a new slot. */
  set(slot: number, value: string | readonly string[] | null): void {
    this.#codes = withRoom(this.#codes, slot + 1);
    const code = value === null ? ABSENT : this.#internedCode(value);
    this.#codes[slot] = code;
    this.#countSlot(code);
  }

  #internedCode(value: string | readonly string[]): number {
    const key = typeof value === "string" ? value : JSON.stringify(value);
    const known = this.#codeOfKey.get(key);
    if (known !== undefined) return known;
    const code = this.#values.push(value) - 1;
    this.#codeOfKey.set(key, code);
    return code;
  }

  #countSlot(code: number): void {
    this.#slotsOfCode = withRoom(this.#slotsOfCode, code + 1);
    this.#slotsOfCode[code] = (this.#slotsOfCode[code] ?? 0) + 1;
  }

  get(slot: number): string | readonly string[] | null {
    return this.#values[this.#codes[slot] ?? ABSENT] ?? null;
  }

  write(parts: PartWriter, slots: number): void {
    parts.addJson(this.#values);
    this.#codes = withRoom(this.#codes, slots);
    parts.add(this.#codes.slice(0, slots));
  }

  read(parts: PartReader): void {
    for (const value of (parts.nextJson() as (string | readonly string[] | null)[]).slice(1)) {
      this.#values.push(value);
      const key = typeof value === "string" ? value : JSON.stringify(value);
      this.#codeOfKey.set(key, this.#values.length - 1);
    }
    this.#codes = parts.nextUint32();
    for (const code of this.#codes) this.#countSlot(code);
  }

  /** A number that two slots share exactly when their values are equal. */
  codeOf(slot: number): number {
    return this.#codes[slot] ?? ABSENT;
  }

  sieve(filter: ColumnFilter): Sieve {
    if (filter.op === "eq") return this.#keepCode(this.#codeOfWanted(filter.value));
    const test = keywordTest(filter);
    const accepted = Uint8Array.from(this.#values, (value) => test(value) ? 1 : 0);
    const codes = this.#codes;
    return (passing) => {
      for (let slot = 0; slot < passing.length; slot++) {
        passing[slot] = (passing[slot] ?? 0) & (accepted[codes[slot] ?? ABSENT] ?? 0);
      }
    };
  }

  #codeOfWanted(wanted: string | number | null): number {
    return wanted === null ? ABSENT : this.#codeOfKey.get(String(wanted)) ?? -1;
  }

  #keepCode(code: number): Sieve {
    const codes = this.#codes;
    const found = this.#slotsOfCode[code] ?? 0;
    if (found === 0) return (passing) => passing.fill(0);
    return (passing) => {
      // Most lists have one status, one agent version: nothing to look through then.
      if (found === passing.length) return;
      for (let slot = 0; slot < passing.length; slot++) {
        if (codes[slot] !== code) passing[slot] = 0;
      }
    };
  }
}

/** Whether a distinct value of a keyword column meets a condition. */
function keywordTest(
  filter: ColumnFilter,
): (value: string | readonly string[] | null) => boolean {
  if (filter.op === "in") {
    const wanted = new Set(filter.value);
    return (value) => wanted.has(typeof value === "string" ? value : null);
  }
  if (filter.op === "has") {
    return (value) =>
      typeof value === "string" ? value === filter.value : !!value?.includes(filter.value);
  }
  const wanted = normalise(String(filter.value));
  const test = filter.op === "eqFold"
    ? (text: string) => normalise(text) === wanted
    : (text: string) => normalise(text).includes(wanted);
  return (value) => typeof value === "string" ? test(value) : !!value?.some(test);
}

/** A column of numbers; absent is NaN. */
class NumberColumn {
  #numbers: Float64Array = new Float64Array(16);

  get memoryBytes(): number {
    return this.#numbers.byteLength;
  }

  set(slot: number, value: number | null): void {
    this.#numbers = withRoom(this.#numbers, slot + 1);
    this.#numbers[slot] = value ?? NaN;
  }

  get(slot: number): number | null {
    const value = this.#numbers[slot] ?? NaN;
    return Number.isNaN(value) ? null : value;
  }

  write(parts: PartWriter, slots: number): void {
    this.#numbers = withRoom(this.#numbers, slots);
    parts.add(this.#numbers.slice(0, slots));
  }

  read(parts: PartReader): void {
    this.#numbers = parts.nextFloat64();
  }

  sieve(filter: ColumnFilter): Sieve {
    const test = numberTest(filter);
    const numbers = this.#numbers;
    return (passing) => {
      for (let slot = 0; slot < passing.length; slot++) {
        if (passing[slot] === 1 && !test(numbers[slot] ?? NaN)) passing[slot] = 0;
      }
    };
  }
}

function numberTest(filter: ColumnFilter): (value: number) => boolean {
  const { op, value: wanted } = filter;
  if (op === "gte" && typeof wanted === "number") return (value) => value >= wanted;
  if (op === "lte" && typeof wanted === "number") return (value) => value <= wanted;
  if (op === "eq") return (value) => wanted === null ? Number.isNaN(value) : value === wanted;
  if (op === "in") {
    const set = new Set<unknown>(filter.value);
    return (value) => set.has(Number.isNaN(value) ? null : value);
  }
  throw new TypeError(
    `Cannot filter: "${op}" on the number column "${filter.column}" has no meaning`,
  );
}

/** All filter columns of an index. */
export class Columns {
  readonly #keywords = new Map<string, KeywordColumn>();
  readonly #numbers = new Map<string, NumberColumn>();
  readonly #types: ReadonlyMap<string, ColumnType>;

  /** @param types Column types by name. */
  constructor(types: Readonly<Record<string, ColumnType>>) {
    this.#types = new Map(Object.entries(types));
    for (const [name, type] of this.#types) {
      if (type === "number") this.#numbers.set(name, new NumberColumn());
      else this.#keywords.set(name, new KeywordColumn());
    }
  }

  /** Estimate of the memory held, in bytes. */
  get memoryBytes(): number {
    let bytes = 0;
    for (const column of this.#keywords.values()) bytes += column.memoryBytes;
    for (const column of this.#numbers.values()) bytes += column.memoryBytes;
    return bytes;
  }

  /**
   * Refuses values that do not fit.
   *
   * @throws {TypeError} If a column is unknown or its value has another type.
   */
  check(values: Readonly<Record<string, ColumnValue>>): void {
    for (const [name, value] of Object.entries(values)) {
      const type = this.#types.get(name);
      if (!type) throw new TypeError(`Cannot index: no column "${name}"`);
      if (value !== null && !fits(type, value)) {
        throw new TypeError(`Cannot index: column "${name}" takes a ${type}, not ${typeof value}`);
      }
    }
  }

  /** Sets all columns of a slot to values that were checked; absent ones to null. */
  set(slot: number, values: Readonly<Record<string, ColumnValue>>): void {
    for (const [name, type] of this.#types) {
      const value = values[name] ?? null;
      if (typeof value === "number") this.#numbers.get(name)?.set(slot, value);
      else if (type === "number") this.#numbers.get(name)?.set(slot, null);
      else this.#keywords.get(name)?.set(slot, value);
    }
  }

  /** All values of a slot, by column name; absent ones left out. */
  get(slot: number): Record<string, ColumnValue> {
    const values: Record<string, ColumnValue> = {};
    for (const name of this.#types.keys()) {
      const value = this.#keywords.get(name)?.get(slot) ?? this.numberAt(name, slot);
      if (value !== null) values[name] = value;
    }
    return values;
  }

  /** Adds the columns of so many slots to a snapshot. */
  write(parts: PartWriter, slots: number): void {
    for (const column of this.#keywords.values()) column.write(parts, slots);
    for (const column of this.#numbers.values()) column.write(parts, slots);
  }

  /** Takes the columns from a snapshot; there must be no slots yet. */
  read(parts: PartReader): void {
    for (const column of this.#keywords.values()) column.read(parts);
    for (const column of this.#numbers.values()) column.read(parts);
  }

  /** Number of a slot in a number column, or null. */
  numberAt(name: string, slot: number): number | null {
    return this.#numbers.get(name)?.get(slot) ?? null;
  }

  /** Text of a slot in a keyword column; empty for none or a list. */
  keywordAt(name: string, slot: number): string {
    const value = this.#keywords.get(name)?.get(slot);
    return typeof value === "string" ? value : "";
  }

  /** A number that slots with equal values of a keyword column share; 0 for none. */
  codeAt(name: string, slot: number): number {
    return this.#keywords.get(name)?.codeOf(slot) ?? ABSENT;
  }

  /**
   * Clears the marks of all slots that fail a condition.
   *
   * @param passing 1 for each slot still in play.
   * @throws {TypeError} If a column is unknown or a condition has no meaning for its type.
   */
  apply(filters: readonly ColumnFilter[], passing: Uint8Array): void {
    for (const filter of filters) {
      const column = this.#keywords.get(filter.column) ?? this.#numbers.get(filter.column);
      if (!column) throw new TypeError(`Cannot filter: no column "${filter.column}"`);
      if (column instanceof KeywordColumn && (filter.op === "gte" || filter.op === "lte")) {
        throw new TypeError(`Cannot filter: "${filter.op}" on the text column "${filter.column}"`);
      }
      column.sieve(filter)(passing);
    }
  }
}

function fits(type: ColumnType, value: string | number | readonly string[]): boolean {
  if (type === "number") return typeof value === "number" && !Number.isNaN(value);
  return type === "keyword" ? typeof value === "string" : Array.isArray(value);
}
