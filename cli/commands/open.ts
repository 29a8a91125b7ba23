import type { Context } from "../context.ts";
import { joinUrl } from "../request.ts";
import type { Result } from "../result.ts";
import { openInBrowser } from "../shell/browser.ts";

/** Paths of the pages. */
const PAGES: Readonly<Record<string, string>> = { docs: "/docs", api: "/redoc", home: "/" };

/** `open`: a page of the server in a browser; prints the address in any case. */
export async function open(context: Context): Promise<Result> {
  const page = context.input.text("page") ?? "docs";
  const url = joinUrl(context.server().url, PAGES[page] ?? "/docs");
  const hasScreen = context.host.stdout.isTerminal && context.host.env("BROWSER") !== "none";
  const isOpened = hasScreen && await openInBrowser(url);
  if (!isOpened) context.out.note("No browser was opened; the address is");
  return { data: { url, opened: isOpened }, human: () => url };
}
