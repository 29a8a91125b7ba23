/** Rules that an agent reads in every session. */
export function rulesText(userId: string): string {
  return `# Memory (Reflexio)

Earlier conversations taught you things about this person and their projects. A block that begins with
"# IMPORTANT: Apply These Corrections (from Reflexio)" carries them: apply what fits the task, and
prefer what the person says now where the two differ.

- Before a task that may touch known preferences, run: \`reflexio search "<the task>" --user-id ${userId}\`
- When the person corrects you, states a lasting preference, or a fact about themselves or their
  projects, store the exchange:
  \`reflexio publish --user-id ${userId} --user-message "<their words>" --agent-response "<yours>"\`
- Never publish secrets, tokens, or text of third persons.
- If the server is down, say so once and go on without it; \`reflexio services start --detach\` starts it.
`;
}

/** The skill: how to use the memory, step by step. */
export function skillText(userId: string, isExpert: boolean): string {
  const expert = `
## Extract on demand

\`/reflexio-extract\` stores the whole conversation at once and waits for what is learnt from it.
`;
  return `---
name: reflexio
description: Recall what earlier conversations taught about this person and project, and store new corrections, preferences and facts. Use before tasks with known preferences and after every correction.
---

# Reflexio memory

## Recall

\`\`\`sh
reflexio search "<what you are about to do>" --user-id ${userId}
\`\`\`

The block that it prints has up to three sections; "User Preferences" are facts about the person,
"Behavior Corrections" are rules for you. Nothing printed means nothing is known.

## Store

\`\`\`sh
reflexio publish --user-id ${userId} --user-message "<their words>" --agent-response "<yours>"
\`\`\`

Longer exchanges go into a JSON file and are stored with \`--file\`:

\`\`\`sh
reflexio publish --user-id ${userId} --agent-version claude-code --source claude-code --skip-aggregation --force-extraction --file <file>
\`\`\`

## Look

\`\`\`sh
reflexio status check
reflexio user-profiles list --user-id ${userId} --limit 20
reflexio user-playbooks list --user-id ${userId} --limit 20
reflexio explain <id>
\`\`\`

When the server is down: \`reflexio services start --only backend --detach\`.
${isExpert ? expert : ""}`;
}

/** The command that stores the whole conversation. */
export function extractText(userId: string): string {
  return `---
name: reflexio-extract
description: Store this whole conversation in the memory and report what was learnt.
---

# Extract this conversation

1. Write the turns of this conversation that carry corrections, preferences or facts, each with role and
   content, to a temporary JSON file: {"user_id": "${userId}", "interactions": [{"role": "user", "content": "…"}]}
2. Run \`reflexio publish --agent-version claude-code --source claude-code --force-extraction --wait --file <file>\`
3. Run \`reflexio agent-playbooks aggregate --agent-version claude-code --wait\`
4. Show the person what was learnt with \`reflexio user-playbooks list --user-id ${userId} --limit 5\` and remove
   the file.
`;
}

/** The skill that makes rules for everybody, for OpenClaw. */
export const AGGREGATE_TEXT = `---
name: reflexio-aggregate
description: Turn rules that several people taught into rules for everybody, and review them.
---

# Aggregate

1. Run \`reflexio agent-playbooks aggregate --wait\`
2. Run \`reflexio agent-playbooks list --playbook-status pending\` and show the person what came out.
3. On their word run \`reflexio approve <id>\` or \`reflexio reject <id>\`.
`;
