/** One record, not a bucket. */
export interface TimeSeriesDataPoint {
  /** Time of the record. Unix seconds, UTC. */
  readonly timestamp: number;
  /** 1 per record; 100 or 0 in evaluations_time_series. */
  readonly value: number;
}

/** Totals of one period. */
export interface PeriodStats {
  /** Profiles of every status, by `last_modified_timestamp`. */
  readonly total_profiles: number;
  /** Turns stored in the period. */
  readonly total_interactions: number;
  /** User plus agent playbooks. */
  readonly total_playbooks: number;
  /** Percent; 0 when nothing was evaluated. */
  readonly success_rate: number;
}

/** current = the last days_back days; previous = the same span before it. */
export interface DashboardStats {
  /** The last `days_back` days. */
  readonly current_period: PeriodStats;
  /** The same span before it. */
  readonly previous_period: PeriodStats;
  /** One point per turn. */
  readonly interactions_time_series: readonly TimeSeriesDataPoint[];
  /** One point per profile. */
  readonly profiles_time_series: readonly TimeSeriesDataPoint[];
  /** User playbooks only. */
  readonly playbooks_time_series: readonly TimeSeriesDataPoint[];
  /** One point per verdict. */
  readonly evaluations_time_series: readonly TimeSeriesDataPoint[];
}

/** Length of the reported period. */
export interface GetDashboardStatsRequest {
  /** Length of the period in days, above 0; null: 30. Default: `30`. */
  readonly days_back?: number | null;
}

/** Statistics. */
export interface GetDashboardStatsResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** The numbers. Default: `null`. */
  readonly stats?: DashboardStats | null;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}

/** Unexpired profiles of all users. */
export interface GetProfileStatisticsResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** Current profiles. */
  readonly current_count: number;
  /** Pending profiles. */
  readonly pending_count: number;
  /** Archived profiles. */
  readonly archived_count: number;
  /** Current profiles that expire within 7 days. */
  readonly expiring_soon_count: number;
  /** Outcome in words. Default: `null`. */
  readonly msg?: string | null;
}
