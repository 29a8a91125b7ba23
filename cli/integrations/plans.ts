import { selfCommand } from "../host.ts";
import { withBlock, withoutBlock } from "./block.ts";
import { withHooks, withoutHooks } from "./claude_settings.ts";
import { change, type FileChange, readIfThere } from "./plan.ts";
import { extractText, rulesText, skillText } from "./texts.ts";
import { join } from "../settings/path.ts";

/** Where and for whom an integration is set up. */
export interface Place {
  /** Home folder of the user. */
  readonly home: string;
  /** Project folder, null: for all projects of the user. */
  readonly project: string | null;
  /** Person whose memory it is. */
  readonly userId: string;
  /** Whether the commands for experts are wanted. */
  readonly isExpert: boolean;
  /** Whether conversations are published by themselves when they end. */
  readonly captures: boolean;
  /** Time for the marker, ISO 8601. */
  readonly now: string;
}

/** Files of an integration, set up or removed. */
export type Planner = (place: Place, isRemoval: boolean) => Promise<FileChange[]>;

/** Command line that an agent runs for an event. */
export function hookCommand(agent: string, event: string): string {
  const { file, args } = selfCommand();
  const quoted = [file, ...args].map((part) => /[\s"]/.test(part) ? JSON.stringify(part) : part);
  return [...quoted, "hook", agent, event].join(" ");
}

/** Claude Code: skill, rules, hooks, marker. */
const planClaudeCode: Planner = async (place, isRemoval) => {
  const root = join(place.project ?? place.home, ".claude");
  const settings = join(root, "settings.json");
  const marker = join(root, "skills", "reflexio", ".installed-by-reflexio");
  const present = await readIfThere(settings);
  if (isRemoval) {
    return [
      await change(join(root, "skills", "reflexio", "SKILL.md"), null),
      await change(marker, null),
      await change(join(root, "rules", "reflexio.md"), null),
      await change(join(root, "commands", "reflexio-extract", "SKILL.md"), null),
      await change(settings, withoutHooks(present, settings), { keepsCopy: true }),
    ];
  }
  const location = place.project === null ? "all_projects" : "current_project";
  const commands: Record<string, string> = {
    SessionStart: hookCommand("claude-code", "session-start"),
    UserPromptSubmit: hookCommand("claude-code", "user-prompt-submit"),
    ...place.captures ? { Stop: hookCommand("claude-code", "stop") } : {},
  };
  const kept = await readIfThere(marker);
  return [
    await change(
      join(root, "skills", "reflexio", "SKILL.md"),
      skillText(place.userId, place.isExpert),
    ),
    await change(join(root, "rules", "reflexio.md"), rulesText(place.userId)),
    ...place.isExpert
      ? [
        await change(
          join(root, "commands", "reflexio-extract", "SKILL.md"),
          extractText(place.userId),
        ),
      ]
      : [],
    await change(settings, withHooks(present, settings, commands), { keepsCopy: true }),
    await change(marker, kept ?? `${JSON.stringify({ location, installed_at: place.now })}\n`),
  ];
};

/** A file of the agent that others write too: our part between two marks. */
function blockPlanner(global: string, project: string): Planner {
  return async (place, isRemoval) => {
    const path = place.project === null ? join(place.home, global) : join(place.project, project);
    const text = await readIfThere(path);
    return [
      await change(path, isRemoval ? withoutBlock(text) : withBlock(text, rulesText(place.userId))),
    ];
  };
}

/** A file of our own in a folder of the agent; where all projects are meant, another planner. */
function filePlanner(project: string, head: string, global: Planner): Planner {
  return async (place, isRemoval) => {
    if (place.project === null) return await global(place, isRemoval);
    const path = join(place.project, project);
    return [await change(path, isRemoval ? null : head + rulesText(place.userId))];
  };
}

/** Heading that makes Cursor apply a rule to every conversation. */
const CURSOR_HEAD = `---
description: Memory of earlier conversations (Reflexio)
alwaysApply: true
---

`;

/** The agents whose integration is files only. */
export const PLANNERS: Readonly<Record<string, Planner>> = {
  "claude-code": planClaudeCode,
  "cursor": filePlanner(
    join(".cursor", "rules", "reflexio.mdc"),
    CURSOR_HEAD,
    async (place, isRemoval) => {
      const path = join(place.home, ".cursor", "rules", "reflexio.mdc");
      return [await change(path, isRemoval ? null : CURSOR_HEAD + rulesText(place.userId))];
    },
  ),
  "codex": blockPlanner(join(".codex", "AGENTS.md"), "AGENTS.md"),
  "gemini-cli": blockPlanner(join(".gemini", "GEMINI.md"), "GEMINI.md"),
  "windsurf": filePlanner(
    join(".windsurf", "rules", "reflexio.md"),
    "",
    blockPlanner(
      join(".codeium", "windsurf", "memories", "global_rules.md"),
      join(".windsurf", "rules", "reflexio.md"),
    ),
  ),
};
