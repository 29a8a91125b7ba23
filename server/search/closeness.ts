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

/** Place of a word that was not seen yet: too far from any. */
const NOWHERE = -MAX_GAP - 1;

/** What words count that stand the other way round. */
const REVERSED = 0.7;

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
    wordOfStem = withRoom(wordOfStem, lexicon.stemCount);
    for (const [i, concept] of concepts.entries()) {
      for (const { stemId, isLexical } of concept.variants) {
        if (!isLexical) continue;
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
    const last = this.#lastPlace.fill(NOWHERE);
    const nearness = this.#nearness.fill(0);
    const hasForm = this.#hasForm.fill(0);
    const stems = this.#lexicon.stemsOfForms;
    const words = wordOfStem;
    for (let place = 0; place < forms.length; place++) {
      const form = forms[place] ?? 0;
      const word = words[stems[form] ?? 0] ?? 0;
      if (word === 0) continue;
      const concept = word - 1;
      if (this.#formOfConcept[concept] === form) hasForm[concept] = 1;
      last[concept] = place;
      if (concept > 0) note(nearness, concept - 1, place - (last[concept - 1] ?? NOWHERE), 1);
      if (concept + 1 < last.length) {
        note(nearness, concept, place - (last[concept + 1] ?? NOWHERE), REVERSED);
      }
    }
    let sum = 0;
    for (let i = 0; i < last.length; i++) {
      const pair = Math.min(this.#rarities[i] ?? 0, this.#rarities[i + 1] ?? 0);
      sum += pair * (nearness[i] ?? 0) + FORM_SHARE * (hasForm[i] ?? 0) * (this.#rarities[i] ?? 0);
    }
    return sum;
  }
}

/** Notes how near the two words of a pair were; in the order of the query counts more. */
function note(nearness: Float64Array, pair: number, gap: number, weight: number): void {
  if (gap < 1 || gap > MAX_GAP) return;
  const value = weight / gap;
  if (value > (nearness[pair] ?? 0)) nearness[pair] = value;
}
