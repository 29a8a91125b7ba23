import type { DashboardStats, GetProfileStatisticsResponse } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { refusalIn } from "../failure.ts";
import { plural } from "../render/age.ts";
import { barChart, bucketCounts, sparkline } from "../render/chart.ts";
import type { Screen } from "../render/screen.ts";
import type { Result } from "../result.ts";

/** Cells in front of a small chart. */
const LABEL_CELLS = 31;

/** Most bars of a small chart. */
const MAX_BARS = 30;

const DAY_SEC = 86_400;

/** `stats`: counts and small charts. */
export async function stats(context: Context): Promise<Result> {
  const days = context.input.number("days", 30);
  if (days < 1) throw usageError(`--days is ${days}, must be at least 1`);
  const client = await context.client();
  const [answer, profiles] = await Promise.all([
    client.getDashboardStats({ daysBack: days }),
    client.getProfileStatistics(),
  ]);
  const failure = refusalIn(answer, "read the statistics");
  const numbers = answer.stats ?? null;
  return {
    data: { ...answer, profile_statistics: profiles },
    ...failure ? { failure } : {},
    human: (screen) =>
      numbers === null
        ? ""
        : [...periodLines(numbers, days, screen), "", ...profileLines(profiles, screen)].join("\n"),
  };
}

/** The period beside the one before; a bar stands for one or several whole days. */
function periodLines(numbers: DashboardStats, days: number, screen: Screen): string[] {
  const { current_period: now, previous_period: before } = numbers;
  const daysOfBar = Math.ceil(days / MAX_BARS);
  const buckets = Math.ceil(days / daysOfBar);
  const range = {
    fromSec: screen.nowSec - buckets * daysOfBar * DAY_SEC,
    toSec: screen.nowSec,
    buckets,
  };
  const hasRoom = screen.columns >= LABEL_CELLS + buckets;
  const bars = (series: readonly { timestamp: number }[]) =>
    hasRoom
      ? screen.style.cyan(sparkline(bucketCounts(series.map(({ timestamp }) => timestamp), range)))
      : "";
  const row = (label: string, count: string, trend: string, chart = "") =>
    `${label.padEnd(13)}${count.padStart(7)}  ${trend.padEnd(8)} ${chart}`.trimEnd();
  const counted = (
    label: string,
    field: "total_interactions" | "total_profiles" | "total_playbooks",
    series: readonly { timestamp: number }[],
  ) => row(label, `${now[field]}`, change(now[field], before[field]), bars(series));
  const isJudged = numbers.evaluations_time_series.length > 0;
  const unit = daysOfBar === 1 ? "a day" : `${daysOfBar} days`;
  return [
    screen.style.bold(`Last ${plural(days, "day")}`) +
    (hasRoom && days > 1 ? screen.style.dim(`, each bar ${unit}`) : ""),
    counted("Interactions", "total_interactions", numbers.interactions_time_series),
    counted("Profiles", "total_profiles", numbers.profiles_time_series),
    counted("Playbooks", "total_playbooks", numbers.playbooks_time_series),
    isJudged
      ? row(
        "Success %",
        `${Math.round(now.success_rate)}`,
        change(Math.round(now.success_rate), Math.round(before.success_rate)),
      )
      : `${row("Success %", "–", "")}  ${screen.style.dim("none judged")}`,
  ];
}

/** Profiles by state. */
function profileLines(profiles: GetProfileStatisticsResponse, screen: Screen): string[] {
  const chart = barChart([
    ["Current", profiles.current_count],
    ["Pending", profiles.pending_count],
    ["Archived", profiles.archived_count],
    ["Expiring soon", profiles.expiring_soon_count],
  ], screen);
  return [screen.style.bold("Profiles now"), chart];
}

/** How much more than in the period before. */
function change(now: number, before: number): string {
  if (before === 0) return now === 0 ? "" : "new";
  const percent = Math.round((now - before) / before * 100);
  return percent === 0 ? "same" : `${percent > 0 ? "+" : ""}${percent} %`;
}
