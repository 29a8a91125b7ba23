/** One record, not a bucket. */
export interface TimeSeriesDataPoint {
  /** Unix seconds, UTC. */
  readonly timestamp: number;
  /** 1 per record; 100 or 0 in evaluations_time_series. */
  readonly value: number;
}

/** Totals of one period. */
export interface PeriodStats {
  /** By last_modified_timestamp, every status. */
  readonly total_profiles: number;
  /** `total_interactions`. */
  readonly total_interactions: number;
  /** User plus agent playbooks. */
  readonly total_playbooks: number;
  /** Percent; 0 when nothing was evaluated. */
  readonly success_rate: number;
}

/** current = the last days_back days; previous = the same span before it. */
export interface DashboardStats {
  /** `current_period`. */
  readonly current_period: PeriodStats;
  /** `previous_period`. */
  readonly previous_period: PeriodStats;
  /** `interactions_time_series`. */
  readonly interactions_time_series: readonly TimeSeriesDataPoint[];
  /** `profiles_time_series`. */
  readonly profiles_time_series: readonly TimeSeriesDataPoint[];
  /** User playbooks only. */
  readonly playbooks_time_series: readonly TimeSeriesDataPoint[];
  /** `evaluations_time_series`. */
  readonly evaluations_time_series: readonly TimeSeriesDataPoint[];
}

/** Length of the reported period. */
export interface GetDashboardStatsRequest {
  /** Null = 30. Default: `30`. */
  readonly days_back?: number | null;
}

/** Statistics. */
export interface GetDashboardStatsResponse {
  /** `success`. */
  readonly success: boolean;
  /** Default: `null`. */
  readonly stats?: DashboardStats | null;
  /** Default: `null`. */
  readonly msg?: string | null;
}

/** Unexpired profiles of all users. */
export interface GetProfileStatisticsResponse {
  /** `success`. */
  readonly success: boolean;
  /** `current_count`. */
  readonly current_count: number;
  /** `pending_count`. */
  readonly pending_count: number;
  /** `archived_count`. */
  readonly archived_count: number;
  /** Current and expiring within 7 days. */
  readonly expiring_soon_count: number;
  /** Default: `null`. */
  readonly msg?: string | null;
}
