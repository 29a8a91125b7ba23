import { LearnerOutputError } from "./errors.ts";
import { cutEnd } from "./tokens.ts";
import type { AnswerSchema, ChatModel, ChatRequest } from "./types.ts";

/** Outcome of reading an answer: its value, or what is wrong with it (places, never its text). */
export type ReadOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly complaints: readonly string[] };

/** Reads the JSON value of an answer. */
export type ReadAnswer<Value> = (json: unknown) => ReadOutcome<Value>;

/** A request for an answer in an agreed form. */
export type StructuredRequest = ChatRequest & { readonly schema: AnswerSchema };

/** Most of a bad answer that is shown to its author again, in estimated tokens. */
const MAX_SHOWN_TOKENS = 4_000;

/**
 * Asks for an answer in an agreed form. A bad answer is given back once, with the complaints.
 *
 * @throws {LearnerOutputError} If the second answer is bad too.
 * @throws {LlmError} If a call fails.
 */
export async function completeStructured<Value>(
  model: ChatModel,
  request: StructuredRequest,
  read: ReadAnswer<Value>,
): Promise<Value> {
  const first = await model.complete(request);
  const firstOutcome = outcomeOf(first.json, read);
  if (firstOutcome.ok) return firstOutcome.value;
  const second = await model.complete({
    ...request,
    messages: [
      ...request.messages,
      {
        role: "assistant",
        parts: [{ type: "text", text: cutEnd(first.text, MAX_SHOWN_TOKENS) }],
      },
      { role: "user", parts: [{ type: "text", text: complaintText(firstOutcome.complaints) }] },
    ],
  });
  const secondOutcome = outcomeOf(second.json, read);
  if (secondOutcome.ok) return secondOutcome.value;
  throw new LearnerOutputError(model.provider, request.schema.name, secondOutcome.complaints);
}

function outcomeOf<Value>(json: unknown, read: ReadAnswer<Value>): ReadOutcome<Value> {
  return json === undefined ? { ok: false, complaints: ["no JSON object found"] } : read(json);
}

function complaintText(complaints: readonly string[]): string {
  const lines = complaints.slice(0, 10).map((complaint) => `- ${complaint}`).join("\n");
  return `That answer cannot be used:\n${lines}\nGive the whole answer again, as JSON in the agreed form only.`;
}
