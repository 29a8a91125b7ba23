import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { plural } from "../render/age.ts";
import { contextBlock, type ContextItems, DEFAULT_MAX_CHARS } from "../render/context_block.ts";
import type { Result } from "../result.ts";

/** Characters that one token takes, about. */
const CHARS_PER_TOKEN = 4;

/** Most items of each kind. */
const TOP = 5;

/** What is asked for when nobody says what the conversation is about. */
const GENERAL_QUERY = "general preferences";

/** Whose context it is. */
interface Subject {
  readonly userId: string;
  readonly agentVersion: string;
}

/** `context`: what an agent should know of a person. */
export async function context(context: Context): Promise<Result> {
  const { input, settings, out } = context;
  const userId = context.userId();
  const agentVersion = input.filled("agent-version") ?? settings.agentVersion;
  if (agentVersion === undefined) {
    throw usageError(
      "Missing --agent-version",
      "Add the version that the conversations were published with, for example agent-v0, " +
        "or set REFLEXIO_AGENT_VERSION",
    );
  }
  const query = input.filled("query");
  const subject = { userId, agentVersion };
  let found = await searchFor(context, query ?? GENERAL_QUERY, subject);
  if (query === undefined && countOf(found) === 0) found = await newestFor(context, subject);
  const { profiles, agent_playbooks, user_playbooks } = found;
  const playbooks = [...agent_playbooks, ...user_playbooks];
  const tail = countOf(found) === 0 ? `: ${emptyReason(subject, query)}` : "";
  out.note(`${plural(profiles.length, "profile")}, ${plural(playbooks.length, "playbook")}${tail}`);
  const budget = input.numberIfGiven("budget");
  const maxChars = budget === undefined
    ? input.number("max-chars", DEFAULT_MAX_CHARS)
    : budget * CHARS_PER_TOKEN;
  return {
    data: { profiles, playbooks, agent_playbooks, user_playbooks },
    keepsNulls: true,
    human: () => contextBlock(found, maxChars),
  };
}

/** What fits a query. */
async function searchFor(
  context: Context,
  query: string,
  { userId, agentVersion }: Subject,
): Promise<ContextItems> {
  const client = await context.client();
  return await client.search({ query, topK: TOP, threshold: 0.4, userId, agentVersion });
}

/** The newest that holds for the person and the version. */
async function newestFor(
  context: Context,
  { userId, agentVersion }: Subject,
): Promise<ContextItems> {
  const client = await context.client();
  const [{ user_profiles }, { agent_playbooks }, { user_playbooks }] = await Promise.all([
    client.getProfiles({ userId, topK: TOP }),
    client.getAgentPlaybooks({ limit: TOP, agentVersion, playbookStatusFilter: "approved" }),
    client.getUserPlaybooks({ limit: TOP, userId, agentVersion, statusFilter: [null] }),
  ]);
  return { profiles: user_profiles, agent_playbooks, user_playbooks };
}

/** How many items there are. */
function countOf({ profiles, agent_playbooks, user_playbooks }: ContextItems): number {
  return profiles.length + agent_playbooks.length + user_playbooks.length;
}

/** Why there is nothing. */
function emptyReason({ userId, agentVersion }: Subject, query: string | undefined): string {
  return query === undefined
    ? `nothing is known of ${userId} and ${agentVersion} yet`
    : "nothing fits the query; leave --query out for what is newest";
}
