/**
 * How close the words of a query stand in a document, and in which form.
 *
 * @module
 */
import type { Lexicon } from "./lexicon.ts";
import type { Concept } from "./text_scorer.ts";

/** Farthest two words may be apart to count as close, in words. */
const MAX_GAP = 4;

/** Share of a word's rarity that standing in the very form typed is worth. */
const FORM_SHARE = 0.3;

/** A query as the closeness of its words needs it; made once a search. */
export class ClosenessQuery {
  readonly #conceptOfStem = new Map<number, number>();
  readonly #formOfConcept: readonly (number | undefined)[];
  readonly #rarities: readonly number[];
  readonly #lexicon: Lexicon;
  /** Places of each concept's last sighting, reused between documents. */
  readonly #lastPlace: Int32Array;

  /**
   * @param concepts The words.
   * @param typedForms The term of each, as typed.
   */
  constructor(concepts: readonly Concept[], typedForms: readonly string[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const [i, concept] of concepts.entries()) {
      for (const { stemId, isLexical } of concept.variants) {
        if (isLexical && !this.#conceptOfStem.has(stemId)) this.#conceptOfStem.set(stemId, i);
      }
    }
    this.#formOfConcept = typedForms.map((form) => lexicon.liveForm(form));
    this.#rarities = concepts.map((concept) => concept.rarity);
    this.#lastPlace = new Int32Array(concepts.length);
  }

  /** Whether closeness can tell documents apart. */
  get isUseful(): boolean {
    return this.#conceptOfStem.size > 0;
  }

  /**
   * Bonus of a document in units of rarity.
   *
   * @param forms Its words in order.
   */
  bonus(forms: Uint32Array): number {
    const last = this.#lastPlace.fill(-1);
    const nearness = new Float64Array(last.length);
    const hasForm = new Uint8Array(last.length);
    for (let place = 0; place < forms.length; place++) {
      const form = forms[place] ?? 0;
      const concept = this.#conceptOfStem.get(this.#lexicon.stemIdOf(form));
      if (concept === undefined) continue;
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
