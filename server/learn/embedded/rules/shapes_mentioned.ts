/**
 * Checkers of what is mentioned on the way to a question: what something runs on, who at home bears
 * what, the short name that is enough, an income that is never the same.
 *
 * @module
 */

import { CHILDREN, PARTNERS } from "../lexicon/people.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { isNumber } from "./classes.ts";
import { free, person, type Shape, type ValueRange } from "./shapes.ts";
import { strictAllergen } from "./shapes_body.ts";
import { system } from "./shapes_indirect.ts";
import { after, textOf, tokensOf } from "./value_words.ts";

/** `k3s on three old NUCs in the cellar`: a tool, and the machines it runs on. */
export const toolOn: Shape = (value) => {
  const tool = system(value);
  const [on, which] = tool === null ? [] : value.sentence.tokens.slice(tool.to, tool.to + 2);
  return on?.fold === "on" && which !== undefined &&
      (isNumber(which) || /^(?:a|an|my|our|the|some|old)$/.test(which.fold)) &&
      MACHINE.test(textOf(value))
    ? value
    : null;
};

const MACHINE =
  /\b(?:nucs?|box|server|servers|mac|macbook|laptop|desktop|pc|pcs|pi|pis|vps|cluster|machines?|nodes?|workstation|nas|vm|vms|droplet|thinkpad|mini)\b/;

/** A tool by which something is made, and not `C minor` or what somebody else did. */
export const madeWith: Shape = (value) => {
  const tool = system(value);
  return tool !== null && textOf(tool).length > 1 && !/^by\b/.test(after(tool)) ? tool : null;
};

const MADE = wordSet(`
game report thesis book novel score song songs album
mix track tracks video videos film films sprite sprites board boards model models poster posters cover covers plan plans drawing drawings
layout magazine newsletter map maps font comic animation animations dashboard prototype mockups mock-ups slides
`);

/** `firmware`, `board game`: something that is made with software. */
export const madeThing: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 && MADE.has(tokens.at(-1)?.fold ?? "") &&
      !tokens.some(({ fold }) => fold === "'s")
    ? value
    : null;
};

const AT_HOME = /^(?:youngest|eldest|oldest|middle one|little one)$/;
const NOT_AT_HOME = /^(?:brother|sister|nephew|niece)s?$/;

const INVENTED = /\b(?:novel|story|film|movie|script|character|game|dream|poem|scene|play)\b/;

/** `son Ivo`, `youngest`, `wife`: one of those one eats with. */
export const oneAtHome: Shape = (value) => {
  const tokens = tokensOf(value);
  const [relative, name] = /^(?:little|older|younger|youngest|eldest|oldest|own|teenage)$/.test(
      tokens[0]?.fold ?? "",
    ) && tokens.length > 1
    ? tokens.slice(1)
    : tokens;
  const isOne = relative !== undefined && !NOT_AT_HOME.test(relative.fold) &&
    (CHILDREN.has(relative.fold) || PARTNERS.has(relative.fold) || AT_HOME.test(relative.fold));
  const extra = tokens.length - (relative === tokens[0] ? 1 : 2);
  return isOne && !INVENTED.test(value.sentence.said) &&
      (extra === 0 || extra === 1 && name?.capital === true)
    ? value
    : null;
};

const ALLERGENS =
  /\b(?:pollen|penicillin|antibiotics|latex|bees?|wasps?|stings?|dust|mites|mould|mold|grass|nickel|plasters|sunscreen|ibuprofen|aspirin|perfume)\b/;

/** What somebody at home is allergic to: a thing that people are allergic to. */
export const allergenAtHome: Shape = (value) =>
  ALLERGENS.test(textOf(value)) ? value : strictAllergen(value);

/** `film`, of what one only shoots; not `on weekends`. */
export const madeOnlyWith: Shape = (value) =>
  /^(?:on|in|at|for|if|when|with|from|it|that|this|the|my)\b/.test(textOf(value))
    ? null
    : free(value);

/** `lactose intolerant`, `coeliac`: what somebody at home lives with. */
export const borneAtHome: Shape = (value) =>
  /^(?:also |severely |very |a )?(?:(?:lactose|gluten|fructose|histamine)[ -]?(?: - )?intolerant|coeliac|celiac|diabetic|asthmatic|epileptic|vegan|vegetarian|pescatarian|colour-blind|dyslexic|autistic|hard of hearing)$/
      .test(textOf(value))
    ? value
    : null;

/** Words that tell of names. */
const ABOUT_NAMES =
  /\b(?:calls?|called|passport|officially|full name|real name|first name|account|birth certificate|christened|baptised|registered|booked|booking|named)\b/;

/** `Bron`, where a longer name was told: the one to be called by. */
export const nameEnough: Shape = (value) => {
  const first = value.sentence.tokens[value.from];
  if (value.to - value.from !== 1 || first === undefined || value.from < 3) return null;
  return ABOUT_NAMES.test(value.sentence.said) && first.kind === "word" &&
      (first.capital || value.sentence.lowerCase) && baseForm(first.fold) === undefined
    ? person(value)
    : null;
};

const UNEVEN =
  /^(?:(?:always |really |constantly )?(?:jumps?|swings?|bounces?|hops?|goes|go|moves?|is|are)(?: always| all)? (?:about|around|all over the place|up and down|irregular|uneven|unsteady|unpredictable|erratic|seasonal)(?: a lot)?|(?:varies|vary|fluctuates?|changes?)(?: a lot| wildly| widely| hugely)?(?: (?:from|with|by) (?:month to month|week to week|month|week|season|the season|the month))?)$/;

/** `jumps about`, `varies from month to month`: of money that is never the same. */
export const uneven: Shape = (value) => {
  const next = value.sentence.tokens[value.to]?.text ?? "";
  return UNEVEN.test(textOf(value)) && next !== "," ? value : null;
};

const OF_INCOME =
  /\b(?:income|earn|earns|earning|earnings|freelance|freelancer|self-employed|self - employed|commission|busker|pay|takings|gigs?|i make|paid)\b/;

const AMOUNT =
  /^(?:only |about |around )?(?:[\p{Sc}] ?)?\d[\d.,]*k?(?: ?(?:[\p{Sc}]|euros?|pounds?|dollars?|quid|francs?|crowns?))?$/u;

/** `4,000`, where the talk is of what somebody earns. */
export const earned: Shape = (value) => {
  return OF_INCOME.test(value.sentence.said) && AMOUNT.test(textOf(value)) ? value : null;
};

const PLOT =
  /^(?:a|an|the|my|our|two|three|some) (?:[a-z-]+ ){0,2}(?:allotment|vineyard|orchard|smallholding|workshop|studio|garden|plot|paddock|field|meadow|wood|boat shed|boathouse|barn|greenhouse|stable|cottage|cabin|caravan|holiday home|summer house) (?:just |right |not far )?(?:outside|near|above|behind|beyond|from)$/;
/** Words of a detail behind a comma. */
const DETAIL_WORDS = 4;

/** `an allotment just outside Carlisle, heavy clay`: land or a house one has, and where. */
export const plotNear: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token, index) => index > 1 && token.capital);
  if (at < 0 || !PLOT.test(tokens.slice(0, at).map(({ fold }) => fold).join(" "))) return null;
  return withDetails({ ...value, to: value.from + namedEnd(tokens, at) });
};

/** One past a name of several words. */
function namedEnd(tokens: ReturnType<typeof tokensOf>, from: number): number {
  let to = from + 1;
  while (tokens[to]?.capital === true && tokens[to]?.kind === "word") to++;
  return to;
}

/** With `, heavy clay, facing north` behind it: few words each, without a verb. */
function withDetails(value: ValueRange): ValueRange {
  const { tokens } = value.sentence;
  if (tokens[value.to]?.text !== ",") return value;
  const rest = tokens.slice(value.to + 1);
  const end = rest.findIndex(({ kind }) => kind === "punct");
  const detail = end < 0 ? rest : rest.slice(0, end);
  const isDetail = detail.length > 0 && detail.length <= DETAIL_WORDS &&
    (detail[0]?.fold === "facing" ||
      detail.every(({ fold }) =>
        baseForm(fold) === undefined &&
        !/^(?:is|are|not|i|we|it|you|so|and|but|what|which)$/.test(fold)
      ));
  return isDetail ? withDetails({ ...value, to: value.to + 1 + detail.length }) : value;
}

/** `design`, and not the `B` of `the B team`. */
export const teamName: Shape = (value) => textOf(value).length > 2 ? free(value) : null;

/** `our rowing club`, `the parents' council`: those whose officer somebody is. */
export const ourBody: Shape = (value) =>
  /^(?:our|my|the|a) (?:[\w'-]+ ){0,3}(?:club|society|association|council|committee|choir|band|orchestra|board|team|union|cooperative|co-op|charity|foundation|league|trust|guild|party|branch|residents|tenants|allotments?)\b/
      .test(textOf(value))
    ? value
    : null;

/** The `person` of `a cat person`. */
export const personNoun: Shape = (value) => textOf(value) === "person" ? value : null;
