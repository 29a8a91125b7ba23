/** Kind of a failure as scripts see it. */
export type ErrorType =
  | "usage"
  | "validation"
  | "auth"
  | "rate_limit"
  | "network"
  | "api"
  | "general"
  | "unhealthy"
  | "interrupted";

/** Exit code of each kind. */
export const EXIT_CODES: Readonly<Record<ErrorType, number>> = {
  usage: 2,
  validation: 2,
  auth: 3,
  rate_limit: 1,
  network: 4,
  api: 1,
  general: 1,
  unhealthy: 1,
  interrupted: 130,
};

/** What each kind means and what to do, for people and scripts. */
export const ERROR_TABLE: readonly {
  /** Kind. */
  readonly type: ErrorType;
  /** Finer words that may stand in `code`. */
  readonly codes: readonly string[];
  /** When it happens. */
  readonly meaning: string;
  /** What to do. */
  readonly remedy: string;
}[] = [
  {
    type: "usage",
    codes: [],
    meaning: "The command line is wrong; nothing was sent",
    remedy: "Follow the hint, or COMMAND --help",
  },
  {
    type: "validation",
    codes: ["invalid", "unexpected_answer"],
    meaning: "A value or a file is wrong, or the server refused it (422)",
    remedy: "Correct what the message names",
  },
  {
    type: "auth",
    codes: ["unauthorized", "forbidden", "no_server"],
    meaning: "No key, a wrong key, or no server named (401, 403)",
    remedy: "reflexio auth login, or reflexio services start",
  },
  {
    type: "rate_limit",
    codes: ["rate_limited"],
    meaning: "Too many requests (429)",
    remedy: "Wait as long as the hint says",
  },
  {
    type: "network",
    codes: ["unreachable", "timeout", "redirect"],
    meaning: "No connection, no answer in time, or a redirect",
    remedy: "Start the server, correct the address, raise --timeout",
  },
  {
    type: "api",
    codes: ["refused", "not_json", "not_found"],
    meaning: "The server answered success false, or no JSON",
    remedy: "Read the message; check the address",
  },
  {
    type: "general",
    codes: [
      "aborted",
      "already_running",
      "cancelled",
      "conflict",
      "damaged",
      "failed",
      "internal",
      "method_not_allowed",
      "not_found",
      "not_implemented",
      "port_taken",
      "rejected",
      "server_failed",
      "start_failed",
      "too_large",
      "unavailable",
    ],
    meaning: "Anything else: another status, a file, a question answered with no",
    remedy: "Follow the hint; REFLEXIO_DEBUG=1 prints where it happened",
  },
  {
    type: "unhealthy",
    codes: ["unhealthy"],
    meaning: "status check: something answers, but it is no healthy server",
    remedy: "Check the address",
  },
  {
    type: "interrupted",
    codes: [],
    meaning: "Ctrl-C",
    remedy: "publish: run it again with --resume",
  },
];

/** Details of a {@link CliError}. */
export interface CliErrorOptions extends ErrorOptions {
  /** What to do about it. */
  readonly hint?: string;
  /** Finer stable word, for example `not_found`. */
  readonly code?: string;
  /** Exit code when it is not that of the kind. */
  readonly exitCode?: number;
  /** Further keys of the JSON form: `status`, `url`, `request_id`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Whether earlier command lines ended with 0 here; `REFLEXIO_COMPAT=python` brings that back. */
  readonly exitedZeroBefore?: boolean;
}

/** A failure with its kind, its remedy and its exit code. */
export class CliError extends Error {
  /** Name of the class. */
  override name = "CliError";
  /** Kind. */
  readonly type: ErrorType;
  /** What to do about it, undefined when there is nothing to say. */
  readonly hint: string | undefined;
  /** Finer stable word. */
  readonly code: string | undefined;
  /** Exit code of the process. */
  readonly exitCode: number;
  /** Further keys of the JSON form. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Whether earlier command lines ended with 0 here. */
  readonly exitedZeroBefore: boolean;

  /**
   * @param type Kind.
   * @param message State, then wish; sentence case, no full stop.
   * @param options Remedy and details.
   */
  constructor(type: ErrorType, message: string, options: CliErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.type = type;
    this.hint = options.hint;
    this.code = options.code;
    this.exitCode = options.exitCode ?? EXIT_CODES[type];
    this.extra = options.extra ?? {};
    this.exitedZeroBefore = options.exitedZeroBefore ?? false;
  }

  /** The shape of JSON mode. */
  toJson(): Record<string, unknown> {
    return {
      type: this.type,
      message: this.message,
      ...this.hint === undefined ? {} : { hint: this.hint },
      ...this.code === undefined ? {} : { code: this.code },
      ...this.extra,
      exit_code: this.exitCode,
    };
  }
}

/** A wrong command line. */
export function usageError(message: string, hint?: string): CliError {
  return new CliError("usage", message, hint === undefined ? {} : { hint });
}

/** A wrong value, found before anything was sent. */
export function invalid(message: string, hint?: string): CliError {
  return new CliError("validation", message, hint === undefined ? {} : { hint });
}
