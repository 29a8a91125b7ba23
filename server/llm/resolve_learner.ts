import { LlmConfigError } from "./errors.ts";
import { keyVariable, PROVIDER_ORDER } from "./providers.ts";
import { resolveChatTarget } from "./resolve_model.ts";
import { filled, type ModelSettings } from "./settings.ts";

/** Which learner serves an org, and why. */
export interface LearnerChoice {
  /** `model` sends text of users to a provider; `embedded` stays on this machine. */
  readonly kind: "embedded" | "model";
  /** The reason in words for the start-up message; holds no key. */
  readonly reason: string;
}

/**
 * Chooses the learner: the model when one can be called, unless `REFLEXIO_LEARNER` says otherwise.
 * It is cheap, so that a change of an org's settings can count from the next run on.
 *
 * @throws {LlmConfigError} If `REFLEXIO_LEARNER` is `model` without a model, or an unknown word, or
 *   if the model that learns is named but cannot be called.
 */
export function resolveLearnerKind(settings: ModelSettings): LearnerChoice {
  const forced = filled(settings.env["REFLEXIO_LEARNER"])?.toLowerCase() ?? null;
  if (forced === "embedded") return { kind: "embedded", reason: "REFLEXIO_LEARNER=embedded" };
  if (forced !== null && forced !== "model") {
    throw new LlmConfigError("Cannot choose a learner: REFLEXIO_LEARNER must be embedded or model");
  }
  const target = resolveChatTarget("generation", settings);
  if (target !== null) {
    const host = URL.parse(target.baseUrl)?.host ?? target.provider;
    return { kind: "model", reason: `${target.name} at ${host}` };
  }
  if (forced === "model") {
    const variables = PROVIDER_ORDER.map(keyVariable).join(", ");
    throw new LlmConfigError(
      `Cannot learn with a model: no key found, set one of ${variables} or a custom endpoint`,
    );
  }
  return { kind: "embedded", reason: "no key and no custom endpoint" };
}

/**
 * Seed for every model call, from `REFLEXIO_LLM_SEED`; null when it is not set.
 *
 * @throws {LlmConfigError} If it is not an integer.
 */
export function resolveSeed(env: ModelSettings["env"]): number | null {
  const text = filled(env["REFLEXIO_LLM_SEED"]);
  if (text === null) return null;
  const seed = Number(text);
  if (Number.isSafeInteger(seed)) return seed;
  throw new LlmConfigError("Cannot read REFLEXIO_LLM_SEED: must be an integer");
}
