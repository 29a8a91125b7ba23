/**
 * Learning with a language model.
 *
 * @module
 */
export type { ChatModelOf, PromptOverrides } from "./ask.ts";
export { clusterPlaybooks } from "./cluster.ts";
export { ModelLearner, type ModelLearnerOptions } from "./model_learner.ts";
export type { PromptId } from "./prompt.ts";
