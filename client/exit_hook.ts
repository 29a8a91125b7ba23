/** What of `process` Node and Bun offer here. */
interface NodeProcess {
  readonly pid: number;
  on(signal: string, listener: () => void): void;
  off(signal: string, listener: () => void): void;
  kill(pid: number, signal: string): void;
  listenerCount(signal: string): number;
}

/** What of `Deno` is used here. */
interface DenoSignals {
  addSignalListener(signal: string, listener: () => void): void;
  removeSignalListener(signal: string, listener: () => void): void;
  exit(code: number): void;
}

/** Signals that end a program, with their numbers. */
const SIGNALS: readonly (readonly [string, number])[] = [["SIGINT", 2], ["SIGTERM", 15]];

/**
 * While it is held, SIGINT and SIGTERM first let `flush` finish and then end the program.
 *
 * On Node and Bun a program that handles the signal itself is left to end by itself. Deno does not
 * tell whether there is another handler, so the program is ended there.
 *
 * @param flush Finishes open work within its own time limit; must not reject.
 * @returns A function that lets go of the signals; null where there are none.
 */
export function holdExit(flush: () => Promise<unknown>): (() => void) | null {
  const { Deno, process } = globalThis as unknown as {
    readonly Deno?: DenoSignals;
    readonly process?: NodeProcess;
  };
  if (Deno ? !Deno.addSignalListener : !process?.kill) return null;
  const held = SIGNALS.map(([signal, number]) => {
    const onSignal = async () => {
      await flush();
      release();
      if (Deno) Deno.exit(128 + number);
      else if (process?.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    return { signal, onSignal };
  });
  const release = () => {
    for (const { signal, onSignal } of held) {
      if (Deno) Deno.removeSignalListener(signal, onSignal);
      else process?.off(signal, onSignal);
    }
  };
  for (const { signal, onSignal } of held) {
    if (Deno) Deno.addSignalListener(signal, onSignal);
    else process?.on(signal, onSignal);
  }
  return release;
}
