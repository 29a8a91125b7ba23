import { selfCommand } from "../host.ts";
import type { Host } from "../host.ts";
import { isRecord } from "../render/fields.ts";
import { join } from "../settings/path.ts";

/** A program that starts MCP servers which its settings name. */
export interface McpClientProgram {
  /** Word on the command line. */
  readonly name: string;
  /** Name for people. */
  readonly title: string;
  /** Object of its settings that holds the servers. */
  readonly group: "mcpServers" | "servers";
  /** Whether an entry says how it is spoken to. */
  readonly hasType: boolean;
  /** Its settings of a project, names below the project's folder; null when it has none. */
  readonly projectFile: readonly string[] | null;
  /** Its settings of a user. */
  userFile(host: Host): string;
}

/** Folder where programs keep their settings of a user. */
function configFolder(host: Host): string {
  switch (host.os) {
    case "darwin":
      return join(host.home, "Library", "Application Support");
    case "windows":
      return host.env("APPDATA") || join(host.home, "AppData", "Roaming");
    default:
      return host.env("XDG_CONFIG_HOME") || join(host.home, ".config");
  }
}

/** The programs. */
export const MCP_CLIENTS: readonly McpClientProgram[] = [
  {
    name: "claude-code",
    title: "Claude Code",
    group: "mcpServers",
    hasType: true,
    projectFile: [".mcp.json"],
    userFile: ({ home }) => join(home, ".claude.json"),
  },
  {
    name: "claude-desktop",
    title: "Claude Desktop",
    group: "mcpServers",
    hasType: false,
    projectFile: null,
    userFile: (host) => join(configFolder(host), "Claude", "claude_desktop_config.json"),
  },
  {
    name: "cursor",
    title: "Cursor",
    group: "mcpServers",
    hasType: false,
    projectFile: [".cursor", "mcp.json"],
    userFile: ({ home }) => join(home, ".cursor", "mcp.json"),
  },
  {
    name: "vscode",
    title: "VS Code",
    group: "servers",
    hasType: true,
    projectFile: [".vscode", "mcp.json"],
    userFile: (host) => join(configFolder(host), "Code", "User", "mcp.json"),
  },
  {
    name: "windsurf",
    title: "Windsurf",
    group: "mcpServers",
    hasType: false,
    projectFile: null,
    userFile: ({ home }) => join(home, ".codeium", "windsurf", "mcp_config.json"),
  },
];

/** Name of our entry in the settings of a client. */
export const ENTRY_NAME = "reflexio";

/**
 * The entry that makes a client start `reflexio mcp`. What else an entry of ours carries stays.
 *
 * @param program The client.
 * @param flags Flags for `reflexio mcp`; never a key.
 * @param present The entry as it is now, undefined without one.
 */
export function serverEntry(
  program: McpClientProgram,
  flags: readonly string[],
  present: unknown,
): Record<string, unknown> {
  const { file, args } = selfCommand();
  return {
    ...program.hasType ? { type: "stdio" } : {},
    ...isRecord(present) ? present : {},
    command: file,
    args: [...args, "mcp", ...flags],
  };
}

/** Whether an entry starts `reflexio mcp`. */
export function isOurEntry(entry: unknown): boolean {
  if (!isRecord(entry) || typeof entry.command !== "string") return false;
  const words = [entry.command, ...Array.isArray(entry.args) ? entry.args : []];
  const program = words[words.indexOf("mcp") - 1];
  return typeof program === "string" && /(^|[/\\])(reflexio(\.exe)?|main\.ts)$/.test(program);
}
