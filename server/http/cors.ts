import { type Answer, plainText, refusal } from "./answer.ts";
import { isLoopbackHost } from "./loopback.ts";

/** Who may call from a web page: `loopback`, or a list of origins; `*` stands for any. */
export type AllowedOrigins = "loopback" | readonly string[];

const METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
const EXPOSED = "X-Correlation-ID, Retry-After";

/** Whether an origin is a page of this machine. */
function isLoopbackOrigin(origin: string): boolean {
  const url = URL.parse(origin);
  const isWeb = url !== null && (url.protocol === "http:" || url.protocol === "https:");
  return isWeb && isLoopbackHost(url.hostname);
}

/** Whether a page was served under the name that its request is addressed to. */
function isOwnOrigin(origin: string, request: Request): boolean {
  const host = request.headers.get("Host");
  return host !== null && URL.parse(origin)?.host === host.toLowerCase();
}

/** What web pages are told. */
export class Cors {
  readonly #allowed: AllowedOrigins;

  /** Allows pages of these origins. */
  constructor(allowed: AllowedOrigins) {
    this.#allowed = allowed;
  }

  /** Whether pages of this origin may read answers. */
  #allows(origin: string): boolean {
    if (this.#allowed === "loopback") return isLoopbackOrigin(origin);
    return this.#allowed.includes("*") || this.#allowed.includes(origin);
  }

  /** Whether cookies and the like may be sent: only for origins that were listed by name. */
  #allowsCredentials(origin: string): boolean {
    return this.#allowed !== "loopback" && this.#allowed.includes(origin);
  }

  /** Headers of every answer to a page of `origin`; null: not from a page. */
  headers(origin: string | null): Readonly<Record<string, string>> {
    if (origin === null) return {};
    if (!this.#allows(origin)) return { Vary: "Origin" };
    return {
      Vary: "Origin",
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Expose-Headers": EXPOSED,
      ...this.#allowsCredentials(origin) && { "Access-Control-Allow-Credentials": "true" },
    };
  }

  /** The refusal of a request from a page that may not call; null when it may, or is none. */
  refuse(request: Request, origin: string | null): Answer | null {
    if (origin === null || this.#allows(origin) || isOwnOrigin(origin, request)) return null;
    return refusal(
      403,
      "Web pages of this origin may not call: list it in REFLEXIO_ALLOWED_ORIGINS",
    );
  }

  /** Answer to a preflight; null when the request is none. */
  preflight(request: Request, origin: string | null): Answer | null {
    if (request.method !== "OPTIONS" || origin === null) return null;
    const method = request.headers.get("Access-Control-Request-Method");
    if (method === null) return null;
    if (!this.#allows(origin)) return plainText(400, "Disallowed CORS origin");
    if (!METHODS.includes(method)) return plainText(400, "Disallowed CORS method");
    const wanted = request.headers.get("Access-Control-Request-Headers");
    const answer = plainText(200, "OK");
    return {
      ...answer,
      headers: {
        ...answer.headers,
        "Access-Control-Allow-Methods": METHODS.join(", "),
        "Access-Control-Max-Age": "600",
        ...wanted !== null && { "Access-Control-Allow-Headers": wanted },
      },
    };
  }
}
