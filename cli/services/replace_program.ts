/** Where the program that was replaced is kept. */
export function keptPath(path: string): string {
  return `${path}.old`;
}

/**
 * Puts a fresh program in place of one that may be running, and keeps the old one beside it. Whoever
 * starts the program meanwhile gets the old or the new one, never half of one.
 *
 * @param path The program.
 * @param fresh The new one, a file of the same folder; it is gone afterwards.
 * @param os System whose rules hold.
 */
export async function replaceProgram(
  path: string,
  fresh: string,
  os: typeof Deno.build.os = Deno.build.os,
): Promise<void> {
  const kept = keptPath(path);
  if (os !== "windows") {
    await removeIfThere(kept);
    await linkOrCopy(path, kept);
    await Deno.rename(fresh, path);
    return;
  }
  // A program that runs can neither be replaced nor removed on Windows, but it can be renamed.
  await removeIfThere(kept).catch((error: unknown) => {
    if (!(error instanceof Deno.errors.PermissionDenied)) throw error;
    return Deno.rename(kept, `${kept}-${Date.now()}`);
  });
  await Deno.rename(path, kept);
  try {
    await Deno.rename(fresh, path);
  } catch (error) {
    await Deno.rename(kept, path);
    throw error;
  }
}

/** A second name for a file; a copy where the file system has no such names. */
async function linkOrCopy(path: string, to: string): Promise<void> {
  try {
    await Deno.link(path, to);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    await Deno.copyFile(path, to);
  }
}

/** Removes a file that may not be there. */
export async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
