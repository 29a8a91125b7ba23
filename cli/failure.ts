import { CliError, type CliErrorOptions } from "./errors.ts";
import { isRecord } from "./render/fields.ts";

/** How to reach a server, for hints. */
const START_HINT =
  "Start one with reflexio services start, or name one with --server-url or REFLEXIO_URL";

/** How to trust a certificate, for hints. */
const TRUST_HINT =
  "Put its authority among those of the system and set DENO_TLS_CA_STORE=system; the name must fit";

/** How to log in, for hints. */
const LOGIN_HINT = "Save a key with reflexio auth login, or set REFLEXIO_API_KEY";

/** Turns anything thrown into a {@link CliError}. Errors of the SDK are told by their name. */
export function toCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  if (!(error instanceof Error)) return new CliError("general", String(error));
  const facts = error as Error & Readonly<Record<string, unknown>>;
  switch (error.name) {
    case "ReflexioHTTPError":
      return httpFailure({
        status: Number(facts.status),
        method: String(facts.method),
        url: String(facts.url),
        detail: facts.detail,
        requestId: facts.correlationId,
        retryAfterMs: typeof facts.retryAfterMs === "number" ? facts.retryAfterMs : null,
      });
    case "ReflexioConnectionError":
      return connectionFailure(String(facts.url), facts.cause);
    case "ReflexioTimeoutError":
      return timeoutFailure(String(facts.url), Number(facts.timeoutMs));
    case "ReflexioRedirectError":
      return redirectFailure(
        String(facts.url),
        typeof facts.location === "string" ? facts.location : null,
      );
    case "ReflexioAPIError":
      return notJsonFailure(String(facts.url), Number(facts.status), facts.contentType);
    case "ReflexioValidationError":
      return new CliError("validation", issueLines(error.message, facts.issues));
    case "ReflexioResponseError":
      return new CliError("validation", error.message, {
        code: "unexpected_answer",
        hint: "The server may be of another version: run reflexio doctor",
      });
    case "AbortError":
      return new CliError("interrupted", "Interrupted");
    default:
      return systemFailure(error);
  }
}

/** A failure of the machine: files, permissions, a full disk. */
function systemFailure(error: Error): CliError {
  const code = (error as { readonly code?: unknown }).code;
  const isOurs = error instanceof TypeError || error instanceof RangeError ||
    error instanceof SyntaxError || error instanceof ReferenceError;
  return new CliError("general", error.message, {
    cause: error,
    ...typeof code === "string" ? { code } : {},
    ...isOurs ? { hint: "This is a defect; REFLEXIO_DEBUG=1 prints where it happened" } : {},
  });
}

/** What a server said when it refused a call. */
export interface HttpRefusal {
  /** HTTP status. */
  readonly status: number;
  /** HTTP method. */
  readonly method: string;
  /** Address. */
  readonly url: string;
  /** `detail` or `error` of the body. */
  readonly detail: unknown;
  /** Correlation id. */
  readonly requestId: unknown;
  /** Wish of the server in milliseconds. */
  readonly retryAfterMs: number | null;
}

/** Words for the finer code of a status. */
const STATUS_CODES: Readonly<Record<number, string>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  409: "conflict",
  413: "too_large",
  422: "invalid",
  429: "rate_limited",
  500: "internal",
  501: "not_implemented",
  503: "unavailable",
  504: "timeout",
};

/** The failure for a status from 400 to 599. */
export function httpFailure(refusal: HttpRefusal): CliError {
  const { status, url, method } = refusal;
  const said = detailText(refusal.detail);
  const options: CliErrorOptions = {
    code: STATUS_CODES[status] ?? `http_${status}`,
    extra: {
      status,
      url,
      ...typeof refusal.requestId === "string" ? { request_id: refusal.requestId } : {},
    },
  };
  const happened = `The server answered ${status} to ${method} ${url}${said && `: ${said}`}`;
  if (status === 401 || status === 403) {
    return new CliError("auth", happened, { ...options, hint: LOGIN_HINT });
  }
  if (status === 429) {
    const waitS = refusal.retryAfterMs === null ? 60 : Math.ceil(refusal.retryAfterMs / 1_000);
    return new CliError("rate_limit", happened, {
      ...options,
      hint: `Wait ${waitS} s and run it again`,
    });
  }
  if (status === 422) {
    return new CliError(
      "validation",
      issueLines("The server refused the values", refusal.detail),
      options,
    );
  }
  return new CliError("general", happened, options);
}

/** A text detail as it is, a list as one line. */
function detailText(detail: unknown): string {
  if (typeof detail === "string") return detail.slice(0, 500);
  return Array.isArray(detail) ? issueLines("", detail).trim().replaceAll("\n", "; ") : "";
}

/** One line an issue: path and reason. */
function issueLines(head: string, issues: unknown): string {
  if (!Array.isArray(issues)) return typeof issues === "string" ? `${head}: ${issues}` : head;
  const lines = issues.filter(isRecord).map((issue) => {
    const loc = Array.isArray(issue.loc) ? issue.loc.filter((part) => part !== "body") : [];
    const path = typeof issue.path === "string" ? issue.path : loc.join(".");
    return `  ${path || "body"}: ${String(issue.msg ?? issue.message ?? "is wrong")}`;
  });
  return [head, ...lines].filter((line) => line !== "").join("\n");
}

/** The failure when no connection was made. Hooks look for the words `Connection refused`. */
export function connectionFailure(url: string, cause: unknown): CliError {
  const reason = reasonOf(cause);
  const isUntrusted = /certificate/i.test(reason);
  const words = /refused|ECONNREFUSED|os error (111|61|10061)/i.test(reason)
    ? "Connection refused"
    : /dns|lookup|resolve|ENOTFOUND/i.test(reason)
    ? "the name of the host is not known"
    : isUntrusted
    ? "its certificate is not trusted here"
    : reason;
  return new CliError("network", `Cannot reach server at ${originOf(url)}: ${words}`, {
    code: "unreachable",
    hint: isUntrusted ? TRUST_HINT : START_HINT,
    extra: { url },
    cause,
  });
}

/** The innermost message of an error and its causes. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause ?? "no connection");
  return cause.cause instanceof Error
    ? `${cause.message}: ${reasonOf(cause.cause)}`
    : cause.message;
}

/** The failure when an answer took too long. */
export function timeoutFailure(url: string, timeoutMs: number): CliError {
  return new CliError(
    "network",
    `Cannot reach server at ${originOf(url)}: no answer within ${timeoutMs / 1_000} s`,
    { code: "timeout", hint: "Raise --timeout, or look at reflexio services logs", extra: { url } },
  );
}

/** The failure when the server points elsewhere. */
export function redirectFailure(url: string, location: string | null): CliError {
  return new CliError(
    "network",
    `The server at ${originOf(url)} redirects${location === null ? "" : ` to ${location}`}`,
    { code: "redirect", hint: "Pass the final address with --server-url", extra: { url } },
  );
}

/** The failure when a good answer is no JSON. */
export function notJsonFailure(url: string, status: number, contentType: unknown): CliError {
  return new CliError(
    "api",
    `The ${status} answer of ${url} is not JSON but ${String(contentType ?? "untyped")}`,
    {
      code: "not_json",
      hint: "Check that --server-url is the address of a Reflexio server",
      extra: { url, status },
    },
  );
}

/** Scheme and host of an address, itself when it is none. */
function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

/**
 * The failure hidden in an answer with `success: false`, undefined when it succeeded.
 *
 * @param answer Answer of the server.
 * @param action What could not be done, for example `delete the turn`.
 */
export function refusalIn(answer: unknown, action: string): CliError | undefined {
  if (!isRecord(answer) || answer.success !== false) return undefined;
  const said = answer.message ?? answer.msg;
  return new CliError(
    "api",
    `Cannot ${action}: ${typeof said === "string" && said !== "" ? said : "the server refused it"}`,
    { code: "refused", exitedZeroBefore: true },
  );
}
