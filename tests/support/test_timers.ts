/** Timers of this process while a test decides how long they take. */
export interface TestTimers extends Disposable {
  /** Ends the timers of this length that wait for it. */
  fire(ms: number): void;
}

/** A timer that waits to be fired. */
interface HeldTimer {
  readonly ms: number;
  readonly callback: () => void;
}

/**
 * Changes how long timers of this process take until it is disposed, so that limits of minutes need
 * none. Clocks stay as they are.
 *
 * @param lengthOf Milliseconds that a timer of `ms` takes; `Infinity`: it waits to be fired.
 */
export function testTimers(lengthOf: (ms: number) => number): TestTimers {
  const { setTimeout: start, clearTimeout: stop } = globalThis;
  const held = new Map<unknown, HeldTimer>();
  const startChanged = (callback: () => void, ms = 0) => {
    const length = lengthOf(ms);
    if (length !== Infinity) return start(callback, length);
    // Its number is that of a real timer, so that it is nobody else's.
    const timer = start(() => {}, 0);
    held.set(timer, { ms, callback });
    return timer;
  };
  const stopChanged = (timer?: Parameters<typeof stop>[0]) => {
    held.delete(timer);
    stop(timer);
  };
  Object.assign(globalThis, { setTimeout: startChanged, clearTimeout: stopChanged });
  return {
    fire: (ms) => {
      for (const [timer, { ms: length, callback }] of [...held]) {
        if (length === ms && held.delete(timer)) callback();
      }
    },
    [Symbol.dispose]: () => {
      Object.assign(globalThis, { setTimeout: start, clearTimeout: stop });
    },
  };
}
