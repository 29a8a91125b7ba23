import type { MetricFamily } from "./services/handlers.ts";

/** Options of {@link ConnectionGate}. */
export interface ConnectionGateOptions {
  /** Address to bind. */
  readonly hostname: string;
  /** Port to bind; 0: any free one. */
  readonly port: number;
  /** Most connections at once. */
  readonly maxConnections: number;
  /** Port on loopback where the server behind the gate listens. */
  readonly innerPort: number;
  /** Whether a refusal can be said in plain HTTP; behind TLS a connection is only closed. */
  readonly isPlain: boolean;
  /**
   * How long a connection may be quiet while no request of it is in work, milliseconds.
   * @default 75_000
   */
  readonly idleMs?: number;
  /**
   * How long a request may take to arrive up to the end of its headers, milliseconds.
   * @default 20_000
   */
  readonly headersMs?: number;
  /**
   * Told what ended a connection beside its two sides.
   * @default nothing
   */
  readonly onProblem?: (error: unknown) => void;
}

/** Default of `idleMs`. */
const IDLE_MS = 75_000;

/** Default of `headersMs`. */
const HEADERS_MS = 20_000;

/** Refusals that are said at once; further clients are turned away without a word. */
const MAX_REFUSING = 256;

/** How long a refused client has to take note, milliseconds. */
const REFUSAL_MS = 1_000;

/** How often connections are looked at, as a part of the shorter limit. */
const LOOKS_PER_LIMIT = 4;

/** Bytes that wait for a connection that is quiet, and for one that is not. */
const QUIET_BYTES = 1_024;
const BUSY_BYTES = 65_536;

/** What a client over the limit is told. */
const REFUSAL_BODY = JSON.stringify({ detail: "Too many connections: try again in a moment" });
const REFUSAL = new TextEncoder().encode(
  "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nRetry-After: 1\r\n" +
    `Connection: close\r\nContent-Length: ${REFUSAL_BODY.length}\r\n\r\n${REFUSAL_BODY}`,
);

/** Whether an error only says that the other side is gone. */
function isGone(error: unknown): boolean {
  return error instanceof Deno.errors.BadResource || error instanceof Deno.errors.BrokenPipe ||
    error instanceof Deno.errors.ConnectionReset || error instanceof Deno.errors.Interrupted ||
    error instanceof Deno.errors.NotConnected || error instanceof Deno.errors.ConnectionAborted ||
    error instanceof Deno.errors.ConnectionRefused || error instanceof Deno.errors.TimedOut;
}

/** Writes all bytes. */
async function writeAll(to: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await to.write(bytes.subarray(at));
}

/** Closes a connection that may be closed already. */
function closeQuietly(connection: Deno.TcpConn): void {
  try {
    connection.close();
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** One client and its way to the server. */
class Passage {
  readonly peer: string;
  readonly #client: Deno.TcpConn;
  #inner: Deno.TcpConn | null = null;
  /** Requests in work. */
  requests = 0;
  /** When the last byte went through or the last request ended, by the steady clock. */
  quietSinceMs = performance.now();
  /** Since when bytes of a request have come without a request being in work; null: not. */
  arrivingSinceMs: number | null = performance.now();

  constructor(client: Deno.TcpConn) {
    this.#client = client;
    this.peer = client.remoteAddr.hostname;
  }

  /** Opens the way and copies bytes both ways until both sides are done. */
  async run(innerPort: number, onOpen: (port: number) => void): Promise<void> {
    try {
      this.#client.setNoDelay();
      const first = new Uint8Array(QUIET_BYTES);
      const count = await this.#client.read(first);
      if (count === null) return;
      this.#noteArrival();
      const inner = await Deno.connect({ hostname: "127.0.0.1", port: innerPort });
      this.#inner = inner;
      inner.setNoDelay();
      onOpen(inner.localAddr.port);
      await writeAll(inner, first.subarray(0, count));
      await Promise.all([
        this.#copy(this.#client, inner, () => this.#noteArrival()),
        this.#copy(inner, this.#client, () => this.quietSinceMs = performance.now()),
      ]);
    } catch (error) {
      if (!isGone(error)) throw error;
    } finally {
      this.close();
    }
  }

  #noteArrival(): void {
    this.quietSinceMs = performance.now();
    if (this.requests === 0) this.arrivingSinceMs ??= this.quietSinceMs;
  }

  /** Copies one direction to its end, which is handed on. */
  async #copy(from: Deno.TcpConn, to: Deno.TcpConn, note: () => void): Promise<void> {
    let buffer = new Uint8Array(QUIET_BYTES);
    for (;;) {
      const count = await from.read(buffer);
      if (count === null) break;
      note();
      await writeAll(to, buffer.subarray(0, count));
      // A connection that waits holds little memory; one that streams is copied in large pieces.
      const size = count === buffer.length ? BUSY_BYTES : QUIET_BYTES;
      if (size !== buffer.length) buffer = new Uint8Array(size);
    }
    await to.closeWrite();
  }

  close(): void {
    closeQuietly(this.#client);
    if (this.#inner !== null) closeQuietly(this.#inner);
  }
}

/**
 * Stands in front of an HTTP server and bounds how many connections are open. One over the limit is
 * answered 503 and closed; one that is quiet for too long, or takes too long to send the headers of
 * a request, is closed.
 */
export class ConnectionGate {
  /** Address it listens on. */
  readonly addr: Deno.NetAddr;
  readonly #options: ConnectionGateOptions;
  readonly #listener: Deno.TcpListener;
  readonly #passages: Set<Passage> = new Set();
  readonly #byPort: Map<number, Passage> = new Map();
  readonly #runs: Set<Promise<void>> = new Set();
  readonly #sweeper: ReturnType<typeof setInterval>;
  readonly #accepting: Promise<void>;
  #refused = 0;
  #refusing = 0;

  /** Begins to listen. @throws {Deno.errors.AddrInUse} If the port is taken. */
  constructor(options: ConnectionGateOptions) {
    const { idleMs = IDLE_MS, headersMs = HEADERS_MS, hostname, port } = options;
    this.#options = options;
    this.#listener = Deno.listen({ hostname, port });
    this.addr = this.#listener.addr;
    const everyMs = Math.ceil(Math.min(idleMs, headersMs) / LOOKS_PER_LIMIT);
    this.#sweeper = setInterval(() => this.#sweep(idleMs, headersMs), everyMs);
    this.#accepting = this.#accept();
  }

  /** Connections open now, and refused since the start. */
  stats(): { readonly open: number; readonly refused: number } {
    return { open: this.#passages.size, refused: this.#refused };
  }

  /** The same as metrics. */
  metrics(): MetricFamily[] {
    const { open, refused } = this.stats();
    return [
      {
        name: "reflexio_http_connections_open",
        help: "Connections open now",
        type: "gauge",
        samples: [{ labels: {}, value: open }],
      },
      {
        name: "reflexio_http_connections_refused_total",
        help: "Connections over the limit",
        type: "counter",
        samples: [{ labels: {}, value: refused }],
      },
    ];
  }

  /** Notes a request of the server behind; gives the client's address and what to call at its end. */
  enter(innerPort: number): { readonly peer: string | null; readonly leave: () => void } {
    const passage = this.#byPort.get(innerPort);
    if (passage === undefined) return { peer: null, leave: () => {} };
    passage.requests++;
    passage.arrivingSinceMs = null;
    return {
      peer: passage.peer,
      leave: () => {
        passage.requests--;
        passage.quietSinceMs = performance.now();
      },
    };
  }

  async #accept(): Promise<void> {
    for (;;) {
      let client: Deno.TcpConn;
      try {
        client = await this.#listener.accept();
      } catch (error) {
        if (error instanceof Deno.errors.BadResource || error instanceof Deno.errors.Interrupted) {
          return;
        }
        // Out of file descriptors, or a client that was gone already: the next one may be better.
        await new Promise((resolve) => setTimeout(resolve, 10));
        continue;
      }
      if (this.#passages.size < this.#options.maxConnections) this.#admit(client);
      else void this.#refuse(client);
    }
  }

  #admit(client: Deno.TcpConn): void {
    const passage = new Passage(client);
    this.#passages.add(passage);
    let port: number | null = null;
    const onOpen = (opened: number) => {
      port = opened;
      this.#byPort.set(opened, passage);
    };
    const { innerPort, onProblem = () => {} } = this.#options;
    const run = passage.run(innerPort, onOpen).catch(onProblem).finally(() => {
      this.#runs.delete(run);
      this.#passages.delete(passage);
      if (port !== null) this.#byPort.delete(port);
    });
    this.#runs.add(run);
  }

  /** Turns a client away; what it sent is read, else closing would throw away the answer. */
  async #refuse(client: Deno.TcpConn): Promise<void> {
    this.#refused++;
    const timer = this.#options.isPlain && this.#refusing < MAX_REFUSING
      ? setTimeout(() => closeQuietly(client), REFUSAL_MS)
      : null;
    if (timer === null) return closeQuietly(client);
    this.#refusing++;
    try {
      await client.write(REFUSAL);
      await client.closeWrite();
      const unread = new Uint8Array(QUIET_BYTES);
      while (await client.read(unread) !== null);
    } catch (error) {
      if (!isGone(error)) this.#options.onProblem?.(error);
    } finally {
      clearTimeout(timer);
      this.#refusing--;
      closeQuietly(client);
    }
  }

  /** Closes what is quiet for too long. */
  #sweep(idleMs: number, headersMs: number): void {
    const nowMs = performance.now();
    for (const passage of this.#passages) {
      if (passage.requests > 0) continue;
      const isLate = passage.arrivingSinceMs !== null &&
        nowMs - passage.arrivingSinceMs > headersMs;
      if (isLate || nowMs - passage.quietSinceMs > idleMs) passage.close();
    }
  }

  /** Takes no further connections. */
  stop(): void {
    this.#listener.close();
  }

  /** Closes what is still open; call it when the server behind has ended. */
  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    await this.#accepting;
    for (const passage of this.#passages) passage.close();
    await Promise.all(this.#runs);
  }
}
