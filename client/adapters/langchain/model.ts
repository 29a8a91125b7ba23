import { CONTEXT_MARKER } from "../../contract/context_text.ts";
import {
  type AdapterOptions,
  contextFor,
  insertBeforeLastUser,
  type Message,
  textOf,
} from "../conversation.ts";

/** Options of {@link withReflexioModel}. */
export type ReflexioModelOptions = Omit<AdapterOptions, "capture" | "sessionId" | "source">;

/** A message in one of the shapes that LangChain takes. */
type MessageLike = string | readonly [string, unknown] | {
  readonly role?: string;
  readonly content?: unknown;
  getType?(): string;
  _getType?(): string;
};

/** Methods that take a prompt and call the model. */
const CALLING = new Set<PropertyKey>(["invoke", "stream"]);

/** Methods that give another model, which must add what is known as well. */
const DERIVING = new Set<PropertyKey>(["bindTools", "bind", "withConfig", "withStructuredOutput"]);

/** Internal method that streaming chains call instead of `stream`. */
const ITERATING = "_streamIterator";

/**
 * Wraps a chat model so that what is known is added to its prompt in every way of calling it, also
 * after `bindTools`. A failure of Reflexio never fails the model call, and no input is changed.
 *
 * @param model A chat model of LangChain.js.
 * @param options Whose memories.
 */
export function withReflexioModel<M extends object>(model: M, options: ReflexioModelOptions): M {
  return new Proxy(model, {
    get(target, property, receiver) {
      const member: unknown = Reflect.get(target, property, receiver);
      if (typeof member !== "function") return member;
      if (CALLING.has(property)) {
        return async (input: unknown, ...rest: unknown[]) =>
          await member.call(target, await withContext(input, options), ...rest);
      }
      if (property === ITERATING) {
        return async function* (input: unknown, ...rest: unknown[]) {
          yield* member.call(target, await withContext(input, options), ...rest);
        };
      }
      if (DERIVING.has(property)) {
        return (...given: unknown[]) => {
          // A structured output is a chain around the model, so the model inside must be the wrapped one.
          const derived: unknown = member.apply(
            property === "withStructuredOutput" ? receiver : target,
            given,
          );
          return property !== "withStructuredOutput" && typeof derived === "object" && derived
            ? withReflexioModel(derived, options)
            : derived;
        };
      }
      return member;
    },
  });
}

/** The prompt with what is known before the last user message; unchanged when nothing is. */
async function withContext(input: unknown, options: ReflexioModelOptions): Promise<unknown> {
  const messages = messagesIn(input);
  if (!messages || messages.some((message) => toMessage(message).text.includes(CONTEXT_MARKER))) {
    return input;
  }
  const content = await contextFor(messages.map(toMessage), options);
  if (content === "") return input;
  const system: MessageLike = { role: "system", content };
  return insertBeforeLastUser(messages, system, (message) => toMessage(message).role === "user");
}

/** The messages of a prompt in any shape; null when it has another one. */
function messagesIn(input: unknown): readonly MessageLike[] | null {
  if (typeof input === "string") return [{ role: "user", content: input }];
  if (Array.isArray(input)) return input;
  const value = input as { toChatMessages?(): MessageLike[] } | null;
  return typeof value?.toChatMessages === "function" ? value.toChatMessages() : null;
}

/** A message in the shape of all adapters. */
function toMessage(message: MessageLike): Message {
  if (typeof message === "string") return { role: "user", text: message };
  if (isPair(message)) return { role: roleOf(message[0]), text: textOf(message[1]) };
  const role = message.getType?.() ?? message._getType?.() ?? message.role ?? "";
  return { role: roleOf(role), text: textOf(message.content) };
}

function isPair(message: MessageLike): message is readonly [string, unknown] {
  return Array.isArray(message);
}

function roleOf(role: string): Message["role"] {
  if (role === "human" || role === "user") return "user";
  if (role === "ai" || role === "assistant") return "assistant";
  return role === "tool" ? "tool" : "system";
}
