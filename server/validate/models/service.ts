import type {
  ErrorDetail,
  HealthResponse,
  HTTPValidationError,
  MyConfigResponse,
  RateLimitError,
  ServiceInfo,
  ValidationIssue,
  VersionInfo,
  WhoamiResponse,
} from "../../../client/contract/mod.ts";
import { list, map, nullable } from "../containers.ts";
import { boolean, integer } from "../numbers.ts";
import { object, optional, type OptionalField, required, sent } from "../object.ts";
import { INVALID, scalar, type Schema } from "../schema.ts";
import { constant, text } from "../text.ts";

/** Answer of `/`. */
export const serviceInfo = object<ServiceInfo>("ServiceInfo", {
  service: required(text),
  docs: required(text),
  health: required(text),
});

/** Answer of `/health`. */
export const healthResponse = object<HealthResponse>("HealthResponse", {
  status: required(constant("healthy")),
});

/** Answer of `/meta/version`. */
export const versionInfo = object<VersionInfo>("VersionInfo", {
  server_version: required(text),
  api_version: required(constant("v1")),
  min_client_version: required(constant("0.1.0")),
});

/** Answer to "who am I". */
export const whoamiResponse = object<WhoamiResponse>("WhoamiResponse", {
  success: required(boolean),
  org_id: required(text),
  storage_type: optional(nullable(text), null),
  storage_label: optional(nullable(text), null),
  storage_configured: sent(boolean, false),
  message: sent(text, ""),
});

/** Answer with the raw storage settings. */
export const myConfigResponse = object<MyConfigResponse>("MyConfigResponse", {
  success: required(boolean),
  storage_config: optional(nullable(map), null),
  storage_type: optional(nullable(text), null),
  message: sent(text, ""),
});

/** Body of a plain refusal. */
export const errorDetail = object<ErrorDetail>("ErrorDetail", { detail: required(text) });

/** Body of a 429. */
export const rateLimitError = object<RateLimitError>("RateLimitError", { error: required(text) });

/** Part of a place: a field name or a list index. */
const locationPart: Schema<string | number> = scalar<string | number>(
  { anyOf: [{ type: "string" }, { type: "integer" }] },
  (input, run) => typeof input === "string" ? text.parse(input, run) : integer().parse(input, run),
);

/** Any value. */
const anything: Schema<unknown> = scalar<unknown>({}, (input) => input);

/** Facts about a violated rule, left out when there are none. */
const issueContext: OptionalField<Readonly<Record<string, unknown>>> = {
  presence: "optional",
  schema: map,
  fill: () => ({}),
  defaultJson: {},
};

const validationIssue = object<ValidationIssue>("ValidationIssue", {
  type: required(text),
  loc: required(list(locationPart)),
  msg: required(text),
  input: required(anything),
  ctx: issueContext,
});

/** Body of a 422. */
export const httpValidationError = object<HTTPValidationError>("HTTPValidationError", {
  detail: required(list(validationIssue)),
});

/** Status words in the query of the all-profiles list. */
type ProfileStatusWord = "current" | "pending" | "archived";

/** A status word; every other text counts as `current`. */
export const profileStatusWord: Schema<ProfileStatusWord> = scalar<ProfileStatusWord>(
  { type: "string", enum: ["current", "pending", "archived"] },
  (input, run) => {
    if (text.parse(input, run) === INVALID) return INVALID;
    return input === "pending" || input === "archived" ? input : "current";
  },
);
