/**
 * A search engine in memory: words (BM25F over stems, fuzzy, prefixes), meaning (vectors) and typed
 * filters over one set of documents. It does no input or output, keeps no clock and gives the same
 * ranking for the same documents whatever the order they came in.
 *
 * @module
 */
export type * from "./types.ts";
