import MiniSearch from "npm:minisearch@7.2.0";
import type { LabelledItem } from "../retrieval_set.ts";
import { type Engine, isVisible, nameOf, textOf } from "./engine.ts";

/** MiniSearch with the settings its guide recommends for typos: fuzzy 0.2 and prefixes. */
export function createMiniSearch(): Engine {
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ["text"] });
  const rows = new Map<string, LabelledItem>();
  return {
    name: "MiniSearch 7.2 (fuzzy, prefix)",
    index: (items) => {
      for (const item of items) rows.set(nameOf(item), item);
      index.addAll(items.map((item) => ({ id: nameOf(item), text: textOf(item) })));
    },
    search: (query) =>
      index.search(query.q, {
        fuzzy: 0.2,
        prefix: true,
        filter: ({ id }) => {
          const item = rows.get(String(id));
          return item !== undefined && isVisible(item, query);
        },
      }).slice(0, 10).map(({ id }) => String(id)),
  };
}
