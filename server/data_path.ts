/** Looks up an environment variable; undefined when unset or not permitted. */
export type ReadEnv = (name: string) => string | undefined;

/** First non-empty value, undefined when there is none. */
function firstOf(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== "");
}

/**
 * Where the data file is when nobody says otherwise: `reflexio/reflexio.db` in the platform's data
 * folder of the current user. `LOCAL_STORAGE_PATH` and `SQLITE_FILE_DIRECTORY` name another folder.
 *
 * @param env Looks up environment variables.
 * @param os `Deno.build.os`.
 * @returns An absolute path, or a relative one when the user has no home folder.
 *
 * @example Linux
 * ```ts ignore
 * defaultKvPath((name) => ({ HOME: "/home/ana" })[name], "linux");
 * // "/home/ana/.local/share/reflexio/reflexio.db"
 * ```
 */
export function defaultKvPath(env: ReadEnv, os: string = Deno.build.os): string {
  const folder = firstOf(env("LOCAL_STORAGE_PATH"), env("SQLITE_FILE_DIRECTORY"));
  if (folder !== undefined) return `${folder}/reflexio.db`;
  if (os === "windows") {
    const local = firstOf(env("LOCALAPPDATA"), env("USERPROFILE"));
    return local === undefined ? "reflexio.db" : `${local}\\Reflexio\\reflexio.db`;
  }
  const home = env("HOME");
  const data = os === "darwin"
    ? home && `${home}/Library/Application Support`
    : firstOf(env("XDG_DATA_HOME"), home && `${home}/.local/share`);
  return data ? `${data}/reflexio/reflexio.db` : "reflexio.db";
}
