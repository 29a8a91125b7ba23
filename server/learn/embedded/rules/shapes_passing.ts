/**
 * Checkers for states that pass.
 *
 * @module
 */

import { wordSet } from "../lexicon/words.ts";
import type { ValueRange } from "./shapes.ts";

const STATES = wordSet(
  "crutches antibiotics painkillers medication steroids thinners insulin dialysis chemo chemotherapy shifts shift sabbatical parole probation rotation placement secondment furlough strike tour rations notice bail jury call duty hours diet",
);
const AIDS = wordSet(
  "cast sling boot brace splint plaster bandage wheelchair crutches stitches neck-brace corset walker quarantine isolation rehab hospital",
);

function names(value: ValueRange, words: ReadonlySet<string>): ValueRange | null {
  const tokens = value.sentence.tokens.slice(value.from, value.to);
  return tokens.some((token) => words.has(token.fold)) ? value : null;
}

/** `crutches`, `antibiotics`, `night shifts`: what one is on for a time. */
export function passingState(value: ValueRange): ValueRange | null {
  return names(value, STATES);
}

/** `a cast`, `a boot on their left foot`: what an injury needs for a time. */
export function passingAid(value: ValueRange): ValueRange | null {
  return names(value, AIDS);
}

const REPAIR_PLACES = wordSet(
  "garage workshop repair repairs repairman mechanic mechanics service servicing bodyshop cleaners dealer dealership vet vets",
);

/** `the garage`, `the repair shop`: where a possession is while it is mended. */
export function repairPlace(value: ValueRange): ValueRange | null {
  return names(value, REPAIR_PLACES);
}

const SPANS =
  /^(?:minutes?|hours?|days?|weeks?|months?|seconds?|moments?|bit|while|questions?|points?|time|tickets?|idea|draft)$/;

/** `a microwave`, `one bathroom`: what one makes do with; time that is left is nothing of the kind. */
export function makeshift(value: ValueRange): ValueRange | null {
  const tokens = value.sentence.tokens.slice(value.from, value.to);
  return /^(?:a|an|one|my|our|the)$/.test(tokens[0]?.fold ?? "") && tokens.length > 1 &&
      !tokens.some((token) => SPANS.test(token.fold) || token.kind === "punct")
    ? value
    : null;
}
