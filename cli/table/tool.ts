import type { Section } from "../command.ts";
import { arg, text, toggle } from "./flags.ts";

/** Commands about the command itself. */
export const TOOL: Section = {
  title: "This tool",
  groups: [],
  commands: [
    {
      path: "api",
      summary: "Call any endpoint and print its answer",
      positionals: [
        arg("method", "GET, POST, PUT, PATCH or DELETE", { required: true }),
        arg("path", "Path, for example /api/whoami", { required: true }),
      ],
      flags: [text("data", "Body: JSON, @FILE, or @- for stdin", { value: "JSON" })],
      needs: "server",
      examples: [
        { line: "reflexio api GET /api/whoami", note: "A read" },
        {
          line: `reflexio api POST /api/search --data '{"query": "deploy"}'`,
          note: "With a body",
        },
      ],
      load: async () => (await import("../commands/api.ts")).api,
    },
    {
      path: "completion",
      summary: "Print or install completions for a shell",
      positionals: [arg("shell", "The shell", { words: ["bash", "zsh", "fish", "pwsh"] })],
      flags: [toggle("install", "Install it for this user")],
      examples: [
        { line: "source <(reflexio completion bash)", note: "For this session" },
        { line: "reflexio completion zsh --install", note: "For good" },
      ],
      load: async () => (await import("../commands/shell.ts")).completion,
    },
    {
      path: "__complete",
      summary: "What may follow on a command line, for the completion scripts",
      positionals: [
        arg("words", "Words after reflexio; the last one is being typed", { rest: true }),
      ],
      hidden: true,
      load: async () => (await import("../commands/shell.ts")).candidates,
    },
    {
      path: "man",
      summary: "Print the manual page, with --format md the reference",
      examples: [{ line: "reflexio man | man -l -", note: "Read it" }],
      load: async () => (await import("../commands/shell.ts")).man,
    },
    {
      path: "help",
      summary: "Help for a command",
      positionals: [arg("words", "The command", { rest: true })],
      examples: [{ line: "reflexio help publish", note: "Same as publish --help" }],
      load: async () => (await import("../commands/shell.ts")).help,
    },
  ],
};
