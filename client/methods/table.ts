import type { AccountMethods } from "./account.ts";
import { accountRows, generationRows } from "./account_rows.ts";
import type { AgentPlaybookMethods } from "./agent_playbooks.ts";
import type { GenerationMethods } from "./generation.ts";
import { interactionRows } from "./interaction_rows.ts";
import type { InteractionMethods } from "./interactions.ts";
import { agentPlaybookRows, userPlaybookRows } from "./playbook_rows.ts";
import { profileRows } from "./profile_rows.ts";
import type { ProfileMethods } from "./profiles.ts";
import type { MethodRow, RowDraft } from "./row.ts";
import type { UserPlaybookMethods } from "./user_playbooks.ts";
import { toSnake } from "../names.ts";
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

const DRAFTS: { readonly [M in MethodName]: RowDraft } = {
  ...interactionRows,
  ...profileRows,
  ...userPlaybookRows,
  ...agentPlaybookRows,
  ...generationRows,
  ...accountRows,
};

/** Everything about each method. One goes to the endpoint of its own name unless it says otherwise. */
export const METHODS: { readonly [M in MethodName]: MethodRow } = Object.fromEntries(
  Object.entries(DRAFTS).map(([name, draft]) => [name, { endpoint: toSnake(name), ...draft }]),
) as { [M in MethodName]: MethodRow };

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
