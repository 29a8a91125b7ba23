import { BoundedMap } from "./bounded_map.ts";
import type { ProviderName, TokenUsage } from "./types.ts";

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
  /** US dollars as far as the provider states its charge. */
  readonly costUsd: number;
}

type Counters = { -readonly [K in keyof UsageTotals]: UsageTotals[K] };

/** Most models that are counted apart. */
const MAX_MODELS = 1_000;

/** Counts calls, tokens and stated charges by model. */
export class UsageMeter {
  readonly #counters = new BoundedMap<Counters>(MAX_MODELS);

  /** Counts an answered call. */
  addCall(provider: ProviderName, model: string, usage: TokenUsage): void {
    const counters = this.#countersOf(provider, model);
    counters.calls += 1;
    counters.inputTokens += usage.inputTokens;
    counters.cachedInputTokens += usage.cachedInputTokens;
    counters.outputTokens += usage.outputTokens;
    counters.costUsd += usage.costUsd ?? 0;
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
