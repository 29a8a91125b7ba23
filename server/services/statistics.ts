import type { DashboardStats, PeriodStats } from "../../client/contract/mod.ts";
import type { OrgStore } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { answeringFailure } from "./failures.ts";
import type { Handlers } from "./handlers.ts";

const DAY_SEC = 86_400;

/** How far ahead an expiry counts as soon, in seconds. */
const EXPIRING_SOON_SEC = 7 * DAY_SEC;

/** Days a dashboard looks back when the caller does not say. */
const DEFAULT_DAYS_BACK = 30;

/** Times of everything that a dashboard counts, unsorted. */
interface Times {
  readonly interactions: readonly number[];
  readonly profiles: readonly number[];
  readonly userPlaybooks: readonly number[];
  readonly agentPlaybooks: readonly number[];
  readonly verdicts: readonly { readonly atSec: number; readonly isSuccess: boolean }[];
}

/** Reads the times from the caught-up views. */
async function timesOf(org: OrgStore): Promise<Times> {
  const interactions = await org.view("interaction");
  const profiles = await org.view("profile");
  const userPlaybooks = await org.view("user_playbook");
  const agentPlaybooks = await org.view("agent_playbook");
  const verdicts = await org.view("evaluation");
  const oldest = { order: "oldest" } as const;
  return {
    interactions: interactions.selectMetas(oldest).map((meta) => meta.created_at),
    profiles: profiles.selectMetas(oldest).map((meta) => meta.last_modified_timestamp),
    userPlaybooks: userPlaybooks.selectMetas(oldest).map((meta) => meta.created_at),
    agentPlaybooks: agentPlaybooks.selectMetas(oldest).map((meta) => meta.created_at),
    verdicts: verdicts.selectMetas(oldest).map((meta) => ({
      atSec: meta.created_at,
      isSuccess: meta.is_success,
    })),
  };
}

/** Sums over the times that `isIn` admits. */
function periodOf(times: Times, isIn: (atSec: number) => boolean): PeriodStats {
  const count = (list: readonly number[]) => list.filter(isIn).length;
  const verdicts = times.verdicts.filter(({ atSec }) => isIn(atSec));
  const successes = verdicts.filter(({ isSuccess }) => isSuccess).length;
  return {
    total_interactions: count(times.interactions),
    total_profiles: count(times.profiles),
    total_playbooks: count(times.userPlaybooks) + count(times.agentPlaybooks),
    success_rate: verdicts.length === 0 ? 0 : (100 * successes) / verdicts.length,
  };
}

/** The dashboard at `nowSec`: two equal windows and one point a row in the newer one. */
function dashboardOf(times: Times, nowSec: number, daysBack: number): DashboardStats {
  const periodSec = daysBack * DAY_SEC;
  const startSec = nowSec - periodSec;
  const isCurrent = (atSec: number) => atSec >= startSec && atSec <= nowSec;
  const points = (list: readonly number[]) =>
    list.filter(isCurrent).map((timestamp) => ({ timestamp, value: 1 }));
  return {
    current_period: periodOf(times, isCurrent),
    previous_period: periodOf(times, (atSec) => atSec >= startSec - periodSec && atSec < startSec),
    interactions_time_series: points(times.interactions),
    profiles_time_series: points(times.profiles),
    playbooks_time_series: points(times.userPlaybooks),
    evaluations_time_series: times.verdicts.filter(({ atSec }) => isCurrent(atSec)).map(
      ({ atSec, isSuccess }) => ({ timestamp: atSec, value: isSuccess ? 100 : 0 }),
    ),
  };
}

/** The statistics verbs. */
export function createStatisticsHandlers(
  { store, nowMs }: ServiceDeps,
): Pick<Handlers, "get_dashboard_stats" | "get_profile_statistics"> {
  return {
    get_dashboard_stats: answeringFailure<"get_dashboard_stats">(async ({ org, body }) => ({
      success: true,
      stats: dashboardOf(
        await timesOf(store.org(org)),
        Math.floor(nowMs() / 1000),
        body.days_back ?? DEFAULT_DAYS_BACK,
      ),
      msg: "Retrieved dashboard stats successfully",
    }), (text) => ({ success: false, msg: `Failed to get dashboard stats: ${text}` })),
    get_profile_statistics: answeringFailure<"get_profile_statistics">(async ({ org }) => {
      const now = Math.floor(nowMs() / 1000);
      const alive = (await store.org(org).view("profile")).selectMetas({
        where: (meta) => meta.expiration_timestamp >= now,
      });
      const current = alive.filter((meta) => meta.status === null);
      return {
        success: true,
        current_count: current.length,
        pending_count: alive.filter((meta) => meta.status === "pending").length,
        archived_count: alive.filter((meta) => meta.status === "archived").length,
        expiring_soon_count: current.filter((meta) =>
          meta.expiration_timestamp <= now + EXPIRING_SOON_SEC
        ).length,
        msg: "Retrieved profile statistics successfully",
      };
    }, (text) => ({
      success: false,
      current_count: 0,
      pending_count: 0,
      archived_count: 0,
      expiring_soon_count: 0,
      msg: `Failed to get profile statistics: ${text}`,
    })),
  };
}
