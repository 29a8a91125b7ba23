/**
 * A known rule under a new number (S-973): `Keep summaries under 150 words` becomes `… under 90 words`.
 *
 * @module
 */

const WORDS: Readonly<Record<string, string>> = {
  a: "1",
  an: "1",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  twelve: "12",
  fifteen: "15",
  twenty: "20",
};
const LIMIT =
  /\b(?:under|below|at most|max|maximum|no more than|not more than|more than|up to|within|less than|fewer than|limit(?:ed)? to|limit [\w' -]{2,40} to|keep [\w' -]{2,40} to|ahead of|in advance|(?:before|prior to) (?:every|each|any|all))\b/i;
const NUMBER =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|an?(?= (?:minute|hour|day|week|month) (?:ahead|before|in advance|prior)\b))\b/gi;

/** `three suggestions, not ten`, `give the user five options`: so many and no more, at the end. */
const COUNTED =
  /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) ((?:[\w-]+ )?[\w-]+s)(?:, (?:not|no more than|instead of|rather than) (?:more|\d+|[a-z]+))?$/i;

/** `one pages`: the noun follows its new number. */
const ONE_OF_MANY =
  /\b(one|1) (page|line|sentence|word|paragraph|bullet|item|hit|result|slide|photo|option|example|suggestion|step|name|point)s\b/i;

/** `two days ahead of every rehearsal`: how long before. */
const LEAD_TIME =
  /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) (minute|hour|day|week|month)s?(?= (?:ahead|before|in advance|beforehand|early|prior)\b)/i;
/** `three day`: the same the other way round. */
const MANY_OF_ONE =
  /\b(two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|[2-9]|\d\d+) (minute|hour|day|week|month)\b/i;

function digits(number: string): string {
  return WORDS[number.toLowerCase()] ?? number;
}

/**
 * The rule with its number replaced, or null when it sets no such limit.
 *
 * @param content The known rule.
 * @param from The number the user named as the old one, or null when none was named.
 * @param to The new number.
 */
export function tightened(content: string, from: string | null, to: string): string | null {
  const counted = COUNTED.exec(content);
  if (counted !== null && from !== null && digits(counted[1] ?? "") === digits(from)) {
    const start = content.slice(0, counted.index);
    return `${start}${to} ${counted[2] ?? ""}`.replace(ONE_OF_MANY, "$1 $2");
  }
  const lead = LEAD_TIME.exec(content);
  if (lead !== null && from !== null && digits(lead[1] ?? "") === digits(from)) {
    const unit = `${lead[2] ?? ""}${digits(to) === "1" ? "" : "s"}`;
    return content.replace(LEAD_TIME, `${to} ${unit}`);
  }
  if (!LIMIT.test(content)) return null;
  const numbers = [...content.matchAll(NUMBER)].filter((match) =>
    from === null || digits(match[0]) === digits(from)
  );
  const [only] = numbers;
  if (only === undefined || numbers.length > 1) return null;
  const text = content.slice(0, only.index) + to + content.slice(only.index + only[0].length);
  return text.replace(ONE_OF_MANY, "$1 $2").replace(MANY_OF_ONE, "$1 $2s");
}
