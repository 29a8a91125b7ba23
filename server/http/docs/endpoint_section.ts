import type { ApiOperation, JsonSchema } from "../../validate/mod.ts";
import { escapeHtml } from "./html.ts";
import { fieldHtml, modelHtml, modelName, typeHtml } from "./schema_list.ts";
import { curlSnippet, typescriptSnippet } from "./snippets.ts";

/** What a section shows. */
export interface SectionInput {
  /** HTTP method, upper case. */
  readonly method: string;
  /** Absolute path. */
  readonly path: string;
  /** The description of the endpoint. */
  readonly operation: ApiOperation;
  /** Every model by name. */
  readonly models: Readonly<Record<string, JsonSchema>>;
  /** Whether calls can be made from the page. */
  readonly isInteractive: boolean;
}

/** Facts about an endpoint in short words. */
function notes(operation: ApiOperation): string[] {
  const background = operation["x-background"];
  const rate = operation["x-rate-limit"];
  return [
    ...background === undefined
      ? []
      : [background === "always" ? "answers first, works then" : "answers first unless waited for"],
    ...rate === undefined ? [] : [`${rate.replace("/minute", "")} calls a minute`],
    ...operation["x-null-fields"] === "kept" ? ["null fields are kept"] : [],
  ];
}

/** The model of a 200 answer, null for pages. */
function answerSchema(operation: ApiOperation): JsonSchema | null {
  const content = operation.responses["200"]?.content;
  const json = (content as Record<string, { schema?: JsonSchema }> | undefined)
    ?.["application/json"];
  return json?.schema ?? null;
}

/** A model behind a fold. */
function foldedModel(title: string, schema: JsonSchema, models: SectionInput["models"]): string {
  const name = modelName(schema);
  const model = name === null ? schema : models[name];
  if (model?.type === undefined) return "";
  return `<details><summary>${title} <span class="type">${typeHtml(schema)}</span></summary>${
    modelHtml(model)
  }</details>`;
}

/** Query and header parameters. */
function parametersHtml({ operation }: SectionInput): string {
  const fields = (operation.parameters ?? []).map(({ name, schema, required, description }) =>
    fieldHtml(name, schema, { isRequired: required, description })
  );
  return fields.length === 0 ? "" : `<h4>Parameters</h4><dl>${fields.join("")}</dl>`;
}

/** The form that makes the call. */
function tryHtml({ method, path, operation }: SectionInput): string {
  const inputs = (operation.parameters ?? []).map(({ name, in: place }) =>
    `<label>${escapeHtml(name)} <input name="${escapeHtml(name)}" data-in="${place}" ` +
    `autocomplete="off" spellcheck="false"></label>`
  );
  const body = operation.requestBody?.content["application/json"].example;
  const area = body === undefined
    ? ""
    : `<label>Body <textarea name="body" rows="${
      Math.min(16, JSON.stringify(body, null, 2).split("\n").length)
    }" spellcheck="false">${escapeHtml(JSON.stringify(body, null, 2))}</textarea></label>`;
  return `<details class="try"><summary>Try it</summary>` +
    `<form data-method="${method}" data-path="${path}">${inputs.join("")}${area}` +
    `<p><button type="submit">Send</button> <span class="hint">Ctrl+Enter sends</span></p>` +
    `<output aria-live="polite"></output></form></details>`;
}

/** Ready-made calls. */
function snippetsHtml({ method, path, operation }: SectionInput): string {
  const body = operation.requestBody?.content["application/json"].example;
  const block = (title: string, code: string) =>
    `<details class="snippet"><summary>${title}</summary><button type="button" class="copy">` +
    `Copy</button><pre tabindex="0">${escapeHtml(code)}</pre></details>`;
  const input = { method, path, body };
  return block("curl", curlSnippet(input)) + block("TypeScript", typescriptSnippet(input));
}

/** One endpoint with everything there is to know about it. */
export function endpointSection(input: SectionInput): string {
  const { method, path, operation, models, isInteractive } = input;
  const body = operation.requestBody?.content["application/json"].schema;
  const answer = answerSchema(operation);
  const statuses = Object.keys(operation.responses).filter((status) => status !== "200");
  const words = notes(operation);
  const { operationId: name, summary } = operation;
  return `<article id="${name}" data-words="${escapeHtml(`${path} ${summary}`.toLowerCase())}">` +
    `<h3><a href="#${name}"><span class="verb ${method.toLowerCase()}">${method}</span> ` +
    `<span class="path">${escapeHtml(path)}</span></a></h3>` +
    `<p>${escapeHtml(summary)}.${
      words.length === 0 ? "" : ` <span class="notes">${escapeHtml(words.join(" · "))}</span>`
    }</p>` +
    parametersHtml(input) +
    (body === undefined ? "" : foldedModel("Body", body, models)) +
    (answer === null ? "" : foldedModel("Answer", answer, models)) +
    `<p class="statuses">Refusals: ${statuses.join(", ")}</p>` +
    snippetsHtml(input) +
    (isInteractive ? tryHtml(input) : "") +
    `</article>`;
}
