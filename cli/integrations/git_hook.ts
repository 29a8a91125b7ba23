import { invalid } from "../errors.ts";

/** First line of our part of a hook. */
const BEGIN = "# >>> reflexio: written by reflexio setup git-hook, goes with --remove >>>";

/** Last line of it. */
const END = "# <<< reflexio <<<";

/** First line of a hook that we begin. */
const SHEBANG = "#!/bin/sh\n";

/** First lines of the hooks that our part can stand in. */
const SHELL = /^#!\s*(\S*\/)?(env\s+(-\S+\s+)*)?(\S*\/)?(sh|ash|bash|dash|ksh|zsh)(\s|$)/;

/** A word for a POSIX shell. */
function quoted(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * Our part of a post-commit hook. It asks git for the commit and whether a rebase is under way, then
 * leaves the work to a process of its own that holds none of git's streams. It always succeeds, and
 * changes nothing for the lines after it.
 *
 * @param command Words that start this program.
 * @param flags Words after the commit.
 */
export function hookBlock(command: readonly string[], flags: readonly string[]): string {
  const start = [...command, "hook", "git", "post-commit"].map(quoted).join(" ");
  const rest = flags.map((flag) => ` ${quoted(flag)}`).join("");
  return `${BEGIN}
(
  trap '' HUP
  git rev-parse HEAD --git-path rebase-merge | {
    read -r commit && read -r rebase && [ ! -d "$rebase" ] &&
      { ${start} "$commit"${rest} </dev/null & }
  }
) </dev/null >/dev/null 2>&1 || :
${END}
`;
}

/**
 * The hook with our part in it, right behind its first line: it may end early, or hand over to
 * another program. Renewed where it stands; every other line stays.
 *
 * @param text The hook as it is, null when there is none.
 * @param block Our part.
 * @param path The hook, for messages.
 * @throws {CliError} `validation` when it is no shell script.
 */
export function withHookBlock(text: string | null, block: string, path: string): string {
  if (text === null || text.trim() === "") return SHEBANG + block;
  const place = blockPlace(text);
  if (place !== null) return text.slice(0, place.from) + block + text.slice(place.to);
  const first = /^#![^\n]*(\n|$)/.exec(text)?.[0] ?? "";
  if (text.includes("\0") || (first !== "" && !SHELL.test(first))) {
    throw invalid(
      `${path} is no shell script, so nothing can be added to it`,
      'Let it run: reflexio hook git post-commit "$(git rev-parse HEAD)"',
    );
  }
  const head = first === "" || first.endsWith("\n") ? first : `${first}\n`;
  return head + block + text.slice(first.length);
}

/** The hook without our part; null when it was all ours. */
export function withoutHookBlock(text: string | null): string | null {
  const place = text === null ? null : blockPlace(text);
  if (text === null || place === null) return text;
  const rest = text.slice(0, place.from) + text.slice(place.to);
  return rest === SHEBANG || rest === "" ? null : rest;
}

/** Where our part stands. */
function blockPlace(text: string): { readonly from: number; readonly to: number } | null {
  const from = text.indexOf(BEGIN);
  const end = text.indexOf(END, from);
  if (from < 0 || end < 0) return null;
  const to = end + END.length;
  return { from, to: text[to] === "\n" ? to + 1 : to };
}
