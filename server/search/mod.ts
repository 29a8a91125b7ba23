/**
 * A search engine in memory: words (BM25F over stems, fuzzy, prefixes), meaning (vectors) and typed
 * filters over one set of documents. It does no input or output, keeps no clock and gives the same
 * ranking for the same documents whatever the order they came in.
 *
 * @example Find a profile by other words
 * ```ts ignore
 * const index = new SearchIndex({ fields: { content: 1 }, columns: { user_id: "keyword" } });
 * const content = "Prefers an aisle seat on planes.";
 * index.upsert({ id: "p1", fields: { content }, columns: { user_id: "u1" }, vector: embedText(content) });
 * const text = "which seats on a flight";
 * index.search({ text, vector: embedText(text), topK: 5 });
 * ```
 *
 * @module
 */
export { analyze, type Token, type TokenKind } from "./analyze.ts";
export { questionShare } from "./conversation.ts";
export { cosine } from "./cosine.ts";
export { EMBEDDED_MIN_COSINE, EMBEDDING_DIMENSIONS, embedText } from "./embed.ts";
export { compareIds } from "./ids.ts";
export { type Conjunction, type ParsedQuery, parseQuery, type QueryWord } from "./query_parser.ts";
export type { RankingOptions } from "./fusion.ts";
export { SearchIndex } from "./search_index.ts";
export { stem } from "./stem.ts";
export { speakerOf } from "./talk_cues.ts";
export type * from "./types.ts";
