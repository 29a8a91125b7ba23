/**
 * Whether a rule leaves open what it speaks of: it is of no use without its turn.
 *
 * @module
 */

/** Situations that name nothing a pointer could stand for. */
const BARE_TRIGGER =
  /^(?:in every answer|when answering)\b|^when \w+ing$|^when \w+ing (?:\w+ )?(?:it|them|that|this|those|these|there)\b/i;

/** `Send it to them`, `Leave that out`: the object is a pointer; an answer may well be made short. */
const OPEN_OBJECT =
  /^(?:do not )?(?!(?:keep|make|say|write|word|phrase|explain|give|break|spell|cut|get|answer|tell|let|start|have|do|be|mind|sound|look)\b)[a-z-]+ (?:it|them|this|that|those|these)(?: (?!\w+s?\b[^,;]*\b(?:is|are|has|have)\b)|$)/i;

/** `that file`, `those days`: what a word of the turn pointed at. */
const OPEN_NOUN =
  /^(?:do not )?(?:touch|edit|change|open|use|delete|call|run|visit|contact|recommend|suggest|book|buy|send|show|mention|include|quote|cite|trust|order|list|add|print|repeat|copy) (?:that|those|these) (?!ones?$)[\w-]+$/i;

/** `Check there first`, `Put the number there`: where, was said before. */
const OPEN_PLACE =
  /^(?:do not )?[a-z-]+ (?:(?!(?:in|on|at|from|to|under|if|when|whether|that|what)\b)[\w'-]+ ){0,4}there(?: first| instead| too| again| only| as well)?$/i;

/** Ways that point back wherever they stand. */
const OPEN_WAY =
  /\b(?:the (?:other|second|third|previous|earlier|latter|former|big|small|same) (?:ones?|versions?|options?|way|shop|place|list|file|side|colour|style)|the ones? (?:the user|you) (?:showed?|sent|gave|mentioned|named|had|used|made|did)\b.*|(?:like|as) (?:before|above|last time|earlier|previously|the (?:last|first|other|previous) (?:one|time))|in (?:that|this) order)$/i;

/** `Give these with it`: both ends are pointers. */
const OPEN_ENDS =
  /^(?:do not )?[a-z-]+ (?:it|them|this|that|these|those) (?:[a-z]+ )?(?:to|for|with|on|in|from|by|at) (?:it|them|this|that|these|those|him|her)$/i;

/** `Less of that`, `Never there again`. */
const OPEN_START =
  /^(?:(?:less|more|no more|nothing|none) (?:of|like) (?:that|this|it|these|those)\b|never (?:there|that|this|them|those)\b|not (?:there|that|this|them)\b|the (?:same|other one)\b|only (?:the )?ones\b|never (?:on|in|at|before|after) (?:(?:the|a|an) )?[\w-]+$)/i;

/** `Leave that out of references`, `Give both`: what, was said before it. */
const OPEN_PART =
  /^(?:do not )?(?:leave|keep|put|take|drop) (?:that|this|those|these) (?:out of|off|from|in|into|on|under)\b/i;
const OPEN_BOTH =
  /^(?:do not )?(?:give|use|show|list|include|name|send|mention|state|add|quote|check|ask|tell)(?: the user)? (?:both|either|neither)$/i;

/** `No emojis for this client`: which, is known in that talk only. */
const OPEN_WHO =
  /\b(?:this|that) (?:client|customer|patient|guest|tenant|supplier|vendor|parent|pupil|family|account|person|lady|man|woman)\b(?! (?:who|that|which|whose|with|is)\b)/i;

/** `Start with the hard one`, `Put it on mine`: of what, was said before. */
const OPEN_END =
  /\bthe [\w-]+ ones?(?: (?:first|last|instead|too))?$|\b(?:mine|yours|the user's)(?: (?:alone|out|in|off|up)\b.*)?$|^(?:tell|inform|remind|ask|warn) the user$/i;

/** `Do not make it sound angry`: the one text that is spoken of. */
const OPEN_SOUND = /^(?:do not )?make it (?:sound|look|feel) (?!like\b)[\w-]+(?: [\w-]+)?$/i;

/** Whether the situation of a rule only says the rule once more, or nothing at all. */
function isBare(trigger: string, content: string): boolean {
  if (BARE_TRIGGER.test(trigger)) return true;
  const rest = /^When (?:using|working on|leaving|giving|doing|putting) (.+)$/.exec(trigger)?.[1];
  return rest !== undefined && content.toLowerCase().includes(rest.toLowerCase());
}

/** `When counting them twice → Count votes twice`: what the rule has found out, its situation takes. */
export function closedTrigger(trigger: string, content: string): string {
  const verb = /^(When (?!doing\b)\w+ing) (?:it|them|those|these)\b/.exec(trigger)?.[1];
  const rest = /^(?:Do not )?\S+ (?!it\b|them\b|this\b|that\b|those\b|these\b)(.+)$/.exec(content)
    ?.[1];
  return verb === undefined || rest === undefined || rest.split(" ").length > 6
    ? trigger
    : `${verb} ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
}

/** Whether a rule says nothing without what stood before it. */
export function isOpen(content: string, trigger: string): boolean {
  if (/\bin there$/.test(content)) return true;
  // What stands behind a colon or in marks is named.
  if (/[:"\u201c\u2018]|(?:^|\s)'/.test(content)) return false;
  if (OPEN_START.test(content)) return true;
  if (/\b(?:when|if|after)\b|(?<!\b(?:like|as) )\bbefore\b/i.test(content)) return false;

  if (
    /^(?:do not )?(?:leave (?:mine|yours)\b|(?:mention|say|state|add|include|note) (?:that|this) (?:in|on|at|to)\b)/i
      .test(content)
  ) return true;
  if (OPEN_BOTH.test(content) && !/\b(?:two|both|and|or)\b|s\b/.test(trigger)) return true;
  if (OPEN_PART.test(content) || OPEN_WHO.test(content)) return true;
  if (OPEN_WAY.test(content) || OPEN_NOUN.test(content)) return true;
  if (/^[^;,]* for (?:those|these)$/.test(content)) return true;
  if (OPEN_PLACE.test(content) && !/ (?:in|at|to) \S/.test(trigger)) return true;
  return [OPEN_OBJECT, OPEN_ENDS, OPEN_END, OPEN_SOUND].some((open) => open.test(content)) &&
    isBare(trigger, content);
}
