/**
 * Domains of tastes, and keys of slots.
 *
 * @module
 */

import { words } from "../lexicon/words.ts";
import { contentStems, type Stem } from "../text/stem.ts";

/** Words of one domain exclude each other as a preference. */
const DOMAINS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    seat: "seat seats window aisle middle",
    theme: "dark light theme mode",
    transport:
      "train plane fly flying bus car drive driving tram ferry bike cycling taxi metro coach flight flights trains planes",
    channel:
      "email mail phone call calls calling text texting sms letter chat whatsapp slack voice messages appels écrits",
    lodging:
      "hotel hotels hostel hostels apartment apartments campsite camping guesthouse guesthouses b&b motel resort",
    coffee:
      "coffee tea espresso cappuccino latte sencha rooibos matcha oolong assam darjeeling chai",
    wine: "beer wine cider red white rosé",
    config: "yaml json toml xml ini",
    indent: "tabs spaces",
    language: "python typescript javascript rust golang java kotlin ruby elixir",
    time: "morning mornings afternoon afternoons evening evenings",
    reading:
      "paperback paperbacks printed ebook ebooks e-books audiobook audiobooks hardback hardcover print",
    landscape: "hills mountains beach beaches sea coast city countryside",
    pay: "cash card invoice paypal transfer",
    meat: "meat fish vegetarian vegan",
    unit: "metric imperial miles kilometres celsius fahrenheit",
  }).flatMap(([domain, list]) => words(list).map((word) => [word, domain])),
);

/** Whether a text names one of several things of a kind (`printed books`, `the train`). */
export function namesDomain(text: string): boolean {
  return (text.toLowerCase().match(/[\p{L}&-]+/gu) ?? []).some((word) =>
    DOMAINS[word] !== undefined
  );
}

/** Paper over a screen, however the two are named. */
const ON_PAPER = /\b(?:paper|print|printed|paperbacks?|hardbacks?|hard copy|books)\b/i;
const ON_SCREEN = /\b(?:screens?|e-?readers?|e-?books?|kindle|tablets?|pdfs?|ipad|phone)\b/i;

/** Domain of a preference: class of a word, shared head noun, else its stems. */
export function domainOf(a: string, b: string, stem: Stem): string {
  if (ON_PAPER.test(a) && ON_SCREEN.test(b) || ON_SCREEN.test(a) && ON_PAPER.test(b)) {
    return "reading";
  }
  const lower = `${a} ${b}`.toLowerCase();
  for (const word of lower.match(/[\p{L}&-]+/gu) ?? []) {
    const domain = DOMAINS[word];
    if (domain !== undefined) return domain;
  }
  const stemsA = contentStems(a, { stem });
  const stemsB = contentStems(b, { stem });
  const shared = stemsA.filter((word) => stemsB.includes(word));
  if (shared.length > 0) return shared.join(" ");
  return valueKey(a, stem);
}

/** Key of a value: its sorted stems. */
export function valueKey(value: string, stem: Stem): string {
  return contentStems(value, { stem, keepTemplates: true }).toSorted().join(" ");
}
