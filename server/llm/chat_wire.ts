import type { EndpointQuirks } from "./endpoint_quirks.ts";
import type { WireCall } from "./provider_call.ts";
import type { ModelTarget } from "./target.ts";
import type { ChatRequest, TokenUsage } from "./types.ts";

/** What an answer says about itself, whatever the provider. */
export interface WireAnswer {
  /** Text of the answer. */
  readonly text: string;
  /** Structured value where the provider gives it apart from the text. */
  readonly json?: unknown;
  /** Tokens used. */
  readonly usage: TokenUsage;
  /** Why there is no usable answer, null when there is one: `truncated`, `refusal`, `blocked`, … */
  readonly problem: string | null;
}

/** A chat request with everything decided. */
export interface DecidedRequest extends ChatRequest {
  /** Randomness to send. */
  readonly temperature: number;
}

/** One provider's form of chat. */
export interface ChatWire {
  /** The request in the provider's words. */
  write(target: ModelTarget, request: DecidedRequest, quirks: EndpointQuirks): WireCall;
  /** The answer in ours. */
  read(body: unknown): WireAnswer;
}
