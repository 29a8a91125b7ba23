import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import type { Result } from "../result.ts";
import { parseJson, readDataText } from "../input/text_input.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** `api`: any endpoint. */
export async function api(context: Context): Promise<Result> {
  const { input, host } = context;
  const method = input.required("method", "METHOD").toUpperCase();
  const path = input.required("path", "PATH");
  if (!METHODS.includes(method)) {
    throw usageError(`METHOD is ${JSON.stringify(method)}, must be one of ${METHODS.join(", ")}`);
  }
  if (!path.startsWith("/")) {
    throw usageError(
      `PATH is ${JSON.stringify(path)}, must begin with /`,
      "For example /api/whoami",
    );
  }
  const data = input.text("data");
  const body = data === undefined ? undefined : parseJson(await readDataText(host, data), "--data");
  const answer = await context.request(`${method} ${path}`, body === undefined ? {} : { body });
  return {
    data: answer.body,
    keepsNulls: true,
    human: () =>
      answer.isJson ? JSON.stringify(answer.body, null, 2) : String(answer.body).replace(/\n$/, ""),
  };
}
