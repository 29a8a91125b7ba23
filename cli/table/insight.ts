import type { Section } from "../command.ts";
import {
  AGENT_VERSION,
  arg,
  DRY_RUN,
  int,
  limit,
  LIST_FLAGS,
  PLAYBOOK_NAME,
  text,
  toggle,
  USER,
  VERSION_OR_ENV,
  WAIT,
  word,
  YES,
} from "./flags.ts";

const inspect = () => import("../commands/inspect.ts");
const learn = () => import("../commands/learn.ts");
const review = () => import("../commands/review.ts");
const watch = () => import("../commands/watch.ts");

/** Kinds of items that have an id. */
const KIND = word(
  "kind",
  ["profile", "user-playbook", "agent-playbook", "interaction", "request"],
  "Kind of the item; found out when absent",
);

const WATCH_FLAGS = [
  USER,
  text("since", "Begin with what is newer than this: 10m, 2h or a date", { value: "TIME" }),
  {
    name: "interval",
    type: "number",
    summary: "Seconds between two looks",
    fallback: "1",
    value: "S",
  },
  int("count", "Stop after so many lines", { value: "N" }),
] as const;

/** Commands that look into the memory and steer learning. */
export const INSIGHT: Section = {
  title: "Understand and steer",
  groups: [],
  commands: [
    {
      path: "show",
      summary: "Show one item with its history",
      positionals: [arg("id", "Id of a profile, playbook, turn or request", { required: true })],
      flags: [KIND],
      needs: "server",
      examples: [{ line: "reflexio show 12 --kind user-playbook", note: "All parts of a rule" }],
      load: async () => (await inspect()).show,
    },
    {
      path: "explain",
      summary: "Why an item was learnt, or what a conversation would teach",
      details: `With --publish nothing is stored: each sentence is shown with its mood and the
rules that fired or declined.`,
      positionals: [arg("id", "Id of a profile or playbook")],
      flags: [
        KIND,
        text("publish", "Conversation as JSON file; - is stdin", { value: "PATH" }),
        text("text", "One sentence of a person", { value: "TEXT" }),
      ],
      needs: "server",
      examples: [
        { line: "reflexio explain 12 --kind user-playbook", note: "Quoted turns and the rule" },
        { line: `reflexio explain --text "From now on use eu-west-1"`, note: "A dry run" },
      ],
      load: async () => (await inspect()).explain,
    },
    {
      path: "diff",
      summary: "What changed in profiles, newest first",
      positionals: [arg("id", "Only changes of this profile or request")],
      flags: [USER, limit(20)],
      needs: "server",
      examples: [{ line: "reflexio diff --user-id ada", note: "Added, replaced, removed" }],
      load: async () => (await inspect()).diff,
    },
    {
      path: "stats",
      summary: "Counts and small charts of the last days",
      flags: [int("days", "Length of the period", { fallback: "30", value: "N" })],
      needs: "server",
      examples: [{ line: "reflexio stats --days 7", note: "The last week" }],
      load: async () => (await import("../commands/stats.ts")).stats,
    },
    {
      path: "watch",
      summary: "Live lines of publishes, jobs and what is learnt",
      flags: WATCH_FLAGS,
      needs: "server",
      examples: [
        { line: "reflexio watch", note: "Until Ctrl-C" },
        { line: "reflexio watch --since 1h --json", note: "JSON lines" },
      ],
      load: async () => (await watch()).watch,
    },
    {
      path: "tail",
      summary: "Same as watch",
      flags: WATCH_FLAGS,
      needs: "server",
      hidden: true,
      load: async () => (await watch()).watch,
    },
    {
      path: "approve",
      summary: "Approve agent playbooks; without ids one after the other",
      positionals: [arg("ids", "Ids of agent playbooks", { rest: true })],
      flags: [AGENT_VERSION],
      needs: "server",
      examples: [
        { line: "reflexio approve", note: "Go through the pending ones" },
        { line: "reflexio approve 3 4", note: "By id" },
      ],
      load: async () => (await review()).approve,
    },
    {
      path: "reject",
      summary: "Reject agent playbooks",
      positionals: [arg("ids", "Ids of agent playbooks", { rest: true })],
      flags: [AGENT_VERSION],
      needs: "server",
      examples: [{ line: "reflexio reject 5", note: "By id" }],
      load: async () => (await review()).reject,
    },
    {
      path: "rerun",
      summary: "Learn again from stored turns, into pending items",
      positionals: [
        arg("what", "profiles or playbooks", { words: ["profiles", "playbooks"], required: true }),
      ],
      flags: [
        USER,
        VERSION_OR_ENV,
        PLAYBOOK_NAME,
        text("source", "Only turns of this source"),
        WAIT,
        toggle("promote", "Make the new items current after a good run"),
        toggle("cancel", "Stop the run that is under way"),
      ],
      needs: "server",
      examples: [
        { line: "reflexio rerun profiles --wait --promote", note: "Follow it, then promote" },
        { line: "reflexio rerun playbooks --cancel", note: "Stop it" },
      ],
      load: async () => (await learn()).rerun,
    },
    {
      path: "aggregate",
      summary: "Same as agent-playbooks aggregate",
      flags: [WAIT, AGENT_VERSION, PLAYBOOK_NAME],
      needs: "server",
      examples: [{ line: "reflexio aggregate --wait", note: "All versions" }],
      load: async () => (await import("../commands/agent_playbooks.ts")).aggregate,
    },
    {
      path: "evaluate",
      summary: "How sessions ended: the verdicts",
      flags: [AGENT_VERSION, limit(20), WAIT, ...LIST_FLAGS],
      needs: "server",
      examples: [
        { line: "reflexio evaluate --wait", note: "Wait for judgements under way, then list them" },
      ],
      load: async () => (await learn()).evaluate,
    },
    {
      path: "forget",
      summary: "Remove a person, or single items, and say what went",
      positionals: [arg("user", "The person")],
      flags: [
        text("profile", "Only this profile", { value: "ID" }),
        int("playbook", "Only this user playbook", { value: "ID" }),
        text("request", "Only this publish with its turns", { value: "ID" }),
        YES,
        DRY_RUN,
      ],
      needs: "server",
      examples: [
        { line: "reflexio forget ada", note: "Dry run: what would go" },
        { line: "reflexio forget ada --yes", note: "Do it and print a receipt" },
      ],
      load: async () => (await import("../commands/forget.ts")).forget,
    },
  ],
};
