/**
 * How close the words of a query stand in a document, and in which form.
 *
 * @module
 */
import { withRoom } from "./growable.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Concept } from "./text_scorer.ts";

/** Farthest two words may be apart to count as close, in words. */
const MAX_GAP = 4;

/** Share of a word's rarity that standing in the very form typed is worth. */
const FORM_SHARE = 0.3;

/** Number of the word of the query that a stem stands for, plus 1; zeros between searches. */
let wordOfStem: Uint8Array = new Uint8Array(1024);

/** A query as the closeness of its words needs it; made once a search, and ended by {@link end}. */
export class ClosenessQuery {
  readonly #stems: number[] = [];
  readonly #formOfConcept: readonly (number | undefined)[];
  readonly #rarities: readonly number[];
  readonly #lexicon: Lexicon;
  /** Places of each concept's last sighting, reused between documents. */
  readonly #lastPlace: Int32Array;
  readonly #nearness: Float64Array;
  readonly #hasForm: Uint8Array;

  /**
   * @param concepts The words.
   * @param typedForms The term of each, as typed.
   */
  constructor(concepts: readonly Concept[], typedForms: readonly string[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const [i, concept] of concepts.entries()) {
      for (const { stemId, isLexical } of concept.variants) {
        if (!isLexical) continue;
        wordOfStem = withRoom(wordOfStem, stemId + 1);
        if (wordOfStem[stemId] !== 0) continue;
        wordOfStem[stemId] = i + 1;
        this.#stems.push(stemId);
      }
    }
    this.#formOfConcept = typedForms.map((form) => lexicon.liveForm(form));
    this.#rarities = concepts.map((concept) => concept.rarity);
    this.#lastPlace = new Int32Array(concepts.length);
    this.#nearness = new Float64Array(concepts.length);
    this.#hasForm = new Uint8Array(concepts.length);
  }

  /** Makes room for the next search. */
  end(): void {
    for (const stemId of this.#stems) wordOfStem[stemId] = 0;
  }

  /**
   * Bonus of a document in units of rarity.
   *
   * @param forms Its words in order.
   */
  bonus(forms: Uint32Array): number {
    const last = this.#lastPlace.fill(-1);
    const nearness = this.#nearness.fill(0);
    const hasForm = this.#hasForm.fill(0);
    for (let place = 0; place < forms.length; place++) {
      const form = forms[place] ?? 0;
      const word = wordOfStem[this.#lexicon.stemIdOf(form)] ?? 0;
      if (word === 0) continue;
      const concept = word - 1;
      if (this.#formOfConcept[concept] === form) hasForm[concept] = 1;
      last[concept] = place;
      this.#note(nearness, concept - 1, place, 1);
      this.#note(nearness, concept, place, -1);
    }
    let sum = 0;
    for (let i = 0; i < last.length; i++) {
      const pair = Math.min(this.#rarities[i] ?? 0, this.#rarities[i + 1] ?? 0);
      sum += pair * (nearness[i] ?? 0) + FORM_SHARE * (hasForm[i] ?? 0) * (this.#rarities[i] ?? 0);
    }
    return sum;
  }

  /** Notes how near the other word of pair (first, first + 1) was; in query order counts more. */
  #note(nearness: Float64Array, first: number, place: number, direction: 1 | -1): void {
    const other = this.#lastPlace[direction === 1 ? first : first + 1];
    if (other === undefined || other < 0) return;
    const gap = place - other;
    if (gap < 1 || gap > MAX_GAP) return;
    const value = (direction === 1 ? 1 : 0.7) / gap;
    if (value > (nearness[first] ?? 0)) nearness[first] = value;
  }
}
