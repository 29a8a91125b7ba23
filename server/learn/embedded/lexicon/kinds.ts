/**
 * Things and the kinds they belong to: who gives up a kind gives up what is of it.
 *
 * @module
 */

import { wordSet } from "./words.ts";

/** Foods and materials that stand for their kind: who drinks wine drinks alcohol. */
const KINDS: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    "alcohol",
    "wine beer gin whisky whiskey cider cocktail cocktails rum vodka champagne prosecco spirits",
  ],
  ["meat", "chicken beef pork lamb ham bacon turkey sausage sausages steak duck veal venison"],
  ["fish", "salmon tuna cod trout herring sardines mackerel"],
  ["dairy", "milk cheese yoghurt yogurt butter cream"],
  ["caffeine", "coffee espresso cola"],
  ["wool", "merino cashmere mohair angora alpaca lambswool shetland"],
].map(([kind = "", things = ""]) => [kind, wordSet(things)] as const);

/** Kinds that things named in a text belong to, with a blank between them. */
export function kindsOf(text: string): string {
  const named = text.toLowerCase().split(/[^\p{L}-]+/u);
  return KINDS.filter(([, things]) => named.some((word) => things.has(word)))
    .map(([kind]) => kind).join(" ");
}

/** Names under which a thing may be known that is taken back by its kind (`my boat`). */
const MEMBERS: Readonly<Record<string, string>> = {
  boat: "narrowboat dinghy yacht sloop ketch outboard catamaran houseboat motorboat sailboat barge",
  scooter: "Vespa Lambretta",
  motorbike: "motorcycle Triumph Ducati Yamaha Kawasaki Harley Vespa",
  motorcycle: "motorbike Triumph Ducati Yamaha Kawasaki Harley",
  bike: "bicycle tandem e-bike",
  car:
    "Volvo Skoda Fiat Golf Volkswagen Toyota Honda Ford Renault Peugeot Citroën Opel Mazda Saab Tesla BMW Audi Mercedes Dacia Hyundai Kia Nissan Subaru Seat estate hatchback saloon",
  piano: "upright Steinway Bechstein grand",
  van: "campervan Transit camper",
  camper: "campervan motorhome",
  phone: "iPhone Pixel smartphone",
  laptop: "MacBook ThinkPad Chromebook",
  computer: "laptop MacBook ThinkPad iMac desktop",
  dog: "terrier labrador spaniel collie poodle dachshund beagle whippet greyhound retriever",
  cat: "Siamese tabby ragdoll",
  husband: "married",
  wife: "married",
  partner: "engaged relationship",
  fiancé: "engaged",
  fiancée: "engaged",
};

/** Members of the kinds that a text names, with a blank between them. */
export function membersOf(text: string): string {
  return text.split(" ").map((word) => MEMBERS[word] ?? "").filter((names) => names !== "")
    .join(" ");
}
