import { BoundedMap } from "./bounded_map.ts";
import type { ProviderName, TokenUsage } from "./types.ts";

/** Price of a model in US dollars per million tokens. */
export interface ModelPrice {
  /** Tokens read. */
  readonly input: number;
  /** Tokens written. */
  readonly output: number;
}

/**
 * List prices of the default models at the end of 2025, for the cost counters only. A model that is
 * not listed is counted in tokens; a provider that states its charge is believed.
 */
export const LIST_PRICES: Readonly<Record<string, ModelPrice>> = {
  "claude-haiku-4-5-20251001": { input: 1, output: 5 },
  "claude-sonnet-4-6": { input: 3, output: 15 },
  "deepseek/deepseek-chat": { input: 0.28, output: 0.42 },
  "gemini/gemini-3-flash-preview": { input: 0.5, output: 3 },
  "gpt-5-mini": { input: 0.25, output: 2 },
  "gpt-5-nano": { input: 0.05, output: 0.4 },
  "openrouter/google/gemini-3-flash-preview": { input: 0.5, output: 3 },
  "text-embedding-3-small": { input: 0.02, output: 0 },
  "xai/grok-3-mini": { input: 0.3, output: 0.5 },
};

/** What a model was used for since the start. */
export interface UsageTotals {
  /** Who runs it. */
  readonly provider: ProviderName;
  /** Name as configured. */
  readonly model: string;
  /** Answered calls. */
  readonly calls: number;
  /** Attempts that failed. */
  readonly failures: number;
  /** Tokens read. */
  readonly inputTokens: number;
  /** Tokens read from the provider's cache. */
  readonly cachedInputTokens: number;
  /** Tokens written. */
  readonly outputTokens: number;
  /** US dollars as far as prices are known. */
  readonly costUsd: number;
}

type Counters = { -readonly [K in keyof UsageTotals]: UsageTotals[K] };

/** Most models that are counted apart. */
const MAX_MODELS = 1_000;

/** Counts calls, tokens and cost by model. */
export class UsageMeter {
  readonly #prices: Readonly<Record<string, ModelPrice>>;
  readonly #counters = new BoundedMap<Counters>(MAX_MODELS);

  /** Makes a meter at zero. */
  constructor(prices: Readonly<Record<string, ModelPrice>> = LIST_PRICES) {
    this.#prices = prices;
  }

  /** Counts an answered call. */
  addCall(provider: ProviderName, model: string, usage: TokenUsage): void {
    const counters = this.#countersOf(provider, model);
    const price = this.#prices[model];
    const listed = price === undefined
      ? 0
      : (usage.inputTokens * price.input + usage.outputTokens * price.output) / 1e6;
    counters.calls += 1;
    counters.inputTokens += usage.inputTokens;
    counters.cachedInputTokens += usage.cachedInputTokens;
    counters.outputTokens += usage.outputTokens;
    counters.costUsd += usage.costUsd ?? listed;
  }

  /** Counts a failed attempt. */
  addFailure(provider: ProviderName, model: string): void {
    this.#countersOf(provider, model).failures += 1;
  }

  /** The counts so far, one entry a model, in order of first use. */
  totals(): UsageTotals[] {
    return this.#counters.values().map((counters) => ({ ...counters }));
  }

  #countersOf(provider: ProviderName, model: string): Counters {
    return this.#counters.getOrMake(`${provider} ${model}`, () => ({
      provider,
      model,
      calls: 0,
      failures: 0,
      inputTokens: 0,
      cachedInputTokens: 0,
      outputTokens: 0,
      costUsd: 0,
    }));
  }
}
