import { NEVER_EXPIRES_TIMESTAMP, type ProfileTimeToLive } from "../../client/contract/mod.ts";

/** Seconds that each class lives; null: for ever. */
const LIFETIME_SEC: Readonly<Record<ProfileTimeToLive, number | null>> = {
  one_day: 86_400,
  one_week: 604_800,
  one_month: 2_592_000,
  one_quarter: 7_776_000,
  one_year: 31_536_000,
  infinity: null,
};

/**
 * When a profile of a class ends.
 *
 * @param changedAtSec Its last change, Unix seconds.
 * @returns Unix seconds, {@link NEVER_EXPIRES_TIMESTAMP} for `infinity`.
 */
export function expiresAtSec(timeToLive: ProfileTimeToLive, changedAtSec: number): number {
  const lifetimeSec = LIFETIME_SEC[timeToLive];
  return lifetimeSec === null ? NEVER_EXPIRES_TIMESTAMP : changedAtSec + lifetimeSec;
}
