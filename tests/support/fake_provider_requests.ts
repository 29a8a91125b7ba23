import type { FakeQuestion, FakeWire } from "./fake_providers.ts";

type Json = Readonly<Record<string, unknown>>;

/** A refusal of a request that the real provider would refuse. */
export interface RequestComplaint {
  /** HTTP status. */
  readonly status: number;
  /** Code or type in the error. */
  readonly code: string;
  /** Text of the error. */
  readonly message: string;
}

/** The value as an object, an empty one when it is none. */
export function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? value as Json : {};
}

/** The value as a list of objects, an empty one when it is none. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

const ROUTES: readonly {
  readonly path: RegExp;
  readonly wire: FakeWire;
  readonly task: FakeQuestion["task"];
}[] = [
  { path: /^\/v1\/chat\/completions$/, wire: "openai", task: "chat" },
  { path: /^\/v1\/embeddings$/, wire: "openai", task: "embeddings" },
  { path: /^\/openai\/deployments\/([^/]+)\/chat\/completions$/, wire: "openai", task: "chat" },
  { path: /^\/openai\/deployments\/([^/]+)\/embeddings$/, wire: "openai", task: "embeddings" },
  { path: /^\/v1\/messages$/, wire: "anthropic", task: "chat" },
  { path: /^\/v1beta\/models\/([^/:]+):generateContent$/, wire: "gemini", task: "chat" },
  { path: /^\/v1beta\/models\/([^/:]+):batchEmbedContents$/, wire: "gemini", task: "embeddings" },
];

/** The question in a request, null when the path is none of ours. */
export async function readQuestion(request: Request): Promise<FakeQuestion | null> {
  const url = new URL(request.url);
  const body = objectOf(await request.json());
  for (const { path, wire, task } of ROUTES) {
    const match = path.exec(url.pathname);
    if (match === null || request.method !== "POST") continue;
    const model = decodeURIComponent(match[1] ?? String(body["model"]));
    const facts = { wire, task, path: url.pathname + url.search, headers: request.headers, body };
    return { ...facts, model, ...textsOf(wire, body) };
  }
  return null;
}

type Texts = Pick<
  FakeQuestion,
  "system" | "prompt" | "imageCount" | "answerCount" | "answerFields"
>;

/** The schema of the answer, wherever the provider has it. */
function schemaOf(wire: FakeWire, body: Json): Json {
  if (wire === "anthropic") return objectOf(listOf(body["tools"])[0]?.["input_schema"]);
  return wire === "gemini"
    ? objectOf(objectOf(body["generationConfig"])["responseSchema"])
    : objectOf(objectOf(objectOf(body["response_format"])["json_schema"])["schema"]);
}

function textsOf(wire: FakeWire, body: Json): Texts {
  const messages = wire === "gemini" ? listOf(body["contents"]) : listOf(body["messages"]);
  const isAnswer = (message: Json) =>
    message["role"] === "assistant" || message["role"] === "model";
  const isSystem = (message: Json) => message["role"] === "system";
  const spoken = messages.filter((message) => !isSystem(message));
  const parts = spoken.flatMap((message) =>
    typeof message["content"] === "string"
      ? [{ text: message["content"] }]
      : listOf(message["content"] ?? message["parts"])
  );
  return {
    system: systemOf(wire, body, messages.find(isSystem)),
    prompt: parts.map((part) => objectOf(part)["text"] ?? "").join("\n"),
    imageCount: parts.filter((part) => !("text" in part)).length,
    answerFields: Object.keys(objectOf(schemaOf(wire, body)["properties"])),
    answerCount: spoken.filter(isAnswer).length,
  };
}

function systemOf(wire: FakeWire, body: Json, message: Json | undefined): string {
  if (wire === "openai") return String(message?.["content"] ?? "");
  const parts = wire === "anthropic"
    ? listOf(body["system"])
    : listOf(objectOf(body["systemInstruction"])["parts"]);
  return parts.map((part) => part["text"]).join("");
}

/** Why the real provider would refuse the request, null when it would not. */
export function checkRequest(question: FakeQuestion, key: string): RequestComplaint | null {
  const { headers, wire, body } = question;
  const isAllowed = wire === "anthropic"
    ? headers.get("x-api-key") === key
    : wire === "gemini"
    ? headers.get("x-goog-api-key") === key
    : headers.get("authorization") === `Bearer ${key}` || headers.get("api-key") === key;
  if (!isAllowed) return unauthorized(wire);
  if (question.task === "embeddings") return null;
  const message = wire === "openai"
    ? complainOpenAi(body)
    : wire === "anthropic"
    ? complainAnthropic(question)
    : complainGemini(body);
  const code = wire === "gemini" ? "INVALID_ARGUMENT" : "invalid_request_error";
  return message === null ? null : { status: 400, code, message };
}

function unauthorized(wire: FakeWire): RequestComplaint {
  const code = { openai: "invalid_api_key", anthropic: "authentication_error" };
  return wire === "gemini"
    ? { status: 403, code: "PERMISSION_DENIED", message: "API key not valid." }
    : { status: 401, code: code[wire], message: "Incorrect API key provided: sk-wr****ong." };
}

function complainOpenAi(body: Json): string | null {
  const messages = listOf(body["messages"]);
  if (messages.length === 0) return "Missing required parameter: 'messages'.";
  const format = objectOf(body["response_format"]);
  if (format["type"] === "json_object") {
    return /json/i.test(JSON.stringify(messages))
      ? null
      : "'messages' must contain the word 'json'";
  }
  if (format["type"] !== "json_schema") return null;
  const named = objectOf(format["json_schema"]);
  if (!/^[\w-]{1,64}$/.test(String(named["name"]))) return "Invalid 'response_format' name";
  return complainStrict(objectOf(named["schema"]), "schema");
}

/** Rules of strict schemas. */
function complainStrict(schema: Json, at: string): string | null {
  for (const word of ["default", "pattern", "minimum", "maximum", "minLength", "maxLength"]) {
    if (word in schema) return `Invalid schema for response_format: '${word}' at ${at}`;
  }
  const properties = objectOf(schema["properties"]);
  if (schema["type"] === "object") {
    const required = Array.isArray(schema["required"]) ? schema["required"] : [];
    const missing = Object.keys(properties).find((name) => !required.includes(name));
    if (missing !== undefined) return `Invalid schema for response_format: ${at}.${missing}`;
    if (schema["additionalProperties"] !== false) return `additionalProperties at ${at}`;
  }
  const inner: [string, unknown][] = [
    ...Object.entries(properties),
    ...listOf(schema["anyOf"]).map((option): [string, unknown] => ["anyOf", option]),
    ...("items" in schema ? [["items", schema["items"]] as [string, unknown]] : []),
  ];
  for (const [name, value] of inner) {
    const complaint = complainStrict(objectOf(value), `${at}.${name}`);
    if (complaint !== null) return complaint;
  }
  return null;
}

function complainAnthropic({ body, headers }: FakeQuestion): string | null {
  if (headers.get("anthropic-version") !== "2023-06-01") return "anthropic-version: is required";
  if (typeof body["max_tokens"] !== "number") return "max_tokens: Field required";
  const temperature = body["temperature"];
  if (typeof temperature === "number" && temperature > 1) return "temperature: range: 0..1";
  const messages = listOf(body["messages"]);
  const isEmpty = messages.some((message) =>
    listOf(message["content"]).some((part) => part["type"] === "text" && part["text"] === "")
  );
  if (isEmpty) return "messages: text content blocks must be non-empty";
  return messages[0]?.["role"] === "user" ? null : "messages: first message must be user";
}

const GEMINI_SCHEMA_WORDS = new Set([
  "type",
  "description",
  "enum",
  "items",
  "properties",
  "required",
  "propertyOrdering",
  "nullable",
]);

function complainGemini(body: Json): string | null {
  const roles = listOf(body["contents"]).map((content) => content["role"]);
  if (roles.length === 0) return "contents is not specified";
  if (!roles.every((role) => role === "user" || role === "model")) return "Invalid role";
  const schema = objectOf(body["generationConfig"])["responseSchema"];
  return schema === undefined ? null : complainGeminiSchema(objectOf(schema));
}

function complainGeminiSchema(schema: Json): string | null {
  const unknown = Object.keys(schema).find((word) => !GEMINI_SCHEMA_WORDS.has(word));
  if (unknown !== undefined) return `Invalid JSON payload received. Unknown name "${unknown}"`;
  if (!/^[A-Z]+$/.test(String(schema["type"]))) return "Invalid value at 'type'";
  const inner = [...Object.values(objectOf(schema["properties"]))];
  if ("items" in schema) inner.push(schema["items"]);
  for (const value of inner) {
    const complaint = complainGeminiSchema(objectOf(value));
    if (complaint !== null) return complaint;
  }
  return null;
}
