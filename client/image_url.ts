import { type Check, refuse, text } from "./check.ts";
import { readEnv } from "./env.ts";

/** Hosts that give out cloud credentials. Never a picture's address. */
const METADATA_HOSTS = ["metadata.google.internal", "169.254.169.254", "[fd00:ec2::254]"];

/** IPv4 ranges that are not public, as patterns of the normalised text. */
const PRIVATE_V4 =
  /^(?:0|10|127)\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^(?:22[4-9]|2[3-5]\d)\./;

/** IPv6 ranges that are not public. */
const PRIVATE_V6 = /^\[(?:::1?\]|f[cd]|fe[89ab]|ff)/;

/** An image address: empty, or of scheme http, https or data, and never a metadata service. */
export const imageUrl: Check = (value, path, issues) => {
  if (typeof value !== "string" || value === "") return text(value, path, issues);
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol === "data:") return value;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    return refuse(issues, path, "url", "must be empty or an http:, https: or data: address");
  }
  const host = plainHost(url.hostname.replace(/\.$/, ""));
  if (METADATA_HOSTS.includes(host)) {
    return refuse(issues, path, "url", "names a metadata service, must be a public address");
  }
  const strict = /^(?:true|1|yes)$/i.test(readEnv("REFLEXIO_BLOCK_PRIVATE_URLS") ?? "");
  if (strict && isPrivate(host)) {
    return refuse(issues, path, "url", "names a private host, must be a public address");
  }
  return value;
};

/** The IPv4 address inside an IPv4-mapped IPv6 one, else the host itself. */
function plainHost(host: string): string {
  const mapped = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(host);
  if (!mapped) return host;
  const [high, low] = [parseInt(mapped[1] ?? "", 16), parseInt(mapped[2] ?? "", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** Whether a host is local, private, link-local or reserved. */
function isPrivate(host: string): boolean {
  const isV4 = /^[\d.]+$/.test(host);
  return host === "localhost" || host.endsWith(".localhost") || isV4 && PRIVATE_V4.test(host) ||
    PRIVATE_V6.test(host);
}
