import { indexSet, searchAll, VARIANTS } from "../retrieval_bench.ts";
import type { Engine } from "./engine.ts";

/** The search library of this repository, hybrid mode. */
export function createOurs(): Engine {
  const variant = VARIANTS.at(-1);
  let indexes: ReturnType<typeof indexSet> = {};
  return {
    name: "Reflexio (hybrid)",
    index: (items) => {
      indexes = indexSet({ items, queries: [] });
    },
    search: (query) => variant === undefined ? [] : searchAll(indexes, query, variant),
  };
}
