import type { Host } from "../host.ts";
import type { Input } from "../input.ts";

/** The command line that an extension gets. */
export interface ExtensionCall {
  /** Global flags; handed over in the environment. */
  readonly globals: Input;
  /** Words and flags, the extension's own name among them. */
  readonly rest: readonly string[];
  /** Process. */
  readonly host: Host;
}

/**
 * Runs `reflexio-<word>` from the search path.
 *
 * @returns Its exit code, null when there is none.
 */
export async function runExtension(word: string, call: ExtensionCall): Promise<number | null> {
  if (!/^[a-z][a-z0-9-]*$/.test(word)) return null;
  const url = call.globals.text("server-url");
  const key = call.globals.text("api-key");
  const args = [...call.rest];
  args.splice(args.indexOf(word), 1);
  try {
    const child = new Deno.Command(`reflexio-${word}`, {
      args,
      stdin: "inherit",
      stdout: "inherit",
      stderr: "inherit",
      env: {
        ...url === undefined ? {} : { REFLEXIO_URL: url },
        ...key === undefined ? {} : { REFLEXIO_API_KEY: key },
        ...call.globals.has("json") ? { REFLEXIO_JSON: "1" } : {},
      },
    }).spawn();
    return (await child.status).code;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
