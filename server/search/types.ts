/**
 * The vocabulary of the search library: what is indexed, what is asked, what comes back.
 *
 * @module
 */

import type { RankingOptions } from "./fusion.ts";

/** Identity of a document inside one index. Numbers sort before strings. */
export type DocumentId = string | number;

/** How a filter column is stored: one exact text, a list of exact texts, or a number. */
export type ColumnType = "keyword" | "keywords" | "number";

/** Value of one filter column of one document; `null` means absent. */
export type ColumnValue = string | number | readonly string[] | null;

/** Any vector the index takes; it is stored quantised, so the original may be reused. */
export type VectorInput = Float32Array | Float64Array | Int8Array | readonly number[];

/** Which lists a search uses: words only, vectors only, or both fused. */
export type SearchMode = "fts" | "vector" | "hybrid";

/** The fields and columns every document of an index has. */
export interface SearchSchema {
  /** Text fields and their BM25F weights (above 0); a field not named here is not indexed. */
  readonly fields: Readonly<Record<string, number>>;
  /** Filter columns by name. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /**
   * Documents that are turns of one talk: those with an equal `group` column stand in the order of
   * the `order` column, then of their ids. A turn then profits from its neighbours' matches.
   */
  readonly conversation?: ConversationColumns;
}

/** The columns that put turns of a talk in order. */
export interface ConversationColumns {
  /** Name of the `keyword` column that all turns of one talk share. */
  readonly group: string;
  /** Name of the `number` column that orders them. */
  readonly order: string;
  /**
   * Name of the `number` column with the share of a turn that asks, as `questionShare` gives it. What
   * follows a question is then taken for its answer.
   * @default none
   */
  readonly asks?: string;
  /**
   * Name of the `keyword` column with the name of who speaks, as `speakerOf` gives it. Turns of whom a
   * query names are then preferred.
   * @default none
   */
  readonly speaker?: string;
}

/** Options of an index. */
export interface SearchIndexOptions {
  /**
   * Length of the vectors.
   * @default 512
   */
  readonly dimensions?: number;
  /**
   * How vectors are kept: one signed byte or one 32-bit float a dimension.
   * @default "int8"
   */
  readonly vectorStorage?: VectorStorage;
  /**
   * Rows up to which all cosines are exact; above, only those of the likeliest rows are computed.
   * @default 3000
   */
  readonly maxExactVectors?: number;
  /**
   * How much the reasons of a rank count; what is absent has its tested default.
   * @default none
   */
  readonly ranking?: Partial<RankingOptions>;
}

/** How a vector is kept in memory. */
export type VectorStorage = "int8" | "float32";

/** One document to index. */
export interface SearchDocument {
  /** Identity; indexing an id again replaces the document. */
  readonly id: DocumentId;
  /** Text by field name; absent fields are empty. */
  readonly fields: Readonly<Record<string, string>>;
  /** Filter values by column name; absent columns are `null`. */
  readonly columns?: Readonly<Record<string, ColumnValue>>;
  /** Meaning of the document; `null` or absent when it has none (yet). */
  readonly vector?: VectorInput | null;
}

/** One condition on a column. All conditions of a query must hold. */
export type ColumnFilter =
  | {
    /** Column name. */
    readonly column: string;
    /** Equal to the value; `null` finds documents without one. */
    readonly op: "eq";
    /** The value wanted. */
    readonly value: string | number | null;
  }
  | {
    /** Column name. */
    readonly column: string;
    /** Equal to one of the values; an empty list finds nothing. */
    readonly op: "in";
    /** The values wanted; `null` among them admits documents without a value. */
    readonly value: readonly (string | number | null)[];
  }
  | {
    /** Column name, of type `number`. */
    readonly column: string;
    /** At least, or at most, the value; documents without a number never pass. */
    readonly op: "gte" | "lte";
    /** The inclusive bound. */
    readonly value: number;
  }
  | {
    /** Column name. */
    readonly column: string;
    /** `eqFold`: equal but for case; `containsFold`: contains, whatever the case; `has`: the list has this member. */
    readonly op: "eqFold" | "containsFold" | "has";
    /** The text wanted. */
    readonly value: string;
  };

/** How much each list counts in hybrid mode. */
export interface FusionWeights {
  /**
   * Weight of the words.
   * @default 1
   */
  readonly text?: number;
  /**
   * Weight of the vectors.
   * @default 1
   */
  readonly vector?: number;
}

/** One question to an index. */
export interface SearchQuery {
  /** The words as typed; capital `OR`, `AND` and `NOT` are operators. */
  readonly text?: string;
  /**
   * Meaning of the query; without one, `vector` and `hybrid` answer as `fts`. Its numbers are not to
   * change afterwards.
   */
  readonly vector?: VectorInput | null;
  /**
   * Which lists are used.
   * @default "hybrid"
   */
  readonly mode?: SearchMode;
  /**
   * Most hits to return, an integer >= 1.
   * @default 10
   */
  readonly topK?: number;
  /** Conditions every hit meets; applied before ranking. */
  readonly filters?: readonly ColumnFilter[];
  /**
   * Least cosine for a row to enter the vector list; rows found by their words stay.
   * @default none
   */
  readonly minCosine?: number;
  /** Weights of the two lists in hybrid mode. */
  readonly weights?: FusionWeights;
  /**
   * Number column that orders the answer, greatest first, when there is neither text nor vector.
   * Without it the order is by id, greatest first.
   */
  readonly orderBy?: string;
  /**
   * Whether words near in meaning count for a word of the query in hybrid mode.
   * @default true
   */
  readonly expandMeaning?: boolean;
  /**
   * Whether the short and the long form of an abbreviation stand for each other in hybrid mode, where
   * a document explains it, as in "continuous integration (CI)".
   * @default true
   */
  readonly expandAbbreviations?: boolean;
  /**
   * Whether a word that no document has may stand for one spelt nearly so, or begun by it.
   * @default true
   */
  readonly mendSpelling?: boolean;
  /**
   * Whether hits carry the reasons of their rank.
   * @default false
   */
  readonly explain?: boolean;
}

/** Why a hit is where it is. Ranks count from 1; absent means not in that list. */
export interface HitExplanation {
  /** Rank in the text list. */
  readonly textRank?: number;
  /** Rank in the vector list. */
  readonly vectorRank?: number;
  /** BM25F score over the words of the query. */
  readonly bm25: number;
  /** Cosine with the query vector; absent without vectors. */
  readonly cosine?: number;
  /** Words of the query found in the document, as typed. */
  readonly matchedTerms: readonly string[];
}

/** One answer. */
export interface SearchHit {
  /** The document. */
  readonly id: DocumentId;
  /** Fused score; comparable between indexes for the same query, higher is better. */
  readonly score: number;
  /** Reasons, when asked for. */
  readonly explanation?: HitExplanation;
}

/** Size of an index. */
export interface IndexStats {
  /** Documents that can be found. */
  readonly documents: number;
  /** Documents that have a vector. */
  readonly vectors: number;
  /** Distinct word forms. */
  readonly terms: number;
  /** Removed documents whose space is not yet given back. */
  readonly tombstones: number;
  /** Estimate of the memory held, in bytes. */
  readonly memoryBytes: number;
}
