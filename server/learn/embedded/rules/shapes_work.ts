/**
 * Checkers for work, learning and languages told by a whole phrase.
 *
 * @module
 */

import type { Token } from "../types.ts";
import { BUSINESSES, FUNCTION_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { ORGANISATIONS, TRADE_VERBS, WORKPLACES } from "../lexicon/work.ts";
import { isNumber } from "./classes.ts";
import { free, job, place, type Shape, type ValueRange } from "./shapes.ts";
import { tradeObject } from "./shapes_daily.ts";
import { after, textOf, tokensOf } from "./value_words.ts";

const NO_DOING = wordSet(`
waiting trying having getting looking thinking wondering going asking being meaning sitting calling experiencing seeing dealing
struggling hearing hoping feeling telling saying noticing running-into talking chatting
`);
const FOR_YEARS =
  /^(?:since (?:\d{4}|the (?:age|nineties|eighties|seventies|start|spring|summer|autumn|winter|war)|i was|my (?:teens|twenties|thirties|childhood|studies)|(?:19|20)\d\ds?|(?:january|february|march|april|may|june|july|august|september|october|november|december|school|university|college)\b)|(?:for )?(?:over |about |almost |nearly |more than |around |some |the (?:last|past) )?[\w-]+ (?:years|decades)|(?:for )?(?:years|decades|ages)|all my life)/;

/** `tuning organs around Ghent` before `since 2009` or `for ten years`: what goes on for long. */
export const doingSince: Shape = (value) => {
  const [first, second] = tokensOf(value);
  if (
    first === undefined || second === undefined || !first.fold.endsWith("ing") ||
    first.fold.length < 6 || NO_DOING.has(first.fold) ||
    /^(?:it|this|that|these|those|you|your|the|on|to)$/.test(second.fold)
  ) return null;
  return FOR_YEARS.test(after(value)) ? free(value) : null;
};

/** `guide hikers through the Tatras`: a verb of work with its object in general. */
export const tradePhrase: Shape = (value) => {
  const first = tokensOf(value)[0];
  if (first === undefined || !TRADE_VERBS.has(first.fold)) return null;
  return tradeObject({ ...value, from: value.from + 1 }) === null ? null : value;
};

const DUTY_VERBS =
  /^(?:do|handle|manage|keep|run|organise|organize|plan|coordinate|oversee|write|edit|design|maintain|schedule|process|prepare|check|inspect|curate|administer|conduct|play|sing|cook|clean|teach|translate|interpret|drive|deliver|audit|lead|direct|staff|man|sell|buy|book|answer|cover|supervise|train|code|program|develop|test|look after|take care)$/;

/** `handle customs paperwork for a freight forwarder`: a duty and whom it is for. */
export const duty: Shape = (value) => {
  const tokens = tokensOf(value);
  const verb = tokens[0]?.fold ?? "";
  if (!DUTY_VERBS.test(verb) && !/^look after|^take care/.test(textOf(value))) return null;
  const link = tokens.findIndex((token, index) =>
    index >= 2 && /^(?:for|of|at|in)$/.test(token.fold)
  );
  if (link < 2 || link > 6) return null;
  if (tokens.slice(1, link).some((token) => /^(?:this|that|these|it|your|one)$/.test(token.fold))) {
    return null;
  }
  if (!/^(?:a|an|our|the|my|two|three|several|some)$/.test(tokens[link + 1]?.fold ?? "")) {
    return null;
  }
  const org = tokens.findIndex((token, index) =>
    index > link + 1 && index <= link + 5 && ORGANISATIONS.has(token.fold)
  );
  return org < 0 ? null : value;
};

/** A phrase in the third person: `does the bookkeeping`, `travels a lot`. */
export const thirdPersonPhrase: Shape = (value) => {
  const [first, second] = tokensOf(value);
  if (first === undefined || second === undefined || first.text.startsWith("'")) return null;
  const base = baseForm(first.fold);
  const third = /^(?:is|has|does)$/.test(first.fold) ||
    /s$/.test(first.fold) && base !== undefined && base !== first.fold;
  if (!third || /^(?:needs|wants|asks|knows|says|thinks|calls|gets)$/.test(first.fold)) return null;
  if (/^(?:it|this|that|these|you|your|wrong|not)$/.test(second.fold)) return null;
  if (first.fold === "has" && /^(?:\w+ed|been|just|already)$/.test(second.fold)) return null;
  return free(value);
};

const BUSINESS_VERBS =
  /^(?:makes?|builds?|sells?|installs?|produces?|designs?|organises?|organizes?|records?|edits?|films?|runs?|offers?|provides?|imports?|exports?|rents?|prints?|publishes|publish|bakes?|brews?|grows?|repairs?|cleans?|manages?|employs?|serves?|transports?|teach|teaches|trains?|develops?|manufactures?|distributes?|supplies|supply|operates?|restores?|translates?|insures?|ships?|hosts?|caters?|moves?|maintains?|recycles?|breeds?|roasts?|plans?|audits?|specialises?|specializes?|deals?)$/;

/** What a firm does: `makes hiking socks`. */
export const firmDoes: Shape = (value) => {
  const [first, second] = tokensOf(value);
  return first !== undefined && second !== undefined && BUSINESS_VERBS.test(first.fold) &&
      !/^(?:me|us|it|this|that|the|you|your|out|a|an|my|slow|slowly|fast|late|low)$/.test(
        second.fold,
      )
    ? free(value)
    : null;
};

/** `clinic`, `vet practice`, `ward`: where somebody works, at most three words. */
export const workplaceNoun: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 && WORKPLACES.has(tokens.at(-1)?.fold ?? "") ? value : null;
};

/** An organisation with an article or by its name. */
export const orgNamed: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0];
  if (first === undefined || tokens.length > 8) return null;
  if (/^(?:a|an|the)$/.test(first.fold)) {
    return tokens.slice(1, 6).some((token) => ORGANISATIONS.has(token.fold)) ? value : null;
  }
  return first.capital && first.fold !== "i" && first.kind === "word" ? value : null;
};

/** A role in a body: `the parents' council`. */
export const committee: Shape = (value) => {
  const text = textOf(value);
  return !/^(?:this|that|your|it)\b/.test(text) &&
      /\b(?:board|committee|council|club|association|society|union|choir|jury|panel|crew|squad|league|brigade|co-op|cooperative|trust)(?: (?:of|at|in|for)\b.*)?$/
        .test(text)
    ? value
    : null;
};

/** `pottery classes`, `evening courses in Japanese`. */
export const classes: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) =>
    /^(?:classes|lessons|workshops|courses|tours|seminars|tutorials)$/.test(token.fold)
  );
  return at >= 1 && at <= 4 && !/^(?:the|these|those|your|no|more|any)$/.test(tokens[0]?.fold ?? "")
    ? value
    : null;
};

/** `vet practice`, `firm`: an organisation of one's own, at most three words. */
export const orgNoun: Shape = (value) => {
  const tokens = tokensOf(value);
  const last = tokens.at(-1)?.fold ?? "";
  return tokens.length <= 3 && ORGANISATIONS.has(last) && last !== "house" && last !== "home"
    ? value
    : null;
};

const PREMISES_TAKEN =
  /\b(?:vineyard|farm|shop|bakery|practice|firm|business|studio|workshop|restaurant|café|cafe|pub|hotel|orchard|allotment|house|company|brewery|garage|salon|kiosk|store|smallholding|dairy|mill)\b/;

/** `my uncle's vineyard`: a business that somebody has taken over. */
export const businessOrPremises: Shape = (value) =>
  PREMISES_TAKEN.test(textOf(value)) && /^(?:a|an|the|my|our)\b/.test(textOf(value)) ? value : null;

/** `caretaker of a primary school`: a job and whose it is. */
export const jobOf: Shape = (value) => {
  const tokens = tokensOf(value);
  const link = tokens.findIndex((token) => /^(?:of|at|in|for)$/.test(token.fold));
  if (link < 1 || link > 3) return null;
  const head = job({ ...value, to: value.from + link });
  return head === null || !/^(?:a|an|our|the|my)$/.test(tokens[link + 1]?.fold ?? "")
    ? null
    : value;
};

/** `teach at the flight school`, `write grant applications for charities`. */
export const tradeOrTeach: Shape = (value) => {
  const tokens = tokensOf(value);
  const [first, second] = tokens;
  if (first === undefined || second === undefined) return null;
  if (/^(?:teach|work|run|manage|own|study)$/.test(first.fold)) return free(value);
  return tradePhrase(value);
};

/** An organisation somebody has been with for years. */
export const orgSince: Shape = (value) => {
  const named = orgNamed(value);
  return named !== null && FOR_YEARS.test(after(named)) ? named : null;
};

/** `bar at a jazz club`, `counter of a bakery`. */
export const counter: Shape = (value) =>
  /^(?:bar|counter|till|wheel|front desk|desk|reception|chair|camera)\b/.test(textOf(value)) &&
    !/^(?:wheel|chair|camera|desk)$/.test(textOf(value))
    ? withoutDays(value)
    : null;

const isCount = (token: Token | undefined): boolean => token !== undefined && isNumber(token);

/** `wheel of the 41 bus`, without the `six` of `six days a week`. */
function withoutDays(value: ValueRange): ValueRange {
  const { tokens } = value.sentence;
  const at = tokens.findIndex((token, index) =>
    index > value.from && /^(?:days?|nights?|hours|mornings|evenings|shifts)$/.test(token.fold) &&
    isCount(tokens[index - 1])
  );
  return at > value.from + 1 ? { ...value, to: Math.min(value.to, at - 1) } : value;
}

/** `the music school in Pecs`: where somebody is taught. */
export const schoolPlace: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) =>
    /^(?:university|college|conservatory|conservatoire|polytechnic|academy|school|uni|lycée|gymnasium)$/
      .test(token.fold)
  );
  return at >= 1 && at <= 3 &&
      (at > 1 || tokens.length > 2 || tokens[0]?.capital === true) &&
      (tokens[at + 1] === undefined || /^(?:of|in|at|for|near)$/.test(tokens[at + 1]?.fold ?? ""))
    ? value
    : null;
};

/** `the electricians' exam`: what somebody studies for. */
export const exam: Shape = (value) =>
  /\b(?:exam|exams|test|certificate|certification|licence|license|diploma|bar|boards|finals|degree|a-levels|abitur)\b/
      .test(textOf(value)) && !/^(?:this|that|it)\b/.test(textOf(value))
    ? value
    : null;

/** `Basque at home and Spanish at work`: languages with where each is spoken. */
export const languagesByPlace: Shape = (value) => {
  const text = textOf(value);
  return /^\S+ (?:at|with|in) (?:the |my |our )?\S+ (?:and|but|,) (?:mostly |only )?\S+ (?:at|with|in) \S+/
      .test(text) && tokensOf(value)[0]?.capital === true
    ? value
    : null;
};

/** `about B1`, `at B2 level`. */
export const levelCode: Shape = (value) =>
  /^(?:about |around |roughly |at |only |at about |somewhere around )?(?:level )?(?:a1|a2|b1|b2|c1|c2)\b/
      .test(
        textOf(value),
      )
    ? value
    : null;

/** A dialect or a language that no list has, by its capital: `Swabian`. */
export const tongue: Shape = (value) => {
  const first = tokensOf(value)[0];
  const next = value.sentence.tokens[value.from + 1];
  return first !== undefined && first.capital && first.kind === "word" && first.fold !== "i" &&
      /(?:ian|an|ish|ese|ic|i|a|o|er|ch|ic|isch|que|in)$/.test(first.fold) &&
      (next === undefined || next.kind === "punct" ||
        /^(?:and|but|at|with|too|well|fluently|a)$/.test(next.fold))
    ? { ...value, to: value.from + 1 }
    : null;
};

/** `circus`, `small theatre in Brno`: whose things somebody looks after, no container. */
export const lookedAfter: Shape = (value) =>
  /^(?:\w+ )?(?:folder|file|files|drawer|box|sheet|table|document|browser|tab|list|cell|row|column|code|app|page|wallet|bag|pocket|fridge|freezer|bottom|top|end|beginning|same|background|meantime|evening|morning|afternoon|night|week|weekend|car|house)\b/
      .test(textOf(value))
    ? null
    : free(value);

/** `an insurer`, `Velmar Foods`: who employs somebody now; `the police` may only be on the phone. */
export const orgOfOne: Shape = (value) =>
  tokensOf(value)[0]?.fold === "the" ? null : orgNamed(value);

/** `total beginner`, `intermediate`. */
export const levelWord: Shape = (value) =>
  /^(?:(?:total|complete|absolute|advanced|lower|upper) )?(?:beginner|newbie|novice|intermediate|expert|professional|pro|amateur|advanced)$/
      .test(textOf(value))
    ? value
    : null;

/** `the wardrobe mistress at our opera house`: a role and the organisation it is in. */
export const roleAt: Shape = (value) => {
  const tokens = tokensOf(value);
  if (!/^(?:the|a|an)$/.test(tokens[0]?.fold ?? "")) return null;
  const link = tokens.findIndex((token) => /^(?:at|of|in|for|with)$/.test(token.fold));
  if (link === 2 && /^(?:first|second|third|last|next|only|one)$/.test(tokens[1]?.fold ?? "")) {
    return null;
  }
  if (link < 2 || link > 5 || !/^(?:a|an|our|the|my)$/.test(tokens[link + 1]?.fold ?? "")) {
    return null;
  }
  if (
    tokens.slice(1, link).some((token) =>
      FUNCTION_WORDS.has(token.fold) || NO_ROLES.test(token.fold)
    )
  ) {
    return null;
  }
  return tokens.slice(link + 2, link + 6).some((token) => ORGANISATIONS.has(token.fold))
    ? value
    : null;
};

const NO_ROLES =
  /^(?:customer|client|guest|member|patient|visitor|fan|user|friend|student|regular|big|huge|problem|problems|middle|end|front|back|top|victim|winner|witness|queue|tenant|subscriber|neighbour|neighbor|stranger|supporter)$/;

/** `press our own cider`: made by oneself. */
export const ownMake: Shape = (value) => {
  const [verb, own, word, noun] = tokensOf(value);
  return verb !== undefined && noun !== undefined && /^(?:my|our)$/.test(own?.fold ?? "") &&
      word?.fold === "own" &&
      /^[a-z-]+$/.test(verb.fold) && !/(?:ed|ing|ly)$/.test(verb.fold) &&
      !/^(?:have|use|need|want|see|do|get|like|prefer|love|know|mean|make|write|add|put|say|had|was|am|are|is|in|on|of|for|with)$/
        .test(verb.fold)
    ? free(value)
    : null;
};

/** `four physios sharing one receptionist`. */
export const counted: Shape = (value) => {
  const first = tokensOf(value)[0];
  return first !== undefined && isNumber(first) ? value : null;
};

/** `eight years`. */
export const numYears: Shape = (value) =>
  /^(?:over |almost |nearly |about |more than )?[\w-]+ (?:years|decades|seasons)$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `knitted` before `since I was six`. */
export const participleSince: Shape = (value) => {
  const [first] = tokensOf(value);
  return first !== undefined &&
      /(?:ed|ung|own|iven|itten|sung|worn|run|kept|taught|sold|bred)$/.test(first.fold) &&
      !/^(?:needed|wanted|tried|noticed|asked|received|experienced|used|waited|known|shown|heard|wondered|searched|looked|lived|worked|suffered)$/
        .test(first.fold) &&
      FOR_YEARS.test(after(value))
    ? value
    : null;
};

/** `with numbers`, `at parking`. */
export const withAt: Shape = (value) =>
  /^(?:with|at) (?!this|that|it\b|the\b|these)/.test(textOf(value)) ? value : null;

/** A place before `since the flood` or `for six years`. */
export const placeSince: Shape = (value) => {
  const found = place(value);
  const behind = found === null ? "" : after(found);
  return found !== null && (FOR_YEARS.test(behind) || /^since (?:the|my|our|we|i) /.test(behind))
    ? found
    : null;
};

/** Organisations that somebody runs, beside shops and firms. */
const OWN_ORGANISATIONS =
  /^(?:shelter|clinic|hostel|nursery|kindergarten|foodbank|gallery|theatre|choir|campsite|flats|museum|school|academy|charity|label|magazine|festival|sanctuary|association|society|club|council|committee|foundation|cooperative|troop|troupe|league)$/;

/** `a food truck`, `our coffee van`. */
const ON_WHEELS =
  /\b(?:food|taco|burger|pizza|coffee|sandwich|crêpe|crepe|waffle|fish|ice-?cream|cream|catering|market|flower) (?:truck|van|cart|trailer|stall|stand)s?$/;

const BEFORE_PLACE = wordSet("at in for with from near on");

/** `my own bakery`, `a bicycle repair shop in Turku`; `the night shift at a bakery` is none. */
export const business: Shape = (value) => {
  const tokens = tokensOf(value);
  if (!/^(?:a|an|the|my|our|two|three|several)$/.test(tokens[0]?.fold ?? "")) return null;
  const place = tokens.findIndex(({ fold }) => BEFORE_PLACE.has(fold));
  const named = tokens.slice(0, place < 0 ? tokens.length : place);
  if (ON_WHEELS.test(named.map(({ fold }) => fold).join(" "))) return value;
  const at = named.findIndex((token) =>
    BUSINESSES.has(token.fold) || BUSINESSES.has(token.fold.replace(/s$/, "")) ||
    OWN_ORGANISATIONS.test(token.fold)
  );
  return at < 0 ? null : value;
};

/** `at a hospital`, `for the city council`, `in a bakery`. */
export const workplace: Shape = (value) => {
  const [first, second, third] = tokensOf(value);
  if (first === undefined || second === undefined) return null;
  if (!/^(?:at|for|in|with)$/.test(first.fold)) return null;
  if (
    /^(?:home|night|nights|it|this|that|me|you|least|all|pairs|silence|hours|weekends|days|time|free|progress|peace|sprints)$/
      .test(second.fold)
  ) return null;
  const named = second.capital;
  const placed = /^(?:a|an|the)$/.test(second.fold) && third !== undefined &&
    !/^(?:morning|mornings|evening|night|afternoon|moment|same|dark|house|garden|way|first|last|past|second|third|project|report|terminal|background|file|document|spreadsheet|sheet|table|browser|editor|hurry|noisy|quiet|team|time|office)$/
      .test(third.fold);
  if (first.fold === "with") return null;
  if (second.fold === "i" || !named && !placed) return null;
  // `I start at Deloitte on Monday`: when it begins, and not where.
  const day = tokensOf(value).findIndex(({ fold }) =>
    /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(fold)
  );
  return day < 3 ? value : { ...value, to: value.from + day - 1 };
};

/** `cabin crew`, `kitchen staff`: those among whom somebody works. */
export const staff: Shape = (value) =>
  /^(?:cabin|air|flight|ground|kitchen|bar|waiting|nursing|hospital|hotel|airport|airline|restaurant|theatre|support|cleaning|security|catering|floor|shop|ward|agency|temp|admin|ambulance|lifeboat) (?:crew|staff)$/
      .test(textOf(value))
    ? value
    : null;
