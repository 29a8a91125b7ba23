import type { AccountMethods } from "./account.ts";
import type { AgentPlaybookMethods } from "./agent_playbooks.ts";
import type { GenerationMethods } from "./generation.ts";
import type { InteractionMethods } from "./interactions.ts";
import type { ProfileMethods } from "./profiles.ts";
import { type MethodRow, toSnake } from "./row.ts";
import { rows } from "./rows.ts";
import type { UserPlaybookMethods } from "./user_playbooks.ts";
import type { EndpointName } from "../contract/endpoint_types.ts";
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

/** The names of all methods. */
export const METHOD_NAMES: readonly MethodName[] = Object.keys(rows) as MethodName[];

/** Rows of the methods called so far. */
const made: { [M in MethodName]?: MethodRow } = {};

/** Everything about one method. It goes to the endpoint of its own name unless its row says otherwise. */
export function rowOf(name: MethodName): MethodRow {
  return made[name] ??= { endpoint: toSnake(name) as EndpointName, ...rows[name]() };
}

/**
 * Gives `target` every method.
 *
 * @param invoke Called with the object, the method's name and its argument.
 */
export function installMethods<T extends object>(
  target: T,
  invoke: (self: T, name: MethodName, options: unknown) => unknown,
): void {
  for (const name of METHOD_NAMES) {
    Object.assign(target, {
      [name](this: T, options?: unknown): unknown {
        return invoke(this, name, options);
      },
    });
  }
}
