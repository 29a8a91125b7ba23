import { LearnerOutputError, LlmConfigError, LlmError } from "./errors.ts";

/**
 * What a failed run can hope for: `retryable` may pass by itself, `blocked` waits for other settings
 * (a refused key, a spent quota), `deterministic` fails the same way again (a refusal, a limit).
 */
export type LlmFailureKind = "retryable" | "deterministic" | "blocked";

const SETTINGS_STATUSES: ReadonlySet<number | null> = new Set([401, 402, 403, 404, 429]);
const SETTINGS_CODES: ReadonlySet<string> = new Set([
  "API_KEY_INVALID",
  "address_refused",
  "invalid_address",
  "redirect_refused",
  "vector_too_short",
]);

/** The kind of a failure of a model; null when the error comes from elsewhere. */
export function failureKindOf(error: unknown): LlmFailureKind | null {
  if (error instanceof LlmConfigError) return "blocked";
  if (error instanceof LearnerOutputError) return "retryable";
  if (!(error instanceof LlmError)) return null;
  if (error.retryable) return "retryable";
  const isSettings = SETTINGS_STATUSES.has(error.status) || SETTINGS_CODES.has(error.code);
  return isSettings ? "blocked" : "deterministic";
}
