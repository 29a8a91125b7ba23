import { assertEquals } from "@std/assert";
import { openApi, temporaryFolder, type TestApi } from "../support/api.ts";
import { ScriptedLearner } from "../support/scripted_learner.ts";

/** Profiles with contents of their own. */
const profiles = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    user_id: "ana",
    profile_id: `p${from + n}`,
    content: `Owns item zq${from + n} and likes number ${n % 7}`,
    last_modified_timestamp: 1_700_000_000 + n,
    generated_from_request_id: "r",
  }));

/** Ids found for a query. */
async function ids(api: TestApi, query: string): Promise<string[]> {
  const found = await api.call("search_profiles", { user_id: "ana", query, search_mode: "fts" });
  return found.user_profiles.map((one) => one.profile_id);
}

Deno.test("a saved index answers as the one it was saved of, with what changed since", async () => {
  await using folder = await temporaryFolder();
  const options = { learner: new ScriptedLearner(), kv: `${folder.path}/x.db` };
  await using api = await openApi(options);
  await api.call("add_user_profile", { user_profiles: profiles(0, 1_200) });
  assertEquals(await ids(api, "zq700"), ["p700"]);
  const ranked = await api.call("search_profiles", { user_id: "ana", query: "number 3" });
  await api.restart();
  await api.call("add_user_profile", { user_profiles: profiles(1_200, 1) });
  await api.call("delete_profile", { user_id: "ana", profile_id: "p700" });
  assertEquals(await ids(api, "zq1200"), ["p1200"]);
  assertEquals(await ids(api, "zq700"), []);
  assertEquals(await ids(api, "zq701"), ["p701"]);
  const again = await api.call("search_profiles", { user_id: "ana", query: "number 3" });
  assertEquals(
    again.user_profiles.map((one) => one.profile_id),
    ranked.user_profiles.map((one) => one.profile_id),
  );
});
