/** What a test does around each commit of a database; throwing makes the commit fail. */
export interface CommitFaults {
  /**
   * Runs before the commit, which waits for it; when it throws, nothing was written.
   *
   * @param keys Keys that the commit writes or removes.
   */
  readonly before?: (keys: readonly Deno.KvKey[]) => void | Promise<void>;
  /** Runs after the commit; when it throws, it was written and nobody was told. */
  readonly after?: () => void;
}

/** The method of `target`, bound to it, or the value. */
function member(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name, target);
  return typeof value === "function" ? value.bind(target) : value;
}

/** A transaction whose commit runs the faults. */
function faultyAtomic(real: Deno.AtomicOperation, faults: CommitFaults): Deno.AtomicOperation {
  const keys: Deno.KvKey[] = [];
  const proxy: Deno.AtomicOperation = new Proxy(real, {
    get(target, name) {
      if (name === "commit") {
        return async () => {
          await faults.before?.(keys);
          const result = await target.commit();
          faults.after?.();
          return result;
        };
      }
      const value = member(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        // The first argument of both is the key.
        if (name === "set" || name === "delete") keys.push(args[0] as Deno.KvKey);
        value(...args);
        return proxy;
      };
    },
  });
  return proxy;
}

/** A database that works as `real` but for its commits. */
export function faultyKv(real: Deno.Kv, faults: CommitFaults): Deno.Kv {
  return new Proxy(real, {
    get(target, name) {
      if (name === "atomic") return () => faultyAtomic(target.atomic(), faults);
      return member(target, name);
    },
  });
}
