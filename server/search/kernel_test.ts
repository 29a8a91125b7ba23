import { assert, assertEquals } from "@std/assert";
import { cosine } from "./cosine.ts";
import { createWasmKernel, type DotProducts } from "./kernel.ts";
import { VECTOR_MEMORY } from "./vector_memory.ts";
import { VectorStore } from "./vector_store.ts";

/** Numbers in [0, 1), the same in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32;
}

const DIMENSIONS = 512;
const ROWS = 43;

/** Fills query and rows with random bytes and gives the addresses a kernel wants. */
function fixture(rowBytes: number, queryBytes: number, fill: (view: DataView, at: number) => void) {
  const base = VECTOR_MEMORY.allocate(ROWS * rowBytes);
  const query = VECTOR_MEMORY.allocate(queryBytes);
  const addresses = VECTOR_MEMORY.allocate(ROWS * 4);
  const out = VECTOR_MEMORY.allocate(ROWS * 4);
  const view = new DataView(VECTOR_MEMORY.buffer);
  for (let at = 0; at < ROWS * rowBytes; at += 4) fill(view, base + at);
  for (let at = 0; at < queryBytes; at += 4) fill(view, query + at);
  for (let row = 0; row < ROWS; row++) {
    view.setUint32(addresses + 4 * row, base + row * rowBytes, true);
  }
  return { base, query, addresses, out };
}

function assertSameResults(
  fast: DotProducts,
  plain: DotProducts,
  at: { query: number; addresses: number; out: number },
  dimensions: number,
): void {
  const results = () => new Uint32Array(VECTOR_MEMORY.buffer, at.out, ROWS).slice();
  fast(at.query, at.addresses, ROWS, dimensions, at.out);
  const first = results();
  plain(at.query, at.addresses, ROWS, dimensions, at.out);
  assertEquals(first, results());
  assert(first.some((value) => value !== 0));
}

Deno.test("createWasmKernel() gives the very bits of the kernel in JavaScript", () => {
  const { kernel, scriptKernel } = VECTOR_MEMORY;
  const random = randomOf(7);
  const bytes = (view: DataView, at: number) => view.setInt32(at, random() * 2 ** 32 | 0, true);
  const floats = (view: DataView, at: number) => view.setFloat32(at, random() * 2 - 1, true);
  const smallWords = (view: DataView, at: number) => {
    view.setInt16(at, Math.floor(random() * 255) - 127, true);
    view.setInt16(at + 2, Math.floor(random() * 255) - 127, true);
  };
  const int8 = fixture(DIMENSIONS, DIMENSIONS * 2, smallWords);
  assertSameResults(kernel.dotsI8, scriptKernel.dotsI8, int8, DIMENSIONS);
  const naturals = (view: DataView, at: number) =>
    [0, 1, 2, 3].forEach((i) => view.setUint8(at + i, 1 + Math.floor(random() * 127)));
  const u7 = { ...int8, query: fixture(DIMENSIONS, DIMENSIONS, naturals).query };
  assertSameResults(kernel.dotsU7, scriptKernel.dotsU7, u7, DIMENSIONS);
  const float = fixture(DIMENSIONS * 4, DIMENSIONS * 4, floats);
  assertSameResults(kernel.dotsF32, scriptKernel.dotsF32, float, DIMENSIONS);
  const bits = fixture(DIMENSIONS / 8, DIMENSIONS / 8, bytes);
  const adjoining = { ...bits, addresses: bits.base };
  for (const length of [DIMENSIONS / 8, 48]) {
    assertSameResults(kernel.differingBits, scriptKernel.differingBits, adjoining, length);
  }
  const { addresses } = int8;
  const weights = fixture(DIMENSIONS, ROWS * 4, floats).query;
  const sums = [kernel, scriptKernel].map((each) => {
    const out = VECTOR_MEMORY.allocate(DIMENSIONS * 4);
    each.weighRows(weights, addresses, ROWS, DIMENSIONS, out);
    return new Float32Array(VECTOR_MEMORY.buffer, out, DIMENSIONS).slice();
  });
  assertEquals(sums[0], sums[1]);
});

/** Writes numbers to fresh memory; gives their address. */
function place(numbers: Float64Array | Uint32Array | Int32Array | Uint8Array): number {
  const address = VECTOR_MEMORY.allocate(numbers.byteLength);
  new Uint8Array(VECTOR_MEMORY.buffer, address, numbers.byteLength)
    .set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  return address;
}

Deno.test("createWasmKernel() scores and lists rows as the kernel in JavaScript does", () => {
  const random = randomOf(11);
  const count = 299;
  // One more, as they are looked at two by two: zeros, not in play.
  const length = count + 1;
  const floats = () => place(Float64Array.from({ length }, random));
  const some = (share: number, value: () => number) =>
    Array.from({ length }, (_, i) => i < count && random() < share ? value() : 0);
  const passing = place(Uint8Array.from(some(0.8, () => 1)));
  const rows = place(Uint32Array.from(some(0.9, () => 1 + Math.floor(random() * count))));
  const dots = place(Int32Array.from({ length }, () => Math.floor(random() * 2e5) - 1e5));
  const sums = place(Int32Array.from({ length }, () => Math.floor(random() * 800) - 400));
  const differing = place(Uint32Array.from({ length }, () => Math.floor(random() * 513)));
  const words = place(Float64Array.from(some(0.3, random)));
  const [inverses, commonDots, commonInverses] = [floats(), floats(), floats()];
  const [cosines, fused, out, best] = [floats(), floats(), floats(), floats()];
  const [counts, nearest] = [floats(), floats()];
  const numbers = (at: number, length: number) =>
    new Uint32Array(VECTOR_MEMORY.buffer, at, length).slice();
  const results = [VECTOR_MEMORY.kernel, VECTOR_MEMORY.scriptKernel].map((kernel) =>
    [0, 1, 2, 3].map((flags) => {
      const arrays = [
        passing,
        rows,
        dots,
        sums,
        inverses,
        commonDots,
        commonInverses,
        words,
      ] as const;
      const found = kernel.scoreRows(
        ...[count, ...arrays, cosines, fused, out, counts, 64] as const,
        ...[flags, 1e-5, 0.1, -0.05, 1.1, 1.2, 0.9, 2.5, 30] as const,
      );
      const counted = numbers(counts, 64);
      const chosen = kernel.shortlist(count, fused, 20, counts, 64, 30, best);
      const near = kernel.nearestRows(
        ...[count, passing, rows, differing, 25, counts, 513, nearest] as const,
      );
      return {
        found,
        chosen,
        near,
        counted,
        out: numbers(out, found),
        best: numbers(best, chosen),
        nearest: numbers(nearest, near),
        scores: numbers(cosines, count * 2).join() + numbers(fused, count * 2).join(),
      };
    })
  );
  assertEquals(results[0], results[1]);
  for (const { found, chosen, near } of results[0] ?? []) {
    assert(found > chosen && chosen >= 20 && near >= 25, `${found}, ${chosen}, ${near}`);
  }
});

Deno.test("createWasmKernel() works on a memory of its own", () => {
  assert(createWasmKernel(new WebAssembly.Memory({ initial: 1 })) !== undefined);
});

Deno.test("R-033 cosine() of identical, orthogonal, opposite and unfit vectors", () => {
  assertEquals(cosine([1, 2, 3], [1, 2, 3]), 1);
  assertEquals(cosine([1, 0], [0, 1]), 0);
  assertEquals(cosine([1, 2], [-1, -2]), -1);
  assertEquals(cosine([], []), 0);
  assertEquals(cosine([1], [1, 0]), 0);
  assertEquals(cosine([0, 0], [1, 1]), 0);
});

function randomVector(random: () => number, dimensions: number): Float32Array {
  return Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5);
}

for (const storage of ["int8", "float32"] as const) {
  Deno.test(`VectorStore keeps cosines when it stores ${storage}, of any length`, () => {
    for (const dimensions of [3, 16, 100, 512]) {
      const random = randomOf(dimensions);
      const store = new VectorStore(dimensions, storage);
      const vectors = Array.from({ length: 100 }, () => randomVector(random, dimensions));
      for (const [slot, vector] of vectors.entries()) store.set(slot, vector);
      const query = randomVector(random, dimensions);
      const cosines = new Float64Array(100).fill(NaN);
      store.cosines(query, store.slotsIn(new Uint8Array(100).fill(1)), cosines);
      const tolerance = storage === "int8" ? 0.02 : 1e-5;
      for (const [slot, vector] of vectors.entries()) {
        assert(Math.abs((cosines[slot] ?? 0) - cosine(query, vector)) < tolerance);
      }
      store.release();
    }
  });
}

Deno.test("nearest() keeps nearly all of the true ten nearest in a shortlist of a hundred", () => {
  const random = randomOf(99);
  const count = 3_000;
  const centres = Array.from({ length: 30 }, () => randomVector(random, DIMENSIONS));
  const store = new VectorStore(DIMENSIONS, "int8");
  const nearCentre = () => {
    const centre = centres[Math.floor(random() * centres.length)] ?? new Float32Array(DIMENSIONS);
    return randomVector(random, DIMENSIONS).map((value, i) => value + 0.5 * (centre[i] ?? 0));
  };
  for (let slot = 0; slot < count; slot++) store.set(slot, nearCentre());
  const passing = new Uint8Array(count).fill(1);
  const slots = store.slotsIn(passing);
  let kept = 0;
  for (let i = 0; i < 20; i++) {
    const query = nearCentre();
    const exact = new Float64Array(count);
    store.cosines(query, slots, exact);
    const best = [...slots].sort((a, b) => (exact[b] ?? 0) - (exact[a] ?? 0)).slice(0, 10);
    const shortlist = new Set(store.nearest(query, passing, 100));
    kept += best.filter((slot) => shortlist.has(slot)).length;
  }
  store.release();
  assert(kept / 200 >= 0.95, `${kept} of 200`);
});

Deno.test("setRaw() keeps what rawOf() gave, sketches and all", () => {
  const random = randomOf(3);
  const [from, to] = [new VectorStore(DIMENSIONS, "int8"), new VectorStore(DIMENSIONS, "int8")];
  for (let slot = 0; slot < 200; slot++) from.set(slot, randomVector(random, DIMENSIONS));
  const query = randomVector(random, DIMENSIONS);
  const passing = new Uint8Array(200).fill(1);
  const wanted = from.nearest(query, passing, 10);
  for (let slot = 0; slot < 200; slot++) {
    const { vector, sketch } = from.rawOf(slot);
    if (!sketch) throw new Error("no sketch");
    to.setRaw(slot, { vector: vector.slice(), sketch: sketch.slice() });
  }
  assertEquals(to.nearest(query, passing, 10), wanted);
  assertEquals([to.count, to.sketchBytes], [200, 64]);
  from.release();
  to.release();
});

Deno.test("VectorStore does not keep vectors without direction", () => {
  const store = new VectorStore(4, "float32");
  store.set(0, [0, 0, 0, 0]);
  store.set(1, [NaN, 1, 0, 0]);
  store.set(2, [1, 0, 0, 0]);
  assertEquals([store.has(0), store.has(1), store.has(2), store.count], [false, false, true, 1]);
  store.release();
});
