import type { Extension, ExtensionCall, Extensions } from "../services/handlers.ts";
import { type Caller, hasRole } from "./access.ts";
import { type Answer, json, refusal } from "./answer.ts";

/** An extension to call, or the answer when the method is another one. */
export type ExtensionRoute =
  | { readonly extension: Extension }
  | { readonly extension: null; readonly answer: Answer };

/** Extensions by path. */
export class ExtensionRoutes {
  readonly #byPath: ReadonlyMap<string, Extension>;

  /** @param extensions The extensions by name. */
  constructor(extensions: Extensions) {
    this.#byPath = new Map(Object.values(extensions).map((one) => [one.path, one]));
  }

  /** The extension of a path, null when there is none. */
  route(method: string, path: string): ExtensionRoute | null {
    const extension = this.#byPath.get(path);
    if (extension === undefined) return null;
    if (extension.method === method) return { extension };
    const answer = refusal(405, "Method Not Allowed", { Allow: extension.method });
    return { extension: null, answer };
  }
}

/** Whether a content type is JSON. */
function isJson(contentType: string | null): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType ?? "");
}

/** The refusal of a body that cannot be read. */
function unreadable(message: string): Answer {
  const issue = {
    type: "json_invalid",
    loc: ["body"],
    msg: message,
    input: {},
    ctx: { error: "" },
  };
  return json(422, { detail: [issue] });
}

/** Calls an extension with a body of JSON; an empty body is null. */
export async function callExtension(
  extension: Extension,
  given: {
    readonly caller: Caller;
    readonly query: string;
    readonly bytes: Uint8Array;
    readonly contentType: string | null;
    readonly correlationId: string;
  },
): Promise<Answer> {
  const { caller, query, bytes, contentType, correlationId } = given;
  if (!hasRole(caller.role, extension.role)) {
    return refusal(403, `Key has the role ${caller.role}, this call needs ${extension.role}`);
  }
  let body: unknown = null;
  if (bytes.length > 0) {
    if (!isJson(contentType)) return unreadable("Content-Type must be application/json");
    try {
      body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch (error) {
      if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
      return unreadable("JSON decode error");
    }
  }
  const call: ExtensionCall = {
    org: caller.org,
    query: new URLSearchParams(query),
    body,
    correlationId,
  };
  return json(200, await extension.handle(call));
}
