import type { Flag } from "../command.ts";
import { toggle } from "./flags.ts";

/** An agent that can be connected. */
export interface AgentEntry {
  /** Word on the command line. */
  readonly name: string;
  /** Name for people. */
  readonly title: string;
  /** Flags of its own. */
  readonly flags?: readonly Flag[];
}

/** The agents. */
export const AGENTS: readonly AgentEntry[] = [
  {
    name: "claude-code",
    title: "Claude Code",
    flags: [
      toggle("expert", "Also install the command that extracts on demand"),
      toggle("capture", "Also publish each conversation when it ends"),
    ],
  },
  { name: "openclaw", title: "OpenClaw" },
  { name: "cursor", title: "Cursor" },
  { name: "codex", title: "Codex" },
  { name: "gemini-cli", title: "Gemini CLI" },
  { name: "windsurf", title: "Windsurf" },
];

/** Their words. */
export const AGENT_NAMES: readonly string[] = AGENTS.map(({ name }) => name);
