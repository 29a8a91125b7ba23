/**
 * Makes timers of this process run `factor` times as fast until it is disposed, so that limits of
 * minutes pass in a second. Clocks stay as they are.
 */
export function shortTime(factor: number): Disposable {
  const real = globalThis.setTimeout;
  const fast = ((callback: () => void, ms = 0) => real(callback, ms / factor)) as typeof setTimeout;
  globalThis.setTimeout = fast;
  return {
    [Symbol.dispose]: () => {
      globalThis.setTimeout = real;
    },
  };
}
