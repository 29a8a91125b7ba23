/**
 * The `reflexio` command: server, client and tools in one program.
 *
 * @module
 */
import { VERSION } from "./version.ts";

/** Whether `--version` stands before `--`: it wins over everything else. */
function asksForVersion(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? args.length : end).includes("--version");
}

if (import.meta.main) {
  if (asksForVersion(Deno.args)) {
    Deno.stdout.writeSync(new TextEncoder().encode(`reflexio ${VERSION}\n`));
  } else {
    const { run } = await import("./run.ts");
    Deno.exit(await run(Deno.args));
  }
}
