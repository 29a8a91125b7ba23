import type { ServiceDeps } from "./deps.ts";
import { explainExtensions } from "./explain_extensions.ts";
import { toServiceError } from "./failures.ts";
import { forgetExtensions } from "./forget.ts";
import type { Extension, Extensions } from "./handlers.ts";
import { operatorExtensions } from "./operator_extensions.ts";
import { recordExtensions } from "./record_extensions.ts";

/** The same extension with failures of the store as refusals. */
function sayingWhy(extension: Extension): Extension {
  return {
    ...extension,
    handle: async (call) => {
      try {
        return await extension.handle(call);
      } catch (error) {
        throw toServiceError(error);
      }
    },
  };
}

/** Endpoints of ours beside those of the contract. */
export function createExtensions(deps: ServiceDeps): Extensions {
  const all = {
    ...explainExtensions(deps),
    ...operatorExtensions(deps),
    ...forgetExtensions(deps),
    ...recordExtensions(deps),
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, extension]) => [name, sayingWhy(extension)]),
  );
}
