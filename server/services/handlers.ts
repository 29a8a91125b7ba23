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
