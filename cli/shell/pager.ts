import type { Host } from "../host.ts";

/**
 * Shows a long text in the user's pager.
 *
 * @returns Whether it was shown; false when pagers are off or none can be started.
 */
export async function page(text: string, host: Host): Promise<boolean> {
  const chosen = host.env("REFLEXIO_PAGER") ?? host.env("PAGER") ?? "less -FRX";
  const [file, ...args] = chosen.split(/\s+/).filter((part) => part !== "");
  if (file === undefined || file === "cat") return false;
  try {
    const child = new Deno.Command(file, { args, stdin: "piped" }).spawn();
    const writer = child.stdin.getWriter();
    try {
      await writer.write(new TextEncoder().encode(`${text}\n`));
      await writer.close();
    } catch (error) {
      // The reader has seen enough and left.
      if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
    }
    await child.status;
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
