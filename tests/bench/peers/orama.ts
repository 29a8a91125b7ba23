import { create, insertMultiple, search } from "npm:@orama/orama@3.1.16";
import type { LabelledItem } from "../retrieval_set.ts";
import { type Engine, isVisible, nameOf, textOf } from "./engine.ts";

/** Orama full text with its English stemmer and a tolerance of one edit. */
export function createOrama(): Engine {
  const db = create({
    schema: { name: "string", text: "string" } as const,
    components: { tokenizer: { language: "english", stemming: true } },
  });
  const rows = new Map<string, LabelledItem>();
  return {
    name: "Orama 3.1 (stemming, tolerance 1)",
    index: async (items) => {
      for (const item of items) rows.set(nameOf(item), item);
      await insertMultiple(db, items.map((item) => ({ name: nameOf(item), text: textOf(item) })));
    },
    search: async (query) => {
      const found = await search(db, {
        term: query.q,
        properties: ["text"],
        tolerance: 1,
        limit: rows.size,
      });
      return found.hits.map((hit) => hit.document.name).filter((name) => {
        const item = rows.get(name);
        return item !== undefined && isVisible(item, query);
      }).slice(0, 10);
    },
  };
}
