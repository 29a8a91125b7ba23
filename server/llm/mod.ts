/**
 * Language models and embedding models of many providers, called by `fetch`.
 *
 * @example Ask whatever model the environment has a key for
 * ```ts ignore
 * import { createChatModel, createLlmRuntime, resolveChatTarget } from "./mod.ts";
 *
 * const runtime = createLlmRuntime({ refusedAddress: () => null });
 * const target = resolveChatTarget("generation", { env: Deno.env.toObject() });
 * if (target !== null) {
 *   const answer = await createChatModel(target, runtime).complete({
 *     system: null,
 *     messages: [{ role: "user", parts: [{ type: "text", text: "Say hello" }] }],
 *   });
 *   console.log(answer.text);
 * }
 * ```
 *
 * @module
 */
export { createChatModel, type CreateChatModelOptions } from "./chat_model.ts";
export { createEmbeddingModel, EMBEDDING_LENGTH } from "./embedding_model.ts";
export { LearnerOutputError, LlmConfigError, LlmError, type LlmErrorOptions } from "./errors.ts";
export { failureKindOf, type LlmFailureKind } from "./failure_kind.ts";
export { type LearnerChoice, resolveLearnerKind, resolveSeed } from "./resolve_learner.ts";
export { resolveChatTarget, resolveEmbeddingTarget } from "./resolve_model.ts";
export {
  createLlmRuntime,
  type CreateLlmRuntimeOptions,
  type Fetch,
  type LlmRuntime,
  type StartTimer,
} from "./runtime.ts";
export type { ApiKeyOptions, LlmOptions, ModelSettings } from "./settings.ts";
export {
  completeStructured,
  type ReadAnswer,
  type ReadOutcome,
  type StructuredRequest,
} from "./structured_answer.ts";
export type { ModelTarget, WireKind } from "./target.ts";
export { cutEnd, cutMiddle, estimateTokens } from "./tokens.ts";
export type * from "./types.ts";
export { UsageMeter, type UsageTotals } from "./usage_meter.ts";
