import type { Screen } from "../render/screen.ts";
import { replaceFile } from "../settings/private_file.ts";
import { dirname } from "../settings/path.ts";

/** What becomes of one file. */
export interface FileChange {
  /** The file. */
  readonly path: string;
  /** Its text now, null when it is not there. */
  readonly before: string | null;
  /** Its text afterwards, null when it goes. */
  readonly after: string | null;
  /** Whether a copy of the present text is kept beside it. */
  readonly keepsCopy?: boolean;
  /** Whether it may be run as a program when it is new. */
  readonly isProgram?: boolean;
}

/** Reads a file, null when it is not there. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return null;
    }
    throw error;
  }
}

/** The file that a path leads to: where a link points, else itself. */
export async function followLink(path: string): Promise<string> {
  try {
    return await Deno.realPath(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return path;
    }
    throw error;
  }
}

/** The change that gives a file a text, or takes it away. */
export async function change(
  path: string,
  after: string | null,
  more: Pick<FileChange, "keepsCopy" | "isProgram"> = {},
): Promise<FileChange> {
  return { path, before: await readIfThere(path), after, ...more };
}

/** Whether a change changes anything. */
function matters({ before, after }: FileChange): boolean {
  return before !== after;
}

/** The changes that change something. */
export function effective(changes: readonly FileChange[]): FileChange[] {
  return changes.filter(matters);
}

/** Carries the changes out; empty folders that are left behind go too. */
export async function applyChanges(
  changes: readonly FileChange[],
  root: string,
): Promise<void> {
  for (const { path, before, after, keepsCopy, isProgram } of effective(changes)) {
    if (keepsCopy && before !== null) await replaceFile(`${path}.reflexio-backup`, before, 0o600);
    if (after === null) {
      await Deno.remove(path);
      await removeEmptyFolders(dirname(path), root);
    } else {
      await Deno.mkdir(dirname(path), { recursive: true });
      await replaceFile(path, after, isProgram && before === null ? 0o755 : undefined);
    }
  }
}

/** Removes empty folders upwards, never `root` itself. */
async function removeEmptyFolders(path: string, root: string): Promise<void> {
  if (path === root || !path.startsWith(root)) return;
  for await (const _ of Deno.readDir(path)) return;
  await Deno.remove(path);
  await removeEmptyFolders(dirname(path), root);
}

/** The changes as a person reads them: path, then removed and added lines. */
export function describeChanges(changes: readonly FileChange[], screen: Screen): string {
  const { bold, red, green, dim } = screen.style;
  return effective(changes).map(({ path, before, after }) => {
    const word = before === null ? "create" : after === null ? "remove" : "change";
    const lines = lineDiff(textLines(before), textLines(after)).map(({ sign, line }) => {
      if (sign === "+") return green(`+ ${line}`);
      return sign === "-" ? red(`- ${line}`) : dim(`  ${line}`);
    });
    return [`${bold(word)} ${path}`, ...lines].join("\n");
  }).join("\n\n");
}

/** The lines of a text. */
function textLines(text: string | null): string[] {
  return text === null || text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** One line of a comparison. */
interface DiffLine {
  readonly sign: "+" | "-" | " ";
  readonly line: string;
}

/** Lines that stay, go and come, by the longest common part. */
export function lineDiff(before: readonly string[], after: readonly string[]): DiffLine[] {
  const lengths = Array.from(
    { length: before.length + 1 },
    () => new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] = before[i] === after[j]
        ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
        : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const result: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      result.push({ sign: " ", line: before[i] ?? "" });
      i++;
      j++;
    } else if (
      i < before.length &&
      (j >= after.length || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      result.push({ sign: "-", line: before[i++] ?? "" });
    } else {
      result.push({ sign: "+", line: after[j++] ?? "" });
    }
  }
  return result;
}
