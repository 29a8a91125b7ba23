import type {
  EndpointName,
  QueryOf,
  RequestOf,
  ResponseOf,
  Validated,
} from "../../client/contract/mod.ts";

/** Endpoints that serve a document for people and have no verb behind them. */
export type PageName = "openapi_json" | "docs" | "docs_oauth2_redirect" | "redoc";

/** Endpoints that a service answers. */
export type ServiceName = Exclude<EndpointName, PageName>;

/** One validated call of endpoint `N`. */
export interface Call<N extends ServiceName = ServiceName> {
  /** The tenant, first part of every key. */
  readonly org: string;
  /** The body, validated and completed with defaults. */
  readonly body: Validated<RequestOf<N>>;
  /** The query parameters, validated and completed with defaults. */
  readonly query: Validated<QueryOf<N>>;
  /** Value of `Idempotency-Key`, null when absent. */
  readonly idempotencyKey: string | null;
  /** Id of this request in headers and logs, 8 hex digits. */
  readonly correlationId: string;
  /** Whether the caller may read secrets back (authenticated with the right, or allowed by option). */
  readonly canReadSecrets: boolean;
  /** Top-level keys that were present in the body as sent, old names as the new ones. */
  readonly presentKeys: readonly string[];
  /** To be called once a publish is durable, so that a 504 can still name its request id. */
  readonly acknowledge: (requestId: string) => void;
}

/** One function an endpoint; HTTP validates before it and serialises after it. */
export type Handlers = {
  readonly [N in ServiceName]: (call: Call<N>) => Promise<ResponseOf<N>>;
};

/** One value of a metric. */
export interface MetricSample {
  /** Added to the name of the family, as histograms need it. */
  readonly suffix?: "_bucket" | "_sum" | "_count";
  /** Labels by name; never anything a user wrote. */
  readonly labels: Readonly<Record<string, string>>;
  /** The value. */
  readonly value: number;
}

/** A metric with all its values. */
export interface MetricFamily {
  /** Its name. */
  readonly name: string;
  /** What it says, one line. */
  readonly help: string;
  /** How values develop. */
  readonly type: "counter" | "gauge" | "histogram";
  /** Values by labels. */
  readonly samples: readonly MetricSample[];
}

/** One call of an extension. */
export interface ExtensionCall {
  /** The tenant. */
  readonly org: string;
  /** The query parameters as sent. */
  readonly query: URLSearchParams;
  /** The body as JSON, null when there is none. */
  readonly body: unknown;
  /** Id of this request in headers and logs, 8 hex digits. */
  readonly correlationId: string;
}

/** A parameter of an extension, for its documentation. */
export interface ExtensionParameter {
  /** Name in the query or key in the body. */
  readonly name: string;
  /** Type of its value. */
  readonly type: "string" | "integer" | "boolean" | "object" | "array";
  /** What it means, with its default. */
  readonly description: string;
  /** Whether it must be there. */
  readonly isRequired: boolean;
}

/** An endpoint of ours beside those of the contract: for operators, and for the curious. */
export interface Extension {
  /** The one method served. */
  readonly method: "GET" | "POST";
  /** Absolute path. */
  readonly path: string;
  /** One line that says what it does. */
  readonly summary: string;
  /** The least role that may call it. */
  readonly role: "read" | "write" | "admin";
  /** What it takes: in the query of a GET, in the body of a POST. */
  readonly parameters: readonly ExtensionParameter[];
  /**
   * Whether whole records come in the body of a POST, checked before it is handled, or go out in the
   * answer of a GET, written with every field.
   * @default none
   */
  readonly carries?: "records";
  /**
   * Does it; the answer is sent as JSON.
   * @throws {ServiceError} For what cannot be done; `field` names the parameter.
   */
  readonly handle: (call: ExtensionCall) => Promise<unknown>;
}

/** Extensions by name; HTTP routes them, the documentation lists them. */
export type Extensions = Readonly<Record<string, Extension>>;
