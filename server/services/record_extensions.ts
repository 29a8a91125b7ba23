import type { ServiceDeps } from "./deps.ts";
import { exportRecords, RECORD_LISTS } from "./export_records.ts";
import type { Extension, ExtensionParameter } from "./handlers.ts";
import { importRecords } from "./import_records.ts";

/** Lists of records that a body may hold. */
const LISTS: readonly ExtensionParameter[] = [
  ...Object.values(RECORD_LISTS).map((name): ExtensionParameter =>
    name === "config"
      ? {
        name,
        type: "object",
        description: "The configuration; secrets and storage of this server stay",
        isRequired: false,
      }
      : {
        name,
        type: "array",
        description: `Whole ${name.replaceAll("_", " ")}, as an export gives them`,
        isRequired: false,
      }
  ),
  {
    name: "explicit_config_keys",
    type: "array",
    description: "Keys of the configuration that somebody chose",
    isRequired: false,
  },
  {
    name: "replace",
    type: "boolean",
    description: "Replace other records with the same ids, else they are refused (false)",
    isRequired: false,
  },
];

/** The endpoints that move a memory without loss. */
export function recordExtensions(deps: ServiceDeps): Readonly<Record<string, Extension>> {
  return {
    export_records: {
      method: "GET",
      path: "/api/export_records",
      summary: "Whole records of a kind with every field, by rising id",
      role: "admin",
      parameters: [
        {
          name: "kind",
          type: "string",
          description: Object.keys(RECORD_LISTS).join(", "),
          isRequired: true,
        },
        { name: "user_id", type: "string", description: "Only this user", isRequired: false },
        {
          name: "after",
          type: "string",
          description: "next of the page before; absent: the first page",
          isRequired: false,
        },
        {
          name: "limit",
          type: "integer",
          description: "Most records of a page, 1 to 1000 (500)",
          isRequired: false,
        },
      ],
      carries: "records",
      handle: (call) => exportRecords(deps, call),
    },
    import_records: {
      method: "POST",
      path: "/api/import_records",
      summary: "Store whole records under their ids, all or none; the same again changes nothing",
      role: "admin",
      parameters: LISTS,
      carries: "records",
      handle: (call) => deps.storage.within(call.org, call.body, () => importRecords(deps, call)),
    },
  };
}
