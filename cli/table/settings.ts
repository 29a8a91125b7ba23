import type { Command, Flag, Section } from "../command.ts";
import { AGENT_NAMES, AGENTS } from "./agents.ts";
import { MCP_COMMAND, SETUP_GIT_HOOK, SETUP_MCP } from "./connect.ts";
import { arg, DRY_RUN, text, toggle, USER_OR_ENV, VERSION_OR_ENV, word, YES } from "./flags.ts";

const config = () => import("../commands/config.ts");
const storage = () => import("../commands/config_storage.ts");
const auth = () => import("../commands/auth.ts");
const setup = () => import("../commands/setup.ts");
const profile = () => import("../commands/profile.ts");

const REVEAL = toggle("reveal", "Show secrets");
const PATH = arg("path", "Dotted path, for example extraction_preset", { required: true });
const LOGIN_FLAGS: readonly Flag[] = [
  text("api-key", "The key", { value: "KEY" }),
  text("server-url", "Address of the server", { value: "URL" }),
  toggle("with-token", "Read the key from stdin"),
  toggle("no-verify", "Save without asking the server"),
];
const PLACE_FLAGS: readonly Flag[] = [
  toggle("global", "For all projects of this user"),
  text("project-dir", "For this project only", { value: "PATH" }),
  toggle("uninstall", "Remove it again"),
  USER_OR_ENV,
  DRY_RUN,
  YES,
];

/** Commands of the integrations. */
const SETUP_AGENTS: readonly Command[] = AGENTS.map(({ name, title, flags }) => ({
  path: `setup ${name}`,
  summary: `Connect ${title}`,
  flags: [...PLACE_FLAGS, ...flags ?? []],
  examples: [
    { line: `reflexio setup ${name} --dry-run`, note: "Show what would be written" },
    { line: `reflexio setup ${name} --uninstall`, note: "Remove it again" },
  ],
  load: async () => (await setup()).agent(name),
}));

/** Commands that change settings. */
export const SETTINGS: Section = {
  title: "Settings",
  groups: [
    { name: "config", summary: "Configuration of the server" },
    { name: "auth", summary: "Key and address of the server" },
    { name: "profile", summary: "Settings of several servers" },
    { name: "setup", summary: "First set-up and agents" },
  ],
  commands: [
    {
      path: "config show",
      summary: "Print the configuration",
      flags: [toggle("all", "With empty settings"), REVEAL],
      needs: "server",
      examples: [{ line: "reflexio config show", note: "As JSON" }],
      load: async () => (await config()).show,
    },
    {
      path: "config get",
      summary: "Print one setting",
      positionals: [PATH],
      flags: [REVEAL],
      needs: "server",
      examples: [{ line: "reflexio config get batch_size", note: "By dotted path" }],
      load: async () => (await config()).get,
    },
    {
      path: "config set",
      summary: "Change the configuration",
      details: `With storage_config in the data everything is replaced; without it only the given
settings change. A dotted path and a value change one setting.`,
      positionals: [
        arg("path", "Dotted path of one setting"),
        arg("value", "Its value, JSON or text"),
      ],
      flags: [
        text("data", "JSON, @FILE, or @- for stdin", { value: "JSON" }),
        text("file", "JSON file; - is stdin", { value: "PATH" }),
        DRY_RUN,
      ],
      needs: "server",
      examples: [
        { line: "reflexio config set extraction_preset quick_chat", note: "One setting" },
        {
          line: `reflexio config set --data '{"batch_size": 20}' --dry-run`,
          note: "Show the difference",
        },
      ],
      load: async () => (await config()).set,
    },
    {
      path: "config edit",
      summary: "Edit the configuration in $EDITOR",
      needs: "server",
      examples: [{ line: "EDITOR=vim reflexio config edit", note: "Checked before it is saved" }],
      load: async () => (await config()).edit,
    },
    {
      path: "config diff",
      summary: "How a file differs from the configuration",
      positionals: [arg("file", "JSON file; - is stdin", { required: true })],
      needs: "server",
      examples: [{ line: "reflexio config diff wanted.json", note: "Setting by setting" }],
      load: async () => (await config()).diff,
    },
    {
      path: "config validate",
      summary: "Check a configuration file without sending it",
      positionals: [arg("file", "JSON file; - is stdin", { required: true })],
      examples: [{
        line: "reflexio config validate wanted.json",
        note: "Exit code 2 when it is wrong",
      }],
      load: async () => (await config()).validate,
    },
    {
      path: "config local",
      summary: "Which storage a server on this machine would use",
      examples: [{ line: "reflexio config local", note: "Needs no server" }],
      load: async () => (await storage()).local,
    },
    {
      path: "config storage",
      summary: "Storage settings of the server",
      flags: [REVEAL, YES],
      needs: "server",
      examples: [{ line: "reflexio config storage", note: "Secrets masked" }],
      load: async () => (await storage()).storage,
    },
    {
      path: "config pull",
      summary: "Write the server's storage settings into an environment file",
      flags: [
        toggle("force", "Replace settings that are there"),
        text("env-file", "File to write", { value: "PATH", fallback: "~/.reflexio/.env" }),
      ],
      needs: "server",
      examples: [{ line: "reflexio config pull --env-file .env.local", note: "Into a project" }],
      load: async () => (await storage()).pull,
    },
    {
      path: "auth login",
      summary: "Save address and key",
      flags: LOGIN_FLAGS,
      examples: [
        {
          line: "reflexio auth login --server-url http://localhost:8081",
          note: "A server without keys",
        },
        {
          line: "reflexio auth login --with-token < key.txt",
          note: "Keeps the key out of the process list",
        },
      ],
      load: async () => (await auth()).login,
    },
    {
      path: "auth status",
      summary: "Which address and key are in use",
      examples: [{ line: "reflexio auth status", note: "Makes no request" }],
      load: async () => (await auth()).status,
    },
    {
      path: "auth logout",
      summary: "Remove the saved key",
      flags: [toggle("all", "Remove the saved address too")],
      examples: [{ line: "reflexio auth logout", note: "Other settings stay" }],
      load: async () => (await auth()).logout,
    },
    {
      path: "profile list",
      summary: "List named servers",
      examples: [{ line: "reflexio profile list", note: "With their addresses" }],
      load: async () => (await profile()).list,
    },
    {
      path: "profile add",
      summary: "Name a server",
      positionals: [arg("name", "Name", { required: true })],
      flags: [
        text("server-url", "Address of the server", { value: "URL" }),
        text("api-key", "Its key", { value: "KEY" }),
      ],
      examples: [
        {
          line: "reflexio profile add work --server-url https://memory.example.com --api-key KEY",
          note: "Then: reflexio --profile work …",
        },
      ],
      load: async () => (await profile()).add,
    },
    {
      path: "profile use",
      summary: "Make a named server the usual one",
      positionals: [arg("name", "Name", { required: true })],
      examples: [{
        line: "reflexio profile use work",
        note: "Copies its settings to the user's file",
      }],
      load: async () => (await profile()).use,
    },
    {
      path: "profile rm",
      summary: "Forget a named server",
      positionals: [arg("name", "Name", { required: true })],
      examples: [{ line: "reflexio profile rm work", note: "Removes its settings" }],
      load: async () => (await profile()).remove,
    },
    {
      path: "setup init",
      summary: "First set-up: server, key, model",
      flags: [
        toggle("skip-llm", "Do not ask for a model"),
        word("storage", ["local", "managed", "self-hosted"], "Where the server is"),
        text("server-url", "Address of a self-hosted server", { value: "URL" }),
        toggle("api-key-stdin", "Read the server's key from stdin"),
        text("provider", "Provider of the model, for example openai", { value: "NAME" }),
        text("provider-key", "Its key; better in the environment", { value: "KEY" }),
        DRY_RUN,
        YES,
      ],
      examples: [
        { line: "reflexio setup init", note: "Asks" },
        { line: "reflexio setup init --storage local --yes", note: "Asks nothing" },
      ],
      load: async () => (await import("../commands/setup_init.ts")).init,
    },
    ...SETUP_AGENTS,
    SETUP_MCP,
    SETUP_GIT_HOOK,
    {
      path: "hook",
      summary: "Called by agents: reads the event on stdin, prints context",
      positionals: [
        arg("agent", "Agent that calls", { required: true, words: [...AGENT_NAMES, "git"] }),
        arg("event", "Name of the event", { required: true }),
        arg("commit", "With git: the commit, HEAD when left out"),
      ],
      flags: [USER_OR_ENV, VERSION_OR_ENV],
      examples: [{
        line: "reflexio hook claude-code user-prompt-submit",
        note: "Never blocks the agent",
      }],
      load: async () => (await import("../commands/hook.ts")).hook,
    },
    MCP_COMMAND,
  ],
};
