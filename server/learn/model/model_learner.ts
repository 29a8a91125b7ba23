import type { Complete, Config } from "../../../client/contract/mod.ts";
import { type ChatModel, LlmConfigError } from "../../llm/mod.ts";
import type {
  AggregatedPlaybook,
  AggregateInput,
  ClusterInput,
  EvaluateInput,
  Extraction,
  ExtractPlaybooksInput,
  ExtractProfilesInput,
  Learner,
  PlaybookCandidate,
  PlaybookCluster,
  ProfileCandidate,
  ReconcilePlaybooksInput,
  ReconcileProfilesInput,
  Reconciliation,
  RewriteInput,
  Verdict,
} from "../learner.ts";
import { aggregate } from "./aggregate.ts";
import { Asker, type ChatModelOf, type PromptOverrides } from "./ask.ts";
import { clusterPlaybooks } from "./cluster.ts";
import { evaluate } from "./evaluate.ts";
import { expandDocument } from "./expand_document.ts";
import { extractPlaybooks } from "./extract_playbooks.ts";
import { extractProfiles } from "./extract_profiles.ts";
import {
  isWorthPlaybooks,
  isWorthProfiles,
  type PlaybookGateInput,
  type ProfileGateInput,
} from "./gate.ts";
import { reconcile } from "./reconcile.ts";
import { playbookKind } from "./reconcile_playbooks.ts";
import { profileKind } from "./reconcile_profiles.ts";
import { rewriteQuery } from "./rewrite_query.ts";

/** Options of {@link ModelLearner}. */
export interface ModelLearnerOptions {
  /**
   * Gives the model of a role for an org's configuration; asked before every step, so a changed
   * configuration counts at once.
   */
  readonly chatModel: ChatModelOf;
  /**
   * Texts that take the place of our prompts, by id; they may use the same variables.
   * @default none
   */
  readonly promptOverrides?: PromptOverrides;
  /**
   * Whether new items are compared with each other and with stored ones.
   * @default true
   */
  readonly deduplicates?: boolean;
}

/**
 * Learns with a language model. A model that fails or answers nonsense twice makes the step fail,
 * so that the job waits and is seen; there is no silent way back to rules.
 */
export class ModelLearner implements Learner {
  /** Which kind of learner it is. */
  readonly kind = "model";
  /** Its calls cost time and money, so the gates apply. */
  readonly savesCalls = true;
  readonly #chatModel: ChatModelOf;
  readonly #asker: Asker;
  readonly #deduplicates: boolean;

  /** Makes a learner over the models that `options` give. */
  constructor(options: ModelLearnerOptions) {
    this.#chatModel = options.chatModel;
    this.#asker = new Asker(options.promptOverrides ?? {});
    this.#deduplicates = options.deduplicates ?? true;
  }

  /** Whether the window is worth a profile run; true when the model fails. */
  async isWorthProfiles(input: ProfileGateInput): Promise<boolean> {
    if (input.config.skip_should_run_check) return true;
    return await isWorthProfiles(this.#asker, this.#chatModel("should_run", input.config), input);
  }

  /** Whether the window is worth a playbook run; true when the model fails. */
  async isWorthPlaybooks(input: PlaybookGateInput): Promise<boolean> {
    if (input.config.skip_should_run_check) return true;
    return await isWorthPlaybooks(this.#asker, this.#chatModel("should_run", input.config), input);
  }

  /** Reads profiles out of a window. @throws {LlmError} @throws {LearnerOutputError} */
  async extractProfiles(input: ExtractProfilesInput): Promise<Extraction<ProfileCandidate>> {
    return await extractProfiles(this.#asker, this.#chatModel("generation", input.config), input);
  }

  /** Reads playbooks out of a window. @throws {LlmError} @throws {LearnerOutputError} */
  async extractPlaybooks(input: ExtractPlaybooksInput): Promise<Extraction<PlaybookCandidate>> {
    return await extractPlaybooks(this.#asker, this.#chatModel("generation", input.config), input);
  }

  /** Decides what the candidates change; all are kept when the model fails. */
  async reconcileProfiles(
    input: ReconcileProfilesInput,
  ): Promise<Reconciliation<ProfileCandidate, string>> {
    const { candidates, findSimilar } = input;
    return await reconcile(this.#asker, this.#chatModel("generation", input.config), {
      kind: profileKind(input.nowSec, input.source),
      options: { input, candidates, findSimilar, compares: this.#deduplicates },
    });
  }

  /** Decides what the candidates change; all are kept when the model fails. */
  async reconcilePlaybooks(
    input: ReconcilePlaybooksInput,
  ): Promise<Reconciliation<PlaybookCandidate, number>> {
    const { candidates, findSimilar } = input;
    return await reconcile(this.#asker, this.#chatModel("generation", input.config), {
      kind: playbookKind(input.nowSec, input.config),
      options: { input, candidates, findSimilar, compares: this.#deduplicates },
    });
  }

  /** Groups playbooks by vectors and words; no model is asked. */
  cluster(input: ClusterInput): Promise<readonly PlaybookCluster[]> {
    return clusterPlaybooks(input);
  }

  /** Makes one agent playbook of a cluster. @throws {LlmError} @throws {LearnerOutputError} */
  async aggregate(input: AggregateInput): Promise<AggregatedPlaybook | null> {
    return await aggregate(this.#asker, this.#chatModel("generation", input.config), input);
  }

  /** Judges a session. @throws {LlmError} @throws {LearnerOutputError} */
  async evaluate(input: EvaluateInput): Promise<Verdict | null> {
    return await evaluate(this.#asker, this.#chatModel("evaluation", input.config), input);
  }

  /** A stand-alone query; null when nothing changes, also when the model fails. */
  async rewriteQuery(input: RewriteInput): Promise<string | null> {
    const model = this.#quickModel(input.config);
    return model === null ? null : await rewriteQuery(this.#asker, model, input);
  }

  /** Terms with synonyms; null when there are none, also when the model fails. */
  async expandDocument(
    text: string,
    { config, signal }: { readonly config: Complete<Config>; readonly signal: AbortSignal },
  ): Promise<string | null> {
    const model = this.#quickModel(config);
    return model === null ? null : await expandDocument(this.#asker, model, { text, signal });
  }

  /** The model for what search can do without; null when none can be called. */
  #quickModel(config: Complete<Config>): ChatModel | null {
    try {
      return this.#chatModel("pre_retrieval", config);
    } catch (error) {
      if (error instanceof LlmConfigError) return null;
      throw error;
    }
  }
}
