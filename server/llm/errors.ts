import type { ProviderName } from "./types.ts";

/** Facts about a failed call. None of them holds a key or a text of a user. */
export interface LlmErrorOptions {
  /** Who was called. */
  readonly provider: ProviderName;
  /** HTTP status, null when there was no answer. */
  readonly status: number | null;
  /** Short word for what went wrong: the provider's own code, or one of ours. */
  readonly code: string;
  /** Id the provider gave the call, null when none. */
  readonly requestId: string | null;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** How long the provider asks to wait, milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null;
}

/** A call to a provider failed. */
export class LlmError extends Error {
  /** Name for logs. */
  override readonly name: string = "LlmError";
  /** Who was called. */
  readonly provider: ProviderName;
  /** HTTP status, null when there was no answer. */
  readonly status: number | null;
  /** Short word for what went wrong. */
  readonly code: string;
  /** Id the provider gave the call, null when none. */
  readonly requestId: string | null;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** How long the provider asks to wait, milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null;

  /** Makes an error whose message is `lead` and the facts. */
  constructor(lead: string, options: LlmErrorOptions) {
    super(`${lead}: ${describe(options)}`);
    this.provider = options.provider;
    this.status = options.status;
    this.code = options.code;
    this.requestId = options.requestId;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The same failure under another lead, for the last word on a call. */
export function withLead(error: LlmError, lead: string): LlmError {
  return new LlmError(lead, error);
}

function describe(facts: LlmErrorOptions): string {
  const status = facts.status === null ? "" : `, status ${facts.status}`;
  const id = facts.requestId === null ? "" : `, request ${facts.requestId}`;
  return `${facts.provider} says ${facts.code}${status}${id}`;
}

/** An answer did not have the agreed form, also after the model was told so. */
export class LearnerOutputError extends Error {
  /** Name for logs. */
  override readonly name = "LearnerOutputError";
  /** Who answered. */
  readonly provider: ProviderName;
  /** Name of the agreed form. */
  readonly schemaName: string;
  /** Another run may bring a better answer. */
  readonly retryable = true;

  /** `complaints` name places of the answer, never its text. */
  constructor(provider: ProviderName, schemaName: string, complaints: readonly string[]) {
    const said = complaints.slice(0, 3).join("; ");
    super(`Cannot use the answer of ${provider}: not a valid ${schemaName} (${said})`);
    this.provider = provider;
    this.schemaName = schemaName;
  }
}

/** The settings name a model that cannot be called. */
export class LlmConfigError extends Error {
  /** Name for logs. */
  override readonly name = "LlmConfigError";
}
