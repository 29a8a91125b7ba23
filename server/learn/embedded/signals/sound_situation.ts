/**
 * Whether words taken out of a request make a situation that somebody can read.
 *
 * @module
 */

/** `my landlord will not fix the heating`: a whole sentence where a thing is to be named. */
const SENTENCE_INSIDE =
  /^When asked about (?:not\b|(?!(?:whether|how|what|which|when|why|where|who)\b)(?:\S+ ){1,12}?(?:will|would|cannot|can not|will not|what|why) (?!and\b|or\b))/;

/** `about the for the user's`: what stood between was a name, and is gone. */
const TORN = /\b(?:the|an?|of|about|user's) (?:for|about|with|to|from|of|in|at|by|on)\b/;

/** `When teach the user …`: an order whose verb is not known. */
const BARE_VERB = /^When [a-z]+ the user(?:'s)?\b/;

/** `… got so far want`: the object is gone. */
const CUT_OFF = /\b(?:the user's|want|need|got|is|are|what|my|our|the|an|a|thru|via)$/;

/** Whether a trigger that was made of a request is a situation. */
export function isSituation(trigger: string): boolean {
  return !SENTENCE_INSIDE.test(trigger) && !TORN.test(trigger) && !CUT_OFF.test(trigger) &&
    !(BARE_VERB.test(trigger) && !/^When (?:the|if|\w+ing) /.test(trigger));
}
