import { assertAlmostEquals, assertEquals } from "@std/assert";
import { cosine } from "./cosine.ts";
import { VectorStore } from "./vector_store.ts";

const DIMENSIONS = 64;

/** Vectors that have much in common, the same in every run. */
function vectors(count: number): Float64Array[] {
  let state = 7;
  const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32;
  return Array.from({ length: count }, () => Float64Array.from({ length: DIMENSIONS }, random));
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

Deno.test("centred() gives the cosines of vectors without their mean", () => {
  const store = new VectorStore(DIMENSIONS, "float32");
  const rows = vectors(50).map(unit);
  for (const [slot, row] of rows.entries()) store.set(slot, row);
  const [query = new Float64Array(DIMENSIONS)] = vectors(51).slice(50).map(unit);
  const slots = Uint32Array.from(rows.keys());
  const cosines = new Float64Array(rows.length);
  store.cosines(query, slots, cosines);
  const centred = store.centred(query, slots, 0.6);
  const share = 0.6 * 50 / 150;
  const mean = rows[0]?.map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / 50);
  const without = (vector: Float64Array) => vector.map((v, i) => v - share * (mean?.[i] ?? 0));
  for (const [slot, row] of rows.entries()) {
    const expected = cosine(without(query), without(row));
    assertAlmostEquals(centred.of(cosines[slot] ?? 0, slot), expected, 1e-4);
  }
  store.release();
});

Deno.test("centred() is the same to the bit whatever the order of arrival and what was removed", () => {
  const rows = vectors(40);
  const first = new VectorStore(DIMENSIONS, "int8");
  const second = new VectorStore(DIMENSIONS, "int8");
  for (const [slot, row] of rows.entries()) first.set(slot, row);
  for (let slot = 59; slot >= 40; slot--) second.set(slot, rows[slot - 40] ?? []);
  for (let slot = 39; slot >= 0; slot--) second.set(slot, rows[slot] ?? []);
  const slots = Uint32Array.from(rows.keys());
  // Products of another mean must not outlive it.
  second.centred(rows[3] ?? [], slots, 0.6);
  for (let slot = 40; slot < 60; slot++) second.remove(slot);
  const query = rows[5] ?? [];
  const a = first.centred(query, slots, 0.6);
  const b = second.centred(query, slots, 0.6);
  for (const slot of slots) assertEquals(a.of(0.3, slot), b.of(0.3, slot));
  first.release();
  second.release();
});
