/**
 * Words behind `my wife and I` that end it.
 *
 * @module
 */

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
