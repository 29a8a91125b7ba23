import {
  type CancelOperationRequest,
  type CancelOperationResponse,
  DEFAULT_AGENT_VERSION,
  type GetOperationStatusResponse,
  type ManualPlaybookGenerationRequest,
  type ManualPlaybookGenerationResponse,
  type ManualProfileGenerationRequest,
  type ManualProfileGenerationResponse,
  OperationStatus,
  type OperationStatusInfo,
  type RerunPlaybookGenerationRequest,
  type RerunPlaybookGenerationResponse,
  type RerunProfileGenerationRequest,
  type RerunProfileGenerationResponse,
  type RunPlaybookAggregationRequest,
  type RunPlaybookAggregationResponse,
} from "../../../client/contract/mod.ts";
import { list, map, nullable } from "../containers.ts";
import { boolean, integer, number } from "../numbers.ts";
import { object, optional, type OptionalField, required, sent } from "../object.ts";
import { named } from "../schema.ts";
import { constant, nonEmptyText, oneOf, text } from "../text.ts";
import { endsAfterStart, timeBound } from "../time_bound.ts";

/** Version of the agent; left out or empty: the server's default, which services resolve. */
const agentVersion: OptionalField<string> = {
  presence: "optional",
  schema: text,
  fill: () => "",
  defaultJson: { default: DEFAULT_AGENT_VERSION },
};

/** Body of an aggregation. */
export const runPlaybookAggregationRequest = object<RunPlaybookAggregationRequest>(
  "RunPlaybookAggregationRequest",
  { agent_version: agentVersion, playbook_name: required(nonEmptyText) },
);

/** Answer to an aggregation. */
export const runPlaybookAggregationResponse = object<RunPlaybookAggregationResponse>(
  "RunPlaybookAggregationResponse",
  { success: required(boolean), message: sent(text, "") },
);

/** Body of relearning profiles. */
export const rerunProfileGenerationRequest = object<RerunProfileGenerationRequest>(
  "RerunProfileGenerationRequest",
  {
    user_id: optional(nullable(text), null),
    start_time: optional(nullable(timeBound), null),
    end_time: optional(nullable(timeBound), null),
    source: optional(nullable(text), null),
    extractor_names: optional(nullable(list(text)), null),
  },
  { check: endsAfterStart },
);

/** Answer to relearning profiles. */
export const rerunProfileGenerationResponse = object<RerunProfileGenerationResponse>(
  "RerunProfileGenerationResponse",
  {
    success: required(boolean),
    msg: optional(nullable(text), null),
    profiles_generated: optional(nullable(integer()), null),
    operation_id: sent(constant("rerun_profile_generation"), "rerun_profile_generation"),
  },
);

/** Body of relearning user playbooks. */
export const rerunPlaybookGenerationRequest = object<RerunPlaybookGenerationRequest>(
  "RerunPlaybookGenerationRequest",
  {
    agent_version: agentVersion,
    start_time: optional(nullable(timeBound), null),
    end_time: optional(nullable(timeBound), null),
    playbook_name: optional(nullable(text), null),
    source: optional(nullable(text), null),
  },
  { check: endsAfterStart },
);

/** Answer to relearning user playbooks. */
export const rerunPlaybookGenerationResponse = object<RerunPlaybookGenerationResponse>(
  "RerunPlaybookGenerationResponse",
  {
    success: required(boolean),
    msg: optional(nullable(text), null),
    playbooks_generated: optional(nullable(integer()), null),
    operation_id: sent(constant("rerun_playbook_generation"), "rerun_playbook_generation"),
  },
);

/** Body of learning profiles now. */
export const manualProfileGenerationRequest = object<ManualProfileGenerationRequest>(
  "ManualProfileGenerationRequest",
  {
    user_id: optional(nullable(text), null),
    source: optional(nullable(text), null),
    extractor_names: optional(nullable(list(text)), null),
  },
);

/** Answer to learning profiles now. */
export const manualProfileGenerationResponse = object<ManualProfileGenerationResponse>(
  "ManualProfileGenerationResponse",
  {
    success: required(boolean),
    msg: optional(nullable(text), null),
    profiles_generated: optional(nullable(integer()), null),
  },
);

/** Body of learning user playbooks now. */
export const manualPlaybookGenerationRequest = object<ManualPlaybookGenerationRequest>(
  "ManualPlaybookGenerationRequest",
  {
    agent_version: agentVersion,
    source: optional(nullable(text), null),
    playbook_name: optional(nullable(text), null),
  },
);

/** Answer to learning user playbooks now. */
export const manualPlaybookGenerationResponse = object<ManualPlaybookGenerationResponse>(
  "ManualPlaybookGenerationResponse",
  {
    success: required(boolean),
    msg: optional(nullable(text), null),
    playbooks_generated: optional(nullable(integer()), null),
  },
);

const operationStatusInfo = object<OperationStatusInfo>("OperationStatusInfo", {
  service_name: required(text),
  status: required(named("OperationStatus", oneOf(Object.values(OperationStatus)))),
  started_at: required(integer()),
  completed_at: optional(nullable(integer()), null),
  total_users: sent(integer(), 0),
  processed_users: sent(integer(), 0),
  failed_users: sent(integer(), 0),
  current_user_id: optional(nullable(text), null),
  processed_user_ids: sent(list(text), []),
  failed_user_ids: sent(list(map), []),
  request_params: sent(map, {}),
  stats: sent(map, {}),
  error_message: optional(nullable(text), null),
  progress_percentage: sent(number({ atLeast: 0, atMost: 100 }), 0),
});

/** Answer with the progress of a run. */
export const getOperationStatusResponse = object<GetOperationStatusResponse>(
  "GetOperationStatusResponse",
  {
    success: required(boolean),
    operation_status: optional(nullable(operationStatusInfo), null),
    msg: optional(nullable(text), null),
  },
);

/** Body of stopping a run. */
export const cancelOperationRequest = object<CancelOperationRequest>("CancelOperationRequest", {
  service_name: optional(nullable(text), null),
});

/** Answer to stopping a run. */
export const cancelOperationResponse = object<CancelOperationResponse>("CancelOperationResponse", {
  success: required(boolean),
  cancelled_services: sent(list(text), []),
  msg: optional(nullable(text), null),
});
