import {
  ReflexioAPIError,
  ReflexioConnectionError,
  ReflexioError,
  ReflexioHTTPError,
  ReflexioRedirectError,
  ReflexioResponseError,
  ReflexioTimeoutError,
  ReflexioValidationError,
} from "./errors.ts";

/** An error as it travels between threads, where classes and headers are lost. */
export interface SentError {
  /** Name of its class. */
  readonly name: string;
  /** Its message. */
  readonly message: string;
  /** Where it was made. */
  readonly stack: string | undefined;
  /** Message of its cause. */
  readonly cause: string | undefined;
  /** Its other fields that can be copied. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Its response headers. */
  readonly headers: readonly [string, string][] | undefined;
}

/** Error classes by the name they give themselves. */
const CLASSES: Readonly<Record<string, { readonly prototype: Error }>> = {
  ReflexioAPIError,
  ReflexioConnectionError,
  ReflexioError,
  ReflexioHTTPError,
  ReflexioRedirectError,
  ReflexioResponseError,
  ReflexioTimeoutError,
  ReflexioValidationError,
};

/** Makes an error ready to travel. */
export function packError(error: unknown): SentError {
  const { name, message, stack, cause, headers, ...fields } = error instanceof Error
    ? { ...error, name: error.name, message: error.message, stack: error.stack } as
      & Error
      & { readonly headers?: Headers }
    : {
      name: "Error",
      message: String(error),
      stack: undefined,
      cause: undefined,
      headers: undefined,
    };
  return {
    name,
    message,
    stack,
    cause: cause instanceof Error ? cause.message : undefined,
    fields,
    headers: headers instanceof Headers ? [...headers] : undefined,
  };
}

/** Makes the error again, of its own class. */
export function unpackError({ name, message, stack, cause, fields, headers }: SentError): Error {
  const error = Object.create(CLASSES[name]?.prototype ?? Error.prototype) as Error;
  const hidden = { message, stack, ...(cause === undefined ? {} : { cause: new Error(cause) }) };
  for (const [field, value] of Object.entries(hidden)) {
    Object.defineProperty(error, field, { value, writable: true, configurable: true });
  }
  return Object.assign(error, { name }, fields, headers ? { headers: new Headers(headers) } : {});
}
