/**
 * Instructions that hold by themselves: for every piece of a kind, until leave is given, wished for a kind.
 *
 * @module
 */

import { OUTPUTS } from "../../lexicon/things.ts";
import { wordSet } from "../../lexicon/words.ts";
import type { Instruction } from "../instruction.ts";
import { isWayOfKind, wordsOf } from "./generic.ts";
import { hasPlural } from "./style.ts";

const PIECE_VERBS =
  /^(?:start|begin|end|close|finish|sign|open|head|title|date|number|label|format|address|introduce|preface|precede|follow|caption|name|illustrate|answer|make sure that)$/;

/** `give every departure in UTC`, `quote each price in crowns`. */
const EACH_IN_UNIT =
  /^(?:give|show|state|quote|write|express|list|print|convert|round|put|set|name) (?:me |us )?(?:every|each|all|any) (?:[\w-]+ ){1,5}?(?:only |always )?(?:in|as) (?:utc|gmt|cet|local time|metric|imperial|celsius|fahrenheit|kilomet(?:re|er)s|km|miles|metres|meters|feet|inches|kilos|kg|grams|pounds|euros?|dollars?|francs?|crowns?|kroner|yen|litres|hectares|acres|knots|nautical miles|iso|24-hour\b.*|roman numerals|words|digits|figures|capitals|lower case|upper case|bold|italics|percent)\b/;

/** `put the date at the top of every letter`: a part that all of a kind have; `of every slide` may be of one deck. */
const AT_EVERY =
  /\bat the (?:very )?(?:top|bottom|start|beginning|end|head|foot) of (?:every|each|all) (?:[\w-]+ ){0,2}?(?:letters?|mails?|e-?mails?|messages?|repl(?:y|ies)|answers?|reports?|invoices?|summar(?:y|ies)|offers?|quotes?|newsletters?|memos?|recipes?|contracts?|receipts?)$/;

/** `Run the linter before every commit`. */
const BEFORE_EVERY =
  /\b(?:before|after) (?:every|each) (?:single )?(?:commit|push|merge|release|deploy(?:ment)?|build|booking|order|payment|call|meeting|answer|reply|message|e-?mail|mail|report|change|edit|step|lesson|session|upload|transfer|appointment|visit|order|delivery|shift|class|migration|test)\b(?! (?:day|tomorrow))/;

/** `Ping me two days ahead of every rehearsal`: a reminder that comes again. */
const REMINDS = /^(?:remind|ping|warn|nudge|alert|notify|prompt|poke)$/;
const AHEAD_OF_EVERY = /\b(?:ahead of|before|prior to|in advance of|on the eve of) (?:every|each) /;

/** Whether an order asks to be reminded of what comes again. */
export function isReminder({ head, sentence }: Instruction): boolean {
  return !head.negative && REMINDS.test(head.verb) && AHEAD_OF_EVERY.test(sentence.said);
}

/** Words of which one stands in whatever is for every piece. */
const OF_EACH = wordSet("every each all any no");

/** `start every reply with the answer`, `make sure every quote shows the delivery time`. */
export function isForEveryPiece(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  const words = sentence.tokens.slice(body.from, body.to).map((token) => token.fold);
  const namesEach = sentence.folds.some((word) => OF_EACH.has(word));
  if (/\b(?:this|today|now|tonight|tomorrow)\b/.test(words.join(" "))) return false;
  if (isReminder(instruction)) return true;
  if (
    namesEach && head.form === "imperative" && !head.negative &&
    (AT_EVERY.test(words.join(" ")) || BEFORE_EVERY.test(sentence.said))
  ) return true;
  if (head.verb === "assume") {
    return /^(?:that )?(?:i|we) (?:know|understand|do not|am|are|have no|can not)\b/
      .test(words.join(" ")) || head.negative && /^(?:that )?(?:i|we) \w/.test(words.join(" "));
  }
  if (!namesEach) return false;
  if (
    head.form !== "want" && !head.negative && EACH_IN_UNIT.test(`${head.verb} ${words.join(" ")}`)
  ) {
    return true;
  }
  return PIECE_VERBS.test(head.verb) && head.form !== "want" &&
    (/^(?:every|each)$/.test(words[0] ?? "") ||
      words[0] === "no" && head.verb === "make sure that" ||
      words[0] === "all" &&
        /^(?:sign|start|begin|end|address|answer|make sure that)$/.test(head.verb)) &&
    words.slice(1, 4).some((word) => OUTPUTS.has(word));
}

/** `Send me at most five job ads a day`. */
export function isRecurringLimit(instruction: Instruction): boolean {
  return /^(?:limit|keep|cap|restrict|cut) (?:the|my|our) (?:daily|weekly|monthly|hourly|nightly|morning|evening|quarterly) [\w-]+ (?:down )?(?:to|at|under|below|within) /
    .test(wordsOf(instruction)) ||
    /\b(?:at most|no more than|not more than|up to|at least|a maximum of|only) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:[\w-]+ ){1,3}(?:a|per|each|every) (?:day|week|month|mail|post|page|answer|message)\b/
      .test(wordsOf(instruction));
}

/** `Treat everything about the merger as confidential`. */
export function isForEverything(instruction: Instruction): boolean {
  return /^(?:treat|keep|handle|consider|regard|mark|flag|double-check|route) (?:everything|anything|all \w+s) (?:about|on|from|to|in|with|that|which|over|under|above|below|marked|labelled) /
    .test(wordsOf(instruction)) &&
    !/\b(?:this|today|tonight|now|tomorrow)\b/.test(wordsOf(instruction));
}

/** `… without asking me`, `… unless I say so`: a ban that waits for leave. */
export const NEEDS_LEAVE =
  /\b(?:without (?:asking|my|telling|checking|permission|me|(?:reading|showing|sending|giving|warning|informing|consulting|naming|explaining) (?:me|us|it to (?:me|us)|them to (?:me|us)))|unless (?:i|we|told|asked)|before (?:asking|checking))\b/;

/** `Don't be so chatty`. */
export function isNotToBe(instruction: Instruction): boolean {
  return instruction.head.negative && instruction.head.verb === "be" &&
    /\bbe (?:so|too|that|overly|always so) (?:chatty|formal|informal|vague|wordy|cheerful|enthusiastic|polite|curt|blunt|verbose|technical|dramatic|negative|pushy|salesy|patroni[sz]ing|condescending|bossy|repetitive|flowery|casual|stiff|long-winded|short|brief|optimistic|apologetic|flattering|talkative)\b/
      .test(wordsOf(instruction));
}

const FORM_OF_ADDRESS = /^with (?:all )?(?:the|your|that|those|this) (['"\u2018\u201c].+)$/i;

/** Words as they were written behind the head of an instruction. */
function textBehind({ sentence, body }: Instruction): string {
  return sentence.tokens.slice(body.from, body.to).map((token) => token.text).join(" ");
}

/** `Stop with the 'mate'` as an order: not to call the user so; null for anything else. */
export function addressBan(instruction: Instruction): string | null {
  const form = instruction.head.verb === "stop"
    ? FORM_OF_ADDRESS.exec(textBehind(instruction))?.[1]
    : undefined;
  return form === undefined
    ? null
    : `Do not call the user '${form.replace(/['"\u2018\u2019\u201c\u201d]/g, "").trim()}'`;
}

/** `Don't call me 'mate'`, `stop with the 'dear customer'`: how the user is spoken to. */
export function isAddress(instruction: Instruction): boolean {
  const { head } = instruction;
  const words = textBehind(instruction);
  return head.negative && /^(?:call|address)$/.test(head.verb) &&
      /^(?:me|us) (?!back\b|later\b|before\b|after\b|at\b|on\b|when\b|unless\b|if\b|until\b|to\b|from\b|about\b|again\b|during\b|between\b|for\b|today\b|tomorrow\b|tonight\b|now\b)\S/i
        .test(words) ||
    addressBan(instruction) !== null;
}

/** Whose leave, and that it is given: `unless the conductor has agreed`, `once I've confirmed it`. */
const LEAVE_GIVEN =
  /\b(unless|until|before|after|once) (?:i|we|my [\w-]+|our [\w-]+|the [\w-]+|someone|somebody|both [\w-]+) (?:have |has |had )?(?:agree[sd]?|approve[sd]?|confirm(?:s|ed)?|sign(?:s|ed)?|check(?:s|ed)?|read|seen|okayed|cleared|released|paid|accept(?:s|ed)?|said (?:so|yes)|give[sn]?|gave)\b/;

/** `Only order feed after I've confirmed it`, `don't move rehearsals unless the conductor agrees`. */
export function waitsForLeave(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  const before = sentence.tokens[head.at - 1]?.fold;
  const words = wordsOf(instruction);
  const rest = sentence.tokens.slice(head.at).map((token) => token.fold).join(" ");
  const leave = LEAVE_GIVEN.exec(rest)?.[1] ?? "";
  const only = before === "only" || /^\w+ (?:[\w-]+ ){0,4}only (?:after|once|when|if)\b/.test(rest);
  if (leave === "" || !(head.negative ? !/^(?:after|once)$/.test(leave) : only)) return false;
  if (/\b(?:today|tomorrow|tonight|yet|this|that)\b/.test(words)) return false;
  const object = sentence.tokens.slice(body.from, Math.min(body.to, body.from + 4));
  return !/^(?:it|him|her|them|me)$/.test(object[0]?.fold ?? "") &&
    (object.some((token) => /[^s]s$/.test(token.fold) && token.fold.length > 3) ||
      !/^(?:the|my|our|a|an)$/.test(object[0]?.fold ?? "the"));
}

/** Where a wish holds: `out of the recipes`, `in your letters`. */
const IN_OUTPUTS = /^(?:in|into|of|from|on|to|with|for|under|at|after|before|behind)$/;

/** Asked for kindly, about a kind: `could you leave the values out of the recipes?` */
export function isKindWish(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  if (head.form !== "polite" && head.form !== "suggestion") return false;
  const folds = sentence.tokens.slice(body.from, body.to).map((token) => token.fold);
  if (
    /\b(?:today|tomorrow|tonight|now|this|first(?! names?)|second|third|last(?! names?)|attached|above|below|two|three|four|five|\d+)\b/
      .test(folds.join(" "))
  ) {
    return false;
  }
  return isWayOfKind(instruction) && head.form === "suggestion" ||
    folds.some((word, at) =>
      IN_OUTPUTS.test(word) && /^(?:the|these|those|your|my|our)$/.test(folds[at + 1] ?? "") &&
      [2, 3, 4].some((step) =>
        OUTPUTS.has(folds[at + step] ?? "") && /[^s]s$/.test(folds[at + step] ?? "") &&
        folds.slice(at + 2, at + step).every((inner) => !IN_OUTPUTS.test(inner) && inner !== "and")
      )
    );
}

/** After an answer: `I'd rather you gave me one recommendation, not six options`. */
export function isRatherWish(instruction: Instruction): boolean {
  const { head, sentence } = instruction;
  const before = sentence.tokens.slice(0, head.at).map((token) => token.fold).join(" ");
  return head.form === "suggestion" && /\b(?:rather|prefer|suggest)\b/.test(before) &&
    /\b(?:, not|instead of|rather than|and not)\b|, not\b/.test(
      wordsOf(instruction).replaceAll(" ,", ","),
    ) &&
    hasPlural(instruction);
}

/** `Keep prices out of the public calendar`, `keep the Welsh names in Welsh`. */
export function isKeptSo(instruction: Instruction): boolean {
  const { head, sentence, body } = instruction;
  if (head.verb !== "keep" || head.negative || head.form === "want") return false;
  const folds = sentence.tokens.slice(body.from, body.to).map((token) => token.fold);
  const at = folds.findIndex((word) => /^(?:out|in|off|as|separate|apart|away|free)$/.test(word));
  const noun = folds[at - 1] ?? "";
  const named = folds.slice(0, at);
  if (at < 1 || at > 4 || !/[^s]s$/.test(noun) || noun.length < 4) return false;
  if (
    named.some((word) =>
      /^(?:my|these|those|this|that|kids|dogs|cats|onions|eggs|windows|doors|lights)$/.test(word)
    )
  ) {
    return false;
  }
  const bare = !/^(?:the|our)$/.test(named[0] ?? "");
  const rest = folds.slice(at).join(" ");
  return (bare || OUTPUTS.has(noun)) &&
    (/^(?:out of|free of|free from|off|away from|separate|apart|as (?:they|short|simple|plain|brief))\b/
      .test(rest) ||
      /^in (?:[\w-]+)(?: ,.*)?$/.test(rest));
}

/** `call me before ten`: when one does not want to be reached. */
export const NOT_THEN =
  /^(?:do not |never )?(?:ever )?(?:call|phone|ring|text|message|wake|disturb|contact|e-?mail) me (?:[\w-]+ )?(?:before|after|between|during|at) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|lunch|dinner|work|weekends|night|meals)\b/;

/** `restart only the service I mention`, `act on the room I name`: what the user will name each time. */
export function isNamedByUser(instruction: Instruction): boolean {
  const { head } = instruction;
  return head.form !== "want" && head.form !== "polite" &&
    /\b(?:what|whatever|whichever|the (?:[\w-]+ ){1,3}(?:that |which )?|those |ones )(?:i|we) (?:actually |really |explicitly )?(?:name|mention|list|specify|point (?:at|to|out)|ask (?:for|about|you)|tell you|give you|select|pick|choose|mark|request|approve|flag|hand you|assign)\b/
      .test(wordsOf(instruction));
}

/** `on a Friday`, `on Sundays`, `at weekends`. */
export const RECURRING_TIME =
  /\b(?:on (?:a |any )(?:mon|tues|wednes|thurs|fri|satur|sun)day|on (?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:on|at) (?:the )?weekends)\b/;
