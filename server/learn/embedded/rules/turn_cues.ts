import type { Sentence } from "../types.ts";
import { type CueSelection, FACT_INDEX, RETRACT_INDEX } from "./index.ts";
import type { RetractRule } from "./retract_rule.ts";
import type { FactRule } from "./rule.ts";

/** What is known of the words of a sentence. */
interface Known {
  readonly words: ReadonlySet<string>;
  facts?: CueSelection<FactRule> | null;
}

/** Cues of the sentences of a turn; facts and retractions ask for the same ones. */
export class TurnCues {
  readonly #known = new Map<Sentence, Known>();

  /** Cues of facts that a sentence may hold, null when there are none. */
  facts(sentence: Sentence): CueSelection<FactRule> | null {
    const known = this.#of(sentence);
    if (known.facts === undefined) known.facts = FACT_INDEX.select(known.words, sentence.lang);
    return known.facts;
  }

  /** Cues of retractions that a sentence may hold, null when there are none. */
  retractions(sentence: Sentence): CueSelection<RetractRule> | null {
    return RETRACT_INDEX.select(this.#of(sentence).words, sentence.lang);
  }

  #of(sentence: Sentence): Known {
    let known = this.#known.get(sentence);
    if (known === undefined) {
      this.#known.set(
        sentence,
        known = { words: new Set(sentence.tokens.map(({ fold }) => fold)) },
      );
    }
    return known;
  }
}
