import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { formatAge, plural } from "../render/age.ts";
import { renderTable } from "../render/table.ts";
import type { Result } from "../result.ts";
import { reflexioHome } from "../settings/settings.ts";
import { join } from "../settings/path.ts";
import { loadServer } from "../services/server_code.ts";

/** Seconds of a day. */
const DAY_SEC = 86_400;

/** Where the keys file is: `--keys-file`, then `REFLEXIO_KEYS_FILE`, then the home of reflexio. */
function keysPath({ input, settings, host }: Context): string {
  return input.filled("keys-file") ?? settings.get("REFLEXIO_KEYS_FILE") ??
    join(reflexioHome(host), "keys.json");
}

/** Says a failure of the keys file as one of the command. */
async function run<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === "KeysFileError") {
      throw invalid(error.message, "See the keys with reflexio keys list");
    }
    throw error;
  }
}

/** Shows a new key: the only time it can be seen. */
function shown(context: Context, path: string, made: { key: string; stored: object }): Result {
  context.out.note(`Kept in ${path} as a SHA-256; this is the only time the key is shown`);
  context.out.note(`A server uses the file with REFLEXIO_KEYS_FILE=${path}`);
  return { data: { ...made.stored, key: made.key, path }, human: () => made.key };
}

/** `keys create`: a new key for an org. */
export async function create(context: Context): Promise<Result> {
  const { input } = context;
  const path = keysPath(context);
  const days = input.numberIfGiven("expires-days");
  const word = input.text("role");
  const role = (["read", "write", "admin"] as const).find((one) => one === word) ?? "write";
  const { createKey } = await loadServer();
  const made = await run(() =>
    createKey(path, {
      org: input.filled("org") ?? "default",
      role,
      note: input.filled("note") ?? "",
      expiresAtSec: days === undefined ? null : Math.floor(Date.now() / 1_000) + days * DAY_SEC,
    })
  );
  return shown(context, path, made);
}

/** `keys list`: what is known of the keys, never the keys. */
export async function list(context: Context): Promise<Result> {
  const path = keysPath(context);
  const { listKeys } = await loadServer();
  const keys = await run(() => listKeys(path));
  const next = keys.length === 0 ? "; make one: reflexio keys create --org NAME" : "";
  context.out.note(`${plural(keys.length, "key")} in ${path}${next}`);
  return {
    data: keys,
    human: (screen) =>
      renderTable(
        [
          { title: "ID" },
          { title: "ORG" },
          { title: "ROLE" },
          { title: "BEGINS WITH", dropOrder: 1 },
          { title: "MADE", dropOrder: 2 },
          { title: "ENDS" },
          { title: "NOTE", flexible: true },
        ],
        keys.map((key) => [
          key.id,
          key.org,
          key.role,
          key.prefix,
          formatAge(key.created_at, screen.nowSec),
          key.expires_at === null ? "never" : new Date(key.expires_at * 1_000).toISOString(),
          key.note,
        ]),
        screen,
      ),
  };
}

/** `keys revoke`: a key that is not to open anything any more. */
export async function revoke(context: Context): Promise<Result> {
  const { input, prompt } = context;
  const path = keysPath(context);
  const name = input.required("id", "ID");
  if (!input.on("yes")) await prompt.confirm(`Revoke the key ${name}`);
  const { revokeKey } = await loadServer();
  const gone = await run(() => revokeKey(path, name));
  context.out.note("Running servers refuse it within two seconds");
  return { data: gone, human: () => `Revoked ${gone.id}` };
}

/** `keys rotate`: a new key in place of one. */
export async function rotate(context: Context): Promise<Result> {
  const { input } = context;
  const path = keysPath(context);
  const name = input.required("id", "ID");
  const graceSec = Math.max(0, input.number("grace-seconds", 0));
  const { rotateKey } = await loadServer();
  return shown(context, path, await run(() => rotateKey(path, name, { graceSec })));
}
