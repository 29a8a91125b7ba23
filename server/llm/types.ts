/** The companies and servers that can be called. `custom` is the compatible server of an org. */
export type ProviderName =
  | "anthropic"
  | "azure"
  | "custom"
  | "dashscope"
  | "deepseek"
  | "gemini"
  | "minimax"
  | "moonshot"
  | "ollama"
  | "openai"
  | "openrouter"
  | "xai"
  | "zai";

/** What a model is used for; each role can have a model of its own. */
export type ModelRole = "generation" | "evaluation" | "should_run" | "pre_retrieval" | "embedding";

/** Types of {@link JsonSchema}. */
export type JsonType = "object" | "array" | "string" | "integer" | "number" | "boolean";

/**
 * The part of JSON schema that every provider can be given in one form or another. A property that
 * is not in `required` may be null or absent.
 */
export interface JsonSchema {
  /** Type of the value. */
  readonly type: JsonType;
  /** What the value means; the model reads it. */
  readonly description?: string;
  /** Allowed texts. */
  readonly enum?: readonly string[];
  /** Form of the elements of an array. */
  readonly items?: JsonSchema;
  /** Properties of an object, in the order in which the model is to write them. */
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** Properties that must be there and must not be null. */
  readonly required?: readonly string[];
}

/** A named form of an answer. */
export interface AnswerSchema {
  /** Letters, digits, `_` and `-`, at most 64. */
  readonly name: string;
  /** Form; an object at the top. */
  readonly schema: JsonSchema;
}

/** Where the bytes of an image are. */
export type ImageSource =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "base64"; readonly mediaType: string; readonly data: string };

/** One part of a message. */
export type ContentPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "image"; readonly source: ImageSource };

/** One message of the exchange. */
export interface ChatMessage {
  /** Who speaks. */
  readonly role: "user" | "assistant";
  /** What is said, in order. */
  readonly parts: readonly ContentPart[];
}

/** Limits of one call. */
export interface CallLimits {
  /**
   * Longest wait for one attempt, milliseconds.
   * @default 120000
   */
  readonly timeoutMs?: number;
  /**
   * Longest time for all attempts with the pauses between them, milliseconds.
   * @default 300000
   */
  readonly budgetMs?: number;
  /**
   * Attempts in all, at least 1.
   * @default 3
   */
  readonly maxAttempts?: number;
  /** Ends the call; its reason is thrown as it is. */
  readonly signal?: AbortSignal;
}

/** One question to a model. */
export interface ChatRequest extends CallLimits {
  /** Standing instructions, null for none. */
  readonly system: string | null;
  /** The exchange so far; the last message is the user's. */
  readonly messages: readonly ChatMessage[];
  /** Form of the answer; absent: free text. */
  readonly schema?: AnswerSchema;
  /**
   * Randomness, 0 to 2; some models allow one value only and get that.
   * @default 0.7, or 0 with a seed
   */
  readonly temperature?: number;
  /** Makes answers repeatable where the provider can. */
  readonly seed?: number;
  /** Most tokens of the answer; absent: the provider's limit (Anthropic: 8192). */
  readonly maxOutputTokens?: number;
}

/** Tokens of one call. */
export interface TokenUsage {
  /** Tokens read, cached ones included. */
  readonly inputTokens: number;
  /** Tokens written. */
  readonly outputTokens: number;
  /** Tokens read from the provider's cache. */
  readonly cachedInputTokens: number;
  /** What the provider says it charged in US dollars, null when it does not say. */
  readonly costUsd: number | null;
}

/** Answer of a model. */
export interface ChatAnswer {
  /** The text as it came; for a structured answer its JSON text. */
  readonly text: string;
  /** The value read from the text; absent without a schema or when there is no JSON in it. */
  readonly json?: unknown;
  /** Tokens used. */
  readonly usage: TokenUsage;
  /** Id the provider gave the call, null when none. */
  readonly requestId: string | null;
}

/** A model that answers in text. */
export interface ChatModel {
  /** Name as configured, provider prefix included. */
  readonly name: string;
  /** Who runs it. */
  readonly provider: ProviderName;
  /**
   * Asks once. Failed attempts are repeated within the limits of the request.
   *
   * @throws {LlmError} If there is no usable answer.
   */
  complete(request: ChatRequest): Promise<ChatAnswer>;
}

/** What a text is embedded for: to be found, or to find. */
export type EmbeddingPurpose = "document" | "query";

/** A model that makes vectors. */
export interface EmbeddingModel {
  /** Name as configured, provider prefix included; vectors of other names do not compare. */
  readonly name: string;
  /** Who runs it. */
  readonly provider: ProviderName;
  /**
   * Vectors of the texts, in their order, each 512 numbers of length 1. Long texts are cut at about
   * 8,000 tokens.
   *
   * @throws {LlmError} If a batch fails for good, or the model makes shorter vectors.
   */
  embed(
    texts: readonly string[],
    purpose: EmbeddingPurpose,
    limits?: CallLimits,
  ): Promise<Float32Array[]>;
}
