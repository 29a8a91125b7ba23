/** Versions of the Model Context Protocol that are spoken, the newest first. */
export const PROTOCOL_VERSIONS = [
  "2025-11-25",
  "2025-06-18",
  "2025-03-26",
  "2024-11-05",
] as const;

/** What a request is told by; MCP allows no null. */
export type RequestId = string | number;

/** Codes of JSON-RPC for what went wrong. */
export const ERROR_CODES = {
  /** The line is no JSON. */
  parse: -32_700,
  /** The message is no request. */
  invalidRequest: -32_600,
  /** There is no such method. */
  methodNotFound: -32_601,
  /** The method cannot be called like this. */
  invalidParams: -32_602,
  /** Our own fault. */
  internal: -32_603,
} as const;

/** A request that cannot be answered. */
export class RpcError extends Error {
  /** Name of the class. */
  override name = "RpcError";

  /**
   * @param code Code of JSON-RPC.
   * @param message State, then wish.
   */
  constructor(readonly code: number, message: string) {
    super(message);
  }
}

/** An answer of JSON-RPC. */
export interface Reply {
  /** Version of JSON-RPC. */
  readonly jsonrpc: "2.0";
  /** Request that it belongs to; null when that cannot be told. */
  readonly id: RequestId | null;
  /** What was asked for. */
  readonly result?: unknown;
  /** What went wrong. */
  readonly error?: { readonly code: number; readonly message: string };
}

/** The answer with a result. */
export function resultReply(id: RequestId, result: unknown): Reply {
  return { jsonrpc: "2.0", id, result };
}

/** The answer with an error. */
export function errorReply(id: RequestId | null, code: number, message: string): Reply {
  return { jsonrpc: "2.0", id, error: { code, message } };
}

/** The version to speak with a client that asks for one: its own when we know it, else our newest. */
export function negotiateVersion(asked: string): string {
  return PROTOCOL_VERSIONS.find((version) => version === asked) ?? PROTOCOL_VERSIONS[0];
}
