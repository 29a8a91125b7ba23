import type { AccountMethods } from "./account.ts";
import { accountRows, generationRows } from "./account_rows.ts";
import type { EndpointName } from "../contract/endpoint_types.ts";
import type { AgentPlaybookMethods } from "./agent_playbooks.ts";
import type { GenerationMethods } from "./generation.ts";
import { interactionRows } from "./interaction_rows.ts";
import type { InteractionMethods } from "./interactions.ts";
import { agentPlaybookRows, userPlaybookRows } from "./playbook_rows.ts";
import { profileRows } from "./profile_rows.ts";
import type { ProfileMethods } from "./profiles.ts";
import type { MethodRow } from "./row.ts";
import type { UserPlaybookMethods } from "./user_playbooks.ts";
import type { AsyncVariant, Variant } from "../options.ts";

/** Every method that talks to the server. */
export interface ReflexioMethods<V extends Variant = AsyncVariant>
  extends
    InteractionMethods<V>,
    ProfileMethods<V>,
    UserPlaybookMethods<V>,
    AgentPlaybookMethods<V>,
    GenerationMethods<V>,
    AccountMethods<V> {}

/** Name of a method that talks to the server. */
export type MethodName = keyof ReflexioMethods;

/** What each method takes and gives. */
export const METHODS: { readonly [M in MethodName]: MethodRow } = {
  ...interactionRows,
  ...profileRows,
  ...userPlaybookRows,
  ...agentPlaybookRows,
  ...generationRows,
  ...accountRows,
};

/** Where a method goes: its own name in snake case, unless its row says otherwise. */
export function endpointOf(method: MethodName): EndpointName {
  return METHODS[method].endpoint ?? toSnake(method) as EndpointName;
}

/** `mostRecentK` to `most_recent_k`. */
export function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `most_recent_k` to `mostRecentK`. */
export function toCamel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Gives `target` a method for each row of {@link METHODS}.
 *
 * @param invoke Called with the object, the method's name and its argument.
 */
export function installMethods<T extends object>(
  target: T,
  invoke: (self: T, name: MethodName, options: unknown) => unknown,
): void {
  for (const name of Object.keys(METHODS) as MethodName[]) {
    Object.assign(target, {
      [name](this: T, options?: unknown): unknown {
        return invoke(this, name, options);
      },
    });
  }
}
