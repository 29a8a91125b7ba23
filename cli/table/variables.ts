/** A variable of the environment. */
export interface Variable {
  /** Its name; where there are several, the first that is set counts. */
  readonly names: readonly string[];
  /** What it does, one line without a full stop. */
  readonly summary: string;
  /** What counts when it is absent. */
  readonly fallback: string;
}

function variable(names: string, summary: string, fallback = "none"): Variable {
  return { names: names.split(" "), summary, fallback };
}

/** Variables that the command reads; a flag wins over its variable. */
export const COMMAND_VARIABLES: readonly Variable[] = [
  variable("REFLEXIO_URL", "Address of the server", "the server of this machine"),
  variable("REFLEXIO_API_KEY", "Key for the server"),
  variable("REFLEXIO_PROFILE", "Settings of a named server: reflexio profile"),
  variable("REFLEXIO_USER_ID", "Whose memory"),
  variable("REFLEXIO_AGENT_VERSION", "Version of the agent", "agent-v0 for publish"),
  variable("REFLEXIO_TIMEOUT", "Longest wait for one request, in seconds", "300"),
  variable("REFLEXIO_NO_INPUT", "1: never ask, as with --no-input"),
  variable("REFLEXIO_PAGER PAGER", "Program for long answers; cat for none", "less -FRX"),
  variable("REFLEXIO_DEBUG", "1: where an unexpected failure was thrown"),
  variable("REFLEXIO_COMPAT", "python: exit 0 where the command for Python does"),
  variable("REFLEXIO_INSTALL_URL", "Where upgrade finds releases", "this project's releases"),
  variable("REFLEXIO_STORAGE", "Accepted word of old scripts: sqlite, supabase or disk", "sqlite"),
  variable("REFLEXIO_FORCE_TTY", "Write to a pipe as to a terminal of this many columns"),
  variable("REFLEXIO_JSON", "Set to 1 for a program reflexio-<word> that is run with --json"),
  variable("NO_COLOR", "No colours", "colours on a terminal"),
  variable("FORCE_COLOR", "Colours on a pipe too"),
  variable("COLUMNS", "Width to write for", "that of the terminal"),
  variable("VISUAL EDITOR", "Editor of config edit", "vi"),
  variable("BROWSER", "none: open prints the address", "that of the system"),
];

/** Variables of a server that `services start` begins; it takes those of the command too. */
export const SERVER_VARIABLES: readonly Variable[] = [
  variable("REFLEXIO_KV", "Data file, :memory:, or URL of a denokv server", "your data folder"),
  variable("LOCAL_STORAGE_PATH", "Folder of the data file where REFLEXIO_KV is absent"),
  variable("DENO_KV_ACCESS_TOKEN", "Token of a denokv server"),
  variable("REFLEXIO_PORT BACKEND_PORT", "Port; 0 is any free one", "8081"),
  variable("REFLEXIO_HOST", "Address to listen on", "127.0.0.1"),
  variable("REFLEXIO_TLS_CERT", "Certificate (PEM): serve TLS"),
  variable("REFLEXIO_TLS_KEY", "Key of the certificate (PEM)"),
  variable("REFLEXIO_API_KEYS", "Keys that may call: org:key or org:role:key, comma-separated"),
  variable("REFLEXIO_KEYS_FILE", "File with the keys of reflexio keys"),
  variable("REFLEXIO_ALLOW_UNAUTHENTICATED", "on: server/deploy.ts serves without keys", "off"),
  variable("REFLEXIO_ALLOWED_HOSTS", "Names that requests may be addressed to", "loopback, or any"),
  variable("REFLEXIO_ALLOWED_ORIGINS", "Web pages that may call; * is any", "this machine's"),
  variable("REFLEXIO_TRUSTED_PROXIES", "Addresses whose X-Forwarded-For counts"),
  variable("REFLEXIO_GUARD_USER_AGENT", "on: refuse crawlers and callers without a name", "off"),
  variable("REFLEXIO_RATE_LIMIT", "on or off", "off on loopback"),
  variable("REFLEXIO_MAX_CONNECTIONS", "Most connections, or off", "off on loopback, else 2000"),
  variable("REFLEXIO_ORG_STORAGE_MB", "Most megabytes of an org: 512,acme:2048", "no limit"),
  variable("REFLEXIO_JOBS", "Runs of learning at the same time", "4"),
  variable(
    "REFLEXIO_JOBS_PER_ORG",
    "Of these, most of one org",
    "one less where there are several",
  ),
  variable("REFLEXIO_LEARNER_THREAD", "off: learn in the thread that answers requests", "on"),
  variable("REFLEXIO_SEARCH_MEMORY_MB", "Memory of all search indexes, in megabytes", "2048"),
  variable("REFLEXIO_MAX_INDEXED_ORGS", "Orgs whose indexes stay in memory", "100"),
  variable("REFLEXIO_ENCRYPTION_KEYS", "Seal values: id:base64, the newest key first"),
  variable("REFLEXIO_RETENTION_DAYS", "Remove what is older: interactions:90,profiles:365", "keep"),
  variable("REFLEXIO_CHANGE_LOG_ENTRIES", "Entries kept of each change log of an org", "10000"),
  variable("REFLEXIO_REDACT", "on: replace addresses, numbers and keys before storing", "off"),
  variable("REFLEXIO_REDACT_PATTERNS", "Own patterns for it, ;; between them"),
  variable("REFLEXIO_ALLOW_MY_CONFIG", "on: secrets of the configuration can be read back", "off"),
  variable("REFLEXIO_BLOCK_PRIVATE_URLS", "on: call no private addresses", "off"),
  variable("REFLEXIO_LEARNER", "embedded or model", "model where a provider has a key"),
  variable("REFLEXIO_GENERATION_MODEL", "Model that learns", "the provider's"),
  variable("REFLEXIO_EVALUATION_MODEL", "Model that judges sessions", "the provider's"),
  variable("REFLEXIO_SHOULD_RUN_MODEL", "Model that decides what to look at", "the provider's"),
  variable("REFLEXIO_PRE_RETRIEVAL_MODEL", "Model that rewrites queries", "the provider's"),
  variable("REFLEXIO_EMBEDDING_MODEL", "Model that makes vectors", "the provider's"),
  variable("REFLEXIO_LLM_SEED", "Seed that is sent with every call of a model"),
  variable("REFLEXIO_DEDUPLICATE", "off: what a model found is not compared with the known", "on"),
  variable("REFLEXIO_REEVALUATE", "on: judge a session again when turns were added", "off"),
  variable("REFLEXIO_METRICS_TOKEN", "Token for GET /metrics", "closed where there are keys"),
  variable("REFLEXIO_METRICS_BY_ORG", "on: metrics of calls by org too", "off"),
  variable("REFLEXIO_LOG_REQUESTS", "json or pretty: a line a call (deno task start)", "off"),
];

/** Variables of programs that use the SDK where their options are absent. */
export const SDK_VARIABLES: readonly Variable[] = [
  variable("REFLEXIO_API_URL", "Address of the server", "https://www.reflexio.ai"),
  variable("REFLEXIO_API_KEY", "Key for the server"),
];

/** A heading with its variables. */
export interface VariableGroup {
  /** Heading. */
  readonly title: string;
  /** Variables below it. */
  readonly variables: readonly Variable[];
}

/** All variables, in the order of help. */
export const VARIABLE_GROUPS: readonly VariableGroup[] = [
  { title: "The command", variables: COMMAND_VARIABLES },
  { title: "A server", variables: SERVER_VARIABLES },
  { title: "Programs that use the SDK", variables: SDK_VARIABLES },
];

/** What a variable does, with its default. */
export function variableText({ summary, fallback }: Variable): string {
  return fallback === "none" ? summary : `${summary} (default ${fallback})`;
}
