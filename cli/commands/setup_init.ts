import type { Context } from "../context.ts";
import { CliError, usageError } from "../errors.ts";
import { toCliError } from "../failure.ts";
import { joinUrl, request } from "../request.ts";
import type { Result } from "../result.ts";
import { localServer } from "../services/run_file.ts";
import { readEnvText, saveEnv, setEnvLine } from "../settings/env_file.ts";
import { DEFAULT_URL, userEnvPath } from "../settings/settings.ts";
import { readStdin } from "../input/text_input.ts";

/** Address of a server on this machine. */
const LOCAL_URL = "http://localhost:8081";

/** Longest wait for the check of a key, milliseconds. */
const VERIFY_TIMEOUT_MS = 10_000;

/** A provider of models. */
interface Provider {
  /** Word on the command line. */
  readonly word: string;
  /** Name for people. */
  readonly title: string;
  /** Variable of its key. */
  readonly variable: string;
  /** Model that is used by default. */
  readonly model: string;
  /** Whether it makes vectors too. */
  readonly embeds: boolean;
}

/** The providers, in the order in which they are offered. */
export const PROVIDERS: readonly Provider[] = [
  {
    word: "openai",
    title: "OpenAI",
    variable: "OPENAI_API_KEY",
    model: "gpt-5-mini",
    embeds: true,
  },
  {
    word: "anthropic",
    title: "Anthropic",
    variable: "ANTHROPIC_API_KEY",
    model: "claude-sonnet-4-6",
    embeds: false,
  },
  {
    word: "gemini",
    title: "Gemini",
    variable: "GEMINI_API_KEY",
    model: "gemini-3-flash-preview",
    embeds: true,
  },
  {
    word: "deepseek",
    title: "DeepSeek",
    variable: "DEEPSEEK_API_KEY",
    model: "deepseek-chat",
    embeds: false,
  },
  {
    word: "openrouter",
    title: "OpenRouter",
    variable: "OPENROUTER_API_KEY",
    model: "gemini-3-flash-preview",
    embeds: false,
  },
  {
    word: "minimax",
    title: "MiniMax",
    variable: "MINIMAX_API_KEY",
    model: "MiniMax-M2.7",
    embeds: false,
  },
  {
    word: "dashscope",
    title: "DashScope",
    variable: "DASHSCOPE_API_KEY",
    model: "qwen-plus",
    embeds: false,
  },
  { word: "xai", title: "xAI", variable: "XAI_API_KEY", model: "grok-3-mini", embeds: false },
  {
    word: "moonshot",
    title: "Moonshot",
    variable: "MOONSHOT_API_KEY",
    model: "moonshot-v1-8k",
    embeds: false,
  },
  { word: "zai", title: "Z.ai", variable: "ZAI_API_KEY", model: "glm-4-flash", embeds: false },
];

/** Where a server is. */
type StorageChoice = "local" | "managed" | "self-hosted";

/** `setup init`: every answer is also a flag; nothing is written before the last answer. */
export async function init(context: Context): Promise<Result> {
  const { input, host, out } = context;
  const storage = await chooseStorage(context);
  const values: Record<string, string> = { ...await serverValues(context, storage) };
  const isModelAsked = storage !== "managed" && !input.on("skip-llm");
  if (isModelAsked) Object.assign(values, await modelValues(context));
  const path = userEnvPath(host);
  if (input.on("dry-run")) {
    const before = await readEnvText(path);
    const after = Object.entries(values).reduce(
      (text, [name, value]) => setEnvLine(text, name, name.endsWith("KEY") ? "****" : value),
      before,
    );
    return {
      data: { dry_run: true, path, names: Object.keys(values) },
      human: () => `${path}\n\n${after}`,
    };
  }
  await saveEnv(path, values);
  out.note(`Saved ${Object.keys(values).join(", ")}`);
  if (storage !== "local") await verify(context, values);
  if (storage === "local") {
    const isThere = localServer(host)?.url === values.REFLEXIO_URL;
    out.note(`Next: ${isThere ? "reflexio doctor" : "reflexio services start"}`);
  }
  return { data: { env_path: path, storage, written: Object.keys(values) }, human: () => path };
}

/** Where the server is. */
async function chooseStorage({ input, prompt }: Context): Promise<StorageChoice> {
  const word = input.text("storage");
  if (word === "local" || word === "managed" || word === "self-hosted") return word;
  if (input.on("yes")) return "local";
  return await prompt.choose<StorageChoice>("Where is your memory?", [
    { word: "local", title: "On this machine" },
    { word: "managed", title: `Managed, ${DEFAULT_URL}` },
    { word: "self-hosted", title: "On a server of yours" },
  ], "--storage");
}

/** Address and key. */
async function serverValues(
  context: Context,
  storage: StorageChoice,
): Promise<Record<string, string>> {
  const { input, globals, prompt } = context;
  const flagUrl = input.filled("server-url") ?? globals.filled("server-url");
  if (storage === "local") {
    return { REFLEXIO_URL: flagUrl ?? localServer(context.host)?.url ?? LOCAL_URL };
  }
  const url = storage === "managed" ? DEFAULT_URL : flagUrl ??
    await prompt.ask("Address of the server", { instead: "--server-url", fallback: LOCAL_URL });
  joinUrl(url, "/");
  const key = await serverKey(context);
  if (key === "") throw new CliError("general", "The key is empty, must be a text");
  return { REFLEXIO_URL: url, REFLEXIO_API_KEY: key };
}

/** The server's key: from stdin, a flag, or the person. */
async function serverKey({ input, globals, prompt, host }: Context): Promise<string> {
  if (input.on("api-key-stdin")) return (await readStdin(host)).trim();
  return globals.filled("api-key") ??
    await prompt.ask("API key", { instead: "--api-key or --api-key-stdin", isSecret: true });
}

/** The key of a model, and of a second provider for vectors when the first makes none. */
async function modelValues(context: Context): Promise<Record<string, string>> {
  const { input, prompt } = context;
  const word = input.filled("provider");
  if (word === undefined && (input.on("yes") || !prompt.isInteractive && input.has("storage"))) {
    return {};
  }
  const provider = word === undefined
    ? await chooseProvider(context)
    : PROVIDERS.find((each) => each.word === word);
  if (provider === null) return {};
  if (provider === undefined) {
    throw usageError(
      `Unknown provider ${JSON.stringify(word)}`,
      `One of ${PROVIDERS.map((each) => each.word).join(", ")}`,
    );
  }
  const values = { [provider.variable]: await providerKey(context, provider) };
  context.out.note(`${provider.title} learns with ${provider.model} by default`);
  if (provider.embeds || input.has("provider-key")) return values;
  const chosen = await prompt.choose("Vectors come from", [
    { word: "none", title: "The built-in embedder" },
    { word: "openai", title: "OpenAI" },
    { word: "gemini", title: "Gemini" },
  ], "--provider-key");
  const second = PROVIDERS.find((each) => each.word === chosen);
  return second === undefined
    ? values
    : { ...values, [second.variable]: await providerKey(context, second) };
}

/** Asks for the provider; null: the built-in learner. */
async function chooseProvider({ prompt }: Context): Promise<Provider | null | undefined> {
  const chosen = await prompt.choose("Which model learns?", [
    { word: "none", title: "None: the built-in learner, no key" },
    ...PROVIDERS.map(({ word, title, model }) => ({ word, title: `${title} (${model})` })),
  ], "--provider or --skip-llm");
  return chosen === "none" ? null : PROVIDERS.find((each) => each.word === chosen);
}

/** Key of a provider. */
async function providerKey({ input, prompt, host }: Context, provider: Provider): Promise<string> {
  const key = input.filled("provider-key") ?? host.env(provider.variable) ??
    await prompt.ask(`${provider.title} key`, { instead: "--provider-key", isSecret: true });
  if (key === "") throw new CliError("general", "The key is empty, must be a text");
  return key;
}

/** Asks the server who we are; a failure is only said. */
async function verify({ out }: Context, values: Readonly<Record<string, string>>): Promise<void> {
  try {
    await request(
      { url: values.REFLEXIO_URL ?? DEFAULT_URL, apiKey: values.REFLEXIO_API_KEY, origin: "setup" },
      "GET /api/whoami",
      { timeoutMs: VERIFY_TIMEOUT_MS },
    );
    out.note("The server knows the key");
  } catch (error) {
    out.warn(`Saved, but: ${toCliError(error).message}`);
  }
}
