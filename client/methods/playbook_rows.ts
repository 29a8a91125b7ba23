import { anything, flag, list, oneOf, or, positive, text, whole } from "../check.ts";
import { PlaybookStatus } from "../contract/types/playbook.ts";
import type { AgentPlaybookMethods } from "./agent_playbooks.ts";
import {
  atMost,
  blockingIssue,
  count,
  filter,
  newAgentPlaybook,
  newUserPlaybook,
  threshold,
} from "./fields.ts";
import { bulkAnswer } from "./interaction_rows.ts";
import { addAnswer } from "./profile_rows.ts";
import { row, type RowDraft, success, withMessage, withMsg } from "./row.ts";
import { views } from "./views.ts";
import type { UserPlaybookMethods } from "./user_playbooks.ts";

const userAnswer = { ...withMsg, user_playbooks: views.userPlaybooks };
const agentAnswer = { ...withMsg, agent_playbooks: views.agentPlaybooks };

const searchFields = {
  query: filter.text,
  agent_version: filter.text,
  playbook_name: filter.text,
  start_time: filter.time,
  end_time: filter.time,
  status_filter: filter.status,
  top_k: atMost(10),
  threshold: threshold(0.4),
  enable_reformulation: filter.reformulate,
  search_mode: filter.mode,
};

const listFields = {
  limit: atMost(100),
  playbook_name: filter.text,
  agent_version: filter.text,
  status_filter: filter.status,
};

const changeFields = {
  playbook_name: filter.text,
  content: filter.text,
  trigger: filter.text,
  rationale: filter.text,
  blocking_issue: blockingIssue,
};

const byVersion = { agent_version: filter.text, playbook_name: filter.text };

/** Rows of the methods about user playbooks. */
export const userPlaybookRows: { readonly [K in keyof UserPlaybookMethods]: RowDraft } = {
  searchUserPlaybooks: row<"search_user_playbooks">(
    { ...searchFields, user_id: filter.text },
    userAnswer,
    { takesRequest: true },
  ),
  getUserPlaybooks: row<"get_user_playbooks">({ ...listFields, user_id: filter.text }, userAnswer, {
    takesRequest: true,
  }),
  addUserPlaybook: row<"add_user_playbook">(
    { user_playbooks: list(newUserPlaybook, 1) },
    addAnswer,
    { unsafe: true },
  ),
  updateUserPlaybook: row<"update_user_playbook">(
    { user_playbook_id: positive, ...changeFields },
    withMsg,
  ),
  deleteUserPlaybook: row<"delete_user_playbook">({ user_playbook_id: positive }, withMessage, {
    mode: "optional",
  }),
  deleteUserPlaybooksByIds: row<"delete_user_playbooks_by_ids">({
    user_playbook_ids: list(whole, 1),
  }, bulkAnswer),
  deleteAllUserPlaybooks: row<"delete_all_user_playbooks">(null, bulkAnswer),
  upgradeUserPlaybooks: row<"upgrade_all_user_playbooks">({
    ...byVersion,
    archive_current: or(flag, true),
  }, {
    ...withMessage,
    user_playbooks_deleted: count,
    user_playbooks_archived: count,
    user_playbooks_promoted: count,
  }, { endpoint: "upgrade_all_user_playbooks", unsafe: true }),
  downgradeUserPlaybooks: row<"downgrade_all_user_playbooks">(byVersion, {
    ...withMessage,
    user_playbooks_demoted: count,
    user_playbooks_restored: count,
  }, { endpoint: "downgrade_all_user_playbooks", unsafe: true }),
};

/** Rows of the methods about agent playbooks. */
export const agentPlaybookRows: { readonly [K in keyof AgentPlaybookMethods]: RowDraft } = {
  searchAgentPlaybooks: row<"search_agent_playbooks">(
    { ...searchFields, playbook_status_filter: filter.review },
    agentAnswer,
    { takesRequest: true },
  ),
  getAgentPlaybooks: row<"get_agent_playbooks">(
    { ...listFields, playbook_status_filter: filter.review },
    agentAnswer,
    { takesRequest: true, cached: true },
  ),
  addAgentPlaybooks: row<"add_agent_playbook">(
    { agent_playbooks: list(newAgentPlaybook, 1) },
    addAnswer,
    { endpoint: "add_agent_playbook", unsafe: true },
  ),
  updateAgentPlaybook: row<"update_agent_playbook">({
    agent_playbook_id: positive,
    ...changeFields,
    playbook_status: filter.review,
  }, withMsg),
  updateAgentPlaybookStatus: row<"update_agent_playbook_status">({
    agent_playbook_id: positive,
    playbook_status: oneOf(PlaybookStatus),
  }, withMsg),
  deleteAgentPlaybook: row<"delete_agent_playbook">({ agent_playbook_id: positive }, withMessage, {
    mode: "optional",
  }),
  deleteAgentPlaybooksByIds: row<"delete_agent_playbooks_by_ids">({
    agent_playbook_ids: list(whole, 1),
  }, bulkAnswer),
  deleteAllAgentPlaybooks: row<"delete_all_agent_playbooks">(null, bulkAnswer),
  deleteAllPlaybooks: row<"delete_all_playbooks">(null, bulkAnswer),
  getPlaybookAggregationChangeLogs: row<"playbook_aggregation_change_logs">(
    {
      playbook_name: text,
      agent_version: text,
    },
    { ...success, change_logs: list(anything) },
    { endpoint: "playbook_aggregation_change_logs" },
  ),
};
