/**
 * Value checkers about things: tools, devices, time, money, style.
 *
 * @module
 */

import type { Token } from "../types.ts";
import {
  DAYS,
  DEVICES,
  DURABLES,
  EDITORS,
  MONTHS,
  STYLE_WORDS,
  TIME_ADVERBS,
  TOOLS,
} from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { wordSet } from "../lexicon/words.ts";
import { isNumber } from "./classes.ts";
import {
  free,
  hasMoney,
  isProduct,
  isTimeWord,
  money,
  type Shape,
  type ValueRange,
} from "./shapes.ts";
import { tokensOf } from "./value_words.ts";

/** A known text editor first. */
export const editor: Shape = (value) => {
  const at = tokensOf(value).findIndex((token) => EDITORS.has(token.fold));
  return at < 0 || at > 1 ? null : { ...value, to: value.from + at + 1 };
};

/** Software: a known or capitalised name within the first words. */
export const tool: Shape = (value) => {
  const tokens = tokensOf(value);
  if (
    /^(?:it|this|that|them|you|your|my|our|these|those|at|plan|chapter|phase|step|section|option|round|page|part)$/
      .test(tokens[0]?.fold ?? "")
  ) return null;
  const known = tokens.findIndex((token, index) =>
    isProduct(token, value.sentence, value.from + index)
  );
  if (known < 0 || known > 3 || DAYS.has(tokens[known]?.fold ?? "")) return null;
  // `on a hillside outside Aberystwyth`: a name behind a place is the place's.
  if (
    tokens.slice(0, known + 2).some(({ fold }) =>
      /^(?:is|are|was|were|outside|near|behind|above|overlooking)$/.test(fold)
    )
  ) return null;
  if (tokens.slice(0, 4).some((token) => NO_TOOL_NOUNS.test(token.fold))) return null;
  if (
    /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/
      .test(tokens[known]?.text ?? "")
  ) return null;
  return trimProduct(value);
};

/** `about twelve hives on a roof in Turin`: bees by the number of their houses. */
export const hives: Shape = (value) => {
  const tokens = tokensOf(value);
  const from = /^(?:about|around|roughly|some|over|nearly|almost)$/.test(tokens[0]?.fold ?? "")
    ? 1
    : 0;
  const count = tokens[from];
  const rest = tokens.slice(from + 1);
  const at = rest.slice(0, 2).findIndex(({ fold }) => /^(?:bee)?hives$|^colonies$/.test(fold));
  return count !== undefined && isNumber(count) && at >= 0 && rest[at + 2]?.fold !== "ants"
    ? value
    : null;
};

/** What is used or stood on but is no software of one's own. */
const NO_TOOL_NOUNS =
  /^(?:script|key|file|function|query|class|loop|dict|template|form|link|url|endpoint|train|bus|tram|plane|ferry|flight|motorway|phone|road)$/;

/** Software followed by a version number. */
export const version: Shape = (value) => {
  const tokens = tokensOf(value);
  if (/^(?:a|an)$/.test(tokens[0]?.fold ?? "")) return null;
  const at = tokens.findIndex((token, index) =>
    isProduct(token, value.sentence, value.from + index)
  );
  if (at < 0 || at > 2) return null;
  const number = tokens.findIndex((token, index) =>
    index > at && index <= at + 3 && /^v?\d+(?:\.\d+)*$/i.test(token.text)
  );
  return number < 0 ? null : trimProduct(value);
};

function trimProduct(value: ValueRange): ValueRange {
  let to = value.to;
  while (
    to > value.from &&
    /^(?:by|the|way|in|on|with|at|for)$/.test(value.sentence.tokens[to - 1]?.fold ?? "")
  ) to--;
  return { ...value, to };
}

/** `to eu-north-1 with Nomad`, `on Hetzner`. */
export const deploy: Shape = (value) => {
  const tokens = tokensOf(value);
  if (!/^(?:to|with|on|via|in|from|using|through|by|at|every|only)$/.test(tokens[0]?.fold ?? "")) {
    return null;
  }
  const known = tokens.some((token, index) =>
    isProduct(token, value.sentence, value.from + index) ||
    /^[a-z]{2,}-[a-z]+-\d$/.test(token.fold) || TOOLS.has(token.fold) || isTimeWord(token) ||
    /^(?:makefile|script|container|containers|vm|server|servers|premises|prem|cloud|region|cluster|job|pipeline|ftp|rsync|ssh)$/
      .test(token.fold)
  );
  return known ? value : null;
};

/** A device or vehicle with a model name. */
export const device: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0];
  if (first === undefined) return null;
  const at = tokens.findIndex((token) =>
    DEVICES.has(token.fold) || DEVICES.has(token.fold.replace(/s$/, ""))
  );
  const named = tokens.slice(0, 5).some((token, index) =>
    token.capital && value.from + index > 0 && token.fold !== "i"
  );
  if (at < 0) {
    return named && /^(?:windows|macos|linux|android|ios|ipad|iphone|mac)$/.test(first.fold)
      ? value
      : null;
  }
  if (
    at > 3 || tokens.length < 2 && !named ||
    tokens.some((token) => /^(?:the|is|was|that|which|problem|issue|question|'s)$/.test(token.fold))
  ) return null;
  return named ||
      at >= 1 &&
        /^(?:new|old|broken|other|second|first|own|same|whole|bigger|smaller|better)$/.test(
            first.fold,
          ) === false
    ? value
    : null;
};

/** What a device is, after `my laptop is`. */
export const deviceOf: Shape = (value) => {
  const tokens = tokensOf(value);
  if (
    tokens[0]?.kind === "number" ||
    /^(?:broken|slow|old|new|gone|dead|stuck|in|at|on|not|\w{3,}ed)$/.test(tokens[0]?.fold ?? "")
  ) return null;
  const named = tokens.some((token) =>
    token.capital || /\d/.test(token.text) || TOOLS.has(token.fold) || DEVICES.has(token.fold)
  );
  return named ? value : null;
};

/** A lasting possession. */
export const durable: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) => DURABLES.has(token.fold));
  if (!/^(?:a|an|my|our|two|three|the)$/.test(tokens[0]?.fold ?? "")) return null;
  return at < 0 || at > 5 ? null : value;
};

/** An undertaking of at least two words that is not the task at hand. */
export const project: Shape = (value) => {
  const tokens = tokensOf(value);
  if (/^(?:it|this|that|these|those|them|something|your|the)$/.test(tokens[0]?.fold ?? "")) {
    return null;
  }
  return tokens.length >= 2 ? free(value) : null;
};

/** A vehicle by its make: `an old Volvo estate`. */
export const make: Shape = (value) => {
  const tokens = tokensOf(value);
  if (!/^(?:a|an|my|our)$/.test(tokens[0]?.fold ?? "")) return null;
  const named = tokens.findIndex((token, index) =>
    index > 0 && token.capital && token.kind === "word"
  );
  return named < 0 || named > 4 || tokens.slice(1, named).some((token) => DEPARTS.test(token.fold))
    ? null
    : { ...value, to: value.from + Math.min(tokens.length, named + 3) };
};

/** Words behind which a capital names a place (`a tram in Graz`). */
const DEPARTS =
  /^(?:in|to|from|for|around|through|at|near|on|into|with|hour|hours|bit|lot|long|outside|behind|above|beyond)$/;

/** `writing a novel`, `renovating our kitchen`. */
export const longDoing: Shape = (value) => {
  const tokens = tokensOf(value);
  const verb = baseForm(tokens[0]?.fold ?? "") ?? tokens[0]?.fold ?? "";
  if (
    !(tokens[0]?.fold ?? "").endsWith("ing") || !/^(?:a|an|my|our|the)$/.test(tokens[1]?.fold ?? "")
  ) return null;
  const text = tokens.map((token) => token.fold).join(" ");
  const lasting =
    /\b(?:novel|book|thesis|dissertation|phd|memoir|kitchen|house|flat|bathroom|garden|wedding|business|company|startup|start-up|marathon|album|boat|cottage|barn|farmhouse|farm|attic|campervan|camper|van|garage|terrace|basement|loft|caravan|choir|festival|conference|exhibition|podcast|newsletter|musical|film|documentary|curriculum|restaurant|cookbook|game|app|website|extension|shed)\b/;
  return /^(?:writ|renovat|build|plan|organis|organiz|prepar|restor|open|start|design|set|mak|develop)/
      .test(verb) && lasting.test(text)
    ? value
    : null;
};

/** `on leave until Friday`, `off sick this week`. */
export const absent: Shape = (value) => {
  const text = tokensOf(value).map((token) => token.fold).join(" ");
  return /^(?:on (?:a |my |maternity |paternity |parental |sick |annual |summer )*(?:leave|holiday|holidays|vacation|sabbatical|parental leave|strike|jury duty)|off (?:sick|work)?|away|out of (?:the )?office|out of town|unavailable|abroad|in hospital|offline|off)\b/
      .test(text)
    ? value
    : null;
};

/** A day, date or month. */
export const timeOrDate: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.some((token) =>
      isTimeWord(token) && token.kind !== "number" || MONTHS.includes(token.fold) ||
      TIME_ADVERBS.has(token.fold) || /^\d{1,2}(?:st|nd|rd|th)$/.test(token.fold) ||
      /^(?:week|month|end|year)$/.test(token.fold)
    )
    ? value
    : null;
};

/** An amount with a currency, or a number with `all in`, `a month`, `in total`. */
export const moneyStrict: Shape = (value) => {
  const tokens = tokensOf(value);
  if (hasMoney(tokens)) {
    return isNumber(tokens[0] as Token) || /^[\p{Sc}]/u.test(tokens[0]?.text ?? "") ||
        /^(?:about|around|roughly|only|at|up|a|at most)$/.test(tokens[0]?.fold ?? "")
      ? value
      : null;
  }
  const text = tokens.map((token) => token.fold).join(" ");
  return money(value) !== null &&
      /^\S+ ?(?:all in|in total|a month|per month|a week|per week|a night|per night|to spend|per person|$)/
        .test(text) &&
      tokens[0]?.kind === "number" && /\d{2}/.test(tokens[0].text)
    ? value
    : null;
};

const SCHEDULE_LEAD =
  /^(?:only|on|from|at|after|before|until|till|every|in|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|tue|wed|thu|fri|sat|sun|mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|part-time|full-time|shifts|between|most|late|early|around|by|half|\d.*|two|three|four|five|six|seven|eight|nine|ten|night|rotating|split|flexible|flexitime|late|long|for|alternate|the|a|any|noon|midday|halfway|home|remotely)$/;

/** Days, day parts or clock times, with nothing else at the start. */
export const days: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0]?.fold ?? "";
  if (!SCHEDULE_LEAD.test(first)) return null;
  const text = tokens.map((token) => token.fold).join(" ");
  if (
    /^(?:from home|at home|remotely|home|part-time|full-time|nights|shifts|late shifts|night shifts|early shifts)\b/
      .test(text)
  ) return value;
  if (
    /^(?:on|in|at|the|a|from|for|by) (?:the )?(?:moment|it|this|that|project|same|time|first|morning of|night of|report)\b/
      .test(text)
  ) return null;
  return tokens.some((token) => isTimeWord(token)) &&
      !/\b(?:today|tomorrow|tonight|this|next|now|later)\b/.test(text)
    ? value
    : null;
};

/** Days after an activity that is one or two words. */
export const activityDays: Shape = (value) =>
  days(value) === null ||
    !tokensOf(value).some((token) => token.kind === "word" && isTimeWord(token))
    ? null
    : value;

/** `take calls on Mondays`: a verb with a time. */
export const verbTime: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0];
  if (first === undefined || baseForm(first.fold) !== first.fold) return null;
  const text = tokens.map((token) => token.fold).join(" ");
  return tokens.some((token) => isTimeWord(token)) &&
      !/\b(?:today|tomorrow|tonight|this|next)\b/.test(text)
    ? value
    : null;
};

/** Without `in the`. */
function daypartStart(value: ValueRange): ValueRange {
  let from = value.from;
  while (
    from < value.to - 1 && /^(?:in|on|the|teh)$/.test(value.sentence.tokens[from]?.fold ?? "")
  ) from++;
  return { ...value, from };
}

const NO_DAYPART =
  /^(?:that|this|it|the|next|today|tomorrow|tonight)\b|\b(?:not|never)\b|\b(?:to|over) (?:the )?(?:day|night|morning|afternoon|evening)s?\b/;

/** `mornings`, `anything before 11`, `Mondays`. */
export const daypart: Shape = (input) => {
  const value = /^(?:in|on|the|any|teh)$/.test(input.sentence.tokens[input.from]?.fold ?? "")
    ? daypartStart(input)
    : input;
  const tokens = tokensOf(value);
  const text = tokens.map((token) => token.fold).join(" ");
  if (NO_DAYPART.test(text)) return null;
  const plural =
    /\b(?:mornings|afternoons|evenings|nights|weekends|weekdays|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|lunchtimes)\b/
      .test(text);
  return plural ||
      /^(?:anything|everything|calls|meetings|appointments|slots|times) (?:before|after|earlier|later|in the|on)\b/
        .test(text)
    ? value
    : null;
};

/** `a night owl`. */
export const chronotype: Shape = (value) => {
  const tokens = tokensOf(value).map((token) => token.fold);
  const text = tokens.join(" ");
  return /^(?:a |an )?(?:morning person|night owl|early bird|early riser|late riser|night person|evening person|morning type)$/
      .test(text)
    ? value
    : null;
};

/** A unit system or unit of measurement. */
export const unit: Shape = (value) => {
  const at = tokensOf(value).findIndex((token) => UNIT_WORDS.has(token.fold));
  return at < 0 || at > 1 ? null : { ...value, to: value.from + at + 1 };
};

/** Words of unit systems. */
export const UNIT_WORDS: ReadonlySet<string> = wordSet(`
metric imperial kilometres kilometers km miles celsius fahrenheit kelvin kilos kilograms grams litres liters
metres meters feet inches centimetres centimeters 24-hour ounces gallons si hectares acres yards knots pints kcal joules bar psi decimetres tonnes stone fathoms
`);

/** A way to reach someone. */
export const channel: Shape = (value) => {
  const tokens = tokensOf(value);
  if (/^(?:otherwise|that|this|the|your|which|any)$/.test(tokens[0]?.fold ?? "")) return null;
  const at = tokens.findIndex((token) =>
    /^(?:email|e-mail|mail|text|texts|sms|whatsapp|signal|telegram|phone|letter|post|chat|slack|teams|message|messages|voicemail|call|calls|telephone|messenger|fax)$/
      .test(token.fold)
  );
  return at < 0 || at > 1 ? null : { ...value, to: value.from + at + 1 };
};

/** Words of tone or address. */
export const style: Shape = (value) =>
  tokensOf(value).some((token) => STYLE_WORDS.has(token.fold)) ? value : null;

/** A time zone name or an offset. */
export const timezone: Shape = (value) => {
  const [first, second, third] = tokensOf(value);
  if (first === undefined) return null;
  if (/^(?:UTC|GMT)$/.test(first.text.toUpperCase()) && first.text.length === 3) {
    return second !== undefined && /^[+-]/.test(second.text)
      ? { ...value, to: value.from + (third?.kind === "number" ? 3 : 2) }
      : { ...value, to: value.from + 1 };
  }
  if (
    /^(?:CET|CEST|EST|EDT|PST|PDT|CST|CDT|MST|MDT|IST|JST|KST|AEST|AEDT|NZST|NZDT|BST|EET|WET|MSK|SGT|HKT|ART|BRT|PKT|WAT|EAT|SAST)$/
      .test(first.text)
  ) return { ...value, to: value.from + 1 };
  return second !== undefined && /^(?:time)$/.test(second.fold) &&
      /^(?:Eastern|Pacific|Central|Mountain|Atlantic)$/i.test(first.text)
    ? { ...value, to: value.from + 2 }
    : null;
};

/** An age in years. */
export const age: Shape = (value) => {
  const token = tokensOf(value)[0];
  const years = Number(token?.text.replace(/\D+$/, ""));
  return token?.kind === "number" && /^\d{2,3}$/.test(token.text) && years >= 13 && years <= 110
    ? { ...value, to: value.from + 1 }
    : null;
};

const NO_HABITS = wordSet(`
think forget wonder thought wondered forgot be am knew hoped know mean meant wanted feel felt believed assume find get have had was were see
remember heard expected suspected understand liked love like enjoy hate want need prefer said told asked seem received got use
saw would could can will expect imagined considered trust
`);

/** A habit: a verb in its base form with an object. */
export const habit: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0];
  const meal = first?.fold === "have" &&
    /\bfor (?:breakfast|lunch|dinner|supper)\b/.test(tokens.map((token) => token.fold).join(" "));
  if (
    first === undefined || NO_HABITS.has(first.fold) && !meal || first.fold.endsWith("ed")
  ) return null;
  if (baseForm(first.fold) !== first.fold || tokens.length < 2) return null;
  if (
    tokens.some((token) => /^(?:it|them|this|that|you|your)$/.test(token.fold)) && tokens.length < 4
  ) {
    return null;
  }
  return free(value);
};

/** A plan that reaches beyond the conversation. */
export const goal: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0]?.fold ?? "";
  return /^(?:learn|become|improve|lose|run|quit|save|retire|master|pass|reduce|get)$/.test(
      first,
    ) &&
      tokens.length >= 2 &&
      (first !== "get" || /^(?:fit|fitter|better|into|healthier)$/.test(tokens[1]?.fold ?? "")) &&
      (first !== "run" ||
        /\b(?:marathon|10k|5k|race|half)\b/.test(tokens.map((token) => token.fold).join(" "))) &&
      (first !== "pass" && first !== "reduce" && first !== "improve" && first !== "save" ||
        /^(?:my|on|up|for)$/.test(tokens[1]?.fold ?? ""))
    ? free(value)
    : null;
};

/** A device, as what something is said of. */
export const deviceNoun: Shape = (value) => {
  const last = tokensOf(value).at(-1)?.fold ?? "";
  return value.to - value.from <= 3 && DEVICES.has(last) ? value : null;
};

const TECH_NOUNS = wordSet(`
backend back-end frontend front-end api apis app apps stack site website server servers database db pipeline pipelines ci infra
infrastructure service services language codebase code monorepo repo repos tests wiki docs documentation tickets crm shop store build
builds cluster platform cms blog toolchain tooling framework shell terminal editor browser os data warehouse queue cache auth
monitoring logging deployment deployments hosting chat calendar accounting bookkeeping books newsletter timesheets payroll
notes tasks invoices reports dashboards designs prototypes firmware client game engine system
`);

/** Part of a software set-up, of at most three words. */
export const techNoun: Shape = (value) => {
  const tokens = tokensOf(value);
  return tokens.length <= 3 && !/^(?:native|first|mother|second)$/.test(tokens[0]?.fold ?? "") &&
      TECH_NOUNS.has(tokens.at(-1)?.fold ?? "")
    ? value
    : null;
};

/** At most three words. */
export const short: Shape = (value) => value.to - value.from <= 3 ? free(value) : null;

/** `at work until half past four every weekday`. */
export const busyDays: Shape = (value) => {
  const text = tokensOf(value).map((token) => token.fold).join(" ");
  const lead =
    /^(?:at work|at school|at the office|in the office|in class|in lectures|in meetings|on shift|on duty|on call|teaching|tied up|on the road|in surgery|with clients|asleep|in bed|up) (?=\S)/
      .exec(text)?.[0];
  if (lead === undefined) return null;
  const from = value.from + lead.trim().split(" ").length;
  return days({ ...value, from }) === null ? null : value;
};

/** Days of the week that return: `Mondays and Wednesdays`. */
export const weekdays: Shape = (value) =>
  /^(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends)(?: ,?(?:and |or )?|$))+$/.test(
      tokensOf(value).map((token) => token.fold).join(" "),
    )
    ? value
    : null;

/** Where somebody spends a day: `in court all day`, `at the depot`, `on call`. */
export const whereabouts: Shape = (value) => {
  const [lead, second] = tokensOf(value).map((token) => token.fold);
  return /^(?:in|at|on|off|out|away|abroad|teaching|travelling|offline|unavailable)$/
      .test(lead ?? "") && !/^(?:my own|it|this|that|it's)$/.test(second ?? "")
    ? free(value)
    : null;
};

/** Software from the list, whatever its spelling. */
export const knownTool: Shape = (value) => {
  const at = tokensOf(value).findIndex((token) => TOOLS.has(token.fold));
  return at < 0 || at > 1 ? null : tool(value);
};

/** Something with a number or an article that one can own. */
export const owned: Shape = (value) => {
  const tokens = tokensOf(value);
  const first = tokens[0];
  if (first === undefined || tokens.length < 2 || tokens.length > 7) return null;
  if (!isNumber(first) && !/^(?:a|an|my|our)$/.test(first.fold)) return null;
  return tokens.some((token) =>
      /^(?:mistake|mistakes|problem|problems|goal|copyright|account|data|words|way)$/.test(
        token.fold,
      )
    )
    ? null
    : free(value);
};
