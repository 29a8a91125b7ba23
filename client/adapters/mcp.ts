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
import type { PublishUserInteractionResponse } from "../contract/types/interaction.ts";
import type { GetAgentPlaybooksViewResponse } from "../contract/types/agent_playbook.ts";
import type { GetUserPlaybooksViewResponse } from "../contract/types/playbook.ts";
import type { AddUserProfileResponse, GetProfilesViewResponse } from "../contract/types/profile.ts";
import type { GetAgentPlaybooksKeywords } from "../methods/agent_playbooks.ts";
import type { PublishOptions } from "../methods/interactions.ts";
import type { GetProfilesKeywords, UserProfileInput } from "../methods/profiles.ts";
import type { GetUserPlaybooksKeywords } from "../methods/user_playbooks.ts";
import type { CallOptions } from "../options.ts";
import { findFault, type ObjectSchema } from "./_mcp_schema.ts";
import { mcpToolEntries } from "./_mcp_tools.ts";
import type { ContextClient } from "./context.ts";

/** What the tools need of a client. */
export interface McpClient extends ContextClient {
  /** Lists profiles. */
  getProfiles(options: GetProfilesKeywords & CallOptions): Promise<GetProfilesViewResponse>;
  /** Adds profiles. */
  addUserProfile(
    options: { readonly userProfiles: readonly UserProfileInput[] } & CallOptions,
  ): Promise<AddUserProfileResponse>;
  /** Lists the rules of one user. */
  getUserPlaybooks(
    options: GetUserPlaybooksKeywords & CallOptions,
  ): Promise<GetUserPlaybooksViewResponse>;
  /** Lists the rules for every user. */
  getAgentPlaybooks(
    options: GetAgentPlaybooksKeywords & CallOptions,
  ): Promise<GetAgentPlaybooksViewResponse>;
  /** Publishes turns. */
  publishInteraction(options: PublishOptions): Promise<PublishUserInteractionResponse>;
}

/** Options of {@link createMcpTools}. */
export interface McpToolsOptions {
  /** A client. */
  readonly client: McpClient;
  /** Whose memories the tools are about. Default: each call names the user as `user_id`. */
  readonly userId?: string | undefined;
  /**
   * Whether a call may name another user as `user_id`.
   *
   * @default false
   */
  readonly allUsers?: boolean | undefined;
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
    readonly additionalProperties: false;
  };
  /** What kind of tool it is. */
  readonly annotations: {
    readonly title: string;
    readonly readOnlyHint: boolean;
    readonly destructiveHint?: boolean;
  };
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
  call(
    name: string,
    input: Readonly<Record<string, unknown>> | undefined,
    options?: CallOptions,
  ): Promise<McpToolResult>;
}

/** The tool with `user_id` among its arguments. */
function withUser(tool: McpTool, fallback: string | undefined): McpTool {
  const { properties, required = [] } = tool.inputSchema;
  const description = fallback === undefined
    ? "Whose memory"
    : `Whose memory, ${JSON.stringify(fallback)} when left out`;
  return {
    ...tool,
    inputSchema: {
      ...tool.inputSchema,
      properties: { ...properties, user_id: { type: "string", description, minLength: 1 } },
      required: fallback === undefined ? [...required, "user_id"] : required,
    },
  };
}

/**
 * Makes the tools `reflexio_context` (text for a prompt), `reflexio_search`, `reflexio_profiles`,
 * `reflexio_playbooks`, `reflexio_add_profile`, `reflexio_publish` and `reflexio_remember`.
 *
 * @param setting Where and whose memories.
 */
export function createMcpTools(setting: McpToolsOptions): McpTools {
  const { userId, allUsers = false } = setting;
  const entries = mcpToolEntries(setting).map(({ tool, run }) => ({
    tool: userId === undefined || allUsers ? withUser(tool, userId) : tool,
    run,
  }));
  return {
    tools: entries.map(({ tool }) => tool),
    async call(name, input = {}, options = {}) {
      try {
        const entry = entries.find(({ tool }) => tool.name === name);
        if (!entry) throw new Error(`There is no tool ${JSON.stringify(name)}`);
        const fault = findFault(entry.tool.inputSchema as ObjectSchema, input, "");
        if (fault !== null) throw new Error(`Cannot call ${name}: ${fault}`);
        const whose = String(input["user_id"] ?? userId);
        const text = await entry.run({ input, userId: whose, options });
        return { content: [{ type: "text", text }] };
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        return { content: [{ type: "text", text }], isError: true };
      }
    },
  };
}
