import { CliError } from "./errors.ts";
import { connectionFailure, httpFailure, redirectFailure, timeoutFailure } from "./failure.ts";
import { isRecord } from "./render/fields.ts";

/** Where requests go. */
export interface ServerAddress {
  /** Base address without a trailing slash. */
  readonly url: string;
  /** Key, undefined without one. */
  readonly apiKey: string | undefined;
  /** Where the address was named. */
  readonly origin: string;
}

/** Options of {@link request}. */
export interface RequestOptions {
  /** Body, sent as JSON; undefined: none. */
  readonly body?: unknown;
  /** Longest wait, milliseconds. */
  readonly timeoutMs: number;
  /** Ends the wait. */
  readonly signal?: AbortSignal;
}

/** A good answer. */
export interface Answer {
  /** HTTP status, 200 to 299. */
  readonly status: number;
  /** Parsed JSON; the text when it is none; null when empty. */
  readonly body: unknown;
  /** Whether the body is JSON. */
  readonly isJson: boolean;
}

/**
 * Base address and path as one address; a path inside the base is kept.
 *
 * @throws {CliError} `validation` when the base is no http address.
 */
export function joinUrl(base: string, path: string): string {
  if (!/^https?:\/\//i.test(base) || !URL.canParse(base)) {
    throw new CliError(
      "validation",
      `Server address ${JSON.stringify(base)} must begin with http:// or https://`,
    );
  }
  return `${base.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
}

/**
 * Sends one request that the SDK has no method for. Never follows a redirect, never repeats.
 *
 * @throws {CliError} For every refusal and every failure of the network.
 */
export async function request(
  server: ServerAddress,
  route: string,
  options: RequestOptions,
): Promise<Answer> {
  const [method = "GET", path = "/"] = route.split(" ");
  const url = joinUrl(server.url, path);
  const { body, timeoutMs } = options;
  const limit = AbortSignal.timeout(timeoutMs);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      headers: {
        accept: "application/json",
        "user-agent": "reflexio-cli",
        ...body === undefined ? {} : { "content-type": "application/json" },
        ...server.apiKey === undefined ? {} : { authorization: `Bearer ${server.apiKey}` },
      },
      redirect: "manual",
      signal: options.signal ? AbortSignal.any([limit, options.signal]) : limit,
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    });
    text = await response.text();
  } catch (error) {
    if (limit.aborted) throw timeoutFailure(url, timeoutMs);
    if (options.signal?.aborted) throw error;
    throw connectionFailure(url, error);
  }
  const { status, headers } = response;
  if (status >= 300 && status < 400) throw redirectFailure(url, headers.get("location"));
  const parsed = parse(text);
  if (status >= 400) {
    const said = isRecord(parsed.value) ? parsed.value.detail ?? parsed.value.error : undefined;
    throw httpFailure({
      status,
      method,
      url,
      detail: said,
      requestId: headers.get("x-correlation-id"),
      retryAfterMs: Number(headers.get("retry-after") ?? NaN) * 1_000 || null,
    });
  }
  return { status, body: parsed.value, isJson: parsed.isJson };
}

/** A body as JSON, or as the text it is. */
function parse(text: string): { value: unknown; isJson: boolean } {
  if (text === "") return { value: null, isJson: true };
  try {
    return { value: JSON.parse(text), isJson: true };
  } catch (error) {
    if (error instanceof SyntaxError) return { value: text, isJson: false };
    throw error;
  }
}
