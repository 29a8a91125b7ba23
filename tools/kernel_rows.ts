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
  f64,
  F64X2,
  floatOf,
  functionOf,
  get,
  I32,
  i32,
  I32X4,
  I64,
  load,
  set,
  store,
  times,
  V128,
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

/** Bytes of a sketch of 512 numbers, the usual length. */
const USUAL_SKETCH = 64;

/** See `differingBits` in `server/search/kernel.ts`. Counting bits by 64 is what processors are best at. */
const differingBits = functionOf(
  "differingBits",
  { query: "i32", first: "i32", count: "i32", bytes: "i32", out: "i32" },
  { i: "i32", at: "i32", sum: "i64" },
  (n) => {
    const bitsAt = (offset: number): Code =>
      I64.countBits(
        I64.xor(
          load.i64(I32.add(get(n.first), get(n.at)), offset),
          load.i64(I32.add(get(n.query), get(n.at)), offset),
        ),
      );
    const count = (bytes: number): Code => {
      const steps = Array.from({ length: bytes / 8 }, (_, i) => bitsAt(i * 8));
      return [
        ...set(n.sum, steps.reduce((sum, bits) => I64.add(sum, bits), get(n.sum))),
        ...set(n.at, I32.add(get(n.at), i32(bytes))),
      ];
    };
    return times(n.i, get(n.count), [
      ...[...set(n.sum, I64.zero), ...set(n.at, i32(0))],
      ...when(
        I32.ne(get(n.bytes), i32(USUAL_SKETCH)),
        during(I32.ltU(get(n.at), get(n.bytes)), count(16)),
        count(USUAL_SKETCH),
      ),
      ...store.i32(at(n.out, get(n.i), 2), I64.toI32(get(n.sum))),
      ...set(n.first, I32.add(get(n.first), get(n.bytes))),
    ]);
  },
);

/** Moves a counter of slots on to the next two. */
const nextTwo = (slot: number): Code => set(slot, I32.add(get(slot), i32(2)));

/** A score as a step of the scale, which may be no whole number. */
const stepOf = (score: Code, scale: number, last: number): Code =>
  F64X2.pmax(F64X2.pmin(F64X2.mul(score, get(scale)), get(last)), V128.zero);

/**
 * See `scoreRows` in `server/search/kernel.ts`. Two rows at a time, and without a branch that depends
 * on what rows hold: half of such branches would be guessed wrong.
 */
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
    counts: "i32",
    bins: "i32",
    flags: "i32",
    inverse: "f64",
    minCosine: "f64",
    offset: "f64",
    commonInverse: "f64",
    vectorWeight: "f64",
    textWeight: "f64",
    rarity: "f64",
    scale: "f64",
  },
  {
    slot: "i32",
    found: "i32",
    hits: "i32",
    ...{ inverse2: "v128", minCosine2: "v128", offset2: "v128", commonInverse2: "v128" },
    ...{ vectorWeight2: "v128", textWeight2: "v128", rarity2: "v128", scale2: "v128" },
    ...{ last: "v128", none: "v128", inPlay: "v128", cosine: "v128", isNear: "v128" },
    ...{ near: "v128", word: "v128", hit: "v128", steps: "v128" },
  },
  (n) => {
    const slot = get(n.slot);
    const twoAt = (array: number) => load.v128(at(array, slot, 3));
    const halfAt = (array: number) => load.half(at(array, slot, 2));
    // The dot product of row 0, which is none, is whatever stands before the first.
    const firstDot = at(n.dots, load.i32(at(n.rows, slot, 2)), 2);
    const secondDot = at(n.dots, load.i32(at(n.rows, I32.add(slot, i32(1)), 2)), 2);
    // The query was moved up by 64 to be of naturals: so much of each row's sum is too much.
    const dot = F64X2.fromI32X4(
      I32X4.sub(
        load.second(secondDot, load.quarter(firstDot)),
        I32X4.shl(halfAt(n.sums), i32(6)),
      ),
    );
    const cosine = F64X2.mul(F64X2.mul(dot, get(n.inverse2)), twoAt(n.inverses));
    const one = F64X2.splat(f64(1));
    const isRow = I32X4.widenLow(I32X4.ne(halfAt(n.rows), V128.zero));
    const centred = F64X2.mul(
      F64X2.mul(
        F64X2.add(F64X2.sub(get(n.cosine), twoAt(n.commonDots)), get(n.offset2)),
        twoAt(n.commonInverses),
      ),
      get(n.commonInverse2),
    );
    const isWord = V128.and(get(n.inPlay), F64X2.gt(twoAt(n.words), V128.zero));
    const note = (lane: 0 | 1): Code => {
      const isHit = lane === 0 ? I32.and(get(n.hits), i32(1)) : I32.shrU(get(n.hits), i32(1));
      const count = at(n.counts, I32X4.lane(get(n.steps), lane), 2);
      return [
        ...store.i32(at(n.out, get(n.found), 2), lane === 0 ? slot : I32.add(slot, i32(1))),
        ...set(n.found, I32.add(get(n.found), isHit)),
        ...store.i32(count, I32.add(load.i32(count), isHit)),
      ];
    };
    return [
      ...set(n.dots, I32.sub(get(n.dots), i32(4))),
      ...set(n.inverse2, F64X2.splat(get(n.inverse))),
      ...set(n.minCosine2, F64X2.splat(get(n.minCosine))),
      ...set(n.offset2, F64X2.splat(get(n.offset))),
      ...set(n.commonInverse2, F64X2.splat(get(n.commonInverse))),
      ...set(n.vectorWeight2, F64X2.splat(get(n.vectorWeight))),
      ...set(n.textWeight2, F64X2.splat(get(n.textWeight))),
      ...set(n.rarity2, F64X2.splat(get(n.rarity))),
      ...set(n.scale2, F64X2.splat(get(n.scale))),
      ...set(n.last, F64X2.splat(floatOf(I32.sub(get(n.bins), i32(1))))),
      ...set(n.none, F64X2.splat(f64(NaN))),
      ...times(n.slot, get(n.bins), store.i32(at(n.counts, slot, 2), i32(0))),
      ...set(n.slot, i32(0)),
      ...during(I32.ltU(slot, get(n.count)), [
        ...set(n.inPlay, V128.maskOfBytes(at(n.passing, slot, 0))),
        ...set(n.cosine, F64X2.pmax(F64X2.pmin(cosine, one), F64X2.splat(f64(-1)))),
        ...set(
          n.isNear,
          V128.and(
            V128.and(get(n.inPlay), isRow),
            F64X2.ge(get(n.cosine), get(n.minCosine2)),
          ),
        ),
        ...set(n.near, get(n.cosine)),
        ...when(I32.and(get(n.flags), i32(CENTRED)), set(n.near, centred)),
        ...set(
          n.near,
          V128.and(
            F64X2.mul(get(n.vectorWeight2), get(n.near)),
            V128.and(get(n.isNear), F64X2.gt(get(n.near), V128.zero)),
          ),
        ),
        ...set(n.hit, V128.or(get(n.isNear), isWord)),
        ...set(n.word, F64X2.div(twoAt(n.words), get(n.rarity2))),
        ...when(
          I32.and(get(n.flags), i32(RAISED)),
          set(n.word, F64X2.mul(get(n.word), F64X2.sqrt(get(n.word)))),
        ),
        ...set(n.word, F64X2.add(F64X2.mul(get(n.textWeight2), get(n.word)), get(n.near))),
        ...store.v128(
          at(n.cosines, slot, 3),
          V128.select(get(n.cosine), get(n.none), get(n.isNear)),
        ),
        ...store.v128(at(n.fused, slot, 3), V128.select(get(n.word), get(n.none), get(n.hit))),
        ...set(n.steps, I32X4.truncF64X2(stepOf(get(n.word), n.scale2, n.last))),
        ...set(n.hits, V128.signs(get(n.hit))),
        ...[...note(0), ...note(1)],
        ...nextTwo(n.slot),
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
    count: "i32",
    scores: "i32",
    limit: "i32",
    counts: "i32",
    bins: "i32",
    scale: "f64",
    out: "i32",
  },
  {
    slot: "i32",
    bin: "i32",
    found: "i32",
    hits: "i32",
    ...{ scale2: "v128", last: "v128", least: "v128" },
  },
  (n) => {
    const slot = get(n.slot);
    const steps = stepOf(load.v128(at(n.scores, slot, 3)), n.scale2, n.last);
    const binCount = load.i32(at(n.counts, get(n.bin), 2));
    return [
      ...set(n.bin, get(n.bins)),
      ...during(
        I32.and(I32.gtU(get(n.bin), i32(0)), I32.ltU(get(n.found), get(n.limit))),
        [
          ...set(n.bin, I32.sub(get(n.bin), i32(1))),
          ...set(n.found, I32.add(get(n.found), binCount)),
        ],
      ),
      ...set(n.scale2, F64X2.splat(get(n.scale))),
      ...set(n.last, F64X2.splat(floatOf(I32.sub(get(n.bins), i32(1))))),
      ...set(n.least, F64X2.splat(floatOf(get(n.bin)))),
      ...set(n.found, i32(0)),
      ...during(I32.ltU(slot, get(n.count)), [
        ...set(n.hits, V128.signs(F64X2.ge(steps, get(n.least)))),
        ...when(get(n.hits), [
          ...when(I32.and(get(n.hits), i32(1)), append(n.out, n.found, slot)),
          ...when(I32.and(get(n.hits), i32(2)), append(n.out, n.found, I32.add(slot, i32(1)))),
        ]),
        ...nextTwo(n.slot),
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
export const ROW_FUNCTIONS: readonly WasmFunction[] = [
  differingBits,
  scoreRows,
  shortlist,
  nearestRows,
];
