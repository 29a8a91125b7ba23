import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { toCliError } from "../failure.ts";
import { isRecord } from "../render/fields.ts";
import { maskKey } from "../render/mask.ts";
import type { Screen } from "../render/screen.ts";
import { padStart } from "../render/width.ts";
import type { Result } from "../result.ts";

/** Longest wait for `/health`, milliseconds. */
export const HEALTH_TIMEOUT_MS = 10_000;

/** `status check`: is the server healthy. */
export async function check(context: Context): Promise<Result> {
  const { url } = context.server();
  try {
    const timeoutMs = Math.min(HEALTH_TIMEOUT_MS, context.timeoutMs);
    const { body } = await context.request("GET /health", { timeoutMs });
    if (!isRecord(body) || body.status !== "healthy") {
      throw new CliError("unhealthy", `${url} answers, but it is no healthy Reflexio server`, {
        hint: "Check --server-url",
        extra: { url },
      });
    }
  } catch (error) {
    const failure = toCliError(error);
    throw new CliError(
      failure.type === "general" ? "unhealthy" : failure.type,
      failure.message,
      {
        ...failure.hint === undefined ? {} : { hint: failure.hint },
        ...failure.code === undefined ? {} : { code: failure.code },
        extra: { ...failure.extra, url },
        exitCode: 1,
      },
    );
  }
  return {
    data: { status: "healthy", url },
    human: ({ style }) => `${url} ${style.green("healthy")}`,
  };
}

/** `status whoami`: whose data the key reaches. */
export async function whoami(context: Context): Promise<Result> {
  const { url, apiKey } = context.server();
  try {
    const client = await context.client();
    const answer = await client.whoami();
    return {
      data: answer,
      human: (screen) => {
        const { green, yellow } = screen.style;
        const state = answer.storage_configured ? green("[configured]") : yellow("[unconfigured]");
        const rows = labelled([
          ["Endpoint", url],
          ["API key", maskKey(apiKey)],
          ["Org ID", answer.org_id],
          ["Storage type", answer.storage_type ?? "<not configured>"],
          ["Storage", `${answer.storage_label ?? "<not configured>"} ${state}`],
        ], screen);
        return answer.message ? `${rows}\n${screen.style.dim(answer.message)}` : rows;
      },
    };
  } catch (error) {
    const failure = toCliError(error);
    if (failure.code === "not_found") {
      throw new CliError("api", failure.message, {
        code: "not_found",
        hint: "The server is too old for this: update it",
        extra: failure.extra,
      });
    }
    if (failure.code === "unreachable") {
      throw new CliError("network", failure.message, {
        code: "unreachable",
        exitCode: 1,
        extra: failure.extra,
        ...failure.hint === undefined ? {} : { hint: failure.hint },
      });
    }
    throw failure;
  }
}

/** Labels on the right of their column, values behind them. */
export function labelled(
  rows: readonly (readonly [label: string, value: string])[],
  screen: Screen,
): string {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${screen.style.bold(padStart(label, width))}  ${value}`)
    .join("\n");
}
