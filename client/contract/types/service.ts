/** Fixed content. */
export interface ServiceInfo {
  /** `service`. */
  readonly service: string;
  /** `docs`. */
  readonly docs: string;
  /** `health`. */
  readonly health: string;
}

/** Fixed content. */
export interface HealthResponse {
  /** `status`. */
  readonly status: "healthy";
}

/** Version facts. */
export interface VersionInfo {
  /** Package version; 0.0.0-dev when unknown. */
  readonly server_version: string;
  /** `api_version`. */
  readonly api_version: "v1";
  /** `min_client_version`. */
  readonly min_client_version: "0.1.0";
}

/** Caller's org and where its data lives, masked. */
export interface WhoamiResponse {
  /** `success`. */
  readonly success: boolean;
  /** self-host-org on an open server. */
  readonly org_id: string;
  /** Default: `null`. */
  readonly storage_type?: string | null;
  /** Default: `null`. */
  readonly storage_label?: string | null;
  /** `storage_configured`. */
  readonly storage_configured: boolean;
  /** `message`. */
  readonly message: string;
}

/** Raw storage settings of the org; may hold secrets. Closed unless enabled. */
export interface MyConfigResponse {
  /** `success`. */
  readonly success: boolean;
  /** One of the storage config objects; nulls inside are kept. Default: `null`. */
  readonly storage_config?: Readonly<Record<string, unknown>> | null;
  /** Default: `null`. */
  readonly storage_type?: string | null;
  /** `message`. */
  readonly message: string;
}

/** Storage-level record. No endpoint of the open server creates, lists or resolves share links. */
export interface ShareLink {
  /** `id`. */
  readonly id: number;
  /** `org_id`. */
  readonly org_id: string;
  /** Unique. */
  readonly token: string;
  /** profile, request, session, user_playbook or agent_playbook. */
  readonly resource_type: string;
  /** `resource_id`. */
  readonly resource_id: string;
  /** Unix seconds, UTC. Default: `null`. */
  readonly created_at?: number | null;
  /** Null = never. Unix seconds, UTC. Default: `null`. */
  readonly expires_at?: number | null;
  /** Default: `null`. */
  readonly created_by_email?: string | null;
}
