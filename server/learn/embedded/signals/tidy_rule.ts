/**
 * What stands around a rule in the talk it is taken from: what was thought of the answer, and `next time`.
 *
 * @module
 */

/** `Good list, but …`, `Too long, …`: of the answer that was given. */
const VERDICT =
  /^(?:(?:that is |this is |it is |way |a bit |much |far |still |bit )*too [a-z]+|(?:(?:very |really |pretty |quite )?(?:good|great|nice|lovely|cool|fine|decent|solid|helpful) )?(?:list|idea|ideas|plan|recipe|answer|start|tip|tips|suggestion|suggestions|draft|letter|text|summary|advice|choice|one|poem|song|menu|route)(?: so far)?), (?:but |though |however )?(?=\S+ \S)/i;

/** `… next time and no …`. */
const NEXT_TIME = /,? (?:the )?next time(?=,| and\b| but\b|$)/i;

/** `She is allergic to nuts so no nut bars`: why, and then what. */
const SO_NO = /^(.{6,80}?),? so (?=(?:no|only|nothing with|always|never|please|just) \S)/i;

/** A rule that was drawn out of what somebody said. */
export interface TidyRule {
  readonly content: string;
  readonly reason: string;
  /** Stood behind its ground. */
  readonly isDrawn: boolean;
}

/** The rule without what belongs to the moment; what stands in front of `so` is its reason. */
export function tidyRule(text: string): TidyRule {
  const told = text.replace(VERDICT, "").replace(NEXT_TIME, "").trim();
  const ground = /^(?:the user|she|he|they|we|it|my|our|his|her|their|there) /i.test(told)
    ? SO_NO.exec(told)
    : null;
  const order = ground === null ? told : told.slice(ground[0].length).replace(/^please /i, "");
  return {
    content: order.charAt(0).toUpperCase() + order.slice(1),
    // `She is allergic`: who, was said before.
    reason: ground === null || !/^(?:the user|my|our|we) /i.test(ground[1] ?? "")
      ? ""
      : ground[1] ?? "",
    isDrawn: ground !== null,
  };
}
