/**
 * Opens an address in the user's browser.
 *
 * @returns Whether a program for that was found.
 */
export async function openInBrowser(url: string): Promise<boolean> {
  const [file, ...args] = {
    darwin: ["open", url],
    windows: ["cmd", "/c", "start", "", url],
  }[Deno.build.os as string] ?? ["xdg-open", url];
  if (file === undefined) return false;
  try {
    const { success } = await new Deno.Command(file, { args, stdout: "null", stderr: "null" })
      .output();
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.PermissionDenied) {
      return false;
    }
    throw error;
  }
}
