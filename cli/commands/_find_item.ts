import type {
  AgentPlaybookView,
  InteractionView,
  ProfileView,
  Request,
  UserPlaybookView,
} from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { CliError, usageError } from "../errors.ts";

/** An item with its kind. */
export type Item =
  | { readonly kind: "profile"; readonly id: string; readonly item: ProfileView }
  | { readonly kind: "user-playbook"; readonly id: number; readonly item: UserPlaybookView }
  | { readonly kind: "agent-playbook"; readonly id: number; readonly item: AgentPlaybookView }
  | { readonly kind: "interaction"; readonly id: number; readonly item: InteractionView }
  | {
    readonly kind: "request";
    readonly id: string;
    readonly item: Request;
    readonly turns: readonly InteractionView[];
  };

/** Kinds in the order in which an id is looked for. */
const KINDS = ["profile", "user-playbook", "agent-playbook", "interaction", "request"] as const;

/** Most items that are looked through. */
const ALL = 10_000;

/**
 * Finds an item by id, or by the first letters of an id.
 *
 * @throws {CliError} `usage` when several kinds have it, `general` when none does.
 */
export async function findItem(context: Context, id: string): Promise<Item> {
  const wanted = context.input.text("kind");
  const isNumber = /^\d+$/.test(id);
  const kinds = KINDS.filter((kind) =>
    wanted === undefined ? fits(kind, isNumber) : kind === wanted
  );
  const found: Item[] = [];
  for (const kind of kinds) found.push(...await findOfKind(context, kind, id));
  const [first, ...more] = found;
  if (first === undefined) {
    throw new CliError("general", `Cannot find ${wanted ?? "an item"} with the id ${id}`, {
      code: "not_found",
      hint: "Lists show ids: reflexio user-profiles list, reflexio user-playbooks list",
    });
  }
  if (more.length > 0) {
    const names = found.map(({ kind }) => kind).join(", ");
    throw usageError(`Several items have the id ${id}: ${names}`, `Add --kind ${first.kind}`);
  }
  return first;
}

/** Whether an id can be that of a kind. Profiles may have ids of any form. */
function fits(kind: typeof KINDS[number], isNumber: boolean): boolean {
  const isNumbered = kind === "user-playbook" || kind === "agent-playbook" ||
    kind === "interaction";
  return kind === "profile" || isNumbered === isNumber;
}

/** The items of a kind with that id. */
async function findOfKind(
  context: Context,
  kind: typeof KINDS[number],
  id: string,
): Promise<Item[]> {
  const client = await context.client();
  switch (kind) {
    case "profile": {
      const lists = await Promise.all((["current", "pending", "archived"] as const).map(
        (statusFilter) => client.getAllProfiles({ limit: ALL, statusFilter }),
      ));
      const items = lists.flatMap(({ user_profiles }) => user_profiles);
      const near = pick(items, (item) => item.profile_id, id);
      return near.map((item) => ({ kind, id: item.profile_id, item }));
    }
    case "user-playbook": {
      const { user_playbooks } = await client.getUserPlaybooks({ limit: ALL });
      return user_playbooks.filter((item) => item.user_playbook_id === Number(id))
        .map((item) => ({ kind, id: item.user_playbook_id, item }));
    }
    case "agent-playbook": {
      const { agent_playbooks } = await client.getAgentPlaybooks({
        limit: ALL,
        statusFilter: [null, "pending", "archived"],
      });
      return agent_playbooks.filter((item) => item.agent_playbook_id === Number(id))
        .map((item) => ({ kind, id: item.agent_playbook_id, item }));
    }
    case "interaction": {
      const { interactions } = await client.getAllInteractions({ limit: ALL });
      return interactions.filter((item) => item.interaction_id === Number(id))
        .map((item) => ({ kind, id: item.interaction_id, item }));
    }
    case "request": {
      const { sessions } = await client.getRequests({ topK: ALL });
      const requests = sessions.flatMap((session) => session.requests);
      const near = pick(requests, ({ request }) => request.request_id, id);
      return near.map(({ request, interactions }) => ({
        kind,
        id: request.request_id,
        item: request,
        turns: interactions,
      }));
    }
  }
}

/** The item of exactly that id, else all whose id begins so (from 4 letters on). */
function pick<T>(items: readonly T[], idOf: (item: T) => string, id: string): T[] {
  const exact = items.filter((item) => idOf(item) === id);
  if (exact.length > 0 || id.length < 4) return exact;
  return items.filter((item) => idOf(item).startsWith(id));
}
