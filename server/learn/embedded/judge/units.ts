/**
 * Cuts a sentence into units: stretches that say one thing each.
 *
 * @module
 */

import { baseForm, isTaskVerb } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { COORDINATORS, SUBJECTS } from "../text/clauses.ts";
import type { Clause, Sentence, Token } from "../types.ts";

/** Clauses that belong together; `from` and `to` index the tokens of their sentence. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  readonly clauses: readonly Clause[];
}

const ENGLISH_HEADS = wordSet(`
i we my our you your it that this there they he she please do never always just can could would let's let no not only
`);
const SUBORDINATE =
  /^(?:because|since|when|whenever|if|unless|while|although|though|which|who|whose|whether|until|till|before|after|where|whereas|as|given|once|provided|except)$/;
/** `In my novel, …`, `For weddings, …`: what stands in front belongs to what follows. */
const FRONT =
  /^(?:in|on|at|for|from|with|as|by|during|after|before|since|until|till|up|under|over|to|of|without|between|outside|inside|near|around|within|apart|besides|given)$/;
const STRONG_PAUSE = /^[;:()\u2013\u2014]$|^-$/;

/** The units of a sentence; every token belongs to one. */
export function unitsOf(sentence: Sentence): Unit[] {
  const out: Clause[][] = [];
  for (const clause of sentence.clauses) {
    const open = out.at(-1);
    if (open === undefined || startsUnit(sentence, open, clause)) out.push([clause]);
    else open.push(clause);
  }
  return out.map((clauses) => ({
    from: clauses[0]?.from ?? 0,
    to: clauses.at(-1)?.to ?? 0,
    clauses,
  }));
}

function startsUnit(sentence: Sentence, open: readonly Clause[], clause: Clause): boolean {
  const isQuestion = (mood: string | undefined) => mood === "question";
  if (isQuestion(open.at(-1)?.mood) !== isQuestion(clause.mood)) return true;
  if (sentence.lang !== "en") return startsAbroad(sentence, clause);
  const isGround = open.every(({ opener }) => SUBORDINATE.test(opener)) ||
    open.length === 1 && FRONT.test(sentence.tokens[open[0]?.from ?? 0]?.fold ?? "");
  if (isGround && !isQuestion(clause.mood)) return false;
  if (SUBORDINATE.test(clause.opener)) return false;
  const before = sentence.tokens[clause.from - 1];
  if (before?.kind === "punct" && STRONG_PAUSE.test(before.text)) {
    return before.start < (sentence.tokens[clause.from]?.start ?? 0);
  }
  const isPause = before?.kind === "punct";
  if (!isPause && clause.opener === "") return false;
  // `Stairs and I are no friends`: the words before `and` are no clause of their own.
  if (!isPause && clause.from - (open[0]?.from ?? 0) <= 2) return false;
  const first = sentence.tokens[clause.from]?.fold ?? "";
  if (isPause && /^(?:but|so)$/.test(first)) return true;
  const at = clause.from + (clause.opener === "" ? 0 : 1);
  const head = sentence.tokens[at];
  // `year built and type of heating`: a thing, no order.
  return head !== undefined &&
    (ENGLISH_HEADS.has(head.fold) || isOrder(head) && sentence.tokens[at + 1]?.fold !== "of");
}

const RELATIVE = /^(?:die|der|das|den|dem|denen|welche[rsmn]?|qui|que|qu'|dont)$/;

/** Behind a pause or a coordinator, a word that opens a clause of its own. */
function startsAbroad(sentence: Sentence, clause: Clause): boolean {
  const at = clause.opener === "" ? clause.from : clause.from + 1;
  const head = sentence.tokens[at];
  const isPause = sentence.tokens[clause.from - 1]?.kind === "punct";
  // `keine Vorschläge, die ich nicht bestellt habe`: what is said of the thing in front.
  if (RELATIVE.test(clause.opener) || RELATIVE.test(sentence.tokens[clause.from]?.fold ?? "")) {
    return false;
  }
  if (head === undefined || !isPause && !COORDINATORS[sentence.lang].has(clause.opener)) {
    return false;
  }
  if (sentence.lang === "zh") return /^[我请不别以]$/.test(head.text);
  return SUBJECTS[sentence.lang].has(head.fold);
}

function isOrder(token: Token): boolean {
  return token.kind === "word" && isTaskVerb(token.fold) && baseForm(token.fold) === token.fold;
}
