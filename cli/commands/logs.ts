import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { pauseMs } from "../interrupt.ts";
import { plural } from "../render/age.ts";
import { PRINTED, type Result } from "../result.ts";
import { logPath, readRunFile } from "../services/run_file.ts";
import { runningPort } from "../services/start_options.ts";

/** Pause between two looks at a growing log, milliseconds. */
const FOLLOW_MS = 200;

/** `services logs`: the end of a log, with `--follow` what comes. */
export async function logs(context: Context): Promise<Result> {
  const { input, host, out, interrupt } = context;
  const port = runningPort(context);
  const path = readRunFile(host, port)?.log ?? logPath(host, port);
  const lines = Math.max(0, input.number("lines", 100));
  let at = 0;
  try {
    const text = await Deno.readTextFile(path);
    at = new TextEncoder().encode(text).length;
    const last = text.replace(/\n$/, "").split("\n").slice(lines === 0 ? Infinity : -lines);
    if (text !== "" && last.length > 0) out.line(last.join("\n"));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    if (!input.on("follow")) {
      throw new CliError("general", `There is no log ${path}`, {
        code: "not_found",
        hint: "Servers in the background write one: reflexio services start --detach",
      });
    }
  }
  if (!input.on("follow")) return PRINTED;
  const signal = interrupt.take();
  out.detail(`Following ${path}, ${plural(at, "byte")} so far`);
  while (!signal.aborted) {
    at = await printFrom(context, path, at);
    await pauseMs(FOLLOW_MS, signal);
  }
  return PRINTED;
}

/** Prints what a file has behind a place; begins anew when it became shorter. Returns the new place. */
async function printFrom({ out }: Context, path: string, at: number): Promise<number> {
  try {
    using file = await Deno.open(path);
    const { size } = await file.stat();
    const from = size < at ? 0 : at;
    if (size === from) return from;
    await file.seek(from, Deno.SeekMode.Start);
    const bytes = new Uint8Array(size - from);
    let filled = 0;
    while (filled < bytes.length) {
      const count = await file.read(bytes.subarray(filled));
      if (count === null) break;
      filled += count;
    }
    out.write(new TextDecoder().decode(bytes.subarray(0, filled)));
    return from + filled;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}
