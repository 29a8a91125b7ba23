/**
 * What stands behind a relative and makes it another fact.
 *
 * @module
 */

/** `I look after my sister's cat`: a thing of hers, and not she. */
export const THINGS_OF_OTHERS: readonly string[] = [
  "'s cat",
  "'s cats",
  "'s dog",
  "'s dogs",
  "'s flat",
  "'s house",
  "'s plants",
  "'s garden",
];

/** Blocks of `Has a wife`. */
export const PARTED: readonly string[] = [
  "i split",
  "i separated",
  "i divorced",
  "i broke up",
  "i are separated",
  "i are divorced",
  "i are divorcing",
  "i are separating",
  "i are splitting",
  "i are breaking up",
  "i are no longer",
  "i have split",
  "i have separated",
  "i have divorced",
  "i have broken up",
  "i have parted",
  "i parted",
  "i got divorced",
  "i got a divorce",
  "i are getting divorced",
  "i are getting a divorce",
];
