/** An API key that may be shown: `<unset>`, stars, or its first and last letters. */
export function maskKey(key: string | null | undefined): string {
  if (!key) return "<unset>";
  if (key.length <= 8) return "*".repeat(key.length);
  const head = key.slice(0, 8).includes("-") ? 5 : 4;
  return `${key.slice(0, head)}****${key.slice(-4)}`;
}

/** Names of fields whose value is a secret. */
const SECRET_FIELD = /(^|_)(key|secret|token|password)$/i;

/** An address without the user and password that may stand in it; anything else as it is. */
export function maskUrl(text: string): string {
  return text.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, "$1");
}

/** A value of a storage setting that may be shown. */
export function maskSetting(name: string, value: string): string {
  const withUser = /^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@(.*)$/i.exec(value);
  if (withUser) return `${withUser[1]}***@${withUser[2]}`;
  const url = /^([a-z][a-z0-9+.-]*:\/\/)([^/:.]+)(.*)$/i.exec(value);
  if (url) return `${url[1]}${url[2]?.slice(0, 4)}...${url[3]}`;
  return SECRET_FIELD.test(name) ? maskSecret(value) : value;
}

/** A secret that may be shown. */
export function maskSecret(value: string): string {
  if (value.length <= 8) return "*".repeat(value.length);
  return `${value.slice(0, 4)}...${value.slice(-2)}`;
}

/** The value with every secret inside it masked, at every depth. */
export function maskSecrets(value: unknown, name = ""): unknown {
  if (typeof value === "string") {
    return SECRET_FIELD.test(name) && value !== "" ? maskSecret(value) : value;
  }
  if (Array.isArray(value)) return value.map((each) => maskSecrets(each, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, maskSecrets(each, key)]),
  );
}
