import { textOf } from "../conversation.ts";
import {
  createReflexioRecorder,
  type PublishingClient,
  type RecorderOptions,
  type ReflexioRecorder,
} from "../recorder.ts";

/** Options of {@link createReflexioCallbackHandler}. */
export interface CallbackHandlerOptions extends RecorderOptions {
  /** A client or a scope. */
  readonly client: PublishingClient;
}

/** Something LangChain runs, as it is described to callbacks. */
interface Serialized {
  readonly name?: string;
  readonly kwargs?: { readonly name?: string };
}

/** A chat message of LangChain. */
interface ChatMessage {
  readonly content?: unknown;
  getType?(): string;
  _getType?(): string;
}

/** What a model generated. */
interface LlmOutput {
  readonly generations?: readonly (readonly {
    readonly text?: string;
    readonly message?: ChatMessage;
  }[])[];
}

/** A callback handler as LangChain calls it. */
export interface ReflexioCallbackHandler {
  /** Name of the handler. */
  readonly name: string;
  /** Records what the user said. */
  handleChatModelStart(llm: unknown, messages: unknown, runId: string, parentRunId?: string): void;
  /** Records what a text model was asked. */
  handleLLMStart(llm: unknown, prompts: string[], runId: string, parentRunId?: string): void;
  /** Records what the model said. */
  handleLLMEnd(output: unknown, runId: string, parentRunId?: string): Promise<void>;
  /** Ends the run of a model. */
  handleLLMError(error: unknown, runId: string, parentRunId?: string): Promise<void>;
  /** Remembers which tool is called with what. */
  handleToolStart(
    tool: unknown,
    input: string,
    runId: string,
    parentRunId?: string,
    tags?: string[],
    metadata?: Record<string, unknown>,
    runName?: string,
  ): void;
  /** Records a tool call with its result. */
  handleToolEnd(output: unknown, runId: string, parentRunId?: string): Promise<void>;
  /** Records a tool call with its error. */
  handleToolError(error: unknown, runId: string, parentRunId?: string): Promise<void>;
  /** Learns where a run belongs. */
  handleChainStart(chain: unknown, inputs: unknown, runId: string, parentRunId?: string): void;
  /** Publishes when the outermost run ends. */
  handleChainEnd(outputs: unknown, runId: string, parentRunId?: string): Promise<void>;
  /** Publishes what there is when the outermost run fails. */
  handleChainError(error: unknown, runId: string, parentRunId?: string): Promise<void>;
}

/** What was said in one run of whatever is outermost, to be replayed into a recorder. */
interface Buffer {
  readonly steps: ((recorder: ReflexioRecorder) => void)[];
  /** User texts recorded already: text and how often it occurred in one prompt. */
  readonly heard: Set<string>;
}

/**
 * Makes a handler that publishes each outermost run when it ends, whatever kind of run it is. It is
 * safe to share among runs that overlap in time.
 *
 * @param options Whose conversation it is.
 */
export function createReflexioCallbackHandler(
  options: CallbackHandlerOptions,
): ReflexioCallbackHandler {
  const { client, ...whose } = options;
  const runs = new RunBuffers();
  const tools = new Map<string, { readonly name: string; readonly input: unknown }>();

  const end = async (runId: string, parentRunId: string | undefined) => {
    if (parentRunId !== undefined) return;
    const recorder = createReflexioRecorder(client, whose);
    for (const replay of runs.take(runId)) replay(recorder);
    await recorder.publish();
  };
  const hear = (texts: readonly string[], runId: string, parentRunId: string | undefined) => {
    const { steps, heard } = runs.of(runId, parentRunId);
    const counts = new Map<string, number>();
    for (const text of texts) {
      const count = (counts.get(text) ?? 0) + 1;
      counts.set(text, count);
      const key = `${count} ${text}`;
      if (text === "" || heard.has(key)) continue;
      heard.add(key);
      steps.push((recorder) => recorder.user(text));
    }
  };
  const endTool = async (output: unknown, runId: string, parentRunId: string | undefined) => {
    const tool = tools.get(runId);
    tools.delete(runId);
    if (tool) {
      const { steps } = runs.of(runId, parentRunId);
      steps.push((recorder) => recorder.tool({ ...tool, output }));
    }
    await end(runId, parentRunId);
  };

  return {
    name: "reflexio",
    handleChatModelStart(_llm, messages, runId, parentRunId) {
      const human = (messages as readonly (readonly ChatMessage[])[]).flat().filter(isHuman);
      hear(human.map(contentOf), runId, parentRunId);
    },
    handleLLMStart: (_llm, prompts, runId, parentRunId) => hear(prompts, runId, parentRunId),
    async handleLLMEnd(output, runId, parentRunId) {
      const { steps } = runs.of(runId, parentRunId);
      for (const generation of (output as LlmOutput).generations?.flat() ?? []) {
        const text = generation.text || contentOf(generation.message ?? {});
        steps.push((recorder) => recorder.assistant(text));
      }
      await end(runId, parentRunId);
    },
    handleLLMError: (_error, runId, parentRunId) => end(runId, parentRunId),
    handleToolStart(tool, input, runId, parentRunId, _tags, _metadata, runName) {
      runs.of(runId, parentRunId);
      const { name, kwargs } = (tool ?? {}) as Serialized;
      tools.set(runId, { name: name ?? kwargs?.name ?? runName ?? "unknown_tool", input });
    },
    handleToolEnd: (output, runId, parentRunId) => endTool(toolOutput(output), runId, parentRunId),
    handleToolError: (error, runId, parentRunId) =>
      endTool(`Error: ${error instanceof Error ? error.message : error}`, runId, parentRunId),
    handleChainStart: (_chain, _inputs, runId, parentRunId) => void runs.of(runId, parentRunId),
    handleChainEnd: (_outputs, runId, parentRunId) => end(runId, parentRunId),
    handleChainError: (_error, runId, parentRunId) => end(runId, parentRunId),
  };
}

/** Finds the buffer of the outermost run for any run inside it, in whatever order they show up. */
class RunBuffers {
  readonly #parents = new Map<string, string>();
  readonly #buffers = new Map<string, Buffer>();

  /** The buffer for a run. A parent that was not seen yet counts as outermost until it is. */
  of(runId: string, parentRunId: string | undefined): Buffer {
    if (parentRunId !== undefined && !this.#parents.has(runId)) {
      this.#parents.set(runId, parentRunId);
      this.#merge(runId);
    }
    const root = this.#rootOf(runId);
    const buffer = this.#buffers.get(root) ?? { steps: [], heard: new Set<string>() };
    this.#buffers.set(root, buffer);
    return buffer;
  }

  /** Takes what was said in an outermost run, and forgets the run and all inside it. */
  take(rootId: string): Buffer["steps"] {
    const { steps = [] } = this.#buffers.get(rootId) ?? {};
    this.#buffers.delete(rootId);
    const inside = [...this.#parents.keys()].filter((runId) => this.#rootOf(runId) === rootId);
    for (const runId of inside) this.#parents.delete(runId);
    return steps;
  }

  /** Moves what a run heard while it counted as outermost to the run it turned out to be in. */
  #merge(runId: string): void {
    const own = this.#buffers.get(runId);
    if (!own) return;
    this.#buffers.delete(runId);
    const root = this.#rootOf(runId);
    const outer = this.#buffers.get(root);
    if (!outer) {
      this.#buffers.set(root, own);
      return;
    }
    outer.steps.push(...own.steps);
    for (const key of own.heard) outer.heard.add(key);
  }

  #rootOf(runId: string): string {
    let root = runId;
    let parent = this.#parents.get(root);
    while (parent !== undefined) {
      root = parent;
      parent = this.#parents.get(root);
    }
    return root;
  }
}

/** Whether a message is the user's. */
function isHuman(message: ChatMessage): boolean {
  return (message.getType?.() ?? message._getType?.()) === "human";
}

/** Text of a message; content without text parts is spelled out. */
function contentOf({ content }: ChatMessage): string {
  if (content === undefined) return "";
  return textOf(content) ||
    (typeof content === "string" || Array.isArray(content) ? "" : JSON.stringify(content));
}

/** Result of a tool: the content of a tool message, else what it is. */
function toolOutput(output: unknown): unknown {
  return typeof output === "object" && output !== null && "content" in output
    ? output.content
    : output;
}
