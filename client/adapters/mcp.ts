/**
 * Model Context Protocol: tools to look up, to list and to remember, for any MCP server library.
 *
 * @example
 * ```ts ignore
 * import { Server } from "@modelcontextprotocol/sdk/server/index.js";
 * import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
 * import { ReflexioClient } from "@reflexio/client";
 * import { createMcpTools } from "@reflexio/client/mcp";
 *
 * const client = new ReflexioClient({ urlEndpoint: "http://127.0.0.1:8081" });
 * const memory = createMcpTools({ client, userId: "ana" });
 * const server = new Server({ name: "memory", version: "1" }, { capabilities: { tools: {} } });
 * server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: memory.tools }));
 * server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
 *   memory.call(params.name, params.arguments));
 * ```
 *
 * @module
 */
import type { GetProfilesViewResponse } from "../contract/types/profile.ts";
import type { PublishUserInteractionResponse } from "../contract/types/interaction.ts";
import type { GetProfilesKeywords } from "../methods/profiles.ts";
import type { PublishOptions } from "../methods/interactions.ts";
import type { ContextClient } from "./context.ts";
import { createReflexioTool } from "./tool.ts";

/** What the tools need of a client. */
export interface McpClient extends ContextClient {
  /** Lists profiles. */
  getProfiles(options: GetProfilesKeywords): Promise<GetProfilesViewResponse>;
  /** Publishes turns. */
  publishInteraction(options: PublishOptions): Promise<PublishUserInteractionResponse>;
}

/** Options of {@link createMcpTools}. */
export interface McpToolsOptions {
  /** A client. */
  readonly client: McpClient;
  /** Whose memories the tools are about. */
  readonly userId: string;
  /** Version of the agent. */
  readonly agentVersion?: string | undefined;
  /** Most items of each kind in a look-up. Default: 5. */
  readonly topK?: number | undefined;
  /** Source label of what is remembered. Default: `mcp`. */
  readonly source?: string | undefined;
}

/** A tool as MCP lists it. */
export interface McpTool {
  /** Name that the model calls. */
  readonly name: string;
  /** When to call it. */
  readonly description: string;
  /** Input as JSON Schema. */
  readonly inputSchema: {
    readonly type: "object";
    readonly properties: Record<string, object>;
    readonly required?: string[];
  };
  /** What kind of tool it is. */
  readonly annotations: { readonly title: string; readonly readOnlyHint: boolean };
}

/** Result of a tool call as MCP gives it. */
export interface McpToolResult {
  /** What the model reads. */
  readonly content: { readonly type: "text"; readonly text: string }[];
  /** Whether it went wrong. */
  readonly isError?: boolean;
  /** MCP lets results carry more. */
  readonly [key: string]: unknown;
}

/** The tools and the function that carries them out. */
export interface McpTools {
  /** For the answer to `tools/list`. */
  readonly tools: McpTool[];
  /** For `tools/call`. Never rejects; what goes wrong is told to the model. */
  call(name: string, input: Readonly<Record<string, unknown>> | undefined): Promise<McpToolResult>;
}

/** Property of a schema that is a text. */
function textProperty(description: string): object {
  return { type: "string", description };
}

/**
 * Makes the tools `reflexio_search`, `reflexio_profiles` and `reflexio_remember`.
 *
 * @param options Where and whose memories.
 */
export function createMcpTools(options: McpToolsOptions): McpTools {
  const { client, userId, agentVersion, source = "mcp" } = options;
  const search = createReflexioTool(options);
  const runs: Readonly<
    Record<string, (input: Readonly<Record<string, unknown>>) => Promise<string>>
  > = {
    [search.name]: (input) => search.invoke(String(input["query"] ?? "")),
    reflexio_profiles: async () => {
      const { user_profiles: profiles } = await client.getProfiles({ userId });
      return profiles.map((profile) => `- ${profile.content}`).join("\n") ||
        "Nothing is known yet.";
    },
    reflexio_remember: async (input) => {
      const content = String(input["text"] ?? "");
      const interactions = [{ role: "user", content }];
      const answer = await client.publishInteraction({
        userId,
        interactions,
        source,
        agentVersion,
        forceExtraction: true,
      });
      return answer.success ? "Remembered." : `Not remembered: ${answer.message}`;
    },
  };
  return {
    tools: [
      {
        name: search.name,
        description: search.description,
        inputSchema: {
          type: "object",
          properties: { query: textProperty(search.schema.properties.query.description) },
          required: ["query"],
        },
        annotations: { title: "Look up memories", readOnlyHint: true },
      },
      {
        name: "reflexio_profiles",
        description: "Lists the facts known about the user, newest first.",
        inputSchema: { type: "object", properties: {} },
        annotations: { title: "List facts about the user", readOnlyHint: true },
      },
      {
        name: "reflexio_remember",
        description: "Remembers what the user said about themselves, or how they want things " +
          "done. Call it when the user asks to remember something or corrects you.",
        inputSchema: {
          type: "object",
          properties: { text: textProperty("The user's own words, in full sentences") },
          required: ["text"],
        },
        annotations: { title: "Remember", readOnlyHint: false },
      },
    ],
    async call(name, input = {}) {
      const run = runs[name];
      try {
        if (!run) throw new Error(`There is no tool ${JSON.stringify(name)}`);
        return { content: [{ type: "text", text: await run(input) }] };
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        return { content: [{ type: "text", text }], isError: true };
      }
    },
  };
}
