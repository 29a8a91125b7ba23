/**
 * Words without which a pattern of a mask cannot match: one look at the words of a text spares most
 * of the searches.
 *
 * @module
 */

import { words } from "../lexicon/words.ts";

/** Words of which a text must hold one for a pattern, by its name; `x*` begins a word, from {@link STEM} letters on. */
const CUES = {
  fiction:
    `write continue compose make invent create give tell draft finish imagine generate come cuenta inventa raconte invente
escreva escreve conte crie continua sigue continuez setz setze dichte erfind erfinde schre* escri*`,
  madeUp: "fake made madeup fictional fictitious invented imaginary pretend dummy mock",
  invented: "invent",
  viewpoint: "sicht perspektive point perspective viewpoint eyes vista perspectiva vue",
  rolePlay:
    `play playing pretend role roleplay rollenspiel improvise be act pose behave character cast attack draw roll spielen juguemos
jouons vamos`,
  spokenTo: "you",
  speaker: "m am",
  withoutMark: "translate how what wie como comment traduce traduis traduza",
  relayed:
    `write draft compose prepare send post phrase word type tell inform notify remind let text message email reply answer`,
  relayedAfter: "reply respond answer write get",
  thatClause: "that",
  toPrograms: "ai llm llms language chatbot chatbots automated virtual memory",
  injection: "ignore disregard forget",
  sample: "example e instance sample test placeholder such",
  autoReply: "mail email message nachricht",
  abroad: "",
} as const;

/** What a mask looks for; `abroad` is in no text of plain ASCII. */
export type MaskCue = keyof typeof CUES;

const NAMES = Object.keys(CUES) as readonly MaskCue[];
const ALL = -1;
/** Letters of a word that are looked up where it may only begin with a cue. */
const STEM = 5;
const [SMALL_A, SMALL_Z, LAST_ASCII] = [97, 122, 127];

/** Bits of the cues that a word, or `x*` for what it begins with, belongs to. */
const BITS: ReadonlyMap<string, number> = (() => {
  const out = new Map<string, number>();
  for (const [at, name] of NAMES.entries()) {
    for (const word of words(CUES[name])) out.set(word, (out.get(word) ?? 0) | 1 << at);
  }
  return out;
})();

const BIT_OF = Object.fromEntries(NAMES.map((name, at) => [name, 1 << at])) as Readonly<
  Record<MaskCue, number>
>;

/** The text that was asked for last: several masks ask about the same. */
let last = { text: "", bits: 0 };

/** Whether a text may hold what a mask looks for; one that is not plain ASCII may hold all. */
export function mayHold(text: string, cue: MaskCue): boolean {
  if (last.text !== text) last = { text, bits: bitsOf(text) };
  return (last.bits & BIT_OF[cue]) !== 0;
}

function bitsOf(text: string): number {
  const lower = text.toLowerCase();
  let bits = 0;
  let from = 0;
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0;
    if (code > LAST_ASCII) return ALL;
    if (code >= SMALL_A && code <= SMALL_Z) continue;
    if (at > from) {
      bits |= BITS.get(lower.slice(from, at)) ?? 0;
      if (at - from >= STEM) bits |= BITS.get(`${lower.slice(from, from + STEM)}*`) ?? 0;
    }
    from = at + 1;
  }
  return bits;
}
