/**
 * Checkers for what somebody says of their life in a plain clause: what they do, keep, belong to.
 *
 * @module
 */

import { ANIMALS, RELATIONS } from "../lexicon/people.ts";
import { FUNCTION_WORDS, OUTPUTS, TOOLS } from "../lexicon/things.ts";
import { AT_HAND, LASTING_ALONE, LASTING_VERBS } from "../lexicon/life.ts";
import { wordSet } from "../lexicon/words.ts";
import { isNumber } from "./classes.ts";
import { days } from "./shapes_things.ts";
import { free, isFood, isJobNoun, type Shape, type ValueRange } from "./shapes.ts";
import { after, textOf, tokensOf } from "./value_words.ts";

/** Words that tie a clause to the moment, to the one spoken to or to a thing shown. */
const PASSING = wordSet(`
this that these those it them him her you your yours here now today tonight tomorrow yesterday currently again yet already one ones
something anything everything nothing someone which what how instead later next then first new wrong same such
`);
const TOLD_IN_STEPS = wordSet(
  "then first finally suppose imagine pretend character novel story scene player level game simulator simulation",
);
/** Words of the moment, alone or with what stands behind them. */
const OF_TODAY =
  /\b(?:today|tonight|tomorrow|yesterday|right now|just now|this (?:morning|afternoon|evening|week|weekend|month|time))\b/;
const MAY_BE_OF_TODAY = wordSet("today tonight tomorrow yesterday now this");

/** Whether a story or an instruction is told, one step after the other. */
function isToldInSteps({ sentence }: ValueRange): boolean {
  return sentence.folds.some((word) => TOLD_IN_STEPS.has(word));
}

/** Whether a clause speaks of the moment or of the task, not of how somebody lives. */
function isPassing(value: ValueRange): boolean {
  const { folds, said } = value.sentence;
  return isToldInSteps(value) ||
    folds.some((word) => MAY_BE_OF_TODAY.has(word)) && OF_TODAY.test(said) ||
    tokensOf(value).some((token) =>
      PASSING.has(token.fold) || AT_HAND.has(token.fold) || OUTPUTS.has(token.fold) ||
      TOOLS.has(token.fold) && !token.capital
    );
}

/** `host a podcast about moths`, `manage two football pitches`: a verb of lasting work or care and its object. */
export const plainAct: Shape = (value) => {
  const [verb, second, third] = tokensOf(value);
  if (verb === undefined || second === undefined || isPassing(value)) return null;
  const before = value.sentence.tokens[value.from - 1]?.fold ?? "";
  if (!/^(?:i|we|also|mostly|usually|often|always|and|now|both|only)$/.test(before)) return null;
  const particle = /^(?:out|up|in|for|after)$/.test(second.fold);
  const head = particle ? `${verb.fold} ${second.fold}` : verb.fold;
  if (!LASTING_VERBS.has(head)) return null;
  const object = particle ? third : second;
  if (object === undefined || object.kind === "punct") return null;
  if (/^(?:a|an)$/.test(object.fold) || isNumber(object)) return free(value);
  if (/^(?:my|our)$/.test(object.fold)) {
    return value.sentence.tokens[value.from + (particle ? 3 : 2)]?.fold === "own" ? value : null;
  }
  if (object.fold === "the") {
    return /\b(?:of|at|for|in) (?:my|our|a|an|the)\b|'s?\b/.test(textOf(value)) ? value : null;
  }
  return FUNCTION_WORDS.has(object.fold) || object.kind !== "word" ? null : value;
};

const WAYS_OF_LIFE =
  /^(?:belong to (?:a|an|our|the)|live (?:off|above|with|alone|among|next|behind|over|below|opposite|aboard|half)|work (?:with|among|from home|outdoors|outside|underground|nights|offshore|alone|remotely|freelance|part-time|full-time|shifts|weekends)|train for|compete in|farm (?:organically|\w+)|sit on (?:a|an|the|our|two) (?:[\w-]+ )?(?:committees?|boards?|councils?|panels?|jury|bench)|sit in a wheelchair|serve (?:on|in|with)|act in (?:a|an)|dance in (?:a|an)|study (?:part-time|full-time|at|by)|commute|freelance|busk|moonlight|hike|camp|lodge|board|stammer|stutter|limp|lip-read|go (?:swimming|running|climbing|rowing|fishing|riding|hiking|sailing|cycling|bouldering|to (?:mass|church|mosque|temple|synagogue|choir|evening classes|night school)))\b/;

/** `belong to a rowing club`, `work with deaf children`: how somebody lives, told without an object. */
export const wayOfLife: Shape = (value) => {
  if (isPassing(value) || !WAYS_OF_LIFE.test(textOf(value))) return null;
  const tokens = tokensOf(value);
  if (/^(?:work with|live with) (?:the|my|our|no|some|any|all|large|big)\b/.test(textOf(value))) {
    return null;
  }
  return tokens.length >= 2 || LASTING_ALONE.has(tokens[0]?.fold ?? "") ? value : null;
};

/** `bakers`, `night nurses`: an occupation in the plural, as `we …` names it. */
export const jobPlural: Shape = (value) => {
  const tokens = tokensOf(value);
  const last = tokens.at(-1);
  return last !== undefined && tokens.length <= 3 && /[^s]s$|men$/.test(last.fold) &&
      isJobNoun(last) &&
      tokens.every((token) =>
        token.kind === "word" && !FUNCTION_WORDS.has(token.fold) && !PASSING.has(token.fold)
      )
    ? value
    : null;
};

const PLACES_OF_ONES_OWN =
  /^(?:allotment|smallholding|vineyard|orchard|greenhouse|polytunnel|kiln|loom|lathe|sailboat|narrowboat|houseboat|rowing boat|dinghy|caravan|campervan|motorhome|food truck|market stall|bakery|brewery|pottery|darkroom|apiary|beehives|bees|barn|stable|stables|paddock|hen house|chicken coop|dovecote|cargo bike|tandem|horsebox|beach hut|mountain hut|guest house|guesthouse|holiday let|bookshop|tea room|tearoom|dairy farm|sheep farm|farm|forge|sawmill|harpsichord|cello|accordion|bagpipes)$/;

/** `allotment`, `market stall`: a place or thing that nobody owns for a day. */
export const placeOfOnesOwn: Shape = (value) => {
  const tokens = tokensOf(value);
  const two = PLACES_OF_ONES_OWN.test(textOf({ ...value, to: Math.min(value.to, value.from + 2) }));
  if (two) return { ...value, to: Math.min(value.to, value.from + 2) };
  const first = tokens[0]?.fold ?? "";
  const next = value.sentence.tokens[value.from + 1];
  const isOwner = next !== undefined && next.kind === "word" && !FUNCTION_WORDS.has(next.fold) &&
    !/(?:s|ed|ly)$/.test(next.fold);
  return PLACES_OF_ONES_OWN.test(first) && !isOwner &&
      !/^(?:'s|booking|order|app|page|website|invoice|model|drawing)/.test(next?.fold ?? "")
    ? { ...value, to: value.from + 1 }
    : null;
};

/** `two students and a tortoise`, `our lodger`: with whom a home is shared. */
export const sharersOfHome: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.some((token) =>
      RELATIONS.has(token.fold) || ANIMALS.has(token.fold) || isJobNoun(token) ||
      /^(?:students?|lodgers?|friends?|people|strangers|colleagues?|others|tenants?|pensioners?|refugees?)$/
        .test(token.fold)
    ) && !tokens.some((token) => PASSING.has(token.fold))
    ? value
    : null;
};

/** `Grandpa`, `mother-in-law`: one relative. */
export const oneRelative: Shape = (value) => {
  const tokens = tokensOf(value);
  const last = tokens.at(-1);
  return last !== undefined && tokens.length <= 3 && RELATIONS.has(last.fold) ? value : null;
};

/** `late shift`, `long day`, `choir night`: what a day of the week is to somebody. */
export const kindOfDay: Shape = (value) =>
  /\b(?:shifts?|days?|nights?|evenings?|mornings?|sabbath|turn|rehearsals?|training|lessons?|choir|market|practice|therapy|dialysis|surgery|gym|band|church|yoga|football)$/
      .test(textOf(value)) &&
    tokensOf(value).length <= 4 &&
    !/\b(?:favou?rite|lucky|birthday|next|last|best|first)\b/.test(textOf(value))
    ? value
    : null;

/** `Thursdays`, `Saturday`, `Friday afternoons`, `Tuesdays and Thursdays`. */
export const dayName: Shape = (value) =>
  /^(?:(?:on|every) )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:mornings?|afternoons?|evenings?|nights?))?(?:(?: and|,| or) (?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:mornings?|afternoons?|evenings?|nights?))?)*$|^(?:weekends|weekdays|weeknights|mornings|afternoons|evenings|nights)$/
      .test(textOf(value))
    ? value
    : null;

/** Days that return, told after what somebody does: `on Saturdays`. */
export const returningDays: Shape = (value) =>
  /^(?:on|every|each) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/
      .test(textOf(value)) &&
    (/days\b|^every|^each/.test(textOf(value)))
    ? days(value)
    : null;

/** `ten`, `half past nine`, `seven in the evening`. */
export const hourNamed: Shape = (value) =>
  /^(?:about |around )?(?:half past |quarter past |quarter to )?(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)(?: (?:o'clock|in the (?:morning|evening|afternoon)|at night|[ap]m))?$/
      .test(textOf(value))
    ? value
    : null;

/** A food or drink of at most three words. */
export const foodPhrase: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 && tokens.some((token) => isFood(token)) &&
      !tokens.some((token) => PASSING.has(token.fold) || /^(?:the|too|more)$/.test(token.fold))
    ? value
    : null;
};

/** What a sense or a limb no longer does: `make out small print`, `do stairs`. */
export const lostAbility: Shape = (value) =>
  /^(?:do stairs|manage stairs|climb stairs|make out (?:small|fine|tiny|faces|the small|numbers|letters|colou?rs)|read (?:small|fine|tiny|without)|see (?:small|fine|well|at night|in the dark|without)|hear (?:high|low|on|with|in|without)|tell (?:red|green|blue|colours|colors)|walk (?:far|long|more|without)|stand (?:for|long)|kneel|bend (?:down|my)|lift (?:more|heavy|my|anything)|carry (?:heavy|more|much)|grip|drive (?:at night|in the dark|any)|type with|write by hand|sit (?:for|long)|raise my)\b/
      .test(textOf(value)) &&
    !/\b(?:this|that|it|you|your|here)\b/.test(textOf(value)) &&
    !isToldInSteps(value)
    ? value
    : null;

/** `hardware shop`, `hotel`: where somebody stood behind a counter; the words end there. */
export const counterPlace: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 5 && !/^(?:this|that|your)$/.test(tokens[0]?.fold ?? "")
    ? free(value)
    : null;
};

/** A number of years in words or digits: `eighteen`, `12`. */
export const yearCount: Shape = (value) =>
  tokensOf(value).length <= 2 && tokensOf(value).some((token) => isNumber(token)) ? value : null;

/** `tutoring`, `furniture repair`: what a share of the week goes to. */
export const shareOfWeek: Shape = (value) =>
  isPassing(value) || tokensOf(value).length > 4 ||
    /^(?:the|a|waiting|fixing|looking)\b/.test(textOf(value))
    ? null
    : free(value);

/** A trade or craft, alone: `bread`, `carpentry`. */
export const craft: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 &&
      tokens.every((token) =>
        token.kind === "word" && !PASSING.has(token.fold) && !FUNCTION_WORDS.has(token.fold)
      ) && after(value) !== ""
    ? value
    : null;
};

/** `a mum`, `a grandfather of three`. */
export const parentWord: Shape = (value) =>
  /^(?:an? )?(?:mum|mom|dad|mother|father|grandmother|grandfather|grandma|grandpa|granny|grandad|aunt|uncle|godmother|godfather|stepmother|stepfather|single (?:mum|mom|dad|mother|father|parent))$/
      .test(textOf(value))
    ? value
    : null;

/** `on Tuesday`, `last week`, `in May`: when a child came. */
export const birthTime: Shape = (value) =>
  /^(?:on|in|last|this|yesterday|today|two|three|a) ?/.test(textOf(value)) ? value : null;

/** `is blind`, `has ADHD`, `uses a wheelchair`: what lasts with a relative and binds the user. */
export const relativeState: Shape = (value) =>
  /^(?:is|has|uses|cannot|can not|has got) (?:also )?(?:blind|deaf|autistic|diabetic|dyslexic|coeliac|adhd|autism|asthma|epilepsy|dementia|diabetes|down's|a (?:nut|peanut|milk|severe|dairy) (?:allergy|intolerance)|a wheelchair|vegan|vegetarian|in a wheelchair)$/
      .test(textOf(value))
    ? value
    : null;

/** `before`, `after`. */
export const beforeAfter: Shape = (value) =>
  /^(?:before|after|until|till)$/.test(textOf(value)) ? value : null;

/** `reading glasses`, `contact lenses`. */
export const glasses: Shape = (value) =>
  /^(?:reading |thick |strong )?(?:glasses|specs|spectacles|lenses|contact lenses|magnifier)$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `red and green`. */
export const colourPair: Shape = (value) =>
  /^(?:red|green|blue|purple|brown|yellow|orange) (?:and|with) (?:red|green|blue|purple|brown|yellow|orange)$/
      .test(textOf(value))
    ? value
    : null;

/** `a stick`, `two sticks`, `a cane`. */
export const stick: Shape = (value) =>
  /^(?:a|an|my|two) (?:walking |white )?(?:sticks?|cane|frame|rollator|trolley)$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `a barge`, `an old trawler`: a home on the water or on wheels. */
export const afloat: Shape = (value) =>
  /^(?:a|an|my|our) (?:[\w-]+ )?(?:barge|boat|narrowboat|houseboat|trawler|yacht|ship|ketch|bus|farm|smallholding|island|campsite)\b/
      .test(textOf(value))
    ? value
    : null;

/** `nursing`, `teaching`: a field of work by its verb. */
export const craftGerund: Shape = (value) =>
  tokensOf(value).length <= 2 && /^[a-z-]{4,}(?:ing|try|ism|cy|work)\b/.test(textOf(value))
    ? value
    : null;

/** `every other week`, `at weekends`. */
export const recurring: Shape = (value) =>
  /^(?:every|each|at|on|during|half|most|alternate|with|for)$/.test(tokensOf(value)[0]?.fold ?? "")
    ? free(value)
    : null;
