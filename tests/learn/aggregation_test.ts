import { assert, assertEquals } from "@std/assert";
import type { AgentPlaybookView } from "../../client/contract/mod.ts";
import { openApi, type TestApi } from "../support/api.ts";
import { LONE_RULES, NOISE, TAUGHT_RULES } from "./taught_rules.ts";

const NAME = "default_playbook_extractor";
const USERS = 40;
const RULES_A_USER = 3;

/** Publishes what one user says, each after an answer of the agent. */
async function say(api: TestApi, user_id: string, texts: readonly string[]): Promise<void> {
  await api.call("publish_interaction", {
    user_id,
    interaction_data_list: texts.flatMap((content) => [
      { role: "Assistant", content: "Done, here it is." },
      { role: "User", content },
    ]),
  }, { query: { wait_for_response: true } });
}

/** Everybody teaches three of the rules in words of their own, and says other things as well. */
async function teachAll(api: TestApi): Promise<void> {
  for (let user = 0; user < USERS; user++) {
    const texts: string[] = [];
    for (let turn = 0; turn < RULES_A_USER; turn++) {
      const n = user * RULES_A_USER + turn;
      const { wordings } = TAUGHT_RULES[n % TAUGHT_RULES.length] ?? { wordings: [] };
      texts.push(NOISE[(user * 5 + turn * 7) % NOISE.length] ?? "");
      texts.push(wordings[Math.floor(n / TAUGHT_RULES.length) % wordings.length] ?? "");
    }
    const lone = LONE_RULES[user];
    await say(api, `user-${user}`, lone === undefined ? texts : [...texts, lone]);
  }
}

/** An agent playbook with the user playbooks behind it. */
interface Explained {
  readonly item: AgentPlaybookView;
  readonly user_playbooks: readonly {
    readonly user_id: string;
    readonly trigger: string | null;
    readonly content: string;
  }[];
}

async function agentPlaybooks(api: TestApi): Promise<Explained[]> {
  const { agent_playbooks } = await api.call("get_agent_playbooks", { limit: 1_000 });
  const explained: Explained[] = [];
  for (const { agent_playbook_id: id } of agent_playbooks) {
    const response = await api.send("GET", `/api/explain?kind=agent_playbook&id=${id}`);
    // The answer is written by this server.
    explained.push(await response.json() as Explained);
  }
  return explained;
}

/** Numbers of the taught rules that the members of a playbook stem from; -1 for others. */
function rulesOf({ user_playbooks }: Explained): number[] {
  const rules = user_playbooks.map(({ trigger, content }) =>
    TAUGHT_RULES.findIndex(({ sign }) => sign.test(`${trigger ?? ""} ${content}`))
  );
  return [...new Set(rules)];
}

function texts(playbooks: readonly Explained[]): string[] {
  return playbooks.map(({ item }) => JSON.stringify(item)).sort();
}

/** Parts of one list that are not in the other. */
function without(list: readonly string[], other: readonly string[]): string[] {
  return list.filter((text) => !other.includes(text));
}

function rebuild(api: TestApi) {
  return api.call("run_playbook_aggregation", { playbook_name: NAME, agent_version: "" });
}

Deno.test("S-113 S-114 S-119 S-991 40 users teach 12 rules in varied words: one agent playbook each, support counted", async () => {
  await using api = await openApi();
  await teachAll(api);
  // The last user alone was too little for an aggregation to start by itself.
  await rebuild(api);
  const learnt = await agentPlaybooks(api);
  assert(learnt.length >= 11 && learnt.length <= 13, `${learnt.length} agent playbooks`);
  const found = learnt.map(rulesOf);
  assertEquals(found.filter((rules) => rules.length !== 1 || rules[0] === -1), [], "mixed");
  assert(new Set(found.flat()).size >= 11, "a rule is missing");
  for (const { item, user_playbooks } of learnt) {
    const users = new Set(user_playbooks.map(({ user_id }) => user_id)).size;
    assertEquals(
      /Seen in (\d+) rules of (\d+) users/.exec(item.rationale ?? "")?.slice(1),
      [String(user_playbooks.length), String(users)],
      item.content,
    );
  }

  await rebuild(api);
  assertEquals(texts(await agentPlaybooks(api)), texts(learnt), "a second run changes nothing");

  await oneMoreUser(api, learnt);
  await approvedOnesSurvive(api);
});

/** One new user changes one cluster and nothing else. */
async function oneMoreUser(api: TestApi, before: readonly Explained[]): Promise<void> {
  await api.call("set_config", {
    storage_config: null,
    user_playbook_extractor_configs: [{
      extractor_name: NAME,
      extraction_definition_prompt: "rules",
      aggregation_config: { reaggregation_trigger_count: 1 },
    }],
  });
  await say(api, "newcomer", [TAUGHT_RULES[0]?.wordings[0] ?? ""]);
  const [old, now] = [texts(before), texts(await agentPlaybooks(api))];
  assertEquals([without(old, now).length, without(now, old).length], [1, 1]);
}

/** What a person approved stays, whatever becomes of its cluster. */
async function approvedOnesSurvive(api: TestApi): Promise<void> {
  const [first] = await agentPlaybooks(api);
  const id = first?.item.agent_playbook_id ?? 0;
  await api.call("update_agent_playbook_status", {
    agent_playbook_id: id,
    playbook_status: "approved",
  });
  await say(api, "late-1", TAUGHT_RULES.map(({ wordings }) => wordings[0] ?? ""));
  await rebuild(api);
  const kept = (await agentPlaybooks(api)).find(({ item }) => item.agent_playbook_id === id);
  assertEquals(
    [kept?.item.playbook_status, kept?.item.content],
    ["approved", first?.item.content],
  );
}
