import type { Command, Flag } from "../command.ts";
import {
  AGENT_VERSION,
  arg,
  DATA,
  DELETE_ALL,
  int,
  limit,
  LIST_FLAGS,
  PLAYBOOK_NAME,
  QUERY,
  REVIEW,
  STATUS,
  text,
  USER,
  VERSION_OR_ENV,
  WAIT,
  WATCH,
  word,
} from "./flags.ts";

const userPlaybooks = () => import("../commands/user_playbooks.ts");
const agentPlaybooks = () => import("../commands/agent_playbooks.ts");

const PLAYBOOK_TEXTS: readonly Flag[] = [
  text("content", "What the agent should do"),
  text("trigger", "When it applies"),
  text("rationale", "Why it holds"),
];

/** The rule that is meant, as a word or a flag. */
const PLAYBOOK_ID = arg("playbook-id", "Id of the rule");
const PLAYBOOK_ID_FLAG = int("playbook-id", "Id of the rule", { value: "ID" });

const UPDATE_FLAGS: readonly Flag[] = [PLAYBOOK_ID_FLAG, ...PLAYBOOK_TEXTS, PLAYBOOK_NAME, DATA];

/** Commands for the playbooks of users and of agents. */
export const PLAYBOOK_COMMANDS: readonly Command[] = [
  {
    path: "user-playbooks list",
    summary: "List rules learnt from people",
    flags: [USER, limit(20), PLAYBOOK_NAME, AGENT_VERSION, STATUS, WATCH, ...LIST_FLAGS],
    needs: "server",
    examples: [
      { line: "reflexio user-playbooks list --user-id ada", note: "Of one person" },
      { line: "reflexio user-playbooks list --json=id,trigger,content", note: "Some fields" },
    ],
    load: async () => (await userPlaybooks()).list,
  },
  {
    path: "user-playbooks search",
    summary: "Search rules learnt from people",
    positionals: [{ ...QUERY, required: true }],
    flags: [USER, limit(10), AGENT_VERSION, ...LIST_FLAGS],
    needs: "server",
    examples: [
      { line: `reflexio user-playbooks search "deploy region"`, note: "Of everybody" },
    ],
    load: async () => (await userPlaybooks()).search,
  },
  {
    path: "user-playbooks add",
    summary: "Add a rule by hand",
    flags: [
      USER,
      ...PLAYBOOK_TEXTS,
      { ...PLAYBOOK_NAME, fallback: "agent_corrections" },
      { ...AGENT_VERSION, fallback: "cli" },
      DATA,
    ],
    needs: "server",
    examples: [
      {
        line: `reflexio user-playbooks add --user-id ada --trigger "When deploying" ` +
          `--content "Use eu-west-1"`,
        note: "A rule with its situation",
      },
    ],
    load: async () => (await userPlaybooks()).add,
  },
  {
    path: "user-playbooks update",
    summary: "Change a rule",
    positionals: [PLAYBOOK_ID],
    flags: UPDATE_FLAGS,
    needs: "server",
    examples: [
      { line: `reflexio user-playbooks update 12 --content "Use eu-north-1"`, note: "New text" },
    ],
    load: async () => (await userPlaybooks()).update,
  },
  {
    path: "user-playbooks delete",
    summary: "Delete a rule",
    positionals: [PLAYBOOK_ID],
    flags: [PLAYBOOK_ID_FLAG],
    needs: "server",
    examples: [{ line: "reflexio user-playbooks delete 12", note: "By id" }],
    load: async () => (await userPlaybooks()).remove,
  },
  {
    path: "user-playbooks delete-all",
    summary: "Delete every rule learnt from people",
    flags: DELETE_ALL,
    needs: "server",
    examples: [{ line: "reflexio user-playbooks delete-all --yes", note: "Without a question" }],
    load: async () => (await userPlaybooks()).removeAll,
  },
  {
    path: "user-playbooks regenerate",
    summary: "Learn the rules of a version again from all turns",
    flags: [VERSION_OR_ENV, WAIT],
    needs: "server",
    examples: [
      {
        line: "reflexio user-playbooks regenerate --agent-version agent-v0 --wait",
        note: "Follow the run, then promote what it found",
      },
    ],
    load: async () => (await userPlaybooks()).regenerate,
  },
  {
    path: "agent-playbooks list",
    summary: "List rules for everybody",
    flags: [limit(20), PLAYBOOK_NAME, AGENT_VERSION, REVIEW, WATCH, ...LIST_FLAGS],
    needs: "server",
    examples: [
      { line: "reflexio agent-playbooks list --playbook-status pending", note: "To be reviewed" },
    ],
    load: async () => (await agentPlaybooks()).list,
  },
  {
    path: "agent-playbooks search",
    summary: "Search rules for everybody",
    positionals: [{ ...QUERY, required: true }],
    flags: [limit(10), AGENT_VERSION, REVIEW, ...LIST_FLAGS],
    needs: "server",
    examples: [
      {
        line: `reflexio agent-playbooks search "refunds" --playbook-status approved`,
        note: "Approved ones only",
      },
    ],
    load: async () => (await agentPlaybooks()).search,
  },
  {
    path: "agent-playbooks add",
    summary: "Add a rule for everybody by hand",
    flags: [
      ...PLAYBOOK_TEXTS,
      AGENT_VERSION,
      { ...PLAYBOOK_NAME, fallback: "agent_corrections" },
      { ...REVIEW, summary: "Review state", fallback: "pending" },
      DATA,
    ],
    needs: "server",
    examples: [
      {
        line: `reflexio agent-playbooks add --agent-version v2 --content "Quote prices with tax"`,
        note: "A pending rule",
      },
    ],
    load: async () => (await agentPlaybooks()).add,
  },
  {
    path: "agent-playbooks update",
    summary: "Change a rule for everybody",
    positionals: [PLAYBOOK_ID],
    flags: UPDATE_FLAGS,
    needs: "server",
    examples: [
      {
        line: `reflexio agent-playbooks update 3 --content "Quote net prices"`,
        note: "New text",
      },
    ],
    load: async () => (await agentPlaybooks()).update,
  },
  {
    path: "agent-playbooks update-status",
    summary: "Approve or reject a rule for everybody",
    positionals: [
      PLAYBOOK_ID,
      arg("status", "pending, approved or rejected"),
    ],
    flags: [
      PLAYBOOK_ID_FLAG,
      word("status", ["pending", "approved", "rejected"], "New review state"),
    ],
    needs: "server",
    examples: [
      { line: "reflexio agent-playbooks update-status 3 --status approved", note: "Approve it" },
    ],
    load: async () => (await agentPlaybooks()).updateStatus,
  },
  {
    path: "agent-playbooks delete",
    summary: "Delete a rule for everybody",
    positionals: [PLAYBOOK_ID],
    flags: [PLAYBOOK_ID_FLAG],
    needs: "server",
    examples: [{ line: "reflexio agent-playbooks delete 3", note: "By id" }],
    load: async () => (await agentPlaybooks()).remove,
  },
  {
    path: "agent-playbooks delete-all",
    summary: "Delete every rule for everybody",
    flags: DELETE_ALL,
    needs: "server",
    examples: [{
      line: "reflexio agent-playbooks delete-all --dry-run",
      note: "How many would go",
    }],
    load: async () => (await agentPlaybooks()).removeAll,
  },
  {
    path: "agent-playbooks aggregate",
    summary: "Make rules for everybody from what people taught",
    flags: [WAIT, AGENT_VERSION, PLAYBOOK_NAME],
    needs: "server",
    examples: [
      {
        line: "reflexio agent-playbooks aggregate --wait",
        note: "All versions, then show the counts",
      },
    ],
    load: async () => (await agentPlaybooks()).aggregate,
  },
];
