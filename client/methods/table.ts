import type { AccountMethods } from "./account.ts";
import type { AgentPlaybookMethods } from "./agent_playbooks.ts";
import type { GenerationMethods } from "./generation.ts";
import type { InteractionMethods } from "./interactions.ts";
import type { ProfileMethods } from "./profiles.ts";
import type { UserPlaybookMethods } from "./user_playbooks.ts";
import type { Check } from "../check.ts";
import type { CallEndpointName, Route } from "../contract/routes.ts";
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

/**
 * How a method runs when it does not just wait for its answer: `background` always, `optional`
 * waiting, or `rerun` with an optional wait that watches the run.
 */
export type MethodMode = "background" | "optional" | "rerun";

/** What is special about a method. */
export interface MethodExtras {
  /** Where it goes, when that is not its own name in snake case. */
  readonly endpoint?: CallEndpointName;
  /** How it runs. */
  readonly mode?: MethodMode;
  /** Sending it twice can do more than sending it once. */
  readonly unsafe?: true;
  /** Its answers are cached. */
  readonly cached?: true;
  /** A whole request record may be given instead of single options. */
  readonly takesRequest?: true;
  /** Name of the option that is the whole body. */
  readonly wholeBody?: string;
}

/** What a method takes and gives. */
export interface RowDraft extends MethodExtras {
  /** Its options, each with the name of its field on the wire. */
  readonly options: Readonly<Record<string, string>>;
  /** Reads the fields; null when there are none. */
  readonly input: Check | null;
  /** Reads the answer. */
  readonly answer: Check;
}

/** Everything about a method that its call needs. */
export interface MethodRow extends RowDraft {
  /** Name of where it goes. */
  readonly endpoint: CallEndpointName;
  /** Where it goes. */
  readonly route: Route;
}
