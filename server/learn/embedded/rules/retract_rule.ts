/**
 * The form of a retraction rule.
 *
 * @module
 */

import type { Lang } from "../types.ts";

/** A rule that takes stored items back. */
export interface RetractRule {
  /** Never reused. */
  readonly id: string;
  readonly lang: Lang;
  /** Cues with the value `{v}`: what is taken back. */
  readonly cue: readonly string[];
  readonly scope: "profiles" | "playbooks" | "both";
  /** The user asks for it in so many words, so items by hand go too. */
  readonly explicit: boolean;
  /** Only items of these slots. */
  readonly slots?: readonly string[];
  /** Holds as well when it is told what somebody said (`the doctor says …`). */
  readonly reported?: boolean;
  /** Holds as well when it is told as past (`I had to give up running`). */
  readonly past?: boolean;
  /** What is taken back is all of the slots, where the value is one of these words. */
  readonly whole?: RegExp;
  /** What is taken back has to be of this form. */
  readonly only?: RegExp;
  /** A longer value is something else. */
  readonly maxWords?: number;
  /** What is taken back ends before these words (`I sold the car for a bike`). */
  readonly endsBefore?: ReadonlySet<string>;
}
