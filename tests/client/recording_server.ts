import { FULL_ANSWER, type SeenRequest } from "./scripted_fetch.ts";

/** A real HTTP server on loopback that remembers what it was asked. */
export interface RecordingServer extends AsyncDisposable {
  /** Its address, without a trailing slash. */
  readonly url: string;
  /** Requests in order of arrival. */
  readonly seen: SeenRequest[];
}

/**
 * Starts a server on a free port.
 *
 * @param answer Makes an answer; every method is content with the default.
 */
export function startRecordingServer(
  answer: (request: SeenRequest, index: number) => Response | Promise<Response> = () =>
    Response.json(FULL_ANSWER),
): RecordingServer {
  const seen: SeenRequest[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const text = await request.text();
      const record: SeenRequest = {
        method: request.method,
        url: new URL(request.url),
        headers: request.headers,
        text,
        body: text === "" ? undefined : JSON.parse(text),
      };
      seen.push(record);
      return await answer(record, seen.length - 1);
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    seen,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
