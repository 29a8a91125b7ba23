/**
 * A thread that searches until it is told to stop: what it measures does not wait for the thread
 * that publishes meanwhile.
 *
 * @module
 */

import { HttpConnection } from "./http_connection.ts";

/** Pause between two searches, milliseconds. */
const PAUSE_MS = 10;

addEventListener("message", (event: Event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined;
  if (port === undefined) return;
  let isOver = false;
  const search = async (url: string): Promise<void> => {
    const samplesMs: number[] = [];
    using connection = await HttpConnection.open(url);
    while (!isOver) {
      const startedMs = performance.now();
      await connection.post("/api/search", {
        query: "ticket number in commit messages",
        top_k: 5,
      });
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
