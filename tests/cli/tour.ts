/**
 * Plays the commands of `docs/tour.md` in an empty home and puts their output below them. Run as a
 * program it writes the page anew; the test compares.
 *
 * @module
 */
import { COMMAND, Sandbox } from "./command_line.ts";

/** The page. */
export const TOUR: URL = new URL("../../docs/tour.md", import.meta.url);

/** Parts of output that differ from run to run, with what stands for them in the page. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [
    /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    "2f6c7a10-8b1d-4e53-9a77-0c4de1b6f2aa",
  ],
  [/(request:? |show |ID +|^)[0-9a-f]{8}\b(?!-)/gm, "$12f6c7a10"],
  [/\b\d+(\.\d+)? ms\b/g, "24 ms"],
  [/\b\d+\.\d s\b/g, "1.2 s"],
  [/\bpid \d+/g, "pid 4242"],
  [/\b\d+[sm] ago/g, "2s ago"],
  [/^(Confidence +).*$/gm, "$1100 = 92 +10 standing: always"],
  [/\([0-9a-f]{8}\)/g, "(5d41402a)"],
  [/\b[\d,]+ bytes, packed [\d,]*\d/g, "180,224 bytes, packed 21,504"],
];

/** Text with the volatile parts replaced. */
function settled(text: string, places: Readonly<Record<string, string>>): string {
  const named = Object.entries(places).reduce((all, [from, to]) => all.replaceAll(from, to), text);
  return VOLATILE.reduce((all, [pattern, to]) => all.replaceAll(pattern, to), named);
}

/** A port that was free a moment ago. */
function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}

/** The page with the output of every command as it is now. */
export async function playTour(page: string): Promise<string> {
  await using box = await Sandbox.create();
  const shim = await box.write(
    "bin/reflexio",
    `#!/bin/sh\nexec "${Deno.execPath()}" ${COMMAND.map((word) => `"${word}"`).join(" ")} "$@"\n`,
  );
  await Deno.chmod(shim, 0o755);
  await Deno.mkdir(`${box.home}/work`);
  const port = freePort();
  const places = {
    [box.home]: "/home/you",
    [`localhost:${port}`]: "localhost:8081",
    [`port ${port}`]: "port 8081",
    [`server-${port}.log`]: "server.log",
  };
  const env = box.env({
    PATH: `${box.home}/bin:${Deno.env.get("PATH")}`,
    BACKEND_PORT: `${port}`,
    REFLEXIO_FORCE_TTY: "80",
    TERM: "dumb",
  });
  const run = async (line: string) => {
    const { stdout } = await new Deno.Command("sh", {
      args: ["-c", `exec 2>&1\n${line}`],
      cwd: `${box.home}/work`,
      clearEnv: true,
      env,
      stdin: "null",
    }).output();
    return settled(new TextDecoder().decode(stdout), places).trimEnd();
  };
  try {
    let played = "";
    let at = 0;
    for (const match of page.matchAll(/```console\n\$ (.+(?:\\\n.+)*)\n[\s\S]*?```/g)) {
      const output = await run(match[1] ?? "");
      played += page.slice(at, match.index);
      played += ["```console", `$ ${match[1]}`, ...output === "" ? [] : [output], "```"].join("\n");
      at = match.index + match[0].length;
    }
    return played + page.slice(at);
  } finally {
    await run("reflexio services stop");
  }
}

if (import.meta.main) {
  await Deno.writeTextFile(TOUR, await playTour(await Deno.readTextFile(TOUR)));
}
