/** What of `process` is used here; Node, Bun and Deno have it. */
interface ProcessSignals {
  on(signal: string, listener: () => void): void;
  off(signal: string, listener: () => void): void;
  exit(code: number): void;
  listenerCount(signal: string): number;
}

/** Signals that end a program, with their numbers. */
const SIGNALS: readonly (readonly [string, number])[] = [["SIGINT", 2], ["SIGTERM", 15]];

/**
 * While it is held, SIGINT and SIGTERM first let `flush` finish and then end the program, unless the
 * program listens to the signal itself: then it is left to end by itself.
 *
 * @param flush Finishes open work within its own time limit; must not reject.
 * @returns A function that lets go of the signals; undefined where there are none.
 */
export function holdExit(flush: () => Promise<unknown>): (() => void) | undefined {
  const { process } = globalThis as unknown as { readonly process?: ProcessSignals };
  if (!process?.on) return undefined;
  const releases = SIGNALS.map(([signal, number]) => {
    const onSignal = async () => {
      await flush();
      release();
      if (process.listenerCount(signal) === 0) process.exit(128 + number);
    };
    process.on(signal, onSignal);
    return () => process.off(signal, onSignal);
  });
  const release = () => releases.forEach((each) => each());
  return release;
}
