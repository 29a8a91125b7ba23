import {
  type BulkDeleteResponse,
  MAX_LIST_SIZE,
  SearchMode,
  Status,
  type StatusFilter,
} from "../../../client/contract/mod.ts";
import { list } from "../containers.ts";
import { cappedSize, integer } from "../numbers.ts";
import { object, required, sent } from "../object.ts";
import { boolean } from "../numbers.ts";
import { named, refuse, scalar, type Schema } from "../schema.ts";
import { oneOf, text } from "../text.ts";

/** Last second of the year 9999, the latest time a record may carry. */
const MAX_RECORD_TIME_SEC = 253_402_300_799;

/** A time of a record: Unix seconds, UTC. */
export const recordTime: Schema<number> = integer({ atLeast: 0, atMost: MAX_RECORD_TIME_SEC });

/** Id that the server gives. */
export const positiveId: Schema<number> = integer({ above: 0 });

/** Number of records asked for; too many count as the most there can be. */
export const listSize: Schema<number> = cappedSize(MAX_LIST_SIZE);

/** Words of a status; the word `None` is an old spelling of null. */
const STATUS_WORDS: ReadonlyMap<unknown, Status> = new Map<unknown, Status>([
  [null, null],
  ["None", null],
  [Status.ARCHIVED, Status.ARCHIVED],
  [Status.PENDING, Status.PENDING],
  [Status.ARCHIVE_IN_PROGRESS, Status.ARCHIVE_IN_PROGRESS],
]);

const STATUS_EXPECTED = "'None', 'archived', 'pending' or 'archive_in_progress'";

/** A lifecycle state; null is current. */
export const status: Schema<Status> = named(
  "Status",
  scalar<Status>(
    { type: ["string", "null"], enum: [null, "archived", "pending", "archive_in_progress"] },
    (input, run) => {
      const word = STATUS_WORDS.get(input);
      return word !== undefined ? word : refuse(run, "enum", {
        msg: `Input should be ${STATUS_EXPECTED}`,
        input,
        ctx: { expected: STATUS_EXPECTED },
      });
    },
  ),
);

/** Lifecycle states to include. */
export const statusFilter: Schema<StatusFilter> = named("StatusFilter", list(status));

/** Ranking method. */
export const searchMode: Schema<SearchMode> = named("SearchMode", oneOf(Object.values(SearchMode)));

/** Outcome of deleting many records. */
export const bulkDeleteResponse = object<BulkDeleteResponse>("BulkDeleteResponse", {
  success: required(boolean),
  deleted_count: sent(integer(), 0),
  message: sent(text, ""),
});
