import type { RequestRecord } from "./http/mod.ts";

/** How requests are logged: not at all, one JSON object a line, or one line for people. */
export type RequestLogFormat = "off" | "json" | "pretty";

/**
 * Reads `REFLEXIO_LOG_REQUESTS`; unset means off.
 *
 * @throws {TypeError} If it is none of the three words; the message names the variable.
 */
export function requestLogFormat(text: string | undefined): RequestLogFormat {
  const word = text?.trim().toLowerCase() || "off";
  if (word === "json" || word === "pretty" || word === "off") return word;
  throw new TypeError(`Cannot use REFLEXIO_LOG_REQUESTS "${text}": give json, pretty or off`);
}

/**
 * The line of the access log for a request. It names route, status, duration, org and the id of the
 * request; a path that is no route, a query, a body or a user never appear.
 *
 * @param format How to write it.
 * @param record What happened.
 * @param nowMs When it was answered, Unix milliseconds.
 */
export function requestLine(
  format: Exclude<RequestLogFormat, "off">,
  record: RequestRecord,
  nowMs: number,
): string {
  const { method, path, status, ms, org, correlationId } = record;
  const time = new Date(nowMs).toISOString();
  const took = Math.round(ms * 1_000) / 1_000;
  if (format === "json") {
    const level = status >= 500 ? "error" : "info";
    return JSON.stringify({
      time,
      level,
      event: "request",
      method,
      route: path,
      status,
      ms: took,
      org,
      request_id: correlationId,
    });
  }
  return `${time} ${correlationId} ${method} ${path ?? "(no route)"} ${status} ${took} ms` +
    (org === null ? "" : ` ${org}`);
}
