import type { Section } from "../command.ts";
import { arg, DRY_RUN, int, text, toggle, USER, YES } from "./flags.ts";

const transfer = () => import("../commands/transfer.ts");
const backup = () => import("../commands/backup.ts");

/** Path of the data file. */
const KV = text("kv", "Data file; that of the running server, else the default, when absent", {
  value: "PATH",
  env: "REFLEXIO_KV",
});

/** Commands that move data. */
export const DATA_SECTION: Section = {
  title: "Your data",
  groups: [{ name: "kv", summary: "The data file" }],
  commands: [
    {
      path: "export",
      summary: "Write everything as JSONL",
      positionals: [arg("file", "Where to; stdout when absent")],
      flags: [
        USER,
        {
          name: "kinds",
          type: "words",
          words: [
            "config",
            "interactions",
            "profiles",
            "user-playbooks",
            "agent-playbooks",
            "evaluations",
            "change-logs",
            "explanations",
          ],
          summary: "Only these kinds, comma-separated",
        },
      ],
      needs: "server",
      examples: [
        { line: "reflexio export memory.jsonl", note: "Everything" },
        { line: "reflexio export --user-id ada > ada.jsonl", note: "One person" },
      ],
      load: async () => (await transfer()).exportAll,
    },
    {
      path: "import",
      summary: "Read JSONL written by export",
      positionals: [arg("file", "What to read; - is stdin", { required: true })],
      flags: [
        DRY_RUN,
        toggle("continue-on-error", "Write refused lines to FILE.rejects.jsonl and go on"),
        toggle("replace", "Replace other records with the same ids, which are refused otherwise"),
        toggle("new-ids", "Add the records under new ids to what is there"),
        int("batch", "Records a request", { fallback: "100", value: "N" }),
      ],
      needs: "server",
      examples: [{ line: "reflexio import memory.jsonl", note: "Into the server of REFLEXIO_URL" }],
      load: async () => (await transfer()).importAll,
    },
    {
      path: "backup",
      summary: "Copy the data file, consistent while a server runs",
      positionals: [arg("file", "Where to", { required: true })],
      flags: [KV, toggle("force", "Replace an existing file")],
      examples: [{ line: "reflexio backup monday.backup", note: "With checksum inside" }],
      load: async () => (await backup()).backup,
    },
    {
      path: "restore",
      summary: "Put a backup in place of the data file",
      positionals: [arg("file", "The backup", { required: true })],
      flags: [KV, YES, DRY_RUN],
      examples: [
        { line: "reflexio restore monday.backup", note: "Verified first; the old file is kept" },
      ],
      load: async () => (await backup()).restore,
    },
    {
      path: "kv check",
      summary: "Walk all rows and indexes and say what is wrong",
      flags: [KV, toggle("repair", "Repair it; unreadable rows are set aside, never destroyed")],
      examples: [{ line: "reflexio kv check --repair", note: "Find and repair" }],
      load: async () => (await import("../commands/kv.ts")).check,
    },
    {
      path: "kv compact",
      summary: "Give back the space of what was removed; no server may use the file",
      flags: [KV],
      examples: [{
        line: "reflexio kv compact",
        note: "Afterwards no removed byte is in the file",
      }],
      load: async () => (await import("../commands/kv.ts")).compact,
    },
    {
      path: "kv reseal",
      summary: "Seal every value with the newest of REFLEXIO_ENCRYPTION_KEYS",
      details:
        `After a rotation, so that the old key can be thrown away; after the first key, so that
nothing readable is left. Stop the servers on the data before.`,
      flags: [KV],
      examples: [
        { line: "reflexio kv reseal && reflexio kv compact", note: "No old byte is left either" },
      ],
      load: async () => (await import("../commands/kv.ts")).reseal,
    },
    {
      path: "migrate",
      summary: "Copy all data to another file or KV server and compare both",
      details:
        `It can be ended at any time: run again, it goes on where it was. No server opens the target
before both sides hold the same keys and values. DENO_KV_ACCESS_TOKEN opens a KV server.`,
      flags: [
        text("from", "Where the data are: a file or the URL of a KV server", { value: "URL" }),
        text("to", "Where they go: an empty place, or one begun by an earlier run", {
          value: "URL",
        }),
      ],
      examples: [
        {
          line: "reflexio migrate --from ./memory.db --to https://kv.example.com",
          note: "From a file to a KV server",
        },
      ],
      load: async () => (await import("../commands/migrate.ts")).migrate,
    },
    {
      path: "kv path",
      summary: "Where the data file is",
      flags: [KV],
      examples: [{ line: "reflexio kv path", note: "The default place" }],
      load: async () => (await import("../commands/kv.ts")).path,
    },
  ],
};
