import type {
  ProfileChangeLogView,
  ProfileView,
  Request,
  UserPlaybookView,
} from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { refusalIn } from "../failure.ts";
import { formatAge, plural } from "../render/age.ts";
import {
  agentPlaybookBlocks,
  interactionBlocks,
  profileBlocks,
  userPlaybookBlocks,
} from "../render/blocks.ts";
import { isRecord } from "../render/fields.ts";
import type { Screen } from "../render/screen.ts";
import { oneLine } from "../render/width.ts";
import type { Result } from "../result.ts";
import { findItem, type Item } from "./_find_item.ts";
import { limitOf } from "./_lists.ts";

/** Most items of a person that are looked through. */
const ALL = 10_000;

/** `show`: one item and what happened to it. */
export async function show(context: Context): Promise<Result> {
  const found = await findItem(context, context.input.required("id", "ID"));
  const changes = found.kind === "profile" ? await changesOf(context, found.id) : [];
  const learnt = found.kind === "request" ? await learntFrom(context, found.item) : null;
  return {
    data: {
      kind: found.kind,
      item: found.item,
      ...found.kind === "request" ? { interactions: found.turns, learnt } : {},
      ...found.kind === "profile" ? { history: changes } : {},
    },
    human: (screen) => {
      const history = changes.map((change) => changeLine(change, screen));
      const parts = [
        itemBlock(found, screen),
        history.join("\n"),
        learnt === null ? "" : learntBlock(learnt, screen),
      ];
      return parts.filter((part) => part !== "").join("\n\n");
    },
  };
}

/** What a conversation taught. */
interface Learnt {
  readonly profiles: readonly ProfileView[];
  readonly user_playbooks: readonly UserPlaybookView[];
}

/** What came of a request. */
async function learntFrom(context: Context, request: Request): Promise<Learnt> {
  const { user_id: userId, request_id: id } = request;
  const client = await context.client();
  const [{ user_profiles }, { user_playbooks }] = await Promise.all([
    client.getProfiles({ userId, topK: ALL }),
    client.getUserPlaybooks({ userId, limit: ALL }),
  ]);
  return {
    profiles: user_profiles.filter((each) => each.generated_from_request_id === id),
    user_playbooks: user_playbooks.filter((each) => each.request_id === id),
  };
}

/** What was learnt as blocks under a heading. */
function learntBlock({ profiles, user_playbooks }: Learnt, screen: Screen): string {
  const blocks = [
    profiles.length === 0 ? "" : profileBlocks(profiles, screen),
    user_playbooks.length === 0 ? "" : userPlaybookBlocks(user_playbooks, screen),
  ].filter((block) => block !== "");
  const heading = screen.style.bold("Learnt from it");
  return blocks.length === 0
    ? `${heading}\n${screen.style.dim("nothing that holds now")}`
    : [heading, ...blocks].join("\n");
}

/** An item as a block. */
function itemBlock(found: Item, screen: Screen): string {
  switch (found.kind) {
    case "profile":
      return `${profileBlocks([found.item], screen)}\n    ${
        screen.style.dim(
          `request: ${found.item.generated_from_request_id}`,
        )
      }`;
    case "user-playbook":
      return userPlaybookBlocks([found.item], screen);
    case "agent-playbook":
      return agentPlaybookBlocks([found.item], screen);
    case "interaction":
      return interactionBlocks([found.item], screen);
    case "request":
      return interactionBlocks(found.turns, screen);
  }
}

/** One change of a profile. */
interface Change {
  readonly at: number;
  readonly what: "added" | "removed" | "confirmed";
  readonly userId: string;
  readonly requestId: string;
  readonly profile: ProfileView;
}

/** The changes of the log, newest first. */
function flatten(logs: readonly ProfileChangeLogView[]): Change[] {
  return logs.flatMap((log) => {
    const all = [
      ["added", log.added_profiles],
      ["removed", log.removed_profiles],
      ["confirmed", log.mentioned_profiles],
    ] as const;
    return all.flatMap(([what, profiles]) =>
      profiles.map((profile) => ({
        at: log.created_at,
        what,
        userId: log.user_id,
        requestId: log.request_id,
        profile,
      }))
    );
  });
}

/** The changes of one profile. */
async function changesOf(context: Context, profileId: string): Promise<Change[]> {
  const client = await context.client();
  const { profile_change_logs } = await client.getProfileChangeLog();
  return flatten(profile_change_logs).filter(({ profile }) => profile.profile_id === profileId);
}

/** A change as a line. */
function changeLine(change: Change, screen: Screen): string {
  const { green, red, dim } = screen.style;
  const sign = { added: green("+"), removed: red("-"), confirmed: dim("=") }[change.what];
  const facts = `${formatAge(change.at, screen.nowSec)} · request ${change.requestId.slice(0, 8)}`;
  return `${sign} ${oneLine(change.profile.content)}  ${dim(facts)}`;
}

/** `diff`: what changed in profiles. */
export async function diff(context: Context): Promise<Result> {
  const limit = limitOf(context, 20);
  const client = await context.client();
  const { profile_change_logs } = await client.getProfileChangeLog();
  const user = context.input.filled("user-id");
  const id = context.input.filled("id");
  const changes = flatten(profile_change_logs).filter((change) =>
    (user === undefined || change.userId === user) &&
    (id === undefined || change.profile.profile_id.startsWith(id) ||
      change.requestId.startsWith(id))
  ).slice(0, limit);
  context.out.note(plural(changes.length, "change"));
  return {
    data: changes.map(({ at, what, userId, requestId, profile }) => ({
      at,
      what,
      user_id: userId,
      request_id: requestId,
      profile,
    })),
    meta: { count: changes.length, limit },
    human: (screen) => changes.map((change) => changeLine(change, screen)).join("\n"),
    pages: true,
  };
}

/** `explain`: why an item was learnt, or what a conversation would teach. */
export async function explain(context: Context): Promise<Result> {
  const { input } = context;
  const path = input.filled("publish");
  const text = input.filled("text");
  if (path !== undefined || text !== undefined) {
    const { explainPublish } = await import("./_explain_publish.ts");
    return await explainPublish(context, { path, text });
  }
  const id = input.required("id", "ID, --text or --publish");
  const found = await findItem(context, id);
  if (found.kind === "interaction" || found.kind === "request") {
    throw usageError(
      `${id} is ${
        found.kind === "request" ? "a request" : "a turn"
      }: only profiles and playbooks are learnt`,
    );
  }
  const kind = found.kind.replace("-", "_");
  const { body } = await context.request(
    `GET /api/explain?kind=${kind}&id=${encodeURIComponent(`${found.id}`)}`,
  );
  const failure = refusalIn(body, `explain ${id}`);
  const { explanationText } = await import("./_explanation.ts");
  return {
    data: body,
    ...failure ? { failure } : {},
    human: (screen) => isRecord(body) ? explanationText(found, body, screen) : "",
  };
}
