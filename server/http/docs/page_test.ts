import { assertEquals, assertStringIncludes } from "@std/assert";
import { ENDPOINTS } from "../../../client/contract/mod.ts";
import { openApiDocument } from "../../validate/mod.ts";
import { docsPage } from "./page.ts";
import { curlSnippet, typescriptSnippet } from "./snippets.ts";

const DOCUMENT = openApiDocument({ requiresKey: false });
const FULL_PAGE = docsPage(DOCUMENT, { isInteractive: true, nonce: "n1" });

/** The page without its script. */
const PAGE = FULL_PAGE.slice(0, FULL_PAGE.indexOf("<script"));

Deno.test("docsPage() shows every endpoint and model with working links", () => {
  const ids = new Set([...PAGE.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  for (const { name, path } of Object.values(ENDPOINTS)) {
    assertEquals(ids.has(name), true, name);
    assertStringIncludes(PAGE, path);
  }
  for (const name of Object.keys(DOCUMENT.components.schemas)) {
    assertEquals(ids.has(`model-${name}`), true, name);
  }
  for (const [, target] of PAGE.matchAll(/href="#([^"]+)"/g)) {
    assertEquals(ids.has(target), true, `#${target}`);
  }
});

Deno.test("docsPage() loads nothing from anywhere and carries the nonce", () => {
  assertEquals(/(src|href)="(https?:)?\/\//.test(FULL_PAGE), false);
  assertEquals(FULL_PAGE.match(/nonce="n1"/g)?.length, 2);
  assertEquals(/ on\w+=|javascript:/i.test(PAGE), false);
});

Deno.test("docsPage() explains every field", () => {
  assertEquals(/<dd><\/dd>/.test(PAGE), false, PAGE.match(/.{200}<dd><\/dd>/)?.[0]);
});

Deno.test("docsPage() lists endpoints beside those of the table", () => {
  const extensions = {
    status: {
      method: "GET",
      path: "/api/status",
      summary: "State of the server",
      parameters: [{ name: "deep", type: "boolean", description: "More", isRequired: false }],
    },
    repair: {
      method: "POST",
      path: "/api/repair",
      summary: "Repairs what is broken",
      parameters: [{ name: "kind", type: "string", description: "What", isRequired: true }],
    },
  } as const;
  const document = openApiDocument({ requiresKey: false, extensions });
  const page = docsPage(document, { isInteractive: true, nonce: "n" });
  assertStringIncludes(page, 'id="status"');
  assertStringIncludes(page, 'id="group-extensions"');
  assertStringIncludes(page, "<dt><code>kind</code>");
  assertEquals(document.paths["/api/status"]?.get?.parameters?.[0]?.name, "deep");
});

Deno.test("docsPage() for reading has no forms", () => {
  const reading = docsPage(DOCUMENT, { isInteractive: false, nonce: "n" });
  assertEquals(reading.includes("<form"), false);
});

Deno.test("snippets hold the method, the address and the body", () => {
  const body = { query: "it's" };
  const curl = curlSnippet({ ...ENDPOINTS.search, body });
  assertStringIncludes(curl, "curl -X POST http://127.0.0.1:8081/api/search");
  assertStringIncludes(curl, `"it'\\''s"`);
  const code = typescriptSnippet({ ...ENDPOINTS.search, body });
  assertStringIncludes(code, 'method: "POST"');
  assertStringIncludes(code, `"query": "it's"`);
  assertEquals(
    curlSnippet({ ...ENDPOINTS.health, body: undefined }),
    "curl http://127.0.0.1:8081/health",
  );
});
