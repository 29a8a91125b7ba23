import type { ReflexioClient } from "../../mod.ts";
import type { Context } from "../context.ts";
import { CliError, usageError } from "../errors.ts";
import { refusalIn } from "../failure.ts";
import { plural } from "../render/age.ts";
import { isRecord } from "../render/fields.ts";
import type { Result } from "../result.ts";
import { findItem } from "./_find_item.ts";
import { acknowledge } from "./_acknowledge.ts";

/** Most rows of a kind that one round removes. */
const ALL = 10_000;

/** What is stored about a person. */
interface Traces {
  readonly requestIds: readonly string[];
  readonly turns: number;
  readonly profileIds: readonly string[];
  readonly userPlaybookIds: readonly number[];
}

/** `forget`: a person, or single items. Without `--yes` a dry run. */
export async function forget(context: Context): Promise<Result> {
  const { input } = context;
  const user = input.filled("user");
  const profile = input.filled("profile");
  const playbook = input.numberIfGiven("playbook");
  const request = input.filled("request");
  const given = [user, profile, playbook, request].filter((each) => each !== undefined);
  if (given.length !== 1) {
    throw usageError(
      "Name one thing to forget",
      "reflexio forget USER, or --profile, --playbook, --request ID",
    );
  }
  if (user !== undefined) return await forgetUser(context, user);
  return await forgetItem(context, { profile, playbook, request });
}

/** Whether only the plan is wanted: the default, so that nothing goes by mistake. */
function isDryRun({ input }: Context): boolean {
  return input.on("dry-run") || !input.on("yes");
}

/** Removes everything that is stored about a person; servers of ours do it themselves, and sign it. */
async function forgetUser(context: Context, user: string): Promise<Result> {
  try {
    return await askToForget(context, user);
  } catch (error) {
    const isUnknown = error instanceof CliError &&
      ["not_found", "method_not_allowed", "not_implemented"].includes(error.code ?? "");
    if (!isUnknown) throw error;
    context.out.detail("The server has no verb for it: rows are removed one kind after the other");
    return await forgetByParts(context, user);
  }
}

/** Lets the server forget, down to logs and jobs. */
async function askToForget(context: Context, user: string): Promise<Result> {
  const { out } = context;
  const dryRun = isDryRun(context);
  const { body } = await context.request("POST /api/forget_user", {
    body: { user_id: user, dry_run: dryRun },
  });
  const answer = isRecord(body) ? body : {};
  const report = isRecord(answer.report) ? answer.report : {};
  const counts = dryRun ? answer.would_remove : report.removed;
  const text = isRecord(counts) && Object.keys(counts).length > 0
    ? Object.entries(counts).map(([kind, count]) => {
      const many = kind.replaceAll("_", " ");
      return plural(Number(count), many.replace(/ies$/, "y").replace(/s$/, ""), many);
    }).join(", ")
    : "nothing";
  if (dryRun) {
    out.note(`Would remove of ${user}: ${text}`);
    out.note("Do it with --yes");
    return { data: { user_id: user, dry_run: true, would_remove: counts ?? {} } };
  }
  out.note(`Removed of ${user}: ${text}`);
  const failure = refusalIn(answer, `forget ${user}`);
  const receipt = { user_id: user, server: context.server().url, ...report };
  return {
    data: receipt,
    human: () => JSON.stringify(receipt, null, 2),
    ...failure ? { failure } : {},
  };
}

/** Removes what the API of every server can list. */
async function forgetByParts(context: Context, user: string): Promise<Result> {
  const { out } = context;
  const client = await context.client();
  const traces = await tracesOf(client, user);
  const counts = {
    requests: traces.requestIds.length,
    interactions: traces.turns,
    profiles: traces.profileIds.length,
    user_playbooks: traces.userPlaybookIds.length,
  };
  const text =
    `${plural(counts.requests, "request")} with ${plural(counts.interactions, "turn")}, ` +
    `${plural(counts.profiles, "profile")}, ${plural(counts.user_playbooks, "user playbook")}`;
  if (isDryRun(context)) {
    out.note(`Would remove of ${user}: ${text}`);
    out.note("Agent playbooks hold no name and stay; do it with --yes");
    return { data: { user_id: user, dry_run: true, ...counts } };
  }
  await removeTraces(client, traces);
  const left = await tracesOf(client, user);
  const rest = left.requestIds.length + left.profileIds.length + left.userPlaybookIds.length;
  const receipt = {
    user_id: user,
    forgotten_at: new Date().toISOString(),
    removed: counts,
    left: rest,
    server: context.server().url,
  };
  out.note(`Removed of ${user}: ${text}`);
  const human = () => JSON.stringify(receipt, null, 2);
  if (rest === 0) return { data: receipt, human };
  const failure = new CliError(
    "general",
    `${plural(rest, "row")} of ${user} came meanwhile or stayed`,
    {
      hint: "Run it again",
    },
  );
  return { data: receipt, human, failure };
}

/** Everything stored about a person. */
async function tracesOf(client: ReflexioClient, userId: string): Promise<Traces> {
  const [requests, profiles, playbooks] = await Promise.all([
    client.getRequests({ userId, topK: ALL }),
    client.getProfiles({
      userId,
      topK: ALL,
      statusFilter: [null, "pending", "archived"],
    }),
    client.getUserPlaybooks({ userId, limit: ALL }),
  ]);
  const all = requests.sessions.flatMap((session) => session.requests);
  return {
    requestIds: all.map(({ request }) => request.request_id),
    turns: all.reduce((sum, { interactions }) => sum + interactions.length, 0),
    profileIds: profiles.user_profiles.map(({ profile_id }) => profile_id),
    userPlaybookIds: playbooks.user_playbooks.map(({ user_playbook_id }) => user_playbook_id),
  };
}

/** Removes what was found; what was learnt goes first. */
async function removeTraces(client: ReflexioClient, traces: Traces): Promise<void> {
  const { profileIds, userPlaybookIds, requestIds } = traces;
  const answers = [
    profileIds.length > 0 ? await client.deleteProfilesByIds({ profileIds }) : null,
    userPlaybookIds.length > 0 ? await client.deleteUserPlaybooksByIds({ userPlaybookIds }) : null,
    requestIds.length > 0 ? await client.deleteRequestsByIds({ requestIds }) : null,
  ];
  for (const answer of answers) {
    const failure = refusalIn(answer, "forget everything");
    if (failure) throw failure;
  }
}

/** Removes one item. */
async function forgetItem(
  context: Context,
  what: {
    readonly profile: string | undefined;
    readonly playbook: number | undefined;
    readonly request: string | undefined;
  },
): Promise<Result> {
  const client = await context.client();
  const { profile, playbook, request } = what;
  const name = profile !== undefined
    ? `profile ${profile}`
    : playbook !== undefined
    ? `user playbook ${playbook}`
    : `request ${request}`;
  if (isDryRun(context)) {
    context.out.note(`Would remove ${name}; do it with --yes`);
    return { data: { would_remove: name, dry_run: true } };
  }
  let answer: unknown;
  if (profile !== undefined) {
    const { id } = await findItem(context, profile);
    answer = await client.deleteProfilesByIds({ profileIds: [`${id}`] });
  } else if (playbook !== undefined) {
    answer = await client.deleteUserPlaybook({ userPlaybookId: playbook, waitForResponse: true });
  } else {
    answer = await client.deleteRequest({ requestId: request ?? "", waitForResponse: true });
  }
  return acknowledge(context, answer, {
    action: `forget ${name}`,
    done: `Removed ${name}`,
  });
}
