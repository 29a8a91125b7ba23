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

/** The built-in learners, each loaded when it is first needed. */
export class LearnerPool implements Learners {
  readonly #settings: ServerSettings;
  readonly #runtime: LlmRuntime;
  #embedded: Learner | null = null;
  #model: Learner | null = null;

  /** @param settings Environment and models of the server. */
  constructor(settings: ServerSettings, runtime: LlmRuntime) {
    this.#settings = settings;
    this.#runtime = runtime;
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
      ? this.#embedded ??= await loadEmbedded()
      : this.#model ??= await this.#loadModel();
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
  };
}
