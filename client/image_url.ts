import { type Check, refuse, text, toUrl } from "./check.ts";

/** Hosts that give out cloud credentials. Never a picture's address. */
const METADATA_HOSTS = [
  "metadata.google.internal",
  "169.254.169.254",
  "[::ffff:a9fe:a9fe]",
  "[fd00:ec2::254]",
];

/** An image address: empty, or of scheme http, https or data, and never a metadata service. */
export const imageUrl: Check = (value, path, issues) => {
  if (typeof value !== "string" || value === "") return text(value, path, issues);
  const url = toUrl(value);
  if (!url || !/^(?:https?|data):$/.test(url.protocol)) {
    return refuse(issues, path, "must be empty or an address of scheme http, https or data");
  }
  const host = url.hostname.replace(/\.$/, "");
  if (METADATA_HOSTS.includes(host)) {
    return refuse(issues, path, "names a metadata service");
  }
  return value;
};
