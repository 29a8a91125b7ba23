import type { Command, Flag } from "../command.ts";

/** Longest choice of words that stands behind a flag; a longer one is told in its text. */
const MAX_CHOICE = 24;

/** The words of a flag as its placeholder, undefined where they are none or too many. */
function choiceOf({ type, value, words }: Flag): string | undefined {
  const choice = words?.join("|") ?? "";
  const fits = choice !== "" && choice.length <= MAX_CHOICE;
  return type === "word" && value === undefined && fits ? choice : undefined;
}

/** The placeholder of a flag's value, empty for a switch. */
export function valueWord(flag: Flag): string {
  if (flag.type === "switch") return "";
  const word = flag.value ?? choiceOf(flag);
  if (word !== undefined) return word;
  return { text: "TEXT", int: "N", number: "X", word: "WORD", words: "WORDS" }[flag.type];
}

/** A flag as it is typed, for example `-y, --yes` or `--limit N`. */
export function flagForm(flag: Flag): string {
  const short = flag.short === undefined ? "" : `-${flag.short}, `;
  const name = flag.negatable ? `--[no-]${flag.name}` : `--${flag.name}`;
  const value = valueWord(flag);
  if (value === "") return `${short}${name}`;
  return flag.optionalValue ? `${short}${name}[=${value}]` : `${short}${name} ${value}`;
}

/** What a flag does, with its default and its variable. */
export function flagText(flag: Flag): string {
  const facts = [
    flag.fallback === undefined ? "" : `default ${flag.fallback}`,
    flag.env === undefined ? "" : `env ${flag.env}`,
    choiceOf(flag) === undefined ? (flag.words ?? []).join(", ") : "",
  ].filter((fact) => fact !== "");
  return facts.length === 0 ? flag.summary : `${flag.summary} (${facts.join("; ")})`;
}

/** The usage line of a command, from `reflexio` on. */
export function usageLine(command: Command): string {
  const words = (command.positionals ?? []).map((positional) => {
    const name = positional.name.toUpperCase();
    const form = positional.rest ? `${name}…` : name;
    return positional.required ? form : `[${form}]`;
  });
  const flags = (command.flags ?? []).length > 0 ? ["[options]"] : [];
  return ["reflexio", command.path, ...words, ...flags].join(" ");
}

/** The flags that help shows. */
export function shownFlags(flags: readonly Flag[] | undefined): readonly Flag[] {
  return (flags ?? []).filter(({ hidden }) => !hidden);
}
