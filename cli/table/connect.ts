import type { Command, Flag } from "../command.ts";
import {
  AGENT_VERSION,
  arg,
  DRY_RUN,
  text,
  toggle,
  USER,
  USER_OR_ENV,
  VERSION_OR_ENV,
  YES,
} from "./flags.ts";

/** Programs that start MCP servers. */
const MCP_CLIENT_NAMES: readonly string[] = [
  "claude-code",
  "claude-desktop",
  "cursor",
  "vscode",
  "windsurf",
];

/** Flags of both forms of removal. */
const REMOVE: readonly Flag[] = [
  toggle("remove", "Remove it again"),
  toggle("uninstall", "Same as --remove", { hidden: true }),
];

/** The server that agents with MCP start. */
export const MCP_COMMAND: Command = {
  path: "mcp",
  summary: "Serve the memory to an agent as MCP tools over stdin and stdout",
  details: `For clients of the Model Context Protocol; they start it themselves, see setup mcp.
Tools: reflexio_context, reflexio_search, reflexio_profiles, reflexio_playbooks,
reflexio_add_profile, reflexio_publish, reflexio_remember. Ends when stdin does.`,
  flags: [
    { ...USER_OR_ENV, summary: "Whose memory; without it each call names the user" },
    { ...USER, name: "user", hidden: true },
    toggle("all-users", "Let a call name another user as user_id"),
    VERSION_OR_ENV,
  ],
  examples: [
    { line: "reflexio mcp --user-id ada", note: "What a client starts" },
    { line: "reflexio setup mcp claude-code", note: "Writes it into a client's settings" },
  ],
  load: async () => (await import("../commands/mcp.ts")).mcp,
};

/** Writes that server into the settings of a client. */
export const SETUP_MCP: Command = {
  path: "setup mcp",
  summary: "Let an MCP client start reflexio mcp",
  details: `Clients with settings of a project (claude-code, cursor, vscode) get it for the current
folder unless --global is given. Everything else in the settings stays as it is. A key
is never written; the server finds it where every command does.`,
  positionals: [arg("client", "The client", { words: MCP_CLIENT_NAMES })],
  flags: [
    toggle("global", "For all projects of this user"),
    text("project-dir", "For this project only", { value: "PATH" }),
    ...REMOVE,
    { ...USER, summary: "Whose memory; REFLEXIO_USER_ID at each start when left out" },
    AGENT_VERSION,
    DRY_RUN,
    YES,
  ],
  examples: [
    { line: "reflexio setup mcp claude-code --dry-run", note: "Show what would be written" },
    { line: "reflexio setup mcp cursor --global --user-id ada", note: "For all projects" },
    { line: "reflexio setup mcp vscode --remove", note: "Remove it again" },
  ],
  load: async () => (await import("../commands/setup_mcp.ts")).setupMcp,
};

/** Writes the hook that publishes each commit. */
export const SETUP_GIT_HOOK: Command = {
  path: "setup git-hook",
  summary: "Publish each commit of a repository",
  details: `Subject, body and diffstat of a commit are published in the background by a post-commit
hook, which never slows a commit and never fails it. Lines of others in the hook stay;
core.hooksPath and Husky are respected. Commits that a rebase makes again are left out.`,
  flags: [
    text("project-dir", "The repository, the current folder when left out", { value: "PATH" }),
    ...REMOVE,
    { ...USER, summary: "Whose memory; REFLEXIO_USER_ID, then git, when left out" },
    AGENT_VERSION,
    DRY_RUN,
    YES,
  ],
  examples: [
    { line: "reflexio setup git-hook --dry-run", note: "Show what would be written" },
    { line: "reflexio setup git-hook --user-id ada", note: "For the repository of this folder" },
    { line: "reflexio setup git-hook --remove", note: "Remove it again" },
  ],
  load: async () => (await import("../commands/setup_git_hook.ts")).setupGitHook,
};
