/**
 * How close the words of a query stand in a document, and in which form.
 *
 * @module
 */
import { withRoom } from "./growable.ts";
import { type Concept, MAX_CONCEPTS } from "./text_scorer.ts";
import type { TextIndex } from "./text_index.ts";

/** Farthest two words may be apart to count as close, in words. */
const MAX_GAP = 4;

/** Place of a word that was not seen yet: too far from any. */
const NOWHERE = -MAX_GAP - 1;

/** What words count that stand the other way round. */
const REVERSED = 0.7;

/** Share of a word's rarity that standing in the very form typed is worth. */
const FORM_SHARE = 0.3;

/** Number of the word of the query that a stem stands for, plus 1; zeros between searches. */
let wordOfStem: Uint8Array = new Uint8Array(1024);

/** Places of each word's last sighting in a document, how near pairs were, and which stood as typed. */
const lastPlace = new Int32Array(MAX_CONCEPTS);
const nearness = new Float64Array(MAX_CONCEPTS);
const hasForm = new Uint8Array(MAX_CONCEPTS);

/** A query as the closeness of its words needs it; made once a search, and ended by {@link end}. */
export class ClosenessQuery {
  readonly #stems: number[] = [];
  /** Form of each word as typed; -1 for none that some document has. */
  readonly #formOfConcept: readonly number[];
  readonly #rarities: readonly number[];
  readonly #text: TextIndex;
  /** What {@link greatestBonus} was last asked, and its answer: rows next to each other often agree. */
  #lastMatched = 0;
  #lastGreatest = 0;

  /**
   * @param concepts The words.
   * @param typedForms The term of each, as typed.
   */
  constructor(concepts: readonly Concept[], typedForms: readonly string[], text: TextIndex) {
    this.#text = text;
    const { lexicon } = text;
    wordOfStem = withRoom(wordOfStem, lexicon.stemCount);
    for (let i = 0; i < concepts.length; i++) {
      for (const { stemId, isLexical } of concepts[i]?.variants ?? []) {
        if (!isLexical || wordOfStem[stemId] !== 0) continue;
        wordOfStem[stemId] = i + 1;
        this.#stems.push(stemId);
      }
    }
    this.#formOfConcept = typedForms.map((form) => lexicon.liveForm(form) ?? -1);
    this.#rarities = concepts.map((concept) => concept.rarity);
  }

  /** Makes room for the next search. */
  end(): void {
    for (const stemId of this.#stems) wordOfStem[stemId] = 0;
  }

  /** Bonus of the document of a slot in units of rarity. */
  bonus(slot: number): number {
    const count = this.#rarities.length;
    for (let i = 0; i < count; i++) {
      lastPlace[i] = NOWHERE;
      nearness[i] = 0;
      hasForm[i] = 0;
    }
    const { forms, lexicon: { stemsOfForms: stems } } = this.#text;
    const words = wordOfStem;
    const start = this.#text.startOf(slot);
    const end = start + this.#text.wordsIn(slot);
    for (let place = start; place < end; place++) {
      const form = forms[place] ?? 0;
      const word = words[stems[form] ?? 0] ?? 0;
      if (word === 0) continue;
      const concept = word - 1;
      if (this.#formOfConcept[concept] === form) hasForm[concept] = 1;
      lastPlace[concept] = place;
      if (concept > 0) note(concept - 1, place - (lastPlace[concept - 1] ?? NOWHERE), 1);
      if (word < count) note(concept, place - (lastPlace[word] ?? NOWHERE), REVERSED);
    }
    let sum = 0;
    for (let i = 0; i < count; i++) {
      sum += this.#worth(i, nearness[i] ?? 0, hasForm[i] ?? 0);
    }
    return sum;
  }

  /**
   * The greatest bonus of a document in which some words were found.
   *
   * @param matched Bit i: word i was found.
   */
  greatestBonus(matched: number): number {
    if (matched === this.#lastMatched) return this.#lastGreatest;
    let sum = 0;
    for (let i = 0; i < this.#rarities.length; i++) {
      const hasWord = matched >>> i & 1;
      sum += this.#worth(i, hasWord & matched >>> i + 1, hasWord);
    }
    this.#lastMatched = matched;
    this.#lastGreatest = sum;
    return sum;
  }

  /** What it is worth how near a word was to the next one, 0 to 1, and whether it stood as typed. */
  #worth(concept: number, near: number, isTyped: number): number {
    const rarity = this.#rarities[concept] ?? 0;
    const pair = Math.min(rarity, this.#rarities[concept + 1] ?? 0);
    return pair * near + FORM_SHARE * isTyped * rarity;
  }
}

/** Notes how near the two words of a pair were; in the order of the query counts more. */
function note(pair: number, gap: number, weight: number): void {
  if (gap < 1 || gap > MAX_GAP) return;
  const value = weight / gap;
  if (value > (nearness[pair] ?? 0)) nearness[pair] = value;
}
