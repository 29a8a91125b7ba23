import { buildContext } from "../context.ts";
import type { InteractionData } from "../contract/types/interaction.ts";
import type { UnifiedSearchViewResponse } from "../contract/types/search.ts";
import type { CallOptions } from "../options.ts";
import type { Schema } from "./_mcp_schema.ts";
import type { McpTool, McpToolsOptions } from "./mcp.ts";
import { createReflexioTool, NOTHING_FOUND } from "./tool.ts";

/** Longest text for a prompt, characters. */
const MAX_CONTEXT_CHARS = 8_000;

/** What a tool is called with, checked against its schema. */
export interface McpCall {
  /** Its arguments. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Whose memory. */
  readonly userId: string;
  /** How long it may take, and what cancels it. */
  readonly options: CallOptions;
}

/** A tool with what it does. */
export interface McpToolEntry {
  /** As MCP lists it. */
  readonly tool: McpTool;
  /** Carries it out and gives what the model reads. */
  run(call: McpCall): Promise<string>;
}

/** What a tool is described with. */
interface Description {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly isReadOnly: boolean;
  readonly properties: Record<string, Schema>;
  readonly required: string[];
}

/** A description as MCP lists it. */
function toolOf(parts: Description): McpTool {
  const { name, title, description, isReadOnly, properties, required } = parts;
  return {
    name,
    description,
    inputSchema: { type: "object", properties, required, additionalProperties: false },
    annotations: {
      title,
      readOnlyHint: isReadOnly,
      ...isReadOnly ? {} : { destructiveHint: false },
    },
  };
}

/** An argument that is a text with something in it. */
function text(description: string): Schema {
  return { type: "string", description, minLength: 1 };
}

/** An argument that says how many items at most. */
function count(maximum: number, fallback: number): Schema {
  return {
    type: "integer",
    description: `Most items of each kind, ${fallback} when left out`,
    minimum: 1,
    maximum,
    default: fallback,
  };
}

/**
 * The answer, when it says that the call did what was asked.
 *
 * @throws {Error} With the server's reason otherwise.
 */
function accepted<
  T extends {
    readonly success: boolean;
    readonly message?: string | null;
    readonly msg?: string | null;
  },
>(answer: T): T {
  if (answer.success) return answer;
  throw new Error(answer.message || answer.msg || "The server refused the call");
}

/** Lines of what is known, or a sentence that says that nothing is. */
function linesOf(lines: readonly string[], nothing: string): string {
  return lines.length === 0 ? nothing : lines.join("\n");
}

/** A text within its line. */
function oneLine(content: string): string {
  return content.replaceAll(/\s*[\r\n]+\s*/g, " ");
}

/** A profile as a line. */
function profileLine(profile: { readonly profile_id: string; readonly content: string }): string {
  return `- [profile ${profile.profile_id}] ${oneLine(profile.content)}`;
}

/** A rule as a line. */
function ruleLine(
  label: string,
  rule: { readonly content: string; readonly trigger?: string | null },
): string {
  const trigger = rule.trigger ? `${oneLine(rule.trigger)}: ` : "";
  return `- [${label}] ${trigger}${oneLine(rule.content)}`;
}

/** Rules for one user and for every user as lines; refused ones are left out. */
function ruleLines(
  found: Pick<UnifiedSearchViewResponse, "user_playbooks" | "agent_playbooks">,
): string[] {
  return [
    ...found.user_playbooks.map((rule) => ruleLine(`user playbook ${rule.user_playbook_id}`, rule)),
    ...found.agent_playbooks.filter(({ playbook_status }) => playbook_status !== "rejected").map(
      (rule) => ruleLine(`agent playbook ${rule.agent_playbook_id}, ${rule.playbook_status}`, rule),
    ),
  ];
}

/** The tools that look something up. */
function readingTools(setting: McpToolsOptions): McpToolEntry[] {
  const { client, agentVersion, topK = 5 } = setting;
  const { description, schema: { properties } } = createReflexioTool(setting);
  const query = text(properties.query.description);
  const find = ({ input, userId, options }: McpCall) =>
    client.search({
      query: String(input["query"]),
      topK: Number(input["top_k"] ?? topK),
      agentVersion,
      userId,
      ...options,
    }).then(accepted);
  return [
    {
      tool: toolOf({
        name: "reflexio_context",
        title: "What to know for a task",
        description,
        isReadOnly: true,
        properties: { query },
        required: ["query"],
      }),
      run: async (call) =>
        buildContext(await find(call), { maxChars: MAX_CONTEXT_CHARS }).text || NOTHING_FOUND,
    },
    {
      tool: toolOf({
        name: "reflexio_search",
        title: "Look up memories",
        description: "Searches facts about the user and learned rules, and gives each hit with " +
          "its id. Call it to check what is known about a topic.",
        isReadOnly: true,
        properties: { query, top_k: count(50, topK) },
        required: ["query"],
      }),
      run: async (call) => {
        const found = await find(call);
        return linesOf([...found.profiles.map(profileLine), ...ruleLines(found)], NOTHING_FOUND);
      },
    },
    {
      tool: toolOf({
        name: "reflexio_profiles",
        title: "List facts about the user",
        description: "Lists the facts known about the user, newest first.",
        isReadOnly: true,
        properties: { limit: count(200, 30) },
        required: [],
      }),
      run: async ({ input, userId, options }) => {
        const limit = Number(input["limit"] ?? 30);
        const { user_profiles: profiles } = accepted(
          await client.getProfiles({ userId, topK: limit, ...options }),
        );
        return linesOf(profiles.map(profileLine), "Nothing is known yet.");
      },
    },
    {
      tool: toolOf({
        name: "reflexio_playbooks",
        title: "List rules",
        description: "Lists the rules learned from the user's corrections, and those that hold " +
          "for every user, newest first.",
        isReadOnly: true,
        properties: { limit: count(200, 30) },
        required: [],
      }),
      run: async ({ input, userId, options }) => {
        const limit = Number(input["limit"] ?? 30);
        const [own, shared] = await Promise.all([
          client.getUserPlaybooks({ userId, agentVersion, limit, ...options }),
          client.getAgentPlaybooks({ agentVersion, limit, ...options }),
        ]);
        const rules = {
          user_playbooks: accepted(own).user_playbooks,
          agent_playbooks: accepted(shared).agent_playbooks,
        };
        return linesOf(ruleLines(rules), "No rules are known yet.");
      },
    },
  ];
}

/** Turns of a conversation as an argument. */
const MESSAGES: Schema = {
  type: "array",
  description: "The turns in the order of the conversation",
  minItems: 1,
  items: {
    type: "object",
    properties: {
      role: {
        type: "string",
        description: "Who spoke",
        enum: ["user", "assistant", "system"],
      },
      content: text("What was said, word for word"),
    },
    required: ["role", "content"],
    additionalProperties: false,
  },
};

/** The tools that add something. */
function writingTools(setting: McpToolsOptions): McpToolEntry[] {
  const { client, agentVersion, source = "mcp" } = setting;
  return [
    {
      tool: toolOf({
        name: "reflexio_add_profile",
        title: "Add a fact about the user",
        description: "Stores one fact about the user exactly as it is worded. For the user's own " +
          "words call reflexio_remember.",
        isReadOnly: false,
        properties: { content: text("The fact, one sentence in the third person") },
        required: ["content"],
      }),
      run: async ({ input, userId, options }) => {
        const profileId = `${source}-${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
        accepted(
          await client.addUserProfile({
            userProfiles: [{
              profile_id: profileId,
              user_id: userId,
              content: String(input["content"]),
              source,
              generated_from_request_id: `${source}-manual`,
            }],
            ...options,
          }),
        );
        return `Added as profile ${profileId}.`;
      },
    },
    {
      tool: toolOf({
        name: "reflexio_publish",
        title: "Store a conversation",
        description:
          "Stores turns of a conversation and learns from them in the background. Call " +
          "it at the end of a conversation, with the turns that carry facts, wishes or " +
          "corrections and the answers to them.",
        isReadOnly: false,
        properties: {
          messages: MESSAGES,
          session_id: text("Groups the publishes of one conversation"),
        },
        required: ["messages"],
      }),
      run: async ({ input, userId, options }) => {
        const interactions = input["messages"] as InteractionData[];
        const { request_id: id } = accepted(
          await client.publishInteraction({
            userId,
            interactions,
            source,
            agentVersion,
            sessionId: input["session_id"] as string | undefined,
            ...options,
          }),
        );
        const turns = interactions.length === 1 ? "1 turn" : `${interactions.length} turns`;
        return `Stored ${turns}${id ? ` as request ${id}` : ""}.`;
      },
    },
    {
      tool: toolOf({
        name: "reflexio_remember",
        title: "Remember",
        description: "Remembers what the user said about themselves, or how they want things " +
          "done. Call it when the user asks to remember something or corrects you.",
        isReadOnly: false,
        properties: { text: text("The user's own words, in full sentences") },
        required: ["text"],
      }),
      run: async ({ input, userId, options }) => {
        accepted(
          await client.publishInteraction({
            userId,
            interactions: [{ role: "user", content: String(input["text"]) }],
            source,
            agentVersion,
            forceExtraction: true,
            ...options,
          }),
        );
        return "Remembered.";
      },
    },
  ];
}

/** Every tool, reading ones first. */
export function mcpToolEntries(setting: McpToolsOptions): McpToolEntry[] {
  return [...readingTools(setting), ...writingTools(setting)];
}
