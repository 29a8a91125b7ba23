import type { Extension, ExtensionCall, Extensions } from "../services/handlers.ts";
import { type Caller, hasRole } from "./access.ts";
import { writeRecords } from "../validate/mod.ts";
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

/** Calls an extension. */
export async function callExtension(
  extension: Extension,
  given: {
    readonly caller: Caller;
    readonly query: string;
    readonly body: unknown;
    readonly correlationId: string;
  },
): Promise<Answer> {
  const { caller, query, body, correlationId } = given;
  if (!hasRole(caller.role, extension.role)) {
    return refusal(403, `Key has the role ${caller.role}, this call needs ${extension.role}`);
  }
  const call: ExtensionCall = {
    org: caller.org,
    query: new URLSearchParams(query),
    body,
    correlationId,
  };
  const answer = await extension.handle(call);
  return json(200, extension.carries === "records" ? writeRecords(answer) : answer);
}
