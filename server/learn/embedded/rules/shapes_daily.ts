/**
 * Checkers of values about daily life: trades told by what is done, sizes, passes, medicines.
 *
 * @module
 */

import { FUNCTION_WORDS } from "../lexicon/things.ts";
import { isNumber } from "./classes.ts";
import { namesDomain } from "./domain.ts";
import { free, type Shape } from "./shapes.ts";
import { textOf, tokensOf } from "./value_words.ts";

/** What a trade works on: a bare plural or a mass noun, no thing at hand (`kitchens`, `my bike`). */
export const tradeObject: Shape = (value) => {
  const tokens = tokensOf(value);
  const end = tokens.findIndex((token) =>
    /^(?:in|from|for|with|at|on|of|to|into|and|or|through|across|around|between|over|by|near|,)$/
      .test(token.fold)
  );
  const noun = tokens.slice(0, end < 0 ? tokens.length : end);
  const last = noun.at(-1);
  if (
    last === undefined || noun.length > 3 || noun.some((token) => FUNCTION_WORDS.has(token.fold)) ||
    noun.some((token) => token.kind !== "word") || NO_TRADE.test(last.fold)
  ) return null;
  return /[^s]s$/.test(last.fold) && last.fold.length > 3 ||
      /^(?:furniture|software|jewellery|jewelry|pottery|sourdough|bread|beer|cheese|wine|honey|machinery|clothing|hardware|maths|music|children)$/
        .test(last.fold)
    ? value
    : null;
};

const NO_TRADE =
  /^(?:things|mistakes|errors|typos|sentences|words|ideas|memories|bridges|wings|muscles|thoughts|emails|mails|messages|its|his|hers|ours|theirs|images|screens|pages|files|results|prices|costs|modules|packages|updates|icons|data|suspicions|hopes|expectations|changes|calls|plans|decisions|friends|jokes|payments|copies|edits|exceptions|trips|bookings|reservations|suggestions|appointments|backups|choices|excuses|sounds|promises|requests|orders|deals|arrangements|waves|loops|ends|sense|letters|cards|lists|notes|posts|comments|tests|scripts|queries|functions|answers|questions|texts|reports|reviews|drafts|photos|pictures|videos|clothes|dishes|walls|windows|floors|shoes)$/;

/** `suppers have to be on the table in twenty minutes`: what meals must be like. */
export const mealNorm: Shape = (value) =>
  /^(?:(?:the|my|our) )?(?:dinners?|suppers?|lunch(?:es)?|breakfasts?|meals?|cooking|food) (?:must|has to|have to|should|can not|may not|needs? to)\b.{4,}/
      .test(textOf(value))
    ? value
    : null;

/** `printed books`, `the train`: one of several things between which people choose. */
export const oneOfKind: Shape = (value) => namesDomain(textOf(value)) ? value : null;

/** A number alone. */
export const numberAlone: Shape = (value) => {
  const [first, ...rest] = tokensOf(value);
  return first !== undefined && rest.length === 0 && isNumber(first) ? value : null;
};

/** A medicine that is taken for long. */
export const medicine: Shape = (value) =>
  /^(?:(?:a |an |my |the |daily |low-dose )*)?(?:blood thinners?|insulin|antidepressants?|statins?|beta blockers?|antihistamines?|painkillers|cortisone|steroids|methotrexate|warfarin|lithium|thyroid (?:tablets|pills|hormones|medication)|blood pressure (?:tablets|pills|medication)|immunosuppressants|levothyroxine|metformin|ibuprofen every|aspirin every|prednisone|prednisolone|tamoxifen|\w{3,}(?:limus|pril|sartan|statin|olol|azepam|oxetine|prazole|apixaban|xaban|parin|mab|glutide|zumab))\b/
      .test(textOf(value))
    ? value
    : null;

/** A pass, ticket or membership that lasts. */
export const membership: Shape = (value) => {
  const text = textOf(value);
  if (/\b(?:here|card here)\b/.test(text)) return null;
  return /^(?:an? )?(?:\w+ )?(?:season ticket|railcard|membership|library card|driving licence|driver's license|annual pass|season pass|monthly pass|bus pass|rail pass|travel card|gym membership|pilot's licence|fishing licence|museum card|museum pass|first-aid certificate)\b/
      .test(text)
    ? value
    : null;
};

/** A height, a size in numbers or letters. */
export const size: Shape = (value) => {
  const first = tokensOf(value)[0];
  if (first === undefined) return null;
  const fits = isNumber(first) || first.kind === "number" ||
    /^(?:xs|s|m|l|xl|xxl|xxxl)$/.test(first.fold);
  return fits && !/\b(?:this|that|these|here|brand)\b/.test(textOf(value)) ? value : null;
};

/** What somebody tries to live without or to do more. */
export const livingChange: Shape = (value) =>
  /^(?:go \S+-free|go vegan|go vegetarian|go zero-waste|go car-free|cut (?:down|back|out)|eat (?:less|more|healthier|fewer|no)|lose weight|quit \w+|give up \w+|drink (?:less|more|no)|walk more|exercise more|live (?:without|more)|spend less|use less|sleep more|get (?:fit|fitter|in shape)|stop (?:smoking|drinking|eating|snacking)|avoid (?!the |this |that )\w+)\b/
      .test(textOf(value))
    ? value
    : null;

/** Something one may be without: a vehicle, a device, a room of the home. */
export const lackable: Shape = (value) => {
  const tokens = tokensOf(value);
  const last = tokens.at(0);
  const next = tokens.at(1);
  if (
    next !== undefined && !/^(?:at|in|and|or)$/.test(next.fold) ||
    tokens.some((token) => /^(?:here|now|today|with|on|right|this)$/.test(token.fold))
  ) return null;
  return last !== undefined &&
      /^(?:car|bike|bicycle|tv|television|printer|oven|freezer|fridge|dishwasher|microwave|garden|balcony|smartphone|phone|computer|laptop|scanner|licence|license|bath|bathtub|shower|lift|elevator|garage|dryer|credit|driving|stove|kitchen|internet|wifi|webcam|microphone|blender|mixer|bank|wi-fi|broadband|landline|signal|pension|insurance)$/
        .test(last.fold)
    ? value
    : null;
};

/** An instrument or a sport. */
export const played: Shape = (value) =>
  /^(?:(?:the|in a|in an|in the) )?(?:\w+ )?(?:oboe|violin|viola|cello|piano|guitar|flute|clarinet|trumpet|trombone|drums|harp|organ|saxophone|accordion|bass|banjo|ukulele|horn|recorder|tuba|mandolin|lute|fiddle|bagpipes|football|soccer|tennis|chess|handball|hockey|badminton|golf|basketball|volleyball|rugby|cricket|squash|darts|bridge|poker|padel|lacrosse|water polo|orchestra|band|quartet)\b/
      .test(textOf(value))
    ? value
    : null;

/** What the user tells first, with nothing that makes a wish or a question of it. */
const OWN_LIFE =
  /^(?:(?:so|and|well|hi|hello|also|plus) ,? ?)*i (?:also )?(?:have (?=an?\b|no\b|two\b|three\b|four\b|twins\b|kids\b|children\b)|am|live|work|keep|teach|own|study|speak) ?(?!.*\b(?:to|could|would|might|should|can|will|let|who|that|which|if|when)\b)/;

/** `I have a daughter and play the cello`: played by whoever told the first. */
export const playedToo: Shape = (value) => {
  const said = value.sentence.tokens.slice(0, value.from).map((token) => token.fold).join(" ");
  return OWN_LIFE.test(said) ? played(value) : null;
};

/** A group one belongs to. */
export const group: Shape = (value) =>
  /^(?:a|an|our|the|my) (?:[\w-]+ ){0,2}(?:choir|band|orchestra|quartet|chorus|club|team|league|troupe|ensemble|group|theatre group|eight|four|company)\b/
      .test(textOf(value))
    ? value
    : null;

/** Where one goes on a working day. */
export const workday: Shape = (value) =>
  /^(?:work|(?:the )?office|school|university|college|uni)$/.test(textOf(value)) &&
    !/^(?:on|with|for|through)$/.test(value.sentence.tokens[value.to]?.fold ?? "")
    ? value
    : null;

/** How one gets to where one goes on a working day (`cycle to the office`). */
export const wayToWork: Shape = (value) =>
  /^(?:cycle|bike|walk|drive|run|jog|skate|scoot) to (?:the |my )?(?:work|office|school|university|college|uni|lab|station|workshop|studio|surgery|practice|job)$/
      .test(textOf(value))
    ? value
    : null;

/** What is eaten, read, bought or worn as a habit. */
export const pastime: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length >= 2 &&
      /^(?:eat|drink|buy|wear|cook|read|watch|fly|travel|listen|shop|play|bake|grow)$/
        .test(tokens[0]?.fold ?? "") &&
      !/^(?:it|this|that|them|these|those|in|on|for|the|out|up|to|if|when)$/.test(
        tokens[1]?.fold ?? "",
      )
    ? value
    : null;
};

/** The phone, or calls. */
export const calls: Shape = (value) =>
  /^(?:the |my |any |unknown |phone |private )*(?:phone|calls|telephone|door|numbers)\b/.test(
      textOf(value),
    )
    ? value
    : null;

/** `repairing wind turbines`: what someone does all day. */
export const gerundPhrase: Shape = (value) => {
  const first = tokensOf(value)[0]?.fold ?? "";
  const fits = first.endsWith("ing") && first.length > 5 &&
    !/^(?:killing|driving me|making me|going|getting|becoming|being)/.test(first);
  return fits && value.to - value.from >= 2 ? free(value) : null;
};
