import { type Answer, refusal } from "./answer.ts";
import { isLoopbackHost } from "./loopback.ts";

/** Names a server may be called by: `any`, or loopback and those of the list. */
export type AllowedHosts = "any" | readonly string[];

/** Authorities that were found good and need no second look; more are looked at each time. */
const MAX_KNOWN = 64;

/** Longest part of a refused name that is said again. */
const MAX_SHOWN = 100;

/** Host of an authority such as `Example.com:80`, null when there is none. */
function hostOf(authority: string): string | null {
  const host = URL.parse(`http://${authority}`)?.hostname ?? null;
  return host !== null && host.endsWith(".") ? host.slice(0, -1) : host;
}

/**
 * Refuses requests that name another server. A web page can make its own domain name resolve to
 * this machine and is then no stranger to the browser; the name in the request gives it away.
 */
export class HostCheck {
  readonly #allowed: ReadonlySet<string> | null;
  readonly #known: Set<string> = new Set();

  /** @param allowed Names beside loopback; a port in them does not count. */
  constructor(allowed: AllowedHosts) {
    this.#allowed = allowed === "any"
      ? null
      : new Set(allowed.map((name) => hostOf(name.trim()) ?? ""));
  }

  /** The refusal of a request that names another server, null when it names this one. */
  refuse(request: Request): Answer | null {
    if (this.#allowed === null) return null;
    const authority = request.headers.get("Host") ?? new URL(request.url).host;
    if (this.#known.has(authority)) return null;
    const host = hostOf(authority);
    if (host === null || !(isLoopbackHost(host) || this.#allowed.has(host))) {
      const shown = (host ?? authority).slice(0, MAX_SHOWN);
      return refusal(
        403,
        `Host ${shown} is not a name of this server: call it as localhost, ` +
          "or list the name in REFLEXIO_ALLOWED_HOSTS",
      );
    }
    if (this.#known.size < MAX_KNOWN) this.#known.add(authority);
    return null;
  }
}
