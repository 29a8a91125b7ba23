import type { Complete, Config } from "../../../client/contract/mod.ts";
import {
  type AnswerSchema,
  type CallLimits,
  type ChatMessage,
  type ChatModel,
  completeStructured,
  type ContentPart,
  type ModelRole,
  type ReadAnswer,
} from "../../llm/mod.ts";
import { type Prompt, type PromptId, type PromptVariables, renderPrompt } from "./prompt.ts";

/** Gives the model of a role for an org's configuration. @throws If none can be called. */
export type ChatModelOf = (
  role: Exclude<ModelRole, "embedding">,
  config: Complete<Config>,
) => ChatModel;

/** Texts that take the place of our prompts, by id. */
export type PromptOverrides = Readonly<Partial<Record<PromptId, string>>>;

/** A prompt with its variables. */
export interface FilledPrompt {
  /** The prompt. */
  readonly prompt: Prompt;
  /** Its variables. */
  readonly variables: PromptVariables;
}

/** A question to a model. */
export interface Question {
  /** The model. */
  readonly model: ChatModel;
  /** Standing instructions; absent: none. */
  readonly system?: FilledPrompt;
  /** What is asked. */
  readonly user: FilledPrompt;
  /** Images that go along. @default none */
  readonly images?: readonly ContentPart[];
  /** Limits of the call. */
  readonly limits: CallLimits;
}

/** A question whose answer has an agreed form. */
export interface StructuredQuestion<Value> extends Question {
  /** The form. */
  readonly schema: AnswerSchema;
  /** Reads the answer. */
  readonly read: ReadAnswer<Value>;
}

/** Puts questions to models, with the prompts of the server's owner where there are any. */
export class Asker {
  readonly #overrides: PromptOverrides;

  /** `overrides` take the place of prompts of the same id. */
  constructor(overrides: PromptOverrides) {
    this.#overrides = overrides;
  }

  /** Asks for an answer in an agreed form; a bad answer is given back once. */
  askStructured<Value>(question: StructuredQuestion<Value>): Promise<Value> {
    const request = { ...this.#request(question), schema: question.schema };
    return completeStructured(question.model, request, question.read);
  }

  /** Asks for an answer in an agreed form without a second try; undefined when it is none. */
  async askOnce(question: Question & { readonly schema: AnswerSchema }): Promise<unknown> {
    const request = { ...this.#request(question), schema: question.schema };
    return (await question.model.complete(request)).json;
  }

  /** Asks for a text. */
  async askText(question: Question): Promise<string> {
    return (await question.model.complete(this.#request(question))).text;
  }

  #request(question: Question): CallLimits & { system: string | null; messages: ChatMessage[] } {
    const { system, user, images = [], limits } = question;
    return {
      ...limits,
      system: system === undefined ? null : this.#render(system),
      messages: [{
        role: "user",
        parts: [{ type: "text", text: this.#render(user) }, ...images],
      }],
    };
  }

  #render({ prompt, variables }: FilledPrompt): string {
    const text = this.#overrides[prompt.id] ?? prompt.text;
    return renderPrompt({ ...prompt, text }, variables);
  }
}
