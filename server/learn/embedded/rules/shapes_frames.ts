/**
 * Checkers for facts that are told by a whole phrase: what somebody does, keeps doing or does not
 * do, and what their things are like.
 *
 * @module
 */

import type { Token } from "../types.ts";
import { BODY_PARTS } from "../lexicon/people.ts";
import { DEVICES, FUNCTION_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { ORGANISATIONS, TRADE_VERBS, WORKPLACES } from "../lexicon/work.ts";
import { wordSet } from "../lexicon/words.ts";
import { isNumber } from "./classes.ts";
import { free, hasMoney, job, type Shape, type ValueRange } from "./shapes.ts";
import { group, tradeObject } from "./shapes_daily.ts";
import { habit } from "./shapes_things.ts";

function tokensOf(value: ValueRange): readonly Token[] {
  return value.sentence.tokens.slice(value.from, value.to);
}

function textOf(value: ValueRange): string {
  return tokensOf(value).map((token) => token.fold).join(" ");
}

/** The words behind a value, up to six. */
function after(value: ValueRange): string {
  return value.sentence.tokens.slice(value.to, value.to + 6).map((token) => token.fold).join(" ");
}

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

const NO_STATE_NOUNS =
  /\b(?:puncture|leak|crack|hole|scratch|dent|virus|error|problem|issue|fault|flat tyre|flat tire|noise|smell|bug)\b/;

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
  /^(?:makes?|builds?|sells?|installs?|produces?|designs?|organises?|organizes?|runs?|offers?|provides?|imports?|exports?|rents?|prints?|publishes|publish|bakes?|brews?|grows?|repairs?|cleans?|manages?|employs?|serves?|transports?|teach|teaches|trains?|develops?|manufactures?|distributes?|supplies|supply|operates?|restores?|translates?|insures?|ships?|hosts?|caters?|moves?|maintains?|recycles?|breeds?|roasts?|plans?|audits?|specialises?|specializes?|deals?)$/;

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

const RECURRENCE =
  /\b(?:on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays|weeknights)\b.*|(?:every|each) (?:single )?(?:day|morning|evening|night|week|weekend|month|year|summer|winter|spring|autumn|afternoon|lunchtime|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:other|second|third|two|three|four|few|first|last) [\w-]+)\b.*|(?:once|twice|[\w-]+ (?:times|days|nights|evenings|mornings|afternoons)) (?:a|per) (?:day|week|month|year)\b.*|at (?:the )?weekends?|in the (?:mornings|evenings|afternoons)|(?:before|after) (?:work|breakfast|school|dinner|lunch|sunrise)|in (?:winter|summer|spring|autumn)|all (?:winter|summer|year)(?: round| long)?|most (?:days|mornings|evenings|nights|weekends|weeks)|(?:mon|tues|wednes|thurs|fri|satur|sun)days(?: and (?:mon|tues|wednes|thurs|fri|satur|sun)days)?|[\w-]+ (?:nights|days|evenings|mornings) a week)$/;

/** `swim in the lake all winter`: something done again and again. */
export const recurringAction: Shape = (value) => {
  const tokens = tokensOf(value);
  if (tokens.length < 3 || !RECURRENCE.test(textOf(value))) return null;
  const before = value.sentence.tokens[value.from - 1]?.fold ?? "";
  if (!/^(?:i|we|also|usually|mostly|always|often|and|then|only)$/.test(before)) return null;
  if (/^(?:it|this|that|him|her|them|you|do|did)$/.test(tokens[1]?.fold ?? "")) return null;
  const first = tokens[0];
  const unknown = first !== undefined && first.kind === "word" && !first.capital &&
    baseForm(first.fold) === undefined && !FUNCTION_WORDS.has(first.fold) &&
    !/(?:ed|ly|ing)$/.test(first.fold) &&
    /^(?:on|every|each|at|twice|once|most)$/.test(tokens[1]?.fold ?? "");
  return unknown ? value : habit(value);
};

/** `play the harp` before `in my spare time`: a pastime with its verb. */
export const spareTime: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0]?.fold ?? "";
  return baseForm(first) === first && !/^(?:need|want|do|like|love|get|have)$/.test(first) ||
      first === "do" && tokens.length >= 2
    ? free(value)
    : null;
};

const ALONE = /^(?:drive|smoke|fly|swim|cook|drink|cycle|ski|dance|gamble)$/;
const WITH_OBJECT = /^(?:watch|read|wear|own|eat|buy|play|drink|take|keep|ride|speak|celebrate)$/;

/** `watch TV`, `drive`: what somebody does not do, as a way of life. */
export const lifestyle: Shape = (value) => {
  const tokens = tokensOf(value);
  const [first, second] = tokens;
  if (first === undefined) return null;
  const next = value.sentence.tokens[value.to];
  const closed = next === undefined || next.kind === "punct" ||
    /^(?:and|so|but|because|at|myself)$/.test(next.fold);
  if (ALONE.test(first.fold) && tokens.length === 1) return closed ? value : null;
  if (!WITH_OBJECT.test(first.fold) || second === undefined || tokens.length > 5) return null;
  if (FUNCTION_WORDS.has(second.fold) && !/^(?:any|much|a)$/.test(second.fold)) return null;
  return /\b(?:that|this|it|today|tonight|yet|long|time|place|care|account|part|well|right|properly|correctly|emails?|messages?|mails?|answers?|docs|documentation|output|screen)\b/
      .test(textOf(value))
    ? null
    : value;
};

/** `gardener`, `trail runner`: what somebody is with zeal. */
export const zealNoun: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 && /(?:er|ist|or|cook|fan|walker|swimmer)$/.test(
      tokens.at(-1)?.fold ?? "",
    ) &&
      !/^(?:user|customer|supporter|visitor|member)$/.test(tokens.at(-1)?.fold ?? "")
    ? value
    : null;
};

const STUFF = wordSet(`
oven stove hob fridge freezer boiler heating heater roof garden allotment balcony terrace kitchen bathroom bedroom attic loft cellar
basement soil lawn pond pool sauna greenhouse shed garage workshop studio boat dinghy yacht canoe car van camper bike tandem
motorbike scooter tractor trailer caravan house flat apartment cottage room office tank aquarium terrarium kiln loom lathe
practice clinic salon piano guitar cello violin accordion drum camera telescope printer laptop desk mattress bed sofa building school shop café
house tent rucksack backpack monitor screen desktop tablet router barn stable paddock
`);

/** `garden`, `narrow kitchen`: something of one's own, at most two words. */
export const ownStuff: Shape = (value) => {
  const tokens = tokensOf(value);
  const last = tokens.at(-1)?.fold ?? "";
  return tokens.length <= 2 && (STUFF.has(last) || DEVICES.has(last)) &&
      !BODY_PARTS.has(last)
    ? value
    : null;
};

const LASTING =
  /^(?:(?:is|are|measures?) (?:only |just |about |roughly |over |under |almost |less than |more than )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty)\S* ?(?:by|x|m|cm|mm|metres?|meters?|feet|foot|square|sqm|litres?|liters?|inch|inches|watts|kw|hectares?|acres?|seats?)\b|faces? (?:due |the )?(?:north|south|east|west|north-\w+|south-\w+|street|road|sea|courtyard|yard)|gets? (?:no|little|hardly any|full|only morning|only afternoon) (?:sun|light)|has no |have no |only has |has only |has (?:a|an) (?:slope|sloping|flat|low|high|steep|wooden|concrete|ceramic|thatched|tiled|glass|metal|small|large|narrow) |(?:only |just )?(?:goes|reaches|holds|seats|takes|fits|sleeps) (?:up )?(?:to )?(?:\d|one|two|three|four|five|six|eight|ten|twenty|thirty|forty|fifty)|runs? on (?:diesel|petrol|gas|electricity|batteries|wood|pellets|oil|solar)|is (?:heated|built|made) (?:with|of|by|from|in|on)|was built in|dates (?:from|back)|is from (?:the )?\d{4}|is on the [\w-]+ floor|is (?:very |quite |mostly |heavy |pure )?(?:clay|sandy|chalky|acidic|damp|shady|north-facing|south-facing|listed|rented|furnished|unheated|off-grid)\b)/;

/** `faces north`, `only goes to 200 degrees`: what a thing is like for long. */
export const lastingState: Shape = (value) =>
  LASTING.test(`${textOf(value)} `) && !NO_STATE_NOUNS.test(textOf(value)) &&
    !value.sentence.tokens.some((token) =>
      /^(?:drawing|plan|model|picture|render|rendering|image|mock-up|mockup|game|sketch|photo)$/
        .test(token.fold)
    )
    ? value
    : null;

/** What a home is heated with or a meal cooked on. */
export const fuel: Shape = (value) =>
  /^(?:an? |the |our |my )?(?:\w+ )?(?:gas|wood|induction|electric|electricity|oil|coal|charcoal|pellets|pellet stove|wood stove|woodstove|wood burner|heat pump|district heating|aga|camping stove|hotplate|hot plate|open fire|solar)\b/
      .test(textOf(value))
    ? value
    : null;

/** What a body part does not bear: `do not like stairs`. */
export const partComplaint: Shape = (value) =>
  /^(?:do|does|can|will) not (?:like|take|handle|cope with|manage|bend|bear|tolerate|let me|stand)\b/
      .test(textOf(value)) && !/\b(?:this|that|it)\b/.test(textOf(value))
    ? value
    : null;

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

/** `carved wooden spoons`, one to four words with no pronoun: what somebody has taken up. */
export const pursuit: Shape = (value) => {
  const tokens = tokensOf(value);
  if (
    tokens.some((token) =>
      /^(?:question|step|part|page|number|chapter|level|section|point|line|option)$/.test(
        token.fold,
      )
    )
  ) return null;
  return tokens.length <= 5 && !/^(?:the|a|an|this|that|it|your|my|too|up|all|so)$/.test(
      tokens[0]?.fold ?? "",
    )
    ? free(value)
    : null;
};

/** A money amount first: `1,200 a month in rent`. */
export const payment: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) => token.kind === "number" && /\d{2}/.test(token.text));
  return at >= 0 && at <= 2 &&
      /\b(?:a month|per month|monthly|a week|per week|a year|per year|an hour|a night|in rent|for rent)\b/
        .test(textOf(value))
    ? value
    : null;
};

/** A count of people in words or digits. */
export const count: Shape = (value) => {
  const first = tokensOf(value)[0];
  return first !== undefined && isNumber(first) && !/^(?:few|couple|several|half)$/.test(first.fold)
    ? { ...value, to: value.from + 1 }
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
    ? value
    : null;

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

/** `do a lot of crosswords`, `read a lot`: done often. */
export const aLot: Shape = (value) => {
  const [first] = tokensOf(value);
  return first !== undefined &&
      /^(?:do|eat|read|watch|drink|travel|cook|bake|play|walk|cycle|swim|fly|drive|listen|write|draw|sing|run|hike)$/
        .test(first.fold) &&
      /^\S+ (?:\S+ )?a lot(?: of (?!this|that|it|the|time|work|mistakes|errors|changes|edits)\S+.*)?$/
        .test(textOf(value))
    ? value
    : null;
};

const WAYS =
  /^(?:black|white|strong|weak|sweet|hot|cold|iced|raw|rare|well done|well-done|medium|runny|soft|hard|crisp|crispy|spicy|mild|plain|salty|dry|neat|fresh|ripe|unsweetened|decaf|short|long|loud|quiet|dark|light|simple|with\b.*|without\b.*|very \w+|extra \w+|slow and \w+|hard-boiled|soft-boiled|al dente|lukewarm|on the rocks)$/;

/** `black`, `without sugar`: how somebody takes something. */
export const wayTaken: Shape = (value) =>
  WAYS.test(textOf(value)) && !/\b(?:you|your|this|that|it|me|us|every|each)\b/.test(textOf(value))
    ? value
    : null;

/** `two monitors and a standing desk`. */
export const ownedList: Shape = (value) => {
  const first = tokensOf(value)[0];
  return first !== undefined && (isNumber(first) || /^(?:a|an|just)$/.test(first.fold))
    ? free(value)
    : null;
};

/** `Londoner`, `Dubliner`: somebody by the town, with a capital. */
export const inhabitant: Shape = (value) => {
  const first = tokensOf(value)[0];
  return first !== undefined && first.capital && value.from > 0 &&
      /(?:[a-z]{3,}er|[a-z]{2,}ite|[a-z]{2,}ian)$/.test(first.fold) &&
      !/^(?:christian|mister|vegetarian|user|developer|manager|engineer|designer|teacher)$/.test(
        first.fold,
      ) && /er$|ite$/.test(first.fold) &&
      baseForm(first.fold.slice(0, -1)) === undefined &&
      baseForm(first.fold.slice(0, -2)) === undefined
    ? { ...value, to: value.from + 1 }
    : null;
};

/** `a room in Graz`. */
export const room: Shape = (value) =>
  /^(?:a|an|my own) (?:\w+ )?(?:room|bedsit|studio|attic room) (?:in|near|at|on|above|with)\b/.test(
      textOf(value),
    )
    ? value
    : null;

/** An event somebody prepares: `our school's fiftieth anniversary`. */
export const eventPlanned: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0]?.fold ?? "";
  return /^(?:organising|organizing|planning|preparing|hosting|arranging|running|curating|staging|directing|rehearsing|compiling|assembling|drafting|collecting|renovating|restoring|converting|rebuilding|refurbishing|insulating|landscaping|translating|editing|illustrating|recording|filming|knitting|sewing|building|carving|coding)$/
      .test(first) &&
      /^(?:a|an|our|my|two|three)$/.test(tokens[1]?.fold ?? "") && tokens.length >= 3 &&
      !/\b(?:this|that|meeting|call|trip|email|message|order|issue|error|report|function|page|file|table|list|test|query|tests)\b/
        .test(textOf(value))
    ? value
    : null;
};

const PLANS =
  /^(?:qualify|graduate|visit|win|reach|double|grow|hit|speak|get my|get the|complete|open|start|buy|sell|build|learn|study|move|retire|become|run|write|convert|launch|found|train|apply|pass|take up|adopt|plant|switch|climb|walk|cycle|sail|travel|swim|finish|publish|record|expand|hire|renovate|emigrate|relocate|marry|get married|go freelance|go self-employed|go part-time)\b/;

/** `open a café next year`: a plan with its time, beyond the conversation. */
export const plannedFor: Shape = (value) =>
  PLANS.test(textOf(value)) &&
    /\b(?:next (?:year|spring|summer|autumn|winter|fall|season)|in (?:\w+ years?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|20\d\d)|by next (?:spring|summer|autumn|winter|year|month)|by (?:january|february|march|april|may|june|july|august|september|october|november|december|summer|christmas|the (?:summer|autumn|end of the year)|20\d\d|easter)|this (?:year|spring|summer|autumn|winter)|one day|before i turn|at sixty|when i retire)\b/
      .test(textOf(value)) &&
    !/\b(?:it|this one|that|these|those)\b/.test(textOf(value))
    ? value
    : null;

const MADE_RECORDS =
  /\b(?:notebook|notebooks|spreadsheet|spreadsheets|sheet|sheets|ledger|diary|planner|calendar|whiteboard|binder|folder|folders|card index|index cards|logbook|journal|database|wiki|paper|app|pencil|bullet journal|file cards|post-its)\b/;

/** `a paper notebook`: where records are kept. */
export const recordPlace: Shape = (value) =>
  MADE_RECORDS.test(textOf(value)) &&
    /^(?:a|an|my|our|one|the|paper|pencil)\b/.test(textOf(value)) &&
    !/^(?:the|a) (?:file|table|function|page|report|document|answer|reply)\b/.test(textOf(value))
    ? value
    : null;

const NO_MAKES =
  /^(?:script|key|token|file|function|query|class|template|form|link|url|endpoint|account|ticket|card|voucher|code|version|library|text|song|book|word|name|accent)$/;

/** A make with a model or a year: `a 1960s Singer`, `an old Nikon F3`, `a Kobo`. */
export const makeModel: Shape = (value) => {
  const tokens = tokensOf(value);
  if (!/^(?:a|an|my|our|two|three)$/.test(tokens[0]?.fold ?? "") || tokens.length > 6) return null;
  const named = tokens.findIndex((token, index) =>
    index > 0 && token.kind === "word" && token.capital && token.fold !== "i"
  );
  if (named < 1 || named > 3) return null;
  if (tokens.some((token) => NO_MAKES.test(token.fold))) return null;
  return tokens.slice(1, named).some((token) =>
      FUNCTION_WORDS.has(token.fold) && token.fold !== "old"
    )
    ? null
    : value;
};

/** `at five`, `badly`: when or how somebody sleeps. */
export const sleepWay: Shape = (value) =>
  !/^(?:when|if|on|in|after|without|with)\b/.test(after(value)) &&
    /^(?:very |quite |rather )?(?:badly|poorly|lightly|little|too little|terribly|well|like a log|only \w+ hours|\w+ hours|\w+ or \w+ hours)\b/
      .test(textOf(value))
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

/** Hours or months a place is open: `at six`, `from April to October`, `Tuesday to Sunday`. */
export const openTimes: Shape = (value) =>
  /\b(?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|weekends)\b/
      .test(textOf(value)) &&
    /^(?:at|from|on|every|until|till|between|all|only|in|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/
      .test(
        textOf(value),
      ) &&
    !/\b(?:today|tomorrow|tonight|this)\b/.test(textOf(value))
    ? value
    : null;

/** `under 20 euros` behind `tight`. */
export const ageDecade: Shape = (value) =>
  /^(?:early |mid |mid-|late )?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)$/
      .test(textOf(value))
    ? value
    : null;

/** `youngest`, `eldest daughter`: a child by its rank. */
export const childRank: Shape = (value) =>
  /^(?:youngest|eldest|oldest|middle one|middle child|little one|baby|big one|elder|younger)(?: (?:son|daughter|boy|girl|one|child))?$/
      .test(textOf(value))
    ? value
    : null;

/** `a boy from Colombia`. */
export const adoptedChild: Shape = (value) =>
  /^(?:a|an|two|three|our) (?:\w+ )?(?:boy|girl|son|daughter|child|children|baby|siblings|brothers|sisters|teenager|teenagers|kids)\b/
      .test(textOf(value))
    ? value
    : null;

/** `forty ewes and a few goats`: farm animals with a number. */
export const herd: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) =>
    /^(?:ewes?|rams?|lambs|heifers|cattle|calves|bulls?|sows?|piglets|mares?|foals|stallion|hens|geese|ducks|turkeys|quails|hives|colonies|alpacas|llamas|goats|sheep|cows|horses|donkeys|ponies|pigs|chickens|rabbits|pigeons|deer|ostriches|silkworms|snails|trout|carp|oysters|mussels)$/
      .test(token.fold)
  );
  return at >= 1 && at <= 3 && tokens[0] !== undefined &&
      (isNumber(tokens[0]) || /^(?:about|around|some|over)$/.test(tokens[0].fold))
    ? value
    : null;
};

/** `a metal plate in my arm`: what a surgeon has put in. */
export const implant: Shape = (value) =>
  /^(?:an? )?(?:metal |titanium |steel |artificial )?(?:plate|pin|pins|screws?|rod|rods|heart valve|hip|knee|lens|stent|stents|pacemaker|defibrillator|shunt|stoma|catheter|port|cochlear implant|graft|mesh)\b(?: (?:in|on) (?:my|the|one|both)\b.*)?$/
      .test(textOf(value)) &&
    /\b(?:in|on|pacemaker|defibrillator|stent|stents|stoma|artificial|implant|heart valve)\b/.test(
      textOf(value),
    )
    ? value
    : null;

/** `never at my desk`: where somebody is at certain times. */
export const neverAt: Shape = (value) =>
  /^(?:never|rarely|seldom|hardly ever|usually|always|mostly|only|not|normally) (?:at (?:my|the) desk|in(?: the office)?|online|awake|up|home|at home|reachable|available|around|free|back|at work)$/
      .test(textOf(value))
    ? value
    : null;

/** `night shifts`. */
export const shifts: Shape = (value) =>
  /^(?:night|late|early|day|evening|weekend|twelve-hour|12-hour|double|split) shifts?$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `40 in May`. */
export const ageMonth: Shape = (value) =>
  /^(?:\d{2}|twenty|thirty|forty|fifty|sixty|seventy|eighty)(?: (?:in|on|this|next) [\w ]+)?$/.test(
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

/** `near water`, `in the mountains`: where or with what somebody is at ease. */
export const whereaboutsAny: Shape = (value) =>
  /^(?:near|by|on|at|in|outdoors|outside|alone|with|among|when|up|under|behind)\b/.test(
      textOf(value),
    ) &&
    !/\b(?:you|your|this|that|it)\b/.test(textOf(value))
    ? free(value) ?? (/^(?:outdoors|outside|alone)$/.test(textOf(value)) ? value : null)
    : null;

/** `colour`, `thing`: what a favourite is of. */
export const colourNoun: Shape = (value) =>
  /^(?:colour|color|drink|sport|season|comfort food|guilty pleasure|element|poison|weakness|happy place)$/
      .test(textOf(value))
    ? value
    : null;

/** `picky`, `fussy`. */
export const picky: Shape = (value) =>
  /^(?:picky|fussy|particular|choosy|strict|pedantic|sensitive|squeamish|touchy)$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `small talk`, `phone calls`: one to three nouns without article or pronoun. */
export const bareNoun: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 &&
      tokens.every((token) => token.kind === "word" && !FUNCTION_WORDS.has(token.fold)) &&
      !/^(?:well|much|anything|drugs|business|enough|great|better|today|right|this|that|so|justice|refunds|returns|tests|backups|yet)$/
        .test(tokens[0]?.fold ?? "")
    ? value
    : null;
};

/** `house`, `little shop`: premises that are one's own, not those of a guest. */
export const ownHomeOrShop: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 &&
      /^(?:house|flat|apartment|cottage|cabin|shop|studio|workshop|office|farm|smallholding|garden|allotment|vineyard|orchard|practice|clinic|salon|bakery|farmhouse|houseboat|narrowboat|greenhouse|stall|boatyard|garage|warehouse|chalet|bungalow|plot)$/
        .test(tokens.at(-1)?.fold ?? "") &&
      !tokens.some((token) =>
        token.text.startsWith("'") ||
        /^(?:hotel|holiday|rental|airbnb|hire|dream|next|old|former)$/.test(token.fold)
      )
    ? value
    : null;
};

/** `circus`, `small theatre in Brno`: whose things somebody looks after, no container. */
export const lookedAfter: Shape = (value) =>
  /^(?:\w+ )?(?:folder|file|files|drawer|box|sheet|table|document|browser|tab|list|cell|row|column|code|app|page|wallet|bag|pocket|fridge|freezer|bottom|top|end|beginning|same|background|meantime|evening|morning|afternoon|night|week|weekend|car|house)\b/
      .test(textOf(value))
    ? null
    : free(value);

/** `ten`, `half past eight`, `Mondays`: a time that comes again. */
export const clock: Shape = (value) =>
  /^(?:(?:about|around|half past|quarter past|quarter to) )?(?:\d{1,2}(?::\d\d)?(?:am|pm)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight|lunch|breakfast|sunrise|sunset|(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays)\b/
      .test(textOf(value))
    ? value
    : null;

/** `an insurer`, `Velmar Foods`: who employs somebody now; `the police` may only be on the phone. */
export const orgOfOne: Shape = (value) =>
  tokensOf(value)[0]?.fold === "the" ? null : orgNamed(value);

/** `Tuesdays after six`, `after eight in the evening`: when somebody has time, not just tomorrow. */
export const recurringClock: Shape = (value) => {
  const text = textOf(value);
  return /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays|mornings|afternoons|evenings|every|always)\b/
      .test(text) &&
      !/\b(?:today|tomorrow|tonight|this|next)\b/.test(text)
    ? value
    : null;
};

/** `total beginner`, `intermediate`. */
export const levelWord: Shape = (value) =>
  /^(?:(?:total|complete|absolute|advanced|lower|upper) )?(?:beginner|newbie|novice|intermediate|expert|professional|pro|amateur|advanced)$/
      .test(textOf(value))
    ? value
    : null;

/** A medicine by its ending, or anything that is taken at set times: `lamotrigine morning and evening`. */
export const takenDaily: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0];
  if (first === undefined || first.kind !== "word" || FUNCTION_WORDS.has(first.fold)) return null;
  const drug =
    /\S{3,}(?:pril|sartan|statin|azepam|azolam|oxetine|aline|prazole|trigine|formin|olol|mab|cillin|parin|profen|azine|apine|idone|tadine|rizine|phylline|thyroxine|semide|thiazide|ipine|gabalin|pentin|racetam|triptan|coxib|sone|solone|codone)$/;
  return drug.test(first.fold) ? { ...value, to: value.from + 1 } : null;
};

/** `soft food`, `fluids`: what somebody may have for a while. */
export const mayHave: Shape = (value) =>
  /^(?:soft|liquid|bland|mashed|cold|light|easy|plain|low-\w+) \w+$|^(?:fluids|liquids|soup|soups|broth|smoothies|rest|light duties|desk work)$/
      .test(textOf(value))
    ? value
    : null;

/** `amateur theatre`, `brass band`: a group of which one says `our`. */
export const ourGroup: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 &&
      /^(?:choir|band|orchestra|quartet|ensemble|troupe|theatre group|drama group|(?:amateur|community|village|local|youth) (?:theatre|orchestra|choir|band|dramatics)|theatre|book club|(?:running|chess|rowing|cycling|climbing|swimming|tennis|football|sailing|hiking|bowling|gardening|walking) club|(?:football|volleyball|handball|basketball|hockey|quiz|rowing|rugby|cricket|netball|curling) team|allotment society|reading group|knitting circle|sewing circle|(?:brass|big|folk|jazz|punk|ska|rock|wedding|marching|covers?) band|(?:church|chamber|gospel|barbershop|mixed|male|women's) choir)$/
        .test(textOf(value))
    ? value
    : null;
};

/** `Professor`, `Doctor Lindqvist`: how somebody is to be addressed. */
export const addressedAs: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 && tokens[0] !== undefined &&
      (tokens[0].capital ||
        /^(?:doctor|professor|captain|sir|madam|mr|mrs|ms|mx|dr|reverend|father|sister|nurse|chef|coach)$/
          .test(tokens[0].fold))
    ? value
    : null;
};

/** `choir`, `judo`, `piano lessons`: what somebody goes to on its day. */
export const activity: Shape = (value) =>
  /^(?:\w+ )?(?:choir|yoga|judo|karate|physio|physiotherapy|therapy|rehearsals?|practice|training|football|tennis|swimming|pilates|ballet|band|orchestra|drama|chess|bridge|pottery|scouts|gym|spinning|climbing|rowing|boxing|fencing|zumba|crossfit|dialysis|counselling|tutoring|lessons?|class|classes|club|handball|volleyball|basketball|badminton|hockey|quiz night|game night|bowling|bingo|tai chi|market day)$/
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

/** `screams when I'm on calls`: what an animal does, in the present. */
export const animalDoes: Shape = (value) => {
  const first = tokensOf(value)[0];
  return first !== undefined && /[^s]s$/.test(first.fold) && first.kind === "word" &&
      first.fold.length > 3 &&
      !/^(?:was|this|insurance|class|likes|has|is|does)$/.test(first.fold)
    ? value
    : null;
};

/** `walking`, `cycling`: a way to travel. */
export const tourVerb: Shape = (value) =>
  /^(?:walking|cycling|hiking|sailing|climbing|biking|trekking|kayaking|touring|backpacking)$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `the Camino in May`: a tour and its month. */
export const tourIn: Shape = (value) =>
  tokensOf(value).some((token) => token.capital) &&
    /\b(?:in|this|next) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|year)\b/
      .test(textOf(value))
    ? value
    : null;

/** `1.58`, `1,93 m`, `158 cm`. */
export const height: Shape = (value) => {
  const first = tokensOf(value)[0];
  return first?.kind === "number" &&
      /^(?:1[.,][4-9]\d|2[.,][01]\d?|1[4-9]\dcm|\d'\d{1,2})$/.test(first.text)
    ? value
    : null;
};

/** `by five`, `before six`. */
export const clockLead: Shape = (value) =>
  /^(?:by|at|before|around|until|till) /.test(textOf(value)) &&
    clock({ ...value, from: value.from + 1 }) !== null
    ? value
    : null;

/** `parental leave`. */
export const longLeave: Shape = (value) =>
  /^(?:parental|maternity|paternity|unpaid|adoption|carer's) leave$|^sabbatical$/.test(
      textOf(value),
    )
    ? value
    : null;

/** `nearly`, `just over`. */
export const nearlyWord: Shape = (value) =>
  /^(?:nearly|almost|just over|over|about|around|only just|past|pushing)$/.test(textOf(value))
    ? value
    : null;

/** `eighty`, `67`: an age in words or digits. */
export const ageWords: Shape = (value) =>
  /^(?:\d{2}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+)$/
      .test(textOf(value))
    ? value
    : null;

/** `a book club`: a group that ends the thought or is told further by `of`. */
export const groupEnd: Shape = (value) => {
  const found = group(value);
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) =>
    /^(?:choir|band|orchestra|quartet|chorus|club|team|league|troupe|ensemble)$/.test(token.fold)
  );
  const next = tokens[at + 1];
  return found !== null && at >= 1 &&
      (next === undefined || /^(?:of|in|at|for|with)$/.test(next.fold)) &&
      !(at === 1 && /^(?:team|league|club)$/.test(tokens[1]?.fold ?? ""))
    ? found
    : null;
};

/** An amount with its currency. */
export const moneyNamed: Shape = (value) => hasMoney(tokensOf(value)) ? value : null;
