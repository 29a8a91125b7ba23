import type { Command } from "../command.ts";
import { toggle, USER, USER_OR_ENV, VERSION_OR_ENV } from "./flags.ts";

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
