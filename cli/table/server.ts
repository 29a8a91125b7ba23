import type { Flag, Section } from "../command.ts";
import { arg, int, text, toggle, word, YES } from "./flags.ts";

const services = () => import("../commands/services.ts");
const status = () => import("../commands/status.ts");

const PORT = int("backend-port", "Port of the server", {
  fallback: "8081",
  env: "BACKEND_PORT",
  value: "PORT",
});
const DOCS_PORT = int("docs-port", "Accepted; the documentation is part of the server", {
  value: "PORT",
  env: "DOCS_PORT",
});
const ONLY: Flag = {
  name: "only",
  type: "text",
  summary: "Only these parts: backend, docs",
  value: "NAMES",
};

const START_FLAGS: readonly Flag[] = [
  PORT,
  text("host", "Address to listen on", { fallback: "127.0.0.1", env: "REFLEXIO_HOST" }),
  text("kv", "Data file, :memory: or the URL of a KV server", {
    value: "PATH",
    env: "REFLEXIO_KV",
  }),
  text("cert", "Serve TLS with this certificate (PEM); needs --key", {
    value: "FILE",
    env: "REFLEXIO_TLS_CERT",
  }),
  text("key", "Key of the certificate (PEM)", { value: "FILE", env: "REFLEXIO_TLS_KEY" }),
  toggle("detach", "Start in the background and wait until it answers", { short: "d" }),
  toggle("open", "Open the documentation in a browser"),
  DOCS_PORT,
  ONLY,
  toggle("no-reload", "Accepted; there is no reload"),
  text("log", "Log file in place of stdout, for servers in the background", {
    value: "PATH",
    hidden: true,
  }),
  word("storage", ["sqlite", "supabase", "disk"], "Accepted for old scripts; one store serves all"),
];

const STOP_FLAGS: readonly Flag[] = [
  PORT,
  DOCS_PORT,
  ONLY,
  toggle("force", "End it at once, without finishing work"),
];

/** Commands that run and check a server. */
export const SERVER: Section = {
  title: "Server",
  groups: [
    { name: "services", summary: "A memory server on this machine" },
    {
      name: "status",
      summary: "Is the server there, and whose data do I see",
      alone: "status check",
    },
    { name: "doctor", summary: "Find what is wrong with the set-up", alone: "doctor check" },
  ],
  commands: [
    {
      path: "services start",
      summary: "Start a memory server: no key, no network needed",
      details:
        `With --cert and --key it speaks https. The certificate may be one of your own; programs
that call the server have to trust it.`,
      flags: START_FLAGS,
      examples: [
        { line: "reflexio services start", note: "In the foreground, with live log lines" },
        { line: "reflexio services start --detach", note: "In the background" },
        { line: "reflexio services start --backend-port 9000 --kv ./memory.db", note: "Elsewhere" },
        { line: "reflexio services start --cert cert.pem --key key.pem", note: "Over https" },
      ],
      load: async () => (await services()).start,
    },
    {
      path: "services stop",
      summary: "Stop the server that services start began",
      flags: STOP_FLAGS,
      examples: [{ line: "reflexio services stop", note: "Finishes running work first" }],
      load: async () => (await services()).stop,
    },
    {
      path: "services status",
      summary: "Which servers run, since when, with which data",
      examples: [{ line: "reflexio services status", note: "All ports" }],
      load: async () => (await services()).status,
    },
    {
      path: "services restart",
      summary: "Stop and start it in the background with the same options",
      flags: [PORT],
      examples: [{ line: "reflexio services restart", note: "Same port, same data" }],
      load: async () => (await services()).restart,
    },
    {
      path: "services logs",
      summary: "Print the log of a server in the background",
      flags: [
        PORT,
        toggle("follow", "Go on printing", { short: "f" }),
        int("lines", "Last lines to begin with", { short: "n", fallback: "100", value: "N" }),
      ],
      examples: [{
        line: "reflexio services logs -f -n 20",
        note: "The last 20 lines, then new ones",
      }],
      load: async () => (await import("../commands/logs.ts")).logs,
    },
    {
      path: "status check",
      summary: "Is the server healthy",
      examples: [{ line: "reflexio status check", note: "Exit code 0 when it is" }],
      needs: "server",
      load: async () => (await status()).check,
    },
    {
      path: "status whoami",
      summary: "Whose data the key reaches and where it is",
      examples: [{ line: "reflexio status whoami", note: "Org and storage" }],
      needs: "server",
      load: async () => (await status()).whoami,
    },
    {
      path: "doctor check",
      summary: "Check settings, server, port, disk, hooks; offer fixes",
      flags: [toggle("fix", "Repair what can be repaired"), YES],
      examples: [
        { line: "reflexio doctor", note: "What is wrong and what to do" },
        { line: "reflexio doctor --fix --yes", note: "Repair without questions" },
      ],
      load: async () => (await import("../commands/doctor.ts")).check,
    },
    {
      path: "open",
      summary: "Open a page of the server in a browser",
      positionals: [arg("page", "docs, api or home", { words: ["docs", "api", "home"] })],
      needs: "server",
      examples: [{ line: "reflexio open docs", note: "Prints the address without a browser" }],
      load: async () => (await import("../commands/open.ts")).open,
    },
    {
      path: "demo",
      summary: "See it learn: 60 conversations and what came out of them",
      flags: [toggle("keep", "Keep the data file and say where it is")],
      examples: [{ line: "reflexio demo", note: "Own server, temporary file, under 20 seconds" }],
      load: async () => (await import("../commands/demo.ts")).demo,
    },
  ],
};
