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
      path: "upgrade",
      summary: "Put the newest release in place of this program",
      details:
        `The checksum is verified first and the old program is kept beside the new one. Nothing is
looked up unless this command is run.`,
      flags: [
        toggle("check", "Only say whether there is a newer one"),
        text("release", "This version in place of the newest", { value: "VERSION" }),
        text("base-url", "Where the releases are", { value: "URL", env: "REFLEXIO_INSTALL_URL" }),
        text("path", "Program to replace; this one when absent", { value: "FILE" }),
        toggle("force", "Also when the newest is there already"),
        toggle("rollback", "Put the program before the last upgrade back"),
      ],
      examples: [
        { line: "reflexio upgrade --check", note: "Changes nothing" },
        { line: "reflexio upgrade --rollback", note: "If the new one disappoints" },
      ],
      load: async () => (await import("../commands/upgrade.ts")).upgrade,
    },
    {
      path: "completion",
      summary: "Print or install completions for a shell",
      details:
        `The script asks this program what may follow, so it never grows old. With --install it
goes where the shell looks for it (fish), or is loaded by one line in ~/.bashrc, ~/.zshrc or the
profile of PowerShell.`,
      positionals: [arg("shell", "The shell", { words: ["bash", "zsh", "fish", "pwsh"] })],
      flags: [toggle("install", "Install it for this user")],
      examples: [
        { line: "reflexio completion zsh --install", note: "For good" },
        { line: "source <(reflexio completion bash)", note: "In bash, for this session" },
        { line: 'eval "$(reflexio completion zsh)"', note: "In zsh; or as _reflexio on fpath" },
        { line: "reflexio completion fish | source", note: "In fish" },
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
      summary: "Help for a command, or the variables: help environment",
      positionals: [arg("words", "The command", { rest: true })],
      examples: [
        { line: "reflexio help publish", note: "Same as publish --help" },
        { line: "reflexio help environment", note: "Variables and their defaults" },
      ],
      load: async () => (await import("../commands/shell.ts")).help,
    },
  ],
};
