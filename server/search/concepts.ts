/**
 * What the words of a query may stand for in an index: themselves, an unfinished or misspelt word,
 * words near in meaning.
 *
 * @module
 */
import type { Lexicon } from "./lexicon.ts";
import type { QueryWord } from "./query_parser.ts";
import type { SpellingIndex } from "./spelling.ts";
import { type Concept, rarityOf, type Variant } from "./text_scorer.ts";
import { nearWords, rowOfStem } from "./word_vectors.ts";

/** How a match counts that is not the word itself. */
export const VARIANT_WEIGHTS = {
  /** The word continues the unfinished last word of the query. */
  prefix: 0.8,
  /** By edits between the two, from none. */
  spelling: [1, 0.8, 0.55],
  /** The same for a query word that is itself a listed English word. */
  spellingOfListedWord: [1, 0.35, 0],
  /** The word is made from the other by an ending, as `mentorship` from `mentor`. */
  derived: 0.6,
  /** For words near in meaning: times the cosine above the floor. */
  meaning: 0.6,
} as const;

/** Least share of a word's rarity for which a word near in meaning is looked up: common ones say little. */
const MIN_MEANING_SHARE = 0.25;

/** Endings that stems keep. */
const ENDINGS = ["ship", "hood", "ness", "dom", "ism", "ist", "er", "or"] as const;

/** Shortest word that an ending is put to. */
const MIN_BASE_LENGTH = 4;

/** Shortest unfinished word that is looked up by its start. */
const MIN_PREFIX_LENGTH = 3;

/** Words of an index that may stand for a query's. */
export interface ConceptSource {
  /** The words. */
  readonly lexicon: Lexicon;
  /** Their spellings. */
  readonly spelling: SpellingIndex;
  /** How many documents there are. */
  readonly documents: number;
}

/** Options of {@link toConcept}. */
export interface ToConceptOptions {
  /** Whether words near in meaning count. */
  readonly expandMeaning: boolean;
  /** Whether unknown words may be unfinished or misspelt ones. */
  readonly mendSpelling: boolean;
}

/** Most concepts an index remembers for each way of asking; it starts afresh when full. */
const MAX_CONCEPTS_KEPT = 2_000;

/** Concepts of words that an index was asked before, until a document comes or goes. */
export class ConceptCache {
  /** Concepts by key of the word, for each combination of options. */
  readonly #concepts = Array.from({ length: 4 }, () => new Map<string, Concept>());
  /** State of the lexicon, and number of documents, that the concepts are of. */
  #version = -1;
  #documents = -1;

  /** What one word of a query may stand for. */
  get(word: QueryWord, source: ConceptSource, options: ToConceptOptions): Concept {
    const { lexicon: { version }, documents } = source;
    if (version !== this.#version || documents !== this.#documents) {
      for (const concepts of this.#concepts) concepts.clear();
      this.#version = version;
      this.#documents = documents;
    }
    const way = (options.expandMeaning ? 1 : 0) + (options.mendSpelling ? 2 : 0);
    const concepts = this.#concepts[way];
    const known = concepts?.get(word.key);
    if (known !== undefined) return known;
    const concept = toConcept(word, source, options);
    if (concepts !== undefined && concepts.size >= MAX_CONCEPTS_KEPT) concepts.clear();
    concepts?.set(word.key, concept);
    return concept;
  }
}

/** What one word of a query may stand for. */
function toConcept(
  word: QueryWord,
  source: ConceptSource,
  options: ToConceptOptions,
): Concept {
  const { lexicon, documents } = source;
  const own = lexicon.liveStem(word.token.stem);
  const rarity = rarityOf(own === undefined ? 0 : lexicon.documentsOfStem(own), documents);
  const variants = new Map<number, Variant>();
  const offer = (stemId: number, weight: number, isLexical: boolean) => {
    if (weight <= 0 || (variants.get(stemId)?.weight ?? 0) >= weight) return;
    const found = rarityOf(lexicon.documentsOfStem(stemId), documents);
    variants.set(stemId, { stemId, weight, isLexical, rarity: Math.min(found, rarity) });
  };
  if (own !== undefined) offer(own, 1, true);
  else if (options.mendSpelling) offerSpellings(word, source, offer);
  if (options.expandMeaning && word.token.kind !== "whole") {
    for (const stemId of derivedStems(word, lexicon)) {
      offer(stemId, VARIANT_WEIGHTS.derived, false);
    }
    for (const near of nearWords(word.token.stem)) {
      const stemId = lexicon.liveStem(near.stem);
      if (stemId === undefined) continue;
      const weight = VARIANT_WEIGHTS.meaning * near.cosine;
      const found = rarityOf(lexicon.documentsOfStem(stemId), documents);
      if (weight * found >= MIN_MEANING_SHARE * rarity) offer(stemId, weight, false);
    }
  }
  return { text: word.text, variants: [...variants.values()], rarity };
}

/** Offers the words that an unknown word may be the start or a misspelling of. */
function offerSpellings(
  word: QueryWord,
  source: ConceptSource,
  offer: (stemId: number, weight: number, isLexical: boolean) => void,
): void {
  const { lexicon, spelling } = source;
  const { term, kind } = word.token;
  if (kind === "accented" || kind === "pair" || kind === "character") return;
  if (word.isLast && term.length >= MIN_PREFIX_LENGTH) {
    for (const formId of spelling.startingWith(term)) {
      offer(lexicon.stemIdOf(formId), VARIANT_WEIGHTS.prefix, true);
    }
  }
  const weights = rowOfStem(word.token.stem) >= 0
    ? VARIANT_WEIGHTS.spellingOfListedWord
    : VARIANT_WEIGHTS.spelling;
  for (const { formId, distance } of spelling.near(term)) {
    offer(lexicon.stemIdOf(formId), weights[distance] ?? 0, true);
  }
}

/**
 * Stems of live words that a word is made from by an ending, or that are made from it. Only where the
 * vectors do not list one of the two: else they know better how near they are.
 */
function derivedStems({ token: { term, stem } }: QueryWord, lexicon: Lexicon): number[] {
  const stemIds: number[] = [];
  for (const form of derivedForms(term)) {
    const formId = lexicon.liveForm(form);
    if (formId !== undefined) stemIds.push(lexicon.stemIdOf(formId));
  }
  if (stemIds.length === 0 || rowOfStem(stem) < 0) return stemIds;
  return stemIds.filter((stemId) => rowOfStem(lexicon.stemAt(stemId)) < 0);
}

/** Words made by endings, by word. A text that was looked up before is looked up faster again. */
const derivedFormsOf = new Map<string, readonly string[]>();

/** Most words remembered in it; it starts afresh when full. */
const MAX_DERIVED_WORDS = 20_000;

/** What a word becomes by an ending, and what it is without the one it has. */
function derivedForms(term: string): readonly string[] {
  const known = derivedFormsOf.get(term);
  if (known !== undefined) return known;
  const forms = ENDINGS.flatMap((ending) => {
    const made = term.length >= MIN_BASE_LENGTH ? [term + ending] : [];
    const base = term.slice(0, -ending.length);
    const isMade = term.endsWith(ending) && base.length >= MIN_BASE_LENGTH;
    return isMade ? [...made, base, `${base}e`] : made;
  });
  if (derivedFormsOf.size >= MAX_DERIVED_WORDS) derivedFormsOf.clear();
  derivedFormsOf.set(term, forms);
  return forms;
}
