import type { Context } from "../context.ts";
import { CliError, invalid, usageError } from "../errors.ts";
import { maskKey } from "../render/mask.ts";
import { joinUrl, request } from "../request.ts";
import type { Result } from "../result.ts";
import { localServer } from "../services/run_file.ts";
import { readEnvText, removeEnvLine, saveEnv } from "../settings/env_file.ts";
import { writePrivateFile } from "../settings/private_file.ts";
import { DEFAULT_URL, userEnvPath } from "../settings/settings.ts";
import { readStdin } from "../input/text_input.ts";
import { labelled } from "./status.ts";

/** Longest wait for the check of a key, milliseconds. */
const VERIFY_TIMEOUT_MS = 10_000;

/** `auth login`: saves address and key. */
export async function login(context: Context): Promise<Result> {
  const { input, globals, host, prompt, out } = context;
  const url = input.filled("server-url") ?? globals.filled("server-url");
  const key = await readKey(context) ?? input.filled("api-key") ?? globals.filled("api-key") ??
    (url === undefined && prompt.isInteractive
      ? await prompt.ask("API key", { instead: "--api-key", isSecret: true })
      : undefined);
  if (!url && !key) {
    throw usageError("Nothing to save", "Add --api-key KEY, --with-token or --server-url URL");
  }
  if (key !== undefined && /\s/.test(key)) throw invalid("The key has white space in it");
  if (url !== undefined) joinUrl(url, "/");
  if (!input.on("no-verify")) await verify(context, url, key);
  const path = userEnvPath(host);
  await saveEnv(path, {
    ...url ? { REFLEXIO_URL: url } : {},
    ...key ? { REFLEXIO_API_KEY: key } : {},
  });
  out.detail(
    `Wrote ${[url && "REFLEXIO_URL", key && "REFLEXIO_API_KEY"].filter(Boolean).join(", ")}`,
  );
  return { data: { env_path: path }, human: () => `Saved in ${path}` };
}

/** The key from stdin with `--with-token`. */
async function readKey({ input, host }: Context): Promise<string | undefined> {
  if (!input.on("with-token")) return undefined;
  const key = (await readStdin(host)).trim();
  if (key === "") throw usageError("--with-token: stdin is empty");
  return key;
}

/** Asks the server whether the key is good before it is saved. */
async function verify(
  context: Context,
  url: string | undefined,
  key: string | undefined,
): Promise<void> {
  const server = {
    url: url ?? context.settings.findUrl()?.value ?? DEFAULT_URL,
    apiKey: key ?? context.settings.findKey()?.value,
    origin: "--server-url",
  };
  try {
    await request(server, "GET /api/whoami", { timeoutMs: VERIFY_TIMEOUT_MS });
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    throw new CliError(error.type, `Nothing was saved: ${error.message}`, {
      hint: error.type === "auth" ? "Check the key" : "Check the address, or add --no-verify",
      ...error.code === undefined ? {} : { code: error.code },
      extra: error.extra,
    });
  }
}

/** `auth status`: what is in use; makes no request. */
export function status(context: Context): Promise<Result> {
  const { settings, host } = context;
  const url = settings.find("REFLEXIO_URL");
  const key = settings.find("REFLEXIO_API_KEY");
  const path = userEnvPath(host);
  const local = url || key ? null : localServer(host);
  if (local !== null) context.out.note(`Commands use the server of this machine, ${local.url}`);
  context.out.detail(`URL from ${url?.origin ?? "nowhere"}, key from ${key?.origin ?? "nowhere"}`);
  return Promise.resolve({
    data: { url: url?.value ?? null, api_key: maskKey(key?.value), env_path: path },
    keepsNulls: true,
    human: (screen) =>
      labelled([
        ["URL", url?.value ?? "<unset>"],
        ["API Key", maskKey(key?.value)],
        ["Env file", path],
      ], screen),
  });
}

/** `auth logout`: removes the saved key, with `--all` the address too. */
export async function logout(context: Context): Promise<Result> {
  const { host, input } = context;
  const path = userEnvPath(host);
  const before = await readEnvText(path);
  const names = ["REFLEXIO_API_KEY", ...input.on("all") ? ["REFLEXIO_URL"] : []];
  const after = names.reduce(removeEnvLine, before);
  if (after !== before) await writePrivateFile(path, after);
  const message = after === before
    ? "No key was saved"
    : `Removed ${names.join(" and ")} from ${path}`;
  return { data: { message }, human: () => message };
}
