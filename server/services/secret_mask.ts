/** Text shown in place of an empty secret. */
const EMPTY = "<empty>";

/** Names of fields whose text values are secrets. */
const SECRET_FIELD = /^(?:api_key|key|db_url)$/;

/** Longest secret that is replaced by stars alone, in characters. */
const SHORT_SECRET_LENGTH = 8;

/**
 * A secret as it may be shown: stars for a short one, else its first four and last two characters.
 *
 * @example
 * ```ts ignore
 * maskSecret("sk-1234567890"); // "sk-1...90"
 * ```
 */
export function maskSecret(secret: string): string {
  if (secret === "") return EMPTY;
  if (secret.length <= SHORT_SECRET_LENGTH) return "*".repeat(secret.length);
  return `${secret.slice(0, 4)}...${secret.slice(-2)}`;
}

/**
 * A URL as it may be shown: no user information, no path, and only the beginning of its first host
 * label.
 */
export function maskUrl(url: string): string {
  if (url === "") return "";
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)/i.exec(url);
  if (!match) return `${url.slice(0, 4)}...`;
  const [, scheme = "", authority = ""] = match;
  const at = authority.lastIndexOf("@");
  if (at >= 0) return `${scheme}***@${authority.slice(at + 1)}`;
  const dot = authority.indexOf(".");
  return `${scheme}${authority.slice(0, 4)}...${dot < 0 ? "" : authority.slice(dot + 1)}`;
}

/** Applies `change` to every secret text in a tree; everything else is kept. */
function mapSecrets(
  value: unknown,
  change: (secret: string, path: readonly string[]) => string,
  path: readonly string[] = [],
): unknown {
  if (Array.isArray(value)) {
    return value.map((item, i) => mapSecrets(item, change, [...path, String(i)]));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const at = [...path, key];
      const isSecret = SECRET_FIELD.test(key) && typeof item === "string" && item !== "";
      return [key, isSecret ? change(item, at) : mapSecrets(item, change, at)];
    }),
  );
}

/** The value at a path of keys, undefined when there is none. */
function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined,
    root,
  );
}

/** A copy of a settings tree in which every secret is masked. */
export function maskSecrets<T>(settings: T): T {
  return mapSecrets(settings, maskSecret) as T;
}

/**
 * A copy of a settings tree in which a secret that equals the mask of the stored one becomes the
 * stored one again, so that reading, changing and writing back keeps secrets.
 *
 * @param sent What a caller wrote.
 * @param stored What is stored now, secrets included.
 */
export function keepMaskedSecrets<T>(sent: T, stored: unknown): T {
  return mapSecrets(sent, (secret, path) => {
    const before = valueAt(stored, path);
    return typeof before === "string" && secret === maskSecret(before) ? before : secret;
  }) as T;
}
