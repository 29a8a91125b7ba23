import type { Command, Flag, Section } from "../command.ts";
import { arg, int, text, toggle, USER_OR_ENV, VERSION_OR_ENV } from "./flags.ts";

/** Flags of both forms of publish. */
export const PUBLISH_FLAGS: readonly Flag[] = [
  USER_OR_ENV,
  text("session-id", "Session that the turns belong to", { value: "ID" }),
  text("source", "Channel that the conversation came from", { fallback: "cli" }),
  { ...VERSION_OR_ENV, fallback: "agent-v0" },
  toggle("wait", "Wait until the server has learnt from it", { negatable: true }),
  text("user-message", "What the person said", { value: "TEXT" }),
  text("agent-response", "What the agent answered", { value: "TEXT" }),
  text("data", "Conversation as JSON, @FILE, or @- for stdin", { value: "JSON" }),
  text("file", "Conversations as JSON or JSONL; - is stdin", { value: "PATH" }),
  toggle("stdin", "Read conversations from stdin", { negatable: true }),
  toggle("skip-aggregation", "Do not make agent playbooks from it"),
  toggle("force-extraction", "Learn at once, whatever the batch settings say"),
  int("concurrency", "Requests at the same time for JSONL", { fallback: "8", value: "N" }),
  toggle("resume", "Go on where an interrupted run of the same JSONL file stopped"),
  toggle("continue-on-error", "Write refused lines to FILE.rejects.jsonl and go on"),
  toggle("dry-run", "Check and count the conversations, send nothing"),
];

const loadPublish = async () => (await import("../commands/publish.ts")).publish;

/** The record of a publish command. */
export function publishCommand(path: string): Command {
  return {
    path,
    summary: "Store a conversation and learn from it",
    details: `A payload is an object with "interactions", a list of turns {"role", "content"}.
Lists of OpenAI or Anthropic messages, ChatGPT exports, LangSmith runs and Langfuse
traces are recognised too. JSONL is streamed: any size, constant memory.`,
    flags: PUBLISH_FLAGS,
    positionals: [arg("file", "Same as --file")],
    needs: "server",
    examples: [
      {
        line: `reflexio ${path} --user-id ada --user-message "I live in Bergen" ` +
          `--agent-response "Noted" --wait`,
        note: "One exchange, learnt at once",
      },
      {
        line: `reflexio ${path} chats.jsonl --concurrency 16 --continue-on-error`,
        note: "A big file; --resume goes on after an interruption",
      },
      {
        line: `cat chat.json | reflexio ${path} --user-id ada -`,
        note: "From another program",
      },
    ],
    load: loadPublish,
  };
}

/** Publish, search and context without a group. */
export const MEMORY: Section = {
  title: "Remember and recall",
  groups: [],
  commands: [
    publishCommand("publish"),
    {
      path: "search",
      summary: "Search profiles and playbooks at once",
      details: `Prints a block for a prompt. --explain lists the hits with the words that were
found, the reason, and where each was learnt.`,
      positionals: [arg("query", "What to look for", { required: true })],
      flags: [
        int("top-k", "Most items of each kind", { fallback: "5", value: "N" }),
        {
          name: "threshold",
          type: "number",
          summary: "Least similarity, 0 to 1",
          fallback: "0.4",
          value: "X",
        },
        USER_OR_ENV,
        toggle("all-users", "Do not narrow to REFLEXIO_USER_ID"),
        text("agent-version", "Only playbooks of this version", { value: "VERSION" }),
        {
          name: "type",
          type: "words",
          words: ["profiles", "agent-playbooks", "user-playbooks"],
          summary: "Only these kinds, comma-separated",
        },
        {
          name: "mode",
          type: "word",
          words: ["hybrid", "vector", "fts"],
          summary: "Ranking",
          fallback: "hybrid",
        },
        text("since", "Only items newer than this: 2h, 7d or a date", { value: "TIME" }),
        toggle("explain", "List the hits with marked words and reasons"),
        int("max-chars", "Longest block; whole items only", { fallback: "8000", value: "N" }),
      ],
      needs: "server",
      examples: [
        {
          line: `reflexio search "how do I deploy" --user-id ada`,
          note: "A block to put into a prompt",
        },
        {
          line: `reflexio search deploy --user-id ada --explain`,
          note: "The hits, with found words marked",
        },
        {
          line: `reflexio search deploy --json --jq '.data.profiles[].content'`,
          note: "Only the texts of the profiles",
        },
      ],
      load: async () => (await import("../commands/search.ts")).search,
    },
    {
      path: "context",
      summary: "What an agent should know of a person, for a prompt",
      details:
        "Without --query it is what fits general preferences, else the newest that is known.",
      flags: [
        USER_OR_ENV,
        VERSION_OR_ENV,
        text("query", "What the conversation is about", { fallback: "general preferences" }),
        int("max-chars", "Longest block; whole items only", { fallback: "8000", value: "N" }),
        int("budget", "Longest block in tokens (4 characters each)", { value: "N" }),
      ],
      needs: "server",
      examples: [
        {
          line: `reflexio context --user-id ada --agent-version agent-v0`,
          note: "Preferences and rules for a system prompt",
        },
        {
          line:
            `reflexio context --user-id ada --agent-version v2 --query "database work" --budget 500`,
          note: "About a topic, at most 500 tokens",
        },
      ],
      load: async () => (await import("../commands/context.ts")).context,
    },
  ],
};
