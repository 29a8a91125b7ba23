/**
 * What a new rule puts an end to: `we quote in euros now, no dollars any more`.
 *
 * @module
 */

import type { Sentence } from "../types.ts";
import { FUNCTION_WORDS } from "../lexicon/things.ts";

/** The rule changes one that holds. */
const CHANGE =
  /\b(?:now|from (?:now|here|today|\w+day) on|from today|instead|any ?more|any longer|no longer|no more|chang(?:e|ed|es) (?:of plan|my mind|our mind|the rule)|new rule|switch(?:ed)?|back to|update|correction|actually|rather than|going forward|(?:has|have) (?:left|gone|quit|retired|moved on))\b/;
/** What is over stands behind these words, in at most four words. */
const OVER =
  /\b(?:no more|no longer|not|no|instead of|rather than|replaces?|without|drop|scrap|ditch|lose|bin|forget(?: about)?|never) (?:(?:the|any|in|as|with|to|by|a|an|use|using|our|old) )*((?:[\p{L}\d'-]+ ?){1,4})/gu;
const LEFT = /\b([\p{L}-]+) (?:has|have) (?:left|gone|quit|retired|moved on)\b/u;

/** `Bullets don't work for me any more`, `the table no longer suits us`: in at most three words. */
const UNFIT =
  /(?:^|[.,] )(?:the |my |our |your |those |these )?((?:[\p{L}\d'-]+ ){1,3})(?:do(?:es)? not (?:really |quite )?(?:work|suit|fit|help|do(?: it)?)\b[^.]{0,40}\b(?:any ?more|any longer|now)\b|(?:no longer|do(?:es)? no longer) (?:works?|suits?|fits?|helps?|does it)\b|(?:are|is) (?:no longer|not) (?:any )?(?:use|good|help|useful|right)\b[^.]{0,30}\b(?:any ?more|any longer|now)\b)/u;

/** `The fixtures are on the website now, leave them out`. */
const LEFT_OUT =
  /(?:^|\. )(?:the|our|my) ([\p{L}-]+) (?:is|are|has|have|go|goes|stand|stands)\b[^.]{2,60}, (?:so |please |and |just )*(?:leave|take|cut|drop) (?:it|them|that|those) out\b/u;

/** Content words of what is over; empty when nothing is said to change. */
export function supersededBy(sentences: readonly Sentence[]): string[] {
  const text = sentences.map((sentence) => sentence.said)
    .join(" . ");
  if (!CHANGE.test(text)) return [];
  const said = [...text.matchAll(OVER)].map((match) => match[1] ?? "");
  said.push(
    LEFT.exec(text)?.[1] ?? "",
    LEFT_OUT.exec(text)?.[1] ?? "",
    UNFIT.exec(text)?.[1] ?? "",
  );
  const words = said.flatMap((part) => part.split(" ")).filter((word) =>
    word.length > 2 && !FUNCTION_WORDS.has(word) &&
    !/^(?:more|longer|any|anymore|now|later|than|please|from|always|future|time|problem)$/.test(
      word,
    )
  );
  return [...new Set(words)];
}
