import type { McpTools } from "../../client/adapters/mcp.ts";
import { isRecord } from "../render/fields.ts";
import {
  ERROR_CODES,
  errorReply,
  negotiateVersion,
  type Reply,
  type RequestId,
  resultReply,
  RpcError,
} from "./protocol.ts";

/** Requests that run at the same time; more wait to be read. */
const MAX_RUNNING = 64;

/** What a session is made of. */
export interface McpSessionParts {
  /** The tools. */
  readonly tools: McpTools;
  /** Name and version of this server. */
  readonly serverInfo: { readonly name: string; readonly title: string; readonly version: string };
  /** What a model should know of the tools as a whole. */
  readonly instructions: string;
  /** Sends an answer. */
  write(message: Reply | readonly Reply[]): void;
  /** Says what happens, for a log. */
  log(line: string): void;
}

/** One conversation with an MCP client, whatever carries its messages. */
export class McpSession {
  readonly #parts: McpSessionParts;
  /** What cancels each request that runs. */
  readonly #cancels = new Map<RequestId, AbortController>();
  readonly #running = new Set<Promise<void>>();

  /** @param parts Tools and streams. */
  constructor(parts: McpSessionParts) {
    this.#parts = parts;
  }

  /**
   * Takes a message; its answer is written when it is there, others may come first. Settles when
   * there is room for the next one.
   *
   * @param text The message; null when it was too long to be read.
   */
  async receive(text: string | null): Promise<void> {
    const task: Promise<void> = this.#respond(text).finally(() => this.#running.delete(task));
    this.#running.add(task);
    if (this.#running.size >= MAX_RUNNING) await Promise.race(this.#running);
  }

  /** Settles when every request is answered. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Gives up every request that runs. */
  cancelAll(): void {
    for (const cancel of this.#cancels.values()) cancel.abort();
  }

  /** Answers a message or a batch of them. */
  async #respond(text: string | null): Promise<void> {
    const { write } = this.#parts;
    if (text === null) {
      return write(errorReply(null, ERROR_CODES.invalidRequest, "The message is too long"));
    }
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return write(errorReply(null, ERROR_CODES.parse, "The line is not JSON"));
    }
    if (!Array.isArray(message)) {
      const reply = await this.#answer(message);
      return reply === null ? undefined : write(reply);
    }
    if (message.length === 0) {
      return write(errorReply(null, ERROR_CODES.invalidRequest, "The batch is empty"));
    }
    const replies = await Promise.all(message.map((each) => this.#answer(each)));
    const sent = replies.filter((reply) => reply !== null);
    if (sent.length > 0) write(sent);
  }

  /** The answer to a message; null for a notification, an answer, and a request that was given up. */
  async #answer(message: unknown): Promise<Reply | null> {
    if (!isRecord(message)) {
      return errorReply(null, ERROR_CODES.invalidRequest, "The message is no object");
    }
    const { id, method, params } = message;
    const isRequestId = typeof id === "string" || (typeof id === "number" && Number.isFinite(id));
    const known = isRequestId ? id : null;
    if (message.jsonrpc !== "2.0") {
      return errorReply(known, ERROR_CODES.invalidRequest, 'jsonrpc must be "2.0"');
    }
    if (method === undefined && ("result" in message || "error" in message)) return null;
    if (typeof method !== "string") {
      return errorReply(known, ERROR_CODES.invalidRequest, "method must be a text");
    }
    if (!("id" in message)) {
      this.#notice(method, params);
      return null;
    }
    if (known === null) {
      return errorReply(null, ERROR_CODES.invalidRequest, "id must be a text or a number");
    }
    return await this.#request(known, method, params);
  }

  /** Acts on a notification; those that need no action are let pass. */
  #notice(method: string, params: unknown): void {
    if (method !== "notifications/cancelled" || !isRecord(params)) return;
    const { requestId } = params;
    if (typeof requestId === "string" || typeof requestId === "number") {
      this.#cancels.get(requestId)?.abort();
    }
  }

  /** Carries a request out; one that is cancelled meanwhile is not answered. */
  async #request(id: RequestId, method: string, params: unknown): Promise<Reply | null> {
    const cancel = new AbortController();
    this.#cancels.set(id, cancel);
    try {
      const result = await this.#call(method, params, cancel.signal);
      return cancel.signal.aborted ? null : resultReply(id, result);
    } catch (error) {
      if (error instanceof RpcError) return errorReply(id, error.code, error.message);
      this.#parts.log(`${method}: ${error instanceof Error ? error.stack : String(error)}`);
      return errorReply(id, ERROR_CODES.internal, `Cannot answer ${method}`);
    } finally {
      if (this.#cancels.get(id) === cancel) this.#cancels.delete(id);
    }
  }

  /** The result of a method. */
  async #call(method: string, params: unknown, signal: AbortSignal): Promise<unknown> {
    if (params !== undefined && !isRecord(params)) throw wrongParams(method, "params", "an object");
    switch (method) {
      case "initialize":
        return this.#initialize(params ?? {});
      case "ping":
        return {};
      case "tools/list":
        if (params?.cursor !== undefined) {
          throw new RpcError(ERROR_CODES.invalidParams, "tools/list: cursor is not one of ours");
        }
        return { tools: this.#parts.tools.tools };
      case "tools/call":
        return await this.#callTool(params ?? {}, signal);
      default:
        throw new RpcError(
          ERROR_CODES.methodNotFound,
          `There is no method ${JSON.stringify(method.slice(0, 100))}`,
        );
    }
  }

  /** Agrees on a version and says what there is. */
  #initialize({ protocolVersion, clientInfo }: Readonly<Record<string, unknown>>): unknown {
    if (typeof protocolVersion !== "string") {
      throw wrongParams("initialize", "protocolVersion", "a text");
    }
    const { serverInfo, instructions, log } = this.#parts;
    const version = negotiateVersion(protocolVersion);
    const client = isRecord(clientInfo) ? String(clientInfo.name) : "a client without a name";
    log(`Connected to ${client.slice(0, 100)}, protocol ${version}`);
    return {
      protocolVersion: version,
      capabilities: { tools: { listChanged: false } },
      serverInfo,
      instructions,
    };
  }

  /** Calls a tool. What goes wrong inside is told to the model, not to the client. */
  async #callTool(
    params: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { name, arguments: input } = params;
    const { tools } = this.#parts;
    if (typeof name !== "string") throw wrongParams("tools/call", "name", "a text");
    if (!tools.tools.some((tool) => tool.name === name)) {
      throw new RpcError(
        ERROR_CODES.invalidParams,
        `tools/call: name is ${JSON.stringify(name.slice(0, 100))}, there is no such tool`,
      );
    }
    if (input !== undefined && !isRecord(input)) {
      throw wrongParams("tools/call", "arguments", "an object");
    }
    return await tools.call(name, input, { signal });
  }
}

/** The error for a parameter that is missing or of another kind. */
function wrongParams(method: string, name: string, kind: string): RpcError {
  return new RpcError(ERROR_CODES.invalidParams, `${method}: ${name} must be ${kind}`);
}
