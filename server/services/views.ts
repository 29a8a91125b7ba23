import type {
  AgentPlaybookView,
  EvaluationResultView,
  InteractionView,
  ProfileChangeLogView,
  ProfileView,
  UserPlaybookView,
  UserProfile,
} from "../../client/contract/mod.ts";
import type {
  AgentPlaybookRow,
  EvaluationRow,
  InteractionRow,
  ProfileChangeLogRow,
  ProfileRow,
  UserPlaybookRow,
} from "../store/mod.ts";

/** A turn as it is given out. */
export function interactionView(row: InteractionRow): InteractionView {
  return row;
}

/** A profile as it is given out: without its synonyms, an unknown source as empty text. */
export function profileView(row: ProfileRow | UserProfile): ProfileView {
  return {
    profile_id: row.profile_id,
    user_id: row.user_id,
    content: row.content,
    last_modified_timestamp: row.last_modified_timestamp,
    generated_from_request_id: row.generated_from_request_id,
    profile_time_to_live: row.profile_time_to_live ?? "infinity",
    expiration_timestamp: row.expiration_timestamp ?? 4_102_444_800,
    custom_features: row.custom_features ?? null,
    source: row.source ?? "",
    status: row.status ?? null,
    extractor_names: row.extractor_names ?? null,
  };
}

/** A user playbook as it is given out: without its synonyms. */
export function userPlaybookView(row: UserPlaybookRow): UserPlaybookView {
  const { expanded_terms: _, ...view } = row;
  return view;
}

/** An agent playbook as it is given out: without its synonyms. */
export function agentPlaybookView(row: AgentPlaybookRow): AgentPlaybookView {
  const { expanded_terms: _, ...view } = row;
  return view;
}

/** A verdict as it is given out. */
export function evaluationView(row: EvaluationRow): EvaluationResultView {
  return row;
}

/** An entry of the profile change log as it is given out. */
export function profileChangeLogView(row: ProfileChangeLogRow): ProfileChangeLogView {
  return {
    ...row,
    added_profiles: row.added_profiles.map(profileView),
    removed_profiles: row.removed_profiles.map(profileView),
    mentioned_profiles: row.mentioned_profiles.map(profileView),
  };
}
