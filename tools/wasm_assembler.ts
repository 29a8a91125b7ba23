/**
 * The few instructions of WebAssembly that the kernel of the search is made of, as lists of bytes, and
 * how a module is put together from functions.
 *
 * @module
 */

/** Code, a list of bytes; a value is left on the stack where the name says so. */
export type Code = readonly number[];

/** Type of a parameter, a local or a result. */
export type ValueType = "i32" | "i64" | "f64" | "v128";

const TYPE_BYTES: Readonly<Record<ValueType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f64: 0x7c,
  v128: 0x7b,
};
const EMPTY_BLOCK = 0x40;

/** Bytes of an unsigned LEB128 number. */
export function leb(value: number): number[] {
  const bytes: number[] = [];
  do {
    const low = value & 0x7f;
    value >>>= 7;
    bytes.push(value === 0 ? low : low | 0x80);
  } while (value !== 0);
  return bytes;
}

/** Bytes of a signed LEB128 number. */
function signedLeb(value: number): number[] {
  const bytes: number[] = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    const isLast = (value === 0 && (low & 0x40) === 0) || (value === -1 && (low & 0x40) !== 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

/** Loads a local, by its number. */
export const get = (local: number): Code => [0x20, ...leb(local)];
/** Stores what is on the stack in a local. */
export const set = (local: number, value: Code = []): Code => [...value, 0x21, ...leb(local)];
/** A number of 32 bits. */
export const i32 = (value: number): Code => [0x41, ...signedLeb(value)];
/** A number of 64 bits with a fraction. */
export const f64 = (value: number): Code => [
  0x44,
  ...new Uint8Array(new Float64Array([value]).buffer),
];

const binary = (code: number) => (a: Code, b: Code): Code => [...a, ...b, code];
const unary = (code: number) => (a: Code): Code => [...a, code];

/** Arithmetic of 32-bit integers. */
export const I32 = {
  add: binary(0x6a),
  sub: binary(0x6b),
  and: binary(0x71),
  shl: binary(0x74),
  shrU: binary(0x76),
  eqz: unary(0x45),
  ne: binary(0x47),
  ltU: binary(0x49),
  gtU: binary(0x4b),
} as const;

/** Arithmetic of 64-bit integers. */
export const I64 = {
  zero: [0x42, 0] as Code,
  add: binary(0x7c),
  xor: binary(0x85),
  /** How many bits are set. */
  countBits: unary(0x7b),
  toI32: unary(0xa7),
} as const;

/** A 64-bit float of the value of a 32-bit integer. */
export const floatOf: (a: Code) => Code = unary(0xb7);

const simd = (code: number): Code => [0xfd, ...leb(code)];
const unarySimd = (code: number) => (a: Code): Code => [...a, ...simd(code)];
const binarySimd = (code: number) => (a: Code, b: Code): Code => [...a, ...b, ...simd(code)];

/** Two 64-bit floats at a time. Comparisons give all bits of a number set, or none. */
export const F64X2 = {
  /** The same number twice. */
  splat: unarySimd(20),
  gt: binarySimd(74),
  ge: binarySimd(76),
  sqrt: unarySimd(239),
  add: binarySimd(240),
  sub: binarySimd(241),
  mul: binarySimd(242),
  div: binarySimd(243),
  /** The second where it is less, else the first: NaN where that is NaN. */
  pmin: binarySimd(246),
  /** The second where the first is less, else the first: NaN where that is NaN. */
  pmax: binarySimd(247),
  /** The first two of four integers. */
  fromI32X4: unarySimd(254),
} as const;

/** Four 32-bit integers at a time. */
export const I32X4 = {
  sub: binarySimd(177),
  ne: binarySimd(56),
  /** Each moved by so many bits. */
  shl: binarySimd(171),
  /** One of them. */
  lane: (a: Code, lane: number): Code => [...a, ...simd(27), lane],
  /** Two 64-bit floats without their fractions; zeros after them. */
  truncF64X2: unarySimd(252),
  /** Each of the first two as 64 bits, the sign kept. */
  widenLow: unarySimd(199),
} as const;

/** 128 bits at a time. */
export const V128 = {
  zero: [...simd(12), ...new Array<number>(16).fill(0)] as Code,
  and: binarySimd(78),
  or: binarySimd(80),
  /** Bits of the first where the mask has ones, else of the second. */
  select: (a: Code, b: Code, mask: Code): Code => [...a, ...b, ...mask, ...simd(82)],
  /** The highest bits of both halves, as a number from 0 to 3. */
  signs: unarySimd(196),
  /** From two bytes at an address: the one not 0 fills its half with ones. */
  maskOfBytes: (at: Code): Code => [
    ...[...at, ...simd(8), 0, 0],
    ...V128.zero,
    ...[...simd(13), 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1],
    ...V128.zero,
    ...simd(36),
  ],
} as const;

/** Reads from an address. */
export const load = {
  u8: (at: Code): Code => [...at, 0x2d, 0, 0],
  i32: (at: Code): Code => [...at, 0x28, 2, 0],
  /** @param offset Bytes after the address. */
  i64: (at: Code, offset: number): Code => [...at, 0x29, 3, ...leb(offset)],
  v128: (at: Code): Code => [...at, ...simd(0), 3, 0],
  /** 64 bits, zeros after them. */
  half: (at: Code): Code => [...at, ...simd(93), 2, 0],
  /** 32 bits, zeros after them. */
  quarter: (at: Code): Code => [...at, ...simd(92), 2, 0],
  /** 32 bits in place of the second of four numbers. */
  second: (at: Code, numbers: Code): Code => [...at, ...numbers, ...simd(86), 2, 0, 1],
} as const;

/** Writes to an address. */
export const store = {
  i32: (at: Code, value: Code): Code => [...at, ...value, 0x36, 2, 0],
  v128: (at: Code, value: Code): Code => [...at, ...value, ...simd(11), 3, 0],
} as const;

/** Address of a number in an array, by the log2 of the bytes a number takes. */
export const at = (array: number, index: Code, log2: number): Code =>
  I32.add(get(array), log2 === 0 ? index : I32.shl(index, i32(log2)));

/** Runs code when a condition holds, else other code. */
export const when = (condition: Code, code: Code, otherwise?: Code): Code => [
  ...condition,
  0x04,
  EMPTY_BLOCK,
  ...code,
  ...otherwise ? [0x05, ...otherwise] : [],
  0x0b,
];

/** Repeats code while a condition holds. */
export const during = (condition: Code, code: Code): Code => [
  ...[0x02, EMPTY_BLOCK, 0x03, EMPTY_BLOCK],
  ...[...I32.eqz(condition), 0x0d, 1],
  ...code,
  ...[0x0c, 0, 0x0b, 0x0b],
];

/** Runs code for each whole number from 0 to below a bound, held in a local. */
export const times = (counter: number, bound: Code, code: Code): Code => [
  ...set(counter, i32(0)),
  ...during(I32.ltU(get(counter), bound), [
    ...code,
    ...set(counter, I32.add(get(counter), i32(1))),
  ]),
];

/** A function of a module. */
export interface WasmFunction {
  /** Name under which it is exported. */
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly locals: readonly ValueType[];
  readonly result?: ValueType;
  readonly code: Code;
}

/**
 * A function whose parameters and locals have names.
 *
 * @param write Gives the code; it is told the number of each name.
 */
export function functionOf<P extends string, L extends string>(
  name: string,
  parameters: Readonly<Record<P, ValueType>>,
  locals: Readonly<Record<L, ValueType>>,
  write: (numbers: Readonly<Record<P | L, number>>) => Code,
  result?: ValueType,
): WasmFunction {
  const names = [...Object.keys(parameters), ...Object.keys(locals)];
  const numbers = Object.fromEntries(names.map((each, number) => [each, number]));
  return {
    name,
    parameters: Object.values<ValueType>(parameters),
    locals: Object.values<ValueType>(locals),
    ...result ? { result } : {},
    code: write(numbers as Record<P | L, number>),
  };
}

const section = (id: number, body: readonly number[]) => [id, ...leb(body.length), ...body];
const list = (items: readonly (readonly number[])[]) => [...leb(items.length), ...items.flat()];
const text = (value: string) => {
  const bytes = [...new TextEncoder().encode(value)];
  return [...leb(bytes.length), ...bytes];
};

/** A module that exports functions over a memory it is given as `env.memory`. */
export function moduleOf(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const signatures = functions.map(({ parameters, result }) => [
    0x60,
    ...list(parameters.map((type) => [TYPE_BYTES[type]])),
    ...list(result ? [[TYPE_BYTES[result]]] : []),
  ]);
  const bodies = functions.map(({ locals, code }) => {
    const declared = list(locals.map((type) => [1, TYPE_BYTES[type]]));
    const body = [...declared, ...code, 0x0b];
    return [...leb(body.length), ...body];
  });
  const memory = [...text("env"), ...text("memory"), 0x02, 0x00, ...leb(1)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(signatures)),
    ...section(2, list([memory])),
    ...section(3, list(functions.map((_, index) => leb(index)))),
    ...section(7, list(functions.map(({ name }, index) => [...text(name), 0x00, ...leb(index)]))),
    ...section(10, list(bodies)),
  ]);
}
