import type { Call, Handlers, ServiceName } from "./handlers.ts";

/** Verbs that store what their caller wrote. */
const STORING: ReadonlySet<string> = new Set<ServiceName>([
  "publish_interaction",
  "add_user_profile",
  "add_user_playbook",
  "add_agent_playbook",
  "update_user_profile",
  "update_user_playbook",
  "update_agent_playbook",
]);

/** A verb whose call and answer are those of one endpoint or another. */
export type AnyVerb = (call: Call) => Promise<unknown>;

/** Verbs of which those that store are done another way. */
export function aroundStoring(
  handlers: Handlers,
  around: (call: Call, verb: AnyVerb) => Promise<unknown>,
): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handle]) => {
    // The table pairs each name with its own function.
    const verb = handle as AnyVerb;
    return [name, STORING.has(name) ? (call: Call) => around(call, verb) : verb];
  });
  return Object.fromEntries(wrapped) as Handlers;
}
