import type { Context } from "../context.ts";
import { invalid, usageError } from "../errors.ts";
import { maskKey } from "../render/mask.ts";
import { renderTable } from "../render/table.ts";
import { joinUrl } from "../request.ts";
import type { Result } from "../result.ts";
import { parseEnvFile, readEnvText, saveEnv } from "../settings/env_file.ts";
import { profilePath, reflexioHome, userEnvPath } from "../settings/settings.ts";
import { join } from "../settings/path.ts";

/** Names of the profiles that are saved. */
async function names(context: Context): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(
      Deno.readDir(join(reflexioHome(context.host), "profiles")),
    );
    return entries.flatMap(({ name }) => name.endsWith(".env") ? [name.slice(0, -4)] : []).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** Variables of a profile. */
async function valuesOf(context: Context, name: string): Promise<Map<string, string>> {
  const text = await readEnvText(profilePath(context.host, name));
  if (text === "") {
    throw invalid(`There is no profile ${JSON.stringify(name)}`, "Run reflexio profile list");
  }
  return parseEnvFile(text);
}

/** `profile list`. */
export async function list(context: Context): Promise<Result> {
  const rows = await Promise.all((await names(context)).map(async (name) => {
    const values = await valuesOf(context, name);
    return {
      name,
      url: values.get("REFLEXIO_URL") ?? null,
      api_key: maskKey(values.get("REFLEXIO_API_KEY")),
    };
  }));
  if (rows.length === 0) {
    context.out.note("No profile yet; make one: reflexio profile add NAME --server-url URL");
  }
  return {
    data: rows,
    keepsNulls: true,
    human: (screen) =>
      renderTable(
        [{ title: "NAME", paint: screen.style.cyan }, { title: "URL", flexible: true }, {
          title: "KEY",
        }],
        rows.map(({ name, url, api_key }) => [name, url ?? "", api_key]),
        screen,
      ),
  };
}

/** `profile add`. */
export async function add(context: Context): Promise<Result> {
  const { input, globals, host, out } = context;
  const name = input.required("name", "NAME");
  const url = input.filled("server-url") ?? globals.filled("server-url");
  const key = input.filled("api-key") ?? globals.filled("api-key");
  if (url === undefined) throw usageError("Missing --server-url", "Add --server-url URL");
  joinUrl(url, "/");
  const path = profilePath(host, name);
  await saveEnv(path, { REFLEXIO_URL: url, ...key ? { REFLEXIO_API_KEY: key } : {} });
  out.note(`Use it with: reflexio --profile ${name} status`);
  return { data: { name, path }, human: () => `Saved in ${path}` };
}

/** `profile use`: copies its settings to the user's file. */
export async function use(context: Context): Promise<Result> {
  const name = context.input.required("name", "NAME");
  const values = await valuesOf(context, name);
  const path = userEnvPath(context.host);
  await saveEnv(path, Object.fromEntries(values));
  return { data: { name, env_path: path }, human: () => `${name} is the usual server now` };
}

/** `profile rm`. */
export async function remove(context: Context): Promise<Result> {
  const name = context.input.required("name", "NAME");
  await valuesOf(context, name);
  await Deno.remove(profilePath(context.host, name));
  return { data: { name }, human: () => `Removed ${name}` };
}
