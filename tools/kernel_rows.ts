/**
 * The loops of the kernel that run over every row of a list once its dot products are known: scores
 * are put together, and the few rows are listed that can be among the best.
 *
 * @module
 */
import {
  at,
  type Code,
  during,
  F64,
  f64,
  functionOf,
  get,
  I32,
  i32,
  load,
  set,
  store,
  times,
  type WasmFunction,
  when,
} from "./wasm_assembler.ts";

/** Bit of FLAGS: what all rows share is taken out of cosines. */
const CENTRED = 1;
/** Bit of FLAGS: the share of the words is raised to 1.5. */
const RAISED = 2;

/** Appends a number to a list of which `found` is the length. */
const append = (list: number, found: number, value: Code): Code => [
  ...store.i32(at(list, get(found), 2), value),
  ...set(found, I32.add(get(found), i32(1))),
];

/** See `scoreRows` in `server/search/kernel.ts`. */
const scoreRows = functionOf(
  "scoreRows",
  {
    count: "i32",
    passing: "i32",
    rows: "i32",
    dots: "i32",
    sums: "i32",
    inverses: "i32",
    commonDots: "i32",
    commonInverses: "i32",
    words: "i32",
    cosines: "i32",
    fused: "i32",
    out: "i32",
    flags: "i32",
    inverse: "f64",
    minCosine: "f64",
    offset: "f64",
    commonInverse: "f64",
    vectorWeight: "f64",
    textWeight: "f64",
    rarity: "f64",
  },
  { slot: "i32", row: "i32", found: "i32", cosine: "f64", near: "f64", word: "f64", score: "f64" },
  (n) => {
    const slot = get(n.slot);
    const f64At = (array: number) => load.f64(at(array, slot, 3));
    // The query was moved up by 64 to be of naturals: so much of each row's sum is too much.
    const tooMuch = I32.shl(load.i32(at(n.sums, slot, 2)), i32(6));
    const dot = F64.fromI32(
      I32.sub(load.i32(at(n.dots, I32.sub(get(n.row), i32(1)), 2)), tooMuch),
    );
    const cosine = F64.max(
      F64.min(F64.mul(F64.mul(dot, get(n.inverse)), f64At(n.inverses)), f64(1)),
      f64(-1),
    );
    const centred = F64.mul(
      F64.mul(
        F64.add(F64.sub(get(n.cosine), f64At(n.commonDots)), get(n.offset)),
        f64At(n.commonInverses),
      ),
      get(n.commonInverse),
    );
    const share = F64.div(get(n.word), get(n.rarity));
    return [
      ...times(n.slot, get(n.count), [
        ...set(n.cosine, f64(NaN)),
        ...set(n.score, f64(NaN)),
        ...when(load.u8(at(n.passing, slot, 0)), [
          ...set(n.row, load.i32(at(n.rows, slot, 2))),
          ...when(get(n.row), [
            ...set(n.cosine, cosine),
            ...when(I32.eqz(F64.ge(get(n.cosine), get(n.minCosine))), set(n.cosine, f64(NaN))),
          ]),
          ...set(n.near, get(n.cosine)),
          ...when(I32.and(get(n.flags), i32(CENTRED)), set(n.near, centred)),
          ...when(
            F64.gt(get(n.near), f64(0)),
            set(n.near, F64.mul(get(n.vectorWeight), get(n.near))),
            set(n.near, f64(0)),
          ),
          ...set(n.word, f64At(n.words)),
          ...when(F64.gt(get(n.word), f64(0)), [
            ...set(n.word, share),
            ...when(
              I32.and(get(n.flags), i32(RAISED)),
              set(n.word, F64.mul(get(n.word), F64.sqrt(get(n.word)))),
            ),
            ...set(n.score, F64.add(F64.mul(get(n.textWeight), get(n.word)), get(n.near))),
          ], when(F64.eq(get(n.cosine), get(n.cosine)), set(n.score, get(n.near)))),
          ...when(F64.eq(get(n.score), get(n.score)), append(n.out, n.found, slot)),
        ]),
        ...store.f64(at(n.cosines, slot, 3), get(n.cosine)),
        ...store.f64(at(n.fused, slot, 3), get(n.score)),
      ]),
      ...get(n.found),
    ];
  },
  "i32",
);

/** See `shortlist` in `server/search/kernel.ts`. */
const shortlist = functionOf(
  "shortlist",
  {
    slots: "i32",
    count: "i32",
    scores: "i32",
    limit: "i32",
    counts: "i32",
    bins: "i32",
    out: "i32",
  },
  { i: "i32", slot: "i32", bin: "i32", found: "i32", value: "f64", highest: "f64", scale: "f64" },
  (n) => {
    const nextSlot = set(n.slot, load.i32(at(n.slots, get(n.i), 2)));
    const value = load.f64(at(n.scores, get(n.slot), 3));
    const bin = I32.truncF64(F64.mul(value, get(n.scale)));
    const binCount = load.i32(at(n.counts, get(n.bin), 2));
    return [
      ...times(n.i, get(n.count), [
        ...nextSlot,
        ...set(n.value, value),
        ...when(F64.gt(get(n.value), get(n.highest)), set(n.highest, get(n.value))),
      ]),
      ...when(
        F64.gt(get(n.highest), f64(0)),
        set(n.scale, F64.div(F64.fromI32(I32.sub(get(n.bins), i32(1))), get(n.highest))),
      ),
      ...times(n.i, get(n.bins), store.i32(at(n.counts, get(n.i), 2), i32(0))),
      ...times(n.i, get(n.count), [
        ...nextSlot,
        ...set(n.bin, bin),
        ...store.i32(at(n.counts, get(n.bin), 2), I32.add(binCount, i32(1))),
      ]),
      ...set(n.bin, get(n.bins)),
      ...during(
        I32.and(I32.gtU(get(n.bin), i32(0)), I32.ltU(get(n.found), get(n.limit))),
        [
          ...set(n.bin, I32.sub(get(n.bin), i32(1))),
          ...set(n.found, I32.add(get(n.found), binCount)),
        ],
      ),
      ...set(n.found, i32(0)),
      ...times(n.i, get(n.count), [
        ...nextSlot,
        ...when(I32.geU(bin, get(n.bin)), append(n.out, n.found, get(n.slot))),
      ]),
      ...get(n.found),
    ];
  },
  "i32",
);

/** See `nearestRows` in `server/search/kernel.ts`. */
const nearestRows = functionOf(
  "nearestRows",
  {
    count: "i32",
    passing: "i32",
    rows: "i32",
    differing: "i32",
    limit: "i32",
    counts: "i32",
    bins: "i32",
    out: "i32",
  },
  { slot: "i32", row: "i32", bin: "i32", found: "i32" },
  (n) => {
    const bits = load.i32(at(n.differing, I32.sub(get(n.row), i32(1)), 2));
    const binCount = load.i32(at(n.counts, get(n.bin), 2));
    const forEachRow = (code: Code) =>
      times(
        n.slot,
        get(n.count),
        when(load.u8(at(n.passing, get(n.slot), 0)), [
          ...set(n.row, load.i32(at(n.rows, get(n.slot), 2))),
          ...when(get(n.row), code),
        ]),
      );
    return [
      ...times(n.slot, get(n.bins), store.i32(at(n.counts, get(n.slot), 2), i32(0))),
      ...forEachRow([
        ...set(n.bin, bits),
        ...store.i32(at(n.counts, get(n.bin), 2), I32.add(binCount, i32(1))),
      ]),
      ...set(n.bin, i32(0)),
      ...set(n.found, load.i32(get(n.counts))),
      ...during(
        I32.and(
          I32.ltU(get(n.found), get(n.limit)),
          I32.ltU(get(n.bin), I32.sub(get(n.bins), i32(1))),
        ),
        [
          ...set(n.bin, I32.add(get(n.bin), i32(1))),
          ...set(n.found, I32.add(get(n.found), binCount)),
        ],
      ),
      ...set(n.found, i32(0)),
      ...forEachRow(
        when(I32.eqz(I32.gtU(bits, get(n.bin))), append(n.out, n.found, get(n.slot))),
      ),
      ...get(n.found),
    ];
  },
  "i32",
);

/** The functions, in the order of their export. */
export const ROW_FUNCTIONS: readonly WasmFunction[] = [scoreRows, shortlist, nearestRows];
