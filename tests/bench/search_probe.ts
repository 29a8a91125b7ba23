/**
 * A thread that searches until it is told to stop: what it measures does not wait for the thread
 * that publishes meanwhile.
 *
 * @module
 */

import { HttpConnection } from "./http_connection.ts";

/** Pause between two searches, milliseconds. */
const PAUSE_MS = 10;

/** Searches before the first that counts: the connection stands, and the thread's own code is compiled. */
const WARM_SEARCHES = 20;

addEventListener("message", (event: Event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined;
  if (port === undefined) return;
  let isOver = false;
  const search = async (url: string): Promise<void> => {
    const samplesMs: number[] = [];
    using connection = await HttpConnection.open(url);
    const query = { query: "ticket number in commit messages", top_k: 5 };
    for (let n = 0; n < WARM_SEARCHES; n++) await connection.post("/api/search", query);
    port.postMessage("ready");
    while (!isOver) {
      const startedMs = performance.now();
      await connection.post("/api/search", query);
      samplesMs.push(performance.now() - startedMs);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    port.postMessage(samplesMs);
  };
  port.onmessage = ({ data }: MessageEvent<string | null>) => {
    if (data === null) isOver = true;
    else void search(data);
  };
}, { once: true });
