/** Reads one environment variable by name; undefined when it is not set or may not be read. */
export type EnvReader = (name: string) => string | undefined;

/** The globals some runtimes have and others lack. */
interface RuntimeGlobals {
  readonly Deno?: {
    readonly env: { get(name: string): string | undefined };
    readonly permissions: {
      querySync(wish: { name: "env"; variable: string }): { readonly state: string };
    };
  };
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/**
 * Reads the environment of Deno, Node or Bun. Never throws and never asks for permission: browsers,
 * workers and programs that may not read a variable have an empty environment.
 *
 * @param name Name of the variable.
 */
export function readEnv(name: string): string | undefined {
  const globals = globalThis as unknown as RuntimeGlobals;
  const { Deno } = globals;
  try {
    // Deno has `process` as well, but takes long to load it.
    if (!Deno) return globals.process?.env?.[name];
    const { state } = Deno.permissions.querySync({ name: "env", variable: name });
    return state === "granted" ? Deno.env.get(name) : undefined;
  } catch {
    return undefined;
  }
}
