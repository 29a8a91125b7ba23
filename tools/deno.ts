/**
 * Runs `deno <arguments>` with `@std/*` from wherever it can be had.
 *
 * `deno.json` names `@std/*` on JSR, which is what users get. Where JSR cannot be reached (a closed
 * network with only an npm mirror), the same names are served by the import map in
 * `tools/offline/`. Product code imports no package, so it never needs this launcher.
 *
 * @module
 */

/** How long JSR may take to answer before it counts as unreachable, in milliseconds. */
const PROBE_TIMEOUT_MS = 2_000;

/** Sub-commands that resolve imports and therefore understand `--import-map`. */
const RESOLVING = new Set(["bench", "bundle", "cache", "check", "compile", "doc", "run", "test"]);

/** Whether JSR answers within {@link PROBE_TIMEOUT_MS}; `REFLEXIO_OFFLINE=1` skips the question. */
async function isJsrReachable(): Promise<boolean> {
  if (Deno.env.get("REFLEXIO_OFFLINE") === "1") return false;
  try {
    const response = await fetch("https://jsr.io/@std/assert/meta.json", {
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** The arguments for `deno`, with the offline import map added when it is needed. */
function withImportMap(args: readonly string[], mapPath: string): string[] {
  const [command = "help", ...rest] = args;
  return RESOLVING.has(command) ? [command, `--import-map=${mapPath}`, ...rest] : [...args];
}

if (import.meta.main) {
  const mapPath = `${import.meta.dirname}/offline/import_map.json`;
  const args = await isJsrReachable() ? Deno.args : withImportMap(Deno.args, mapPath);
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    stdin: "inherit",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
  // The child shares the terminal, so it gets Ctrl-C itself; the launcher waits for its end.
  Deno.addSignalListener("SIGINT", () => {});
  Deno.exit((await child.status).code);
}
