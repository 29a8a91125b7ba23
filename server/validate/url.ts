import { INVALID, refuse, refuseValue, scalar, type Schema } from "./schema.ts";
import { text, trimText } from "./text.ts";
import { refusedAddress } from "./url_address.ts";

/** Longest URL of the configuration, in UTF-16 units. */
const MAX_URL_LENGTH = 2_083;

/** Scheme of an absolute URL, lower case and without the colon; null when there is none. */
function schemeOf(input: string): string | null {
  return /^\s*([a-z][a-z0-9+.-]*):/i.exec(input)?.[1]?.toLowerCase() ?? null;
}

/** Address of an image: empty, or scheme http, https or data. It is kept as sent. */
export const imageUrl: Schema<string> = scalar(
  { type: "string", pattern: "^($|https?:|data:)" },
  (input, run) => {
    const value = text.parse(input, run);
    if (value === INVALID || value === "") return value;
    const scheme = schemeOf(value);
    if (scheme === "data") return value;
    if (scheme !== "http" && scheme !== "https") {
      return refuseValue(run, "must be empty or have one of the schemes http, https, data", input);
    }
    // Without a host there is nothing to contact, so there is nothing to refuse.
    if (/^\s*https?:\/*$/i.test(value)) return value;
    const url = URL.parse(value);
    if (url === null) return refuseValue(run, "has a host that cannot be read", input);
    const said = refusedAddress(url.hostname, { blocksPrivate: run.policy.blocksPrivateUrls });
    return said === null ? value : refuseValue(run, said, input);
  },
);

/** Address of a service: absolute, http or https. It is stored in normal form. */
export const serviceUrl: Schema<string> = scalar(
  {
    type: "string",
    format: "uri",
    maxLength: MAX_URL_LENGTH,
    pattern: "^[hH][tT][tT][pP][sS]?://",
  },
  (input, run) => {
    if (typeof input !== "string") {
      return refuse(run, "url_type", { msg: "URL input should be a string or URL", input });
    }
    if (input.length > MAX_URL_LENGTH) {
      const msg = `URL should have at most ${MAX_URL_LENGTH} characters`;
      return refuse(run, "url_too_long", { msg, input, ctx: { max_length: MAX_URL_LENGTH } });
    }
    const url = URL.parse(trimText(input));
    if (url === null) {
      const error = schemeOf(input) === null ? "relative URL without a base" : "invalid host";
      const msg = `Input should be a valid URL, ${error}`;
      return refuse(run, "url_parsing", { msg, input, ctx: { error } });
    }
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      const expected = "'http' or 'https'";
      const msg = `URL scheme should be ${expected}`;
      return refuse(run, "url_scheme", { msg, input, ctx: { expected_schemes: expected } });
    }
    const said = refusedAddress(url.hostname, { blocksPrivate: run.policy.blocksPrivateUrls });
    return said === null ? url.href : refuseValue(run, said, input);
  },
);
