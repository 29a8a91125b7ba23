import type { CallLimits } from "../../llm/mod.ts";

/** Limits of one step, without the signal of the run. */
export type StepLimits = Required<Omit<CallLimits, "signal">>;

/** Reading a window: the longest step. */
export const EXTRACTION_LIMITS: StepLimits = {
  timeoutMs: 300_000,
  budgetMs: 300_000,
  maxAttempts: 2,
};

/** Every other step of a learning run. */
export const STEP_LIMITS: StepLimits = { timeoutMs: 120_000, budgetMs: 300_000, maxAttempts: 2 };

/** Rewriting a query: somebody waits. */
export const REWRITE_LIMITS: StepLimits = { timeoutMs: 5_000, budgetMs: 5_000, maxAttempts: 2 };

/** Naming synonyms. */
export const EXPANSION_LIMITS: StepLimits = {
  timeoutMs: 25_000,
  budgetMs: 25_000,
  maxAttempts: 2,
};
