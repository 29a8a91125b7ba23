/**
 * The thread of the embedded learner: reads windows, compares rules, judges sessions. It is given
 * plain values and gives plain values; it opens no file and no connection.
 *
 * @module
 */

import { isContextText } from "../client/contract/mod.ts";
import { answerCalls } from "./learn/embedded/answer_calls.ts";
import { stem } from "./search/stem.ts";
import { giveWay } from "./thread_priority.ts";

giveWay();

addEventListener("message", (event: Event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined;
  if (port !== undefined) answerCalls(port, { stem, isOwnContext: isContextText });
}, { once: true });
