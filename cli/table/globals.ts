import type { Flag } from "../command.ts";
import { text, toggle, word } from "./flags.ts";

/** Flags that every command knows, wherever they stand. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  text("json", "JSON on stdout; =FIELDS keeps some fields of each record", {
    optionalValue: true,
    value: "FIELDS",
  }),
  { name: "fields", type: "words", summary: "Fields of each record, for example id,content" },
  text("jq", "Pick from the JSON with a path, for example .data[].content", { value: "PATH" }),
  text("template", "One text a record, for example '{id}: {content}'", { value: "TEXT" }),
  word("format", ["table", "json", "jsonl", "md"], "Form of the answer", { fallback: "table" }),
  text("server-url", "Address of the server", { value: "URL", env: "REFLEXIO_URL" }),
  text("api-key", "Key for the server", { value: "KEY", env: "REFLEXIO_API_KEY" }),
  text("profile", "Settings of a named server (reflexio profile)", {
    value: "NAME",
    env: "REFLEXIO_PROFILE",
  }),
  {
    name: "timeout",
    type: "number",
    summary: "Longest wait for one request, in seconds",
    fallback: "300",
    env: "REFLEXIO_TIMEOUT",
    value: "S",
  },
  toggle("quiet", "No notes on stderr", { short: "q" }),
  toggle("verbose", "Say where settings come from and what is sent", { short: "v" }),
  toggle("no-color", "No colours"),
  toggle("no-input", "Never ask; fail where an answer is needed"),
  toggle("no-pager", "Never hand long answers to a pager"),
  toggle("help", "Help for the command", { short: "h" }),
  toggle("version", "Version of this program"),
  text("install-completion", "Same as: completion SHELL --install", {
    optionalValue: true,
    hidden: true,
  }),
  text("show-completion", "Same as: completion SHELL", { optionalValue: true, hidden: true }),
];
