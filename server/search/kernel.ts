/**
 * Dot products of one query with many rows, in WebAssembly with SIMD where the platform has it and in
 * plain JavaScript elsewhere; both give the very same numbers.
 *
 * @module
 */
import { KERNEL_BASE64 } from "./kernel_bytes.ts";

/** Numbers of a row are padded with zeros to a multiple of this. */
export const DIMENSION_STEP = 16;

/**
 * Writes one dot product a row. All addresses are bytes in the kernel's memory.
 *
 * @param query Address of the query.
 * @param addresses Address of `count` row addresses.
 * @param count How many rows.
 * @param dimensions Numbers a row, a multiple of {@link DIMENSION_STEP}.
 * @param out Address of `count` results.
 */
export type DotProducts = (
  query: number,
  addresses: number,
  count: number,
  dimensions: number,
  out: number,
) => void;

/** The inner loops. */
export interface Kernel {
  /** Query of 16-bit integers, rows of 8-bit integers, results of 32-bit integers. */
  readonly dotsI8: DotProducts;
  /** Query, rows and results of 32-bit floats. */
  readonly dotsF32: DotProducts;
  /**
   * Bits in which query and row differ; `dimensions` counts bytes, results are 32-bit integers. The
   * rows follow each other: in place of addresses stands that of the first row.
   */
  readonly differingBits: DotProducts;
  /**
   * The reverse: adds rows of 8-bit integers, each times its weight, to the `dimensions` 32-bit floats
   * at `out`; in place of a query stand the weights, `count` 32-bit floats.
   */
  readonly weighRows: DotProducts;
}

/** Whether an object has the functions of a kernel. */
function isKernel(value: unknown): value is Kernel {
  return typeof value === "object" && value !== null && "dotsI8" in value && "dotsF32" in value &&
    "differingBits" in value && "weighRows" in value && typeof value.weighRows === "function" &&
    typeof value.dotsI8 === "function" &&
    typeof value.dotsF32 === "function" && typeof value.differingBits === "function";
}

/** The kernel in WebAssembly, or undefined where its instructions are unknown. */
export function createWasmKernel(memory: WebAssembly.Memory): Kernel | undefined {
  const bytes = Uint8Array.from(atob(KERNEL_BASE64), (character) => character.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) return undefined;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const kernel: unknown = instance.exports;
  return isKernel(kernel) ? kernel : undefined;
}

/** The kernel in JavaScript. */
export function createScriptKernel(memory: WebAssembly.Memory): Kernel {
  return {
    dotsI8(query, addresses, count, dimensions, out) {
      const wanted = new Int16Array(memory.buffer, query, dimensions);
      const rows = new Uint32Array(memory.buffer, addresses, count);
      const sums = new Int32Array(memory.buffer, out, count);
      for (let i = 0; i < count; i++) {
        sums[i] = dotI8(wanted, new Int8Array(memory.buffer, rows[i] ?? 0, dimensions));
      }
    },
    dotsF32(query, addresses, count, dimensions, out) {
      const wanted = new Float32Array(memory.buffer, query, dimensions);
      const rows = new Uint32Array(memory.buffer, addresses, count);
      const sums = new Float32Array(memory.buffer, out, count);
      for (let i = 0; i < count; i++) {
        sums[i] = dotF32(wanted, new Float32Array(memory.buffer, rows[i] ?? 0, dimensions));
      }
    },
    differingBits(query, first, count, bytes, out) {
      const wanted = new Uint32Array(memory.buffer, query, bytes / 4);
      const sums = new Int32Array(memory.buffer, out, count);
      for (let i = 0; i < count; i++) {
        const row = new Uint32Array(memory.buffer, first + i * bytes, bytes / 4);
        sums[i] = bitsBetween(wanted, row);
      }
    },
    weighRows(weights, addresses, count, dimensions, out) {
      const factors = new Float32Array(memory.buffer, weights, count);
      const rows = new Uint32Array(memory.buffer, addresses, count);
      const sums = new Float32Array(memory.buffer, out, dimensions);
      for (let i = 0; i < count; i++) {
        const row = new Int8Array(memory.buffer, rows[i] ?? 0, dimensions);
        const factor = factors[i] ?? 0;
        for (let d = 0; d < dimensions; d++) {
          sums[d] = (sums[d] ?? 0) + Math.fround(factor * (row[d] ?? 0));
        }
      }
    },
  };
}

function bitsBetween(query: Uint32Array, row: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < query.length; i++) {
    let bits = (query[i] ?? 0) ^ (row[i] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    sum += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return sum;
}

function dotI8(query: Int16Array, row: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < query.length; i++) sum += (query[i] ?? 0) * (row[i] ?? 0);
  return sum;
}

/** Four sums of 32-bit floats, rounded at each step as the SIMD lanes are. */
function dotF32(query: Float32Array, row: Float32Array): number {
  const lanes = new Float32Array(4);
  for (let i = 0; i < query.length; i++) {
    const product = Math.fround((query[i] ?? 0) * (row[i] ?? 0));
    lanes[i & 3] = (lanes[i & 3] ?? 0) + product;
  }
  const [a = 0, b = 0, c = 0, d = 0] = lanes;
  return Math.fround(Math.fround(a + b) + Math.fround(c + d));
}
