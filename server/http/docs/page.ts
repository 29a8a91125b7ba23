import type { ApiDocument, ApiOperation } from "../../validate/mod.ts";
import { endpointSection } from "./endpoint_section.ts";
import { escapeHtml, inlineHtml } from "./html.ts";
import { modelHtml } from "./schema_list.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

/** Options of {@link docsPage}. */
export interface DocsPageOptions {
  /** Whether calls can be made from the page. */
  readonly isInteractive: boolean;
  /** Text that the inline style and script carry for the content security policy. */
  readonly nonce: string;
}

/** One endpoint of the description. */
interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: ApiOperation;
}

/** Endpoints by group, in the order of the description; the group `service` is last. */
function groups({ paths }: ApiDocument): [string, Entry[]][] {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Entry => ({
      method: method.toUpperCase(),
      path,
      operation,
    }))
  );
  const byTag = Map.groupBy(entries, ({ operation }) => operation.tags[0] ?? "");
  return [...byTag].sort(([a], [b]) => Number(a === "service") - Number(b === "service"));
}

/** Anchor of a group. */
function anchorOf(tag: string): string {
  return `group-${tag.replaceAll(" ", "-")}`;
}

/** The list of everything on the page. */
function navigation(document: ApiDocument): string {
  const parts = groups(document).map(([tag, entries]) =>
    `<div class="group"><h2><a href="#${anchorOf(tag)}">${escapeHtml(tag)}</a></h2><ul>${
      entries.map(({ operation: { operationId: name } }) =>
        `<li><a href="#${name}">${name}</a></li>`
      ).join("")
    }</ul></div>`
  );
  return `<nav aria-label="Endpoints"><label>Filter <input id="filter" type="search" ` +
    `placeholder="press / to filter" autocomplete="off"></label>` +
    `<div class="groups">${parts.join("")}<h2><a href="#models">models</a></h2></div></nav>`;
}

/** Every endpoint, group by group. */
function sections(document: ApiDocument, isInteractive: boolean): string {
  const models = document.components.schemas;
  return groups(document).map(([tag, entries]) => {
    const articles = entries.map((entry) => endpointSection({ ...entry, models, isInteractive }));
    return `<section id="${anchorOf(tag)}"><h2>${escapeHtml(tag)}</h2>${
      articles.join("")
    }</section>`;
  }).join("");
}

/** Every model. */
function modelSections({ components }: ApiDocument): string {
  const parts = Object.entries(components.schemas).map(([name, schema]) =>
    `<details id="model-${name}"><summary><code>${name}</code></summary>${
      modelHtml(schema)
    }</details>`
  );
  return `<section id="models"><h2>Models</h2><article>${parts.join("")}</article></section>`;
}

/** The whole documentation as one page that loads nothing. */
export function docsPage(
  document: ApiDocument,
  { isInteractive, nonce }: DocsPageOptions,
): string {
  const { title, description } = document.info;
  const key = isInteractive
    ? `<label>API key, for servers that need one; it stays on this page ` +
      `<input id="key" type="password" autocomplete="off"></label>`
    : "";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${escapeHtml(title)}</title><link rel="icon" href="data:,">` +
    `<style nonce="${nonce}">${STYLE}</style></head><body>` +
    `<a class="skip" href="#main">Skip to the endpoints</a><div class="page">${
      navigation(document)
    }` +
    `<main id="main"><h1>${escapeHtml(title)}</h1><p>${inlineHtml(description)}</p>` +
    `<p><a href="/openapi.json">openapi.json</a> · <a href="${
      isInteractive ? "/redoc" : "/docs"
    }">${isInteractive ? "reading view" : "with calls"}</a></p>${key}` +
    `${sections(document, isInteractive)}${modelSections(document)}</main></div>` +
    `<script nonce="${nonce}">${SCRIPT}</script></body></html>`;
}

/** The page that a sign-in of the documentation would come back to; no sign-in is needed here. */
export function redirectPage(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reflexio API</title>` +
    `</head><body><p>No sign-in is needed. <a href="/docs">Back to the documentation</a></p>` +
    `</body></html>`;
}
