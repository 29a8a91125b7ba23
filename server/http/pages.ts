import type { Extensions, PageName } from "../services/handlers.ts";
import { type ApiDocument, openApiDocument } from "../validate/mod.ts";
import { type Answer, jsonText } from "./answer.ts";
import { docsPage, redirectPage } from "./docs/page.ts";

/** Options of {@link Pages}. */
export interface PagesOptions {
  /** Whether the documentation says that a key is needed. */
  readonly requiresKey: boolean;
  /** Endpoints beside those of the table, by name. */
  readonly extensions: Extensions;
}

/** Stands in a cached page for the nonce of each answer. */
const NONCE_MARK = "{{nonce}}";

/** The documents for people, each made when it is first asked for. */
export class Pages {
  readonly #options: PagesOptions;
  #document: ApiDocument | null = null;
  readonly #texts = new Map<PageName, string>();

  /** Makes nothing yet. */
  constructor(options: PagesOptions) {
    this.#options = options;
  }

  /** Answer of one page. */
  answer(name: PageName): Answer {
    const known = this.#texts.get(name);
    const text = known ?? this.#make(name);
    if (known === undefined) this.#texts.set(name, text);
    return name === "openapi_json" ? jsonText(text) : html(text);
  }

  /** Text of one page. */
  #make(name: PageName): string {
    const document = this.#document ??= openApiDocument(this.#options);
    switch (name) {
      case "openapi_json":
        return JSON.stringify(document);
      case "docs":
        return docsPage(document, { isInteractive: true, nonce: NONCE_MARK });
      case "redoc":
        return docsPage(document, { isInteractive: false, nonce: NONCE_MARK });
      case "docs_oauth2_redirect":
        return redirectPage();
    }
  }
}

/** A page that may load nothing from elsewhere and call only its own server. */
function html(text: string): Answer {
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ];
  return {
    status: 200,
    body: text.replaceAll(NONCE_MARK, nonce),
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy.join("; "),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    },
  };
}
