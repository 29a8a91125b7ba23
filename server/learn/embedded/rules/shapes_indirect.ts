/**
 * Checkers for facts that are told in passing: where something of one's own is, what it is built
 * with, what year a business keeps.
 *
 * @module
 */

import type { Token } from "../types.ts";
import { CURRENCIES, FUNCTION_WORDS, TOOLS } from "../lexicon/things.ts";
import { CHILDREN, JOBS, RELATIONS } from "../lexicon/people.ts";
import { wordSet } from "../lexicon/words.ts";
import { isNumber } from "./classes.ts";
import { isJobNoun, isProduct, job, place, type Shape, type ValueRange } from "./shapes.ts";
import { tokensOf } from "./value_words.ts";

const PREMISES = wordSet(`
allotment garden greenhouse polytunnel orchard vineyard plot field fields farm smallholding croft barn stable stables paddock hive hives
cabin cottage farmhouse narrowboat bungalow mill windmill barn chalet caravan houseboat boat mooring shed workshop studio shop stall kiosk bakery cafe café restaurant bar pub
salon clinic practice surgery office offices headquarters hq warehouse depot yard factory plant lab laboratory school nursery
gym dojo gallery hotel hostel guesthouse brewery winery dairy church parish branch store venue theatre garage campsite flat house apartment balcony terrace
`);

/** `allotment`, `little bakery`: a place of one's own, at most three words. */
export const ownPremises: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 && PREMISES.has(tokens.at(-1)?.fold ?? "") &&
      !tokens.some((token) => RELATIONS.has(token.fold) || token.text === "'s")
    ? value
    : null;
};

const WHERE_LEADS = wordSet(
  "in on at near outside by out up down over just right round around behind opposite north south east west between close not overlooking along above below beside",
);
const WHERE_LINKS = wordSet(`
in on at near outside by out up down over just right round around behind opposite north south east west between close to not far
along above below beside the a an of from edge outskirts centre center middle heart old town city village harbour port coast river
canal district quarter suburb suburbs side part corner hills hill mountains valley border station bank shore seafront market square
central northern southern eastern western rural downtown away minutes hour km miles little small main street
`);

/** `on the edge of Dundee`, `round the corner from the station in Graz`: ends with the named place. */
export const located: Shape = (value) => {
  const { sentence } = value;
  if (!WHERE_LEADS.has(sentence.tokens[value.from]?.fold ?? "")) return null;
  for (let at = value.from + 1; at < value.to && at < value.from + 10; at++) {
    const token = sentence.tokens[at];
    if (token === undefined) return null;
    const named = token.capital || sentence.lowerCase && !WHERE_LINKS.has(token.fold);
    if (named && !TOOLS.has(token.fold)) {
      const found = place({ sentence, from: at, to: value.to });
      return found === null ? null : { ...value, to: found.to };
    }
    if (!WHERE_LINKS.has(token.fold) && !isNumber(token)) return null;
  }
  return null;
};

/** The sentence speaks of an exercise or an example. */
function isExercise(value: ValueRange): boolean {
  return value.sentence.tokens.some((token) =>
    /^(?:exercise|example|tutorial|quiz|sample|template)$/.test(token.fold)
  );
}

/** `a greenhouse on the outskirts of Leeds`: premises with the place they are in. */
export const premisesAt: Shape = (value) => {
  const tokens = tokensOf(value);
  if (!/^(?:a|an|my|our|two|three|some|the)$/.test(tokens[0]?.fold ?? "")) return null;
  const at = tokens.findIndex((token) => PREMISES.has(token.fold));
  if (at < 1 || at > 3) return null;
  const where = located({ ...value, from: value.from + at + 1 });
  return where === null ? null : { ...value, to: where.to };
};

/** A named place, written with a capital letter even in chat. */
export const namedPlace: Shape = (value) => {
  const first = tokensOf(value)[0];
  if (first === undefined || /^(?:the|my|our|a|an)$/.test(first.fold)) return null;
  const again = tokensOf(value).findIndex((token, index) => index > 0 && token.fold === "in");
  return place(again < 0 ? value : { ...value, to: value.from + again });
};

const OWN_CHILDREN =
  /^(?:kids|children|twins|triplets|quadruplets|boys|girls|baby|toddler|toddlers|eldest|youngest|oldest|teenagers)$/;
const OTHERS =
  /^(?:sister|brother|neighbour|neighbours|neighbor|friend|friends|colleague|boss|client|customer|class|pupils|students|team|coach|camp|club|school's|she|he|her|his|their|cousin|aunt|uncle)$/;

/** `triplets`, `kids`: the children of the house, in a sentence that names nobody else's. */
export const ownChildren: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length === 1 && OWN_CHILDREN.test(tokens[0]?.fold ?? "") &&
      !value.sentence.tokens.some((token) => OTHERS.test(token.fold))
    ? value
    : null;
};

/** `twins` behind `and the`: children told by what they are. */
export const householdChildren: Shape = (value) => {
  const at = tokensOf(value).findIndex((token) => CHILDREN.has(token.fold));
  return at < 0 || at > 2
    ? null
    : ownChildren({ ...value, from: value.from + at, to: value.from + at + 1 });
};

/** `five` in `there are five of us`: a count of the people at home. */
export const householdCount: Shape = (value) => {
  const tokens = tokensOf(value);
  const { sentence } = value;
  const text = sentence.said;
  const home =
    /\b(?:at home|in the house|in the family|in our flat|in our house|under one roof)\b/.test(
      text,
    ) ||
    sentence.tokens.some((token) => RELATIONS.has(token.fold));
  const away =
    /\b(?:team|office|company|group|class|band|project|travelling|going|coming|flying|meeting|trip|tonight we)\b/;
  return tokens.length === 1 && tokens[0] !== undefined && isNumber(tokens[0]) && home &&
      !away.test(text)
    ? value
    : null;
};

/** `four`: how many children a parent has. */
export const fewCount: Shape = (value) => {
  const first = tokensOf(value)[0];
  const next = value.sentence.tokens[value.from + 1];
  return first !== undefined && isNumber(first) &&
      !/^(?:few|couple|several|one)$/.test(first.fold) &&
      (next === undefined || next.kind === "punct" || FUNCTION_WORDS.has(next.fold))
    ? { ...value, to: value.from + 1 }
    : null;
};

/** `six`, `4 and 7`, `six this autumn`: ages of children. */
export const childAges: Shape = (value) => {
  const tokens = tokensOf(value);
  let at = 0;
  while (
    at < tokens.length &&
    (isSmallNumber(tokens[at]) || at > 0 && /^(?:and|,|&)$/.test(tokens[at]?.fold ?? ""))
  ) at++;
  while (at > 0 && !isSmallNumber(tokens[at - 1])) at--;
  const next = value.sentence.tokens[value.from + at]?.fold ?? "";
  return at === 0 ||
      /^(?:years|year|of|in|am|pm|minutes|hours|percent|%|km|kg|people|times)$/.test(next) &&
        !/^years?$/.test(next)
    ? null
    : { ...value, to: value.from + at };
};

function isSmallNumber(token: Token | undefined): boolean {
  if (token === undefined || !isNumber(token)) return false;
  return token.kind === "number"
    ? /^\d$|^1\d$/.test(token.text)
    : !/^(?:few|couple|several|half|dozen)$/.test(token.fold);
}

/** `starting school in September`: what a child begins. */
export const schoolStart: Shape = (value) =>
  /^(?:school|nursery|kindergarten|university|college|secondary|primary|preschool|daycare|uni|reception|year|high)$/
      .test(
        tokensOf(value).find((token) => !/^(?:at|the|her|his|their)$/.test(token.fold))?.fold ?? "",
      )
    ? value
    : null;

const STACK_NOUNS =
  /^(?:app|application|site|website|store|shop|monolith|service|services|microservice|project|codebase|blog|theme|plugin|backend|frontend|api|database|instance|server|cluster|pipeline|setup|stack|workspace|spa|bot|game)$/;

/** `Django app on Postgres 15`: software by what it is built with; names at least one known tool. */
export const stack: Shape = (value) => {
  const tokens = tokensOf(value);
  const known = tokens.findIndex((token, index) =>
    TOOLS.has(token.fold) && isProduct(token, value.sentence, value.from + index)
  );
  const noun = tokens.findIndex((token) => STACK_NOUNS.test(token.fold));
  const leads = tokens.slice(0, Math.max(0, known)).every((token) =>
    !/^(?:my|your|the|of|for|by)$/.test(token.fold)
  );
  if (known < 0 || known > 3 || !leads) return null;
  if (
    tokens.some((token) =>
      /^(?:template|error|question|problem|dump|exam|course|tutorial|book)$/.test(token.fold)
    )
  ) {
    return null;
  }
  if (known === 0) return system(value);
  if (!/^(?:a|an|all|mostly|still|just|basically)$/.test(tokens[0]?.fold ?? "")) return null;
  return noun > known && noun <= known + 3 ||
      tokens.filter((token) => TOOLS.has(token.fold)).length > 1
    ? value
    : null;
};

/** `dispatch board`: what somebody has, no person. */
export const systemNoun: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 &&
      !tokens.some((token) => RELATIONS.has(token.fold) || isJobNoun(token)) &&
      !/^(?:friend|boss|client|problem|issue|question|guess|fear|name|idea|plan|answer|favourite)$/
        .test(
          tokens.at(-1)?.fold ?? "",
        )
    ? value
    : null;
};

/** What is kept in a system: tickets, invoices, notes. */
export const records: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 &&
      /^(?:tickets|invoices|tasks|docs|documentation|notes|recipes|photos|contacts|orders|bookings|passwords|files|bugs|timesheets|payroll|bookkeeping|books|accounts|mail|emails|calendar|calendars|stock|inventory|data|issues|payments|newsletters|newsletter|customers|records|receipts|leads|code|repos|projects|rotas|reservations|backups|designs)$/
        .test(tokens.at(-1)?.fold ?? "")
    ? value
    : null;
};

/** A known tool, or a name with a capital that is no place or day. */
export const system: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0];
  if (
    first === undefined || isExercise(value) ||
    !(TOOLS.has(first.fold) && isProduct(first, value.sentence, value.from))
  ) return null;
  let end = 1;
  while (
    end < tokens.length &&
    (tokens[end]?.capital === true || tokens[end]?.kind === "number" ||
      TOOLS.has(tokens[end]?.fold ?? "") ||
      /^(?:and|,|plus|\+)$/.test(tokens[end]?.fold ?? "") && TOOLS.has(tokens[end + 1]?.fold ?? ""))
  ) end++;
  return { ...value, to: value.from + end };
};

/** `accounting year`: a year that a business keeps. */
export const fiscalYear: Shape = (value) =>
  /^(?:(?:company|firm) )?(?:accounting|financial|fiscal|business|tax|budget|reporting|vat) (?:year|period|quarter)$|^year end$|^books$/
      .test(tokensOf(value).map((token) => token.fold).join(" "))
    ? value
    : null;

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/;

/** `on 30 June`, `from April to March`: holds a month. */
export const inMonths: Shape = (value) =>
  !isExercise(value) &&
    tokensOf(value).some((token) => MONTH.test(token.fold))
    ? value
    : null;

/** `limited company registered in Estonia`: a kind of organisation. */
export const organisation: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) =>
    /^(?:company|charity|cooperative|co-op|partnership|nonprofit|non-profit|startup|start-up|foundation|association|agency|llc|ltd|gmbh|ngo|cic|sarl|hotel|farm|bakery|brewery|restaurant|studio|practice|school|clinic|firm|business|shop|publisher|publishers|manufacturer|museum|consultancy|theatre|council|retailer|wholesaler|winery)$/
      .test(token.fold)
  );
  return at < 1 || at > 5 || !/^(?:a|an)$/.test(tokens[0]?.fold ?? "") ||
      /^(?:good|great|bad|nice|new)$/.test(tokens[1]?.fold ?? "") ||
      tokens.slice(0, at).some((token) => /^(?:in|at|of|for|to|on|the)$/.test(token.fold))
    ? null
    : value;
};

/** `14 employees`, `six staff`. */
export const headcount: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) =>
    /^(?:employees|staff|workers|volunteers|freelancers|apprentices|drivers|rooms|branches|shops|beds)$/
      .test(token.fold)
  );
  return tokens[0] !== undefined && isNumber(tokens[0]) && at > 0 && at <= 3
    ? { ...value, to: value.from + at + 1 }
    : null;
};

/** `Swiss francs`. */
export const currency: Shape = (value) =>
  tokensOf(value).slice(0, 2).some((token) => CURRENCIES.has(token.fold)) ? value : null;

/** What one drives, flies or operates for a living. */
export const workVehicle: Shape = (value) =>
  !tokensOf(value).some((token) =>
      /^(?:this|that|game|to|home|my|simulator|route|sim|tour|licence|license|stop|home)$/.test(
        token.fold,
      )
    ) &&
    !value.sentence.tokens.some((token) =>
      /^(?:tomorrow|today|tonight|yesterday)$/.test(token.fold)
    ) &&
    tokensOf(value).slice(0, 4).some((token) =>
      /^(?:forklift|forklifts|ambulance|ambulances|bus|buses|coach|lorry|lorries|hgv|tram|trams|train|trains|taxi|taxis|cab|crane|cranes|excavator|digger|tractor|tractors|harvester|ferry|ferries|truck|trucks|tanker|tankers|minibus|snowplough|gritter|bulldozer|planes|helicopters|helicopter|locomotives|tugs|barge|barges|rickshaw)$/
        .test(token.fold)
    )
    ? value
    : null;

/** `the fire brigade in Essen`: a service that employs people. */
export const service: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.slice(0, 4).findLastIndex((token) =>
    /^(?:brigade|police|army|navy|coastguard|service|office|council|railway|railways|gendarmerie|customs|lifeboat|marines|courts|nhs|guard)$/
      .test(token.fold)
  );
  const own = tokens[0]?.fold === "the" && at > 0 &&
    (at > 1 || !/^(?:office|service)$/.test(tokens[at]?.fold ?? ""));
  const passing = value.sentence.tokens.some((token) =>
    /^(?:now|they|meeting|phone|call|him|her)$/.test(token.fold)
  );
  return own && !passing ? value : null;
};

const TRADE_ENDING =
  /(?:ologist|grapher|therapist|iatrist|keeper|maker|smith|ician|wright|ineer|nurse|driver|manager|officer|teacher|worker)$/;

/** A trade that stands alone: `radiographer`, `night nurse`. */
export const jobAlone: Shape = (value) => {
  const tokens = tokensOf(value);
  const head = tokens.at(-1)?.fold ?? "";
  return tokens.length <= 3 && (JOBS.has(head) || TRADE_ENDING.test(head)) &&
      tokens.every((token) => token.kind === "word" && !FUNCTION_WORDS.has(token.fold)) &&
      !/^(?:great|nice|good|bad|awful|new|no|same|your|dear|happy|satisfied|proud|first-time|long-time|fellow)$/
        .test(tokens[0]?.fold ?? "")
    ? value
    : null;
};

/** The job somebody was given: `shift planner`, `head of purchasing`. */
export const givenJob: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0]?.fold ?? "";
  const start = /^(?:a|an|the)$/.test(first) ? 1 : 0;
  if (/^(?:head|chief|deputy|vice)$/.test(tokens[start]?.fold ?? "")) {
    return { ...value, to: value.from + Math.min(tokens.length, start + 4) };
  }
  let at = -1;
  tokens.slice(0, 5).forEach((token, index) => {
    if (
      isJobNoun(token) ||
      /^(?:planner|lead|leader|head|foreman|forewoman|partner|chair|chairman|chairwoman|chairperson|president|captain)$/
        .test(token.fold)
    ) at = index;
  });
  return at < start || tokens.slice(start, at).some((token) => FUNCTION_WORDS.has(token.fold))
    ? null
    : { ...value, to: value.from + at + 1 };
};

/** A trade with its place, behind `self-employed`. */
export const tradeAside: Shape = (value) => job(value) ?? jobAlone(value);

/** `Freshdesk as of Monday`: a tool with the day from which it is used. */
export const systemDated: Shape = (value) => {
  const named = system(value);
  const passing = value.sentence.tokens.some((token) =>
    /^(?:tonight|today|call|one|session)$/.test(token.fold)
  );
  if (named === null || passing) return null;
  const next = value.sentence.tokens[named.to]?.fold ?? "";
  return named.to < value.to &&
      /^(?:as|from|on|in|next|this|by|starting|soon|after|at|tomorrow)$/.test(next)
    ? value
    : named;
};

/** `something gentle and funny`, `paper books`: what somebody leans to, nothing at hand. */
export const leaning: Shape = (value) => {
  const tokens = tokensOf(value);
  return /^(?:the|this|that|these|those|it|them|your|my|how|what|a)$/.test(tokens[0]?.fold ?? "") ||
      tokens.some((token) => /^(?:you|your|version|draft|option|one|ones)$/.test(token.fold)) ||
      tokens.every((token) => FUNCTION_WORDS.has(token.fold) || token.kind === "punct")
    ? null
    : value;
};

/** `a Rails monolith with Sidekiq`: what one works on, with its article. */
export const builtAs: Shape = (value) =>
  /^an?$/.test(tokensOf(value)[0]?.fold ?? "") ? stack(value) : null;

/** `a seven-year-old`: a child told by its age. */
export const yearOld: Shape = (value) => {
  const at = tokensOf(value).findIndex((token) => /year-olds?$/.test(token.fold));
  const next = value.sentence.tokens[value.from + at + 1];
  return at >= 0 && at <= 2 &&
      (next === undefined || next.kind === "punct" || FUNCTION_WORDS.has(next.fold))
    ? { ...value, to: value.from + at + 1 }
    : null;
};

/** `lift more than 5 kilos`: what the body does not bear. */
export const abilityLimit: Shape = (value) =>
  /^(?!.*\b(?:game|level|file|page|pages|here|there|character|text)\b)(?:lift|carry|walk|stand|climb|sit|drive|kneel|swim|concentrate)\b.{0,20}\b(?:more|further|longer|heavier|higher|farther) than (?:about |around |a few |half |\d|two|three|four|five|six|eight|ten|twenty|thirty)/
      .test(tokensOf(value).map((token) => token.fold).join(" "))
    ? value
    : null;

/** `stammer`, `lisp`. */
export const speechTrouble: Shape = (value) =>
  /^(?:stammer|stutter|lisp)$/.test(tokensOf(value)[0]?.fold ?? "")
    ? { ...value, to: value.from + 1 }
    : null;

/** `seasick`. */
export const motionSick: Shape = (value) =>
  /^(?:seasick|carsick|airsick|travel-sick|travel sick|motion sick|dizzy|breathless|sunburnt|sunburned)$/
      .test(tokensOf(value).map((token) => token.fold).join(" "))
    ? value
    : null;

/** `gallbladder`: what can be taken out. */
export const bodyPartOrOrgan: Shape = (value) =>
  /^(?:gallbladder|gall bladder|appendix|spleen|tonsils|thyroid|stomach|kidney|left kidney|right kidney|wisdom teeth|womb|uterus|colon|prostate|adenoids)$/
      .test(tokensOf(value).map((token) => token.fold).join(" "))
    ? value
    : null;

/** `B1 exam in Finnish`: what was passed, with what it is in. */
export const examPassed: Shape = (value) => {
  const said = tokensOf(value).map(({ fold }) => fold).join(" ");
  return /\b(?:exams?|tests?|certificate|diploma|licence|qualification)\b/.test(said)
    ? value
    : null;
};

/** An operation that one recovers from; what was put in or taken out stays. */
export const healing: Shape = (value) => {
  const found = operation(value);
  const last = found === null ? "" : value.sentence.tokens[found.to - 1]?.fold ?? "";
  return /^(?:operation|surgery)$/.test(last) ? found : null;
};

/** `two knee operations`, `a hip replacement`. */
export const operation: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) =>
    /^(?:operation|operations|surgery|surgeries|replacement|replacements|transplant|bypass|amputation)$/
      .test(token.fold)
  );
  const next = value.sentence.tokens[value.from + at + 1]?.fold ?? "";
  return at >= 1 && at <= 3 &&
      !/^(?:booked|scheduled|planned|tomorrow|coming|next|soon)$/.test(next) &&
      !/^(?:the|your|no|any)$/.test(tokens[0]?.fold ?? "") &&
      tokens.slice(0, at).some((token) =>
        /^(?:knee|hip|heart|back|spinal|spine|shoulder|eye|cataract|foot|ankle|hand|wrist|kidney|liver|brain|jaw|neck|gastric|stomach|elbow|hernia|bypass|lung|ear)$/
          .test(token.fold)
      )
    ? { ...value, to: value.from + at + 1 }
    : null;
};

/** `my right ear`, `one eye`: a side of the body. */
export const side: Shape = (value) =>
  tokensOf(value).some((token) => /^(?:ear|ears|eye|eyes|side)$/.test(token.fold)) &&
    tokensOf(value).some((token) => /^(?:left|right|one|both)$/.test(token.fold))
    ? value
    : null;

/** `rusty`, `not great`: how well somebody has a language. */
export const languageGrade: Shape = (value) =>
  /^(?:(?:good |just )?enough (?:for|to)|not (?:very |that |so )?(?:good|great)|(?:very |a bit |only |pretty |quite )?(?:rusty|poor|basic|fluent|weak|shaky|limited|patchy|terrible|decent|intermediate|non-existent|broken|bad|good|okay|ok|strong))\b/
      .test(tokensOf(value).map((token) => token.fold).join(" "))
    ? value
    : null;
