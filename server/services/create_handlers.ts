import { createAccountHandlers } from "./account.ts";
import { createAgentPlaybookHandlers } from "./agent_playbooks.ts";
import { createChangeLogHandlers } from "./change_logs.ts";
import { createConfigurationHandlers } from "./configuration.ts";
import type { ServiceDeps } from "./deps.ts";
import { createEvaluationHandlers } from "./evaluations.ts";
import { withStoreErrors } from "./failures.ts";
import type { Handlers } from "./handlers.ts";
import { createInteractionDeleteHandlers } from "./interaction_deletes.ts";
import { createInteractionListHandlers } from "./interaction_lists.ts";
import { createOperationHandlers } from "./operations.ts";
import { createProfileHandlers } from "./profiles.ts";
import { createPublishingHandler } from "./publishing.ts";
import { withRedaction } from "./redaction.ts";
import { createRunHandlers } from "./runs.ts";
import { createSearchHandlers } from "./search.ts";
import { createStatisticsHandlers } from "./statistics.ts";
import { createStatusMoveHandlers } from "./status_moves.ts";
import { withSearchSpans } from "./tracing.ts";
import { createUnifiedSearchHandler } from "./unified_search.ts";
import { createUserPlaybookHandlers } from "./user_playbooks.ts";

/** All verbs of the API. */
export function createHandlers(deps: ServiceDeps): Handlers {
  const handlers: Handlers = {
    ...createAccountHandlers(deps),
    ...createPublishingHandler(deps),
    ...createInteractionListHandlers(deps),
    ...createInteractionDeleteHandlers(deps),
    ...createProfileHandlers(deps),
    ...createUserPlaybookHandlers(deps),
    ...createAgentPlaybookHandlers(deps),
    ...createStatusMoveHandlers(deps),
    ...createSearchHandlers(deps),
    ...createUnifiedSearchHandler(deps),
    ...createConfigurationHandlers(deps),
    ...createChangeLogHandlers(deps),
    ...createEvaluationHandlers(deps),
    ...createStatisticsHandlers(deps),
    ...createRunHandlers(deps),
    ...createOperationHandlers(deps),
  };
  const redacting = withRedaction(handlers, deps.settings.redaction);
  return withSearchSpans(withStoreErrors(deps.storage.guard(redacting)), deps.tracing);
}
