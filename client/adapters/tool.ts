/**
 * Looking up memories as a tool that a model can call, in the shapes that frameworks expect.
 *
 * @module
 */
import { type ContextClient, getReflexioContext } from "./context.ts";

/** Options of {@link createReflexioTool}. */
export interface ReflexioToolOptions {
  /** A client or a scope. */
  readonly client: ContextClient;
  /** Whose profiles and user playbooks are looked up. */
  readonly userId?: string | undefined;
  /** Only playbooks of this agent version. */
  readonly agentVersion?: string | undefined;
  /**
   * Most items of each kind.
   *
   * @default 5
   */
  readonly topK?: number | undefined;
}

/** JSON Schema of the tool's input. A type, not an interface, so that any schema type takes it. */
export type QuerySchema = {
  /** Always an object. */
  readonly type: "object";
  /** The one property. */
  readonly properties: {
    /** What to look for. */
    readonly query: { readonly type: "string"; readonly description: string };
  };
  /** It must be given. */
  readonly required: string[];
  /** Nothing else may be given. */
  readonly additionalProperties: false;
};

/** A tool in the shapes of LangChain (`invoke`, `schema`) and the AI SDK (`execute`, `inputSchema`). */
export interface ReflexioTool {
  /** Name that the model sees. */
  readonly name: string;
  /** What the model is told about it. */
  readonly description: string;
  /** Input as JSON Schema. */
  readonly schema: QuerySchema;
  /** The same, under the name the AI SDK and MCP use. */
  readonly inputSchema: QuerySchema;
  /** The same, under the name OpenAI uses. */
  readonly parameters: QuerySchema;
  /** Looks up what is known. Gives a text in any case. */
  invoke(input: { readonly query: string } | string): Promise<string>;
  /** The same, under the name the AI SDK uses. */
  execute(input: { readonly query: string }): Promise<string>;
}

const SCHEMA: QuerySchema = {
  type: "object",
  properties: {
    query: { type: "string", description: "What to look up, in a few words or a sentence" },
  },
  required: ["query"],
  additionalProperties: false,
};

/** What the tool says when it finds nothing. */
export const NOTHING_FOUND = "Nothing relevant is known.";

/**
 * Makes a tool that looks up what is known for a task.
 *
 * @param options Where and whose memories to look up.
 */
export function createReflexioTool(options: ReflexioToolOptions): ReflexioTool {
  const { client, userId, agentVersion, topK } = options;
  const invoke = async (input: { readonly query: string } | string): Promise<string> => {
    const query = typeof input === "string" ? input : input.query;
    const text = await getReflexioContext(client, { query, userId, agentVersion, topK });
    return text || NOTHING_FOUND;
  };
  return {
    name: "reflexio_search",
    description: "Looks up rules learned from earlier conversations and facts known about the " +
      "user. Call it before a task whose outcome may depend on the user's preferences, " +
      "circumstances or earlier corrections.",
    schema: SCHEMA,
    inputSchema: SCHEMA,
    parameters: SCHEMA,
    invoke,
    execute: invoke,
  };
}
