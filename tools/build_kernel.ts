/**
 * Writes `server/search/kernel_bytes.ts`: a WebAssembly module with the inner loops of vector search.
 *
 * It assembles the module by itself, instruction by instruction, so that the bytes in the repository
 * can be reproduced without another tool: `deno run -W=server/search tools/build_kernel.ts`.
 *
 * @module
 */

import { leb, moduleOf, type ValueType, type WasmFunction } from "./wasm_assembler.ts";
import { ROW_FUNCTIONS } from "./kernel_rows.ts";

const EMPTY_BLOCK = 0x40;

const get = (local: number) => [0x20, ...leb(local)];
const set = (local: number) => [0x21, ...leb(local)];
const constant = (value: number) => [0x41, ...leb(value)];
const add = [0x6a];
const subtract = [0x6b];
const lessThan = [0x49];
const isZero = [0x45];
const shiftLeft = [0x74];
const loadI32 = (offset: number) => [0x28, 2, ...leb(offset)];
const storeI32 = (offset: number) => [0x36, 2, ...leb(offset)];
const storeF32 = [0x38, 2, 0];
const addF32 = [0x92];
const simd = (code: number) => [0xfd, ...leb(code)];
const loadV128 = (offset: number) => [...simd(0), 0, ...leb(offset)];
const loadBytesWidened = (offset: number) => [...simd(1), 0, ...leb(offset)];
const zeroV128 = [...simd(12), ...new Array(16).fill(0)];
const laneI32 = (lane: number) => [...simd(27), lane];
const storeV128 = [...simd(11), 0, 0];
const splatF32x4 = simd(19);
const widenLowI16x8 = simd(167);
const widenHighI16x8 = simd(168);
const toF32x4 = simd(250);
const loadF32 = [0x2a, 2, 0];
const laneF32 = (lane: number) => [...simd(31), lane];
const addI32x4 = simd(174);
const dotI16x8 = simd(186);
const relaxedDotI8x16 = simd(0x112);
const widenLowI8x16 = simd(135);
const widenHighI8x16 = simd(136);
const addPairsOfI16x8Signed = simd(126);
const addF32x4 = simd(228);
const multiplyF32x4 = simd(230);
const loop = (body: number[]) => [0x03, EMPTY_BLOCK, ...body, 0x0b];
const block = (body: number[]) => [0x02, EMPTY_BLOCK, ...body, 0x0b];
const branch = (depth: number) => [0x0c, depth];
const branchIf = (depth: number) => [0x0d, depth];

/** Parameters and locals of all functions. */
const [QUERY, ADDRESSES, COUNT, DIMENSIONS, OUT] = [0, 1, 2, 3, 4];
const [ROW, AT, SUM, WIDE, WIDE_HIGH] = [5, 6, 10, 11, 15];

/** Locals of four rows at a time. */
const ROWS = [ROW, 7, 8, 9] as const;
const SUMS = [SUM, 12, 13, 14] as const;
const I32_LOCALS = 5;
const V128_LOCALS = 6;

/** One row after another: `sum` leaves the accumulated products in SUM, `store` writes them out. */
function overRows(sum: number[], store: number[]): number[] {
  const step = [
    ...[...get(COUNT), ...isZero, ...branchIf(1)],
    ...[...get(ADDRESSES), ...loadI32(0), ...set(ROW)],
    ...[...zeroV128, ...set(SUM), ...constant(0), ...set(AT)],
    ...sum,
    ...[...get(OUT), ...store],
    ...[...get(ADDRESSES), ...constant(4), ...add, ...set(ADDRESSES)],
    ...[...get(OUT), ...constant(4), ...add, ...set(OUT)],
    ...[...get(COUNT), ...constant(1), ...subtract, ...set(COUNT)],
    ...branch(0),
  ];
  return block(loop(step));
}

/** Address of byte AT of the row, or of the query where each number takes 2^shift bytes more. */
const rowAt = [...get(ROW), ...get(AT), ...add];
const queryAt = [...get(QUERY), ...get(AT), ...constant(1), ...shiftLeft, ...add];

/** The query is 16-bit, the rows 8-bit; 16 numbers a turn. */
const sumI8 = loop([
  ...get(SUM),
  ...[...rowAt, ...loadBytesWidened(0), ...queryAt, ...loadV128(0), ...dotI16x8],
  ...[...rowAt, ...loadBytesWidened(8), ...queryAt, ...loadV128(16), ...dotI16x8],
  ...[...addI32x4, ...addI32x4, ...set(SUM)],
  ...[...get(AT), ...constant(16), ...add, ...set(AT)],
  ...[...get(AT), ...get(DIMENSIONS), ...lessThan, ...branchIf(0)],
]);

/** Adds up the four numbers in a local. */
const laneSum = (local: number) => [
  ...[...get(local), ...laneI32(0), ...get(local), ...laneI32(1), ...add],
  ...[...get(local), ...laneI32(2), ...get(local), ...laneI32(3), ...add, ...add],
];

const storeSumI32 = [...laneSum(SUM), ...storeI32(0)];

/** Sums of four rows whose query is 16-bit; 16 numbers a turn. */
const fourSumsI8 = loop([
  ...[...queryAt, ...loadV128(0), ...set(WIDE), ...queryAt, ...loadV128(16), ...set(WIDE_HIGH)],
  ...ROWS.flatMap((row, k) => {
    const at = [...get(row), ...get(AT), ...add];
    const sum = SUMS[k] ?? SUM;
    return [
      ...get(sum),
      ...[...at, ...loadBytesWidened(0), ...get(WIDE), ...dotI16x8],
      ...[...at, ...loadBytesWidened(8), ...get(WIDE_HIGH), ...dotI16x8],
      ...[...addI32x4, ...addI32x4, ...set(sum)],
    ];
  }),
  ...[...get(AT), ...constant(16), ...add, ...set(AT)],
  ...[...get(AT), ...get(DIMENSIONS), ...lessThan, ...branchIf(0)],
]);

/**
 * As long as there are four rows left, four at a time: rows lie apart in memory, and waiting for one
 * takes longer than computing with it, so it waits for four at once.
 */
const fourRows = (sums: number[]) =>
  block(loop([
    ...[...get(COUNT), ...constant(4), ...lessThan, ...branchIf(1)],
    ...ROWS.flatMap((row, k) => [...get(ADDRESSES), ...loadI32(4 * k), ...set(row)]),
    ...SUMS.flatMap((sum) => [...zeroV128, ...set(sum)]),
    ...[...constant(0), ...set(AT)],
    ...sums,
    ...SUMS.flatMap((sum, k) => [...get(OUT), ...laneSum(sum), ...storeI32(4 * k)]),
    ...[...get(ADDRESSES), ...constant(16), ...add, ...set(ADDRESSES)],
    ...[...get(OUT), ...constant(16), ...add, ...set(OUT)],
    ...[...get(COUNT), ...constant(4), ...subtract, ...set(COUNT)],
    ...branch(0),
  ]));

const byteOfQuery = [...get(QUERY), ...get(AT), ...add];

/**
 * Leaves the products of 16 bytes at an address with the naturals of 7 bits in WIDE, in four sums.
 *
 * Where the platform knows the relaxed instruction, one does what takes several. What it may do as it
 * likes, it may do with numbers of more bits only; no two products together are out of its range.
 */
function productsU7(at: number[], isRelaxed: boolean): number[] {
  if (isRelaxed) {
    return [...at, ...loadV128(0), ...get(WIDE), ...relaxedDotI8x16, ...addPairsOfI16x8Signed];
  }
  return [
    ...[...at, ...loadBytesWidened(0), ...get(WIDE), ...widenLowI8x16, ...dotI16x8],
    ...[...at, ...loadBytesWidened(8), ...get(WIDE), ...widenHighI8x16, ...dotI16x8],
    ...addI32x4,
  ];
}

/** Products of 16 numbers a turn, added to the sum of each row. */
const sumsU7 = (rows: readonly (readonly [row: number, sum: number])[], isRelaxed: boolean) =>
  loop([
    ...[...byteOfQuery, ...loadV128(0), ...set(WIDE)],
    ...rows.flatMap(([row, sum]) => {
      const at = [...get(row), ...get(AT), ...add];
      return [...get(sum), ...productsU7(at, isRelaxed), ...addI32x4, ...set(sum)];
    }),
    ...[...get(AT), ...constant(16), ...add, ...set(AT)],
    ...[...get(AT), ...get(DIMENSIONS), ...lessThan, ...branchIf(0)],
  ]);

/** Query and rows are 32-bit floats; 4 numbers a turn, in four sums. */
const sumF32 = loop([
  ...get(SUM),
  ...[...rowAt, ...loadV128(0), ...get(QUERY), ...get(AT), ...add, ...loadV128(0)],
  ...[...multiplyF32x4, ...addF32x4, ...set(SUM)],
  ...[...get(AT), ...constant(16), ...add, ...set(AT)],
  ...[...get(AT), ...get(DIMENSIONS), ...constant(2), ...shiftLeft, ...lessThan, ...branchIf(0)],
]);

const storeSumF32 = [
  ...[...get(SUM), ...laneF32(0), ...get(SUM), ...laneF32(1), ...addF32],
  ...[...get(SUM), ...laneF32(2), ...get(SUM), ...laneF32(3), ...addF32],
  ...[...addF32, ...storeF32],
];

/** Adds half of the numbers in WIDE, times the weight in SUM, to the four floats at OUT + 4 AT + offset. */
function addWeighted(widen: number[], offset: number): number[] {
  const place = [...get(OUT), ...get(AT), ...constant(2), ...shiftLeft, ...add];
  const at = [...place, ...constant(offset), ...add];
  return [
    ...at,
    ...[...at, ...loadV128(0)],
    ...[...get(WIDE), ...widen, ...toF32x4, ...get(SUM), ...multiplyF32x4],
    ...[...addF32x4, ...storeV128],
  ];
}

/** Rows of bytes, each times its 32-bit weight at QUERY, added to the 32-bit floats at OUT. */
const weighRows = block(
  loop([
    ...[...get(COUNT), ...isZero, ...branchIf(1)],
    ...[...get(ADDRESSES), ...loadI32(0), ...set(ROW)],
    ...[...get(QUERY), ...loadF32, ...splatF32x4, ...set(SUM), ...constant(0), ...set(AT)],
    ...loop([
      ...[...rowAt, ...loadBytesWidened(0), ...set(WIDE)],
      ...[...addWeighted(widenLowI16x8, 0), ...addWeighted(widenHighI16x8, 16)],
      ...[...get(AT), ...constant(8), ...add, ...set(AT)],
      ...[...get(AT), ...get(DIMENSIONS), ...lessThan, ...branchIf(0)],
    ]),
    ...[...get(ADDRESSES), ...constant(4), ...add, ...set(ADDRESSES)],
    ...[...get(QUERY), ...constant(4), ...add, ...set(QUERY)],
    ...[...get(COUNT), ...constant(1), ...subtract, ...set(COUNT)],
    ...branch(0),
  ]),
);

/** A function over the rows of a list of addresses. */
function overAddresses(name: string, code: number[]): WasmFunction {
  const parameters: ValueType[] = new Array(5).fill("i32");
  const integers: ValueType[] = new Array(I32_LOCALS).fill("i32");
  const vectors: ValueType[] = new Array(V128_LOCALS).fill("v128");
  return { name, parameters, locals: [...integers, ...vectors], code };
}

/**
 * The whole module.
 *
 * @param isRelaxed Whether it may use instructions that not every platform knows.
 */
export function assembleKernel(isRelaxed: boolean): Uint8Array<ArrayBuffer> {
  const four = ROWS.map((row, k) => [row, SUMS[k] ?? SUM] as const);
  return moduleOf([
    overAddresses("dotsI8", [...fourRows(fourSumsI8), ...overRows(sumI8, storeSumI32)]),
    overAddresses("dotsU7", [
      ...fourRows(sumsU7(four, isRelaxed)),
      ...overRows(sumsU7([[ROW, SUM]], isRelaxed), storeSumI32),
    ]),
    overAddresses("dotsF32", overRows(sumF32, storeSumF32)),
    overAddresses("weighRows", weighRows),
    ...ROW_FUNCTIONS,
  ]);
}

if (import.meta.main) {
  const source = `// deno-fmt-ignore-file -- generated by tools/build_kernel.ts
/** The assembled kernel, in base64. */
export const KERNEL_BASE64: string =
  "${assembleKernel(false).toBase64()}";

/** The same with relaxed instructions. */
export const RELAXED_KERNEL_BASE64: string =
  "${assembleKernel(true).toBase64()}";
`;
  await Deno.writeTextFile(new URL("../server/search/kernel_bytes.ts", import.meta.url), source);
}
