import type {
  AgentPlaybookView,
  ProfileView,
  UserPlaybookView,
} from "../../client/contract/mod.ts";
import type { AgentPlaybookRow, ProfileRow, UserPlaybookRow } from "../store/mod.ts";
import { type GivenItem, givenItem } from "./given_out.ts";
import { agentPlaybookView, profileView, userPlaybookView } from "./views.ts";

/** An item that was found: one for each row, as long as the row is in memory. */
export interface FoundItem<View> extends GivenItem {
  /** The item as it is given out, always the same object: its text is then written once. */
  readonly view: View;
}

/** A profile as searches find it. */
export function foundProfile(row: ProfileRow): FoundItem<ProfileView> {
  return { ...givenItem(row.content), view: profileView(row) };
}

/** A user playbook as searches find it. */
export function foundUserPlaybook(row: UserPlaybookRow): FoundItem<UserPlaybookView> {
  return { ...givenItem(row.content), view: userPlaybookView(row) };
}

/** An agent playbook as searches find it. */
export function foundAgentPlaybook(row: AgentPlaybookRow): FoundItem<AgentPlaybookView> {
  return { ...givenItem(row.content), view: agentPlaybookView(row) };
}

/** The views of items. */
export function viewsOf<View>(items: readonly FoundItem<View>[]): View[] {
  return items.map((item) => item.view);
}
