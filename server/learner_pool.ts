import type { Complete, Config } from "../client/contract/mod.ts";
import type { Learner } from "./learn/learner.ts";
import {
  createChatModel,
  type LearnerChoice,
  LlmConfigError,
  type LlmRuntime,
  type ModelSettings,
  resolveChatTarget,
  resolveLearnerKind,
  resolveSeed,
} from "./llm/mod.ts";
import type { Learners, ServerSettings } from "./services/mod.ts";

/** How long after the first request the thread is loaded, so that no answer waits for it, milliseconds. */
const PREPARE_MS = 100;

/** Options of {@link LearnerPool}. */
export interface LearnerPoolOptions {
  /** Whether the embedded learner reads in a thread of its own, where there are threads. */
  readonly usesThread: boolean;
  /** Where it is said that there is no thread. */
  readonly log: (level: "info" | "warn", message: string) => void;
}

/** The built-in learners, each loaded when it is first needed. */
export class LearnerPool implements Learners {
  readonly #settings: ServerSettings;
  readonly #runtime: LlmRuntime;
  readonly #options: LearnerPoolOptions;
  #embedded: Promise<Learner> | null = null;
  #model: Learner | null = null;
  #endThread: () => void = () => {};
  #preparing: ReturnType<typeof setTimeout> | null = null;
  readonly #closing = new AbortController();

  /** @param settings Environment and models of the server. */
  constructor(settings: ServerSettings, runtime: LlmRuntime, options: LearnerPoolOptions) {
    this.#settings = settings;
    this.#runtime = runtime;
    this.#options = options;
  }

  prepare(config: Complete<Config>): void {
    if (!this.#options.usesThread || this.#preparing !== null || this.#closing.signal.aborted) {
      return;
    }
    this.#preparing = setTimeout(() => {
      // Whoever learns meets the failure again and says it.
      if (this.choose(config).kind === "embedded") this.of(config).catch(() => {});
    }, PREPARE_MS);
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error("The server is closing"));
    if (this.#preparing !== null) clearTimeout(this.#preparing);
    // Opening ends at once by the signal, and nothing of it is left once it has.
    await this.#embedded?.catch(() => {});
    this.#endThread();
  }

  #modelSettings(config: Complete<Config>): ModelSettings {
    return {
      apiKeyConfig: config.api_key_config,
      llmConfig: config.llm_config,
      env: this.#settings.env,
      siteModels: this.#settings.siteModels,
    };
  }

  choose(config: Complete<Config>): LearnerChoice {
    return resolveLearnerKind(this.#modelSettings(config));
  }

  async of(config: Complete<Config>): Promise<Learner> {
    return this.choose(config).kind === "embedded"
      ? await (this.#embedded ??= this.#loadEmbedded())
      : this.#model ??= await this.#loadModel();
  }

  async #loadEmbedded(): Promise<Learner> {
    if (!this.#options.usesThread) return await loadEmbedded();
    try {
      return await this.#openThread();
    } catch (cause) {
      this.#closing.signal.throwIfAborted();
      const reason = cause instanceof Error ? cause.message : String(cause);
      this.#options.log("info", `The embedded learner has no thread of its own: ${reason}`);
      return await loadEmbedded();
    }
  }

  async #openThread(): Promise<Learner> {
    const { ThreadedLearner } = await import("./learn/embedded/threaded_learner.ts");
    const { stem } = await import("./search/mod.ts");
    const learner = await ThreadedLearner.open({
      module: new URL("./learner_worker.ts", import.meta.url),
      stem,
      signal: this.#closing.signal,
      onEnd: (cause) => {
        this.#embedded = null;
        this.#options.log("warn", String(cause));
      },
    });
    this.#endThread = () => learner.close();
    return learner;
  }

  async #loadModel(): Promise<Learner> {
    const { ModelLearner } = await import("./learn/model/mod.ts");
    const seed = resolveSeed(this.#settings.env);
    return new ModelLearner({
      chatModel: (role, config) => {
        const target = resolveChatTarget(role, this.#modelSettings(config));
        if (target === null) throw new LlmConfigError("Cannot call a model: none is configured");
        return createChatModel(target, this.#runtime, seed === null ? {} : { seed });
      },
      deduplicates: this.#settings.deduplicates,
    });
  }
}

async function loadEmbedded(): Promise<Learner> {
  const { EmbeddedLearner } = await import("./learn/embedded/mod.ts");
  const { isContextText } = await import("../client/contract/mod.ts");
  const { stem } = await import("./search/mod.ts");
  return new EmbeddedLearner({ stem, isOwnContext: isContextText });
}

/** One learner for every org. */
export function singleLearner(learner: Learner): Learners {
  return {
    choose: () => ({ kind: learner.kind, reason: "given by the program" }),
    of: () => Promise.resolve(learner),
    prepare: () => {},
    close: () => Promise.resolve(),
  };
}
