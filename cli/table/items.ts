import type { Flag, Section } from "../command.ts";
import {
  AGENT_VERSION,
  arg,
  DATA,
  DRY_RUN,
  int,
  limit,
  LIST_FLAGS,
  PLAYBOOK_NAME,
  REVIEW,
  STATUS,
  text,
  USER,
  USER_OR_ENV,
  VERSION_OR_ENV,
  WAIT,
  WATCH,
  word,
  YES,
} from "./flags.ts";
import { publishCommand } from "./memory.ts";

const interactions = () => import("../commands/interactions.ts");
const profiles = () => import("../commands/user_profiles.ts");
const userPlaybooks = () => import("../commands/user_playbooks.ts");
const agentPlaybooks = () => import("../commands/agent_playbooks.ts");

const QUERY = arg("query", "What to look for");
const DELETE_ALL: readonly Flag[] = [YES, DRY_RUN];
const PLAYBOOK_TEXTS: readonly Flag[] = [
  text("content", "What the agent should do"),
  text("trigger", "When it applies"),
  text("rationale", "Why it holds"),
];

/** Interactions, profiles and playbooks. */
export const ITEMS: Section = {
  title: "What is stored and learnt",
  groups: [
    { name: "interactions", summary: "Turns of conversations" },
    { name: "user-profiles", summary: "Facts about a person" },
    { name: "user-playbooks", summary: "Rules learnt from one person" },
    { name: "agent-playbooks", summary: "Rules for everybody, made from user playbooks" },
  ],
  commands: [
    publishCommand("interactions publish"),
    {
      path: "interactions list",
      summary: "List turns, newest first",
      flags: [USER, limit(20), WATCH, ...LIST_FLAGS],
      needs: "server",
      examples: [
        { line: "reflexio interactions list --user-id ada", note: "Of one person" },
        { line: "reflexio interactions list --long", note: "As conversations" },
      ],
      load: async () => (await interactions()).list,
    },
    {
      path: "interactions search",
      summary: "Search the turns of a person",
      positionals: [QUERY],
      flags: [text("query", "What to look for"), USER_OR_ENV, limit(10), ...LIST_FLAGS],
      needs: "server",
      examples: [
        {
          line: `reflexio interactions search "invoice" --user-id ada`,
          note: "By words and meaning",
        },
      ],
      load: async () => (await interactions()).search,
    },
    {
      path: "interactions delete",
      summary: "Delete one turn",
      positionals: [arg("interaction-id", "Id of the turn")],
      flags: [int("interaction-id", "Id of the turn", { value: "ID" }), USER_OR_ENV],
      needs: "server",
      examples: [{ line: "reflexio interactions delete 42 --user-id ada", note: "By id" }],
      load: async () => (await interactions()).remove,
    },
    {
      path: "interactions delete-all",
      summary: "Delete every turn of everybody",
      flags: DELETE_ALL,
      needs: "server",
      examples: [{ line: "reflexio interactions delete-all --dry-run", note: "How many would go" }],
      load: async () => (await interactions()).removeAll,
    },
    {
      path: "user-profiles list",
      summary: "List what is known about people",
      flags: [USER, limit(20), STATUS, WATCH, ...LIST_FLAGS],
      needs: "server",
      examples: [
        { line: "reflexio user-profiles list --user-id ada", note: "Of one person" },
        { line: "reflexio user-profiles list --status pending", note: "Not yet promoted" },
      ],
      load: async () => (await profiles()).list,
    },
    {
      path: "user-profiles search",
      summary: "Search the profiles of a person",
      positionals: [{ ...QUERY, required: true }],
      flags: [
        USER_OR_ENV,
        limit(10),
        { name: "threshold", type: "number", summary: "Least similarity, 0 to 1", fallback: "0.4" },
        ...LIST_FLAGS,
      ],
      needs: "server",
      examples: [
        {
          line: `reflexio user-profiles search "food" --user-id ada`,
          note: "By words and meaning",
        },
      ],
      load: async () => (await profiles()).search,
    },
    {
      path: "user-profiles add",
      summary: "Add a profile by hand",
      flags: [USER_OR_ENV, text("content", "The fact, in third person"), DATA],
      needs: "server",
      examples: [
        {
          line: `reflexio user-profiles add --user-id ada --content "Lives in Bergen"`,
          note: "One fact",
        },
      ],
      load: async () => (await profiles()).add,
    },
    {
      path: "user-profiles delete",
      summary: "Delete a profile, or all of a person without --profile-id",
      positionals: [arg("profile-id", "Id of the profile")],
      flags: [USER_OR_ENV, text("profile-id", "Id of the profile", { value: "ID" }), YES],
      needs: "server",
      examples: [
        { line: "reflexio user-profiles delete 7f3a9c --user-id ada", note: "By id" },
      ],
      load: async () => (await profiles()).remove,
    },
    {
      path: "user-profiles delete-all",
      summary: "Delete every profile of everybody",
      flags: DELETE_ALL,
      needs: "server",
      examples: [{
        line: "reflexio user-profiles delete-all --dry-run",
        note: "How many would go",
      }],
      load: async () => (await profiles()).removeAll,
    },
    {
      path: "user-profiles regenerate",
      summary: "Learn the profiles of a person again from all turns",
      flags: [USER_OR_ENV, WAIT],
      needs: "server",
      examples: [
        {
          line: "reflexio user-profiles regenerate --user-id ada --wait",
          note: "Follow the run, then promote what it found",
        },
      ],
      load: async () => (await profiles()).regenerate,
    },
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
      positionals: [arg("playbook-id", "Id of the rule")],
      flags: [
        int("playbook-id", "Id of the rule", { value: "ID" }),
        ...PLAYBOOK_TEXTS,
        PLAYBOOK_NAME,
        DATA,
      ],
      needs: "server",
      examples: [
        { line: `reflexio user-playbooks update 12 --content "Use eu-north-1"`, note: "New text" },
      ],
      load: async () => (await userPlaybooks()).update,
    },
    {
      path: "user-playbooks delete",
      summary: "Delete a rule",
      positionals: [arg("playbook-id", "Id of the rule")],
      flags: [int("playbook-id", "Id of the rule", { value: "ID" })],
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
      positionals: [arg("playbook-id", "Id of the rule")],
      flags: [
        int("playbook-id", "Id of the rule", { value: "ID" }),
        ...PLAYBOOK_TEXTS,
        PLAYBOOK_NAME,
        DATA,
      ],
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
        arg("playbook-id", "Id of the rule"),
        arg("status", "pending, approved or rejected"),
      ],
      flags: [
        int("playbook-id", "Id of the rule", { value: "ID" }),
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
      positionals: [arg("playbook-id", "Id of the rule")],
      flags: [int("playbook-id", "Id of the rule", { value: "ID" })],
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
  ],
};
