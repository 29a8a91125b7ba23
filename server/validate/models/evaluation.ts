import {
  type DashboardStats,
  type EvaluationResultView,
  type GetAgentSuccessEvaluationResultsRequest,
  type GetDashboardStatsRequest,
  type GetDashboardStatsResponse,
  type GetEvaluationResultsViewResponse,
  type GetProfileStatisticsResponse,
  type PeriodStats,
  RegularVsShadow,
  type TimeSeriesDataPoint,
} from "../../../client/contract/mod.ts";
import { list, nullable } from "../containers.ts";
import { boolean, integer, number } from "../numbers.ts";
import { object, optional, required, sent } from "../object.ts";
import { named } from "../schema.ts";
import { oneOf, text } from "../text.ts";
import { listSize } from "./common.ts";

const regularVsShadow = named("RegularVsShadow", oneOf(Object.values(RegularVsShadow)));

/** A verdict as it is returned. */
export const evaluationResultView = object<EvaluationResultView>("EvaluationResultView", {
  result_id: sent(integer(), 0),
  agent_version: required(text),
  session_id: required(text),
  is_success: required(boolean),
  failure_type: optional(nullable(text), null),
  failure_reason: optional(nullable(text), null),
  evaluation_name: optional(nullable(text), null),
  created_at: required(integer()),
  regular_vs_shadow: optional(nullable(regularVsShadow), null),
  number_of_correction_per_session: sent(integer(), 0),
  user_turns_to_resolution: optional(nullable(integer()), null),
  is_escalated: sent(boolean, false),
});

/** Body of a list of verdicts. */
export const getAgentSuccessEvaluationResultsRequest = object<
  GetAgentSuccessEvaluationResultsRequest
>("GetAgentSuccessEvaluationResultsRequest", {
  limit: optional(nullable(listSize), 100),
  agent_version: optional(nullable(text), null),
});

/** Answer with verdicts. */
export const getEvaluationResultsViewResponse = object<GetEvaluationResultsViewResponse>(
  "GetEvaluationResultsViewResponse",
  {
    success: required(boolean),
    agent_success_evaluation_results: required(list(evaluationResultView)),
    msg: optional(nullable(text), null),
  },
);

const timeSeriesDataPoint = object<TimeSeriesDataPoint>("TimeSeriesDataPoint", {
  timestamp: required(integer({ above: 0 })),
  value: required(integer({ atLeast: 0 })),
});

const periodStats = object<PeriodStats>("PeriodStats", {
  total_profiles: required(integer({ atLeast: 0 })),
  total_interactions: required(integer({ atLeast: 0 })),
  total_playbooks: required(integer({ atLeast: 0 })),
  success_rate: required(number({ atLeast: 0, atMost: 100 })),
});

const dashboardStats = object<DashboardStats>("DashboardStats", {
  current_period: required(periodStats),
  previous_period: required(periodStats),
  interactions_time_series: required(list(timeSeriesDataPoint)),
  profiles_time_series: required(list(timeSeriesDataPoint)),
  playbooks_time_series: required(list(timeSeriesDataPoint)),
  evaluations_time_series: required(list(timeSeriesDataPoint)),
});

/** Body of the dashboard numbers. */
export const getDashboardStatsRequest = object<GetDashboardStatsRequest>(
  "GetDashboardStatsRequest",
  { days_back: optional(nullable(integer({ above: 0 })), 30) },
);

/** Answer with the dashboard numbers. */
export const getDashboardStatsResponse = object<GetDashboardStatsResponse>(
  "GetDashboardStatsResponse",
  {
    success: required(boolean),
    stats: optional(nullable(dashboardStats), null),
    msg: optional(nullable(text), null),
  },
);

/** Answer with profile counts. */
export const getProfileStatisticsResponse = object<GetProfileStatisticsResponse>(
  "GetProfileStatisticsResponse",
  {
    success: required(boolean),
    current_count: sent(integer(), 0),
    pending_count: sent(integer(), 0),
    archived_count: sent(integer(), 0),
    expiring_soon_count: sent(integer(), 0),
    msg: optional(nullable(text), null),
  },
);
