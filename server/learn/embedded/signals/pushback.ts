/**
 * Objections of the user to what the assistant just did.
 *
 * @module
 */

import { type CuedPattern, CuedPatterns } from "../text/cued_patterns.ts";
import { gateWords } from "../text/word_gates.ts";
import type { ReadTurn, Sentence } from "../types.ts";

/** An objection and the sentence that carries it. */
export interface Pushback {
  readonly sentence: Sentence;
  readonly cue: string;
  /** The user says that it was said before. */
  readonly repeated: boolean;
}

const OPENING =
  /^(?:(?:oh|god|gosh|omg|argh|ugh|um|hm|hey|sorry|well|but|please|ok|and)(?: ?, ?| )?)*(?:do not (?!worry|forget|mind|bother|know|need|have|think)\w+|no|nope|yuck|ouch|ugh|eek|whoa|oh no|no way|rubbish|nonsense|are you serious|are you kidding|is this a joke|skip|spare me|cut the|(?:drop|lose|ditch) the (?:\w+ )?(?:speak|talk|tone|fluff|lingo|jargon|chatter|hype|slang|attitude|flattery|emojis|drama|act|padding|filler|pleasantries|formalities|sarcasm|jokes|puns)|enough|get to the point|good grief|come on|oh come on|for heaven|hang on|hold on|wait|easy|hey|wrong|stop|nein|falsch|non|faux|errado|incorrecto|only (?:run|change|touch|edit|delete|send|update|use|search|read|query|post|format|rename|move|tell|ask|write to)|not (?:again|in|on|via|to (?!worry|mention|be)|like (?:that|this)|what|so|good|quite|right|helpful|ok)|incorrect|again|why|too|far too|way too|much too|seriously|really|what)\b/;
/** What an objection says, anywhere in a folded sentence. */
export const OBJECTIONS: readonly CuedPattern[] = [
  [
    "is was are",
    /\b(?:is|was|are) (?:not|wrong|useless|incorrect|invented|made up|nonsense|rubbish|too|way too|far too|much too|still too|unreadable|outdated|misleading|unusable)\b/,
  ],
  ["not + what", /\bnot what i\b/],
  [
    "i + said asked meant told wanted did",
    /\bi (?:just |already |clearly |only )?(?:said|asked|meant|told you|wanted|asked you|did not (?:ask|approve|want|say|agree))\b/,
  ],
  ["you + should could ought", /\byou (?:should|could|ought to) (?:have|not have)\b/],
  [
    "you",
    /\byou (?:forgot|ignored|missed|skipped|left out|did it again|keep|kept|still|again|ran|sent|used|deleted|changed|did not|made|overwrote|invented|guessed|assumed|rounded|attached|posted|booked|added|put|wrote|removed|mixed|confused|wrote|answered)\b/,
  ],
  [
    "too",
    /\b(?:too|far too|way too) (?:much|many|long|short|formal|casual|technical|vague|detailed|wordy|verbose|complicated|slow|early|late|big|small|loud|legal|chatty|generic|salesy|informal|dense|flowery)\b/,
  ],
  ["again still", /\b(?:again|still) ?(?:\.\.\.|!|\?)?(?: |$)/],
  ["how + many often", /\bhow (?:many times|often)\b/],
  ["why + you", /\bwhy (?:do|did|are|would) you\b/],
  ["i we + do + not", /\b(?:i do not|we do not) (?:want|need|like|care|use|have|do)\b/],
  [
    "answer asked leave without",
    /\b(?:answer the question|nobody asked|who asked|leave (?:the|that|this|out)|without asking|without my)\b/,
  ],
  ["instead", /\binstead\b/],
  ["rather + than", /\brather than\b/],
  [
    "is are + no",
    /\b(?:is|are) no (?:source|sources|substitute|place|good|way|answer|answers|reply|help|number|date)\b/,
  ],
  ["not", /^(?!i |we |my ).*\w, not (?:just |only )?(?:by|in|with|as|from|to|on|at|\w+)\b/],
  [
    "lies is never does was",
    /\b(?:lies|is empty|is stale|is out of date|never works|does not exist|does not work|is broken|was wrong)\b/,
  ],
  ["did + not", /\bdid (?:i|you) not (?:say|read|hear|see)\b/],
  ["do did + not", /\b(?:do|did) not (?:just|simply|ever)\b/],
  ["not + the a an", /\bnot (?:the|an?)\b/],
  [
    "i we they nobody you + cannot can could",
    /\b(?:i|we|they|nobody|you) (?:cannot|can not|can|could not) (?:ever |even )?(?:use|read|open|see|work with|make sense of|follow|compare|print) (?:it|that|this|those|these|them)\b/,
  ],
  [
    "can could do does will + not never",
    /(?<!\byou |\bto )\b(?:can|could|do|does|will) (?:not|never) (?:even |ever |really )?(?:open|read|use|paste|print|play|load|view|import|display|tell \w+ from|work with|think in|deal with|do anything with)\b/,
  ],
  [
    "nobody one none",
    /\b(?:nobody|no one|none of (?:us|them))\b.{0,40}\b(?:can|could|does|will|reads?|opens?|uses?|understands?|knows?)\b/,
  ],
  [
    "just only simply confuse confuses mislead misleads annoy annoys irritate irritates scare scares upset upsets",
    /\b(?:just |only |simply )(?:hammers?|confuses?|annoys?|clutters?|breaks?|scares?|wastes?|hides?|slows?|misleads?|irritates?|floods?|clogs?)\b|\b(?:confuses?|misleads?|annoys?|irritates?|scares?|upsets?) (?:the|our|my|everybody|everyone|people|us|me|them)\b/,
  ],
  [
    "you",
    /^you (?:just |even |only )?(?!need|feed|seed|speed|heed)(?:[a-z]+ed|sent|took|gave|told|bought|drew|shut|threw|went|hid|broke|cut|set|spent|lost|paid|chose|rang|ran|woke|let) (?:off |on |up |out |down |over |straight |directly )?(?:to )?(?:all|everything|everyone|everybody|the (?:whole|entire|wrong|live|production|main|public)|every|main|production|live)\b/,
  ],
  [
    "you",
    /^you [a-z]+ed (?:(?:it|them|that|this|everything) )?(?:straight away|right away|immediately|without|at once|already)\b/,
  ],
  [
    "can could does do + not",
    /\b(?:can|could|does|do) not (?:know|take|accept|handle|reach|process|fit|carry) (?:it|that|this|those|them|what|how|which|where)\b/,
  ],
  [
    "will is are tell tells say says help helps give gives could",
    /\bwill not do\b|\b(?:is|are) (?:of )?no (?:use|good|help)\b|\b(?:is|are) (?:banned|forbidden|taboo|not allowed)\b|\b(?:tells?|says?|helps?|gives?) (?:me|us|them|nobody) (?:nothing|little|anything)\b|\bcould be (?:about|for) any|^' ?.{2,40} ?' is not (?:a|an) /,
  ],
  [
    "that was",
    /\bthat (?:should|ought to|must) have (?:been|had|gone|come)\b|\bwas (?:supposed|meant) to\b/,
  ],
  [
    "you + do never only always",
    /^you (?:do not|never|only|always) (?!need|have|know|want|seem|look|sound|think|like|understand|mean)\w+ /,
  ],
  [
    "is are nobody confusing unreadable useless unusable misleading illegible",
    /\b(?:is|are) (?:\w+ )?(?:hours?|days?|weeks?|months?|years?) (?:old|behind|late|out of date)\b|\bnobody (?:says|writes|reads|uses|needs|wants|calls|asked)\b|\b(?:confusing|unreadable|useless|unusable|misleading|illegible)\b/,
  ],
];
const CUES = new CuedPatterns(OBJECTIONS);
const REPEATED =
  /\b(?:again|still|how many times|how often|i told you|i have told you|as i (?:told|said)|i already|once more|last time|keep (?:doing|sending|writing|using)|told you|for the (?:second|third|last) time|every time)\b/;

/** The user says that it was said before. */
const SAID_BEFORE =
  /\b(?:told you|(?:as|like) i (?:said|told|asked|mentioned)|i (?:have |already )*(?:said|told|asked|mentioned) (?:it|this|that|you|so)? ?(?:before|already|last)|once more|how (?:many times|often) (?:do|must|have)|for the (?:second|third|last|hundredth) time|i already (?:said|told|asked)|i did (?:say|tell|ask|mention)|i repeat|did i not (?:say|tell|ask)|(?:missing|wrong|there|forgot\w*|left out) again|again (?:you|no|without|with)|(?:did|doing) it again)\b|^(?:no ,? )?(?:that is|those are|this is|these are|there you go|here we go) (?:[^ ,]+ ){0,3}again\b/;

/** Whether a sentence repeats what was said before. */
export function isSaidBefore(sentence: Sentence): boolean {
  return SAID_BEFORE.test(sentence.said);
}

/** Objections of turns that were asked for already; several readers of a turn look for them. */
const FOUND = new WeakMap<ReadTurn, readonly Pushback[]>();

/** Objections in a user turn after an assistant turn; empty when it answers a yes/no question. */
export function pushbacksIn(window: readonly ReadTurn[], index: number): readonly Pushback[] {
  const read = window[index];
  const known = read === undefined ? undefined : FOUND.get(read);
  if (known !== undefined) return known;
  const found = findPushbacks(read, window[index - 1]);
  if (read !== undefined) FOUND.set(read, found);
  return found;
}

function findPushbacks(read: ReadTurn | undefined, before: ReadTurn | undefined): Pushback[] {
  if (read === undefined || before === undefined || before.turn.speaker !== "assistant") return [];
  const asked = /\?\s*$/.test(before.text.trim());
  const out: Pushback[] = [];
  for (const sentence of read.sentences) {
    if (!sentence.hasWords) continue;
    const text = sentence.said.replace(/ ([,;:])/g, "$1");
    const cue = cueOf(text, sentence, asked);
    const echo = cue === "" && sentence.terminator === "?" && sentence.tokens.length <= 3 &&
      read.sentences.length > 1 &&
      !/^(?:what|which|who|where|when|how|ok|right|really)\b/.test(text);
    if (echo) out.push({ sentence, cue: text, repeated: false });
    else if (cue !== "") out.push({ sentence, cue, repeated: REPEATED.test(text) });
  }
  return out;
}

function cueOf(text: string, sentence: Sentence, asked: boolean): string {
  const opening = OPENING.exec(text)?.[0];
  if (opening !== undefined && !isPlainQuestion(text, sentence) && !(asked && /^no\b/.test(text))) {
    return opening;
  }
  const match = CUES.exec(text, gateWords(sentence.said));
  if (match !== null && !isPlainQuestion(text, sentence)) return match[0];
  return sentence.shouting && sentence.terminator === "!" && sentence.tokens.length > 2 ? "!" : "";
}

/** `Why ask the whole group?` reproaches the deed. */
const WHY_DO_SO =
  /^why (?!do|does|did|is|are|was|were|would|should|can|could|has|have|had|will|not|the|a|an|my|our|it|that|this|in|on)[a-z]+ (?:the|all|me|us|it|them|every|everyone|everybody|in|to|on|with|for|a|an|my|our)\b/;

/** A real question is no objection, unless it is one of reproach. */
function isPlainQuestion(text: string, sentence: Sentence): boolean {
  if (WHY_DO_SO.test(text)) return false;
  if (/^(?:are you (?:serious|kidding)|is this a joke)/.test(text)) return false;
  if (/\bwhy (?:do|did|are) you\b|\bhow (?:many times|often)\b|\bdid (?:i|you) not\b/.test(text)) {
    return false;
  }
  if (/^why\b/.test(text)) return sentence.tokens.length > 5;
  return sentence.terminator === "?" &&
      /^(?:(?:ok|and|so|but|no|really|again),? ?)*(?:what|which|who|where|when|how|is|are|can|could|do|does|did|will|would|should)\b/
        .test(text) ||
    /^(?:what|really)\b/.test(text) && sentence.terminator === "?";
}
