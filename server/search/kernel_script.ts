/**
 * The kernel in plain JavaScript, for platforms without its WebAssembly, and to compare with.
 *
 * @module
 */
import { type Kernel, ROW_FLAGS, U7_ZERO } from "./kernel.ts";

/** The kernel in JavaScript. */
export function createScriptKernel(memory: WebAssembly.Memory): Kernel {
  return { ...dotProducts(memory), ...rowLoops(memory) };
}

function dotProducts(
  memory: WebAssembly.Memory,
): Pick<Kernel, "dotsI8" | "dotsU7" | "dotsF32" | "differingBits" | "weighRows"> {
  return {
    dotsI8(query, addresses, count, dimensions, out) {
      const wanted = new Int16Array(memory.buffer, query, dimensions);
      const rows = new Uint32Array(memory.buffer, addresses, count);
      const sums = new Int32Array(memory.buffer, out, count);
      for (let i = 0; i < count; i++) {
        sums[i] = dotIntegers(wanted, new Int8Array(memory.buffer, rows[i] ?? 0, dimensions));
      }
    },
    dotsU7(query, addresses, count, dimensions, out) {
      const wanted = new Uint8Array(memory.buffer, query, dimensions);
      const rows = new Uint32Array(memory.buffer, addresses, count);
      const sums = new Int32Array(memory.buffer, out, count);
      for (let i = 0; i < count; i++) {
        sums[i] = dotIntegers(wanted, new Int8Array(memory.buffer, rows[i] ?? 0, dimensions));
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

function dotIntegers(query: Int16Array | Uint8Array, row: Int8Array): number {
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

/** A score as a step of the scale, which may be no whole number; NaN for NaN. */
function stepOf(score: number, scale: number, bins: number): number {
  return Math.max(Math.min(score * scale, bins - 1), 0);
}

/** The loops over all rows of a list. */
function rowLoops(
  memory: WebAssembly.Memory,
): Pick<Kernel, "scoreRows" | "shortlist" | "nearestRows"> {
  const integersAt = (address: number, count: number) =>
    new Uint32Array(memory.buffer, address, count);
  const floatsAt = (address: number, count: number) =>
    new Float64Array(memory.buffer, address, count);
  return {
    scoreRows(
      count,
      passingAt,
      rowsAt,
      dotsAt,
      sumsAt,
      inversesAt,
      commonDotsAt,
      commonInversesAt,
      wordsAt,
      cosinesAt,
      fusedAt,
      outAt,
      countsAt,
      bins,
      flags,
      inverse,
      minCosine,
      offset,
      commonInverse,
      vectorWeight,
      textWeight,
      rarity,
      scale,
    ) {
      const passing = new Uint8Array(memory.buffer, passingAt, count);
      const rows = integersAt(rowsAt, count);
      const dots = new Int32Array(memory.buffer, dotsAt);
      const sums = new Int32Array(memory.buffer, sumsAt, count);
      const inverses = floatsAt(inversesAt, count);
      const commonDots = floatsAt(commonDotsAt, count);
      const commonInverses = floatsAt(commonInversesAt, count);
      const words = floatsAt(wordsAt, count);
      const cosines = floatsAt(cosinesAt, count).fill(NaN);
      const fused = floatsAt(fusedAt, count).fill(NaN);
      const out = integersAt(outAt, count);
      const counts = integersAt(countsAt, bins).fill(0);
      let found = 0;
      for (let slot = 0; slot < count; slot++) {
        if (passing[slot] === 0) continue;
        const row = rows[slot] ?? 0;
        const dot = (dots[row - 1] ?? NaN) - U7_ZERO * (sums[slot] ?? 0);
        const raw = row > 0 ? dot * inverse * (inverses[slot] ?? 0) : NaN;
        const cosine = Math.max(Math.min(raw, 1), -1);
        const isNear = cosine >= minCosine;
        if (isNear) cosines[slot] = cosine;
        const telling = flags & ROW_FLAGS.centred
          ? (cosine - (commonDots[slot] ?? 0) + offset) * (commonInverses[slot] ?? 0) *
            commonInverse
          : cosine;
        const near = isNear && telling > 0 ? vectorWeight * telling : 0;
        const word = words[slot] ?? 0;
        if (word > 0) {
          const share = word / rarity;
          const raised = flags & ROW_FLAGS.raised ? share * Math.sqrt(share) : share;
          fused[slot] = textWeight * raised + near;
        } else if (isNear) fused[slot] = near;
        else continue;
        const step = Math.trunc(stepOf(fused[slot] ?? 0, scale, bins));
        counts[step] = (counts[step] ?? 0) + 1;
        out[found++] = slot;
      }
      return found;
    },
    shortlist(count, scoresAt, limit, countsAt, bins, scale, outAt) {
      const scores = floatsAt(scoresAt, count);
      const counts = integersAt(countsAt, bins);
      const out = integersAt(outAt, count);
      let bin = bins;
      for (let found = 0; bin > 0 && found < limit;) found += counts[--bin] ?? 0;
      let found = 0;
      for (let slot = 0; slot < count; slot++) {
        if (stepOf(scores[slot] ?? NaN, scale, bins) >= bin) out[found++] = slot;
      }
      return found;
    },
    nearestRows(count, passingAt, rowsAt, differingAt, limit, countsAt, bins, outAt) {
      const passing = new Uint8Array(memory.buffer, passingAt, count);
      const rows = integersAt(rowsAt, count);
      const differing = new Uint32Array(memory.buffer, differingAt);
      const counts = integersAt(countsAt, bins).fill(0);
      const wanted: number[] = [];
      for (let slot = 0; slot < count; slot++) {
        const row = rows[slot] ?? 0;
        if (passing[slot] === 0 || row === 0) continue;
        const bits = differing[row - 1] ?? 0;
        counts[bits] = (counts[bits] ?? 0) + 1;
        wanted.push(slot);
      }
      let bin = 0;
      for (let found = counts[0] ?? 0; found < limit && bin < bins - 1;) {
        found += counts[++bin] ?? 0;
      }
      const kept = wanted.filter((slot) => (differing[(rows[slot] ?? 0) - 1] ?? 0) <= bin);
      integersAt(outAt, count).set(kept);
      return kept.length;
    },
  };
}
