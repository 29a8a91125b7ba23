/** Connections that a process of its own holds and does nothing with. */
export interface IdleConnections extends AsyncDisposable {
  /** Connections that the server has not ended. */
  readonly open: number;
}

/** Opened at once; more would outrun the queue of a listening socket. */
const AT_ONCE = 100;

/** Opens connections to a port of this machine from a process of its own and keeps them. */
export async function idleConnections(port: number, count: number): Promise<IdleConnections> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", import.meta.filename ?? "", `${port}`, `${count}`],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  let said = "";
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  while (!said.includes("\n")) {
    const { value, done } = await reader.read();
    if (done) throw new Error("The process that holds connections has ended");
    said += value;
  }
  return {
    open: Number(said),
    [Symbol.asyncDispose]: async () => {
      await child.stdin.close();
      await child.status;
      await reader.cancel();
    },
  };
}

/** Whether the server keeps a connection, found out by a request with an answer. */
async function isKept(connection: Deno.TcpConn): Promise<boolean> {
  const bytes = new Uint8Array(512);
  try {
    await connection.write(
      new TextEncoder().encode("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    );
    const count = await connection.read(bytes) ?? 0;
    return new TextDecoder().decode(bytes.subarray(0, count)).startsWith("HTTP/1.1 200");
  } catch (error) {
    const isEnded = error instanceof Deno.errors.ConnectionReset ||
      error instanceof Deno.errors.BrokenPipe;
    if (isEnded) return false;
    throw error;
  }
}

if (import.meta.main) {
  const [port, count] = Deno.args.map(Number);
  const held: Deno.TcpConn[] = [];
  let open = 0;
  for (let left = count ?? 0; left > 0; left -= AT_ONCE) {
    const some = await Promise.all(
      Array.from(
        { length: Math.min(left, AT_ONCE) },
        () => Deno.connect({ hostname: "127.0.0.1", port: port ?? 0 }),
      ),
    );
    for (const kept of await Promise.all(some.map(isKept))) if (kept) open++;
    held.push(...some);
  }
  // deno-lint-ignore no-console
  console.log(open);
  // Holds them until whoever started this closes its input.
  for await (const _ of Deno.stdin.readable);
  for (const connection of held) connection.close();
}
