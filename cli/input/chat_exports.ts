import { isRecord } from "../render/fields.ts";

/** A conversation in the form of a payload, not yet checked. */
export interface RawPayload {
  readonly [field: string]: unknown;
}

/** One turn, not yet checked. */
interface RawTurn {
  readonly role: string;
  readonly content: string;
  readonly tools_used?: readonly {
    readonly tool_name: string;
    readonly tool_data: Readonly<Record<string, unknown>>;
  }[];
}

/** Names of roles in other tools, with ours. */
const ROLES: Readonly<Record<string, string>> = {
  human: "user",
  user: "user",
  ai: "assistant",
  assistant: "assistant",
  model: "assistant",
  system: "system",
  developer: "system",
  tool: "tool",
  function: "tool",
  HumanMessage: "user",
  AIMessage: "assistant",
  AIMessageChunk: "assistant",
  SystemMessage: "system",
  ToolMessage: "tool",
};

/**
 * Conversations of a chat tool's export: message lists of OpenAI and Anthropic, ChatGPT, LangSmith,
 * Langfuse.
 *
 * @returns Null when the value is none of them.
 */
export function fromChatExport(value: unknown): RawPayload[] | null {
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    if (value.every(isMessage)) return asPayloads(value, {});
    const parts = value.map(fromChatExport);
    return parts.every((part) => part !== null) ? parts.flatMap((part) => part ?? []) : null;
  }
  if (!isRecord(value) || "interactions" in value || "interaction_data_list" in value) return null;
  if (isRecord(value.mapping)) return fromChatGpt(value, value.mapping);
  if ("run_type" in value && "inputs" in value) return fromLangSmith(value);
  if ("input" in value && ("output" in value || "sessionId" in value)) return fromLangfuse(value);
  if (Array.isArray(value.messages) && value.messages.some(isMessage)) {
    const system = textOf(value.system);
    const messages = system === ""
      ? value.messages
      : [{ role: "system", content: system }, ...value.messages];
    return asPayloads(
      messages,
      facts({
        user_id: value.user_id ?? value.user,
        session_id: value.session_id ?? value.conversation_id ?? value.id,
      }),
    );
  }
  return null;
}

/** Only the facts that are texts and not empty. */
function facts(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === "string" && value !== ""),
  );
}

/** One payload of the messages, none when no message says anything. */
function asPayloads(
  messages: readonly unknown[],
  more: Readonly<Record<string, unknown>>,
): RawPayload[] {
  const turns = messages.map(toTurn).filter((turn) => turn !== null);
  return turns.length === 0 ? [] : [{ ...more, interactions: turns }];
}

/** Whether a value looks like a message of some tool and not like one of our turns or payloads. */
function isMessage(value: unknown): boolean {
  return isRecord(value) && roleOf(value) !== null &&
    ("content" in value || "tool_calls" in value || isRecord(value.kwargs));
}

/** Role of a message, null when it has none. */
function roleOf(message: Readonly<Record<string, unknown>>): string | null {
  if (typeof message.role === "string") return ROLES[message.role] ?? message.role;
  const name = Array.isArray(message.id) ? message.id.at(-1) : message.type;
  return typeof name === "string" ? ROLES[name] ?? null : null;
}

/** A message as a turn, null when it says nothing. */
function toTurn(message: unknown): RawTurn | null {
  if (!isRecord(message)) return null;
  const role = roleOf(message);
  const body = isRecord(message.kwargs) ? message.kwargs : message;
  if (role === null) return null;
  const tools = toolCalls(body);
  const content = textOf(body.content) || (tools.length > 0 ? "(tool call)" : "");
  if (content === "") return null;
  return { role, content, ...tools.length === 0 ? {} : { tools_used: tools } };
}

/** The text of a content: itself, or its text parts. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content.trim();
  if (isRecord(content)) return textOf(content.text ?? content.content ?? content.parts);
  if (!Array.isArray(content)) return "";
  return content.map((part) => {
    if (typeof part === "string") return part;
    if (!isRecord(part)) return "";
    const isText = part.type === undefined || /text/.test(String(part.type));
    return isText && typeof part.text === "string" ? part.text : "";
  }).filter((text) => text !== "").join("\n").trim();
}

/** Tool calls of a message: OpenAI `tool_calls`, Anthropic `tool_use` parts. */
function toolCalls(body: Readonly<Record<string, unknown>>): NonNullable<RawTurn["tools_used"]> {
  const calls = Array.isArray(body.tool_calls) ? body.tool_calls : [];
  const parts = Array.isArray(body.content) ? body.content : [];
  return [
    ...calls.filter(isRecord).map((call) => {
      const named = isRecord(call.function) ? call.function : call;
      return { tool_name: String(named.name ?? ""), tool_data: { input: argumentsOf(named) } };
    }),
    ...parts.filter(isRecord).filter(({ type }) => type === "tool_use")
      .map((part) => ({
        tool_name: String(part.name ?? ""),
        tool_data: { input: part.input ?? {} },
      })),
  ];
}

/** Arguments of a call, parsed where they are JSON text. */
function argumentsOf(call: Readonly<Record<string, unknown>>): unknown {
  const raw = call.arguments ?? call.args;
  if (typeof raw !== "string") return raw ?? {};
  try {
    return JSON.parse(raw);
  } catch (error) {
    if (error instanceof SyntaxError) return raw;
    throw error;
  }
}

/** A ChatGPT conversation: the branch that ends at its current node. */
function fromChatGpt(
  conversation: Readonly<Record<string, unknown>>,
  mapping: Readonly<Record<string, unknown>>,
): RawPayload[] {
  const branch: unknown[] = [];
  let at: unknown = conversation.current_node ?? lastNode(mapping);
  const seen = new Set<unknown>();
  while (typeof at === "string" && !seen.has(at)) {
    seen.add(at);
    const node = mapping[at];
    if (!isRecord(node)) break;
    if (isRecord(node.message)) branch.push(node.message);
    at = node.parent;
  }
  const messages = branch.reverse().filter(isRecord).map((message) => ({
    role: isRecord(message.author) ? message.author.role : "",
    content: isRecord(message.content) ? message.content.parts ?? message.content.text : "",
  })).filter(({ role }) => role === "user" || role === "assistant");
  return asPayloads(messages, {
    ...facts({ session_id: conversation.conversation_id ?? conversation.id }),
    source: "chatgpt",
  });
}

/** A node without children. */
function lastNode(mapping: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(mapping).findLast((id) => {
    const node = mapping[id];
    return isRecord(node) && (!Array.isArray(node.children) || node.children.length === 0);
  });
}

/** Messages inside an input or output of a trace. */
function messagesIn(value: unknown, role: string): unknown[] {
  if (typeof value === "string") return [{ role, content: value }];
  if (Array.isArray(value)) return value.flatMap((each) => messagesIn(each, role));
  if (!isRecord(value)) return [];
  if (isMessage(value)) return [value];
  const inner = value.messages ?? value.generations ?? value.choices ?? value.message ??
    value.output ??
    value.input ?? value.question ?? value.answer ?? value.text ?? value.content;
  return inner === undefined ? [] : messagesIn(inner, role);
}

/** A run of LangSmith. */
function fromLangSmith(run: Readonly<Record<string, unknown>>): RawPayload[] {
  const extra = isRecord(run.extra) && isRecord(run.extra.metadata) ? run.extra.metadata : {};
  return asPayloads(
    [...messagesIn(run.inputs, "user"), ...messagesIn(run.outputs, "assistant")],
    {
      ...facts({
        user_id: extra.user_id,
        session_id: extra.session_id ?? extra.thread_id ?? run.trace_id ?? run.id,
      }),
      source: "langsmith",
    },
  );
}

/** A trace of Langfuse. */
function fromLangfuse(trace: Readonly<Record<string, unknown>>): RawPayload[] {
  return asPayloads(
    [...messagesIn(trace.input, "user"), ...messagesIn(trace.output, "assistant")],
    {
      ...facts({ user_id: trace.userId, session_id: trace.sessionId ?? trace.id }),
      source: "langfuse",
    },
  );
}
