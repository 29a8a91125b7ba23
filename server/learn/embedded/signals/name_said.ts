/**
 * A name that is given after another was refused: `Nobody calls me Margaret. Maggie will do.`
 *
 * @module
 */

import { baseForm } from "../lexicon/verbs.ts";
import { FUNCTION_WORDS } from "../lexicon/things.ts";
import type { ProfileFinding, ReadTurn, Sentence } from "../types.ts";
import { spanOf } from "./finding.ts";
import { nameFinding } from "./given_finding.ts";

/** Words of which a turn that refuses a name has one. */
const NAMING = /\b(?:calls?|called|name|father|mother|dad|mum|grandfather)\b/i;

/** What refuses a name. */
const REFUSED =
  /(?:^|, (?:but|and|though) |^.{0,60} (?=nobody calls me that))(?:(?:please|oh|ah|no|well|but|\S+ \?)(?: ?, ?| )?)*(?:(?:nobody|no one|no-one|hardly anyone|only my \w+(?: \w+)?) (?:ever |really |still )?(?:calls|called) me(?! (?:back|before|after|at|on|when|about|any|again|unless|during|to|by|out|in|for|from|until)\b)|(?:i hate|i do not like|i can not stand) (?:being called|it when people call me|my (?:full|first) name)|(?:that is|it is) (?:only )?(?:what|how) my \w+ calls? me|(?:mr|mrs|ms|miss|dr|doctor|professor|madam|sir)(?: \S+)? (?:is|was) my (?:father|mother|dad|mum|grandfather))\b/;

/** The sentence that gives the other one, with the name in the first group that is set. */
const GIVEN =
  /^(?:(?:please|just|so|and|but|oh|call it)\b(?: ?, ?| )?)*(?:([\p{L}'-]{2,20}) (?:will do|is fine|is enough|is okay|does it|is better|is the name|suits me)|(?:it is|i am|make it|make that|call me|just|plain) (?:just |plain |simply )*([\p{L}'-]{2,20})|([\p{L}'-]{2,20}) ?,? please)(?: please| thanks| for everyone)?$/u;

/** The name that the user wants to be called by. */
export function nameSaid(read: ReadTurn): ProfileFinding[] {
  if (!NAMING.test(read.text)) return [];
  const at = read.sentences.findIndex((sentence) =>
    sentence.lang === "en" && REFUSED.test(sentence.said)
  );
  const sentence = read.sentences[at + 1];
  if (at < 0 || sentence === undefined || sentence.terminator === "?") return [];
  const index = nameAt(sentence);
  const token = sentence.tokens[index];
  if (token === undefined) return [];
  return [nameFinding(read, {
    ruleId: "en.name.said_after",
    name: token.text,
    offset: token.start,
    span: spanOf(read, sentence, { from: index, to: index + 1 }, "value"),
    change: true,
  })];
}

/** Where the name stands; -1 when none is given. */
function nameAt(sentence: Sentence): number {
  const match = GIVEN.exec(sentence.said);
  const name = match?.slice(1).find((text) => text !== undefined) ?? "";
  const index = sentence.tokens.findIndex(({ fold }) => fold === name);
  const token = sentence.tokens[index];
  return token !== undefined && token.capital && token.kind === "word" &&
      !FUNCTION_WORDS.has(name) && (index > 0 || baseForm(name) === undefined)
    ? index
    : -1;
}
