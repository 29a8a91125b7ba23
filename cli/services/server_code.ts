/**
 * Loads the server, for the commands that start one or work on its files.
 *
 * The address is not written where the runtime looks for imports before it runs a program: it would
 * else read several hundred modules of the server at every `reflexio --version`.
 */
export function loadServer(): Promise<typeof import("../../server/mod.ts")> {
  const door: string = new URL("../../server/mod.ts", import.meta.url).href;
  return import(door);
}
