/**
 * Words of places.
 *
 * @module
 */

import { wordSet } from "./words.ts";

/** Places that stand in a row and have numbers: one of them is somebody's own. */
export const SPOTS: ReadonlySet<string> = wordSet(`
plot desk berth mooring locker stall pitch cubicle workstation bench office room classroom ward unit studio bay stand flat
apartment garage workshop cabin pen paddock hangar booth allotment
`);
