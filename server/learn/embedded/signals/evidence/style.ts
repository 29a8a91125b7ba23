/**
 * Weak standing forms of style that need no objection.
 *
 * @module
 */

import { PADDING } from "../heads/bans.ts";
import type { Instruction } from "../instruction.ts";
import { isGeneric, isLimit, isStyle, namesOutput, namesPluralOutput, wordsOf } from "./generic.ts";

/** Weak standing forms that need no objection: `no X`, `stop X-ing`, `keep answers short`, `with me`. */
export function isStyleRule(instruction: Instruction, pushed: boolean): boolean {
  const { head, sentence, body } = instruction;
  const folds = sentence.folds;
  const text = folds.join(" ");
  if (head.form === "fragment" && head.negative) {
    return sentence.tokens.slice(body.from, body.to).some((token) => PADDING.has(token.fold)) ||
      isStyle(instruction) || namesPluralOutput(instruction) ||
      head.verb === "show" && namesOutput(instruction);
  }
  if (
    /^(?:stop|quit|cease|refrain|avoid)$/.test(sentence.tokens[head.at]?.fold ?? "") ||
    head.negative && /^(?:polite|suggestion)$/.test(head.form)
  ) {
    if (
      /^(?:tell|say|add|write|call|ask|remind|insist|repeat|assume|apologi[sz]e|thank|congratulate)$/
        .test(head.verb) &&
      /^(?:me |us )?(?:that|it|how|what|if|whether|you|i|to|for) /.test(
        sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" "),
      )
    ) return true;
    return isGeneric(instruction) &&
      (hasPlural(instruction) || /\b(?:every|each) \w/.test(wordsOf(instruction)));
  }
  if (/^(?:this|these)$/.test(sentence.tokens[body.from]?.fold ?? "")) return false;
  const toMe = /\b(?:with|to) me\b|^(?:please )?address me\b/.test(text);
  if (toMe && head.form === "modal" && /^(?:skip|drop|leave|cut|spare|omit)$/.test(head.verb)) {
    return true;
  }
  if (isStyle(instruction) && head.form === "imperative" && isTrait(instruction)) return true;
  const spoken = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  if (
    head.form === "imperative" && head.negative &&
    /^your (?:\w+ )?(?:feedback|answers|replies|words|criticism|opinion|advice)$/.test(spoken)
  ) {
    return true;
  }
  if (
    head.form === "imperative" && !head.negative &&
    /^(?:leave|skip|drop|cut|omit|spare|save)$/.test(head.verb) && TIRESOME_STYLE.test(spoken)
  ) return true;
  if (head.form === "want" && WANTED_DONE.test(spoken) && namesOutput(instruction)) return true;
  if (isStyle(instruction) && toMe && head.form !== "want") return true;
  if (
    /^(?:keep|make|limit)$/.test(head.verb) && !/^(?:me|us) /.test(spoken) &&
    (namesPluralOutput(instruction) || isLimit(instruction) && pushed ||
      /^it\b/.test(folds.slice(body.from).join(" ")) && isLimit(instruction) && pushed)
  ) {
    return isStyle(instruction) && body.to - body.from > 1 || isLimit(instruction) ||
      namesPluralOutput(instruction) &&
        /\b(?:short|brief|simple|concise|sober|formal|friendly|crisp|tight|plain|less|more|shorter|simpler)\b/
          .test(text);
  }
  if (head.form === "modal" && isStyle(instruction) && namesPluralOutput(instruction)) return true;
  if (
    head.form === "modal" && !/^(?:can|could|might|may)$/.test(folds[head.at - 1] ?? "")
  ) {
    if (
      head.form === "modal" && /\b(?:every|each|any|all)\b/.test(text) && namesOutput(instruction)
    ) {
      return true;
    }
  }
  if (head.form === "want" && isStyle(instruction) && namesPluralOutput(instruction)) return true;
  if (
    /^(?:stick|keep)$/.test(head.verb) && sentence.tokens[body.from]?.fold === "to" &&
    isGeneric(instruction)
  ) return true;
  if (
    (/^(?:use|write|answer)$/.test(head.verb) || isBarePlural(instruction)) &&
    /\b(?:spelling|metric|imperial|celsius|fahrenheit|24-hour|12-hour|hectares|acres|metres|meters|kilometres|kilometers|miles|feet|kilos|litres|euros|dollars|formal address|first names?|informal address|lower case|upper case|sentence case|title case|capitals|bold|italics)\b/
      .test(text)
  ) return true;
  if (head.form === "imperative" && !head.negative && WAY_NAMED.test(wordsOf(instruction))) {
    return namesPluralOutput(instruction);
  }
  if (head.negative && head.form === "imperative" && isGeneric(instruction)) {
    return isStyle(instruction) && (namesPluralOutput(instruction) || hasPlural(instruction));
  }
  return head.form === "norm" && head.always &&
    (pushed || head.verb === "to" ||
      namesPluralOutput({ ...instruction, body: { from: head.at, to: head.body } }) ||
      /\b(?:every|each|any|all|no)\b/.test(wordsOf(instruction)) && namesOutput(instruction));
}

/** Habits of style one asks to leave out for good. */
const TIRESOME_STYLE =
  /^(?:out )?(?:me )?(?:the |all the |your |all )?(?:small talk|smalltalk|chit-chat|chitchat|fluff|filler|jargon|preamble|pleasantries|disclaimers|apologies|emojis|flattery|hype|legalese|formalities|buzzwords|clich[eé]s|puns|jokes|exclamation marks|acronyms|abbreviations|niceties|padding)(?: out)?$/;

/** `write dates the British way`, `put names in the Hungarian order`. */
const WAY_NAMED =
  /^(?:write|spell|give|show|format|put|print|quote|state|name|sign|set|type|list) (?:(?:me|us|all|any|your|my|our) )*(?:[a-z-]+ )?[a-z-]+[^s\W]s (?:always )?(?:in )?the [\w-]+ (?:way|style|order|fashion|format|manner|notation|convention|spelling)\b/;

/** `my code commented in English`. */
const WANTED_DONE =
  /^(?:my|our|your|all my|all our) (?:[\w-]+ ){1,3}?(?:\w+ed|written|kept|given|shown|spelt) (?:in|with|as|without) \w/;

/** `I'm not a lawyer`: a reason that will hold next time too. */
function isTrait(instruction: Instruction): boolean {
  const { reason, sentence } = instruction;
  if (reason === null) return false;
  const words = sentence.tokens.slice(reason.from, reason.to).map((token) => token.fold).join(" ");
  return /^(?:because |since |as )?i am (?:not )?(?:a |an |new to |blind|deaf|dyslexic|colour-?blind|color-?blind|hard of hearing|short-sighted)/
    .test(words) && !/\b(?:hurry|rush|bit|little)\b/.test(words);
}

/** `give measurements in …`, `show all amounts in …`: outputs of a kind, not the one at hand. */
function isBarePlural(instruction: Instruction): boolean {
  const { sentence, head, body } = instruction;
  const words = sentence.tokens.slice(body.from, body.to).map((token) => token.fold).join(" ");
  return /^(?:give|show|quote|list|report|display|state|express|measure|print|keep|put|write|spell|name|format|set)$/
    .test(head.verb) &&
    /^(?:(?:me|us|all|any|every|your) )*(?!the |this |these |those |my |that )(?:[a-z-]+ )?[a-z-]+[^s\W]s (?:always )?(?:in|as|with) /
      .test(words);
}

/** Whether the object is a plural or a matter of style. */
export function hasPlural(instruction: Instruction): boolean {
  const { sentence, body } = instruction;
  return sentence.tokens.slice(body.from, body.to).some((token) =>
    /[^s]s$/.test(token.fold) && token.fold.length > 3 && token.kind === "word"
  ) || body.to - body.from <= 1 ||
    isStyle(instruction);
}
