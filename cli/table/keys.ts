import type { Section } from "../command.ts";
import { arg, int, text, word, YES } from "./flags.ts";

const keys = () => import("../commands/keys.ts");

const KEYS_FILE = text("keys-file", "Keys file; keys.json in the home of reflexio when absent", {
  value: "PATH",
  env: "REFLEXIO_KEYS_FILE",
});

const ID = arg("id", "Id of the key, or its first 12 characters", { required: true });

/** Commands about the keys that a server of yours accepts. */
export const KEYS: Section = {
  title: "Keys",
  groups: [{ name: "keys", summary: "The keys that a server of yours accepts" }],
  commands: [
    {
      path: "keys create",
      summary: "Make a key; it is shown once",
      flags: [
        text("org", "Whose data it opens", { fallback: "default", value: "ORG" }),
        word("role", ["read", "write", "admin"], "What it may do", { fallback: "write" }),
        text("note", "What it is for", { value: "TEXT" }),
        int("expires-days", "Days until it ends; never when absent", { value: "N" }),
        KEYS_FILE,
      ],
      examples: [{ line: "reflexio keys create --org acme --role read", note: "May only look" }],
      load: async () => (await keys()).create,
    },
    {
      path: "keys list",
      summary: "List keys by what is known of them",
      flags: [KEYS_FILE],
      examples: [{ line: "reflexio keys list", note: "Never shows a key" }],
      load: async () => (await keys()).list,
    },
    {
      path: "keys revoke",
      summary: "End a key now",
      positionals: [ID],
      flags: [YES, KEYS_FILE],
      examples: [{ line: "reflexio keys revoke 3f9a01bc", note: "Servers notice within seconds" }],
      load: async () => (await keys()).revoke,
    },
    {
      path: "keys rotate",
      summary: "Put a new key in place of one",
      positionals: [ID],
      flags: [
        int("grace-seconds", "How long the old key still opens", { fallback: "0", value: "N" }),
        KEYS_FILE,
      ],
      examples: [
        { line: "reflexio keys rotate 3f9a01bc --grace-seconds 3600", note: "An hour to change" },
      ],
      load: async () => (await keys()).rotate,
    },
  ],
};
