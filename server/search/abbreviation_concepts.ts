/**
 * Letting the short and the long form of an abbreviation stand for each other in a query.
 *
 * @module
 */
import type { Abbreviations } from "./abbreviations.ts";
import type { ConceptSource } from "./concepts.ts";
import type { QueryWord } from "./query_parser.ts";
import { type Concept, rarityOf, type Variant } from "./text_scorer.ts";

/** How the other form counts beside the one that was typed. */
const OTHER_FORM_WEIGHT = 0.8;

/** Most words of a long form. */
const MAX_LONG_WORDS = 8;

/** A word of a query and what it may stand for. */
export interface WordConcept {
  /** The word. */
  readonly word: QueryWord;
  /** What it may stand for. */
  readonly concept: Concept;
}

/**
 * The words of a query with the other forms of its abbreviations. A short form is divided into as many
 * parts as its long form has words, so that a document with all of them is credited with the whole; each
 * word of a long form may be stood for by the short one.
 */
export function withAbbreviations(
  pairs: readonly WordConcept[],
  abbreviations: Abbreviations,
  source: ConceptSource,
): WordConcept[] {
  const shortOfPlace = shortForms(pairs, abbreviations);
  return pairs.flatMap((pair, place) => {
    const short = shortOfPlace.get(place);
    if (short !== undefined) return [withVariant(pair, short, { parts: 1, source })];
    const long = abbreviations.longOf(pair.word.token.stem);
    if (long === undefined) return [pair];
    return long.map((stem) => withVariant(pair, stem, { parts: long.length, source }));
  });
}

/** By place: the short form of the longest run of words that has one. */
function shortForms(
  pairs: readonly WordConcept[],
  abbreviations: Abbreviations,
): Map<number, string> {
  const stems = pairs.map(({ word }) => word.token.stem);
  const found = new Map<number, string>();
  for (let start = 0; start < stems.length; start++) {
    for (let end = Math.min(stems.length, start + MAX_LONG_WORDS); end > start + 1; end--) {
      const short = abbreviations.shortOf(stems.slice(start, end));
      if (short === undefined) continue;
      for (let place = start; place < end; place++) found.set(place, short);
      start = end - 1;
      break;
    }
  }
  return found;
}

/** One of `parts` equal parts of a concept, for which another word may stand as well. */
function withVariant(
  { word, concept }: WordConcept,
  stem: string,
  { parts, source: { lexicon, documents } }: {
    readonly parts: number;
    readonly source: ConceptSource;
  },
): WordConcept {
  const rarity = concept.rarity / parts;
  const variants: Variant[] = concept.variants.map((variant) => ({
    ...variant,
    rarity: variant.rarity / parts,
  }));
  const stemId = lexicon.liveStem(stem);
  if (stemId !== undefined && variants.every((variant) => variant.stemId !== stemId)) {
    const found = rarityOf(lexicon.documentsOfStem(stemId), documents);
    variants.push({
      stemId,
      weight: OTHER_FORM_WEIGHT,
      isLexical: false,
      rarity: Math.min(found, concept.rarity) / parts,
    });
  }
  return { word, concept: { ...concept, variants, rarity } };
}
