/** How a page is shown. */
export interface OpenPageOptions {
  /** Width of the window, CSS pixels. */
  readonly width: number;
  /** Colours that the person prefers. */
  readonly scheme: "light" | "dark";
}

/** A headless browser with one page. */
export interface Browser extends AsyncDisposable {
  /** Loads a page and waits for it. */
  open(url: string, options: OpenPageOptions): Promise<void>;
  /** Runs an expression in the page and gives back its value; promises are awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** Errors and policy violations that the page ran into. */
  complaints(): readonly string[];
}

/** How long a browser may take to start, in milliseconds. */
const START_LIMIT_MS = 20_000;

const NAMES = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/** Path of a Chromium, null when there is none; `CHROMIUM` names another one. */
export async function findBrowser(): Promise<string | null> {
  const folders = (Deno.env.get("PATH") ?? "").split(Deno.build.os === "windows" ? ";" : ":");
  const named = Deno.env.get("CHROMIUM");
  const paths = folders.flatMap((folder) => NAMES.map((name) => `${folder}/${name}`));
  for (const path of named === undefined ? paths : [named, ...paths]) {
    const isFile = await Deno.stat(path).then((info) => info.isFile, () => false);
    if (isFile) return path;
  }
  return null;
}

/** A message of the browser: the answer to a command, or an event. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** The conversation with one page. */
class Session {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #listeners = new Map<string, () => void>();
  readonly complaints: string[] = [];
  #lastId = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => this.#receive(JSON.parse(data)));
  }

  #receive(message: Message): void {
    if (message.id !== undefined) {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    } else if (/^(Runtime\.exceptionThrown|Log\.entryAdded)$/.test(message.method ?? "")) {
      const text = JSON.stringify(message.params).slice(0, 400);
      if (!text.includes('"level":"verbose"')) this.complaints.push(text);
    } else this.#listeners.get(message.method ?? "")?.();
  }

  /** Sends a command and waits for its result. */
  async send(
    method: string,
    params: Readonly<Record<string, unknown>> = {},
  ): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#lastId;
    const { promise, resolve } = Promise.withResolvers<Message>();
    this.#waiting.set(id, resolve);
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await promise;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  /** Waits for the next event of a kind. */
  next(method: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#listeners.set(method, resolve);
    return promise;
  }

  /** Ends the conversation. */
  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#socket.addEventListener("close", () => resolve());
    this.#socket.close();
    await promise;
  }
}

/** The address that a starting browser prints. */
async function debuggerUrl(stderr: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<URL> {
  let text = "";
  for await (const part of stderr.pipeThrough(new TextDecoderStream())) {
    text += part;
    const match = /ws:\/\/\S+/.exec(text);
    if (match !== null) return new URL(match[0]);
  }
  throw new Error(`Cannot start the browser: ${text.slice(0, 500)}`);
}

/** Connects to the first page of a browser. */
async function connect(port: string): Promise<Session> {
  const targets: { type: string; webSocketDebuggerUrl: string }[] =
    await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const page = targets.find(({ type }) => type === "page");
  if (page === undefined) throw new Error("Cannot find a page in the browser");
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.addEventListener("open", () => resolve());
  socket.addEventListener("error", () => reject(new Error("Cannot talk to the browser")));
  await promise;
  return new Session(socket);
}

/** Loads a page at a width and in a colour scheme. */
async function openPage(session: Session, url: string, options: OpenPageOptions): Promise<void> {
  const { width, scheme } = options;
  const size = { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 };
  await session.send("Emulation.setDeviceMetricsOverride", size);
  const features = [{ name: "prefers-color-scheme", value: scheme }];
  await session.send("Emulation.setEmulatedMedia", { features });
  // By way of an empty page, so that a change of the fragment alone loads the page again.
  for (const address of ["about:blank", url]) {
    const loaded = session.next("Page.loadEventFired");
    await session.send("Page.navigate", { url: address });
    await loaded;
  }
}

/** Starts a headless browser. */
export async function openBrowser(path: string): Promise<Browser> {
  const profile = await Deno.makeTempDir();
  const child = new Deno.Command(path, {
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const timer = setTimeout(() => child.kill("SIGKILL"), START_LIMIT_MS);
  const [watched, rest] = child.stderr.tee();
  const drained = rest.pipeTo(new WritableStream());
  const { port } = await debuggerUrl(watched);
  clearTimeout(timer);
  const session = await connect(port);
  for (const domain of ["Page", "Runtime", "Log"]) await session.send(`${domain}.enable`);
  return {
    open: (url, options) => openPage(session, url, options),
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return (result as { value?: unknown }).value;
    },
    complaints: () => session.complaints,
    [Symbol.asyncDispose]: async () => {
      await session.close();
      child.kill("SIGKILL");
      await child.status;
      await drained;
      await Deno.remove(profile, { recursive: true });
    },
  };
}
