import type { ResponseOf } from "../../client/contract/mod.ts";
import { StoreError, type StoreErrorKind } from "../store/mod.ts";
import { ServiceError } from "./errors.ts";
import type { Call, Handlers, ServiceName } from "./handlers.ts";

/** What a caller is told about a failing store: state, then remedy, without a path. */
const STORE_MESSAGES: Readonly<Record<StoreErrorKind, string>> = {
  unsupported: "Storage cannot be used: the server was started without --unstable-kv",
  busy: "Storage is busy: another program holds the database; try again",
  full: "Storage is full: free some disk space, then try again",
  read_only: "Storage cannot be written: check the permissions of the data folder",
  corrupt: "Storage is damaged: run a check and repair it",
  unavailable: "Storage is unavailable: try again",
  conflict: "Storage is contended: try again",
  too_large: "Record is too large for the storage: send less",
  schema: "Storage was written by a newer server: use that one",
  closed: "Storage is closed: the server is stopping",
};

/** A failure of the store as a caller may read it; other errors stay as they are. */
export function toServiceError(error: unknown): unknown {
  if (!(error instanceof StoreError)) return error;
  const message = STORE_MESSAGES[error.kind];
  if (error.kind === "too_large") return new ServiceError("too_large", message, { cause: error });
  return new ServiceError("unavailable", message, { cause: error });
}

/** What a service says about a failure inside an answer; faults of ours are rethrown. */
export function failureText(error: unknown): string {
  const known = toServiceError(error);
  if (known instanceof ServiceError) return known.message;
  throw error;
}

/** A failing store as a refusal, for every verb. */
export function withStoreErrors(handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handle]) => [
    name,
    async (call: Call) => {
      try {
        // The table pairs each name with its own function.
        return await (handle as (call: Call) => Promise<unknown>)(call);
      } catch (error) {
        throw toServiceError(error);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Handlers;
}

/**
 * Answers a failure inside a 200 answer, for verbs of which the contract wants that.
 *
 * @param toAnswer Makes the answer of the failure's text.
 */
export function answeringFailure<N extends ServiceName>(
  handle: (call: Call<N>) => Promise<ResponseOf<N>>,
  toAnswer: (text: string) => ResponseOf<N>,
): (call: Call<N>) => Promise<ResponseOf<N>> {
  return async (call) => {
    try {
      return await handle(call);
    } catch (error) {
      return toAnswer(failureText(error));
    }
  };
}
