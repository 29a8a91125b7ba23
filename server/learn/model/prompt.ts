/** Ids of the prompts. */
export type PromptId =
  | "agent_success_evaluation"
  | "agent_success_evaluation_with_comparison"
  | "document_expansion"
  | "playbook_aggregation"
  | "playbook_deduplication"
  | "playbook_extraction_context"
  | "playbook_extraction_context_expert"
  | "playbook_extraction_main"
  | "playbook_extraction_main_expert"
  | "playbook_should_generate"
  | "playbook_should_generate_expert"
  | "profile_deduplication"
  | "profile_should_generate"
  | "profile_update_instruction_start"
  | "profile_update_main"
  | "query_reformulation";

/**
 * A text for the model with places to fill in: `{{name}}` is replaced by a variable, and
 * `{{#name}}…{{/name}}` stays only when the variable is not empty.
 */
export interface Prompt {
  /** Id; each id has one active version. */
  readonly id: PromptId;
  /** Version; rises with every change of the text. */
  readonly version: number;
  /** Variables in the text. */
  readonly variables: readonly string[];
  /** Name of the form of the answer, null for free text. */
  readonly schemaName: string | null;
  /** The text. */
  readonly text: string;
}

/** Values of the variables; null and undefined become empty text. */
export type PromptVariables = Readonly<Record<string, string | null | undefined>>;

/** Name under which explain records cite a prompt. */
export function promptRuleId(prompt: Prompt): string {
  return `prompt:${prompt.id}.v${prompt.version}`;
}

/**
 * The text with its variables filled in. Values are inserted as they are: braces inside them mean
 * nothing.
 *
 * @throws {RangeError} If a variable of the prompt is not given.
 */
export function renderPrompt(prompt: Prompt, variables: PromptVariables): string {
  for (const name of prompt.variables) {
    if (!(name in variables)) {
      throw new RangeError(`Cannot render prompt ${prompt.id}: variable ${name} is missing`);
    }
  }
  return prompt.text
    .replace(
      /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g,
      (_whole, name: string, inner: string) => isFilled(variables[name]) ? inner : "",
    )
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => variables[name] ?? "");
}

function isFilled(value: string | null | undefined): boolean {
  return value !== null && value !== undefined && value.trim() !== "";
}
