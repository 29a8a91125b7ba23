/**
 * What must never be stored, at any confidence.
 *
 * @module
 */

const HOLDS_DIGIT = /\d/;
const CARD = /(?:\d[ -]?){13,19}/g;
const SECRET_WORDS =
  /\b(?:pass ?words?|passwd|pwd|passphrase|pass ?codes?|pin ?(?:code|number)?|api[ _-]?keys?|secret[ _-]?keys?|access[ _-]?tokens?|auth[ _-]?tokens?|bearer|private keys?|credentials?|otp|2fa|one-time code|security code|cvv|cvc|recovery (?:code|phrase)s?|seed phrase|login|passwort|kennwort|contraseña|mot de passe|senha)\b/i;
/** A value of a secret: what is said to be one, a long number, a figure with a letter behind it. */
const SECRET_VALUE =
  /(?:\bis\b|\bare\b|[:=]|\bist\b|\bes\b|\best\b|\bé\b)\s*\S{3,}|\d{4,}|\d[^\s\dA-Za-z]*[A-Za-z]/;
const TOKEN =
  /\b(?:sk|pk|rk|ghp|gho|ghs|github_pat|glpat|xox[abprs]|AKIA|ASIA|AIza|ya29|eyJ|hf|npm|dop_v1|shpat|SG)[-_.]?[A-Za-z0-9_\-.]{12,}|\b[A-Za-z0-9+/_-]{32,}={0,2}\b|-----BEGIN [A-Z ]+-----/;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/;
const IDENTITY =
  /\b\d{3}-\d{2}-\d{4}\b|\b(?:ssn|social security|passport|national insurance|tax (?:id|number)|driving licen[cs]e|driver'?s licen[cs]e|id (?:card )?number|account number|sort code|iban|swift|nif|dni|cpf|steuernummer|personalausweis)\b/i;
const PHONE = /(?:\+\d{1,3}[ ./-]?)?(?:\(?\d{2,5}\)?[ ./-]?){2,5}\d{2,4}/g;
const MAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/;
const STREET =
  /\b\d{1,5}[a-z]?,? (?!(?:years?|months?|weeks?|days?|hours?|minutes?|times|kids|children|people|at|in|on|of|from|to|by|per|near|with|for)\b)(?:[A-Z][\w'.-]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|square|close|court|way|place|boulevard|blvd|terrace|crescent)\b|\b[A-ZÄÖÜ][\wäöüß-]+(?:straße|strasse|str\.|weg|gasse|platz|allee) \d{1,4}\b|\b(?:rue|avenue|calle|rua|via|plaza) (?:de |del |da |do |la )?[A-Z][\w'-]+,? \d{1,4}\b/i;
const COORDINATES = /\b-?\d{1,2}\.\d{3,},\s*-?\d{1,3}\.\d{3,}\b/;
const BELIEF =
  /\b(?:muslim|christian|catholic|protestant|jewish|hindu|buddhist|sikh|atheist|mormon|jehovah|(?:go|going|went) to (?:church|mass|the mosque|the synagogue)|(?:my|our) (?:church|mosque|synagogue)\b(?! organ)|i(?:'m| am) (?:gay|lesbian|bisexual|straight|queer|asexual|trans|transgender|black|white|asian|latino|latina|hispanic)|republican|democrat|labour voter|conservative voter|tory|communist|socialist|vote for|voted for|union member|trade union|pregnant|expecting a (?:baby|child)|hiv|(?<!(?:hearing|walking|mobility|visual|teaching|audio|listening|memory|sleep) )aids|convicted|criminal record|(?<!\b(?:at|for) (?:the|a|our) )prison|in jail|arrested|on parole|probation)\b/i;
/** What is to be asked of any customer or patient tells nothing about the user. */
const CARE_FOR_OTHERS =
  /\b(?:whether|if|when|that|are) (?:they|he|she|someone|anyone|an? \w+|the (?:customer|patient|guest|client|caller)s?) (?:is |are |might be |may be )?(?:pregnant)\b|\bpregnant (?:women|customers|patients|guests|clients)\b/gi;
const REMEMBER = /\b(?:remember|keep in mind|note (?:that|down)|don't forget)\b/i;
const DECEIT =
  /\b(?:disable|bypass|skip|ignore|turn off|circumvent) (?:the |all |any )?(?:safety|security|auth\w*|permission|guardrail|content filter|virus|firewall|policy|policies)\b|\b(?:lie|pretend|deceive|mislead|fake|forge|cheat|hide (?:it |this )?from) (?:to |the )?(?:customers?|users?|auditors?|clients?|police|tax|boss|them|everyone)\b|\b(?:reveal|share|send|give out|print|show|post) (?:the |your |my |all )?(?:passwords?|api keys?|tokens?|secrets?|credentials|system prompt)\b/i;

/** Whether a text holds a key, a password, the number of a card, an account or a document. */
export function holdsSecret(text: string): boolean {
  // Values are looked for first: few texts hold any, and each can do without the lists of words.
  const digits = HOLDS_DIGIT.test(text);
  return digits && (hasCardNumber(text) || IBAN.test(text)) || TOKEN.test(text) ||
    (digits && /\d{3,}/.test(text) && IDENTITY.test(text)) ||
    (SECRET_VALUE.test(text) && SECRET_WORDS.test(text));
}

/** Whether a text holds something that is dropped whole. */
export function isSensitive(text: string, context = text): boolean {
  if (holdsSecret(text) || text.includes("@") && MAIL.test(text)) return true;
  if (
    HOLDS_DIGIT.test(text) &&
    (COORDINATES.test(text) || STREET.test(text) || hasPhoneNumber(text))
  ) return true;
  return BELIEF.test(text.replace(CARE_FOR_OTHERS, " ")) && !REMEMBER.test(context);
}

/** Whether an instruction asks for deceit or for switching off protection. */
export function isHarmfulRule(text: string): boolean {
  return DECEIT.test(text);
}

/** A digit run of card length that passes the Luhn check. */
export function hasCardNumber(text: string): boolean {
  for (const match of text.matchAll(CARD)) {
    const digits = match[0].replace(/\D/g, "");
    if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return true;
  }
  return false;
}

/** Luhn check of a digit text. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function hasPhoneNumber(text: string): boolean {
  for (const match of text.matchAll(PHONE)) {
    const digits = match[0].replace(/\D/g, "").length;
    if (
      digits >= 8 && digits <= 15 &&
      (/^\+/.test(match[0]) || digits >= 9 || /\d[ ./-]\d/.test(match[0])) &&
      !/^\d{4}-\d{2}-\d{2}/.test(match[0])
    ) return true;
  }
  return false;
}
