import { createChatModel, type LlmRuntime, resolveChatTarget } from "../../server/llm/mod.ts";
import { ModelLearner, type ModelLearnerOptions } from "../../server/learn/model/mod.ts";
import { type FakeModel, type FakeProviders, startFakeProviders } from "./fake_providers.ts";
import { fakeTimeRuntime } from "./llm_runtime.ts";

/** A model of each wire form. */
export const WIRE_MODELS = {
  openai: "gpt-4.1-mini",
  anthropic: "claude-sonnet-4-6",
  gemini: "gemini/gemini-2.5-flash",
} as const;

/** A learner over a fake provider. */
export interface LearnerOverFake extends AsyncDisposable {
  /** The learner. */
  readonly learner: ModelLearner;
  /** What it talks to. */
  readonly fake: FakeProviders;
  /** Its runtime. */
  readonly runtime: LlmRuntime;
}

/** Starts a fake and makes a learner that calls it by real HTTP. */
export function learnerOverFake(
  model: FakeModel,
  options: { readonly name?: string } & Omit<ModelLearnerOptions, "chatModel"> = {},
): LearnerOverFake {
  const { name = WIRE_MODELS.openai, ...rest } = options;
  const fake = startFakeProviders(model);
  const { runtime } = fakeTimeRuntime({ limitMs: 4_900 });
  const learner = new ModelLearner({
    ...rest,
    chatModel: (role) => {
      const siteModels = { [role]: name };
      const target = resolveChatTarget(role, { env: fake.env, siteModels });
      if (target === null) throw new Error("Cannot resolve a model of the fake");
      return createChatModel(target, runtime);
    },
  });
  return { learner, fake, runtime, [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose]() };
}
