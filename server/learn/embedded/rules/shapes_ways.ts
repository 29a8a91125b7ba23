/**
 * Checkers for how somebody lives: pastimes, things of their own, tastes and the body.
 *
 * @module
 */

import { BODY_PARTS } from "../lexicon/people.ts";
import { DEVICES, FUNCTION_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { isNumber } from "./classes.ts";
import { free, type Shape, taste } from "./shapes.ts";
import { group } from "./shapes_daily.ts";
import { textOf, tokensOf } from "./value_words.ts";

const NO_STATE_NOUNS =
  /\b(?:puncture|leak|crack|hole|scratch|dent|virus|error|problem|issue|fault|flat tyre|flat tire|noise|smell|bug)\b/;

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
  /^(?:(?:do|does|can|will) not (?:like|take|handle|cope with|manage|bend|bear|tolerate|let me|stand)|(?:always |often |still |sometimes )?(?:plays?|acts?|seizes?|swells?|locks?|stiffens?) up|(?:always |often |sometimes )?(?:gives? me (?:trouble|grief|gyp|hell|problems|bother|jip)|(?:bothers?|troubles?|plagues?) me|gives? (?:out|way)|goes? numb)|(?:has|have) been (?:playing|acting) up)\b/
      .test(textOf(value)) && !/\b(?:this|that|it)\b/.test(textOf(value))
    ? value
    : null;

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
  // A capital tells nothing where all are.
  return first !== undefined && first.capital && /[a-z]$/.test(first.text) && value.from > 0 &&
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
  /^(?:outside|beyond|meeting|appointment|interview|script|key|token|file|function|query|class|template|form|link|url|endpoint|account|ticket|card|voucher|code|version|library|text|song|book|word|name|accent)$/;

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
  /^(?:(?:an?|my|two|one) )?(?:metal |titanium |steel |artificial |new )?(?:plate|pin|pins|screws?|rod|rods|heart valve|hip|knee|lens|stent|stents|pacemaker|defibrillator|shunt|stoma|catheter|port|cochlear implants?|(?:hip|knee|shoulder|lens) (?:replacements?|implants?)|graft|mesh)\b(?: (?:in|on) (?:my|the|one|both)\b.*)?$/
      .test(textOf(value)) &&
    /\b(?:in|on|pacemaker|defibrillator|stent|stents|stoma|artificial|implants?|replacements?|heart valve)\b/
      .test(
        textOf(value),
      )
    ? value
    : null;

/** `my cousin's dogs`, `the shop for my uncle`: what is somebody else's and is minded for them. */
export const minded: Shape = (value) =>
  MINDED.test(textOf(value)) && !/\b(?:you|your|this|it)\b/.test(textOf(value)) ? value : null;

const MINDED =
  /^(?:my|our|the|a) .*(?:'s? |s' |(?:neighbours?|friends?)' ?).*\b(?:dogs?|cats?|pupp(?:y|ies)|kittens?|rabbits?|hens|chickens|horses?|pon(?:y|ies)|parrot|budgies?|guinea pigs?|hamsters?|fish|goats|sheep|kids?|children|baby|twins|boys?|girls?|son|daughter|house|flat|garden|allotment|shop|plants|animals|pets)\b|^(?:my|our|the|a) .*\bfor (?:my|our|a|the) \S+|^(?:my|our) (?:\S+ )?(?:nieces?|nephews?|grand(?:child|children|sons?|daughters?|kids?)|god(?:son|daughter)|neighbours?)\b/;

/** `Can't stand horror films`: a taste whose subject nobody in front of it can be. */
export const openingTaste: Shape = (value) =>
  value.sentence.index === 0 && value.sentence.tokens[0]?.fold === "can" &&
    value.sentence.tokens[value.to]?.text !== "?"
    ? taste(value)
    : null;

/** `smoking`, `the gym`: what somebody has given up for good. */
export const dropped: Shape = (value) => {
  const first = tokensOf(value)[0]?.fold ?? "";
  const isDoing = /^[a-z]{3,}ing$/.test(first) &&
    !/^(?:trying|looking|waiting|hoping|asking|arguing|counting|everything|anything|nothing|something|being|caring|expecting|fighting|pretending|reading|banking|nursing|teaching|farming|consulting|engineering|accounting)$/
      .test(first);
  return isDoing ||
      /^(?:the gym|instagram|facebook|twitter|tiktok|social media|nicotine|cigarettes)$/
        .test(textOf(value))
    ? value
    : null;
};

/** `swim`, `row on the lake`: what is done instead now. */
export const doneNow: Shape = (value) =>
  /^(?:swim|run|row|cycle|bike|walk|climb|dance|knit|paint|sew|draw|ski|sail|surf|hike|fish|paddle|skate|box|lift|garden|sing)(?: (?:in|on|at|with|every|twice|instead|to work)\b.*)?$/
      .test(textOf(value))
    ? value
    : null;

/** `banjo`, `tin whistle`: the head of an instrument. */
export const instrument: Shape = (value) =>
  /\b(?:banjo|guitar|ukulele|piano|cello|violin|viola|fiddle|flute|clarinet|oboe|bassoon|saxophone|sax|trumpet|trombone|tuba|horn|harp|drums?|accordion|harmonica|whistle|recorder|organ|bagpipes|mandolin|bass|lute|zither|bodhr\u00e1n)$/
      .test(textOf(value))
    ? value
    : null;

/** `two teenage boys`, `kittens for the shelter`: who is fostered. */
export const fostered: Shape = (value) =>
  /^(?:\S+ ){0,3}?(?:child|children|kids?|boys?|girls?|teenagers?|teens?|bab(?:y|ies)|toddlers?|siblings|twins|dogs?|pupp(?:y|ies)|cats?|kittens?|greyhounds?|rabbits?|horses?|hedgehogs?|animals)\b/
      .test(textOf(value))
    ? value
    : null;

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
  /^(?:colour|color|drink|sport|season|yarn|tea|coffee|wine|beer|fabric|medium|breakfast|snack|instrument|comfort food|guilty pleasure|element|poison|weakness|happy place)$/
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

/** `screams when I'm on calls`: what an animal does, in the present. */
export const animalDoes: Shape = (value) => {
  const [first, second] = tokensOf(value);
  return first !== undefined && (second === undefined || FUNCTION_WORDS.has(second.fold)) &&
      /[^s]s$/.test(first.fold) && first.kind === "word" &&
      first.fold.length > 3 &&
      !/^(?:was|this|insurance|class|likes|has|is|does)$/.test(first.fold)
    ? value
    : null;
};

/** `1.58`, `1,93 m`, `158 cm`. */
export const height: Shape = (value) => {
  const first = tokensOf(value)[0];
  return first?.kind === "number" &&
      /^(?:1[.,][4-9]\d|2[.,][01]\d?|1[4-9]\dcm|\d'\d{1,2})$/.test(first.text)
    ? value
    : null;
};

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

/** `a bakery`, `the station`: with its article. */
export const withArticle: Shape = (value) =>
  /^(?:a|an|the|our|my)$/.test(tokensOf(value)[0]?.fold ?? "") &&
    !/\b(?:law|means|budget|limit)\b/.test(textOf(value))
    ? free(value)
    : null;

/** `slow reader`, `visual learner`. */
export const traitNoun: Shape = (value) =>
  /^(?:very |rather |quite )?(?:slow|fast|quick|visual|auditory|heavy|light|early|late|fussy|picky|nervous|careful|poor|lazy|messy|tidy|big|small) (?:reader|learner|thinker|eater|sleeper|typist|walker|driver|riser|flyer|traveller|drinker|talker)$/
      .test(textOf(value))
    ? value
    : null;

/** `out`, `at sea`. */
export const awayWord: Shape = (value) =>
  /^(?:out|away|busy|off|abroad|offline|at sea|on the road|at the allotment|in court|on site|on duty)$/
      .test(textOf(value))
    ? value
    : null;

/** `start`, `answer the phone`: what one does on a day. */
export const dailyVerb: Shape = (value) =>
  /^(?:start|work|get up|answer|open|eat|drink|go out|read|answer (?:the phone|calls|mail|emails)|take calls|have (?:coffee|breakfast|dinner)|leave the house|train|drive)(?: \w+)?$/
      .test(textOf(value))
    ? value
    : null;

/** `fast`, `bake bread`: a verb in its base form, alone or with its object. */
export const verbPhrase: Shape = (value) => {
  const [first, second] = tokensOf(value);
  return first !== undefined && first.kind === "word" && !FUNCTION_WORDS.has(first.fold) &&
      !/(?:ed|ing|ly)$/.test(first.fold) &&
      !/^(?:need|want|like|love|hate|prefer|get|have|see|think|know)$/.test(first.fold) &&
      !/^(?:it|this|that|you|your)$/.test(second?.fold ?? "")
    ? value
    : null;
};

/** `a half marathon`: what one has signed up for. */
export const pursuitAny: Shape = (value) =>
  /\b(?:marathon|course|class|classes|race|workshop|triathlon|degree|programme|program|exam|lessons|camp|retreat|tournament|competition|evening school|choir|swim|ride|trek|hike)\b/
      .test(textOf(value))
    ? value
    : null;

/** `a diary`. */
export const keptBook: Shape = (value) =>
  /^(?:a|an) (?:\w+ )?(?:diary|journal|sketchbook|blog|logbook|scrapbook|nature diary|vegetable garden|kitchen garden|herb garden|aquarium|sourdough starter)$/
      .test(textOf(value))
    ? value
    : null;

/** `shop at the market`, `buy my bread from a mill`. */
export const shops: Shape = (value) =>
  /^(?:shop|bank|train|practise|study|do my shopping|buy (?:my|our) \w+|get (?:my|our) (?:bread|vegetables|veg|groceries|food|meat|milk|eggs|clothes|books)) (?:at|in|from|online|on)\b(?! (?:this|that|it|the (?:file|app|page)))/
      .test(textOf(value))
    ? value
    : null;

/** A clause about the world, not about the assistant. */
export const toldClause: Shape = (value) =>
  tokensOf(value).length >= 3 &&
    !/\b(?:you|your|it|this|that|the app|the page|crashes)\b/.test(textOf(value))
    ? value
    : null;

/** `read everything on paper`: how all of it is done. */
export const everythingBy: Shape = (value) =>
  /^(?:read|write|pay|buy|cook|print|draw|sew|plan|do|keep|carry|wash|grow|make|note|track|book|record) everything (?:on|in|by|with|from|at|through|myself|online)\b(?! (?:this|that|the (?:list|file|page|table)))/
      .test(textOf(value))
    ? value
    : null;

/** `alone`, `at night`: how or when something goes better. */
export const manner: Shape = (value) =>
  /^(?:alone|outdoors|outside|early|late|standing|at night|on my own|in the (?:morning|evening)|in silence|in groups|in pairs|barefoot|by hand|sitting down|lying down|on paper|under pressure)$/
      .test(textOf(value))
    ? value
    : null;

/** `visitors`, `family over`. */
export const visitors: Shape = (value) =>
  /^(?:\w+ )?(?:visitors|guests|houseguests|house guests|company|family over|friends over|the in-laws|relatives)\b/
      .test(textOf(value))
    ? value
    : null;
