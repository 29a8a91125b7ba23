const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Longest head of an answer that is understood, bytes. */
const MAX_HEAD = 4_096;

/** Status and length of the body by the head of an answer. */
function readHead(head: string): { readonly status: number; readonly length: number } {
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1];
  const length = /\r\ncontent-length: *(\d+)\r\n/i.exec(head)?.[1];
  if (status === undefined || length === undefined) {
    throw new Error(`Cannot read the answer: its head is ${JSON.stringify(head)}`);
  }
  return { status: Number(status), length: Number(length) };
}

/**
 * One kept connection that speaks just enough HTTP/1.1 to post JSON and to read an answer with a
 * length. It does a fraction of what `fetch` does for a call, so that a client that measures a server on
 * the same machine takes less of what it measures.
 */
export class HttpConnection implements Disposable {
  readonly #connection: Deno.TcpConn;
  readonly #host: string;
  #buffer = new Uint8Array(65_536);

  private constructor(connection: Deno.TcpConn, host: string) {
    this.#connection = connection;
    this.#host = host;
  }

  /** Connects to the server of a URL. */
  static async open(url: string): Promise<HttpConnection> {
    const { hostname, port, host } = new URL(url);
    const connection = await Deno.connect({ hostname, port: Number(port) });
    connection.setNoDelay(true);
    return new HttpConnection(connection, host);
  }

  /** Posts JSON and gives the parsed answer; anything but 200 is an error. */
  async post(path: string, body: unknown): Promise<unknown> {
    const json = encoder.encode(JSON.stringify(body));
    const head = encoder.encode(
      `POST ${path} HTTP/1.1\r\nHost: ${this.#host}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${json.length}\r\n\r\n`,
    );
    const request = new Uint8Array(head.length + json.length);
    request.set(head);
    request.set(json, head.length);
    for (let at = 0; at < request.length;) {
      at += await this.#connection.write(request.subarray(at));
    }
    const { status, text } = await this.#answer();
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
    return JSON.parse(text);
  }

  async #answer(): Promise<{ readonly status: number; readonly text: string }> {
    let bytes = 0;
    let bodyAt = 0;
    let head = { status: 0, length: Infinity };
    while (bytes < bodyAt + head.length) {
      const read = await this.#connection.read(this.#buffer.subarray(bytes));
      if (read === null) {
        throw new Error("Cannot read the answer: the server closed the connection");
      }
      bytes += read;
      if (bodyAt > 0) continue;
      const start = decoder.decode(this.#buffer.subarray(0, Math.min(bytes, MAX_HEAD)));
      const end = start.indexOf("\r\n\r\n");
      if (end < 0) continue;
      head = readHead(start.slice(0, end + 2));
      bodyAt = end + 4;
      this.#makeRoom(bodyAt + head.length);
    }
    return { status: head.status, text: decoder.decode(this.#buffer.subarray(bodyAt, bytes)) };
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.#buffer.length) return;
    const larger = new Uint8Array(bytes);
    larger.set(this.#buffer);
    this.#buffer = larger;
  }

  /** Closes the connection. */
  [Symbol.dispose](): void {
    this.#connection.close();
  }
}
