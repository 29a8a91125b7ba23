/**
 * What stands around a rule in the talk it is taken from: what was thought of the answer, and `next time`.
 *
 * @module
 */

import { baseForm } from "../lexicon/verbs.ts";

/** `Good list, but …`, `Too long, …`: of the answer that was given. */
const VERDICT =
  /^(?:(?:that is |this is |it is |way |a bit |much |far |still |bit )*too [a-z]+|(?:(?:very |really |pretty |quite )?(?:good|great|nice|lovely|cool|fine|decent|solid|helpful) )?(?:list|idea|ideas|plan|recipe|answer|start|tip|tips|suggestion|suggestions|draft|letter|text|summary|advice|choice|one|poem|song|menu|route)(?: so far)?), (?:but |though |however )?(?=\S+ \S)/i;

/** `… next time and no …`. */
const NEXT_TIME = /,? (?:the )?next time(?=,| and\b| but\b|$)/i;

/** `You do not need to explain …`, `No need to explain …` */
const NO_NEED =
  /^(?:you (?:do not (?:need|have)|need not|never (?:need|have)) to|(?:there is )?no need to) (?=[a-z]+ \S)/i;

/** `She is allergic to nuts so no nut bars`: why, and then what. */
const SO_NO = /^(.{6,80}?),? so (?=(?:no|only|nothing with|always|never|please|just) \S)/i;

/** `In future do not ask for the party size` */
const HENCEFORTH =
  /^(?:and )?(?:in (?:the )?future|from now on|going forward|next time),? (?=\S+ \S)/i;

/** `You should have sent the user a test first`: what is to be done the next time. */
const SHOULD_HAVE = /^you (?:should|could|ought to|must) (not )?have (\w+) (?=\S)/i;

function shouldHave(said: string, not: string | undefined, done: string): string {
  const base = baseForm(done.toLowerCase());
  return base === undefined || base === "be" || base === "have"
    ? said
    : `${not === undefined ? "" : "do not "}${base} `;
}

/** A rule that was drawn out of what somebody said. */
export interface TidyRule {
  readonly content: string;
  readonly reason: string;
  /** Stood behind its ground. */
  readonly isDrawn: boolean;
}

/** The rule without what belongs to the moment; what stands in front of `so` is its reason. */
export function tidyRule(text: string): TidyRule {
  const told = text.replace(VERDICT, "").replace(NEXT_TIME, "").replace(NO_NEED, "Do not ")
    .replace(HENCEFORTH, "").replace(SHOULD_HAVE, shouldHave).replace(
      /^(Do not .{8,}) for (?:that|this|it)$/,
      "$1",
    )
    .trim();
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
