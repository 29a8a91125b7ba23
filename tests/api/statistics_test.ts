import { assertEquals } from "@std/assert";
import { startApi } from "./api_server.ts";
import { agentPlaybook, JUDGING, profile, teach, userPlaybook } from "./seed.ts";

const DAY_SEC = 86_400;

Deno.test("H-269 R-009 profile statistics count what is alive, by status", async () => {
  await using api = await startApi();
  const now = api.nowSec();
  await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "a" }),
      profile({ profile_id: "soon", expiration_timestamp: now + DAY_SEC }),
      profile({ profile_id: "later", expiration_timestamp: now + 30 * DAY_SEC }),
      profile({ profile_id: "dead", expiration_timestamp: now - 1 }),
      profile({ profile_id: "p", status: "pending", expiration_timestamp: now + DAY_SEC }),
      profile({ profile_id: "x", status: "archived" }),
    ],
  });
  assertEquals(await api.ask("get_profile_statistics", null), {
    success: true,
    current_count: 3,
    pending_count: 1,
    archived_count: 1,
    expiring_soon_count: 1,
    msg: "Retrieved profile statistics successfully",
  });
});

Deno.test("H-268 R-054 a dashboard compares two equal periods, one point a row", async () => {
  await using api = await startApi();
  const now = api.nowSec();
  await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "new", last_modified_timestamp: now - 60 }),
      profile({ profile_id: "old", last_modified_timestamp: now - 40 * DAY_SEC }),
      profile({ profile_id: "future", last_modified_timestamp: now + DAY_SEC }),
      profile({
        profile_id: "dead",
        last_modified_timestamp: now - 60,
        expiration_timestamp: now - 1,
      }),
    ],
  });
  await api.ask("add_user_playbook", {
    user_playbooks: [
      userPlaybook({ created_at: now - 60, status: "archived" }),
      userPlaybook({ created_at: now - 35 * DAY_SEC }),
    ],
  });
  await api.ask("add_agent_playbook", { agent_playbooks: [agentPlaybook({})] });
  const { stats, msg } = await api.ask("get_dashboard_stats", {});
  assertEquals(msg, "Retrieved dashboard stats successfully");
  const { current_period: current, previous_period: previous } = stats ?? {};
  assertEquals([current?.total_profiles, previous?.total_profiles], [2, 1]);
  assertEquals([current?.total_playbooks, previous?.total_playbooks], [2, 1]);
  assertEquals([current?.total_interactions, current?.success_rate], [0, 0]);
  const points = [{ timestamp: now - 60, value: 1 }];
  assertEquals(stats?.playbooks_time_series, points);
  assertEquals(stats?.profiles_time_series, [...points, ...points]);
  assertEquals([stats?.interactions_time_series, stats?.evaluations_time_series], [[], []]);
  const wide = await api.ask("get_dashboard_stats", { days_back: 60 });
  assertEquals(wide.stats?.current_period.total_profiles, 3);
  const absurd = await api.ask("get_dashboard_stats", { days_back: 1_000_000_000 });
  assertEquals(absurd.stats?.current_period.total_profiles, 3);
});

Deno.test("H-268 verdicts count as a rate and as points of 100 or 0", async () => {
  await using api = await startApi();
  await api.ask("set_config", JUDGING);
  await teach(api, "ada", { session: "good" });
  await teach(api, "bea", {
    session: "bad",
    turns: [
      { role: "user", content: "Book a table for two at eight." },
      { role: "assistant", content: "Booked a table for five at nine." },
      { role: "user", content: "No, that is wrong again. You never listen." },
    ],
  });
  api.advance(700);
  await api.drain();
  const { stats } = await api.ask("get_dashboard_stats", {});
  const values = stats?.evaluations_time_series.map(({ value }) => value).toSorted();
  assertEquals(values, [0, 100]);
  assertEquals(stats?.current_period.success_rate, 50);
});
