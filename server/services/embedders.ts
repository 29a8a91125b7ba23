import type { Complete, Config } from "../../client/contract/mod.ts";
import {
  createEmbeddingModel,
  EMBEDDING_LENGTH,
  type EmbeddingModel,
  LlmConfigError,
  LlmError,
  type LlmRuntime,
  resolveEmbeddingTarget,
  resolveLearnerKind,
} from "../llm/mod.ts";
import { embedText } from "../search/mod.ts";
import type { ServerSettings } from "./settings.ts";

/** Makes vectors of one kind; vectors of different names do not compare. */
export interface Embedder {
  /** Name of the model, null for the built-in vectors, which need not be stored. */
  readonly modelName: string | null;
  /** Vector of a query; null when there is none in time. */
  query(text: string): Promise<Float32Array | null>;
  /** Vectors of documents, in their order. */
  documents(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
}

/** Longest wait for the vector of a query, milliseconds. */
const QUERY_TIMEOUT_MS = 5_000;

/** What a model is tried with before it is configured. */
const PROBE = "hello";

/** Vectors of queries kept, over all orgs. */
const MAX_CACHED_QUERIES = 1_000;

/** The vectors that need nobody. */
export const EMBEDDED: Embedder = {
  modelName: null,
  query: (text) => Promise.resolve(embedText(text)),
  documents: (texts) => Promise.resolve(texts.map((text) => embedText(text))),
};

/** Finds the embedder of an org by its configuration. */
export class Embedders {
  readonly #settings: ServerSettings;
  readonly #runtime: LlmRuntime;
  readonly #queries = new Map<string, Float32Array>();
  /** By configuration, which never changes in place: a search reads the same one as the search before. */
  readonly #known = new WeakMap<Complete<Config>, Embedder>();

  /** @param settings Environment and models of the server. */
  constructor(settings: ServerSettings, runtime: LlmRuntime) {
    this.#settings = settings;
    this.#runtime = runtime;
  }

  /**
   * The embedder of a configuration. A model that is named but cannot be called counts as none: search
   * goes on with the built-in vectors.
   */
  of(config: Complete<Config>): Embedder {
    const known = this.#known.get(config) ?? this.#choose(config);
    this.#known.set(config, known);
    return known;
  }

  #choose(config: Complete<Config>): Embedder {
    const settings = {
      apiKeyConfig: config.api_key_config,
      llmConfig: config.llm_config,
      env: this.#settings.env,
      siteModels: this.#settings.siteModels,
    };
    try {
      // Who forces the embedded learner wants no text to leave the machine.
      if (resolveLearnerKind(settings).kind === "embedded" && !this.#isNamed(config)) {
        return EMBEDDED;
      }
      const target = resolveEmbeddingTarget(settings);
      if (target === null) return EMBEDDED;
      return this.#provided(createEmbeddingModel(target, this.#runtime), target.apiKey);
    } catch (error) {
      if (error instanceof LlmConfigError) return EMBEDDED;
      throw error;
    }
  }

  /**
   * Why the embedding model that a configuration names can't be used, null when it can. One text is
   * sent; a model that cannot be reached now is no reason, as search goes on by words meanwhile.
   */
  async problemOf(config: Complete<Config>): Promise<string | null> {
    const named = config.llm_config?.embedding_model_name;
    if (!named) return null;
    try {
      await this.of(config).documents([PROBE], AbortSignal.timeout(QUERY_TIMEOUT_MS));
      return null;
    } catch (error) {
      const code = error instanceof LlmError ? error.code : null;
      if (code === "vector_too_short") {
        return `Embedding model ${named} gives vectors of less than ${EMBEDDING_LENGTH} numbers: ` +
          "choose one that gives as many or more";
      }
      return code === "malformed_vector"
        ? `Embedding model ${named} gives vectors that are not numbers: choose another one`
        : null;
    }
  }

  /** Whether somebody chose an embedding model by name. */
  #isNamed(config: Complete<Config>): boolean {
    return Boolean(config.llm_config?.embedding_model_name ?? this.#settings.siteModels.embedding);
  }

  #provided(model: EmbeddingModel, secret: string): Embedder {
    return {
      modelName: model.name,
      query: (text) => this.#query(model, secret, text),
      documents: (texts, signal) => model.embed(texts, "document", { signal }),
    };
  }

  async #query(model: EmbeddingModel, secret: string, text: string): Promise<Float32Array | null> {
    const key = JSON.stringify([model.provider, model.name, secret, text]);
    const cached = this.#queries.get(key);
    if (cached !== undefined) {
      this.#queries.delete(key);
      this.#queries.set(key, cached);
      return cached;
    }
    try {
      const limits = { timeoutMs: QUERY_TIMEOUT_MS, budgetMs: QUERY_TIMEOUT_MS, maxAttempts: 1 };
      const [vector] = await model.embed([text], "query", limits);
      if (vector === undefined) return null;
      this.#queries.set(key, vector);
      for (const oldest of this.#queries.keys()) {
        if (this.#queries.size <= MAX_CACHED_QUERIES) break;
        this.#queries.delete(oldest);
      }
      return vector;
    } catch {
      // Whatever keeps the provider from answering, the words of the query still find.
      return null;
    }
  }
}
