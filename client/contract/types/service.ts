/** Answer of `/`. */
export interface ServiceInfo {
  /** Name of the service. */
  readonly service: string;
  /** Path of the documentation. */
  readonly docs: string;
  /** Path of the liveness check. */
  readonly health: string;
}

/** Answer of `/health`. */
export interface HealthResponse {
  /** Always `healthy`. */
  readonly status: "healthy";
}

/** Answer of `/meta/version`. */
export interface VersionInfo {
  /** Version of the server. */
  readonly server_version: string;
  /** Version of the interface. */
  readonly api_version: "v1";
  /** Oldest client that works with it. */
  readonly min_client_version: "0.1.0";
}

/** Caller's org and where its data lives, masked. */
export interface WhoamiResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** The tenant; `self-host-org` without keys. */
  readonly org_id: string;
  /** Kind of the storage. Default: `null`. */
  readonly storage_type?: string | null;
  /** Where the data lives, masked. Default: `null`. */
  readonly storage_label?: string | null;
  /** Whether the storage can be used. */
  readonly storage_configured: boolean;
  /** Outcome in words. */
  readonly message: string;
}

/** Raw storage settings of the org; may hold secrets. Closed unless enabled. */
export interface MyConfigResponse {
  /** Whether the call did what was asked. */
  readonly success: boolean;
  /** The storage settings with their secrets; nulls inside are kept. Default: `null`. */
  readonly storage_config?: Readonly<Record<string, unknown>> | null;
  /** Kind of the storage settings. Default: `null`. */
  readonly storage_type?: string | null;
  /** Outcome in words. */
  readonly message: string;
}

/** Storage-level record. No endpoint of the open server creates, lists or resolves share links. */
export interface ShareLink {
  /** Id of the record. */
  readonly id: number;
  /** The tenant. */
  readonly org_id: string;
  /** Unique. */
  readonly token: string;
  /** profile, request, session, user_playbook or agent_playbook. */
  readonly resource_type: string;
  /** Id of the shared record. */
  readonly resource_id: string;
  /** When it was made. Unix seconds, UTC. Default: `null`. */
  readonly created_at?: number | null;
  /** When it ends; null: never. Unix seconds, UTC. Default: `null`. */
  readonly expires_at?: number | null;
  /** Who made the link. Default: `null`. */
  readonly created_by_email?: string | null;
}
