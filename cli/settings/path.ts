/**
 * The path functions that every start needs. `node:path` has them too, but loading it takes a third
 * of the time of `reflexio --help`.
 *
 * @module
 */

/** How a file system writes paths. */
interface PathStyle {
  /** Written between names. */
  readonly separator: string;
  /** A path that ends a folder. */
  readonly ending: RegExp;
  /** Folder, separators, last name. */
  readonly parts: RegExp;
}

const POSIX: PathStyle = { separator: "/", ending: /\/$/, parts: /^(.*?)(\/+)[^/]*\/*$/s };
const WINDOWS: PathStyle = {
  separator: "\\",
  ending: /[/\\]$/,
  parts: /^(.*?)([/\\]+)[^/\\]*[/\\]*$/s,
};

/** The style of a system. */
function styleOf(os: typeof Deno.build.os): PathStyle {
  return os === "windows" ? WINDOWS : POSIX;
}

/**
 * Names put behind a folder: `join("/home/ana", ".reflexio", "run")`.
 *
 * @param folder Absolute or relative path.
 * @param names Names without `.` and `..`.
 */
export function join(folder: string, ...names: readonly string[]): string {
  const { separator, ending } = styleOf(Deno.build.os);
  return names.reduce(
    (path, name) => ending.test(path) ? path + name : path + separator + name,
    folder || ".",
  );
}

/**
 * A text with the home folder in it written as `~`, for people to read.
 *
 * @param home The home folder, absolute.
 */
export function withTilde(text: string, home: string): string {
  const { separator } = styleOf(Deno.build.os);
  const folder = home.endsWith(separator) ? home : home + separator;
  return folder.length < 3 ? text : text.replaceAll(folder, `~${separator}`);
}

/**
 * The folder that holds a path: `.` for a bare name, a root for itself.
 *
 * @param path Absolute or relative path.
 * @param os System whose paths are meant; the one we run on when absent.
 */
export function dirname(path: string, os: typeof Deno.build.os = Deno.build.os): string {
  const [, folder, separators = ""] = styleOf(os).parts.exec(path) ?? [];
  if (folder === undefined) return ".";
  const isRoot = folder === "" || (os === "windows" && /^[A-Za-z]:$/.test(folder));
  return isRoot ? folder + separators.slice(0, 1) : folder;
}
