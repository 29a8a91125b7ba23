/**
 * From the words of a query to what is looked up for them, and which rows operators admit.
 *
 * @module
 */
import { withAbbreviations, type WordConcept } from "./abbreviation_concepts.ts";
import type { Abbreviations } from "./abbreviations.ts";
import type { ConceptCache, ConceptSource, ToConceptOptions } from "./concepts.ts";
import type { Conjunction, ParsedQuery, QueryWord } from "./query_parser.ts";
import type { SlotScores } from "./slot_scores.ts";
import { type Concept, MAX_CONCEPTS } from "./text_scorer.ts";

/** The words of a query as they are looked up. */
export interface QueryConcepts {
  /** Words in the order of the query. */
  readonly words: readonly QueryWord[];
  /** What each may stand for. */
  readonly concepts: readonly Concept[];
  /** Rarity of the whole query, above 0. */
  readonly totalRarity: number;
}

/** What the words may stand for; the rarest when there are too many. */
export function queryConcepts(
  parsed: ParsedQuery,
  source: ConceptSource,
  cache: ConceptCache,
  options: ToConceptOptions & {
    /** Abbreviations whose forms may stand for each other. */
    readonly abbreviations?: Abbreviations | undefined;
  },
): QueryConcepts {
  let pairs = parsed.words.map((word) => ({ word, concept: cache.get(word, source, options) }));
  const { abbreviations } = options;
  if (!parsed.alternatives) {
    pairs = withoutIdle(pairs);
    if (abbreviations && !abbreviations.isEmpty) {
      pairs = withAbbreviations(pairs, abbreviations, source);
    }
    pairs = rarest(pairs);
  }
  if (pairs.length > MAX_CONCEPTS) pairs = pairs.slice(0, MAX_CONCEPTS);
  return {
    words: pairs.map((pair) => pair.word),
    concepts: pairs.map((pair) => pair.concept),
    totalRarity: pairs.reduce((sum, { concept }) => sum + concept.rarity, 0) || 1,
  };
}

/** Drops what no document has when other tokens stand for the same text. */
function withoutIdle(pairs: WordConcept[]): WordConcept[] {
  if (pairs.every(({ concept }) => concept.variants.length > 0)) return pairs;
  const hasParts = pairs.some(({ word }) => word.token.kind === "part");
  return pairs.filter(({ word, concept }) => {
    const isSpare = word.token.kind === "accented" || (word.token.kind === "whole" && hasParts);
    return concept.variants.length > 0 || !isSpare;
  });
}

function rarest(pairs: WordConcept[]): WordConcept[] {
  if (pairs.length <= MAX_CONCEPTS) return pairs;
  const ranked = [...pairs].sort((a, b) => b.concept.rarity - a.concept.rarity);
  const kept = new Set(ranked.slice(0, MAX_CONCEPTS));
  return pairs.filter((pair) => kept.has(pair));
}

/** Takes rows out of the text list that no alternative admits, and refused ones out of both. */
export function applyOperators(alternatives: readonly Conjunction[], scores: SlotScores): void {
  const bits = (words: readonly number[]) =>
    words.reduce((mask, word) => word < MAX_CONCEPTS ? mask | 1 << word : mask, 0);
  const masks = alternatives.map(({ all, none }) => ({ all: bits(all), none: bits(none) }));
  for (let slot = 0; slot < scores.matched.length; slot++) {
    const matched = scores.matched[slot] ?? 0;
    const isRefused = ({ none }: { none: number }) => (matched & none) !== 0;
    if (!masks.some((mask) => (matched & mask.all) === mask.all && !isRefused(mask))) {
      scores.exact[slot] = 0;
      scores.broad[slot] = 0;
    }
    if (masks.every(isRefused)) scores.cosines[slot] = NaN;
  }
}
