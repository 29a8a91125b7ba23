import { basename } from "node:path";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { git } from "../integrations/git.ts";
import { request } from "../request.ts";
import { hookServer, hookUser, hookVersion, PUBLISH_TIMEOUT_MS } from "./_hook_parts.ts";

/** Longest body of a commit that is published, characters. */
const MAX_BODY_CHARS = 4_000;

/** Columns of the diffstat, columns of its names, and most files in it. */
const STAT_SIZE = "80,60,40";

/** `hook git post-commit COMMIT`: publishes subject, body and diffstat of a commit. */
export async function publishCommit(context: Context): Promise<void> {
  const { input, host } = context;
  const named = input.filled("commit") ?? "HEAD";
  if (named.startsWith("-")) throw invalid(`The commit is ${JSON.stringify(named)}, must be an id`);
  const show = ["show", "--no-color", "--no-show-signature"];
  const [facts, stat, root] = await Promise.all([
    git(host.cwd, [...show, "--no-patch", "--format=%H%x00%h%x00%s%x00%b", named]),
    git(host.cwd, [
      ...show,
      "--format=",
      "--no-ext-diff",
      "--no-textconv",
      "-m",
      "--first-parent",
      `--stat=${STAT_SIZE}`,
      named,
    ]),
    git(host.cwd, ["rev-parse", "--show-toplevel"]),
  ]);
  const [commit = "", short = "", subject = "", body = ""] = facts.split("\0");
  const repository = basename(root);
  const parts = [
    `Commit ${short} in ${repository}: ${subject}`,
    body.trim().slice(0, MAX_BODY_CHARS),
    stat.trimEnd(),
  ];
  await request(hookServer(context), "POST /api/publish_interaction", {
    timeoutMs: PUBLISH_TIMEOUT_MS,
    body: {
      user_id: hookUser(context),
      interaction_data_list: [{
        role: "user",
        content: parts.filter((part) => part !== "").join("\n\n"),
      }],
      source: "git",
      agent_version: hookVersion(context),
      session_id: `git-${repository}`,
      metadata: { commit, repository },
    },
  });
}
