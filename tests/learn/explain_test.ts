import { assert, assertEquals } from "@std/assert";
import { openApi, type TestApi } from "../support/api.ts";
import { publish } from "../support/turns.ts";

/** Parts of a dry run that are read here. */
interface DryRun {
  readonly learner: string;
  readonly turns:
    | readonly {
      readonly interaction_id: number;
      readonly hidden: readonly { readonly kind: string }[];
      readonly sentences: readonly {
        readonly text: string;
        readonly clauses: readonly { readonly mood: string; readonly cue: string }[];
        readonly rules: readonly {
          readonly rule_id: string;
          readonly outcome: string;
          readonly content: string | null;
          readonly reason: string | null;
        }[];
      }[];
    }[]
    | null;
  readonly profiles: { readonly changes: readonly { readonly op: string }[] };
}

async function dryRun(api: TestApi, texts: readonly string[]): Promise<DryRun> {
  const response = await api.send("POST", "/api/explain_publish", {
    user_id: "ana",
    interaction_data_list: texts.map((content) => ({ role: "user", content })),
  });
  assertEquals(response.status, 200);
  // The answer is written by this server.
  return await response.json() as DryRun;
}

Deno.test("explain_publish shows each sentence with its mood and the rules that fired or declined", async () => {
  await using api = await openApi();
  const { turns } = await dryRun(api, [
    "I live in Bergen. Do you know a good bakery?",
    "My name is Greta and my card number is 4111 1111 1111 1111.\n```\nme: Greta\n```",
  ]);
  const [first, second] = turns ?? [];
  const [fact, question] = first?.sentences ?? [];
  assertEquals(fact?.text, "I live in Bergen.");
  assertEquals(fact?.rules.map(({ outcome, content }) => [outcome, content]), [
    ["learnt", "Lives in Bergen"],
  ]);
  assert((fact?.rules[0]?.rule_id ?? "").length > 0);
  assertEquals(question?.clauses.map(({ mood }) => mood), ["question"]);
  assertEquals(question?.rules.filter(({ outcome }) => outcome === "learnt"), []);
  assertEquals(
    second?.sentences[0]?.rules.map(({ outcome, reason }) => [outcome, reason]),
    [["declined", "sensitive"]],
  );
  assertEquals(second?.hidden.map(({ kind }) => kind), ["code"]);
});

Deno.test("explain_publish reads against what is known and leaves it as it is", async () => {
  await using api = await openApi();
  await publish(api, "ana", ["I live in Bergen."]);
  const before = await api.call("get_profiles", { user_id: "ana" });
  const { profiles } = await dryRun(api, ["I moved to Oslo last week, I live in Oslo now."]);
  assertEquals(profiles.changes.length, 1);
  assertEquals(await api.call("get_profiles", { user_id: "ana" }), before);
});

Deno.test("explain gives the user playbooks behind an agent playbook", async () => {
  await using api = await openApi();
  for (const user of ["ana", "bo"]) {
    await publish(api, user, ["From now on, always put the ticket key in every commit message."]);
  }
  const { agent_playbooks } = await api.call("get_agent_playbooks", { limit: 10 });
  assertEquals(agent_playbooks.length, 1);
  const id = agent_playbooks[0]?.agent_playbook_id;
  const response = await api.send("GET", `/api/explain?kind=agent_playbook&id=${id}`);
  const body = await response.json();
  assertEquals(body.made, "learnt");
  assertEquals(
    body.user_playbooks.map(({ user_id }: { user_id: string }) => user_id).sort(),
    ["ana", "bo"],
  );
});

Deno.test("S-987 outcomes are counted by rule and day", async () => {
  let nowMs = Date.UTC(2026, 5, 1, 12);
  await using api = await openApi({ now: () => nowMs });
  await publish(api, "ana", ["I live in Bergen."]);
  await publish(api, "bo", ["I live in Oslo."]);
  await publish(api, "cy", ["My name is Greta and my card number is 4111 1111 1111 1111."]);
  nowMs += 86_400_000;
  await publish(api, "ana", ["I moved, I live in Turku now."]);
  const response = await api.send("GET", "/api/explain_outcomes?days=7");
  const { days } = await response.json() as {
    days: readonly {
      readonly day: string;
      readonly outcomes: readonly { rule_id: string; outcome: string; count: number }[];
    }[];
  };
  assertEquals(days.map(({ day }) => day), ["2026-06-02", "2026-06-01"]);
  const first = days[1]?.outcomes ?? [];
  assertEquals(first.filter(({ outcome }) => outcome === "added").map(({ count }) => count), [2]);
  assertEquals(first.filter(({ outcome }) => outcome === "declined").length, 1);
  assert((days[0]?.outcomes ?? []).some(({ outcome }) => outcome === "replaced"));
  assertEquals((await api.send("GET", "/api/explain_outcomes?days=0")).status, 422);
});
