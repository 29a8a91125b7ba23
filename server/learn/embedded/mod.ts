/**
 * The embedded learner: learning by rules, without a model and without a network.
 *
 * @example What a sentence teaches
 * ```ts ignore
 * import { EmbeddedLearner } from "./mod.ts";
 * const learner = new EmbeddedLearner();
 * const account = learner.explain(turns, Date.now() / 1000);
 * ```
 *
 * @module
 */

export { EmbeddedLearner, type EmbeddedLearnerOptions } from "./embedded_learner.ts";
export type { Stem } from "./text/stem.ts";
