/**
 * Value checkers about people: families, pets, food, health, work.
 *
 * @module
 */

import {
  ACCESS_AIDS,
  ANIMALS,
  BODY_PARTS,
  CHILDREN,
  CONDITION_NOUNS,
  DIETS,
  PARTNERS,
  RELATIONS,
} from "../lexicon/people.ts";
import { FUNCTION_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { isNumber } from "./classes.ts";
import {
  condition,
  free,
  isCondition,
  isConditionPhrase,
  isFood,
  isJobNoun,
  type Shape,
  type ValueRange,
} from "./shapes.ts";
import { tokensOf } from "./value_words.ts";

function indexIn(value: ValueRange, words: ReadonlySet<string>): number {
  const at = tokensOf(value).findIndex((token) => words.has(token.fold));
  return at < 0 ? -1 : value.from + at;
}

function lastIn(value: ValueRange, words: ReadonlySet<string>): number {
  const at = tokensOf(value).findLastIndex((token) => words.has(token.fold));
  return at < 0 ? -1 : value.from + at;
}

const through = (value: ValueRange, at: number): ValueRange | null =>
  at < 0 ? null : { ...value, to: at + 1 };

/** Ends with a relation; keeps what follows up to the end of the value. */
export const relation: Shape = (value) =>
  indexIn(value, RELATIONS) < 0 ? null : { ...value, from: withoutMy(value) };

function withoutMy(value: ValueRange): number {
  return /^(?:my|our)$/.test(value.sentence.tokens[value.from]?.fold ?? "")
    ? value.from + 1
    : value.from;
}

/** `two toddlers`, `four-year-old twins`: children with a number, an article or an age. */
export const children: Shape = (value) => {
  const at = lastIn(value, CHILDREN);
  if (at < 0) return null;
  const from = phraseStart(value, at, COUNTED);
  return from < 0 ? null : { ...value, from, to: at + 1 };
};

const COUNTED =
  /^(?:a|an|twin|twins|triplets|grown-up|grown|small|young|little|teenage|adult|no|\d.*|.*year-olds?)$/;
const COUNTED_ANIMAL = /^(?:a|an|my|our|some|another|\d.*)$/;

/** First token of the noun phrase that ends at `at`: a number or article at most six words before. */
function phraseStart(value: ValueRange, at: number, opener: RegExp): number {
  const tokens = value.sentence.tokens;
  for (let from = at; from >= Math.max(value.from, at - 6); from--) {
    const token = tokens[from];
    if (token === undefined || token.kind === "punct") return -1;
    const opens = isNumber(token) || opener.test(token.fold);
    const before = tokens[from - 1];
    const more = from > value.from && before !== undefined &&
      (isNumber(before) || /^(?:a|an|my|our|another)$/.test(before.fold));
    if (opens && !more) return from;
  }
  return -1;
}

/** `wife`, `partner`. */
export const partner: Shape = (value) =>
  PARTNERS.has(tokensOf(value)[0]?.fold ?? "") ? { ...value, to: value.from + 1 } : null;

/** `married`, `single`. */
export const marital: Shape = (value) =>
  /^(?:married|engaged|single|divorced|widowed|separated)$/.test(tokensOf(value)[0]?.fold ?? "")
    ? { ...value, to: value.from + 1 }
    : null;

/** A capitalised name of a pet; lower case only in lower-case turns. */
export const petName: Shape = (value) => {
  const token = tokensOf(value)[0];
  if (token === undefined || token.kind !== "word" || FUNCTION_WORDS.has(token.fold)) return null;
  // `our cat died`: what happened, where everything is written small.
  const isDeed = baseForm(token.fold) !== undefined || /(?:ed|ing|ly)$/.test(token.fold) ||
    /^(?:ran|got|had|was|is|ate|bit|fell|threw|needs|has|can|will|keeps|died|loves|hates|won|sick|ill|old|again|yesterday|today|here|there)$/
      .test(token.fold);
  return token.capital || value.sentence.lowerCase && !isDeed
    ? { ...value, to: value.from + 1 }
    : null;
};

/** Words that end a list of animals (`a dog for my cat`). */
const LIST_BREAK = /^(?:with|for|of|to|from|in|on|at|that|which|who|than|but|or|as|so)$/;

/** An animal with its adjectives, and a name right after it. */
export const animal: Shape = (value) => {
  const at = lastIn(value, ANIMALS);
  if (at < 0) return null;
  const { tokens } = value.sentence;
  const first = indexIn(value, ANIMALS);
  const isList = first < at &&
    !tokens.slice(first, at).some((token) => LIST_BREAK.test(token.fold));
  const counted = phraseStart(value, isList ? first : at, COUNTED_ANIMAL);
  const kept = at === value.from && /^(?:keep|breed|raise)$/.test(tokens[at - 1]?.fold ?? "") &&
    /(?:[^s]s|sheep)$/.test(tokens[at]?.fold ?? "");
  const from = counted < 0 && kept ? at : counted;
  if (from < 0) return null;
  const next = value.sentence.tokens[at + 1];
  if (next !== undefined && ANIMAL_BUSINESS.test(next.fold)) return null;
  const named = next !== undefined && /^(?:called|named)$/.test(next.fold);
  return { ...value, from, to: named ? Math.min(at + 3, value.sentence.tokens.length) : at + 1 };
};

/** `a fish smokehouse`, `a dog walker`: behind an animal, what is kept is something else. */
const ANIMAL_BUSINESS =
  /^(?:smoke|guest|tea|bird|green)?(?:house|shop|farm|sanctuary|shelter|school|food|feeder|sitter|walker|breeder|groomer|clinic|market|stall|pond|tank|coop|shed|club|rescue|hotel|van|trailer|show|race|bar|stew|soup|pie|counter|monger|calendar|costume)s?$/;

/** One animal, for `my dog`. */
export const petOnly: Shape = (value) => {
  const at = indexIn(value, ANIMALS);
  if (at < 0 || at > value.from + 2) return null;
  const head = value.sentence.tokens[at]?.fold ?? "";
  const tokens = tokensOf(value);
  // `my girlfriend a cat`: somebody else has it.
  if (tokens.slice(0, at - value.from).some(({ fold }) => RELATIONS.has(fold))) return null;
  if (tokens.some(({ fold }) => fold === "'s")) return null;
  if (
    /^(?:fish|chicken|chickens|duck|mouse|mice|lab|boxer|setter|pointer|bird|pets|pig|rat)$/.test(
      head,
    )
  ) return null;
  const behind = value.sentence.tokens[at + 1];
  if (
    at + 1 < value.to && behind?.kind === "word" && !FUNCTION_WORDS.has(behind.fold) &&
    !behind.capital
  ) return null;
  const next = value.sentence.tokens[at + 1]?.fold ?? "";
  return /^(?:'s|food|sitter|walker|photo|photos|meat)$/.test(next)
    ? null
    : { ...value, to: at + 1 };
};

/** A way of eating, with `strict` or `mostly` before it. */
export const diet: Shape = (value) => {
  const at = indexIn(value, DIETS);
  if (at < 0 || at > value.from + 1) return null;
  const before = value.sentence.tokens[value.from]?.fold ?? "";
  if (
    at > value.from &&
    !/^(?:a|an|strict|strictly|mostly|lifelong|mainly|full|pure|now|raw|committed|practising)$/
      .test(before)
  ) return null;
  return { ...value, from: at, to: at + 1 };
};

const NO_ALLERGENS = wordSet(
  "you your people work mondays stupidity bad good this that it them change criticism nonsense idiots meetings bullshit any something",
);

/** Anything one can be allergic to. */
export const allergen: Shape = (value) => {
  const verb = tokensOf(value).findIndex((token, index) =>
    index > 0 &&
    /^(?:rules|means|makes|keeps|acts|gets|stops|prevents|forces|limits)$/.test(token.fold)
  );
  if (verb > 0) return allergen({ ...value, to: value.from + verb });
  // `hay fever and a latex (allergy)`: the last of two.
  const last = tokensOf(value).findLastIndex(({ fold }, index, all) =>
    fold === "and" && /^an?$/.test(all[index + 1]?.fold ?? "")
  );
  if (last > 0) return allergen({ ...value, from: value.from + last + 2 });
  const first = tokensOf(value).find((token) =>
    !/^(?:the|a|an|all|any|some|most|raw|cooked|fresh)$/.test(token.fold)
  );
  if (first === undefined || NO_ALLERGENS.has(first.fold)) return null;
  if (
    tokensOf(value).some((token) =>
      RELATIONS.has(token.fold) || /^(?:has|have|is|was|with|who)$/.test(token.fold)
    )
  ) return null;
  return free(value);
};

/** An allergen from the lists, for cues that also fit other things. */
export const strictAllergen: Shape = (value) =>
  tokensOf(value).some((token) => isFood(token) || ANIMALS.has(token.fold)) ? value : null;

/** A condition after `have`. */
export const health: Shape = (value) => {
  const tokens = tokensOf(value);
  if (/^(?:no|this|that|the|any|your|it)$/.test(tokens[0]?.fold ?? "")) return null;
  if (
    tokens.some((token) =>
      /^(?:question|questions|idea|issue|issues|error|errors|meeting|appointment|page|file|code|server|report|tool|app|computer|printer|engine|site|database|test|tests)$/
        .test(token.fold)
    )
  ) return null;
  if (isConditionPhrase(tokens.map((token) => token.fold).join(" "))) return value;
  const shaped = condition(value);
  if (shaped === null) return null;
  const last = tokens.findLastIndex((token) => isCondition(token));
  // `a hernia operation` is planned or done, not had.
  if (
    /^(?:operations?|ops?|surger(?:y|ies)|repair|removal|replacement|check|check-up|test|scare|screening)$/
      .test(value.sentence.tokens[value.from + last + 1]?.fold ?? "")
  ) return null;
  const sure = tokens.some((token) =>
    isCondition(token) &&
    !/^(?:injury|pain|ache|infection|fracture|disc|disk|pump|allergy)$/.test(token.fold)
  ) ||
    tokens.some((token) =>
      BODY_PARTS.has(token.fold) ||
      /^(?:slipped|herniated|chronic|insulin|food|nut|peanut|hay)$/.test(token.fold)
    );
  return sure
    ? { ...value, to: Math.min(value.to, value.from + last + 1 + tail(value, last)) }
    : null;
};

/** `pain in the knee`: one prepositional phrase stays. */
function tail(value: ValueRange, last: number): number {
  const next = value.sentence.tokens[value.from + last + 1];
  const behind = value.sentence.tokens[value.from + last + 2];
  const and = tokensOf(value).findIndex(({ fold }, at) => at > last && fold === "and");
  // `in both hands and 14 kilometres`: the tail goes on behind `and` only with the body.
  const goesOn = and < 0 || tokensOf(value).slice(and).some(({ fold }) => BODY_PARTS.has(fold));
  return next !== undefined && /^(?:in|of)$/.test(next.fold) &&
      (/^(?:my|the|both|one|a)$/.test(behind?.fold ?? "") || BODY_PARTS.has(behind?.fold ?? ""))
    ? (goesOn ? value.to - value.from : and) - last - 1
    : 0;
}

/** `type 1 diabetic`, `asthmatic`. */
export const conditionPerson: Shape = (value) => {
  const at = indexIn(value, CONDITION_NOUNS);
  if (at < 0 || at > value.from + 3) return null;
  if (value.sentence.tokens[at]?.fold === "bipolar" && at > value.from) return null;
  return through(value, at);
};

/** `bad knee`. */
export const badPart: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = indexIn(value, BODY_PARTS);
  const bad =
    /^(?:bad|sore|dodgy|weak|injured|stiff|artificial|painful|broken|sprained|delicate|sensitive)$/
      .test(tokens[0]?.fold ?? "");
  const last = BODY_PARTS.has(value.sentence.tokens[at + 1]?.fold ?? "") ? at + 1 : at;
  return bad && at > value.from && at <= value.from + 2 ? through(value, last) : null;
};

/** `right wrist`, `my ankle`. */
export const bodyState: Shape = (value) => {
  const at = indexIn(value, BODY_PARTS);
  return at < 0 || at > value.from + 2 ? null : value;
};

/** A device for seeing, hearing, moving or staying well. */
export const aid: Shape = (value) => {
  if (
    /^(?:been|be)$/.test(value.sentence.tokens[value.from]?.fold ?? "") ||
    tokensOf(value).slice(0, 3).some((token) =>
      RELATIONS.has(token.fold) ||
      /^(?:friend|neighbour|colleague|client|guest|customer|patient)$/.test(token.fold)
    )
  ) return null;
  const text = tokensOf(value).map((token) => token.fold).join(" ");
  for (const name of ACCESS_AIDS) {
    const at = ` ${text} `.indexOf(` ${name} `);
    const before = at < 0 ? "" : text.slice(0, at);
    const words = before.split(" ").filter((word) => word !== "").length;
    const skip = before !== "" && /^(?:worn|used|needed|had|got)\b/.test(before) ? 1 : 0;
    if (at >= 0 && words <= 3) {
      return { ...value, from: value.from + skip, to: value.from + words + name.split(" ").length };
    }
  }
  return null;
};

/** `take a call`, `climb stairs`: lasting limits of what someone can do. */
export const notAble: Shape = (value) => {
  const tokens = tokensOf(value);
  const verb = tokens[0]?.fold ?? "";
  const rest = tokens.slice(1).map((token) => token.fold);
  if (/^(?:walk|stand|sit|kneel)$/.test(verb)) {
    return /^(?:far|long|well|for|without|unaided|up|on)$/.test(rest[0] ?? "") ? value : null;
  }
  if (/^(?:climb|use|manage)$/.test(verb)) {
    return rest.some((word) => /^(?:stairs|steps|ladders|mouse|keyboard|touchscreens?)$/.test(word))
      ? value
      : null;
  }
  if (/^(?:take|make|answer|hear)$/.test(verb)) {
    return rest.some((word) => /^(?:call|calls|phone|telephone)$/.test(word)) ? value : null;
  }
  if (/^(?:lift|carry)$/.test(verb)) {
    return rest.some((word) => /^(?:heavy|things|weights?)$/.test(word)) ? value : null;
  }
  if (/^(?:read|see|distinguish)$/.test(verb)) {
    return rest.some((word) =>
        /^(?:small|tiny|print|colours|colors|red|green|handwriting|screen|images|pictures|graphics|charts|photos|diagrams)$/
          .test(word)
      )
      ? value
      : null;
  }
  return /^(?:swim|drive|cook)$/.test(verb) && rest.length === 0 ? value : null;
};

/** `my PhD in chemistry`, `a degree in law`. */
export const degree: Shape = (value) =>
  tokensOf(value).some((token) =>
      /^(?:phd|doctorate|master|masters|degree|bachelor|apprenticeship|diploma|msc|mba|a-levels|thesis|residency|traineeship)$/
        .test(token.fold)
    )
    ? value
    : null;

/** `retired`, `self-employed`. */
export const occupationState: Shape = (value) => {
  const tokens = tokensOf(value);
  const hit = tokens.findIndex((token) =>
    /^(?:retired|self-employed|unemployed|semi-retired|freelance|redundant)$/.test(token.fold)
  );
  if (
    /^(?:between jobs|out of work)$/.test(tokens.slice(0, 3).map((token) => token.fold).join(" "))
  ) {
    return value;
  }
  if (hit !== 0) return null;
  const next = tokens[1];
  return isJobNoun(next) ? { ...value, to: value.from + 2 } : { ...value, to: value.from + 1 };
};

/** `used Excel`, `been to Japan`, `written Rust`. */
export const participle: Shape = (value) => {
  const first = tokensOf(value)[0];
  if (first === undefined || tokensOf(value).length < 2) return null;
  return /^(?:used|written|played|programmed|coded|touched|worked|done|driven|skied|cooked|flown|sailed|learned|learnt|baked|knitted|travelled|owned|ridden|run)$/
      .test(first.fold)
    ? free(value)
    : null;
};

/** `ten years of experience in …`. */
export const experience: Shape = (value) => {
  const words = tokensOf(value).map((token) => token.fold);
  const years = words.findIndex((word) => /^(?:year|years|decades)$/.test(word));
  const hit = words.findIndex((word) => /^(?:experience|practice)$/.test(word));
  const little = /^(?:no|little|some)$/.test(words[0] ?? "") && hit === 1 && words.length > 3;
  return years >= 0 && years <= 3 && hit >= 0 || little ? value : null;
};

/** `coding for twenty years`. */
export const doingFor: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0];
  if (first === undefined || !first.fold.endsWith("ing") || baseForm(first.fold) === undefined) {
    return null;
  }
  if (
    /^(?:trying|waiting|looking|having|getting|thinking|using|wondering|going|asking|being|meaning|sitting|reading)$/
      .test(first.fold)
  ) return null;
  const words = tokens.map((token) => token.fold);
  if (words.some((word) => /^(?:years|decades)$/.test(word))) return value;
  const lead = value.sentence.tokens.slice(Math.max(0, value.from - 3), value.from).map((token) =>
    token.fold
  );
  return lead.some((word) => /^(?:only|just)$/.test(word)) &&
      words.some((word) => /^(?:weeks?|months?|year|days)$/.test(word))
    ? value
    : null;
};

/** `technical`, `a developer`, `musical`. */
export const skillWord: Shape = (value) => {
  const token = tokensOf(value)[0];
  if (token === undefined) return null;
  if (
    /^(?:technical|tech-savvy|techy|musical|sporty|handy|athletic|computer-literate)$/.test(
      token.fold,
    )
  ) return { ...value, to: value.from + 1 };
  return null;
};

/** `bad at maths`, `good with numbers`. */
export const badAt: Shape = (value) => {
  const [first, second] = tokensOf(value);
  if (first === undefined || second === undefined) return null;
  const skill = /^(?:bad|terrible|hopeless|useless|rubbish|good|great|clumsy|awful)$/.test(
    first.fold,
  );
  const third = tokensOf(value)[2];
  if (third === undefined || /^(?:this|it|that|the|your)$/.test(third.fold)) return null;
  return skill && /^(?:at|with)$/.test(second.fold) ? free(value) : null;
};

const RESTRAINTS =
  /^(?:lift|carry|drive|run|walk|swim|bend|climb|exercise|fly|travel|drink|eat|smoke|stand|work out|do sport|play|train|put weight|chew|shower|bathe|cycle|ride|lean|kneel|stretch|wear|use my)/;

/** What the body must not do for a while. */
export const restraint: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0]?.fold ?? "";
  const base = baseForm(first) ?? first;
  const text = [base, ...tokens.slice(1).map((token) => token.fold)].join(" ");
  return RESTRAINTS.test(text) ||
      /^(?:sport|sports|alcohol|exercise|screens?|stairs|weights|solid food|contact lenses)\b/.test(
        first,
      )
    ? value
    : null;
};

const LIFE_ACTIONS = wordSet(
  "work take cook eat drink travel stay walk cycle drive ride read watch sleep go wear train run swim order listen fly camp bake fish sail play skip fast practise practice meditate nap jog row ski shop",
);

/** What someone does in daily life, not in a program. */
export const lifeAction: Shape = (value) => {
  const first = tokensOf(value)[0]?.fold ?? "";
  const second = tokensOf(value)[1]?.fold ?? "";
  if (/^(?:go|run|read)$/.test(first) && /^(?:the|to the|this|that)$/.test(second)) return null;
  return LIFE_ACTIONS.has(first) && value.to - value.from >= 2 ? value : null;
};

/** `translations are for immigration papers`: a subject with its verb. */
export const statementAbout: Shape = (value) => {
  const tokens = tokensOf(value);
  const verb = tokens.findIndex((token) =>
    /^(?:is|are|have|has|must|need|go|come|belong|get|start|end|contain|use)$/.test(token.fold)
  );
  return verb >= 1 && verb < tokens.length - 1 &&
      !/^(?:wrong|broken|gone|missing|lost|failing|down|empty|slow|in)$/.test(
        tokens[verb + 1]?.fold ?? "",
      )
    ? free(value)
    : null;
};

/** A body part of at most three words; `my` before it is left out. */
export const bodyPart: Shape = (value) => {
  const at = lastIn(value, BODY_PARTS);
  const from = withoutMy(value);
  return at < from || at > from + 2 ? null : { ...value, from, to: at + 1 };
};

const BODY_STATES =
  /^(?:(?:still|badly|completely|a bit|really|all) )?(?:in (?:a|the) (?:cast|sling|splint|plaster|brace|bandage)|in plaster|broken|sprained|injured|sore|swollen|fractured|torn|bruised|hurting|bandaged|strapped(?: up)?|numb|stiff|inflamed|infected|out of action|acting up|playing up|giving me trouble|not what (?:it|they) (?:was|were)|shot|done|ruined|wrecked|knackered|worn out|busted|bad|weak|paralysed|paralyzed|amputated|fused)\b/;

/** What is wrong with a body part. */
export const bodyCondition: Shape = (value) => {
  const match = BODY_STATES.exec(tokensOf(value).map((token) => token.fold).join(" "));
  return match === null ? null : { ...value, to: value.from + match[0].split(" ").length };
};
