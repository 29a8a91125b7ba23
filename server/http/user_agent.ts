import { type Answer, refusal } from "./answer.ts";

const SUSPICIOUS = /bot|crawler|spider|scraper|curl|wget/i;

/** Paths that everybody may ask for. */
const UNGUARDED: ReadonlySet<string> = new Set(["/", "/health"]);

/** Refusal of a missing or suspicious user agent, null when it may pass. */
export function guardUserAgent(path: string, userAgent: string | null): Answer | null {
  if (UNGUARDED.has(path)) return null;
  if (userAgent === null || userAgent === "") {
    return refusal(403, "Forbidden: Missing user agent");
  }
  return SUSPICIOUS.test(userAgent) ? refusal(403, "Forbidden: Suspicious user agent") : null;
}
